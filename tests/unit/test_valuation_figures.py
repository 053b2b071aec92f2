"""The computed boxes, as the sheet, paper and XML take them."""

from decimal import Decimal

import pytest

from sad_desktop.declaration.figures import CostFigure, TaxFigure
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.tariff.book import ListEntry
from sad_desktop.valuation.assess import assess
from sad_desktop.valuation.figures import figures
from tests.builders import A_DAY, a_book, a_declaration, an_item

TURKEY = ListEntry(code="TR", en="Türkiye", ar="تركيا")
ACCOUNT = ListEntry(code="C-1", en="C-1", ar="C-1", facts={"kind": "credit"})
BOOK = a_book(entries={"countries": [TURKEY], "accounts": [ACCOUNT]})


def of(declaration, language="en", book=BOOK):
    return figures(declaration, assess(declaration, book, A_DAY), language)


def test_the_boxes_of_the_general_segment():
    declaration = a_declaration(
        an_item(1, package_count=Decimal(300), gross_mass=Decimal(2500)),
        an_item(2, package_count=Decimal(480), gross_mass=Decimal(1500)),
        insurance=Decimal(10),
        insurance_currency="BHD",
    )
    header = of(declaration).header
    assert (header.form_number, header.form_total, header.item_count) == (1, 2, 2)
    assert header.package_count == 780
    assert header.total_mass == 4000
    assert header.value_details == header.total_costs == Decimal("10.000")
    assert header.cif == Decimal("762.000")
    assert header.total_invoice == 2000
    assert header.invoice == CostFigure(
        foreign=Decimal("2000.00"), currency="USD", rate=Decimal("0.376"),
        national=Decimal("752.000"),
    )  # fmt: skip
    assert header.insurance.national == 10
    assert header.fees == Decimal("5.500")
    assert header.total_taxes == header.fees + Decimal("38.100") + Decimal("80.010")
    assert header.guarantee == 0


def test_the_boxes_of_an_item():
    declaration = a_declaration(an_item(7, adjustment=Decimal(2)))
    ((key, item),) = of(declaration).items
    assert key == 7
    assert item.item_number == 1
    assert item.item_price == 1000
    assert item.cif == 376
    assert item.statistical_value == 752
    assert item.alpha == 1
    assert item.taxes[0] == TaxFigure(
        tax_code="DTY", base=Decimal(376), rate=Decimal(5), amount=Decimal("18.8"),
        mode_of_payment="1",
    )  # fmt: skip
    assert item.taxes_total == Decimal("58.28")
    assert item.taxes_mode == "1"
    assert [getattr(item, name).national for name in COSTS] == [0] * 5


def test_an_item_that_only_guarantees_prints_its_guarantee():
    ((_, item),) = of(a_declaration(an_item(procedure="7100"))).items
    assert item.taxes_total == Decimal("58.28")
    assert item.taxes_mode == "0"


def test_an_item_without_taxes_prints_no_total():
    ((_, item),) = of(a_declaration(declaration_type="EX")).items
    assert item.taxes_total is None
    assert item.taxes_mode == ""


@pytest.mark.parametrize(
    ("origins", "language", "name"),
    [
        (("TR", "TR"), "en", "Türkiye"),
        (("TR", "TR"), "ar", "تركيا"),
        (("TR", "DE"), "en", "Various"),
        (("TR", "DE"), "ar", "مختلف"),
        (("TR", ""), "en", "Various"),
        (("QQ",), "en", "QQ"),
        (("",), "en", ""),
        ((), "en", ""),
    ],
)
def test_box_16_names_the_one_origin_or_says_various(origins, language, name):
    items = tuple(an_item(key, origin_country=code) for key, code in enumerate(origins, 1))
    declaration = a_declaration(*items) if items else Declaration()
    assert of(declaration, language).header.origin_name == name


@pytest.mark.parametrize(
    ("account", "language", "mode"),
    [("", "en", "Cash"), ("", "ar", "نقدًا"), ("C-1", "en", "Credit"), ("C-1", "ar", "دائن"),
     ("X-9", "en", "")],
)  # fmt: skip
def test_box_b_says_how_it_is_paid(account, language, mode):
    assert of(a_declaration(payment_account=account), language).header.payment_mode == mode


def test_an_empty_declaration_has_one_form_and_no_amounts():
    header = of(Declaration()).header
    assert (header.form_total, header.item_count) == (1, 0)
    assert header.cif == header.total_taxes == 0
