"""The empty form of a sheet: rules, captions, the strip at its edge and the draft's watermark.

It is the same for all pages of its kind, so the PDF holds it once.
"""

import re
from functools import cache

from sad_desktop.printing import arabic
from sad_desktop.printing.captions import (
    CAPTION_POINTS,
    HEAD_POINTS,
    LABEL_POINTS,
    TITLE_POINTS,
    authority,
    caption_area,
    captions,
    label_areas,
    row_titles,
    shared,
    tax_heads,
)
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.layout_rules import rules
from sad_desktop.printing.marks import MM_PER_POINT, Align, Direction, Line, Mark, Style, Text
from sad_desktop.printing.overflow import direction_of
from sad_desktop.printing.sheet import PAGE_WIDTH, Box, Rect, Sheet, Subject
from sad_desktop.printing.words import word
from sad_desktop.tariff.profile import Profile

CAPTION_FLOOR = 4.5
_STEP = 0.1
# Lines of a caption stand closer than a value's: few of its letters reach so low.
_PITCH = 1.12
# What a line of capitals takes of the height, in mm to the point, its air included.
_CAPITAL = 0.3
# How much more than its own share of a strip the left caption may be given.
_LEANINGS = (1.0, 0.85, 1.15, 0.7, 1.3, 0.55, 1.5)
_AIR = 0.4
"""Between a rule and a caption that fills its strip, in mm."""
_INK = "#1a1a1a"
_THIN = "#9c9c9c"
_WATERMARK = Style(size_pt=72, bold=True, colour="#ebebeb")
_WATERMARK_HEIGHT = 32.0


def form_marks(sheet: Sheet, edition: Edition, profile: Profile) -> tuple[Mark, ...]:
    """Return the rules and captions of an empty sheet; its strip stays empty."""
    titles = tuple(sorted((box, title.en, title.ar) for box, title in profile.titles.items()))
    kind = (sheet.name, edition, profile.authority_en, profile.authority_ar, titles)
    if kind not in _forms:
        # Kept, for fitting the captions takes longer than laying out a sheet of values.
        _forms[kind] = (*_rule_marks(sheet, edition), *_caption_marks(sheet, edition, profile))
    return _forms[kind]


_forms: dict[tuple[object, ...], tuple[Mark, ...]] = {}


def _rule_marks(sheet: Sheet, edition: Edition) -> tuple[Line, ...]:
    return rules(
        (edition.place(box.rect) for box in sheet.boxes),
        (edition.place(c.rect) for c in sheet.cells if c.subject is not Subject.BLANK),
        colour=_THIN,
    )


def _caption_marks(sheet: Sheet, edition: Edition, profile: Profile) -> list[Text]:
    return [mark for box in sheet.boxes for mark in _box_marks(box, edition, profile)]


def watermark(edition: Edition) -> tuple[Mark, ...]:
    """Return the word that says a sheet is a draft, to lie under everything else."""
    draft = word("draft")
    said = {
        Edition.ENGLISH: (draft.en,) * 3,
        Edition.ARABIC: (draft.ar,) * 3,
        Edition.BOTH: (draft.en, draft.ar, draft.en),
    }[edition]
    return tuple(
        Text(
            x=0,
            y=60.0 + index * 80.0,
            width=PAGE_WIDTH,
            height=_WATERMARK_HEIGHT,
            text=text,
            style=_WATERMARK,
            align="centre",
            direction="rtl" if text == draft.ar else "ltr",
            key="watermark",
        )
        for index, text in enumerate(said)
    )


def _box_marks(box: Box, edition: Edition, profile: Profile) -> list[Text]:
    if box.id == "strip":
        return []
    if box.kind == "title":
        return _title_marks(box, edition, profile)
    left, right = captions(box, edition, profile)
    if box.kind == "label":
        top, bottom = label_areas(box, edition, left, right)
        return [
            *_fitted(top, left, LABEL_POINTS, side="left", at="top"),
            *_fitted(bottom, right, LABEL_POINTS, side="right", at="bottom" if left else "top"),
        ]
    marks = _side_by_side(caption_area(box, edition), left, right, CAPTION_POINTS)
    for area, text, is_right in row_titles(box, edition):
        marks.append(_row_title(area, text, is_right=is_right))
    if box.kind == "taxtable":
        for area, text in tax_heads(box, edition):
            marks += _fitted(area, text, HEAD_POINTS, side="centre")
    return marks


def _row_title(area: Rect, text: str, *, is_right: bool) -> Text:
    return Text(
        x=area.x,
        y=area.y,
        width=area.width,
        height=area.height,
        text=text,
        style=Style(size_pt=HEAD_POINTS, colour=_INK),
        align="right" if is_right else "left",
        direction=direction_of(text),
        anchor="middle",
        key="caption",
    )


