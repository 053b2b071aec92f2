"""A clerk registers by keys: the warnings that wait stand in the question itself."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.status import Status
from tests.clean_declaration import DAY, clean
from tests.gui.desk import open_desk
from tests.stored_drafts import put_as_it_is


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office", user_name="Salma")
    clerk.program._on = DAY
    clerk.open_office()
    yield clerk
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def open_given(clerk, given, status=Status.STORED):
    clerk.program.list_refresh.stop()  # the lists of the office would come in its place
    clerk.program._book = given.book
    draft = replace(given.draft, status=status)
    put_as_it_is(clerk.program.workspace.database(), "a", draft)
    clerk.program.opened.open_stored("a")
    clerk.settle()


def adjusted(clerk, status=Status.STORED):
    """Open a declaration whose only warnings are two adjustments."""
    given = clean().item(2, adjustment=Decimal("1.1")).item(3, adjustment=Decimal("1.2"))
    number = {"registration_serial": "C", "registration_number": "7", "registration_day": DAY}
    open_given(clerk, given.header(**number) if status is Status.AMENDED else given, status)


def register(clerk):
    clerk.press(Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()


def test_space_acknowledges_each_warning_and_enter_registers(clerk):
    adjusted(clerk)
    register(clerk)
    dialog = clerk.dialog()
    assert dialog.warnings.view.hasFocus()
    count = dialog.warnings.model.rowCount()
    assert count == 2
    clerk.press(Qt.Key.Key_Return)
    assert dialog.fault.isVisible()
    assert clerk.document.draft.status is Status.STORED
    for _ in range(count):
        clerk.press(Qt.Key.Key_Space)
        clerk.settle()
    assert dialog.number.hasFocus()
    assert not dialog.fault.isVisible()
    clerk.type("4711")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.document.draft.status is Status.REGISTERED
    assert clerk.document.draft.declaration.registration_number == "4711"


def test_without_warnings_only_the_number_is_asked(clerk):
    open_given(clerk, clean())
    register(clerk)
    assert clerk.dialog().number.hasFocus()
    assert not clerk.dialog().warnings.isVisible()
    clerk.press(Qt.Key.Key_Escape)


def test_a_double_click_on_a_warning_goes_to_its_box(clerk):
    adjusted(clerk)
    register(clerk)
    warnings = clerk.dialog().warnings
    place = warnings.current().place
    warnings.view.doubleClicked.emit(warnings.view.currentIndex())
    clerk.settle()
    clerk.take_over()
    assert clerk.focus().place() == place


def test_an_amended_declaration_keeps_its_number_and_its_warnings_are_asked(clerk):
    adjusted(clerk, Status.AMENDED)
    register(clerk)
    dialog = clerk.dialog()
    assert dialog.number.text() == "7"
    assert dialog.number.isReadOnly()
    for _ in range(2):
        clerk.press(Qt.Key.Key_Space)
        clerk.settle()
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.document.draft.status is Status.REGISTERED
