"""What stands in each cell of a page: the one answer for the screen and for paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache

from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.fields import FieldDef, Kind, definitions
from sad_desktop.declaration.figures import Figures, HeaderFigures, ItemFigures, TaxFigure
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import first_item, page_count, page_items
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document
from sad_desktop.declaration.values import show, show_number
from sad_desktop.printing.sheet import Cell, Sheet, Subject, sheet, sheet_of
from sad_desktop.valuation.note import Payment

_RIGHT = frozenset({Kind.AMOUNT, Kind.QUANTITY, Kind.RATE, Kind.COUNT})
_FREE = frozenset({Kind.TEXT, Kind.LINES})
_UNPAID = frozenset({Payment.GUARANTEED, Payment.EXEMPT})


class Align(StrEnum):
    """Where a text stands in its cell; ``start`` follows the text's own direction."""

    START = "start"
    RIGHT = "right"
    CENTRE = "centre"


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The text of one cell; ``is_free`` is text in any language, else codes and numbers."""

    text: str
    align: Align = Align.START
    is_free: bool = False
    lines: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """One page of a declaration, from 0, with the figures that belong on it."""

    draft: Draft
    figures: Figures
    number: int
    decimals: int
    sheet: Sheet
    items: tuple[Item, ...]
    item_figures: tuple[ItemFigures, ...]

    @property
    def page_total(self) -> int:
        """How many pages the declaration has."""
        return page_count(len(self.draft.declaration.items))

    def item_in(self, slot: int) -> Item | None:
        """Return the item in a slot from 1; None for an unused block."""
        return self.items[slot - 1] if 0 < slot <= len(self.items) else None

    def place(self, cell: Cell) -> Place | None:
        """Return the field a cell keys; None for computed cells and unused blocks."""
        if cell.subject is not Subject.FIELD:
            return None
        if not cell.slot:
            return Place(cell.name)
        item = self.item_in(cell.slot)
        return Place(cell.name, item.key) if item else None

    def rejected(self, cell: Cell) -> str | None:
        """Return what was typed into a cell and not understood; None where all was."""
        texts = self.draft.rejected
        place = self.place(cell) if texts else None
        return texts.get(place) if place else None


def page_view(draft: Draft, figures: Figures, number: int, decimals: int) -> PageView:
    """Return what a page of a declaration shows; ``decimals`` those of the national currency."""
    items = page_items(draft, number)
    return PageView(
        draft=draft,
        figures=figures,
        number=number,
        decimals=decimals,
        sheet=sheet_of(number),
        items=items,
        item_figures=_figures_of(items, figures, first_item(number)),
    )


def _figures_of(items: tuple[Item, ...], figures: Figures, first: int) -> tuple[ItemFigures, ...]:
    """Return the figures of a page's items: they stand in the order of the items."""
    there = figures.items[first : first + len(items)]
    if [key for key, _ in there] == [item.key for item in items]:
        return tuple(one for _, one in there)
    by_key = dict(figures.items)
    return tuple(by_key.get(item.key, ItemFigures()) for item in items)


def content(view: PageView, cell: Cell) -> Content:
    """Return what stands in a cell of a page."""
    if cell.subject is Subject.BLANK or (cell.slot and view.item_in(cell.slot) is None):
        return Content(text="")
    if cell.subject is Subject.FIELD:
        return _field(view, cell)
    if cell.subject is Subject.FIGURE:
        return _figure(view, cell)
    if cell.subject is Subject.TAX:
        return _tax(view, cell)
    return _COMPOSED[cell.name](view, cell)


def definition_of(cell: Cell) -> FieldDef | None:
    """Return the field or figure a cell shows; None for composed, tax and blank cells."""
    if cell.subject is Subject.FIELD:
        return definitions(Item if cell.slot else Declaration)[cell.name]
    if cell.subject is Subject.FIGURE:
        return definitions(ItemFigures if cell.slot else HeaderFigures)[cell.name]
    return None


def _field(view: PageView, cell: Cell) -> Content:
    holder = view.item_in(cell.slot) if cell.slot else view.draft.declaration
    definition = definitions(Item if cell.slot else Declaration)[cell.name]
    rejected = view.rejected(cell)
    if rejected is not None:
        text = rejected
    elif cell.name.startswith("container_"):
        text = _container(view, cell)
    else:
        text = show(definition, getattr(holder, cell.name))
    if definition.kind is Kind.FLAG:
        return Content(text=text or "0", align=Align.CENTRE)
    return Content(
        text=text,
        align=Align.RIGHT if definition.kind in _RIGHT else Align.START,
        is_free=definition.kind in _FREE,
        lines=definition.lines,
    )


def _container(view: PageView, cell: Cell) -> str:
    """Return the item's nth container: from the list where it has any, else as keyed (S3-053)."""
    item = view.item_in(cell.slot)
    assert item is not None  # noqa: S101
    listed = containers_of(view.draft.declaration, item)
    if not listed:
        keyed: str = getattr(item, cell.name)
        return keyed
    index = int(cell.name.removeprefix("container_")) - 1
    return listed[index].identity if index < len(listed) else ""


def containers_of(declaration: Declaration, item: Item) -> tuple[Container, ...]:
    """Return the rows of the container list that belong to an item."""
    return tuple(row for row in declaration.containers if row.item_key == item.key)


def _figure(view: PageView, cell: Cell) -> Content:
    holder: object = view.figures.header
    if cell.slot:
        holder = view.item_figures[cell.slot - 1]
    definition = definition_of(cell)
    assert definition is not None  # noqa: S101
    value = getattr(holder, cell.name)
    if cell.name == "form_number":
        value = view.number + 1
    if definition.kind is Kind.AMOUNT and isinstance(value, Decimal) and cell.name != "item_price":
        return Content(text=show_number(value, view.decimals), align=Align.RIGHT)
    right = definition.kind in _RIGHT
    align = Align.RIGHT if right else Align.START
    return Content(text=show(definition, value), align=align, is_free=definition.kind in _FREE)


