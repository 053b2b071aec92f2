"""The manual on paper: a page of contents, then the chapters, in one language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sad_desktop.manual.blocks import (
    Block,
    Chapter,
    Line,
    Paragraph,
    Picture,
    Points,
    Section,
    Span,
    Table,
    Tone,
    plain,
)
from sad_desktop.manual.book import picture
from sad_desktop.printing import arabic
from sad_desktop.printing.marks import Align, Box, Direction, Mark, Page, Style, Text
from sad_desktop.printing.marks import Line as Rule
from sad_desktop.printing.marks import Picture as PrintedPicture
from sad_desktop.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH

MARGIN = 20.0
_WIDTH = PAGE_WIDTH - 2 * MARGIN
_TOP, _BOTTOM = MARGIN + 6.0, PAGE_HEIGHT - MARGIN - 6.0
_TITLE = Style(size_pt=22.0, bold=True)
_CHAPTER = Style(size_pt=17.0, bold=True, colour="#14603a")
_SECTION = Style(size_pt=11.5, bold=True)
_BODY = Style(size_pt=9.5)
_STRONG = Style(size_pt=9.5, bold=True)
_CELL = Style(size_pt=8.5)
_HEAD = Style(size_pt=8.5, bold=True)
_SMALL = Style(size_pt=8.0, colour="#5b646b")
_WASH, _RULE = "#eef4f0", "#a9cdb7"
_GAP, _PAD, _INDENT = 2.6, 1.6, 7.0
_HIGHEST_PICTURE = 105.0
_SMALLEST_PART = 0.6
"""What a picture keeps of its size at least, to stand where there is room for so much."""
_LARGEST_PIXEL = 0.2
"""Millimetres a pixel of a small dialog takes at most."""
_NARROWEST = 0.16
"""The least part of a table's width a column gets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Pages, and where each chapter begins: the page's number from 0, and its title."""

    pages: tuple[Page, ...]
    outline: tuple[tuple[int, str], ...]


def manual_pages(chapters: Sequence[Chapter], language: str, title: str) -> Printed:
    """Return the whole manual; ``title`` stands on the first page and at the foot of all.

    Raises ResourceMissing where a picture or a font is gone.
    """
    flows = [_Flow(chapter.title, language) for chapter in chapters]
    for flow, chapter in zip(flows, chapters, strict=True):
        flow.write(chapter)
    starts: list[int] = []
    number = 1
    for flow in flows:
        starts.append(number)
        number += len(flow.pages)
    contents = _contents(title, [chapter.title for chapter in chapters], starts, language)
    marks = [contents, *(page for flow in flows for page in flow.pages)]
    pages = tuple(
        Page(
            width=PAGE_WIDTH,
            height=PAGE_HEIGHT,
            marks=(*found, *_foot(title, place, language)),
        )
        for place, found in enumerate(marks, start=1)
    )
    outline = tuple((start, chapter.title) for start, chapter in zip(starts, chapters, strict=True))
    return Printed(pages=pages, outline=outline)


def _direction(language: str) -> Direction:
    return "rtl" if language == "ar" else "ltr"


def _side(language: str) -> Align:
    return "right" if language == "ar" else "left"


def _contents(
    title: str, titles: Sequence[str], starts: Sequence[int], language: str
) -> tuple[Mark, ...]:
    """Return the first page: the title, and the chapters with their pages."""
    flow, side = _direction(language), _side(language)
    far: Align = "left" if side == "right" else "right"
    marks: list[Mark] = [
        _text(title, MARGIN, MARGIN + 8, _WIDTH, _TITLE, side, flow),
        Rule(x1=MARGIN, y1=MARGIN + 22, x2=MARGIN + _WIDTH, y2=MARGIN + 22, colour=_RULE),
    ]
    y = MARGIN + 30
    for number, (said, start) in enumerate(zip(titles, starts, strict=True), start=1):
        numbered = f"{number}.  {said}"
        marks.append(_text(numbered, MARGIN, y, _WIDTH - 15, _BODY, side, flow))
        marks.append(_text(str(start + 1), MARGIN, y, _WIDTH, _BODY, far, "ltr"))
        y += 8.0
    return tuple(marks)


def _foot(title: str, number: int, language: str) -> tuple[Mark, ...]:
    side = _side(language)
    far: Align = "left" if side == "right" else "right"
    y = PAGE_HEIGHT - MARGIN
    return (
        Rule(x1=MARGIN, y1=y - 2, x2=MARGIN + _WIDTH, y2=y - 2, weight=0.25, colour=_RULE),
        _text(title, MARGIN, y, _WIDTH, _SMALL, side, _direction(language)),
        _text(str(number), MARGIN, y, _WIDTH, _SMALL, far, "ltr"),
    )


def _text(
    text: str, x: float, y: float, width: float, style: Style, align: Align, flow: Direction
) -> Text:
    return Text(x=x, y=y, width=width, text=text, style=style, align=align, direction=flow)


class _Flow:
    """One chapter running down its pages; it begins on a page of its own."""

    def __init__(self, title: str, language: str) -> None:
        self._title = title
        self._language = language
        self._flow = _direction(language)
        self._side = _side(language)
        self.pages: list[list[Mark]] = []
        self._y = 0.0
        self._turn()

    def write(self, chapter: Chapter) -> None:
        """Write the whole chapter."""
        self._put(chapter.title, _CHAPTER, _WIDTH, 0.0)
        self._y += 3 * _GAP
        for section in chapter.sections:
            self._section(section)

    def _turn(self) -> None:
        """Begin a page; the chapter's title runs over every page but the first."""
        marks: list[Mark] = []
        if self.pages:
            marks.append(
                _text(self._title, MARGIN, MARGIN - 4, _WIDTH, _SMALL, self._side, self._flow)
            )
        self.pages.append(marks)
        self._y = _TOP

    def _room(self, height: float) -> None:
        if self._y + height > _BOTTOM and self._y > _TOP:
            self._turn()

    def _section(self, section: Section) -> None:
        if section.title:
            self._room(_SECTION.line_height + 4 * _BODY.line_height)
            self._y += _GAP
            self._put(section.title, _SECTION, _WIDTH, 0.0)
            self._y += _GAP / 2
        for block in section.blocks:
            self._block(block)
            self._y += _GAP / 2
        self._y += _GAP / 2

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph(is_note=True):
                self._note(block.line)
            case Paragraph():
                self._put(self._said(block.line), _style_of(block.line), _WIDTH, 0.0)
            case Points():
                for number, line in enumerate(block.lines, start=1):
                    self._point(f"{number}." if block.is_numbered else "•", line)
            case Table():
                self._table(block)
            case Picture():
                self._picture(block)

    def _said(self, line: Line) -> str:
        """Return a line as one text, whose letters are all of one weight.

        Titles of the window stand in quotes within a sentence; codes and keys keep their order
        in an Arabic one.
        """
        return "".join(self._span(span, is_alone=_is_strong(line)) for span in line)

    def _span(self, span: Span, *, is_alone: bool) -> str:
        if span.tone is Tone.STRONG and not is_alone and not span.text.rstrip().endswith(":"):
            return f"«{span.text}»" if self._language == "ar" else f"“{span.text}”"
        if self._language == "ar" and span.tone in (Tone.CODE, Tone.KEY):
            return span.text if _has_arabic(span.text) else f"\u2066{span.text}\u2069"
        return span.text

    def _put(self, text: str, style: Style, width: float, indent: float) -> None:
        """Write a text line by line, over as many pages as it takes."""
        x = MARGIN if self._side == "right" else MARGIN + indent
        for line in arabic.wrap(text, width - indent, style, self._flow):
            self._room(style.line_height)
            self.pages[-1].append(
                _text(line, x, self._y, width - indent, style, self._side, self._flow)
            )
            self._y += style.line_height

    def _point(self, sign: str, line: Line) -> None:
        self._room(_BODY.line_height)
        self.pages[-1].append(
            _text(sign, MARGIN + 1, self._y, _WIDTH - 2, _BODY, self._side, self._flow)
        )
        self._put(self._said(line), _BODY, _WIDTH, _INDENT)
        self._y += _GAP / 4

    def _note(self, line: Line) -> None:
        lines = arabic.wrap(self._said(line), _WIDTH - 4 * _PAD, _BODY, self._flow)
        height = len(lines) * _BODY.line_height + 2 * _PAD
        self._room(height)
        self.pages[-1].append(self._wash(self._y, height))
        self.pages[-1].append(
            _text(
                "\n".join(lines),
                MARGIN + 2 * _PAD,
                self._y + _PAD,
                _WIDTH - 4 * _PAD,
                _BODY,
                self._side,
                self._flow,
            )
        )
        self._y += height

    def _wash(self, y: float, height: float) -> Box:
        return Box(x=MARGIN, y=y, width=_WIDTH, height=height, weight=0, fill=_WASH)

    def _picture(self, block: Picture) -> None:
        png = picture(block.name, self._language)
        across, down = png_size(png)
        widest = min(_WIDTH, across * _LARGEST_PIXEL)
        height = min(widest * down / across, _HIGHEST_PICTURE)
        left = _BOTTOM - self._y - 2 * _SMALL.line_height
        height = left if height * _SMALLEST_PART < left < height else height
        width = height * across / down
        self._room(height + 2 * _SMALL.line_height)
        x = MARGIN + (_WIDTH - width) / 2
        self.pages[-1].append(
            PrintedPicture(x=x, y=self._y, width=width, height=height, png=png, key=block.name)
        )
        self._y += height + 1.0
        for line in arabic.wrap(block.caption, _WIDTH, _SMALL, self._flow):
            self.pages[-1].append(
                _text(line, MARGIN, self._y, _WIDTH, _SMALL, "centre", self._flow)
            )
            self._y += _SMALL.line_height

    def _table(self, table: Table) -> None:
        widths = _widths(table)
        self._row(table.heads, widths, _HEAD, table.heads, is_head=True)
        for row in table.rows:
            self._row(row, widths, _CELL, table.heads)

    def _row(
        self,
        row: Sequence[Line],
        widths: Sequence[float],
        style: Style,
        heads: Sequence[Line],
        *,
        is_head: bool = False,
    ) -> None:
        cells = [
            arabic.wrap(self._said(cell), width - 2 * _PAD, style, self._cell_flow(cell))
            for cell, width in zip(row, widths, strict=True)
        ]
        height = max(len(lines) for lines in cells) * style.line_height + _PAD
        before = len(self.pages)
        self._room(height + (_CELL.line_height + _PAD if is_head else 0.0))
        if len(self.pages) > before and not is_head:
            self._row(heads, widths, _HEAD, heads, is_head=True)
        if is_head:
            self.pages[-1].append(self._wash(self._y, height))
        for (x, width), lines, cell in zip(self._columns(widths), cells, row, strict=True):
            self.pages[-1].append(
                _text(
                    "\n".join(lines),
                    x + _PAD,
                    self._y + _PAD / 2,
                    width - 2 * _PAD,
                    style,
                    self._side,
                    self._cell_flow(cell),
                )
            )
        self._y += height
        self.pages[-1].append(
            Rule(x1=MARGIN, y1=self._y, x2=MARGIN + _WIDTH, y2=self._y, weight=0.25, colour=_RULE)
        )

    def _columns(self, widths: Sequence[float]) -> Iterator[tuple[float, float]]:
        """Yield where each column begins and how wide it is, from the side one reads from."""
        left = 0.0
        for width in widths:
            yield (
                MARGIN + _WIDTH - left - width if self._side == "right" else MARGIN + left,
                width,
            )
            left += width

    def _cell_flow(self, cell: Line) -> Direction:
        """Return the direction of a cell: codes and the other language's words keep their own."""
        return "rtl" if _has_arabic(plain(cell)) else "ltr"


def _has_arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


def _is_strong(line: Line) -> bool:
    return all(span.tone is Tone.STRONG for span in line)


def _style_of(line: Line) -> Style:
    return _STRONG if _is_strong(line) else _BODY


def _widths(table: Table) -> tuple[float, ...]:
    """Divide the width by what the columns hold; none gets less than its least part."""
    natural = [
        max(
            arabic.measure(plain(row[place]), _CELL, "ltr") + 2 * _PAD + 2
            for row in (table.heads, *table.rows)
        )
        for place in range(len(table.heads))
    ]
    wanted = [min(width, _WIDTH * 0.6) for width in natural]
    shares = [max(width / sum(wanted), _NARROWEST) for width in wanted]
    return tuple(_WIDTH * share / sum(shares) for share in shares)


def png_size(png: bytes) -> tuple[int, int]:
    """Return the width and height of a PNG picture in pixels."""
    return int.from_bytes(png[16:20], "big"), int.from_bytes(png[20:24], "big")
