from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.rows import Container
from sad_desktop.forms.containers import IDENTITY, ITEM, ContainerModel, ContainersTab, ItemChoice
from sad_desktop.forms.theme import LIGHT
from tests.builders import an_item
from tests.gui.open_document import a_document, focus, press, shown, type_text


@pytest.fixture
def document():
    return a_document(an_item(1), an_item(2), an_item(3), has_containers=True)


@pytest.fixture
def tab(qtbot, document):
    tab = shown(qtbot, ContainersTab(document))
    tab.table.setFocus()
    return tab


def containers(document):
    return document.draft.declaration.containers


def hold(document, *identities):
    rows = [Container(item_key=1, identity=identity) for identity in identities]
    document.set_rows("test", 0, Rows.CONTAINERS, rows)


def colour(tab, row):
    return tab.model.index(row, IDENTITY).data(Qt.ItemDataRole.ForegroundRole).name()


def hint(tab, row):
    return tab.model.index(row, IDENTITY).data(Qt.ItemDataRole.ToolTipRole)


def test_the_model_keeps_the_rules_of_models(qtmodeltester, language, document):  # noqa: ARG001
    hold(document, "CSQU3054383", "")
    model = ContainerModel(document)
    model.refresh()
    qtmodeltester.check(model)


def test_ins_adds_a_container_that_is_keyed_at_once(language, tab, document):  # noqa: ARG001
    press(Qt.Key.Key_Insert)
    type_text("csqu3054383")
    press(Qt.Key.Key_Tab)
    type_text("22g1")
    press(Qt.Key.Key_Return)
    (container,) = containers(document)
    assert container.item_key == 1
    assert (container.identity, container.container_type) == ("CSQU3054383", "22G1")


def test_a_second_container_is_of_the_same_item_and_stands_below(tab, document):
    hold(document, "A", "B")
    tab.table.setCurrentIndex(tab.model.index(0, IDENTITY))
    press(Qt.Key.Key_Insert)
    assert [row.identity for row in containers(document)] == ["A", "", "B"]
    assert tab.table.currentIndex().row() == 1


def test_what_was_typed_is_committed_before_a_row_is_added(tab, document):
    hold(document, "A")
    tab.table.setCurrentIndex(tab.model.index(0, IDENTITY))
    type_text("b")
    press(Qt.Key.Key_Insert)
    assert [row.identity for row in containers(document)] == ["B", ""]


def test_del_takes_the_row_out_and_undo_brings_it_back(tab, document):
    hold(document, "A", "B")
    tab.table.setCurrentIndex(tab.model.index(0, IDENTITY))
    press(Qt.Key.Key_Delete)
    assert [row.identity for row in containers(document)] == ["B"]
    document.undo_stack.undo()
    assert [row.identity for row in containers(document)] == ["A", "B"]
    assert tab.model.rowCount() == 2


@pytest.mark.parametrize("digit", ["2", "٢"])
def test_the_item_is_chosen_by_its_number(tab, document, digit):
    hold(document, "A")
    tab.table.setCurrentIndex(tab.model.index(0, ITEM))
    press(Qt.Key.Key_F2)
    type_text(digit)
    press(Qt.Key.Key_Return)
    assert containers(document)[0].item_key == 2
    assert tab.model.index(0, ITEM).data() == "2"


def test_f4_opens_the_choice_of_the_item(tab, document):
    hold(document, "A")
    tab.table.setCurrentIndex(tab.model.index(0, ITEM))
    press(Qt.Key.Key_F4)
    assert isinstance(focus(), ItemChoice)
    assert focus().count() == 4
    press(Qt.Key.Key_Escape)


def test_the_item_is_named_by_its_number_after_items_moved(tab, document):
    hold(document, "A")
    document.move_item("test", 1, 2)
    assert tab.model.index(0, ITEM).data() == "3"
    document.remove_items("test", [2])
    assert tab.model.index(0, ITEM).data() == "2"


def test_ctrl_d_copies_the_item_and_other_cells_from_above(tab, document):
    hold(document, "A", "B")
    document.set_rows(
        "test",
        0,
        Rows.CONTAINERS,
        (Container(item_key=3, identity="A"), Container(item_key=1, identity="B")),
    )
    tab.table.setCurrentIndex(tab.model.index(1, ITEM))
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert containers(document)[1].item_key == 3
    tab.table.setCurrentIndex(tab.model.index(1, IDENTITY))
    press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert containers(document)[1].identity == "A"


def test_a_right_number_is_plain_and_a_wrong_one_says_its_digit(tab, document):
    hold(document, "CSQU3054383", "CSQU3054384", "CSQU305438", "TRUCK 7", "")
    assert [colour(tab, row) for row in range(4)] == [
        LIGHT.ink,
        LIGHT.warning,
        LIGHT.warning,
        LIGHT.warning,
    ]
    assert hint(tab, 0) is None
    assert "should be 3, not 4" in hint(tab, 1)
    assert "it is 3" in hint(tab, 2)
    assert "ISO 6346" in hint(tab, 3)
    assert hint(tab, 4) is None


def test_text_that_is_no_number_stays_red_in_its_row(tab, document):
    hold(document, "A", "B")
    mass = [column.field for column in tab.model.columns].index("gross_mass")
    tab.table.setCurrentIndex(tab.model.index(1, mass))
    type_text("9x")
    press(Qt.Key.Key_Return)
    place = Place("gross_mass", rows=Rows.CONTAINERS, row=1)
    assert document.draft.rejected == {place: "9x"}
    cell = tab.model.index(1, mass)
    assert cell.data() == "9x"
    assert cell.data(Qt.ItemDataRole.ForegroundRole).name() == LIGHT.invalid


def test_number_and_mass_are_summed(tab, document):
    rows = [Container(gross_mass=Decimal("10.5")), Container(), Container(gross_mass=Decimal(4))]
    document.set_rows("test", 0, Rows.CONTAINERS, rows)
    assert "3" in tab.total.text()
    assert "14.5" in tab.total.text()


def test_nothing_is_added_before_box_19_is_ticked(qtbot):
    document = a_document(an_item(1))
    tab = shown(qtbot, ContainersTab(document))
    assert not tab.insert_action.isEnabled()
    tab.table.setFocus()
    press(Qt.Key.Key_Insert)
    assert containers(document) == ()
    document.put(Place("has_containers"), True)
    assert tab.insert_action.isEnabled()


def test_f3_asks_for_the_kind_of_packages(qtbot, tab, document):
    hold(document, "A")
    kind = [column.field for column in tab.model.columns].index("package_kind")
    place = Place("package_kind", rows=Rows.CONTAINERS, row=0)
    tab.table.setCurrentIndex(tab.model.index(0, kind))
    with qtbot.waitSignal(tab.finder_requested) as asked:
        press(Qt.Key.Key_F3)
    assert asked.args == [place]
    type_text("c")
    with qtbot.waitSignal(tab.finder_requested) as asked:
        press(Qt.Key.Key_F3)
    assert asked.args == [place]
    assert document.typed_now == (place, "c")
    press(Qt.Key.Key_Escape)


def test_an_empty_list_says_what_to_do_next(tab):
    with_text = tab.table.viewport().grab().toImage()
    assert "Ins" in tab.table.empty_text
    tab.table.empty_text = ""
    assert tab.table.viewport().grab().toImage() != with_text


def test_a_finding_leads_to_its_cell(tab, document):
    hold(document, "A", "B")
    tab.go_to(Place("identity", rows=Rows.CONTAINERS, row=1))
    index = tab.table.currentIndex()
    assert (index.row(), index.column()) == (1, IDENTITY)
    assert focus() is tab.table
