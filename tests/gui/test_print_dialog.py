"""The print dialog: what was asked for comes out, and what cannot be is one sentence."""

from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QPushButton

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.errors import UserError
from sad_desktop.forms.preview import subject_of
from sad_desktop.forms.preview_pages import PdfPages
from sad_desktop.forms.print_choices import sayer
from sad_desktop.forms.print_dialog import PrintDialog
from sad_desktop.forms.printer import Duplex, Sheets, page_range, print_on
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.stationery import StationeryDialog
from sad_desktop.services.paper import Printing
from sad_desktop.services.print_orders import Order, carry_out
from sad_desktop.services.stationery import Placement
from tests.gui.desk import open_desk
from tests.gui.open_document import a_document
from tests.gui.paper_office import Answered, PaperPrinters, a_room

SEVEN = tuple(Item(key=key, marks_1=f"LOT {key}") for key in range(1, 8))
PLENTY = 20_000


@pytest.fixture
def answers():
    return Answered()


@pytest.fixture
def printers(tmp_path):
    return PaperPrinters(tmp_path)


@pytest.fixture
def open_dialog(qtbot, tmp_path, immediate_tasks, answers, printers):
    """Open the dialog on a declaration; all work is done at once."""

    def open_(*items, edition=Edition.ENGLISH, **changes) -> PrintDialog:
        subject = subject_of(a_document(*(items or SEVEN), **changes))
        room = a_room(tmp_path, immediate_tasks, answers, printers)
        dialog = PrintDialog(subject, "2026 R1", room, edition)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_


def settle(qtbot, dialog: PrintDialog) -> None:
    qtbot.waitUntil(dialog.is_ready, timeout=PLENTY)


def texts(file: Path) -> list[str]:
    """The text of each page of a PDF."""
    document = pypdfium2.PdfDocument(file)
    found = []
    for index in range(len(document)):
        page = document[index]
        letters = page.get_textpage()
        found.append(letters.get_text_range())
        letters.close()
        page.close()
    document.close()
    return found


def ink(picture: QImage) -> int:
    """How dark a picture is in all."""
    return sum(
        255 - (picture.pixel(x, y) & 255)
        for x in range(picture.width())
        for y in range(0, picture.height(), 3)
    )


def page_count(file: Path) -> int:
    pages = PdfPages(file.read_bytes())
    count = len(pages)
    pages.close()
    return count


def test_saves_the_very_file_the_preview_shows(open_dialog, answers, tmp_path, qtbot):
    answers.save_path = tmp_path / "out.pdf"
    subject = subject_of(a_document(*SEVEN))
    dialog = open_dialog()
    with qtbot.waitSignal(dialog.said) as said:
        dialog.save_button.click()
    assert "out.pdf" in said.args[0]
    expected = carry_out(subject, Order(printing=Printing(edition="en")))
    assert answers.save_path.read_bytes() == expected.content


def test_saves_only_the_pages_asked_for(open_dialog, answers, tmp_path):
    answers.save_path = tmp_path / "out.pdf"
    dialog = open_dialog()
    dialog.target.pages.setText("2-3")
    dialog.save_button.click()
    found = texts(answers.save_path)
    assert len(found) == 2
    assert "LOT 2" in found[0]
    assert "LOT 7" in found[1]


def test_prints_the_pages_as_often_as_wanted(open_dialog, printers, qtbot):
    dialog = open_dialog()
    dialog.target.pages.setText("1, 3")
    dialog.target.copies.setValue(2)
    with qtbot.waitSignal(dialog.said) as said:
        dialog.print_button.click()
    assert "Counter" in said.args[0]
    assert "4" in said.args[0]
    assert page_count(printers.paper()) == 4


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


def test_a_printer_that_is_gone_is_one_sentence_and_the_dialog_stays(open_dialog, printers):
    dialog = open_dialog()
    printers.gone.add("Counter")
    dialog.print_button.click()
    assert "Counter" in dialog.fault.text()
    assert dialog.isVisible()
    assert dialog.print_button.isEnabled()
    dialog.target.printer.setCurrentText("Office")
    dialog.print_button.click()
    assert page_count(printers.paper()) == 3


def test_a_printer_that_does_not_begin_is_one_sentence(open_dialog, monkeypatch):
    monkeypatch.setattr("sad_desktop.forms.printer.QPainter.begin", lambda *_: False)
    dialog = open_dialog()
    dialog.print_button.click()
    assert "does not answer" in dialog.fault.text()
    assert dialog.isVisible()


def test_a_folder_that_takes_nothing_is_one_sentence(open_dialog, answers, tmp_path):
    answers.save_path = tmp_path / "nowhere" / "out.pdf"
    dialog = open_dialog()
    dialog.save_button.click()
    assert "out.pdf" in dialog.fault.text()
    assert dialog.isVisible()
    answers.save_path = tmp_path / "out.pdf"
    dialog.save_button.click()
    assert page_count(answers.save_path) == 3


