"""A clerk tracks declarations by keys: found by number or bill, stages noted and taken back."""

import pytest
from PySide6.QtCore import Qt

from sad_desktop.brokerage.tracking import Stage
from sad_desktop.database import history
from sad_desktop.declaration.item import Item
from sad_desktop.forms.theme import DARK, LIGHT
from tests.gui.desk import open_desk
from tests.lives import a_draft, assessed, keep, registered


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office")
    clerk.open_office()
    database = clerk.program.workspace.database()
    bill = (Item(key=1, summary_declaration="PHBL26110457"),)
    assessed(database, registered(database, "a", a_draft("T12129", items=bill)))
    registered(database, "b", a_draft("T12130"))
    keep(database, "c", a_draft("T12131"))
    yield clerk
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def track(clerk):
    clerk.window.actions_by_key["tracking"].trigger()
    clerk.settle()
    return clerk.program.workplace.rooms.shown()


def search(clerk, room, typed):
    room.line.setFocus()
    room.line.selectAll()
    clerk.type(typed)
    room.refresh()
    clerk.settle()


def done(room):
    return {stage for stage, box in room.boxes.items() if box.is_done}


def test_a_declaration_is_found_by_its_number_and_by_its_bill(clerk):
    room = track(clerk)
    assert [one.id for one in room.found] == ["c", "b", "a"]
    for typed in ("phbl2611", "C 1", "2026/T12129"):
        search(clerk, room, typed)
        assert [one.id for one in room.found] == ["a"]
    assert done(room) == {Stage.REGISTERED, Stage.ASSESSED}
    assert room.boxes[Stage.PAID].accessibleName() == "Paid: not done yet"
    search(clerk, room, "nobody's")
    assert "No declaration has this number" in room.message.text()
    assert not room.boxes[Stage.PAID].isEnabled()


def test_a_stage_is_noted_by_keys_and_taken_back(clerk):
    room = track(clerk)
    search(clerk, room, "C1")
    clerk.press(Qt.Key.Key_Return)
    assert room.boxes[Stage.REVIEWED].hasFocus()
    clerk.press(Qt.Key.Key_Return)
    dialog = clerk.dialog()
    clerk.key_in("01/07/2026")
    clerk.key_in("25:99")
    clerk.press(Qt.Key.Key_Return)
    assert "14:30" in dialog.fault.text()
    clerk.key_in("0930", "lane 4")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    box = room.boxes[Stage.REVIEWED]
    assert (box.is_done, box.said()) == (True, "01/07/2026 09:30")
    assert "lane 4" in box.toolTip()
    box.setFocus()
    clerk.press(Qt.Key.Key_Space, text=" ")
    clerk.settle()
    back = next(one for one in clerk.dialog().buttons.buttons() if one.text() == "Take it back")
    clerk.tab_to(back)
    clerk.press(Qt.Key.Key_Space, text=" ")
    clerk.settle()
    assert not room.boxes[Stage.REVIEWED].is_done
    database = clerk.program.workspace.database()
    assert len(history.entries_of(database, "a")) == 5
    assert history.verify(database).holds


def test_a_box_is_blue_until_it_is_done_and_green_then(clerk):
    room = track(clerk)
    search(clerk, room, "C1")
    for stage, expected in ((Stage.REGISTERED, "good"), (Stage.PAID, "filled")):
        picture = room.boxes[stage].grab().toImage()
        seen = picture.pixelColor(picture.width() // 2, 5).name()
        assert seen in {getattr(LIGHT, expected), getattr(DARK, expected)}


def test_a_future_moment_and_an_unregistered_declaration_are_refused_in_the_room(clerk):
    room = track(clerk)
    search(clerk, room, "T12131")
    room.boxes[Stage.REVIEWED].click()
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert "register it first" in room.message.text()


def test_the_declaration_shown_is_tracked_and_opened_from_there(clerk):
    clerk.program.opened.open_stored("a")
    clerk.settle()
    clerk.window.actions_by_key["track"].trigger()
    clerk.settle()
    room = clerk.program.workplace.rooms.shown()
    assert (room.name, [one.id for one in room.found]) == ("tracking", ["a"])
    clerk.tab_to(room.open_button)
    clerk.press(Qt.Key.Key_Space, text=" ")
    clerk.settle()
    assert clerk.document.document_id == "a"
    clerk.program.opened.new()
    clerk.settle()
    action = clerk.window.actions_by_key["track"]
    assert not action.isEnabled()
    assert "Save the declaration first." in action.toolTip()