def _title_marks(box: Box, edition: Edition, profile: Profile) -> list[Text]:
    place = edition.place(box.rect)
    area = Rect(place.x + 1, place.y, place.width - 2, place.height)
    if box.id == "title":
        return _side_by_side(area, *authority(edition, profile), TITLE_POINTS)
    text = box.ar if edition is Edition.ARABIC else box.en
    return _fitted(area, text, 9.0, side="centre")


def _side_by_side(area: Rect, left: str, right: str, points: float) -> list[Text]:
    """Return two captions in a strip, at one size and divided so that it is the greatest."""
    if not (left and right):
        return _fitted(area, left or right, points, side="left" if left else "right")
    style = Style(size_pt=points)
    widths = (arabic.measure(left, style, "ltr"), arabic.measure(right, style, "rtl"))
    best = 0.0
    halves = shared(area, *widths)
    for leaning in _LEANINGS:
        first, second = shared(area, widths[0] * leaning, widths[1])
        size = min(
            _size(first, left, points, direction="ltr"),
            _size(second, right, points, direction="rtl"),
        )
        if size > best:
            best, halves = size, (first, second)
        if best >= points:
            break
    best = max(best, CAPTION_FLOOR)
    return [
        *_set(halves[0], left, best, side="left", bold=points > CAPTION_POINTS),
        *_set(halves[1], right, best, side="right", bold=points > CAPTION_POINTS),
    ]


def _fitted(area: Rect, text: str, points: float, *, side: Align, at: str = "middle") -> list[Text]:
    """Return a text at the greatest size at which it fits its area, wrapped where it must be."""
    if not text:
        return []
    size = _size(area, text, points, direction=_direction(text, side))
    bold = points > CAPTION_POINTS
    return _set(area, text, max(size, CAPTION_FLOOR), side=side, at=at, bold=bold)


def _set(
    area: Rect, text: str, points: float, *, side: Align, at: str = "middle", bold: bool
) -> list[Text]:
    """Return a text at a size."""
    style = Style(size_pt=points, bold=bold, colour=_INK)
    direction = _direction(text, side)
    lines, _ = _broken(text, area.width / points, bold, direction)
    pitch = points * _PITCH * MM_PER_POINT
    spare = area.height - (len(lines) - 1) * pitch - style.line_height
    # Vowel signs rise over the line, and a low strip has no air of its own.
    down = _AIR / 2 if spare < _AIR else 0.0
    top = {"top": 0.0, "middle": spare / 2 + down, "bottom": spare}[at]
    return [
        Text(
            x=area.x,
            y=area.y + top + index * pitch,
            width=area.width,
            text=line,
            style=style,
            align=side,
            direction=direction,
            key="caption",
        )
        for index, line in enumerate(lines)
    ]


def _size(area: Rect, text: str, points: float, *, direction: Direction) -> float:
    """Return the greatest size at which a text fits its area; 0 when none over the floor does."""
    bold = points > CAPTION_POINTS
    while points >= CAPTION_FLOOR:
        lines, widest = _broken(text, area.width / points, bold, direction)
        needed = points * _CAPITAL
        if len(lines) > 1:
            needed = len(lines) * points * _PITCH * MM_PER_POINT + _AIR
        if needed <= area.height and widest * points <= area.width:
            return points
        points = round(points - _STEP, 1)
    return 0.0


def _broken(
    text: str, width: float, bold: bool, direction: Direction
) -> tuple[tuple[str, ...], float]:
    """Break a caption of one point into lines, and return the width of the longest.

    It is broken at its blanks and behind its strokes; words stay whole.
    """
    lines: list[str] = []
    line, used, widest = "", 0.0, 0.0
    for part, whole, bare in _parts(text, bold, direction):
        if line and used + bare > width:
            lines.append(line.rstrip())
            line, used = "", 0.0
        widest = max(widest, used + bare)
        line, used = line + part, used + whole
    return (*lines, line), widest


@cache
def _parts(text: str, bold: bool, direction: Direction) -> tuple[tuple[str, float, float], ...]:
    """Return the parts of a caption with their widths at one point, with and without the blank."""
    style = Style(size_pt=1.0, bold=bold)
    return tuple(
        (
            part,
            arabic.measure(part, style, direction),
            arabic.measure(part.rstrip(), style, direction),
        )
        for part in re.split(r"(?<=[ /])", text)
    )


def _direction(text: str, side: Align) -> Direction:
    """Return a caption's direction: Arabic stands at the right, whatever number it begins with."""
    return direction_of(text) if side == "centre" else "rtl" if side == "right" else "ltr"
