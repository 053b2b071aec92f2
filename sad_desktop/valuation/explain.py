"""The arithmetic of a step: a closed set of formulas, each with what it does to its inputs.

A step can therefore be worked out again from what it shows; ``rework`` does.
"""

from collections.abc import Callable, Mapping
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal, localcontext
from types import MappingProxyType

from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.java_rounding import java_factor, java_percent
from sad_desktop.valuation.money import CONTEXT, QUOTIENTS, ZERO, rounded, share
from sad_desktop.valuation.note import Step

AT_RATE = QT_TRANSLATE_NOOP("Step", "{foreign} × {rate}")
SHARE = QT_TRANSLATE_NOOP("Step", "{total} × {part} ÷ {whole}")
UNIT_LEFT_OVER = QT_TRANSLATE_NOOP("Step", "{share} + {unit}")
SUM = QT_TRANSLATE_NOOP("Step", "sum of the amounts")
PERCENT = QT_TRANSLATE_NOOP("Step", "{base} × {percent} ÷ 100")
FACTOR = QT_TRANSLATE_NOOP("Step", "{base} × {factor}")
PER_UNIT = QT_TRANSLATE_NOOP("Step", "{quantity} ÷ {per} × {amount} × {rate}")
PRODUCT = QT_TRANSLATE_NOOP("Step", "{value} × {adjustment}")
GREATER = QT_TRANSLATE_NOOP("Step", "the greater of {amount} and {least}")
SMALLER = QT_TRANSLATE_NOOP("Step", "the smaller of {amount} and {most}")
GIVEN = QT_TRANSLATE_NOOP("Step", "{amount} as keyed")
ROUNDED = QT_TRANSLATE_NOOP("Step", "{amount} rounded")
QUOTIENT = QT_TRANSLATE_NOOP("Step", "{amount} ÷ {whole}")

Formula = Callable[..., Decimal]

FORMULAS: Mapping[str, Formula] = MappingProxyType(
    {
        AT_RATE: lambda foreign, rate: foreign * rate,
        SHARE: share,
        UNIT_LEFT_OVER: lambda share, unit: share + unit,
        SUM: lambda *amounts: sum(amounts, ZERO),
        PERCENT: lambda base, percent: base * percent / 100,
        FACTOR: lambda base, factor: base * factor,
        PER_UNIT: lambda quantity, per, amount, rate: CONTEXT.divide(quantity * amount * rate, per),
        PRODUCT: lambda value, adjustment: value * adjustment,
        GREATER: max,
        SMALLER: min,
        GIVEN: lambda amount: amount,
        ROUNDED: lambda amount: amount,
        QUOTIENT: lambda amount, whole: QUOTIENTS.divide(amount, whole) if whole else ZERO,
    }
)

HALF_UP = QT_TRANSLATE_NOOP("Step", "half up")
DOWN = QT_TRANSLATE_NOOP("Step", "down")
UP = QT_TRANSLATE_NOOP("Step", "up")
BINARY = QT_TRANSLATE_NOOP("Step", "half up after binary arithmetic")
ROUNDINGS: Mapping[str, str] = MappingProxyType(
    {HALF_UP: ROUND_HALF_UP, DOWN: ROUND_DOWN, UP: ROUND_UP}
)


def to(rounding: str, decimals: int) -> str:
    """Name a rounding as a step carries it: the name of the rule, a blank, the decimals."""
    return f"{rounding} {decimals}"


def rework(step: Step) -> Decimal:
    """Work a step out again from its inputs; equals its result when the note is sound."""
    values = [value for _, value in step.inputs]
    with localcontext(CONTEXT):
        rule, _, decimals = step.rounding.rpartition(" ")
        if rule == BINARY:
            work = java_percent if step.formula == PERCENT else java_factor
            return work(values[0], values[1], int(decimals))
        amount = FORMULAS[step.formula](*values)
        return rounded(amount, int(decimals), ROUNDINGS[rule]) if rule else amount
