"""What follows from an edit, and that it never overwrites what a clerk keyed."""

from datetime import date
from decimal import Decimal

import pytest

from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS
from sad_desktop.declaration.rows import Container, Document
from sad_desktop.tariff.shipped_book import shipped_book
from tests.filled import (
    BOOK,
    CARS,
    CIGARETTES,
    NAMED,
    RICE,
    TODAY,
    WAHA,
    a_draft,
    header,
    is_filled,
    key,
)


@pytest.mark.parametrize(("field", "code", "name_field", "name"), NAMED)
def test_a_name_follows_from_its_code_and_goes_with_it(field, code, name_field, name):
    draft = key(a_draft(), Place(field), code)
    assert draft.value(Place(name_field)) == name
    assert is_filled(draft, name_field)
    assert Place(field) not in draft.filled
    cleared = key(draft, Place(field), "")
    assert cleared.value(Place(name_field)) == ""
    assert not cleared.filled


@pytest.mark.parametrize(("field", "code", "name_field"), [row[:3] for row in NAMED])
def test_a_name_keyed_by_the_clerk_stays(field, code, name_field):
    draft = a_draft(**{name_field: "Keyed by hand"})
    assert key(draft, Place(field), code).value(Place(name_field)) == "Keyed by hand"
    assert key(draft, Place(field), "").value(Place(name_field)) == "Keyed by hand"


def test_a_name_that_came_from_the_list_before_follows_a_new_code():
    draft = a_draft(export_country="TR", export_country_name="تركيا")
    assert header(key(draft, Place("export_country"), "SA"), "export_country_name") == (
        "Saudi Arabia",
    )
    assert header(key(draft, Place("export_country"), ""), "export_country_name") == ("",)


def test_an_unknown_code_takes_the_old_name_away():
    draft = key(a_draft(), Place("bank_code"), "NBOBBHBM")
    assert header(key(draft, Place("bank_code"), "NONE"), "bank_name") == ("",)


def test_names_are_put_in_in_the_language_asked_for():
    draft = key(a_draft(), Place("export_country"), "TR", language="ar")
    assert header(draft, "export_country_name") == ("تركيا",)


@pytest.mark.parametrize(
    ("field", "name_field"),
    [
        ("exporter_code", "exporter_name"),
        ("consignee_code", "consignee_name"),
        ("payer_code", "payer_name"),
        ("declarant_code", "declarant_name"),
        ("principal_code", "principal_name"),
    ],
)
def test_s3_008_009_027_name_and_address_follow_from_a_company_s_code(field, name_field):
    draft = key(a_draft(), Place(field), "58411-01")
    assert draft.value(Place(name_field)) == WAHA
    assert is_filled(draft, name_field)
    other = key(draft, Place(field), "18095-04")
    assert str(other.value(Place(name_field))).startswith("Pearl Customs Clearance")
    assert key(other, Place(field), "").value(Place(name_field)) == ""
    kept = a_draft(**{name_field: "My own words"})
    assert key(kept, Place(field), "58411-01").value(Place(name_field)) == "My own words"


def test_a_company_s_text_read_from_a_file_follows_a_new_code():
    draft = a_draft(consignee_code="58411-01", consignee_name=WAHA)
    other = key(draft, Place("consignee_code"), "27719-01")
    assert header(other, "consignee_name")[0].startswith("Date Palm")


def test_s3_023_the_consignee_pays_unless_somebody_else_is_named():
    draft = key(a_draft(), Place("consignee_code"), "58411-01")
    assert header(draft, "payer_code", "payer_name") == ("58411-01", WAHA)
    assert is_filled(draft, "payer_code", "payer_name")
    cleared = key(draft, Place("consignee_code"), "")
    assert header(cleared, "payer_code", "payer_name") == ("", "")
    other = a_draft(payer_code="40233-02")
    assert header(key(other, Place("consignee_code"), "58411-01"), "payer_code") == ("40233-02",)


def test_s3_023_on_export_nobody_is_proposed_to_pay():
    draft = a_draft(declaration_type="EX", general_procedure="1")
    assert header(key(draft, Place("consignee_code"), "58411-01"), "payer_code") == ("",)


def test_s3_037_the_rate_of_the_day_follows_from_the_currency():
    draft = key(a_draft(), Place("invoice_currency"), "USD")
    assert header(draft, "exchange_rate") == (Decimal("0.376081"),)
    assert is_filled(draft, "exchange_rate")
    assert header(key(draft, Place("invoice_currency"), "AED"), "exchange_rate") == (
        Decimal("0.102394"),
    )
    assert header(key(draft, Place("invoice_currency"), ""), "exchange_rate") == (None,)
    assert header(key(draft, Place("invoice_currency"), "XPF"), "exchange_rate") == (None,)


def test_s3_037_the_rate_is_the_one_of_the_day():
    draft = key(a_draft(), Place("invoice_currency"), "USD", on=date(2011, 3, 1))
    assert header(draft, "exchange_rate") == (Decimal("0.376"),)


