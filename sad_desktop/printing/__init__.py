"""How the declaration looks on paper: pages of marks, and the PDF made of them.

May import declaration and valuation; reportlab, uharfbuzz and segno are known only here, and
nothing here knows the screen. Start with ``marks.py`` (what a page is), then ``pdf.py`` (one
function, pages in, bytes out); ``bidi.py`` and ``arabic.py`` put letters in order and join them.
"""
