"""Set one text of a written page: in its language, at its side, in as many lines as it needs."""

from dataclasses import dataclass

from sad_desktop.printing import arabic
from sad_desktop.printing.layout_blocks import Kind, Said
from sad_desktop.printing.marks import Align, Direction, Style, Text
from sad_desktop.printing.overflow import direction_of
from sad_desktop.printing.words import Edition, Word

BODY = Style(size_pt=8.0)
STRONG = Style(size_pt=8.0, bold=True)
HEAD = Style(size_pt=7.0, bold=True)
SMALL = Style(size_pt=7.0, colour="#404040")
FLOOR = 6.0
_SIDES: dict[Kind, Align] = {Kind.AMOUNT: "right", Kind.MARK: "centre"}
GAP = 2.0
"""Between two languages on one line, in mm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A text on a line, at one side of its column."""

    text: str
    style: Style
    align: Align
    direction: Direction


Lines = tuple[tuple[Piece, ...], ...]
"""Lines of a cell; a line has a second piece where two languages share it."""


def set_text(said: Said, width: float, style: Style, kind: Kind, edition: Edition) -> Lines:
    """Return the lines of a text in a column; never fewer letters than it has."""
    if isinstance(said, Word):
        return _set_word(said, width, style, kind, edition)
    if kind is Kind.TEXT:
        return _set_free(said, width, style)
    side = _SIDES.get(kind, "right" if edition.is_mirrored else "left")
    fitting = arabic.shrink(said, width, style, "ltr", floor_pt=min(FLOOR, style.size_pt))
    lines = arabic.wrap(said, width, fitting, "ltr")
    return tuple((Piece(text=line, style=fitting, align=side, direction="ltr"),) for line in lines)


def height_of(lines: Lines) -> float:
    """Return how high lines are in mm."""
    return sum(max(piece.style.line_height for piece in line) for line in lines)


def cell_marks(lines: Lines, x: float, y: float, width: float, key: str = "") -> list[Text]:
    """Return the marks of lines in a column whose top-left corner is ``x``, ``y``."""
    marks: list[Text] = []
    for line in lines:
        marks += [
            Text(
                x=x,
                y=y,
                width=width,
                text=piece.text,
                style=piece.style,
                align=piece.align,
                direction=piece.direction,
                key=key,
            )
            for piece in line
            if piece.text
        ]
        y += max(piece.style.line_height for piece in line)
    return marks


def _set_free(text: str, width: float, style: Style) -> Lines:
    lines: list[tuple[Piece, ...]] = []
    for paragraph in text.split("\n"):
        direction = direction_of(paragraph)
        side: Align = "right" if direction == "rtl" else "left"
        lines += [
            (Piece(text=line, style=style, align=side, direction=direction),)
            for line in arabic.wrap(paragraph, width, style, direction)
        ]
    return tuple(lines)


def _set_word(word: Word, width: float, style: Style, kind: Kind, edition: Edition) -> Lines:
    if edition is Edition.BOTH and word.en != word.ar:
        return _set_both(word, width, style, kind)
    text = word.ar if edition is Edition.ARABIC else word.en
    direction = direction_of(text)
    side = _side(kind, direction)
    return tuple(
        (Piece(text=line, style=style, align=side, direction=direction),)
        for line in arabic.wrap(text, width, style, direction)
    )


def _set_both(word: Word, width: float, style: Style, kind: Kind) -> Lines:
    """Return a word in both languages, on one line where it has room for them."""
    english: Align = _side(kind, "ltr")
    arabic_side: Align = _side(kind, "rtl")
    needed = arabic.measure(word.en, style, "ltr") + arabic.measure(word.ar, style, "rtl")
    if kind is Kind.TEXT and needed + GAP <= width:
        first = Piece(text=word.en, style=style, align=english, direction="ltr")
        second = Piece(text=word.ar, style=style, align=arabic_side, direction="rtl")
        return ((first, second),)
    return (
        *_wrapped(word.en, width, style, english, "ltr"),
        *_wrapped(word.ar, width, style, arabic_side, "rtl"),
    )


def _wrapped(text: str, width: float, style: Style, side: Align, flow: Direction) -> Lines:
    return tuple(
        (Piece(text=line, style=style, align=side, direction=flow),)
        for line in arabic.wrap(text, width, style, flow)
    )


def _side(kind: Kind, direction: Direction) -> Align:
    return _SIDES.get(kind, "right" if direction == "rtl" else "left")
