"""The values of a sheet, each in its cell; what has no room is kept for the annex."""

from collections.abc import Iterator
from functools import cache

from sad_desktop.declaration.item import Item
from sad_desktop.printing import arabic
from sad_desktop.printing.annexes import Annexes, Overflow
from sad_desktop.printing.contents import Align, Content, PageView, content, definition_of
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.layout_leftovers import (
    general_leftovers,
    item_number,
    leftovers,
)
from sad_desktop.printing.layout_lists import documents_table
from sad_desktop.printing.layout_subject import title_of
from sad_desktop.printing.marks import Align as Side
from sad_desktop.printing.marks import Direction, Line, Mark, Style, Text
from sad_desktop.printing.overflow import VALUE, Fitted, fit, shortened, text_marks
from sad_desktop.printing.sheet import Box, Cell, Rect, Subject, sheet
from sad_desktop.printing.words import Word, word

PADDING = 0.8
"""Between a cell's edge and its value, in mm."""

_UNDER_CAPTION = Style(size_pt=7.0)
"""Of a value that shares its row with a caption."""

_REFERENCE = Style(size_pt=6.0, bold=True)
_SIDES: dict[Align, Side | None] = {
    Align.START: None,
    Align.RIGHT: "right",
    Align.CENTRE: "centre",
}
_AIR = 0.3  # mm over a value, so that its capitals keep clear of the rule
_GAP = 1.0  # between a value and the reference behind it, in mm
_STRIKE_WEIGHT = 0.8
_TAXES_BOX = "47"  # the summary of the last sheet is a place of its own, but no other box
_TOP_ALIGNED = 6.0
"""A cell higher than this, in mm, is filled from its top; a lower one holds one line."""


def cell_title(cell: Cell) -> Word:
    """Return what the annex calls a cell that is no field of its own; raises ResourceMissing."""
    if cell.subject is not Subject.TAX:
        return word(cell.name, "composed")
    line, _, column = cell.name.partition(".")
    if line in ("total", "sum"):
        return word("total")
    return word(column, "tax_heads")


class ValueSetter:
    """Sets the values of a declaration's sheets and numbers what goes to the annex."""

    def __init__(self, edition: Edition, binding: str = "") -> None:
        self._edition = edition
        self._binding = binding
        self._annexes = Annexes()
        self._documents: dict[int, int] = {}

    @property
    def overflows(self) -> tuple[Overflow, ...]:
        """What stands on the annex so far."""
        return tuple(self._annexes.entries)

    def marks(self, view: PageView) -> tuple[Mark, ...]:
        """Return the values of one sheet; unused item blocks are struck through."""
        if not view.number:
            general_leftovers(view, self._annexes, self._binding)
        leading = leftovers(view, self._annexes)
        marks: list[Mark] = []
        for box, cell, rect in _places(view.sheet.name, self._edition):
            shown = content(view, cell)
            number = leading.get((cell.slot, cell.subject, cell.name)) if leading else None
            if number is not None:
                marks += self._leading_marks(view, box, cell, rect, shown, number)
            elif shown.text:
                marks += self._cell_marks(view, box, cell, rect, shown)
        marks += self._struck_out(view)
        return tuple(marks)

    def _cell_marks(
        self, view: PageView, box: Box, cell: Cell, rect: Rect, shown: Content
    ) -> list[Text]:
        wraps = shown.is_free or cell.subject is Subject.COMPOSED
        style = _UNDER_CAPTION if cell.inset else VALUE
        fitted = fit(shown.text, rect.width, rect.height, is_free=wraps, style=style)
        side = _SIDES[shown.align] or (None if shown.is_free else "left")
        is_tall = rect.height > _TOP_ALIGNED
        if fitted.is_whole:
            return text_marks(fitted, rect, key=cell.key, align=side, is_centred=not is_tall)
        number = self._to_annex(view, box, cell, shown)
        return referred(fitted, rect, number, cell.key, side, self._edition)

    def _leading_marks(
        self, view: PageView, box: Box, cell: Cell, rect: Rect, shown: Content, number: int
    ) -> list[Text]:
        """Return a value and, at the other end of its cell, the number of an annex."""
        reference = word("annex_number").in_line(self._edition, number=number)
        taken = _width(reference, self._edition) + _GAP
        is_first = shown.align is Align.RIGHT
        place = Rect(rect.x + (taken if is_first else 0.0), rect.y, rect.width - taken, rect.height)
        marks = self._cell_marks(view, box, cell, place, shown) if shown.text else []
        middle = rect.y + (rect.height - _REFERENCE.line_height) / 2
        end: Side = "left" if is_first else "right"
        return [*marks, _reference_mark(reference, rect, middle, cell.key, end, self._edition)]

    def _to_annex(self, view: PageView, box: Box, cell: Cell, shown: Content) -> int:
        item = view.item_in(cell.slot)
        number = item_number(view, cell.slot)
        if item is not None and cell.name.startswith("documents_"):
            return self._documents_to_annex(view, item, number)
        definition = definition_of(cell)
        title = title_of(definition) if definition else cell_title(cell)
        own = _TAXES_BOX if cell.subject is Subject.TAX else box.number or box.id
        return self._annexes.add(
            Overflow(
                annex=0,
                page=view.number,
                box=definition.box if definition else own,
                item=number,
                en=title.en,
                ar=title.ar,
                text=shown.text,
                is_free=shown.is_free,
                place=view.place(cell),
            )
        )

    def _documents_to_annex(self, view: PageView, item: Item, number: int) -> int:
        """Put an item's documents on the annex, once for all rows of its box."""
        if item.key not in self._documents:
            title = word("documents")
            self._documents[item.key] = self._annexes.add(
                Overflow(
                    annex=0,
                    page=view.number,
                    box="44",
                    item=number,
                    en=title.en,
                    ar=title.ar,
                    table=documents_table([(str(number), row) for row in item.documents]),
                )
            )
        return self._documents[item.key]

    def _struck_out(self, view: PageView) -> Iterator[Line]:
        for slot in range(len(view.items) + 1, view.sheet.slots + 1):
            for area in _blocks(view.sheet.name, slot):
                place = self._edition.place(area)
                yield Line(
                    x1=place.x,
                    y1=place.y + place.height,
                    x2=place.x + place.width,
                    y2=place.y,
                    weight=_STRIKE_WEIGHT,
                    key=f"{slot}.unused",
                )


