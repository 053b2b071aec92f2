"""Lines, pictures, bar and QR codes lie on the page where their marks say."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from sad_desktop.errors import FileRefused
from sad_desktop.printing import pdf
from sad_desktop.printing.marks import Barcode, Box, Line, Picture, Qr
from tests.rastered import ink, page, png, raster


def test_boxes_and_lines_lie_where_they_should():
    marks = [
        Box(x=20, y=30, width=40, height=10, fill="#000000"),
        Line(x1=100, y1=30, x2=100, y2=90, weight=2),
    ]
    drawn = raster(pdf.render([page(*marks)], title="t"))
    assert ink(drawn, 0, 0, 90, 297) == pytest.approx((20, 30, 60, 40), abs=0.3)
    assert ink(drawn, 90, 0, 100, 297) == pytest.approx((99.65, 30, 100.35, 90), abs=0.3)


def test_picture_fills_its_rectangle_and_is_stored_once():
    black = png("#000000ff")
    marks = [Picture(x=20 + 40 * place, y=30, width=30, height=10, png=black) for place in range(3)]
    document = pdf.render([page(*marks)], title="t")
    drawn = raster(document)
    assert ink(drawn, 0, 0, 55, 297) == pytest.approx((20, 30, 50, 40), abs=0.3)
    pictures = PdfReader(BytesIO(document)).pages[0]["/Resources"]["/XObject"]
    assert (
        len([1 for found in pictures.values() if found.get_object()["/Subtype"] == "/Image"]) == 1
    )


@pytest.mark.parametrize("content", [b"", b"no picture", png("#000000ff")[:40]])
def test_damaged_picture(content):
    mark = Picture(x=1, y=1, width=5, height=5, png=content, key="logo")
    with pytest.raises(FileRefused, match="logo"):
        pdf.render([page(mark)], title="t")


def test_bar_code_has_its_quiet_zones():
    mark = Barcode(x=20, y=30, width=60, height=12, text="2026/C 12 بيان")
    x1, y1, x2, y2 = ink(raster(pdf.render([page(mark)], title="t")), 0, 0, 210, 297)
    assert (y1, y2) == pytest.approx((30, 42), abs=0.3)
    assert x1 - 20 == pytest.approx(80 - x2, abs=0.5)
    assert 2 < x1 - 20 < 8


def test_bar_code_without_a_letter_draws_nothing():
    document = pdf.render([page(Barcode(x=1, y=1, width=9, height=9, text="بيان"))], title="t")
    assert ink(raster(document), 0, 0, 210, 297) is None


def test_qr_code_fills_its_square():
    drawn = raster(pdf.render([page(Qr(x=20, y=30, size=33, text="بيان \ud800"))], title="t"))
    assert ink(drawn, 0, 0, 210, 297) == pytest.approx((24, 34, 49, 59), abs=0.7)
