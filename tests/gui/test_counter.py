"""Near the end of what a box or customs takes, the editor counts."""

import pytest
from PySide6.QtCore import Qt

from sad_desktop.forms.text_limits import longest_at
from sad_desktop.forms.widgets.counter import Counter, is_near


def counter(clerk) -> Counter | None:
    shown = [one for one in clerk.window.findChildren(Counter) if one.isVisible()]
    assert len(shown) <= 1
    return shown[0] if shown else None


@pytest.mark.parametrize(("length", "near"), [(30, False), (32, True), (35, True), (40, True)])
def test_a_counter_appears_five_letters_or_a_tenth_before_the_limit(length, near):
    assert is_near(length, 35) is near
    assert is_near(length * 10, 350) is near


def test_the_counter_follows_what_is_typed_and_goes_with_the_cursor(clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("31")
    place = clerk.tab.sheet.current_place()
    assert longest_at(place) == 35
    clerk.type("M" * 30)
    assert counter(clerk) is None
    clerk.type("M")
    shown, editor = counter(clerk), clerk.focus()
    assert shown.text() == "31 / 35"
    around = shown.parentWidget().rect()
    assert around.contains(shown.geometry())
    assert not shown.geometry().intersects(editor.geometry())
    clerk.type("M" * 5)
    assert shown.text() == "36 / 35"
    for _ in range(6):
        clerk.press(Qt.Key.Key_Backspace)
    assert counter(clerk) is None
    clerk.type("MMM")
    clerk.press(Qt.Key.Key_Tab)
    assert counter(clerk) is None
    clerk.press(Qt.Key.Key_Backtab)
    assert counter(clerk).text() == "33 / 35"


def test_a_box_of_several_lines_counts_and_one_that_is_only_shown_does_not(clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("2")
    while clerk.tab.sheet.current_place().field != "exporter_name":
        clerk.press(Qt.Key.Key_Tab)
    place = clerk.tab.sheet.current_place()
    clerk.document.enter(place, "M" * 174)
    clerk.press(Qt.Key.Key_Tab)
    assert counter(clerk) is None
    clerk.press(Qt.Key.Key_Backtab)
    assert counter(clerk).text() == "174 / 175"
