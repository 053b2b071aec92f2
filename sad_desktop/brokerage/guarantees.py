"""What a guarantee stands for: charged with declarations, written off as goods leave (S4-056)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sad_desktop.brokerage.ledgers import Guarantee
from sad_desktop.brokerage.register import Balance
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.money import apportion, rounded, share

_ZERO = Decimal(0)
LEADING = ("packages", "mass", "quantity")
"""Measures by which goods are said to have left in part, the first that is kept."""


class ChargeKind(StrEnum):
    """Why what a guarantee stands for changed; nothing is ever erased."""

    CHARGED = "charged"
    WRITTEN_OFF = "written_off"
    CHARGED_AGAIN = "charged_again"
    RELEASED = "released"
    """By a proof somebody recorded, not by a follow-up declaration."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """A change of what a guarantee stands for: positive holds more, negative frees it.

    ``guarantee_id`` 0: no guarantee stands for it yet. ``item_number`` is that of the declaration
    whose goods are under the regime.
    """

    guarantee_id: int
    due_id: int
    item_number: int
    kind: ChargeKind
    amount: Decimal


class NotCoveredByGuarantee(UserError):
    """A guarantee has less left than it is to stand for."""


def charged(charges: Iterable[Charge]) -> Decimal:
    """Return what stands charged after some changes."""
    return sum((one.amount for one in charges), _ZERO)


def left_of(guarantee: Guarantee, taken: Decimal) -> Decimal | None:
    """Return what is free of a guarantee; None where it has no limit."""
    return None if guarantee.amount is None else guarantee.amount - taken


def is_usable(guarantee: Guarantee, importer: str, on: date) -> bool:
    """Tell whether a guarantee may be charged for an importer on a day."""
    in_time = guarantee.valid_until is None or on <= guarantee.valid_until
    is_own = not guarantee.importer or guarantee.importer == importer
    return in_time and is_own and not guarantee.is_returned


def check_cover(guarantee: Guarantee, taken: Decimal, wanted: Decimal) -> None:
    """Refuse to charge more than is free; raises NotCoveredByGuarantee."""
    left = left_of(guarantee, taken)
    if left is None or wanted <= left:
        return
    raise NotCoveredByGuarantee(
        QT_TRANSLATE_NOOP(
            "UserError",
            "Guarantee {number} has {left} left, and {wanted} are needed. Raise it, or choose "
            "another one.",
        ),
        {
            "number": guarantee.number,
            "left": f"{left:,f}",
            "wanted": f"{wanted:,f}",
        },
    )


def parts(total: Decimal, by_item: Mapping[int, Decimal], decimals: int) -> dict[int, Decimal]:
    """Return what each item answers for of a declaration's guarantee; the parts sum exactly.

    What is guaranteed in general is shared out like the items' own duties, evenly without any.
    """
    weights = list(by_item.values())
    if not any(weights):
        weights = [Decimal(1)] * len(weights)
    shares = apportion(total, weights, decimals)
    return dict(zip(by_item, shares, strict=True))


def still_held(part: Decimal, entered: Balance, left: Balance, decimals: int) -> Decimal:
    """Return what an item's part still is when some of its goods have left: its share, rounded.

    The whole while nothing left, nothing once all did, and never outside of the two.
    """
    name = next((name for name in LEADING if getattr(entered, name)), "")
    if not name:
        return part
    whole: Decimal = getattr(entered, name)
    rest = min(max(getattr(left, name) or _ZERO, _ZERO), whole)
    if rest == whole:
        return part
    return rounded(share(part, rest, whole), decimals) if rest else _ZERO


def leaving(goods: Iterable[tuple[Balance, Balance]]) -> tuple[bool, bool]:
    """Return whether goods left in part, and whether all of them did; ``goods`` as in ``settled``.

    Goods without a measure count for neither.
    """
    known = [
        (getattr(entered, name), getattr(left, name) or _ZERO)
        for entered, left in goods
        for name in [next((name for name in LEADING if getattr(entered, name)), "")]
        if name
    ]
    has_left = any(left < entered for entered, left in known)
    return has_left, has_left and all(left <= 0 for _, left in known)


def settled(
    charges: Sequence[Charge], goods: Mapping[int, tuple[Balance, Balance]], decimals: int
) -> tuple[Charge, ...]:
    """Return what one due date's guarantee changes by as its goods now stand.

    ``goods`` are what entered and what is left by item number. What a hand released
    is of goods that left otherwise: it goes off on top.
    """
    changes = []
    for number, own in _by_item(charges).items():
        if number not in goods:
            continue
        whole, since = _last_charge(own)
        by_hand = sum((one.amount for one in since if one.kind is ChargeKind.RELEASED), _ZERO)
        wanted = max(still_held(whole, *goods[number], decimals) + by_hand, _ZERO)
        difference = wanted - charged(own)
        if difference:
            kind = ChargeKind.CHARGED_AGAIN if difference > 0 else ChargeKind.WRITTEN_OFF
            changes.append(_change(own[-1], kind, difference))
    return tuple(changes)


def released(charges: Sequence[Charge], amount: Decimal, decimals: int) -> tuple[Charge, ...]:
    """Return the release of an amount by a proof, shared over the items; it sums exactly.

    Raises NotCoveredByGuarantee for more than stands charged.
    """
    standing = {number: charged(own) for number, own in _by_item(charges).items()}
    whole = sum(standing.values(), _ZERO)
    if not _ZERO < amount <= whole:
        raise NotCoveredByGuarantee(
            QT_TRANSLATE_NOOP(
                "UserError", "Only {left} stands charged: no more than that is released."
            ),
            {"left": f"{rounded(whole, decimals):,f}"},
        )
    freed = _within(apportion(amount, list(standing.values()), decimals), list(standing.values()))
    return tuple(
        _change(own[-1], ChargeKind.RELEASED, -part)
        for own, part in zip(_by_item(charges).values(), freed, strict=True)
        if part
    )


def unreleased(charges: Sequence[Charge]) -> tuple[Charge, ...]:
    """Return what takes the releases by proof back, as they were recorded by mistake."""
    by_hand = {
        number: sum(
            (one.amount for one in _last_charge(own)[1] if one.kind is ChargeKind.RELEASED), _ZERO
        )
        for number, own in _by_item(charges).items()
    }
    return tuple(
        _change(own[-1], ChargeKind.RELEASED, -by_hand[number])
        for number, own in _by_item(charges).items()
        if by_hand[number]
    )


def withdrawn(charges: Sequence[Charge]) -> tuple[Charge, ...]:
    """Return what frees all that stands charged: the declaration is cancelled or amended."""
    return tuple(
        _change(own[-1], ChargeKind.WITHDRAWN, -charged(own))
        for own in _by_item(charges).values()
        if charged(own)
    )


def put_again(charges: Sequence[Charge]) -> tuple[Charge, ...]:
    """Return what charges again all that the last withdrawal freed."""
    return tuple(
        _change(own[-1], ChargeKind.WITHDRAWN, -own[-1].amount)
        for own in _by_item(charges).values()
        if own[-1].kind is ChargeKind.WITHDRAWN and own[-1].amount < 0
    )


def _within(wanted: Sequence[Decimal], most: Sequence[Decimal]) -> list[Decimal]:
    """Return shares of which rounding gives none more than it has; the sum stays."""
    taken = [min(share, limit) for share, limit in zip(wanted, most, strict=True)]
    rest = sum(wanted, _ZERO) - sum(taken, _ZERO)
    for place, limit in enumerate(most):
        more = min(rest, limit - taken[place])
        taken[place] += more
        rest -= more
    return taken


def moved_to(charges: Sequence[Charge], guarantee_id: int) -> tuple[Charge, ...]:
    """Return what frees all that stands charged, and lets another guarantee stand for it.

    The other one takes the whole, and at once what left of it: the same stands as before.
    """
    changes = list(withdrawn(charges))
    for own in _by_item(charges).values():
        whole, since = _last_charge(own)
        by_hand = sum((one.amount for one in since if one.kind is ChargeKind.RELEASED), _ZERO)
        rest = charged(own) - whole - by_hand
        other = replace(own[-1], guarantee_id=guarantee_id)
        changes.append(_change(other, ChargeKind.CHARGED, whole))
        changes += (
            _change(other, kind, amount)
            for kind, amount in ((ChargeKind.RELEASED, by_hand), (ChargeKind.WRITTEN_OFF, rest))
            if amount
        )
    return tuple(changes)


def _last_charge(own: Sequence[Charge]) -> tuple[Decimal, Sequence[Charge]]:
    """Return what was charged last and what came after it: a declaration may be assessed again."""
    begin = max(
        (place for place, one in enumerate(own) if one.kind is ChargeKind.CHARGED), default=None
    )
    return (_ZERO, own) if begin is None else (own[begin].amount, own[begin + 1 :])


def _by_item(charges: Iterable[Charge]) -> dict[int, list[Charge]]:
    found: dict[int, list[Charge]] = {}
    for one in charges:
        found.setdefault(one.item_number, []).append(one)
    return found


def _change(like: Charge, kind: ChargeKind, amount: Decimal) -> Charge:
    return Charge(
        guarantee_id=like.guarantee_id,
        due_id=like.due_id,
        item_number=like.item_number,
        kind=kind,
        amount=amount,
    )
