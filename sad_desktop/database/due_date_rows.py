"""The rows of due dates, of what was done about them, and of what guarantees stand for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine, Select, insert, select, update

from sad_desktop.brokerage.due_dates import DueAct, DueDate, Recorded
from sad_desktop.brokerage.goods import MovementKind
from sad_desktop.brokerage.guarantees import Charge, ChargeKind, NotCoveredByGuarantee, check_cover
from sad_desktop.brokerage.ledgers import Guarantee, Ledger
from sad_desktop.brokerage.library import Summary
from sad_desktop.brokerage.life import HOLDING
from sad_desktop.brokerage.register import Balance
from sad_desktop.database import goods
from sad_desktop.database.due_date_tables import due_date_acts, due_dates, guarantee_charges
from sad_desktop.database.engine import reading
from sad_desktop.database.ledger_tables import LEDGERS
from sad_desktop.database.library import SUMMARY, summary
from sad_desktop.database.life_tables import goods_movements
from sad_desktop.database.schema import declarations, library
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_NAMES = tuple(one.name for one in fields(DueDate))
_ZERO = Decimal(0)
_AT_ONCE = 500
_guarantees = LEDGERS[Ledger.GUARANTEES]


class DueDateChanged(UserError):
    """Another desk did something about the due date meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Another desk changed this due date after you opened it. Look at it again; "
                "nothing was written.",
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """Who does something about due dates, when, and on which day it counts.

    ``declaration`` names the one it is done with; ``remark`` is what the user said.
    """

    by: str
    at: datetime
    on: date
    declaration: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A due date with its declaration's line, what of the goods is left, and what is charged.

    ``whole`` is what was charged in the beginning.
    """

    due: DueDate
    summary: Summary
    left: Balance
    charged: Decimal
    whole: Decimal


def followed(engine: Engine, profile: str) -> tuple[tuple[Followed, ...], dict[int, Decimal]]:
    """Return every due date of a country's declarations, and what stands on each guarantee.

    Raises StorageUnavailable.
    """
    its = due_dates.c
    wanted = select(its.declaration_id).where(its.profile == profile)
    lines = select(*SUMMARY).where(library.c.declaration_id.in_(wanted))
    charges = guarantee_charges.c
    by_due: dict[int, Decimal] = {}
    by_guarantee: dict[int, Decimal] = {}
    begun: dict[int, dict[int, Decimal]] = {}
    with reading(engine) as connection:
        dues = _read(connection, _all().where(its.profile == profile))
        summaries = {one.id: one for one in map(summary, connection.execute(lines))}
        left = goods.left_by_declaration(connection, summaries)
        for row in connection.execute(select(guarantee_charges).order_by(charges.sequence)):
            by_due[row.due_id] = by_due.get(row.due_id, _ZERO) + row.amount
            own = row.guarantee_id or 0
            by_guarantee[own] = by_guarantee.get(own, _ZERO) + row.amount
            if row.kind == ChargeKind.CHARGED:
                begun.setdefault(row.due_id, {})[row.item_number] = row.amount
    rows = tuple(
        Followed(
            due=due,
            summary=summaries[due.declaration_id],
            left=left.get(due.declaration_id, Balance()),
            charged=by_due.get(due.id, _ZERO),
            whole=sum(begun.get(due.id, {}).values(), _ZERO),
        )
        for due in dues
        if due.declaration_id in summaries
    )
    return rows, by_guarantee


def unfollowed(engine: Engine, profile: str) -> tuple[str, ...]:
    """Return assessed declarations under suspension whose due date nobody follows.

    Those assessed before due dates were kept. Raises StorageUnavailable.
    """
    moved, own = goods_movements.c, declarations.c
    entered = select(moved.declaration_id).where(moved.kind == str(MovementKind.ENTERED))
    wanted = select(own.id).where(
        own.id.in_(entered),
        own.id.not_in(select(due_dates.c.declaration_id)),
        own.status.in_([status.value for status in HOLDING]),
        own.profile == profile,
    )
    with reading(engine) as connection:
        return tuple(connection.scalars(wanted))


def of_profile(engine: Engine, profile: str) -> tuple[DueDate, ...]:
    """Return every due date of a country's declarations; raises StorageUnavailable."""
    with reading(engine) as connection:
        return _read(connection, _all().where(due_dates.c.profile == profile))


def of_declarations(engine: Engine, ids: Iterable[str]) -> tuple[DueDate, ...]:
    """Return the due dates of some declarations; raises StorageUnavailable."""
    with reading(engine) as connection:
        return read_of(connection, ids)


def acts_of(engine: Engine, due_id: int) -> tuple[Recorded, ...]:
    """Return what was done about a due date, oldest first; raises StorageUnavailable."""
    wanted = select(due_date_acts).where(due_date_acts.c.due_id == due_id)
    with reading(engine) as connection:
        rows = connection.execute(wanted.order_by(due_date_acts.c.sequence)).all()
    return tuple(
        Recorded(
            act=DueAct(row.act),
            at=row.at,
            by=row.done_by,
            on=row.on,
            due_on=row.due_on,
            amount=row.amount,
            declaration=row.declaration,
            remark=row.remark,
        )
        for row in rows
    )


def standing(engine: Engine) -> dict[int, Decimal]:
    """Return what stands charged by guarantee, 0: by none; raises StorageUnavailable."""
    its = guarantee_charges.c
    found: dict[int, Decimal] = {}
    with reading(engine) as connection:
        for row in connection.execute(select(its.guarantee_id, its.amount)):
            own = row.guarantee_id or 0
            found[own] = found.get(own, _ZERO) + row.amount
    return found


