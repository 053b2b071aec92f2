"""A declaration of seven items that every rule passes, and the means to put one fault into it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from sad_desktop.brokerage.register import Prefetched
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document
from sad_desktop.tariff.book import ListEntry, TariffLine
from sad_desktop.tariff.profile import Profile
from sad_desktop.tariff.profile_file import load_profile
from sad_desktop.validation.check import check
from sad_desktop.validation.findings import Finding
from sad_desktop.valuation.assess import assess
from tests.builders import MemoryBook, a_book, a_rate

DAY = date(2026, 11, 2)
EARLIER = date(2026, 10, 20)
COOKERS, CARS, RICE = "732111000000", "870322700000", "100630100000"
BILL, MANIFEST = "PHBL26110457", "2026 1098"
FIRST_CONTAINER, SECOND_CONTAINER = "CSQU3054383", "MSKU6011672"
FLAGS = {
    "manual_taxes": "allowed",
    "certificate_of_origin": "keyed",
    "missing_certificate": "fee",
    "reference_numbering": "manual",
    "manifest_date": "departure",
}


def entries(*codes: str, **facts: str) -> tuple[ListEntry, ...]:
    """Return entries of a list that share their facts."""
    return tuple(ListEntry(code=code, en=code.title(), ar=code, facts=facts) for code in codes)


LISTS: Mapping[str, tuple[ListEntry, ...]] = {
    "models": (
        *entries("IM4", flow="import"),
        *entries("IM7", flow="import", warehouse="yes", suspends="yes"),
        *entries("EX3", flow="export"),
    ),
    "offices": entries("BHKBS", modes="1"),
    "companies": (
        *entries("58411-01", "40233-02", roles="consignee exporter payer"),
        *entries("18095-04", roles="declarant payer", licence_until="2030-12-31"),
    ),
    "countries": entries("TR", "BH", "CN", "IL"),
    "currencies": entries("USD", "BHD", "EUR"),
    "incoterms": (*entries("FOB"), *entries("CIF", contains="external_freight insurance")),
    "modes": entries("1", "4"),
    "banks": entries("NBOBBHBM"),
    "locations": (*entries("KBS-CY", office="BHKBS"), *entries("BAH-CG", office="BHBAH")),
    "warehouses": entries("BIW01", days="365"),
    "accounts": (*entries("P-1001", company="58411-01"), *entries("C-2002", company="40233-02")),
    "procedures": (
        *entries("4000", "4071", models="IM4"),
        *entries("7100", models="IM7"),
        *entries("3100", models="EX3"),
    ),
    "extended_codes": (*entries("000"), *entries("E08", procedures="60")),
    "preferences": entries("GAF", origins="TR EG", documents="864"),
    "specifications": entries("CAR-N1", "CAR-U1"),
    "packages": (*entries("CT", "PK"), *entries("VR", bulk="yes")),
    "units": entries("NMB", "KGM"),
    "documents": entries("380", "705", "271", "861", "864", "2", "325", "911"),
    "valuation_methods": entries("1", "2", "6"),
    "apportionments": entries("0", "1", "2"),
}
LINES = (
    TariffLine(code=COOKERS, en="Cookers", ar="طباخات", units=("NMB",), documents=("2",)),
    TariffLine(code=CARS, en="Cars", ar="سيارات", specifications=("CAR-N1", "CAR-U1")),
    TariffLine(code=RICE, en="Rice", ar="أرز", rates={"DTY": "Free"}),
)
DOCUMENTS = (
    Document(document_code="380", reference="BH-26-1187", issued=EARLIER),
    Document(document_code="705", reference=BILL, issued=EARLIER),
    Document(document_code="861", reference="CCPIT 26-440981", issued=EARLIER),
)
CONFORMITY = Document(document_code="2", reference="G-4471", issued=EARLIER)


def profile() -> Profile:
    """Return Bahrain's profile with the switches these tests rely on."""
    return replace(load_profile("bh")[0], flags=FLAGS)


def item(key: int, **changes: Any) -> Item:
    """Return an item without fault: rice in cartons."""
    facts: dict[str, Any] = {
        "marks_1": "WAHA / BAHRAIN",
        "package_count": Decimal(20),
        "package_kind": "CT",
        "commercial_description": f"Basmati rice, grade {key}, bags of 5 kg",
        "commodity_code": RICE,
        "origin_country": "TR",
        "procedure": "4000",
        "extended_code": "000",
        "gross_mass": Decimal(110),
        "net_mass": Decimal(100),
        "summary_declaration": BILL,
        "invoice_amount": Decimal("1000.00"),
        "valuation_method": "1",
        "adjustment": Decimal(1),
    }
    return Item(key=key, **{**facts, **changes})


def items() -> tuple[Item, ...]:
    """Return seven items; their keys are not their numbers."""
    cookers = {
        "commodity_code": COOKERS,
        "commercial_description": "Gas cookers, five burners, stainless steel",
        "unit_1": "NMB",
        "unit_1_quantity": Decimal(20),
    }
    cars = {
        "commodity_code": CARS,
        "commercial_description": "Saloon cars, new, petrol",
        "package_kind": "PK",
        "specification": "CAR-N1",
    }
    return (
        item(11, documents=(*DOCUMENTS, CONFORMITY), **cookers),
        item(12, documents=(CONFORMITY,), **cookers),
        item(13, **cars),
        *(item(key) for key in (14, 15, 16, 17)),
    )


