"""How the declaration looks on paper: pages of marks, and the PDF made of them.

May import tariff, declaration and valuation; reportlab, uharfbuzz and segno are known only here,
and nothing here knows the screen. Start with ``layout.py`` (a declaration becomes pages), then
``marks.py`` (what a page is) and ``pdf.py`` (pages in, bytes out).
"""
