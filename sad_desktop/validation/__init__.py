"""What is wrong with a declaration: findings, their wording, and the rules that give them.

May import brokerage, valuation, tariff, declaration; knows nothing of how findings are shown.
Start with check.py.
"""
