"""What a printer is given: the pages asked for, as the preview shows them."""

import pytest
from PySide6.QtGui import QImage

from sad_desktop.declaration.item import Item
from sad_desktop.errors import UserError
from sad_desktop.forms.preview import subject_of
from sad_desktop.forms.preview_pages import PdfPages
from sad_desktop.forms.printer import Duplex, Sheets, page_range, print_on
from sad_desktop.services.paper import Printing
from sad_desktop.services.print_orders import Order, carry_out
from tests.gui.open_document import a_document

SEVEN = tuple(Item(key=key, marks_1=f"LOT {key}") for key in range(1, 8))


def ink(picture: QImage) -> int:
    """How dark a picture is in all."""
    return sum(
        255 - (picture.pixel(x, y) & 255)
        for x in range(picture.width())
        for y in range(0, picture.height(), 3)
    )


def test_what_leaves_the_printer_is_what_the_preview_shows(printers):
    printed = carry_out(subject_of(a_document(*SEVEN)), Order(printing=Printing(what="all")))
    count = printed.page_count
    printer = printers.open("Office")
    print_on(printer, "Office", printed.content, Sheets(pages=tuple(range(count))), "R1")
    made, paper = PdfPages(printed.content), PdfPages(printers.paper().read_bytes())
    assert len(made) == len(paper) == count
    for index in range(count):
        ours, theirs = made.picture(index, 1.0), paper.picture(index, 1.0)
        assert abs(ours.width() - theirs.width()) <= 1
        assert abs(ours.height() - theirs.height()) <= 1
        near = [
            abs((ours.pixel(x, y) & 255) - (theirs.pixel(x, y) & 255)) < 110
            for x in range(0, min(ours.width(), theirs.width()), 2)
            for y in range(0, min(ours.height(), theirs.height()), 2)
        ]
        assert sum(near) / len(near) > 0.985
        # PDFium never draws a line thinner than a dot; on paper hairlines stay what they are.
        assert ink(ours) / 2 < ink(theirs) < ink(ours) * 1.2
    made.close()
    paper.close()


def test_a_strip_of_a_page_is_that_part_of_the_page():
    printed = carry_out(subject_of(a_document(Item(key=1))), Order(printing=Printing()))
    pages = PdfPages(printed.content)
    whole = pages.picture(0, 300 / 72)
    bands = list(pages.bands(0, 300 / 72))
    assert len(bands) > 2
    assert sum(band.height() for _, band in bands) == whole.height()
    for top, band in bands:
        assert band.width() == whole.width()
        for x in range(0, band.width(), 7):
            for y in range(0, band.height(), 31):
                ours, theirs = band.pixel(x, y) & 255, whole.pixel(x, top + y) & 255
                assert abs(ours - theirs) <= 2
    pages.close()


@pytest.mark.parametrize(
    ("typed", "pages"),
    [
        ("", (0, 1, 2, 3, 4)),
        ("2", (1,)),
        ("1-3, 5", (0, 1, 2, 4)),
        ("4-", (3, 4)),
        ("-2", (0, 1)),
        ("3,1", (2, 0)),
        ("2,2-3", (1, 2)),
        ("١-٢", (0, 1)),
    ],
)
def test_reads_a_range_of_pages(typed, pages):
    assert page_range(typed, 5) == pages


@pytest.mark.parametrize("typed", ["0", "6", "3-2", "a", "1-2-3", ",", "1,,2", "-", "99999999"])
def test_refuses_what_is_no_range(typed):
    if typed == "-":
        assert page_range(typed, 5) == (0, 1, 2, 3, 4)
        return
    with pytest.raises(UserError):
        page_range(typed, 5)


def test_a_cancelled_job_is_given_up(printers):
    printed = carry_out(subject_of(a_document(*SEVEN)), Order(printing=Printing()))
    done = []
    printer = printers.open("Office")
    print_on(
        printer,
        "Office",
        printed.content,
        Sheets(pages=(0, 1, 2), duplex=Duplex.LONG_SIDE),
        "R1",
        lambda count, total: done.append((count, total)),
        lambda: len(done) == 1,
    )
    assert done == [(1, 3)]
