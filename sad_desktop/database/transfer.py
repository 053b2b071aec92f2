"""Carry a whole office from one database to another, and compare every row afterwards."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Select,
    Table,
    Text,
    cast,
    collate,
    func,
    insert,
    literal_column,
    select,
    text,
)
from sqlalchemy.dialects.postgresql import TSVECTOR

from sad_desktop.database import backup, digital_documents
from sad_desktop.database.engine import connect, database_url, place_of, reading, writing
from sad_desktop.database.tables import every_table
from sad_desktop.database.upgrade import upgrade
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_ROWS_AT_ONCE = 500

Progress = Callable[[int, int], None]
"""Called with the rows done and the rows in all; may raise to cancel."""


def copy_office(source: Engine, target: Engine, progress: Progress | None = None) -> dict[str, int]:
    """Copy every row of every table, compare them all, and return the rows by table.

    Both databases are at this program's revision, and the target holds nothing. Nobody writes to
    the source meanwhile. All is in one transaction: when anything differs, or ``progress``
    raises, the target is as it was. Raises UserError, StorageUnavailable.
    """
    reads = writing if source.dialect.name == "sqlite" else reading  # keeps other writers out
    with reads(source) as origin, writing(target) as goal:
        counts = {table.name: _count(origin, table) for table in every_table()}
        _refuse_occupied(goal, target)
        steps = _Steps(sum(counts.values()) * 2, progress)
        for table in every_table():
            for rows in _batches(origin, table):
                _insert(goal, table, rows)
                steps.advance(len(rows))
            _continue_numbering(goal, table)
        for table in every_table():
            _compare(origin, goal, table, steps)
        digital_documents.carry_files(source, origin, goal)
    return counts


def into_file(engine: Engine, file: Path, progress: Progress | None = None) -> None:
    """Write the whole office as it stands now into a SQLite file, also that of a server.

    Raises StorageUnavailable, and what ``progress`` raises; no part of a file is left then.
    """
    if engine.dialect.name == "sqlite":
        backup.snapshot(engine, file, progress)
        return
    part = file.with_suffix(".part")
    target = connect(database_url(part))
    try:
        part.unlink(missing_ok=True)
        upgrade(target, file.parent, datetime.now(UTC))
        copy_office(engine, target, progress)
        target.dispose()  # the last connection puts what its log holds into the file
        part.replace(file)
    except OSError as error:
        raise backup.not_backed_up(file.parent, error) from error
    finally:
        target.dispose()
        for left in (part, *(part.with_name(f"{part.name}-{log}") for log in ("wal", "shm"))):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def is_empty(engine: Engine) -> bool:
    """Tell whether a database at this program's revision holds no row."""
    with reading(engine) as connection:
        return not any(_count(connection, table) for table in every_table())


class _Steps:
    """Counts what is done."""

    def __init__(self, total: int, progress: Progress | None) -> None:
        self._done = 0
        self._total = total
        self._progress = progress

    def advance(self, number: int) -> None:
        self._done += number
        if self._progress is not None:
            self._progress(self._done, self._total)


def _refuse_occupied(connection: Connection, engine: Engine) -> None:
    for table in every_table():
        if _count(connection, table):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "The database {place} already holds an office. Give an empty database; "
                    "nothing was copied.",
                ),
                {"place": place_of(engine)},
            )


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _batches(connection: Connection, table: Table) -> Iterator[list[Sequence[Any]]]:
    options = {"yield_per": _ROWS_AT_ONCE}
    with connection.execute(_ordered(connection, table), execution_options=options) as rows:
        for part in rows.partitions():
            yield [tuple(row) for row in part]


def _ordered(connection: Connection, table: Table) -> Select[Any]:
    """Return the selection of all rows, in an order both databases know: bytes, not letters."""
    if _holds_words(table):
        return _words(connection, table)
    keys: list[ColumnElement[Any]] = []
    for column in table.primary_key:
        is_text = isinstance(column.type, Text) or column.type.python_type is str
        sorts_letters = is_text and connection.dialect.name != "sqlite"
        keys.append(collate(column, "C") if sorts_letters else column)
    return select(table).order_by(*keys)


def _holds_words(table: Table) -> bool:
    """Tell a table of search words: a tsvector there, an FTS5 table with a rowid here."""
    return any(isinstance(column.type, TSVECTOR) for column in table.columns)


def _words(connection: Connection, table: Table) -> Select[Any]:
    (key,) = table.primary_key
    (words,) = (column for column in table.columns if isinstance(column.type, TSVECTOR))
    if connection.dialect.name == "sqlite":
        place = literal_column("rowid", key.type)
        return select(place, cast(words, Text)).select_from(table).order_by(place)
    joined = func.array_to_string(func.tsvector_to_array(words), " ")
    return select(key, joined).order_by(key)


def _insert(connection: Connection, table: Table, rows: list[Sequence[Any]]) -> None:
    if not _holds_words(table):
        names = [column.name for column in table.columns]
        connection.execute(insert(table), [dict(zip(names, row, strict=True)) for row in rows])
        return
    key = "rowid" if connection.dialect.name == "sqlite" else next(iter(table.primary_key)).name
    (words,) = (column.name for column in table.columns if isinstance(column.type, TSVECTOR))
    made = ":words"
    if connection.dialect.name != "sqlite":
        made = "array_to_tsvector(string_to_array(:words, ' '))"
    statement = text(f"INSERT INTO {table.name}({key}, {words}) VALUES (:key, {made})")  # noqa: S608 - names of our schema
    connection.execute(statement, [{"key": row[0], "words": row[1]} for row in rows])


def _continue_numbering(connection: Connection, table: Table) -> None:
    """Have a server number new rows after the copied ones; SQLite does so by itself."""
    column = table.autoincrement_column
    if connection.dialect.name == "sqlite" or column is None:
        return
    connection.execute(
        text(
            f"SELECT setval(pg_get_serial_sequence('{table.name}', '{column.name}'), newest) "  # noqa: S608 - names of our schema
            f"FROM (SELECT max({column.name}) AS newest FROM {table.name}) AS rows "
            "WHERE newest IS NOT NULL"
        )
    )


def _compare(origin: Connection, goal: Connection, table: Table, steps: _Steps) -> None:
    """Read both tables again, row by row; raises UserError at the first that differs."""
    holds_words = _holds_words(table)
    number = 0
    with closing(_rows(origin, table)) as left, closing(_rows(goal, table)) as right:
        for number, (here, there) in enumerate(zip_longest(left, right), 1):
            if not _same(here, there, holds_words):
                raise _spoilt(table, number, (here or there or ("?",))[0])
            if number % _ROWS_AT_ONCE == 0:
                steps.advance(_ROWS_AT_ONCE)
    steps.advance(number % _ROWS_AT_ONCE)


def _spoilt(table: Table, number: int, key: object) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "UserError",
            "Row {number} of the table {table} (key {key}) did not arrive as it was. "
            "Nothing was moved; the office stays where it is.",
        ),
        {"number": number, "table": table.name, "key": key},
    )


def _rows(connection: Connection, table: Table) -> Generator[Sequence[Any], None, None]:
    for batch in _batches(connection, table):
        yield from batch


def _same(here: Sequence[Any] | None, there: Sequence[Any] | None, holds_words: bool) -> bool:
    if here is None or there is None:
        return False
    if holds_words:
        return bool(here[0] == there[0]) and set(here[1].split()) == set(there[1].split())
    return list(here) == list(there)
