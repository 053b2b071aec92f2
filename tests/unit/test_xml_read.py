"""What an ASYCUDA file says arrives in the draft."""

from datetime import date
from decimal import Decimal
from itertools import permutations
from pathlib import Path

import pytest

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.figures import Figures, TaxFigure
from sad_desktop.declaration.model import Declaration
from sad_desktop.xml.read import read

SAMPLES = Path(__file__).parents[2].parent / "shared" / "samples" / "asycuda"

# items, forms, packages, invoice currency, invoice amount, CIF, total taxes, containers, documents
TOTALS = {
    "albania-im4-86-items.xml": (86, 30, "483", "EUR", "7881.48", "1344601", "364713", 0, 51),
    "albania-im4-containers-two-currencies.xml": (
        *(9, 4, "648", "EUR", "14643", "2208289", "904326", 9, 9),
    ),
    "albania-im4-mode2.xml": (1, 1, "1", "EUR", "6516", "887349", "180464", 0, 10),
    "albania-im4-unverified-draft.xml": (1, 1, "9", "EUR", "6000", "819240", None, 0, 0),
    "albania-im7-suspended.xml": (1, 1, "1", "EUR", "15992", "2222536", "2996", 0, 8),
    "grenada-blank.xml": (1, 1, None, "", "0", "0", None, 0, 0),
    "grenada-ex9-writeoff.xml": (1, 1, "1", "XCD", "5.57", "5.57", "0", 0, 0),
    "grenada-im7-assessed-3-items.xml": (3, 2, "1", "USD", "2079.5", "6172.63", "370.36", 0, 1),
    "jamaica-imr4-header-only.xml": (0, 4, "50", "JMD", "6800", "6800", "10445.47", 0, 0),
    "nepal-im4-119-items.xml": (119, 41, "12", "", "2108.89", "474575.07", None, 0, 0),
    "tool-easycustoms-119-items.xml": (119, 1, "12", "", "2108.89", "474575.07", None, 0, 0),
    "tool-jaxb-7-tax-slots.xml": (1, 1, "1", "EUR", "6516", "885720", "180464", 0, 0),
    "tool-waternut-4-items.xml": (4, 1, "1", "USD", "4266.52", None, None, 0, 0),
    "tool-xmport-3-items.xml": (3, 2, None, "USD", "231.64", "266.39", "0", 0, 3),
}


def decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


@pytest.mark.samples
@pytest.mark.parametrize("name", sorted(TOTALS))
def test_a_real_file_opens_with_its_items_and_totals(name: str):
    if not SAMPLES.is_dir():
        pytest.skip(f"{name} is not beside the project")
    draft = read((SAMPLES / name).read_bytes(), name)
    declaration, figures = draft.declaration, draft.declared
    items, forms, packages, currency, amount, cif, taxes, containers, documents = TOTALS[name]
    assert figures is not None
    assert len(declaration.items) == len(figures.items) == items
    assert figures.header.form_total == forms
    assert figures.header.package_count == decimal(packages)
    assert declaration.invoice_currency == currency
    assert declaration.invoice_amount == decimal(amount)
    assert figures.header.cif == decimal(cif)
    assert figures.header.total_taxes == decimal(taxes)
    assert len(declaration.containers) == containers
    assert sum(len(item.documents) for item in declaration.items) == documents


def asycuda(header: str = "", *items: str, root: str = "") -> bytes:
    """Return a file with these elements below the root, and these in its items."""
    blocks = "".join(f"<Item>{item}</Item>" for item in items)
    return f"<ASYCUDA>{header}{blocks}{root}</ASYCUDA>".encode()


def declaration(content: bytes) -> Declaration:
    return read(content, "a.xml").declaration


def figures(content: bytes) -> Figures:
    declared = read(content, "a.xml").declared
    assert declared is not None
    return declared


def weighed(mass: str) -> bytes:
    return asycuda("", f"<Valuation_item><Weight_itm>{mass}</Weight_itm></Valuation_item>")


@pytest.mark.parametrize(
    "blank",
    [
        "",
        "<{0}/>",
        "<{0}></{0}>",
        "<{0}><null/></{0}>",
        "<{0}>\n  <null/>\n</{0}>",
        "<{0}>\n </{0}>",
    ],
)
@pytest.mark.parametrize(
    ("path", "field", "nothing"),
    [
        ("Transport/Location_of_goods", "goods_location", ""),
        ("Warehouse/Delay", "warehouse_days", None),
        ("Property/Date_of_declaration", "declaration_day", None),
        ("Transport/Container_flag", "has_containers", False),
    ],
)
def test_absent_empty_and_null_are_alike(blank: str, path: str, field: str, nothing: object):
    parent, name = path.split("/")
    draft = read(asycuda(f"<{parent}>{blank.format(name)}</{parent}>"), "a.xml")
    assert getattr(draft.declaration, field) == nothing
    assert not draft.rejected


