"""Pages of running content: heads repeated, rows broken between pages, pages counted."""

from collections.abc import Sequence

from sad_desktop.printing.edition import Edition
from sad_desktop.printing.layout_blocks import (
    Block,
    Column,
    Facts,
    Heading,
    Kind,
    Paragraph,
    Remark,
    Row,
    Table,
    Written,
)
from sad_desktop.printing.layout_cells import (
    BODY,
    HEAD,
    SMALL,
    STRONG,
    Lines,
    cell_marks,
    height_of,
    set_text,
)
from sad_desktop.printing.marks import Align, Box, Line, Mark, Page, Style, Text
from sad_desktop.printing.overflow import direction_of
from sad_desktop.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH
from sad_desktop.printing.words import Word, word

MARGIN = 15.0
_TITLE = Style(size_pt=14.0, bold=True)
_SECTION = Style(size_pt=9.5, bold=True)
_PAD = 1.0
_AIR = 0.7
_SPACE = 3.0
_FOOT = 8.0
_RULE = "#a0a0a0"
_HEAD_FILL = "#ececec"
_STRONG_FILL = "#f6f6f6"


def written_pages(document: Written, edition: Edition, foot: str) -> tuple[Page, ...]:
    """Return a document's pages; ``foot`` stands under each of them."""
    return _Flow(document, edition, foot).pages()


