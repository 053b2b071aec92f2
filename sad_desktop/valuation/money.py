"""Exact decimal money: one context, one way to round, one way to share out a total."""

from collections.abc import Mapping, Sequence
from decimal import (
    ROUND_HALF_UP,
    Context,
    Decimal,
    DivisionByZero,
    InvalidOperation,
    Overflow,
)

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
    if not value.is_finite():
        return False
    exponent = value.as_tuple().exponent
    return value.adjusted() < LONGEST and isinstance(exponent, int) and exponent >= -MOST_DECIMALS


def quotient(dividend: Decimal, divisor: Decimal) -> Decimal:
    """Divide; zero when the divisor is zero (the zero guard of ASYCUDA)."""
    return QUOTIENTS.divide(dividend, divisor) if divisor else ZERO


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
    decimals = max(decimals, decimals_in(total))
    pinned = pinned or {}
    rest = total - sum(pinned.values(), ZERO)
    decimals = max((decimals, *(decimals_in(part) for part in pinned.values())))
    integers = whole_weights(weights)
    for place in pinned:
        integers[place] = 0
    units = _shared_units(int(rest.scaleb(decimals, CONTEXT)), integers, keys)
    parts = [Decimal(part).scaleb(-decimals, CONTEXT) for part in units]
    for place, part in pinned.items():
        parts[place] = part
    return parts


def whole_weights(weights: Sequence[Decimal]) -> list[int]:
    """Return weights as whole numbers in the same proportion; negative ones as zero."""
    finest = 0
    for weight in weights:
        exponent = weight.as_tuple().exponent
        if isinstance(exponent, int) and -exponent > finest:
            finest = -exponent
    return [int(weight.scaleb(finest, CONTEXT)) if weight > ZERO else 0 for weight in weights]


def _shared_units(total: int, weights: list[int], keys: Sequence[int] | None) -> list[int]:
    all_weights = sum(weights)
    if not all_weights:
        return [0] * len(weights)
    sign = -1 if total < 0 else 1
    total = abs(total)
    shares = [divmod(total * weight, all_weights) for weight in weights]
    parts = [share[0] for share in shares]
    left = total - sum(parts)
    if left:
        order = keys if keys is not None else range(len(weights))
        ranked = sorted(range(len(weights)), key=lambda place: (-shares[place][1], order[place]))
        for place in ranked[:left]:
            parts[place] += 1
    return [sign * part for part in parts]
