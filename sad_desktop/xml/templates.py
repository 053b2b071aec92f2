"""Make a template of a declaration: what belongs to one shipment is cleared, the rest stays."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from sad_desktop.declaration.draft import ROW_TYPES, Draft, Place, Rows
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.declaration.rows import Document
from sad_desktop.declaration.status import Status
from sad_desktop.declaration.values import Value, is_empty

_Holder = TypeVar("_Holder", Declaration, Item, Document)

SHIPMENT = frozenset(
    {
        *("registration_serial", "registration_number", "registration_day"),
        *("assessment_serial", "assessment_number", "assessment_day"),
        *("receipt_serial", "receipt_number", "receipt_day"),
        *("reference_year", "reference_number", "declaration_day"),
        *("manifest", "manifest_day", "arrival_identity", "border_identity", "has_containers"),
        *("bank_reference", "principal_day", "guarantee_day", "control_result", "seals_number"),
        *("seals_identity", "time_limit", "control_officer", "transhipments", "incidents"),
    }
)
"""Fields of the general segment that say something of one shipment only."""
ITEM_SHIPMENT = frozenset(
    {
        *("container_1", "container_2", "container_3", "container_4"),
        *("summary_declaration", "summary_declaration_line", "previous_document"),
        *("licence_number", "licence_value", "licence_quantity"),
    }
)
DOCUMENT_SHIPMENT = frozenset({"reference", "issued", "valid_until"})
AMOUNTS = frozenset(
    {"invoice_amount", "exchange_rate", *COSTS, *(f"{cost}_rate" for cost in COSTS)}
)
ITEM_AMOUNTS = frozenset({"invoice_amount", "retail_price", *COSTS})
MASSES = frozenset({"total_gross_mass"})
ITEM_MASSES = frozenset(
    {
        *("gross_mass", "net_mass", "package_count"),
        *("unit_1_quantity", "unit_2_quantity", "unit_3_quantity"),
    }
)
_REMOVED_ROWS = (Rows.PREVIOUS, Rows.TAXES)


def clear_shipment(
    draft: Draft, keep_amounts: bool = False, keep_masses: bool = False
) -> tuple[Draft, tuple[Place, ...]]:
    """Return a draft for the next shipment of the kind, and the fields that were cleared in it.

    Amounts with their exchange rates, and masses with quantities, stay when asked for. The file
    it came from and that file's own figures are let go: nothing of them may travel on.
    """
    header = SHIPMENT | (frozenset() if keep_amounts else AMOUNTS)
    header |= frozenset() if keep_masses else MASSES
    of_item = ITEM_SHIPMENT | (frozenset() if keep_amounts else ITEM_AMOUNTS)
    of_item |= frozenset() if keep_masses else ITEM_MASSES
    cleared = tuple(_cleared(draft, header, of_item))
    declaration = replace(
        _blanked(draft.declaration, header),
        items=tuple(_blanked_item(item, of_item) for item in draft.declaration.items),
        containers=(),
    )
    gone = frozenset(cleared)
    return (
        Draft(
            declaration=declaration,
            rejected={place: text for place, text in draft.rejected.items() if place not in gone},
            filled=draft.filled - gone,
            status=Status.DRAFT,
            profile=draft.profile,
        ),
        cleared,
    )


def _cleared(draft: Draft, header: Collection[str], of_item: Collection[str]) -> Iterator[Place]:
    """Yield the fields that hold something and are to be cleared, in the order of the form."""
    yield from _standing(draft, draft.declaration, Place(""), header)
    for row, container in enumerate(draft.declaration.containers):
        yield from _standing(draft, container, Place("", 0, Rows.CONTAINERS, row), None)
    for item in draft.declaration.items:
        yield from _standing(draft, item, Place("", item.key), of_item)
        for row, document in enumerate(item.documents):
            place = Place("", item.key, Rows.DOCUMENTS, row)
            yield from _standing(draft, document, place, DOCUMENT_SHIPMENT)
        for rows in _REMOVED_ROWS:
            for row, holder in enumerate(getattr(item, rows)):
                yield from _standing(draft, holder, Place("", item.key, rows, row), None)


def _standing(
    draft: Draft, holder: object, place: Place, names: Collection[str] | None
) -> Iterator[Place]:
    model: type = ROW_TYPES[place.rows] if place.rows else Item if place.item else Declaration
    for name in definitions(model):
        if names is not None and name not in names:
            continue
        found = replace(place, field=name)
        value: Value = getattr(holder, name)
        is_standing = not is_empty(value) and value is not False
        if is_standing or found in draft.rejected or found in draft.filled:
            yield found


def _blanked_item(item: Item, names: Collection[str]) -> Item:
    documents = tuple(_blanked(document, DOCUMENT_SHIPMENT) for document in item.documents)
    blanked = _blanked(item, names)
    return replace(blanked, documents=documents, previous_declarations=(), manual_taxes=())


def _blanked(holder: _Holder, names: Collection[str]) -> _Holder:
    model: type = type(holder)
    blanks: dict[str, Any] = {
        name: _BLANKS.get(definition.kind)
        for name, definition in definitions(model).items()
        if name in names
    }
    return replace(holder, **blanks)


_BLANKS: dict[Kind, Value] = {Kind.TEXT: "", Kind.LINES: "", Kind.CODE: "", Kind.FLAG: False}
