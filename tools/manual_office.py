"""An office at work, for the manual's pictures: what the samples name, kept through the services.

Nothing in it is real; the dates are those of the samples.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from sad_desktop.app import Program
from sad_desktop.brokerage.advance_cargo import Dossier, Invoice, InvoiceLine
from sad_desktop.brokerage.companies import Account, AccountKind, Company, Licence, Role
from sad_desktop.brokerage.ledgers import (
    Guarantee,
    GuaranteeKind,
    ImportLicence,
    Ledger,
    Offence,
    UsualPrice,
)
from sad_desktop.brokerage.library import Stored
from sad_desktop.brokerage.life import Numbered
from sad_desktop.brokerage.manifests import BillContainer, BillOfLading, Manifest
from sad_desktop.brokerage.templates import Kept
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.status import Status
from sad_desktop.services.advance_cargo import AdvanceCargo
from sad_desktop.services.due_dates import DueDates
from sad_desktop.services.exchange import open_file
from sad_desktop.services.ledgers import Ledgers
from sad_desktop.services.life import Life
from sad_desktop.services.manifests import Manifests
from sad_desktop.services.openings import Terms
from sad_desktop.services.templates import Templates

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "resources/samples"
SEVEN_ITEMS = SAMPLES / "im4-seven-items.xml"
ASSESSED = SAMPLES / "im4-assessed.xml"
DAY = date(2026, 11, 21)
IMPORTER = "58411-01"
COMPANIES = (
    Company(
        code=IMPORTER,
        en="Al Waha Trading",
        ar="شركة الواحة للتجارة",
        address_en="Building 12, Road 385\nManama",
        address_ar="مبنى 12، طريق 385\nالمنامة",
        country="BH",
        phone="+973 1700 0000",
        email="import@example.bh",
        roles=frozenset({Role.CONSIGNEE, Role.PAYER}),
        licences=(
            Licence(name="CR", number="58411-1", valid_until=date(2027, 3, 31)),
            Licence(name="Chamber", number="2204", valid_until=date(2026, 12, 31)),
        ),
        accounts=(Account(code="P-1001", left=Decimal("9250.500")),),
    ),
    Company(
        code="18095-04",
        en="Pearl Customs Clearance",
        ar="اللؤلؤة للتخليص الجمركي",
        address_en="Office 14, Mina Salman\nManama, Bahrain",
        address_ar="مكتب 14، ميناء سلمان\nالمنامة، البحرين",
        country="BH",
        roles=frozenset({Role.DECLARANT, Role.PAYER}),
        accounts=(Account(code="C-2002", kind=AccountKind.CREDIT),),
    ),
    Company(
        code="40233-02",
        en="Gulf Kitchens",
        ar="مطابخ الخليج",
        country="BH",
        roles=frozenset({Role.CONSIGNEE, Role.EXPORTER}),
    ),
    Company(
        code="40233-03",
        en="Gulf Kitchens Co.",
        ar="شركة مطابخ الخليج",
        country="BH",
        roles=frozenset({Role.CONSIGNEE}),
    ),
    Company(
        en="Marmara Export Ltd",
        ar="مرمرة للتصدير المحدودة",
        address_en="Atatürk Cd. 14\nIzmir",
        country="TR",
        roles=frozenset({Role.SUPPLIER}),
    ),
)
VOYAGES = (
    Manifest(
        office="BHKBS",
        voyage="2026 1098",
        vessel="MV AWAL STAR 077E",
        nationality="PA",
        mode="1",
        departure=date(2026, 10, 24),
        arrival=date(2026, 11, 2),
        carrier="Gulf Agency",
        departure_place="TRIZM",
        destination_place="BHKBS",
    ),
    Manifest(
        office="BHKBS",
        voyage="2026 1147",
        vessel="MV PEARL OF DILMUN 114W",
        mode="1",
        departure=date(2026, 11, 9),
        arrival=date(2026, 11, 16),
    ),
    Manifest(office="BHBAH", voyage="GF134", mode="4", arrival=date(2026, 11, 18)),
)
WAREHOUSED = "AWST26100738"
BILLS = ("AWST26100733", "AWST26100734", "AWST26100735", "AWST26100736", "AWST26100737")
CONTAINERS = {BILLS[3]: (BillContainer(identity="CSQU3054383", kind="22G1", load="FCL"),)}
"""What a bill says of its containers; the others say nothing of them."""
PRICES = (
    UsualPrice(
        commodity_code="1006",
        origin="IN",
        least=Decimal("0.250"),
        most=Decimal("0.480"),
        valid_from=date(2026, 1, 1),
        source="Circular 4/2026",
    ),
    UsualPrice(
        commodity_code="7321",
        unit="NMB",
        least=Decimal("18"),
        most=Decimal("65"),
        valid_from=date(2026, 1, 1),
        source="Circular 4/2026",
    ),
    UsualPrice(
        commodity_code="8703227",
        origin="JP",
        unit="NMB",
        least=Decimal("2800"),
        most=Decimal("7900"),
        valid_from=date(2025, 7, 1),
        source="Circular 11/2025",
    ),
)
OFFENCES = {
    "en": ("Weight short by 400 kg in container 2", "Fine of BHD 100.000"),
    "ar": ("نقص في الوزن 400 كغ في الحاوية الثانية", "غرامة قدرها 100.000 د.ب"),
}
LICENCES = (
    ImportLicence(
        number="ML-26-1077",
        importer=IMPORTER,
        value=Decimal("25000"),
        quantity=Decimal("1200"),
        valid_until=date(2027, 1, 31),
    ),
    ImportLicence(
        number="ML-26-0931",
        importer="40233-02",
        quantity=Decimal("350"),
        valid_until=date(2026, 12, 15),
    ),
)
DOSSIER = Dossier(
    profile="eg",
    importer_code="100-200-300",
    importer_name="Nile Trading",
    importer_email="office@nile.example",
    exporter_country="CN",
    exporter_registration="91310000",
    exporter_name="Ningbo Pumps Co",
    exporter_kind="producer",
    exporter_address="8 Harbour Road\nNingbo",
    exporter_email="export@pumps.example",
    export_country="CN",
    loading_port="CNNGB",
    order="PO-77",
    bill="NGB-1",
    invoices=(
        Invoice(
            number="INV-1",
            issued=date(2026, 10, 20),
            currency="USD",
            value=Decimal("900.00"),
        ),
    ),
    lines=(
        InvoiceLine(
            invoice="INV-1",
            heading="8413701000",
            description="Centrifugal pumps",
            origin="CN",
            unit_quantity=Decimal(30),
            unit="NMB",
            gross_mass=Decimal("120.5"),
            net_mass=Decimal(110),
            price=Decimal("900.00"),
        ),
    ),
)
TEMPLATES = {
    "en": ("Household goods from Yantian", "Garments and shoes, monthly"),
    "ar": ("أدوات منزلية من يانتيان", "ملابس وأحذية، شحنة شهرية"),
}


GUARANTEES = (
    Guarantee(
        kind=GuaranteeKind.GENERAL,
        number="LG-2026-118",
        issuer="National Bank of Bahrain",
        amount=Decimal(60000),
        issued_on=date(2026, 1, 4),
    ),
    Guarantee(
        kind=GuaranteeKind.CASH,
        number="CASH-77",
        importer="40233-02",
        amount=Decimal("612.500"),
        valid_until=date(2027, 6, 30),
    ),
)


def fill_office(program: Program, language: str) -> None:
    """Keep companies, voyages, prices, licences, templates and declarations of every status."""
    for company in COMPANIES:
        program.companies.store(company)
    program.use_lists()
    _keep_bills(Manifests(program.workspace))
    _keep_ledgers(Ledgers(program.workspace, "bh"), language)
    _keep_templates(program, language)
    _keep_declarations(program)


def fill_egyptian_office(program: Program) -> None:
    """Keep one dossier of advance cargo information, as Egypt asks for it."""
    AdvanceCargo(program.workspace, "eg").store(DOSSIER)


def numbered(number: str, serial: str = "C", day: date = DAY) -> Numbered:
    """Return a number of customs."""
    return Numbered(serial=serial, number=number, day=day)


def _keep_bills(manifests: Manifests) -> None:
    kept, other, _flight = [manifests.store(voyage) for voyage in VOYAGES]
    for manifest, number, packages, mass in (
        *((kept, bill, 68, 1714) for bill in (*BILLS, WAREHOUSED)),
        (other, "PHBL26110457", 292, "11906.5"),
    ):
        manifests.store_bill(
            BillOfLading(
                manifest_id=manifest.id,
                number=number,
                shipper="Marmara Export Ltd\nIzmir",
                consignee_code=IMPORTER,
                consignee="Al Waha Trading",
                packages=Decimal(packages),
                package_kind="CT",
                gross_mass=Decimal(mass),
                loading_place="TRIZM",
                unloading_place="BHKBS",
                marks="WAHA / BAHRAIN",
                goods="GARMENTS, FOOTWEAR, CLEANING PREPARATIONS",
                containers=CONTAINERS.get(number, ()),
            )
        )


def _keep_ledgers(ledgers: Ledgers, language: str) -> None:
    what, decision = OFFENCES[language]
    for price in PRICES:
        ledgers.store(Ledger.PRICES, price)
    ledgers.store(
        Ledger.OFFENCES,
        Offence(
            importer="40233-02",
            noted_on=date(2026, 6, 14),
            declaration="2026/C 4417",
            what=what,
            decision=decision,
        ),
    )
    for licence in LICENCES:
        ledgers.store(Ledger.LICENCES, licence)
    for guarantee in GUARANTEES:
        ledgers.store(Ledger.GUARANTEES, guarantee)


def _keep_templates(program: Program, language: str) -> None:
    shelf = Templates(program.workspace)
    for name, file in zip(TEMPLATES[language], (SEVEN_ITEMS, ASSESSED), strict=True):
        shelf.save(name, open_file(file), Kept(), program.desk())


def _keep_declarations(program: Program) -> None:
    """Store the same shipment under several references, each a step further in its life."""
    life, desk = Life(program.workspace), program.desk()
    steps: tuple[Callable[[Stored], Stored], ...] = (
        lambda one: life.register(one.id, one.version, desk, numbered(_number(one))),
        lambda one: life.assess(one.id, one.version, desk, numbered(_number(one), "L")),
        lambda one: life.pay(one.id, one.version, numbered(_number(one), "R")),
        lambda one: life.release(one.id, one.version),
    )
    keep = partial(_keep, program)
    for count, bill in enumerate(BILLS):
        stored = keep(f"T1212{4 - count}", open_file(ASSESSED), bill)
        for step in steps[:count]:
            stored = step(stored)
    _keep_warehouse_entry(program)


def _keep_warehouse_entry(program: Program) -> None:
    """Store, register and assess goods that entered a warehouse."""
    entry = open_file(ASSESSED)
    items = tuple(replace(item, procedure="7100") for item in entry.declaration.items)
    facts = replace(
        entry.declaration,
        general_procedure="7",
        items=items,
        warehouse="BIW01",
        warehouse_days=90,
    )
    stored = _keep(program, "T12119", replace(entry, declaration=facts), WAREHOUSED)
    life, desk = Life(program.workspace), program.desk()
    stored = life.register(stored.id, stored.version, desk, numbered(_number(stored)))
    usable = DueDates(program.workspace, desk.book.profile).usable(IMPORTER, desk.on)
    terms = Terms("0303", "deposit", usable[0].guarantee.id)
    life.assess(stored.id, stored.version, desk, numbered(_number(stored), "L"), terms)


def _keep(program: Program, reference: str, draft: Draft, bill: str) -> Stored:
    """Store the shipment of a bill of its own, with documents of its own."""
    items = tuple(_of_bill(item, bill, reference[-1]) for item in draft.declaration.items)
    facts = replace(
        draft.declaration,
        items=items,
        reference_number=reference,
        registration_serial="",
        registration_number="",
        registration_day=None,
    )
    own = replace(draft, declaration=facts, status=Status.STORED, profile="bh")
    own = replace(own, source=None, declared=None)
    return program.workspace.store(reference.lower(), own, 0)


def _of_bill(item: Item, bill: str, mark: str) -> Item:
    papers = tuple(
        replace(paper, reference=f"{paper.reference}-{mark}" if paper.reference else "")
        for paper in item.documents
    )
    return replace(item, summary_declaration=bill, documents=papers)


def _number(stored: Stored) -> str:
    return str(int(stored.draft.declaration.reference_number[1:]) - 7700)


def now() -> datetime:
    """Return the moment of the pictures."""
    return datetime(2026, 11, 21, 9, 30, tzinfo=UTC)
