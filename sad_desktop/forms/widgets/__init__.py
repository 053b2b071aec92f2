"""Widgets of the desk that Qt does not have: amounts, codes, tables."""
