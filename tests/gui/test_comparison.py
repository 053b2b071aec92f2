from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.notes.comparison import ComparisonTab
from sad_desktop.forms.notes.comparison_model import ComparisonModel
from sad_desktop.forms.notes.explanation import ExplanationDialog
from sad_desktop.forms.notes.variants import SETTINGS, Sketch, fault_of, variant_of
from sad_desktop.forms.theme import LIGHT
from sad_desktop.tariff.book import ListEntry
from tests.builders import an_item
from tests.gui.open_document import a_document, focus, press, shown, type_text

ROW = {name: row for row, name in enumerate(SETTINGS, 1)}
CIF = len(SETTINGS) + 1


@pytest.fixture
def document():
    """1,000 USD at 0.376 with 10 BHD insurance; terms of delivery that contain it are known."""
    document = a_document(
        an_item(1),
        insurance=Decimal(10),
        insurance_currency="BHD",
        insurance_rate=Decimal(1),
    )
    terms = {
        "FOB": ListEntry(code="FOB", en="", ar=""),
        "CIF": ListEntry(
            code="CIF", en="", ar="", facts={"contains": "external_freight insurance"}
        ),
    }
    entries = {**document.desk.book.entries, "incoterms": terms}
    document.use_desk(replace(document.desk, book=replace(document.desk.book, entries=entries)))
    return document


@pytest.fixture
def tab(qtbot, document):
    tab = shown(qtbot, ComparisonTab(document))
    tab.table.setFocus()
    return tab


def column(tab, number):
    model = tab.model
    return {
        model.headerData(row, Qt.Orientation.Vertical): model.index(row, number).data()
        for row in range(model.rowCount())
    }


def stand(tab, row, number):
    tab.table.setCurrentIndex(tab.model.index(row, number))


def test_the_model_keeps_the_rules_of_models(qtmodeltester, language, document):  # noqa: ARG001
    model = ComparisonModel(document)
    model.refresh()
    model.add()
    qtmodeltester.check(model)


def test_it_opens_with_the_declaration_and_one_variant_to_key(tab, document):
    assert tab.model.columnCount() == 2
    assert column(tab, 0)["Delivery terms"] == "FOB"
    assert column(tab, 0)["Total assessed amount"] == f"{document.note.total:.3f}"
    assert column(tab, 1)["Difference to the declaration"] == "0.000"
    assert tab.table.currentIndex().column() == 1


def test_an_adjustment_raises_what_a_variant_pays(language, tab, document):  # noqa: ARG001
    stand(tab, ROW["delivery_terms"], 1)
    type_text("cif")
    press(Qt.Key.Key_Return)
    assert tab.table.currentIndex().row() == ROW["adjustment"]
    assert tab.model.index(CIF, 0).data() == "386.000"
    assert tab.model.index(CIF, 1).data() == "376.000"
    assert tab.model.index(tab.model.rowCount() - 1, 1).data() == "-0.500"
    assert document.revision == 0


def test_ins_adds_a_variant_and_del_on_its_name_takes_it_out(tab):
    press(Qt.Key.Key_Insert)
    assert tab.model.columnCount() == 3
    assert tab.table.currentIndex().column() == 2
    stand(tab, 0, 1)
    type_text("Cheap")
    press(Qt.Key.Key_Return)
    assert tab.model.index(0, 1).data() == "Cheap"
    stand(tab, 0, 1)
    press(Qt.Key.Key_Delete)
    assert tab.model.columnCount() == 2
    assert tab.model.index(0, 1).data() == "Variant 2"
    stand(tab, 0, 0)
    press(Qt.Key.Key_Delete)
    assert tab.model.columnCount() == 2


def test_del_on_a_setting_leaves_it_as_the_declaration_has_it(tab):
    stand(tab, ROW["delivery_terms"], 1)
    type_text("cif")
    press(Qt.Key.Key_Return)
    stand(tab, ROW["delivery_terms"], 1)
    press(Qt.Key.Key_Delete)
    assert tab.model.index(ROW["delivery_terms"], 1).data() == ""
    assert tab.model.index(CIF, 1).data() == "386.000"


