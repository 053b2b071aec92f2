"""What if: the same goods in other cases, side by side."""

from decimal import Decimal

from sad_desktop.valuation.compare import (
    Variant,
    as_it_stands,
    compare,
    together,
    with_adjustment,
    with_certificate,
    with_preference,
    with_regime,
    with_terms,
)
from tests.builders import A_DAY, a_book, a_declaration, an_item

BOOK = a_book()
DECLARATION = a_declaration(
    an_item(1, origin_country="SA"),
    an_item(2, origin_country="SA"),
    external_freight=Decimal(100),
    external_freight_currency="BHD",
)


def cases(*variants):
    named = [Variant(name=str(place), change=change) for place, change in enumerate(variants)]
    return compare(DECLARATION, named, BOOK, A_DAY)


def test_home_use_against_warehouse():
    home, warehouse = cases(as_it_stands, with_regime("IM7", "7100"))
    assert home.guarantee == 0
    assert warehouse.item_taxes == 0
    assert warehouse.guarantee == home.item_taxes
    assert warehouse.difference == -home.item_taxes
    assert home.difference == 0


def test_every_case_names_every_tax_of_any():
    home, export = cases(as_it_stands, with_regime("EX1", "1000"))
    assert [code for code, _ in export.taxes_by_code] == [code for code, _ in home.taxes_by_code]
    assert dict(export.taxes_by_code) == {"DTY": 0, "VAT": 0}


def test_a_preference_frees_from_duty():
    plain, claimed = cases(as_it_stands, with_preference("GCC", "861"))
    assert dict(plain.taxes_by_code)["DTY"] > 0
    assert dict(claimed.taxes_by_code)["DTY"] == 0
    assert claimed.total < plain.total


def test_the_proof_is_not_added_twice():
    change = together(with_preference("GCC", "861"), with_preference("GCC", "861"))
    assert len(change(DECLARATION).items[0].documents) == 1


def test_other_delivery_terms_leave_out_what_the_price_contains():
    fob, cfr = cases(as_it_stands, with_terms("CFR", ["external_freight"]))
    assert fob.cif - cfr.cif == 100
    assert cfr.note.invoice == fob.note.invoice
    assert with_terms("CFR")(DECLARATION).delivery_terms == "CFR"


def test_an_adjustment_changes_the_statistical_value():
    plain, doubled = cases(as_it_stands, with_adjustment(Decimal(2)))
    values = [case.note.items[0].value.statistical_value for case in (plain, doubled)]
    assert values[1] == values[0] * 2


def test_the_certificate_of_origin_costs_ten_dinars():
    produced, missing = cases(
        with_certificate(is_produced=True), with_certificate(is_produced=False)
    )
    assert missing.difference == Decimal("10.000")
    assert missing.fees - produced.fees == Decimal("10.000")


def test_the_declaration_itself_is_not_changed():
    before = DECLARATION
    cases(with_regime("IM7", "7100"), with_certificate(is_produced=False))
    assert before is DECLARATION
    assert before.certificate_of_origin == "1"
