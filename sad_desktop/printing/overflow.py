"""Make a text fit its place, or say that it does not: nothing is cut silently."""

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from unicodedata import bidirectional

from sad_desktop.printing import arabic
from sad_desktop.printing.marks import Align, Direction, Style, Text
from sad_desktop.printing.sheet import Rect

VALUE = Style(size_pt=8.0)
FLOOR = 6.0
"""No value is smaller, in points."""

_STEP = 0.5
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
def fit(text: str, width: float, height: float, *, is_free: bool, style: Style = VALUE) -> Fitted:
    """Set a text in a place of this size in mm, as large as it can be up to the style's size.

    Free text is wrapped, each paragraph in its own direction; codes and numbers stay on one line
    and are whole or absent: half an amount would be another amount.
    """
    styles = _styles(style)
    if not is_free:
        return _on_one_line(text, width, styles)
    for smaller in styles:
        lines = _wrapped(text, width, smaller, most=_line_count(height, smaller))
        if lines is not None:
            return Fitted(lines=lines, style=smaller, is_whole=True)
    return Fitted(
        lines=_first_lines(text, width, height, styles[-1]), style=styles[-1], is_whole=False
    )


@cache
def _styles(style: Style) -> tuple[Style, ...]:
    """Return a style in its sizes from its own to the floor."""
    steps = max(int((style.size_pt - FLOOR) / _STEP), 0)
    return tuple(replace(style, size_pt=style.size_pt - step * _STEP) for step in range(steps + 1))


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


def _on_one_line(text: str, width: float, styles: tuple[Style, ...]) -> Fitted:
    line = text.replace("\n", " ")
    needed = arabic.measure(line, styles[0], "ltr") / styles[0].size_pt
    for style in styles:
        if needed * style.size_pt <= width:
            return Fitted(lines=((line, "ltr"),), style=style, is_whole=True)
    return Fitted(lines=(), style=styles[-1], is_whole=False)


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


def _first_lines(
    text: str, width: float, height: float, style: Style
) -> tuple[tuple[str, Direction], ...]:
    """Return what of a text too long stands in its place."""
    most = _line_count(height, style)
    lines: list[tuple[str, Direction]] = []
    for paragraph in text.split("\n")[:most]:
        direction = direction_of(paragraph)
        # No line has more letters than this, and wrapping the whole text would take long.
        beginning = paragraph[: int(most * width * 4)]
        lines += [(line, direction) for line in arabic.wrap(beginning, width, style, direction)]
    return tuple(lines[:most])
