"""A room has the place of the parts that speak of a declaration."""

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.draft import Place
from tests.gui.desk import Clerk


@pytest.fixture
def clerk(clerk: Clerk) -> Clerk:
    clerk.open_office()
    clerk.ctrl(Qt.Key.Key_N)
    return clerk


def shown(clerk):
    return [dock.objectName() for dock in clerk.window.docks if dock.isVisible()]


def test_a_room_has_the_place_of_the_findings_until_it_is_left(clerk):
    clerk.window.run("companies")
    assert shown(clerk) == ["library"]
    clerk.window.run("manifests")
    assert shown(clerk) == ["library"]
    clerk.ctrl(Qt.Key.Key_Tab)
    assert shown(clerk) == ["library", "assessment", "findings"]


def test_what_the_clerk_closed_stays_closed_after_a_room(clerk):
    clerk.window.findings_dock.close()
    clerk.window.run("companies")
    clerk.ctrl(Qt.Key.Key_Tab)
    assert shown(clerk) == ["library", "assessment"]


def test_without_a_declaration_nothing_is_said_to_be_right(clerk):
    findings = clerk.program.workplace.findings
    assert findings.full.text()
    clerk.program.workplace.abandon_changes()
    clerk.ctrl(Qt.Key.Key_W)
    assert clerk.program.workplace.current_tab() is None
    assert findings.full.text() == ""
    assert clerk.program.workplace.status.hint.text() == ""


def test_a_box_of_another_declaration_says_nothing(clerk):
    """A tab that is being closed may get the cursor once more."""
    clerk.window.run("add_items")
    first = clerk.tab
    clerk.ctrl(Qt.Key.Key_N)
    before = clerk.program.workplace.status.hint.text()
    first.entered.emit(Place("commodity_code", item=2))  # the one shown has no second item
    assert clerk.program.workplace.status.hint.text() == before
