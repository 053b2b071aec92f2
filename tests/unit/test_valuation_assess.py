"""What holds for every declaration, however odd: sums, order, scale, and no exception ever."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.declaration.rows import ManualTax
from sad_desktop.services.assessment import as_json
from sad_desktop.tariff.profile_file import read_profile
from sad_desktop.valuation.assess import Assessor, assess
from sad_desktop.valuation.explain import rework
from sad_desktop.valuation.money import unit
from sad_desktop.valuation.note import Payment
from tests.builders import A_DAY, a_book, a_declaration, a_line, a_rate, an_item

SIX = Path(__file__).parent.parent / "profiles" / "six_taxes.toml"
BH = a_book(
    rates=[a_rate("USD", "0.376"), a_rate("SAR", "0.100279"), a_rate("JPY", "0.25", per=100)],
    lines=[a_line("240220000000", DTY="100% min SAR 200 per 1000 NMB", EXC="100%"),
           a_line("252329000000", DTY="5% + SAR 2 per TNE"),
           a_line("870322700000", DTY="5%"), a_line("100630100000", DTY="Free", VAT="0%")],
)  # fmt: skip
SIX_TAXES = a_book(read_profile(SIX.read_bytes(), SIX.name), lines=[a_line("8703", DTY="5%")])
ASYCUDA = a_book("asycuda")

prices = st.decimals(min_value=0, max_value=10**7, places=2)
keyed = st.one_of(st.none(), st.decimals(min_value=0, max_value=10**6, places=3))
rates_of_exchange = st.decimals(min_value="0.0001", max_value=500, places=6)
CODES = ("870322700000", "240220000000", "252329000000", "100630100000", "999999999999", "")


@st.composite
def items(draw, key=1):
    return Item(
        key=key,
        commodity_code=draw(st.sampled_from(CODES)),
        procedure=draw(st.sampled_from(("4000", "7100", "5300", "6022", "9999", ""))),
        extended_code=draw(st.sampled_from(("000", "E01", "E03"))),
        origin_country=draw(st.sampled_from(("TR", "SA", ""))),
        gross_mass=draw(keyed),
        net_mass=draw(keyed),
        unit_1=draw(st.sampled_from(("NMB", "TNE", ""))),
        unit_1_quantity=draw(keyed),
        retail_price=draw(keyed),
        invoice_amount=draw(prices),
        adjustment=draw(st.sampled_from((None, Decimal(1), Decimal(2), Decimal("0.5")))),
        external_freight=draw(st.one_of(st.none(), st.none(), prices)),
    )


@st.composite
def declarations(draw, most=6, modes=("0", "1", "2", "")):
    own = tuple(draw(items(key)) for key in range(1, draw(st.integers(1, most)) + 1))
    costs = {name: draw(keyed) for name in COSTS}
    currencies = {
        f"{name}_currency": draw(st.sampled_from(("BHD", "USD", "JPY"))) for name in COSTS
    }
    return Declaration(
        declaration_type=draw(st.sampled_from(("IM", "EX"))),
        general_procedure="4",
        certificate_of_origin=draw(st.sampled_from(("0", "1", ""))),
        invoice_currency="USD",
        exchange_rate=draw(rates_of_exchange),
        invoice_amount=draw(
            st.one_of(st.none(), st.just(sum((i.invoice_amount for i in own), Decimal(0))), prices)
        ),
        apportionment=draw(st.sampled_from(modes)),
        total_gross_mass=draw(keyed),
        items=own,
        **costs,
        **currencies,
    )


def summed(note, name):
    costs = [item.value.costs[name] for item in note.items]
    return sum(cost.foreign for cost in costs), sum(cost.national for cost in costs)


def has_weights(declaration, name):
    by_weight = declaration.apportionment == "1" and name.endswith("freight")
    field = "gross_mass" if by_weight else "invoice_amount"
    free = [item for item in declaration.items if getattr(item, name) is None]
    return any(getattr(item, field) for item in free)


@settings(deadline=None)
@given(declarations(modes=("0", "1", "")))
def test_exact_parts_sum_to_the_header_to_the_last_unit(declaration):
    note = assess(declaration, BH, A_DAY)
    for name in COSTS:
        if has_weights(declaration, name):
            assert (
                sum(i.value.costs[name].national for i in note.items) == note.costs[name].national
            )
            assert sum(i.value.costs[name].foreign for i in note.items) == note.costs[name].foreign
            assert name not in note.residuals


@settings(deadline=None)
@given(declarations(modes=("2",)))
def test_without_apportionment_the_header_is_the_sum_of_the_items(declaration):
    note = assess(declaration, BH, A_DAY)
    for name in COSTS:
        if any(getattr(item, name) is not None for item in declaration.items):
            assert sum(i.value.costs[name].foreign for i in note.items) == note.costs[name].foreign
            assert (
                sum(i.value.costs[name].national for i in note.items) == note.costs[name].national
            )


@settings(deadline=None)
@given(declarations())
def test_totals_are_the_sums_of_their_lines(declaration):
    note = assess(declaration, BH, A_DAY)
    paid = [line for i in note.items for line in i.taxes if line.mode_of_payment is Payment.PAID]
    assert note.item_taxes == sum((line.amount for line in paid), Decimal(0))
    assert note.item_taxes == sum(note.taxes_by_code.values())
    secured = [
        line.amount
        for lines in (*(i.taxes for i in note.items), note.global_taxes)
        for line in lines
        if line.mode_of_payment is Payment.GUARANTEED
    ]
    assert note.guarantee == sum(secured, Decimal(0))
    assert note.total == note.item_taxes + note.fees
    assert note.cif == note.invoice.national + note.total_costs
    for item in note.items:
        value = item.value
        assert value.cif == value.invoice.national + value.total_costs
        costs = value.costs
        assert value.total_costs == sum(
            -costs[name].national if name == "deductions" else costs[name].national
            for name in COSTS
        )


@settings(deadline=None)
@given(declarations(), st.randoms(use_true_random=False))
def test_the_order_of_the_items_changes_nothing(declaration, random):
    shuffled = list(declaration.items)
    random.shuffle(shuffled)
    note = assess(declaration, BH, A_DAY)
    other = assess(replace(declaration, items=tuple(shuffled)), BH, A_DAY)
    assert (other.cif, other.total, other.guarantee) == (note.cif, note.total, note.guarantee)
    assert other.taxes_by_code == note.taxes_by_code
    assert other.residuals == note.residuals
    for item in note.items:
        twin = other.item(item.value.key)
        assert twin.taxes == item.taxes
        assert twin.value.costs == item.value.costs


@settings(deadline=None)
@given(declarations(), st.sampled_from((10, 100, 1000)))
def test_scaling_all_money_scales_percentages_up_to_rounding(declaration, factor):
    declaration = replace(
        declaration,
        items=tuple(replace(item, commodity_code="870322700000") for item in declaration.items),
    )
    money = ("invoice_amount", *COSTS)

    def scaled(owner, names):
        values = {name: getattr(owner, name) for name in names}
        return replace(owner, **{n: v * factor for n, v in values.items() if v is not None})

    larger = replace(
        scaled(declaration, money),
        items=tuple(scaled(item, ("invoice_amount", "external_freight"))
                    for item in declaration.items),
    )  # fmt: skip
    note, twin = assess(declaration, BH, A_DAY), assess(larger, BH, A_DAY)
    assert abs(twin.cif - note.cif * factor) <= unit(3) * factor * 4
    slack = unit(3) * factor * 10 * len(note.items)
    assert abs(twin.item_taxes - note.item_taxes * factor) <= slack


@settings(deadline=None)
@given(prices, st.decimals(min_value=0, max_value=400, places=2),
       st.decimals(min_value=0, max_value=400, places=2))  # fmt: skip
def test_a_higher_rate_never_costs_less(price, one, other):
    amounts = []
    for percent in sorted((one, other)):
        book = a_book(lines=[a_line("1", DTY=f"{percent}%")])
        declaration = a_declaration(an_item(commodity_code="1", invoice_amount=price))
        amounts.append(assess(declaration, book, A_DAY).item_taxes)
    assert amounts == sorted(amounts)


@settings(deadline=None)
@given(declarations(most=4))
def test_every_step_worked_out_again_gives_its_amount(declaration):
    for book in (BH, SIX_TAXES, ASYCUDA):
        note = assess(declaration, book, A_DAY)
        for item in note.items:
            steps = item.value.steps()
            assert steps[-1].result == item.value.statistical_value
            for line in item.taxes:
                assert line.steps()[-1].result == line.amount
                steps += line.steps()
            for step in steps:
                assert rework(step) == step.result, step
        for line in note.global_taxes:
            assert line.steps()[-1].result == line.amount


odd = st.one_of(
    st.none(),
    st.decimals(allow_nan=True, allow_infinity=True),
    st.sampled_from(
        [Decimal(text) for text in ("NaN", "Infinity", "-Infinity", "0", "-0", "-1", "1E+400",
                                    "-1E+400", "1E-400", "9" * 60, "0." + "1" * 60,
                                    "999999999999999999", "-999999999999999999")]
    ),
)  # fmt: skip
odd_text = st.sampled_from(("", "BHD", "USD", "XXX", "ؤ", "\u0000", "9" * 40))


@st.composite
def odd_declarations(draw):
    own = tuple(
        Item(
            key=key,
            commodity_code=draw(odd_text),
            procedure=draw(odd_text),
            gross_mass=draw(odd),
            net_mass=draw(odd),
            unit_1=draw(st.sampled_from(("NMB", "TNE", "?"))),
            unit_1_quantity=draw(odd),
            invoice_amount=draw(odd),
            adjustment=draw(odd),
            retail_price=draw(odd),
            external_freight=draw(odd),
            insurance=draw(odd),
            manual_taxes=draw(
                st.sampled_from(
                    ((), (ManualTax(tax_code="DTY", tax_amount=Decimal("NaN")),),
                     (ManualTax(tax_code="Z", base=Decimal("1E+99"), tax_rate=Decimal("-5")),))
                )
            ),
        )
        for key in range(1, draw(st.integers(0, 4)) + 1)
    )  # fmt: skip
    return Declaration(
        declaration_type=draw(odd_text),
        invoice_currency=draw(odd_text),
        exchange_rate=draw(odd),
        invoice_amount=draw(odd),
        apportionment=draw(st.sampled_from(("0", "1", "2", "9", ""))),
        total_gross_mass=draw(odd),
        items=own,
        payment_account=draw(odd_text),
        **{name: draw(odd) for name in COSTS},
        **{f"{name}_rate": draw(odd) for name in COSTS},
        **{f"{name}_currency": draw(odd_text) for name in COSTS},
    )


@settings(max_examples=300, deadline=None)
@given(odd_declarations(), st.sampled_from((BH, SIX_TAXES, ASYCUDA)))
def test_no_input_makes_an_exception_or_a_number_that_is_none(declaration, book):
    note = assess(declaration, book, A_DAY)
    text = json.dumps(as_json(note, declaration))
    assert "NaN" not in text
    assert "Infinity" not in text
    for item in note.items:
        item.value.steps()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"exchange_rate": Decimal(0)}, "exchange_rate"),
        ({"exchange_rate": None, "invoice_currency": "XAF"}, "exchange_rate"),
        ({"exchange_rate": Decimal("-0.376")}, "exchange_rate"),
        ({"exchange_rate": Decimal("1E+30")}, "exchange_rate"),
        ({"invoice_amount": Decimal("1E+30")}, "invoice_amount"),
        ({"invoice_amount": Decimal("-5")}, "invoice_amount"),
        ({"insurance": Decimal(5), "insurance_currency": "XAF"}, "insurance_rate"),
        ({"apportionment": "7"}, "apportionment"),
    ],
)
def test_bad_input_of_the_general_segment_is_told_with_its_field(changes, field):
    note = assess(a_declaration(**changes), BH, A_DAY)
    assert field in {remark.place.field for remark in note.remarks}


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"invoice_amount": Decimal(-5)}, "invoice_amount", "V-05"),
        ({"invoice_amount": Decimal("NaN")}, "invoice_amount", "number_unusable"),
        ({"adjustment": Decimal(0)}, "adjustment", "V-11"),
        ({"adjustment": Decimal(-1)}, "adjustment", "V-11"),
        ({"commodity_code": "123"}, "commodity_code", "T-01"),
        ({"procedure": "9999"}, "procedure", "P-01"),
    ],
)
def test_bad_input_of_an_item_is_told_with_its_item(changes, field, code):
    declaration = a_declaration(an_item(1), an_item(2, **changes), invoice_amount=Decimal(2000))
    note = assess(declaration, BH, A_DAY)
    told = [(remark.code, remark.place.field, remark.place.item) for remark in note.remarks]
    assert (code, field, 2) in told
    assert not [one for one in told if one[2] == 1]


def test_a_value_below_zero_is_told_and_pays_nothing():
    declaration = a_declaration(deductions=Decimal(5000), deductions_currency="BHD")
    note = assess(declaration, BH, A_DAY)
    assert ("V-06", 1) in {(remark.code, remark.place.item) for remark in note.remarks}
    assert note.items[0].value.cif < 0
    assert note.item_taxes == 0


EDITS = (
    lambda d: replace(d, comments="no figure depends on it"),
    lambda d: replace(d, exchange_rate=Decimal("0.4")),
    lambda d: replace(d, certificate_of_origin="0"),
    lambda d: replace(d, declaration_type="EX"),
    lambda d: replace(d, apportionment="1"),
    lambda d: replace(d, items=d.items[1:]),
    lambda d: replace(d, items=tuple(reversed(d.items))),
    lambda d: with_item(d, invoice_amount=Decimal("77.77")),
    lambda d: with_item(d, procedure="7100"),
    lambda d: with_item(d, commodity_code="240220000000", unit_1="NMB",
                        unit_1_quantity=Decimal(5000), retail_price=Decimal(9)),
    lambda d: with_item(d, retail_price=Decimal(8)),
    lambda d: with_item(d, gross_mass=Decimal(999)),
    lambda d: with_item(d, adjustment=Decimal(2)),
    lambda d: with_item(d, insurance=Decimal("3.210")),
    lambda d: with_item(d, manual_taxes=(ManualTax(tax_code="DTY", tax_amount=Decimal(1),
                                                   reason="ruling"),)),
)  # fmt: skip


def with_item(declaration, **changes):
    if not declaration.items:
        return declaration
    items = list(declaration.items)
    items[len(items) // 2] = replace(items[len(items) // 2], **changes)
    return replace(declaration, items=tuple(items))


@settings(max_examples=60, deadline=None)
@given(declarations(), st.lists(st.sampled_from(EDITS), min_size=1, max_size=8))
def test_assessing_again_gives_what_assessing_anew_gives(declaration, edits):
    for book in (BH, SIX_TAXES):
        assessor = Assessor(book, A_DAY)
        assessor.assess(declaration)
        current = declaration
        for edit in edits:
            current = edit(current)
            again, anew = assessor.assess(current), assess(current, book, A_DAY)
            assert again == anew
            for item, twin in zip(again.items, anew.items, strict=True):
                assert item.value.steps() == twin.value.steps()
                for line, other in zip(item.taxes, twin.taxes, strict=True):
                    assert line.steps() == other.steps()


def test_an_unchanged_item_keeps_its_very_note():
    declaration = a_declaration(an_item(1), an_item(2), an_item(3))
    assessor = Assessor(BH, A_DAY)
    before = assessor.assess(declaration)
    after = assessor.assess(with_item(declaration, procedure="7100"))
    assert after.items[0] is before.items[0]
    assert after.items[2] is before.items[2]
    assert after.items[1] is not before.items[1]


def test_the_note_of_an_empty_declaration():
    note = assess(Declaration(), BH, A_DAY)
    assert note.items == ()
    assert note.cif == 0
    assert note.total == 0
    assert note.remarks == ()


def test_the_day_is_a_parameter():
    before = assess(a_declaration(), BH, date(2021, 12, 31))
    after = assess(a_declaration(), BH, date(2022, 1, 1))
    assert before.taxes_by_code["VAT"] * 2 == after.taxes_by_code["VAT"]
    assert (before.on, after.on) == (date(2021, 12, 31), date(2022, 1, 1))
