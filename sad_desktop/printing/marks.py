"""What stands on a page of paper, as plain values.

All lengths are millimetres from the top-left corner of the page, x to the right, y downwards;
font sizes are points. Nothing here wraps or shrinks: ``arabic.wrap`` and ``arabic.shrink`` do,
before a mark is made.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Align: TypeAlias = Literal["left", "right", "centre"]
Direction: TypeAlias = Literal["ltr", "rtl"]
Anchor: TypeAlias = Literal["top", "middle", "bottom"]
Angle: TypeAlias = Literal[0, 90, 270]

MM_PER_POINT = 25.4 / 72

# Of the font size. The capital É fits above the baseline and the tail of ي reaches the next line
# without touching it; the font's own 1.5 would waste a third of every small box.
LINE_ASCENT = 0.9
LINE_PITCH = 1.25


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text is set: size in points, regular or semi-bold, colour ``#rrggbb``."""

    size_pt: float
    bold: bool = False
    colour: str = "#000000"

    @property
    def line_height(self) -> float:
        """Distance from one line to the next, in mm."""
        return self.size_pt * LINE_PITCH * MM_PER_POINT


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text inside a rectangle, whose top-left corner is ``x``, ``y``.

    A line feed begins a new line. ``height`` 0 means as high as the lines are, so ``y`` is then the
    top of the first line. ``direction`` is the base direction of every line and is never guessed.
    ``angle`` 90 reads from bottom to top, 270 from top to bottom, inside the same rectangle.
    Text longer than the rectangle is drawn over its edge, not cut.
    """

    x: float
    y: float
    width: float
    text: str
    style: Style
    align: Align = "left"
    direction: Direction = "ltr"
    key: str = ""
    height: float = 0.0
    anchor: Anchor = "top"
    angle: Angle = 0

    @property
    def lines(self) -> tuple[str, ...]:
        """The text line by line, as it is drawn."""
        return tuple(self.text.split("\n"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line; ``weight`` is its thickness in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    weight: float = 0.5
    colour: str = "#000000"
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle; weight 0 draws no frame, an empty ``fill`` paints nothing inside."""

    x: float
    y: float
    width: float
    height: float
    weight: float = 0.5
    colour: str = "#000000"
    fill: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A PNG picture stretched over the rectangle."""

    x: float
    y: float
    width: float
    height: float
    png: bytes
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Barcode:
    """A Code 128 bar code filling the rectangle; characters outside ASCII are left out.

    ``angle`` 90 reads from bottom to top, 270 from top to bottom, inside the same rectangle.
    """

    x: float
    y: float
    width: float
    height: float
    text: str
    key: str = ""
    angle: Angle = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Qr:
    """A QR code in a square of ``size`` mm, its four quiet modules included."""

    x: float
    y: float
    size: float
    text: str
    key: str = ""


Mark: TypeAlias = Text | Line | Box | Picture | Barcode | Qr


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page: ``background`` lies under ``marks`` and is stored once for all pages having it."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    background: tuple[Mark, ...] = ()


def describe(page: Page) -> str:
    """Return the page as text, one line per mark, for golden files and their review.

    ``22.invoice_amount 61.0 88.5 R 1,234.50``: key, x and y in mm, alignment (``<`` behind it when
    the text runs right to left), text. Characters that cannot be seen are written as escapes.
    """
    head = f"page {page.width:.1f} {page.height:.1f} background {len(page.background)}"
    return "\n".join([head, *(_describe_mark(mark) for mark in page.marks)]) + "\n"


def _describe_mark(mark: Mark) -> str:
    match mark:
        case Text():
            flow = mark.align[0].upper() + ("<" if mark.direction == "rtl" else "")
            turned = f" turned {mark.angle}" if mark.angle else ""
            name = mark.key or "text"
            return f"{name} {mark.x:.1f} {mark.y:.1f} {flow}{turned} {_visible(mark.text)}"
        case Line():
            ends = f"{mark.x1:.1f} {mark.y1:.1f} {mark.x2:.1f} {mark.y2:.1f}"
            return f"{mark.key or 'line'} {ends} {mark.weight:.1f}"
        case Box():
            return f"{mark.key or 'box'} {_rectangle(mark)} {mark.weight:.1f} {mark.fill}".rstrip()
        case Picture():
            return f"{mark.key or 'picture'} {_rectangle(mark)} {len(mark.png)} bytes"
        case Barcode():
            return f"{mark.key or 'barcode'} {_rectangle(mark)} {_visible(mark.text)}"
        case Qr():
            where = f"{mark.x:.1f} {mark.y:.1f} {mark.size:.1f}"
            return f"{mark.key or 'qr'} {where} {_visible(mark.text)}"


def _rectangle(mark: Box | Picture | Barcode) -> str:
    return f"{mark.x:.1f} {mark.y:.1f} {mark.width:.1f} {mark.height:.1f}"


def _visible(text: str) -> str:
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in text
    )
