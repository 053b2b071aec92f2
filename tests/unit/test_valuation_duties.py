"""Taxes written in a profile alone: roundings, general bases, mixed payment."""

from decimal import Decimal

import pytest

from sad_desktop.tariff.profile_file import read_profile
from sad_desktop.valuation.assess import assess
from sad_desktop.valuation.explain import rework
from sad_desktop.valuation.figures import figures
from tests.builders import A_DAY, a_book, a_declaration, an_item

HEAD = """
code = "x"
en = "X"
ar = "س"
currency = "BHD"
decimals = 3

[[regimes]]
name = "exempt"
valid_from = 2000-01-01
procedures = ["60"]
taxes = ["A"]
payment = "exempt"
reason_en = "Exempt"
reason_ar = "معفى"
source = "test"

[[regimes]]
name = "secured"
valid_from = 2000-01-01
procedures = ["70"]
taxes = ["A"]
payment = "guaranteed"
source = "test"
"""


INSURED = {"insurance": Decimal(50), "insurance_currency": "BHD"}


def a_tax(code, rule, tax=""):
    return (
        f'[[taxes]]\ncode = "{code}"\nen = "{code}"\nar = "{code}"\n{tax}\n'
        f'[[taxes.rules]]\nname = "r"\nvalid_from = 2000-01-01\nsource = "test"\n{rule}\n'
    )


def note_of(*taxes, item=None, **changes):
    profile = read_profile((HEAD + "".join(taxes)).encode(), "x.toml")
    facts = {"invoice_currency": "BHD", "exchange_rate": None, **changes}
    return assess(a_declaration(item or an_item(), **facts), a_book(profile), A_DAY)


def amounts(note):
    return {line.code: str(line.amount) for item in note.items for line in item.taxes}


@pytest.mark.parametrize(
    ("rounding", "decimals", "amount"),
    [("half up", 2, "3.33"), ("down", 2, "3.33"), ("up", 2, "3.34"), ("half up", 0, "3"),
     ("up", 0, "4"), ("down", 1, "3.3")],
)  # fmt: skip
@pytest.mark.parametrize("rate", ["0.3333%", "0.3333% + 0 per KGM"])
def test_a_tax_is_rounded_as_its_rule_says(rate, rounding, decimals, amount):
    rule = f'rate = "{rate}"\nrounding = "{rounding}"\ndecimals = {decimals}'
    note = note_of(a_tax("A", rule, 'base = ["cif"]'))
    assert amounts(note) == {"A": amount}
    for step in note.items[0].taxes[0].steps():
        assert rework(step) == step.result


def test_a_part_of_a_base_can_be_subtracted():
    base = 'base = ["cif", "-costs"]'
    note = note_of(a_tax("A", 'rate = "10%"', base), **INSURED)
    assert amounts(note) == {"A": "100.000"}


@pytest.mark.parametrize(("part", "amount"), [("invoice", "100.000"), ("costs", "5.000")])
def test_a_base_can_be_the_invoice_or_the_costs(part, amount):
    note = note_of(
        a_tax("A", 'rate = "10%"', f'base = ["{part}"]'),
        insurance=Decimal(50),
        insurance_currency="BHD",
    )
    assert amounts(note) == {"A": amount}


@pytest.mark.parametrize(
    ("procedure", "fee"), [("4000", "5.000"), ("7000", "5.000"), ("6000", "0.000")]
)
def test_a_general_tax_on_a_duty_counts_it_unless_it_is_exempt(procedure, fee):
    note = note_of(
        a_tax("A", 'rate = "10%"', 'base = ["cif"]'),
        a_tax("G", 'rate = "5%"', 'level = "general"\norder = 5\nbase = ["A"]'),
        item=an_item(procedure=procedure),
    )
    assert [str(line.amount) for line in note.global_taxes] == [fee]


@pytest.mark.parametrize(
    ("rate", "fee"), [("BHD 2 per 1 ITM", "2.000"), ("BHD 0.01 per KGM gross", "1.100"),
                      ("BHD 7 per 1 CTR", "0.000")],
)  # fmt: skip
def test_a_general_tax_can_count_items_mass_and_containers(rate, fee):
    note = note_of(a_tax("G", f'rate = "{rate}"', 'level = "general"'))
    assert str(note.fees) == fee


def test_an_item_that_pays_and_guarantees_prints_what_it_pays():
    taxes = [a_tax(code, 'rate = "10%"', 'base = ["cif"]') for code in ("A", "B")]
    declaration = a_declaration(an_item(procedure="7000"))
    note = note_of(*taxes, item=declaration.items[0])
    ((_, item),) = figures(declaration, note, "en").items
    assert (str(item.taxes_total), item.taxes_mode) == ("100.000", "1")
    assert str(note.guarantee) == "100.000"


def test_a_rule_can_say_itself_how_it_is_paid():
    note = note_of(a_tax("A", 'rate = "10%"\npayment = "guaranteed"', 'base = ["cif"]'))
    assert (str(note.item_taxes), str(note.guarantee)) == ("0.000", "100.000")


def test_a_tax_that_the_item_does_not_meet_adds_nothing_to_the_next():
    note = note_of(
        a_tax("A", 'rate = "10%"\nwhen = { origin = ["DE"] }', 'order = 1\nbase = ["cif"]'),
        a_tax("B", 'rate = "10%"', 'order = 2\nbase = ["cif", "A"]'),
    )
    assert amounts(note) == {"B": "100.000"}
