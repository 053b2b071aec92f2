"""Which of a file's own figures an edit has made stale, and what stands in their place."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from decimal import Decimal
from typing import Any, TypeVar

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import (
    CostFigure,
    Figures,
    HeaderFigures,
    ItemFigures,
)
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import page_count
from sad_desktop.declaration.model import COSTS, Declaration

ITEMS = "items"
"""Stands for items added or removed, beside the names of edited fields."""
_BY_WEIGHT = "1"
_Some = TypeVar("_Some", HeaderFigures, ItemFigures)

_COST_FIELDS = frozenset(
    name for cost in COSTS for name in (cost, f"{cost}_currency", f"{cost}_rate")
)
VALUE_FIELDS = _COST_FIELDS | {
    *("invoice_currency", "invoice_amount", "exchange_rate", "apportionment", "adjustment"),
    ITEMS,
}
TAX_FIELDS = VALUE_FIELDS | {
    *("declaration_type", "general_procedure", "certificate_of_origin", "payment_account"),
    *("office_code", "border_mode", "trading_country", "export_country", "destination_country"),
    *("delivery_terms", "consignee_code", "manifest_day", "documents"),
    *("commodity_code", "commodity_precision", "commodity_additional_1"),
    *("commodity_additional_2", "commodity_national", "specification", "origin_country"),
    *("preference", "procedure", "extended_code", "quota", "gross_mass", "net_mass"),
    *("unit_1", "unit_1_quantity", "unit_2", "unit_2_quantity", "unit_3", "unit_3_quantity"),
    *("retail_price", "sugar_content", "manual_taxes"),
}
_COST_FIGURES = ("invoice", *COSTS)
_Groups = tuple[tuple[tuple[str, ...], frozenset[str]], ...]
_HEADER_GROUPS: _Groups = (
    (("form_total", "item_count"), frozenset({ITEMS})),
    (("package_count",), frozenset({ITEMS, "package_count"})),
    (("total_mass",), frozenset({ITEMS, "gross_mass"})),
    (("origin_name",), frozenset({ITEMS, "origin_country"})),
    (("value_details", "total_costs", "cif", "total_invoice", *_COST_FIGURES), VALUE_FIELDS),
    (("payment_mode", "guarantee", "fees", "total_taxes"), TAX_FIELDS),
)
_ITEM_GROUPS: _Groups = (
    (("statistical_value", "alpha", "total_costs", "cif", *_COST_FIGURES), VALUE_FIELDS),
    (("taxes_total", "taxes_mode", "taxes"), TAX_FIELDS),
)


def current_figures(original: Draft, draft: Draft, computed: Figures | None) -> Figures:
    """Return the file's own figures, with those an edit made stale taken from the computed.

    Where nothing was computed, only what can be counted is brought up to date.
    """
    declared = draft.declared or Figures()
    edited = edited_fields(original, draft)
    if not edited:
        return declared
    fresh = counted(draft.declaration, computed)
    header = _renewed(declared.header, fresh.header, _stale_names(_HEADER_GROUPS, edited))
    if computed is None:
        return replace(declared, header=header)
    own, anew = dict(declared.items), dict(fresh.items)
    names = _stale_names(_ITEM_GROUPS, edited)
    return Figures(
        header=header,
        items=tuple(
            (key, _renewed(own[key], anew[key], names))
            if key in own and key in anew
            else (key, anew.get(key) or own.get(key) or ItemFigures())
            for key in (item.key for item in draft.declaration.items)
        ),
    )


def counted(declaration: Declaration, computed: Figures | None) -> Figures:
    """Return computed figures with what can be counted where it was not computed."""
    figures = computed or Figures()
    items = declaration.items
    header = figures.header
    counts: dict[str, Any] = {
        "form_number": 1,
        "form_total": page_count(len(items)),
        "item_count": len(items),
        "package_count": _sum(item.package_count for item in items),
        "total_mass": _sum(item.gross_mass for item in items),
    }
    missing = {name: count for name, count in counts.items() if getattr(header, name) is None}
    return replace(figures, header=replace(header, **missing))


def edited_fields(original: Draft, draft: Draft) -> frozenset[str]:
    """Return the names of the fields in which a draft differs from the file it came from."""
    edited = set(_differing(original.declaration, draft.declaration, _HEADER_NAMES))
    source = draft.source or original.source
    keys = source.keys if source is not None else ()
    before = dict(zip(keys, original.declaration.items, strict=False))
    after = {item.key: item for item in draft.declaration.items}
    if before.keys() != after.keys():
        edited.add(ITEMS)
    for key in before.keys() & after.keys():
        if before[key] is not after[key] and before[key] != after[key]:
            edited.update(_differing(before[key], after[key], _ITEM_NAMES))
            if _document_codes(before[key]) != _document_codes(after[key]):
                edited.add("documents")
    if original.rejected != draft.rejected:
        places = set(original.rejected.items()) ^ set(draft.rejected.items())
        edited.update(place.field for place, _ in places)
    if "gross_mass" in edited and draft.declaration.apportionment == _BY_WEIGHT:
        edited.add("apportionment")
    return frozenset(edited)


def _stale_names(groups: _Groups, edited: frozenset[str]) -> tuple[str, ...]:
    """Return the figures that follow from edited fields."""
    return tuple(
        name for names, causes in groups if not causes.isdisjoint(edited) for name in names
    )


def _renewed(declared: _Some, fresh: _Some, names: Iterable[str]) -> _Some:
    changes: dict[str, Any] = {}
    for name in names:
        value = getattr(fresh, name)
        if isinstance(value, CostFigure):
            changes[name] = _renewed_cost(getattr(declared, name), value)
        elif value is not None and value != "":
            changes[name] = value
    return replace(declared, **changes)


def _renewed_cost(declared: CostFigure, fresh: CostFigure) -> CostFigure:
    return CostFigure(
        foreign=declared.foreign if fresh.foreign is None else fresh.foreign,
        currency=fresh.currency or declared.currency,
        rate=declared.rate if fresh.rate is None else fresh.rate,
        national=declared.national if fresh.national is None else fresh.national,
    )


def _differing(before: object, after: object, names: tuple[str, ...]) -> Iterator[str]:
    return (name for name in names if getattr(before, name) != getattr(after, name))


def _document_codes(item: Item) -> list[str]:
    return [document.document_code for document in item.documents]


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None


_HEADER_NAMES = tuple(field.name for field in fields(Declaration) if field.name != ITEMS)
_ITEM_NAMES = tuple(field.name for field in fields(Item) if field.name not in ("key", "documents"))
