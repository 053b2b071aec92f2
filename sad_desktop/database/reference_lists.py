"""The lists the office keeps: every period of every code in every edition, nothing overwritten."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any
from zlib import crc32

from sqlalchemy import Connection, Engine, bindparam, func, insert, select, update

from sad_desktop.brokerage.reference_lists import Change, Edition, Past, Periods, Work
from sad_desktop.database.columns import fetch_columns
from sad_desktop.database.engine import Turn, reading, take_turn, writing
from sad_desktop.database.schema import list_editions, list_entries
from sad_desktop.errors import UserError
from sad_desktop.tariff.book import ListEntry
from sad_desktop.text import QT_TRANSLATE_NOOP

Changes = Mapping[tuple[str, str], Periods]
"""The periods of codes, by list and code."""
Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
_AT_ONCE = 500
_PERIOD = (
    list_entries.c.list_name,
    list_entries.c.code,
    list_entries.c.en,
    list_entries.c.ar,
    list_entries.c.facts,
    list_entries.c.valid_from,
    list_entries.c.valid_to,
    list_entries.c.source,
)


class ListChanged(UserError):
    """Another desk changed an entry since it was read."""


class ImportCancelled(Exception):
    """The user ended the work; nothing is written."""


def newest_edition(engine: Engine, profile: str) -> int:
    """Return the number of the office's last change of any list of a country, 0 for none."""
    with reading(engine) as connection:
        return _newest(connection, profile)


def has_edition(engine: Engine, profile: str, number: int) -> bool:
    """Tell whether the office has an edition of this number."""
    wanted = select(list_editions.c.number).where(
        list_editions.c.profile == profile, list_editions.c.number == number
    )
    with reading(engine) as connection:
        return connection.scalar(wanted) is not None


def identity(engine: Engine) -> str:
    """Return what tells one office's database from another's, without a password."""
    shown = engine.url.render_as_string(hide_password=True)
    return f"{crc32(shown.encode()):08x}"


def changed_since(engine: Engine, profile: str, number: int) -> tuple[int, Changes]:
    """Return the newest edition and the codes changed after a number, with their periods now."""
    kept = list_entries.c
    with reading(engine) as connection:
        newest = _newest(connection, profile)
        if newest == number:
            return newest, {}
        touched = (
            select(kept.list_name, kept.code)
            .where(kept.profile == profile, kept.edition > number)
            .distinct()
            .subquery()
        )
        wanted = (
            select(*_PERIOD)
            .join(
                touched,
                (touched.c.list_name == kept.list_name) & (touched.c.code == kept.code),
            )
            .where(kept.profile == profile, kept.replaced_in.is_(None))
            .order_by(kept.sequence)
        )
        columns = fetch_columns(connection, wanted)
    return newest, _periods(columns)


def store(
    engine: Engine,
    profile: str,
    *changes: Change,
    user: str,
    at: datetime,
    progress: Progress | None = None,
    is_cancelled: IsCancelled | None = None,
) -> int:
    """Write changes, all or nothing, each as an edition, and return the last one's number.

    Raises ListChanged when one of the codes was changed after the edition the change was made
    on, ImportCancelled, StorageUnavailable.
    """
    done, total = 0, sum(len(change.periods) for change in changes)
    with writing(engine) as connection:
        take_turn(connection, Turn.LISTS)
        number = connection.scalar(select(func.max(list_editions.c.number))) or 0
        for change in changes:
            _refuse_conflict(connection, profile, change)
            number += 1
            connection.execute(
                insert(list_editions), _edition_row(number, profile, change, user, at)
            )
            codes = list(change.periods)
            for start in range(0, len(codes), _AT_ONCE):
                if is_cancelled is not None and is_cancelled():
                    raise ImportCancelled
                part = codes[start : start + _AT_ONCE]
                _replace(connection, profile, change, part, number)
                done += len(part)
                if progress is not None:
                    progress(done, total)
    return number


def editions(
    engine: Engine, profile: str, list_name: str = "", limit: int = 200
) -> tuple[Edition, ...]:
    """Return the last changes, newest first; of one list or of all."""
    wanted = select(list_editions).where(list_editions.c.profile == profile)
    if list_name:
        wanted = wanted.where(list_editions.c.list_name == list_name)
    wanted = wanted.order_by(list_editions.c.number.desc()).limit(limit)
    with reading(engine) as connection:
        return tuple(_edition(row) for row in connection.execute(wanted).mappings())


