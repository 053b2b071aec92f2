"""A tax as it is planned for an item, before any value is in it; items alike share it."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from sad_desktop.tariff.applicable import Case
from sad_desktop.tariff.rates import Rate
from sad_desktop.tariff.tax_law import TaxRule
from sad_desktop.valuation import explain
from sad_desktop.valuation.java_rounding import java_percent
from sad_desktop.valuation.money import CONTEXT, ZERO, quotient, rounded, unit
from sad_desktop.valuation.note import Payment, TaxHeading
from sad_desktop.valuation.value import Terms


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTax:
    """A tax that an item meets: its rule, its rate, how it is paid.

    ``factor`` is the percentage ÷ 100 of a rate that is nothing else, None for the others;
    ``added`` and ``subtracted`` are the names whose amounts make its base.
    """

    heading: TaxHeading
    rule: TaxRule
    rate: Rate
    factor: Decimal | None
    decimals: int
    rounding: str
    added: tuple[str, ...]
    subtracted: tuple[str, ...]

    def percentage(self, base: Decimal) -> Decimal:
        """Return the percentage of a base; for a rate that is nothing else."""
        if self.rounding == explain.BINARY:
            return java_percent(base, self.heading.rate, self.decimals)
        amount = CONTEXT.multiply(base, self.factor or ZERO)
        return rounded(amount, self.decimals, explain.ROUNDINGS[self.rounding])

    def rounded(self, amount: Decimal) -> Decimal:
        """Return an amount of this tax rounded as the law says."""
        rounding = explain.ROUNDINGS.get(self.rounding, ROUND_HALF_UP)
        return rounded(amount, self.decimals, rounding)


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """The taxes an item meets, in their order.

    ``is_plain`` when all are percentages of what is known without asking the item; ``formulas``
    then holds for each the names added, the names subtracted, how it is paid, its code, and the
    factor, unit and rounding, or None where binary arithmetic is wanted.
    """

    taxes: tuple[PlannedTax, ...]
    is_plain: bool
    needs_invoice: bool
    formulas: tuple["Formula", ...]


Arithmetic = tuple[Decimal, Decimal, str]
Formula = tuple[tuple[str, ...], tuple[str, ...], Payment, str, Arithmetic | None]


def planned_tax(
    case: Case, rate: Rate, terms: Terms, payment: Payment, reasons: tuple[str, str]
) -> PlannedTax:
    """Return a tax with its rate and how it is paid, ready to be worked out."""
    tax, rule = case.tax, case.rule
    factor = None
    if rate.is_plain and rate.percent is not None:
        factor = rate.percent.scaleb(-2, CONTEXT)
    heading = TaxHeading(
        code=tax.code,
        en=tax.en,
        ar=tax.ar,
        rate=printed_rate(rate),
        rate_text=rate.text,
        kind=rule.kind or rate.kind,
        mode_of_payment=payment,
        reason=reasons[0],
        reason_ar=reasons[1],
    )
    return PlannedTax(
        heading=heading,
        rule=rule,
        rate=rate,
        factor=factor,
        decimals=terms.decimals if rule.decimals is None else rule.decimals,
        rounding=_rounding(rule, factor, terms),
        added=tuple(part.name for part in rule.base if not part.is_subtracted),
        subtracted=tuple(part.name for part in rule.base if part.is_subtracted),
    )


def plan_of(taxes: tuple[PlannedTax, ...], known: frozenset[str]) -> Plan:
    """Return the plan of some taxes; ``known`` are the values an item always has.

    A tax that the item does not meet adds nothing to the base of the next.
    """
    formulas = []
    is_plain = True
    names = set(known)
    for tax in taxes:
        if tax.factor is None or "retail_price" in tax.added + tax.subtracted:
            is_plain = False
            continue
        formulas.append(
            (
                tuple(name for name in tax.added if name in names),
                tuple(name for name in tax.subtracted if name in names),
                tax.heading.mode_of_payment,
                tax.heading.code,
                _arithmetic(tax, tax.factor),
            )
        )
        names.add(tax.heading.code)
    needs_invoice = any("invoice" in tax.added + tax.subtracted for tax in taxes)
    return Plan(taxes, is_plain, needs_invoice, tuple(formulas))


def _arithmetic(tax: PlannedTax, factor: Decimal) -> Arithmetic | None:
    rounding = explain.ROUNDINGS.get(tax.rounding)
    return None if rounding is None else (factor, unit(tax.decimals), rounding)


def _rounding(rule: TaxRule, factor: Decimal | None, terms: Terms) -> str:
    """Return the rule's rounding; in the ``asycuda`` mode percentages go by binary arithmetic."""
    if rule.rounding:
        return rule.rounding
    return explain.HALF_UP if terms.is_exact or factor is None else explain.BINARY


def printed_rate(rate: Rate) -> Decimal:
    """Return the number box 47 shows for a rate."""
    if rate.percent is not None:
        return rate.percent
    if rate.specifics:
        return quotient(rate.specifics[0].amount, rate.specifics[0].per)
    return ZERO
