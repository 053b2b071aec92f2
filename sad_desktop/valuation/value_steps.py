"""How an item's value came about, step by step: invoice, shares of the costs, CIF, box 46."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sad_desktop.declaration.item import Item
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation import explain
from sad_desktop.valuation.apportion import FOREIGN_DECIMALS, Shares
from sad_desktop.valuation.item_value import TITLES
from sad_desktop.valuation.money import ZERO, decimals_in, rounded
from sad_desktop.valuation.note import CostAmount, ItemValue, Step
from sad_desktop.valuation.value import DEDUCTIONS, INVOICE, NONE, GeneralValue, Terms

KEYED = QT_TRANSLATE_NOOP("Step", "keyed at the item")
FOREIGN_TITLES = {
    "external_freight": QT_TRANSLATE_NOOP("Step", "External freight in its currency"),
    "internal_freight": QT_TRANSLATE_NOOP("Step", "Internal freight in its currency"),
    "insurance": QT_TRANSLATE_NOOP("Step", "Insurance in its currency"),
    "other_costs": QT_TRANSLATE_NOOP("Step", "Other costs in their currency"),
    DEDUCTIONS: QT_TRANSLATE_NOOP("Step", "Deductions in their currency"),
}


class ValueSteps:
    """Explains the items of one valuation; made once, asked for single items."""

    def __init__(self, general: GeneralValue, shares: Shares, terms: Terms) -> None:
        self._general = general
        self._shares = shares
        self._terms = terms

    def steps(self, item: Item, place: int, value: ItemValue) -> tuple[Step, ...]:
        """Return the steps from the item's price to its statistical value."""
        return tuple(self._steps(item, place, value))

    def _steps(self, item: Item, place: int, value: ItemValue) -> Iterator[Step]:
        yield self._alpha(value)
        yield from self._invoice(place, value)
        for name in self._shares.national:
            if self._is_keyed(item, name):
                yield self._converted(name, value.costs[name], source=KEYED)
            elif self._terms.is_exact and self._terms.mode == NONE:
                yield from self._keyed_at_item(name, value.costs[name])
            elif self._terms.is_exact:
                yield from self._exact(name, place)
            else:
                yield from self._as_asycuda(name, place, value.costs[name])
        yield self._costs(value)
        yield Step(
            label=QT_TRANSLATE_NOOP("Step", "CIF value"),
            formula=explain.SUM,
            inputs=(
                (TITLES[INVOICE], value.invoice.national),
                (QT_TRANSLATE_NOOP("Step", "Total costs"), value.total_costs),
            ),
            result=value.cif,
        )
        yield Step(
            label=QT_TRANSLATE_NOOP("Step", "Statistical value"),
            formula=explain.PRODUCT,
            inputs=(("value", value.cif), ("adjustment", value.adjustment)),
            result=value.statistical_value,
            rounding=explain.to(explain.HALF_UP, self._terms.decimals),
        )

    def _alpha(self, value: ItemValue) -> Step:
        is_exact = self._terms.is_exact
        whole = sum(self._shares.prices, ZERO) if is_exact else self._general.invoice.foreign
        return Step(
            label=QT_TRANSLATE_NOOP("Step", "Share of the invoice"),
            formula=explain.QUOTIENT,
            inputs=(("amount", value.invoice.foreign), ("whole", whole)),
            result=value.alpha,
        )

    def _invoice(self, place: int, value: ItemValue) -> Iterator[Step]:
        invoice = value.invoice
        if not self._terms.is_exact:
            yield self._converted(INVOICE, invoice)
            return
        prices = self._shares.prices
        whole = sum(prices, ZERO)
        total = rounded(whole * invoice.rate, self._terms.decimals)
        yield Step(
            label=QT_TRANSLATE_NOOP("Step", "Prices of all items"),
            formula=explain.AT_RATE,
            inputs=(("foreign", whole), ("rate", invoice.rate)),
            result=total,
            rounding=explain.to(explain.HALF_UP, self._terms.decimals),
        )
        yield from _shared(TITLES[INVOICE], total, prices, (), place, invoice.national)

    def _converted(self, name: str, cost: CostAmount, source: str = "") -> Step:
        return Step(
            label=TITLES[name],
            formula=explain.AT_RATE,
            inputs=(("foreign", cost.foreign), ("rate", cost.rate)),
            result=cost.national,
            rounding=explain.to(explain.HALF_UP, self._terms.decimals),
            source=source,
        )

    def _exact(self, name: str, place: int) -> Iterator[Step]:
        shares, general = self._shares, self._general.costs[name]
        weights, pinned = shares.weights[name], shares.pinned.get(name, ())
        part = shares.foreign[name][place]
        rest = general.foreign - _sum_of(shares.foreign[name], pinned)
        yield from _shared(FOREIGN_TITLES[name], rest, weights, pinned, place, part)
        rest = general.national - _sum_of(shares.national[name], pinned)
        yield from _shared(TITLES[name], rest, weights, pinned, place, shares.national[name][place])

    def _keyed_at_item(self, name: str, cost: CostAmount) -> Iterator[Step]:
        decimals = self._terms.decimals
        cut = rounded(cost.foreign * cost.rate, decimals, explain.ROUNDINGS[explain.DOWN])
        yield Step(
            label=TITLES[name],
            formula=explain.AT_RATE,
            inputs=(("foreign", cost.foreign), ("rate", cost.rate)),
            result=cut,
            rounding=explain.to(explain.DOWN, decimals),
            source=KEYED,
        )
        if cut != cost.national:
            yield _extra_unit(cut, cost.national)

    def _as_asycuda(self, name: str, place: int, cost: CostAmount) -> Iterator[Step]:
        if self._terms.mode != NONE:
            yield Step(
                label=FOREIGN_TITLES[name],
                formula=explain.SHARE,
                inputs=(
                    ("total", self._general.costs[name].foreign),
                    ("part", self._shares.weights[name][place]),
                    ("whole", self._shares.wholes[name]),
                ),
                result=cost.foreign,
                rounding=explain.to(explain.HALF_UP, FOREIGN_DECIMALS),
            )
        yield self._converted(name, cost)

    def _costs(self, value: ItemValue) -> Step:
        return Step(
            label=QT_TRANSLATE_NOOP("Step", "Total costs"),
            formula=explain.SUM,
            inputs=tuple(
                (TITLES[name], -cost.national if name == DEDUCTIONS else cost.national)
                for name, cost in value.costs.items()
                if cost.national
            ),
            result=value.total_costs,
        )

    def _is_keyed(self, item: Item, name: str) -> bool:
        is_pinned = self._terms.is_exact and self._terms.mode != NONE
        return is_pinned and getattr(item, name) is not None


