"""Tax lines of an item: the law of the day laid over its value, tax by tax in their order."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.tariff.rates import Rate
from sad_desktop.tariff.tax_law import Component, Tax, TaxRule
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation import explain
from sad_desktop.valuation.manual_taxes import added_lines, overridden
from sad_desktop.valuation.money import ZERO, rounded
from sad_desktop.valuation.note import ItemValue, Payment, Remark, Step, TaxLine
from sad_desktop.valuation.quantities import Quantities, item_quantities
from sad_desktop.valuation.rate_amount import HUNDRED, RateWork, printed_rate
from sad_desktop.valuation.value import Terms, keyed

ENTERED = ("retail_price",)
"""Parts of a base that somebody has to key at the item."""

TITLES: Mapping[str, str] = {
    "cif": QT_TRANSLATE_NOOP("Step", "CIF value"),
    "statistical_value": QT_TRANSLATE_NOOP("Step", "Statistical value"),
    "invoice": QT_TRANSLATE_NOOP("Step", "Invoice value"),
    "costs": QT_TRANSLATE_NOOP("Step", "Total costs"),
    "retail_price": QT_TRANSLATE_NOOP("Step", "Retail price"),
    "item_taxes": QT_TRANSLATE_NOOP("Step", "Item duties"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTax:
    """A tax that an item meets: its rule, its rate, how it is paid. No value is in it yet.

    ``percent`` is set when the rate is nothing but a percentage.
    """

    tax: Tax
    rule: TaxRule
    rate: Rate
    percent: Decimal | None
    payment: Payment
    reason: str = ""
    reason_ar: str = ""
    decimals: int
    rounding: str


def item_lines(
    item: Item,
    value: ItemValue,
    plan: tuple[PlannedTax, ...],
    terms: Terms,
    remarks: list[Remark],
) -> tuple[TaxLine, ...]:
    """Work out the tax lines of an item; a base may hold the amounts of taxes before it."""
    amounts = {
        "cif": value.cif,
        "statistical_value": value.statistical_value,
        "invoice": value.invoice.national,
        "costs": value.total_costs,
    }
    manual = {row.tax_code: row for row in item.manual_taxes} if item.manual_taxes else {}
    lines: list[TaxLine] = []
    for planned in plan:
        base = _base(planned, amounts, item, remarks)
        line = _line(planned, base, amounts, item, terms, remarks)
        if manual and line.code in manual:
            line = overridden(line, manual.pop(line.code), item, terms, remarks)
        amounts[line.code] = ZERO if line.mode_of_payment is Payment.EXEMPT else line.amount
        lines.append(line)
    if manual:
        lines.extend(added_lines(manual.values(), item, terms, remarks))
    return tuple(lines)


def _base(
    planned: PlannedTax, amounts: dict[str, Decimal], item: Item, remarks: list[Remark]
) -> Decimal:
    """Add the parts of a base up; what must be keyed and is not is told. Never below zero."""
    base = ZERO
    for part in planned.rule.base:
        if part.name in ENTERED and part.name not in amounts:
            amounts[part.name] = _entered(part, planned, item, remarks)
        amount = amounts.get(part.name, ZERO)
        base = base - amount if part.is_subtracted else base + amount
    return base if base > ZERO else ZERO


def _entered(part: Component, planned: PlannedTax, item: Item, remarks: list[Remark]) -> Decimal:
    place = Place(part.name, item.key)
    value: Decimal | None = getattr(item, part.name)
    if value is None:
        values = (("tax", planned.tax.code),)
        remarks.append(Remark(code="base_missing", place=place, values=values))
    return keyed(value, place, remarks)


def _line(
    planned: PlannedTax,
    base: Decimal,
    amounts: Mapping[str, Decimal],
    item: Item,
    terms: Terms,
    remarks: list[Remark],
) -> TaxLine:
    if planned.percent is None:
        quantities = item_quantities(item, terms.book, terms.on)
        return rated_line(planned, base, quantities, item, terms, remarks)
    tax = planned.tax
    return TaxLine(
        code=tax.code,
        en=tax.en,
        ar=tax.ar,
        base=base,
        rate=planned.percent,
        rate_text=planned.rate.text,
        kind=planned.rule.kind or planned.rate.kind,
        amount=rounded(
            base * planned.percent / HUNDRED, planned.decimals, explain.ROUNDINGS[planned.rounding]
        ),
        mode_of_payment=planned.payment,
        reason=planned.reason,
        reason_ar=planned.reason_ar,
        steps=partial(_percent_steps, planned, base, amounts),
    )


def rated_line(
    planned: PlannedTax,
    base: Decimal,
    quantities: Quantities,
    item: Item | None,
    terms: Terms,
    remarks: list[Remark],
) -> TaxLine:
    """Return the line of a rate that is more than a percentage."""
    tax = planned.tax
    work = RateWork(terms, quantities, item, remarks, planned.rule.source)
    worked = work.work_out(planned.rate, base)
    amount = rounded(worked.amount, planned.decimals, explain.ROUNDINGS[planned.rounding])
    last = Step(
        label=QT_TRANSLATE_NOOP("Step", "Amount of the tax"),
        formula=explain.ROUNDED,
        inputs=(("amount", worked.amount),),
        result=amount,
        rounding=explain.to(planned.rounding, planned.decimals),
        source=planned.rule.source,
    )
    steps = (*worked.steps, last)
    return TaxLine(
        code=tax.code,
        en=tax.en,
        ar=tax.ar,
        base=base,
        rate=printed_rate(planned.rate),
        rate_text=planned.rate.text,
        kind=planned.rule.kind or planned.rate.kind,
        amount=amount,
        mode_of_payment=planned.payment,
        reason=planned.reason,
        reason_ar=planned.reason_ar,
        steps=lambda: steps,
    )


def _percent_steps(
    planned: PlannedTax, base: Decimal, amounts: Mapping[str, Decimal]
) -> tuple[Step, ...]:
    percent = planned.percent if planned.percent is not None else ZERO
    amount = rounded(
        base * percent / HUNDRED, planned.decimals, explain.ROUNDINGS[planned.rounding]
    )
    return (
        base_step(planned, base, amounts),
        Step(
            label=QT_TRANSLATE_NOOP("Step", "Amount of the tax"),
            formula=explain.PERCENT,
            inputs=(("base", base), ("percent", percent)),
            result=amount,
            rounding=explain.to(planned.rounding, planned.decimals),
            source=planned.rule.source,
        ),
    )


def base_step(planned: PlannedTax, base: Decimal, amounts: Mapping[str, Decimal]) -> Step:
    """Return how a base was added up."""
    parts = tuple(
        (
            TITLES.get(part.name, part.name),
            -amounts.get(part.name, ZERO) if part.is_subtracted else amounts.get(part.name, ZERO),
        )
        for part in planned.rule.base
    )
    total = sum((amount for _, amount in parts), ZERO)
    if total != base:
        parts = (*parts, (QT_TRANSLATE_NOOP("Step", "A base is never below zero"), base - total))
    return Step(
        label=QT_TRANSLATE_NOOP("Step", "Tax base"),
        formula=explain.SUM,
        inputs=parts,
        result=base,
        source=planned.rule.source,
    )
