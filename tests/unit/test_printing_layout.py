"""The sheets: how many, what stands on each, where, in every edition."""

import math
from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import pypdfium2
import pytest

from sad_desktop.declaration.figures import TaxFigure
from sad_desktop.declaration.status import Status
from sad_desktop.printing.contents import content, page_view
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.job import Printing
from sad_desktop.printing.layout import lay_out
from sad_desktop.printing.layout_place import ACROSS, DOWN, calibration_page
from sad_desktop.printing.layout_rules import rules
from sad_desktop.printing.layout_values import PADDING, value_place
from sad_desktop.printing.marks import MM_PER_POINT, Barcode, Line, Qr, Text
from sad_desktop.printing.overflow import FLOOR, VALUE
from sad_desktop.printing.seal import content_hash, seal
from sad_desktop.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH, Subject, sheet
from sad_desktop.services.paper import print_calibration, print_pages
from tests.printed import EDITIONS, a_case, letters, pages_of, printed_items, read_page

COUNTS = (1, 4, 7, 119, 999)


@pytest.fixture(scope="module")
def cases():
    return {count: a_case(*printed_items(count)) for count in COUNTS}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("count", COUNTS)
def test_every_value_stands_in_its_own_box_of_its_own_sheet(cases, count, edition):
    case = cases[count]
    printed = case.print(edition)
    document = pages_of(printed)
    sheets = 1 + math.ceil((count - 1) / 3)
    assert not printed.overflows
    assert len(document) == printed.page_count == sheets
    form = Edition(edition)
    read = 0
    for number in _read_sheets(sheets, edition):
        page = read_page(document, number)
        view = page_view(case.draft, case.figures, number, case.profile.decimals)
        for cell in view.sheet.cells:
            text = letters(content(view, cell).text)
            if text:
                found = page.inside(form.place(cell.text_rect))
                assert _same(text, found), (number, cell.key, text, found)
                read += 1
    assert read > 40 * len(_read_sheets(sheets, edition))


def test_each_sheet_says_which_of_how_many_it_is(cases):
    laid_out = cases[7].lay_out()
    assert [_texts(page, "0.3.=form_number") for page in laid_out.pages] == [["1"], ["2"], ["3"]]
    assert [_texts(page, "0.3.=form_total") for page in laid_out.pages] == [["3"]] * 3


def test_the_summary_stands_on_the_last_sheet_only(cases):
    first, second, last = (_texts(p, "0.47S.#sum.total") for p in cases[7].lay_out().pages)
    assert first == second == []
    assert last == [f"G.T. {cases[7].note.item_taxes:,.3f}"]


def test_the_summary_leaves_out_what_is_only_guaranteed():
    case = a_case(*printed_items(2))
    taxes = (
        TaxFigure(tax_code="DTY", amount=Decimal(10), mode_of_payment="1"),
        TaxFigure(tax_code="DTY", amount=Decimal(7), mode_of_payment="0"),
    )
    items = tuple((key, replace(item, taxes=taxes)) for key, item in case.figures.items)
    case = replace(case, figures=replace(case.figures, items=items))
    last = case.lay_out().pages[-1]
    assert _texts(last, "0.47S.#sum.1") == ["DTY  20.000  1"]
    assert _texts(last, "0.47S.#sum.2") == ["DTY  14.000  0"]
    assert _texts(last, "0.47S.#sum.total") == ["G.T. 20.000"]


@pytest.mark.parametrize(
    ("count", "unused"), [(2, {"2.unused", "3.unused"}), (3, {"3.unused"}), (4, set())]
)
def test_unused_blocks_are_struck_through(count, unused):
    last = a_case(*printed_items(count)).lay_out().pages[-1]
    struck = [mark for mark in last.marks if isinstance(mark, Line)]
    assert {mark.key for mark in struck} == unused
    assert len(struck) == 2 * len(unused)  # the block and its table of taxes


