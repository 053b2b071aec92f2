from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from sad_desktop.forms.keys import KEYS, KeyGroup, holder_of, shortcuts, shown
from sad_desktop.forms.keys_dialog import KeysDialog
from sad_desktop.forms.widgets.sentence import Tone

BY_ID = {key.id: key for key in KEYS}
PROMISED = {
    "Tab": "next_field",
    "Shift+Tab": "previous_field",
    "F1": "explain",
    "F3": "finder",
    "F4": "choices",
    "F5": "recompute",
    "F6": "next_dock",
    "F9": "verify",
    "F12": "assess",
    "Ctrl+G": "go_to_box",
    "Ctrl+L": "library",
    "Ctrl+D": "copy_above",
    "Ctrl+Shift+D": "copy_item",
    "Ctrl+PgDown": "next_item",
    "Ctrl+PgUp": "previous_item",
    "PgDown": "next_page",
    "PgUp": "previous_page",
    "Ctrl+S": "save",
    "Ctrl+P": "print",
    "Ctrl+Shift+P": "preview",
    "Ctrl+O": "load_xml",
    "Ctrl+E": "save_xml",
    "Ctrl+Z": "undo",
    "Ctrl+Y": "redo",
}


@pytest.mark.parametrize(("shortcut", "key_id"), PROMISED.items())
def test_the_promised_keys_do_what_was_promised(shortcut, key_id):
    holder = holder_of(shortcut, {})
    assert holder is not None
    assert holder.id == key_id


def test_no_command_and_no_key_stands_twice():
    assert len(BY_ID) == len(KEYS)
    used = Counter(key.shortcut for key in KEYS if key.shortcut)
    assert [shortcut for shortcut, number in used.items() if number > 1] == []


def test_every_shortcut_is_one_qt_understands():
    for key in KEYS:
        sequence = QKeySequence(key.shortcut)
        assert sequence.count() == bool(key.shortcut), key
        assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == key.shortcut


def test_a_change_holds_but_not_for_a_key_of_the_box_or_an_unknown_command():
    current = shortcuts({"save": "F2", "finder": "F8", "no such": "F7"})
    assert current["save"] == "F2"
    assert current["finder"] == "F3"
    assert "no such" not in current
    assert holder_of("Ctrl+S", {"save": "F2"}) is None
    assert holder_of("", {}) is None


@pytest.fixture
def dialog(qtbot):
    made = KeysDialog({"print": "Ctrl+Alt+P", "of another version": "F2"})
    qtbot.addWidget(made)
    made.show()
    return made


def keys_shown(dialog):
    return {row.text(0): row.text(1) for row in dialog._rows if not row.isHidden()}


def test_every_command_is_listed_with_its_key(dialog):
    listed = keys_shown(dialog)
    assert len(listed) == len(KEYS)
    assert listed["Save"] == shown("Ctrl+S")
    assert listed["Print"] == shown("Ctrl+Alt+P")
    assert dialog.tree.topLevelItemCount() == len(KeyGroup)


def test_a_command_the_window_has_not_is_not_listed(qtbot):
    dialog = KeysDialog({}, present={"save"})
    qtbot.addWidget(dialog)
    listed = {row.text(0) for row in dialog._rows}
    assert "Save" in listed
    assert "Find a code for the box" in listed
    assert "Assess" not in listed


def test_typing_a_key_changes_it_and_tells(qtbot, dialog):
    dialog.select("save")
    with qtbot.waitSignal(dialog.changed) as changed:
        qtbot.keyClick(dialog.edit, Qt.Key.Key_F2)
    assert changed.args == [{"print": "Ctrl+Alt+P", "save": "F2"}]
    assert keys_shown(dialog)["Save"] == "F2"


def test_a_key_that_is_taken_is_refused_with_its_meaning(qtbot, dialog):
    told = []
    dialog.changed.connect(told.append)
    dialog.select("save")
    qtbot.keyClick(dialog.edit, Qt.Key.Key_F5)
    assert dialog.said.text() == f"{shown('F5')} already means “Compute again”."
    assert dialog.said.tone() is Tone.WRONG
    assert dialog.edit.keySequence() == QKeySequence("Ctrl+S")
    assert not told


def test_the_default_comes_back_for_one_command_and_for_all(qtbot, dialog):
    dialog.select("print")
    with qtbot.waitSignal(dialog.changed) as changed:
        dialog.reset_button.click()
    assert changed.args == [{}]
    assert dialog.edit.keySequence() == QKeySequence("Ctrl+P")
    dialog.set_shortcut("save", "F2")
    dialog._on_reset_all()
    assert dialog.changes() == {}
    assert keys_shown(dialog)["Save"] == shown("Ctrl+S")


def test_a_key_can_be_taken_away_from_a_command(qtbot, dialog):
    dialog.select("save")
    with qtbot.waitSignal(dialog.changed) as changed:
        dialog.none_button.click()
    assert changed.args == [{"print": "Ctrl+Alt+P", "save": ""}]
    assert keys_shown(dialog)["Save"] == ""


def test_leaving_the_key_line_unchanged_tells_nothing(qtbot, dialog):
    told = []
    dialog.changed.connect(told.append)
    dialog.select("save")
    qtbot.keyClick(dialog.edit, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not told


def test_a_key_of_the_box_cannot_be_changed(dialog):
    dialog.select("finder")
    assert not dialog.edit.isEnabled()
    assert "stays as it is" in dialog.said.text()


def test_the_search_finds_commands_and_keys(qtbot, dialog):
    qtbot.keyClicks(dialog.search, "ctrl+g")
    assert list(keys_shown(dialog)) == ["Go to a box"]
    assert dialog.current().id == "go_to_box"
    hidden = [headline.isHidden() for headline in dialog._headlines]
    assert hidden.count(False) == 1


def test_every_command_is_named_in_arabic(qtbot, speak):
    from sad_desktop.forms.language import Language

    speak(Language.ARABIC)
    dialog = KeysDialog({})
    qtbot.addWidget(dialog)
    dialog.show()
    untranslated = [key.text for key in KEYS if key.title() == key.text]
    assert untranslated == []
