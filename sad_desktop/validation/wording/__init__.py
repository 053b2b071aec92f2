"""What the rules say: one sentence for each rule id, more where a rule has several cases.

May import findings and text. A wording is keyed by the rule's id, "H-05" or "H-05.missing".
Start with message.py.
"""
