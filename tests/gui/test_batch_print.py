"""Printing many declarations: found, ticked, printed beside the screen, each with its outcome."""

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.errors import StorageUnavailable
from sad_desktop.forms.batch_print import BatchPrintDialog
from sad_desktop.forms.declaration_pile import Pile
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.paths import Paths
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import open_file
from sad_desktop.services.print_batch import from_store
from sad_desktop.services.reference_lists import load_book
from sad_desktop.services.workspace import Workspace
from tests.gui.desk import open_desk
from tests.gui.paper_office import Answered, PaperPrinters, a_room

SAMPLES = Path(__file__).resolve().parents[2] / "resources/samples"
SEVEN, ASSESSED = SAMPLES / "im4-seven-items.xml", SAMPLES / "im4-assessed.xml"


@pytest.fixture
def workspace(tmp_path):
    kept = Workspace(Paths(tmp_path / "data"), user="a clerk")
    kept.store("one", open_file(SEVEN), 0)
    kept.store("two", open_file(ASSESSED), 0)
    yield kept
    kept.close()


@pytest.fixture
def answers(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return Answered(folder=folder)


@pytest.fixture
def dialog(qtbot, tmp_path, immediate_tasks, answers, workspace):
    made = a_dialog(workspace, a_room(tmp_path, immediate_tasks, answers))
    qtbot.addWidget(made)
    made.show()
    return made


def a_dialog(shelf, room, edition=Edition.ENGLISH) -> BatchPrintDialog:
    pile = Pile(
        shelf=shelf,
        stored=lambda key, name: from_store(shelf, key, name),
        open_paths=room.open_paths,
    )
    desk = Desk(book=load_book("bh"), on=date(2026, 11, 21))
    return BatchPrintDialog(pile, desk, room, edition)


def results(dialog: BatchPrintDialog) -> dict[str, str]:
    lines = (
        dialog.pile.list.topLevelItem(row) for row in range(dialog.pile.list.topLevelItemCount())
    )
    return {line.text(0): line.text(2) for line in lines}


def test_lists_what_the_office_stores(dialog):
    assert dialog.pile.list.topLevelItemCount() == 2
    assert not dialog.print_button.isEnabled()
    dialog.pile.all_button.click()
    assert dialog.print_button.isEnabled()


def test_prints_what_is_ticked_and_says_so_beside_each(dialog, answers):
    dialog.pile.all_button.click()
    dialog.run()
    printed = sorted(file.name for file in answers.folder.iterdir())
    assert len(printed) == 2
    assert all(any(name in said for name in printed) for said in results(dialog).values())
    assert dialog.message.text() == "Printed: 2. Not printed: 0."
    assert dialog.pile.ticked() == []


def test_a_bad_file_is_told_and_the_rest_is_printed(dialog, answers, tmp_path):
    broken = tmp_path / "broken.xml"
    broken.write_bytes(b"<ASYCUDA><cut")
    answers.open_paths = [broken, SEVEN]
    dialog.pile.files_button.click()
    dialog.run()
    assert [file.name for file in answers.folder.iterdir()] == ["im4-seven-items.pdf"]
    assert dialog.message.text() == "Printed: 1. Not printed: 1."
    assert "broken.xml" in results(dialog)["broken.xml"]
    assert [line.text(0) for line in dialog.pile.ticked()] == ["broken.xml"]


def test_searching_keeps_what_is_ticked(dialog):
    dialog.pile.list.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    name = dialog.pile.list.topLevelItem(0).text(0)
    dialog.pile.line.setText("no such thing at all")
    dialog.pile.search()
    assert list(results(dialog)) == [name]
    dialog.pile.line.clear()
    dialog.pile.search()
    assert len(results(dialog)) == 2
    assert [line.text(0) for line in dialog.pile.ticked()] == [name]


def test_without_a_folder_nothing_is_printed(dialog, answers):
    answers.folder = None
    dialog.pile.all_button.click()
    dialog.run()
    assert len(dialog.pile.ticked()) == 2
    assert dialog.message.text() == ""


def test_prints_to_a_printer_one_job_each(dialog, tmp_path):
    dialog.target.setCurrentText("Office")
    dialog.pile.all_button.click()
    dialog.run()
    assert (tmp_path / "paper-0.pdf").stat().st_size
    assert (tmp_path / "paper-1.pdf").stat().st_size
    assert dialog.message.text() == "Printed: 2. Not printed: 0."


def test_a_printer_that_is_gone_fails_each(qtbot, tmp_path, immediate_tasks, answers, workspace):
    printers = PaperPrinters(tmp_path, gone={"Office"})
    room = a_room(tmp_path, immediate_tasks, answers, printers)
    dialog = a_dialog(workspace, room)
    qtbot.addWidget(dialog)
    dialog.target.setCurrentText("Office")
    dialog.pile.all_button.click()
    dialog.run()
    assert dialog.message.text() == "Printed: 0. Not printed: 2."
    assert all("Office" in said for said in results(dialog).values())


def test_cancel_reports_what_is_done_and_what_was_not_begun(qtbot, tmp_path, answers, workspace):
    class StopsAfterOne:
        def start(self, work, on_done, on_error, on_progress=None, *, pool=None):  # noqa: ARG002
            def report(done, total):
                on_progress(done, total)
                dialog.progress.cancel_button.click()

            on_done(work(report, lambda: False))
            return lambda: None

    room = a_room(tmp_path, StopsAfterOne(), answers)
    dialog = a_dialog(workspace, room)
    qtbot.addWidget(dialog)
    dialog.pile.all_button.click()
    dialog.run()
    assert dialog.message.text() == "Printed: 1. Not printed: 0. Not begun: 1."
    assert len(list(answers.folder.iterdir())) == 1
    assert len(dialog.pile.ticked()) == 1


def test_a_database_that_is_away_is_one_sentence_and_files_still_print(
    qtbot, tmp_path, immediate_tasks, answers
):
    class Away:
        def summaries(self, query: LibraryQuery, offset=0, limit=100):  # noqa: ARG002
            raise StorageUnavailable("The database cannot be read now.")

    room = a_room(tmp_path, immediate_tasks, answers)
    dialog = a_dialog(Away(), room, Edition.ARABIC)
    qtbot.addWidget(dialog)
    assert dialog.message.text() == "The database cannot be read now."
    dialog.pile.add_files([SEVEN])
    dialog.run()
    assert [file.name for file in answers.folder.iterdir()] == ["im4-seven-items.pdf"]


def test_ctrl_p_without_a_declaration_opens_it(qapp: QApplication, tmp_path, language):
    clerk = open_desk(qapp, tmp_path, str(language))
    for open_it in (partial(clerk.ctrl, Qt.Key.Key_P), partial(clerk.window.run, "print_several")):
        open_it()
        dialog = next(
            widget
            for widget in qapp.topLevelWidgets()
            if isinstance(widget, BatchPrintDialog) and widget.isVisible()
        )
        dialog.reject()
    qapp.processEvents()
    clerk.leave()
