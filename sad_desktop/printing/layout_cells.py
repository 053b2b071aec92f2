"""Set one text of a written page: in its language, at its side, in as many lines as it needs."""

from dataclasses import dataclass

from sad_desktop.printing import arabic
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.layout_blocks import Kind, Said
from sad_desktop.printing.marks import Align, Direction, Style, Text
from sad_desktop.printing.overflow import direction_of
from sad_desktop.printing.words import Word

BODY = Style(size_pt=8.0)
STRONG = Style(size_pt=8.0, bold=True)
HEAD = Style(size_pt=7.0, bold=True)
SMALL = Style(size_pt=7.0, colour="#404040")
FLOOR = 6.0
WORD_FLOOR = 5.0
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
    """Return a word in one language or in both, on one line where both have room."""
    texts = {Edition.ENGLISH: (word.en,), Edition.ARABIC: (word.ar or word.en,)}.get(
        edition, (word.en, word.ar) if word.ar not in ("", word.en) else (word.en,)
    )
    lines = [_wrapped(text, width, style, kind, mirrored=edition.is_mirrored) for text in texts]
    if len(texts) > 1 and kind is Kind.TEXT and all(len(found) == 1 for found in lines):
        needed = sum(arabic.measure(text, style, direction_of(text)) for text in texts)
        if needed + GAP <= width:
            return (tuple(piece for found in lines for piece in found[0]),)
    return tuple(line for found in lines for line in found)


def _wrapped(text: str, width: float, style: Style, kind: Kind, *, mirrored: bool) -> Lines:
    """Return a word's lines at the side of its column, text at the side it begins at.

    No word of it is broken while shrinking helps.
    """
    flow = direction_of(text)
    at_right = flow == "rtl" if kind is Kind.TEXT else mirrored
    side = _SIDES.get(kind, "right" if at_right else "left")
    fitting = arabic.shrink(text.replace(" ", "\n"), width, style, flow, floor_pt=WORD_FLOOR)
    return tuple(
        (Piece(text=line, style=fitting, align=side, direction=flow),)
        for line in arabic.wrap(text, width, fitting, flow)
    )
