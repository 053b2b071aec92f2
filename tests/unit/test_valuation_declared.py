"""Files that say their own taxes, decimals and rates."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sad_desktop.declaration.figures import (
    CostFigure,
    Figures,
    HeaderFigures,
    ItemFigures,
    TaxFigure,
)
from sad_desktop.declaration.model import Declaration
from sad_desktop.valuation.as_declared import completed, file_decimals
from sad_desktop.valuation.assess import DECLARED, assess
from sad_desktop.valuation.declared_taxes import FACTOR, PERCENT, declared_taxes
from sad_desktop.valuation.explain import rework
from sad_desktop.valuation.java_rounding import java_factor, java_percent
from sad_desktop.valuation.note import Payment
from tests.builders import A_DAY, a_book, a_declaration, an_item

ASYCUDA = a_book("asycuda")
BH = a_book("bh")


def amount(text):
    return None if text is None else Decimal(text)


def a_tax(code, base, rate, worth, mode="1"):
    return TaxFigure(
        tax_code=code, base=amount(base), rate=amount(rate), amount=amount(worth),
        mode_of_payment=mode,
    )  # fmt: skip


def a_file(*taxes, **header):
    return Figures(header=HeaderFigures(**header), items=((1, ItemFigures(taxes=taxes)),))


def a_cost(foreign=None, rate=None, national=None):
    return CostFigure(foreign=amount(foreign), rate=amount(rate), national=amount(national))


def lines_of(figures, item=None, book=ASYCUDA, taxes="profile"):
    declaration = a_declaration(item or an_item(1), invoice_currency="XXX")
    note = assess(declaration, book, A_DAY, figures, taxes)
    return note, note.items[0].taxes


def test_percentages_are_recognised():
    figures = a_file(
        a_tax("CET", "5560.57", "5", "278.03"), a_tax("VAT", "6172.23", "15", "925.83")
    )
    assert declared_taxes(figures, 2).form == PERCENT
    _, (duty, vat) = lines_of(figures)
    assert (duty.amount, duty.declared, duty.kind) == (
        Decimal("278.03"),
        Decimal("278.03"),
        PERCENT,
    )
    assert vat.amount == Decimal("925.83")


def test_factors_are_recognised():
    figures = a_file(a_tax("DOG", "18098", "0.1", "1810"), a_tax("TVS", "21398", "0.2", "4280"))
    assert declared_taxes(figures, 0).form == FACTOR
    note, (duty, vat) = lines_of(figures)
    assert note.decimals == 0
    assert (duty.amount, vat.amount, vat.kind) == (1810, 4280, FACTOR)


def test_the_form_is_that_of_the_whole_file_not_of_a_line():
    """A base of 0 fits both forms; what other lines say decides."""
    figures = a_file(a_tax("A", "0", "5", "0"), a_tax("B", "200", "0.5", "100"))
    assert declared_taxes(figures, 0).form == FACTOR


def test_a_file_that_says_nothing_is_read_as_percentages():
    assert declared_taxes(Figures(), 2).form == PERCENT


@pytest.mark.parametrize(
    ("base", "rate", "worth", "changes"),
    [
        ("75", "20.0", "1496", {"net_mass": "74.796", "gross_mass": "80"}),
        ("80", "20.0", "1590", {"net_mass": "74", "gross_mass": "79.52"}),
        ("46", "10.0", "457", {"net_mass": "12.8896", "gross_mass": "58.626"}),
        ("3", "7", "18", {"unit_1_quantity": "2.52"}),
        ("3", "7", "18", {"unit_2_quantity": "2.52"}),
        ("3", "7", "18", {"unit_3_quantity": "2.52"}),
        ("0", "100.0", "9", {"net_mass": "0.707", "gross_mass": "0.8"}),
    ],
)
def test_an_amount_per_unit_is_found_by_its_quantity(base, rate, worth, changes):
    other = {"net_mass": None, "gross_mass": None, "unit_1_quantity": None}
    item = an_item(1, **{**other, **{name: Decimal(text) for name, text in changes.items()}})
    figures = a_file(a_tax("A", "1000", "0.2", "200"), a_tax("T", base, rate, worth))
    note, (_, line) = lines_of(figures, item)
    assert line.kind == "quantity"
    assert line.amount == Decimal(worth)
    assert line.base == Decimal(base)
    assert rework(line.steps()[-1]) == line.amount
    assert not [remark for remark in note.remarks if remark.code == "tax_stale"]


def test_a_quantity_that_is_not_the_printed_base_is_no_explanation():
    """100 kg × 0.5 happens to give the amount, but the base says 70."""
    figures = a_file(a_tax("A", "1000", "0.2", "200"), a_tax("T", "70", "0.5", "50"))
    note, (_, line) = lines_of(figures, an_item(1, net_mass=Decimal(100)))
    assert (line.kind, line.amount) == (FACTOR, 35)
    assert [remark.code for remark in note.remarks if remark.place.item] == ["tax_stale"]


def test_a_stale_amount_is_worked_out_and_told_beside_the_declared():
    figures = a_file(a_tax("A", "1000", "5", "50.00"), a_tax("B", "1000", "6", "61.25"))
    note, (_, line) = lines_of(figures)
    assert (line.amount, line.declared) == (Decimal("60.00"), Decimal("61.25"))
    (remark,) = [remark for remark in note.remarks if remark.code == "tax_stale"]
    assert remark.place.item == 1
    assert dict(remark.values) == {"tax": "B", "v1": "61.25", "v2": "60.00"}


def test_an_amount_without_base_and_rate_is_kept_as_given():
    note, (line,) = lines_of(a_file(a_tax("A", None, None, "12.34")))
    assert (line.amount, line.kind) == (Decimal("12.34"), "given")
    assert note.item_taxes == Decimal("12.34")


def test_a_line_without_code_is_an_empty_slot():
    _, lines = lines_of(a_file(a_tax("", None, None, None), a_tax("A", "100", "5", "5")))
    assert [line.code for line in lines] == ["A"]


def test_guaranteed_lines_make_the_guarantee():
    figures = a_file(
        a_tax("A", "1000", "5", "50.00", "0"), a_tax("B", "1000", "6", "60.50", "1")
    )  # 60.50 is stale on purpose: its own figure counts
    note, lines = lines_of(figures)
    assert note.guarantee == 50
    assert note.item_taxes == 60
    assert lines[0].mode_of_payment is Payment.GUARANTEED


def test_the_fees_of_the_file_are_one_general_line():
    figures = a_file(a_tax("A", "1000", "5", "50.25"), fees=Decimal("100.50"))
    note, _ = lines_of(figures)
    (line,) = note.global_taxes
    assert line.amount == note.fees == Decimal("100.50")
    assert line.steps()[-1].result == line.amount


def test_any_profile_can_work_the_files_taxes_out():
    """The decimals are then those of the file: a profile of three does not make them stale."""
    figures = a_file(a_tax("DOG", "18098", "0.1", "1810"), a_tax("TVS", "21398", "0.2", "4280"))
    note, lines = lines_of(figures, book=BH, taxes=DECLARED)
    assert [line.amount for line in lines] == [1810, 4280]
    assert note.taxes_by_code == {"DOG": 1810, "TVS": 4280}


def test_without_a_file_there_are_no_declared_taxes():
    note = assess(a_declaration(), BH, A_DAY, None, DECLARED)
    assert note.items[0].taxes == ()
    assert note.global_taxes == ()


def test_an_item_that_is_not_in_the_file_has_no_taxes():
    declaration = a_declaration(an_item(1), an_item(7), invoice_currency="XXX")
    note = assess(declaration, ASYCUDA, A_DAY, a_file(a_tax("A", "1000", "5", "50")))
    assert [len(item.taxes) for item in note.items] == [1, 0]


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.decimals(min_value=0, max_value=10**6, places=2),
                  st.sampled_from(("0", "2.5", "5", "6", "15", "20", "100"))),
        min_size=1, max_size=8,
    ),
    st.sampled_from((PERCENT, FACTOR)),
)  # fmt: skip
def test_a_file_of_either_form_comes_back_as_it_is(lines, form):
    work = java_percent if form == PERCENT else java_factor
    factor = Decimal(1) if form == PERCENT else Decimal("0.01")
    taxes = tuple(
        a_tax("T", base, Decimal(rate) * factor, work(base, Decimal(rate) * factor, 2))
        for base, rate in lines
    )
    declared = declared_taxes(a_file(*taxes), 2)
    remarks = []
    got = declared.lines_of(an_item(1), ItemFigures(taxes=taxes), remarks)
    assert [line.amount for line in got] == [tax.amount for tax in taxes]
    assert remarks == []


# Base, percent and what ASYCUDA makes of it: all lie on half a cent.
TIES = [
    ("402.30", "15", "60.34"),
    ("1.15", "50", "0.57"),
    ("0.5", "1", "0.01"),
    ("2.5", "1", "0.03"),
]


@pytest.mark.parametrize(("base", "percent", "expected"), TIES)
def test_half_cents_follow_binary_arithmetic(base, percent, expected):
    assert java_percent(Decimal(base), Decimal(percent), 2) == Decimal(expected)


def test_the_exact_mode_rounds_the_same_half_cent_up():
    assert java_percent(Decimal("402.30"), Decimal(15), 2) == Decimal("60.34")
    assert (Decimal("402.30") * 15 / 100).quantize(Decimal("0.01"), "ROUND_HALF_UP") == Decimal(
        "60.35"
    )


@pytest.mark.parametrize(
    ("nationals", "decimals"),
    [
        (("100", "2000.0", "0"), 0),
        (("100", "2000.5"), 2),
        (("100.25", "3.1"), 2),
        (("100.250", "3.100", "5"), 2),
        (("1.125", "2.375", "9.001"), 3),
        (("1.125", "2.37", "9.01", "4.10"), 2),
        ((), 2),
        (("0", "0.00"), 2),
    ],
)
def test_decimals_are_read_off_the_national_amounts(nationals, decimals):
    items = tuple(
        (key, ItemFigures(statistical_value=Decimal(text))) for key, text in enumerate(nationals, 1)
    )
    assert file_decimals(Figures(items=items), 2) == decimals


def test_amounts_of_taxes_and_totals_count_for_the_decimals():
    assert file_decimals(a_file(a_tax("A", "100", "5", "5.25")), 2) == 2
    assert file_decimals(Figures(header=HeaderFigures(total_taxes=Decimal("10.47"))), 0) == 2


def test_a_missing_rate_is_national_over_foreign():
    declaration = Declaration(invoice_amount=Decimal("2108.89"))
    figures = Figures(header=HeaderFigures(invoice=a_cost("2108.89", None, "307391.81")))
    rate = completed(declaration, figures).exchange_rate
    assert rate is not None
    assert (rate * Decimal("2108.89")).quantize(Decimal("0.01")) == Decimal("307391.81")


def test_a_rate_of_zero_counts_as_missing():
    declaration = Declaration(external_freight=Decimal(10), external_freight_rate=Decimal(0))
    figures = Figures(header=HeaderFigures(external_freight=a_cost("10", "0", "25")))
    assert completed(declaration, figures).external_freight_rate == Decimal("2.5")


def test_a_missing_foreign_amount_is_national_over_rate():
    declaration = Declaration(exchange_rate=Decimal("2.7169"))
    figures = Figures(header=HeaderFigures(invoice=a_cost(None, "2.7169", "5649.79")))
    assert completed(declaration, figures).invoice_amount == Decimal("2079.50")


def test_a_foreign_amount_is_exact_where_cents_would_not_give_the_national_one_again():
    declaration = Declaration(exchange_rate=Decimal(3))
    figures = Figures(header=HeaderFigures(invoice=a_cost(None, "3", "100.01")))
    foreign = completed(declaration, figures).invoice_amount
    assert (foreign * 3).quantize(Decimal("0.01")) == Decimal("100.01")


def test_a_national_amount_alone_is_taken_at_rate_one():
    figures = Figures(header=HeaderFigures(insurance=a_cost(None, None, "25")))
    done = completed(Declaration(), figures)
    assert (done.insurance, done.insurance_rate) == (25, 1)


def test_a_rate_the_header_lacks_is_taken_from_the_items():
    declaration = replace(a_declaration(an_item(1)), exchange_rate=None)
    figures = Figures(
        header=HeaderFigures(),
        items=((1, ItemFigures(invoice=a_cost("1000", "137.33", "137330"))),),
    )
    assert completed(declaration, figures).exchange_rate == Decimal("137.33")


def test_an_item_without_foreign_price_gets_it_from_its_national_one():
    declaration = a_declaration(an_item(1, invoice_amount=None), exchange_rate=Decimal(2))
    figures = Figures(items=((1, ItemFigures(invoice=a_cost(None, "2", "50"))),))
    assert completed(declaration, figures).items[0].invoice_amount == 25


def test_what_was_keyed_is_never_overruled():
    declaration = a_declaration(exchange_rate=Decimal(3), insurance=Decimal(7))
    figures = Figures(
        header=HeaderFigures(invoice=a_cost("1000", None, "2000"), insurance=a_cost("5", "1", "5")),
        items=((1, ItemFigures(invoice=a_cost("1000", "2", "2000"))),),
    )
    done = completed(declaration, figures)
    assert done.exchange_rate == 3
    assert done.insurance == 7
    assert done.items is declaration.items


def test_a_keyed_amount_stays_where_the_file_has_a_national_one_only():
    figures = Figures(header=HeaderFigures(insurance=a_cost(None, None, "25")))
    declaration = Declaration(insurance=Decimal(7), insurance_rate=Decimal(2))
    assert completed(declaration, figures) == declaration


def test_a_complete_file_is_left_as_it_is():
    declaration = a_declaration()
    figures = Figures(header=HeaderFigures(invoice=a_cost("1000", "0.376", "376")))
    assert completed(declaration, figures) is declaration
