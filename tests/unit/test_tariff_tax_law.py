"""Dated rules, their conditions, and how procedures pay."""

from dataclasses import replace
from datetime import date

import pytest

from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Document
from sad_desktop.tariff.applicable import (
    FACT_FIELDS,
    HEADER_FACTS,
    ITEM_FACTS,
    applicable,
    applicable_to_any,
    full_code,
    law_of,
)
from sad_desktop.tariff.profile import Profile
from sad_desktop.tariff.rate_text import read_rate
from sad_desktop.tariff.regimes import Regime, in_force
from sad_desktop.tariff.tax_law import Condition, Tax, TaxLaw, TaxLevel, TaxRule

DAY = date(2020, 1, 1)


def a_rule(name="r", since=DAY, **facts):
    facts.setdefault("rate", read_rate("5%"))
    return TaxRule(name=name, valid_from=since, source="s", **facts)


def a_tax(*rules, **facts):
    return Tax(code="T", en="T", ar="T", rules=rules, **facts)


def a_profile(*taxes, regimes=(), flags=None):
    return Profile(
        code="x", en="X", ar="X", country="", currency="XXX", decimals=2,
        tax_law=TaxLaw(taxes=taxes, regimes=regimes), flags=flags or {},
    )  # fmt: skip


def case_of(rule, item, declaration=None, flags=None):
    law = law_of(declaration or Declaration(), a_profile(a_tax(rule), flags=flags), DAY)
    return applicable(law.item_taxes[0], item) if law.item_taxes else None


def test_a_rule_begins_at_midnight_of_its_day():
    tax = a_tax(a_rule(since=date(2022, 1, 1)))
    assert tax.rules_on(date(2021, 12, 31)) == ()
    assert tax.rules_on(date(2022, 1, 1)) == tax.rules


def test_the_later_rule_of_a_name_replaces_the_earlier_in_its_place():
    old, other, new = a_rule("a"), a_rule("b"), a_rule("a", date(2022, 1, 1))
    tax = a_tax(old, other, new)
    assert tax.rules_on(date(2021, 6, 1)) == (old, other)
    assert tax.rules_on(date(2023, 6, 1)) == (new, other)


def test_a_closing_rule_ends_it():
    tax = a_tax(a_rule("a"), a_rule("a", date(2022, 1, 1), is_closed=True))
    assert len(tax.rules_on(date(2021, 6, 1))) == 1
    assert tax.rules_on(date(2022, 1, 1)) == ()


def test_rules_written_out_of_order_still_hold_by_their_day():
    new, old = a_rule("a", date(2022, 1, 1)), a_rule("a")
    assert a_tax(new, old).rules_on(date(2023, 1, 1)) == (new,)


@pytest.mark.parametrize(
    ("condition", "values", "holds"),
    [
        (Condition(fact="origin", accepted=frozenset({"SA"})), ("SA",), True),
        (Condition(fact="origin", accepted=frozenset({"SA"})), ("TR",), False),
        (Condition(fact="origin", accepted=frozenset({"SA"}), is_negated=True), ("TR",), True),
        (Condition(fact="origin", accepted=frozenset({"SA"}), is_negated=True), ("SA",), False),
        (Condition(fact="commodity", prefixes=("8703",)), ("870322700000",), True),
        (Condition(fact="commodity", prefixes=("8703",)), ("8704",), False),
        (Condition(fact="document", accepted=frozenset({"861"})), ("380", "861"), True),
        (Condition(fact="document", accepted=frozenset({"861"})), (), False),
        (Condition(fact="document", accepted=frozenset({"861"}), is_negated=True), (), True),
    ],
)
def test_conditions(condition, values, holds):
    assert condition.holds(values) is holds


@pytest.mark.parametrize(
    ("fact", "accepted", "item"),
    [
        ("commodity", "87032270", Item(commodity_code="87032270")),
        ("origin", "SA", Item(origin_country="SA")),
        ("preference", "GCC", Item(preference="GCC")),
        ("procedure", "4071", Item(procedure="4071")),
        ("previous_procedure", "71", Item(procedure="4071")),
        ("extended_code", "E01", Item(extended_code="E01")),
        ("specification", "12", Item(specification="12")),
        ("quota", "Q", Item(quota="Q")),
        ("document", "861", Item(documents=(Document(document_code="861"),))),
    ],
)
def test_every_fact_of_an_item_can_be_asked_for(fact, accepted, item):
    rule = a_rule(conditions=(Condition(fact=fact, accepted=frozenset({accepted})),))
    assert case_of(rule, item) is not None
    assert case_of(rule, Item()) is None


