"""The manifests' room by keys alone: voyages, bills, their use, and what is refused."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.manifests import BillOfLading, Manifest, ManifestQuery, Use
from sad_desktop.declaration.draft import Draft
from sad_desktop.forms.language import Language
from sad_desktop.forms.lookup import Finder
from sad_desktop.forms.manifests import BILL, VOYAGE, ManifestsRoom
from sad_desktop.forms.widgets.sentence import Tone
from sad_desktop.services.manifests import Manifests
from sad_desktop.services.write_off import WriteOffs
from tests.builders import a_declaration, an_item
from tests.gui.desk import Clerk, open_desk

NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path, language: Language) -> Iterator[Clerk]:
    clerk = open_desk(qapp, tmp_path, str(language))
    clerk.open_office()
    yield clerk
    clerk.leave()


@pytest.fixture
def manifests(clerk: Clerk) -> Manifests:
    return Manifests(clerk.program.workspace)


@pytest.fixture
def voyage(manifests: Manifests) -> Manifest:
    """A voyage with three bills of 40 packages and 1,000 kg each."""
    manifests.store(Manifest(voyage="GF134", vessel="سفينة الخليج", arrival=date(2026, 11, 9)))
    kept = manifests.store(Manifest(voyage="MSC7/26", vessel="Aïda", arrival=date(2026, 11, 2)))
    for number in ("MEDU1", "MEDU2", "MEDU3"):
        manifests.store_bill(
            BillOfLading(
                manifest_id=kept.id,
                number=number,
                packages=Decimal(40),
                gross_mass=Decimal(1000),
                consignee="شركة الخليج",
            )
        )
    return kept


def enter(clerk: Clerk) -> ManifestsRoom:
    clerk.window.run("manifests")
    clerk.settle()
    clerk.take_over()
    room = clerk.window.workplace.rooms.shown()
    assert isinstance(room, ManifestsRoom)
    return room


def push(clerk: Clerk, button) -> None:
    clerk.tab_to(button)
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()


def use(clerk: Clerk, number: str, packages: int, mass: int) -> None:
    """Let a declaration that is stored write goods off a bill."""
    item = an_item(
        1, summary_declaration=number, package_count=Decimal(packages), gross_mass=Decimal(mass)
    )
    draft = Draft(
        declaration=a_declaration(
            item, manifest="MSC7/26", reference_year="2026", reference_number="77"
        )
    )
    its_id = f"of-{number}"
    clerk.program.workspace.store(its_id, draft, 0)
    WriteOffs(clerk.program.workspace).write_off(its_id, draft, NOW, "Salma")


def test_a_voyage_and_its_bill_are_keyed_by_keys_alone(clerk, manifests):
    room = enter(clerk)
    push(clerk, room.buttons.new_voyage)
    clerk.key_in("msc ٧/26")
    clerk.type("BHKBS")
    clerk.press(Qt.Key.Key_Tab)
    clerk.key_in("1/10/2026", "2/11/2026", "MSC Aïda", "pa", "1", "MSCU", "Mediterranean")
    push(clerk, room.buttons.save)
    assert clerk.focus() is room.buttons.new_bill
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()
    clerk.key_in(
        "medu77001", "", "40", "ct", "١٬٢٥٠٫٥", "58411-01", "شركة", "Ningbo", "", "GM 1-40"
    )
    clerk.key_in("Shirts", "cnngb", "bhkbs", "mscu1234566", "22g1", "f", "S1")
    push(clerk, room.buttons.save)
    (found,) = manifests.find_typed("aida", ManifestQuery())
    assert (found.manifest.voyage, found.manifest.office) == ("MSC 7/26", "BHKBS")
    assert found.manifest.arrival == date(2026, 11, 2)
    (balance,) = manifests.reconciliation(found.manifest.id).balances
    bill = balance.bill
    assert (bill.number, bill.packages, bill.gross_mass) == ("MEDU77001", 40, Decimal("1250.5"))
    assert (bill.consignee, bill.marks, bill.unloading_place) == ("شركة", "GM 1-40", "BHKBS")
    assert [(one.identity, one.kind, one.seals) for one in bill.containers] == [
        ("MSCU1234566", "22G1", "S1")
    ]
    assert room.bills.model.rowCount() == 1


def test_a_vessel_finds_the_voyage_and_its_bills_are_reconciled(clerk, voyage):
    use(clerk, "MEDU1", 40, 1000)
    use(clerk, "MEDU2", 10, 100)
    room = enter(clerk)
    assert room.list.model.rowCount() == 2
    clerk.type("aid")
    clerk.settle()
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert room.voyage() == voyage
    assert clerk.focus() is room.bills.line
    assert [room.bills.model.balance(row).use for row in range(3)] == [
        Use.USED,
        Use.PARTLY,
        Use.OPEN,
    ]
    room.bills.use.setCurrentIndex(room.bills.use.findData(str(Use.PARTLY)))
    assert room.bills.model.rowCount() == 1
    for shown in ("120", "50", "1,900"):
        assert shown in room.bills.sums.text()


def test_a_bill_shows_who_used_it_and_opens_the_declaration(clerk, voyage):
    use(clerk, "MEDU2", 10, 100)
    room = enter(clerk)
    room.show_target(f"manifest:{voyage.id}")
    clerk.settle()
    clerk.type("medu2")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert room.pages.currentIndex() == BILL
    assert "30" in room.bill_page.balance.text()
    clerk.tab_to(room.bill_page.view)
    clerk.press(Qt.Key.Key_Down)
    assert room.bill_page.history.row(0).cells[1:] == ("2026/77", "10", "100", "Salma")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.document.draft.declaration.reference_number == "77"


def test_what_is_wrong_is_said_and_what_was_keyed_stays(clerk, voyage):
    room = enter(clerk)
    room.show_target(f"manifest:{voyage.id}")
    clerk.settle()
    push(clerk, room.buttons.new_bill)
    clerk.key_in("MEDU-1", "", "-5")
    assert not room.save()
    room.bill_page.editor.form.put("packages", Decimal(5))
    assert not room.save()
    assert room.note.text()
    clerk.press(Qt.Key.Key_Escape)
    assert room.pages.currentIndex() == BILL
    assert not room.may_close()
    assert room.bill_page.editor.bill().number == "MEDU-1"
    push(clerk, room.buttons.give_up)
    assert room.pages.currentIndex() == VOYAGE
    assert room.may_close()


def test_a_bill_that_was_used_is_not_deleted_and_another_is(clerk, voyage, manifests):
    use(clerk, "MEDU2", 10, 100)
    room = enter(clerk)
    used, free = (
        manifests.find_bills(voyage.id, number)[0].bill.id for number in ("MEDU2", "MEDU3")
    )
    for bill in (used, free):
        room.show_target(str(bill))
        clerk.settle()
        assert room.voyage() == voyage
        push(clerk, room.buttons.ask_delete)
        assert room.buttons.no.hasFocus()
        push(clerk, room.buttons.delete)
    numbers = [one.bill.number for one in manifests.reconciliation(voyage.id).balances]
    assert numbers == ["MEDU1", "MEDU2"]


def test_f3_finds_the_consignee_of_a_bill(clerk, voyage):
    room = enter(clerk)
    room.show_target(f"manifest:{voyage.id}")
    clerk.settle()
    push(clerk, room.buttons.new_bill)
    clerk.tab_to(room.bill_page.editor.form.editor("package_kind"))
    clerk.press(Qt.Key.Key_F3)
    assert isinstance(clerk.dialog(), Finder)
    clerk.type("carton")
    clerk.press(Qt.Key.Key_Return)
    assert room.bill_page.editor.bill().package_kind == "CT"
    assert clerk.focus() is room.bill_page.editor.form.editor("package_kind")


AWMDS = """<Awmds><General_segment><General_segment_id><Voyage_number>EK 9</Voyage_number>
</General_segment_id></General_segment>
<Bol_segment><Bol_id><Bol_reference>A1</Bol_reference></Bol_id></Bol_segment>
<Bol_segment><Bol_id><Bol_reference/></Bol_id></Bol_segment></Awmds>"""


def test_a_manifest_is_imported_from_xml_when_its_fault_is_left_out(clerk, tmp_path):
    clerk.answers.table_path = tmp_path / "awmds.xml"
    clerk.answers.table_path.write_text(AWMDS, encoding="utf-8")
    room = enter(clerk)
    push(clerk, room.buttons.bring_in)
    dialog = clerk.dialog()
    push(clerk, dialog.file_button)
    assert not dialog.import_button.isEnabled()
    assert dialog.remarks.rowCount() == 1
    push(clerk, dialog.leave_out)
    push(clerk, dialog.import_button)
    assert room.voyage().voyage == "EK 9"
    assert room.bills.model.balance(0).bill.number == "A1"
    assert room.list.current() == room.voyage()


def test_a_table_is_imported_into_the_voyage_shown_by_its_columns(clerk, voyage, tmp_path):
    clerk.answers.table_path = tmp_path / "bills.csv"
    clerk.answers.table_path.write_text("ref,pkgs\nMEDU9,7\nMEDU1,50\n", encoding="utf-8")
    room = enter(clerk)
    push(clerk, room.buttons.new_voyage)
    push(clerk, room.buttons.bring_in)
    dialog = clerk.dialog()
    push(clerk, dialog.file_button)
    assert not dialog.columns.choices  # a table has bills only: whose?
    assert dialog.note.tone() is Tone.WRONG
    clerk.press(Qt.Key.Key_Escape)
    clerk.take_over()
    room.show_target(f"manifest:{voyage.id}")
    clerk.settle()
    push(clerk, room.buttons.bring_in)
    dialog = clerk.dialog()
    push(clerk, dialog.file_button)
    assert "MSC7/26" in dialog.windowTitle()
    assert not dialog.import_button.isEnabled()  # no column is the number
    clerk.tab_to(dialog.columns.choices[0])
    clerk.press(Qt.Key.Key_Down)
    clerk.settle()
    push(clerk, dialog.import_button)
    assert [room.bills.model.balance(row).bill.packages for row in (0, 3)] == [50, 7]
    assert room.bills.model.balance(0).bill.gross_mass == 1000
