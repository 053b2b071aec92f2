"""A file's figures beside ours: each difference once, with its reason, and none where none is."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from sad_desktop.declaration.figures import (
    CostFigure,
    Figures,
    HeaderFigures,
    ItemFigures,
    TaxFigure,
)
from sad_desktop.services.assessment import assess_draft
from sad_desktop.valuation.differences import Why, differences
from sad_desktop.valuation.figures import figures
from sad_desktop.xml.read import read
from tests.builders import A_DAY, a_book

REAL = Path(__file__).parents[2].parent / "shared" / "samples" / "asycuda"
D = Decimal


def national(amount: str) -> CostFigure:
    return CostFigure(national=D(amount))


def an_item(*taxes: TaxFigure, **changes) -> ItemFigures:
    whole = {"invoice": national("100.00"), "total_costs": D("10.00"), "cif": D("110.00")}
    return ItemFigures(**{**whole, "statistical_value": D("110.00"), "taxes": taxes, **changes})


def of_items(*items: ItemFigures) -> Figures:
    return Figures(items=tuple(enumerate(items, 1)))


def found(theirs: Figures, ours: Figures, *, is_edited: bool = False):
    return [
        (one.number, one.figure, one.tax, one.why)
        for one in differences(theirs, ours, 2, is_edited=is_edited)
    ]


def test_equal_figures_and_blank_ones_are_no_differences():
    same = Figures(header=HeaderFigures(cif=D("1.00")), items=((1, an_item()),))
    assert found(same, same) == []
    assert found(of_items(ItemFigures()), of_items(an_item())) == []


@pytest.mark.parametrize(
    ("declared", "is_edited", "why"),
    [
        ("110.01", False, Why.ROUNDING),
        ("115.00", False, Why.OTHERWISE),
        ("115.00", True, Why.EDITED),
    ],
)
def test_a_value_that_is_another(declared, is_edited, why):
    theirs = of_items(an_item(statistical_value=D(declared)))
    assert found(theirs, of_items(an_item()), is_edited=is_edited) == [
        (1, "statistical_value", "", why)
    ]


def test_a_figure_that_contradicts_its_file_is_stale_whatever_ours_is():
    theirs = Figures(header=HeaderFigures(invoice=national("80.00"), total_costs=D(20), cif=D(90)))
    ours = Figures(header=HeaderFigures(invoice=national("80.00"), total_costs=D(20), cif=D(100)))
    (one,) = differences(theirs, ours, 2, is_edited=True)
    assert (one.figure, one.why, one.expected) == ("cif", Why.STALE, D(100))


def a_tax(code="DD", base="110.00", rate="5", amount="5.50") -> TaxFigure:
    return TaxFigure(tax_code=code, base=D(base), rate=D(rate), amount=D(amount))


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (a_tax(amount="5.51"), Why.ROUNDING),
        (a_tax(amount="9.00"), Why.STALE),
        (a_tax(rate="10", amount="11.00"), Why.LAW),
        (a_tax(rate="0.05", base="200.00", amount="10.00"), Why.OTHERWISE),
    ],
)
def test_a_tax_that_is_another(line, why):
    ours = of_items(an_item(a_tax()))
    assert (1, "taxes", "DD", why) in found(of_items(an_item(line)), ours)


def test_taxes_one_side_does_not_have_are_another_law():
    theirs, ours = of_items(an_item(a_tax("OLD"))), of_items(an_item(a_tax("VAT")))
    assert found(theirs, ours) == [(1, "taxes", "OLD", Why.LAW), (1, "taxes", "VAT", Why.LAW)]


def test_a_base_that_is_not_the_value_as_in_the_other_items_is_stale():
    sound, edited = an_item(a_tax()), an_item(a_tax(base="90.00", amount="4.50"))
    theirs = of_items(sound, sound, edited)
    (one,) = differences(theirs, theirs, 2, is_edited=False)
    assert (one.number, one.figure, one.why) == (3, "base", Why.BASE_STALE)
    assert (one.declared, one.expected) == (D("90.00"), D("110.00"))


def test_numbers_no_currency_means_are_borne():
    odd = Figures(header=HeaderFigures(cif=D("9E+39"), total_costs=D("1E-39")))
    assert len(differences(odd, of_items(), 3, is_edited=False)) == 0
    both = differences(odd, replace(odd, header=HeaderFigures(cif=D(1))), 3, is_edited=False)
    assert len(both) == 1


@pytest.mark.samples
@pytest.mark.skipif(not REAL.is_dir(), reason="shared/samples/asycuda is absent")
@pytest.mark.parametrize(
    ("name", "stale"),
    [
        ("albania-im4-86-items.xml", {("base", Why.BASE_STALE)}),
        ("nepal-im4-119-items.xml", set()),
        ("grenada-im7-assessed-3-items.xml", set()),
        ("tool-xmport-3-items.xml", {("cif", Why.STALE), ("total_mass", Why.OTHERWISE)}),
    ],
)
def test_real_exports_differ_only_where_they_were_edited_after_assessment(name, stale):
    draft = read((REAL / name).read_bytes(), name)
    note = assess_draft(draft, a_book("asycuda"), A_DAY)
    own = figures(draft.declaration, note, "en")
    found = differences(draft.declared, own, note.decimals, is_edited=False)
    assert {(one.figure, one.why) for one in found} == stale
