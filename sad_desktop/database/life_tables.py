"""The tables of a declaration's life: history, frozen versions, numbers given, goods moved."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
)

from sad_desktop.database.columns import SEQUENCE, Day, ExactDecimal, Moment
from sad_desktop.database.schema import ID_LENGTH, metadata

SEAL_LENGTH = 64

history = Table(
    "history",
    metadata,
    Column("sequence", SEQUENCE, primary_key=True, autoincrement=False),
    Column("declaration_id", String(ID_LENGTH), nullable=False, index=True),
    Column("reference", Text, nullable=False),
    Column("at", Moment, nullable=False),
    Column("done_by", Text, nullable=False),
    Column("operation", Text, nullable=False),
    Column("status_before", Text, nullable=False),
    Column("status_after", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("remark", Text, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("changes", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("previous", String(SEAL_LENGTH), nullable=False),
    Column("seal", String(SEAL_LENGTH), nullable=False),
)
"""One chain for the whole office; triggers refuse any change. It outlives deleted drafts."""

versions = Table(
    "versions",
    metadata,
    Column("declaration_id", String(ID_LENGTH), ForeignKey("declarations.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("operation", Text, nullable=False),
    Column("taken_at", Moment, nullable=False),
    Column("taken_by", Text, nullable=False),
    Column("draft", LargeBinary, nullable=False),
    Column("content", String(SEAL_LENGTH), nullable=False),
)
"""Drafts as a step froze them, as compressed JSON; ``content`` is the SHA-256 of the JSON."""

assessments = Table(
    "assessments",
    metadata,
    Column("declaration_id", String(ID_LENGTH), ForeignKey("declarations.id"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("assessed_at", Moment, nullable=False),
    Column("assessed_by", Text, nullable=False),
    Column("law_day", Day, nullable=False),
    Column("profile", Text, nullable=False),
    Column("currency", Text, nullable=False),
    Column("total", ExactDecimal, nullable=False),
    Column("law", Text, nullable=False),
    Column("note", LargeBinary, nullable=False),
    Column("content", String(SEAL_LENGTH), nullable=False),
)
"""Assessment notes with rates and law as they were; the note is compressed JSON."""

sequences = Table(
    "sequences",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("scope", Text, primary_key=True),
    Column("year", Integer, primary_key=True, autoincrement=False),
    Column("last", Integer, nullable=False),
)
"""The last number given of each kind: per office, or per declarant, and year."""

goods_movements = Table(
    "goods_movements",
    metadata,
    Column("sequence", SEQUENCE, primary_key=True),
    Column("declaration_id", String(ID_LENGTH), nullable=False, index=True),
    Column("entry", SEQUENCE, nullable=False),
    Column("kind", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("year", Integer),
    Column("serial", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("item_number", Integer),
    Column("packages", ExactDecimal),
    Column("mass", ExactDecimal),
    Column("quantity", ExactDecimal),
    Column("value", ExactDecimal),
    Index(None, "number", "office"),
    sqlite_autoincrement=True,
)
"""What entered by a declaration and what left by another; ``entry`` is the history's."""

APPEND_ONLY = (history, versions, assessments, goods_movements)
"""Tables whose rows no statement may change or delete: the database itself refuses."""
