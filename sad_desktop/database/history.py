"""The office's history: one chain of entries, appended under the office's lock, never rewritten."""

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, insert, select

from sad_desktop.brokerage.history import (
    BEGINNING,
    Change,
    Entry,
    Operation,
    Verdict,
    plain_change,
    sealed,
    verdict,
)
from sad_desktop.brokerage.library import Stored
from sad_desktop.database import frozen, plain
from sad_desktop.database.engine import reading
from sad_desktop.database.life_tables import history
from sad_desktop.declaration.model import reference_of
from sad_desktop.declaration.status import Status

_AT_ONCE = 500


def append(
    connection: Connection,
    stored: Stored,
    operation: Operation,
    *,
    before: Status | None,
    is_gone: bool = False,
    remark: str = "",
    changed: int = 0,
    changes: tuple[Change, ...] = (),
    content: str = "",
) -> Entry:
    """Record what was done to a declaration; in the office's turn (``Turn.LIFE``).

    Who and when are those of the storing; ``is_gone`` says that nothing is left of it.
    """
    last = connection.execute(
        select(history.c.sequence, history.c.seal).order_by(history.c.sequence.desc()).limit(1)
    ).first()
    entry = sealed(
        Entry(
            sequence=1 if last is None else last.sequence + 1,
            declaration_id=stored.id,
            reference=reference_of(stored.draft.declaration),
            at=stored.stored_at,
            by=stored.stored_by,
            operation=operation,
            before=before,
            after=None if is_gone else stored.draft.status,
            version=stored.version,
            remark=remark,
            changed=changed,
            changes=changes,
            content=content,
            previous=BEGINNING if last is None else last.seal,
        )
    )
    connection.execute(insert(history), _row(entry))
    return entry


def entries_of(engine: Engine, declaration_id: str) -> tuple[Entry, ...]:
    """Return the history of one declaration, oldest first; raises StorageUnavailable."""
    with reading(engine) as connection:
        return entries_within(connection, declaration_id)


def entries_within(connection: Connection, declaration_id: str) -> tuple[Entry, ...]:
    """Return the history of one declaration within a transaction, oldest first."""
    wanted = select(history).where(history.c.declaration_id == declaration_id)
    found = connection.execute(wanted.order_by(history.c.sequence))
    return tuple(map(_entry, found))


def all_entries(connection: Connection) -> Iterator[Entry]:
    """Yield the whole office's history, oldest first, a few hundred rows at a time."""
    wanted: Select[Any] = select(history).order_by(history.c.sequence)
    reached = 0
    while True:
        found = connection.execute(wanted.where(history.c.sequence > reached).limit(_AT_ONCE)).all()
        yield from map(_entry, found)
        if len(found) < _AT_ONCE:
            return
        reached = found[-1].sequence


def verify(engine: Engine) -> Verdict:
    """Judge the whole chain and what it froze; raises StorageUnavailable."""
    with reading(engine) as connection:
        return verdict(all_entries(connection), frozenset(frozen.contents(connection)))


def seals(engine: Engine, numbers: Iterable[int]) -> dict[int, str]:
    """Return the seals of some entries by their numbers; raises StorageUnavailable."""
    left, found = iter(numbers), {}
    with reading(engine) as connection:
        while some := list(islice(left, _AT_ONCE)):
            wanted = select(history.c.sequence, history.c.seal).where(history.c.sequence.in_(some))
            found.update({row.sequence: row.seal for row in connection.execute(wanted)})
    return found


def _row(entry: Entry) -> dict[str, Any]:
    return {
        "sequence": entry.sequence,
        "declaration_id": entry.declaration_id,
        "reference": entry.reference,
        "at": entry.at,
        "done_by": entry.by,
        "operation": str(entry.operation),
        "status_before": str(entry.before or ""),
        "status_after": str(entry.after or ""),
        "version": entry.version,
        "remark": entry.remark,
        "changed": entry.changed,
        "changes": json.dumps([plain_change(one) for one in entry.changes]),
        "content": entry.content,
        "previous": entry.previous,
        "seal": entry.seal,
    }


def _entry(row: Row[Any]) -> Entry:
    return Entry(
        sequence=row.sequence,
        declaration_id=row.declaration_id,
        reference=row.reference,
        at=row.at,
        by=row.done_by,
        operation=Operation(row.operation),
        before=Status(row.status_before) if row.status_before else None,
        after=Status(row.status_after) if row.status_after else None,
        version=row.version,
        remark=row.remark,
        changed=row.changed,
        changes=tuple(_change(one) for one in json.loads(row.changes)),
        content=row.content,
        previous=row.previous,
        seal=row.seal,
    )


def _change(written: list[Any]) -> Change:
    name, item, rows, row, number, before, after = written
    return Change(
        place=plain.place_from([name, item, rows, row]), number=number, before=before, after=after
    )
