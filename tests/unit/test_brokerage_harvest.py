"""Past declarations are counted: parties, codes, rates, documents, habits and prices."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sad_desktop.brokerage.companies import Role
from sad_desktop.brokerage.harvest import Harvest, Shelf, Sighting
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures, ItemFigures, TaxFigure
from sad_desktop.declaration.rows import Document
from tests.builders import a_declaration, an_item
from tests.strategies import drafts

JUNE, JULY = date(2026, 6, 1), date(2026, 7, 1)


def a_draft(day: date | None = JUNE, rate: str = "5.0", **changes) -> Draft:
    item = an_item(
        unit_1="NMB",
        unit_1_name="Number",
        unit_1_quantity=Decimal(2),
        package_kind="CT",
        package_kind_name="Carton",
        documents=(Document(document_code="380", name="Invoice"),),
    )
    tax = TaxFigure(tax_code="DTY", rate=Decimal(rate))
    facts = {
        "consignee_code": "100",
        "consignee_name": "Gulf Cars W.L.L.\nRoad 12\nManama",
        "exporter_name": "Otosan\nIstanbul",
        "export_country": "TR",
        "office_code": "BHK",
        "office_name": "Khalifa port",
        "assessment_day": day,
    }
    return Draft(
        declaration=a_declaration(item, **{**facts, **changes}),
        declared=Figures(items=((1, ItemFigures(taxes=(tax,))),)),
    )


def found(*drafts_: Draft) -> dict:
    harvest = Harvest()
    for draft in drafts_:
        harvest.add(draft)
    return {(line.shelf, line.key): line for line in harvest.lines()}


def test_everything_a_declaration_teaches():
    lines = found(a_draft())
    company = lines[Shelf.COMPANIES, ("100",)]
    assert company.value == "Gulf Cars W.L.L.\nRoad 12\nManama"
    assert company.roles == {Role.CONSIGNEE}
    assert lines[Shelf.SUPPLIERS, ("100", "otosan", "TR")].value == "Otosan\nIstanbul"
    assert lines[Shelf.OFFICES, ("BHK",)].value == "Khalifa port"
    assert lines[Shelf.PACKAGES, ("CT",)].value == "Carton"
    assert lines[Shelf.UNITS, ("NMB",)].value == "Number"
    assert lines[Shelf.GOODS_UNITS, ("870322700000",)].value == "NMB"
    assert lines[Shelf.DOCUMENTS, ("380",)].value == "Invoice"
    assert lines[Shelf.PROCEDURE_DOCUMENTS, ("4000000", "380")].count == 1
    assert lines[Shelf.HABITS, ("100", "delivery_terms")].value == "FOB"
    rate = lines[Shelf.RATES, ("870322700000", "DTY", "")]
    assert rate.values == (("5", Sighting(count=1, first=JUNE, last=JUNE)),)
    # 1,000.00 at 0.376 for two cars
    assert lines[Shelf.PRICES, ("100", "870322700000", "TR", "NMB")].value == "188.000 188.000"


def test_the_most_frequent_name_is_proposed_and_another_is_a_conflict():
    same = a_draft(office_name=" KHALIFA  port")
    lines = found(a_draft(), same, same)
    office = lines[Shelf.OFFICES, ("BHK",)]
    assert not office.is_disputed
    other = a_draft(office_name="Airport")
    office = found(a_draft(), a_draft(day=JULY), other)[Shelf.OFFICES, ("BHK",)]
    assert office.is_disputed
    assert office.value == "Khalifa port"
    assert office.values[0][1] == Sighting(count=2, first=JUNE, last=JULY)


def test_legal_forms_and_addresses_make_no_other_company():
    lines = found(a_draft(), a_draft(consignee_name="GULF CARS WLL\nRoad 13"))
    assert not lines[Shelf.COMPANIES, ("100",)].is_disputed
    lines = found(a_draft(), a_draft(consignee_name="Gulf Boats"))
    assert lines[Shelf.COMPANIES, ("100",)].is_disputed


def test_rates_over_time_are_dated_and_no_conflict():
    rate = found(a_draft(), a_draft(day=JULY, rate="10"), a_draft(day=None, rate="10"))[
        Shelf.RATES, ("870322700000", "DTY", "")
    ]
    assert not rate.is_disputed
    assert rate.values == (
        ("10", Sighting(count=2, first=JULY, last=JULY)),
        ("5", Sighting(count=1, first=JUNE, last=JUNE)),
    )


def test_a_name_goes_before_a_blank_however_frequent():
    blank = a_draft(office_name="")
    office = found(blank, blank, a_draft())[Shelf.OFFICES, ("BHK",)]
    assert office.value == "Khalifa port"
    assert not office.is_disputed


def test_prices_span_what_was_seen():
    dearer = a_draft(exchange_rate=Decimal("0.752"))
    key = (Shelf.PRICES, ("100", "870322700000", "TR", "NMB"))
    assert found(a_draft(), dearer)[key].value == "188.000 376.000"
    huge = replace(a_draft(exchange_rate=Decimal("9e9")).declaration)
    assert key not in found(Draft(declaration=replace(huge, exchange_rate=Decimal("9e25"))))


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(drafts(), max_size=4), st.integers(0, 4))
def test_two_harvests_joined_are_one(several: list[Draft], cut: int):
    whole = found(*several)
    joined = Harvest()
    for part in (several[:cut], several[cut:]):
        own = Harvest()
        for draft in part:
            own.add(draft)
        joined.join(own.lines())
    assert {(line.shelf, line.key): line for line in joined.lines()} == whole
