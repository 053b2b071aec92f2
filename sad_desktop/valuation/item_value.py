"""The item valuation note: what one item is worth, from its shares of the general segment."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import add, sub

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.apportion import Shares
from sad_desktop.valuation.money import ONE, ZERO, is_sound, rounded
from sad_desktop.valuation.note import CostAmount, ItemValue, Remark, Step
from sad_desktop.valuation.value import DEDUCTIONS, INVOICE, GeneralValue, Terms

TITLES: Mapping[str, str] = {
    INVOICE: QT_TRANSLATE_NOOP("Step", "Invoice value"),
    "external_freight": QT_TRANSLATE_NOOP("Step", "External freight"),
    "internal_freight": QT_TRANSLATE_NOOP("Step", "Internal freight"),
    "insurance": QT_TRANSLATE_NOOP("Step", "Insurance"),
    "other_costs": QT_TRANSLATE_NOOP("Step", "Other costs"),
    DEDUCTIONS: QT_TRANSLATE_NOOP("Step", "Deductions"),
}

Explain = Callable[[Item, int, ItemValue], tuple[Step, ...]]
"""Returns the steps of an item at a place, from 0, among the items."""


@dataclass(frozen=True, slots=True)
class Column:
    """One cost over all items; no parts where nothing of it was keyed."""

    currency: str
    rate: Decimal
    zero: Decimal
    foreign: Sequence[Decimal] = ()
    national: Sequence[Decimal] = ()

    def at(self, place: int) -> CostAmount:
        """Return the cost of the item at a place, from 0."""
        return CostAmount(
            foreign=self.foreign[place] if self.foreign else ZERO,
            currency=self.currency,
            rate=self.rate,
            national=self.national[place] if self.national else self.zero,
        )


class Parts:
    """What the value of the item at a place is made of, each made when looked at."""

    __slots__ = ("_item", "_place", "_valuer")

    def __init__(self, valuer: "ItemValuer", item: Item, place: int) -> None:
        self._valuer = valuer
        self._item = item
        self._place = place

    @property
    def invoice(self) -> CostAmount:
        """The price of the item."""
        return self._valuer.invoice.at(self._place)

    @property
    def costs(self) -> Mapping[str, CostAmount]:
        """The blocks of COSTS by name."""
        return {name: column.at(self._place) for name, column in self._valuer.costs.items()}

    @property
    def alpha(self) -> Decimal:
        """The item's share of the invoice."""
        return self._valuer.shares.alphas[self._place]

    def steps(self) -> tuple[Step, ...]:
        """Return the steps from the item's price to its statistical value."""
        return self._valuer.steps(self._item, self._place)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Parts)
            and self.invoice == other.invoice
            and self.costs == other.costs
            and self.alpha == other.alpha
        )

    def __hash__(self) -> int:
        return hash((self.invoice, *self.costs.values(), self.alpha))

    def __repr__(self) -> str:
        return f"Parts({self.invoice!r}, {self.costs!r}, {self.alpha!r})"


class ItemValuer:
    """Puts the items' parts together: costs and CIF column by column, the rest item by item."""

    def __init__(
        self, general: GeneralValue, shares: Shares, terms: Terms, explain: Explain
    ) -> None:
        self.terms = terms
        self.shares = shares
        invoice = general.invoice
        self._explain = explain
        zero = rounded(ZERO, terms.decimals)
        self.invoice = Column(invoice.currency, invoice.rate, zero, shares.prices, shares.invoice)
        self.costs = {
            name: Column(
                general.costs[name].currency,
                general.costs[name].rate,
                zero,
                shares.foreign.get(name, ()),
                shares.national.get(name, ()),
            )
            for name in COSTS
        }
        totals: Sequence[Decimal] = [zero] * len(shares.prices)
        for name in sorted(shares.national, key=lambda name: name == DEDUCTIONS):
            step = sub if name == DEDUCTIONS else add
            totals = list(map(step, totals, shares.national[name]))
        self.total_costs = totals
        self.cif = list(map(add, shares.invoice, totals))

    def value(self, item: Item, place: int, remarks: list[Remark]) -> ItemValue:
        """Value one item: invoice + costs = CIF, × adjustment = statistical value."""
        cif = self.cif[place]
        adjustment = ONE if item.adjustment is None else _adjustment(item, remarks)
        if cif < ZERO:
            place_of = Place("invoice_amount", item.key)
            remarks.append(Remark(code="V-06", place=place_of))
        return ItemValue(
            item.key,
            place + 1,
            Parts(self, item, place),
            self.total_costs[place],
            cif,
            adjustment,
            rounded(cif if adjustment is ONE else cif * adjustment, self.terms.decimals),
        )

    def is_worth(self, value: ItemValue, place: int) -> bool:
        """Tell whether the item at a place is worth what it was: no tax on it can differ."""
        return value.cif == self.cif[place] and value.total_costs == self.total_costs[place]

    def same_value(self, value: ItemValue, item: Item, place: int) -> ItemValue:
        """Return the value of an item that is worth what it was, with its shares as they are."""
        return ItemValue(
            item.key,
            place + 1,
            Parts(self, item, place),
            value.total_costs,
            value.cif,
            value.adjustment,
            value.statistical_value,
        )

    def steps(self, item: Item, place: int) -> tuple[Step, ...]:
        """Return the steps of an item from its price to its statistical value."""
        return self._explain(item, place, self.value(item, place, []))


def _adjustment(item: Item, remarks: list[Remark]) -> Decimal:
    adjustment = item.adjustment
    if adjustment is None:
        return ONE
    if not is_sound(adjustment) or adjustment <= ZERO:
        place = Place("adjustment", item.key)
        remarks.append(Remark(code="V-11", place=place))
        return ONE
    return adjustment
