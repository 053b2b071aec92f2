"""What a declaration costs: customs value, taxes, totals, and how each amount came about.

May import tariff, declaration and below; the day and the rates always come as parameters.
Start with assess.py, then note.py (what it returns).
"""
