"""Templates on the desk, by keys alone: saved, found, used, renamed, ended."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.manifests import Manifest
from sad_desktop.brokerage.templates import Kept
from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.rows import Container
from sad_desktop.forms.lookup import Finder
from sad_desktop.forms.template_answers import ANSWER, AnswersDialog
from sad_desktop.forms.template_dialogs import BeginDialog, SaveTemplateDialog
from sad_desktop.resources import resource
from sad_desktop.services.exchange import read_content
from sad_desktop.services.manifests import Manifests
from tests.gui.desk import open_desk

SAMPLE = "samples/im4-assessed.xml"
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def clerk(qapp, tmp_path, language):
    desk = open_desk(qapp, tmp_path, language=language)
    desk.open_office()
    yield desk
    desk.program.workplace.abandon_changes()
    desk.program.workplace.close_all()
    settle(desk)
    desk.leave()


def a_draft(**changes) -> Draft:
    draft = read_content(resource(SAMPLE).read_bytes(), "a.xml")
    return replace(draft, declaration=replace(draft.declaration, **changes))


def settle(clerk):
    for _ in range(3):  # one errand begins the next
        clerk.settle()


def shelf_of(clerk):
    return clerk.program.workplace.templates.shelf


def room_of(clerk):
    clerk.press(Qt.Key.Key_N, CONTROL | SHIFT)
    settle(clerk)
    return clerk.program.workplace.rooms.shown()


def begin(clerk):
    """Enter in the room's search, and in the list of what is cleared."""
    clerk.press(Qt.Key.Key_Return)
    settle(clerk)
    assert isinstance(clerk.dialog(), BeginDialog)
    clerk.press(Qt.Key.Key_Return)
    settle(clerk)
    dialog = clerk.dialog()
    assert isinstance(dialog, AnswersDialog)
    return dialog


def test_a_declaration_is_saved_as_a_template_and_the_next_one_made_of_it(clerk):
    clerk.program.opened.begin(a_draft(), "D1", "a")
    clerk.window.run("save_template")
    settle(clerk)
    dialog = clerk.dialog()
    assert isinstance(dialog, SaveTemplateDialog)
    clerk.type("Shirts")
    clerk.press(Qt.Key.Key_Return)
    settle(clerk)
    room = room_of(clerk)
    assert [line.name for line in room._shown] == ["Shirts"]
    assert not room.picture._picture.isNull()
    dialog = begin(clerk)
    asked = [place.field for place in dialog.model._places]
    assert asked[:2] == ["manifest", "reference_number"]
    assert "exchange_rate" not in asked  # the day's rate is there
    clerk.type("2026 7")
    clerk.press(Qt.Key.Key_Return)
    clerk.type("T777")
    clerk.press(Qt.Key.Key_Return)
    clerk.press(Qt.Key.Key_Escape)
    found = clerk.document.draft.declaration
    assert (found.manifest, found.reference_number) == ("2026 7", "T777")
    assert found.registration_number == ""
    assert found.consignee_name == a_draft().declaration.consignee_name
    clerk.take_over()
    assert clerk.tab.isAncestorOf(clerk.focus())
    clerk.ctrl(Qt.Key.Key_Z)
    assert clerk.document.draft.declaration.reference_number == ""
    clerk.ctrl(Qt.Key.Key_Y)
    clerk.ctrl(Qt.Key.Key_S)
    settle(clerk)
    line = shelf_of(clerk).lines()[0]
    assert line.last_declaration == clerk.document.document_id


def test_the_last_enter_of_the_form_leads_to_the_sheet(clerk):
    rows = tuple(Container(item_key=1, identity=f"ABCU123456{n}") for n in range(2))
    pattern = a_draft(containers=rows, has_containers=True)
    shelf_of(clerk).save("Boxes", pattern, Kept(amounts=True, masses=True), clerk.program.desk())
    room_of(clerk)
    dialog = begin(clerk)
    places = dialog.model._places
    assert [place.field for place in places].count("identity") == 2
    for place in places:
        if place == Place("identity", 0, Rows.CONTAINERS, 1):
            clerk.type("MSKU1234565")
        clerk.press(Qt.Key.Key_Return)
    assert clerk.focus() is dialog.ready_button
    clerk.press(Qt.Key.Key_Return)
    settle(clerk)
    found = clerk.document.draft.declaration
    assert [row.identity for row in found.containers] == ["MSKU1234565"]
    assert found.invoice_amount == Decimal("12850.25")


def test_f3_in_the_form_finds_the_voyage_and_fills_its_vessel(clerk):
    voyage = Manifest(office="BHKBS", voyage="MSC7", vessel="MSC Aida", departure=date(2026, 10, 1))
    Manifests(clerk.program.workspace).store(voyage)
    shelf_of(clerk).save("Shirts", a_draft(), Kept(), clerk.program.desk())
    room_of(clerk)
    dialog = begin(clerk)
    clerk.press(Qt.Key.Key_F3)
    settle(clerk)
    assert isinstance(clerk.dialog(), Finder)
    clerk.type("MSC7")
    settle(clerk)
    clerk.press(Qt.Key.Key_Return)
    settle(clerk)
    assert clerk.dialog() is dialog
    found = clerk.document.draft.declaration
    assert found.manifest
    assert dialog.model.text(0, ANSWER) == clerk.document.text_of(Place("manifest"))
    assert found.arrival_identity == "MSC Aida"
    clerk.press(Qt.Key.Key_Escape)


