"""Print designs: filled as their files say, refused by line and reason."""

from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest

from sad_desktop.declaration.draft import Place
from sad_desktop.errors import FileRefused
from sad_desktop.printing.design_file import read_design
from sad_desktop.printing.job import Printing
from sad_desktop.printing.layout import lay_out_design
from sad_desktop.printing.marks import Box, Line, Text
from sad_desktop.printing.words import Word
from sad_desktop.services.designs import load_designs, print_design
from sad_desktop.tariff.profile_file import load_profile
from tests.printed import EDITIONS, a_case, letters, many_containers, printed_item, printed_items

HEAD = 'code = "x"\nen = "Label"\n'
LABEL = (
    HEAD
    + """page = [100, 60]
each = "item"
[[frames]]
at = [5, 5, 90, 50]
[[texts]]
at = [6, 6, 88, 5]
en = "Label"
ar = "ملصق"
[[fields]]
at = [6, 20, 60, 6]
field = "item.commodity_code"
size = 12
[[fields]]
at = [6, 30, 60, 6]
field = "consignee_code"
[[fields]]
at = [6, 40, 60, 6]
field = "item_figures.taxes_total"
"""
)


def laid_out(design, case, edition="en", **wanted):
    printing = Printing(edition=edition, **wanted)
    return lay_out_design(design, case.draft, case.figures, case.note, case.profile, printing)


def values(page, key):
    return [mark.text for mark in page.marks if isinstance(mark, Text) and mark.key == key]


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("code", ["delivery-note", "form-46"])
def test_each_shipped_design_prints_every_item(code, edition):
    design = {design.code: design for design in load_designs().designs}[code]
    case = a_case(*printed_items(30))
    printed = print_design(
        design, case.draft, case.note, case.figures, case.profile, Printing(edition=edition)
    )
    pages = laid_out(design, case, edition).pages
    numbers = [text for page in pages for text in values(page, "item_figures.item_number")]
    assert numbers == [str(number) for number in range(1, 31)]
    assert printed.page_count == len(pages) == len(pypdfium2.PdfDocument(printed.content)) > 1
    assert not printed.overflows


def test_the_form_46_says_what_binds_the_advance_information_to_it():
    design = next(design for design in load_designs().designs if design.code == "form-46")
    own = load_profile("eg")[0]
    said = Word(en=own.binding_en, ar=own.binding_ar)
    assert said in (one.word for one in design.texts)
    texts = [
        m.text for m in laid_out(design, a_case(), "ar").pages[0].background if isinstance(m, Text)
    ]
    assert letters("نظام التسجيل المسبق للشحنات (ACI) جزءًا لا يتجزأ من هذا البيان") in letters(
        "".join(texts)
    )


def test_a_design_for_each_item_has_a_page_for_each():
    case = a_case(*printed_items(3))
    pages = laid_out(read_design(LABEL.encode(), "label.toml"), case).pages
    assert [(page.width, page.height) for page in pages] == [(100, 60)] * 3
    for page, item, note in zip(pages, case.draft.declaration.items, case.note.items, strict=True):
        assert values(page, "item.commodity_code") == [item.commodity_code]
        assert values(page, "general.consignee_code") == ["5001234"]
        assert values(page, "item_figures.taxes_total") == [f"{note.taxes_total:,.3f}"]


def test_a_design_for_each_container_knows_the_item_it_holds():
    text = LABEL.replace('each = "item"', 'each = "container"').replace(
        "consignee_code", "container.identity"
    )
    case = a_case(*printed_items(2), containers=many_containers(2, item=2))
    pages = laid_out(read_design(text.encode(), "label.toml"), case).pages
    assert [values(page, "container.identity")[0] for page in pages] == [
        "MSCU0000001",
        "MSCU0000002",
    ]
    assert values(pages[0], "item.commodity_code") == [
        case.draft.declaration.items[1].commodity_code
    ]


def test_a_design_for_containers_of_a_declaration_without_any_has_no_page():
    text = LABEL.replace('each = "item"', 'each = "container"')
    case = a_case()
    design = read_design(text.encode(), "label.toml")
    printed = print_design(design, case.draft, case.note, case.figures, case.profile, Printing())
    assert (printed.page_count, printed.content) == (0, b"")


def test_values_only_leaves_frames_and_texts_away_and_moves_the_values():
    design = read_design(LABEL.encode(), "label.toml")
    whole = laid_out(design, a_case(), "en").pages[0]
    bare = laid_out(design, a_case(), "en", values_only=True, offset_x=3.0).pages[0]
    assert any(isinstance(mark, Box) for mark in whole.background)
    assert bare.background == ()
    assert [mark.x for mark in bare.marks] == [mark.x + 3 for mark in whole.marks]


def test_an_arabic_design_is_mirrored_unless_its_file_says_otherwise():
    mirrored = laid_out(read_design(LABEL.encode(), "a.toml"), a_case(), "ar").pages[0]
    fixed = read_design(LABEL.replace("page =", "mirrored = false\npage =").encode(), "a.toml")
    assert [mark.x for mark in mirrored.marks] == [100 - 6 - 60] * 3
    assert [mark.x for mark in laid_out(fixed, a_case(), "ar").pages[0].marks] == [6] * 3