def test_pages_that_are_not_there_are_one_sentence(open_dialog, answers, tmp_path):
    answers.save_path = tmp_path / "out.pdf"
    dialog = open_dialog()
    dialog.target.pages.setText("2-9")
    dialog.save_button.click()
    assert "2-9" in dialog.fault.text()
    assert not answers.save_path.exists()


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


def test_what_runs_over_is_said_before_anything_is_printed(open_dialog, printers):
    goods = "\n".join(f"line {number} of a long description" for number in range(40))
    dialog = open_dialog(Item(key=1), Item(key=2, commercial_description=goods))
    assert "box 31 of item 2" in dialog.warning.text()
    assert not printers.opened


def test_copies_print_the_sheets_once_each_with_their_titles(open_dialog, answers, tmp_path, qtbot):
    answers.save_path = tmp_path / "out.pdf"
    dialog = open_dialog(Item(key=1))
    dialog.options.copies[6].setChecked(True)
    dialog.options.copies[8].setChecked(True)
    settle(qtbot, dialog)
    assert dialog.options.order().printing.copies == (6, 8)
    dialog.save_button.click()
    found = texts(answers.save_path)
    assert len(found) == 2
    assert "country of destination" in found[0]
    assert "Copy for the consignee" in found[1]


def test_every_kind_of_paper_can_be_chosen(open_dialog, qtbot):
    dialog = open_dialog()
    for index in range(dialog.options.what.count()):
        if dialog.options.what.itemData(index) is None:
            continue  # the line between the two parts of the list
        dialog.options.what.setCurrentIndex(index)
        settle(qtbot, dialog)
        assert dialog.fault.text() == ""
    assert dialog.options.what.count() > 7


def test_a_design_of_the_office_is_printed_and_a_broken_one_is_told(
    open_dialog, answers, tmp_path, qtbot
):
    folder = tmp_path / "designs"
    folder.mkdir()
    (folder / "label.toml").write_text(
        'code = "label"\nen = "Label"\npage = [100, 50]\n'
        '[[fields]]\nat = [5, 5, 90, 8]\nfield = "reference_number"\n',
        encoding="utf-8",
    )
    (folder / "bad.toml").write_text(
        'code = "bad"\nen = "Bad"\n\n[[fields]]\nat = [1, 2, 3]\nfield = "reference_number"\n',
        encoding="utf-8",
    )
    answers.save_path = tmp_path / "out.pdf"
    dialog = open_dialog(Item(key=1), reference_number="R77")
    assert "bad.toml" in dialog.fault.text()
    assert "line 4" in dialog.fault.text()
    names = [dialog.options.what.itemText(row) for row in range(dialog.options.what.count())]
    assert "Label" in names
    assert "Bad" not in names
    dialog.options.what.setCurrentText("Label")
    settle(qtbot, dialog)
    assert not dialog.options.copies_box.isEnabled()
    dialog.save_button.click()
    assert texts(answers.save_path) == ["R77"]


def test_values_only_fall_where_the_printer_was_measured(open_dialog, tmp_path, qtbot):
    (tmp_path / "stationery.json").write_text(
        '{"Counter": {"offset_x": 1.5, "offset_y": -2.0, "scale": 1.01}}', encoding="utf-8"
    )
    dialog = open_dialog()
    assert dialog.options.order().printing == Printing(edition="en")
    dialog.options.values_only.setChecked(True)
    printing = dialog.options.order().printing
    assert (printing.offset_x, printing.offset_y, printing.scale) == (1.5, -2.0, 1.01)
    dialog.target.printer.setCurrentText("Office")
    assert dialog.options.order().printing.offset_x == 0.0
    settle(qtbot, dialog)


@pytest.mark.usefixtures("compiled_texts")
def test_an_explained_note_is_in_the_language_of_the_paper(open_dialog, answers, tmp_path, qtbot):
    answers.save_path = tmp_path / "out.pdf"
    dialog = open_dialog(Item(key=1, invoice_amount=Decimal(100)), edition=Edition.ARABIC)
    dialog.options.what.choose("assessment")
    dialog.options.explained.setChecked(True)
    settle(qtbot, dialog)
    assert dialog.options.order().printing.explained
    assert sayer(Edition.ARABIC)("Invoice value") != "Invoice value"
    assert sayer(Edition.ENGLISH)("Invoice value") == "Invoice value"
    dialog.save_button.click()
    assert "×" in "".join(texts(answers.save_path))
    dialog.options.what.choose("valuation")
    assert not dialog.options.order().printing.explained


