"""The settings as a room: found by a word, kept as they are made, by keys alone."""

import shutil
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from sad_desktop.forms.settings_choices import ELSEWHERE
from sad_desktop.paths import Paths
from sad_desktop.settings import Settings, load_settings
from tests.gui.desk import open_desk
from tools.make_old_database import unfinished

pytest_plugins = ["tests.databases"]
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


@pytest.fixture
def clerk(qapp, tmp_path, language):
    clerk = open_desk(qapp, tmp_path, str(language))
    clerk.open_office()
    clerk.restarts = []
    clerk.program._restart = lambda: clerk.restarts.append(True)
    yield clerk
    clerk.leave()


@pytest.fixture
def room(clerk):
    clerk.ctrl(Qt.Key.Key_Comma)
    room = clerk.program.workplace.rooms.shown()
    assert clerk.focus() is room.search
    return room


def kept(clerk):
    return load_settings(Paths(clerk.program.opened.office.folder).settings)


def test_every_setting_has_its_line_or_its_place_elsewhere(room):
    assert set(room.editors) | ELSEWHERE == set(Settings.__dataclass_fields__)
    assert not set(room.editors) & ELSEWHERE


def test_what_is_typed_is_kept_and_goes_into_the_next_declaration(clerk, room):
    clerk.tab_to(room.editors["declaration_place"])
    clerk.key_in("Manama")
    assert kept(clerk).declaration_place == "Manama"
    clerk.tab_to(room.editors["representative"])
    clerk.type("سلمى أحمد")
    clerk.ctrl(Qt.Key.Key_N)  # the line has not been left: it counts all the same
    declaration = clerk.document.draft.declaration
    assert declaration.declaration_place == "Manama"
    assert declaration.representative == "سلمى أحمد"


def test_a_word_finds_a_setting_in_either_language(clerk, room):
    def shown():
        return {name for name, editor in room.editors.items() if editor.isVisible()}

    everything = shown()
    words = {"en": ("dark", {"theme"}), "ar": ("داكن", {"theme"})}[clerk.language]
    clerk.type(words[0])
    assert shown() == words[1]
    assert not room.safety.isVisible()
    room.search.clear()
    assert shown() == everything
    clerk.type("PostgreSQL")
    assert room.desks.isVisible()
    assert not shown()
    room.search.clear()
    clerk.type("zzz")
    assert room.nothing.isVisible()


def test_another_country_asks_for_a_new_start(clerk, room):
    profile = room.editors["profile"]
    assert isinstance(profile, QComboBox)
    assert not room.restart_button.isVisible()
    clerk.tab_to(profile)
    clerk.press(Qt.Key.Key_Down)
    profile.activated.emit(profile.currentIndex())
    assert kept(clerk).profile == profile.currentData() != "bh"
    assert room.restart_button.isVisible()
    room.restart_button.click()
    clerk.settle()
    assert clerk.restarts


def test_the_theme_changes_at_once_and_the_room_stays_open(clerk, room, qapp):
    theme = room.editors["theme"]
    theme.setCurrentIndex(theme.findData("dark"))
    theme.activated.emit(theme.currentIndex())
    qapp.processEvents()
    qapp.processEvents()
    assert kept(clerk).theme == "dark"
    again = clerk.program.workplace.rooms.shown()
    assert again is not room
    assert again.name == "settings"
    clerk.program.preferences.choose("theme", "light")
    qapp.processEvents()


def test_everything_is_backed_up_and_restored_from_the_room(clerk, room, tmp_path):
    clerk.program.workspace.store("a", unfinished(), 0, NOON)
    file = tmp_path.parent / f"{tmp_path.name}.zip"
    clerk.answers.save_path = file
    room.safety.make_button.click()
    clerk.settle()
    assert file.exists()
    assert file.name in room.safety.said.text()
    clerk.program.workspace.store("b", unfinished(), 0, NOON)
    clerk.answers.backup_path = file
    room.safety.choose_button.click()
    clerk.settle()
    assert room.safety.replace_button.isVisible()
    assert clerk.focus() is room.safety.replace_button
    clerk.press(Qt.Key.Key_Space, text=" ")
    clerk.settle()
    assert clerk.restarts
    assert {line.id for line in summaries(clerk)} == {"a"}


def summaries(clerk):
    from sad_desktop.brokerage.library import LibraryQuery

    return clerk.program.workspace.summaries(LibraryQuery())


def test_another_file_is_refused_in_the_room(clerk, room, tmp_path):
    (tmp_path / "other.zip").write_bytes(b"no backup")
    clerk.answers.backup_path = tmp_path / "other.zip"
    room.safety.choose_button.click()
    clerk.settle()
    assert "other.zip" in room.safety.said.text()
    assert not room.safety.replace_button.isVisible()


def test_open_declarations_are_closed_first(clerk, room):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.ctrl(Qt.Key.Key_Comma)
    room.safety.choose_button.click()
    assert room.safety.said.text()
    assert not room.safety.replace_button.isVisible()


def test_a_wrong_address_is_told(clerk, room):
    room.desks.address.setFocus()
    clerk.type("mysql://x/y")
    room.desks.try_button.click()
    clerk.settle()
    assert "mysql" in room.desks.said.text()
    assert not room.desks.move_button.isVisible()


@pytest.mark.postgresql
def test_an_office_is_moved_to_a_server_and_the_next_desk_joins_it(
    clerk, room, postgresql_url, tmp_path, qapp
):
    clerk.program.workspace.store("a", unfinished(), 0, NOON)
    room.desks.address.setFocus()
    clerk.type(postgresql_url)
    room.desks.try_button.click()
    clerk.settle()
    assert clerk.focus() is room.desks.move_button
    clerk.press(Qt.Key.Key_Space, text=" ")
    clerk.settle()
    assert kept(clerk).database_url == postgresql_url
    assert clerk.restarts
    second = open_desk(qapp, tmp_path / "second", "en")
    second.open_office()
    second.program._restart = lambda: None
    second.ctrl(Qt.Key.Key_Comma)
    desks = second.program.workplace.rooms.shown().desks
    desks.address.setFocus()
    second.type(postgresql_url)
    desks.try_button.click()
    second.settle()
    assert second.focus() is desks.join_button
    second.press(Qt.Key.Key_Space, text=" ")
    assert kept(second).database_url == postgresql_url
    second.leave()
    third = open_desk(qapp, tmp_path / "second", "en", database_url=postgresql_url)
    assert [line.id for line in summaries(third)] == ["a"]
    third.leave()


def test_where_the_environment_names_the_server_it_is_said(qapp, tmp_path, monkeypatch):
    monkeypatch.setenv("SAD_DESKTOP_DATABASE", "postgresql://nowhere.invalid/office")
    clerk = open_desk(qapp, tmp_path, "en")
    clerk.ctrl(Qt.Key.Key_Comma)
    desks = clerk.program.workplace.rooms.shown().desks
    assert "SAD_DESKTOP_DATABASE" in desks.state.text()
    assert not desks.address.isEnabled()
    clerk.leave()
    shutil.rmtree(tmp_path, ignore_errors=True)
