"""F3 on the boxes of parties, manifest and bill: what the office keeps is never typed again."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.companies import Account, Company, Role
from sad_desktop.brokerage.manifests import BillContainer, BillOfLading, Manifest
from sad_desktop.declaration.draft import Place
from sad_desktop.forms.language import Language
from sad_desktop.forms.lookup import Finder
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
    dialog = finder(clerk)
    assert dialog.model.rowCount() == 2
    dialog.criteria.editor("vessel").setText("aid")
    assert [dialog.current().code, dialog.model.rowCount()] == ["MSC7/26", 1]
    dialog.criteria.editor("vessel").setText("")
    dialog.criteria.editor("since").setText("02/11/2026")
    assert dialog.model.rowCount() == 1
    dialog.criteria.editor("until").setText("nonsense")
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
    assert finder(clerk).model.rowCount() == 1
    clerk.press(Qt.Key.Key_Return)
    assert value(clerk, "exporter_name") == "Toyota\nNagoya"
    assert value(clerk, "export_country") == "JP"
    assert clerk.focus().place() == Place("exporter_name")
