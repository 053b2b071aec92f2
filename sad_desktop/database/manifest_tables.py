"""The tables of manifests, their bills, and the ledger of what declarations have used."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text

from sad_desktop.database.columns import SEQUENCE, Day, ExactDecimal, Moment
from sad_desktop.database.schema import ID_LENGTH, metadata

SORTED = Text(collation="C").with_variant(Text(), "sqlite")
"""Text in the order of its characters, so that a beginning is a range of the index."""


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


manifests = Table(
    "manifests",
    metadata,
    Column("id", SEQUENCE, primary_key=True),
    _text("office"),
    _text("voyage"),
    Column("plain", SORTED, nullable=False),
    Column("departure", Day),
    Column("arrival", Day),
    _text("vessel"),
    _text("nationality"),
    _text("mode"),
    _text("carrier_code"),
    _text("carrier"),
    _text("departure_place"),
    _text("destination_place"),
    _text("folded"),
    Column("stored_at", Moment, nullable=False),
    _text("stored_by"),
    Index(None, "plain"),
    sqlite_autoincrement=True,
)
"""``plain`` is the voyage as numbers are compared, ``folded`` the vessel as words are."""

bills = Table(
    "bills",
    metadata,
    Column("id", SEQUENCE, primary_key=True),
    Column("manifest_id", SEQUENCE, ForeignKey("manifests.id"), nullable=False),
    _text("number"),
    Column("plain", SORTED, nullable=False),
    _text("master"),
    _text("shipper"),
    _text("consignee_code"),
    _text("consignee"),
    _text("notify"),
    Column("packages", ExactDecimal),
    _text("package_kind"),
    Column("gross_mass", ExactDecimal),
    _text("loading_place"),
    _text("unloading_place"),
    _text("marks"),
    _text("goods"),
    Index(None, "manifest_id", "plain", unique=True),
    Index(None, "plain"),
    sqlite_autoincrement=True,
)
"""``plain`` is the number as numbers are compared; once in a manifest."""

bill_containers = Table(
    "bill_containers",
    metadata,
    Column(
        "bill_id",
        SEQUENCE,
        ForeignKey("bills.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("row", Integer, primary_key=True, autoincrement=False),
    _text("identity"),
    _text("kind"),
    _text("load"),
    _text("seals"),
)

write_offs = Table(
    "write_offs",
    metadata,
    Column("sequence", SEQUENCE, primary_key=True),
    Column("bill_id", SEQUENCE, ForeignKey("bills.id"), nullable=False),
    Column("declaration_id", String(ID_LENGTH), nullable=False),
    Column("packages", ExactDecimal, nullable=False),
    Column("mass", ExactDecimal, nullable=False),
    Column("at", Moment, nullable=False),
    _text("user"),
    Index(None, "bill_id"),
    Index(None, "declaration_id"),
    sqlite_autoincrement=True,
)
"""Used (positive) and given back (negative), in order; rows are added, never changed."""
