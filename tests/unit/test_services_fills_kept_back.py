"""Where nothing may follow from an edit; and what followed is closed, and goes with its cause."""

import pytest

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.edits import Entry, set_field
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Container, Document
from sad_desktop.services.fills import fills
from sad_desktop.services.reference_lists import load_book
from sad_desktop.tariff.behaviour import StateKind, circumstances, state_of
from tests.filled import BOOK, CIGARETTES, NAMED, TODAY, WAHA, a_draft, header, key


@pytest.mark.parametrize("field", ["exchange_rate", "office_name"])
def test_text_typed_and_not_understood_is_not_overwritten(field):
    cause = {"exchange_rate": "invoice_currency", "office_name": "office_code"}[field]
    code = {"exchange_rate": "USD", "office_name": "BHKBS"}[field]
    draft = a_draft()
    wrong = set_field(draft, Place(field), Entry(draft.value(Place(field)), rejected="0,3,7"))
    draft = key(wrong.apply(draft), Place(cause), code)
    assert draft.rejected == {Place(field): "0,3,7"}


def test_nothing_follows_from_text_that_was_not_understood():
    draft = key(a_draft(), Place("warehouse"), "APW03")
    wrong = set_field(draft, Place("warehouse"), Entry("APW03", rejected="\x00"))
    assert fills(wrong.apply(draft), Place("warehouse"), BOOK, TODAY) == ()


def test_nothing_follows_from_a_field_that_decides_nothing():
    assert fills(a_draft(), Place("loading_lists"), BOOK, TODAY) == ()
    assert fills(a_draft(), Place("gross_mass", 1), BOOK, TODAY) == ()
    rows = a_draft(containers=(Container(package_kind="CT"),))
    assert fills(rows, Place("package_kind", 0, Rows.CONTAINERS, 0), BOOK, TODAY) == ()
    documents = a_draft(Item(key=1, documents=(Document(reference="1"),)))
    assert fills(documents, Place("reference", 1, Rows.DOCUMENTS, 0), BOOK, TODAY) == ()


def test_what_follows_already_is_not_put_in_again():
    draft = key(a_draft(), Place("export_country"), "TR")
    assert fills(draft, Place("export_country"), BOOK, TODAY) == ()


@pytest.mark.parametrize(("field", "code", "name_field"), [row[:3] for row in NAMED])
def test_a_name_put_in_closes_its_box(field, code, name_field):
    draft = key(a_draft(), Place(field), code)
    around = circumstances(draft.declaration, draft.status, BOOK, TODAY)
    assert state_of(Place(name_field), around).kind is StateKind.COMPUTED


def test_every_fill_comes_back_with_its_cause():
    draft = a_draft(Item(key=1, container_1="CSQU3054383"))
    for place, value in (
        (Place("declaration_type"), "EX3"),
        (Place("consignee_code"), "58411-01"),
        (Place("commodity_code", 1), CIGARETTES),
        (Place("has_containers"), True),
    ):
        edits = [set_field(draft, place, Entry(value))]
        edits += fills(edits[0].apply(draft), place, BOOK, TODAY)
        after = draft
        for edit in edits:
            after = edit.apply(after)
        for edit in reversed(edits):
            after = edit.inverted().apply(after)
        assert after == draft


def test_the_book_of_the_program_answers_the_same():
    draft = key(a_draft(), Place("consignee_code"), "58411-01", book=load_book("bh"))
    assert header(draft, "consignee_name") == (WAHA,)