def test_both_spellings_of_a_name_are_read():
    old = asycuda(
        "<General_information><Comments_free_Text>said</Comments_free_Text></General_information>"
        "<Valuation><Gs_External_freight><Amount_foreign_currency>12.5</Amount_foreign_currency>"
        "</Gs_External_freight></Valuation>",
        "<Free_Text_1>one</Free_Text_1><Tarification><AI_code>A1</AI_code></Tarification>"
        "<Valuation_item><item_External_freight><Amount_national_currency>4.5"
        "</Amount_national_currency></item_External_freight></Valuation_item>",
    )
    found = declaration(old)
    assert (found.comments, found.external_freight) == ("said", Decimal("12.5"))
    assert found.items[0].free_text_1 == "one"
    assert found.items[0].additional_information == "A1"
    assert figures(old).items[0][1].external_freight.national == Decimal("4.5")
    new = old.replace(b"Free_Text_1", b"Free_text_1").replace(b"free_Text", b"free_text")
    new = new.replace(b"External", b"external").replace(b"AI_code", b"A.I._code")
    assert declaration(new) == found
    assert figures(new) == figures(old)


def test_the_order_of_elements_does_not_matter():
    parts = [
        "<Warehouse><Delay>30</Delay><Identification>W1</Identification></Warehouse>",
        "<Item><Licence_number>L1</Licence_number></Item>",
        (
            "<Identification><Type><Type_of_declaration>IM</Type_of_declaration></Type>"
            "</Identification>"
        ),
        (
            "<Container><Container_identity>C1</Container_identity><Item_Number>1</Item_Number>"
            "</Container>"
        ),
    ]
    orders = ["".join(order) for order in permutations(parts)]
    assert len({declaration(asycuda(order)) for order in orders}) == 1
    assert declaration(asycuda(orders[0])).containers[0].item_key == 1


def test_unknown_elements_are_passed_by():
    known = "<Warehouse><Delay>30</Delay></Warehouse>"
    strange = f"<New><Warehouse><Delay>9</Delay></Warehouse></New>{known}<Item_price>3</Item_price>"
    assert declaration(asycuda(strange)) == declaration(asycuda(known))


def test_lines_of_an_indented_text_are_stripped_and_line_ends_are_alike():
    name = "<Traders><Exporter><Exporter_name>\r\n\t\tOne &amp; Co\r\n\t\t  Two St\r\n\t"
    content = asycuda(f"{name}</Exporter_name></Exporter></Traders>")
    with_mark = b"\xef\xbb\xbf" + content
    assert declaration(content).exporter_name == "One & Co\nTwo St"
    assert declaration(content.replace(b"\r", b"")) == declaration(content)
    assert declaration(with_mark) == declaration(content)


def test_a_text_of_one_line_is_joined_and_its_no_break_spaces_stay():
    texts = (
        "<Packages><Marks1_of_packages>one\n\t\ttwo</Marks1_of_packages></Packages>"
        "<Goods_description><Description_of_goods>-\u00a0-\u00a0Others</Description_of_goods>"
        "</Goods_description>"
    )
    item = declaration(asycuda("", texts)).items[0]
    assert item.marks_1 == "one two"
    assert item.tariff_description == "-\u00a0-\u00a0Others"


@pytest.mark.parametrize(
    ("text", "mass"),
    [
        ("1.0", "1"),
        ("0", "0"),
        ("199.0000", "199"),
        ("1.0623724E7", "10623724"),
        ("4.0E-3", "0.004"),
        ("1.5e+2", "150"),
        ("\n\t12.5\n", "12.5"),
        ("1,234.5", "1234.5"),
        ("١٢٫٥", "12.5"),
    ],
)
def test_numbers_as_java_and_clerks_write_them(text: str, mass: str):
    item = declaration(weighed(f"<Gross_weight_itm>{text}</Gross_weight_itm>")).items[0]
    assert item.gross_mass == Decimal(mass)


@pytest.mark.parametrize(
    "text",
    ["1" * 10_000, "1E999999999", "1E-999999999", "-5", "NaN", "Infinity", "1.2345678", "12 kg"],
)
def test_a_text_that_is_no_number_of_its_field_is_kept_as_it_stands(text: str):
    draft = read(weighed(f"<Net_weight_itm>{text}</Net_weight_itm>"), "a.xml")
    assert draft.rejected == {Place("net_mass", 1): text}
    assert draft.declaration.items[0].net_mass is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/31/15", date(2015, 3, 31)),
        ("09/02/25", date(2025, 9, 2)),
        ("12/1/79", date(2079, 12, 1)),
        ("12/1/80", date(1980, 12, 1)),
        ("5/3/1998", date(1998, 5, 3)),
        ("2026-11-02", date(2026, 11, 2)),
    ],
)
def test_days_are_month_day_year(text: str, day: date):
    content = f"<Property><Date_of_declaration>{text}</Date_of_declaration></Property>"
    assert declaration(asycuda(content)).declaration_day == day


