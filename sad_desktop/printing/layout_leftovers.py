"""What a sheet has too few cells for: taxes beyond its lines, containers, further units.

It stands whole on the annex; the last cell that has something of it carries the annex's number.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.figures import TaxFigure
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import first_item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import show, show_number
from sad_desktop.printing.annexes import Annexes, Overflow
from sad_desktop.printing.contents import PageView, containers_of, tax_sums
from sad_desktop.printing.layout_blocks import Column, Kind, Row, Table
from sad_desktop.printing.layout_lists import containers_table
from sad_desktop.printing.layout_subject import title_of
from sad_desktop.printing.sheet import Subject, sheet
from sad_desktop.printing.words import Word, word

CONTAINER_CELLS = 4

_FURTHER_FIELDS = {
    "unit_1_quantity": ("unit_2", "unit_2_quantity", "unit_3", "unit_3_quantity"),
    "summary_declaration_line": ("previous_document", "previous_warehouse"),
    "commodity_national": ("specification",),
}
"""Fields of an item without a cell of their own, by the cell that leads to them."""

_UNPLACED_FIELDS = (
    "acid",
    "additional_information",
    "principal_day",
    "departure_office",
    "guarantee_name",
    "guarantee_day",
    "transit_destination_country",
    "transhipments",
    "incidents",
)
"""Fields of the general segment that no cell of the sheet has room for."""

CellName = tuple[int, Subject, str]
"""A cell by its slot, subject and name."""


def leftovers(view: PageView, annexes: Annexes) -> dict[CellName, int]:
    """Put what has no cell on the annex; return the cells that lead there, with its number."""
    leading: dict[CellName, int] = {}
    for slot, item in enumerate(view.items, start=1):
        number = item_number(view, slot)
        for subject, name, entry in _of_item(view, slot, item, number):
            leading[slot, subject, name] = annexes.add(entry)
    lines = _sum_lines(view.sheet.name)
    if lines and view.number + 1 == view.page_total and len(sums := tax_sums(view)) > lines:
        entry = _entry(view, "47", 0, word("taxes_all"), _taxes_table(sums, view.decimals))
        leading[0, Subject.TAX, f"sum.{lines}"] = annexes.add(entry)
    return leading


def general_leftovers(view: PageView, annexes: Annexes, binding: str = "") -> None:
    """Put on the annex what the general segment holds and no sheet shows.

    ``binding`` stands under the ACID (S2-033).
    """
    for name in _UNPLACED_FIELDS:
        definition = definitions(Declaration)[name]
        text = show(definition, getattr(view.draft.declaration, name))
        if text and name == "acid":
            text = f"{text}\n{binding}".strip()
        if text:
            annexes.add(
                Overflow(
                    annex=0,
                    page=0,
                    box=definition.box,
                    item=0,
                    en=definition.en,
                    ar=definition.ar,
                    text=text,
                )
            )


def item_number(view: PageView, slot: int) -> int:
    """Return the number, from 1, of the item in a slot from 1; 0 for the general segment."""
    return first_item(view.number) + slot if slot else 0


@cache
def _sum_lines(name: str) -> int:
    """Return how many lines the summary of a sheet has; 0 where it has none."""
    names = [cell.name for cell in sheet(name).cells if cell.subject is Subject.TAX]
    return sum(name.startswith("sum.") and name != "sum.total" for name in names)


def _of_item(
    view: PageView, slot: int, item: Item, number: int
) -> Iterator[tuple[Subject, str, Overflow]]:
    """Yield what an item has too much of, with the subject and name of the cell it shows in."""
    taxes = view.item_figures[slot - 1].taxes
    lines = view.sheet.tax_lines
    if len(taxes) > lines:
        table = _taxes_table(taxes, view.decimals)
        entry = _entry(view, "47", number, word("item_taxes_all"), table)
        yield Subject.TAX, f"{lines}.base", entry
    containers = containers_of(view.draft.declaration, item)
    if len(containers) > CONTAINER_CELLS:
        table = containers_table([(str(number), row) for row in containers])
        entry = _entry(view, "31", number, word("containers"), table)
        yield Subject.FIELD, f"container_{CONTAINER_CELLS}", entry
    for name, further in _FURTHER_FIELDS.items():
        table = _fields_table(item, further)
        if table.rows:
            box = next(b for b in view.sheet.boxes if any(c.name == name for c in b.cells))
            entry = _entry(view, box.number, number, Word(en=box.en, ar=box.ar), table)
            yield Subject.FIELD, name, entry


def _entry(view: PageView, box: str, item: int, title: Word, table: Table) -> Overflow:
    return Overflow(
        annex=0, page=view.number, box=box, item=item, en=title.en, ar=title.ar, table=table
    )


def _taxes_table(taxes: Sequence[TaxFigure], decimals: int) -> Table:
    columns = (("type", Kind.CODE), ("base", Kind.AMOUNT), ("rate", Kind.AMOUNT))
    more = (("amount", Kind.AMOUNT), ("mp", Kind.MARK))
    return Table(
        columns=tuple(
            Column(title=word(name, "tax_heads"), share=1, kind=kind)
            for name, kind in (*columns, *more)
        ),
        rows=tuple(
            Row(
                cells=(
                    tax.tax_code,
                    "" if tax.base is None else show_number(tax.base, decimals),
                    "" if tax.rate is None else show_number(tax.rate),
                    "" if tax.amount is None else show_number(tax.amount, decimals),
                    tax.mode_of_payment,
                )
            )
            for tax in taxes
        ),
    )


def _fields_table(item: Item, names: Sequence[str]) -> Table:
    """Return the fields that have a value, by their titles."""
    shown = [(definitions(Item)[name], getattr(item, name)) for name in names]
    return Table(
        columns=(Column(share=2), Column(share=3)),
        rows=tuple(
            Row(cells=(title_of(definition), show(definition, value)))
            for definition, value in shown
            if show(definition, value)
        ),
        has_heads=False,
    )
