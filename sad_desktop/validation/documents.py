"""Rules of attached documents and licences: box 44 (RULES, section D)."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from types import MappingProxyType

from sad_desktop.declaration.draft import Rows
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Document
from sad_desktop.declaration.values import show_number
from sad_desktop.tariff.book import TariffLine
from sad_desktop.tariff.demanded import demands, unmet
from sad_desktop.tariff.lookup import words
from sad_desktop.validation.case import Case, ItemCase
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

ZERO = Decimal(0)
INVOICE, PROFORMA = "380", "325"
COPY = frozenset(words("copy photocopy صورة نسخة"))
"""Words that say of a document that it is no original."""


def required_documents(case: Case) -> Iterator[Finding]:
    """D-01: what tariff line, model and procedure demand is attached (S3-076, CDS40045).

    What is attached to item 1 counts for all.
    """
    ones = {one.key: one for one in case.items}
    wanted = demands(case.declaration, lambda item: _line(ones, item), case.fact)
    for demand in unmet(case.declaration, wanted):
        entry = case.entry("documents", demand.code)
        name = entry.en if entry is not None else demand.code
        place = ones[demand.key].place("additional_information")
        yield case.finding("D-01", place, v=demand.code, name=name, rule=demand.rule)


def incomplete(case: Case) -> Iterator[Finding]:
    """D-02: an attached document has its reference and date (S3-121)."""
    if case.is_neutral:
        return
    for one, index, row in _rows(case):
        if not row.document_code or (row.reference and row.issued):
            continue
        name = "issued" if row.reference else "reference"
        yield case.finding("D-02", one.row(Rows.DOCUMENTS, index, name), v=row.document_code)


def unusual_date(case: Case) -> Iterator[Finding]:
    """D-03: documents are made before the declaration, within some years.

    The flag ``document_years`` says how many (2).
    """
    years = int(case.flag("document_years", "2"))
    oldest = case.day - timedelta(days=365 * years)
    for one, index, row in _rows(case):
        day = row.issued
        if day is not None and not oldest <= day <= case.day:
            place = one.row(Rows.DOCUMENTS, index, "issued")
            yield case.finding("D-03", place, v=row.document_code, date=_shown(day))


def repeated(case: Case) -> Iterator[Finding]:
    """D-04: a document is attached to an item once (CDS71200)."""
    for one in case.items:
        rows = one.item.documents
        if len(rows) < 2:
            continue
        seen: set[tuple[str, str]] = set()
        for index, row in enumerate(rows):
            own = (row.document_code, row.reference)
            if own in seen and row.reference:
                place = one.row(Rows.DOCUMENTS, index, "reference")
                yield case.finding("D-04", place, v=row.document_code)
            seen.add(own)


def without_copy(case: Case) -> Iterator[Finding]:
    """D-05: a digital copy of every document is kept (S3-119)."""
    files = case.register.files
    if files is None:
        return
    for one, index, row in _rows(case):
        if row.reference and (row.document_code, row.reference) not in files:
            place = one.row(Rows.DOCUMENTS, index, "reference")
            yield case.finding("D-05", place, v=row.document_code)


def large_copy(case: Case) -> Iterator[Finding]:
    """D-06: a digital copy is no larger than the country takes (S3-120).

    The flag ``document_bytes`` is the limit.
    """
    limit = int(case.flag("document_bytes", "0"))
    files = case.register.files
    if not files or not limit:
        return
    for one, index, row in _rows(case):
        size = files.get((row.document_code, row.reference), 0)
        if size > limit:
            place = one.row(Rows.DOCUMENTS, index, "reference")
            shown, most = f"{size:,}", f"{limit:,}"
            yield case.finding("D-06", place, v=row.document_code, size=shown, max=most)


def licence_left(case: Case) -> Iterator[Finding]:
    """D-07: the licence still covers what all items deduct from it (CDS70761)."""
    licences = case.register.licences
    if not licences:
        return
    used: dict[str, tuple[Decimal, Decimal]] = {}
    for one in case.items:
        number = one.item.licence_number
        licence = licences.get(number)
        if licence is None:
            continue
        value, quantity = used.get(number, (ZERO, ZERO))
        value += one.item.licence_value or ZERO
        quantity += one.item.licence_quantity or ZERO
        used[number] = (value, quantity)
        for name, total, left in (
            ("licence_value", value, licence.value_left),
            ("licence_quantity", quantity, licence.quantity_left),
        ):
            if left is not None and total > left:
                yield case.finding("D-07", one.place(name), v=number, n=show_number(left))
                break


def expired_licence(case: Case) -> Iterator[Finding]:
    """D-08: licences and documents are valid on the day of the declaration (CDS12006)."""
    for one, index, row in _rows(case):
        until = row.valid_until
        if until is not None and until < case.day:
            place = one.row(Rows.DOCUMENTS, index, "valid_until")
            named = row.reference or row.document_code
            yield case.finding("D-08", place, v=named, date=_shown(until))
    licences = case.register.licences
    if not licences:
        return
    for one in case.items:
        licence = licences.get(one.item.licence_number)
        if licence is None or licence.valid_until is None or licence.valid_until >= case.day:
            continue
        place, number = one.place("licence_number"), one.item.licence_number
        yield case.finding("D-08", place, v=number, date=_shown(licence.valid_until))


def undertaking(case: Case) -> Iterator[Finding]:
    """D-09: a copy instead of the original is an undertaking for some days (S4-0101).

    A proforma without an invoice, or a document whose name says copy; the flag
    ``undertaking_days`` is the time (90).
    """
    until = case.on + timedelta(days=int(case.flag("undertaking_days", "90")))
    has_invoice = any(row.document_code == INVOICE for _, _, row in _rows(case))
    for one, index, row in _rows(case):
        is_proforma = row.document_code == PROFORMA and not has_invoice
        if is_proforma or (row.name and not COPY.isdisjoint(words(row.name))):
            place = one.row(Rows.DOCUMENTS, index, "document_code")
            yield case.finding("D-09", place, date=_shown(until))


def _line(ones: Mapping[int, ItemCase], item: Item) -> TariffLine | None:
    one = ones.get(item.key)
    return one.line if one is not None else None


def _rows(case: Case) -> Iterator[tuple[ItemCase, int, Document]]:
    for one in case.items:
        for index, row in enumerate(one.item.documents):
            yield one, index, row


def _shown(day: date) -> str:
    return day.strftime("%d/%m/%Y")


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "D-01": required_documents,
        "D-02": incomplete,
        "D-03": unusual_date,
        "D-04": repeated,
        "D-05": without_copy,
        "D-06": large_copy,
        "D-07": licence_left,
        "D-08": expired_licence,
        "D-09": undertaking,
    }
)
