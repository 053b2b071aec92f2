"""A clerk leads a declaration through its life by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.status import Status
from sad_desktop.forms.language import Language
from sad_desktop.forms.life_commands import COMMANDS
from tests.gui.desk import open_desk
from tests.stored_drafts import put_as_it_is


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office")
    clerk.open_office()
    yield clerk
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def open_at(clerk, status, **changes):
    """Open a declaration that stands at a status."""
    draft = clerk.program.desk().new_draft()
    facts = {"reference_number": "T12129", "office_code": "BHKBS", **changes}
    draft = replace(draft, status=status, declaration=replace(draft.declaration, **facts))
    put_as_it_is(clerk.program.workspace.database(), "a", draft)
    clerk.program.opened.open_stored("a")
    clerk.settle()


def may(clerk):
    return {name for name in COMMANDS if clerk.window.actions_by_key[name].isEnabled()}


def run(clerk, name):
    clerk.window.actions_by_key[name].trigger()
    clerk.settle()


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.STORED, {"register"}),
        (Status.REGISTERED, {"assess", "amend", "cancel"}),
        (Status.ASSESSED, {"pay", "release", "amend", "cancel"}),
        (Status.PAID, {"release", "amend", "cancel"}),
        (Status.RELEASED, {"amend"}),
        (Status.AMENDED, {"register", "restore", "cancel"}),
        (Status.CANCELLED, set()),
    ],
)
def test_each_status_has_its_commands_and_the_others_say_why(clerk, status, expected):
    open_at(clerk, status)
    assert may(clerk) == expected
    for name in set(COMMANDS) - expected:
        action = clerk.window.actions_by_key[name]
        assert action.toolTip().removeprefix(action.text()).strip(" ()")


def test_a_declaration_with_errors_is_not_registered_and_the_findings_are_shown(clerk):
    open_at(clerk, Status.STORED)
    clerk.press(Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    assert "verification finds" in clerk.answers.told[-1]
    assert clerk.document.draft.status is Status.STORED
    assert clerk.program.workspace.load("a").draft.status is Status.STORED
    assert clerk.window.findings_dock.isVisible()


def test_paying_amending_and_giving_up_by_keys(clerk):
    open_at(clerk, Status.ASSESSED)
    run(clerk, "pay")
    clerk.type("4711")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.document.draft.status is Status.PAID
    assert clerk.document.draft.declaration.receipt_number == "4711"
    run(clerk, "amend")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.dialog().fault.isVisible()
    clerk.type("wrong weight")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.document.is_editable
    clerk.go_to("18")
    clerk.key_in("GULF")
    run(clerk, "restore")
    assert clerk.document.draft.status is Status.PAID
    assert not clerk.document.undo_stack.canUndo()
    stored = clerk.program.workspace.load("a").draft
    assert (stored.status, stored) == (Status.PAID, clerk.document.draft)


def test_escape_takes_no_step(clerk):
    open_at(clerk, Status.ASSESSED)
    run(clerk, "cancel")
    clerk.press(Qt.Key.Key_Escape)
    clerk.settle()
    assert clerk.program.workspace.load("a").draft.status is Status.ASSESSED


def test_what_another_desk_did_meanwhile_is_told(clerk):
    open_at(clerk, Status.ASSESSED)
    draft = replace(clerk.document.draft, status=Status.PAID)
    put_as_it_is(clerk.program.workspace.database(), "a", draft, base_version=1)
    run(clerk, "release")
    assert clerk.dialog().isVisible()
    clerk.press(Qt.Key.Key_Escape)
    assert clerk.program.workspace.load("a").draft.status is Status.PAID


@pytest.mark.parametrize("language", list(Language))
def test_the_questions_read_in_both_languages(qapp, tmp_path, language):
    clerk = open_desk(qapp, tmp_path / "office", str(language))
    clerk.open_office()
    open_at(clerk, Status.REGISTERED)
    run(clerk, "assess")
    dialog = clerk.dialog()
    assert dialog.number.hasFocus()
    assert dialog.windowTitle() == clerk.window.actions_by_key["assess"].text().replace("&", "")
    clerk.press(Qt.Key.Key_Escape)
    clerk.leave()
