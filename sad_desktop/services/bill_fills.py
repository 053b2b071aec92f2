"""What of a voyage or a bill of lading follows in a declaration: values for its fields (S3-013)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from sad_desktop.brokerage.companies import Company
from sad_desktop.brokerage.manifests import NOTHING, BillBalance, Manifest, wanted
from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.values import Value

_CONTAINERS = ("container_1", "container_2", "container_3", "container_4")
_MARKS = 70

Filled = Iterator[tuple[Place, Value]]


def of_manifest(manifest: Manifest, date_kind: str) -> Filled:
    """Yield what follows from a voyage; ``date_kind`` is the profile's ``manifest_date``."""
    yield Place("manifest"), manifest.voyage
    day = manifest.day(date_kind)
    if day is not None:
        yield Place("manifest_day"), day
    header: Mapping[str, str] = {
        "office_code": manifest.office,
        "arrival_identity": manifest.vessel,
        "arrival_nationality": manifest.nationality,
        "border_mode": manifest.mode,
    }
    for name, text in header.items():
        if text:
            yield Place(name), text


def of_bill(draft: Draft, key: int, balance: BillBalance) -> Filled:
    """Yield what follows from a bill in an item: what no other declaration or item uses of it.

    Goods that more items share are left to them: an item gets the rest.
    """
    bill = balance.bill
    others = tuple(item for item in draft.declaration.items if item.key != key)
    declared = wanted(replace(draft.declaration, items=others))
    used = declared.get(plain_number(bill.number), NOTHING)
    yield Place("summary_declaration", key), bill.number
    yield from _rest(Place("package_count", key), balance.packages_left, used.packages)
    yield from _rest(Place("gross_mass", key), balance.mass_left, used.mass)
    texts: Mapping[str, str] = {
        "package_kind": bill.package_kind,
        "marks_1": " ".join(bill.marks.split())[:_MARKS],
        "commercial_description": bill.goods,
    }
    for name, text in texts.items():
        if text:
            yield Place(name, key), text
    if len(bill.containers) <= len(_CONTAINERS):
        for name, container in zip(_CONTAINERS, bill.containers, strict=False):
            yield Place(name, key), container.identity
    if bill.consignee_code:
        yield Place("consignee_code"), bill.consignee_code
    if bill.loading_place:
        yield Place("loading_place"), bill.loading_place


def _rest(place: Place, left: Decimal | None, used: Decimal) -> Filled:
    if left is not None and left > used:
        yield place, left - used


def of_supplier(company: Company, language: str) -> Filled:
    """Yield what follows from an importer's supplier in boxes 2 and 15 (S3-007)."""
    yield Place("exporter_name"), company.text(language)
    if company.country:
        yield Place("export_country"), company.country
