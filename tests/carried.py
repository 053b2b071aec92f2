"""What an ASYCUDA file carries of a draft, for comparing a draft with what came back."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Document
from sad_desktop.xml import mapping


def carried(draft: Draft) -> dict[str, Any]:
    """Return what the format carries of a draft, items by their number, blank rows left out.

    A text that is no value stands for the value the field had before.
    """
    declaration = draft.declaration
    numbers = {item.key: number for number, item in enumerate(declaration.items, 1)}
    numbers[0] = 0
    item_names = set(mapping.ITEM)
    if declaration.apportionment != mapping.NO_APPORTIONMENT:
        item_names -= mapping.ITEM_COSTS

    def said(holder: object, key: int, names: Any) -> dict[str, Any]:
        return {
            name: getattr(holder, name) for name in names if Place(name, key) not in draft.rejected
        }

    items = [_with_split_code(item) for item in declaration.items]
    containers = [
        replace(container, item_key=numbers.get(container.item_key, 0))
        for container in declaration.containers
    ]
    return {
        "header": said(declaration, 0, mapping.HEADER),
        "items": [said(item, item.key, item_names) for item in items],
        "documents": [_used(map(_without_file, item.documents)) for item in items],
        "previous": [list(item.previous_declarations) for item in items],
        "containers": _used(containers),
        "rejected": {
            replace(place, item=numbers[place.item]): text
            for place, text in draft.rejected.items()
            if place.field in item_names or place.rows or not place.item
        },
    }


def differences(found: Any, wanted: Any, path: str = "") -> list[str]:
    """Return the parts of two nests of dictionaries and lists that are not the same."""
    if isinstance(found, dict) and isinstance(wanted, dict):
        return [
            line
            for key in {**found, **wanted}
            for line in differences(found.get(key), wanted.get(key), f"{path}/{key}")
        ]
    if isinstance(found, list) and isinstance(wanted, list) and len(found) == len(wanted):
        pairs = enumerate(zip(found, wanted, strict=True))
        return [line for n, pair in pairs for line in differences(*pair, f"{path}/{n}")]
    return [] if found == wanted else [f"{path}: {found!r} instead of {wanted!r}"]


def lost(before: Declaration, after: Declaration) -> Iterator[tuple[int, str]]:
    """Yield the fields, by item number, that say something before and not the same after.

    The digits of a whole commodity code may have moved into the element that follows it.
    """
    pairs = zip((before, *before.items), (after, *after.items), strict=True)
    for number, (one, other) in enumerate(pairs):
        for name in definitions(type(one)):
            value = getattr(one, name)
            is_code = number and name.startswith("commodity_")
            if value not in (None, "", False) and getattr(other, name) != value and not is_code:
                yield number, name


def _with_split_code(item: Item) -> Item:
    if item.commodity_precision:
        return item
    length = mapping.CODE_LENGTH
    return replace(
        item,
        commodity_code=item.commodity_code[:length],
        commodity_precision=item.commodity_code[length:],
    )


def _without_file(row: Document) -> Document:
    return replace(row, digital_document="")


def _used(rows: Any) -> list[Any]:
    return [row for row in rows if not all(_is_blank(row, field.name) for field in fields(row))]


def _is_blank(row: object, name: str) -> bool:
    value = getattr(row, name)
    return value is None or value is False or value == "" or (name == "item_key" and not value)
