"""The tables of stored declarations, derived from the fields the declaration declares."""

from collections.abc import Iterator

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import TSVECTOR

from sad_desktop.database.columns import SEQUENCE, Day, ExactDecimal, Moment, column_type
from sad_desktop.declaration.draft import ROW_TYPES, Rows
from sad_desktop.declaration.fields import NUMBERS, Kind, definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration

ID_LENGTH = 36
_MAY_BE_EMPTY = NUMBERS | {Kind.COUNT, Kind.DAY}

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _fields(model: type) -> Iterator[Column[object]]:
    for definition in definitions(model).values():
        nullable = definition.kind in _MAY_BE_EMPTY
        yield Column(definition.name, column_type(definition), nullable=nullable)


def _declaration_id() -> Column[str]:
    return Column(
        "declaration_id",
        String(ID_LENGTH),
        ForeignKey("declarations.id", ondelete="CASCADE"),
        primary_key=True,
    )


def _rows_table(rows: Rows) -> Table:
    """Return the table of a list: containers name their item, other rows hang on one."""
    hangs_on_declaration = rows is Rows.CONTAINERS
    return Table(
        str(rows),
        metadata,
        _declaration_id(),
        Column("item_key", Integer, primary_key=not hangs_on_declaration, nullable=False),
        Column("row", Integer, primary_key=True, autoincrement=False),
        *_fields(ROW_TYPES[rows]),
    )


declarations = Table(
    "declarations",
    metadata,
    Column("id", String(ID_LENGTH), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("created_at", Moment, nullable=False),
    Column("created_by", Text, nullable=False),
    Column("stored_at", Moment, nullable=False),
    Column("stored_by", Text, nullable=False),
    Column("rejected", Text, nullable=False),
    Column("filled", Text, nullable=False),
    Column("declared", Text),
    *_fields(Declaration),
)
"""The general segment, who stored it, and the marks on its fields as JSON."""

Index(None, declarations.c.reference_number)
Index(None, declarations.c.registration_number)
Index(None, declarations.c.consignee_code)

items = Table(
    "items",
    metadata,
    _declaration_id(),
    Column("key", Integer, primary_key=True, autoincrement=False),
    Column("position", Integer, nullable=False),
    *_fields(Item),
)

row_tables = {rows: _rows_table(rows) for rows in Rows}

sources = Table(
    "sources",
    metadata,
    _declaration_id(),
    Column("dialect", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("item_keys", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""The file a declaration was read from, compressed; the digest is of the plain bytes."""

list_editions = Table(
    "list_editions",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("profile", Text, nullable=False),
    Column("list_name", Text, nullable=False),
    Column("work", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("stored_by", Text, nullable=False),
    Column("stored_at", Moment, nullable=False),
    Column("added", Integer, nullable=False),
    Column("changed", Integer, nullable=False),
    Column("ended", Integer, nullable=False),
    Index(None, "profile", "list_name", "number"),
)
"""Each change of a list the office keeps; the numbers grow by one, in the order of storing."""

list_entries = Table(
    "list_entries",
    metadata,
    Column("sequence", SEQUENCE, primary_key=True),
    Column("profile", Text, nullable=False),
    Column("list_name", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("en", Text, nullable=False),
    Column("ar", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("valid_from", Day),
    Column("valid_to", Day),
    Column("source", Text, nullable=False),
    Column("edition", Integer, ForeignKey("list_editions.number"), nullable=False),
    Column("replaced_in", Integer, ForeignKey("list_editions.number")),
    Index(None, "profile", "list_name", "code"),
    Index(None, "profile", "edition"),
    Index(None, "profile", "replaced_in"),
)
"""The periods of each code in every edition: no row is ever changed but by what replaced it."""

import_layouts = Table(
    "import_layouts",
    metadata,
    Column("list_name", Text, primary_key=True),
    Column("shape", Text, primary_key=True),
    Column("columns", Text, nullable=False),
)
"""Which column of a file is what, by the file's headings; remembered from the last import."""

successor_choices = Table(
    "successor_choices",
    metadata,
    Column("importer", Text, primary_key=True),
    Column("product", Text, primary_key=True),
    Column("former_code", Text, primary_key=True),
    Column("code", Text, nullable=False),
    Column("stored_by", Text, nullable=False),
    Column("stored_at", Moment, nullable=False),
)
"""Which successor of an ended tariff line an importer's product was given last."""

library = Table(
    "library",
    metadata,
    Column("sequence", SEQUENCE, primary_key=True),
    Column(
        "declaration_id",
        String(ID_LENGTH),
        ForeignKey("declarations.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    Column("version", Integer, nullable=False),
    Column("status", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Column("reference", Text, nullable=False),
    Column("registration", Text, nullable=False),
    Column("declaration_model", Text, nullable=False),
    Column("office_code", Text, nullable=False),
    Column("consignee_code", Text, nullable=False),
    Column("consignee_name", Text, nullable=False),
    Column("exporter_name", Text, nullable=False),
    Column("commodity_code", Text, nullable=False),
    Column("goods", Text, nullable=False),
    Column("item_count", SmallInteger, nullable=False),
    Column("invoice_currency", Text, nullable=False),
    Column("invoice_amount", ExactDecimal),
    Column("stored_at", Moment, nullable=False),
    Column("stored_by", Text, nullable=False),
    Index(None, "status", "sequence"),
    sqlite_autoincrement=True,
)
"""One line per declaration; it gets a new sequence at each storing, so the newest is last."""

library_words = Table(
    "library_words",
    metadata,
    Column(
        "sequence",
        SEQUENCE,
        ForeignKey("library.sequence", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("words", TSVECTOR().with_variant(Text(), "sqlite"), nullable=False),
    Index(None, "words", postgresql_using="gin"),
)
"""The folded words of each library line: a tsvector on PostgreSQL, an FTS5 table on SQLite."""
