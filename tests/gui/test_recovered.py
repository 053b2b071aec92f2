from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import UserError
from sad_desktop.forms.recovered import RecoveredDrafts
from sad_desktop.services.journal import Recovered, Recovery


def recovered(document, reference="", base_version=0):
    declaration = Declaration(
        reference_year=2026 if reference else None,
        reference_number=reference,
        consignee_name="Gulf Trading\nManama",
        items=(Item(key=1), Item(key=2)),
    )
    return Recovered(
        document=document,
        draft=Draft(declaration=declaration),
        base_version=base_version,
        focused=None,
        program="1.0",
        written=datetime(2026, 5, 12, 9, 30, tzinfo=UTC),
    )


FIRST, SECOND = recovered("a", "T12129"), recovered("b", base_version=3)


@pytest.fixture
def offer(qtbot):
    def make(*drafts, notices=(), fault=""):
        dialog = RecoveredDrafts(Recovery(drafts=drafts, notices=notices), fault=fault)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        dialog.opened, dialog.discarded = [], []
        dialog.open_requested.connect(dialog.opened.append)
        dialog.discard_requested.connect(dialog.discarded.append)
        dialog.show()
        return dialog

    return make


def row(dialog, number):
    return [dialog.table.item(number, column).text() for column in range(5)]


def test_each_draft_tells_what_it_is_and_when_it_was_kept(offer):
    dialog = offer(FIRST, SECOND)
    kept = datetime(2026, 5, 12, 9, 30, tzinfo=UTC).astimezone().strftime("%d/%m/%Y %H:%M")
    assert row(dialog, 0) == ["2026/T12129", "Gulf Trading", "2", kept, "Never stored"]
    assert row(dialog, 1)[0] == "(none)"
    assert row(dialog, 1)[4] == "Changed since it was stored"


def test_enter_opens_all_of_them(qtbot, offer):
    dialog = offer(FIRST, SECOND)
    assert dialog.selected() == ("a", "b")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.opened == [FIRST, SECOND]
    assert not dialog.isVisible()


def test_one_can_be_opened_and_the_others_stay(offer):
    dialog = offer(FIRST, SECOND)
    dialog.table.selectRow(1)
    dialog.open_button.click()
    assert dialog.opened == [SECOND]
    assert dialog.isVisible()
    assert dialog.selected() == ("a",)


def test_keeping_for_later_and_escape_do_nothing(qtbot, offer):
    for leave in (lambda d: d.later_button.click(), lambda d: qtbot.keyClick(d, Qt.Key.Key_Escape)):
        dialog = offer(FIRST)
        leave(dialog)
        assert not dialog.isVisible()
        assert not dialog.opened
        assert not dialog.discarded


def test_a_draft_is_discarded_only_after_a_second_word(offer):
    dialog = offer(FIRST, SECOND)
    dialog.table.selectRow(0)
    dialog.discard_button.click()
    assert "(1)" in dialog.question.text()
    assert dialog.focusWidget() is dialog.keep_button
    assert not dialog.discarded
    dialog.keep_button.click()
    assert not dialog.for_good_button.isVisible()
    assert not dialog.discarded
    dialog.discard_button.click()
    dialog.for_good_button.click()
    assert dialog.discarded == ["a"]
    assert dialog.selected() == ("b",)


def test_what_could_not_be_read_is_told(offer):
    dialog = offer(FIRST, notices=(UserError("A recovery file is damaged."),))
    assert dialog.notices.isVisible()
    assert "A recovery file is damaged." in dialog.notices.text()
    assert not offer(FIRST).notices.isVisible()


def test_a_crash_is_told_and_its_report_can_be_copied(offer):
    dialog = offer(FIRST, fault="Fatal Python error")
    assert dialog.fault_button.isVisible()
    dialog.fault_button.click()
    assert QGuiApplication.clipboard().text() == "Fatal Python error"
    assert not offer(FIRST).fault_button.isVisible()


def test_a_crash_without_drafts_offers_no_drafts(offer):
    dialog = offer(fault="Fatal Python error")
    assert dialog.fault_button.isVisible()
    assert not dialog.table.isVisible()
    assert not dialog.open_button.isVisible()


def test_the_offer_stands_in_both_languages(offer, language):
    dialog = offer(FIRST)
    assert dialog.isRightToLeft() is (language == "ar")
    assert dialog.table.accessibleName() == dialog.windowTitle()
    assert dialog.windowTitle() == ("مسودات مسترجَعة" if language == "ar" else "Recovered drafts")
