"""Rules of boxes as such: required ones, codes of lists, and what could not be judged.

F-02 and F-03 stand where no rule of the catalogue does; I-01 to I-03 say what was left out.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from operator import attrgetter
from types import MappingProxyType

from sad_desktop.declaration.draft import ROW_TYPES, Place, Rows
from sad_desktop.declaration.fields import FieldDef, definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.declaration.values import is_empty
from sad_desktop.tariff.behaviour import HEADER_RULES, ITEM_RULES, state_of
from sad_desktop.tariff.behaviour_circumstances import (
    PREVIOUS,
    Flow,
    ItemCircumstances,
    StateKind,
)
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

OWN_RULE = frozenset(
    {
        *("declaration_type", "general_procedure", "office_code", "reference_number"),
        *("exporter_code", "consignee_code", "declarant_code", "payer_code"),
        *("delivery_terms", "delivery_place", "border_mode", "bank_name"),
        *("export_country", "destination_country", "origin_country"),
        *("invoice_currency", "exchange_rate", "total_gross_mass"),
        *(f"{block}_{part}" for block in COSTS for part in ("currency", "rate")),
        *("warehouse", "warehouse_days", "previous_document", "specification"),
        *("gross_mass", "net_mass", "package_count", "marks_1"),
        *("unit_1_quantity", "unit_2_quantity", "unit_3_quantity"),
    }
)
"""Fields whose emptiness a rule of the catalogue judges."""

IN_REGISTER = frozenset({"manifests", "bills", "suppliers", "dossiers"})
"""Lists the office keeps itself; they are no lists of the tariff book."""

HEADER_NAMES = tuple(
    name for name in definitions(Declaration) if name in HEADER_RULES and name not in OWN_RULE
)
REQUIRED_OF_ITEMS = (
    "package_kind",
    "commercial_description",
    "commodity_code",
    "procedure",
    "invoice_amount",
    "valuation_method",
    "adjustment",
    "previous_warehouse",
)
"""The other fields of an item that can be required."""

OWN_CODE_RULE = frozenset(
    {"models", "companies", "offices", "countries", "currencies", "incoterms", "tariff",
     "specifications", "preferences", "procedures", "extended_codes", "accounts", "warehouses",
     "banks", "locations", "apportionments"}
)  # fmt: skip
"""Lists whose unknown codes a rule of the catalogue tells."""

_BORDER_MODE = "border_mode"


def required_boxes(case: Case) -> Iterator[Finding]:
    """F-02: a box the country wants is not empty (behaviour of the boxes)."""
    if case.is_neutral:
        return
    kept = case.declaration
    for name in HEADER_NAMES:
        place = Place(name)
        if name == "exporter_name" and case.flow is Flow.IMPORT:
            continue  # H-04 tells it
        if is_empty(getattr(kept, name)) and _is_required(case, place):
            yield _wanted(case, place)
    for name in REQUIRED_OF_ITEMS:
        if name == "previous_warehouse" and not case.around.warehouses(PREVIOUS):
            continue
        read = attrgetter(name)
        blank = [one for one in case.items if not read(one.item) and is_empty(read(one.item))]
        for one in blank:
            around = ItemCircumstances(around=case.around, item=one.item, line=one.line)
            if ITEM_RULES[name](around).kind is StateKind.REQUIRED:
                place = one.place(name)
                yield _wanted(case, place)


def _wanted(case: Case, place: Place) -> Finding:
    """Return the finding of an empty box, called as the country calls it."""
    box = place.definition().box
    title = case.profile.titles.get(box)
    if title is None:
        return case.finding("F-02", place, box=box, field=place.field)
    return case.finding("F-02", place, box=box, field=title.en, field_ar=title.ar)


def codes_of_lists(case: Case) -> Iterator[Finding]:
    """F-03: a code is in its list, where no rule of the catalogue says so."""
    for place, field, code in _codes(case):
        if field.lookup in OWN_CODE_RULE or field.name == _BORDER_MODE:
            continue
        if case.is_unknown(field.lookup, code):
            yield case.finding("F-03", place, box=field.box, v=code)


def open_lists(case: Case) -> Iterator[Finding]:
    """I-01: a list that is empty or only suggests leaves codes unchecked; told once for a list."""
    told: set[str] = set()
    for place, field, code in _codes(case):
        name = field.lookup
        if name in told or case.knows(name):
            continue
        told.add(name)
        yield case.finding("I-01", place, field=field.name, v=code)


def open_patterns(case: Case) -> Iterator[Finding]:
    """I-02: a form the profile leaves open is not checked; told once for a form."""
    if not case.profile.reference_pattern and case.declaration.reference_number:
        yield case.finding("I-02", Place("reference_number"), field="reference_number")
    if not case.profile.dated_code_lengths:
        coded = next((one for one in case.items if one.item.commodity_code), None)
        if coded is not None:
            place = coded.place("commodity_code")
            yield case.finding("I-02", place, field="commodity_code")


def open_boxes(case: Case) -> Iterator[Finding]:
    """I-03: a profile of no country does not say which boxes are wanted."""
    if case.is_neutral:
        yield case.finding("I-03", Place("declaration_type"))


def _is_required(case: Case, place: Place) -> bool:
    return state_of(place, case.around).kind is StateKind.REQUIRED


def _listed(case: Case, list_name: str, code: str) -> str:
    """Return the code a list would hold: a model is type and general procedure together."""
    return code + case.declaration.general_procedure if list_name == "models" else code


def _codes(case: Case) -> Iterator[tuple[Place, FieldDef, str]]:
    """Return codes that are not in their list, with their places, for F-03 and I-01."""
    for field in _looked_up(Declaration):
        code = _listed(case, field.lookup, getattr(case.declaration, field.name))
        if code and case.entry(field.lookup, code) is None:
            yield Place(field.name), field, code
    for field in _looked_up(Item):
        if field.lookup in OWN_CODE_RULE and case.knows(field.lookup):
            continue
        name, codes = field.name, case.values(field.name)
        unknown = {code for code in codes if code and case.entry(field.lookup, code) is None}
        for one in case.items if unknown else ():
            if getattr(one.item, name) in unknown:
                yield one.place(name), field, getattr(one.item, name)
    for rows in (Rows.DOCUMENTS, Rows.PREVIOUS):
        yield from _codes_of_rows(case, rows)
    for field in _looked_up(ROW_TYPES[Rows.CONTAINERS]):
        for listed in case.containers:
            code = getattr(listed.row, field.name)
            if code and case.entry(field.lookup, code) is None:
                yield listed.place(field.name), field, code


def _codes_of_rows(case: Case, rows: Rows) -> Iterator[tuple[Place, FieldDef, str]]:
    fields = _looked_up(ROW_TYPES[rows])
    read = attrgetter(str(rows))
    for one in [one for one in case.items if read(one.item)]:
        for index, row in enumerate(read(one.item)):
            for field in fields:
                code = getattr(row, field.name)
                if code and case.entry(field.lookup, code) is None:
                    yield one.row(rows, index, field.name), field, code


@cache
def _looked_up(model: type) -> tuple[FieldDef, ...]:
    return tuple(
        field
        for field in definitions(model).values()
        if field.lookup and field.lookup not in IN_REGISTER
    )


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "F-02": required_boxes,
        "F-03": codes_of_lists,
        "I-01": open_lists,
        "I-02": open_patterns,
        "I-03": open_boxes,
    }
)
