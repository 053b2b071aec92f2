"""The notes of a declaration on screen: valuation, assessment, explanations, comparison.

May import everything forms may. Start with valuation_note.py; accounts.py says
which sum each amount of the notes is.
"""
