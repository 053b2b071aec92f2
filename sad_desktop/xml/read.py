"""Read an ASYCUDA file into a draft: by name, in any order, never less than what it says."""

from collections.abc import Mapping
from dataclasses import fields, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from lxml import etree

from sad_desktop.declaration.draft import Draft, Place, Rows, Source
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.figures import Figures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document, PreviousDeclaration
from sad_desktop.declaration.values import Unreadable
from sad_desktop.xml import mapping
from sad_desktop.xml.admission import admit
from sad_desktop.xml.read_figures import HEADER_FIGURE_PATHS, ITEM_FIGURE_PATHS, FigureReader
from sad_desktop.xml.spelling import Reading, read_count, reading_of
from sad_desktop.xml.texts import Block, Repeated, Texts, Tree, collect, fill_from_mirrors, grow

DIALECT = "asycuda"

_Plan = Mapping[str, tuple[str, Reading]]
"""By path: the field the element fills, and how its text is read."""
_Rejected = dict[Place, str]


@lru_cache(maxsize=4)
def read(content: bytes, name: str) -> Draft:
    """Return the draft an ASYCUDA file holds; raises FileRefused, but never for a single field.

    Items get the keys 1..n in the file's order. The last files read are remembered, because
    writing one back compares it with what was read.
    """
    root = admit(content, name, mapping.ROOT)
    header = Block()
    collect(root, HEADER_TREE, header)
    figures = FigureReader()
    header_figures = figures.header(header.texts)
    rejected: _Rejected = {}
    fill_from_mirrors(header.texts)
    values = _values(header.texts, _HEADER_PLAN, Place(""), rejected)
    is_apportioned = values.get("apportionment") != mapping.NO_APPORTIONMENT
    items, item_figures = _read_items(root, is_apportioned, figures, rejected)
    count = _item_count(items, header_figures.item_count, rejected)
    items = _with_previous(items[:count], header, rejected)
    values["items"] = tuple(items)
    values["containers"] = _read_containers(header, items, rejected)
    keys = tuple(item.key for item in items)
    return Draft(
        declaration=Declaration(**values),
        rejected=rejected,
        source=Source(dialect=DIALECT, name=name, content=content, keys=keys),
        declared=Figures(
            header=header_figures, items=tuple(zip(keys, item_figures[:count], strict=True))
        ),
    )


def item_index(number: str, count: int) -> int | None:
    """Return the place, from 0, of the item a row names; None when it names none of them."""
    place = read_count(number)
    return place - 1 if place is not None and 1 <= place <= count else None


def _read_items(
    root: etree._Element, is_apportioned: bool, figures: FigureReader, rejected: _Rejected
) -> tuple[list[Item], list[ItemFigures]]:
    plan = _APPORTIONED_ITEM_PLAN if is_apportioned else _ITEM_PLAN
    items: list[Item] = []
    item_figures: list[ItemFigures] = []
    for key, element in enumerate(root.iterchildren(mapping.ITEM_ELEMENT), 1):
        block = Block()
        collect(element, ITEM_TREE, block)
        item_figures.append(figures.item(block, key))
        fill_from_mirrors(block.texts)
        values = _values(block.texts, plan, Place("", key), rejected)
        documents = block.rows.get(mapping.DOCUMENT_ELEMENT)
        if documents:
            values["documents"] = tuple(
                Document(
                    **_values(texts, _DOCUMENT_PLAN, Place("", key, Rows.DOCUMENTS, row), rejected)
                )
                for row, texts in enumerate(documents)
            )
        items.append(Item(key=key, **values))
    return items, item_figures


def _values(texts: Texts, plan: _Plan, place: Place, rejected: _Rejected) -> dict[str, Any]:
    """Return the readable values by field; the other texts are kept as they stand."""
    values: dict[str, Any] = {}
    for path, text in texts.items():
        found = plan.get(path)
        if found is None:
            continue
        name, reading = found
        try:
            values[name] = reading(text)
        except Unreadable:
            rejected[replace(place, field=name)] = text
    return values


