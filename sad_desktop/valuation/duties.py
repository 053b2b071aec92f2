"""Tax lines of an item: the law of the day laid over its value, tax by tax in their order."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import partial
from operator import add, sub
from typing import overload

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation import explain
from sad_desktop.valuation.manual_taxes import added_lines, overridden
from sad_desktop.valuation.money import ZERO
from sad_desktop.valuation.note import ItemNote, ItemValue, Payment, Remark, Step, TaxLine
from sad_desktop.valuation.planned import Plan, PlannedTax
from sad_desktop.valuation.quantities import item_quantities
from sad_desktop.valuation.rate_amount import RateWork
from sad_desktop.valuation.value import Terms, keyed

VALUES = frozenset({"cif", "statistical_value", "invoice", "costs"})
"""Parts of a base that every item has; ``retail_price`` has to be keyed."""

TITLES: Mapping[str, str] = {
    "cif": QT_TRANSLATE_NOOP("Step", "CIF value"),
    "statistical_value": QT_TRANSLATE_NOOP("Step", "Statistical value"),
    "invoice": QT_TRANSLATE_NOOP("Step", "Invoice value"),
    "costs": QT_TRANSLATE_NOOP("Step", "Total costs"),
    "retail_price": QT_TRANSLATE_NOOP("Step", "Retail price"),
    "item_taxes": QT_TRANSLATE_NOOP("Step", "Item duties"),
}

_PAID, _GUARANTEED, _EXEMPT = Payment.PAID, Payment.GUARANTEED, Payment.EXEMPT


class PlainLines(Sequence[TaxLine]):
    """The lines of an item whose taxes are all percentages; each is made when looked at.

    ``bases`` and ``columns`` hold one column for each tax; ``place`` is the item's row in them.
    """

    __slots__ = ("_bases", "_value", "columns", "place", "plan")

    def __init__(
        self,
        plan: Plan,
        value: ItemValue,
        bases: Sequence[Sequence[Decimal]],
        columns: Sequence[Sequence[Decimal]],
        place: int,
    ) -> None:
        self.plan = plan
        self.columns = columns
        self.place = place
        self._value = value
        self._bases = bases

    def __len__(self) -> int:
        return len(self.columns)

    def __iter__(self) -> Iterator[TaxLine]:
        return map(self._line, range(len(self.columns)))

    @overload
    def __getitem__(self, place: int) -> TaxLine: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[TaxLine, ...]: ...
    def __getitem__(self, place: int | slice) -> TaxLine | tuple[TaxLine, ...]:
        taxes = range(len(self.columns))[place]
        return tuple(map(self._line, taxes)) if isinstance(taxes, range) else self._line(taxes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    def _line(self, tax: int) -> TaxLine:
        planned, base = self.plan.taxes[tax], self._bases[tax][self.place]
        amount = self.columns[tax][self.place]
        return TaxLine(planned.heading, base, amount, partial(self._steps, planned, base))

    def _steps(self, planned: PlannedTax, base: Decimal) -> tuple[Step, ...]:
        known = _values(self._value)
        for tax, column in zip(self.plan.taxes, self.columns, strict=True):
            amount = column[self.place]
            known[tax.heading.code] = _counted(tax.heading.mode_of_payment, amount)
        return percent_steps(planned, base, known)


def item_note(
    item: Item, value: ItemValue, plan: Plan, terms: Terms, remarks: list[Remark]
) -> ItemNote:
    """Tax one item, whatever its taxes are; a base may hold the amounts of the taxes before it."""
    return with_totals(value, _lines(item, value, plan, terms, remarks))


def plain_notes(plan: Plan, values: Sequence[ItemValue]) -> list[ItemNote]:
    """Tax many items that meet the same percentages: tax by tax, each over all items at once.

    This is the way of nearly all items of a long declaration. Raises InvalidOperation where an
    amount is too long for any currency; ``item_note`` then does them one by one.
    """
    known: dict[str, Sequence[Decimal]] = {
        "cif": [value.cif for value in values],
        "statistical_value": [value.statistical_value for value in values],
        "costs": [value.total_costs for value in values],
    }
    if plan.needs_invoice:
        known["invoice"] = [value.invoice.national for value in values]
    zeros = [ZERO] * len(values)
    paid = guarantee = zeros
    bases: list[Sequence[Decimal]] = []
    columns: list[Sequence[Decimal]] = []
    for tax, (added, subtracted, payment, code, arithmetic) in zip(
        plan.taxes, plan.formulas, strict=True
    ):
        base = known[added[0]] if added else zeros
        for name in added[1:]:
            base = list(map(add, base, known[name]))
        for name in subtracted:
            base = list(map(sub, base, known[name]))
        if min(base) < ZERO:
            base = [max(one, ZERO) for one in base]
        if arithmetic is None:
            amounts = [tax.percentage(one) for one in base]
        else:
            factor, unit, rounding = arithmetic
            amounts = [(one * factor).quantize(unit, rounding) for one in base]
        if payment is _PAID:
            paid = list(map(add, paid, amounts))
        elif payment is _GUARANTEED:
            guarantee = list(map(add, guarantee, amounts))
        bases.append(base)
        columns.append(amounts)
        known[code] = zeros if payment is _EXEMPT else amounts
    return [
        ItemNote(
            value, PlainLines(plan, value, bases, columns, place), paid[place], guarantee[place]
        )
        for place, value in enumerate(values)
    ]


def with_totals(value: ItemValue, taxes: Sequence[TaxLine]) -> ItemNote:
    """Return an item's note with what it pays and what it guarantees."""
    paid = sum((line.amount for line in taxes if line.mode_of_payment is _PAID), ZERO)
    guarantee = sum((line.amount for line in taxes if line.mode_of_payment is _GUARANTEED), ZERO)
    return ItemNote(value, taxes, paid, guarantee)


