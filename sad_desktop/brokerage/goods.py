"""Goods under a suspending procedure: what entered, what left, and what is left (P-05, P-06)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from sad_desktop.brokerage.register import Balance, PreviousGoods, previous_goods
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.note import AssessmentNote

MEASURES = tuple(one.name for one in fields(Balance))
_ZERO = Decimal(0)


class MovementKind(StrEnum):
    """Why goods moved; an entry or a use is undone by a movement of its own, never erased."""

    ENTERED = "entered"
    USED = "used"
    WITHDRAWN = "withdrawn"
    GIVEN_BACK = "given_back"


UNDONE_BY: Mapping[MovementKind, MovementKind] = MappingProxyType(
    {
        MovementKind.ENTERED: MovementKind.WITHDRAWN,
        MovementKind.USED: MovementKind.GIVEN_BACK,
    }
)
"""The movement that takes another back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Goods that entered (positive) or left (negative) by one declaration.

    A measure is None where it is not kept; packages are counted, mass is net kg, the value is
    in national currency.
    """

    goods: PreviousGoods
    declaration_id: str
    kind: MovementKind
    amount: Balance


class NotEnoughGoods(UserError):
    """A declaration takes more out than entered."""


class GoodsInUse(UserError):
    """An entry cannot be taken back: another declaration took goods out of it."""


def entered(
    declaration: Declaration, note: AssessmentNote, declaration_id: str, keys: Iterable[int]
) -> tuple[Movement, ...]:
    """Return the goods that enter by some items of a registered declaration.

    The value is the statistical value of the note (S3-016).
    """
    wanted = frozenset(keys)
    year = declaration.registration_day.year if declaration.registration_day else None
    return tuple(
        Movement(
            goods=PreviousGoods(
                office=declaration.office_code,
                year=year,
                serial=declaration.registration_serial,
                number=declaration.registration_number,
                item_number=number,
            ),
            declaration_id=declaration_id,
            kind=MovementKind.ENTERED,
            amount=Balance(
                packages=item.package_count,
                mass=item.net_mass,
                quantity=item.unit_1_quantity,
                value=note.item(item.key).value.statistical_value,
            ),
        )
        for number, item in enumerate(declaration.items, start=1)
        if item.key in wanted
    )


def used(declaration: Declaration, declaration_id: str) -> tuple[Movement, ...]:
    """Return what a declaration takes out of earlier ones: its rows of box 40, summed."""
    totals: dict[PreviousGoods, Balance] = {}
    for goods, amount in _rows(declaration):
        totals[goods] = plus(totals.get(goods, Balance()), amount)
    return tuple(
        Movement(
            goods=goods,
            declaration_id=declaration_id,
            kind=MovementKind.USED,
            amount=negated(amount),
        )
        for goods, amount in totals.items()
        if amount != Balance()
    )


def entered_amount(movements: Iterable[Movement]) -> Balance:
    """Return what entered last of one item's goods; nothing where none ever did."""
    entries = [one.amount for one in movements if one.kind is MovementKind.ENTERED]
    return entries[-1] if entries else Balance()


def balance(movements: Iterable[Movement]) -> Balance | None:
    """Return what is left of one item's goods; None where none ever entered.

    A measure nobody gave at the entry is not kept.
    """
    moved = tuple(movements)
    if not any(one.kind is MovementKind.ENTERED for one in moved):
        return None
    kept = entered_amount(moved)
    left = Balance()
    for one in moved:
        left = plus(left, one.amount)
    return Balance(
        **{name: None if getattr(kept, name) is None else getattr(left, name) for name in MEASURES}
    )


