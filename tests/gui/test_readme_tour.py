"""The tour of the README, step by step with the keys it names, in both languages."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.document_tab import PREVIEW, VALUATION
from sad_desktop.forms.explain import ExplanationPopup
from sad_desktop.forms.lookup import Finder
from sad_desktop.forms.manual import ManualRoom
from sad_desktop.forms.notes.explanation import ExplanationDialog
from sad_desktop.forms.print_dialog import PrintDialog
from tests.gui.desk import Clerk

README = Path(__file__).resolve().parents[2] / "README.md"
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | SHIFT
KEYS = (
    *("Ctrl+N", "Ctrl+G", "Ctrl+Z", "F3", "F1", "Ctrl+F1", "Ctrl+W", "Ctrl+D", "Ctrl+Shift+D"),
    *("F6", "F9", "Ctrl+S", "Ctrl+P", "Ctrl+Shift+P", "Ctrl+E", "Ctrl+O"),
)


def values(clerk: Clerk, *names: str, item: int = 0) -> list[object]:
    return [clerk.document.draft.value(Place(name, item)) for name in names]


def keys_of_items(clerk: Clerk) -> list[int]:
    return [item.key for item in clerk.document.draft.declaration.items]


def test_the_tour_names_the_keys_that_are_pressed_here():
    tour = README.read_text("utf-8").partition("## A tour of five minutes")[2].partition("\n## ")[0]
    for key in KEYS:
        assert f"**{key}**" in tour, key


@pytest.fixture
def clerk(clerk: Clerk) -> Clerk:
    clerk.open_office()
    return clerk


def test_the_tour_is_walked_with_the_keys_it_names(clerk, tmp_path):
    begin(clerk)
    currency_and_rate(clerk)
    finder_and_help(clerk)
    items(clerk)
    amounts(clerk)
    findings_and_files(clerk, tmp_path)
    clerk.program.workplace.abandon_changes()


def begin(clerk: Clerk) -> None:
    clerk.ctrl(Qt.Key.Key_N)
    assert values(clerk, "declaration_type", "general_procedure") == ["IM", "4"]
    assert values(clerk, "destination_country") == ["BH"]
    clerk.go_to("8")
    clerk.key_in("58411-01")
    name, payer = values(clerk, "consignee_name", "payer_code")
    assert name
    assert payer == "58411-01"
    assert {Place("consignee_name"), Place("payer_code")} <= set(clerk.document.draft.filled)


def currency_and_rate(clerk: Clerk) -> None:
    clerk.go_to("22")
    clerk.key_in("USD")
    assert values(clerk, "invoice_currency", "exchange_rate") == ["USD", Decimal("0.376081")]
    clerk.ctrl(Qt.Key.Key_Z)
    assert values(clerk, "invoice_currency", "exchange_rate") == ["", None]
    clerk.go_to("22")
    clerk.key_in("USD", "1000")


def finder_and_help(clerk: Clerk) -> None:
    (item,) = keys_of_items(clerk)
    clerk.go_to("33")
    clerk.press(Qt.Key.Key_F3)
    finder = clerk.dialog()
    assert isinstance(finder, Finder)
    clerk.type("سيارة")
    clerk.settle()
    found = finder.current()
    assert "سيارات" in found.ar
    clerk.press(Qt.Key.Key_Return)
    assert values(clerk, "commodity_code", item=item) == [found.code]
    clerk.press(Qt.Key.Key_F1)
    assert isinstance(clerk.popup(), ExplanationPopup)
    clerk.press(Qt.Key.Key_Return)
    room = clerk.program.workplace.rooms.shown()
    assert isinstance(room, ManualRoom)
    assert room.reader.target() == "boxes-item#item.commodity_code"
    clerk.ctrl(Qt.Key.Key_W)
    clerk.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(clerk.program.workplace.rooms.shown(), ManualRoom)
    clerk.ctrl(Qt.Key.Key_W)


def items(clerk: Clerk) -> None:
    clerk.go_to("42")
    clerk.key_in("1000")
    clerk.go_to("34")
    clerk.key_in("JP")
    clerk.window.run("add_items")  # the tour sends to the toolbar: it has no key
    first, second, third, _fourth = keys_of_items(clerk)
    clerk.go_to("34")
    clerk.ctrl(Qt.Key.Key_D)
    assert values(clerk, "origin_country", item=second) == ["JP"]
    clerk.press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    clerk.press(Qt.Key.Key_D, CTRL_SHIFT)
    assert values(clerk, "origin_country", item=third) == ["JP"]
    assert first in keys_of_items(clerk)


def amounts(clerk: Clerk) -> None:
    clerk.tab.show_part(VALUATION)
    clerk.go_to("42")
    for _ in range(5):
        if clerk.window.assessment_dock.isAncestorOf(clerk.focus()):
            break
        clerk.press(Qt.Key.Key_F6)
    clerk.press(Qt.Key.Key_Return)
    (dialog,) = clerk.window.findChildren(ExplanationDialog)
    assert dialog.isVisible()
    dialog.reject()
    clerk.take_over()


def findings_and_files(clerk: Clerk, folder: Path) -> None:
    clerk.press(Qt.Key.Key_F9)
    assert clerk.window.findings_dock.isAncestorOf(clerk.focus())
    clerk.press(Qt.Key.Key_Return)
    assert clerk.tab.isAncestorOf(clerk.focus())
    clerk.ctrl(Qt.Key.Key_S)
    clerk.settle()
    assert clerk.document.version == 1
    clerk.ctrl(Qt.Key.Key_P)
    dialog = clerk.dialog()
    assert isinstance(dialog, PrintDialog)
    clerk.settle()
    clerk.press(Qt.Key.Key_Escape)
    clerk.take_over()
    clerk.press(Qt.Key.Key_P, CTRL_SHIFT)
    clerk.settle()
    assert clerk.tab.current() == PREVIEW
    clerk.answers.save_path = folder / "tour.xml"
    clerk.ctrl(Qt.Key.Key_E)
    clerk.settle()
    if QApplication.activeModalWidget() is not None:
        clerk.press(Qt.Key.Key_Return)
        clerk.settle()
    assert clerk.answers.save_path.exists()
    clerk.answers.open_paths = [clerk.answers.save_path]
    clerk.ctrl(Qt.Key.Key_O)
    clerk.settle()
    assert clerk.program.workplace.tabs.count() == 2