def test_s3_037_national_currency_has_the_rate_one():
    assert header(key(a_draft(), Place("invoice_currency"), "BHD"), "exchange_rate") == (
        Decimal(1),
    )


def test_s3_037_a_rate_keyed_by_the_clerk_stays():
    draft = a_draft(exchange_rate=Decimal("0.4"))
    assert header(key(draft, Place("invoice_currency"), "USD"), "exchange_rate") == (
        Decimal("0.4"),
    )


@pytest.mark.parametrize("block", COSTS)
def test_s3_090_the_rate_of_a_cost_follows_from_its_currency(block):
    draft = key(a_draft(), Place(f"{block}_currency"), "SAR")
    assert header(draft, f"{block}_rate") == (Decimal("0.100279"),)
    assert is_filled(draft, f"{block}_rate")


@pytest.mark.parametrize("block", COSTS)
def test_s3_090_a_cost_takes_the_currency_of_the_invoice(block):
    draft = key(a_draft(invoice_currency="USD"), Place(block), Decimal(500))
    assert header(draft, f"{block}_currency", f"{block}_rate") == ("USD", Decimal("0.376081"))
    keyed = a_draft(invoice_currency="USD", **{f"{block}_currency": "BHD"})
    assert header(key(keyed, Place(block), Decimal(5)), f"{block}_currency") == ("BHD",)
    assert header(key(a_draft(invoice_currency="USD"), Place(block), None), f"{block}_rate") == (
        None,
    )


def test_s3_015_a_model_keyed_as_one_code_is_parted():
    draft = key(Draft(), Place("declaration_type"), "IM7")
    assert header(draft, "declaration_type", "general_procedure") == ("IM", "7")
    assert Place("declaration_type") not in draft.filled
    again = key(draft, Place("declaration_type"), "EX1")
    assert header(again, "declaration_type", "general_procedure") == ("EX", "1")


def test_s3_028_030_the_home_country_follows_from_the_flow():
    draft = key(Draft(), Place("declaration_type"), "IM4")
    home = ("destination_country", "destination_country_name")
    abroad = ("export_country", "export_country_name")
    assert header(draft, *home, *abroad) == ("BH", "Bahrain", "", "")
    assert is_filled(draft, *home)
    turned = key(draft, Place("declaration_type"), "EX1")
    assert header(turned, *home, *abroad) == ("", "", "BH", "Bahrain")
    back = key(turned, Place("declaration_type"), "IM4")
    assert header(back, *home, *abroad) == ("BH", "Bahrain", "", "")


def test_s3_028_030_countries_keyed_by_the_clerk_stay_when_the_flow_turns():
    draft = a_draft(destination_country="SA", export_country="TR")
    turned = key(draft, Place("declaration_type"), "EX1")
    assert header(turned, "destination_country", "export_country") == ("SA", "TR")


def test_s3_028_a_country_without_a_home_fills_none():
    draft = key(Draft(), Place("declaration_type"), "IM4", book=shipped_book("asycuda"))
    assert header(draft, "destination_country") == ("",)


def test_s3_065_items_take_the_first_procedure_of_the_model():
    draft = a_draft(Item(key=1), Item(key=2, procedure="4071"))
    draft = key(draft, Place("declaration_type"), "IM7")
    assert [item.procedure for item in draft.declaration.items] == ["7100", "4071"]
    draft = key(draft, Place("declaration_type"), "IM4")
    assert [item.procedure for item in draft.declaration.items] == ["4000", "4071"]
    assert is_filled(draft, "procedure", item=1)
    assert not is_filled(draft, "procedure", item=2)


def test_an_unknown_model_changes_no_procedure():
    draft = key(a_draft(), Place("declaration_type"), "IM7")
    draft = key(draft, Place("general_procedure"), "3")
    assert draft.declaration.items[0].procedure == "7100"


@pytest.mark.parametrize(
    ("cause", "value", "follows"),
    [
        ("arrival_identity", "MV PEARL", "border_identity"),
        ("arrival_nationality", "PA", "border_nationality"),
    ],
)
def test_s3_035_box_18_is_proposed_for_box_21(cause, value, follows):
    draft = key(a_draft(), Place(cause), value)
    assert draft.value(Place(follows)) == value
    assert is_filled(draft, follows)
    assert key(draft, Place(cause), "").value(Place(follows)) == ""
    kept = a_draft(**{follows: "XX"})
    assert key(kept, Place(cause), value).value(Place(follows)) == "XX"


def test_s3_050_the_warehouse_gives_the_days():
    draft = key(a_draft(), Place("warehouse"), "APW03")
    assert header(draft, "warehouse_days") == (180,)
    assert header(key(draft, Place("warehouse"), "BIW01"), "warehouse_days") == (365,)
    assert header(key(draft, Place("warehouse"), ""), "warehouse_days") == (None,)
    kept = a_draft(warehouse_days=30)
    assert header(key(kept, Place("warehouse"), "APW03"), "warehouse_days") == (30,)


