"""The order of letters on paper is the order Qt shows on the screen."""

import itertools
import random
import unicodedata
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout, QTextOption

from sad_desktop.printing import bidi
from sad_desktop.resources import resource

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
LRE, RLE, PDF, LRO, RLO = "\u202a", "\u202b", "\u202c", "\u202d", "\u202e"
LRM, RLM, ALM = "\u200e", "\u200f", "\u061c"

# Written by hand: what declarants key, and where orders went wrong before.
HARD_CASES = (
    "2026/دب/004512",
    "رقم 2026/004512",
    "(TIN 100234) المصدر",
    "المصدر (TIN 100234)",
    "ABC شركة (م.م.ح)",
    "شركة (ABC) للتجارة (ذ.م.م.)",
    'شركة "ABC" (ذ.م.م.)',
    "[شركة] ABC",
    "A (ب) C",
    "ABC (شركة) 12",
    "أ (ب) C",
    "أ (B) C",
    "(أ (B) ج) D",
    "((أ) B (ج))",
    "{أ [B (ج) D] ه} F",
    "أ ( B",
    "أ ) B (",
    "أ (B] ج) D",
    "صندوق (12) كرتون",
    "100% قطن",
    "قطن 100%",
    "نسبة 5% من CIF",
    "%5 رسم",
    "-5",
    "قيمة -5",
    "قيمة +10 - 3",
    "-5 °م",
    "من -18 إلى +4 درجة",
    "USD 1,234.50",
    "القيمة USD 1,234.50 فقط",
    "1,234.50 د.ك.",
    "€ 1.000,00 بدل الشحن",
    "$500 خصم",
    "الخصم $500",
    "500$ و £20",
    "12 × 24 سم",
    "12x24x36 cm صندوق",
    "سم³ 1800",
    "1800 سم³",
    "8703.23.10 سيارات",
    "سيارات 8703.23.10.00",
    "البند 8703.23.10 - سيارات ركوب",
    "٢٠٢٦/١١/٢١",
    "بتاريخ ٢٠٢٦/١١/٢١ م",
    "ABC ٢٠٢٦/١١/٢١",
    "١٬٢٣٤٫٥٠ د.ك.",
    "٥٪ ضريبة",
    "21/11/2026 تاريخ",
    "تاريخ 21-11-2026",
    "فاتورة رقم INV-2026/77 بتاريخ 21/11/2026",
    "INV-2026/77 فاتورة",
    "هاتف: +961 1 234567",
    "+961 1 234567 :هاتف",
    "هاتف 00965-2222 3333",
    "a@b.com بريد",
    "بريد a.b-c@port.example",
    "https://port.example/q?a=1&b=2 رابط",
    "رابط: https://port.example/1",
    "<item> وصف",
    "وصف <item>",
    "أ < B > ج",
    "5 < 6 أ",
    "الوزن: 18,540.5 كغ",
    "18,540.5 كغ",
    "KG 18,540.5 الوزن",
    "كود " + LRI + "32/A-7" + PDI + " نهاية",
    LRI + "2026/دب/1" + PDI,
    RLI + "ABC 12" + PDI + " DEF",
    FSI + "شركة 12" + PDI + " A",
    FSI + "ABC 12" + PDI + " أ",
    FSI + "12" + PDI + " أ",
    FSI + LRI + "A" + PDI + "أ" + PDI + " 1",
    "أ " + RLI + "B " + LRI + "ج 3" + PDI + " D" + PDI + " ه 4",
    "أ " + LRI + "B",
    "أ" + PDI + " B",
    "أ " + RLE + "ABC (12)" + PDF + " ب",
    "A " + LRE + "ب 12 ج" + PDF + " D",
    "A " + RLO + "BCD 12" + PDF + " ه",
    "أ " + LRO + "بجد 12" + PDF + " F",
    "A " + RLE + "B " + LRI + "ج" + PDF + " D" + PDI + " ه",
    "12" + RLM + "/34",
    "أ 12" + LRM + "/34",
    "12" + ALM + "/34 A",
    "C++ " + LRM + "أ",
    "شركة ABC!",
    "ABC شركة!",
    "شركة ABC.",
    "... شركة",
    "شركة ...",
    " شركة  ABC  ",
    "ABC, شركة, DEF",
    "أ، ب؛ C؟",
    "«شركة ABC» و «ب»",
    "‹ABC› أ",
    "“شركة” ABC ‘ب’",
    "'أ' \"B\"",
    "أ'B\"C",
    "مُحَمَّدٌ ABC رَسُولٌ 12",
    "(مُ) A",
    "A (بِ) C",
    "لا إله إلا 12",
    "الإيصال A/12 لا 13",
    "رقم التصفية: A 12",
    "A 12 :رقم التصفية",
    "بوليصة COSU6123456789 حاوية MSKU1234567/40HC",
    "MSKU1234567 (40HC) حاوية",
    "40' HC حاوية",
    'أنبوب 3/4" × 6m',
    '6" أنبوب',
    "#12 طرد",
    "طرد #12",
    "ط/12/ب",
    "12/ط/13",
    "12ط13",
    "A12ط13B",
    "أA1B2ب3",
    "1-2-3 أ 4-5-6",
    "أ 1-2-3",
    "1+2=3 أ",
    "أ 1:2:3",
    "12:30 صباحا",
    "الساعة 12:30",
    "1,2,3 أ",
    "1.2.3.أ",
    "أ.1.2.3",
    "100 م²",
    "100 م² (ABC)",
    "H₂O ماء",
    "№ 12 أ",
    "أ_B_ج",
    "أ|B|ج",
    "أ\\B\\ج",
    "أ * B * ج",
    "أ & B",
    "A & ب",
    "~أ 5~",
    "^أ 5^",
    "א 12 ב ABC",
    "א (B) ג",
    "",
    " ",
    "()",
    "(",
    "12",
    "A",
    "أ",
    "\u064b",
    "أ\u00a0B\u00a0ج",
    "أ\tB\tج",
    "A\tب\t12",
)