@pytest.mark.parametrize(("name", "typed"), [("adjustment", "two"), ("delivery_terms", "XYZ")])
def test_a_setting_that_does_not_count_is_red_and_says_why(tab, name, typed):
    stand(tab, ROW[name], 1)
    type_text(typed)
    press(Qt.Key.Key_Return)
    cell = tab.model.index(ROW[name], 1)
    assert cell.data().lower() == typed.lower()
    assert cell.data(Qt.ItemDataRole.ForegroundRole).name() == LIGHT.invalid
    assert cell.data(Qt.ItemDataRole.ToolTipRole)
    assert tab.model.index(CIF, 1).data() == "386.000"


def test_the_first_column_is_the_declaration_and_is_not_keyed(tab):
    for row in range(tab.model.rowCount()):
        assert not tab.model.flags(tab.model.index(row, 0)) & Qt.ItemFlag.ItemIsEditable
    assert not tab.model.setData(tab.model.index(ROW["adjustment"], 0), "2")


def test_the_variants_follow_the_declaration(tab, document):
    document.enter(Place("invoice_amount"), "2000")
    document.enter(Place("invoice_amount", 1), "2000")
    assert tab.model.index(CIF, 0).data() == "762.000"
    assert tab.model.index(CIF, 1).data() == "762.000"


def test_enter_on_an_amount_of_a_variant_explains_that_variant(tab):
    stand(tab, ROW["delivery_terms"], 1)
    type_text("cif")
    press(Qt.Key.Key_Return)
    stand(tab, CIF, 1)
    press(Qt.Key.Key_Return)
    dialog = tab.window().findChild(ExplanationDialog)
    assert dialog.account.amount == Decimal(376)
    dialog.close()


def test_settings_that_differ_among_items_are_not_made_up(qtbot):
    document = a_document(an_item(1, adjustment=Decimal(1)), an_item(2, adjustment=Decimal("1.2")))
    tab = shown(qtbot, ComparisonTab(document))
    assert tab.model.index(ROW["adjustment"], 0).data() == "…"
    assert tab.model.index(ROW["procedure"], 0).data() == "4000"


def test_a_model_alone_brings_its_own_procedure(document):
    model = ListEntry(code="IM7", en="", ar="", facts={"procedure": "7100"})
    book = replace(document.desk.book, entries={"models": {"IM7": model}})
    sketch = Sketch(name="warehouse").with_setting("model", "im7")
    changed = variant_of(sketch, book, document.desk.on).change(document.draft.declaration)
    assert (changed.declaration_type, changed.general_procedure) == ("IM", "7")
    assert changed.items[0].procedure == "7100"
    assert fault_of("model", "IM9", book, document.desk.on)


def test_a_preference_comes_with_its_proof_of_origin(document):
    preference = ListEntry(code="GCC", en="", ar="", facts={"documents": "861"})
    book = replace(document.desk.book, entries={"preferences": {"GCC": preference}})
    sketch = Sketch(name="gcc").with_setting("preference", "gcc")
    changed = variant_of(sketch, book, document.desk.on).change(document.draft.declaration)
    assert changed.items[0].preference == "GCC"
    assert [row.document_code for row in changed.items[0].documents] == ["861"]


def test_tab_goes_to_the_next_variant_and_over_the_declaration(tab):
    press(Qt.Key.Key_Insert)
    stand(tab, ROW["adjustment"], 1)
    press(Qt.Key.Key_Tab)
    assert tab.table.currentIndex().column() == 2
    press(Qt.Key.Key_Tab)
    index = tab.table.currentIndex()
    assert (index.row(), index.column()) == (ROW["adjustment"] + 1, 1)
    assert focus() is tab.table
