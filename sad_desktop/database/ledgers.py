"""The ledgers of an office in the database: entries in and out, nobody's change overwritten."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Row,
    Select,
    delete,
    insert,
    select,
    update,
)

from sad_desktop.brokerage.ledgers import ENTRY_TYPES, Entry, Guarantee, Ledger, fields_of
from sad_desktop.database import due_date_rows
from sad_desktop.database.engine import Turn, reading, take_turn, writing
from sad_desktop.database.ledger_tables import LEDGERS
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_AT_ONCE = 500


class EntryChanged(UserError):
    """Another desk changed or removed the entry meanwhile; nothing was overwritten."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Another desk changed this line after you opened it. Look at the list again, and "
                "key your changes once more.",
            )
        )


def entries(engine: Engine, ledger: Ledger, profile: str) -> tuple[Entry, ...]:
    """Return a whole ledger in the order of its first field; raises StorageUnavailable."""
    table = LEDGERS[ledger]
    first = next(iter(fields_of(ledger)))
    wanted = select(table).where(table.c.profile == profile).order_by(table.c[first], table.c.id)
    return _read(engine, ledger, wanted)


def with_values(
    engine: Engine, ledger: Ledger, profile: str, field: str, values: Iterable[str]
) -> tuple[Entry, ...]:
    """Return the entries whose text in a field is one of some; raises StorageUnavailable."""
    table, some = LEDGERS[ledger], sorted(values)
    found: tuple[Entry, ...] = ()
    for begin in range(0, len(some), _AT_ONCE):
        its = table.c[field].in_(some[begin : begin + _AT_ONCE])
        found += _read(engine, ledger, select(table).where(table.c.profile == profile, its))
    return found


def store(
    engine: Engine, ledger: Ledger, profile: str, entry: Entry, *, user: str, at: datetime
) -> Entry:
    """Keep an entry over the version it began with; raises EntryChanged, StorageUnavailable."""
    table = LEDGERS[ledger]
    row = {**_row(ledger, profile, entry, user, at), "version": entry.version + 1}
    with writing(engine) as connection:
        if not entry.id:
            number = connection.scalar(insert(table).returning(table.c.id), row)
            return replace(entry, id=int(number or 0), version=1)
        _keep_charged(connection, entry)
        if not connection.execute(update(table).where(_same(table, entry)).values(row)).rowcount:
            raise EntryChanged
    return replace(entry, version=entry.version + 1)


def remove(engine: Engine, ledger: Ledger, entry: Entry) -> None:
    """Take an entry out; raises EntryChanged, StorageUnavailable."""
    table = LEDGERS[ledger]
    with writing(engine) as connection:
        _refuse_charged(connection, entry)
        if not connection.execute(delete(table).where(_same(table, entry))).rowcount:
            raise EntryChanged


def add_all(
    engine: Engine,
    ledger: Ledger,
    profile: str,
    added: Iterable[Entry],
    *,
    instead: bool,
    user: str,
    at: datetime,
) -> None:
    """Add entries, or put them in the place of the whole ledger; all or nothing."""
    table = LEDGERS[ledger]
    rows = [{**_row(ledger, profile, entry, user, at), "version": 1} for entry in added]
    its = table.c.profile == profile
    with writing(engine) as connection:
        if instead:
            for former in _read_from(connection, ledger, select(table).where(its)):
                _refuse_charged(connection, former)
            connection.execute(delete(table).where(its))
        if rows:
            connection.execute(insert(table), rows)


def _keep_charged(connection: Connection, entry: Entry) -> None:
    """Refuse a guarantee smaller than what it stands for; no other desk charges it meanwhile."""
    if not isinstance(entry, Guarantee):
        return
    take_turn(connection, Turn.LIFE)
    taken = due_date_rows.taken_of(connection, entry.id)
    if taken > 0 and entry.is_returned:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Guarantee {number} stands for {taken} now: it is not returned before that.",
            ),
            {"number": entry.number, "taken": f"{taken:,f}"},
        )
    if entry.amount is not None and taken > entry.amount:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Guarantee {number} stands for {taken} now: its amount cannot be less than that.",
            ),
            {"number": entry.number, "taken": f"{taken:,f}"},
        )


def _refuse_charged(connection: Connection, entry: Entry) -> None:
    """Refuse to remove a guarantee that was ever charged."""
    if not isinstance(entry, Guarantee):
        return
    take_turn(connection, Turn.LIFE)
    if due_date_rows.was_charged(connection, entry.id):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Guarantee {number} was charged with declarations and stays in the list. Tick "
                "that it was returned instead.",
            ),
            {"number": entry.number},
        )


def _same(table: Any, entry: Entry) -> ColumnElement[bool]:
    same: ColumnElement[bool] = (table.c.id == entry.id) & (table.c.version == entry.version)
    return same


def _row(ledger: Ledger, profile: str, entry: Entry, user: str, at: datetime) -> dict[str, Any]:
    fields = {name: getattr(entry, name) for name in fields_of(ledger)}
    return {**fields, "profile": profile, "stored_by": user, "stored_at": at.astimezone(UTC)}


def _read(engine: Engine, ledger: Ledger, wanted: Select[Any]) -> tuple[Entry, ...]:
    with reading(engine) as connection:
        return _read_from(connection, ledger, wanted)


def _read_from(connection: Connection, ledger: Ledger, wanted: Select[Any]) -> tuple[Entry, ...]:
    names = ("id", "version", *fields_of(ledger))
    return tuple(_entry(ledger, names, row) for row in connection.execute(wanted))


def _entry(ledger: Ledger, names: tuple[str, ...], row: Row[Any]) -> Entry:
    return ENTRY_TYPES[ledger](**{name: getattr(row, name) for name in names})