def test_a_declaration_without_items_is_one_struck_sheet():
    case = a_case(items=(), status=Status.DRAFT)
    laid_out = case.lay_out()
    assert len(laid_out.pages) == 1
    assert "1.unused" in {mark.key for mark in laid_out.pages[0].marks}


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", ["main", "continuation"])
def test_values_are_printed_where_the_screen_has_its_fields(name, edition):
    form = Edition(edition)
    for cell in sheet(name).cells:
        on_screen = form.place(cell.text_rect)
        printed = value_place(cell, form)
        assert printed.x - PADDING == pytest.approx(on_screen.x)
        assert printed.x + printed.width + PADDING == pytest.approx(on_screen.x + on_screen.width)
        assert printed.y + printed.height == pytest.approx(on_screen.y + on_screen.height)
        assert on_screen.y <= printed.y <= on_screen.y + 0.301


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_value_stays_inside_its_cell(cases, edition):
    form = Edition(edition)
    for page, name in zip(cases[7].lay_out(edition).pages, ("main", "continuation"), strict=False):
        cells = {cell.key: form.place(cell.rect) for cell in sheet(name).cells}
        for mark in page.marks:
            if isinstance(mark, Text):
                cell = cells[mark.key.removesuffix(".annex")]
                lines = (len(mark.lines) - 1) * mark.style.line_height
                bottom = mark.y + lines + 1.12 * mark.style.size_pt * MM_PER_POINT
                assert cell.x <= mark.x
                assert mark.x + mark.width <= cell.x + cell.width + 0.001
                assert cell.y - 0.01 <= mark.y
                assert bottom <= cell.y + cell.height + 0.2
                assert FLOOR <= mark.style.size_pt <= VALUE.size_pt


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", ["main", "continuation"])
def test_captions_stay_on_the_page_and_can_be_read(name, edition):
    page = a_case(*printed_items(2)).lay_out(edition).pages[name == "continuation"]
    captions = [m for m in page.background if isinstance(m, Text) and m.key == "caption"]
    assert len(captions) > 50
    for mark in captions:
        assert 4.5 <= mark.style.size_pt <= 9.0
        assert 0 <= mark.x < mark.x + mark.width <= PAGE_WIDTH
        assert 0 <= mark.y <= PAGE_HEIGHT
    assert page.width, page.height == (PAGE_WIDTH, PAGE_HEIGHT)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("name", ["main", "continuation"])
def test_every_edge_of_the_form_is_drawn_once(name, edition):
    boxes = [Edition(edition).place(box.rect) for box in sheet(name).boxes]
    cells = [cell for cell in sheet(name).cells if cell.subject is not Subject.BLANK]
    places = [Edition(edition).place(cell.rect) for cell in cells]
    drawn: dict[tuple[bool, float], list[tuple[float, float]]] = {}
    for line in rules(boxes, places, colour="#808080"):
        flat = line.y1 == line.y2
        at = line.y1 if flat else line.x1
        drawn.setdefault((flat, at), []).append((line.x1, line.x2) if flat else (line.y1, line.y2))
    for lines in drawn.values():
        assert all(one[1] <= other[0] for one, other in pairwise(sorted(lines)))
    for flat in (True, False):
        positions = sorted(at for is_flat, at in drawn if is_flat is flat)
        assert min(other - one for one, other in pairwise(positions)) > 1.0
    for rect in (*boxes, *places):
        assert _is_drawn(drawn, True, rect.y, rect.x, rect.x + rect.width)
        assert _is_drawn(drawn, False, rect.x + rect.width, rect.y, rect.y + rect.height)


def test_a_draft_says_so_until_it_is_registered():
    draft = a_case(*printed_items(1)).lay_out("both").pages[0]
    registered = a_case(*printed_items(1), status=Status.REGISTERED).lay_out("both").pages[0]
    assert {m.text for m in draft.background if m.key == "watermark"} == {"DRAFT", "مسودة"}
    assert not [m for m in registered.background if m.key == "watermark"]


def test_the_watermark_lies_under_everything():
    background = a_case().lay_out().pages[0].background
    assert [mark.key for mark in background[:3]] == ["watermark"] * 3


def test_the_strip_carries_the_reference_and_the_hash_of_the_content():
    case = a_case(*printed_items(2))
    first, second = case.lay_out().pages
    said = seal(case.draft)
    assert said.reference == "2026-A12345"
    assert content_hash(case.draft).upper().startswith(said.content_hash)
    assert [m.text for m in first.background if isinstance(m, Barcode)] == [said.line]
    for page in (first, second):
        assert [m.text for m in page.background if isinstance(m, Qr)] == [f"SAD {said.line}"]


def test_the_bar_code_stands_upright_in_the_strip():
    printed = a_case(*printed_items(1)).print()
    bars = next(
        m for m in a_case(*printed_items(1)).lay_out().pages[0].background if isinstance(m, Barcode)
    )
    scale = 300 / 25.4
    picture = pages_of(printed)[0].render(scale=300 / 72, grayscale=True).to_pil()
    place = (bars.x, bars.y, bars.x + bars.width, bars.y + bars.height)
    strip = picture.crop(tuple(round(side * scale) for side in place))
    dark = [[strip.getpixel((x, y)) < 128 for y in range(strip.height)] for x in range(strip.width)]
    inside = dark[5:-5]
    assert all(column == inside[0] for column in inside)  # bars lie across, over the whole width
    changes = sum(one != other for one, other in pairwise(inside[0]))
    assert changes > 80
    quiet = round(2.4 * scale)
    assert not any(inside[0][:quiet])
    assert not any(inside[0][-quiet:])


