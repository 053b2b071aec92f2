"""The tables of advance cargo information: dossiers, and the numbers customs gave them."""

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, Table, Text, text

from sad_desktop.database.columns import SEQUENCE, Moment
from sad_desktop.database.schema import metadata

_ACID_IN_USE = text("is_in_use AND acid <> ''")
_BILL_IN_USE = text("is_in_use AND bill <> ''")

advance_cargo = Table(
    "advance_cargo",
    metadata,
    Column("id", SEQUENCE, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("profile", Text, nullable=False),
    Column("acid", Text, nullable=False),
    Column("bill", Text, nullable=False),
    Column("is_in_use", Boolean, nullable=False),
    Column("content", Text, nullable=False),
    Column("stored_at", Moment, nullable=False),
    Column("stored_by", Text, nullable=False),
    Index(
        "ix_advance_cargo_acid",
        "profile",
        "acid",
        unique=True,
        sqlite_where=_ACID_IN_USE,
        postgresql_where=_ACID_IN_USE,
    ),
    Index(
        "ix_advance_cargo_bill",
        "profile",
        "bill",
        unique=True,
        sqlite_where=_BILL_IN_USE,
        postgresql_where=_BILL_IN_USE,
    ),
    sqlite_autoincrement=True,
)
"""One row per dossier, its contents as JSON; an ACID and a bill stand once among those in use.

``acid`` are the digits of the current number, ``bill`` is written as numbers are compared.
"""

advance_cargo_acids = Table(
    "advance_cargo_acids",
    metadata,
    Column(
        "dossier_id",
        SEQUENCE,
        ForeignKey("advance_cargo.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("digits", Text, primary_key=True),
    Index(None, "digits"),
)
"""Every number a dossier has or had: a declaration may name an old one."""