@pytest.mark.parametrize("text", ["16/09/2013", "2/30/25", "yesterday", "0/0/0", "1/1/1/1"])
def test_a_day_that_is_none_is_kept_as_it_stands(text: str):
    content = f"<Property><Date_of_declaration>{text}</Date_of_declaration></Property>"
    draft = read(asycuda(content), "a.xml")
    assert draft.rejected == {Place("declaration_day"): text}


def test_a_text_too_long_for_its_field_is_kept_as_it_stands():
    long = "x" * 1000
    draft = read(asycuda("", f"<Licence_number>{long}</Licence_number>"), "a.xml")
    assert draft.rejected == {Place("licence_number", 1): long}
    assert draft.declaration.items[0].licence_number == ""


@pytest.mark.parametrize(
    ("text", "flag"), [("true", True), ("TRUE", True), ("1", True), ("false", False), ("0", False)]
)
def test_flags(text: str, flag: bool):
    content = asycuda(f"<Transport><Container_flag>{text}</Container_flag></Transport>")
    assert declaration(content).has_containers is flag


def test_a_flag_that_is_none_is_kept_as_it_stands():
    draft = read(asycuda("<Transport><Container_flag>maybe</Container_flag></Transport>"), "a.xml")
    assert draft.rejected == {Place("has_containers"): "maybe"}


def test_codes_keep_their_spelling():
    content = asycuda("<Declarant><Reference><Number>ab-12</Number></Reference></Declarant>")
    assert declaration(content).reference_number == "ab-12"


def test_the_commodity_code_and_its_precisions():
    code = (
        "<Tarification><HScode><Commodity_code>87032270</Commodity_code>"
        "<Precision_1>0000</Precision_1><Precision_2>A2</Precision_2><Precision_3>A3"
        "</Precision_3><Precision_4>KL11896/x</Precision_4></HScode></Tarification>"
    )
    item = declaration(asycuda("", code)).items[0]
    assert (item.commodity_code, item.commodity_precision) == ("87032270", "0000")
    assert (item.commodity_additional_1, item.commodity_additional_2) == ("A2", "A3")
    assert item.commodity_national == "KL11896/x"


def test_supplementary_units_keep_their_places():
    unit = (
        "<Supplementary_unit><Suppplementary_unit_code>{}</Suppplementary_unit_code>"
        "<Suppplementary_unit_quantity>{}</Suppplementary_unit_quantity></Supplementary_unit>"
    )
    units = unit.format("", "") + unit.format("LTR", "108.0") + unit.format("KGM", "3") * 2
    item = declaration(asycuda("", f"<Tarification>{units}</Tarification>")).items[0]
    assert (item.unit_1, item.unit_1_quantity) == ("", None)
    assert (item.unit_2, item.unit_2_quantity) == ("LTR", Decimal(108))
    assert (item.unit_3, item.unit_3_quantity) == ("KGM", Decimal(3))


@pytest.mark.parametrize(("mode", "is_entered"), [("0", False), ("1", False), ("2", True)])
def test_costs_of_an_item_are_entered_only_where_nothing_is_apportioned(
    mode: str, is_entered: bool
):
    content = asycuda(
        f"<Valuation><Calculation_working_mode>{mode}</Calculation_working_mode></Valuation>",
        "<Valuation_item><item_insurance><Amount_foreign_currency>7</Amount_foreign_currency>"
        "</item_insurance></Valuation_item>",
    )
    assert declaration(content).items[0].insurance == (Decimal(7) if is_entered else None)
    assert figures(content).items[0][1].insurance.foreign == Decimal(7)


@pytest.mark.parametrize(
    "price",
    [
        (
            "<Tarification><Item_price>5</Item_price></Tarification><Valuation_item><Item_Invoice>"
            "<Amount_foreign_currency>6</Amount_foreign_currency></Item_Invoice></Valuation_item>"
        ),
        (
            "<Valuation_item><Item_Invoice><Amount_foreign_currency>5</Amount_foreign_currency>"
            "</Item_Invoice></Valuation_item>"
        ),
        "<Tarification><uom_price>5</uom_price></Tarification>",
    ],
)
def test_the_price_is_read_from_box_42_or_from_what_says_the_same(price: str):
    assert declaration(asycuda("", price)).items[0].invoice_amount == Decimal(5)


