"""Everything on screen; the home of PySide6.

Reads types and pure functions from every package below, stores and fetches through services only.
Start with document.py and sheet/page.py.
"""