def test_a_name_that_is_taken_replaces_and_says_so(clerk):
    shelf_of(clerk).save("Shirts", a_draft(), Kept(), clerk.program.desk())
    clerk.program.opened.begin(a_draft(delivery_terms="CIF"), "D1", "a")
    clerk.window.run("save_template")
    settle(clerk)
    said = clerk.dialog().message.text()
    clerk.type("SHIRTS")
    assert clerk.dialog().message.text() != said
    clerk.press(Qt.Key.Key_Return)
    settle(clerk)
    (line,) = shelf_of(clerk).lines()
    assert (line.name, line.version) == ("SHIRTS", 2)
    assert shelf_of(clerk).load(line.id).draft.declaration.delivery_terms == "CIF"


def test_a_template_without_a_name_is_not_saved(clerk):
    clerk.program.opened.begin(a_draft(), "D1", "a")
    clerk.window.run("save_template")
    settle(clerk)
    clerk.press(Qt.Key.Key_Delete)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.dialog().message.text()
    clerk.press(Qt.Key.Key_Escape)
    assert shelf_of(clerk).lines() == ()


def test_the_room_filters_renames_ends_and_offers_again(clerk):
    desk = clerk.program.desk()
    shelf_of(clerk).save("Shirts", a_draft(), Kept(), desk)
    rice = a_draft(consignee_name="شركة الخليج للأرز\nالمنامة", consignee_code="")
    shelf_of(clerk).save("Rice", rice, Kept(), desk)
    room = room_of(clerk)
    assert len(room._shown) == 2
    clerk.type("zz")
    assert "zz" in room.message.text()
    clerk.press(Qt.Key.Key_Backspace)
    clerk.press(Qt.Key.Key_Backspace)
    assert not room.message.text()
    clerk.type("خليج ارز")  # two words, without the hamza
    assert [line.name for line in room._shown] == ["Rice"]
    clerk.press(Qt.Key.Key_F2)
    assert room.isAncestorOf(clerk.focus())
    room.name_line.setFocus()
    room.name_line.selectAll()
    clerk.type("Basmati")
    clerk.press(Qt.Key.Key_Return)
    settle(clerk)
    assert room.current().name == "Basmati"
    room.end_button.setFocus()
    clerk.press(Qt.Key.Key_Space)
    settle(clerk)
    assert room._shown == ()
    room.ended.setFocus()
    clerk.press(Qt.Key.Key_Space)
    assert room.current().ended_at is not None
    room.end_button.setFocus()
    clerk.press(Qt.Key.Key_Space)
    settle(clerk)
    assert room.current().ended_at is None


def test_what_a_template_has_outlived_is_said_before_it_is_used(clerk):
    pattern = a_draft(export_country="XX")
    shelf_of(clerk).save("Old", pattern, Kept(), clerk.program.desk())
    room_of(clerk)
    clerk.press(Qt.Key.Key_Return)
    settle(clerk)
    dialog = clerk.dialog()
    assert dialog.message.isVisible()
    first = dialog.report.text_model.row(1)
    assert first.cells[0] == "15a"
    assert "XX" in first.cells[2]
    before = dialog.report.text_model.rowCount()
    dialog.ticks.masses.setFocus()
    clerk.press(Qt.Key.Key_Space)
    settle(clerk)
    assert dialog.report.text_model.rowCount() < before
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.program.opened.documents == ()


def test_an_xml_file_is_begun_from_or_put_on_the_shelf(clerk, tmp_path):
    file, broken = tmp_path / "past.xml", tmp_path / "broken.xml"
    file.write_bytes(resource(SAMPLE).read_bytes())
    broken.write_bytes(b"<ASYCUDA><unclosed>")
    clerk.answers.open_paths = [file]
    clerk.press(Qt.Key.Key_O, CONTROL | SHIFT)
    settle(clerk)
    assert isinstance(clerk.dialog(), BeginDialog)
    clerk.press(Qt.Key.Key_Return)
    settle(clerk)
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.document.draft.declaration.registration_number == ""
    assert clerk.document.draft.source is None
    assert shelf_of(clerk).lines() == ()
    room = room_of(clerk)
    clerk.answers.open_paths = [broken, file]
    room.add_button.setFocus()
    clerk.press(Qt.Key.Key_Space)
    settle(clerk)
    assert [line.name for line in room._shown] == ["past"]
    assert "broken.xml" in room.message.text()
    assert QApplication.activeModalWidget() is None


def test_who_goes_back_while_the_declaration_is_made_has_none(clerk):
    shelf_of(clerk).save("Shirts", a_draft(), Kept(), clerk.program.desk())
    room_of(clerk)
    clerk.press(Qt.Key.Key_Return)
    settle(clerk)
    dialog = clerk.dialog()
    dialog.take_button.click()
    assert not dialog.take_button.isEnabled()
    clerk.press(Qt.Key.Key_Escape)
    settle(clerk)
    assert QApplication.activeModalWidget() is None
    assert clerk.program.opened.documents == ()
