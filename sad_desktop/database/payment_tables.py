"""The tables of payment requests, the classes of their amounts, and what moved on accounts."""

from sqlalchemy import Column, ForeignKey, Index, Integer, String, Table, Text, text

from sad_desktop.database.columns import SEQUENCE, ExactDecimal, Moment
from sad_desktop.database.schema import ID_LENGTH, metadata


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


_IS_OPEN = text("status = 'start'")
_COUNTS = text("status = 'successful' AND voided_at IS NULL")

payment_requests = Table(
    "payment_requests",
    metadata,
    Column("id", SEQUENCE, primary_key=True),
    Column(
        "declaration_id",
        String(ID_LENGTH),
        ForeignKey("declarations.id"),
        nullable=False,
        index=True,
    ),
    _text("profile"),
    _text("number"),
    _text("office"),
    _text("kind"),
    _text("currency"),
    Column("decimals", Integer, nullable=False),
    Column("amount", ExactDecimal, nullable=False),
    Column("assessment", Integer, nullable=False),
    _text("reference"),
    _text("company_code"),
    _text("company_name"),
    _text("temporary_number"),
    _text("delivery_order"),
    _text("status"),
    Column("created_at", Moment, nullable=False),
    _text("created_by"),
    _text("receipt_number"),
    _text("receipt_serial"),
    _text("receipt_plain_number"),
    Column("paid_at", Moment),
    _text("recorded_by"),
    _text("method"),
    _text("account"),
    _text("payment_number"),
    _text("authorisation"),
    _text("movement"),
    _text("paid_through"),
    Column("rejected_at", Moment),
    _text("rejected_by"),
    _text("reject_reason"),
    Column("voided_at", Moment),
    _text("voided_by"),
    _text("void_reason"),
    Index(None, "profile", "number", unique=True),
    Index(None, "profile", "receipt_number"),
    Index(
        "uq_payment_requests_open",
        "declaration_id",
        "kind",
        unique=True,
        sqlite_where=_IS_OPEN,
        postgresql_where=_IS_OPEN,
    ),
    Index(
        "uq_payment_requests_paid",
        "declaration_id",
        "kind",
        unique=True,
        sqlite_where=_COUNTS,
        postgresql_where=_COUNTS,
    ),
    sqlite_autoincrement=True,
)
"""One row per request; of a declaration and kind one is open at most, and one paid counts."""

payment_lines = Table(
    "payment_lines",
    metadata,
    Column(
        "request_id",
        SEQUENCE,
        ForeignKey("payment_requests.id"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("row", Integer, primary_key=True, autoincrement=False),
    _text("code"),
    _text("en"),
    _text("ar"),
    Column("amount", ExactDecimal, nullable=False),
)

account_movements = Table(
    "account_movements",
    metadata,
    Column("id", SEQUENCE, primary_key=True),
    _text("profile"),
    _text("account"),
    Column("request_id", SEQUENCE, ForeignKey("payment_requests.id"), nullable=False),
    Column("at", Moment, nullable=False),
    _text("done_by"),
    Column("amount", ExactDecimal, nullable=False),
    Column("left", ExactDecimal),
    Index(None, "profile", "account"),
    sqlite_autoincrement=True,
)
"""What was taken from an account (negative) or given back, and what was left; never rewritten.

``left`` is null where the office does not follow the balance.
"""
