"""Pages of marks become a PDF that is drawn, read back and repeated as it should be."""

import random
import re
import shutil
import subprocess
import sys
import zlib
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from sad_desktop.printing import arabic, fonts, pdf
from sad_desktop.printing.marks import (
    Barcode,
    Box,
    Line,
    Page,
    Picture,
    Qr,
    Style,
    Text,
    describe,
)
from tests.rastered import ink, page, raster

STYLE = Style(size_pt=12)
MARKS_OF_DIRECTION = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
needs_pdftotext = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext is not installed"
)


def text_mark(text, direction="rtl", *, y=20.0, style=STYLE, **more):
    align = "right" if direction == "rtl" else "left"
    return Text(
        x=15, y=y, width=180, text=text, style=style, direction=direction, align=align, **more
    )


def read_back(document, tmp_path):
    file = tmp_path / "page.pdf"
    file.write_bytes(document)
    answer = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(file), "-"], capture_output=True, check=True
    )
    lines = MARKS_OF_DIRECTION.sub("", answer.stdout.decode("utf-8")).splitlines()
    return [" ".join(line.split()) for line in lines if line.strip()]


@needs_pdftotext
@pytest.mark.parametrize(
    "text",
    [
        "شركة الخليج للتجارة",
        "لا إله إلا الله",
        "رقم التصفية 12",
        "صندوق (كرتون) عدد",
        "[نسخة] {أولى}",
        "«نص» السلام عليكم",
        "رقم 2026/004512",
        "شركة (م.م.ح)",
        "بِسْمِ اللهِ",
        "مُحَمَّدٌ رَسُولٌ",
        "لأن الآلات والإيصالات",
        "تاريخ ٢٠٢٦/١١/٢١",
    ],
)
def test_arabic_is_read_back_in_logical_order(text, tmp_path):
    assert read_back(pdf.render([page(text_mark(text))], title="t"), tmp_path) == [text]


@needs_pdftotext
@pytest.mark.parametrize(
    "text",
    [
        "Invoice amount (CIF) 1,234.50 USD",
        "INV-2026/77, 21/11/2026",
        "[a] {b} <c> \"d\" 'e' f@g.com",
        "AVAILABLE To Office fi fl",
        "100% -5 +3 #12 a\\b (c",
        "12 × 24 cm, 1800 m³, €5",
    ],
)
def test_latin_is_read_back(text, tmp_path):
    document = pdf.render([page(text_mark(text, "ltr"))], title="t")
    assert read_back(document, tmp_path) == [text]


@needs_pdftotext
@pytest.mark.parametrize(
    "text",
    [
        "فاتورة رقم INV-2026/77 بتاريخ 21/11/2026",
        "الوزن 18,540.5 كغ",
        "نسبة 5 من CIF فقط",
        "صندوق (كرتون) ABC عدد",
    ],
)
def test_letters_of_a_mixed_line_stay_in_order(text, tmp_path):
    # pdftotext moves blanks and brackets that touch a number or a Latin word to its other side.
    (line,) = read_back(pdf.render([page(text_mark(text))], title="t"), tmp_path)
    assert line.replace(" ", "") == text.replace(" ", "")


@needs_pdftotext
def test_more_glyphs_than_one_subset_holds(tmp_path):
    words = ["".join(chr(0x4E00 + 8 * row + column) for column in range(8)) for row in range(60)]
    marks = [text_mark(word, "ltr", y=5 + 4.5 * row) for row, word in enumerate(words)]
    document = pdf.render([page(*marks)], title="t")
    assert read_back(document, tmp_path) == words


def test_same_pages_same_bytes():
    pages = [page(text_mark("شركة ABC (12)"), Box(x=1, y=2, width=3, height=4))]
    first = pdf.render(pages, title="بيان")
    for letter in "عملة أخرى تغيّر ترتيب الرموز":
        arabic.shape(letter * 2, bold=False, direction="rtl")
    arabic._shape_cached.cache_clear()
    assert pdf.render(pages, title="بيان") == first


def test_same_bytes_with_fresh_fonts(monkeypatch):
    pages = [page(text_mark("شركة ABC (12)", style=Style(size_pt=8, bold=True)))]
    first = pdf.render(pages, title="t")
    arabic._shape_cached.cache_clear()
    fresh = {name: fonts.PaperFont(name) for name in (fonts.REGULAR, fonts.SEMI_BOLD)}
    monkeypatch.setattr(fonts, "_load", fresh.__getitem__)
    for font in fresh.values():
        fonts.pdfmetrics.registerFont(font)
    assert pdf.render(pages, title="t") == first
    monkeypatch.undo()
    arabic._shape_cached.cache_clear()
    for bold in (False, True):
        fonts.pdfmetrics.registerFont(fonts.font(bold=bold))


def test_two_documents_at_once():
    def document(number):
        marks = [text_mark(f"سطر {number} / {row}", y=5 + 5 * row) for row in range(50)]
        return pdf.render([page(*marks)] * 3, title=str(number))

    alone = [document(number) for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(document, range(6))) == alone


