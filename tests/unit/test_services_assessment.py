"""The JSON of an assessment: every key, exact amounts as text."""

import json
from decimal import Decimal

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures, HeaderFigures, ItemFigures, TaxFigure
from sad_desktop.services.assessment import as_json, assess_draft
from tests.builders import A_DAY, a_book, a_declaration, an_item

BOOK = a_book()
DECLARATION = a_declaration(
    an_item(5, commodity_code="87032270", commodity_precision="19", extended_code="E10",
            procedure="4070"),
    certificate_of_origin="0",
    insurance=Decimal("10"),
    insurance_currency="BHD",
)  # fmt: skip


def shown(draft=None, **options):
    draft = draft or Draft(declaration=DECLARATION)
    note = assess_draft(draft, BOOK, A_DAY, **options)
    return as_json(note, draft.declaration)


def test_the_keys_stand_as_the_command_line_promises():
    whole = shown()
    assert list(whole) == [
        "profile", "on", "currency", "decimals", "invoice", "costs", "cif", "items",
        "taxes_by_code", "item_taxes", "global_taxes", "fees", "guarantee", "total",
    ]  # fmt: skip
    assert list(whole["invoice"]) == ["currency", "foreign", "rate", "national"]
    assert list(whole["costs"]) == [
        "external_freight", "internal_freight", "insurance", "other", "deductions", "total",
    ]  # fmt: skip
    (item,) = whole["items"]
    assert list(item) == [
        "number", "commodity_code", "procedure", "invoice_foreign", "invoice_national",
        "external_freight", "internal_freight", "insurance", "other", "deductions", "costs",
        "cif", "adjustment", "statistical_value", "taxes", "taxes_total",
    ]  # fmt: skip
    assert list(item["taxes"][0]) == [
        "code", "base", "rate", "kind", "amount", "mode_of_payment", "steps",
    ]  # fmt: skip
    assert list(item["taxes"][0]["steps"][0]) == [
        "label", "formula", "inputs", "result", "rounding", "source",
    ]  # fmt: skip


def test_the_values_are_plain_decimal_text():
    whole = shown()
    assert whole["profile"] == "bh"
    assert whole["on"] == "2026-11-02"
    assert (whole["currency"], whole["decimals"]) == ("BHD", 3)
    assert whole["invoice"] == {
        "currency": "USD", "foreign": "1000.00", "rate": "0.376", "national": "376.000",
    }  # fmt: skip
    assert whole["costs"]["insurance"] == "10.000"
    assert whole["costs"]["total"] == "10.000"
    assert whole["cif"] == "386.000"
    (item,) = whole["items"]
    assert (item["number"], item["commodity_code"], item["procedure"]) == (1, "8703227019", "4070")
    assert item["statistical_value"] == "386.000"
    assert item["taxes"][0]["amount"] == "19.300"
    assert item["taxes"][1]["base"] == "405.300"
    assert whole["taxes_by_code"] == {"DTY": "19.300", "VAT": "40.530"}
    assert whole["global_taxes"] == [
        {"code": "COO", "amount": "10.000"}, {"code": "DEC", "amount": "5.500"},
    ]  # fmt: skip
    assert whole["total"] == "75.330"


def test_no_number_but_counts_is_a_json_number():
    numbers = []

    def noted(text):
        numbers.append(text)
        return int(text)

    json.loads(json.dumps(shown()), parse_int=noted, parse_float=numbers.append)
    assert numbers == ["3", "1"]


def test_large_amounts_are_never_written_with_an_exponent():
    declaration = a_declaration(
        an_item(invoice_amount=Decimal("1E+12")), invoice_amount=Decimal("1E+12")
    )
    whole = shown(Draft(declaration=declaration))
    assert whole["invoice"]["foreign"] == "1000000000000"
    assert whole["cif"] == "376000000000.000"


def test_declared_taxes_stand_beside_the_amounts():
    tax = TaxFigure(
        tax_code="CET", base=Decimal("376"), rate=Decimal(5), amount=Decimal("18.80"),
        mode_of_payment="1",
    )  # fmt: skip
    declared = Figures(header=HeaderFigures(), items=((5, ItemFigures(taxes=(tax,))),))
    draft = Draft(declaration=DECLARATION, declared=declared)
    (item,) = shown(draft, taxes="declared")["items"]
    (line,) = item["taxes"]
    assert (line["code"], line["amount"], line["declared"]) == ("CET", "18.80", "18.80")
    assert line["kind"] == "percent"
    (by_law,) = shown(draft)["items"]
    assert "declared" not in by_law["taxes"][0]
