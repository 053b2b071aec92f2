"""Seeded faults of weights, item values, tariff, procedures and documents."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from sad_desktop.declaration.rows import Document
from sad_desktop.tariff.book import TariffLine
from tests.clean_declaration import (
    BILL,
    CARS,
    DAY,
    EARLIER,
    RICE,
    Given,
    entries,
)

MORE_RICE = "100630900000"
OLD_RICE = "10063010"


def line(code: str, **facts) -> TariffLine:
    return TariffLine(code=code, en=code, ar=code, **facts)


def closed_rice(given: Given) -> Given:
    """Rice under the code of the old edition, which the new one continues."""
    given = given.lines(line(OLD_RICE, valid_to=date(2025, 1, 1)))
    return given.item(4, commodity_code=OLD_RICE).profiled(dated_code_lengths=((EARLIER, (8, 12)),))


def searching(given: Given, *, finds: bool) -> Given:
    """A book whose finder knows the codes of the tariff, or none."""

    class Finding(type(given.book)):
        def search(self, query):
            lines = self.lines if finds else ()
            return tuple(e for c in lines for e in entries(c) if c.startswith(query.text))

    own = given.book
    return replace(given, book=Finding(own.profile, own.entries, own.lines, own.rates))


def from_warehouse(given: Given, **changes) -> Given:
    """Home use out of a customs warehouse."""
    facts = {
        "procedure": "4071",
        "previous_document": "IM7 2026 C 401",
        "previous_warehouse": "BIW01",
    }
    return given.each_item(**{**facts, **changes})


def to_warehouse(given: Given, **changes) -> Given:
    """Entry to a customs warehouse; duties are suspended."""
    facts = {"general_procedure": "7", "warehouse": "BIW01", "warehouse_days": 365}
    return given.header(**{**facts, **changes}).each_item(procedure="7100")


def re_export(given: Given, **changes) -> Given:
    """A re-export in a country that wants its case in box 44."""
    given = given.flags(re_export_procedures="31 40", re_export_cases="A B")
    return given.each_item(**{"additional_information": "A", **changes})


def two_regimes(given: Given) -> Given:
    """A model with two procedures of which one item takes the other."""
    return given.listed("procedures", *entries("6000", models="IM4")).item(5, procedure="6000")


FIRES_OF_ITEMS = {
    "W-01": lambda g: g.item(3, net_mass=Decimal(111)),
    "W-02": lambda g: g.item(3, net_mass=Decimal(110)),
    "W-03": lambda g: g.item(4, net_mass=Decimal(0)),
    "W-05": lambda g: g.item(4, package_count=Decimal(0)),
    "W-06": lambda g: g.item(4, package_kind="VR"),
    "W-07": lambda g: g.header(apportionment="1", total_gross_mass=Decimal(771)),
    "W-08": lambda g: g.item(4, package_count=Decimal("20.001")),
    "W-09": lambda g: g.item(4, marks_1=""),
    "W-10": lambda g: g.item(4, commercial_description="بضائع متنوعة"),
    "W-11": lambda g: g.flags(description_length="42").item(4, commercial_description="r" * 43),
    "V-11": lambda g: g.item(3, adjustment=Decimal(0)),
    "V-12": lambda g: g.item(3, adjustment=Decimal(2)),
    "V-13": lambda g: g.item(3, valuation_method="6"),
    "T-01": lambda g: g.item(4, commodity_code=MORE_RICE),
    "T-02": lambda g: g.item(4, commodity_code="1006"),
    "T-03": lambda g: closed_rice(searching(g, finds=True)),
    "T-04": lambda g: g.item(2, unit_1_quantity=None),
    "T-05": lambda g: g.item(3, specification="CAR-XX").listed(
        "specifications", *entries("CAR-XX")
    ),
    "T-06": lambda g: g.lines(line(MORE_RICE, prohibited=True)).item(4, commodity_code=MORE_RICE),
    "T-07": lambda g: g.lines(line(MORE_RICE, restricted_by="Health")).item(
        4, commodity_code=MORE_RICE
    ),
    "T-09": lambda g: g.item(4, preference="GAF"),
    "T-10": lambda g: g.item(4, origin_country="IL").listed("barred_origins", *entries("IL")),
    "P-01": lambda g: g.item(5, procedure="4099", previous_document="IM 2026 C 1"),
    "P-02": lambda g: g.item(5, procedure="7100").header(warehouse="BIW01", warehouse_days=30),
    "P-03": lambda g: g.item(5, extended_code="E08"),
    "P-04": two_regimes,
    "P-05": lambda g: from_warehouse(g).item(5, previous_document=""),
    "P-07": lambda g: to_warehouse(g, warehouse_days=None),
    "P-08": lambda g: to_warehouse(g, warehouse_days=366),
    "P-10": lambda g: g.flags(temporary_procedures="40", temporary_barred="8703"),
    "P-11": lambda g: re_export(g).item(5, additional_information=""),
    "D-01": lambda g: g.item(1, documents=g.draft.declaration.items[0].documents[:3]).item(
        2, commodity_code=RICE, documents=()
    ),
    "D-02": lambda g: g.documents(4, Document(document_code="271", reference="P/L 1")),
    "D-03": lambda g: g.documents(4, document("271", issued=date(2026, 11, 3))),
    "D-04": lambda g: g.documents(1, document("705", BILL)),
    "D-08": lambda g: g.documents(4, document("911", valid_until=date(2026, 11, 1))),
    "D-09": lambda g: g.documents(4, document("271", name="Packing list (copy)")),
    "X-07": lambda g: g.item(4, marks_1="WAHA\u202e"),
}

SILENT_OF_ITEMS = {
    "W-01": lambda g: g.item(3, gross_mass=Decimal(0), net_mass=Decimal(5)),
    "W-02": lambda g: g.item(3, net_mass=Decimal(110), package_kind="VR", package_count=None),
    "W-03": lambda g: g.item(4, net_mass=Decimal("0.000001")),
    "W-05": lambda g: g.item(4, package_kind="VR", package_count=Decimal(0)),
    "W-06": lambda g: g.item(4, package_kind="VR", package_count=None),
    "W-07": lambda g: g.header(apportionment="0", total_gross_mass=Decimal(771)),
    "W-08": lambda g: g.item(4, package_count=Decimal("20.25")),
    "W-09": lambda g: g.item(4, marks_1="", marks_2="P.O. 2026-0871"),
    "W-10": lambda g: g.item(4, commercial_description="قطع غيار مضخات"),
    "W-11": lambda g: g.flags(description_length="42").item(4, commercial_description="r" * 42),
    "V-11": lambda g: g.item(3, adjustment=Decimal("0.5")),
    "V-12": lambda g: g.item(3, adjustment=Decimal(0)),
    "V-13": lambda g: g.item(3, valuation_method="6", free_text_1="No sale took place"),
    "T-01": lambda g: g.item(4, commodity_code=CARS, specification="CAR-U1"),
    "T-02": lambda g: g.item(4, commodity_code=RICE[:8], commodity_precision=RICE[8:]),
    "T-03": lambda g: closed_rice(searching(g, finds=False)),
    "T-04": lambda g: g.item(4, unit_1_quantity=None),
    "T-05": lambda g: g.item(3, specification="CAR-U1"),
    "T-06": lambda g: g.lines(line(MORE_RICE)).item(4, commodity_code=MORE_RICE),
    "T-07": lambda g: g.lines(line(MORE_RICE, restricted_by="Health")).item(
        4, commodity_code=MORE_RICE, licence_number="L-1"
    ),
    "T-09": lambda g: g.item(4, preference="GAF").documents(1, document("864")),
    "T-10": lambda g: g.item(4, origin_country="IL").listed("barred_origins", *entries("CN")),
    "P-01": lambda g: g.item(5, procedure="4099").without_list("procedures"),
    "P-02": lambda g: g.item(5, procedure="4200").without_list("procedures"),
    "P-03": lambda g: g.item(5, extended_code="E08", procedure="6000"),
    "P-04": lambda g: two_regimes(g).flags(mixed_procedures="allowed"),
    "P-05": from_warehouse,
    "P-07": to_warehouse,
    "P-08": to_warehouse,
    "P-10": lambda g: g.flags(temporary_procedures="53", temporary_barred="8703"),
    "P-11": re_export,
    "D-01": lambda g: g.item(2, documents=()),
    "D-02": lambda g: g.documents(4, document("271")),
    "D-03": lambda g: g.documents(4, document("271", issued=DAY)),
    "D-04": lambda g: g.documents(1, document("705", "OTHER 1")),
    "D-08": lambda g: g.documents(4, document("911", valid_until=DAY)),
    "D-09": lambda g: g.documents(4, document("325")),
    "X-07": lambda g: g.item(4, marks_1="WAHA \u200fالواحة"),
}


def document(code: str, reference: str = "R-1", **changes) -> Document:
    return Document(document_code=code, reference=reference, **{"issued": EARLIER, **changes})