def test_what_has_no_room_in_a_design_stands_on_an_annex():
    text = LABEL.replace("consignee_code", "item.commercial_description")
    case = a_case(printed_item(1), printed_item(2, commercial_description="وصف طويل " * 60))
    found = laid_out(read_design(text.encode(), "label.toml"), case)
    (overflow,) = found.overflows
    assert (overflow.item, overflow.page, overflow.annex) == (2, 1, 1)
    assert len(found.pages) == 3
    whole = [m.text for m in found.pages[2].marks if m.key == "paragraph"]
    assert letters("".join(whole)) == letters("وصف طويل " * 60)


def test_what_was_rejected_is_printed_as_it_was_typed():
    text = LABEL.replace("consignee_code", "item.net_mass")
    case = a_case(*printed_items(1))
    draft = replace(case.draft, rejected={Place("net_mass", 1): "around 5"})
    page = laid_out(read_design(text.encode(), "a.toml"), replace(case, draft=draft)).pages[0]
    assert values(page, "item.net_mass") == ["around 5"]


def test_a_table_is_continued_with_its_heads_and_fields():
    design = next(design for design in load_designs().designs if design.code == "delivery-note")
    pages = laid_out(design, a_case(*printed_items(40))).pages
    assert [values(page, "page.number") for page in pages] == [["1"], ["2"], ["3"]]
    for page in pages:
        assert values(page, "general.consignee_code") == ["5001234"]
        assert "Commodity code" in [m.text for m in page.background if isinstance(m, Text)]
        assert max(m.y1 for m in page.marks if isinstance(m, Line)) <= 82 + 174


def test_amounts_have_the_decimals_of_the_country():
    case = a_case(*printed_items(1))
    page = laid_out(read_design(LABEL.encode(), "a.toml"), case).pages[0]
    (total,) = values(page, "item_figures.taxes_total")
    assert Decimal(total.replace(",", "")).as_tuple().exponent == -3


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        (HEAD + "[[fields]]\nat = [1, 2, 3, 4]\nfield = 'no_such'", 3, "field"),
        (HEAD + "[[fields]]\nat = [1, 2, 3, 4]\nfield = 'item.net_mass'", 3, "field"),
        (HEAD + "[[frames]]\nat = [1, 2, 3, 4]\n[[frames]]\nat = [1, 2, 3]", 5, "at"),
        (HEAD + "[[frames]]\nat = [1, 2, -3, 4]", 3, "at"),
        (HEAD + "[[frames]]\nat = [1, 2, true, 4]", 3, "at"),
        (HEAD + "[[frames]]\nat = [1, 2, nan, 4]", 3, "at"),
        (HEAD + "[[frames]]\nat = [1, 2, 3, 4]\nfill = 'red'", 3, "fill"),
        (HEAD + "\n[[texts]] # a title\nat = [1, 2, 3, 4]\nen = 5", 4, "en"),
        (HEAD + "[[texts]]\nat = [1, 2, 3, 4]\nen = 'a'\nsize = 2", 3, "size"),
        (HEAD + "[[texts]]\nat = [1, 2, 3, 4]\nen = 'a'\nalign = 'up'", 3, "align"),
        (HEAD + "[[texts]]\nat = [1, 2, 3, 4]\nen = 'a'\ncolor = '#000000'", 3, "color"),
        (HEAD + "[[table]]\nat = [1, 2, 3, 4]\ncolumns = []", 3, "columns"),
        (HEAD + "[[table]]\nat = [1, 2, 3, 4]\ncolumns = [{ field = 'x' }]", 3, "field"),
        (HEAD + "[[table]]\nat = [1, 2, 3, 4]\nrows = 'cars'\ncolumns = []", 3, "rows"),
        (HEAD + "each = 'car'", 1, "each"),
        (HEAD + "frame = 3", 1, "frame"),
        (HEAD + "frames = 3", 1, "frames"),
        (HEAD + "frames = [{ at = [1, 2, 3, 4] }]", 1, "frames"),
        ('en = "a"', 1, "code"),
    ],
)
def test_a_broken_design_names_its_line_and_reason(text, line, key):
    with pytest.raises(FileRefused) as refused:
        read_design(text.encode(), "mine.toml")
    assert str(refused.value).startswith(
        f"The print design mine.toml was not used: line {line}: {key} must be "
    )


@pytest.mark.parametrize("content", [b"code = ", b"\xff\xfe", b'code = "a"\ncode = "b"'])
def test_a_file_that_is_no_design_is_refused_in_a_sentence(content):
    with pytest.raises(FileRefused, match=r"^The print design mine\.toml was not used: it is no"):
        read_design(content, "mine.toml")


def test_an_office_adds_designs_and_replaces_shipped_ones(tmp_path):
    (tmp_path / "label.toml").write_text(LABEL, encoding="utf-8")
    own = LABEL.replace('code = "x"', 'code = "form-46"')
    (tmp_path / "form.toml").write_text(own, encoding="utf-8-sig")
    (tmp_path / "broken.toml").write_text("code = 1", encoding="utf-8")
    (tmp_path / "notes.txt").write_text("not read", encoding="utf-8")
    (tmp_path / "folder.toml").mkdir()
    loaded = load_designs(tmp_path)
    designs = {design.code: design.title.en for design in loaded.designs}
    assert designs == {"delivery-note": "Delivery note", "form-46": "Label", "x": "Label"}
    broken, unreadable = map(str, loaded.refused)
    assert broken == "The print design broken.toml was not used: line 1: code must be a text."
    assert unreadable.startswith("The print design folder.toml cannot be read: ")


def test_a_folder_that_is_not_there_adds_nothing(tmp_path):
    assert load_designs(tmp_path / "none") == load_designs()
