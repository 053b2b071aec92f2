"""The item valuation note: what one item is worth, from its shares of the general segment."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

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


class Blocks:
    """The invoice and the costs of the item at a place, each made when looked at."""

    __slots__ = ("_columns", "_invoice", "_place")

    def __init__(self, invoice: Column, columns: Mapping[str, Column], place: int) -> None:
        self._invoice = invoice
        self._columns = columns
        self._place = place

    @property
    def invoice(self) -> CostAmount:
        """The price of the item."""
        return self._invoice.at(self._place)

    @property
    def costs(self) -> Mapping[str, CostAmount]:
        """The blocks of COSTS by name."""
        return {name: column.at(self._place) for name, column in self._columns.items()}

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, Blocks)
            and self.invoice == other.invoice
            and self.costs == other.costs
        )

    def __hash__(self) -> int:
        return hash((self.invoice, *self.costs.values()))

    def __repr__(self) -> str:
        return f"Blocks({self.invoice!r}, {self.costs!r})"


class ItemValuer:
    """Puts the items' parts together, one item at a time."""

    def __init__(
        self, general: GeneralValue, shares: Shares, terms: Terms, explain: Explain
    ) -> None:
        self.terms = terms
        self.shares = shares
        invoice = general.invoice
        self._explain = explain
        zero = self._zero = rounded(ZERO, terms.decimals)
        self._invoice = Column(invoice.currency, invoice.rate, zero, shares.prices, shares.invoice)
        self._columns = {
            name: Column(
                general.costs[name].currency,
                general.costs[name].rate,
                zero,
                shares.foreign.get(name, ()),
                shares.national.get(name, ()),
            )
            for name in COSTS
        }
        known = [name for name in COSTS if name in shares.national]
        self._added = [shares.national[name] for name in known if name != DEDUCTIONS]
        self._subtracted = [shares.national[name] for name in known if name == DEDUCTIONS]

    def value(self, item: Item, place: int, remarks: list[Remark]) -> ItemValue:
        """Value one item: invoice + costs = CIF, × adjustment = statistical value."""
        shares = self.shares
        total = self._zero
        for column in self._added:
            total += column[place]
        for column in self._subtracted:
            total -= column[place]
        cif = shares.invoice[place] + total
        adjustment = ONE if item.adjustment is None else _adjustment(item, remarks)
        if cif < ZERO:
            place_of = Place("invoice_amount", item.key)
            remarks.append(Remark(code="V-06", place=place_of))
        return ItemValue(
            key=item.key,
            number=place + 1,
            blocks=Blocks(self._invoice, self._columns, place),
            total_costs=total,
            cif=cif,
            adjustment=adjustment,
            statistical_value=rounded(cif * adjustment, self.terms.decimals),
            alpha=shares.alphas[place],
            steps=partial(self._steps, item, place),
        )

    def _steps(self, item: Item, place: int) -> tuple[Step, ...]:
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
