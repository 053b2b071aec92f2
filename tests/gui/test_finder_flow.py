"""F3, F4 and F1 on the boxes of the sheet."""

from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLabel

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.choices import Choices
from sad_desktop.forms.explain import ExplanationPopup
from sad_desktop.forms.lookup import Finder
from tests.gui.desk import Clerk

CURRENCY, RATE = Place("invoice_currency"), Place("exchange_rate")


@pytest.fixture
def clerk(clerk: Clerk) -> Clerk:
    clerk.ctrl(Qt.Key.Key_N)
    return clerk


def finder(clerk: Clerk) -> Finder:
    dialog = clerk.dialog()
    assert isinstance(dialog, Finder)
    return dialog


@pytest.mark.parametrize(
    ("box", "typed"), [("22", "US"), ("15a", "AE"), ("33", "0901"), ("20", "F")]
)
def test_the_finder_of_a_coded_box_holds_what_was_typed(clerk, box, typed):
    clerk.go_to(box)
    clerk.type(typed)
    clerk.press(Qt.Key.Key_F3)
    dialog = finder(clerk)
    assert dialog.line.text() == typed
    assert dialog.model.rowCount()
    assert dialog.current().code.startswith(typed)
    clerk.press(Qt.Key.Key_Escape)


def test_enter_takes_and_what_follows_comes_with_it_in_one_step_of_undo(clerk):
    before = clerk.document.undo_stack.count()
    clerk.go_to("22")
    clerk.type("USD")
    clerk.press(Qt.Key.Key_F3)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.document.draft.value(CURRENCY) == "USD"
    assert clerk.document.draft.value(RATE) == Decimal("0.376081")
    assert clerk.document.undo_stack.count() == before + 1
    assert clerk.focus().place() == CURRENCY
    assert clerk.focus().text() == "USD"
    clerk.ctrl(Qt.Key.Key_Z)
    assert clerk.document.draft.value(CURRENCY) == ""
    assert clerk.document.draft.value(RATE) is None


def test_the_arrows_choose_another_entry(clerk):
    clerk.go_to("15a")
    clerk.type("U")
    clerk.press(Qt.Key.Key_F3)
    second = finder(clerk).model.entry(1).code
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    assert clerk.focus().text() == second


def test_escape_returns_to_the_box_with_the_text_and_the_cursor_as_they_were(clerk):
    clerk.go_to("22")
    clerk.type("US")
    editor = clerk.focus()
    clerk.press(Qt.Key.Key_F3)
    clerk.type("x")
    clerk.press(Qt.Key.Key_Escape)
    clerk.take_over()
    assert clerk.focus() is editor
    assert editor.text() == "US"
    assert clerk.document.draft.value(CURRENCY) == ""
    clerk.type("D")
    assert editor.text() == "USD"


def test_another_window_in_between_leaves_what_is_typed_ready_to_go_on(clerk):
    clerk.go_to("22")
    clerk.type("US")
    editor = clerk.focus()
    for kind in (QEvent.Type.FocusOut, QEvent.Type.FocusIn):
        away = QFocusEvent(kind, Qt.FocusReason.ActiveWindowFocusReason)
        QApplication.sendEvent(editor, away)
    assert not editor.selectedText()
    assert clerk.document.draft.value(CURRENCY) == ""


def test_f4_opens_the_short_list_and_enter_takes_from_it(clerk):
    clerk.go_to("20")
    clerk.press(Qt.Key.Key_F4)
    choices = clerk.popup()
    assert isinstance(choices, Choices)
    clerk.press(Qt.Key.Key_Down)
    wanted = choices.list.currentItem().text().split()[0]
    clerk.press(Qt.Key.Key_Return)
    assert clerk.focus().text() == wanted


def test_f4_closes_again_on_escape_and_the_typed_text_stays(clerk):
    clerk.go_to("20")
    clerk.type("F")
    clerk.press(Qt.Key.Key_F4)
    assert isinstance(clerk.popup(), Choices)
    clerk.press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert clerk.focus().text() == "F"


def test_f4_on_a_long_list_opens_its_finder(clerk):
    clerk.go_to("15a")
    clerk.press(Qt.Key.Key_F4)
    finder(clerk)
    clerk.press(Qt.Key.Key_Escape)


def test_a_box_without_a_list_says_so(clerk):
    clerk.go_to("18")
    clerk.press(Qt.Key.Key_F3)
    assert QApplication.activeModalWidget() is None
    said = clerk.program.workplace.status.currentMessage()
    assert said
    assert ("no list" in said) is (clerk.language == "en")


@pytest.mark.parametrize("key", [Qt.Key.Key_F3, Qt.Key.Key_F4])
def test_nothing_is_taken_into_a_closed_box(clerk, key):
    clerk.go_to("1")
    clerk.key_in("IM4")
    clerk.tab.go_to(Place("exporter_code"))
    assert clerk.focus().isReadOnly()
    clerk.press(key)
    assert QApplication.activeModalWidget() is None
    assert QApplication.activePopupWidget() is None
    assert clerk.program.workplace.status.currentMessage()


def test_f1_says_why_a_box_is_closed_and_escape_goes_back_to_it(clerk):
    clerk.go_to("1")
    clerk.key_in("IM4")
    clerk.tab.go_to(Place("exporter_code"))
    hint = clerk.program.workplace.status.hint.accessibleDescription()
    clerk.press(Qt.Key.Key_F1)
    popup = clerk.popup()
    assert isinstance(popup, ExplanationPopup)
    texts = [label.text() for label in popup.findChildren(QLabel)]
    assert hint
    assert hint in texts
    clerk.press(Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert clerk.focus().place() == Place("exporter_code")


def test_f1_on_an_open_box_explains_it_with_an_example(clerk):
    clerk.go_to("22")
    clerk.press(Qt.Key.Key_F1)
    texts = [label.text() for label in clerk.popup().findChildren(QLabel)]
    assert texts[0].startswith("22")
    assert len(texts) >= 3
    assert clerk.popup().accessibleName() == texts[0]
    clerk.press(Qt.Key.Key_F1)
    assert QApplication.activePopupWidget() is None
