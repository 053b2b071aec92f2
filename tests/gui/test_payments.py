"""A clerk requests payment, records the result, rejects and voids, all by keys."""

from dataclasses import replace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt

from sad_desktop.brokerage.payments import Action, Method, PaymentStatus
from sad_desktop.brokerage.users import Service
from sad_desktop.database import life, payments
from sad_desktop.declaration.status import Status
from sad_desktop.forms.payment_print import PaymentPrintDialog
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.sheet.link_box import LinkBox
from sad_desktop.forms.theme import DARK, LIGHT
from sad_desktop.tariff.payment_numbers import PaymentNumbers
from tests.gui.desk import open_desk
from tests.gui.paper_office import Answered, a_room
from tests.lives import DAY, NOON, OWN, a_draft, an_assessment, an_order, registered
from tests.signed_in import sign_in

NOTE = {
    "total": "62.5",
    "guarantee": "40",
    "taxes_by_code": {"DTY": "50.5"},
    "global_taxes": [{"code": "DEC", "amount": "12"}],
}


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office")
    clerk.open_office()
    database = clerk.program.workspace.database()
    for name, reference in (("a", "T12129"), ("b", "T12130")):
        draft = a_draft(reference, consignee_code="58411-01", consignee_name="Al Waha")
        stored = registered(database, name, draft)
        note = replace(an_assessment(stored, "62.5"), note=NOTE)
        life.assess(database, an_order(name, stored.version), OWN, note)
    yield clerk
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def run(clerk, name):
    clerk.window.actions_by_key[name].trigger()
    clerk.settle()
    return clerk.program.workplace.rooms.shown()


def wait(clerk):
    """Wait for an answer, and for what is asked because of it."""
    for _ in range(3):
        clerk.settle()


def accept(clerk):
    clerk.press(Qt.Key.Key_Return)
    wait(clerk)


def press(clerk, button):
    button.setFocus()
    clerk.press(Qt.Key.Key_Space, text=" ")
    wait(clerk)


def request(clerk, name="a"):
    """Request the duties of a declaration as the dialog proposes it; returns the room."""
    clerk.program.opened.open_stored(name)
    clerk.settle()
    run(clerk, "request_payment")
    accept(clerk)
    return clerk.program.workplace.rooms.shown()


def pay(clerk, room):
    press(clerk, room.detail.buttons[Action.PAY])
    accept(clerk)


def said(clerk):
    return clerk.program.workplace.status.currentMessage()


def test_a_request_is_sent_from_the_declaration_and_paid_by_keys(clerk):
    room = request(clerk)
    assert (room.name, room.current().number) == ("payments", "PR/1/26")
    assert "PR/1/26 is here: BHD 62.500 for 2026/T12129" in said(clerk)
    assert [line.code for line in room.current().lines] == ["TAX", "OTH"]
    clerk.press(Qt.Key.Key_Return)
    assert room.detail.buttons[Action.PAY].hasFocus()
    accept(clerk)
    dialog = clerk.dialog()
    assert dialog.method.hasFocus()
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Tab)
    clerk.key_in("", "100201920905708612", "b85727", "4111111111111111")
    accept(clerk)
    assert "looks like the number of a payment card" in dialog.fault.text()
    assert dialog.lines["movement"].hasFocus()
    clerk.type("920910000196")
    accept(clerk)
    kept = room.current()
    assert (kept.status, kept.receipt.movement) == (PaymentStatus.SUCCESSFUL, "920910000196")
    assert kept.receipt.authorisation == "B85727"
    assert "R 1: BHD 62.500 paid for 2026/T12129. It stands at: Paid" in said(clerk)
    assert clerk.program.opened.documents[0].draft.status is Status.PAID


def test_what_may_not_be_done_is_closed_with_its_reason(clerk):
    room = request(clerk)
    buttons = room.detail.buttons
    assert "no receipt yet" in buttons[Action.VOID].toolTip()
    pay(clerk, room)
    assert "paid already: receipt R 1" in buttons[Action.PAY].toolTip()
    assert "cannot be rejected" in buttons[Action.REJECT].toolTip()
    assert [one.isEnabled() for one in buttons.values()] == [False, False, True]
    press(clerk, buttons[Action.VOID])
    accept(clerk)
    assert clerk.dialog().fault.text()
    clerk.type("the bank took it back")
    accept(clerk)
    assert room.current().voided.reason == "the bank took it back"
    assert "R 1 is voided. The declaration stands at: Assessed" in said(clerk)
    assert clerk.program.opened.documents[0].draft.status is Status.ASSESSED
    assert "was voided already" in buttons[Action.VOID].toolTip()


