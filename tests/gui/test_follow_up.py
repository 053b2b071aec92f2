"""A clerk takes goods out of a warehouse by keys: balances shown, the follow-up opened filled."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.status import Status
from tests.gui.desk import open_desk
from tests.stored_drafts import put_as_it_is
from tests.unit.test_services_follow_up import ITEMS, entered


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office")
    clerk.open_office()
    entered(clerk.program.workspace, clerk.program.desk(), ITEMS)
    clerk.program.opened.open_stored("entry")
    clerk.settle()
    yield clerk
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def ask(clerk):
    clerk.window.actions_by_key["follow_up"].trigger()
    clerk.settle()
    return clerk.dialog()


def key_cell(clerk, text):
    """Type into the current cell and leave it with Enter."""
    clerk.type(text)
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()


def row(dialog, number):
    return [dialog.model.index(number, column).data() for column in range(2, 8)]


def test_home_use_out_of_the_warehouse_by_keys(clerk):
    dialog = ask(clerk)
    assert dialog.procedure.hasFocus()
    clerk.press(Qt.Key.Key_Down)
    assert dialog.chosen().code == "4071"
    assert row(dialog, 0) == ["120", "600.5", "240", "", "", ""]
    clerk.tab_to(dialog.table)
    key_cell(clerk, "400")
    assert row(dialog, 0)[3:] == ["400", "2,001.667", "800"]
    dialog.take.click()
    assert "has 120 left, and 400 are to leave" in dialog.fault.text()
    dialog.table.setCurrentIndex(dialog.model.index(0, 5))
    key_cell(clerk, "x")
    assert "not a number" in dialog.fault.text()
    dialog.table.setCurrentIndex(dialog.model.index(0, 5))
    key_cell(clerk, "40")
    dialog.take.click()
    clerk.settle()
    draft = clerk.document.draft
    (item,) = draft.declaration.items
    assert (draft.status, clerk.document.version) == (Status.DRAFT, 0)
    assert (item.procedure, item.package_count) == ("4071", Decimal(40))
    assert item.previous_declarations[0].packages_written_off == 40
    assert clerk.document.title() == "4071 of 2026 W00001"


def test_everything_left_is_taken_with_one_button_and_escape_begins_nothing(clerk):
    dialog = ask(clerk)
    dialog.all_button.click()
    assert [portion.amount for portion in dialog.model.portions()] == [
        one.left for one in dialog.model._holdings
    ]
    clerk.press(Qt.Key.Key_Escape)
    clerk.settle()
    assert clerk.document.document_id == "entry"


def test_what_holds_no_goods_says_so_and_what_is_not_assessed_is_closed(clerk):
    database = clerk.program.workspace.database()
    draft = replace(clerk.document.draft, status=Status.ASSESSED)
    other = replace(draft.declaration, registration_number="9")
    put_as_it_is(database, "none", replace(draft, declaration=other))
    clerk.program.opened.open_stored("none")
    clerk.settle()
    clerk.window.actions_by_key["follow_up"].trigger()
    clerk.settle()
    assert "No goods of this declaration are left" in clerk.answers.told[-1]
    clerk.program.opened.new()
    clerk.settle()
    action = clerk.window.actions_by_key["follow_up"]
    assert not action.isEnabled()
    assert "assessed declaration" in action.toolTip()
