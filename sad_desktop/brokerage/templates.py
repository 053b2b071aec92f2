"""Templates: what belongs to one shipment is cleared when one is used, the rest stays."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, TypeVar

from sad_desktop.declaration.draft import ROW_TYPES, Draft, Place, Rows
from sad_desktop.declaration.fields import Kind, Level, definitions
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
        "acid",
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
DOCUMENT_SHIPMENT = frozenset({"reference", "issued", "valid_until", "digital_document"})
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
_OWN = frozenset({"reference_year", "has_containers"})
PUT_IN = _OWN | {"exchange_rate", *(f"{cost}_rate" for cost in COSTS)}
"""What the program puts in itself; a rate is asked for only where the lists have none."""
_CUSTOMS_WORD = frozenset({"control_result", "control_officer", "transhipments", "incidents"})
"""Boxes that others fill on the way; nobody is asked for them at the start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What stays of a template beyond what every shipment of the kind shares.

    Amounts stand with their exchange rates, masses with quantities and packages, taxes are those
    keyed by hand.
    """

    amounts: bool = False
    masses: bool = False
    taxes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateLine:
    """One line of the shelf of templates; moments are in UTC, None: never used.

    ``last_declaration`` is the id of the last declaration made from it that was stored, "" for
    none. An ended template is offered no more.
    """

    id: str
    version: int
    name: str
    importer_code: str
    importer_name: str
    declaration_model: str
    goods: str
    item_count: int
    kept: Kept
    saved_at: datetime
    saved_by: str
    used_at: datetime | None = None
    last_declaration: str = ""
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A declaration kept as the pattern of others.

    ``rates`` are those of the tariff on the day it was saved, by commodity code and tax.
    """

    line: TemplateLine
    draft: Draft
    rates: Mapping[tuple[str, str], str] = field(default_factory=dict)


_KEEP_NOTHING = Kept()


def clear_shipment(draft: Draft, kept: Kept = _KEEP_NOTHING) -> tuple[Draft, tuple[Place, ...]]:
    """Return a draft for the next shipment of the kind, and the fields that were cleared in it.

    The file it came from and that file's own figures are let go: nothing of them may travel on.
    """
    header = SHIPMENT | (frozenset() if kept.amounts else AMOUNTS)
    header |= frozenset() if kept.masses else MASSES
    of_item = ITEM_SHIPMENT | (frozenset() if kept.amounts else ITEM_AMOUNTS)
    of_item |= frozenset() if kept.masses else ITEM_MASSES
    gone_rows = (Rows.PREVIOUS,) if kept.taxes else (Rows.PREVIOUS, Rows.TAXES)
    cleared = tuple(_cleared(draft, header, of_item, gone_rows))
    declaration = replace(
        _blanked(draft.declaration, header),
        items=tuple(_blanked_item(item, of_item, gone_rows) for item in draft.declaration.items),
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


def asked(draft: Draft, cleared: Collection[Place], kept: Kept) -> tuple[Place, ...]:
    """Return which fields a clerk fills in for the next shipment, in the order of the form.

    They are what was cleared, and what every shipment has even where the template is blank. What
    customs writes is not asked for, nor what the program puts in itself.
    """
    wanted = {place for place in cleared if _is_asked(draft, place)}
    wanted.update(_always_asked(draft, kept))
    return tuple(place for place in _form(draft) if place in wanted)


def _is_asked(draft: Draft, place: Place) -> bool:
    if place.rows is Rows.CONTAINERS:
        return place.field == "identity"
    if place.rows is Rows.DOCUMENTS:
        return True
    if place.rows is not None or place.field in _CUSTOMS_WORD | _OWN:
        return False
    if place.field.startswith("container_") and draft.declaration.containers:
        return False
    return place.definition().level is not Level.OFFICIAL


def _always_asked(draft: Draft, kept: Kept) -> Iterator[Place]:
    names = ["reference_number", "manifest", "arrival_identity"]
    of_item: list[str] = []
    if not kept.amounts:
        names.append("invoice_amount")
        of_item.append("invoice_amount")
    if not kept.masses:
        of_item += ("package_count", "gross_mass", "net_mass")
    yield from (Place(name) for name in names)
    for item in draft.declaration.items:
        yield from (Place(name, item.key) for name in of_item)
        for row in range(len(item.documents)):
            yield Place("reference", item.key, Rows.DOCUMENTS, row)
            yield Place("issued", item.key, Rows.DOCUMENTS, row)


def _form(draft: Draft) -> Iterator[Place]:
    """Yield the places that may be asked for, in the order of the form."""
    yield from (Place(name) for name in definitions(Declaration))
    for row in range(len(draft.declaration.containers)):
        yield Place("identity", 0, Rows.CONTAINERS, row)
    for item in draft.declaration.items:
        yield from (Place(name, item.key) for name in definitions(Item))
        for row in range(len(item.documents)):
            for name in definitions(Document):
                yield Place(name, item.key, Rows.DOCUMENTS, row)


def _cleared(
    draft: Draft, header: Collection[str], of_item: Collection[str], gone_rows: Collection[Rows]
) -> Iterator[Place]:
    """Yield the fields that hold something and are to be cleared, in the order of the form."""
    yield from _standing(draft, draft.declaration, Place(""), header)
    for row, container in enumerate(draft.declaration.containers):
        yield from _standing(draft, container, Place("", 0, Rows.CONTAINERS, row), None)
    for item in draft.declaration.items:
        yield from _standing(draft, item, Place("", item.key), of_item)
        for row, document in enumerate(item.documents):
            place = Place("", item.key, Rows.DOCUMENTS, row)
            yield from _standing(draft, document, place, DOCUMENT_SHIPMENT)
        for rows in gone_rows:
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


def _blanked_item(item: Item, names: Collection[str], gone_rows: Collection[Rows]) -> Item:
    documents = tuple(_blanked(document, DOCUMENT_SHIPMENT) for document in item.documents)
    changes: dict[str, Any] = {str(rows): () for rows in gone_rows}
    return replace(_blanked(item, names), documents=documents, **changes)


def _blanked(holder: _Holder, names: Collection[str]) -> _Holder:
    model: type = type(holder)
    blanks: dict[str, Any] = {
        name: _BLANKS.get(definition.kind)
        for name, definition in definitions(model).items()
        if name in names
    }
    return replace(holder, **blanks)


_BLANKS: dict[Kind, Value] = {Kind.TEXT: "", Kind.LINES: "", Kind.CODE: "", Kind.FLAG: False}