def _item_count(items: list[Item], declared: int | None, rejected: _Rejected) -> int:
    """Return how many items there are, without blank ones beyond the number in box 5."""
    count = len(items)
    if declared is None:
        return count
    with_rejected = {place.item for place in rejected}
    while count > max(declared, 0) and count not in with_rejected and _is_blank(items[count - 1]):
        count -= 1
    return count


def _is_blank(item: Item) -> bool:
    return all(
        value in ("", None, ()) or (isinstance(value, Decimal) and not value)
        for value in (getattr(item, field.name) for field in fields(item) if field.name != "key")
    )


def _with_previous(items: list[Item], header: Block, rejected: _Rejected) -> list[Item]:
    """Hang each previous declaration on its item; one that names no item goes to the first."""
    rows: dict[int, list[PreviousDeclaration]] = {}
    for texts in header.rows.get(mapping.PREVIOUS_ELEMENT, ()):
        if not items:
            break
        key = items[item_index(texts.get(mapping.PREVIOUS_ITEM, ""), len(items)) or 0].key
        of_item = rows.setdefault(key, [])
        place = Place("", key, Rows.PREVIOUS, len(of_item))
        of_item.append(PreviousDeclaration(**_values(texts, _PREVIOUS_PLAN, place, rejected)))
    return [
        replace(item, previous_declarations=tuple(rows[item.key])) if item.key in rows else item
        for item in items
    ]


def _read_containers(
    header: Block, items: list[Item], rejected: _Rejected
) -> tuple[Container, ...]:
    containers: list[Container] = []
    for row, texts in enumerate(header.rows.get(mapping.CONTAINER_ELEMENT, ())):
        index = item_index(texts.get(mapping.CONTAINER_ITEM, ""), len(items))
        key = 0 if index is None else items[index].key
        place = Place("", 0, Rows.CONTAINERS, row)
        values = _values(texts, _CONTAINER_PLAN, place, rejected)
        containers.append(Container(item_key=key, **values))
    return tuple(containers)


def _plan(model: type, paths: Mapping[str, str]) -> _Plan:
    known = definitions(model)
    return {path: (name, reading_of(known[name])) for name, path in paths.items()}


def _mirrors(paths: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(other for path in paths.values() for other in mapping.MIRRORS.get(path, ()))


def _header_tree() -> Tree:
    tree = grow((*mapping.HEADER.values(), *_mirrors(mapping.HEADER), *HEADER_FIGURE_PATHS))
    containers = grow((*mapping.CONTAINER.values(), mapping.CONTAINER_ITEM))
    previous = grow((*mapping.PREVIOUS.values(), mapping.PREVIOUS_ITEM))
    tree[mapping.CONTAINER_ELEMENT] = Repeated(mapping.CONTAINER_ELEMENT, containers)
    tree[mapping.PREVIOUS_ELEMENT] = Repeated(mapping.PREVIOUS_ELEMENT, previous)
    return tree


def _item_tree() -> Tree:
    tree = grow((*mapping.ITEM.values(), *_mirrors(mapping.ITEM), *ITEM_FIGURE_PATHS))
    parent, _, name = mapping.TAX_PATH.partition("/")
    taxation = tree[parent]
    assert isinstance(taxation, dict)  # noqa: S101 - other figures stand beside the tax lines
    taxation[name] = Repeated(name, grow(mapping.TAX_FIGURE.values()))
    tree[mapping.DOCUMENT_ELEMENT] = Repeated(
        mapping.DOCUMENT_ELEMENT, grow(mapping.DOCUMENT.values())
    )
    return tree


HEADER_TREE = _header_tree()
ITEM_TREE = _item_tree()
_HEADER_PLAN = _plan(Declaration, mapping.HEADER)
_ITEM_PLAN = _plan(Item, mapping.ITEM)
_APPORTIONED_ITEM_PLAN = _plan(
    Item, {name: path for name, path in mapping.ITEM.items() if name not in mapping.ITEM_COSTS}
)
_CONTAINER_PLAN = _plan(Container, mapping.CONTAINER)
_DOCUMENT_PLAN = _plan(Document, mapping.DOCUMENT)
_PREVIOUS_PLAN = _plan(PreviousDeclaration, mapping.PREVIOUS)
