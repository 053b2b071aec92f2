"""The office's server goes away in mid-work: the clerk keys on, and it is saved when it is back."""

import pytest
from PySide6.QtCore import Qt

from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.forms import waiting
from sad_desktop.forms.language import in_desk_direction
from sad_desktop.paths import Paths
from sad_desktop.services.journal import Journal
from tests.gui.desk import open_desk

pytest_plugins = ["tests.databases"]
pytestmark = pytest.mark.postgresql
LONGER = 30_000


@pytest.fixture
def clerk(qapp, mortal_server, tmp_path, language, monkeypatch):
    monkeypatch.setattr(waiting, "ASK_AGAIN", 100)
    clerk = open_desk(qapp, tmp_path, str(language), database_url=mortal_server.url)
    clerk.open_office()
    yield clerk
    clerk.leave()


def keeping(clerk):
    return clerk.program.workplace.status.kept.text()


def said(clerk, english):
    return in_desk_direction(clerk.program.workplace.status.tr(english))


def test_what_is_saved_while_the_server_is_away_is_stored_once_when_it_is_back(
    clerk, mortal_server, qtbot
):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("18")
    clerk.key_in("GULF STAR 7")
    clerk.ctrl(Qt.Key.Key_S)
    assert clerk.document.version == 1
    mortal_server.kill()
    clerk.go_to("18")
    clerk.key_in("GULF STAR 8")
    clerk.ctrl(Qt.Key.Key_S)
    assert keeping(clerk) == said(clerk, "Waits for the server")
    assert not clerk.answers.told  # no box stops the work
    clerk.go_to("18")
    clerk.key_in("GULF STAR 9")
    clerk.ctrl(Qt.Key.Key_S)
    assert keeping(clerk) == said(clerk, "Waits for the server")
    mortal_server.start()
    qtbot.waitUntil(lambda: clerk.document.version == 2, timeout=LONGER)
    assert keeping(clerk) == said(clerk, "Saved")
    stored = clerk.program.workspace.load(clerk.document.document_id)
    assert stored.draft.declaration.arrival_identity == "GULF STAR 9"
    assert clerk.program.workspace.count(LibraryQuery()) == 1
    clerk.settle()
    assert not Journal(Paths(clerk.program.opened.office.folder)).recovered().drafts


def test_leaving_while_the_server_is_away_keeps_the_draft_for_the_next_start(
    clerk, mortal_server, tmp_path
):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("18")
    clerk.key_in("GULF STAR 7")
    mortal_server.kill()
    clerk.answers.leave = "save"
    clerk.ctrl(Qt.Key.Key_W)
    assert clerk.program.window.current_tab() is None
    clerk.settle()
    (found,) = Journal(Paths(tmp_path)).recovered().drafts
    assert found.draft.declaration.arrival_identity == "GULF STAR 7"


def test_a_server_that_is_away_at_the_start_is_told_and_its_library_comes_later(
    qapp, mortal_server, tmp_path, monkeypatch, qtbot
):
    monkeypatch.setattr(waiting, "ASK_AGAIN", 100)
    first = open_desk(qapp, tmp_path / "first", database_url=mortal_server.url)
    first.open_office()
    first.ctrl(Qt.Key.Key_N)
    first.ctrl(Qt.Key.Key_S)
    assert first.document.version == 1
    first.leave()
    mortal_server.kill()
    clerk = open_desk(qapp, tmp_path / "second", database_url=mortal_server.url)
    clerk.open_office()
    (sentence,) = clerk.answers.told
    assert "cannot be reached now" in sentence
    clerk.ctrl(Qt.Key.Key_N)
    clerk.ctrl(Qt.Key.Key_S)
    assert keeping(clerk) == said(clerk, "Waits for the server")
    mortal_server.start()
    qtbot.waitUntil(lambda: clerk.document.version == 1, timeout=LONGER)
    assert clerk.program.workspace.count(LibraryQuery()) == 2
    clerk.leave()
