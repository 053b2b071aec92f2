"""The tables by which a declaration finds others of the office, and what was acknowledged."""

from sqlalchemy import Column, ForeignKey, Index, String, Table, Text

from sad_desktop.database.columns import Moment
from sad_desktop.database.schema import ID_LENGTH, metadata

DIGEST_LENGTH = 32


def _declaration_id() -> Column[str]:
    return Column(
        "declaration_id",
        String(ID_LENGTH),
        ForeignKey("declarations.id", ondelete="CASCADE"),
        primary_key=True,
    )


kept_numbers = Table(
    "kept_numbers",
    metadata,
    _declaration_id(),
    Column("kind", String(12), primary_key=True),
    Column("number", Text, primary_key=True),
    Index(None, "kind", "number"),
)
"""References, bills, invoices, containers and chassis of each stored declaration."""

described_goods = Table(
    "described_goods",
    metadata,
    _declaration_id(),
    Column("digest", String(DIGEST_LENGTH), primary_key=True),
    Column("commodity_code", Text, primary_key=True),
    Index(None, "digest"),
)
"""How each stored declaration classified which description."""

acknowledgements = Table(
    "acknowledgements",
    metadata,
    Column("declaration_id", String(ID_LENGTH), primary_key=True),
    Column("rule", String(12), primary_key=True),
    Column("place", Text, primary_key=True),
    Column("digest", String(DIGEST_LENGTH), primary_key=True),
    Column("stated", Text, nullable=False),
    Column("acknowledged_by", Text, nullable=False),
    Column("acknowledged_at", Moment, nullable=False),
)
"""Warnings somebody stands by; place and values as JSON. A draft may not be stored yet."""