class _Flow:
    """Content running down from page to page."""

    def __init__(self, document: Written, edition: Edition, foot: str) -> None:
        self._document = document
        self._edition = edition
        self._foot = foot
        self._page_width = PAGE_HEIGHT if document.is_wide else PAGE_WIDTH
        self._page_height = PAGE_WIDTH if document.is_wide else PAGE_HEIGHT
        self._width = self._page_width - 2 * MARGIN
        self._bottom = self._page_height - MARGIN - _FOOT
        self._pages: list[list[Mark]] = []
        self._y = 0.0
        self._top = 0.0
        self._begin_page()

    def pages(self) -> tuple[Page, ...]:
        for index, block in enumerate(self._document.blocks):
            self._add(block, self._document.blocks[index + 1 : index + 2])
        total = len(self._pages)
        return tuple(
            Page(
                width=self._page_width,
                height=self._page_height,
                marks=(*marks, *self._foot_marks(number, total)),
            )
            for number, marks in enumerate(self._pages, start=1)
        )

    def _begin_page(self) -> None:
        self._pages.append([])
        self._y = MARGIN
        self._write_line(self._document.title, _TITLE)
        self._y += 1.0
        self._facts(self._document.facts)
        self._y += 1.0
        self._rule(weight=0.8, colour="#000000")
        self._y += _SPACE
        self._top = self._y

    def _foot_marks(self, number: int, total: int) -> list[Mark]:
        y = self._bottom + 3.0
        line = Line(x1=MARGIN, y1=y, x2=MARGIN + self._width, y2=y, weight=0.25, colour=_RULE)
        pages = word("page").in_line(self._edition, page=number, pages=total)
        mirrored = self._edition.is_mirrored
        sides: tuple[tuple[str, Align], ...] = (
            (pages, "right" if mirrored else "left"),
            (self._foot, "left" if mirrored else "right"),
        )
        return [
            line,
            *(
                Text(
                    x=MARGIN,
                    y=y + 1.0,
                    width=self._width,
                    text=text,
                    style=SMALL,
                    align=side,
                    direction=direction_of(text),
                    key="foot",
                )
                for text, side in sides
            ),
        ]

    def _add(self, block: Block, following: Sequence[Block]) -> None:
        match block:
            case Heading():
                self._heading(block, following)
            case Facts():
                self._facts(block.pairs)
                self._y += _SPACE
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
                self._y += _SPACE

    def _heading(self, block: Heading, following: Sequence[Block]) -> None:
        lines = set_text(block.title, self._width, _SECTION, Kind.TEXT, self._edition)
        needed = height_of(lines) + 1.0
        # With its first rows: a table's head, one row of two lines, and their air.
        company = 22.0 if following and isinstance(following[0], Table) else 6.0
        self._make_room(needed + company)
        self._put(lines, MARGIN, self._width, "heading")
        self._y += needed

    def _write_line(self, said: Word, style: Style) -> None:
        lines = set_text(said, self._width, style, Kind.TEXT, self._edition)
        self._put(lines, MARGIN, self._width, "title")
        self._y += height_of(lines)

    def _facts(self, pairs: Sequence[tuple[Word, str | Word]]) -> None:
        """Write names and values, two pairs to a line."""
        shown = [(name, value) for name, value in pairs if value]
        half = (self._width - 2 * _SPACE) / 2
        share = 0.46 if self._edition is Edition.BOTH else 0.34
        for start in range(0, len(shown), 2):
            cells: list[tuple[float, float, Lines]] = []
            for place, (name, value) in enumerate(shown[start : start + 2]):
                left = place * (half + 2 * _SPACE)
                label = half * share - _SPACE
                rest = half * (1 - share)
                said = value.in_line(self._edition) if isinstance(value, Word) else value
                kind = Kind.CODE if said.isascii() else Kind.TEXT
                name_lines = set_text(name, label, SMALL, Kind.TEXT, self._edition)
                value_lines = set_text(said, rest, BODY, kind, self._edition)
                cells.append((left, label, name_lines))
                cells.append((left + half * share, rest, value_lines))
            for line in range(max(len(lines) for _, _, lines in cells)):
                self._make_room(BODY.line_height)
                for left, width, lines in cells:
                    self._put(lines[line : line + 1], self._x(left, width), width, "fact")
                self._y += BODY.line_height
            self._y += 0.4

    def _paragraph(self, block: Paragraph) -> None:
        lines = set_text(block.text, self._width, BODY, block.kind, self._edition)
        for line in lines:
            height = height_of((line,))
            self._make_room(height)
            self._put((line,), MARGIN, self._width, "paragraph")
            self._y += height
        self._y += _SPACE

    def _table(self, table: Table) -> None:
        widths = _widths(table.columns, self._width)
        heads = self._cells(
            tuple(column.title for column in table.columns), table.columns, widths, HEAD
        )
        head_height = max(height_of(lines) for lines in heads) + 2 * _AIR
        self._make_room(head_height + 2 * BODY.line_height)
        if table.has_heads:
            self._table_head(heads, widths, head_height)
        for index, row in enumerate(table.rows):
            has_remark = any(
                isinstance(other, Remark) for other in table.rows[index + 1 : index + 2]
            )
            for cells, own_widths, style in self._row_parts(row, table.columns, widths):
                height = max(height_of(lines) for lines in cells) + 2 * _AIR
                if self._y + height > self._bottom:
                    self._begin_page()
                    if table.has_heads:
                        self._table_head(heads, widths, head_height)
                self._table_row(cells, own_widths, height, style, is_strong=_is_strong(row))
            if not has_remark:
                self._rule(weight=0.25, colour=_RULE)

    def _row_parts(
        self, row: Row | Remark, columns: Sequence[Column], widths: Sequence[float]
    ) -> list[tuple[list[Lines], Sequence[float], Style]]:
        """Return a row's cells, cut into pieces no higher than a page."""
        if isinstance(row, Remark):
            cells = [set_text(row.text, self._width - 2 * _PAD, SMALL, Kind.TEXT, self._edition)]
            own: Sequence[float] = (self._width,)
            style = SMALL
        else:
            style = STRONG if row.is_strong else BODY
            cells = self._cells(row.cells, columns, widths, style)
            own = widths
        room = self._bottom - self._top - 4 * _SPACE
        most = max(int(room / style.line_height), 1)
        longest = max(len(lines) for lines in cells)
        return [
            ([lines[start : start + most] for lines in cells], own, style)
            for start in range(0, max(longest, 1), most)
        ]

    def _cells(
        self,
        texts: Sequence[str | Word],
        columns: Sequence[Column],
        widths: Sequence[float],
        style: Style,
    ) -> list[Lines]:
        return [
            set_text(text, width - 2 * _PAD, style, column.kind, self._edition)
            for text, column, width in zip(texts, columns, widths, strict=True)
        ]

    def _table_head(self, heads: list[Lines], widths: Sequence[float], height: float) -> None:
        self._fill(height, _HEAD_FILL)
        self._row_text(heads, widths, "head")
        self._y += height
        self._rule(weight=0.6, colour="#000000")

    def _table_row(
        self,
        cells: list[Lines],
        widths: Sequence[float],
        height: float,
        style: Style,
        *,
        is_strong: bool,
    ) -> None:
        if is_strong:
            self._fill(height, _STRONG_FILL)
        self._row_text(cells, widths, "remark" if style is SMALL else "row")
        self._y += height

    def _row_text(self, cells: list[Lines], widths: Sequence[float], key: str) -> None:
        left = 0.0
        for lines, width in zip(cells, widths, strict=True):
            x = self._x(left, width) + _PAD
            self._pages[-1] += cell_marks(lines, x, self._y + _AIR, width - 2 * _PAD, key)
            left += width

    def _x(self, left: float, width: float) -> float:
        """Return where a column begins that is so far from the side where reading begins."""
        if self._edition.is_mirrored:
            return MARGIN + self._width - left - width
        return MARGIN + left

    def _make_room(self, height: float) -> None:
        if self._y + height > self._bottom and self._y > self._top:
            self._begin_page()

    def _put(self, lines: Lines, x: float, width: float, key: str) -> None:
        self._pages[-1] += cell_marks(lines, x, self._y, width, key)

    def _rule(self, *, weight: float, colour: str) -> None:
        line = Line(
            x1=MARGIN, y1=self._y, x2=MARGIN + self._width, y2=self._y, weight=weight, colour=colour
        )
        self._pages[-1].append(line)

    def _fill(self, height: float, colour: str) -> None:
        self._pages[-1].append(
            Box(x=MARGIN, y=self._y, width=self._width, height=height, weight=0, fill=colour)
        )


def _widths(columns: Sequence[Column], width: float) -> tuple[float, ...]:
    total = sum(column.share for column in columns)
    return tuple(width * column.share / total for column in columns)


def _is_strong(row: Row | Remark) -> bool:
    return isinstance(row, Row) and row.is_strong
