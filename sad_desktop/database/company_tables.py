"""The tables of companies, their licences and accounts, and the suppliers of each importer."""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text, text

from sad_desktop.database.columns import SEQUENCE, Day, ExactDecimal, Moment
from sad_desktop.database.schema import metadata


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _company_id() -> Column[int]:
    return Column(
        "company_id",
        SEQUENCE,
        ForeignKey("companies.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    )


def _row() -> Column[int]:
    return Column("row", Integer, primary_key=True, autoincrement=False)


_HAS_CODE = text("code <> '' AND merged_into IS NULL")

companies = Table(
    "companies",
    metadata,
    Column("id", SEQUENCE, primary_key=True),
    Column("version", Integer, nullable=False),
    _text("profile"),
    _text("code"),
    _text("en"),
    _text("ar"),
    _text("address_en"),
    _text("address_ar"),
    _text("country"),
    _text("phone"),
    _text("email"),
    _text("roles"),
    _text("notes"),
    _text("former"),
    Column("ended", Day),
    Column("merged_into", SEQUENCE, ForeignKey("companies.id")),
    Column("stored_at", Moment, nullable=False),
    _text("stored_by"),
    Index(
        None,
        "profile",
        "code",
        unique=True,
        sqlite_where=_HAS_CODE,
        postgresql_where=_HAS_CODE,
    ),
    sqlite_autoincrement=True,
)
"""One row per company; a code stands once among those that were not merged into another."""

company_licences = Table(
    "company_licences",
    metadata,
    _company_id(),
    _row(),
    _text("name"),
    _text("number"),
    Column("valid_until", Day),
)

company_accounts = Table(
    "company_accounts",
    metadata,
    _company_id(),
    _row(),
    _text("code"),
    _text("kind"),
    Column("left", ExactDecimal),
    Index(None, "code"),
)

suppliers = Table(
    "suppliers",
    metadata,
    Column("profile", Text, primary_key=True),
    Column("importer", Text, primary_key=True),
    Column(
        "company_id",
        SEQUENCE,
        ForeignKey("companies.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("last_used", Moment, nullable=False),
)
"""Which suppliers an importer, by its code, has bought from, and when last."""
