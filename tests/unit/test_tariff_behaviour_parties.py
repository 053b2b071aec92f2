"""Boxes 1 to 9 and 14: which are keyed, computed or closed, by flow and status."""

from dataclasses import replace
from datetime import date

import pytest

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.tariff.behaviour import StateKind, circumstances, state_of
from sad_desktop.tariff.behaviour_circumstances import company_text
from sad_desktop.tariff.shipped_book import ShippedBook, shipped_book

TODAY = date(2026, 11, 21)
BOOK = shipped_book("bh")
WAHA = company_text(BOOK.entry("companies", "58411-01", TODAY), "en")
WAHA_AR = company_text(BOOK.entry("companies", "58411-01", TODAY), "ar")
REQUIRED, OPTIONAL = StateKind.REQUIRED, StateKind.OPTIONAL
COMPUTED, NOT_USED = StateKind.COMPUTED, StateKind.NOT_USED


def kind_of(field, model="IM4", book=BOOK, **changes):
    declaration = Declaration(declaration_type=model[:2], general_procedure=model[2:], **changes)
    return state_of(Place(field), circumstances(declaration, Status.DRAFT, book, TODAY)).kind


def with_flags(**flags):
    return ShippedBook(replace(BOOK.profile, flags=flags))


def test_s3_007_on_import_the_exporter_has_no_code_but_a_name():
    assert kind_of("exporter_code", "IM4") is NOT_USED
    assert kind_of("exporter_name", "IM4") is REQUIRED


def test_s3_007_a_known_name_does_not_close_the_free_text_of_an_import():
    assert kind_of("exporter_name", "IM4", exporter_code="58411-01", exporter_name=WAHA) is REQUIRED


def test_s3_008_on_export_the_exporter_s_code_is_keyed_and_its_name_follows():
    assert kind_of("exporter_code", "EX1") is REQUIRED
    assert kind_of("exporter_name", "EX1") is REQUIRED
    assert kind_of("exporter_name", "EX1", exporter_code="58411-01", exporter_name=WAHA) is COMPUTED
    assert (
        kind_of("exporter_name", "EX1", exporter_code="58411-01", exporter_name=WAHA_AR) is COMPUTED
    )


def test_s3_008_a_name_the_list_does_not_give_stays_open():
    assert (
        kind_of("exporter_name", "EX1", exporter_code="58411-01", exporter_name="Other") is REQUIRED
    )
    assert kind_of("exporter_name", "EX1", exporter_code="1", exporter_name=WAHA) is REQUIRED


def test_s3_009_on_import_the_consignee_s_code_is_keyed_and_its_name_follows():
    assert kind_of("consignee_code", "IM4") is REQUIRED
    assert kind_of("consignee_name", "IM4") is REQUIRED
    named = {"consignee_code": "58411-01", "consignee_name": WAHA}
    assert kind_of("consignee_name", "IM4", **named) is COMPUTED


def test_s3_010_on_export_the_consignee_has_no_code_but_a_name():
    assert kind_of("consignee_code", "EX1") is NOT_USED
    assert kind_of("consignee_name", "EX1") is REQUIRED


def test_without_a_model_both_parties_may_be_keyed():
    for field in ("exporter_code", "exporter_name", "consignee_code", "consignee_name"):
        assert kind_of(field, "") is OPTIONAL


def test_s3_015_the_model_is_always_asked_for():
    assert kind_of("declaration_type", "") is REQUIRED
    assert kind_of("general_procedure", "EX1") is REQUIRED


@pytest.mark.parametrize(
    ("model", "kind"), [("IM4", NOT_USED), ("EX1", NOT_USED), ("TR8", OPTIONAL), ("IM8", OPTIONAL)]
)
def test_the_transit_type_belongs_to_transit(model, kind):
    assert kind_of("transit_document", model) is kind


@pytest.mark.parametrize("field", ["form_number", "form_total", "item_count", "package_count"])
def test_s3_017_019_020_counted_boxes_are_computed(field):
    assert kind_of(field) is COMPUTED


def test_s3_018_loading_lists_are_optional():
    assert kind_of("loading_lists") is OPTIONAL


def test_s3_021_the_year_is_set_by_the_program_and_the_number_keyed():
    assert kind_of("reference_year", reference_year=2026) is COMPUTED
    assert kind_of("reference_year") is REQUIRED
    assert kind_of("reference_number") is REQUIRED


def test_s3_022_the_program_may_give_the_number():
    assert kind_of("reference_number", book=with_flags(reference_numbering="automatic")) is COMPUTED
    assert kind_of("reference_number", book=with_flags(reference_numbering="manual")) is REQUIRED


@pytest.mark.parametrize(
    ("model", "kind"), [("IM4", REQUIRED), ("IM7", OPTIONAL), ("EX1", OPTIONAL)]
)
def test_s3_023_who_pays_is_asked_for_where_duties_are_paid(model, kind):
    assert kind_of("payer_code", model) is kind


def test_s3_023_the_payer_s_name_follows_from_the_code():
    assert kind_of("payer_name", payer_code="58411-01", payer_name=WAHA) is COMPUTED
    assert kind_of("payer_name", payer_code="58411-01", payer_name="") is OPTIONAL


def test_s3_027_the_declarant_s_code_is_keyed_and_the_name_follows():
    pearl = company_text(BOOK.entry("companies", "18095-04", TODAY), "en")
    assert kind_of("declarant_code") is REQUIRED
    assert kind_of("declarant_name") is REQUIRED
    assert kind_of("declarant_name", declarant_code="18095-04", declarant_name=pearl) is COMPUTED


def test_the_office_s_name_follows_from_its_code():
    assert kind_of("office_code") is REQUIRED
    name = BOOK.entry("offices", "BHKBS", TODAY).en
    assert kind_of("office_name", office_code="BHKBS", office_name=name) is COMPUTED
    assert kind_of("office_name", office_code="BHKBS", office_name="Port") is OPTIONAL
