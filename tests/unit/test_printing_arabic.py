"""Shaping, measuring and breaking lines; and what is read back from their glyphs."""

import pytest
import uharfbuzz
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout, QTextOption

from sad_desktop.errors import ResourceMissing
from sad_desktop.printing import arabic, fonts
from sad_desktop.printing.marks import Style
from sad_desktop.resources import resource

STYLE = Style(size_pt=10)
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=40)


def letters(text, direction="rtl", *, bold=False):
    """What the glyphs stand for, from left to right."""
    used = fonts.font(bold=bold)
    return [
        used.letters[ord(code)] for code in arabic.shape(text, bold=bold, direction=direction).codes
    ]


def glyphs(text, direction="rtl"):
    used = fonts.font(bold=False)
    codes = arabic.shape(text, bold=False, direction=direction).codes
    return [used.face.charToGlyph[ord(code)] for code in codes]


def glyph_of(letter):
    return fonts.font(bold=False).harfbuzz.get_nominal_glyph(ord(letter))


@pytest.fixture(scope="module")
def screen_font(qapp):  # noqa: ARG001 - fonts need an application
    content = resource("fonts/IBMPlexSansArabic-Regular.ttf").read_bytes()
    number = QFontDatabase.addApplicationFontFromData(content)
    font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    font.setPixelSize(1000)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    yield font
    QFontDatabase.removeApplicationFont(number)


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("شركة الخليج للتجارة (ذ.م.م.)", "rtl"),
        ("ABC شركة (م.م.ح)", "rtl"),
        ("لا إله إلا [ب] {ج} «نص»", "rtl"),
        ("فاتورة رقم INV-2026/77 بتاريخ 21/11/2026", "rtl"),
        ("نسبة 5% من CIF", "ltr"),
        ("٢٠٢٦/١١/٢١ تاريخ", "rtl"),
        ("العلامة التجارية والصنف والكمية", "rtl"),
        ("AVAILABLE To: Office (1)", "ltr"),
        ("12 كغ (5%) ABC 34 شركة", "rtl"),
        ("12 كغ (5%) ABC 34 شركة", "ltr"),
        ("12/34", "rtl"),
        ("/12 ABC", "rtl"),
    ],
)
def test_glyphs_are_those_qt_shows(text, direction, screen_font):
    layout = QTextLayout(text, screen_font)
    option = QTextOption()
    right = direction == "rtl"
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    )
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1_000_000)
    layout.endLayout()
    shown = []
    for run in layout.glyphRuns():
        shown += zip((point.x() for point in run.positions()), run.glyphIndexes(), strict=True)
    assert glyphs(text, direction) == [glyph for _, glyph in sorted(shown)]
    shaped = arabic.shape(text, bold=False, direction=direction)
    assert shaped.width == pytest.approx(line.naturalTextWidth(), rel=0.002)


def test_letters_join():
    first, middle, last = glyphs("ععع")[::-1]
    assert len({first, middle, last, glyph_of("ع")}) == 4


def test_brackets_are_mirrored_from_right_to_left():
    assert glyphs("(أ)")[0] == glyph_of("(")
    assert letters("(أ)") == [")", "أ", "("]
    assert glyphs("(A)", "ltr")[0] == glyph_of("(")


def test_digits_among_arabic_letters_are_lower():
    assert glyphs("5 كغ")[-1] == glyphs("كغ 5")[0] != glyph_of("5")
    assert glyphs("5 KG", "ltr")[0] == glyphs("5")[0] == glyph_of("5")


def test_digits_keep_their_order():
    assert "".join(letters("رقم 2026/77")) == "2026/77 مقر"


def test_a_glyph_of_two_letters_stands_for_both():
    assert letters("لا") == ["ال"]


def test_vowel_signs_go_with_their_letter():
    text = "مُحَمَّد"
    seen = [found[::-1] for found in letters(text) if found]
    assert seen == [text[7:], text[4:7], text[2:4], text[:2]]


def test_glyph_drawn_for_two_texts_is_read_back_as_each():
    assert letters("😀漢", "ltr") == ["😀", "漢"]
    assert glyphs("😀漢", "ltr") == [0, 0]


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("", []),
        ("\u2066\u2069", []),
        ("A\u200e\u200bB", ["A", "B"]),
        ("A\u200dB\u00adC", ["A", "B", "C"]),
        ("A\nB\tC", ["A", " ", "B", " ", "C"]),
        ("A\x00B", ["A", "\ufffd", "B"]),
        ("A\ud800B\udfff", ["A", "\ufffd", "B", "\ufffd"]),
        ("\U000f0000", ["\U000f0000"]),
    ],
)
def test_characters_that_are_no_letters(text, seen):
    assert letters(text, "ltr") == seen


def test_private_characters_of_the_user_are_not_our_glyphs():
    assert letters("شركة")
    assert glyphs("\U000f0000\U000f0001", "ltr") == [0, 0]