def history(engine: Engine, profile: str, list_name: str, code: str) -> tuple[Past, ...]:
    """Return what each edition made of a code, newest first."""
    kept = list_entries.c
    own = (kept.profile == profile, kept.list_name == list_name, kept.code == code)
    with reading(engine) as connection:
        rows = connection.execute(
            select(kept.edition, *_PERIOD).where(*own).order_by(kept.sequence)
        ).all()
        numbers = {row[0] for row in rows}
        found = connection.execute(
            select(list_editions).where(list_editions.c.number.in_(numbers))
        ).mappings()
        known = {row["number"]: _edition(row) for row in found}
    past: dict[int, list[ListEntry]] = {}
    for number, _list_name, *columns in rows:
        past.setdefault(number, []).append(_entry(columns))
    return tuple(
        Past(periods=tuple(past[number]), edition=known[number])
        for number in sorted(past, reverse=True)
    )


def _newest(connection: Connection, profile: str) -> int:
    newest = select(func.max(list_editions.c.number)).where(list_editions.c.profile == profile)
    return connection.scalar(newest) or 0


def _refuse_conflict(connection: Connection, profile: str, change: Change) -> None:
    kept = list_entries.c
    newer = (
        select(kept.code, list_editions.c.stored_by)
        .join(list_editions, list_editions.c.number == kept.edition)
        .where(
            kept.profile == profile,
            kept.list_name == change.list_name,
            kept.edition > change.seen,
        )
    )
    for code, user in connection.execute(newer):
        if code in change.periods:
            raise ListChanged(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "{user} changed {code} in this list meanwhile. Look at it again, then change "
                    "it.",
                ),
                {"user": user, "code": code},
            )


def _replace(
    connection: Connection, profile: str, change: Change, codes: Sequence[str], number: int
) -> None:
    kept = list_entries.c
    connection.execute(
        update(list_entries)
        .where(
            kept.profile == profile,
            kept.list_name == change.list_name,
            kept.code.in_(bindparam("codes", expanding=True)),
            kept.replaced_in.is_(None),
        )
        .values(replaced_in=number),
        {"codes": list(codes)},
    )
    rows = [
        _entry_row(entry, profile, change.list_name, number)
        for code in codes
        for entry in change.periods[code]
    ]
    if rows:
        connection.execute(insert(list_entries), rows)


def _edition_row(
    number: int, profile: str, change: Change, user: str, at: datetime
) -> dict[str, Any]:
    return {
        "number": number,
        "profile": profile,
        "list_name": change.list_name,
        "work": str(change.work),
        "source": change.source,
        "stored_by": user,
        "stored_at": at.astimezone(UTC),
        "added": change.added,
        "changed": change.changed,
        "ended": change.ended,
    }


def _edition(row: Mapping[Any, Any]) -> Edition:
    return Edition(
        number=row["number"],
        list_name=row["list_name"],
        work=Work(row["work"]),
        source=row["source"],
        by=row["stored_by"],
        at=row["stored_at"],
        added=row["added"],
        changed=row["changed"],
        ended=row["ended"],
    )


def _entry_row(entry: ListEntry, profile: str, list_name: str, number: int) -> dict[str, Any]:
    return {
        "profile": profile,
        "list_name": list_name,
        "code": entry.code,
        "en": entry.en,
        "ar": entry.ar,
        "facts": json.dumps(dict(entry.facts), ensure_ascii=False) if entry.facts else "",
        "valid_from": entry.valid_from,
        "valid_to": entry.valid_to,
        "source": entry.source,
        "edition": number,
    }


def _periods(columns: list[Sequence[Any]]) -> Changes:
    periods: dict[tuple[str, str], list[ListEntry]] = {}
    for list_name, *own in _rows(columns):
        periods.setdefault((list_name, own[0]), []).append(_entry(own))
    return {key: tuple(entries) for key, entries in periods.items()}


def _rows(columns: list[Sequence[Any]]) -> Iterator[tuple[Any, ...]]:
    return zip(*columns, strict=True) if columns else iter(())


def _entry(row: Sequence[Any]) -> ListEntry:
    code, en, ar, facts, valid_from, valid_to, source = row
    start: date | None = valid_from
    end: date | None = valid_to
    return ListEntry(
        code=code,
        en=en,
        ar=ar,
        facts=json.loads(facts) if facts else {},
        valid_from=start,
        valid_to=end,
        source=source,
    )
