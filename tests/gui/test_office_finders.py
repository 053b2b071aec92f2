"""F3 on the boxes of parties, manifest and bill: what the office keeps is never typed again."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.companies import Account, Company, Role
from sad_desktop.brokerage.manifests import BillContainer, BillOfLading, Manifest
from sad_desktop.declaration.draft import Place
from sad_desktop.forms.companies import CompaniesRoom
from sad_desktop.forms.language import Language
from sad_desktop.forms.lookup import Finder
from sad_desktop.forms.manifests import BILL, VOYAGE, ManifestsRoom
from sad_desktop.forms.widgets.sentence import Tone
from sad_desktop.services.manifests import Manifests
from tests.gui.desk import Clerk, open_desk

GULF = Company(
    code="58411-01",
    en="Gulf Motors W.L.L.",
    ar="شركة الخليج للسيّارات ذ.م.م",
    roles=frozenset({Role.CONSIGNEE, Role.PAYER}),
    accounts=(Account(code="C-9"),),
)


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path, language: Language) -> Iterator[Clerk]:
    clerk = open_desk(qapp, tmp_path, str(language))
    clerk.open_office()
    clerk.program.companies.store(GULF)
    manifests = Manifests(clerk.program.workspace)
    voyage = manifests.store(
        Manifest(
            office="100",
            voyage="MSC7/26",
            vessel="MSC Aïda",
            nationality="PA",
            mode="1",
            departure=date(2026, 10, 1),
            arrival=date(2026, 11, 2),
        )
    )
    manifests.store(Manifest(office="100", voyage="MSC8/26", vessel="Other"))
    manifests.store_bill(
        BillOfLading(
            manifest_id=voyage.id,
            number="MEDU77001",
            packages=Decimal(40),
            package_kind="CT",
            gross_mass=Decimal("1250.5"),
            goods="Cotton shirts",
            marks="GM 1-40",
            containers=(BillContainer(identity="MSCU1234566"),),
        )
    )
    manifests.store_bill(BillOfLading(manifest_id=voyage.id, number="MEDU77002"))
    clerk.ctrl(Qt.Key.Key_N)
    clerk.key_in("IM", "4")
    yield clerk
    clerk.leave()


def finder(clerk: Clerk) -> Finder:
    dialog = clerk.dialog()
    assert isinstance(dialog, Finder)
    return dialog


def value(clerk: Clerk, field: str, item: int = 0) -> object:
    return clerk.document.draft.value(Place(field, item))


def pick(clerk: Clerk, box: str, typed: str) -> None:
    clerk.go_to(box)
    clerk.type(typed)
    clerk.press(Qt.Key.Key_F3)
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()


@pytest.mark.parametrize("typed", ["584", "gulf", "السيارات"])
def test_a_party_is_found_by_number_or_name_and_fills_its_boxes_as_one_step(clerk, typed):
    before = clerk.document.undo_stack.count()
    pick(clerk, "8", typed)
    assert value(clerk, "consignee_code") == value(clerk, "payer_code") == "58411-01"
    assert value(clerk, "consignee_name") in (GULF.en, GULF.ar)
    assert value(clerk, "payment_account") == "C-9"
    assert clerk.document.undo_stack.count() == before + 1
    clerk.ctrl(Qt.Key.Key_Z)
    assert value(clerk, "consignee_code") == value(clerk, "payment_account") == ""


@pytest.mark.parametrize("typed", ["msc7", "aida"])
def test_a_voyage_is_found_by_number_or_vessel_and_fills_the_transport_boxes(clerk, typed):
    clerk.go_to("21")
    clerk.key_in("KEYED")
    before = clerk.document.undo_stack.count()
    clerk.document.put(Place("manifest"), "")
    clerk.tab.sheet.go_to(Place("manifest"))
    clerk.type(typed)
    clerk.press(Qt.Key.Key_F3)
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert value(clerk, "manifest") == "MSC7/26"
    assert value(clerk, "manifest_day") == date(2026, 10, 1)  # Bahrain's is the departure
    assert (value(clerk, "arrival_identity"), value(clerk, "arrival_nationality")) == (
        "MSC Aïda",
        "PA",
    )
    assert value(clerk, "border_identity") == "KEYED"
    assert value(clerk, "border_mode") == "1"
    clerk.document.undo_stack.setIndex(before)
    assert value(clerk, "manifest") == value(clerk, "arrival_identity") == ""


def test_the_criteria_narrow_the_voyages(clerk):
    clerk.tab.sheet.go_to(Place("manifest"))
    clerk.press(Qt.Key.Key_F3)
    clerk.settle()
    dialog = finder(clerk)
    assert dialog.model.rowCount() == 2
    dialog.criteria.editor("vessel").setText("aid")
    clerk.settle()
    assert [dialog.current().code, dialog.model.rowCount()] == ["MSC7/26", 1]
    dialog.criteria.editor("vessel").setText("")
    clerk.settle()
    dialog.criteria.editor("since").setText("02/11/2026")
    clerk.settle()
    assert dialog.model.rowCount() == 1
    dialog.criteria.editor("until").setText("nonsense")
    clerk.settle()
    assert dialog.model.rowCount() == 1
    clerk.press(Qt.Key.Key_Escape)


def test_a_bill_fills_packages_mass_and_goods_and_the_voyage_where_none_was_named(clerk):
    key = clerk.document.draft.declaration.items[0].key
    before = clerk.document.undo_stack.count()
    pick(clerk, "40", "medu")
    assert value(clerk, "summary_declaration", key) == "MEDU77001"
    assert value(clerk, "package_count", key) == 40
    assert value(clerk, "gross_mass", key) == Decimal("1250.5")
    assert value(clerk, "package_kind", key) == "CT"
    assert value(clerk, "package_kind_name", key)
    assert value(clerk, "commercial_description", key) == "Cotton shirts"
    assert value(clerk, "container_1", key) == "MSCU1234566"
    assert value(clerk, "manifest") == "MSC7/26"
    assert clerk.document.undo_stack.count() == before + 1


def test_an_item_gets_what_the_others_leave_of_a_bill(clerk):
    clerk.document.add_items("Add")
    first, second = (item.key for item in clerk.document.draft.declaration.items[:2])
    clerk.document.put(Place("summary_declaration", first), "MEDU77001")
    clerk.document.put(Place("package_count", first), Decimal(15))
    clerk.tab.sheet.go_to(Place("summary_declaration", second))
    clerk.press(Qt.Key.Key_F3)
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert value(clerk, "package_count", second) == 25


def test_the_importers_suppliers_wait_in_box_2(clerk):
    pick(clerk, "8", "584")
    clerk.document.put(Place("exporter_name"), "Toyota\nNagoya")
    clerk.document.put(Place("export_country"), "JP")
    clerk.ctrl(Qt.Key.Key_S)
    clerk.settle()
    clerk.ctrl(Qt.Key.Key_N)
    clerk.key_in("IM", "4")
    pick(clerk, "8", "584")
    clerk.tab.sheet.go_to(Place("exporter_name"))
    clerk.press(Qt.Key.Key_F3)
    clerk.settle()
    assert finder(clerk).model.rowCount() == 1
    clerk.press(Qt.Key.Key_Return)
    assert value(clerk, "exporter_name") == "Toyota\nNagoya"
    assert value(clerk, "export_country") == "JP"
    clerk.take_over()
    assert clerk.focus().place() == Place("exporter_name")


def test_a_database_that_cannot_be_asked_is_told_in_the_finder(clerk):
    clerk.tab.sheet.go_to(Place("manifest"))
    clerk.press(Qt.Key.Key_F3)
    clerk.settle()
    dialog = finder(clerk)
    with clerk.program.workspace.database().begin() as connection:
        connection.exec_driver_sql("ALTER TABLE manifests RENAME TO gone")
    clerk.type("m")
    clerk.settle()
    assert dialog.model.rowCount() == 0
    assert dialog.note.tone() is Tone.WRONG
    clerk.press(Qt.Key.Key_Return)
    assert clerk.dialog() is dialog
    clerk.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize("by_mouse", [False, True])
def test_what_box_40_and_box_a_name_is_opened_by_key_and_double_click(clerk, by_mouse):
    pick(clerk, "40", "medu")
    for box, page in (("40", BILL), ("manifest", VOYAGE)):
        tab = clerk.tab
        if box == "40":
            clerk.go_to(box)
        else:
            tab.sheet.go_to(Place(box))
        if by_mouse:
            QTest.mouseDClick(clerk.focus(), Qt.MouseButton.LeftButton)
        else:
            clerk.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
        clerk.settle()
        room = clerk.window.workplace.rooms.shown()
        assert isinstance(room, ManifestsRoom)
        assert (room.pages.currentIndex(), room.voyage().voyage) == (page, "MSC7/26")
        clerk.window.run("previous_declaration")
    assert room.bill().number == "MEDU77001"


def test_a_company_is_opened_from_its_box_and_one_not_kept_is_said(clerk):
    pick(clerk, "8", "584")
    clerk.go_to("8")
    clerk.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    room = clerk.window.workplace.rooms.shown()
    assert isinstance(room, CompaniesRoom)
    assert room.shown().code == "58411-01"
    clerk.window.run("previous_declaration")
    clerk.document.put(Place("consignee_code"), "18095-04")
    clerk.go_to("8")
    clerk.press(Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert "18095-04" in clerk.window.statusBar().currentMessage()
