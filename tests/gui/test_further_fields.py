"""Fields that stand on no sheet are keyed all the same."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.forms.document_tab import FURTHER
from sad_desktop.forms.further import FurtherTab, further_fields
from sad_desktop.forms.units import UnitsPopup
from sad_desktop.printing.sheet import Subject, sheet
from sad_desktop.tariff.book import LookupQuery
from tests.gui.desk import Clerk


@pytest.fixture
def clerk(clerk: Clerk) -> Clerk:
    clerk.ctrl(Qt.Key.Key_N)
    return clerk


def test_every_field_is_keyed_on_the_sheet_in_a_note_or_here():
    note = {"comments", "apportionment", "total_gross_mass", "invoice_amount", *COSTS}
    note |= {f"{name}_{part}" for name in COSTS for part in ("currency", "rate")}
    official = {f"{step}_{part}" for step in ("assessment", "receipt")
                for part in ("serial", "number", "day")}  # fmt: skip
    cells = {(bool(cell.slot), cell.name) for cell in sheet("main").cells
             if cell.subject is Subject.FIELD}  # fmt: skip
    for owner in (Declaration, Item):
        here = {field.name for field in further_fields(owner)}
        for name in definitions(owner):
            places = [(owner is Item, name) in cells, name in here, name in note | official]
            assert any(places), name


def test_a_field_that_is_on_no_sheet_is_found_by_its_box_and_keyed(clerk: Clerk):
    clerk.go_to("40.3")
    assert clerk.tab.current() == FURTHER
    clerk.key_in("IM4 2025 C 1187")
    assert clerk.document.draft.declaration.items[0].previous_document == "IM4 2025 C 1187"


def test_the_item_chosen_is_the_one_whose_fields_are_shown(clerk: Clerk):
    clerk.window.actions_by_key["add_items"].trigger()
    second = clerk.document.draft.declaration.items[1]
    clerk.document.put(Place("previous_document", second.key), "OLD")
    clerk.tab.go_to(Place("previous_document", second.key))
    assert clerk.focus().text() == "OLD"


def test_leaving_the_first_quantity_asks_for_the_second_where_the_tariff_wants_two(clerk: Clerk):
    desk = clerk.document.desk
    everything = LookupQuery(list_name="tariff", text="", on=desk.on, limit=500)
    lines = desk.book.search(everything)
    code = next(line.code for line in lines if len(line.facts.get("units", "").split()) == 2)
    clerk.go_to("33")
    clerk.key_in(code)
    clerk.go_to("41.2")
    clerk.key_in("12")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, UnitsPopup)
    clerk.key_in("340.5")
    QApplication.processEvents()
    item = clerk.document.draft.declaration.items[0]
    assert item.unit_1_quantity == Decimal(12)
    assert item.unit_2_quantity == Decimal("340.5")
    assert clerk.focus().place().field not in ("unit_1_quantity", "unit_2_quantity")


def test_a_tax_keyed_by_hand_is_assessed_marked_and_undone(clerk: Clerk):
    key = clerk.document.draft.declaration.items[0].key
    clerk.tab.go_to(Place("tax_code", key, Rows.TAXES, 0))
    QApplication.processEvents()
    part = clerk.tab.findChild(FurtherTab).rows[Rows.TAXES]
    part.insert_action.trigger()
    for typed in ("FIN", "100", "", "25", "1", "Penalty decision 12"):
        clerk.type(typed)
        clerk.press(Qt.Key.Key_Tab)
    assert not part.table.hasFocus()  # Tab leaves the last cell for the next field
    row = clerk.document.draft.declaration.items[0].manual_taxes[0]
    assert (row.tax_code, row.tax_amount, row.reason) == ("FIN", Decimal(25), "Penalty decision 12")
    lines = [line for line in clerk.document.note.items[0].taxes if line.code == "FIN"]
    assert [(line.amount, line.is_manual) for line in lines] == [(Decimal(25), True)]
    part.remove_action.trigger()
    assert clerk.document.draft.declaration.items[0].manual_taxes == ()
    clerk.ctrl(Qt.Key.Key_Z)
    assert clerk.document.draft.declaration.items[0].manual_taxes == (row,)
