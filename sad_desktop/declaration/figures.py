"""Figures nobody types: what the program computes, and what an imported file says of itself.

The same shapes serve both, so that the two can be laid side by side. None of them is stored
in a draft as its own; a file's figures are kept beside it as *declared*.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sad_desktop.declaration.fields import Level, amount, code, count, quantity, rate, text

_I = Level.ITEM
_O = Level.OFFICIAL


@dataclass(frozen=True, slots=True, kw_only=True)
class CostFigure:
    """One cost in its own currency and in national currency."""

    foreign: Decimal | None = None
    currency: str = ""
    rate: Decimal | None = None
    national: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxFigure:
    """One line of box 47 as declared or computed; ``mode_of_payment`` 1 paid, 0 guaranteed."""

    tax_code: str
    base: Decimal | None = None
    rate: Decimal | None = None
    amount: Decimal | None = None
    mode_of_payment: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderFigures:
    """Computed boxes of the general segment; national amounts in national currency."""

    form_number: int | None = count("3", "Form", "النموذج", length=4)
    form_total: int | None = count("3.2", "Forms", "عدد النماذج", length=4)
    item_count: int | None = count("5", "Items", "عدد البنود")
    package_count: Decimal | None = quantity("6", "Total packages", "مجموع الطرود")
    value_details: Decimal | None = amount("12", "Value details", "تفاصيل القيمة")
    origin_name: str = text("16", "Country of origin", "بلد المنشأ")
    payment_mode: str = text("B", "Method of payment", "طريقة الدفع", level=_O)
    guarantee: Decimal | None = amount("B", "Guarantee", "الكفالة", level=_O)
    fees: Decimal | None = amount("B", "Total fees", "مجموع النفقات", level=_O)
    total_taxes: Decimal | None = amount("B", "Total declaration", "مجموع التصفية", level=_O)
    invoice: CostFigure = CostFigure()
    external_freight: CostFigure = CostFigure()
    internal_freight: CostFigure = CostFigure()
    insurance: CostFigure = CostFigure()
    other_costs: CostFigure = CostFigure()
    deductions: CostFigure = CostFigure()
    total_costs: Decimal | None = amount("VN", "Total costs", "مجموع النفقات")
    cif: Decimal | None = amount("VN", "CIF value", 'القيمة "سيف"')
    total_invoice: Decimal | None = amount("VN", "Invoice total", "مجموع الفاتورة")
    total_mass: Decimal | None = quantity("VN", "Total gross mass (kg)", "مجموع الوزن القائم (كلغ)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFigures:
    """Computed boxes of one item; ``alpha`` is its share of the invoice."""

    item_number: int | None = count("32", "Item No", "رقم البند", level=_I)
    item_price: Decimal | None = amount("42", "Item price", "ثمن السلعة", level=_I)
    statistical_value: Decimal | None = amount(
        "46", "Statistical value", "القيمة الإحصائيّة", level=_I
    )
    taxes_total: Decimal | None = amount("47", "Item taxes", "رسوم البند", level=_I)
    taxes_mode: str = code("47", "Method of payment (MP)", "طريقة الدفع", length=2, level=_I)
    alpha: Decimal | None = rate("VN", "Share of the invoice", "الحصة من الفاتورة", level=_I)
    invoice: CostFigure = CostFigure()
    external_freight: CostFigure = CostFigure()
    internal_freight: CostFigure = CostFigure()
    insurance: CostFigure = CostFigure()
    other_costs: CostFigure = CostFigure()
    deductions: CostFigure = CostFigure()
    total_costs: Decimal | None = amount("VN", "Total costs", "مجموع المصاريف", level=_I)
    cif: Decimal | None = amount("VN", "CIF value", 'القيمة "سيف"', level=_I)
    taxes: tuple[TaxFigure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All figures of a declaration; items by their key, in their order."""

    header: HeaderFigures = HeaderFigures()
    items: Sequence[tuple[int, ItemFigures]] = ()