def rated_line(
    planned: PlannedTax, base: Decimal, known: Mapping[str, Decimal], work: RateWork
) -> TaxLine:
    """Return the line of a rate that is more than a percentage.

    Its base is the quantity where no percentage is part of the rate.
    """
    worked = work.work_out(planned.rate, base)
    amount = planned.rounded(worked.amount)
    last = Step(
        label=QT_TRANSLATE_NOOP("Step", "Amount of the tax"),
        formula=explain.ROUNDED,
        inputs=(("amount", worked.amount),),
        result=amount,
        rounding=explain.to(planned.rounding, planned.decimals),
        source=planned.rule.source,
    )
    steps = (*worked.steps, last)
    if planned.rate.uses_base:
        steps = (base_step(planned, base, known), *steps)
    else:
        base = worked.quantity or ZERO
    return TaxLine(planned.heading, base, amount, lambda: steps)


def percent_steps(
    planned: PlannedTax, base: Decimal, known: Mapping[str, Decimal]
) -> tuple[Step, ...]:
    """Return how a percentage of a base came about."""
    return (
        base_step(planned, base, known),
        Step(
            label=QT_TRANSLATE_NOOP("Step", "Amount of the tax"),
            formula=explain.PERCENT,
            inputs=(("base", base), ("percent", planned.heading.rate)),
            result=planned.percentage(base),
            rounding=explain.to(planned.rounding, planned.decimals),
            source=planned.rule.source,
        ),
    )


def base_step(planned: PlannedTax, base: Decimal, known: Mapping[str, Decimal]) -> Step:
    """Return how a base was added up."""
    parts = tuple(
        (
            TITLES.get(part.name, part.name),
            -known.get(part.name, ZERO) if part.is_subtracted else known.get(part.name, ZERO),
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


def _values(value: ItemValue) -> dict[str, Decimal]:
    return {
        "cif": value.cif,
        "statistical_value": value.statistical_value,
        "invoice": value.invoice.national,
        "costs": value.total_costs,
    }


def _lines(
    item: Item, value: ItemValue, plan: Plan, terms: Terms, remarks: list[Remark]
) -> tuple[TaxLine, ...]:
    """Work out any kind of line, one after the other."""
    known = _values(value)
    manual = {row.tax_code: row for row in item.manual_taxes}
    quantities = item_quantities(item, terms.book, terms.on)
    lines: list[TaxLine] = []
    for planned in plan.taxes:
        base = _base(planned, known, item, remarks) if planned.rate.uses_base else ZERO
        if planned.factor is None:
            work = RateWork(terms, quantities, item, remarks, planned.rule.source)
            line = rated_line(planned, base, known, work)
        else:
            steps = partial(percent_steps, planned, base, known)
            line = TaxLine(planned.heading, base, planned.percentage(base), steps)
        if line.code in manual:
            line = overridden(line, manual.pop(line.code), item, terms, remarks)
        known[line.code] = _counted(line.mode_of_payment, line.amount)
        lines.append(line)
    lines.extend(added_lines(manual.values(), item, terms, remarks))
    return tuple(lines)


def _base(
    planned: PlannedTax, known: dict[str, Decimal], item: Item, remarks: list[Remark]
) -> Decimal:
    """Add the parts of a base up; a tax the item does not meet adds nothing. Never below zero."""
    base = ZERO
    for part in planned.rule.base:
        if part.name not in known and part.name == "retail_price":
            known[part.name] = _retail_price(planned, item, remarks)
        amount = known.get(part.name, ZERO)
        base = base - amount if part.is_subtracted else base + amount
    return max(base, ZERO)


def _retail_price(planned: PlannedTax, item: Item, remarks: list[Remark]) -> Decimal:
    place = Place("retail_price", item.key)
    if item.retail_price is None:
        values = (("tax", planned.heading.code),)
        remarks.append(Remark(code="base_missing", place=place, values=values))
    return keyed(item.retail_price, place, remarks)


def _counted(payment: Payment, amount: Decimal) -> Decimal:
    """Return what a line adds to a later base: an exempt one nothing."""
    return ZERO if payment is _EXEMPT else amount
