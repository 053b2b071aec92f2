from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.status import Status
from sad_desktop.forms.notes.explanation import ExplanationDialog
from sad_desktop.forms.notes.item_table import NAMES, ItemModel
from sad_desktop.forms.notes.item_valuation import ItemValuationTab
from sad_desktop.forms.theme import LIGHT
from tests.builders import an_item
from tests.gui.open_document import a_document, focus, press, shown, type_text

PRICE, FREIGHT = NAMES.index("invoice_amount"), NAMES.index("external_freight")
INSURANCE, CIF = NAMES.index("insurance"), NAMES.index("cif")
GROSS, ADJUSTMENT = NAMES.index("gross_mass"), NAMES.index("adjustment")


def three_items(**changes):
    items = [an_item(key, invoice_amount=Decimal(100 * key)) for key in (1, 2, 3)]
    facts = {
        "insurance": Decimal(12),
        "insurance_currency": "USD",
        "insurance_rate": Decimal("0.376"),
    }
    return a_document(*items, **{**facts, **changes})


@pytest.fixture
def document():
    return three_items()


@pytest.fixture
def tab(qtbot, document):
    tab = shown(qtbot, ItemValuationTab(document))
    tab.table.setFocus()
    return tab


def stand(tab, row, column):
    tab.table.setCurrentIndex(tab.model.index(row, column))


def text(tab, row, column):
    return tab.model.index(row, column).data()


def colour(tab, row, column):
    return tab.model.index(row, column).data(Qt.ItemDataRole.ForegroundRole).name()


def test_the_model_keeps_the_rules_of_models(qtmodeltester, language, document):  # noqa: ARG001
    model = ItemModel(document)
    model.refresh()
    qtmodeltester.check(model)


def test_typing_replaces_a_value_and_enter_goes_down(language, tab, document):  # noqa: ARG001
    stand(tab, 0, PRICE)
    type_text("150")
    press(Qt.Key.Key_Return)
    type_text("250")
    press(Qt.Key.Key_Return)
    items = document.draft.declaration.items
    assert [item.invoice_amount for item in items] == [150, 250, 300]
    assert tab.table.currentIndex().row() == 2
    assert focus() is tab.table
    assert text(tab, 0, PRICE) == "150.00"


def test_one_undo_takes_one_cell_back(tab, document):
    stand(tab, 0, PRICE)
    type_text("150")
    press(Qt.Key.Key_Return)
    document.undo_stack.undo()
    assert text(tab, 0, PRICE) == "100.00"


def test_tab_goes_to_the_next_keyed_cell_over_the_computed_ones(tab):
    stand(tab, 0, PRICE)
    visited = []
    for _ in range(4):
        press(Qt.Key.Key_Tab)
        index = tab.table.currentIndex()
        visited.append((index.row(), NAMES[index.column()]))
    assert visited == [
        (0, "adjustment"),
        (0, "gross_mass"),
        (0, "net_mass"),
        (1, "invoice_amount"),
    ]


def test_shift_tab_goes_back_and_f2_edits_what_is_there(tab, document):
    stand(tab, 1, PRICE)
    press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert NAMES[tab.table.currentIndex().column()] == "net_mass"
    stand(tab, 1, PRICE)
    press(Qt.Key.Key_F2)
    assert tab.table.state() == QAbstractItemView.State.EditingState
    press(Qt.Key.Key_End)
    type_text("1")
    press(Qt.Key.Key_Return)
    assert document.draft.declaration.items[1].invoice_amount == Decimal("200.001")


def test_escape_gives_up_what_was_typed(tab, document):
    stand(tab, 0, PRICE)
    type_text("999")
    press(Qt.Key.Key_Escape)
    assert document.typed_now is None
    assert not document.undo_stack.canUndo()
    assert focus() is tab.table
    assert document.draft.declaration.items[0].invoice_amount == Decimal(100)
    assert text(tab, 0, PRICE) == "100.00"


def test_arabic_digits_are_numbers(tab, document):
    stand(tab, 0, GROSS)
    type_text("١٢٥٫٥")
    press(Qt.Key.Key_Return)
    assert document.draft.declaration.items[0].gross_mass == Decimal("125.5")