FRAGMENTS = (
    "شركة الخليج للتجارة",
    "(ذ.م.م.)",
    "ABC Trading",
    "[Ltd]",
    "2026/دب/17",
    "INV-77/2026",
    "21/11/2026",
    "٢٠٢٦/١١/٢١",
    "1,234.50",
    "-5",
    "5%",
    "٥٪",
    "USD",
    "د.ك.",
    "12 كغ",
    "KG",
    "(TIN 100234)",
    "«نص»",
    '"A-1"',
    "a@b.com",
    "+965 2222",
    "8703.23.10",
    ":",
    "-",
    "/",
    "،",
    LRI + "32/A-7" + PDI,
    FSI + "رقم 9" + PDI,
    "مُحَمَّد",
    "{ب [C]}",
)


def generated() -> list[str]:
    """Return pairs, and longer lines drawn with a fixed seed."""
    draw = random.Random(54)
    pairs = [" ".join(pair) for pair in itertools.combinations(FRAGMENTS, 2)]
    longer = [
        draw.choice(("", " ")).join(draw.choices(FRAGMENTS, k=draw.randint(3, 6)))
        for _ in range(200)
    ]
    return draw.sample(pairs, 200) + longer


CUSTOMS_STRINGS = (*HARD_CASES, *generated())


@pytest.fixture(scope="module")
def screen_font(qapp):  # noqa: ARG001 - fonts need an application
    content = resource("fonts/IBMPlexSansArabic-Regular.ttf").read_bytes()
    number = QFontDatabase.addApplicationFontFromData(content)
    font = QFont(QFontDatabase.applicationFontFamilies(number)[0])
    font.setPixelSize(100)
    yield font
    QFontDatabase.removeApplicationFont(number)


