"""Advance cargo information by keys: a dossier from draft to declaration, locked by its phase."""

import zipfile
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from sad_desktop.brokerage.advance_cargo_steps import Event, Step
from sad_desktop.declaration.draft import Place
from sad_desktop.forms.language import Language
from tests.dossiers import ACID, dossier
from tests.gui.desk import open_desk

NOW = datetime(2026, 11, 21, 10).astimezone()


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office", user_name="Salma", profile="eg")
    clerk.open_office()
    yield clerk
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def room_of(clerk):
    room = clerk.program.workplace.rooms.open("advance_cargo")
    room.clock = lambda: NOW
    clerk.settle()
    return room


def kept(clerk, room, **changes):
    """A dossier customs gave a number to, as the room shows it."""
    cargo = room._cargo
    one = cargo.store(dossier(**changes))
    for step, acid in ((Step.REQUEST, ""), (Step.ACCEPT, ACID)):
        one = cargo.take(one, Event(step=step, at=NOW, on=NOW.date(), acid=acid))
    room.show_target(str(one.id))
    clerk.settle()
    return one


def test_a_dossier_is_keyed_requested_and_given_its_number_by_keys(clerk):
    room = room_of(clerk)
    room.start_new()
    clerk.key_in("100-200-300", "", "Nile Trading", "91310000", "cn", "Ningbo Pumps Co")
    clerk.type("p")  # producer
    clerk.press(Qt.Key.Key_Tab)
    clerk.type("export@pumps.example")
    room.editor.parties.put("exporter_address", "8 Harbour Road")
    room.editor.shipment.put("export_country", "CN")
    room.editor.shipment.put("loading_port", "CNNGB")
    clerk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert room.note.text() == "Saved."
    room.step(Step.REQUEST)
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert "Invoice or order number, Tariff heading" in room.dialog.fault.text()
    room.dialog.reject()
    room.editor.setCurrentIndex(2)
    room.editor.invoices.editor(0, "number").setFocus()
    clerk.type("INV-1")
    lines = room.editor.lines
    room.editor.setCurrentIndex(3)
    lines.view.setFocus()
    clerk.press(Qt.Key.Key_Insert)
    clerk.key_in("8413701000", "cn", "Pumps", "4006381333932")
    assert lines.lines()[0].description == "Pumps"
    clerk.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert "check digit of GS1 code 4006381333932" in room.head.wrong.text()
    room.step(Step.REQUEST)
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert room.model.index(0, 0).data() == "Requested"
    room.step(Step.ACCEPT)
    clerk.type("1234 5678")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert room.dialog.fault.text() == "ACID must contain exactly 19 digits."
    room.dialog.acid.selectAll()
    clerk.type(ACID)
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert room.model.index(0, 4).data() == "1234 5678 9012 3456 789"
    assert "valid until 21/05/2027, 181 days left" in room.head.standing.text()
    happened = [room.numbers.history.index(row, 0).data() for row in range(2)]
    assert happened == ["Accepted", "Requested"]


def test_a_locked_field_takes_no_keys_and_says_why(clerk):
    room = room_of(clerk)
    kept(clerk, room)
    importer = room.editor.parties.editor("importer_code")
    importer.setFocus()
    clerk.type("9")
    assert importer.text() == "100-200-300"
    assert "two parties" in importer.toolTip()
    assert room.editor.shipment.editor("vessel").toolTip() == ""
    room.step(Step.SHIP)
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    vessel = room.editor.shipment.editor("vessel")
    assert isinstance(vessel, QLineEdit)
    assert vessel.isReadOnly()
    assert "shipped" in vessel.toolTip()
    assert not room.editor.shipment.editor("declared_value").isReadOnly()
    assert not room.editor.lines.import_button.isEnabled()
    assert [step for step, one in room.buttons.steps.items() if one.isVisible()] == [Step.EXTEND]


def test_a_number_is_copied_without_blanks_and_the_shipper_is_told(clerk, tmp_path):
    room = room_of(clerk)
    kept(clerk, room)
    room.view.setFocus()

    clerk.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == ACID
    room.buttons.copy_notice.trigger()
    assert "تحية" in QGuiApplication.clipboard().text()
    clerk.answers.save_path = tmp_path / "mail.eml"
    room.buttons.mail.trigger()
    assert b"X-Unsent" in (tmp_path / "mail.eml").read_bytes()


