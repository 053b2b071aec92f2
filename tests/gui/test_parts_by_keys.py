"""Every part is entered by keys; a closed box lets the cursor go on from where it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.document_tab import CONTAINERS, FURTHER, SHEET, VALUATION
from tests.gui.desk import Clerk


@pytest.fixture
def clerk(clerk: Clerk) -> Clerk:
    clerk.ctrl(Qt.Key.Key_N)
    return clerk


def test_the_cursor_goes_into_the_first_box_of_a_part_and_tab_stays_in_it(clerk):
    for part, first in ((VALUATION, "invoice_amount"), (FURTHER, "manifest_day")):
        shown = clerk.tab.show_part(part)
        clerk.tab.start()
        assert clerk.focus().place() == Place(first)
        for _ in range(3):
            clerk.press(Qt.Key.Key_Tab)
            assert shown.isAncestorOf(clerk.focus())
            assert not isinstance(clerk.focus(), QScrollArea)


def test_a_key_turns_to_each_part_that_is_shown_and_back(clerk):
    visited = []
    for _ in range(20):
        clerk.press(Qt.Key.Key_F7)
        visited.append(clerk.tab.current())
        if visited[-1] == SHEET:
            break
        shown = clerk.tab.show_part(visited[-1])
        assert shown.isAncestorOf(clerk.focus()) or clerk.focus() is shown, visited[-1]
    assert visited[0] == VALUATION
    assert visited[-1] == SHEET
    assert CONTAINERS not in visited  # until box 19 is ticked
    assert len(set(visited)) == len(visited) > 4
    clerk.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert clerk.tab.current() == visited[-2]


def test_tab_goes_on_from_a_closed_box_to_the_next_one_of_the_form(clerk):
    clerk.go_to("2")
    assert clerk.focus().place() == Place("exporter_code")  # customs know no foreign exporter
    clerk.type("x")
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.focus().place() == Place("exporter_name")
    clerk.go_to("2")
    clerk.press(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert clerk.focus().place() == Place("manifest")
    assert not clerk.document.draft.declaration.exporter_code
