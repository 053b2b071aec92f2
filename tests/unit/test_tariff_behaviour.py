"""Which boxes are keyed in general: every place has a state, and a closed declaration is locked."""

from dataclasses import replace
from datetime import date

import pytest

from sad_desktop.declaration.draft import ROW_TYPES, Place, Rows
from sad_desktop.declaration.fields import Level, definitions
from sad_desktop.declaration.figures import HeaderFigures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container
from sad_desktop.declaration.status import Status
from sad_desktop.tariff.behaviour import (
    HEADER_RULES,
    ITEM_RULES,
    Flow,
    StateKind,
    circumstances,
    has_container_list,
    state_of,
)
from sad_desktop.tariff.shipped_book import ShippedBook, shipped_book

TODAY = date(2026, 11, 21)
BOOK = shipped_book("bh")
HEADER = {**definitions(Declaration), **definitions(HeaderFigures)}
ITEM = {**definitions(Item), **definitions(ItemFigures)}
PLACES = [Place(name) for name in HEADER] + [Place(name, 1) for name in ITEM]
ROWS = [
    Place(name, 0 if kind is Rows.CONTAINERS else 1, kind, 0)
    for kind, model in ROW_TYPES.items()
    for name in definitions(model)
]
MODELS = [("IM", "4"), ("IM", "7"), ("EX", "1"), ("EX", "3"), ("TR", "8"), ("", "")]
REGISTERED = [status for status in Status if not status.is_editable]


def around(status=Status.DRAFT, book=BOOK, **changes):
    own = {"declaration_type": "IM", "general_procedure": "4", "items": (Item(key=1),), **changes}
    return circumstances(Declaration(**own), status, book, TODAY)


@pytest.mark.parametrize(("kind", "procedure"), MODELS)
def test_every_place_of_the_form_has_a_state_and_says_why_it_is_closed(kind, procedure):
    for country in ("bh", "kw", "eg", "asycuda"):
        here = around(
            book=shipped_book(country), declaration_type=kind, general_procedure=procedure
        )
        for place in PLACES + ROWS:
            state = state_of(place, here)
            assert state.kind in StateKind
            assert state.is_keyed or state.reason.endswith("."), place


def test_every_rule_stands_for_a_field_and_says_where_it_comes_from():
    assert HEADER_RULES.keys() <= HEADER.keys()
    assert ITEM_RULES.keys() <= ITEM.keys()
    for rule in {*HEADER_RULES.values(), *ITEM_RULES.values()}:
        assert any(rule.__doc__.startswith(row) for row in ("S2-", "S3-", "BOXES ", "P-")), rule


@pytest.mark.parametrize("status", REGISTERED)
def test_nothing_is_keyed_once_the_declaration_is_registered(status):
    here = around(status, has_containers=True, containers=(Container(item_key=1),))
    for place in PLACES + ROWS:
        state = state_of(place, here)
        assert not state.is_keyed
        assert state.reason


def test_a_closed_box_keeps_its_own_reason_when_the_declaration_is_registered():
    assert "15b" in state_of(Place("export_region"), around(Status.PAID)).reason
    assert "registered" in state_of(Place("loading_lists"), around(Status.REGISTERED)).reason


@pytest.mark.parametrize("status", [Status.DRAFT, Status.STORED])
def test_a_stored_draft_is_keyed_like_a_new_one(status):
    assert state_of(Place("loading_lists"), around(status)).is_keyed


def test_a_box_the_country_does_not_use_is_closed():
    other = ShippedBook(replace(BOOK.profile, unused=frozenset({"quota", "loading_lists"})))
    assert state_of(Place("loading_lists"), around(book=other)).kind is StateKind.NOT_USED
    assert state_of(Place("quota", 1), around(book=other)).kind is StateKind.NOT_USED
    assert state_of(Place("quota", 1), around()).kind is StateKind.OPTIONAL