def test_text_that_is_no_number_stays_red_in_its_cell(tab, document):
    stand(tab, 1, PRICE)
    type_text("12x")
    press(Qt.Key.Key_Return)
    assert text(tab, 1, PRICE) == "12x"
    assert Place("invoice_amount", 2) in document.draft.rejected
    assert colour(tab, 1, PRICE) == LIGHT.invalid
    paper = tab.model.index(1, PRICE).data(Qt.ItemDataRole.BackgroundRole)
    assert paper.name() == LIGHT.invalid_wash
    assert tab.model.index(1, PRICE).data(Qt.ItemDataRole.ToolTipRole) == "This is not a number."


def test_ctrl_d_copies_from_above_also_while_typing(tab, document):
    stand(tab, 1, PRICE)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert document.draft.declaration.items[1].invoice_amount == Decimal(100)
    stand(tab, 2, PRICE)
    type_text("7")
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert document.draft.declaration.items[2].invoice_amount == Decimal(100)
    document.undo_stack.undo()
    assert document.draft.declaration.items[2].invoice_amount == Decimal(300)
    stand(tab, 0, PRICE)
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert document.draft.declaration.items[0].invoice_amount == Decimal(100)


@pytest.mark.parametrize("key", [Qt.Key.Key_D, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp])
def test_keys_of_the_table_are_not_left_to_the_window(tab, key):
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.ControlModifier)
    asked.ignore()
    QApplication.sendEvent(tab.table, asked)
    assert asked.isAccepted()


def test_del_empties_a_keyed_cell_and_no_other(tab, document):
    stand(tab, 0, PRICE)
    press(Qt.Key.Key_Delete)
    assert document.draft.declaration.items[0].invoice_amount is None
    revision = document.revision
    stand(tab, 0, CIF)
    press(Qt.Key.Key_Delete)
    assert document.revision == revision


def test_shares_are_grey_and_add_up_in_the_last_line(tab):
    assert [text(tab, row, INSURANCE) for row in range(3)] == ["2.00", "4.00", "6.00"]
    assert colour(tab, 0, INSURANCE) == LIGHT.computed
    assert colour(tab, 0, PRICE) == LIGHT.ink
    totals, differences = tab.footer.lines.row(0), tab.footer.lines.row(1)
    assert totals.cells[INSURANCE] == "12.00"
    assert totals.cells[PRICE] == "600.00"
    assert differences.cells[PRICE] == ""


def test_the_difference_to_box_22_is_red(tab, document):
    document.enter(Place("invoice_amount"), "650")
    differences = tab.footer.lines.row(1)
    assert differences.cells[PRICE] == "-50.00"
    assert differences.colours[PRICE] == LIGHT.invalid


def test_what_rounding_left_is_no_fault(qtbot):
    items = [an_item(key, invoice_amount=Decimal(100)) for key in (1, 2, 3)]
    document = a_document(
        *items,
        rounding="asycuda",
        exchange_rate=Decimal(1),
        insurance=Decimal(10),
        insurance_currency="USD",
        insurance_rate=Decimal(1),
    )
    tab = shown(qtbot, ItemValuationTab(document))
    differences = tab.footer.lines.row(1)
    assert differences.cells[INSURANCE] == "-0.01"
    assert differences.colours[INSURANCE] == LIGHT.warning


def test_without_apportionment_the_costs_of_the_items_are_keyed(qtbot):
    document = three_items(apportionment="2", insurance=None)
    tab = shown(qtbot, ItemValuationTab(document))
    tab.table.setFocus()
    stand(tab, 0, PRICE)
    press(Qt.Key.Key_Tab)
    assert NAMES[tab.table.currentIndex().column()] == "external_freight"
    stand(tab, 0, INSURANCE)
    type_text("5")
    press(Qt.Key.Key_Return)
    assert document.draft.declaration.items[0].insurance == Decimal(5)
    assert document.note.costs["insurance"].foreign == Decimal(5)
    assert colour(tab, 0, INSURANCE) == LIGHT.ink


def test_a_pinned_share_is_kept_and_the_others_take_the_rest(tab):
    stand(tab, 0, INSURANCE)
    type_text("7")
    press(Qt.Key.Key_Return)
    assert [text(tab, row, INSURANCE) for row in range(3)] == ["7.00", "2.00", "3.00"]
    assert colour(tab, 0, INSURANCE) == LIGHT.ink
    assert "Pinned" in tab.model.index(0, INSURANCE).data(Qt.ItemDataRole.ToolTipRole)
    stand(tab, 0, INSURANCE)
    press(Qt.Key.Key_Delete)
    assert text(tab, 0, INSURANCE) == "2.00"


