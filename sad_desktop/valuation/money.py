"""Exact decimal money: one context, one way to round, one way to share out a total."""

from collections.abc import Mapping, Sequence
from decimal import (
    ROUND_FLOOR,
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    Inexact,
    InvalidOperation,
    Overflow,
)
from functools import reduce
from itertools import repeat

CONTEXT = Context(
    prec=100, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow]
)
"""Wide enough that no product of two amounts loses a digit."""

QUOTIENTS = Context(prec=34, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero])
"""Shares and derived rates: enough digits for any amount, few enough to read."""

ZERO = Decimal(0)
ONE = Decimal(1)
HUNDRED = Decimal(100)
LONGEST = 18
"""Digits before the point that an amount, a rate or a mass may have at most."""

MOST_DECIMALS = 40
_FINEST = Decimal(1).scaleb(-MOST_DECIMALS)
_SOUND = Context(prec=LONGEST + MOST_DECIMALS, traps=[InvalidOperation, Inexact])
_UNITS = tuple(Decimal(1).scaleb(-decimals) for decimals in range(MOST_DECIMALS + 1))


def unit(decimals: int) -> Decimal:
    """Return the smallest amount with so many decimals."""
    return _UNITS[decimals]


def rounded(value: Decimal, decimals: int, rounding: str = ROUND_HALF_UP) -> Decimal:
    """Round an amount; one too long for any currency comes back as it is."""
    try:
        return value.quantize(_UNITS[decimals], rounding, CONTEXT)
    except InvalidOperation:
        return value


def is_sound(value: Decimal) -> bool:
    """Tell whether a number is finite and of a length that a declaration can mean."""
    try:
        value.quantize(_FINEST, context=_SOUND)
    except (InvalidOperation, Inexact):
        return False
    return value.is_finite()


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    """Divide; zero when the divisor is zero (the zero guard of ASYCUDA)."""
    return QUOTIENTS.divide(dividend, divisor) if divisor else ZERO


def share(total: Decimal, part: Decimal, whole: Decimal) -> Decimal:
    """Return total × part ÷ whole, unrounded; zero when the whole is zero."""
    return CONTEXT.divide(CONTEXT.multiply(total, part), whole) if whole else ZERO


def decimals_in(value: Decimal) -> int:
    """Return how many decimals a number is written with, trailing zeros aside."""
    exponent = value.normalize(CONTEXT).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def apportion(
    total: Decimal,
    weights: Sequence[Decimal],
    decimals: int,
    *,
    pinned: Mapping[int, Decimal] | None = None,
    keys: Sequence[int] | None = None,
) -> list[Decimal]:
    """Share a total out by weight so that the parts sum to it to the last unit.

    Largest remainder: each part is cut to the unit, and the units left over go to the largest
    remainders; equal ones by the smaller key, so that the order of the items changes nothing.
    ``pinned`` parts (by place) are kept and the rest share what is left. Negative weights count
    as zero; when no weight is left every part is zero. A total finer than ``decimals`` is
    shared out in its own units.
    """
    return Scale(weights, keys).apportion(total, decimals, pinned)


def rounded_together(
    values: Sequence[Decimal], decimals: int, keys: Sequence[int]
) -> list[Decimal]:
    """Round numbers so that they sum to their rounded sum; each stays within a unit of itself.

    Largest remainder again, for numbers that may be negative: all are cut downwards, and the
    units that then lack go to the largest rests, equal ones by the smaller key.
    """
    total = rounded(reduce(CONTEXT.add, values, ZERO), decimals)
    parts = [rounded(value, decimals, ROUND_FLOOR) for value in values]
    lacking = CONTEXT.subtract(total, reduce(CONTEXT.add, parts, ZERO))
    rests = [CONTEXT.subtract(value, part) for value, part in zip(values, parts, strict=True)]
    count = max(int(CONTEXT.divide(lacking, unit(decimals))), 0)
    order = sorted(range(len(values)), key=keys.__getitem__)
    for place in sorted(order, key=rests.__getitem__, reverse=True)[:count]:
        parts[place] = CONTEXT.add(parts[place], unit(decimals))
    return parts


class Scale:
    """Weights by which one total after another is shared out; see ``apportion``."""

    def __init__(self, weights: Sequence[Decimal], keys: Sequence[int] | None = None) -> None:
        self._weights = _whole(weights)
        places: Sequence[int] = range(len(weights))
        self._order = places if keys is None else sorted(places, key=keys.__getitem__)

    def apportion(
        self, total: Decimal, decimals: int, pinned: Mapping[int, Decimal] | None = None
    ) -> list[Decimal]:
        """Share a total out; the pinned parts are kept and the rest shares what is left."""
        decimals = max(decimals, decimals_in(total))
        weights = self._weights
        if pinned:
            decimals = max((decimals, *(decimals_in(part) for part in pinned.values())))
            total -= sum(pinned.values(), ZERO)
            weights = [0 if place in pinned else one for place, one in enumerate(weights)]
        units = self._shared(int(total.scaleb(decimals, CONTEXT)), weights)
        parts = list(map(CONTEXT.multiply, units, repeat(ONE.scaleb(-decimals, CONTEXT))))
        for place, part in (pinned or {}).items():
            parts[place] = part
        return parts

    def _shared(self, total: int, weights: list[int]) -> list[int]:
        whole = sum(weights)
        if not whole:
            return [0] * len(weights)
        size = abs(total)
        parts = [size * weight // whole for weight in weights]
        left = size - sum(parts)
        if left:
            rests = [size * weight % whole for weight in weights]
            for place in sorted(self._order, key=rests.__getitem__, reverse=True)[:left]:
                parts[place] += 1
        return parts if total >= 0 else [-part for part in parts]


def _whole(weights: Sequence[Decimal]) -> list[int]:
    """Return weights as whole numbers in the same proportion; negative ones as zero."""
    exponent = reduce(CONTEXT.add, weights, ZERO).as_tuple().exponent
    shift = -exponent if isinstance(exponent, int) else 0
    return [int(weight.scaleb(shift, CONTEXT)) if weight > ZERO else 0 for weight in weights]
