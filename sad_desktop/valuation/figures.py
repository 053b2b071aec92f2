"""The computed boxes, ready for the sheet, paper and XML."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import overload

from sad_desktop.declaration.figures import (
    CostFigure,
    Figures,
    HeaderFigures,
    ItemFigures,
    TaxFigure,
)
from sad_desktop.declaration.lists import page_count
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.valuation.money import ZERO, is_sound
from sad_desktop.valuation.note import AssessmentNote, CostAmount, ItemNote, Payment, TaxLine

PAYMENT_MODES = {
    "cash": ("Cash", "نقدًا"),
    "prepaid": ("Prepaid", "دفع مُسبَق"),
    "credit": ("Credit", "دائن"),
}
"""What box B says of the method of payment, in both languages (guide 003, box 48)."""


def figures(declaration: Declaration, note: AssessmentNote, language: str) -> Figures:
    """Return the computed boxes of a declaration, names in ``en`` or ``ar``.

    Items stand in the order of the declaration; those the note does not know are left out. The
    boxes of an item are made when somebody looks at it: a page shows three of 999.
    """
    prices = [item.value.invoice.foreign for item in note.items]
    header = HeaderFigures(
        form_number=1,
        form_total=page_count(len(declaration.items)),
        item_count=len(declaration.items),
        package_count=_sum(item.package_count for item in declaration.items),
        value_details=note.total_costs,
        origin_name=note.origin_ar if language == "ar" else note.origin_en,
        payment_mode=_payment_mode(note.payment_mode, language),
        guarantee=note.guarantee,
        fees=note.fees,
        total_taxes=note.total,
        invoice=_cost(note.invoice),
        total_costs=note.total_costs,
        cif=note.cif,
        total_invoice=sum(prices, ZERO) if prices else note.invoice.foreign,
        total_mass=_sum(item.gross_mass for item in declaration.items),
        **{name: _cost(note.costs[name]) for name in COSTS},
    )
    return Figures(header=header, items=_Items(note.items))


class _Items(Sequence[tuple[int, ItemFigures]]):
    """The figures of each item with its key, made at the first look and kept."""

    def __init__(self, notes: tuple[ItemNote, ...]) -> None:
        self._notes = notes
        self._made: dict[int, tuple[int, ItemFigures]] = {}

    def __len__(self) -> int:
        return len(self._notes)

    @overload
    def __getitem__(self, index: int) -> tuple[int, ItemFigures]: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[tuple[int, ItemFigures], ...]: ...
    def __getitem__(
        self, index: int | slice
    ) -> tuple[int, ItemFigures] | tuple[tuple[int, ItemFigures], ...]:
        if isinstance(index, slice):
            return tuple(self[place] for place in range(*index.indices(len(self))))
        place = range(len(self))[index]
        if place not in self._made:
            note = self._notes[place]
            self._made[place] = (note.value.key, _item(note))
        return self._made[place]


def _item(note: ItemNote) -> ItemFigures:
    value = note.value
    costs = value.costs
    total, mode = _item_total(note)
    return ItemFigures(
        item_number=value.number,
        item_price=value.invoice.foreign,
        statistical_value=value.statistical_value,
        taxes_total=total,
        taxes_mode=mode,
        alpha=value.alpha,
        invoice=_cost(value.invoice),
        total_costs=value.total_costs,
        cif=value.cif,
        taxes=tuple(_tax(line) for line in note.taxes),
        **{name: _cost(costs[name]) for name in COSTS},
    )


def _item_total(note: ItemNote) -> tuple[Decimal | None, str]:
    """Return the total box 47 prints: what is paid, else what is only guaranteed; with its mode."""
    if not note.taxes:
        return None, ""
    if note.guarantee and not note.taxes_total:
        return note.guarantee, Payment.GUARANTEED
    return note.taxes_total, Payment.PAID


def _tax(line: TaxLine) -> TaxFigure:
    return TaxFigure(
        tax_code=line.code,
        base=line.base,
        rate=line.rate,
        amount=line.amount,
        mode_of_payment=line.mode_of_payment,
    )


def _cost(cost: CostAmount) -> CostFigure:
    return CostFigure(
        foreign=cost.foreign, currency=cost.currency, rate=cost.rate, national=cost.national
    )


def _payment_mode(mode: str, language: str) -> str:
    names = PAYMENT_MODES.get(mode)
    if names is None:
        return ""
    return names[1] if language == "ar" else names[0]


def _sum(values: Iterable[Decimal | None]) -> Decimal:
    return sum((value for value in values if value is not None and is_sound(value)), ZERO)
