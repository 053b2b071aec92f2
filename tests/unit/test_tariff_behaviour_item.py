"""Boxes 31 to 46 and the item valuation note: which are keyed, computed or closed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.declaration.rows import Container
from sad_desktop.declaration.status import Status
from sad_desktop.tariff.behaviour import StateKind, circumstances, state_of
from sad_desktop.tariff.behaviour_item import shown_containers
from sad_desktop.tariff.shipped_book import ShippedBook, shipped_book

TODAY = date(2026, 11, 21)
SHIPPED = shipped_book("bh")
BOOK = ShippedBook(replace(SHIPPED.profile, warehouse_procedures=frozenset({"70", "71"})))
CARS, CIGARETTES, RICE = "870322700000", "240220000000", "100630100000"
REQUIRED, OPTIONAL = StateKind.REQUIRED, StateKind.OPTIONAL
COMPUTED, NOT_USED = StateKind.COMPUTED, StateKind.NOT_USED


def kind_of(field, model="IM4", containers=(), header=None, **changes):
    declaration = Declaration(
        declaration_type=model[:2],
        general_procedure=model[2:],
        items=(Item(key=1), Item(key=7, **changes)),
        containers=containers,
        **(header or {}),
    )
    here = circumstances(declaration, Status.DRAFT, BOOK, TODAY)
    return state_of(Place(field, 7), here).kind


def test_s3_051_packed_goods_have_marks_a_number_and_a_kind_of_packages():
    for field in ("marks_1", "package_count", "package_kind"):
        assert kind_of(field, package_kind="CT") is REQUIRED
    assert kind_of("marks_2", package_kind="CT") is OPTIONAL


def test_s3_052_bulk_goods_may_have_neither_marks_nor_packages():
    assert kind_of("package_count", package_kind="VR") is OPTIONAL
    assert kind_of("marks_1", package_kind="VR") is OPTIONAL
    assert kind_of("package_kind", package_kind="VR") is REQUIRED


def test_s3_051_the_name_of_the_kind_follows_from_its_code():
    assert kind_of("package_kind_name", package_kind="CT", package_kind_name="Carton") is COMPUTED
    assert kind_of("package_kind_name", package_kind="CT", package_kind_name="كرتون") is COMPUTED
    assert kind_of("package_kind_name", package_kind="71", package_kind_name="Boxes") is OPTIONAL


@pytest.mark.parametrize("rank", [1, 2, 3, 4])
def test_s3_053_054_containers_are_keyed_while_the_list_has_none_of_the_item(rank):
    field = f"container_{rank}"
    assert kind_of(field) is OPTIONAL
    other = (Container(item_key=1, identity="CSQU3054383"),)
    assert kind_of(field, containers=other) is OPTIONAL
    own = (*other, Container(item_key=7, identity="MSCU6639870"))
    assert kind_of(field, containers=own) is COMPUTED


def test_s3_053_the_first_four_of_the_list_are_shown():
    rows = tuple(Container(item_key=7, identity=f"AAAU000000{n}") for n in range(6))
    listed = Declaration(items=(Item(key=7, container_1="OLD"),), containers=rows)
    assert shown_containers(listed, 7) == tuple(row.identity for row in rows[:4])


def test_s3_054_without_a_list_those_keyed_are_shown():
    keyed = Declaration(items=(Item(key=7, container_1="A", container_3="C"),))
    assert shown_containers(keyed, 7) == ("A", "C")


def test_s3_051_the_designation_follows_from_the_tariff_line():
    line = BOOK.line(CARS, TODAY)
    assert kind_of("tariff_description", commodity_code=CARS, tariff_description=line.en) is (
        COMPUTED
    )
    assert kind_of("tariff_description", commodity_code=CARS, tariff_description=line.ar) is (
        COMPUTED
    )
    assert kind_of("tariff_description", commodity_code=CARS, tariff_description="Cars") is OPTIONAL
    assert kind_of("tariff_description", commodity_code="1") is OPTIONAL


@pytest.mark.parametrize(
    "field",
    [
        *("commercial_description", "commodity_code", "origin_country", "gross_mass", "net_mass"),
        *("procedure", "invoice_amount", "valuation_method", "adjustment"),
    ],
)
def test_what_every_item_must_say(field):
    assert kind_of(field) is REQUIRED


@pytest.mark.parametrize("field", ["extended_code", "quota", "preference", "licence_number"])
def test_s3_066_073_what_an_item_may_leave_out(field):
    assert kind_of(field) is OPTIONAL


def test_s3_063_a_specification_is_asked_for_where_the_line_has_some():
    assert kind_of("specification", commodity_code=CARS) is REQUIRED
    assert kind_of("specification", commodity_code=RICE) is NOT_USED
    assert kind_of("specification", commodity_code="999") is OPTIONAL


def test_s3_064_the_region_of_origin_is_keyed_on_export_only():
    assert kind_of("origin_region", "EX1") is OPTIONAL
    assert kind_of("origin_region", "IM4") is NOT_USED


def test_s3_065_goods_with_a_previous_procedure_name_the_earlier_declaration():
    assert kind_of("previous_document", procedure="4071") is REQUIRED
    assert kind_of("previous_document", procedure="4000") is OPTIONAL
    assert kind_of("previous_document", procedure="") is OPTIONAL


def test_goods_out_of_a_warehouse_name_it():
    assert kind_of("previous_warehouse", procedure="4071") is REQUIRED
    assert kind_of("previous_warehouse", procedure="4053") is NOT_USED


@pytest.mark.parametrize(
    ("code", "open_units"), [(RICE, 0), (CARS, 1), (CIGARETTES, 2), ("999", None)]
)
def test_s3_058_059_109_quantities_are_keyed_in_the_units_of_the_line(code, open_units):
    for rank in (1, 2, 3):
        unit = kind_of(f"unit_{rank}", commodity_code=code)
        name = kind_of(f"unit_{rank}_name", commodity_code=code)
        quantity = kind_of(f"unit_{rank}_quantity", commodity_code=code)
        if open_units is None:
            assert {unit, name, quantity} == {OPTIONAL}
        elif rank <= open_units:
            assert (unit, name, quantity) == (COMPUTED, COMPUTED, REQUIRED)
        else:
            assert {unit, name, quantity} == {NOT_USED}


def test_a_code_with_its_precision_apart_finds_its_line():
    assert kind_of("unit_1_quantity", commodity_code="87032270", commodity_precision="0000") is (
        REQUIRED
    )
    assert kind_of("unit_1_quantity", commodity_code=CARS, commodity_precision="99") is REQUIRED


@pytest.mark.parametrize(
    "field",
    [
        *("item_number", "item_price", "statistical_value", "taxes_total", "taxes_mode", "alpha"),
        *("total_costs", "cif", "delivery_terms", "delivery_place"),
    ],
)
@pytest.mark.parametrize("model", ["IM4", "EX1"])
def test_s3_067_070_099_105_what_is_worked_out_is_not_keyed(field, model):
    assert kind_of(field, model) is COMPUTED


@pytest.mark.parametrize("block", COSTS)
def test_s3_103_105_an_item_s_costs_are_keyed_only_without_apportionment(block):
    assert kind_of(block, header={"apportionment": "2"}) is OPTIONAL
    assert kind_of(block, header={"apportionment": "0"}) is COMPUTED
    assert kind_of(block, header={"apportionment": "1"}) is COMPUTED
    closed = block in ("external_freight", "insurance")
    on_export = kind_of(block, "EX1", header={"apportionment": "2"})
    assert on_export is (NOT_USED if closed else OPTIONAL)


def test_zero_is_an_amount_of_packages():
    assert kind_of("package_count", package_kind="CT", package_count=Decimal(0)) is REQUIRED
