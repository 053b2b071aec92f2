"""Items and rows are added, removed and moved with what hangs on them; pages follow."""

from dataclasses import replace

import pytest

from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.edits import Entry, ReplaceDraft, set_field
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import (
    insert_items,
    move_item,
    page_count,
    page_items,
    page_of,
    remove_items,
    remove_row,
    replace_item,
    set_rows,
)
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document


def a_draft(count: int = 4) -> Draft:
    items = tuple(Item(key=key, marks_1=f"M{key}") for key in range(1, count + 1))
    containers = tuple(Container(item_key=key, identity=f"C{key}") for key in (1, 2, 2, 3))
    return Draft(declaration=Declaration(items=items, containers=containers))


def marks(draft: Draft) -> list[str]:
    return [item.marks_1 for item in draft.declaration.items]


@pytest.mark.parametrize(
    ("items", "pages"), [(0, 1), (1, 1), (2, 2), (4, 2), (5, 3), (7, 3), (119, 41), (999, 334)]
)
def test_the_number_of_forms_is_one_and_a_third_of_the_items_after_the_first(items, pages):
    assert page_count(items) == pages


def test_the_first_page_holds_one_item_and_each_other_page_three():
    draft = a_draft(7)
    assert [item.key for item in page_items(draft, 0)] == [1]
    assert [item.key for item in page_items(draft, 1)] == [2, 3, 4]
    assert [page_of(position) for position in range(7)] == [0, 1, 1, 1, 2, 2, 2]


def test_inserted_items_get_keys_no_item_has_had():
    draft = a_draft(3)
    after = insert_items(draft, 1, [Item(marks_1="new"), Item(marks_1="newer")]).apply(draft)
    assert marks(after) == ["M1", "new", "newer", "M2", "M3"]
    assert len({item.key for item in after.declaration.items}) == 5


def test_a_thousandth_item_is_refused():
    draft = a_draft(999)
    with pytest.raises(ValueError, match="1000"):
        insert_items(draft, 0, [Item()])


def test_a_removed_item_takes_what_hangs_on_it_along_and_brings_it_back():
    draft = a_draft(3)
    own, other = Place("gross_mass", 2), Place("gross_mass", 3)
    in_row = Place("identity", 0, Rows.CONTAINERS, 3)
    draft = replace(
        draft, rejected={own: "abc", other: "def", in_row: "??"}, filled=frozenset({own})
    )
    edit = remove_items(draft, [2])
    after = edit.apply(draft)
    assert marks(after) == ["M1", "M3"]
    assert [row.identity for row in after.declaration.containers] == ["C1", "C3"]
    assert after.rejected == {other: "def", Place("identity", 0, Rows.CONTAINERS, 1): "??"}
    assert after.filled == frozenset()
    assert edit.inverted().apply(after) == draft


def test_moving_an_item_keeps_its_key():
    draft = a_draft(4)
    edit = move_item(draft, 4, 0)
    after = edit.apply(draft)
    assert [item.key for item in after.declaration.items] == [4, 1, 2, 3]
    assert edit.inverted().apply(after) == draft


def test_an_overwritten_item_loses_what_was_rejected_in_it():
    draft = replace(a_draft(2), rejected={Place("net_mass", 2): "x"})
    after = replace_item(draft, Item(key=2, marks_1="copy")).apply(draft)
    assert marks(after) == ["M1", "copy"]
    assert not after.rejected


def test_rows_are_replaced_and_removed_with_the_texts_rejected_in_them():
    draft = a_draft(1)
    rows = [Document(document_code="380"), Document(document_code="271"), Document()]
    draft = set_rows(draft, 1, Rows.DOCUMENTS, rows).apply(draft)
    draft = replace(draft, rejected={Place("issued", 1, Rows.DOCUMENTS, 2): "soon"})
    edit = remove_row(draft, 1, Rows.DOCUMENTS, 0)
    after = edit.apply(draft)
    assert [row.document_code for row in after.declaration.item(1).documents] == ["271", ""]
    assert after.rejected == {Place("issued", 1, Rows.DOCUMENTS, 1): "soon"}
    assert edit.inverted().apply(after) == draft


def test_a_field_of_an_item_and_of_a_row_is_set_and_set_back():
    draft = a_draft(3)
    for place in (
        Place("marks_1", 2),
        Place("goods_location"),
        Place("identity", 0, Rows.CONTAINERS, 1),
    ):
        edit = set_field(draft, place, Entry("NEW", rejected="??", filled=True))
        after = edit.apply(draft)
        assert after.value(place) == "NEW"
        assert after.rejected == {place: "??"}
        assert after.filled == {place}
        assert edit.inverted().apply(after) == draft


def test_an_import_into_an_open_draft_can_be_taken_back():
    before, after = a_draft(1), a_draft(4)
    edit = ReplaceDraft(before, after)
    assert edit.inverted().apply(edit.apply(before)) == before