def undone(movements: Iterable[Movement]) -> tuple[Movement, ...]:
    """Return the movements that take back what one declaration moved and did not take back yet."""
    open_amounts: dict[tuple[PreviousGoods, MovementKind], list[Movement]] = {}
    reverse = {undoing: done for done, undoing in UNDONE_BY.items()}
    for one in movements:
        if one.kind in UNDONE_BY:
            open_amounts.setdefault((one.goods, one.kind), []).append(one)
        elif (one.goods, reverse[one.kind]) in open_amounts:
            open_amounts[one.goods, reverse[one.kind]].pop()
    return tuple(
        opposite(one, UNDONE_BY[one.kind]) for left in open_amounts.values() for one in left
    )


def opposite(moved: Movement, kind: MovementKind) -> Movement:
    """Return the movement of another kind that cancels one."""
    return replace(moved, kind=kind, amount=negated(moved.amount))


def check_enough(goods: PreviousGoods, left: Balance | None, use: Balance) -> None:
    """Refuse a use (negative) of more than is left; goods nobody keeps have no limit.

    Raises NotEnoughGoods, also for a use below zero.
    """
    if any((getattr(use, name) or _ZERO) > 0 for name in MEASURES):
        raise NotEnoughGoods(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Box 40 writes off less than nothing of declaration {number}. Correct the amount.",
            ),
            {"number": goods_number(goods)},
        )
    if left is None:
        return
    for name in MEASURES:
        at_hand, wanted = getattr(left, name), getattr(use, name)
        if at_hand is not None and wanted is not None and at_hand + wanted < 0:
            raise NotEnoughGoods(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "Item {item} of declaration {number} has {left} left, and {wanted} are to "
                    "leave. Lower what is written off in box 40.",
                ),
                {
                    "item": goods.item_number or "",
                    "number": goods_number(goods),
                    "left": f"{at_hand:f}",
                    "wanted": f"{-wanted:f}",
                },
            )


def is_overdrawn(left: Balance | None) -> bool:
    """Tell whether less than nothing is left."""
    return left is not None and any((getattr(left, name) or _ZERO) < 0 for name in MEASURES)


def overdrawn(goods: PreviousGoods) -> NotEnoughGoods:
    """Return the refusal of an entry smaller than what has left of it already."""
    return NotEnoughGoods(
        QT_TRANSLATE_NOOP(
            "UserError",
            "More has left of item {item} of declaration {number} than enters by it now. Correct "
            "its quantities, or amend what took the goods.",
        ),
        {"item": goods.item_number or "", "number": goods_number(goods)},
    )


def in_use(goods: PreviousGoods) -> GoodsInUse:
    """Return the refusal to take an entry back whose goods have left in part."""
    return GoodsInUse(
        QT_TRANSLATE_NOOP(
            "UserError",
            "Goods of item {item} have left by another declaration already. Cancel or amend that "
            "one first.",
        ),
        {"item": goods.item_number or ""},
    )


def goods_number(goods: PreviousGoods) -> str:
    """Return an earlier declaration as people say it: office year serial number."""
    year = str(goods.year) if goods.year is not None else ""
    return " ".join(
        text for text in (goods.office, year, f"{goods.serial}{goods.number}".strip()) if text
    )


def plus(left: Balance, right: Balance) -> Balance:
    """Return the sum, measure by measure; what neither has stays None."""
    return Balance(**{name: _sum(getattr(left, name), getattr(right, name)) for name in MEASURES})


def negated(amount: Balance) -> Balance:
    """Return the opposite of an amount."""
    values: Mapping[str, Decimal | None] = {name: getattr(amount, name) for name in MEASURES}
    return Balance(**{name: None if one is None else -one for name, one in values.items()})


def _sum(left: Decimal | None, right: Decimal | None) -> Decimal | None:
    if left is None or right is None:
        return right if left is None else left
    return left + right


def _rows(declaration: Declaration) -> Iterator[tuple[PreviousGoods, Balance]]:
    for item in declaration.items:
        for row in item.previous_declarations:
            yield (
                previous_goods(row),
                Balance(
                    packages=row.packages_written_off,
                    mass=row.mass_written_off,
                    quantity=row.quantity_written_off,
                    value=row.value_written_off,
                ),
            )
