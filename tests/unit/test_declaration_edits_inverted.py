"""Any edits of any draft, taken back in reverse, give the draft there was; done again, the other.

Rejected texts are kept by place: their order is no part of a draft.
"""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sad_desktop.declaration.draft import ROW_TYPES, Draft, Place, Rows
from sad_desktop.declaration.edits import Edit, Entry, set_field
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import (
    insert_items,
    move_item,
    remove_items,
    remove_row,
    replace_item,
    set_rows,
)
from sad_desktop.declaration.model import Declaration
from tests.strategies import drafts, items, values_of

OF_ITEMS = (Rows.DOCUMENTS, Rows.PREVIOUS, Rows.TAXES)


def keyed(draw, draft: Draft) -> Edit:
    """Key something, understood or not, into any field of the draft."""
    holders = [(Declaration, 0, None, 0)]
    holders += [(Item, item.key, None, 0) for item in draft.declaration.items]
    holders += [(ROW_TYPES[kind], item, kind, row) for item, kind, row in rows_of(draft)]
    model, item, kind, row = draw(st.sampled_from(holders))
    name = draw(st.sampled_from(sorted(definitions(model))))
    value = draw(values_of(definitions(model)[name]))
    rejected = draw(st.none() | st.text(max_size=5))
    entry = Entry(value, rejected, filled=draw(st.booleans()))
    return set_field(draft, Place(name, item, kind, row), entry)


def rows_of(draft: Draft) -> list[tuple[int, Rows, int]]:
    """Every row: its item's key, its kind, its position."""
    declaration = draft.declaration
    found = [(0, Rows.CONTAINERS, row) for row in range(len(declaration.containers))]
    for item in declaration.items:
        for kind in OF_ITEMS:
            found += [(item.key, kind, row) for row in range(len(getattr(item, kind)))]
    return found


def of_items(draw, draft: Draft) -> Edit:
    """Add, take out, move or replace items."""
    present = draft.declaration.items
    index = draw(st.integers(0, len(present)))
    fresh = draw(st.lists(items(), min_size=1, max_size=3))
    if not present or draw(st.booleans()):
        return insert_items(draft, index, fresh)
    key = draw(st.sampled_from([item.key for item in present]))
    return draw(
        st.sampled_from(
            [
                remove_items(draft, [key]),
                move_item(draft, key, min(index, len(present) - 1)),
                replace_item(draft, draw(items(key))),
            ]
        )
    )


def of_rows(draw, draft: Draft) -> Edit:
    """Take a row out, or exchange all rows of a list."""
    present = rows_of(draft)
    if present and draw(st.booleans()):
        item, kind, row = draw(st.sampled_from(present))
        return remove_row(draft, item, kind, row)
    owners = [(0, Rows.CONTAINERS)]
    owners += [(item.key, kind) for item in draft.declaration.items for kind in OF_ITEMS]
    item, kind = draw(st.sampled_from(owners))
    rows = [ROW_TYPES[kind]() for _ in range(draw(st.integers(0, 2)))]
    return set_rows(draft, item, kind, rows)


@settings(max_examples=100, deadline=None)
@given(data=st.data(), draft=drafts())
def test_every_edit_is_taken_back_and_done_again(data, draft):
    steps: list[tuple[Draft, Edit]] = []
    now = draft
    for _ in range(data.draw(st.integers(1, 5))):
        make = data.draw(st.sampled_from([keyed, of_items, of_rows]))
        edit = make(data.draw, now)
        steps.append((now, edit))
        now = edit.apply(now)
    last = now
    for before, edit in reversed(steps):
        now = edit.inverted().apply(now)
        assert now == before
    for _, edit in steps:
        now = edit.apply(now)
    assert now == last


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.filter_too_much]
)  # few drafts hold what can be taken out of them
@given(data=st.data(), draft=drafts())
def test_no_edit_leaves_a_mark_on_what_is_gone(data, draft):
    now = draft
    for _ in range(data.draw(st.integers(1, 4))):
        now = data.draw(st.sampled_from([of_items, of_rows]))(data.draw, now).apply(now)
    for place in (*now.rejected, *now.filled):
        now.value(place)  # raises where the item or the row is gone
