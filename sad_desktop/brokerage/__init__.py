"""What the broker's business knows: companies, users, payments, guarantees, due dates; pure rules.

May import valuation and below; no Qt, no SQL.
"""