@pytest.mark.parametrize(
    "place",
    [Place("exporter_code"), Place("export_region"), Place("warehouse"), Place("origin_region", 1)],
)
def test_the_neutral_country_closes_no_box_until_registration(place):
    neutral = shipped_book("asycuda")
    assert state_of(place, around()).kind is StateKind.NOT_USED
    assert state_of(place, around(book=neutral)).kind is StateKind.OPTIONAL
    assert not state_of(place, around(Status.PAID, book=neutral)).is_keyed
    assert state_of(Place("item_count"), around(book=neutral)).kind is StateKind.COMPUTED


@pytest.mark.parametrize(
    ("kind", "procedure", "flow"),
    [
        ("IM", "4", Flow.IMPORT),
        ("IM", "", Flow.IMPORT),
        ("IMR", "4", Flow.IMPORT),
        ("EX", "9", Flow.EXPORT),
        ("TR", "8", Flow.TRANSIT),
        ("SD", "4", Flow.IMPORT),
        ("", "", Flow.UNKNOWN),
        ("QQ", "4", Flow.UNKNOWN),
    ],
)
def test_the_model_or_the_letters_of_its_type_say_which_way_the_goods_go(kind, procedure, flow):
    assert around(declaration_type=kind, general_procedure=procedure).flow is flow


@pytest.mark.parametrize("name", [n for n, f in HEADER.items() if f.level is Level.OFFICIAL])
def test_official_boxes_are_not_keyed(name):
    assert state_of(Place(name), around()).kind is StateKind.COMPUTED


TRANSIT = [name for name, field in HEADER.items() if field.level is Level.TRANSIT]
NAMED_IN_TRANSIT = {"principal_code", "principal_name"}


@pytest.mark.parametrize("name", [name for name in TRANSIT if name not in NAMED_IN_TRANSIT])
def test_transit_boxes_are_keyed_for_transit_and_suspended_goods(name):
    place = Place(name)
    assert state_of(place, around()).kind is StateKind.NOT_USED
    transit = around(declaration_type="TR", general_procedure="8")
    assert state_of(place, transit).kind is StateKind.OPTIONAL
    warehouse = around(declaration_type="IM", general_procedure="7")
    assert state_of(place, warehouse).kind is StateKind.OPTIONAL


@pytest.mark.parametrize("name", sorted(NAMED_IN_TRANSIT))
def test_only_a_transit_must_name_its_principal(name):
    place = Place(name)
    assert state_of(place, around()).kind is StateKind.NOT_USED
    transit = around(declaration_type="TR", general_procedure="8")
    assert state_of(place, transit).kind is StateKind.REQUIRED


def test_the_list_of_containers_is_shown_when_box_19_is_ticked_or_rows_remain():
    assert not has_container_list(Declaration())
    assert has_container_list(Declaration(has_containers=True))
    assert has_container_list(Declaration(containers=(Container(identity="CSQU3054383"),)))


def test_container_rows_are_keyed_while_box_19_is_ticked():
    identity = Place("identity", 0, Rows.CONTAINERS, 0)
    goods = Place("goods", 0, Rows.CONTAINERS, 0)
    rows = (Container(item_key=1),)
    ticked = around(has_containers=True, containers=rows)
    assert state_of(identity, ticked).kind is StateKind.REQUIRED
    assert state_of(goods, ticked).kind is StateKind.OPTIONAL
    assert state_of(goods, around(containers=rows)).kind is StateKind.NOT_USED


def test_a_rule_s_mark_on_a_document_is_not_keyed():
    assert not state_of(Place("from_rule", 1, Rows.DOCUMENTS, 0), around()).is_keyed
    assert state_of(Place("reference", 1, Rows.DOCUMENTS, 0), around()).is_keyed


def test_rules_look_up_only_the_items_they_are_asked_for(monkeypatch):
    asked = []
    book = shipped_book("bh")
    monkeypatch.setattr(
        book, "line", lambda code, on, own=book.line: asked.append(code) or own(code, on)
    )
    items = tuple(Item(key=key, commodity_code=f"{key:012}") for key in range(1, 1000))
    here = around(book=book, items=items)
    for name in ITEM:
        state_of(Place(name, 500), here)
    assert asked == ["000000000500"]
