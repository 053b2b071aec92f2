"""The values of a sheet, each in its cell; what has no room is kept for the annex."""

from collections.abc import Iterator
from functools import cache

from sad_desktop.printing import arabic
from sad_desktop.printing.contents import Align, Content, PageView, content, definition_of
from sad_desktop.printing.marks import Align as Side
from sad_desktop.printing.marks import Direction, Line, Mark, Style, Text
from sad_desktop.printing.overflow import Fitted, Overflow, fit, shortened, text_marks
from sad_desktop.printing.sheet import Box, Cell, Rect, Sheet, Subject
from sad_desktop.printing.words import Edition, word

PADDING = 0.8
"""Between a cell's edge and its value, in mm."""

_REFERENCE = Style(size_pt=6.0, bold=True)
_SIDES: dict[Align, Side | None] = {
    Align.START: None,
    Align.RIGHT: "right",
    Align.CENTRE: "centre",
}
_AIR = 0.3  # mm over a value, so that its capitals keep clear of the rule
_STRIKE_WEIGHT = 0.8
_TOP_ALIGNED_ROWS = 1.5 * 4.2333


class ValueSetter:
    """Sets the values of a declaration's sheets and numbers what goes to the annex."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self.overflows: list[Overflow] = []

    def marks(self, view: PageView) -> tuple[Mark, ...]:
        """Return the values of one sheet; unused item blocks are struck through."""
        marks: list[Mark] = []
        for box, cell, rect in _places(view.sheet, self._edition):
            shown = content(view, cell)
            if shown.text:
                marks += self._cell_marks(view, box, cell, rect, shown)
        marks += self._struck_out(view)
        return tuple(marks)

    def _cell_marks(
        self, view: PageView, box: Box, cell: Cell, rect: Rect, shown: Content
    ) -> list[Text]:
        wraps = shown.is_free or cell.subject is Subject.COMPOSED
        fitted = fit(shown.text, rect.width, rect.height, is_free=wraps)
        side = _SIDES[shown.align] or (None if shown.is_free else "left")
        is_tall = rect.height > _TOP_ALIGNED_ROWS
        if fitted.is_whole:
            return text_marks(fitted, rect, key=cell.key, align=side, is_centred=not is_tall)
        number = self._to_annex(view, box, cell, shown)
        reference = _reference(number, rect.width, self._edition)
        return _referred(fitted, rect, reference, cell.key, side, self._edition)

    def _to_annex(self, view: PageView, box: Box, cell: Cell, shown: Content) -> int:
        definition = definition_of(cell)
        item = view.item_in(cell.slot) if cell.slot else None
        number = len(self.overflows) + 1
        title = word("documents")
        self.overflows.append(
            Overflow(
                annex=number,
                page=view.number,
                box=definition.box if definition else box.number or box.id,
                item=view.draft.declaration.position(item.key) + 1 if item else 0,
                en=definition.en if definition else title.en,
                ar=definition.ar if definition else title.ar,
                text=shown.text,
                place=view.place(cell),
            )
        )
        return number

    def _struck_out(self, view: PageView) -> Iterator[Line]:
        for slot in range(len(view.items) + 1, view.sheet.slots + 1):
            for key, area in _blocks(view.sheet, slot):
                place = self._edition.place(area)
                yield Line(
                    x1=place.x,
                    y1=place.y + place.height,
                    x2=place.x + place.width,
                    y2=place.y,
                    weight=_STRIKE_WEIGHT,
                    key=key,
                )


def value_place(cell: Cell, edition: Edition) -> Rect:
    """Return where a cell's value is set: its rectangle on the screen, less the padding."""
    place = edition.place(cell.text_rect)
    return Rect(place.x + PADDING, place.y + _AIR, place.width - 2 * PADDING, place.height - _AIR)


@cache
def _places(sheet: Sheet, edition: Edition) -> tuple[tuple[Box, Cell, Rect], ...]:
    return tuple(
        (box, cell, value_place(cell, edition))
        for box in sheet.boxes
        for cell in box.cells
        if cell.subject is not Subject.BLANK
    )


@cache
def _blocks(sheet: Sheet, slot: int) -> tuple[tuple[str, Rect], ...]:
    """Return the two areas of an item on a sheet: its boxes, and its table of taxes."""
    areas: list[tuple[str, Rect]] = []
    for is_table in (False, True):
        rects = [
            box.rect
            for box in sheet.boxes
            if box.slot == slot and box.id.startswith("47") is is_table
        ]
        left, top = min(rect.x for rect in rects), min(rect.y for rect in rects)
        right = max(rect.x + rect.width for rect in rects)
        bottom = max(rect.y + rect.height for rect in rects)
        areas.append((f"{slot}.unused", Rect(left, top, right - left, bottom - top)))
    return tuple(areas)


def _reference(number: int, width: float, edition: Edition) -> str:
    """Return the words that lead to an annex, or only its number where they have no room."""
    direction: Direction = "rtl" if edition is Edition.ARABIC else "ltr"
    said = word("annex_reference").in_line(edition, number=number)
    if arabic.measure(said, _REFERENCE, direction) <= width:
        return said
    return word("annex_number").in_line(edition, number=number)


def _referred(
    fitted: Fitted, rect: Rect, reference: str, key: str, side: Side | None, edition: Edition
) -> list[Text]:
    """Return what fits, with the reference to the annex at the end of the last line."""
    direction: Direction = "rtl" if edition is Edition.ARABIC else "ltr"
    taken = arabic.measure(reference, _REFERENCE, direction) + 1.0
    lines = list(fitted.lines)
    flows_left = bool(lines) and lines[-1][1] == "rtl"
    if lines:
        last, flow = lines[-1]
        lines[-1] = (shortened(last, rect.width - taken, fitted.style, flow), flow)
    kept = Fitted(lines=tuple(lines), style=fitted.style, is_whole=False)
    marks = text_marks(kept, rect, key=key, align=side) if lines else []
    height = fitted.style.line_height
    bottom = rect.y + (rect.height + height) / 2
    if marks:
        bottom = marks[-1].y + len(marks[-1].lines) * height
    return [
        *marks,
        Text(
            x=rect.x,
            y=bottom - height,
            width=rect.width,
            text=reference,
            style=_REFERENCE,
            align="left" if flows_left else "right",
            direction=direction,
            key=f"{key}.annex",
        ),
    ]
