"""What is usual: at least half of the declarations, the recent ones counting more."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sad_desktop.brokerage.habits import (
    Habits,
    PastDeclaration,
    PastItem,
    Scope,
    age_weight,
    supplier_key,
)
from sad_desktop.brokerage.harvest import Harvest, Seen, Shelf, Sighting
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration

ON = date(2026, 11, 21)
OLD = ON - timedelta(days=800)


def past(on=ON, supplier="", model="IM4", documents=(), **values):
    return PastDeclaration(
        on=on, supplier=supplier, model=model, values=values, documents=frozenset(documents)
    )


def habits(*declarations, items=(), learned=()):
    return Habits("58411-01", declarations, items, learned, on=ON)


@pytest.mark.parametrize(("days", "weight"), [(0, 4), (183, 4), (184, 2), (366, 2), (367, 1)])
def test_a_declaration_counts_by_its_age(days, weight):
    assert age_weight(ON - timedelta(days=days), ON) == weight


def test_an_undated_declaration_counts_as_an_old_one():
    assert age_weight(None, ON) == 1


def test_one_declaration_before_is_enough_for_the_second():
    found = habits(past(invoice_currency="USD")).of_header("invoice_currency", "", "IM4")
    assert (found.value, found.times, found.total, found.last) == ("USD", 1, 1, ON)


def test_two_recent_declarations_outweigh_five_old_ones():
    own = [past(OLD, invoice_currency="USD")] * 5 + [past(invoice_currency="EUR")] * 2
    found = habits(*own).of_header("invoice_currency", "", "IM4")
    assert (found.value, found.times, found.total) == ("EUR", 2, 7)


def test_a_box_left_empty_more_often_than_not_has_no_habit():
    own = [past(warehouse="BIW01"), past(), past()]
    assert habits(*own).of_header("warehouse", "", "IM4") is None


def test_two_of_the_supplier_go_before_many_of_the_importer():
    own = [past(delivery_terms="CIF")] * 9 + [past(supplier="acme", delivery_terms="FOB")] * 2
    found = habits(*own).of_header("delivery_terms", "acme", "IM4")
    assert (found.value, found.scope, found.total) == ("FOB", Scope.SUPPLIER, 2)
    one = habits(*own[:10]).of_header("delivery_terms", "acme", "IM4")
    assert (one.value, one.scope, one.total) == ("CIF", Scope.IMPORTER, 10)


def test_exports_say_nothing_of_an_import_and_another_model_only_where_there_is_none():
    own = [past(model="EX3", office_code="BHBAH"), past(model="IM7", office_code="BHKBS")]
    known = habits(*own)
    assert known.of_header("office_code", "", "IM4").value == "BHKBS"
    assert known.of_header("office_code", "", "TR8") is None


def test_goods_are_known_by_their_folded_description_and_by_their_code():
    one, other = past(), past(OLD)
    values = {"commercial_description": "Coffee, BEANS", "commodity_code": "0901"}
    items = [
        *[PastItem(declaration=one, values={**values, "origin_country": "BR"})] * 40,
        PastItem(declaration=other, values={**values, "origin_country": "ET"}),
        PastItem(declaration=other, values={"commodity_code": "0902", "origin_country": "LK"}),
    ]
    known = habits(one, other, items=items)
    found = known.of_goods("commodity_code", "coffee beans", "")
    assert (found.value, found.times, found.total) == ("0901", 2, 2)  # declarations, not lines
    assert known.of_goods("origin_country", "coffee beans", "0901").value == "BR"
    assert known.of_goods("origin_country", "coffee beans", "0902").scope is Scope.CODE
    assert known.of_goods("origin_country", "", "") is None
    assert known.of_goods("origin_country", "tea", "") is None


def test_documents_of_the_first_item_are_those_of_the_declaration_too():
    one = past(documents=("380", "705"))
    item = PastItem(
        declaration=one, values={"commodity_code": "0901"}, documents=frozenset({"861"})
    )
    known = habits(one, items=[item])
    first = known.documents("", "IM4", "", "0901", is_first=True)
    assert [offer.value for offer in first] == ["380", "705", "861"]
    assert [o.value for o in known.documents("", "IM4", "", "0901", is_first=False)] == ["861"]


def learned(name, value, count, importer="58411-01"):
    sighting = Sighting(count=count, last=ON)
    return Seen(shelf=Shelf.HABITS, key=(importer, name), values=((value, sighting),))


def test_files_are_asked_only_while_they_know_more_and_go_the_same_way():
    lines = [learned("declaration_type", "IM", 3), learned("office_code", "BHBAH", 3)]
    own = past(office_code="BHKBS")
    found = habits(own, learned=lines).of_header("office_code", "", "IM4")
    assert (found.value, found.scope, found.times, found.total) == ("BHBAH", Scope.FILES, 3, 3)
    assert habits(own, own, own, learned=lines).of_header("office_code", "", "IM4").total == 3
    assert habits(learned=lines).of_header("office_code", "", "EX3") is None
    strange = [learned("office_code", "BHBAH", 3, importer="40233-02")]
    assert habits(learned=strange).of_header("office_code", "", "IM4") is None


def test_the_unit_value_files_saw_is_that_of_the_unit_seen_most():
    lines = [
        Seen(
            shelf=Shelf.PRICES,
            key=("58411-01", "0901", "BR", unit),
            values=((value, Sighting(count=count)),),
        )
        for unit, value, count in (("", "1.000 2.000", 1), ("NMB", "4.000 5.500", 2))
    ]
    usual = habits(learned=lines).price("0901", "BR")
    assert (usual.least, usual.most, usual.unit) == (Decimal(4), Decimal("5.5"), "NMB")
    assert habits(learned=lines).price("0901", "ET") is None


def test_goods_only_files_know_are_offered_as_they_had_them():
    past = Harvest()
    for number in range(3):
        item = Item(key=1, commercial_description="Coffee, beans", commodity_code="0901")
        origins = ("BR", "BR", "ET")[number], "BR"
        items = tuple(replace(item, key=key, origin_country=origins[key]) for key in (0, 1))
        items += (Item(key=3, commercial_description="coffee beans", commodity_code="0901"),)
        kept = items[:2] if number < 2 else items
        past.add(Draft(declaration=Declaration(consignee_code="58411-01", items=kept)))
    known = habits(learned=past.lines())
    found = known.of_goods("commodity_code", "COFFEE beans", "")
    assert (found.value, found.times, found.total, found.scope) == ("0901", 3, 3, Scope.FILES)
    origin = known.of_goods("origin_country", "coffee beans", "")
    assert (origin.value, origin.times, origin.total) == ("BR", 2, 3)  # one says several
    assert known.of_goods("origin_country", "", "0901") == origin
    assert known.of_goods("package_kind", "coffee beans", "0901") is None
    assert known.of_goods("origin_country", "tea", "") is None


def test_a_supplier_is_known_again_however_its_name_is_written():
    assert supplier_key("", "Coffee Traders L.L.C\nDubai") == supplier_key("", "COFFEE  traders")
    assert supplier_key("40233-02", "Coffee Traders") == "40233-02"


@given(st.lists(st.tuples(st.sampled_from(["USD", "EUR", ""]), st.integers(0, 900)), max_size=12))
def test_an_offer_never_claims_more_than_was_declared(cases):
    own = [past(ON - timedelta(days=age), invoice_currency=value) for value, age in cases]
    found = habits(*own).of_header("invoice_currency", "", "IM4")
    if found is None:
        return
    same = [one for one in own if one.values["invoice_currency"] == found.value]
    assert found.value != ""
    assert (found.times, found.total) == (len(same), len(own))
    assert found.last == max(one.on for one in same)
    weights = [age_weight(one.on, ON) for one in same]
    assert 2 * sum(weights) >= sum(age_weight(one.on, ON) for one in own)
