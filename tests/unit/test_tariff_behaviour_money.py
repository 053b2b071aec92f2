"""Boxes of money and the valuation note: which are keyed, computed or closed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.tariff.behaviour import StateKind, circumstances, state_of
from sad_desktop.tariff.shipped_book import ShippedBook, shipped_book

TODAY = date(2026, 11, 21)
SHIPPED = shipped_book("bh")
BOOK = ShippedBook(replace(SHIPPED.profile, warehouse_procedures=frozenset({"70", "71"})))
REQUIRED, OPTIONAL = StateKind.REQUIRED, StateKind.OPTIONAL
COMPUTED, NOT_USED = StateKind.COMPUTED, StateKind.NOT_USED


def kind_of(field, model="IM4", book=BOOK, **changes):
    declaration = Declaration(declaration_type=model[:2], general_procedure=model[2:], **changes)
    return state_of(Place(field), circumstances(declaration, Status.DRAFT, book, TODAY)).kind


@pytest.mark.parametrize(
    "field",
    ["delivery_terms", "delivery_place", "invoice_currency", "invoice_amount", "apportionment"],
)
@pytest.mark.parametrize("model", ["IM4", "EX1"])
def test_s3_034_036_102_terms_invoice_and_apportionment_are_asked_for(field, model):
    assert kind_of(field, model) is REQUIRED


@pytest.mark.parametrize(
    "field", ["value_details", "total_costs", "cif", "total_invoice", "total_mass"]
)
def test_s3_098_100_what_the_note_adds_up_is_computed(field):
    assert kind_of(field) is COMPUTED


def test_s3_037_the_rate_is_proposed_and_may_be_changed():
    usd = {"invoice_currency": "USD", "exchange_rate": Decimal("0.376")}
    assert kind_of("exchange_rate") is REQUIRED
    assert kind_of("exchange_rate", **usd) is REQUIRED


def test_s3_037_national_currency_has_the_rate_one():
    bhd = {"invoice_currency": "BHD", "exchange_rate": Decimal(1)}
    assert kind_of("exchange_rate", **bhd) is COMPUTED
    assert kind_of("exchange_rate", invoice_currency="BHD") is REQUIRED


def test_s3_037_a_country_may_fix_the_rate_of_the_day():
    fixed = ShippedBook(replace(BOOK.profile, flags={"exchange_rate": "fixed"}))
    usd = {"invoice_currency": "USD", "exchange_rate": Decimal("0.376081")}
    assert kind_of("exchange_rate", book=fixed, **usd) is COMPUTED
    unknown = {"invoice_currency": "XPF", "exchange_rate": Decimal("0.003")}
    assert kind_of("exchange_rate", book=fixed, **unknown) is REQUIRED


def test_no_currency_is_no_national_currency_where_the_country_has_none():
    neutral = shipped_book("asycuda")
    assert kind_of("exchange_rate", book=neutral, exchange_rate=Decimal(2)) is REQUIRED


def test_s3_038_the_nature_of_the_transaction_is_optional():
    assert kind_of("transaction_nature_1") is OPTIONAL
    assert kind_of("transaction_nature_2") is OPTIONAL


def test_s3_041_names_of_bank_and_terms_follow_from_their_codes():
    name = BOOK.entry("banks", "NBOBBHBM", TODAY).en
    assert kind_of("bank_name", bank_code="NBOBBHBM", bank_name=name) is COMPUTED
    assert kind_of("bank_name", bank_code="NBOBBHBM") is REQUIRED
    assert kind_of("bank_name") is OPTIONAL
    terms = BOOK.entry("payment_terms", "03", TODAY).ar
    assert kind_of("payment_terms_name", payment_terms="03", payment_terms_name=terms) is COMPUTED
    assert kind_of("payment_terms_name", payment_terms="03") is OPTIONAL


def test_s3_043_044_the_account_is_keyed_and_decides_how_is_paid():
    assert kind_of("payment_account") is OPTIONAL
    assert kind_of("payment_mode") is COMPUTED


@pytest.mark.parametrize("field", ["guarantee", "fees", "total_taxes"])
def test_s3_047_048_049_the_totals_of_box_b_are_computed(field):
    assert kind_of(field) is COMPUTED


@pytest.mark.parametrize("field", ["warehouse", "warehouse_days"])
def test_s3_050_a_warehouse_is_named_by_goods_that_go_into_one(field):
    assert kind_of(field, "IM7") is REQUIRED
    assert kind_of(field, "IM4", items=(Item(key=1, procedure="7100"),)) is REQUIRED
    assert kind_of(field, "IM4", items=(Item(key=1, procedure="4071"),)) is OPTIONAL
    assert kind_of(field, "IM4", items=(Item(key=1, procedure="4000"),)) is NOT_USED
    assert kind_of(field, "EX1") is NOT_USED


def test_s3_097_the_total_weight_is_keyed_when_costs_go_by_weight():
    assert kind_of("total_gross_mass", apportionment="1") is REQUIRED
    assert kind_of("total_gross_mass", apportionment="0") is NOT_USED
    assert kind_of("total_gross_mass", apportionment="2") is NOT_USED


@pytest.mark.parametrize("block", COSTS)
@pytest.mark.parametrize("part", ["", "_currency", "_rate"])
def test_s3_092_093_external_freight_and_insurance_stand_on_imports_only(block, part):
    closed = block in ("external_freight", "insurance")
    assert kind_of(block + part, "IM4") is OPTIONAL
    assert kind_of(block + part, "EX1") is (NOT_USED if closed else OPTIONAL)


@pytest.mark.parametrize("block", COSTS)
def test_s3_090_a_cost_needs_its_currency_and_rate(block):
    assert kind_of(f"{block}_currency", **{block: Decimal(5)}) is REQUIRED
    assert kind_of(f"{block}_currency", **{block: Decimal(0)}) is OPTIONAL
    usd = {f"{block}_currency": "USD"}
    assert kind_of(f"{block}_rate", **{block: Decimal(5)}) is OPTIONAL
    assert kind_of(f"{block}_rate", **{block: Decimal(5)}, **usd) is REQUIRED
    bhd = {f"{block}_currency": "BHD", f"{block}_rate": Decimal(1)}
    assert kind_of(f"{block}_rate", **{block: Decimal(5)}, **bhd) is COMPUTED
