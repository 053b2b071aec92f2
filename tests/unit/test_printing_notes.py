"""The written pages: notes, lists and the estimate, in every edition."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sad_desktop.declaration.rows import Document
from sad_desktop.printing.layout_assessment import step_text
from sad_desktop.printing.layout_flow import MARGIN
from sad_desktop.printing.marks import Box, Line, Text
from sad_desktop.printing.words import word
from sad_desktop.valuation.explain import HALF_UP, PERCENT, SUM, to
from sad_desktop.valuation.note import Payment, Step
from tests.printed import (
    EDITIONS,
    a_case,
    letters,
    many_containers,
    pages_of,
    printed_item,
    printed_items,
)

WRITTEN = ("valuation", "assessment", "documents", "containers", "estimate")


def said(laid_out):
    return [m.text for page in laid_out.pages for m in page.marks if isinstance(m, Text)]


def rows(laid_out):
    """Return the rows of all tables, each as its texts from left to right."""
    found = []
    for page in laid_out.pages:
        lines = {}
        for mark in page.marks:
            if isinstance(mark, Text) and mark.key == "row":
                lines.setdefault(round(mark.y, 2), []).append((mark.x, mark.text))
        found += [[text for _, text in sorted(line)] for _, line in sorted(lines.items())]
    return found


def test_the_valuation_note_shows_each_cost_and_their_sum():
    case = a_case(*printed_items(2))
    laid_out = case.lay_out(what="valuation")
    table = {row[0]: row[1:] for row in rows(laid_out)[:8]}
    invoice = case.note.invoice
    assert table["Invoice value"] == [
        f"{invoice.foreign:,.2f}",
        "USD",
        "0.376",
        f"{invoice.national:,.3f}",
    ]
    assert table["External freight"] == ["250.00", "USD", "0.376", "94.000"]
    assert table["Insurance"] == ["0.000"]
    assert table["Total costs"] == [f"{case.note.total_costs:,.3f}"]
    assert table["CIF value"] == [f"{case.note.cif:,.3f}"]
    assert "Amount in BHD" in said(laid_out)


def test_the_comments_of_the_valuation_note_are_printed_whole():
    comment = "ملاحظة طويلة " * 300
    laid_out = a_case(comments=comment).lay_out(what="valuation")
    paragraphs = [m.text for p in laid_out.pages for m in p.marks if m.key == "paragraph"]
    assert letters("".join(paragraphs)) == letters(comment)


@pytest.mark.parametrize("count", [1, 119])
def test_the_items_valuation_has_a_row_for_each_item_and_their_totals(count):
    case = a_case(*printed_items(count))
    laid_out = case.lay_out(what="valuation")
    wide = replace(
        laid_out, pages=tuple(page for page in laid_out.pages if page.width > page.height)
    )
    found = rows(wide)
    assert [row[0] for row in found[:-1]] == [str(number) for number in range(1, count + 1)]
    for row, item in zip(found, case.note.items, strict=False):
        assert row[-1] == f"{item.value.statistical_value:,.3f}"
    total = found[-1]
    assert total[0] == "Total"
    assert total[-1] == f"{sum(item.value.statistical_value for item in case.note.items):,.3f}"
    for page in wide.pages:
        assert [m.text for m in page.marks if m.key == "head"].count("Statistical value") == 1


def test_the_assessment_note_totals_what_the_engine_totals():
    case = a_case(*printed_items(3))
    laid_out = case.lay_out(what="assessment")
    table = {row[-2]: row[-1] for row in rows(laid_out)}
    note = case.note
    assert table["Total item duties"] == f"{note.item_taxes:,.3f}"
    assert table["Total global duties"] == f"{note.fees:,.3f}"
    assert table["Total assessed amount"] == f"{note.total:,.3f}"
    assert rows(laid_out)[0] == ["DTY", "Customs duty", f"{note.taxes_by_code['DTY']:,.3f}"]


def test_the_assessment_note_lists_every_tax_of_every_item():
    case = a_case(*printed_items(119))
    lines = [
        row for row in rows(case.lay_out(what="assessment")) if row[0] == "DTY" and len(row) == 6
    ]
    taxes = [line for item in case.note.items for line in item.taxes if line.code == "DTY"]
    assert [row[2] for row in lines] == [f"{line.base:,.3f}" for line in taxes]
    assert [row[4] for row in lines] == [f"{line.amount:,.3f}" for line in taxes]


def test_a_guarantee_and_the_reason_of_a_relief_are_named():
    case = a_case(*printed_items(1))
    line = case.note.items[0].taxes[0]
    heading = replace(
        line.heading,
        mode_of_payment=Payment.GUARANTEED,
        reason="temporary admission",
        reason_ar="إدخال مؤقت",
    )
    line = replace(line, heading=heading)
    item = replace(case.note.items[0], taxes=(line,), guarantee=Decimal(5), taxes_total=Decimal(0))
    note = replace(case.note, items=(item,), guarantee=Decimal(5))
    laid_out = replace(case, note=note).lay_out("both", what="assessment")
    assert {"Guarantee", "الكفالة", "temporary admission", "إدخال مؤقت"} <= set(said(laid_out))


def test_steps_are_printed_when_they_are_asked_for():
    case = a_case(*printed_items(1))
    plain = case.lay_out(what="assessment")
    explained = case.lay_out(what="assessment", explained=True)
    remarks = [m.text for p in explained.pages for m in p.marks if m.key == "remark"]
    steps = [step for line in case.note.items[0].taxes for step in line.steps()]
    assert not [m for p in plain.pages for m in p.marks if m.key == "remark"]
    assert letters("".join(remarks)) == letters("".join(step_text(step, str) for step in steps))


def test_a_step_shows_its_formula_with_its_numbers():
    step = Step(
        label="Percentage of the base", formula=PERCENT,
        inputs=(("base", Decimal("5560.565")), ("percent", Decimal(5))),
        result=Decimal("278.028"), rounding=to(HALF_UP, 3),
    )  # fmt: skip
    text = letters(step_text(step, str))
    assert text == letters("Percentage of the base: 5,560.565 × 5 ÷ 100 = 278.028 (half up, 3)")


def test_a_sum_names_its_parts_in_the_language_of_the_paper():
    step = Step(
        label="CIF value", formula=SUM,
        inputs=(("Invoice value", Decimal(100)), ("Total costs", Decimal(20))), result=Decimal(120),
    )  # fmt: skip
    arabic = {"CIF value": "القيمة", "Invoice value": "الفاتورة", "Total costs": "النفقات"}
    text = step_text(step, lambda source: arabic.get(source, source))
    assert letters(text) == letters("القيمة: الفاتورة 100 + النفقات 20 = 120")


def test_documents_are_listed_with_their_item():
    document = Document(
        document_code="861",
        name="شهادة منشأ",
        reference="CO-77",
        issued=date(2026, 9, 30),
        valid_until=date(2027, 9, 30),
    )
    case = a_case(printed_item(1), printed_item(2, documents=(document,)))
    last = rows(case.lay_out(what="documents"))[-1]
    assert last == ["2", "861", "شهادة منشأ", "CO-77", "30/09/2026", "30/09/2027"]


def test_containers_are_listed_with_their_item_on_a_page_of_their_own():
    case = a_case(*printed_items(2), containers=many_containers(70, item=2), has_containers=True)
    laid_out = case.lay_out(what="documents")
    found = [row for row in rows(laid_out) if row[1].startswith("MSCU")]
    assert [row[:2] for row in found] == [["2", f"MSCU{n:07}"] for n in range(1, 71)]
    assert laid_out.pages[1].width > laid_out.pages[1].height
    assert len(a_case(*printed_items(2)).lay_out(what="documents").pages) == 1


def test_one_written_paper_is_printed_without_the_other_it_is_filed_with():
    case = a_case(*printed_items(2), containers=many_containers(3, item=2), has_containers=True)
    both = case.lay_out(what="valuation").pages
    assert case.lay_out(what="general_valuation").pages == both[:1]
    assert case.lay_out(what="item_valuation").pages == both[1:]
    assert case.lay_out(what="containers").pages == case.lay_out(what="documents").pages[1:]


def test_the_estimate_is_addressed_to_the_importer_and_says_what_it_is():
    case = a_case(*printed_items(2))
    text = letters("".join(said(case.lay_out(what="estimate"))))
    assert letters("شركة الخليج للسيارات ذ.م.م.") in text
    assert letters(f"{case.note.total:,.3f}") in text
    assert letters(word("estimate_terms").en) in text


def test_an_export_is_estimated_for_the_exporter():
    case = a_case(declaration_type="EX")
    assert "Anatolia Motor A.Ş." in said(case.lay_out(what="estimate"))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("what", WRITTEN)
def test_written_pages_stay_inside_their_margins(what, edition):
    case = a_case(*printed_items(60), containers=many_containers(50), has_containers=True)
    for page in case.lay_out(edition, what=what, explained=True).pages:
        for mark in page.marks:
            if isinstance(mark, Text):
                assert mark.x >= MARGIN - 0.01
                assert mark.x + mark.width <= page.width - MARGIN + 0.01
                assert mark.y + mark.style.line_height <= page.height - MARGIN + 1
            elif isinstance(mark, Box | Line):
                assert not mark.key


@pytest.mark.parametrize("what", WRITTEN)
def test_the_arabic_edition_is_the_mirror_of_the_english(what):
    case = a_case(printed_item(1, documents=()))
    english = case.lay_out("en", what=what).pages[0]
    arabic = case.lay_out("ar", what=what).pages[0]
    heads = [  # a head of two lines is two marks
        {round(m.x + m.width / 2, 1) for m in page.marks if m.key == "head"}
        for page in (english, arabic)
    ]
    assert len(heads[0]) == len(heads[1])
    assert sorted(heads[0]) == pytest.approx(sorted(english.width - x for x in heads[1]))


def test_both_languages_stand_beside_each_other():
    marks = a_case().lay_out("both", what="assessment").pages[0].marks
    title = [m for m in marks if m.key == "title"]
    assert [(m.text, m.align, m.direction) for m in title] == [
        ("Assessment note", "left", "ltr"),
        ("مذكّرة التصفية", "right", "rtl"),
    ]
    assert title[0].y == title[1].y


def test_every_page_says_which_it_is_and_whose():
    laid_out = a_case(*printed_items(119)).lay_out(what="assessment")
    total = len(laid_out.pages)
    assert total > 2
    for number, page in enumerate(laid_out.pages, start=1):
        texts = [m.text for m in page.marks if m.key == "foot"]
        assert texts[0] == f"Page {number} of {total}"
        assert texts[1].startswith("2026-A12345 ")
        assert "2026 A12345" in [m.text for m in page.marks if m.key == "fact"]


def test_all_is_the_form_and_every_note_but_the_estimate():
    case = a_case(*printed_items(2), containers=many_containers(1), has_containers=True)
    parts = [
        case.lay_out(what=what).pages for what in ("sad", "valuation", "assessment", "documents")
    ]
    together = case.lay_out(what="all").pages
    assert together == tuple(page for pages in parts for page in pages)
    assert len(pages_of(case.print(what="all"))) == len(together)


def test_a_row_higher_than_a_page_is_continued():
    item = printed_item(1, documents=(Document(document_code="1", name="كلمة " * 3000),))
    laid_out = a_case(item).lay_out(what="documents")
    assert len(laid_out.pages) > 2
    shown = [m.text for p in laid_out.pages for m in p.marks if m.key == "row" and "كلمة" in m.text]
    assert "".join(shown).count("كلمة") == 3000
