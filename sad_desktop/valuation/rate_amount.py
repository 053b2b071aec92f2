"""What a rate comes to on one item: percentages, amounts per unit, limits and brackets."""

from dataclasses import dataclass
from decimal import Decimal

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.tariff.rates import Limit, Rate, Specific
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation import explain
from sad_desktop.valuation.money import HUNDRED, ONE, ZERO
from sad_desktop.valuation.note import Remark, Step
from sad_desktop.valuation.quantities import Quantities
from sad_desktop.valuation.value import Terms, is_usable, published_rate


@dataclass(frozen=True, slots=True)
class Worked:
    """An amount before rounding, with the steps to it.

    ``quantity`` is what an amount per unit was counted on.
    """

    amount: Decimal
    steps: tuple[Step, ...]
    quantity: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RateWork:
    """Works rates out for one item, or for the declaration when there is none."""

    terms: Terms
    quantities: Quantities
    item: Item | None
    remarks: list[Remark]
    source: str

    def work_out(self, rate: Rate, base: Decimal) -> Worked:
        """Return max(floor, min(ceiling, percent of the base + the specific amounts))."""
        if rate.brackets:
            return self._bracketed(rate, base)
        worked = self._plain(rate, base)
        if rate.ceiling is not None:
            worked = self._limited(worked, rate.ceiling, base, is_floor=False)
        if rate.floor is not None:
            worked = self._limited(worked, rate.floor, base, is_floor=True)
        return worked

    def _plain(self, rate: Rate, base: Decimal) -> Worked:
        parts: list[Worked] = []
        if rate.percent is not None:
            parts.append(self._percent(rate.percent, base))
        parts.extend(
            part for part in (self._specific(one) for one in rate.specifics) if part is not None
        )
        if not parts:
            return Worked(ZERO, ())
        if len(parts) == 1:
            return parts[0]
        amount = sum((part.amount for part in parts), ZERO)
        step = Step(
            label=QT_TRANSLATE_NOOP("Step", "Percentage and amounts per unit"),
            formula=explain.SUM,
            inputs=tuple((str(place), part.amount) for place, part in enumerate(parts, 1)),
            result=amount,
            source=self.source,
        )
        return Worked(amount, (*(step for part in parts for step in part.steps), step))

    def _percent(self, percent: Decimal, base: Decimal) -> Worked:
        amount = base * percent / HUNDRED
        step = Step(
            label=QT_TRANSLATE_NOOP("Step", "Percentage of the base"),
            formula=explain.PERCENT,
            inputs=(("base", base), ("percent", percent)),
            result=amount,
            source=self.source,
        )
        return Worked(amount, (step,))

    def _specific(self, specific: Specific) -> Worked | None:
        """Return an amount per unit in national currency; None, with a remark, without quantity."""
        quantity = self.quantities.of(specific.unit)
        if quantity is None:
            self._remark("quantity_missing", "unit_1_quantity", ("unit", specific.unit))
            return None
        rate, source = self._exchange(specific.currency)
        if rate is None:
            return None
        per = specific.per
        amount = explain.FORMULAS[explain.PER_UNIT](quantity, per, specific.amount, rate)
        step = Step(
            label=QT_TRANSLATE_NOOP("Step", "Amount per unit"),
            formula=explain.PER_UNIT,
            inputs=(("quantity", quantity), ("per", per), ("amount", specific.amount),
                    ("rate", rate)),
            result=amount,
            source="; ".join(part for part in (self.source, source) if part),
        )  # fmt: skip
        return Worked(amount, (step,), quantity if specific.unit else None)

    def _exchange(self, currency: str) -> tuple[Decimal | None, str]:
        if currency in ("", self.terms.currency):
            return ONE, ""
        rate, source = published_rate(currency, self.terms)
        if rate is None:
            values = (("cur", currency), ("date", self.terms.on.isoformat()))
            self._remark("V-03", "commodity_code" if self.item else "exchange_rate", *values)
        return rate, source

    def _limited(self, worked: Worked, limit: Limit, base: Decimal, *, is_floor: bool) -> Worked:
        bound = (
            self._percent(limit.percent, base)
            if limit.percent is not None
            else self._specific(limit.specific)
            if limit.specific is not None
            else None
        )
        if bound is None:
            return worked
        choose = max if is_floor else min
        amount = choose(worked.amount, bound.amount)
        step = Step(
            label=QT_TRANSLATE_NOOP("Step", "Least amount")
            if is_floor
            else QT_TRANSLATE_NOOP("Step", "Greatest amount"),
            formula=explain.GREATER if is_floor else explain.SMALLER,
            inputs=(("amount", worked.amount), ("least" if is_floor else "most", bound.amount)),
            result=amount,
            source=self.source,
        )
        return Worked(amount, (*worked.steps, *bound.steps, step))

    def _bracketed(self, rate: Rate, base: Decimal) -> Worked:
        value = getattr(self.item, rate.attribute, None) if self.item is not None else None
        if not is_usable(value):
            self._remark("attribute_missing", rate.attribute, ("field", rate.attribute))
            return Worked(ZERO, ())
        chosen = [bracket for bracket in rate.brackets if bracket.start <= value]
        if not chosen:
            return Worked(ZERO, ())
        worked = self.work_out(chosen[-1].rate, base)
        step = Step(
            label=QT_TRANSLATE_NOOP("Step", "Bracket by the value keyed"),
            formula=explain.GIVEN,
            inputs=((rate.attribute, value),),
            result=value,
            source=self.source,
        )
        return Worked(worked.amount, (step, *worked.steps))

    def _remark(self, code: str, field: str, *values: tuple[str, str]) -> None:
        place = Place(field, self.item.key) if self.item is not None else Place(field)
        self.remarks.append(Remark(code=code, place=place, values=values))
