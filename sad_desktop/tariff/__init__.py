"""What the law and the lists say on a day: tariff, rates, code lists, profiles, box behaviour.

May import declaration and below; no Qt, no SQL: rows arrive as values.
Start with book.py (what can be asked) and profile.py (a country's law).
"""