def test_without_a_printer_a_file_can_be_saved(qtbot, tmp_path, immediate_tasks, answers):
    room = a_room(tmp_path, immediate_tasks, answers, PaperPrinters(tmp_path, present=()))
    dialog = PrintDialog(subject_of(a_document(*SEVEN)), "", room, Edition.ENGLISH)
    qtbot.addWidget(dialog)
    assert not dialog.print_button.isEnabled()
    assert dialog.save_button.isEnabled()
    answers.save_path = tmp_path / "out.pdf"
    dialog.save_button.click()
    assert page_count(answers.save_path) == 3


def test_a_stopped_print_leaves_the_dialog_open(qtbot, tmp_path, answers, printers):
    waiting = []

    class Held:
        def start(self, work, on_done, on_error, on_progress=None, *, pool=None):  # noqa: ARG002
            waiting.append((work, on_done))
            return lambda: waiting.clear()

    room = a_room(tmp_path, Held(), answers, printers)
    dialog = PrintDialog(subject_of(a_document(*SEVEN)), "", room, Edition.ENGLISH)
    qtbot.addWidget(dialog)
    dialog.show()
    work, on_done = waiting.pop()
    on_done(work(None, lambda: False))
    dialog.print_button.click()
    assert len(waiting) == 1
    assert not dialog.print_button.isEnabled()
    dialog.progress.cancel_button.click()
    assert not waiting
    assert dialog.print_button.isEnabled()
    assert dialog.isVisible()


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


def test_measuring_the_crosses_gives_the_placement(qtbot, tmp_path, immediate_tasks, answers):
    room = a_room(tmp_path, immediate_tasks, answers)
    dialog = StationeryDialog("Office", room, Edition.ENGLISH)
    qtbot.addWidget(dialog)
    kept = []
    dialog.kept.connect(kept.append)
    dialog.print_button.click()
    assert page_count(tmp_path / "paper-0.pdf") == 1
    dialog.left.setValue(16.5)
    dialog.top.setValue(17.0)
    dialog.take_button.click()
    assert dialog.placement() == Placement(offset_x=-1.5, offset_y=1.0, scale=1.0)
    dialog.keep_button.click()
    assert kept == [Placement(offset_x=-1.5, offset_y=1.0, scale=1.0)]
    assert room.stationery.of("Office") == kept[0]
    assert room.stationery.of("Counter") == Placement()


def test_a_second_page_is_measured_against_what_it_was_printed_with(
    qtbot, tmp_path, immediate_tasks, answers
):
    room = a_room(tmp_path, immediate_tasks, answers)
    room.stationery.keep("Office", Placement(offset_x=-1.5, offset_y=1.0))
    dialog = StationeryDialog("Office", room, Edition.ENGLISH)
    qtbot.addWidget(dialog)
    dialog.print_button.click()
    dialog.take_button.click()
    assert dialog.placement() == Placement(offset_x=-1.5, offset_y=1.0)
    dialog.left.setValue(15.5)
    dialog.take_button.click()
    assert dialog.placement().offset_x == -2.0


def test_the_assistant_says_what_it_cannot_do(qtbot, tmp_path, immediate_tasks, answers, printers):
    printers.gone.add("Office")
    room = a_room(tmp_path, immediate_tasks, answers, printers)
    dialog = StationeryDialog("Office", room, Edition.ENGLISH)
    qtbot.addWidget(dialog)
    dialog.print_button.click()
    assert "Office" in dialog.message.text()
    answers.save_path = tmp_path / "nowhere" / "page.pdf"
    dialog.save_button.click()
    assert "page.pdf" in dialog.message.text()
    answers.save_path = tmp_path / "page.pdf"
    dialog.save_button.click()
    assert page_count(answers.save_path) == 1


def test_ctrl_p_saves_a_file_in_the_real_window(
    qapp: QApplication, qtbot, tmp_path: Path, language
):
    clerk = open_desk(qapp, tmp_path, str(language))
    clerk.ctrl(Qt.Key.Key_N)
    clerk.document.enter(Place("reference_number"), "R9")
    clerk.answers.save_path = tmp_path / "out.pdf"
    clerk.ctrl(Qt.Key.Key_P)
    dialog = next(
        widget
        for widget in qapp.topLevelWidgets()
        if isinstance(widget, PrintDialog) and widget.isVisible()
    )
    qtbot.waitUntil(dialog.is_ready, timeout=PLENTY)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    status = clerk.window.workplace.status
    qtbot.waitUntil(lambda: "out.pdf" in status.currentMessage(), timeout=PLENTY)
    assert page_count(clerk.answers.save_path) == 1
    clerk.leave()


def test_every_button_and_editor_has_a_name(open_dialog):
    dialog = open_dialog()
    buttons = dialog.findChildren(QPushButton)
    assert len(buttons) > 4
    assert all(button.text() for button in buttons)
    for editor in (dialog.target.printer, dialog.target.pages, dialog.target.copies):
        assert editor.accessibleName()
