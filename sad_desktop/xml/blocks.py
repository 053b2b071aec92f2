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
        self._places: dict[str, tuple[int, str, str]] = {}
        self._add(path, depth, name)
        self._parts.append(self._fixed)

    def filled(self, texts: Texts, rows: Mapping[str, Sequence[str]]) -> str:
        """Return the element with these contents and rows; its first line is not indented."""
        parts = self._parts.copy()
        places = self._places
        for path, text in texts.items():
            if path in places:
                index, opening, closing = places[path]
                parts[index] = f"{opening}{text}{closing}"
        for path, of_path in rows.items():
            if path in places:
                index, start, _ = places[path]
                parts[index] = "".join([f"{start}{row}" for row in of_path])
        return "".join(parts)

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
        return _row_pattern(self, layout).filled(contents(leaves, layout, self.path), {})


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


def contents(leaves: Leaves, layout: Layout, path: str = "") -> dict[str, str]:
    """Return the contents of the leaves that are not blank; ``path`` is put before theirs."""
    before = f"{path}/" if path else ""
    texts: dict[str, str] = {}
    for leaf_path, leaf in leaves.items():
        if leaf is None or leaf == "":
            continue
        kind = type(leaf)
        if kind is Decimal:
            texts[before + leaf_path] = spell(leaf)  # type: ignore[arg-type] # no Formula
        elif kind is str and leaf.isalnum():  # type: ignore[union-attr] # a str, as asked
            texts[before + leaf_path] = leaf  # type: ignore[assignment]
        elif text := spell_leaf(leaf):
            texts[before + leaf_path] = layout.content(text)
    return texts


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
