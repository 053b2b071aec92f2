"""Print designs: further layouts as data files that an office adds without code.

A design is a TOML file of rectangles, lines, texts, fields and at most one table; lengths are mm
from the top-left corner. ``design_file.py`` reads them, ``layout_design.py`` fills them; the
shipped ones show every part.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sad_desktop.declaration.fields import FieldDef
from sad_desktop.declaration.figures import HeaderFigures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document
from sad_desktop.printing.marks import Align, Style
from sad_desktop.printing.sheet import Rect
from sad_desktop.printing.words import Word


class Scope(StrEnum):
    """Whose value a field shows, and for what a design is printed once or a table has a row."""

    GENERAL = "general"
    FIGURES = "figures"
    ITEM = "item"
    ITEM_FIGURES = "item_figures"
    CONTAINER = "container"
    DOCUMENT = "document"
    PAGE = "page"


MODELS: Mapping[Scope, type] = {
    Scope.GENERAL: Declaration,
    Scope.FIGURES: HeaderFigures,
    Scope.ITEM: Item,
    Scope.ITEM_FIGURES: ItemFigures,
    Scope.CONTAINER: Container,
    Scope.DOCUMENT: Document,
}
"""Where the values of each scope are declared."""

COUNTED = ("number", "total")
"""What ``page`` says: which page of the design this is, and of how many."""

ROW_SCOPES = (Scope.ITEM, Scope.CONTAINER, Scope.DOCUMENT)
ALONGSIDE: Mapping[Scope, frozenset[Scope]] = {
    Scope.GENERAL: frozenset(),
    Scope.ITEM: frozenset({Scope.ITEM, Scope.ITEM_FIGURES}),
    Scope.CONTAINER: frozenset({Scope.CONTAINER, Scope.ITEM, Scope.ITEM_FIGURES}),
    Scope.DOCUMENT: frozenset({Scope.DOCUMENT, Scope.ITEM, Scope.ITEM_FIGURES}),
}
"""What is known of a row besides the general segment: a container's item, for one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a field of a design shows; ``definition`` is None for page numbers."""

    scope: Scope
    name: str
    definition: FieldDef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignText:
    """A fixed text, or a field when ``shown`` is given; no ``align`` follows the text."""

    rect: Rect
    style: Style
    align: Align | None = None
    word: Word | None = None
    shown: Shown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignFrame:
    """A rectangle; one without width or height is a line."""

    rect: Rect
    weight: float
    fill: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignColumn:
    """One column of a design's table."""

    shown: Shown
    title: Word
    share: float
    align: Align | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignTable:
    """Rows of items, containers or documents; what has no room goes to a further page."""

    rect: Rect
    rows: Scope
    row_height: float
    style: Style
    columns: tuple[DesignColumn, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """One layout; ``each`` is general for one per declaration, else one per row of a kind."""

    code: str
    title: Word
    width: float
    height: float
    each: Scope
    is_mirrored: bool
    frames: tuple[DesignFrame, ...]
    texts: tuple[DesignText, ...]
    table: DesignTable | None = None
