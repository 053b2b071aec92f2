"""Two desks work on one declaration: the second save shows the first, and overwrites nothing."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from sad_desktop.brokerage.library import LibraryQuery, Stored
from sad_desktop.declaration.draft import Place
from sad_desktop.forms.conflict import ConflictDialog, Way
from sad_desktop.paths import Paths
from sad_desktop.services.workspace import Workspace
from tests.gui.desk import Clerk, open_desk

pytest_plugins = ["tests.postgresql_server"]


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of the database both desks work on."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'office.sqlite3'}"
    return request.getfixturevalue("postgresql_url")


@pytest.fixture
def office(database: str, tmp_path: Path) -> Iterator[Workspace]:
    """Somebody who only looks at what is stored."""
    workspace = Workspace(Paths(tmp_path / "office"), user="office", database_url=database)
    yield workspace
    workspace.close()


def a_desk(qapp: QApplication, folder: Path, database: str, language: str) -> Clerk:
    clerk = open_desk(qapp, folder, language, user_name=folder.name, database_url=database)
    clerk.open_office()
    return clerk


@pytest.fixture
def huda(qapp: QApplication, tmp_path: Path, database: str, language) -> Iterator[Clerk]:
    clerk = a_desk(qapp, tmp_path / "huda", database, str(language))
    yield clerk
    clerk.leave()


@pytest.fixture
def ali(qapp: QApplication, tmp_path: Path, database: str, language) -> Iterator[Clerk]:
    clerk = a_desk(qapp, tmp_path / "ali", database, str(language))
    yield clerk
    clerk.leave()


def key(clerk: Clerk, box: str, text: str) -> None:
    clerk.go_to(box)
    clerk.ctrl(Qt.Key.Key_A)
    clerk.key_in(text)


@pytest.fixture
def conflict(huda: Clerk, ali: Clerk) -> ConflictDialog:
    """Huda and Ali opened the same declaration; Ali saved first, Huda saves now."""
    huda.take_over()
    huda.ctrl(Qt.Key.Key_N)
    key(huda, "22.2", "1000")
    key(huda, "18", "GULF STAR 7")
    huda.ctrl(Qt.Key.Key_S)
    ali.take_over()
    ali.program.workplace.library.refresh()
    ali.ctrl(Qt.Key.Key_L)
    ali.press(Qt.Key.Key_Down)
    ali.press(Qt.Key.Key_Return)
    key(ali, "22.2", "2000")
    ali.ctrl(Qt.Key.Key_S)
    assert ali.document.version == 2
    huda.take_over()
    key(huda, "22.2", "3000")
    key(huda, "18", "AL WAHA")
    huda.ctrl(Qt.Key.Key_S)
    dialog = huda.dialog()
    assert isinstance(dialog, ConflictDialog)
    return dialog


def theirs(office: Workspace, huda: Clerk, ali: Clerk) -> Stored:
    """What is stored under the declaration both opened."""
    stored = office.load(ali.document.document_id)
    assert stored.version == 2
    assert stored.stored_by == "ali"
    assert stored.draft.declaration.invoice_amount == Decimal(2000)
    assert stored.draft.declaration.arrival_identity == "GULF STAR 7"
    assert huda.answers.told == []
    return stored


def choose(clerk: Clerk, dialog: ConflictDialog, way: Way) -> None:
    clerk.tab_to(dialog.ways[way])
    clerk.press(Qt.Key.Key_Space, text=" ")


def test_the_second_save_shows_who_stored_when_and_which_fields_differ(huda, ali, conflict, office):
    stored = theirs(office, huda, ali)
    said = " ".join(label.text() for label in conflict.findChildren(QLabel))
    assert "ali" in said
    assert stored.stored_at.astimezone().strftime("%H:%M") in said
    table = conflict.table
    rows = [
        [table.item(row, column).text() for column in (0, 3, 4)] for row in range(table.rowCount())
    ]
    assert ["22.2", "2,000.00", "3,000.00"] in rows
    assert ["18", "GULF STAR 7", "AL WAHA"] in rows
    huda.press(Qt.Key.Key_Escape)
    assert not huda.document.undo_stack.isClean()
    assert huda.document.version == 1


def test_enter_keeps_mine_as_a_copy_beside_theirs(huda, ali, conflict, office):
    assert conflict.ways[Way.COPY].isDefault()
    huda.press(Qt.Key.Key_Return)
    theirs(office, huda, ali)
    assert office.count(LibraryQuery()) == 2
    copy = office.load(huda.document.document_id)
    assert copy.draft.declaration.invoice_amount == Decimal(3000)
    assert huda.document.undo_stack.isClean()
    key(huda, "22.2", "4000")
    huda.ctrl(Qt.Key.Key_S)
    assert office.load(huda.document.document_id).version == 2
    theirs(office, huda, ali)


def test_opening_theirs_is_undone_and_saving_mine_after_that_is_a_conflict_again(
    huda, ali, conflict, office
):
    choose(huda, conflict, Way.THEIRS)
    amount, document = Place("invoice_amount"), huda.document
    assert document.text_of(amount) == "2,000.00"
    assert document.undo_stack.isClean()
    huda.ctrl(Qt.Key.Key_Z)
    assert document.text_of(amount) == "3,000.00"
    assert not document.undo_stack.isClean()
    huda.ctrl(Qt.Key.Key_S)
    assert isinstance(huda.dialog(), ConflictDialog)
    theirs(office, huda, ali)
    huda.press(Qt.Key.Key_Escape)
    huda.ctrl(Qt.Key.Key_Y)
    key(huda, "18", "AL WAHA")
    huda.ctrl(Qt.Key.Key_S)
    assert QApplication.activeModalWidget() is None
    stored = office.load(document.document_id)
    assert (stored.version, stored.stored_by) == (3, "huda")
    assert stored.draft.declaration.invoice_amount == Decimal(2000)


def test_comparing_opens_theirs_in_a_tab_of_its_own_and_stores_nothing(huda, ali, conflict, office):
    choose(huda, conflict, Way.COMPARE)
    tabs = huda.program.workplace.tabs
    assert tabs.count() == 2
    assert tabs.tabText(0) != tabs.tabText(1)
    assert huda.document.text_of(Place("invoice_amount")) == "2,000.00"
    huda.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert huda.document.text_of(Place("invoice_amount")) == "3,000.00"
    assert not huda.document.undo_stack.isClean()
    theirs(office, huda, ali)
    assert office.count(LibraryQuery()) == 1