def test_letters_of_parts_in_documents_at_once():
    """Letters put together of parts are cut out of the font by reading on in its file."""
    accented = [chr(code) for code in range(0xC0, 0x250)]

    def document(number):
        drawn = random.Random(number)
        lines = ["".join(drawn.choices(accented, k=40)) for _ in range(25)]
        marks = [text_mark(line, y=5 + 8 * row) for row, line in enumerate(lines)]
        return pdf.render([page(*marks)], title="t")

    alone = [document(number) for number in range(12)]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(6) as pool:
            for _ in range(4):
                assert list(pool.map(document, range(12))) == alone
    finally:
        sys.setswitchinterval(interval)


def test_background_is_stored_once():
    def background():
        return tuple(Line(x1=row, y1=10, x2=row, y2=50) for row in range(20, 180))

    shared = background()
    pages = [page(text_mark("A", "ltr"), background=shared)] * 3
    pages.append(page(background=background()))
    pages.append(page(background=background()[:5]))
    reader = PdfReader(BytesIO(pdf.render(pages, title="t")))
    forms = {
        found.indirect_reference.idnum
        for sheet in reader.pages
        for found in (entry.get_object() for entry in sheet["/Resources"]["/XObject"].values())
    }
    assert len(forms) == 2
    drawn = raster(pdf.render(pages, title="t"), 3)
    assert ink(drawn, 15, 5, 180, 50) == pytest.approx((20, 10, 179, 50), abs=0.5)


def test_text_lies_over_the_background():
    grey = (Box(x=10, y=10, width=50, height=20, weight=0, fill="#dddddd"),)
    drawn = raster(pdf.render([page(text_mark("MMM", "ltr"), background=grey)], title="t"))
    assert ink(drawn, 10, 10, 50, 20) is not None


def test_document_says_what_it_is():
    reader = PdfReader(BytesIO(pdf.render([page()], title="بيان \ud800 12", language="ar")))
    assert reader.metadata.title == "بيان ? 12"
    assert reader.metadata.creator == "SAD Desktop"
    assert reader.metadata.author == ""
    assert reader.trailer["/Root"]["/Lang"] == "ar"


def test_only_our_fonts_and_all_of_them_inside():
    marks = [text_mark("شركة", style=Style(size_pt=9, bold=bold)) for bold in (False, True)]
    reader = PdfReader(BytesIO(pdf.render([page(*marks)], title="t")))
    found = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    names = {font["/BaseFont"].split("+")[1] for font in found}
    assert names == {fonts.REGULAR, fonts.SEMI_BOLD}
    assert all("/FontFile2" in font["/FontDescriptor"] for font in found)


def test_every_page_has_its_size():
    pages = [page(), Page(width=297, height=210, marks=())]
    reader = PdfReader(BytesIO(pdf.render(iter(pages), title="t")))
    sizes = [
        [round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:]] for sheet in reader.pages
    ]
    assert sizes == [[210, 297], [297, 210]]


def test_no_page_is_a_mistake():
    with pytest.raises(ValueError, match="page"):
        pdf.render([], title="t")


@pytest.mark.parametrize(
    ("align", "left", "right"),
    [("left", 20, None), ("right", None, 80), ("centre", None, None)],
)
def test_alignment(align, left, right):
    mark = Text(x=20, y=20, width=60, text="HHHH", style=STYLE, align=align)
    x1, y1, x2, y2 = ink(raster(pdf.render([page(mark)], title="t")), 0, 0, 210, 297)
    if left:
        assert x1 == pytest.approx(left, abs=1)
    if right:
        assert x2 == pytest.approx(right, abs=1)
    if align == "centre":
        assert (x1 + x2) / 2 == pytest.approx(50, abs=0.5)
    baseline = 20 + 0.9 * 12 * 25.4 / 72
    assert y2 == pytest.approx(baseline, abs=0.4)
    assert y1 > 20


@pytest.mark.parametrize(("anchor", "middle"), [("top", 22.3), ("middle", 39.7), ("bottom", 57.0)])
def test_anchor(anchor, middle):
    mark = Text(x=20, y=20, width=60, height=40, text="HHHH", style=STYLE, anchor=anchor)
    box = ink(raster(pdf.render([page(mark)], title="t")), 0, 0, 210, 297)
    assert (box[1] + box[3]) / 2 == pytest.approx(middle, abs=0.3)


@pytest.mark.parametrize(
    ("angle", "align", "middle"),
    [(90, "left", "low"), (90, "right", "high"), (270, "left", "high"), (270, "right", "low")],
)
def test_turned_text_stays_in_its_rectangle(angle, align, middle):
    mark = Text(
        x=20,
        y=20,
        width=8,
        height=60,
        text="HHHH",
        style=STYLE,
        align=align,
        angle=angle,
        anchor="middle",
    )
    x1, y1, x2, y2 = ink(raster(pdf.render([page(mark)], title="t")), 0, 0, 210, 297)
    assert x2 - x1 < 5 < y2 - y1
    assert (x1 + x2) / 2 == pytest.approx(24, abs=0.6)
    edge = y1 - 20 if middle == "high" else 80 - y2
    assert 0 <= edge < 1


