"""How a declaration travels: XML read and written, bytes in and bytes out; the home of lxml.

May import valuation, tariff, declaration and below; opens no file and asks nobody.
Start with mapping.py.
"""
