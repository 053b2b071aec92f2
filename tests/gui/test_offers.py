"""What an importer usually declares stands greyed in empty boxes, and is taken by one key only."""

from datetime import UTC, datetime
from decimal import Decimal
from time import monotonic, sleep

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from sad_desktop.brokerage.harvest import Seen, Shelf, Sighting
from sad_desktop.database import harvest
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Document as Paper
from sad_desktop.forms.document_tab import DOCUMENTS, SHEET
from sad_desktop.services.exchange import save_file
from sad_desktop.settings import LearnedOffers
from tests.gui.desk import ON, Clerk, open_desk

IMPORTER = "58411-01"
NOW = datetime(2026, 11, 20, tzinfo=UTC)
BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
COFFEE = "090111000000"
USUAL = Declaration(
    declaration_type="IM",
    general_procedure="4",
    declaration_day=ON,
    consignee_code=IMPORTER,
    exporter_name="تجار القهوة\nDubai",
    delivery_terms="FOB",
    delivery_place="JEBEL ALI",
    invoice_currency="USD",
    border_mode="1",
    goods_location="KBS-CY",
    items=(
        Item(
            key=1,
            commercial_description="Coffee in bags",
            commodity_code=COFFEE,
            origin_country="BR",
            package_kind="CT",
            documents=(Paper(document_code="380"), Paper(document_code="705")),
        ),
    ),
)


def an_office_that_knows(clerk: Clerk, times: int = 2) -> None:
    clerk.open_office()
    for number in range(times):
        draft = Draft(declaration=USUAL, profile="bh")
        clerk.program.workspace.store(f"past-{number}", draft, 0, NOW)


def key_importer(clerk: Clerk) -> None:
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("8")
    clerk.key_in(IMPORTER)
    wait_for_offers(clerk)


def wait_for_offers(clerk: Clerk) -> None:
    until = monotonic() + 5
    while clerk.document.offers.importer != IMPORTER and monotonic() < until:
        clerk.settle()
        sleep(0.01)


def test_an_offer_is_seen_and_heard_but_in_nothing_until_its_key_takes_it(clerk: Clerk, tmp_path):
    an_office_that_knows(clerk)
    key_importer(clerk)
    clerk.go_to("22")
    editor = clerk.focus()
    assert editor.placeholderText() == "USD"
    assert "2" in editor.accessibleDescription()
    assert "USD" in editor.accessibleDescription()
    assert "21/11/2026" in clerk.window.workplace.status.hint.accessibleDescription()
    clerk.press(Qt.Key.Key_Tab)  # passing by takes nothing
    document = clerk.document
    assert document.draft.declaration.invoice_currency == ""
    save_file(document.draft, document.figures, tmp_path / "kept.xml")
    assert b"USD" not in (tmp_path / "kept.xml").read_bytes()
    clerk.go_to("22")
    steps = document.undo_stack.index()
    clerk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert document.draft.declaration.invoice_currency == "USD"
    assert document.draft.declaration.exchange_rate == Decimal("0.376081")  # follows, as keyed
    assert Place("invoice_currency") not in document.draft.filled
    assert clerk.focus() is not editor  # and the cursor went on
    assert document.undo_stack.index() == steps + 1
    clerk.ctrl(Qt.Key.Key_Z)
    assert document.draft.declaration.invoice_currency == ""


def test_the_enter_of_the_number_pad_takes_offers_as_well(clerk: Clerk):
    for name, pressed in (("take_offer", "Ctrl+Enter"), ("take_offers", "Ctrl+Shift+Enter")):
        assert QKeySequence(pressed) in clerk.window.actions_by_key[name].shortcuts()


def test_all_offers_of_the_page_are_one_step_and_leave_what_was_keyed(clerk: Clerk):
    an_office_that_knows(clerk)
    key_importer(clerk)
    clerk.go_to("20")
    clerk.key_in("CIF")
    before = clerk.document.draft
    clerk.press(Qt.Key.Key_Return, BOTH)
    declaration = clerk.document.draft.declaration
    assert declaration.delivery_terms == "CIF"
    assert declaration.exporter_name == USUAL.exporter_name
    assert (declaration.invoice_currency, declaration.goods_location) == ("USD", "KBS-CY")
    assert declaration.items[0].commodity_code == ""  # of goods nobody has named yet
    clerk.ctrl(Qt.Key.Key_Z)
    assert clerk.document.draft == before


