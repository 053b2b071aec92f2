"""New elements in the order and with the fixed slots of real files."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from sad_desktop.declaration.fields import NUMBERS, Kind, definitions
from sad_desktop.declaration.figures import HeaderFigures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document, PreviousDeclaration
from sad_desktop.xml import mapping
from sad_desktop.xml.layout import Layout
from sad_desktop.xml.leaves import Leaves, spell_leaf
from sad_desktop.xml.order import (
    CONSTANTS,
    EMPTY_WHEN_BLANK,
    FIXED_SLOTS,
    HEADER_ORDER,
    ITEM_ORDER,
    ROW_ORDER,
    WRITTEN_WHEN_USED,
    Order,
)
from sad_desktop.xml.spelling import spell

ROWS = frozenset(
    {
        mapping.CONTAINER_ELEMENT,
        mapping.PREVIOUS_ELEMENT,
        mapping.ITEM_ELEMENT,
        mapping.DOCUMENT_ELEMENT,
        mapping.TAX_PATH,
    }
)
"""Paths at which written rows are put in, as many as there are."""

_Place = tuple[int, str, str]
"""Where a part is filled in, and what stands before and behind it then."""

Texts = Mapping[str, str]
"""Contents of elements by path, ready to stand in the file; blank ones left out."""


class Pattern:
    """An element with all below it, ready to be filled; made once and filled many times.

    ``path`` is that of the element in the order; "" is the outermost, whose name is given.
    """

    def __init__(
        self, order: Order, path: str, depth: int, layout: Layout, *, name: str = ""
    ) -> None:
        self._order = order
        self._layout = layout
        self._fixed = ""
        self._parts: list[str] = []
        self._places: dict[str, _Place] = {}
        self._add(path, depth, name)
        self._parts.append(self._fixed)
        above = f"{path}/" if path else ""
        self._below = {whole.removeprefix(above): place for whole, place in self._places.items()}

    def filled(self, texts: Texts, rows: Mapping[str, Sequence[str]]) -> str:
        """Return the element with these contents and rows; its first line is not indented."""
        parts = self._parts.copy()
        places = self._places
        for path, text in texts.items():
            if path in places:
                index, opening, closing = places[path]
                parts[index] = f"{opening}{text}{closing}"
        return "".join(self._with_rows(parts, rows))

    def saying(self, leaves: Leaves, rows: Mapping[str, Sequence[str]]) -> str:
        """Return the element with what leaves say; their paths are below its own."""
        return "".join(self.pieces(leaves, rows))

    def pieces(self, leaves: Leaves, rows: Mapping[str, Sequence[str]]) -> list[str]:
        """Return the same in pieces, a row in each of its own: a whole file is never one text.

        Every leaf of a file comes by here: numbers and plain codes are spelled in place.
        """
        parts = self._parts.copy()
        find = self._below.get
        for path, leaf in leaves.items():
            if leaf is None or (place := find(path)) is None:
                continue
            kind = type(leaf)
            if kind is Decimal:
                text = str(leaf)
                if "E" in text:
                    text = spell(leaf)  # type: ignore[arg-type] # no Formula
            elif kind is str and (not leaf or leaf.isalnum()):  # type: ignore[union-attr] # a str
                text = leaf  # type: ignore[assignment]
            else:
                text = self._layout.content(spell_leaf(leaf))
            if text:
                index, opening, closing = place
                parts[index] = f"{opening}{text}{closing}"
        return self._with_rows(parts, rows)

    def _with_rows(self, parts: list[str], rows: Mapping[str, Sequence[str]]) -> list[str]:
        """Put rows at their places, the last place first: those before it stay where they are."""
        present = [(self._places[path], of_path) for path, of_path in rows.items()
                   if of_path and path in self._places]  # fmt: skip
        for (index, start, _), of_path in sorted(present, key=_index_of, reverse=True):
            parts[index : index + 1] = [piece for row in of_path for piece in (start, row)]
        return parts

    def _add(self, path: str, depth: int, name: str = "") -> None:
        name = self._layout.name(name or _NUMBER.sub("", path.rpartition("/")[2]))
        below = self._order.get(_NUMBER.sub("", path))
        if below is None:
            self._add_leaf(path, name, depth)
            return
        self._fixed += f"<{name}>"
        for child in below:
            for child_path in self._slots(f"{path}/{child}".removeprefix("/")):
                self._add_child(child_path, depth + 1)
        self._fixed += f"{self._layout.start(depth)}</{name}>"

    def _slots(self, path: str) -> Sequence[str]:
        count = 1 if path in ROWS else FIXED_SLOTS.get(path, 1)
        if count == 1 or path not in self._order:
            return [path] * count
        return [f"{path}[{number}]" for number in range(1, count + 1)]

    def _add_child(self, path: str, depth: int) -> None:
        start = self._layout.start(depth)
        if path in ROWS:
            self._add_piece(path, start, "", "")
        elif path in WRITTEN_WHEN_USED:
            name = path.rpartition("/")[2]
            self._add_piece(path, f"{start}<{name}>", f"</{name}>", "")
        else:
            self._fixed += start
            self._add(path, depth)

    def _add_leaf(self, path: str, name: str, depth: int) -> None:
        opening, closing = f"<{name}>", f"</{name}>"
        if path in CONSTANTS:
            blank = f"{opening}{CONSTANTS[path]}{closing}"
        else:
            blank = self._layout.blank(name, depth, is_empty=is_empty_when_blank(path))
        self._add_piece(path, opening, closing, blank)

    def _add_piece(self, path: str, opening: str, closing: str, blank: str) -> None:
        self._parts += (self._fixed, blank)
        self._places[path] = (len(self._parts) - 1, opening, closing)
        self._fixed = ""


@dataclass(frozen=True, slots=True, eq=False)
class RowKind:
    """A repeated row: its path, its depth in the file, the order of its elements.

    A row is in use when one of the elements in ``leaf_names`` holds a text.
    """

    path: str
    depth: int
    order: Order
    leaf_names: frozenset[str]

    @property
    def name(self) -> str:
        """The name of the row's element."""
        return self.path.rpartition("/")[2]

    def new(self, leaves: Leaves, layout: Layout) -> str:
        """Return a new row, without the white space before it; a blank one without leaves."""
        return _row_pattern(self, layout).saying(leaves, {})


