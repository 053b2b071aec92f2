"""The print dialog: what was asked for comes out, and what cannot be is one sentence."""

from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.forms.preview import subject_of
from sad_desktop.forms.print_choices import sayer
from sad_desktop.forms.print_dialog import PrintDialog
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.services.paper import Printing
from sad_desktop.services.print_orders import Order, carry_out
from tests.gui.desk import open_desk
from tests.gui.open_document import a_document
from tests.gui.paper_office import PaperPrinters, a_room, page_count

SEVEN = tuple(Item(key=key, marks_1=f"LOT {key}") for key in range(1, 8))
PLENTY = 20_000


@pytest.fixture
def open_dialog(qtbot, tmp_path, immediate_tasks, answers, printers):
    """Open the dialog on a declaration; all work is done at once."""

    def open_(*items, edition=Edition.ENGLISH, printing=None, **changes) -> PrintDialog:
        subject = subject_of(a_document(*(items or SEVEN), **changes))
        room = a_room(tmp_path, immediate_tasks, answers, printers)
        printing = Printing(edition=edition.value, **(printing or {}))
        dialog = PrintDialog(subject, "2026 R1", room, Order(printing=printing))
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


def test_begins_with_what_was_looked_at(open_dialog, qtbot):
    wanted = Printing(what="all", values_only=True, copies=(2, 7), explained=True)
    dialog = open_dialog(
        printing={"what": "all", "values_only": True, "copies": (2, 7), "explained": True}
    )
    assert dialog.options.order().printing == wanted
    dialog.options.what.choose("containers")
    settle(qtbot, dialog)
    assert dialog.options.order().printing == Printing(what="containers")


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
    dialog = PrintDialog(subject_of(a_document(*SEVEN)), "", room, Order(printing=Printing()))
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
    dialog = PrintDialog(subject_of(a_document(*SEVEN)), "", room, Order(printing=Printing()))
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