def test_every_fact_of_an_item_says_which_field_it_is_read_from():
    assert set(FACT_FIELDS) == set(ITEM_FACTS)
    for field in FACT_FIELDS.values():
        assert hasattr(Item(), field)


@pytest.mark.parametrize(
    ("fact", "accepted", "declaration"),
    [
        ("flow", "IM", Declaration(declaration_type="IM")),
        ("model", "IM4", Declaration(declaration_type="IM", general_procedure="4")),
        ("office", "BH01", Declaration(office_code="BH01")),
        ("mode", "1", Declaration(border_mode="1")),
        ("certificate_of_origin", "0", Declaration(certificate_of_origin="0")),
        ("trading_country", "TR", Declaration(trading_country="TR")),
        ("export_country", "TR", Declaration(export_country="TR")),
        ("destination_country", "BH", Declaration(destination_country="BH")),
        ("delivery_terms", "CIF", Declaration(delivery_terms="CIF")),
        ("consignee", "1", Declaration(consignee_code="1")),
    ],
)
def test_every_fact_of_the_general_segment_can_be_asked_for(fact, accepted, declaration):
    rule = a_rule(conditions=(Condition(fact=fact, accepted=frozenset({accepted})),))
    assert case_of(rule, Item(), declaration) is not None
    assert case_of(rule, Item()) is None
    assert fact in HEADER_FACTS


def test_a_switch_of_the_profile_can_be_asked_for():
    rule = a_rule(conditions=(Condition(fact="flag:coo", accepted=frozenset({"fee"})),))
    assert case_of(rule, Item(), flags={"coo": "fee"}) is not None
    assert case_of(rule, Item(), flags={"coo": "deposit"}) is None
    assert case_of(rule, Item()) is None


def test_the_first_rule_whose_conditions_hold_is_used():
    cheap = a_rule("cheap", conditions=(Condition(fact="origin", accepted=frozenset({"SA"})),))
    law = law_of(Declaration(), a_profile(a_tax(cheap, a_rule("rest"))), DAY)
    (cases,) = law.item_taxes
    assert applicable(cases, Item(origin_country="SA")).rule.name == "cheap"
    assert applicable(cases, Item(origin_country="TR")).rule.name == "rest"


def test_a_general_tax_that_asks_for_items_holds_when_one_of_them_answers():
    rule = a_rule(conditions=(Condition(fact="procedure", prefixes=("10",)),))
    law = law_of(Declaration(), a_profile(a_tax(rule, level=TaxLevel.GENERAL)), DAY)
    (cases,) = law.general_taxes
    assert applicable_to_any(cases, [Item(procedure="4000"), Item(procedure="1000")]) is not None
    assert applicable_to_any(cases, [Item(procedure="4000")]) is None
    assert applicable_to_any(cases, []) is None


def test_taxes_stand_in_their_order_whatever_the_file_says():
    first = replace(a_tax(a_rule()), code="A", order=1)
    last = replace(a_tax(a_rule()), code="B", order=2)
    law = law_of(Declaration(), a_profile(last, first), DAY)
    assert [cases[0].tax.code for cases in law.item_taxes] == ["A", "B"]


def test_a_tax_without_rule_in_force_is_left_out():
    law = law_of(Declaration(), a_profile(a_tax(a_rule(since=date(2030, 1, 1)))), DAY)
    assert law.item_taxes == ()


def test_the_whole_code_has_its_precision():
    assert full_code(Item(commodity_code="87032270", commodity_precision="19")) == "8703227019"


def test_regimes_cover_by_the_beginning_of_the_procedure():
    regime = Regime(name="w", valid_from=DAY, source="s", procedures=("7",), payment="0")
    assert regime.covers("7100", "000", "DTY")
    assert not regime.covers("4071", "000", "DTY")


def test_regimes_cover_only_their_taxes_and_codes():
    regime = Regime(
        name="e", valid_from=DAY, source="s", procedures=("40",), extended_codes=("E01",),
        taxes=frozenset({"DTY"}), payment="E",
    )  # fmt: skip
    assert regime.covers("4000", "E01", "DTY")
    assert not regime.covers("4000", "E01", "VAT")
    assert not regime.covers("4000", "000", "DTY")


def test_the_later_regime_of_a_name_replaces_the_earlier():
    old = Regime(name="w", valid_from=DAY, source="s", payment="0")
    new = replace(old, valid_from=date(2022, 1, 1), payment="1")
    assert in_force((old, new), date(2021, 1, 1)) == (old,)
    assert in_force((old, new), date(2022, 1, 1)) == (new,)
    assert in_force((new, old), date(2022, 1, 1)) == (new,)
    assert in_force((old, replace(new, is_closed=True)), date(2022, 1, 1)) == ()
    assert in_force((new,), date(2021, 1, 1)) == ()
