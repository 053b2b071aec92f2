"""A step under way: one transaction in the office's turn, what stood before, and what is written.

The life of declarations and their payments take steps; both record them in the history.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection, Engine

from sad_desktop.brokerage.conflict import Conflict, differences
from sad_desktop.brokerage.history import Operation, changes
from sad_desktop.brokerage.library import Stored
from sad_desktop.brokerage.life import Step, after
from sad_desktop.database import declarations, history
from sad_desktop.database.engine import Turn, take_turn, writing
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Which step is taken on which version of a declaration, by whom and when.

    ``remark`` is the reason of a cancellation or an amendment.
    """

    declaration_id: str
    base_version: int
    by: str
    at: datetime
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A step under way: the transaction, the order, the declaration before it, where it leads."""

    connection: Connection
    order: Order
    before: Stored
    status: Status


@contextmanager
def begin(engine: Engine, order: Order, step: Step) -> Iterator[Work]:
    """Begin a step on the version the user saw; no other desk takes one meanwhile.

    Raises Conflict, StepClosed, NotStored, StorageUnavailable.
    """
    with writing(engine) as connection:
        take_turn(connection, Turn.LIFE)
        before = declarations.load_from(connection, order.declaration_id)
        if before.version != order.base_version:
            raise Conflict(before, differences(None, before.draft, before.draft))
        status = after(step, before.draft.status)
        yield Work(connection, order, before, status)


def finish(
    work: Work,
    operation: Operation,
    draft: Draft,
    *,
    remark: str = "",
    content: str = "",
    status: Status | None = None,
) -> Stored:
    """Write the declaration as the step leaves it, and record the step."""
    order, before = work.order, work.before
    stored = declarations.put(
        work.connection,
        order.declaration_id,
        replace(draft, status=status or work.status),
        declarations.standing_of(work.connection, order.declaration_id),
        version=before.version + 1,
        user=order.by,
        at=order.at,
    )
    changed, named = changes(before.draft, stored.draft)
    history.append(
        work.connection,
        stored,
        operation,
        before=before.draft.status,
        remark=remark,
        changed=changed,
        changes=named,
        content=content,
    )
    return stored


def note(work: Work, operation: Operation, remark: str) -> None:
    """Record what changes nothing of the declaration itself."""
    order, before = work.order, work.before
    history.append(
        work.connection,
        replace(before, stored_at=order.at, stored_by=order.by),
        operation,
        before=before.draft.status,
        remark=remark,
    )