def test_nothing_but_the_whole_amount_is_taken(clerk):
    room = request(clerk)
    press(clerk, room.detail.buttons[Action.PAY])
    dialog = clerk.dialog()
    dialog.amount.setFocus()
    dialog.amount.selectAll()
    clerk.type("62.499")
    accept(clerk)
    assert "Pay the full amount BHD 62.500; partial payment is not" in dialog.fault.text()
    assert dialog.amount.hasFocus()
    clerk.press(Qt.Key.Key_Escape)
    assert room.current().is_open


def test_a_rejected_request_is_red_and_a_new_one_is_sent(clerk):
    room = request(clerk)
    press(clerk, room.detail.buttons[Action.REJECT])
    clerk.type("wrong amount")
    accept(clerk)
    status = room.model.row(0).colours
    assert set(status.values()) <= {LIGHT.invalid, DARK.invalid}
    assert room.model.row(0).cells[4] == "Rejected"
    assert "Send a new one" in room.detail.buttons[Action.PAY].toolTip()
    request(clerk)
    assert [one.number for one in room.found] == ["PR/2/26", "PR/1/26"]
    assert room.model.row(0).cells[4] == "Start"


def test_requests_are_searched_by_words_status_and_days(clerk):
    room = request(clerk)
    request(clerk, "b")
    room.bar.line.setFocus()
    clerk.type("al waha t12130")
    room.refresh()
    clerk.settle()
    assert [one.declaration_id for one in room.found] == ["b"]
    room.bar.clear()
    room.bar.status.setCurrentIndex(3)
    room.refresh()
    clerk.settle()
    assert room.found == ()
    assert "No payment request is as you ask" in room.message.text()
    room.bar.clear()
    room.bar.first.setText("31/31/2026")
    room.refresh()
    assert room.message.text()
    room.bar.first.setText("01/01/2020")
    room.refresh()
    clerk.settle()
    assert len(room.found) == 2


def test_the_receipt_in_box_b_opens_the_receipt(clerk):
    room = request(clerk)
    pay(clerk, room)
    clerk.program.opened.open_stored("a")
    clerk.settle()
    link = clerk.tab.sheet.page.findChild(LinkBox)
    assert link.text().startswith("R 1 ")
    assert "Press it" in link.accessibleName()
    press(clerk, link)
    assert clerk.program.workplace.rooms.shown() is room
    assert room.current().receipt.number == "R 1"
    clerk.program.opened.open_stored("b")
    clerk.settle()
    link = clerk.tab.sheet.page.findChild(LinkBox)
    assert link.isHidden()
    assert "no receipt yet" in clerk.window.actions_by_key["open_receipt"].toolTip()


def test_recording_customs_receipt_leads_to_the_request_that_is_open(clerk):
    request(clerk)
    clerk.program.opened.open_stored("a")
    clerk.settle()
    run(clerk, "pay")
    clerk.type("4711")
    accept(clerk)
    assert "PR/1/26 of this declaration is still open" in clerk.answers.told[-1]
    assert clerk.program.workplace.rooms.shown().current().number == "PR/1/26"


def test_deposits_can_be_chosen_beside_the_duties(clerk):
    clerk.program.opened.open_stored("a")
    clerk.settle()
    run(clerk, "request_payment")
    dialog = clerk.dialog()
    offered = [dialog.kind.itemText(row) for row in range(dialog.kind.count())]
    assert offered == ["Duties: BHD 62.500", "Deposits: BHD 40.000"]
    assert dialog.lines["temporary_number"].text() == "C 1"
    clerk.press(Qt.Key.Key_Down)
    accept(clerk)
    room = clerk.program.workplace.rooms.shown()
    pay(clerk, room)
    assert clerk.program.opened.documents[0].draft.status is Status.ASSESSED
    assert [line.code for line in room.current().lines] == ["DEP"]


