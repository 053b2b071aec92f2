"""Read the program's own file; what is no value of its field is kept as it stands."""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from lxml import etree

from sad_desktop.declaration.draft import ROW_TYPES, Draft, Place, Rows, Source
from sad_desktop.declaration.fields import NUMBERS, Kind, definitions
from sad_desktop.declaration.figures import (
    CostFigure,
    Figures,
    HeaderFigures,
    ItemFigures,
    TaxFigure,
)
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.declaration.values import Value
from sad_desktop.errors import FileRefused
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.xml.admission import admit, malformed
from sad_desktop.xml.native import (
    COST_KINDS,
    COST_NAMES,
    JSON_FORM,
    ROOT,
    TAX_KINDS,
    VERSION,
)

_LONGEST_NUMBER = 60
_GREATEST_EXPONENT = 60
_Rejected = dict[Place, str]


def read(content: bytes, name: str) -> Draft:
    """Return the draft of a file; raises FileRefused when it is damaged or of a newer program."""
    root = admit(content, name, ROOT, keeps_blanks=True)
    try:
        return _draft(root, name)
    except _Damaged as error:
        raise malformed(name, error.line, error.reason) from error


class _Damaged(Exception):
    def __init__(self, element: etree._Element, reason: str) -> None:
        self.line: int = getattr(element, "sourceline", None) or 1
        self.reason = reason
        super().__init__(reason)


def _draft(root: etree._Element, name: str) -> Draft:
    if _count(root, "version", 0) > VERSION:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "{name} was not opened: line 1 says that a newer version of the program wrote it.",
            ),
            {"name": name},
        )
    rejected: _Rejected = {}
    declaration = _declaration(root, rejected)
    for element in root.iterchildren("rejected"):
        rejected[_place(element)] = _child_text(element, "text")
    return Draft(
        declaration=declaration,
        rejected=rejected,
        filled=frozenset(_place(element) for element in root.iterchildren("filled")),
        status=_status(root),
        profile=_child_text(root, "profile"),
        source=_source(root),
        declared=_declared(root),
    )


def _declaration(root: etree._Element, rejected: _Rejected) -> Declaration:
    element = root.find("declaration")
    if element is None:
        raise _Damaged(root, "no declaration")
    values = _values(element, Declaration, Place(""), rejected)
    values["containers"] = _rows(element, Rows.CONTAINERS, 0, rejected)
    items: dict[int, Item] = {}
    for child in element.iterchildren("item"):
        key = _count(child, "key")
        if key in items:
            raise _Damaged(child, f"two items have the key {key}")
        own = _values(child, Item, Place("", key), rejected)
        for rows in (Rows.DOCUMENTS, Rows.PREVIOUS, Rows.TAXES):
            own[str(rows)] = _rows(child, rows, key, rejected)
        items[key] = Item(key=key, **own)
    return Declaration(**values, items=tuple(items.values()))


def _rows(parent: etree._Element, rows: Rows, key: int, rejected: _Rejected) -> tuple[object, ...]:
    model = ROW_TYPES[rows]
    found: list[object] = []
    for row, element in enumerate(parent.iterchildren(str(rows))):
        values = _values(element, model, Place("", key, rows, row), rejected)
        if rows is Rows.CONTAINERS:
            values["item_key"] = _count(element, "item", 0)
        found.append(model(**values))
    return tuple(found)


def _values(
    element: etree._Element, model: type, place: Place, rejected: _Rejected
) -> dict[str, Any]:
    values: dict[str, Any] = {}
    known = definitions(model)
    for child in element:
        name = child.tag
        if name not in known:
            continue
        text = _text(child)
        try:
            values[name] = _value(known[name].kind, text)
        except ValueError:
            rejected[replace(place, field=name)] = text
    return values


def _value(kind: Kind, text: str) -> Value:
    """Return the value of a text; raises ValueError."""
    if kind in (Kind.TEXT, Kind.CODE, Kind.LINES):
        return text
    if kind is Kind.FLAG:
        return text == "1"
    if kind is Kind.DAY:
        return date.fromisoformat(text)
    number = _number(text)
    if number is None:
        raise ValueError(text)
    return number if kind in NUMBERS else int(number)


def _number(text: str) -> Decimal | None:
    if not text or len(text) > _LONGEST_NUMBER:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    is_near = number.is_finite() and abs(number.adjusted()) < _GREATEST_EXPONENT
    return number if is_near else None


def _declared(root: etree._Element) -> Figures | None:
    element = root.find("declared")
    if element is None:
        return None
    header = element.find("header")
    return Figures(
        header=HeaderFigures()
        if header is None
        else HeaderFigures(**_figures(header, HeaderFigures)),
        items=tuple(
            (
                _count(child, "key"),
                ItemFigures(
                    **_figures(child, ItemFigures),
                    taxes=tuple(_tax(line) for line in child.iterchildren("tax")),
                ),
            )
            for child in element.iterchildren("item")
        ),
    )


def _figures(element: etree._Element, model: type) -> dict[str, Any]:
    values = _values(element, model, Place(""), {})
    for name in COST_NAMES:
        cost = element.find(name)
        if cost is not None:
            values[name] = CostFigure(**_parts(cost, COST_KINDS))
    return values


def _tax(element: etree._Element) -> TaxFigure:
    parts = _parts(element, TAX_KINDS)
    return TaxFigure(**{"tax_code": "", **parts})


def _parts(element: etree._Element, kinds: Mapping[str, Kind]) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    for child in element:
        kind = kinds.get(child.tag)
        if kind is not None:
            text = _text(child)
            parts[child.tag] = _number(text) if kind in NUMBERS else text
    return parts


def _source(root: etree._Element) -> Source | None:
    element = root.find("source")
    if element is None:
        return None
    try:
        keys = tuple(int(key) for key in element.get("keys", "").split())
        parts = [
            base64.b64decode(_text(part), validate=True) for part in element.iterchildren("part")
        ]
    except (ValueError, binascii.Error):
        raise _Damaged(element, "the source is not whole") from None
    return Source(
        dialect=_child_text(element, "dialect"),
        name=_child_text(element, "name"),
        content=b"".join(parts),
        keys=keys,
    )


def _place(element: etree._Element) -> Place:
    try:
        rows = Rows(element.get("rows", "")) if element.get("rows") else None
    except ValueError:
        raise _Damaged(element, "an unknown list of rows") from None
    return Place(
        element.get("field", ""), _count(element, "item", 0), rows, _count(element, "row", 0)
    )


def _status(root: etree._Element) -> Status:
    try:
        return Status(root.get("status", Status.DRAFT))
    except ValueError:
        raise _Damaged(root, "an unknown status") from None


def _count(element: etree._Element, name: str, default: int | None = None) -> int:
    text = element.get(name, "" if default is None else str(default))
    if not text.isascii() or not text.isdigit() or len(text) > 9:
        raise _Damaged(element, f"{name} is no number")
    return int(text)


def _child_text(element: etree._Element, name: str) -> str:
    child = element.find(name)
    return "" if child is None else _text(child)


def _text(element: etree._Element) -> str:
    text: str = element.text or ""
    if element.get(JSON_FORM[0]) != JSON_FORM[1]:
        return text
    try:
        restored = json.loads(text)
    except ValueError:
        return text
    return restored if isinstance(restored, str) else text
