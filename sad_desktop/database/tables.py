"""Every table of the database, for those that go through them all."""

from sqlalchemy import Table

from sad_desktop.database import (
    advance_cargo_tables,
    company_tables,
    digital_document_tables,
    due_date_tables,
    harvest_tables,
    ledger_tables,
    life_tables,
    manifest_tables,
    payment_tables,
    register_tables,
    schema,
    template_tables,
    user_tables,
)

MODULES = (
    advance_cargo_tables,
    company_tables,
    digital_document_tables,
    due_date_tables,
    harvest_tables,
    ledger_tables,
    life_tables,
    manifest_tables,
    payment_tables,
    register_tables,
    schema,
    template_tables,
    user_tables,
)
"""The modules that declare tables."""


def every_table() -> tuple[Table, ...]:
    """Return the tables, each after those it refers to."""
    return tuple(schema.metadata.sorted_tables)
