"""Where declarations are kept: SQLite on one desk, PostgreSQL for several; the home of SQLAlchemy.

May import declaration, tariff, valuation and below; knows no rules and hands out values only.
Start with schema.py.
"""