def test_more_texts_than_there_are_codes(monkeypatch):
    used = fonts.PaperFont(fonts.REGULAR)
    monkeypatch.setattr(fonts, "_MOST_CODES", len(used._codes) + 2)
    codes = [used.code(0, chr(0x4E00 + number)) for number in range(10)]
    assert len(set(codes)) == 3
    assert used.letters[codes[-1]] == "\ufffd"
    assert used.face.charToGlyph[codes[-1]] == 0


@given(text=ANY_TEXT)
def test_any_text_has_a_width(text):
    for direction in ("ltr", "rtl"):
        assert arabic.measure(text, STYLE, direction) >= 0


def test_measure_is_the_sum_of_the_advances():
    em = fonts.font(bold=False).harfbuzz.get_glyph_h_advance(glyph_of("0")) / 1000
    assert arabic.measure("0000", STYLE, "ltr") == pytest.approx(4 * em * 10 * 25.4 / 72)
    assert arabic.measure("0000", Style(size_pt=20), "ltr") == pytest.approx(
        8 * em * 10 * 25.4 / 72
    )


def test_semi_bold_is_wider():
    bold = Style(size_pt=10, bold=True)
    assert arabic.measure("شركة", bold, "rtl") > arabic.measure("شركة", STYLE, "rtl")


def test_language_of_the_machine_does_not_matter(monkeypatch):
    # HarfBuzz would take it into the buffer by itself.
    languages = []
    shape = uharfbuzz.shape

    def watched(font, buffer):
        languages.append(buffer.language)
        shape(font, buffer)

    monkeypatch.setattr(arabic.uharfbuzz, "shape", watched)
    arabic._shape("شركة ABC", False, "rtl")
    assert languages == ["en", "ar"]


def test_wrap_at_blanks():
    text = "قطع غيار سيارات ومحركات كهربائية جديدة"
    lines = arabic.wrap(text, 25, STYLE, "rtl")
    assert len(lines) > 1
    assert " ".join(lines) == text
    assert all(arabic.measure(line, STYLE, "rtl") <= 25 for line in lines)


def test_wrap_keeps_line_feeds_and_empty_lines():
    assert arabic.wrap("A\n\nB", 50, STYLE, "ltr") == ("A", "", "B")
    assert arabic.wrap("", 50, STYLE, "ltr") == ("",)


def test_wrap_breaks_a_word_longer_than_the_line():
    lines = arabic.wrap("X" * 100, 20, STYLE, "ltr")
    assert "".join(lines) == "X" * 100
    assert all(arabic.measure(line, STYLE, "ltr") <= 20 for line in lines)
    assert arabic.measure(lines[0] + "X", STYLE, "ltr") > 20


def test_wrap_narrower_than_a_letter():
    assert arabic.wrap("ABC", 0.1, STYLE, "ltr") == ("A", "B", "C")
    assert arabic.wrap("بَبَ", 0.1, STYLE, "rtl") == ("بَ", "بَ")


@given(text=ANY_TEXT, width=st.floats(0, 60))
def test_wrap_loses_nothing_but_blanks(text, width):
    lines = arabic.wrap(text, width, STYLE, "rtl")
    assert "".join("".join(lines).split(" ")) == "".join(text.replace("\n", "").split(" "))


def test_wrap_ten_thousand_letters():
    lines = arabic.wrap("ب" * 10_000, 60, STYLE, "rtl")
    assert sum(map(len, lines)) == 10_000


def test_shrink_to_what_fits():
    wide = arabic.measure("1,234,567.50", STYLE, "ltr")
    smaller = arabic.shrink("1,234,567.50", wide * 0.8, STYLE, "ltr", floor_pt=5)
    assert smaller == Style(size_pt=8)
    assert arabic.shrink("1", wide, STYLE, "ltr", floor_pt=5) is STYLE


def test_shrink_stops_at_the_floor():
    found = arabic.shrink("X" * 100, 10, Style(size_pt=9, bold=True), "ltr", floor_pt=6)
    assert found == Style(size_pt=6, bold=True)


def test_shrink_looks_at_the_widest_line():
    wide = arabic.measure("XXXX", STYLE, "ltr")
    assert arabic.shrink("X\nXXXX\nX", wide / 2, STYLE, "ltr", floor_pt=1).size_pt == 5


@pytest.mark.parametrize("content", [None, b"", b"no font", "half", "changed"])
def test_missing_or_damaged_font(content, monkeypatch, tmp_path):
    whole = resource("fonts/IBMPlexSansArabic-Regular.ttf").read_bytes()
    broken = tmp_path / "font.ttf"
    if content == "half":
        content = whole[: len(whole) // 2]
    elif content == "changed":
        content = whole[:100_000] + bytes(99) + whole[100_099:]
    if content is not None:
        broken.write_bytes(content)
    monkeypatch.setattr(fonts, "resource", lambda _: broken)
    with pytest.raises(ResourceMissing, match=r"IBMPlexSansArabic-Regular\.ttf"):
        fonts._load.__wrapped__(fonts.REGULAR)
