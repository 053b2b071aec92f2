from datetime import date

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.rows import Document as Paper
from sad_desktop.declaration.status import Status
from sad_desktop.forms.documents import CODE, DocumentModel, DocumentsTab
from sad_desktop.forms.theme import LIGHT
from tests.builders import an_item
from tests.gui.open_document import a_document, focus, press, shown, type_text

REFERENCE, ISSUED = 2, 3
DEMANDED = Paper(document_code="271", name="Packing list", from_rule=True)


@pytest.fixture
def document():
    return a_document(
        an_item(1, documents=(Paper(document_code="380"), DEMANDED)), an_item(2), an_item(3)
    )


@pytest.fixture
def tab(qtbot, document):
    tab = shown(qtbot, DocumentsTab(document))
    tab.table.setFocus()
    return tab


def papers(document, item=0):
    return document.draft.declaration.items[item].documents


def paper_of(tab, row):
    return tab.model.index(row, CODE).data(Qt.ItemDataRole.BackgroundRole)


def test_the_model_keeps_the_rules_of_models(qtmodeltester, language, document):  # noqa: ARG001
    model = DocumentModel(document)
    model.key = 1
    model.refresh()
    assert model.rowCount() == 2
    qtmodeltester.check(model)


def test_it_opens_on_the_first_item_and_says_what_that_holds(tab):
    assert tab.items.currentData() == 1
    assert tab.model.rowCount() == 2
    assert "whole declaration" in tab.hint.text()


def test_ins_adds_a_row_and_its_cells_are_keyed_one_after_the_other(
    language,  # noqa: ARG001
    tab,
    document,
):
    tab.table.setCurrentIndex(tab.model.index(1, CODE))
    press(Qt.Key.Key_Insert)
    for text in ("705", "Waybill", "BL-77 (a)"):
        type_text(text)
        press(Qt.Key.Key_Tab)
    type_text("١٢/٠٩/٢٠٢٦")
    press(Qt.Key.Key_Return)
    new = papers(document)[2]
    assert (new.document_code, new.name, new.reference) == ("705", "Waybill", "BL-77 (a)")
    assert new.issued == date(2026, 9, 12)


def test_an_arabic_name_is_kept_as_typed(tab, document):
    tab.table.setCurrentIndex(tab.model.index(0, 1))
    type_text("فاتورة تجارية")
    press(Qt.Key.Key_Return)
    assert papers(document)[0].name == "فاتورة تجارية"


def test_the_row_of_a_rule_is_red_until_reference_and_date_are_there(tab, document):
    assert paper_of(tab, 0) is None
    assert paper_of(tab, 1).name() == LIGHT.invalid_wash
    assert "rule" in tab.model.index(1, CODE).data(Qt.ItemDataRole.ToolTipRole)
    document.enter(Place("reference", 1, Rows.DOCUMENTS, 1), "PL-1")
    assert paper_of(tab, 1).name() == LIGHT.invalid_wash
    document.enter(Place("issued", 1, Rows.DOCUMENTS, 1), "1/9/2026")
    assert paper_of(tab, 1) is None
    assert tab.model.index(1, CODE).data(Qt.ItemDataRole.ToolTipRole) is None


def test_del_takes_a_row_out_and_undo_brings_it_back(tab, document):
    tab.table.setCurrentIndex(tab.model.index(0, REFERENCE))
    press(Qt.Key.Key_Delete)
    assert papers(document) == (DEMANDED,)
    document.undo_stack.undo()
    assert len(papers(document)) == 2


def test_ctrl_page_down_goes_to_the_next_item(tab):
    press(Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert tab.items.currentData() == 2
    assert tab.model.rowCount() == 0
    assert tab.hint.text() == ""
    press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert tab.items.currentData() == 1


def test_a_document_of_another_item_stays_with_that_item(tab, document):
    tab.choose(3)
    tab.table.setFocus()
    press(Qt.Key.Key_Insert)
    assert [len(papers(document, item)) for item in range(3)] == [2, 0, 1]
    document.remove_items("test", [2])
    assert tab.items.currentData() == 3
    assert tab.model.rowCount() == 1


def test_the_first_item_is_shown_when_the_chosen_one_is_gone(tab, document):
    tab.choose(3)
    document.remove_items("test", [3])
    assert tab.items.currentData() == 1
    assert tab.items.count() == 2
    assert tab.model.rowCount() == 2


def test_a_date_that_is_none_stays_red(tab, document):
    tab.table.setCurrentIndex(tab.model.index(0, ISSUED))
    type_text("31/02/2026")
    press(Qt.Key.Key_Return)
    cell = tab.model.index(0, ISSUED)
    assert cell.data() == "31/02/2026"
    assert cell.data(Qt.ItemDataRole.ForegroundRole).name() == LIGHT.invalid
    assert papers(document)[0].issued is None


def test_a_right_click_offers_to_insert_and_to_remove(tab):
    assert tab.table.contextMenuPolicy() is Qt.ContextMenuPolicy.ActionsContextMenu
    assert tab.table.actions()[:2] == [tab.insert_action, tab.remove_action]
    tab.insert_action.trigger()
    assert tab.model.rowCount() == 3


def test_f3_asks_for_the_code(qtbot, tab):
    tab.table.setCurrentIndex(tab.model.index(0, CODE))
    with qtbot.waitSignal(tab.finder_requested) as asked:
        press(Qt.Key.Key_F3)
    assert asked.args == [Place("document_code", 1, Rows.DOCUMENTS, 0)]


def test_a_registered_declaration_takes_no_more_documents(qtbot):
    tab = shown(qtbot, DocumentsTab(a_document(status=Status.REGISTERED)))
    assert not tab.insert_action.isEnabled()
    assert not tab.remove_action.isEnabled()


def test_a_finding_leads_to_the_item_and_its_row(tab, document):
    rows = (Paper(document_code="1"), Paper(document_code="2"))
    document.set_rows("test", 3, Rows.DOCUMENTS, rows)
    tab.go_to(Place("reference", 3, Rows.DOCUMENTS, 1))
    assert tab.items.currentData() == 3
    index = tab.table.currentIndex()
    assert (index.row(), index.column()) == (1, REFERENCE)
    assert focus() is tab.table


def test_an_empty_list_says_what_to_do_next(tab):
    tab.choose(2)
    with_text = tab.table.viewport().grab().toImage()
    assert "Ins" in tab.table.empty_text
    tab.table.empty_text = ""
    assert tab.table.viewport().grab().toImage() != with_text