def taken_of(connection: Connection, guarantee_id: int) -> Decimal:
    """Return what stands charged on a guarantee."""
    its = guarantee_charges.c
    amounts = connection.scalars(select(its.amount).where(its.guarantee_id == guarantee_id))
    return sum(amounts, _ZERO)


def was_charged(connection: Connection, guarantee_id: int) -> bool:
    """Tell whether a guarantee ever stood for anything."""
    its = guarantee_charges.c
    wanted = select(its.sequence).where(its.guarantee_id == guarantee_id).limit(1)
    return connection.scalar(wanted) is not None


def guarantee_of(connection: Connection, guarantee_id: int) -> Guarantee | None:
    """Return a guarantee, its row locked until the transaction ends."""
    names = [one.name for one in fields(Guarantee)]
    wanted = select(_guarantees).where(_guarantees.c.id == guarantee_id).with_for_update()
    row = connection.execute(wanted).first()
    return None if row is None else Guarantee(**{name: getattr(row, name) for name in names})


def read_of(
    connection: Connection, declaration_ids: Iterable[str], due_id: int = 0
) -> tuple[DueDate, ...]:
    """Return the due dates of some declarations, one of them where it is named."""
    ids = sorted(set(declaration_ids))
    found: list[DueDate] = []
    for begin in range(0, len(ids), _AT_ONCE):
        wanted = _all().where(due_dates.c.declaration_id.in_(ids[begin : begin + _AT_ONCE]))
        found += _read(connection, wanted.where(due_dates.c.id == due_id) if due_id else wanted)
    return tuple(found)


def add(connection: Connection, due: DueDate) -> DueDate:
    """Insert a due date."""
    row = {name: getattr(due, name) for name in _NAMES if name != "id"}
    number = connection.scalar(insert(due_dates).returning(due_dates.c.id), {**row, "version": 1})
    return replace(due, id=int(number or 0), version=1)


def put(connection: Connection, due: DueDate) -> DueDate:
    """Write a due date over its row."""
    row = {name: getattr(due, name) for name in _NAMES if name != "id"}
    later = replace(due, version=due.version + 1)
    connection.execute(
        update(due_dates).where(due_dates.c.id == due.id).values({**row, "version": later.version})
    )
    return later


def demand_version(connection: Connection, due: DueDate) -> None:
    """Refuse to act on anything but what stands there now; raises DueDateChanged."""
    kept = connection.scalar(select(due_dates.c.version).where(due_dates.c.id == due.id))
    if kept != due.version:
        raise DueDateChanged


def read_charges(connection: Connection, due_id: int) -> tuple[Charge, ...]:
    """Return the changes of what stands for a due date, oldest first."""
    its = guarantee_charges.c
    wanted = select(guarantee_charges).where(its.due_id == due_id).order_by(its.sequence)
    return tuple(
        Charge(
            guarantee_id=row.guarantee_id or 0,
            due_id=row.due_id,
            item_number=row.item_number,
            kind=ChargeKind(row.kind),
            amount=row.amount,
        )
        for row in connection.execute(wanted)
    )


def post(connection: Connection, changes: Sequence[Charge], at: datetime) -> None:
    """Add changes; raises NotCoveredByGuarantee where a guarantee would stand for more than it is.

    The office's lock is held, and the guarantee's row is locked until the transaction ends.
    """
    rows = [
        {
            "due_id": one.due_id,
            "guarantee_id": one.guarantee_id or None,
            "item_number": one.item_number,
            "kind": str(one.kind),
            "amount": one.amount,
            "at": at,
        }
        for one in changes
    ]
    if not rows:
        return
    wanted: dict[int, Decimal] = {}
    for one in changes:
        wanted[one.guarantee_id] = wanted.get(one.guarantee_id, _ZERO) + one.amount
    for guarantee_id, more in wanted.items():
        if guarantee_id and more > 0:
            _demand_cover(connection, guarantee_id, more)
    connection.execute(insert(guarantee_charges), rows)


def charge(
    connection: Connection, due: DueDate, parts: Mapping[int, Decimal], at: datetime
) -> None:
    """Charge a due date's guarantee, or note what none stands for; raises as ``post``."""
    changes = [
        Charge(
            guarantee_id=due.guarantee_id,
            due_id=due.id,
            item_number=number,
            kind=ChargeKind.CHARGED,
            amount=part,
        )
        for number, part in parts.items()
    ]
    post(connection, changes, at)


def record(
    connection: Connection, due: DueDate, act: DueAct, doing: Doing, amount: Decimal
) -> None:
    """Add to the history of a due date what was done about it."""
    row = {
        "due_id": due.id,
        "at": doing.at,
        "done_by": doing.by,
        "act": str(act),
        "on": doing.on,
        "due_on": due.next_day(),
        "amount": amount,
        "declaration": doing.declaration,
        "remark": doing.remark,
    }
    connection.execute(insert(due_date_acts), row)


def _demand_cover(connection: Connection, guarantee_id: int, more: Decimal) -> None:
    guarantee = guarantee_of(connection, guarantee_id)
    if guarantee is None or guarantee.is_returned:
        raise NotCoveredByGuarantee(
            QT_TRANSLATE_NOOP(
                "UserError", "The guarantee is not kept any more. Choose another one."
            )
        )
    check_cover(guarantee, taken_of(connection, guarantee_id), more)


def _all() -> Select[Any]:
    return select(due_dates).order_by(due_dates.c.id)


def _read(connection: Connection, wanted: Select[Any]) -> tuple[DueDate, ...]:
    return tuple(
        DueDate(**{name: getattr(row, name) for name in _NAMES})
        for row in connection.execute(wanted)
    )
