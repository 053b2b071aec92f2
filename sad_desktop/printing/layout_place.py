"""Where values meet a pre-printed form: offsets, scale, and the page that measures them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sad_desktop.printing.edition import Edition
from sad_desktop.printing.job import Printing
from sad_desktop.printing.layout_blocks import Kind
from sad_desktop.printing.layout_cells import BODY, STRONG, cell_marks, height_of, set_text
from sad_desktop.printing.layout_rules import rules
from sad_desktop.printing.marks import Barcode, Box, Line, Mark, Page, Picture, Qr, Style, Text
from sad_desktop.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH, sheet
from sad_desktop.printing.words import word

ACROSS, DOWN = 180.0, 260.0
"""Between the crosses of the calibration page, in mm."""

_LEFT, _TOP = 15.0, 18.0
_ARM = 6.0
_TICKS = {0: 4.0, 5: 2.8}
_SHORT_TICK = 1.6
_NUMBER = Style(size_pt=6.0)
_FORM = "#c8c8c8"
_TEXT_WIDTH = 120.0


def placed(marks: tuple[Mark, ...], printing: Printing) -> tuple[Mark, ...]:
    """Return marks where the offsets and the scale of pre-printed forms put them."""
    moves = printing.offset_x or printing.offset_y or printing.scale != 1.0
    if not printing.values_only or not moves:
        return marks
    return tuple(_moved(mark, printing) for mark in marks)


def calibration_page(printing: Printing) -> Page:
    """Return rulers and crosses, moved as values are, with what to do about them.

    The crosses lie 15 and 195 mm from the left, 18 and 278 mm from the top while nothing moves.
    """
    edition = Edition(printing.edition)
    moved = replace(printing, values_only=True)
    frames = [edition.place(box.rect) for box in sheet("main").boxes]
    form = tuple(replace(line, weight=0.25, colour=_FORM) for line in rules(frames, ()))
    marks = (*form, *_crosses(), *_rulers())
    return Page(
        width=PAGE_WIDTH,
        height=PAGE_HEIGHT,
        marks=(*placed(marks, moved), *_explanation(printing, edition)),
    )


def _moved(mark: Mark, printing: Printing) -> Mark:
    scale, right, down = printing.scale, printing.offset_x, printing.offset_y
    match mark:
        case Line():
            return replace(
                mark,
                x1=mark.x1 * scale + right,
                y1=mark.y1 * scale + down,
                x2=mark.x2 * scale + right,
                y2=mark.y2 * scale + down,
            )
        case Qr():
            return replace(
                mark, x=mark.x * scale + right, y=mark.y * scale + down, size=mark.size * scale
            )
        case Text() | Box() | Picture() | Barcode():
            return replace(
                mark,
                x=mark.x * scale + right,
                y=mark.y * scale + down,
                width=mark.width * scale,
                height=mark.height * scale,
            )


def _crosses() -> Iterator[Mark]:
    for x in (_LEFT, _LEFT + ACROSS):
        for y in (_TOP, _TOP + DOWN):
            yield Line(x1=x - _ARM, y1=y, x2=x + _ARM, y2=y, weight=0.4, key="cross")
            yield Line(x1=x, y1=y - _ARM, x2=x, y2=y + _ARM, weight=0.4, key="cross")


def _rulers() -> Iterator[Mark]:
    """Yield a ruler across the top and one down the left side, numbered in centimetres."""
    for millimetre in range(round(ACROSS) + 1):
        x, length = _LEFT + millimetre, _tick(millimetre)
        yield Line(x1=x, y1=_TOP, x2=x, y2=_TOP + length, weight=0.25, key="ruler")
        if millimetre % 10 == 0 and millimetre:
            yield _number(x - 4, _TOP + length, millimetre // 10)
    for millimetre in range(round(DOWN) + 1):
        y, length = _TOP + millimetre, _tick(millimetre)
        yield Line(x1=_LEFT, y1=y, x2=_LEFT + length, y2=y, weight=0.25, key="ruler")
        if millimetre % 10 == 0 and millimetre:
            yield _number(_LEFT + length - 2, y - _NUMBER.line_height / 2, millimetre // 10)


def _tick(millimetre: int) -> float:
    return _TICKS.get(millimetre % 10, _SHORT_TICK)


def _number(x: float, y: float, centimetres: int) -> Text:
    return Text(
        x=x, y=y, width=8, text=str(centimetres), style=_NUMBER, align="centre", key="ruler"
    )


def _explanation(printing: Printing, edition: Edition) -> Iterable[Mark]:
    """Return a white field in the middle that says how to use the page."""
    now = word("calibration_now").filled(
        x=f"{printing.offset_x:g}", y=f"{printing.offset_y:g}", scale=f"{printing.scale:g}"
    )
    texts = (
        (word("calibration"), STRONG),
        (word("calibration_steps"), BODY),
        (now, BODY),
    )
    parts = [set_text(said, _TEXT_WIDTH, style, Kind.TEXT, edition) for said, style in texts]
    height = sum(height_of(lines) + 2.0 for lines in parts)
    x, y = (PAGE_WIDTH - _TEXT_WIDTH) / 2, (PAGE_HEIGHT - height) / 2
    yield Box(x=x - 4, y=y - 4, width=_TEXT_WIDTH + 8, height=height + 6, fill="#ffffff")
    for lines in parts:
        yield from cell_marks(lines, x, y, _TEXT_WIDTH, "calibration")
        y += height_of(lines) + 2.0