def test_after_the_duties_only_deposits_are_offered(clerk):
    room = request(clerk)
    pay(clerk, room)
    clerk.program.opened.open_stored("a")
    clerk.settle()
    run(clerk, "request_payment")
    dialog = clerk.dialog()
    assert [dialog.kind.itemText(row) for row in range(dialog.kind.count())] == [
        "Deposits: BHD 40.000"
    ]
    accept(clerk)
    pay(clerk, room)
    run_again = len(clerk.answers.told)
    clerk.program.opened.open_stored("a")
    clerk.settle()
    run(clerk, "request_payment")
    accept(clerk)
    assert "Receipt R 2 was paid for this declaration already" in clerk.answers.told[run_again]


def test_another_desk_was_quicker_and_its_name_is_told(clerk):
    room = request(clerk)
    press(clerk, room.detail.buttons[Action.PAY])
    kept, database = room.current(), clerk.program.workspace.database()
    given = payments.Given(patterns=PaymentNumbers(), on=DAY, by="Noor", at=NOON, serial="R")
    payment = payments.Payment(amount=kept.amount, method=Method.CASH, paid_at=NOON)
    payments.record(database, kept.id, payment, given)
    dialog = clerk.dialog()
    dialog.lines["payment_number"].setText("4711")
    accept(clerk)
    assert "paid already: receipt R 1, recorded by Noor" in dialog.fault.text()
    assert dialog.lines["payment_number"].text() == "4711"  # nothing that was keyed is lost
    assert room.current().status is PaymentStatus.SUCCESSFUL
    clerk.press(Qt.Key.Key_Escape)


def test_a_receipt_number_that_is_known_is_corrected_in_its_place(clerk):
    room = request(clerk)
    pay(clerk, room)
    room = request(clerk, "b")
    press(clerk, room.detail.buttons[Action.PAY])
    dialog = clerk.dialog()
    dialog.lines["receipt_number"].setFocus()
    clerk.type("R 1")
    accept(clerk)
    assert "Receipt R 1 is recorded with request PR/1/26 already" in dialog.fault.text()
    assert dialog.lines["receipt_number"].hasFocus()
    clerk.type("R 7")
    accept(clerk)
    assert room.current().receipt.number == "R 7"


def test_who_was_not_granted_payment_reads_why(clerk):
    room = request(clerk)
    sign_in(clerk.program.workspace, {Service.DECLARE})
    room.refresh()
    clerk.settle()
    assert "Payment and release" in room.detail.buttons[Action.PAY].toolTip()
    assert not room.detail.buttons[Action.REJECT].isEnabled()


def test_the_receipt_is_saved_in_each_language_and_the_request_beside_it(clerk, tmp_path):
    room = request(clerk)
    pay(clerk, room)
    for row, wanted in enumerate((["Receipt", "62.500"], ["62.500"], ["Receipt", "Customs tax"])):
        press(clerk, room.detail.print_button)
        clerk.answers.save_path = tmp_path / f"{row}.pdf"
        clerk.dialog().edition.setCurrentIndex(row)
        press(clerk, clerk.dialog().save_button)
        text = PdfReader(tmp_path / f"{row}.pdf").pages[0].extract_text()
        assert all(word in text for word in wanted)
        assert f"Printed to {row}.pdf" in said(clerk)
    press(clerk, room.detail.print_button)
    dialog = clerk.dialog()
    assert not dialog.print_button.isEnabled()
    clerk.answers.save_path = tmp_path / "nowhere" / "request.pdf"
    dialog.paper.setCurrentIndex(1)
    press(clerk, dialog.save_button)
    assert "request.pdf cannot be written" in dialog.fault.text()
    clerk.press(Qt.Key.Key_Escape)


def test_paper_comes_out_of_a_printer(clerk, tmp_path, printers):
    room = request(clerk)
    around = room.current(), clerk.program.desk().book.profile, Edition.BOTH
    target = a_room(tmp_path, clerk.program.tasks, Answered(), printers)
    dialog = PaymentPrintDialog(*around, target, clerk.window)
    told = []
    dialog.said.connect(told.append)
    dialog.open()
    printers.gone.add("Counter")
    press(clerk, dialog.print_button)
    assert "Counter does not answer" in dialog.fault.text()
    printers.gone.clear()
    press(clerk, dialog.print_button)
    assert told == ["Sent to Counter."]
    assert len(PdfReader(printers.paper()).pages) == 1
