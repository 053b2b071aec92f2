"""The window around the declarations: commands, docks, tabs, files, zoom, looks and languages."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.status import Status
from sad_desktop.forms.commands_bar import MENUS, WITHOUT_DECLARATION
from sad_desktop.forms.document_tab import SHEET, VALUATION
from sad_desktop.settings import ThemeChoice
from tests.gui.desk import Clerk, open_desk
from tests.stored_drafts import put_as_it_is

SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"
SEVEN_ITEMS = SAMPLES / "im4-seven-items.xml"
CTRL = Qt.KeyboardModifier.ControlModifier

OF_SIGNING_IN = {"change_password", "lock_desk"}


def closed(clerk: Clerk) -> set[str]:
    actions = clerk.window.actions_by_key
    return {name for name, action in actions.items() if not action.isEnabled()}


def reason(clerk: Clerk, name: str) -> str:
    """What the tooltip says beside the command's name."""
    action: QAction = clerk.window.actions_by_key[name]
    return action.toolTip().removeprefix(action.text()).strip(" ()")


def load(clerk: Clerk, path: Path) -> None:
    clerk.answers.open_paths = [path]
    clerk.ctrl(Qt.Key.Key_O)


def open_assessed(clerk: Clerk) -> None:
    """Open a declaration customs has assessed meanwhile."""
    load(clerk, SEVEN_ITEMS)
    clerk.ctrl(Qt.Key.Key_S)
    document = clerk.document
    identity, draft = document.document_id, replace(document.draft, status=Status.ASSESSED)
    database = clerk.program.workspace.database()
    put_as_it_is(database, identity, draft, base_version=document.version)
    clerk.ctrl(Qt.Key.Key_W)
    clerk.program.workplace.library.refresh()
    clerk.ctrl(Qt.Key.Key_L)
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)


def test_every_command_of_the_menus_runs_something(clerk):
    names = {name for _title, menu in MENUS for name in menu if name != "-"}
    actions = clerk.window.actions_by_key
    assert names >= set(actions)
    assert {name for name in actions if name != "quit"} <= clerk.program.workplace.names()


def test_without_a_declaration_only_what_needs_none_can_be_used_and_the_rest_says_why(clerk):
    actions = clerk.window.actions_by_key
    assert closed(clerk) == (set(actions) - WITHOUT_DECLARATION) | OF_SIGNING_IN
    reasons = {reason(clerk, name) for name in closed(clerk) - OF_SIGNING_IN}
    assert len(reasons) == 1
    assert (reasons == {"Open a declaration first."}) is (clerk.language == "en")


def test_a_new_declaration_has_nothing_to_undo_and_one_item_to_delete(clerk):
    clerk.ctrl(Qt.Key.Key_N)
    assert {"undo", "redo", "delete_item_2", "delete_item_3", "next_declaration"} <= closed(clerk)
    assert not {"save", "delete_item_1", "add_items", "print", "close"} & closed(clerk)
    assert all(reason(clerk, name) for name in closed(clerk))
    clerk.go_to("18")
    clerk.key_in("GULF")
    assert "undo" not in closed(clerk)
    clerk.ctrl(Qt.Key.Key_Z)
    assert "undo" in closed(clerk)
    assert "redo" not in closed(clerk)
    clerk.window.actions_by_key["add_items"].trigger()
    assert not {"delete_item_2", "delete_item_3"} & closed(clerk)


def test_an_open_command_tells_its_key_in_its_tooltip(clerk):
    clerk.ctrl(Qt.Key.Key_N)
    assert reason(clerk, "save") == "Ctrl+S"


def test_an_assessed_declaration_cannot_be_changed_and_the_commands_say_so(clerk):
    open_assessed(clerk)
    changing = {"add_items", "delete_item_1", "delete_page_items", "copy_above", "copy_item"}
    assert not clerk.document.is_editable
    assert changing <= closed(clerk)
    assert len({reason(clerk, name) for name in changing}) == 1
    before = clerk.document.draft
    clerk.ctrl(Qt.Key.Key_D)
    clerk.type("X")
    clerk.press(Qt.Key.Key_Tab)
    assert clerk.document.draft == before