def test_shares_are_not_pinned_where_the_law_rounds_each_by_itself(qtbot):
    document = three_items(rounding="asycuda")
    tab = shown(qtbot, ItemValuationTab(document))
    assert not tab.model.is_keyed(tab.model.index(0, INSURANCE))
    assert tab.model.is_keyed(tab.model.index(0, PRICE))


def test_costs_of_imports_are_hidden_on_exports(tab, document):
    assert not tab.table.isColumnHidden(FREIGHT)
    document.enter(Place("declaration_type"), "EX")
    assert tab.table.isColumnHidden(FREIGHT)
    assert tab.footer.isColumnHidden(FREIGHT)
    assert not tab.table.isColumnHidden(PRICE)


def test_enter_on_a_computed_amount_explains_it(tab, document):
    stand(tab, 1, CIF)
    press(Qt.Key.Key_Return)
    dialog = tab.window().findChild(ExplanationDialog)
    assert dialog.account.amount == document.note.items[1].value.cif
    dialog.close()


def test_titles_carry_the_currencies(tab, document):
    head = tab.model.headerData(PRICE, Qt.Orientation.Horizontal)
    assert head.endswith("\nUSD")
    document.enter(Place("invoice_currency"), "EUR")
    assert tab.model.headerData(PRICE, Qt.Orientation.Horizontal).endswith("\nEUR")
    assert tab.model.headerData(CIF, Qt.Orientation.Horizontal).endswith("\nBHD")


def test_amounts_stand_at_the_right_in_both_languages(language, tab):  # noqa: ARG001
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
    alignment = tab.model.index(0, PRICE).data(Qt.ItemDataRole.TextAlignmentRole)
    assert alignment & right == right
    stand(tab, 0, PRICE)
    type_text("1")
    assert focus().alignment() & right == right
    assert focus().layoutDirection() == Qt.LayoutDirection.LeftToRight
    press(Qt.Key.Key_Return)


@pytest.mark.parametrize("scrolled", [0, 120, 10_000])
def test_the_totals_stay_under_their_columns(language, qtbot, scrolled):  # noqa: ARG001
    items = [an_item(key, invoice_amount=Decimal(1000000)) for key in range(1, 61)]
    tab = shown(qtbot, ItemValuationTab(a_document(*items)))
    tab.table.horizontalScrollBar().setValue(scrolled)
    for column in (PRICE, CIF, GROSS):
        above = tab.table.columnViewportPosition(column)
        below = tab.footer.columnViewportPosition(column)
        start = tab.table.viewport().mapToGlobal(tab.table.viewport().rect().topLeft()).x()
        beneath = tab.footer.viewport().mapToGlobal(tab.footer.viewport().rect().topLeft()).x()
        assert start + above == beneath + below
        assert tab.table.columnWidth(column) == tab.footer.columnWidth(column)


def test_the_field_the_cursor_comes_to_is_told(qtbot, tab):
    stand(tab, 0, PRICE)
    with qtbot.waitSignal(tab.entered) as told:
        press(Qt.Key.Key_Down)
    assert told.args == [Place("invoice_amount", 2)]


def test_a_finding_leads_to_its_cell(tab):
    tab.go_to(Place("net_mass", 3))
    index = tab.table.currentIndex()
    assert (index.row(), NAMES[index.column()]) == (2, "net_mass")
    assert focus() is tab.table


def test_no_cell_is_keyed_once_the_declaration_is_registered(qtbot):
    tab = shown(qtbot, ItemValuationTab(a_document(status=Status.REGISTERED)))
    assert not tab.model.is_keyed(tab.model.index(0, PRICE))
    assert not tab.model.is_keyed(tab.model.index(0, INSURANCE))


def test_an_empty_table_says_what_to_do_next(qtbot):
    tab = shown(qtbot, ItemValuationTab(a_document(items=())))
    with_text = tab.table.viewport().grab().toImage()
    tab.table.empty_text = ""
    assert tab.table.viewport().grab().toImage() != with_text


def test_999_items_are_all_there(qtbot):
    items = [an_item(key) for key in range(1, 1000)]
    document = a_document(*items)
    tab = shown(qtbot, ItemValuationTab(document))
    tab.table.setFocus()
    assert tab.model.rowCount() == 999
    stand(tab, 998, PRICE)
    type_text("1")
    press(Qt.Key.Key_Return)
    assert document.draft.declaration.items[998].invoice_amount == Decimal(1)
    assert tab.footer.lines.row(0).cells[PRICE] == "998,001.00"
