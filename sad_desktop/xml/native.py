"""The program's own file: a draft whole, without loss, made from the definitions of its fields.

Blank fields are left out; numbers keep their spelling, days are year-month-day. A text XML cannot
hold is written as a JSON string.
"""

import base64
import json
from collections.abc import Iterable

from lxml import etree

from sad_desktop.declaration.draft import Draft, Place, Rows, Source
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.figures import CostFigure, Figures, HeaderFigures, ItemFigures
from sad_desktop.declaration.values import Value
from sad_desktop.xml.spelling import NOT_XML

DIALECT = "sad-desktop"
ROOT = "SadDesktopDeclaration"
VERSION = 1

COST_KINDS = {
    "foreign": Kind.AMOUNT,
    "currency": Kind.CODE,
    "rate": Kind.RATE,
    "national": Kind.AMOUNT,
}
TAX_KINDS = {
    "tax_code": Kind.CODE,
    "base": Kind.AMOUNT,
    "rate": Kind.RATE,
    "amount": Kind.AMOUNT,
    "mode_of_payment": Kind.CODE,
}
JSON_FORM = ("form", "json")
_PART = 3 * 250_000
"""Bytes of a source per element: a parser refuses texts of more than ten million letters."""


def write(draft: Draft, figures: Figures | None = None) -> bytes:  # noqa: ARG001 - see below
    """Return the file of a draft; computed figures are not part of it, they are computed anew."""
    root = etree.Element(ROOT, version=str(VERSION), status=str(draft.status))
    _put(root, "profile", draft.profile)
    declaration = etree.SubElement(root, "declaration")
    _put_fields(declaration, draft.declaration)
    for item in draft.declaration.items:
        element = etree.SubElement(declaration, "item", key=str(item.key))
        _put_fields(element, item)
        for rows in (Rows.DOCUMENTS, Rows.PREVIOUS, Rows.TAXES):
            _put_rows(element, rows, getattr(item, rows))
    _put_rows(declaration, Rows.CONTAINERS, draft.declaration.containers)
    for place, text in draft.rejected.items():
        _put_place(root, "rejected", place).append(_element("text", text))
    for place in sorted(draft.filled, key=_rank):
        _put_place(root, "filled", place)
    if draft.source is not None:
        _put_source(root, draft.source)
    if draft.declared is not None:
        _put_declared(root, draft.declared)
    etree.indent(root, space=" ")
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return written + b"\n"


def _put_fields(parent: etree._Element, holder: object) -> None:
    model: type = type(holder)
    for name in definitions(model):
        _put(parent, name, _spelled(getattr(holder, name)))


def _put_rows(parent: etree._Element, rows: Rows, holders: Iterable[object]) -> None:
    for holder in holders:
        element = etree.SubElement(parent, str(rows))
        if rows is Rows.CONTAINERS:
            element.set("item", str(getattr(holder, "item_key", 0)))
        _put_fields(element, holder)


def _put_place(parent: etree._Element, name: str, place: Place) -> etree._Element:
    element = etree.SubElement(parent, name, field=place.field, item=str(place.item))
    if place.rows is not None or place.row:
        element.set("rows", str(place.rows or ""))
        element.set("row", str(place.row))
    return element


def _put_source(parent: etree._Element, source: Source) -> None:
    keys = " ".join(str(key) for key in source.keys)
    element = etree.SubElement(parent, "source", keys=keys)
    _put(element, "dialect", source.dialect)
    _put(element, "name", source.name)
    for start in range(0, len(source.content), _PART):
        part = base64.b64encode(source.content[start : start + _PART])
        element.append(_element("part", part.decode("ascii")))


def _put_declared(parent: etree._Element, declared: Figures) -> None:
    element = etree.SubElement(parent, "declared")
    _put_figures(etree.SubElement(element, "header"), declared.header)
    for key, figures in declared.items:
        of_item = etree.SubElement(element, "item", key=str(key))
        _put_figures(of_item, figures)
        for tax in figures.taxes:
            line = etree.SubElement(of_item, "tax")
            for name in TAX_KINDS:
                _put(line, name, _spelled(getattr(tax, name)))


def _put_figures(parent: etree._Element, figures: HeaderFigures | ItemFigures) -> None:
    _put_fields(parent, figures)
    for name in COST_NAMES:
        cost: CostFigure = getattr(figures, name)
        if cost != _NO_COST:
            element = etree.SubElement(parent, name)
            for part in COST_KINDS:
                _put(element, part, _spelled(getattr(cost, part)))


def _put(parent: etree._Element, name: str, text: str) -> None:
    if text:
        parent.append(_element(name, text))


def _element(name: str, text: str) -> etree._Element:
    element = etree.Element(name)
    if NOT_XML.search(text):
        element.set(*JSON_FORM)
        text = json.dumps(text)
    element.text = text
    return element


def _spelled(value: Value) -> str:
    if value is None or value is False:
        return ""
    return "1" if value is True else str(value)


def _rank(place: Place) -> tuple[int, str, int, str]:
    return place.item, str(place.rows or ""), place.row, place.field


COST_NAMES = (
    "invoice",
    "external_freight",
    "internal_freight",
    "insurance",
    "other_costs",
    "deductions",
)
_NO_COST = CostFigure()
