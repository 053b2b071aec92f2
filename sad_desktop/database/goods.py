"""The ledger of goods under suspending procedures: movements are added, never changed."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Select, insert, select

from sad_desktop.brokerage.goods import (
    MEASURES,
    UNDONE_BY,
    Movement,
    MovementKind,
    balance,
    check_enough,
    entered_amount,
    in_use,
    is_overdrawn,
    opposite,
    overdrawn,
    plus,
    undone,
)
from sad_desktop.brokerage.register import Balance, PreviousGoods
from sad_desktop.database.engine import reading
from sad_desktop.database.life_tables import goods_movements

_DONE_BY = {undoing: done for done, undoing in UNDONE_BY.items()}
_AT_ONCE = 500
_GOODS = ("office", "year", "serial", "number", "item_number")


def balances(
    engine: Engine, wanted: Iterable[PreviousGoods], *, but_of: str = ""
) -> dict[PreviousGoods, Balance]:
    """Return what is left of earlier declarations' goods; goods nobody entered are left out.

    ``but_of`` is a declaration whose own movements do not count: it is being judged.
    Raises StorageUnavailable.
    """
    goods = tuple(dict.fromkeys(wanted))
    if not goods:
        return {}
    with reading(engine) as connection:
        found = {one: balance(_movements(connection, one, but_of)) for one in goods}
    return {one: left for one, left in found.items() if left is not None}


def holdings(
    engine: Engine, wanted: Iterable[PreviousGoods]
) -> dict[PreviousGoods, tuple[Balance, Balance]]:
    """Return what entered and what is left of goods, in their order; unknown ones are left out.

    Raises StorageUnavailable.
    """
    with reading(engine) as connection:
        return standing(connection, wanted)


def standing(
    connection: Connection, wanted: Iterable[PreviousGoods]
) -> dict[PreviousGoods, tuple[Balance, Balance]]:
    """Return what entered and what is left of goods as a transaction sees them."""
    found: dict[PreviousGoods, tuple[Balance, Balance]] = {}
    for one in wanted:
        moved = _movements(connection, one)
        left = balance(moved)
        if left is not None:
            found[one] = entered_amount(moved), left
    return found


def entered_by(connection: Connection, declaration_id: str) -> tuple[PreviousGoods, ...]:
    """Return the goods that ever entered by a declaration."""
    return _moved_by(connection, declaration_id, MovementKind.ENTERED)


def taken_by(connection: Connection, declaration_id: str) -> tuple[PreviousGoods, ...]:
    """Return the goods a declaration ever took out of earlier ones."""
    return _moved_by(connection, declaration_id, MovementKind.USED)


def entered_with(connection: Connection, wanted: Iterable[PreviousGoods]) -> tuple[str, ...]:
    """Return the declarations by which goods entered."""
    found = (
        one.declaration_id
        for goods in wanted
        for one in _movements(connection, goods)
        if one.kind is MovementKind.ENTERED
    )
    return tuple(dict.fromkeys(found))


def post(connection: Connection, moved: Sequence[Movement], entry: int) -> None:
    """Add the movements of a history entry unless more would leave than entered.

    The office's lock is held. Raises NotEnoughGoods.
    """
    for one in moved:
        left = balance(_movements(connection, one.goods))
        if one.kind is MovementKind.USED:
            check_enough(one.goods, left, one.amount)
        _insert(connection, one, entry)
        if is_overdrawn(balance(_movements(connection, one.goods))):
            raise overdrawn(one.goods)


def take_back(connection: Connection, declaration_id: str, entry: int) -> None:
    """Undo what a declaration moved; raises GoodsInUse where its goods left by another one."""
    own = _read(connection, _all().where(goods_movements.c.declaration_id == declaration_id))
    for one in undone(own):
        _insert(connection, one, entry)
        if is_overdrawn(balance(_movements(connection, one.goods))):
            raise in_use(one.goods)


def put_again(connection: Connection, declaration_id: str, *, taken_back: int, entry: int) -> None:
    """Repeat what a declaration had moved when a former entry took it back.

    Raises NotEnoughGoods when another declaration took the goods meanwhile.
    """
    then = (goods_movements.c.declaration_id == declaration_id) & (
        goods_movements.c.entry == taken_back
    )
    again = [
        opposite(one, _DONE_BY[one.kind])
        for one in _read(connection, _all().where(then))
        if one.kind in _DONE_BY
    ]
    post(connection, again, entry)


def left_by_declaration(connection: Connection, ids: Iterable[str]) -> dict[str, Balance]:
    """Return what is left in all of the goods that entered by each of some declarations."""
    its, some = goods_movements.c, sorted(set(ids))
    moved: dict[PreviousGoods, list[Movement]] = {}
    for begin in range(0, len(some), _AT_ONCE):
        part = its.declaration_id.in_(some[begin : begin + _AT_ONCE])
        entries = select(its.number).where(part, its.kind == str(MovementKind.ENTERED))
        for one in _read(connection, _all().where(its.number.in_(entries))):
            moved.setdefault(one.goods, []).append(one)
    found: dict[str, Balance] = {}
    for movements in moved.values():
        owners = {one.declaration_id for one in movements if one.kind is MovementKind.ENTERED}
        for owner in owners & set(some):
            found[owner] = plus(found.get(owner, Balance()), balance(movements) or Balance())
    return found


def _moved_by(
    connection: Connection, declaration_id: str, kind: MovementKind
) -> tuple[PreviousGoods, ...]:
    its = goods_movements.c
    wanted = _all().where(its.declaration_id == declaration_id, its.kind == str(kind))
    return tuple(dict.fromkeys(one.goods for one in _read(connection, wanted)))


def _movements(
    connection: Connection, goods: PreviousGoods, but_of: str = ""
) -> tuple[Movement, ...]:
    its = goods_movements.c
    wanted = _all().where(its.number == goods.number, its.office == goods.office)
    wanted = wanted.where(its.serial == goods.serial, its.declaration_id != but_of)
    for name in ("year", "item_number"):
        wanted = wanted.where(its[name].is_not_distinct_from(getattr(goods, name)))
    return _read(connection, wanted)


def _all() -> Select[Any]:
    return select(goods_movements).order_by(goods_movements.c.sequence)


def _read(connection: Connection, wanted: Select[Any]) -> tuple[Movement, ...]:
    return tuple(
        Movement(
            goods=PreviousGoods(**{name: getattr(row, name) for name in _GOODS}),
            declaration_id=row.declaration_id,
            kind=MovementKind(row.kind),
            amount=Balance(**{name: getattr(row, name) for name in MEASURES}),
        )
        for row in connection.execute(wanted)
    )


def _insert(connection: Connection, moved: Movement, entry: int) -> None:
    row = {
        **{name: getattr(moved.goods, name) for name in _GOODS},
        **{name: getattr(moved.amount, name) for name in MEASURES},
        "declaration_id": moved.declaration_id,
        "entry": entry,
        "kind": str(moved.kind),
    }
    connection.execute(insert(goods_movements), row)