def test_a_preview_may_ask_for_the_first_sheets_alone(cases):
    case = cases[7]
    whole = case.lay_out("both").pages
    first = print_pages(
        case.draft, case.note, case.figures, case.profile, Printing(edition="both"), first=1
    )
    assert first.page_count == 1
    alone = lay_out(
        case.draft,
        case.figures,
        case.note,
        case.profile,
        Printing(edition="both", what="all"),
        first=2,
    )
    assert alone.pages == whole[:2]


def test_the_hash_follows_the_content_and_nothing_else():
    draft = a_case(*printed_items(2)).draft
    kept = draft.declaration
    same = [
        replace(draft, declaration=replace(kept, external_freight=Decimal("250"))),
        replace(draft, status=Status.PAID, profile="eg"),
        replace(
            draft,
            declaration=replace(
                kept, items=tuple(replace(item, key=item.key + 50) for item in kept.items)
            ),
        ),
    ]
    other = [
        replace(draft, declaration=replace(kept, reference_number="A12346")),
        replace(draft, declaration=replace(kept, items=kept.items[::-1])),
        replace(draft, declaration=replace(kept, items=kept.items[:1])),
    ]
    assert {content_hash(one) for one in (draft, *same)} == {content_hash(draft)}
    assert len({content_hash(one) for one in (draft, *other)}) == 4


def test_each_copy_has_its_number_and_title_and_all_sheets():
    case = a_case(*printed_items(4))
    laid_out = case.lay_out("both", copies=(1, 8))
    assert len(laid_out.pages) == 4
    titles = [[m.text for m in p.background if m.key == "copy.title"] for p in laid_out.pages]
    assert titles[0] == ["Copy for the country of dispatch/export", "نسخة بلد الإرسال/التصدير"]
    assert titles[2] == ["Copy for the consignee", "نسخة المرسَل إليه"]
    numbers = [[m.text for m in p.background if m.key == "copy"] for p in laid_out.pages]
    assert numbers == [["1"], ["1"], ["8"], ["8"]]


@pytest.mark.parametrize("copy", range(1, 9))
def test_every_copy_of_the_form_has_a_title_in_both_languages(copy):
    page = a_case().lay_out("both", copies=(copy,)).pages[0]
    english, arabic = (m.text for m in page.background if m.key == "copy.title")
    assert english.isascii() or "–" in english
    assert "ء" <= arabic[0] <= "ي"


def test_values_only_prints_nothing_of_the_form_and_moves_the_values():
    case = a_case(*printed_items(4))
    whole = case.lay_out()
    bare = case.lay_out(values_only=True)
    moved = case.lay_out(values_only=True, offset_x=2.5, offset_y=-1.0, scale=1.01)
    assert all(page.background == () for page in bare.pages)
    assert [page.marks for page in bare.pages] == [page.marks for page in whole.pages]
    for before, after in zip(bare.pages[0].marks, moved.pages[0].marks, strict=True):
        assert after.x == pytest.approx(before.x * 1.01 + 2.5)
        assert after.y == pytest.approx(before.y * 1.01 - 1.0)
        assert after.style == before.style


def test_offsets_do_not_move_a_sheet_that_brings_its_own_form():
    case = a_case()
    assert case.lay_out(offset_x=5.0).pages == case.lay_out().pages


def test_the_calibration_page_shows_where_values_fall_now():
    printing = Printing(edition="both", offset_x=1.5, offset_y=-2.0)
    page = calibration_page(printing)
    crosses = [m for m in page.marks if m.key == "cross"]
    lying = {(line.y1, (line.x1 + line.x2) / 2) for line in crosses if line.y1 == line.y2}
    assert lying == {(y, x) for y in (16.0, 16.0 + DOWN) for x in (16.5, 16.5 + ACROSS)}
    assert sum(m.key == "ruler" and isinstance(m, Line) for m in page.marks) == 181 + 261
    read = pypdfium2.PdfDocument(print_calibration(printing))[0].get_textpage().get_text_range()
    assert "Offset 1.5 mm to the right, -2 mm down, scale 1" in " ".join(read.split())


def _is_drawn(drawn, flat, at, start, end):
    """Tell whether lines cover an edge from end to end, to a twentieth of a mm."""
    near = [
        lines
        for (is_flat, place), lines in drawn.items()
        if is_flat is flat and abs(place - at) < 0.06
    ]
    covered = sum(
        min(e, end) - max(s, start) for lines in near for s, e in lines if s < end and e > start
    )
    return covered > end - start - 0.15


def _read_sheets(sheets, edition):
    """Return the sheets that are read back: all in one edition, in the others some of very many."""
    return range(0, sheets, 1 if edition == "both" or sheets < 50 else 9)


def _same(text, found):
    """Compare in order what runs from left to right; of Arabic, that no letter is missing."""
    if any("\u0590" < letter < "\u0700" for letter in text):
        return not Counter(text) - Counter(found)
    return text in found


def _texts(page, key):
    return [mark.text for mark in page.marks if mark.key == key]