def value_place(cell: Cell, edition: Edition) -> Rect:
    """Return where a cell's value is set: its rectangle on the screen, less the padding."""
    place = edition.place(cell.text_rect)
    air = 0.0 if cell.inset else _AIR
    return Rect(place.x + PADDING, place.y + air, place.width - 2 * PADDING, place.height - air)


@cache
def _places(name: str, edition: Edition) -> tuple[tuple[Box, Cell, Rect], ...]:
    return tuple(
        (box, cell, value_place(cell, edition))
        for box in sheet(name).boxes
        for cell in box.cells
        if cell.subject is not Subject.BLANK
    )


@cache
def _blocks(name: str, slot: int) -> tuple[Rect, ...]:
    """Return the two areas of an item on a sheet: its boxes, and its table of taxes."""
    areas: list[Rect] = []
    for is_table in (False, True):
        rects = [
            box.rect
            for box in sheet(name).boxes
            if box.slot == slot and box.id.startswith("47") is is_table
        ]
        left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
        right = max(rect.x + rect.width for rect in rects)
        bottom = max(rect.y + rect.height for rect in rects)
        areas.append(Rect(left, top, right - left, bottom - top))
    return tuple(areas)


def referred(
    fitted: Fitted, rect: Rect, number: int, key: str, side: Side | None, edition: Edition
) -> list[Text]:
    """Return what fits of a text, with the reference to its annex at the end of the last line."""
    reference = word("annex_reference").in_line(edition, number=number)
    if _width(reference, edition) > rect.width:
        reference = word("annex_number").in_line(edition, number=number)
    lines = list(fitted.lines)
    end: Side = "right"
    if lines:
        last, flow = lines[-1]
        room = rect.width - _width(reference, edition) - _GAP
        lines[-1] = (shortened(last, room, fitted.style, flow), flow)
        end = "left" if flow == "rtl" else "right"
    kept = Fitted(lines=tuple(lines), style=fitted.style, is_whole=False)
    marks = text_marks(kept, rect, key=key, align=side) if lines else []
    height = fitted.style.line_height
    bottom = rect.y + (rect.height + height) / 2
    if marks:
        bottom = marks[-1].y + len(marks[-1].lines) * height
    return [*marks, _reference_mark(reference, rect, bottom - height, key, end, edition)]


def _reference_mark(
    text: str, rect: Rect, y: float, key: str, side: Side, edition: Edition
) -> Text:
    return Text(
        x=rect.x,
        y=y,
        width=rect.width,
        text=text,
        style=_REFERENCE,
        align=side,
        direction=_flow(edition),
        key=f"{key}.annex",
    )


def _width(reference: str, edition: Edition) -> float:
    return arabic.measure(reference, _REFERENCE, _flow(edition))


def _flow(edition: Edition) -> Direction:
    return "rtl" if edition is Edition.ARABIC else "ltr"