def test_a_description_keyed_offers_code_origin_and_packages(clerk: Clerk):
    an_office_that_knows(clerk)
    key_importer(clerk)
    item = clerk.document.draft.declaration.items[0].key
    clerk.document.enter(Place("commercial_description", item), "COFFEE  in bags")
    for box, field, usual in (("33", "commodity_code", COFFEE), ("34", "origin_country", "BR")):
        clerk.go_to(box)
        assert clerk.focus().placeholderText() == usual
        clerk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert clerk.document.draft.value(Place(field, item)) == usual
    clerk.document.enter(Place("commodity_code", item), "87032270")  # other goods
    assert clerk.document.offers.at(Place("package_kind", item)) is None


def test_documents_are_offered_where_they_are_keyed(clerk: Clerk):
    an_office_that_knows(clerk)
    key_importer(clerk)
    part = clerk.tab.show_part(DOCUMENTS)
    clerk.tab.start()
    assert "380" in part.offered.text()
    clerk.press(Qt.Key.Key_Return, BOTH)
    rows = clerk.document.draft.declaration.items[0].documents
    assert {row.document_code for row in rows} >= {"380", "705"}
    assert part.offered.isHidden()
    clerk.ctrl(Qt.Key.Key_Z)
    clerk.tab.show_part(SHEET)
    assert "705" not in {
        row.document_code for row in clerk.document.draft.declaration.items[0].documents
    }


def test_an_item_deleted_behind_the_documents_is_offered_nothing(clerk: Clerk):
    an_office_that_knows(clerk)
    key_importer(clerk)
    part = clerk.tab.show_part(DOCUMENTS)
    clerk.document.add_items("three more")
    part.choose(clerk.document.draft.declaration.items[-1].key)
    clerk.tab.show_part(SHEET)
    clerk.document.remove_items("the last", [part.papers.key])
    clerk.program.opened.offers.ask_all_again()  # as when somebody stores a declaration
    clerk.settle()
    assert clerk.document.offers.documents(part.papers.key) == ()


def test_what_files_taught_is_offered_to_an_office_that_stored_less(clerk: Clerk):
    clerk.open_office()
    lines = [
        Seen(
            shelf=Shelf.HABITS,
            key=(IMPORTER, name),
            values=((value, Sighting(count=9, last=ON)),),
        )
        for name, value in (("declaration_type", "IM"), ("invoice_currency", "EUR"))
    ]
    prices = Seen(
        shelf=Shelf.PRICES,
        key=(IMPORTER, COFFEE, "BR", ""),
        values=(("1.100 1.350", Sighting(count=9, last=ON)),),
    )
    database = clerk.program.workspace.database()
    harvest.store(database, "bh", [*lines, prices], {"x": "x.xml"}, user="Salma", at=NOW)
    key_importer(clerk)
    clerk.go_to("22")
    assert clerk.focus().placeholderText() == "EUR"
    item = clerk.document.draft.declaration.items[0].key
    clerk.document.enter(Place("commodity_code", item), COFFEE)
    clerk.document.enter(Place("origin_country", item), "BR")
    clerk.go_to("42")
    assert "1.35" in clerk.window.workplace.status.hint.accessibleDescription()


def test_offers_that_are_off_are_never_asked_for(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path, learned_offers=LearnedOffers.OFF)
    an_office_that_knows(clerk)
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("8")
    clerk.key_in(IMPORTER)
    sleep(0.15)
    clerk.settle()
    assert clerk.document.offers.importer == ""
    clerk.program.preferences.take("learned_offers", "shown")  # the settings' room does the same
    clerk.program.opened.offers.ask_all_again()
    clerk.settle()
    assert clerk.document.offers.at(Place("invoice_currency")).value == "USD"
    clerk.leave()
