"""One fault for each rule, put into the clean declaration; and what only looks like it.

``FIRES`` gives exactly one finding, that of the rule; ``SILENT`` gives none of the rule.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sad_desktop.brokerage.register import CompanyPaper, EarlierCase
from sad_desktop.declaration.draft import Place, Source
from sad_desktop.declaration.figures import CostFigure, Figures, HeaderFigures, ItemFigures
from sad_desktop.declaration.rows import Container
from tests.clean_declaration import DAY, FIRST_CONTAINER, Given, at, declaration, entries
from tests.seeded_faults_of_items import FIRES_OF_ITEMS, SILENT_OF_ITEMS
from tests.seeded_faults_of_regimes import FIRES_OF_REGIMES, SILENT_OF_REGIMES
from tests.seeded_faults_of_register import FIRES_OF_REGISTER, SILENT_OF_REGISTER

Seed = Callable[[Given], Given]


def from_file(given: Given, *, items: int | None = None, packages: str | None = None) -> Given:
    """The draft as it was read from a file that says so many items and packages."""
    own = given.draft.declaration
    said = HeaderFigures(
        item_count=items, package_count=None if packages is None else Decimal(packages)
    )
    source = Source(
        dialect="test", name="a.xml", content=b"", keys=tuple(item.key for item in own.items)
    )
    read = given.drafted(declared=Figures(header=said), source=source)
    return read.registered(as_read=own)


def in_euros(given: Given) -> Given:
    """The draft of a file whose second item is invoiced in another currency."""
    own = given.draft.declaration.items[1]
    figures = ItemFigures(invoice=CostFigure(foreign=own.invoice_amount, currency="EUR"))
    return given.drafted(declared=Figures(items=((own.key, figures),)))


def export(given: Given) -> Given:
    """The clean declaration as a re-export."""
    kept = declaration()
    return given.header(
        declaration_type="EX",
        general_procedure="3",
        exporter_code="58411-01",
        exporter_name=kept.consignee_name,
        consignee_code="",
        consignee_name=kept.exporter_name,
        export_country="BH",
        destination_country="TR",
        external_freight=None,
        insurance=None,
    ).each_item(procedure="3100")


def without_certificate(given: Given) -> Given:
    """No certificate of origin: box 13 says so and none is attached."""
    rest = tuple(row for row in own_documents(given) if not is_origin(row))
    return given.header(certificate_of_origin="0").item(1, documents=rest)


def own_documents(given: Given):
    return given.draft.declaration.items[0].documents


def is_origin(row) -> bool:
    return row.document_code == "861"


def container(given: Given, **changes: object) -> Given:
    """The clean declaration with another first container."""
    first, *others = given.draft.declaration.containers
    return given.header(containers=(replace(first, **changes), *others))


FIRES: Mapping[str, Seed] = {
    "F-01": lambda g: g.drafted(rejected={Place("exchange_rate"): "0,3,7"}),
    "F-02": lambda g: g.item(2, package_kind=""),
    "F-03": lambda g: g.item(2, package_kind="QQ"),
    "I-01": lambda g: g.without_list("companies"),
    "I-02": lambda g: g.profiled(reference_pattern=""),
    "I-03": lambda g: g.profiled(country=""),
    "H-01": lambda g: g.header(general_procedure="X"),
    "H-02": lambda g: g.header(reference_number="12129"),
    "H-03": lambda g: g.registered(
        references={("18095-04", 2026, "T12129"): EarlierCase(id="p", title="P26097")}
    ),
    "H-04": lambda g: g.header(exporter_name=""),
    "H-05": lambda g: g.header(payer_code="99999-09"),
    "H-06": lambda g: g.header(exporter_name=g.draft.declaration.consignee_name.upper()),
    "H-07": lambda g: g.registered(
        papers={"58411-01": (CompanyPaper(name="CR 4471", valid_until=date(2026, 11, 1)),)}
    ),
    "H-08": lambda g: g.header(declarant_code="40233-02"),
    "H-09": lambda g: g.header(payer_code="", payer_name=""),
    "H-10": lambda g: from_file(g, items=8),
    "H-11": lambda g: g.header(border_office="BHXXX", border_mode="1"),
    "H-12": lambda g: g.header(trading_country="TX"),
    "H-13": lambda g: g.header(destination_country="CN"),
    "H-14": lambda g: g.header(delivery_terms="FAX"),
    "H-15": lambda g: g.header(border_mode=""),
    "H-16": lambda g: g.header(border_mode="4"),
    "H-17": lambda g: g.header(border_identity=""),
    "H-18": lambda g: g.header(goods_location="BAH-CG"),
    "H-19": lambda g: g.header(bank_name="Other bank"),
    "H-20": lambda g: without_certificate(g),
    "H-21": lambda g: g.item(1, documents=tuple(d for d in own_documents(g) if not is_origin(d))),
    "H-22": lambda g: g.header(declaration_day=date(2026, 11, 3)),
    "V-01": lambda g: g.header(invoice_amount=Decimal("7000.02")),
    "V-02": lambda g: g.header(insurance_currency="XXX", insurance_rate=None),
    "V-03": lambda g: g.header(exchange_rate=None, invoice_currency="BHD").profiled(currency="SAR"),
    "V-04": lambda g: g.header(exchange_rate=Decimal("0.396")),
    "V-05": lambda g: g.header(insurance=Decimal(-1)),
    "V-06": lambda g: (
        g.header(
            deductions=Decimal(9000), deductions_currency="USD", deductions_rate=Decimal("0.376")
        )
        .header(items=(replace(g.draft.declaration.items[0], invoice_amount=Decimal(7000)),))
        .header(containers=g.draft.declaration.containers[:1])
    ),
    "V-07": lambda g: g.header(delivery_terms="CIF", insurance=None),
    "V-08": lambda g: g.header(insurance=None),
    "V-09": lambda g: g.header(apportionment="2").item(
        1, insurance=Decimal(71), external_freight=Decimal(700)
    ),
    "V-10": lambda g: g.header(apportionment="1", total_gross_mass=Decimal(0)).each_item(
        gross_mass=None, net_mass=None
    ),
    "V-15": in_euros,
    "PAY-04": lambda g: g.header(payment_account="C-2002"),
    "C-01": lambda g: container(g, identity="CSQU3054384"),
    "C-02": lambda g: g.header(has_containers=False),
    "C-04": lambda g: g.header(
        containers=(
            *g.draft.declaration.containers[1:],
            Container(item_key=11, identity=FIRST_CONTAINER),
            Container(item_key=11, identity="CSQU 305438-3"),
        )
    ),
    "C-05": lambda g: g.header(
        containers=tuple(
            Container(item_key=12, identity=one)
            for one in ("CSQU3054383", "MSKU6011672", "PHLU4417824", "PHLU4417830", "TRUCK 5")
        )
    ),
    "C-06": lambda g: container(g, package_count=Decimal(19)),
    **FIRES_OF_ITEMS,
    **FIRES_OF_REGISTER,
    **FIRES_OF_REGIMES,
}

SILENT: Mapping[str, Seed] = {
    "F-01": lambda g: g.drafted(rejected={}),
    "F-02": lambda g: g.item(2, marks_2="", quota=""),
    "F-03": lambda g: g.item(2, package_kind="QQ").without_list("packages"),
    "I-01": lambda g: g.without_list("companies").header(
        consignee_code="", payer_code="", declarant_code=""
    ),
    "I-02": lambda g: g.profiled(reference_pattern="").header(reference_number=""),
    "I-03": lambda g: g.profiled(country="KW"),
    "H-01": export,
    "H-02": lambda g: g.header(reference_number="000001"),
    "H-03": lambda g: g.registered(references={("18095-04", 2025, "T12129"): "P26097"}),
    "H-04": lambda g: export(g).header(exporter_name=""),
    "H-05": lambda g: g.without_list("companies").header(payer_code="99999-09"),
    "H-06": lambda g: g.header(exporter_name="Al Waha Trading\nIzmir"),
    "H-07": lambda g: g.registered(
        papers={"58411-01": (CompanyPaper(name="CR 4471", valid_until=DAY),)}
    ),
    "H-08": lambda g: g.listed("companies", *entries("18095-04", licence_until="2026-11-02")),
    "H-09": lambda g: g.header(payer_code=""),
    "H-10": lambda g: from_file(g, items=8).header(items=declaration().items[:6]),
    "H-11": lambda g: g.header(border_office="BHKBS"),
    "H-12": lambda g: g.header(trading_country=""),
    "H-13": lambda g: export(g),
    "H-14": lambda g: g.header(delivery_terms="CIF"),
    "H-15": lambda g: g.header(border_mode="4"),
    "H-16": lambda g: g.header(border_mode="4").listed("offices", *entries("BHKBS")),
    "H-17": lambda g: g.header(border_identity="", arrival_identity="", border_mode="7"),
    "H-18": lambda g: g.header(goods_location="BAH-CG").listed("locations", *entries("BAH-CG")),
    "H-19": lambda g: g.header(bank_code="", bank_name=""),
    "H-20": lambda g: without_certificate(g).header(certificate_of_origin="1"),
    "H-21": without_certificate,
    "H-22": lambda g: g.header(declaration_day=date(2020, 1, 1)),
    "V-01": lambda g: g.header(invoice_amount=Decimal("7000.01")),
    "V-02": lambda g: g.header(deductions_currency="EUR"),
    "V-03": lambda g: g.header(exchange_rate=None),
    "V-04": lambda g: g.header(exchange_rate=Decimal("0.394")),
    "V-05": lambda g: g.header(
        other_costs=Decimal(-1), other_costs_currency="USD", other_costs_rate=Decimal("0.376")
    ),
    "V-06": lambda g: g.header(
        deductions=Decimal(7000), deductions_currency="USD", deductions_rate=Decimal("0.376")
    ),
    "V-07": lambda g: g.header(delivery_terms="CIF", insurance=None, external_freight=Decimal(0)),
    "V-08": lambda g: export(g).header(insurance=None),
    "V-09": lambda g: g.header(apportionment="2").item(1, insurance=Decimal(70)),
    "V-10": lambda g: g.header(apportionment="1", total_gross_mass=Decimal(770)),
    "V-15": lambda g: in_euros(g).item(2, invoice_amount=Decimal("1000.01")),
    "PAY-04": lambda g: g.registered(accounts={"P-1001": Decimal(100000)}),
    "C-01": lambda g: container(g, identity="TRUCK 4711"),
    "C-02": lambda g: g.header(has_containers=False, containers=()),
    "C-04": lambda g: g.header(
        containers=(
            Container(item_key=11, identity=FIRST_CONTAINER),
            Container(item_key=12, identity=FIRST_CONTAINER),
        )
    ),
    "C-05": lambda g: g.header(
        containers=tuple(
            Container(item_key=key, identity=one)
            for key, one in (
                (12, "CSQU3054383"),
                (12, "MSKU6011672"),
                (12, "PHLU4417824"),
                (12, "PHLU4417830"),
                (13, "TRUCK 5"),
            )
        )
    ),
    "C-06": lambda g: container(g, package_count=None),
    **SILENT_OF_ITEMS,
    **SILENT_OF_REGISTER,
    **SILENT_OF_REGIMES,
}

IMPLIED: Mapping[str, tuple[str, ...]] = {"V-10": ("W-03",) * 7}
"""Findings that come with a rule's fault: without any gross mass, every item lacks its own."""

PLACES: Mapping[str, Place] = {
    "H-02": Place("reference_number"),
    "H-11": Place("border_office"),
    "H-13": Place("destination_country"),
    "H-17": Place("border_identity"),
    "V-02": Place("insurance_currency"),
    "V-08": Place("insurance"),
    "W-01": at(3, "net_mass"),
    "W-03": at(4, "net_mass"),
    "T-04": at(2, "unit_1_quantity"),
    "P-02": at(5, "procedure"),
}
"""Where the seeded fault is shown, for rules that choose among several fields."""
