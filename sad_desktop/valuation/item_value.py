"""The item valuation note: what one item is worth, from its shares of the general segment."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.apportion import Shares
from sad_desktop.valuation.money import ONE, ZERO, is_sound, rounded
from sad_desktop.valuation.note import CostAmount, ItemValue, Remark
from sad_desktop.valuation.value import DEDUCTIONS, INVOICE, GeneralValue, Terms

TITLES: Mapping[str, str] = {
    INVOICE: QT_TRANSLATE_NOOP("Step", "Invoice value"),
    "external_freight": QT_TRANSLATE_NOOP("Step", "External freight"),
    "internal_freight": QT_TRANSLATE_NOOP("Step", "Internal freight"),
    "insurance": QT_TRANSLATE_NOOP("Step", "Insurance"),
    "other_costs": QT_TRANSLATE_NOOP("Step", "Other costs"),
    DEDUCTIONS: QT_TRANSLATE_NOOP("Step", "Deductions"),
}


@dataclass(frozen=True, slots=True)
class Column:
    """One cost over all items."""

    name: str
    currency: str
    rate: Decimal
    foreign: Sequence[Decimal]
    national: Sequence[Decimal]
    is_subtracted: bool


class ItemValuer:
    """Puts the items' parts together, one item at a time; nothing of a block without an amount."""

    def __init__(self, general: GeneralValue, shares: Shares, terms: Terms) -> None:
        self.general = general
        self.shares = shares
        self.terms = terms
        self._columns = tuple(
            Column(
                name,
                general.costs[name].currency,
                general.costs[name].rate,
                shares.foreign[name],
                shares.national[name],
                name == DEDUCTIONS,
            )
            for name in COSTS
            if name in shares.national
        )
        self._blank = {
            name: CostAmount(
                foreign=ZERO,
                currency=cost.currency,
                rate=cost.rate,
                national=rounded(ZERO, terms.decimals),
            )
            for name, cost in general.costs.items()
        }

    def parts(self, place: int) -> tuple[Decimal, ...]:
        """Return every figure of the item that comes from the general segment."""
        row = [self.shares.invoice[place], self.shares.alphas[place]]
        for column in self._columns:
            row.append(column.foreign[place])
            row.append(column.national[place])
        return tuple(row)

    def value(self, item: Item, place: int, remarks: list[Remark]) -> ItemValue:
        """Value one item: invoice + costs = CIF, × adjustment = statistical value."""
        shares, invoice = self.shares, self.general.invoice
        costs = self._blank.copy()
        total = ZERO
        for column in self._columns:
            national = column.national[place]
            costs[column.name] = CostAmount(
                foreign=column.foreign[place],
                currency=column.currency,
                rate=column.rate,
                national=national,
            )
            total = total - national if column.is_subtracted else total + national
        cif = shares.invoice[place] + total
        adjustment = _adjustment(item, remarks)
        statistical = rounded(cif if adjustment is ONE else cif * adjustment, self.terms.decimals)
        if cif < ZERO:
            remarks.append(
                Remark(
                    code="V-06",
                    place=Place("invoice_amount", item.key),
                    values=(("v", f"{cif:f}"),),
                )
            )
        return ItemValue(
            key=item.key,
            number=place + 1,
            invoice=CostAmount(
                foreign=shares.prices[place],
                currency=invoice.currency,
                rate=invoice.rate,
                national=shares.invoice[place],
            ),
            costs=costs,
            total_costs=total,
            cif=cif,
            adjustment=adjustment,
            statistical_value=statistical,
            alpha=shares.alphas[place],
            steps=partial(tuple),
        )


def _adjustment(item: Item, remarks: list[Remark]) -> Decimal:
    adjustment = item.adjustment
    if adjustment is None:
        return ONE
    if not is_sound(adjustment) or adjustment <= ZERO:
        place = Place("adjustment", item.key)
        remarks.append(Remark(code="V-11", place=place, values=(("v", str(adjustment)),)))
        return ONE
    return adjustment
