"""What is printed, mark by mark, as text files; and three pages as pictures."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from sad_desktop.printing.job import Printing
from sad_desktop.printing.layout import lay_out_design
from sad_desktop.printing.layout_place import calibration_page
from sad_desktop.printing.marks import Text, describe
from sad_desktop.services.designs import load_designs
from tests.printed import EDITIONS, a_case, many_containers, pages_of, printed_item, printed_items

_HERE = Path(__file__).parent
_DPI = 75
_MOST_DIFFERENCE = 1.5  # of 255, over all dots: a rule more is 0.3, a block of text moved is 2
_MOST_SPOT = 60  # of 255, in a field of 20 by 20 dots: a word missing is 100
_SPOT = 20


def golden_case():
    """Return five items of which one has more than its boxes hold."""
    long = "محوّل جهد ثابت (12/24 V), charger master; " * 12
    items = [*printed_items(4), printed_item(5, commercial_description=long)]
    return a_case(*items, containers=many_containers(6, item=2), has_containers=True)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("sheet", [1, 2, 3])
def test_the_values_of_each_sheet(updates_golden, sheet, edition):
    page = golden_case().lay_out(edition).pages[sheet - 1]
    compare(f"sad-{edition}-{sheet}", described([replace(page, background=())]), updates_golden)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize(("name", "sheet"), [("main", 0), ("continuation", 1)])
def test_the_empty_form(updates_golden, name, sheet, edition):
    page = golden_case().lay_out(edition, copies=(6,)).pages[sheet]
    form = replace(page, marks=page.background, background=())
    compare(f"form-{name}-{edition}", described([form]), updates_golden)


def test_the_annex(updates_golden):
    pages = golden_case().lay_out("both").pages[3:]
    compare("annex-both", described(pages), updates_golden)


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("what", ["valuation", "assessment", "documents", "estimate"])
def test_the_written_pages(updates_golden, what, edition):
    pages = golden_case().lay_out(edition, what=what, explained=True).pages
    compare(f"{what}-{edition}", described(pages), updates_golden)


@pytest.mark.parametrize("number", [0, 1])
def test_the_shipped_designs(updates_golden, number):
    case = golden_case()
    design = load_designs().designs[number]
    printing = Printing(edition="both")
    found = lay_out_design(design, case.draft, case.figures, case.note, case.profile, printing)
    empty = replace(found.pages[0], marks=found.pages[0].background, background=())
    pages = [empty, *(replace(page, background=()) for page in found.pages)]
    compare(f"design-{design.code}-both", described(pages), updates_golden)


def test_the_calibration_page(updates_golden):
    page = calibration_page(Printing(edition="both", offset_x=1.0, scale=0.99))
    compare("calibration-both", described([page]), updates_golden)


@pytest.mark.parametrize(
    ("name", "edition", "what", "number"),
    [
        ("main-both", "both", "sad", 0),
        ("continuation-ar", "ar", "sad", 1),
        ("assessment-both", "both", "assessment", 0),
    ],
)
def test_a_page_looks_as_it_did(updates_golden, name, edition, what, number):
    printed = golden_case().print(edition, what=what, copies=(6,))
    picture = pages_of(printed)[number].render(scale=_DPI / 72, grayscale=True).to_pil()
    file = _HERE / "pictures" / f"{name}.png"
    if updates_golden:
        picture.save(file, optimize=True)
        return
    before = Image.open(BytesIO(file.read_bytes()))
    assert picture.size == before.size
    difference = ImageChops.difference(picture.convert("L"), before.convert("L"))
    spots = difference.reduce(_SPOT)
    assert ImageStat.Stat(difference).mean[0] < _MOST_DIFFERENCE
    assert spots.getextrema()[1] < _MOST_SPOT


def described(pages):
    """Return pages as text, a line for each mark, its style behind it."""
    lines = []
    for page in pages:
        head, *marks = describe(page).splitlines()
        lines.append(head)
        lines += [line + _style(mark) for line, mark in zip(marks, page.marks, strict=True)]
    return "\n".join(lines) + "\n"


def _style(mark):
    if not isinstance(mark, Text):
        return ""
    style = mark.style
    colour = "" if style.colour == "#000000" else f" {style.colour}"
    return f"  [{style.size_pt:g}{' bold' if style.bold else ''}{colour}]"


def compare(name, text, updates):
    """Compare a text with its golden file, or write it."""
    file = _HERE / "marks" / f"{name}.txt"
    if updates:
        file.write_text(text, encoding="utf-8", newline="\n")
        return
    assert text == file.read_text(encoding="utf-8")
