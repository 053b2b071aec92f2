"""The empty form of a sheet: rules, captions, the strip at its edge and the draft's watermark.

It is the same for all pages of its kind, so the PDF holds it once.
"""

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
    shared,
    tax_heads,
)
from sad_desktop.printing.layout_rules import rules
from sad_desktop.printing.marks import MM_PER_POINT, Align, Direction, Mark, Style, Text
from sad_desktop.printing.sheet import PAGE_WIDTH, Box, Rect, Sheet, Subject
from sad_desktop.printing.words import Edition, word
from sad_desktop.tariff.profile import Profile

CAPTION_FLOOR = 4.5
_STEP = 0.1
# Lines of a caption stand closer than a value's: few of its letters reach so low.
_PITCH = 1.12
# What a line of capitals takes of the height, in mm to the point, its air included.
_CAPITAL = 0.3
_INK = "#1a1a1a"
_THIN = "#9c9c9c"
_WATERMARK = Style(size_pt=72, bold=True, colour="#ebebeb")
_WATERMARK_HEIGHT = 32.0


def form_marks(sheet: Sheet, edition: Edition, profile: Profile) -> tuple[Mark, ...]:
    """Return the rules and captions of an empty sheet; its strip stays empty."""
    marks: list[Mark] = list(
        rules(
            (edition.place(box.rect) for box in sheet.boxes),
            (edition.place(c.rect) for c in sheet.cells if c.subject is not Subject.BLANK),
            colour=_THIN,
        )
    )
    for box in sheet.boxes:
        marks += _box_marks(box, edition, profile)
    return tuple(marks)


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
    if box.kind == "taxtable":
        for area, text in tax_heads(box, edition):
            marks += _fitted(area, text, HEAD_POINTS, side="centre")
    return marks


def _title_marks(box: Box, edition: Edition, profile: Profile) -> list[Text]:
    place = edition.place(box.rect)
    area = Rect(place.x + 1, place.y, place.width - 2, place.height)
    if box.id == "title":
        return _side_by_side(area, *authority(edition, profile), TITLE_POINTS)
    text = box.ar if edition is Edition.ARABIC else box.en
    return _fitted(area, text, 9.0, side="centre")


def _side_by_side(area: Rect, left: str, right: str, points: float) -> list[Text]:
    style = Style(size_pt=points)
    widths = (arabic.measure(left, style, "ltr"), arabic.measure(right, style, "rtl"))
    first, second = shared(area, *widths)
    return [
        *_fitted(first, left, points, side="left"),
        *_fitted(second, right, points, side="right"),
    ]


def _fitted(area: Rect, text: str, points: float, *, side: Align, at: str = "middle") -> list[Text]:
    """Return a text at the greatest size at which it fits its area, wrapped where it must be.

    A caption at the right is Arabic; one in the middle has the direction of its first letter.
    """
    if not text:
        return []
    is_arabic = side == "right" or (side == "centre" and text[0] > "\u0590")
    direction: Direction = "rtl" if is_arabic else "ltr"
    bold = points > CAPTION_POINTS
    while True:
        style = Style(size_pt=points, bold=bold, colour=_INK)
        lines = arabic.wrap(text, area.width, style, direction)
        pitch = points * _PITCH * MM_PER_POINT
        is_narrow = max(arabic.measure(line, style, direction) for line in lines) <= area.width
        needed = pitch * len(lines) if len(lines) > 1 else points * _CAPITAL
        is_low = needed <= area.height
        if (is_narrow and is_low and not _breaks_words(text, lines)) or points <= CAPTION_FLOOR:
            break
        points = round(points - _STEP, 1)
    spare = area.height - (len(lines) - 1) * pitch - style.line_height
    top = {"top": 0.0, "middle": spare / 2, "bottom": spare}[at]
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


def _breaks_words(text: str, lines: tuple[str, ...]) -> bool:
    return " ".join(lines) != text
