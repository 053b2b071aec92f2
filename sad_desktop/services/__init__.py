"""What the user can do: one use case per function, over storage, files, paper and rules.

May import every package but forms; knows no Qt. Start with workspace.py.
"""