def test_commands_of_the_sheet_wait_until_it_is_shown(clerk):
    load(clerk, SEVEN_ITEMS)
    items = len(clerk.document.draft.declaration.items)
    clerk.tab.show_part(VALUATION)
    clerk.tab.start()
    assert {"delete_page_items", "copy_above", "zoom_in", "next_page"} <= closed(clerk)
    clerk.ctrl(Qt.Key.Key_D)
    assert len(clerk.document.draft.declaration.items) == items
    clerk.tab.show_part(SHEET)
    assert not {"delete_page_items", "copy_above", "zoom_in"} & closed(clerk)


def part_with_focus(clerk: Clerk) -> str:
    window = clerk.window
    parts = {dock.objectName(): dock for dock in window.docks} | {"centre": window.centre}
    focus = clerk.focus()
    return next(name for name, part in parts.items() if part.isAncestorOf(focus))


@pytest.mark.parametrize("part", [SHEET, VALUATION])
def test_f6_goes_round_the_parts_of_the_window_and_shift_f6_back(clerk, part):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.tab.show_part(part)
    clerk.tab.start()
    seen = [part_with_focus(clerk)]
    for _ in range(4):
        clerk.press(Qt.Key.Key_F6)
        seen.append(part_with_focus(clerk))
    assert seen == ["centre", "assessment", "findings", "library", "centre"]
    clerk.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert part_with_focus(clerk) == "library"


def test_f6_passes_over_a_part_that_is_closed(clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.window.findings_dock.close()
    seen = []
    for _ in range(3):
        clerk.press(Qt.Key.Key_F6)
        seen.append(part_with_focus(clerk))
    assert seen == ["assessment", "library", "centre"]


def test_ctrl_tab_goes_round_the_open_declarations(clerk):
    for reference in ("T1", "T2", "T3"):
        clerk.ctrl(Qt.Key.Key_N)
        clerk.go_to("7.2")
        clerk.key_in(reference)

    def shown() -> str:
        return clerk.document.draft.declaration.reference_number

    assert shown() == "T3"
    clerk.ctrl(Qt.Key.Key_Tab)
    assert shown() == "T1"
    clerk.ctrl(Qt.Key.Key_Tab)
    assert shown() == "T2"
    clerk.press(Qt.Key.Key_Tab, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert shown() == "T1"


@pytest.mark.parametrize("answer", ["save", "discard", "stay"])
def test_closing_a_changed_declaration_asks_and_does_what_is_answered(clerk, answer):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("18")
    clerk.type("GULF")
    identity = clerk.document.document_id
    clerk.answers.leave = answer
    clerk.ctrl(Qt.Key.Key_W)
    assert (clerk.window.current_tab() is None) is (answer != "stay")
    stored = sum(clerk.program.workspace.counts().values())
    assert stored == (answer == "save")
    if answer == "save":
        draft = clerk.program.workspace.load(identity).draft
        assert draft.declaration.arrival_identity == "GULF"


def test_staying_with_one_declaration_keeps_the_window_and_all_of_them(clerk):
    for _ in range(2):
        clerk.ctrl(Qt.Key.Key_N)
        clerk.go_to("18")
        clerk.key_in("GULF")
    clerk.answers.leave = "stay"
    clerk.ctrl(Qt.Key.Key_Q)
    assert clerk.window.isVisible()
    assert clerk.program.workplace.tabs.count() == 2


def test_a_declaration_without_changes_closes_unasked(clerk):
    load(clerk, SEVEN_ITEMS)
    clerk.answers.leave = "stay"
    clerk.ctrl(Qt.Key.Key_W)
    assert clerk.window.current_tab() is None


def drop(target: QWidget, *paths: Path) -> None:
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(5, 5), action, files, left, none))
    QApplication.sendEvent(target, QDropEvent(QPointF(5, 5), action, files, left, none))


def test_files_dropped_on_the_window_open_and_a_box_takes_none(clerk):
    clerk.ctrl(Qt.Key.Key_N)
    editor = clerk.focus()
    boxes = [editor, clerk.tab.sheet.page.editor_of(Place("exporter_name"))]
    assert not any(box.acceptDrops() for box in boxes)
    assert not boxes[1].viewport().acceptDrops()
    drop(editor, SEVEN_ITEMS)
    assert clerk.program.workplace.tabs.count() == 2
    assert len(clerk.document.draft.declaration.items) == 7