def test_s3_051_the_name_of_the_kind_of_packages_follows_from_its_code():
    draft = key(a_draft(), Place("package_kind", 1), "CT")
    assert draft.declaration.item(1).package_kind_name == "Carton"
    assert is_filled(draft, "package_kind_name", item=1)
    assert key(draft, Place("package_kind", 1), "").declaration.item(1).package_kind_name == ""


def test_s3_051_058_designation_and_units_follow_from_the_commodity_code():
    item = key(a_draft(), Place("commodity_code", 1), CIGARETTES).declaration.item(1)
    assert item.tariff_description == "Cigarettes containing tobacco"
    assert (item.unit_1, item.unit_1_name) == ("NMB", "Number")
    assert (item.unit_2, item.unit_2_name) == ("KGM", "Kilogram")
    assert (item.unit_3, item.unit_3_name) == ("", "")


def test_s3_058_a_new_commodity_code_brings_its_own_units():
    draft = key(a_draft(), Place("commodity_code", 1), CIGARETTES)
    cars = key(draft, Place("commodity_code", 1), CARS).declaration.item(1)
    assert (cars.unit_1, cars.unit_2, cars.unit_2_name) == ("NMB", "", "")
    assert cars.tariff_description.startswith("Motor cars")
    cleared = key(draft, Place("commodity_code", 1), "").declaration.item(1)
    assert (cleared.unit_1, cleared.unit_1_name, cleared.tariff_description) == ("", "", "")


def test_s3_058_the_law_gives_the_unit_even_where_a_file_gave_another():
    draft = a_draft(Item(key=1, unit_1="UNT", unit_1_name="Units", unit_1_quantity=Decimal(3)))
    item = key(draft, Place("commodity_code", 1), CARS).declaration.item(1)
    assert (item.unit_1, item.unit_1_name, item.unit_1_quantity) == ("NMB", "Number", Decimal(3))


def test_units_keyed_under_a_code_nobody_knows_stay():
    draft = a_draft(Item(key=1, commodity_code="111", unit_1="LTR"))
    assert key(draft, Place("commodity_code", 1), "222").declaration.item(1).unit_1 == "LTR"


def test_a_designation_keyed_by_the_clerk_stays_and_one_of_the_tariff_follows():
    own = a_draft(Item(key=1, tariff_description="As on the invoice"))
    kept = key(own, Place("commodity_code", 1), CARS).declaration.item(1)
    assert kept.tariff_description == "As on the invoice"
    rice = BOOK.line(RICE, TODAY).ar
    read = a_draft(Item(key=1, commodity_code=RICE, tariff_description=rice))
    changed = key(read, Place("commodity_code", 1), CARS).declaration.item(1)
    assert changed.tariff_description.startswith("Motor cars")


def test_a_precision_keyed_apart_finds_the_line():
    draft = a_draft(Item(key=1, commodity_code="87032270"))
    item = key(draft, Place("commodity_precision", 1), "0000").declaration.item(1)
    assert item.unit_1 == "NMB"


def test_the_name_of_a_document_follows_from_its_code():
    draft = a_draft(Item(key=1, documents=(Document(), Document(name="Own words"))))
    first, second = (Place("document_code", 1, Rows.DOCUMENTS, row) for row in (0, 1))
    draft = key(key(draft, first, "380"), second, "380")
    named, kept = draft.declaration.item(1).documents
    assert (named.name, kept.name) == ("Commercial invoice", "Own words")
    assert Place("name", 1, Rows.DOCUMENTS, 0) in draft.filled


def test_s3_054_ticking_box_19_moves_keyed_containers_into_the_list():
    draft = a_draft(
        Item(key=1, container_1="CSQU3054383", container_3="MSCU6639870"),
        Item(key=2, container_2="CSQU3054383"),
    )
    ticked = key(draft, Place("has_containers"), True)
    assert ticked.declaration.containers == (
        Container(item_key=1, identity="CSQU3054383"),
        Container(item_key=1, identity="MSCU6639870"),
        Container(item_key=2, identity="CSQU3054383"),
    )
    assert all(
        not getattr(item, f"container_{n}")
        for item in ticked.declaration.items
        for n in (1, 2, 3, 4)
    )


def test_s3_054_a_list_that_has_rows_stays_as_it_is():
    rows = (Container(item_key=1, identity="MSCU6639870"),)
    draft = a_draft(Item(key=1, container_1="CSQU3054383"), containers=rows)
    ticked = key(draft, Place("has_containers"), True)
    assert ticked.declaration.containers == rows
    assert ticked.declaration.item(1).container_1 == "CSQU3054383"


def test_s3_054_unticking_box_19_moves_nothing():
    draft = a_draft(Item(key=1, container_1="CSQU3054383"), has_containers=True)
    assert key(draft, Place("has_containers"), False).declaration.containers == ()
