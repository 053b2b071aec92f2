"""What the program says of itself: the manual, read on screen, searched, and printed.

May import everything up to printing and validation; it knows no Qt, so titles, keys and
translations are handed in as a ``Voice``. Start with ``book.py`` (the chapters in their order),
then ``markup.py`` (how a chapter is written) and ``blocks.py`` (what it becomes).
"""