def _tax(view: PageView, cell: Cell) -> Content:
    if cell.name.startswith("sum."):
        return _tax_sum(view, cell.name.removeprefix("sum."))
    figures = view.item_figures[cell.slot - 1]
    if cell.name == "total":
        return _amount(view, figures.taxes_total)
    line, _, column = cell.name.partition(".")
    shown = tax_lines(figures.taxes, view.sheet.tax_lines)
    if int(line) > len(shown):
        return Content(text="")
    return _tax_column(view, shown[int(line) - 1], column)


def _tax_column(view: PageView, tax: TaxFigure, column: str) -> Content:
    if column == "type":
        return Content(text=tax.tax_code)
    if column == "mp":
        return Content(text=tax.mode_of_payment, align=Align.CENTRE)
    if column == "rate":
        return Content(text="" if tax.rate is None else show_number(tax.rate), align=Align.RIGHT)
    return _amount(view, tax.base if column == "base" else tax.amount)


def tax_lines(taxes: tuple[TaxFigure, ...], most: int) -> tuple[TaxFigure, ...]:
    """Return the lines box 47 has room for; what is left over is summed in its last line."""
    if len(taxes) <= most:
        return taxes
    rest = taxes[most - 1 :]
    total = sum((tax.amount or Decimal(0) for tax in rest), Decimal(0))
    return (*taxes[: most - 1], TaxFigure(tax_code="+", amount=total))


def tax_sums(view: PageView) -> tuple[TaxFigure, ...]:
    """Return the taxes of all items summed by code and mode of payment."""
    sums: dict[tuple[str, str], Decimal] = {}
    for _, figures in view.figures.items:
        for tax in figures.taxes:
            key = tax.tax_code, tax.mode_of_payment
            sums[key] = sums.get(key, Decimal(0)) + (tax.amount or Decimal(0))
    return tuple(
        TaxFigure(tax_code=code, amount=amount, mode_of_payment=mode)
        for (code, mode), amount in sums.items()
    )


def _tax_sum(view: PageView, line: str) -> Content:
    """Return the summary of the last sheet: taxes of all items, and the total that is paid."""
    if view.number + 1 != view.page_total:
        return Content(text="")
    sums = tax_sums(view)
    if line == "total":
        paid = (tax.amount or Decimal(0) for tax in sums if tax.mode_of_payment not in _UNPAID)
        total = show_number(sum(paid, Decimal(0)), view.decimals)
        return Content(text=f"G.T. {total}", align=Align.RIGHT)
    most = sum(cell.name.startswith("sum.") for cell in view.sheet.cells) - 1
    shown = tax_lines(sums, most)
    index = int(line) - 1
    if index >= len(shown):
        return Content(text="")
    tax = shown[index]
    amount = show_number(tax.amount or Decimal(0), view.decimals)
    text = f"{tax.tax_code}  {amount}  {tax.mode_of_payment}".rstrip()
    return Content(text=text, align=Align.RIGHT)


def _amount(view: PageView, value: Decimal | None) -> Content:
    text = "" if value is None else show_number(value, view.decimals)
    return Content(text=text, align=Align.RIGHT)


def _documents(view: PageView, cell: Cell) -> Content:
    item = view.item_in(cell.slot)
    assert item is not None  # noqa: S101
    rows = _document_rows(view.sheet.name)
    index = int(cell.name.removeprefix("documents_")) - 1
    texts = [_document(row) for row in item.documents]
    per_row = -(-len(texts) // rows) if texts else 0
    return Content(text="; ".join(texts[index * per_row : (index + 1) * per_row]))


@cache
def _document_rows(name: str) -> int:
    """Return how many rows for documents an item has on a sheet."""
    return sum(cell.name.startswith("documents_") for cell in sheet(name).cells if cell.slot == 1)


def _document(row: Document) -> str:
    issued = row.issued.strftime("%d/%m/%Y") if row.issued else ""
    return " ".join(part for part in (row.document_code, row.reference, issued) if part)


def _official(serial: str, number: str, day: date | None) -> Content:
    shown = day.strftime("%d/%m/%Y") if day else ""
    return Content(text=" ".join(part for part in (serial, number, shown) if part))


def _assessment(view: PageView, cell: Cell) -> Content:  # noqa: ARG001 - one shape for all
    kept = view.draft.declaration
    return _official(kept.assessment_serial, kept.assessment_number, kept.assessment_day)


def _receipt(view: PageView, cell: Cell) -> Content:  # noqa: ARG001 - one shape for all
    kept = view.draft.declaration
    return _official(kept.receipt_serial, kept.receipt_number, kept.receipt_day)


def _party_code(view: PageView, cell: Cell) -> Content:  # noqa: ARG001 - one shape for all
    return Content(
        text=view.draft.declaration.consignee_code or view.draft.declaration.exporter_code
    )


def _party_name(view: PageView, cell: Cell) -> Content:  # noqa: ARG001 - one shape for all
    kept = view.draft.declaration
    first_lines = (name.split("\n")[0] for name in (kept.exporter_name, kept.consignee_name))
    return Content(text="\n".join(line for line in first_lines if line), is_free=True, lines=4)


_COMPOSED: Mapping[str, Callable[[PageView, Cell], Content]] = {
    "documents_1": _documents,
    "documents_2": _documents,
    "documents_3": _documents,
    "assessment": _assessment,
    "receipt": _receipt,
    "party_code": _party_code,
    "party_name": _party_name,
}