def _shared(
    label: str,
    total: Decimal,
    weights: Sequence[Decimal],
    pinned: Sequence[int],
    place: int,
    part: Decimal,
) -> Iterator[Step]:
    """Explain a part of a total by largest remainder: the share cut to the unit, and its unit."""
    whole = sum((w for other, w in enumerate(weights) if w > ZERO and other not in pinned), ZERO)
    weight = max(weights[place], ZERO)
    decimals = max(decimals_in(total), decimals_in(part), -_exponent(part))
    share = explain.FORMULAS[explain.SHARE](total, weight, whole)
    cut = rounded(share, decimals, explain.ROUNDINGS[explain.DOWN])
    yield Step(
        label=label,
        formula=explain.SHARE,
        inputs=(("total", total), ("part", weight), ("whole", whole)),
        result=cut,
        rounding=explain.to(explain.DOWN, decimals),
    )
    if cut != part:
        yield _extra_unit(cut, part)


def _extra_unit(cut: Decimal, part: Decimal) -> Step:
    return Step(
        label=QT_TRANSLATE_NOOP("Step", "One unit of what rounding left over"),
        formula=explain.UNIT_LEFT_OVER,
        inputs=(("share", cut), ("unit", part - cut)),
        result=part,
    )


def _sum_of(parts: Sequence[Decimal], places: Sequence[int]) -> Decimal:
    return sum((parts[place] for place in places), ZERO)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
