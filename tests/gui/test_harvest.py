"""Learning from past declarations, by keys alone: gathered, looked at, chosen, kept."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.companies import Company, Role
from sad_desktop.brokerage.harvest import Shelf
from sad_desktop.forms.harvest_model import STANDING, VALUE
from sad_desktop.resources import resource
from sad_desktop.services.harvest import Harvests
from tests.gui.desk import open_desk

SAMPLE = "samples/im4-assessed.xml"
IMPORTER = "58411-01"


@pytest.fixture
def past(tmp_path):
    """A folder: a declaration, one like it by another hand, and a broken file."""
    folder = tmp_path / "past"
    folder.mkdir()
    content = resource(SAMPLE).read_bytes()
    (folder / "a.xml").write_bytes(content)
    other = content.replace(b"Al Waha Trading", b"Waha Foods").replace(b"BHKBS", b"ZZKBS")
    (folder / "b.xml").write_bytes(other)
    (folder / "c.xml").write_bytes(b"<ASYCUDA><unclosed>")
    return folder


@pytest.fixture
def clerk(qapp, tmp_path, language, past):
    desk = open_desk(qapp, tmp_path / "data", language=language)
    desk.open_office()
    desk.answers.folder = past
    yield desk
    desk.leave()


def gathered(clerk):
    """Open the room and add the folder, as its first button asks."""
    clerk.window.run("harvest")
    room = clerk.program.workplace.rooms.shown()
    assert clerk.focus() is room.folder_button
    clerk.press(Qt.Key.Key_Space)
    settle(clerk)
    return room


def settle(clerk):
    for _ in range(4):  # one errand begins the next
        clerk.settle()


def row_of(room, shelf):
    return room.model.shelves().index(shelf)


def kept(clerk):
    harvests = Harvests(clerk.program.workspace, "bh")
    return {shelf: harvests.lines(shelf) for shelf in Shelf}


def test_what_was_found_is_shown_and_kept_only_when_asked(clerk):
    room = gathered(clerk)
    assert clerk.focus() is room.shelves
    assert room.model.counts(Shelf.COMPANIES) == (2, 2, 1)
    assert "c.xml" in room.message.text()
    assert not any(kept(clerk).values())
    offices, taken, conflicts = room.model.counts(Shelf.OFFICES)
    assert (offices, taken, conflicts) == (2, 1, 1)  # what no list has is left out at first
    room.keep_button.setFocus()
    clerk.press(Qt.Key.Key_Space)
    settle(clerk)
    assert {one.code for one in clerk.program.companies.all()} >= {IMPORTER, "18095-04"}
    assert [line.key for line in kept(clerk)[Shelf.OFFICES]] == [("BHKBS",)]
    assert clerk.program.lists.book.entry("offices", "ZZKBS", clerk.program.desk().on) is None
    assert room.model.shelves() == ()
    again = gathered(clerk)
    assert again.model.shelves() == ()  # the same files teach nothing new
    again.again.setFocus()
    clerk.press(Qt.Key.Key_Space)
    again.folder_button.setFocus()
    clerk.press(Qt.Key.Key_Space)
    settle(clerk)
    assert again.model.counts(Shelf.COMPANIES)[0] == 2


def test_space_takes_or_leaves_out_and_enter_chooses_a_name(clerk):
    room = gathered(clerk)
    assert room.model.judged(0).line.key == (IMPORTER,)
    said = room.model.index(0, STANDING).data()
    assert said
    names = [value for value, _ in room.model.judged(0).line.values]
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.focus() is room.view
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Space)
    assert not room.model.is_taken(1)
    assert room.shelf_model.row(0).cells[2] == "1"
    clerk.press(Qt.Key.Key_Up)
    room._offer_values(0)
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert room.model.judged(0).line.value == names[1]
    assert room.model.index(0, VALUE).data().startswith(names[1].partition("\n")[0])
    room.keep()
    settle(clerk)
    (company,) = [one for one in clerk.program.companies.all() if one.code]
    assert (company.code, company.en) == (IMPORTER, names[1].partition("\n")[0])


def test_a_company_the_office_keeps_stays_as_it_is(clerk):
    own = Company(code=IMPORTER, en="Our own name", roles=frozenset({Role.CONSIGNEE}))
    own = clerk.program.companies.store(own)
    room = gathered(clerk)
    assert "Our own name" in room.model.index(0, STANDING).data()
    room.keep()
    settle(clerk)
    assert own in clerk.program.companies.all()


def test_a_code_no_list_has_is_added_when_it_is_ticked(clerk):
    room = gathered(clerk)
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Down)
    assert room.shelves.currentIndex().row() == row_of(room, Shelf.OFFICES)
    room.all_button.setFocus()
    clerk.press(Qt.Key.Key_Space)
    assert room.model.counts(Shelf.OFFICES)[1] == 2
    room.keep()
    settle(clerk)
    assert clerk.program.lists.book.entry("offices", "ZZKBS", clerk.program.desk().on) is not None


def test_stopped_it_shows_what_was_read_so_far(clerk, past):
    clerk.window.run("harvest")
    room = clerk.program.workplace.rooms.shown()
    room.add_paths([past])
    room._stop.set()
    settle(clerk)
    assert not room._gathered.is_whole
    assert room.message.text()
    assert room.folder_button.isEnabled()
