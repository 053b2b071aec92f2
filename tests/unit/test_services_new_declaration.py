"""What a new declaration and a new item already say before anything is keyed."""

from datetime import date
from decimal import Decimal

import pytest

from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import insert_items
from sad_desktop.declaration.model import Declaration
from sad_desktop.services.new_declaration import Start, defaults, item_defaults, new_draft
from sad_desktop.tariff.shipped_book import shipped_book

TODAY = date(2026, 11, 21)
BOOK = shipped_book("bh")


def filled(draft):
    return {place.field for place in draft.filled}


def test_a_new_declaration_is_an_import_of_this_year_to_the_home_country():
    draft = new_draft(BOOK, TODAY)
    kept = draft.declaration
    assert (kept.declaration_type, kept.general_procedure) == ("IM", "4")
    assert kept.reference_year == 2026
    assert (kept.destination_country, kept.destination_country_name) == ("BH", "Bahrain")
    assert kept.export_country == ""
    assert kept.apportionment == "0"
    assert draft.profile == "bh"
    assert len(kept.items) == 1


def test_a_new_export_comes_from_the_home_country():
    kept = new_draft(BOOK, TODAY, Start(model="EX1")).declaration
    assert (kept.export_country, kept.destination_country) == ("BH", "")
    assert kept.items[0].procedure == "1000"


def test_office_and_declarant_come_from_the_settings_with_their_names():
    start = Start(office="BHKBS", declarant="18095-04")
    kept = new_draft(BOOK, TODAY, start, "ar").declaration
    assert kept.office_name == "جمرك ميناء خليفة بن سلمان"
    assert kept.declarant_name.startswith("مؤسسة اللؤلؤة للتخليص الجمركي")


def test_everything_put_in_is_marked_as_filled():
    draft = new_draft(BOOK, TODAY, Start(office="BHKBS", declarant="18095-04"))
    for place in draft.filled:
        assert draft.value(place) not in ("", None)
    assert filled(draft) == {
        *("declaration_type", "general_procedure", "reference_year", "apportionment"),
        *("destination_country", "destination_country_name", "office_code", "office_name"),
        *("declarant_code", "declarant_name", "procedure", "valuation_method", "adjustment"),
    }


def test_without_settings_office_and_declarant_stay_empty():
    kept = new_draft(BOOK, TODAY).declaration
    assert (kept.office_code, kept.office_name, kept.declarant_code) == ("", "", "")


def test_s3_068_069_an_item_starts_with_method_and_adjustment_one():
    item = new_draft(BOOK, TODAY).declaration.items[0]
    assert (item.valuation_method, item.adjustment) == ("1", Decimal(1))


@pytest.mark.parametrize(("procedure", "expected"), [("4", "4000"), ("7", "7100"), ("", "")])
def test_a_new_item_takes_the_procedure_of_the_model(procedure, expected):
    draft = Draft(declaration=Declaration(declaration_type="IM", general_procedure=procedure))
    draft = insert_items(draft, 0, [Item(), Item()]).apply(draft)
    for edit in item_defaults(draft, 2, BOOK, TODAY):
        draft = edit.apply(draft)
    assert draft.declaration.item(2).procedure == expected
    assert draft.declaration.item(2).valuation_method == "1"
    assert draft.declaration.item(1).valuation_method == ""


def test_what_stands_in_a_draft_already_is_not_touched():
    own = Declaration(
        reference_year=2025,
        apportionment="1",
        items=(Item(key=1, procedure="4071", valuation_method="6", adjustment=Decimal(2)),),
    )
    draft = Draft(declaration=own)
    for edit in defaults(draft, BOOK, TODAY):
        draft = edit.apply(draft)
    kept = draft.declaration
    assert (kept.reference_year, kept.apportionment) == (2025, "1")
    item = kept.items[0]
    assert (item.procedure, item.valuation_method, item.adjustment) == ("4071", "6", Decimal(2))
    assert Place("declaration_type") in draft.filled


def test_the_neutral_country_has_no_home():
    kept = new_draft(shipped_book("asycuda"), TODAY).declaration
    assert kept.destination_country == ""
    assert kept.items[0].procedure == "4000"
