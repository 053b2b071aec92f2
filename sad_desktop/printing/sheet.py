"""The form's rectangles, read from an edition file; screen and paper draw from this one table.

Lengths are millimetres from the top-left corner of the page. An edition is a grid of units
(1/10 inch by 1/6 inch, the subdivisions of the EU form's layout); boxes tile it exactly.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sad_desktop.errors import ResourceMissing
from sad_desktop.resources import resource

EDITION = "sad-2026"
PAGE_WIDTH = 210.0
PAGE_HEIGHT = 297.0
CAPTION_INSET = 1.5
"""What a caption takes of the top of a row of cells it shares (boxes 44), in mm."""


class Subject(StrEnum):
    """What a cell shows; the sign before its name in the edition file."""

    FIELD = ""
    FIGURE = "="
    COMPOSED = "~"
    TAX = "#"
    BLANK = "-"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle in mm."""

    x: float
    y: float
    width: float
    height: float

    def mirrored(self) -> "Rect":
        """Return the rectangle's place on the mirrored (Arabic) form."""
        return Rect(PAGE_WIDTH - self.x - self.width, self.y, self.width, self.height)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One subdivision of a box: what it shows and where.

    ``slot`` is 0 for the general segment, else the item's place on the page from 1. A tax
    cell's name is "<line>.<column>", "total", or "sum.<line>".
    """

    subject: Subject
    name: str
    slot: int
    box: str
    rect: Rect
    inset: float = 0.0

    @property
    def text_rect(self) -> Rect:
        """Where the value stands: below a caption that shares the cell's row."""
        rect = self.rect
        return Rect(rect.x, rect.y + self.inset, rect.width, rect.height - self.inset)

    @property
    def key(self) -> str:
        """A name of the cell that is unique on its sheet."""
        return f"{self.slot}.{self.box}.{self.subject}{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """One box of the form with its caption in both languages; ``kind`` is furniture's role."""

    id: str
    number: str
    en: str
    ar: str
    level: str
    kind: str
    slot: int
    rect: Rect
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet of an edition: the main sheet holds one item, the continuation three."""

    name: str
    boxes: tuple[Box, ...]
    slots: int
    tax_lines: int

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell of the sheet in the order of its boxes."""
        return tuple(cell for box in self.boxes for cell in box.cells)


@cache
def sheet(name: str, edition: str = EDITION) -> Sheet:
    """Return the ``main`` or ``continuation`` sheet; raises ResourceMissing when unreadable."""
    file_name = f"sheets/{edition}.json"
    try:
        stored = json.loads(resource(file_name).read_text(encoding="utf-8"))
        unit = tuple(float(length) for length in stored["unit_mm"])
        origin = tuple(float(length) for length in stored["origin_mm"])
        boxes = tuple(_box(row, unit, origin, name) for row in stored[name])
    except (ValueError, KeyError, TypeError) as error:
        raise ResourceMissing(file_name) from error
    cells = [cell for box in boxes for cell in box.cells]
    lines = {cell.name.split(".")[0] for cell in cells if cell.subject is Subject.TAX}
    return Sheet(
        name=name,
        boxes=boxes,
        slots=max(cell.slot for cell in cells),
        tax_lines=sum(line.isdigit() for line in lines),
    )


def sheet_of(page: int) -> Sheet:
    """Return the sheet a page, from 0, is drawn on."""
    return sheet("continuation" if page else "main")


def _box(
    row: dict[str, object], unit: tuple[float, ...], origin: tuple[float, ...], name: str
) -> Box:
    level = str(row["level"])
    slot = int(str(row.get("slot", 1 if level == "I" and name == "main" else 0)))
    place = row["at"]
    cells = row["cells"]
    assert isinstance(place, list)  # noqa: S101 - the edition is our own file
    assert isinstance(cells, list)  # noqa: S101
    shares = bool(row["en"]) and any(cell[1] == place[0] and cell[2] == place[1] for cell in cells)
    return Box(
        id=str(row["id"]),
        number=str(row.get("number", "")),
        en=str(row["en"]),
        ar=str(row["ar"]),
        level=level,
        kind=str(row.get("kind", "box")),
        slot=slot,
        rect=_rect(place, unit, origin),
        cells=tuple(
            _cell(cell, slot, str(row["id"]), unit, origin, shares and cell[2] == place[1])
            for cell in cells
        ),
    )


def _cell(
    row: list[object],
    slot: int,
    box: str,
    unit: tuple[float, ...],
    origin: tuple[float, ...],
    shares: bool,
) -> Cell:
    text = str(row[0])
    subject = Subject.FIELD
    if not text:
        subject = Subject.BLANK
    elif text[0] in "=~#":
        subject, text = Subject(text[0]), text[1:]
    return Cell(
        subject=subject,
        name=text,
        slot=slot,
        box=box,
        rect=_rect(row[1:], unit, origin),
        inset=CAPTION_INSET if shares else 0.0,
    )


def _rect(at: list[object], unit: tuple[float, ...], origin: tuple[float, ...]) -> Rect:
    column, line, width, height = (int(str(number)) for number in at)
    return Rect(
        round(origin[0] + column * unit[0], 3),
        round(origin[1] + line * unit[1], 3),
        round(width * unit[0], 3),
        round(height * unit[1], 3),
    )
