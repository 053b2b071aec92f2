"""What is closed is gone: an office opens and closes declarations all day long."""

import gc
import weakref

import pytest
from PySide6.QtWidgets import QApplication

from sad_desktop.forms.rooms import ROOMS
from tests.gui.desk import let_die, open_desk

ROUNDS = 3


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office")
    clerk.open_office()
    yield clerk
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def run(clerk, *names):
    for name in names:
        clerk.window.actions_by_key[name].trigger()
        clerk.settle()


def look_round(clerk):
    """Open a declaration, look at both its sheets and each part of the window, and close it."""
    run(clerk, "new", "add_items", "next_page", "previous_page", "next_page")
    run(clerk, *["next_dock"] * 4)
    gone = [weakref.ref(one) for one in (clerk.document, clerk.tab, clerk.tab.sheet.page)]
    clerk.program.workplace.abandon_changes()
    run(clerk, "close")
    let_die(QApplication.instance())
    gc.collect()
    return gone


def test_closed_declarations_leave_neither_widgets_nor_documents(clerk):
    look_round(clerk)
    before = len(QApplication.allWidgets())
    gone = [one for _ in range(ROUNDS) for one in look_round(clerk)]
    assert len(QApplication.allWidgets()) == before
    assert [type(one()) for one in gone if one() is not None] == []


def test_a_sheet_put_away_stays_with_its_declaration(clerk):
    run(clerk, "new", "add_items", "next_page")
    continuation = clerk.tab.sheet.page
    run(clerk, "previous_page")
    main = clerk.tab.sheet.page
    assert main is not continuation
    assert clerk.tab.isAncestorOf(continuation)
    assert (main.isVisible(), continuation.isVisible()) == (True, False)


def a_day_at_the_desk(qapp, folder):
    """Open a program, look at everything in it, key something, and end it unsaved."""
    clerk = open_desk(qapp, folder)
    clerk.open_office()
    for name in ROOMS:
        run(clerk, name)
    run(clerk, "new")
    clerk.go_to("18")
    clerk.type("GULF ST")
    for part in ("valuation", "documents", "further", "comparison", "details", "preview"):
        clerk.tab.show_part(part)
        clerk.settle()
    program = clerk.program
    parts = (program, program.window, program.workplace, program.opened, program.reception)
    services = (program.workspace, program.companies, program.lists, program.journal)
    shown = (clerk.document, clerk.tab, clerk.tab.sheet.page, *program.workplace.rooms.opened())
    gone = [weakref.ref(one) for one in (*parts, *services, *shown)]
    clerk.leave()
    return gone


def test_a_closed_program_leaves_nothing_behind(qapp, tmp_path):
    widgets = QApplication.allWidgets()
    gone = a_day_at_the_desk(qapp, tmp_path)
    gc.collect()
    assert [type(one()) for one in gone if one() is not None] == []
    assert [type(one) for one in QApplication.allWidgets() if one not in widgets] == []
    assert [type(one) for one in qapp.children() if type(one).__module__.startswith("sad_")] == []