CONTAINERS = RowKind(
    mapping.CONTAINER_ELEMENT,
    1,
    ROW_ORDER,
    frozenset({*mapping.CONTAINER.values(), mapping.CONTAINER_ITEM}),
)
PREVIOUS = RowKind(
    mapping.PREVIOUS_ELEMENT,
    1,
    ROW_ORDER,
    frozenset({*mapping.PREVIOUS.values(), mapping.PREVIOUS_ITEM}),
)
ITEMS = RowKind(mapping.ITEM_ELEMENT, 1, HEADER_ORDER, frozenset())
DOCUMENTS = RowKind(mapping.DOCUMENT_ELEMENT, 2, ITEM_ORDER, frozenset(mapping.DOCUMENT.values()))
TAX_LINES = RowKind(mapping.TAX_PATH, 3, ITEM_ORDER, frozenset(mapping.TAX_FIGURE.values()))


@lru_cache(maxsize=64)
def _row_pattern(kind: RowKind, layout: Layout) -> Pattern:
    return Pattern(kind.order, kind.path, kind.depth, layout)


def _index_of(placed: tuple[_Place, Sequence[str]]) -> int:
    return placed[0][0]


def is_empty_when_blank(path: str) -> bool:
    """Tell whether a blank is written as an empty element, as numbers and days are."""
    return _NUMBER.sub("", path) in _EMPTY


def _empty_paths() -> frozenset[str]:
    """Return the paths of numbers and days, those of rows after the name of the row."""
    tables = (
        ("", Declaration, mapping.HEADER),
        ("", Item, mapping.ITEM),
        ("", HeaderFigures, mapping.HEADER_FIGURES),
        ("", ItemFigures, mapping.ITEM_FIGURES),
        (f"{mapping.CONTAINER_ELEMENT}/", Container, mapping.CONTAINER),
        (f"{mapping.PREVIOUS_ELEMENT}/", PreviousDeclaration, mapping.PREVIOUS),
        (f"{mapping.DOCUMENT_ELEMENT}/", Document, mapping.DOCUMENT),
    )
    found = {
        f"{before}{_NUMBER.sub('', path)}"
        for before, model, paths in tables
        for name, path in paths.items()
        if definitions(model)[name].kind in _NUMERIC
    }
    for block in (*mapping.HEADER_COSTS.values(), *mapping.ITEM_COST_FIGURES.values()):
        found |= {f"{block}/{part}" for part in mapping.COST_FIGURE.values()}
        found -= {f"{block}/{mapping.COST_FIGURE['currency']}"}
    for name in ("base", "rate", "amount"):
        found.add(f"{mapping.TAX_PATH}/{mapping.TAX_FIGURE[name]}")
    found.add(f"{mapping.CONTAINER_ELEMENT}/{mapping.CONTAINER_ITEM}")
    found.add(f"{mapping.PREVIOUS_ELEMENT}/{mapping.PREVIOUS_ITEM}")
    return EMPTY_WHEN_BLANK | found


_NUMBER = re.compile(r"\[\d+\]")
_NUMERIC = NUMBERS | {Kind.COUNT, Kind.DAY}
_EMPTY = _empty_paths()
