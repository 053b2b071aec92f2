"""Make a text fit its place, or say that it does not: nothing is cut silently."""

from dataclasses import dataclass
from functools import lru_cache
from unicodedata import bidirectional

from sad_desktop.printing import arabic
from sad_desktop.printing.marks import Align, Direction, Style, Text
from sad_desktop.printing.sheet import Rect

SIZES = (8.0, 7.5, 7.0, 6.5, 6.0)
"""The sizes of a value in points, from the usual one to the floor."""

_STYLES = tuple(Style(size_pt=size) for size in SIZES)
# Lines may reach this far over their rectangle, in mm: the space under the last line is empty.
_SLACK = 0.3
# And a single line may begin so far over it: the space over its capitals is empty, too.
_LIFT = 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """Lines with the direction of each; ``is_whole`` is false when some had no room."""

    lines: tuple[tuple[str, Direction], ...]
    style: Style
    is_whole: bool


def direction_of(text: str) -> Direction:
    """Return the direction of the first strong letter; left to right where there is none."""
    for letter in text:
        kind = bidirectional(letter)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


@lru_cache(maxsize=2048)
def fit(text: str, width: float, height: float, *, is_free: bool) -> Fitted:
    """Set a text in a place of this size in mm, as large as it can be.

    Free text is wrapped, each paragraph in its own direction; codes and numbers stay on one line
    and are whole or absent: half an amount would be another amount.
    """
    if not is_free:
        return _on_one_line(text, width)
    for style in _STYLES:
        lines = _wrapped(text, width, style, most=_line_count(height, style))
        if lines is not None:
            return Fitted(lines=lines, style=style, is_whole=True)
    return Fitted(lines=_first_lines(text, width, height), style=_STYLES[-1], is_whole=False)


def shortened(line: str, width: float, style: Style, direction: Direction) -> str:
    """Return as many words of a line as fit the width."""
    if width <= 0:
        return ""
    return arabic.wrap(line, width, style, direction)[0].rstrip()


def text_marks(
    fitted: Fitted, rect: Rect, *, key: str, align: Align | None = None, is_centred: bool = True
) -> list[Text]:
    """Return the marks of fitted lines; lines of one direction that follow are one mark.

    Without ``align`` each line begins at the side its direction begins at.
    """
    style = fitted.style
    groups: list[tuple[Direction, list[str]]] = []
    for line, direction in fitted.lines:
        if groups and groups[-1][0] == direction:
            groups[-1][1].append(line)
        else:
            groups.append((direction, [line]))
    total = len(fitted.lines) * style.line_height
    top = rect.y + (max((rect.height - total) / 2, -_LIFT) if is_centred else 0.0)
    marks: list[Text] = []
    for direction, lines in groups:
        side: Align = align or ("right" if direction == "rtl" else "left")
        marks.append(
            Text(
                x=rect.x,
                y=top,
                width=rect.width,
                text="\n".join(lines),
                style=style,
                align=side,
                direction=direction,
                key=key,
            )
        )
        top += len(lines) * style.line_height
    return marks


def _on_one_line(text: str, width: float) -> Fitted:
    line = text.replace("\n", " ")
    needed = arabic.measure(line, _STYLES[0], "ltr") / SIZES[0]
    for style in _STYLES:
        if needed * style.size_pt <= width:
            return Fitted(lines=((line, "ltr"),), style=style, is_whole=True)
    return Fitted(lines=(), style=_STYLES[-1], is_whole=False)


def _line_count(height: float, style: Style) -> int:
    return max(int((height + _SLACK) / style.line_height), 1)


def _wrapped(
    text: str, width: float, style: Style, *, most: int
) -> tuple[tuple[str, Direction], ...] | None:
    """Return the text in at most so many lines, or None."""
    paragraphs = text.split("\n")
    if len(paragraphs) > most:
        return None
    lines: list[tuple[str, Direction]] = []
    for paragraph in paragraphs:
        direction = direction_of(paragraph)
        if arabic.measure(paragraph, style, direction) > (most - len(lines)) * width:
            return None
        wrapped = arabic.wrap(paragraph, width, style, direction)
        lines += [(line, direction) for line in wrapped]
        if len(lines) > most:
            return None
    return tuple(lines)


def _first_lines(text: str, width: float, height: float) -> tuple[tuple[str, Direction], ...]:
    """Return what of a text too long stands in its place at the smallest size."""
    style = _STYLES[-1]
    most = _line_count(height, style)
    lines: list[tuple[str, Direction]] = []
    for paragraph in text.split("\n")[:most]:
        direction = direction_of(paragraph)
        # No line has more letters than this, and wrapping the whole text would take long.
        beginning = paragraph[: int(most * width * 4)]
        lines += [(line, direction) for line in arabic.wrap(beginning, width, style, direction)]
    return tuple(lines[:most])
