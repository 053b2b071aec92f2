"""What law demands stands among the documents by itself, and goes when it no longer does."""

from dataclasses import replace
from datetime import date

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.edits import Entry, set_field
from sad_desktop.declaration.rows import Document
from sad_desktop.services.fills import fills
from tests.clean_declaration import COOKERS, DAY, RICE, clean, codes, entries

DEMANDED = Document(document_code="2", name="2", from_rule=True)


def keyed(given, place, value):
    """Key a value with all that follows from it; also return what was done."""
    edit = set_field(given.draft, place, Entry(value))
    after = edit.apply(given.draft)
    edits = (edit, *fills(after, place, given.book, DAY, former=given.draft))
    for one in edits[1:]:
        after = one.apply(after)
    return replace(given, draft=after), edits


def papers(given, number):
    return given.draft.declaration.items[number - 1].documents


def code_of(number):
    return Place("commodity_code", clean().draft.declaration.items[number - 1].key)


def without_conformity():
    given = clean().item(2, documents=())
    return given.item(1, documents=papers(given, 1)[:3], commodity_code=RICE)


def test_a_tariff_line_brings_its_document_and_one_undo_takes_it_back():
    given = without_conformity()
    after, edits = keyed(given, code_of(5), COOKERS)
    assert papers(after, 5) == (DEMANDED,)
    draft = after.draft
    for edit in reversed(edits):
        draft = edit.inverted().apply(draft)
    assert draft == given.draft


def test_the_row_stays_open_until_reference_and_date_are_there():
    after, _ = keyed(without_conformity().item(2, commodity_code=RICE), code_of(5), COOKERS)
    assert "D-02" in codes(after.found())
    full = replace(DEMANDED, reference="G-1", issued=date(2026, 10, 1))
    assert "D-02" not in codes(after.item(5, documents=(full,)).found())


def test_another_code_takes_back_the_open_row_but_never_a_keyed_one():
    after, _ = keyed(without_conformity(), code_of(5), COOKERS)
    again, _ = keyed(after, code_of(5), RICE)
    assert papers(again, 5) == ()
    full = replace(DEMANDED, reference="G-1")
    again, _ = keyed(after.item(5, documents=(full,)), code_of(5), RICE)
    assert papers(again, 5) == (full,)


def test_what_item_1_has_counts_for_all():
    after, _ = keyed(clean(), code_of(5), COOKERS)
    assert papers(after, 5) == ()


def test_a_model_demands_of_item_1_and_a_procedure_of_its_item():
    given = without_conformity().item(2, commodity_code=RICE)
    given = given.listed("models", *entries("IM7", flow="import", documents="911"))
    given = given.listed("procedures", *entries("4071", models="IM4", documents="325"))
    after, _ = keyed(given, Place("general_procedure"), "7")
    assert [row.document_code for row in papers(after, 1)][-1] == "911"
    assert papers(after, 2) == ()
    key = given.draft.declaration.items[3].key
    after, _ = keyed(given, Place("procedure", key), "4071")
    assert [row.document_code for row in papers(after, 4)] == ["325"]


def test_a_field_that_demands_nothing_looks_at_no_document():
    given = without_conformity()
    after, edits = keyed(given, Place("marks_1", 15), "NEW")
    assert len(edits) == 1
    assert papers(after, 2) == ()
