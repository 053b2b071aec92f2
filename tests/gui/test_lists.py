"""The lists' room by keys alone: finding, keying, ending, importing, exporting."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from sad_desktop.forms.list_imports import ListImportDialog
from sad_desktop.forms.lists import ListsRoom
from sad_desktop.forms.lists_model import LIST_NAME
from tests.gui.desk import ON, open_desk

PORT = "BHKBS"


@pytest.fixture
def clerk(qapp, tmp_path, language):
    clerk = open_desk(qapp, tmp_path, str(language))
    clerk.open_office()
    yield clerk
    clerk.leave()


def enter(clerk, list_name="") -> ListsRoom:
    clerk.window.run("lists")
    clerk.settle()
    clerk.take_over()
    room = clerk.window.workplace.rooms.shown()
    assert isinstance(room, ListsRoom)
    if list_name:
        room.choose(list_name)
        clerk.settle()
    return room


def push(clerk, button) -> None:
    clerk.tab_to(button)
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()


def book(clerk):
    return clerk.program.desk().book


def find(clerk, room, typed):
    room.line.setFocus()
    room.line.selectAll()
    clerk.type(typed)
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()


def test_an_entry_is_found_and_corrected_and_another_one_keyed(clerk):
    room = enter(clerk, "offices")
    find(clerk, room, "bhkbs")
    assert room.editor.form.editor("code").text() == PORT
    assert clerk.focus() is room.editor.form.editor("en")
    clerk.focus().selectAll()
    clerk.type("Khalifa Port")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.settle()
    assert book(clerk).entry("offices", PORT, ON).en == "Khalifa Port"
    assert room.past_model.rowCount() == 1
    push(clerk, room.buttons.new)
    clerk.key_in("bhnew", "New Port", "ميناء جديد")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.settle()
    entry = book(clerk).entry("offices", "BHNEW", ON)
    assert (entry.en, entry.ar) == ("New Port", "ميناء جديد")


def test_a_new_rate_from_a_day_on_leaves_the_days_before_it(clerk):
    room = enter(clerk, "exchange_rates")
    find(clerk, room, "kwd")
    room.editor.form.editor("rate").setText("1.25")
    room.editor.form.editor("valid_from").setText("20/11/2026")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.settle()
    assert book(clerk).exchange_rate("KWD", ON).rate == Decimal("1.25")
    assert book(clerk).exchange_rate("KWD", date(2026, 11, 19)).rate == Decimal("1.2125")


def test_what_no_list_can_have_is_refused_and_stays_keyed(clerk):
    room = enter(clerk, "tariff")
    push(clerk, room.buttons.new)
    clerk.key_in("01012x")
    room.editor.form.editor("en").setPlainText("Horses")
    room.save()
    clerk.settle()
    assert "01012" in room.note.text()
    assert room.editor.form.editor("en").toPlainText() == "Horses"
    room.choose("offices")
    assert room.list_name == "tariff"
    push(clerk, room.buttons.give_up)
    room.choose("offices")
    clerk.settle()  # on a first start the lists are made ready beside the screen
    assert room.list_name == "offices"


def test_what_is_keyed_while_the_lists_are_made_ready_stays(clerk):
    room = enter(clerk)
    assert not room._lists.is_ready
    room.choose("offices")
    room._on_keyed()
    clerk.settle()
    assert room.list_name == "tariff"
    assert room.names.currentItem().data(LIST_NAME) == "tariff"
    room.give_up()
    room.choose("offices")
    assert room.list_name == "offices"  # at once: the lists are ready now


def test_an_ended_entry_leaves_the_finder_and_can_hold_again(clerk):
    room = enter(clerk, "offices")
    find(clerk, room, "bhpst")
    push(clerk, room.buttons.end)
    assert book(clerk).entry("offices", "BHPST", ON) is None
    room.ended.setChecked(True)
    find(clerk, room, "bhpst")
    push(clerk, room.buttons.end)
    assert book(clerk).entry("offices", "BHPST", ON) is not None


def dialog_of(clerk, room) -> ListImportDialog:
    push(clerk, room.import_button)
    dialog = clerk.dialog()
    assert isinstance(dialog, ListImportDialog)
    return dialog


def test_a_file_is_looked_at_and_imported(clerk, tmp_path):
    path = tmp_path / "tariff.csv"
    path.write_text(
        "code;english;duty\n010121100000;Arab horses;7%\nbad;Bad;5%\n", encoding="utf-8"
    )
    clerk.answers.table_path = path
    room = enter(clerk, "tariff")
    dialog = dialog_of(clerk, room)
    push(clerk, dialog.file_button)
    assert dialog.prepared.faults == 1
    assert not dialog.import_button.isEnabled()
    assert dialog.results.remarks.rowCount() == 1
    push(clerk, dialog.leave_out)
    dialog.prepare()
    clerk.settle()
    push(clerk, dialog.import_button)
    assert book(clerk).line("010121100000", ON).rates["DTY"] == "7%"
    assert "tariff.csv" in room.note.text()


def test_a_table_is_pasted_and_a_column_chosen_by_hand(clerk):
    QGuiApplication.clipboard().setText("KWD\t1.25\nEUR\t0.42\nJPY\t0.0025")
    room = enter(clerk, "exchange_rates")
    dialog = dialog_of(clerk, room)
    push(clerk, dialog.paste_button)
    first = dialog.columns.choices[0]
    first.setCurrentIndex(0)
    dialog.prepare()
    clerk.settle()
    assert dialog.prepared is None
    first.setCurrentIndex(first.findData("code"))
    dialog.prepare()
    clerk.settle()
    push(clerk, dialog.import_button)
    assert book(clerk).exchange_rate("KWD", ON).rate == Decimal("1.25")


def test_rubbish_is_refused_in_the_dialog_and_nothing_changes(clerk, tmp_path):
    path = tmp_path / "tariff.xlsx"
    path.write_bytes(b"PK\x03\x04rubbish")
    clerk.answers.table_path = path
    room = enter(clerk, "tariff")
    dialog = dialog_of(clerk, room)
    push(clerk, dialog.file_button)
    assert "tariff.xlsx" in dialog.note.text()
    assert not dialog.import_button.isEnabled()
    clerk.press(Qt.Key.Key_Escape)
    clerk.settle()
    assert clerk.program.lists.edition == 0


def test_an_exported_list_imported_again_changes_nothing(clerk, tmp_path):
    clerk.answers.save_path = clerk.answers.table_path = tmp_path / "units.csv"
    room = enter(clerk, "units")
    push(clerk, room.export_button)
    dialog = dialog_of(clerk, room)
    push(clerk, dialog.file_button)
    assert dialog.prepared.faults == 0
    assert dialog.prepared.is_empty
    clerk.press(Qt.Key.Key_Escape)
    clerk.settle()