def test_lines_follow_each_other():
    mark = Text(x=20, y=20, width=60, text="H\n\nH", style=STYLE)
    drawn = raster(pdf.render([page(mark)], title="t"))
    pitch = STYLE.line_height
    assert ink(drawn, 20, 20 + pitch + 0.5, 60, pitch - 1) is None
    assert ink(drawn, 20, 20 + 2 * pitch, 60, pitch) is not None


def test_colour_ends_with_its_text():
    white = Style(size_pt=12, colour="#ffffff")
    marks = [
        text_mark("HHH", "ltr", style=white),
        text_mark("HHH", "ltr", y=40),
        text_mark("HHH", "ltr", y=50, style=white),
        Qr(x=20, y=60, size=20, text="12"),
    ]
    drawn = raster(pdf.render([page(*marks)], title="t"))
    assert ink(drawn, 0, 0, 210, 39) is None
    assert ink(drawn, 0, 39, 210, 10) is not None
    assert ink(drawn, 0, 50, 210, 10) is None
    assert ink(drawn, 0, 60, 210, 30) is not None


def test_raised_last_glyph_does_not_raise_the_next_text():
    writer = fonts.LineWriter(Canvas(BytesIO()))
    writer.use(fonts.font(bold=False), 10)
    shift = fonts.Shift(before=3, after=-3, rise=100)
    writer.write(fonts.Shaped(codes="HHH", width=0, shifts={2: shift}))
    assert writer.getCode().endswith("Tf [<4848>] TJ 1.000 Ts [3<48>-3] TJ 0 Ts ET")


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.text(st.characters(codec=None, exclude_categories=())), max_size=5))
def test_no_text_stops_a_print(texts):
    marks = [
        text_mark(text, direction, y=10.0 * row, angle=angle)
        for row, text in enumerate(texts)
        for direction, angle in (("ltr", 0), ("rtl", 90))
    ]
    document = pdf.render([page(*marks)], title="".join(texts))
    assert len(pypdfium2.PdfDocument(document)) == 1


@pytest.mark.parametrize("piece", ["ب", "ab ", "(", "\u2067", "\u064b", "ُّب", "😀", "\x00", "\n"])
def test_ten_thousand_characters(piece):
    text = (piece * 10_000)[:10_000]
    document = pdf.render([page(text_mark(text), text_mark(text, "ltr"))], title="t")
    assert document.startswith(b"%PDF")


def test_raised_first_glyph_is_drawn():
    # The vowel sign at the left end is the first glyph of the line.
    drawn = raster(pdf.render([page(text_mark("بٌ", y=20))], title="t"))
    plain = raster(pdf.render([page(text_mark("ب", y=20))], title="t"))
    assert ink(drawn, 0, 0, 210, 50)[1] < ink(plain, 0, 0, 210, 50)[1] - 0.5


def test_streams_are_binary():
    document = pdf.render([page(text_mark("شركة"))], title="t")
    assert b"ASCII85" not in document
    stream = re.search(rb"stream\r?\n(.*?)endstream", document, re.DOTALL)
    assert zlib.decompress(stream[1].rstrip(b"\r\n"))


def test_description_for_golden_files():
    marks = (
        Text(
            x=61,
            y=88.5,
            width=30,
            text="1,234.50",
            style=STYLE,
            align="right",
            key="22.invoice_amount",
        ),
        Text(
            x=10,
            y=20.04,
            width=30,
            text="شركة\n" + "\u20662026/دب\u2069",
            style=STYLE,
            align="right",
            direction="rtl",
            key="2.name",
        ),
        Text(x=5, y=6, width=8, height=60, text="A", style=STYLE, align="centre", angle=90),
        Line(x1=1, y1=2, x2=3, y2=4),
        Box(x=1, y=2, width=3, height=4, fill="#eeeeee"),
        Picture(x=1, y=2, width=3, height=4, png=b"12345", key="logo"),
        Barcode(x=1, y=2, width=3, height=4, text="12"),
        Qr(x=1, y=2, size=3, text="12"),
    )
    assert describe(page(*marks, background=marks[3:5])) == (
        "page 210.0 297.0 background 2\n"
        "22.invoice_amount 61.0 88.5 R 1,234.50\n"
        "2.name 10.0 20.0 R< شركة\\n\\u20662026/دب\\u2069\n"
        "text 5.0 6.0 C turned 90 A\n"
        "line 1.0 2.0 3.0 4.0 0.5\n"
        "box 1.0 2.0 3.0 4.0 0.5 #eeeeee\n"
        "logo 1.0 2.0 3.0 4.0 5 bytes\n"
        "barcode 1.0 2.0 3.0 4.0 12\n"
        "qr 1.0 2.0 3.0 12\n"
    )
