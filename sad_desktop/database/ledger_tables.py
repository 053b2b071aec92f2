"""The tables of prices, offences, licences, guarantees, and of what goods were assessed at."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from sad_desktop.brokerage.ledgers import Ledger, fields_of
from sad_desktop.database.columns import SEQUENCE, Day, ExactDecimal, Moment, column_type
from sad_desktop.database.schema import ID_LENGTH, metadata
from sad_desktop.declaration.fields import NUMBERS, Kind

_MAY_BE_EMPTY = NUMBERS | {Kind.DAY}


def _ledger(ledger: Ledger, *indexed: str) -> Table:
    """Return the table of a ledger, its columns derived from what an entry declares."""
    fields = fields_of(ledger).values()
    return Table(
        str(ledger),
        metadata,
        Column("id", SEQUENCE, primary_key=True),
        Column("version", Integer, nullable=False),
        Column("profile", Text, nullable=False),
        Column("stored_at", Moment, nullable=False),
        Column("stored_by", Text, nullable=False),
        *(
            Column(field.name, column_type(field), nullable=field.kind in _MAY_BE_EMPTY)
            for field in fields
        ),
        *(Index(None, name) for name in indexed),
        sqlite_autoincrement=True,
    )


LEDGERS = {
    Ledger.PRICES: _ledger(Ledger.PRICES, "commodity_code"),
    Ledger.OFFENCES: _ledger(Ledger.OFFENCES, "importer"),
    Ledger.LICENCES: _ledger(Ledger.LICENCES, "number"),
    Ledger.GUARANTEES: _ledger(Ledger.GUARANTEES, "number"),
}

price_cases = Table(
    "price_cases",
    metadata,
    Column(
        "declaration_id",
        String(ID_LENGTH),
        ForeignKey("declarations.id", ondelete="CASCADE"),
        primary_key=True,
    ),
    Column("item_number", Integer, primary_key=True, autoincrement=False),
    Column("unit", Text, primary_key=True),
    Column("commodity_code", Text, nullable=False),
    Column("origin", Text, nullable=False),
    Column("importer", Text, nullable=False),
    Column("quantity", ExactDecimal, nullable=False),
    Column("value", ExactDecimal, nullable=False),
    Column("assessed_on", Day, nullable=False),
    Index(None, "commodity_code", "origin"),
)
"""What each item of the last assessment was worth; it counts while the declaration is assessed."""
