"""Boxes of countries and transport: which are keyed, computed or closed, by flow."""

from dataclasses import replace
from datetime import date

import pytest

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.tariff.behaviour import StateKind, circumstances, state_of
from sad_desktop.tariff.shipped_book import ShippedBook, shipped_book

TODAY = date(2026, 11, 21)
BOOK = shipped_book("bh")
NEUTRAL = shipped_book("asycuda")
REQUIRED, OPTIONAL = StateKind.REQUIRED, StateKind.OPTIONAL
COMPUTED, NOT_USED = StateKind.COMPUTED, StateKind.NOT_USED


def state(field, model="IM4", book=BOOK, **changes):
    declaration = Declaration(declaration_type=model[:2], general_procedure=model[2:], **changes)
    return state_of(Place(field), circumstances(declaration, Status.DRAFT, book, TODAY))


def kind_of(field, model="IM4", book=BOOK, **changes):
    return state(field, model, book, **changes).kind


def with_flags(**flags):
    return ShippedBook(replace(BOOK.profile, flags=flags))


@pytest.mark.parametrize(
    ("field", "on_import", "on_export"),
    [
        ("consignment_country", "consigned from", "go to"),
        ("arrival_identity", "came on", "leave on"),
        ("arrival_nationality", "came on", "leave on"),
        ("border_mode", "entered", "will leave"),
        ("inland_mode", "from the border", "to the border"),
    ],
)
def test_s3_024_031_039_040_a_box_asks_for_the_journey_of_its_flow(field, on_import, on_export):
    assert on_import in state(field, "IM4").reason
    assert on_export in state(field, "EX1").reason
    assert state(field, "EX1").is_keyed


def test_s3_025_the_trading_country_is_the_exporter_s():
    assert kind_of("trading_country") is OPTIONAL
    assert "exporter" in state("trading_country").reason


def test_s3_026_the_certificate_of_origin_is_asked_for_on_imports_where_it_costs():
    keyed = with_flags(certificate_of_origin="keyed")
    assert kind_of("certificate_of_origin", "IM4", keyed) is REQUIRED
    assert kind_of("certificate_of_origin", "EX1", keyed) is OPTIONAL
    assert kind_of("certificate_of_origin", "IM4", NEUTRAL) is OPTIONAL


def test_s3_028_goods_are_shipped_from_abroad_on_import_and_from_home_on_export():
    assert kind_of("export_country", "IM4") is REQUIRED
    assert kind_of("export_country", "IM4", export_country="BH") is REQUIRED
    assert kind_of("export_country", "EX1", export_country="BH") is COMPUTED
    assert kind_of("export_country", "EX1", export_country="KW") is REQUIRED


def test_s3_028_a_country_without_a_home_keys_both_boxes():
    assert kind_of("export_country", "EX1", NEUTRAL) is REQUIRED
    assert kind_of("destination_country", "IM4", NEUTRAL) is REQUIRED


@pytest.mark.parametrize("model", ["IM4", "EX1", "TR8", ""])
def test_s3_028_030_the_regions_of_boxes_15_and_17_are_not_used(model):
    assert kind_of("export_region", model) is NOT_USED
    assert kind_of("destination_region", model) is NOT_USED


def test_s3_029_the_country_of_origin_is_computed():
    assert kind_of("origin_name") is COMPUTED


def test_s3_030_imports_go_home_and_exports_where_the_clerk_says():
    assert kind_of("destination_country", "IM4", destination_country="BH") is COMPUTED
    assert kind_of("destination_country", "IM4") is REQUIRED
    assert kind_of("destination_country", "IM4", destination_country="SA") is REQUIRED
    assert kind_of("destination_country", "EX1", destination_country="BH") is REQUIRED


@pytest.mark.parametrize(
    ("code_field", "name_field"),
    [
        ("export_country", "export_country_name"),
        ("destination_country", "destination_country_name"),
    ],
)
def test_s3_028_030_a_country_s_name_follows_from_its_code(code_field, name_field):
    assert kind_of(name_field, **{code_field: "TR", name_field: "Türkiye"}) is COMPUTED
    assert kind_of(name_field, **{code_field: "TR", name_field: "تركيا"}) is COMPUTED
    assert kind_of(name_field, **{code_field: "TR", name_field: "Ottoman Empire"}) is OPTIONAL
    assert kind_of(name_field, **{code_field: "", name_field: "Türkiye"}) is OPTIONAL


def test_s3_032_the_container_box_is_ticked():
    assert kind_of("has_containers") is OPTIONAL


def test_s3_035_the_active_means_may_differ_from_box_18():
    assert kind_of("border_identity") is OPTIONAL
    assert kind_of("border_nationality") is OPTIONAL


def test_s3_039_the_mode_at_the_border_is_asked_for_and_the_inland_one_is_not():
    assert kind_of("border_mode") is REQUIRED
    assert kind_of("inland_mode") is OPTIONAL


def test_names_of_places_and_offices_follow_from_their_codes():
    assert kind_of("loading_place_name", loading_place="AEJEA", loading_place_name="Jebel Ali") is (
        COMPUTED
    )
    assert kind_of("loading_place_name", loading_place="XXXXX", loading_place_name="Camp") is (
        OPTIONAL
    )
    office = BOOK.entry("offices", "BHKFC", TODAY).ar
    assert kind_of("border_office_name", border_office="BHKFC", border_office_name=office) is (
        COMPUTED
    )
    assert kind_of("border_office_name", border_office="BHKFC") is OPTIONAL


def test_s3_042_the_location_of_goods_may_stay_empty():
    assert kind_of("goods_location") is OPTIONAL
