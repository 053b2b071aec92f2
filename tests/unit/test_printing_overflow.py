"""What does not fit: shrunk, then whole on the annex, and never lost."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.figures import TaxFigure
from sad_desktop.declaration.rows import Document
from sad_desktop.printing import arabic
from sad_desktop.printing.contents import definition_of
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.layout_values import cell_title
from sad_desktop.printing.marks import Text
from sad_desktop.printing.overflow import FLOOR, VALUE, direction_of, fit
from sad_desktop.printing.sheet import PAGE_WIDTH, Rect, Subject, sheet
from tests.printed import (
    EDITIONS,
    a_case,
    letters,
    many_containers,
    pages_of,
    printed_item,
    printed_items,
    read_page,
)

_LONG = "\n".join(
    f"line {number} of a very long description, وصف طويل جدًا رقم {number}" for number in range(60)
)
HOSTILE = (
    "a\u2066b\u2067ج\u2069",
    "\u202eevil\u202c \u200f\u200e",
    "🚗🛃👩‍👩‍👧",
    "\x00\x07\x1b[31m\x7f",
    "\ud800 half a letter",
    "ا" * 10_000,
    "word " * 2_000,
    "\u0650" * 500,
    "{percent} %s %(name)s {}",
    "\n" * 40,
    "\t\r\v\f\u2028\u2029",
)


@pytest.mark.parametrize(
    ("text", "direction"),
    [("12 (a)", "ltr"), ("12 (ج)", "rtl"), ("שלום", "rtl"), ("12-3", "ltr"), ("", "ltr")],
)
def test_a_text_runs_in_the_direction_of_its_first_strong_letter(text, direction):
    assert direction_of(text) == direction


def test_a_short_text_stands_at_full_size():
    fitted = fit("Istanbul", 70, 4.2, is_free=True)
    assert (fitted.style.size_pt, fitted.lines, fitted.is_whole) == (
        8.0,
        (("Istanbul", "ltr"),),
        True,
    )


def test_a_longer_text_is_shrunk_before_anything_else():
    text = "M" * 40
    sizes = [fit(text, width, 4.2, is_free=True).style.size_pt for width in (120, 90, 80)]
    assert sizes == sorted(sizes, reverse=True)
    assert 6.0 < sizes[-1] < sizes[0] == 8.0


@given(
    st.text(max_size=200), st.sampled_from([20.0, 50.0, 100.0]), st.sampled_from([4.2, 8.4, 16.9])
)
@settings(deadline=None, max_examples=80)
def test_no_text_is_wider_than_its_place_or_loses_a_letter_unseen(text, width, height):
    fitted = fit(text, width, height, is_free=True)
    assert FLOOR <= fitted.style.size_pt <= VALUE.size_pt
    for line, direction in fitted.lines:
        too_wide = arabic.measure(line, fitted.style, direction) > width + 0.001
        assert not too_wide or len(line) == 1 or not line.strip()
    if fitted.is_whole:
        shown = "".join(line for line, _ in fitted.lines)
        assert shown.replace(" ", "") == text.replace(" ", "").replace("\n", "")


def test_a_code_is_whole_or_absent():
    assert fit("ABCDEFGHIJKLMNOPQRST", 8.5, 4.2, is_free=False).lines == ()
    assert fit("1,234,567.890", 30, 4.2, is_free=False).lines == (("1,234,567.890", "ltr"),)


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_has_no_room_refers_to_the_annex_and_stands_there_whole(edition):
    case = a_case(printed_item(1), printed_item(2, commercial_description=_LONG))
    printed = case.print(edition)
    (overflow,) = printed.overflows
    assert (overflow.annex, overflow.page, overflow.item, overflow.box) == (1, 1, 2, "31")
    assert overflow.place == Place("commercial_description", 2)
    laid_out = case.lay_out(edition)
    marks = [m for m in laid_out.pages[1].marks if m.key == "1.31.commercial_description.annex"]
    reference = {"en": "→ annex 1", "ar": "← ملحق 1", "both": "→ annex ملحق 1"}[edition]
    assert [mark.text for mark in marks] == [reference]
    shown = [m for m in laid_out.pages[1].marks if m.key == "1.31.commercial_description"]
    assert shown[0].text.startswith("line 0 of a very long")
    assert {mark.style.size_pt for mark in shown} == {6.0}
    whole = letters(
        "".join(m.text for p in laid_out.pages[2:] for m in p.marks if m.key == "paragraph")
    )
    assert whole == letters(_LONG)


def test_the_reference_does_not_lie_over_the_text_before_it():
    case = a_case(printed_item(1, commercial_description=_LONG))
    (page, *_) = case.lay_out().pages
    text = [m for m in page.marks if m.key == "1.31.commercial_description"][-1]
    mark = next(m for m in page.marks if m.key == "1.31.commercial_description.annex")
    last = text.lines[-1]
    used = arabic.measure(last, text.style, text.direction)
    assert used + arabic.measure(mark.text, mark.style, mark.direction) <= mark.width
    assert mark.y == pytest.approx(text.y + (len(text.lines) - 1) * text.style.line_height, abs=0.1)


def test_a_code_too_long_for_its_cell_leaves_only_its_number_on_the_form():
    case = a_case(printed_item(1, commodity_national="VXF/86628396-44"))
    page = case.lay_out().pages[0]
    shown = [m.text for m in page.marks if m.key.startswith("1.33.commodity_national")]
    assert shown == ["→1"]
    assert [(o.text, o.box) for o in case.lay_out().overflows] == [("VXF/86628396-44", "33.5")]


@pytest.mark.parametrize("name", ["main", "continuation"])
def test_the_annex_has_a_name_for_every_cell(name):
    unnamed = [cell for cell in sheet(name).cells if definition_of(cell) is None]
    listed = [
        cell
        for cell in unnamed
        if cell.subject is not Subject.BLANK and not cell.name.startswith("documents_")
    ]
    assert any(cell.subject is Subject.TAX for cell in listed)
    for cell in listed:
        title = cell_title(cell)
        assert title.en
        assert title.ar


@pytest.mark.parametrize("edition", EDITIONS)
def test_amounts_wider_than_their_cells_stand_on_the_annex(edition):
    case = a_case(*printed_items(4))
    huge = Decimal("1" + "0" * 30)
    tax = TaxFigure(tax_code="DTY", base=huge, rate=huge, amount=huge, mode_of_payment="1")
    computed = tuple(
        (key, replace(item, taxes=(tax,), taxes_total=huge)) for key, item in case.figures.items
    )
    case = replace(case, figures=replace(case.figures, items=computed))
    overflows = [overflow for overflow in case.print(edition).overflows if overflow.box == "47"]
    assert {overflow.en for overflow in overflows} == {"Tax base", "Rate", "Amount", "Total"}
    bases = {overflow.text for overflow in overflows if overflow.en == "Tax base"}
    assert bases == {"1" + ",000" * 10 + ".000"}


@pytest.mark.parametrize(("items", "lines"), [(1, 8), (2, 7)])
def test_taxes_beyond_the_lines_of_a_table_are_summed_and_listed(items, lines):
    case = a_case(*printed_items(items))
    taxes = tuple(
        TaxFigure(
            tax_code=f"T{n:02}",
            base=Decimal(100),
            rate=Decimal(n),
            amount=Decimal(n),
            mode_of_payment="1",
        )
        for n in range(1, 12)
    )
    key, last = case.figures.items[-1]
    computed = (*case.figures.items[:-1], (key, replace(last, taxes=taxes)))
    case = replace(case, figures=replace(case.figures, items=computed))
    laid_out = case.lay_out()
    sheet = laid_out.pages[items - 1]
    texts = {mark.key: mark.text for mark in sheet.marks if isinstance(mark, Text)}
    assert texts[f"1.47.#{lines}.type"] == "+"
    assert texts[f"1.47.#{lines}.amount"] == f"{sum(range(lines, 12))}.000"
    assert texts[f"1.47.#{lines}.base.annex"] == "→1"
    listed = _annex_rows(laid_out, items)
    codes = [row for row in listed if row.startswith("T")]
    assert codes[: len(taxes)] == [tax.tax_code for tax in taxes]


def test_taxes_beyond_the_lines_of_the_summary_are_summed_and_listed():
    case = a_case(*printed_items(4))
    computed = tuple(
        (
            key,
            replace(
                item,
                taxes=tuple(
                    TaxFigure(tax_code=f"{key}{letter}", amount=Decimal(key), mode_of_payment="1")
                    for letter in "ABC"
                ),
            ),
        )
        for key, item in case.figures.items
    )
    case = replace(case, figures=replace(case.figures, items=computed))
    laid_out = case.lay_out()
    texts = {mark.key: mark.text for mark in laid_out.pages[1].marks}
    assert texts["0.47S.#sum.7"] == f"+  {3 * 3 + 3 * 4}.000"
    assert texts["0.47S.#sum.7.annex"] == "→1"
    assert texts["0.47S.#sum.total"] == "G.T. 30.000"
    assert [row for row in _annex_rows(laid_out, 2) if row[-1] in "ABC"] == [
        f"{key}{letter}" for key in range(1, 5) for letter in "ABC"
    ]


def test_more_containers_than_cells_are_listed_on_the_annex():
    containers = many_containers(6)
    case = a_case(printed_item(1), containers=containers, has_containers=True)
    laid_out = case.lay_out()
    texts = {mark.key: mark.text for mark in laid_out.pages[0].marks}
    assert texts["1.31.container_4"] == containers[3].identity
    assert texts["1.31.container_4.annex"] == "→1"
    listed = _annex_rows(laid_out, 1)
    assert [row for row in listed if row.startswith("MSCU")] == [row.identity for row in containers]
    four = a_case(printed_item(1), containers=many_containers(4), has_containers=True)
    assert four.lay_out().overflows == ()


def test_documents_without_room_are_listed_once_for_their_item():
    documents = tuple(
        Document(document_code="740", name="بوليصة", reference=f"MAEU-2026-{n:06}-{n}")
        for n in range(40)
    )
    laid_out = a_case(printed_item(1, documents=documents)).lay_out()
    (overflow,) = laid_out.overflows
    assert overflow.box == "44"
    listed = _annex_rows(laid_out, 1)
    assert [row for row in listed if row.startswith("MAEU")] == [row.reference for row in documents]


def test_units_and_documents_without_a_cell_are_on_the_annex():
    item = printed_item(
        1,
        unit_1="NMB",
        unit_1_quantity=Decimal(4),
        unit_2="KGM",
        unit_2_quantity=Decimal("7.5"),
        previous_document="EX-9",
    )
    case = a_case(item, additional_information="تخزين مؤقت", incidents="Seal broken")
    laid_out = case.lay_out("both")
    texts = {mark.key: mark.text for mark in laid_out.pages[0].marks}
    assert texts["1.41.unit_1"] == "NMB"
    number = texts["1.41.unit_1_quantity.annex"].removeprefix("→")
    assert [o.annex for o in laid_out.overflows if o.box == "41"] == [int(number)]
    said = [m.text for m in laid_out.pages[1].marks if isinstance(m, Text)]
    assert {"KGM", "7.5", "EX-9", "تخزين مؤقت", "Seal broken"} <= set(said)


def test_every_copy_has_the_annex():
    case = a_case(printed_item(1, commercial_description=_LONG))
    once = case.lay_out(copies=(1,))
    twice = case.lay_out(copies=(1, 2))
    assert twice.pages[1:] == (*once.pages[1:], twice.pages[len(once.pages)], *once.pages[1:])
    assert twice.overflows == once.overflows


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_stops_a_print(text, edition):
    item = printed_item(
        1,
        marks_1=text,
        commercial_description=text,
        commodity_national=text,
        documents=(Document(document_code=text, name=text, reference=text),),
    )
    case = a_case(
        item,
        consignee_name=text,
        declarant_name=text,
        comments=text,
        reference_number=text,
        delivery_terms=text,
        containers=(replace(many_containers(1)[0], identity=text, goods=text),),
    )
    for what in ("all", "estimate"):
        printed = case.print(edition, what=what, explained=True)
        assert len(pages_of(printed)) == printed.page_count


def test_a_text_of_ten_thousand_letters_is_read_back_whole():
    text = "".join(chr(ord("A") + n % 26) for n in range(10_000))
    case = a_case(printed_item(1, commercial_description=text))
    printed = case.print()
    body = Rect(0, 32, PAGE_WIDTH, 242)  # between the head and the foot of an annex page
    pages = [read_page(pages_of(printed), number) for number in range(1, printed.page_count)]
    read = "".join(page.inside(body) for page in pages)
    assert len(pages) > 1
    assert text in read


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_is_rejected_is_printed_as_it_was_typed(edition):
    case = a_case(*printed_items(1))
    draft = replace(case.draft, rejected={Place("gross_mass", 1): "about 1 ton"})
    page = replace(case, draft=draft).lay_out(edition).pages[0]
    assert "about 1 ton" in [mark.text for mark in page.marks if mark.key == "1.35.gross_mass"]
    assert Edition(edition)


def _annex_rows(laid_out, sheets):
    return [m.text for page in laid_out.pages[sheets:] for m in page.marks if m.key == "row"]


def test_an_acid_stands_on_the_annex_with_the_sentence_that_binds_its_documents():
    case = a_case(printed_item(1), acid="1234567890123456789")
    bound = replace(case, profile=replace(case.profile, binding_en="Bound.", binding_ar="ملزم."))
    for edition, text in (("en", "Bound."), ("ar", "ملزم."), ("both", "Bound.\nملزم.")):
        (overflow,) = bound.lay_out(edition).overflows
        assert overflow.text == f"1234567890123456789\n{text}"
    (overflow,) = case.lay_out("en").overflows
    assert overflow.text == "1234567890123456789"