def test_a_bad_file_is_one_sentence_and_the_open_draft_stays(clerk, tmp_path):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("18")
    clerk.type("GULF")
    document, draft = clerk.document, clerk.document.draft
    bad = tmp_path / "bad.xml"
    bad.write_bytes(b"<?xml version='1.0'?><SAD><cut")
    drop(clerk.window, bad)
    (sentence,) = clerk.answers.told
    assert "bad.xml" in sentence
    assert clerk.document is document
    assert document.draft == draft
    assert clerk.focus().text() == "GULF"


def wheel(clerk: Clerk, target: QWidget, turn: int) -> None:
    """Turn the wheel with Ctrl held, the mouse over a widget."""
    at = QPointF(target.mapTo(clerk.window, QPoint(5, 5)))
    handle = clerk.window.windowHandle()
    QTest.wheelEvent(handle, at, QPoint(0, 120 * turn), QPoint(), CTRL)
    QApplication.processEvents()


def test_the_sheet_zooms_from_75_to_200_per_cent_by_keys(clerk):
    clerk.ctrl(Qt.Key.Key_N)
    sheet = clerk.tab.sheet
    for _ in range(12):
        clerk.ctrl(Qt.Key.Key_Plus)
    assert sheet.zoom == 2.0
    for _ in range(20):
        clerk.ctrl(Qt.Key.Key_Minus)
    assert sheet.zoom == 0.75
    assert clerk.program.preferences.settings.zoom == 75


@pytest.mark.parametrize("box", ["22", "2.2", "31.2"])
def test_ctrl_and_the_wheel_zoom_wherever_the_mouse_is_and_typing_goes_on(clerk, box):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to(box)
    clerk.type("AB")
    editor = clerk.focus()
    before, size = clerk.tab.sheet.zoom, editor.width()
    wheel(clerk, editor, 1)
    assert clerk.tab.sheet.zoom > before
    assert editor.width() > size
    assert clerk.focus() is editor
    clerk.type("C")
    assert editor.typed() == "ABC"


@pytest.mark.parametrize("setting", ["language", "theme", "sheet_edition"])
def test_another_look_keeps_the_draft_what_was_typed_and_where_the_clerk_stood(
    clerk, qtbot, setting
):
    load(clerk, SEVEN_ITEMS)
    clerk.ctrl(Qt.Key.Key_N)
    clerk.window.actions_by_key["add_items"].trigger()
    clerk.go_to("31.2")
    place = clerk.focus().place()
    clerk.type("half a wo")
    document, former = clerk.document, clerk.window
    choices = {
        "language": "en" if clerk.language == "ar" else "ar",
        "theme": ThemeChoice.DARK,
        "sheet_edition": "both",
    }
    clerk.program.preferences.choose(setting, choices[setting])
    qtbot.waitUntil(lambda: clerk.window is not former)
    clerk.take_over()
    assert clerk.document is document
    assert clerk.program.workplace.tabs.count() == 2
    assert document.text_of(place) == "half a wo"
    assert clerk.tab.sheet.number == 1
    assert clerk.focus().place() == place
    if setting == "theme":
        clerk.program.preferences.choose("theme", ThemeChoice.LIGHT)
        qtbot.waitUntil(lambda: clerk.window.isVisible())


def test_a_window_that_is_left_leaves_no_widget_behind(qapp, tmp_path, language, qtbot):
    def alive() -> int:
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
        return len(QApplication.allWidgets())

    alive()
    for round_number in range(3):
        clerk = open_desk(qapp, tmp_path, str(language))
        load(clerk, SEVEN_ITEMS)
        clerk.tab.show_part(VALUATION)
        former = clerk.window
        clerk.program.preferences.choose("sheet_edition", "both")
        qtbot.waitUntil(lambda clerk=clerk, former=former: clerk.window is not former)
        clerk.leave()
        del former, clerk
        if not round_number:
            first = alive()
    assert alive() <= first


def test_everything_that_takes_the_keyboard_has_a_name_for_a_screen_reader(clerk):
    load(clerk, SEVEN_ITEMS)
    nameless = [
        widget
        for widget in clerk.window.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not isinstance(widget, QMenu)
        and not widget.accessibleName()
        and not str(getattr(widget, "text", str)())
    ]
    assert not [(type(one).__name__, one.objectName()) for one in nameless]
