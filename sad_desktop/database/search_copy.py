"""The lists as one desk searches them: a SQLite file of its own with folded words in FTS5.

It holds nothing that cannot be made again: a damaged file is thrown away.
"""

import json
import logging
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from sad_desktop.brokerage.reference_lists import Periods
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.lines import HEADING_DIGITS, HEADINGS, TARIFF
from sad_desktop.tariff.lookup import folded_code, index_words, text_words

logger = logging.getLogger(__name__)

FORMAT = "1"
ALWAYS, FOR_EVER = "", "9999"
_FIRST_TAG = 0xE000  # of the private characters: no word typed holds one
_IN_MEMORY = ":memory:"
_WAIT = 10.0  # seconds another program of this desk may write the copy
_TABLES = (
    "CREATE TABLE IF NOT EXISTS marks(name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
    "CREATE TABLE IF NOT EXISTS tags(list TEXT PRIMARY KEY, tag INTEGER)",
    (
        "CREATE TABLE IF NOT EXISTS entries("
        "id INTEGER PRIMARY KEY AUTOINCREMENT, list TEXT, code TEXT,"
        " en TEXT, ar TEXT, facts TEXT, valid_from TEXT, valid_to TEXT, source TEXT,"
        " folded TEXT, place TEXT)"
    ),
    "CREATE INDEX IF NOT EXISTS by_code ON entries(list, code)",
    "CREATE INDEX IF NOT EXISTS by_folded ON entries(list, folded)",
    "CREATE INDEX IF NOT EXISTS by_place ON entries(list, place)",
    (
        "CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5"
        "(own, content='', tokenize='ascii', detail=none, columnsize=0, prefix='2 3 4')"
    ),
    "CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab(words, row)",
)
ENTRY = "e.code, e.en, e.ar, e.facts, e.valid_from, e.valid_to, e.source"
Row = tuple[Any, ...]


class SearchCopy:
    """Reads from any thread, one at a time; writes by ``rebuild`` and ``apply``, all or nothing.

    Without a path it lives in memory.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._lock = threading.Lock()
        self._connection, self.is_in_memory = _connected(path)
        self._tags: dict[str, int] = dict(self.rows("SELECT list, tag FROM tags"))

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            self._connection.close()

    def rows(self, sql: str, values: Iterable[object] = ()) -> list[Row]:
        """Return the rows of a query."""
        with self._lock:
            return self._connection.execute(sql, tuple(values)).fetchall()

    def mark(self, name: str) -> str:
        """Return what the copy was made of: ``shipped`` (a fingerprint), ``edition``."""
        found = self.rows("SELECT value FROM marks WHERE name = ?", [name])
        return str(found[0][0]) if found else ""

    @property
    def edition(self) -> int:
        """The office's edition the copy holds."""
        return int(self.mark("edition") or 0)

    def tag(self, list_name: str, *, is_above: bool = False) -> str | None:
        """Return what the words of a list begin with, None for a list without entries.

        A tariff line is found by its own words, and apart from them by those of its headings.
        """
        number = self._tags.get(list_name)
        return None if number is None else chr(_FIRST_TAG + 2 * number + is_above)

    def list_names(self) -> tuple[str, ...]:
        """Return the lists that have entries."""
        return tuple(row[0] for row in self.rows("SELECT DISTINCT list FROM entries"))

    def periods(self, list_name: str, code: str) -> Periods:
        """Return the entries of a code, oldest first."""
        sql = f"SELECT {ENTRY} FROM entries e WHERE list = ? AND code = ? ORDER BY valid_from"
        return tuple(entry_of(row) for row in self.rows(sql, [list_name, code]))

    def all_periods(self, list_name: str) -> Mapping[str, Periods]:
        """Return a whole list, each code with its periods, in the list's order."""
        found: dict[str, list[ListEntry]] = {}
        sql = f"SELECT {ENTRY} FROM entries e WHERE list = ? ORDER BY place, valid_from"
        for row in self.rows(sql, [list_name]):
            found.setdefault(row[0], []).append(entry_of(row))
        return {code: tuple(periods) for code, periods in found.items()}

    def rebuild(
        self,
        lists: Mapping[str, Mapping[str, Periods]],
        *,
        shipped: str,
        edition: int,
        is_cancelled: Callable[[], bool] = lambda: False,
    ) -> bool:
        """Fill the copy anew from whole lists; False when cancelled, and all is as before."""
        with self._lock, _transaction(self._connection) as connection:
            connection.execute("DELETE FROM entries")
            connection.execute("DELETE FROM tags")
            connection.execute("INSERT INTO words(words) VALUES('delete-all')")
            tags = {name: number for number, name in enumerate(sorted(lists))}
            connection.executemany("INSERT INTO tags VALUES (?, ?)", tags.items())
            self._tags = tags
            above = _Above(lists.get(HEADINGS, {}))
            for name, codes in lists.items():
                for number, (place, periods) in enumerate(_placed(name, codes)):
                    if number % 1000 == 0 and is_cancelled():
                        connection.rollback()
                        self._tags = dict(connection.execute("SELECT list, tag FROM tags"))
                        return False
                    self._insert(connection, name, periods, place, above)
            _set_marks(connection, shipped=shipped, edition=edition)
        return True

    def apply(self, changes: Mapping[tuple[str, str], Periods], edition: int) -> None:
        """Bring single codes up to date; their words of before stay, and find nothing."""
        with self._lock, _transaction(self._connection) as connection:
            for (name, code), periods in changes.items():
                if name not in self._tags:
                    self._tags[name] = len(self._tags)
                    connection.execute("INSERT INTO tags VALUES (?, ?)", (name, self._tags[name]))
                own = (name, code)
                former = connection.execute(
                    "SELECT place FROM entries WHERE list = ? AND code = ? LIMIT 1", own
                ).fetchone()
                connection.execute("DELETE FROM entries WHERE list = ? AND code = ?", own)
                place = former[0] if former else _new_place(name, code)
                self._insert(connection, name, periods, place, _StoredAbove(connection))
            _set_marks(connection, edition=edition)

    def vocabulary(self, list_name: str) -> tuple[str, ...]:
        """Return the words of a list's entries."""
        tag = self.tag(list_name)
        if tag is None:
            return ()
        sql = "SELECT term FROM vocabulary WHERE term >= ? AND term < ?"
        return tuple(row[0][1:] for row in self.rows(sql, [tag, chr(ord(tag) + 1)]))

    def _insert(
        self,
        connection: sqlite3.Connection,
        name: str,
        periods: Periods,
        place: str,
        above: "_Above | _StoredAbove",
    ) -> None:
        own, upper = self.tag(name) or "", self.tag(name, is_above=True) or ""
        for entry in periods:
            cursor = connection.execute(
                "INSERT INTO entries(list, code, en, ar, facts, valid_from, valid_to, source,"
                " folded, place) VALUES (?,?,?,?,?,?,?,?,?,?)",
                (
                    name,
                    entry.code,
                    entry.en,
                    entry.ar,
                    json.dumps(dict(entry.facts), ensure_ascii=False) if entry.facts else "",
                    entry.valid_from.isoformat() if entry.valid_from else ALWAYS,
                    entry.valid_to.isoformat() if entry.valid_to else FOR_EVER,
                    entry.source,
                    folded_code(entry.code),
                    place,
                ),
            )
            tokens = [f"{own}{word}" for word in index_words(entry)]
            if name == TARIFF:
                words = dict.fromkeys((*index_words(entry), *above.words(entry.code)))
                tokens.extend(f"{upper}{word}" for word in words)
            connection.execute(
                "INSERT INTO words(rowid, own) VALUES (?, ?)",
                (cursor.lastrowid, " ".join(tokens)),
            )


