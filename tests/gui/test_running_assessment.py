from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.notes.explanation import ExplanationDialog
from sad_desktop.forms.running_assessment import RunningAssessment
from tests.builders import an_item
from tests.gui.open_document import a_document, press, shown


@pytest.fixture
def document():
    return a_document(an_item(1), an_item(2))


@pytest.fixture
def dock(qtbot, document):
    return shown(qtbot, RunningAssessment(document))


def amounts(dock):
    return dict(dock.model.row(number).cells for number in range(dock.model.rowCount()))


def test_cif_duties_fees_guarantee_and_total_stand_in_this_order(dock, document):
    note = document.note
    titles = list(amounts(dock))
    assert titles[0] == "CIF value"
    assert [title.split()[0] for title in titles[1:-4]] == list(note.taxes_by_code)
    assert titles[-4:] == ["Total item duties", "Total fees", "Guarantee", "Total"]
    assert amounts(dock)["Total"] == show_number(note.total, 3)
    assert note.total > 0


def test_it_follows_the_keys(dock, document):
    before = amounts(dock)
    document.enter(Place("invoice_amount", 1), "3000")
    after = amounts(dock)
    assert after["Total"] == show_number(document.note.total, 3) != before["Total"]


def test_enter_on_a_row_explains_its_amount(language, dock, document):  # noqa: ARG001
    dock.table.setFocus()
    press(Qt.Key.Key_Home)
    dock.table.setCurrentIndex(dock.model.index(0, 0))
    press(Qt.Key.Key_Return)
    dialog = dock.window().findChild(ExplanationDialog)
    assert dialog.account.amount == document.note.cif
    dialog.close()


def test_a_click_on_a_row_explains_its_amount(qtbot, dock, document):
    last = dock.model.index(dock.model.rowCount() - 1, 1)
    point = dock.table.visualRect(last).center()
    qtbot.mouseClick(dock.table.viewport(), Qt.MouseButton.LeftButton, pos=point)
    dialog = dock.window().findChild(ExplanationDialog)
    assert dialog.account.amount == document.note.total
    dialog.close()


def test_the_row_in_front_stays_when_amounts_change(dock, document):
    dock.table.setCurrentIndex(dock.model.index(1, 0))
    document.enter(Place("invoice_amount", 1), "1500")
    assert dock.table.currentIndex().row() == 1


def test_a_large_amount_is_never_cut(dock, document):
    document.enter(Place("invoice_amount", 1), "999999999999")
    document.enter(Place("invoice_amount"), "999999999999")
    shown_width = dock.table.columnWidth(1)
    widest = max(amounts(dock).values(), key=len)
    assert dock.table.fontMetrics().horizontalAdvance(widest) < shown_width


def test_nothing_is_computed_for_a_dock_nobody_sees(qtbot, dock, document):  # noqa: ARG001
    dock.hide()
    before = amounts(dock)
    document.put(Place("invoice_amount", 1), Decimal(9))
    assert amounts(dock) == before
    dock.show()
    assert amounts(dock) != before


def test_the_model_keeps_the_rules_of_models(qtmodeltester, dock):
    qtmodeltester.check(dock.model)