def test_an_envelope_is_made_of_invoices_and_documents(clerk, tmp_path):
    room = room_of(clerk)
    kept(clerk, room)
    packing = tmp_path / "packing.pdf"
    packing.write_bytes(b"%PDF")
    clerk.answers.documents, clerk.answers.save_path = [packing], tmp_path / "e.zip"
    room.buttons.envelope.trigger()
    clerk.settle()
    assert "2 files" in room.note.text()
    with zipfile.ZipFile(tmp_path / "e.zip") as archive:
        assert archive.namelist() == ["invoice-01-INV-1.xlsx", "packing.pdf"]


def test_a_declaration_begins_from_a_dossier_and_a_dossier_from_a_declaration(clerk):
    room = room_of(clerk)
    kept(clerk, room)
    room.buttons.begin.trigger()
    clerk.settle()
    document = clerk.document
    assert document.draft.declaration.acid == ACID
    assert not [one for one in document.findings if one.code.startswith("ACI")]
    clerk.window.actions_by_key["begin_dossier"].trigger()
    clerk.settle()
    assert room.shown().id == 0
    assert room.editor.dossier().exporter_name == "Ningbo Pumps Co"
    assert not room.may_close()
    room.give_up()


def test_f3_finds_an_earlier_exporter_and_an_acid_for_the_declaration(clerk):
    room = room_of(clerk)
    kept(clerk, room)
    room.start_new()
    room.editor.parties.editor("exporter_registration").setFocus()
    clerk.press(Qt.Key.Key_F3)
    clerk.type("ningbo")
    clerk.settle()
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    made = room.editor.dossier()
    assert (made.exporter_registration, made.exporter_kind) == ("91310000", "producer")
    assert made.exporter_address == "8 Harbour Road\nNingbo"
    room.give_up()
    document = clerk.program.opened.new()
    clerk.settle()
    clerk.program.workplace.commands.open_finder(Place("acid"))
    clerk.settle()
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert document.draft.declaration.acid == ACID


def test_lines_of_a_file_take_the_place_of_those_keyed(clerk, tmp_path):
    room = room_of(clerk)
    room.show_target(str(room._cargo.store(dossier()).id))
    clerk.settle()
    file = tmp_path / "invoice.csv"
    file.write_text("HS code,Description,EAN\n8413701000,Seals,4006381333931\n", encoding="utf-8")
    clerk.answers.table_path = file
    dialog = room.uses.import_lines(room.editor.lines.take)
    dialog.file_button.click()
    clerk.settle()
    dialog.import_button.click()
    clerk.settle()
    assert [line.description for line in room.editor.lines.lines()] == ["Seals"]
    room.save()
    clerk.settle()
    assert room.shown().lines[0].description == "Seals"


def test_what_another_desk_changed_is_said_and_what_is_keyed_stays(clerk):
    room = room_of(clerk)
    one = kept(clerk, room)
    room._cargo.store(one)
    room.editor.shipment.put("vessel", "MV Nile")
    room.save()
    clerk.settle()
    assert "changed this dossier after you opened it" in room.note.text()
    assert room.editor.dossier().vessel == "MV Nile"
    room.give_up()
    assert room.shown().version == one.version + 1
    room.editor.shipment.put("vessel", "MV Nile")
    room.save()
    clerk.settle()
    assert room.note.text() == "Saved."


def test_a_new_dossier_stays_while_the_list_is_read_again(clerk):
    room = room_of(clerk)
    kept(clerk, room)
    room.start_new()
    room.refresh()
    clerk.settle()
    assert room.shown().id == 0
    assert room.editor.parties.editor("importer_code").text() == ""


def test_a_refusal_stays_said_when_the_list_shows_what_another_desk_did(clerk):
    room = room_of(clerk)
    one = room._cargo.store(dossier())
    room.show_target(str(one.id))
    clerk.settle()
    room._cargo.store(one)
    room.remove()
    clerk.settle()
    assert "changed this dossier" in room.note.text()
    assert room.shown().version == 2


def test_what_is_late_is_said(clerk):
    room = room_of(clerk)
    room._cargo.store(dossier(ships_on=(NOW + timedelta(days=1)).date()))
    room.refresh()
    clerk.settle()
    room.line.setText("nile pumps")
    assert room.model.rowCount() == 1
    assert room.model.index(0, 2).data() == "request until 20/11/2026 00:00"
    room.line.setText("nobody")
    assert room.model.rowCount() == 0


@pytest.mark.parametrize("language", list(Language))
def test_the_room_opens_in_both_languages_and_in_a_country_that_asks_nothing(
    qapp, tmp_path, language
):
    for country in ("eg", "bh"):
        clerk = open_desk(qapp, tmp_path / country, str(language), profile=country)
        clerk.open_office()
        room = clerk.program.workplace.rooms.open("advance_cargo")
        clerk.settle()
        assert hasattr(room, "said") is (country == "bh")
        clerk.leave()
