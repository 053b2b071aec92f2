"""An office of the first day: every room says what to do in the place of rows."""

import pytest

from sad_desktop.forms.ledgers import LedgerRoom
from sad_desktop.forms.rooms import ROOMS
from sad_desktop.forms.widgets.empty_note import EmptyNote
from sad_desktop.forms.widgets.sentence import Sentence
from tests.gui.desk import open_desk


@pytest.fixture(scope="module")
def office(qapp, tmp_path_factory):
    """An office nobody has worked in yet."""
    clerk = open_desk(qapp, tmp_path_factory.mktemp("office"))
    clerk.open_office()
    yield clerk
    clerk.leave()


@pytest.fixture
def opened(office, request):
    room = office.program.workplace.rooms.open(request.param)
    office.settle()
    yield office, room
    office.program.workplace.rooms.close(room)


def said(room):
    return [one.text() for one in room.findChildren(Sentence) if one.isVisible() and one.text()]


@pytest.mark.parametrize("opened", sorted({*ROOMS} - {"manual", "settings"}), indirect=True)
def test_every_room_says_what_to_do_while_it_is_empty(opened):
    assert said(opened[1])


@pytest.mark.parametrize("opened", ["offences"], indirect=True)
def test_the_note_tells_an_empty_list_from_a_search_without_result(opened):
    clerk, room = opened
    assert isinstance(room, LedgerRoom)
    (note,) = room.view.findChildren(EmptyNote)
    first = note.text()
    room.form.lines["importer"].setText("58411-01")
    room.form.lines["noted_on"].setText("14/6/2026")
    room.form.lines["what"].setText("short by 400 kg")
    room.form.save_button.click()
    clerk.settle()
    assert room.model.rowCount() == 1
    assert not note.isVisible()
    room.line.setText("nobody")
    assert note.isVisible()
    assert note.text() not in ("", first)
    assert note.width() > room.view.viewport().width() // 2
