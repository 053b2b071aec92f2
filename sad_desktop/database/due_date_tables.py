"""The tables of due dates, of what was done about them, and of what guarantees stand for."""

from sqlalchemy import Boolean, Column, ForeignKey, Integer, String, Table, Text

from sad_desktop.database.columns import SEQUENCE, Day, ExactDecimal, Moment
from sad_desktop.database.schema import ID_LENGTH, metadata

due_dates = Table(
    "due_dates",
    metadata,
    Column("id", SEQUENCE, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("profile", Text, nullable=False),
    Column(
        "declaration_id",
        String(ID_LENGTH),
        ForeignKey("declarations.id"),
        nullable=False,
        index=True,
    ),
    Column("regime", Text, nullable=False),
    Column("case", Text, nullable=False),
    Column("first_on", Day, nullable=False),
    Column("started_on", Day, nullable=False),
    Column("due_on", Day),
    Column("extensions", Integer, nullable=False),
    Column("has_left", Boolean, nullable=False),
    Column("is_documents", Boolean, nullable=False),
    Column("claim_days", Integer, nullable=False),
    Column("decimals", Integer, nullable=False),
    Column("guarantee_id", SEQUENCE, nullable=False),
    Column("proof", Text, nullable=False),
    Column("proof_number", Text, nullable=False),
    Column("discharged_on", Day),
    Column("claim_due_on", Day),
    Column("claim_extensions", Integer, nullable=False),
    Column("claimed_on", Day),
    Column("refunded_on", Day),
    Column("debited_on", Day),
    Column("is_withdrawn", Boolean, nullable=False),
    sqlite_autoincrement=True,
)
"""One row for each period of a declaration; ``guarantee_id`` is 0 where none was chosen."""

due_date_acts = Table(
    "due_date_acts",
    metadata,
    Column("sequence", SEQUENCE, primary_key=True),
    Column("due_id", SEQUENCE, ForeignKey("due_dates.id"), nullable=False, index=True),
    Column("at", Moment, nullable=False),
    Column("done_by", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("on", Day, nullable=False),
    Column("due_on", Day),
    Column("amount", ExactDecimal, nullable=False),
    Column("declaration", Text, nullable=False),
    Column("remark", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""What was done about a due date; triggers refuse any change."""

guarantee_charges = Table(
    "guarantee_charges",
    metadata,
    Column("sequence", SEQUENCE, primary_key=True),
    Column("due_id", SEQUENCE, ForeignKey("due_dates.id"), nullable=False, index=True),
    Column("guarantee_id", SEQUENCE, ForeignKey("guarantees.id"), index=True),
    Column("item_number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("amount", ExactDecimal, nullable=False),
    Column("at", Moment, nullable=False),
    sqlite_autoincrement=True,
)
"""What each guarantee stands for, change by change; triggers refuse any change.

Without a guarantee: what none stands for yet.
"""