def declaration() -> Declaration:
    """Return an import for home use of seven items without fault."""
    own = items()
    return Declaration(
        declaration_type="IM",
        general_procedure="4",
        office_code="BHKBS",
        manifest=MANIFEST,
        exporter_name="Marmara Export Ltd\nIzmir, Türkiye",
        reference_year=2026,
        reference_number="T12129",
        consignee_code="58411-01",
        consignee_name="Al Waha Trading\nManama, Bahrain",
        payer_code="58411-01",
        payer_name="Al Waha Trading",
        trading_country="TR",
        certificate_of_origin="1",
        declarant_code="18095-04",
        declarant_name="Pearl Clearance",
        export_country="TR",
        destination_country="BH",
        arrival_identity="MV Bosporus",
        arrival_nationality="TR",
        border_identity="MV Bosporus",
        border_nationality="TR",
        has_containers=True,
        delivery_terms="FOB",
        delivery_place="Izmir",
        invoice_currency="USD",
        invoice_amount=Decimal("7000.00"),
        exchange_rate=Decimal("0.376"),
        border_mode="1",
        bank_code="NBOBBHBM",
        bank_name="Nbobbhbm",
        goods_location="KBS-CY",
        payment_account="P-1001",
        apportionment="0",
        external_freight=Decimal(700),
        external_freight_currency="USD",
        external_freight_rate=Decimal("0.376"),
        insurance=Decimal(70),
        insurance_currency="USD",
        insurance_rate=Decimal("0.376"),
        items=own,
        containers=(
            Container(item_key=11, identity=FIRST_CONTAINER, package_count=Decimal(20)),
            Container(item_key=12, identity=SECOND_CONTAINER),
        ),
    )


def book(own: Profile | None = None) -> MemoryBook:
    """Return the lists, the tariff and the rates that the clean declaration stands in."""
    rates = (
        a_rate("USD", "0.376", since=date(2026, 11, 1)),
        a_rate("EUR", "0.4", since=date(2026, 11, 1)),
    )
    return a_book(own or profile(), lines=LINES, rates=rates, entries=LISTS)


NOTHING_KEPT = Prefetched()


@dataclass(frozen=True, kw_only=True)
class Given:
    """What is checked; each method returns the same with one thing changed."""

    draft: Draft
    book: MemoryBook
    on: date = DAY
    register: Prefetched = NOTHING_KEPT

    def header(self, **changes: Any) -> "Given":
        return self._with(replace(self.draft.declaration, **changes))

    def item(self, number: int, **changes: Any) -> "Given":
        own = list(self.draft.declaration.items)
        own[number - 1] = replace(own[number - 1], **changes)
        return self.header(items=tuple(own))

    def each_item(self, **changes: Any) -> "Given":
        own = self.draft.declaration.items
        return self.header(items=tuple(replace(one, **changes) for one in own))

    def documents(self, number: int, *rows: Document) -> "Given":
        """Attach more documents to an item."""
        own = self.draft.declaration.items[number - 1].documents
        return self.item(number, documents=(*own, *rows))

    def registered(self, **kept: Any) -> "Given":
        return replace(self, register=replace(self.register, **kept))

    def drafted(self, **changes: Any) -> "Given":
        return replace(self, draft=replace(self.draft, **changes))

    def flags(self, **flags: str) -> "Given":
        own = self.book.profile
        return self.profiled(flags={**own.flags, **flags})

    def profiled(self, **changes: Any) -> "Given":
        return replace(self, book=replace(self.book, profile=replace(self.book.profile, **changes)))

    def listed(self, name: str, *more: ListEntry) -> "Given":
        """Put entries into a list, in the place of those with the same code."""
        kept = {**self.book.entries.get(name, {}), **{entry.code: entry for entry in more}}
        return replace(self, book=replace(self.book, entries={**self.book.entries, name: kept}))

    def without_list(self, *names: str) -> "Given":
        kept = {name: some for name, some in self.book.entries.items() if name not in names}
        return replace(self, book=replace(self.book, entries=kept))

    def lines(self, *more: TariffLine) -> "Given":
        kept = {**self.book.lines, **{line.code: (line,) for line in more}}
        return replace(self, book=replace(self.book, lines=kept))

    def found(self) -> tuple[Finding, ...]:
        note = assess(self.draft.declaration, self.book, self.on, self.draft.declared)
        return check(self.draft, note, self.book, self.on, self.register)

    def _with(self, changed: Declaration) -> "Given":
        return replace(self, draft=replace(self.draft, declaration=changed))


def clean() -> Given:
    """Return the clean declaration with all it needs."""
    return Given(draft=Draft(declaration=declaration(), profile="bh"), book=book())


def codes(found: Iterable[Finding]) -> list[str]:
    """Return the rule ids of findings, in their order."""
    return [one.code for one in found]


def at(number: int, field: str) -> Place:
    """Return the place of a field of an item of the clean declaration by its number."""
    return Place(field, declaration().items[number - 1].key)
