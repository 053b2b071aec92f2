"""Due dates in the database: written with the steps of declarations, and by hand."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import Connection, Engine

from sad_desktop.brokerage.due_dates import (
    DueAct,
    DueDate,
    Opening,
    after_goods,
    opened_again,
    opened_for_transfer,
)
from sad_desktop.brokerage.guarantees import (
    Charge,
    charged,
    leaving,
    moved_to,
    put_again,
    settled,
    withdrawn,
)
from sad_desktop.brokerage.register import PreviousGoods
from sad_desktop.database import goods
from sad_desktop.database.due_date_rows import (
    Doing,
    add,
    charge,
    demand_version,
    post,
    put,
    read_charges,
    read_of,
    record,
)
from sad_desktop.database.engine import Turn, reading, take_turn, writing

_ZERO = Decimal(0)


def open_for(connection: Connection, declaration_id: str, opening: Opening, doing: Doing) -> None:
    """Open a declaration's due date and charge its guarantee; the office's lock is held.

    Raises NotCoveredByGuarantee.
    """
    due = replace(opening.due, declaration_id=declaration_id)
    sources = goods.entered_with(connection, goods.taken_by(connection, declaration_id))
    due = opened_for_transfer(due, opening.period, read_of(connection, sources))
    earlier = read_of(connection, (declaration_id,))
    former = next((one for one in earlier if one.is_withdrawn and not one.is_documents), None)
    due = add(connection, due) if former is None else put(connection, opened_again(former, due))
    charge(connection, due, opening.parts, doing.at)
    record(connection, due, DueAct.OPEN, doing, sum(opening.parts.values(), _ZERO))


def withdraw(
    connection: Connection, declaration_id: str, doing: Doing, *, keeps_documents: bool = False
) -> None:
    """Give up a declaration's due dates and free its guarantee: it is cancelled or amended.

    An amendment keeps what was promised about documents.
    """
    for due in read_of(connection, (declaration_id,)):
        if due.is_withdrawn or (keeps_documents and due.is_documents):
            continue
        # What customs took or gave back stays as it is: the money moved.
        is_over = due.debited_on is not None or due.refunded_on is not None
        changes = () if is_over else withdrawn(read_charges(connection, due.id))
        post(connection, changes, doing.at)
        gone = put(connection, replace(due, is_withdrawn=True))
        record(connection, gone, DueAct.WITHDRAW, doing, charged(changes))


def reopen(connection: Connection, declaration_id: str, doing: Doing) -> None:
    """Take up due dates again: an amendment is given up. Raises NotCoveredByGuarantee."""
    for due in read_of(connection, (declaration_id,)):
        if not due.is_withdrawn:
            continue
        changes = put_again(read_charges(connection, due.id))
        post(connection, changes, doing.at)
        back = put(connection, replace(due, is_withdrawn=False))
        record(connection, back, DueAct.REOPEN, doing, charged(changes))


def settle(connection: Connection, moved: Iterable[PreviousGoods], doing: Doing) -> None:
    """Follow goods that left or came back: write guarantees off in proportion (S4-056).

    Raises NotCoveredByGuarantee where goods come back that a guarantee has no room for any more.
    """
    owners = goods.entered_with(connection, dict.fromkeys(moved))
    for due in read_of(connection, owners):
        if not due.is_withdrawn and not due.is_documents:
            _settle(connection, due, doing)


def _settle(connection: Connection, due: DueDate, doing: Doing) -> None:
    own = goods.standing(connection, goods.entered_by(connection, due.declaration_id))
    by_item = {one.item_number or 0: stood for one, stood in own.items()}
    has_left, is_all = leaving(by_item.values())
    changes: Sequence[Charge] = ()
    if due.debited_on is None and due.refunded_on is None:
        changes = settled(read_charges(connection, due.id), by_item, due.decimals)
    now = after_goods(due, has_left=has_left, is_all=is_all, on=doing.on)
    if now == due and not changes:
        return
    post(connection, changes, doing.at)
    came_back = charged(changes) > 0 or (not is_all and due.discharged_on != now.discharged_on)
    act = DueAct.RETURN if came_back else DueAct.LEAVE
    record(connection, put(connection, now), act, doing, charged(changes))


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """What a hand does about a due date: ``due`` as it shall be, with the version seen.

    ``charges`` change what its guarantee stands for.
    """

    due: DueDate
    act: DueAct
    charges: Sequence[Charge] = ()


def charges_of(engine: Engine, due: DueDate) -> tuple[Charge, ...]:
    """Return what a due date's guarantee stood for, change by change."""
    with reading(engine) as connection:
        return read_charges(connection, due.id)


def do(engine: Engine, deed: Deed, doing: Doing) -> DueDate:
    """Write what a hand did; raises DueDateChanged, NotCoveredByGuarantee, StorageUnavailable."""
    with _turn(engine) as connection:
        demand_version(connection, deed.due)
        post(connection, deed.charges, doing.at)
        done = put(connection, deed.due)
        record(connection, done, deed.act, doing, charged(deed.charges))
        if deed.act is not DueAct.TAKE_BACK or done.is_documents:
            return done
        _settle(connection, done, doing)
        return read_of(connection, (done.declaration_id,), done.id)[0]


def cover(engine: Engine, due: DueDate, guarantee_id: int, doing: Doing) -> DueDate:
    """Let another guarantee stand for a due date; raises as ``do``."""
    with _turn(engine) as connection:
        demand_version(connection, due)
        before = read_charges(connection, due.id)
        post(connection, moved_to(before, guarantee_id), doing.at)
        now = put(connection, replace(due, guarantee_id=guarantee_id))
        record(connection, now, DueAct.COVER, doing, charged(before))
        return now


def add_by_hand(engine: Engine, declaration_id: str, opening: Opening, doing: Doing) -> DueDate:
    """Open a due date somebody asks for, besides those of the steps; raises as ``do``."""
    with _turn(engine) as connection:
        due = add(connection, replace(opening.due, declaration_id=declaration_id))
        charge(connection, due, opening.parts, doing.at)
        record(connection, due, DueAct.OPEN, doing, sum(opening.parts.values(), _ZERO))
        if not due.is_documents:
            _settle(connection, due, doing)
        return read_of(connection, (declaration_id,), due.id)[0]


@contextmanager
def _turn(engine: Engine) -> Iterator[Connection]:
    """Write while no other desk takes a step of a declaration or acts on a due date."""
    with writing(engine) as connection:
        take_turn(connection, Turn.LIFE)
        yield connection