def test_a_blank_item_beyond_the_number_in_box_5_is_none():
    total = "<Property><Nbers><Total_number_of_items>{}</Total_number_of_items></Nbers></Property>"
    full, blank = "<Licence_number>L</Licence_number>", "<Item_price>0</Item_price>"
    zero = f"<Tarification>{blank}</Tarification><Taxation/>"
    assert len(declaration(asycuda(total.format(1), full, zero, "")).items) == 1
    assert len(declaration(asycuda(total.format(2), full, zero, "")).items) == 2
    assert len(declaration(asycuda(total.format(1), full, zero, full)).items) == 3
    assert len(declaration(asycuda("", full, "")).items) == 2
    unread = "<Amount_deducted_from_licence>?</Amount_deducted_from_licence>"
    draft = read(asycuda(total.format(0), unread, ""), "a.xml")
    assert len(draft.declaration.items) == 1
    assert draft.source is not None
    assert draft.source.keys == (1,)


def test_containers_name_their_item():
    row = "<Container><Item_Number>{}</Item_Number><Container_identity>{}</Container_identity>"
    rows = "".join(f"{row.format(*pair)}</Container>" for pair in ((2, "A"), (9, "B"), ("", "C")))
    found = declaration(asycuda("", "", "", root=f"{rows}<Container/>")).containers
    assert [(row.item_key, row.identity) for row in found] == [(2, "A"), (0, "B"), (0, "C")]


def test_previous_declarations_hang_on_their_item():
    rows = "".join(
        f"<Prev_decl><Prev_decl_current_item>{item}</Prev_decl_current_item>"
        f"<Prev_decl_reg_number>{number}</Prev_decl_reg_number>"
        f"<Prev_decl_reg_year>{year}</Prev_decl_reg_year></Prev_decl>"
        for item, number, year in ((2, "N1", 2024), (1, "N2", "?"), (2, "N3", "?"), (7, "N4", 2025))
    )
    draft = read(asycuda(rows, "", ""), "a.xml")
    numbers = [
        [row.number for row in item.previous_declarations] for item in draft.declaration.items
    ]
    assert numbers == [["N2", "N4"], ["N1", "N3"]]
    assert draft.rejected == {
        Place("year", 1, Rows.PREVIOUS, 0): "?",
        Place("year", 2, Rows.PREVIOUS, 1): "?",
    }


def test_blank_slots_of_documents_are_no_documents():
    document = (
        "<Attached_documents><Attached_document_code>{}</Attached_document_code>"
        "<Attached_document_date>{}</Attached_document_date>"
        "<Attached_document_from_rule>{}</Attached_document_from_rule></Attached_documents>"
    )
    slots = [("", "", ""), ("380", "1/2/26", "1"), ("", "", ""), ("705", "?", "")]
    draft = read(asycuda("", "".join(document.format(*slot) for slot in slots)), "a.xml")
    found = draft.declaration.items[0].documents
    assert [(row.document_code, row.issued, row.from_rule) for row in found] == [
        ("380", date(2026, 1, 2), True),
        ("705", None, False),
    ]
    assert draft.rejected == {Place("issued", 1, Rows.DOCUMENTS, 1): "?"}


def test_tax_lines_are_figures_and_given_as_they_stand():
    line = (
        "<Taxation_line><Duty_tax_code>{}</Duty_tax_code><Duty_tax_Base>{}</Duty_tax_Base>"
        "<Duty_tax_rate>{}</Duty_tax_rate><Duty_tax_amount>{}</Duty_tax_amount>"
        "<Duty_tax_MP>{}</Duty_tax_MP></Taxation_line>"
    )
    lines = [
        ("DTY", "1766.16003417969", "5", "1E400", "1"),
        ("",) * 5,
        ("VAT", "x", "0.2", "", "0"),
    ]
    content = asycuda("", f"<Taxation>{''.join(line.format(*parts) for parts in lines)}</Taxation>")
    assert figures(content).items[0][1].taxes == (
        TaxFigure(
            tax_code="DTY",
            base=Decimal("1766.16003417969"),
            rate=Decimal(5),
            amount=None,
            mode_of_payment="1",
        ),
        TaxFigure(tax_code="VAT", rate=Decimal("0.2"), mode_of_payment="0"),
    )
    assert not read(content, "a.xml").rejected


def test_a_draft_remembers_the_file_whole():
    content = asycuda("", "", "")
    source = read(content, "a.xml").source
    assert source is not None
    assert (source.dialect, source.name, source.keys) == ("asycuda", "a.xml", (1, 2))
    assert source.content is content
