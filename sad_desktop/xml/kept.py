"""List what a file says beyond the fields of a declaration: it is kept and written back."""

from dataclasses import dataclass, replace

from lxml import etree

from sad_desktop.xml import mapping
from sad_desktop.xml.admission import admit
from sad_desktop.xml.order import HEADER_ORDER, ITEM_ORDER, ROW_ORDER, Order
from sad_desktop.xml.read import HEADER_TREE, ITEM_TREE
from sad_desktop.xml.texts import Node, Repeated, Tree

MOST_KEPT = 1_000
"""Rows of the list; a file with more names nobody knows is none of customs."""
_LONGEST_TEXT = 200
_MOST_ITEMS = 999
_TOLD_OTHERWISE = frozenset(
    {mapping.FLOW, mapping.COST_FORMULA, mapping.DOCUMENT_CODES, "Property/Selected_page"}
)
"""Elements that say what fields or figures say, and the page a client showed last."""
_CURRENCY_NAME = "/Currency_name"
"""The ending of names that go with the codes read beside them, in any language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One name of a file that fills no field: an element, or an attribute (``@`` before it).

    ``path`` goes from below the root; ``is_known`` says that the format has this element and only
    this program has no field for it. ``count`` tells how often it stands in the file, ``items``
    in which items (numbers from 1, 0 for the general segment); ``line`` and ``text`` are those of
    the first place, the text cut to 200 characters.
    """

    path: str
    is_known: bool
    line: int
    text: str
    count: int = 1
    items: tuple[int, ...] = (0,)

    @property
    def is_attribute(self) -> bool:
        """True for an attribute."""
        return self.path.rpartition("/")[2].startswith("@")


@dataclass(frozen=True, slots=True)
class _Found:
    path: str
    is_known: bool
    line: int
    text: str
    item: int


def kept(content: bytes, name: str) -> tuple[Kept, ...]:
    """Return what an ASYCUDA file says that fills no field, in its order; raises FileRefused.

    A text that stands twice where one is read is listed with its second place.
    """
    found: dict[str, Kept] = {}
    for one in _everything(admit(content, name, mapping.ROOT)):
        former = found.get(one.path)
        if former is None:
            if len(found) >= MOST_KEPT:
                continue
            text = one.text[:_LONGEST_TEXT]
            found[one.path] = Kept(
                path=one.path, is_known=one.is_known, line=one.line, text=text, items=(one.item,)
            )
            continue
        items = former.items
        if items[-1] != one.item and len(items) < _MOST_ITEMS:
            items = (*items, one.item)
        found[one.path] = replace(former, count=former.count + 1, items=items)
    return tuple(found.values())


def _everything(root: etree._Element) -> list[_Found]:
    number = 0
    found: list[_Found] = []
    _add_attributes(root, "", 0, found)
    header = _Walk(HEADER_ORDER, 0, found)
    for child in root:
        if child.tag == mapping.ITEM_ELEMENT:
            number += 1
            _add_attributes(child, mapping.ITEM_ELEMENT, number, found)
            item = _Walk(ITEM_ORDER, number, found, mapping.ITEM_ELEMENT)
            for inner in child:
                item.element(inner, ITEM_TREE, "")
        else:
            header.element(child, HEADER_TREE, "")
    return found


class _Walk:
    """Goes through one part of a file and adds to what was found.

    ``before`` is put before the paths it gives, ``inside`` is the part's own path in the order.
    """

    def __init__(
        self, order: Order, item: int, found: list[_Found], before: str = "", inside: str = ""
    ) -> None:
        self._order = order
        self._item = item
        self._found = found
        self._before = before
        self._inside = inside
        self._read: set[str] = set()
        self._turns: dict[str, int] = {}

    def element(self, element: etree._Element, tree: Tree, path: str) -> None:
        """Add what an element and all below it say that fills no field."""
        tag: str = element.tag
        here = f"{path}/{tag}" if path else tag
        if element.attrib:
            _add_attributes(element, self._shown(here), self._item, self._found)
        node = tree.get(tag)
        text = element.text
        if text and (text := text.strip()) and not self._is_read(node, text):
            self._add(element, here, text)
        below = self._below(node, here)
        if not len(element):
            return
        if type(node) is Repeated:
            order = ROW_ORDER if here in ROW_ORDER else self._order
            row = _Walk(order, self._item, self._found, self._shown(here), here)
            for child in element:
                row.element(child, node.tree, "")
            return
        for child in element:
            self.element(child, below, here)

    def _is_read(self, node: Node | None, text: str) -> bool:
        """Tell whether a text fills a field: the first that stands where one is read."""
        if type(node) is not str or not text or node in self._read:
            return False
        self._read.add(node)
        return True

    def _below(self, node: Node | None, here: str) -> Tree:
        """Return which elements are read below one; numbered branches take their turns."""
        if type(node) is dict:
            return node
        if type(node) is not list:
            return {}
        turn = self._turns[here] = self._turns.get(here, -1) + 1
        return node[turn] if turn < len(node) else {}

    def _add(self, element: etree._Element, here: str, text: str) -> None:
        usual = _usual(here)
        if usual in _TOLD_OTHERWISE or usual.endswith(_CURRENCY_NAME):
            return
        known = self._is_known(usual)
        self._found.append(_Found(self._shown(here), known, _line(element), text, self._item))

    def _shown(self, path: str) -> str:
        return f"{self._before}/{path}".removeprefix("/")

    def _is_known(self, path: str) -> bool:
        parent, _, name = f"{self._inside}/{path}".removeprefix("/").rpartition("/")
        return name in self._order.get(parent, ())


def _add_attributes(element: etree._Element, path: str, item: int, found: list[_Found]) -> None:
    for name, text in element.attrib.items():
        shown = f"{path}/@{str(name).rpartition('}')[2]}".removeprefix("/")
        found.append(_Found(shown, False, _line(element), str(text), item))


def _usual(path: str) -> str:
    """Return a path in the usual spelling of its names."""
    return "/".join(mapping.ALIASES.get(name, name) for name in path.split("/"))


def _line(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0