def order_in_qt(text, direction, font):
    """Places of the letters from left to right, as Qt lays the line out."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    right = direction == "rtl"
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight
    )
    option.setFlags(QTextOption.Flag.IncludeTrailingSpaces)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(100_000)
    layout.endLayout()
    # Letter by letter: asked for a whole line, Qt counts wrongly behind an invisible character.
    first_at = {}
    for index in filter(partial(has_a_place, text), range(len(text))):
        for run in layout.glyphRuns(index, 1):
            first_at.setdefault(run.positions()[0].x(), index)
    return [index for _, index in sorted(first_at.items())]


def order_on_paper(text, direction):
    places = []
    for run in bidi.runs(text, direction):
        letters = range(run.start, run.end)
        places += letters if run.direction == "ltr" else reversed(letters)
    return places


def has_a_place(text, index):
    """Vowel signs and invisible characters have no place of their own."""
    return unicodedata.category(text[index]) not in ("Mn", "Cf", "Cc")


def is_joined_into(text, index):
    """Tell whether a letter may be part of the glyph of the Arabic letter before it."""
    return "\u0620" <= text[index] <= "\u064a" and "\u0620" <= text[index - 1] <= "\u0652"


def disagreement(text, direction, font):
    theirs = order_in_qt(text, direction, font)
    ours = [index for index in order_on_paper(text, direction) if has_a_place(text, index)]
    joined = {index for index in ours if index not in theirs}
    if all(is_joined_into(text, index) for index in joined):
        ours = [index for index in ours if index not in joined]
    if ours == theirs:
        return None
    return ["".join(text[index] for index in places) for places in (ours, theirs)]


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_order_is_qts(direction, screen_font):
    assert len(set(CUSTOMS_STRINGS)) > 450
    found = {text: disagreement(text, direction, screen_font) for text in CUSTOMS_STRINGS}
    assert {text: orders for text, orders in found.items() if orders} == {}


# No vowel signs: Qt gives them a place that may be that of another letter. No embeddings: around an
# empty one Qt departs from rule X10. Both are among the hard cases above.
FREE_LETTERS = (
    "ABab12٣٤.,:/-+%$€()[]{}<>« »\t\u00a0أبجدמא" + LRM + RLM + ALM + LRI + RLI + FSI + PDI
)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@settings(max_examples=300, deadline=None)
@given(text=st.text(FREE_LETTERS, max_size=40))
def test_any_order_is_qts(direction, text, screen_font):
    assert disagreement(text, direction, screen_font) is None


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@given(text=st.text(st.characters(codec=None, exclude_categories=()), max_size=60))
def test_every_character_has_one_place(direction, text):
    assert sorted(order_on_paper(text, direction)) == list(range(len(text)))


@pytest.mark.parametrize(
    "piece", ["(", "([{", "a(ب", FSI, LRI + "ب", RLE, PDI, "1,", "%", "\u064b"]
)
def test_ten_thousand_characters(piece):
    text = (piece * 10_000)[:10_000]
    for direction in ("ltr", "rtl"):
        assert len(bidi.levels(text, direction)) == 10_000


def test_brackets_follow_the_base_direction():
    levels = bidi.levels("ABC شركة (م.م.ح)", "rtl")
    assert levels == (2, 2, 2, *[1] * 13)


def test_numbers_in_a_reference_stay_in_their_order():
    assert order_on_paper("رقم 12", "rtl") == [4, 5, 3, 2, 1, 0]
    assert bidi.levels("رقم 12", "ltr") == (1, 1, 1, 1, 2, 2)


def test_isolate_does_not_touch_what_stands_around_it():
    text = "أ " + LRI + "1/ب" + PDI + " ج"
    around = bidi.levels(text, "rtl")
    assert around == (1, 1, 1, 2, 2, 3, 1, 1, 1)


def test_deeper_embeddings_than_the_limit_count_but_do_not_nest():
    text = RLE * 200 + "A" + PDF * 200 + "B"
    assert bidi.levels(text, "ltr")[200] == 126
    assert bidi.levels(text, "ltr")[-1] == 0


def test_vowel_sign_behind_a_bracket_goes_with_the_bracket():
    assert bidi.levels("A (B)\u064b أ", "rtl")[2:] == (2, 2, 2, 2, 1, 1)


def test_end_of_an_isolate_ends_the_embeddings_too_deep_inside_it():
    text = LRI + RLE * 200 + PDI + RLE + "A"
    assert bidi.levels(text, "ltr")[-1] == 2
