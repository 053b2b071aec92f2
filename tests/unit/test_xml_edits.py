"""Whatever is edited in a file comes back when the file is read again, and nothing else changes."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sad_desktop.declaration.draft import ROW_TYPES, Draft, Place, Rows
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.lists import insert_items, move_item, remove_items, set_rows
from sad_desktop.declaration.model import Declaration
from sad_desktop.resources import resource
from sad_desktop.xml import mapping
from sad_desktop.xml.read import read
from sad_desktop.xml.write import write
from tests.carried import carried, differences
from tests.strategies import values_of

REAL = Path(__file__).parents[2].parent / "shared" / "samples" / "asycuda"
SHIPPED = ("im4-seven-items.xml", "im4-assessed.xml")
REAL_SMALL = (
    "albania-im4-containers-two-currencies.xml",
    "albania-im4-mode2.xml",
    "grenada-blank.xml",
    "grenada-ex9-writeoff.xml",
    "grenada-im7-assessed-3-items.xml",
    "jamaica-imr4-header-only.xml",
    "tool-jaxb-7-tax-slots.xml",
    "tool-waternut-4-items.xml",
    "tool-xmport-3-items.xml",
)
ROW_PATHS = {
    Rows.CONTAINERS: mapping.CONTAINER,
    Rows.DOCUMENTS: mapping.DOCUMENT,
    Rows.PREVIOUS: mapping.PREVIOUS,
}


@st.composite
def a_row(draw: st.DrawFn, kind: Rows) -> Any:
    """Return a row that is not blank."""
    known = definitions(ROW_TYPES[kind])
    names = draw(st.lists(st.sampled_from(sorted(known)), min_size=1, max_size=4, unique=True))
    values = {name: draw(values_of(known[name])) for name in names}
    first = next(name for name in known if known[name].kind is Kind.CODE)
    return ROW_TYPES[kind](**{**values, first: "K1"})


def set_some_field(data: st.DataObject, draft: Draft) -> Draft:
    """Return the draft with one field keyed anew: in the header, an item or a row."""
    declaration = draft.declaration
    items = declaration.items
    if not items or data.draw(st.booleans()):
        name = data.draw(st.sampled_from(sorted(mapping.HEADER)))
        place, known = Place(name), definitions(Declaration)[name]
    else:
        name = data.draw(st.sampled_from(sorted(mapping.ITEM)))
        place = Place(name, data.draw(st.sampled_from(items)).key)
        known = definitions(Item)[name]
    rejected = {other: text for other, text in draft.rejected.items() if other != place}
    if name != "apportionment" and data.draw(st.integers(0, 4)) == 0:
        return replace(draft, rejected={**rejected, place: "?" * (known.length + 1)})
    value = data.draw(values_of(known))
    if not place.item:
        changed = replace(declaration, **{name: value})
    else:
        position = declaration.position(place.item)
        item = replace(items[position], **{name: value})
        changed = replace(declaration, items=(*items[:position], item, *items[position + 1 :]))
    return replace(draft, declaration=changed, rejected=rejected)


def change_rows(data: st.DataObject, draft: Draft) -> Draft:
    """Return the draft with another order or number of rows in one list."""
    items = draft.declaration.items
    kind = data.draw(st.sampled_from(sorted(ROW_PATHS))) if items else Rows.CONTAINERS
    key = data.draw(st.sampled_from(items)).key if kind is not Rows.CONTAINERS else 0
    holder = draft.declaration.item(key) if key else draft.declaration
    rows = list(getattr(holder, kind))
    rows = data.draw(st.permutations(rows))[: data.draw(st.integers(0, 3))]
    for _ in range(data.draw(st.integers(0, 2))):
        row = data.draw(a_row(kind))
        if kind is Rows.CONTAINERS and items:
            row = replace(row, item_key=data.draw(st.sampled_from(items)).key)
        rows.insert(data.draw(st.integers(0, len(rows))), row)
    draft = set_rows(draft, key, kind, rows).apply(draft)
    kept = {p: t for p, t in draft.rejected.items() if p.rows is not kind or p.item != key}
    return replace(draft, rejected=kept)


def change_items(data: st.DataObject, draft: Draft) -> Draft:
    """Return the draft with an item added, removed or moved."""
    keys = [item.key for item in draft.declaration.items]
    action = data.draw(st.sampled_from(["add", "copy", "remove", "move"])) if keys else "add"
    place = data.draw(st.integers(0, len(keys)))
    if action == "remove":
        return remove_items(draft, [data.draw(st.sampled_from(keys))]).apply(draft)
    if action == "move":
        return move_item(draft, data.draw(st.sampled_from(keys)), place).apply(draft)
    item = Item(commodity_code="87032270", invoice_amount=Decimal("12.50"))
    if action == "copy":
        item = draft.declaration.item(data.draw(st.sampled_from(keys)))
    return insert_items(draft, place, [item]).apply(draft)


def check_edits(data: st.DataObject, content: bytes) -> None:
    original = read(content, "a.xml")
    draft = original
    for _ in range(data.draw(st.integers(1, 4))):
        step = data.draw(st.sampled_from([set_some_field, change_rows, change_items]))
        draft = step(data, draft)
    again = read(write(draft, None), "b.xml")
    assert differences(carried(again), carried(draft)) == []


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(SHIPPED))
def test_edits_of_a_shipped_sample_come_back(data: st.DataObject, name: str):
    check_edits(data, resource(f"samples/{name}").read_bytes())


@pytest.mark.samples
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data(), st.sampled_from(REAL_SMALL))
def test_edits_of_a_real_file_come_back(data: st.DataObject, name: str):
    if not REAL.is_dir():
        pytest.skip(f"{name} is not beside the project")
    check_edits(data, (REAL / name).read_bytes())
