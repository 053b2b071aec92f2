"""The questions a finder puts to the search copy at every keystroke."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from sad_desktop.database.search_copy import ENTRY, Row, SearchCopy
from sad_desktop.tariff.lines import TARIFF

_IN_FORCE = "e.valid_from <= ? AND e.valid_to > ?"


def first(copy: SearchCopy, list_name: str, on: date, limit: int) -> list[Row]:
    """Return the first entries of a list in force on a day, in its order."""
    sql = f"SELECT {ENTRY} FROM entries e WHERE list = ? AND {_IN_FORCE} ORDER BY place LIMIT ?"
    return copy.rows(sql, [list_name, *_day(on), limit])


def by_code(copy: SearchCopy, list_name: str, code: str, on: date, limit: int) -> list[Row]:
    """Return the entries whose folded code begins so; the code itself first."""
    order = "folded" if list_name == TARIFF else "folded <> ?, place"
    exact = [] if list_name == TARIFF else [code]
    sql = (
        f"SELECT {ENTRY} FROM entries e WHERE list = ? AND folded >= ? AND folded < ?"
        f" AND {_IN_FORCE} ORDER BY {order} LIMIT ?"
    )
    return copy.rows(sql, [list_name, code, f"{code}\U0010ffff", *_day(on), *exact, limit])


def by_words(
    copy: SearchCopy,
    list_name: str,
    wanted: Collection[str],
    on: date,
    limit: int,
    *,
    code: str = "",
) -> Iterator[Row]:
    """Yield the entries that have all words: whole ones, then beginnings, then of headings.

    An entry may come more than once. ``code`` is what the folded code must begin with.
    """
    own, above = copy.tag(list_name), copy.tag(list_name, is_above=True)
    if own is None or above is None:
        return
    yield from _matching(copy, " ".join(f'"{own}{word}"' for word in wanted), on, limit, code)
    yield from _matching(copy, " ".join(f'"{own}{word}"*' for word in wanted), on, limit, code)
    if list_name == TARIFF:
        upper = " ".join(f'"{above}{word}"*' for word in wanted)
        yield from _matching(copy, upper, on, limit, code)


def by_any_of(
    copy: SearchCopy, list_name: str, groups: Iterable[Collection[str]], on: date, limit: int
) -> list[Row]:
    """Return the entries that have a word of each group."""
    tag = copy.tag(list_name)
    if tag is None:
        return []
    parts = (" OR ".join(f'"{tag}{word}"' for word in group) for group in groups)
    return list(_matching(copy, " AND ".join(f"({part})" for part in parts), on, limit, ""))


def _matching(copy: SearchCopy, match: str, on: date, limit: int, code: str) -> list[Row]:
    narrowed = " AND e.folded >= ? AND e.folded < ?" if code else ""
    sql = (
        f"SELECT {ENTRY} FROM words JOIN entries e ON e.id = words.rowid WHERE words MATCH ?"
        f" AND {_IN_FORCE}{narrowed} LIMIT ?"
    )
    between = [code, f"{code}\U0010ffff"] if code else []
    return copy.rows(sql, [match, *_day(on), *between, limit])


def _day(on: date) -> tuple[str, str]:
    return on.isoformat(), on.isoformat()
