"""What a declaration is: its fields, its items, its drafts and the edits that change them.

May import errors and text, nothing else: no Qt, no SQL, no XML, no clock.
Start with fields.py (what a field is), then model.py (the general segment) and item.py.
"""
