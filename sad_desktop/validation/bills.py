"""Rules of manifest and bills of lading: boxes A and 40 (RULES, section M)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.brokerage.register import Bill
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.tariff.lookup import normalise
from sad_desktop.validation.case import Case, ItemCase
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

ZERO = Decimal(0)
BILL = "summary_declaration"


def manifest(case: Case) -> Iterator[Finding]:
    """M-01: the manifest is known, and keyed where the office asks for it (S3-011).

    An office asks for it by the fact ``manifest`` of its list, a country by the flag
    ``manifest``: "required".
    """
    kept, place = case.declaration, Place("manifest")
    required = case.fact("offices", kept.office_code, "manifest") or case.flag("manifest")
    if not kept.manifest:
        if required in ("yes", "required"):
            yield case.finding("M-01.missing", place, office=kept.office_code)
        return
    known = case.register.manifests
    if known is not None and kept.manifest not in known:
        yield case.finding("M-01", place, v=kept.manifest)


def bill_of_manifest(case: Case) -> Iterator[Finding]:
    """M-02: the bill of lading is one of the manifest's (S3-013)."""
    known, number = case.register.manifests, case.declaration.manifest
    if not known or number not in known:
        return
    for one in case.items:
        bill = one.item.summary_declaration
        if bill and bill not in known[number]:
            yield case.finding("M-02", one.place(BILL), v=bill, m=number)


def packages_left(case: Case) -> Iterator[Finding]:
    """M-03: no more packages are declared than the bill has left (S3-014)."""
    for number, bill, items in _used_bills(case):
        declared = sum((one.item.package_count or ZERO for one in items), ZERO)
        left = bill.packages_left
        if left is not None and declared > left:
            shown, limit = show_number(declared), show_number(left)
            yield case.finding("M-03", items[0].place(BILL), v=number, v1=shown, v2=limit)


def mass_left(case: Case) -> Iterator[Finding]:
    """M-04: no more mass is declared than the bill has left (S3-014)."""
    for number, bill, items in _used_bills(case):
        declared = sum((one.item.gross_mass or ZERO for one in items), ZERO)
        left = bill.mass_left
        if left is not None and declared > left:
            shown, limit = show_number(declared), show_number(left)
            yield case.finding("M-04", items[0].place(BILL), v=number, v1=shown, v2=limit)


def consignee_of_bill(case: Case) -> Iterator[Finding]:
    """M-05: the goods are declared by the consignee of the bill (S3)."""
    kept = case.declaration
    own = (normalise(kept.consignee_code), *map(normalise, kept.consignee_name.split("\n")))
    for number, bill, items in _used_bills(case):
        if bill.consignee and normalise(bill.consignee) not in own:
            yield case.finding("M-05", items[0].place(BILL), v=number, v2=bill.consignee)


def packages_remain(case: Case) -> Iterator[Finding]:
    """M-06: packages of the bill that nobody declares yet are pointed out (S3)."""
    for number, bill, items in _used_bills(case):
        declared = sum((one.item.package_count or ZERO for one in items), ZERO)
        left = bill.packages_left
        if left is not None and declared < left:
            remain = show_number(left - declared)
            yield case.finding("M-06", items[0].place(BILL), v=number, n=remain)


def bill_used(case: Case) -> Iterator[Finding]:
    """M-07: no other open declaration uses the bill."""
    users = [other for other in case.register.earlier if other.is_open]
    if not users:
        return
    for number, items in _bills(case).items():
        plain = plain_number(number)
        for other in users:
            if plain in other.bills:
                place = items[0].place(BILL)
                yield case.finding(
                    "M-07", place, v=number, id=other.case.title, cases=(other.case,)
                )


def _bills(case: Case) -> dict[str, list[ItemCase]]:
    """Return the items of each bill, in the order of the items."""
    grouped: dict[str, list[ItemCase]] = {}
    for one in case.items:
        number = one.item.summary_declaration
        if number:
            grouped.setdefault(number, []).append(one)
    return grouped


def _used_bills(case: Case) -> Iterator[tuple[str, Bill, list[ItemCase]]]:
    known = case.register.bills
    if not known:
        return
    for number, items in _bills(case).items():
        if number in known:
            yield number, known[number], items


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "M-01": manifest,
        "M-02": bill_of_manifest,
        "M-03": packages_left,
        "M-04": mass_left,
        "M-05": consignee_of_bill,
        "M-06": packages_remain,
        "M-07": bill_used,
    }
)
