"""Tax amounts as ASYCUDA works them out, in binary floating point: the one module with floats.

A compatibility switch of the ``asycuda`` rounding: where base × rate lies on a half unit, the
binary product decides on which side (24 of 24 such amounts of real exports follow it; decimal
arithmetic gets 11 of 24).
"""

from decimal import ROUND_HALF_UP, Decimal

from sad_desktop.valuation.money import rounded


def java_percent(base: Decimal, percent: Decimal, decimals: int) -> Decimal:
    """Return base × percent / 100 as a Java double, rounded half up."""
    return rounded(Decimal(float(base) * float(percent) / 100), decimals, ROUND_HALF_UP)


def java_factor(base: Decimal, factor: Decimal, decimals: int) -> Decimal:
    """Return base × factor as a Java double, rounded half up."""
    return rounded(Decimal(float(base) * float(factor)), decimals, ROUND_HALF_UP)