class _Above:
    """The words of the chapter, heading and subheading above a line."""

    def __init__(self, headings: Mapping[str, Periods]) -> None:
        self._words = {
            code: tuple(word for one in periods for word in text_words(f"{one.en} {one.ar}"))
            for code, periods in headings.items()
        }

    def words(self, code: str) -> Iterator[str]:
        """Return the words above a code."""
        for digits in HEADING_DIGITS:
            yield from self._words.get(code[:digits], ())


class _StoredAbove:
    """The same, read from the copy one by one."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def words(self, code: str) -> Iterator[str]:
        """Return the words above a code."""
        for digits in HEADING_DIGITS:
            for en, ar in self._connection.execute(
                "SELECT en, ar FROM entries WHERE list = ? AND code = ?", (HEADINGS, code[:digits])
            ).fetchall():
                yield from text_words(f"{en} {ar}")


class _transaction:  # noqa: N801 - a context manager, used as a function
    """Write all or nothing, also against another program of this desk."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> sqlite3.Connection:
        self._connection.execute("BEGIN IMMEDIATE")
        return self._connection

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        if not self._connection.in_transaction:
            return
        if kind is None:
            self._connection.commit()
        else:
            self._connection.rollback()


def entry_of(row: Row) -> ListEntry:
    """Return the entry of a row selected by ``ENTRY``."""
    code, en, ar, facts, valid_from, valid_to, source = row
    return ListEntry(
        code=code,
        en=en,
        ar=ar,
        facts=json.loads(facts) if facts else {},
        valid_from=date.fromisoformat(valid_from) if valid_from else None,
        valid_to=date.fromisoformat(valid_to) if valid_to != FOR_EVER else None,
        source=source,
    )


def _connected(path: Path | None) -> tuple[sqlite3.Connection, bool]:
    """Return a connection, and whether it is to memory only."""
    if path is None:
        return _prepared(_IN_MEMORY), True
    try:
        return _prepared(str(path)), False
    except sqlite3.DatabaseError as error:
        logger.warning("search copy made anew: %s", error)
    try:
        for part in ("", "-wal", "-shm"):
            path.with_name(path.name + part).unlink(missing_ok=True)
        return _prepared(str(path)), False
    except (sqlite3.DatabaseError, OSError) as error:
        logger.warning("search copy kept in memory: %s", error)
    return _prepared(_IN_MEMORY), True


def _prepared(name: str) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=_WAIT, check_same_thread=False)
    try:
        connection.isolation_level = None
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, int(FORMAT)):
            raise sqlite3.DatabaseError(f"format {version}")
        with _transaction(connection):
            for table in _TABLES:
                connection.execute(table)
            connection.execute(f"PRAGMA user_version={FORMAT}")
    except BaseException:
        connection.close()
        raise
    return connection


def _set_marks(connection: sqlite3.Connection, **marks: object) -> None:
    connection.executemany(
        "INSERT OR REPLACE INTO marks VALUES (?, ?)",
        [(name, str(value)) for name, value in marks.items()],
    )


def _placed(name: str, codes: Mapping[str, Periods]) -> Iterator[tuple[str, Periods]]:
    """Yield each code's periods with its place in the list, in the order they are searched.

    Words are found in the order of storing: of the tariff the shortest descriptions come first.
    """
    if name != TARIFF:
        for number, periods in enumerate(codes.values()):
            yield f"{number:06}", periods
        return
    for periods in sorted(codes.values(), key=_length):
        yield periods[0].code, periods


def _length(periods: Periods) -> tuple[int, str]:
    newest = periods[-1]
    return (len(newest.en) + len(newest.ar), newest.code)


def _new_place(name: str, code: str) -> str:
    return code if name == TARIFF else f"~{code}"
