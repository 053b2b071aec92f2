"""The items, lists and source of one declaration, written and read in bulk."""

import hashlib
import json
import zlib
from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, delete, insert, select

from sad_desktop.database.columns import fetch_columns, insert_rows
from sad_desktop.database.schema import items, row_tables, sources
from sad_desktop.declaration.draft import ROW_TYPES, Rows, Source
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container

ITEM_ROWS = (Rows.DOCUMENTS, Rows.PREVIOUS, Rows.TAXES)
_ITEM_COLUMNS = ("declaration_id", "key", "position")
_ROW_COLUMNS = ("declaration_id", "item_key", "row")
_Model = TypeVar("_Model")
_QUICK = 1  # zlib level: an XML shrinks to a tenth at any level


def erase(connection: Connection, declaration_id: str) -> None:
    """Delete the items and rows of a declaration; its source stays."""
    for table in (items, *row_tables.values()):
        connection.execute(delete(table).where(table.c.declaration_id == declaration_id))


def write(connection: Connection, declaration_id: str, declaration: Declaration) -> None:
    """Insert the items and rows of a declaration that has none there."""
    own = [(declaration_id, item.key, place, item) for place, item in enumerate(declaration.items)]
    _insert(connection, items, Item, _ITEM_COLUMNS, own)
    containers = [
        (declaration_id, row.item_key, place, row)
        for place, row in enumerate(declaration.containers)
    ]
    _insert(connection, row_tables[Rows.CONTAINERS], Container, _ROW_COLUMNS, containers)
    for rows in ITEM_ROWS:
        hanging = [
            (declaration_id, item.key, place, row)
            for item in declaration.items
            for place, row in enumerate(getattr(item, rows))
        ]
        _insert(connection, row_tables[rows], ROW_TYPES[rows], _ROW_COLUMNS, hanging)


def load_items(connection: Connection, declaration_id: str) -> tuple[Item, ...]:
    """Return the items of a declaration with their rows, in their order."""
    names = ("key", *definitions(Item))
    columns = fetch_columns(
        connection,
        select(*(items.c[name] for name in names))
        .where(items.c.declaration_id == declaration_id)
        .order_by(items.c.position),
    )
    if not columns:
        return ()
    values: dict[str, Sequence[object]] = dict(zip(names, columns, strict=True))
    for rows in ITEM_ROWS:
        by_item = _rows_by_item(connection, declaration_id, rows)
        values[str(rows)] = [tuple(by_item.get(key, ())) for key in columns[0]]
    return tuple(_made(Item, values))


def load_containers(connection: Connection, declaration_id: str) -> tuple[Container, ...]:
    """Return the containers of a declaration, in their order."""
    values = _values(connection, declaration_id, Rows.CONTAINERS)
    return tuple(_made(Container, values)) if values else ()


def write_source(connection: Connection, declaration_id: str, source: Source | None) -> None:
    """Write the file a declaration came from, unless it is there already."""
    its = sources.c.declaration_id == declaration_id
    facts = (sources.c.digest, sources.c.dialect, sources.c.name, sources.c.item_keys)
    present = connection.execute(select(*facts).where(its)).mappings().first()
    wanted = _source_row(source)
    if present == wanted:
        return
    connection.execute(delete(sources).where(its))
    if source is not None and wanted is not None:
        content = zlib.compress(source.content, _QUICK)
        connection.execute(
            insert(sources), {**wanted, "declaration_id": declaration_id, "content": content}
        )


def load_source(connection: Connection, declaration_id: str) -> Source | None:
    """Return the file a declaration came from."""
    row = connection.execute(
        select(sources).where(sources.c.declaration_id == declaration_id)
    ).first()
    if row is None:
        return None
    return Source(
        dialect=row.dialect,
        name=row.name,
        content=zlib.decompress(row.content),
        keys=tuple(json.loads(row.item_keys)),
    )


def _insert(
    connection: Connection,
    table: Table,
    model: type,
    columns: tuple[str, ...],
    rows: Iterable[tuple[Any, ...]],
) -> None:
    """Insert rows of key columns followed by the value whose fields are the other columns."""
    names = (*columns, *definitions(model))
    values = attrgetter(*definitions(model))
    insert_rows(connection, table, names, [(*row[:-1], *values(row[-1])) for row in rows])


def _rows_by_item(
    connection: Connection, declaration_id: str, rows: Rows
) -> Mapping[int, list[object]]:
    by_item: dict[int, list[object]] = defaultdict(list)
    values = _values(connection, declaration_id, rows)
    if values:
        keys = values.pop("item_key")
        made: list[object] = _made(ROW_TYPES[rows], values)
        for item_key, row in zip(keys, made, strict=True):
            by_item[item_key].append(row)
    return by_item


def _values(connection: Connection, declaration_id: str, rows: Rows) -> dict[str, Sequence[Any]]:
    """Return the rows of a list, in order, by column: their item's key and their fields."""
    table = row_tables[rows]
    names = ("item_key", *definitions(ROW_TYPES[rows]))
    columns = fetch_columns(
        connection,
        select(*(table.c[name] for name in names))
        .where(table.c.declaration_id == declaration_id)
        .order_by(table.c.row),
    )
    return dict(zip(names, columns, strict=True)) if columns else {}


def _made(model: type[_Model], values: Mapping[str, Sequence[Any]]) -> list[_Model]:
    """Return values of a model from all its attributes by column.

    Their slots are filled column by column, as their own ``__init__`` would one by one; that
    is a third of the time, and the models compute nothing when they are made.
    """
    length = len(next(iter(values.values())))
    made = [object.__new__(model) for _ in range(length)]
    for slot in fields(model):  # type: ignore[arg-type]
        fill = getattr(model, slot.name).__set__
        deque(map(fill, made, values[slot.name]), maxlen=0)
    return made


def _source_row(source: Source | None) -> dict[str, str] | None:
    if source is None:
        return None
    return {
        "digest": hashlib.sha256(source.content).hexdigest(),
        "dialect": source.dialect,
        "name": source.name,
        "item_keys": json.dumps(source.keys),
    }
