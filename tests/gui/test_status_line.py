from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from sad_desktop.forms.status_line import Keeping, StatusLine
from sad_desktop.forms.theme import DARK, LIGHT, Theme, apply_theme
from sad_desktop.forms.widgets.caps_lock import CapsLock
from sad_desktop.forms.widgets.progress import PATIENCE_MS, ProgressLine
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.validation.findings import Severity

ON = date(2026, 5, 12)


@pytest.fixture
def status(qtbot):
    line = StatusLine()
    qtbot.addWidget(line)
    line.resize(1100, 30)
    line.show()
    return line


def test_rates_of_the_last_week_are_quiet_and_older_ones_are_told(status):
    status.show_rates(date(2026, 5, 5), ON)
    assert (status.rates.text(), status.rates.tone()) == ("Rates 05/05/2026", Tone.QUIET)
    status.show_rates(date(2026, 5, 4), ON)
    assert (status.rates.text(), status.rates.tone()) == ("Rates 04/05/2026, old", Tone.WARNING)
    assert "8 days old" in status.rates.toolTip()
    status.show_rates(date(2001, 12, 25), ON, grows_old=False)
    assert status.rates.tone() is not Tone.WARNING
    status.show_rates(None, ON)
    assert status.rates.text() == "No exchange rates"


def test_the_tariff_is_named_with_its_date(status):
    status.show_tariff("GCC 2025", date(2025, 1, 1))
    assert status.tariff.text() == "Tariff GCC 2025 01/01/2025"
    status.show_tariff("", None)
    assert (status.tariff.text(), status.tariff.tone()) == ("No tariff loaded", Tone.WARNING)


@pytest.mark.parametrize("keeping", list(Keeping))
def test_each_way_of_being_kept_has_its_words(status, keeping):
    status.show_keeping(keeping)
    assert status.kept.isVisible() is (keeping is not Keeping.NOTHING_OPEN)
    assert bool(status.kept.text()) is (keeping is not Keeping.NOTHING_OPEN)


def test_what_is_in_memory_only_is_told_as_wrong(status):
    status.show_keeping(Keeping.MEMORY_ONLY)
    assert status.kept.tone() is Tone.WRONG
    assert "free some space" in status.kept.toolTip()


def test_the_findings_are_counted_and_a_click_asks_for_them(qtbot, status):
    assert not status.found[Severity.ERROR].isVisible()
    status.show_findings({Severity.ERROR: 2})
    assert status.found[Severity.ERROR].text() == "2"
    assert status.found[Severity.WARNING].text() == "0"
    assert status.found[Severity.ERROR].accessibleName() == "Errors: 2"
    with qtbot.waitSignal(status.findings_requested):
        status.found[Severity.ERROR].click()
    status.show_findings(None)
    assert not status.found[Severity.ERROR].isVisible()


def test_a_long_hint_does_not_widen_the_window(status):
    before = status.minimumSizeHint().width()
    sentence = "The currency and the total of the invoice. " * 20
    status.show_hint(sentence)
    assert status.minimumSizeHint().width() == before
    assert status.hint.text() != sentence
    assert status.hint.toolTip() == sentence
    assert status.hint.accessibleDescription() == sentence
    status.show_hint("")
    assert status.hint.text() == ""


def test_the_status_line_stands_in_both_languages(qtbot, language):
    line = StatusLine()
    qtbot.addWidget(line)
    line.show_keeping(Keeping.SAVED)
    line.show_rates(ON, ON)
    line.show()
    assert line.kept.text().strip("\u200f") == ("محفوظ" if language == "ar" else "Saved")


@pytest.fixture
def caps(qapp, qtbot):
    edit = QLineEdit()
    qtbot.addWidget(edit)
    edit.show()
    watch = CapsLock(qapp)
    told = []
    watch.changed.connect(told.append)
    watch._on_focus_changed(None, edit)
    yield edit, told
    watch._on_focus_changed(edit, None)
    watch.setParent(None)


def test_caps_lock_is_read_from_the_letters_typed(caps):
    edit, told = caps
    QTest.keyClick(edit, "a")
    QTest.keyClick(edit, "5")
    QTest.keyClick(edit, "A", Qt.KeyboardModifier.ShiftModifier)
    assert told == [False]
    QTest.keyClick(edit, "B", Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(edit, "b", Qt.KeyboardModifier.ShiftModifier)
    assert told == [False, True]
    QTest.keyClick(edit, Qt.Key.Key_CapsLock)
    assert told == [False, True, False]
    assert edit.text()


def test_nothing_is_said_of_caps_lock_before_a_letter_was_typed(caps, status):
    edit, told = caps
    QTest.keyClick(edit, Qt.Key.Key_CapsLock)
    assert not told
    assert not status.caps_lock.isVisible()
    status.show_caps_lock(is_on=True)
    assert status.caps_lock.isVisible()


def test_the_progress_of_quick_work_is_never_seen(qtbot):
    line = ProgressLine()
    qtbot.addWidget(line)
    line.begin("Printing", lambda: None)
    line.end()
    qtbot.wait(PATIENCE_MS + 100)
    assert not line.isVisible()


def test_long_work_shows_how_far_it_is_and_can_be_cancelled(qtbot):
    line, cancelled = ProgressLine(), []
    qtbot.addWidget(line)
    line.begin("Printing", lambda: cancelled.append(True))
    line.advance(3, 10)
    qtbot.waitUntil(line.isVisible)
    assert (line.bar.value(), line.bar.maximum()) == (3, 10)
    assert line.bar.accessibleName() == "Printing"
    line.cancel_button.click()
    assert cancelled == [True]
    assert not line.isVisible()


def test_work_that_cannot_be_cancelled_offers_no_cancel(qtbot):
    line = ProgressLine()
    qtbot.addWidget(line)
    line.begin("Upgrading", None)
    qtbot.waitUntil(line.isVisible)
    assert not line.cancel_button.isVisible()


def test_a_sentence_takes_the_colours_of_another_theme(qtbot, qapp):
    sentence = Sentence("Old", Tone.WRONG)
    qtbot.addWidget(sentence)
    colour = lambda: sentence.palette().windowText().color().name()  # noqa: E731
    assert colour() == LIGHT.invalid
    try:
        apply_theme(qapp, Theme.DARK)
        QApplication.processEvents()
        assert colour() == DARK.invalid
    finally:
        apply_theme(qapp, Theme.LIGHT)
