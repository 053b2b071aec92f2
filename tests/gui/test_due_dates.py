"""A clerk follows due dates by keys: what is next, an extension, a proof, a claim, a guarantee."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from sad_desktop.brokerage.due_dates import DueAct, DueState
from sad_desktop.declaration.item import Item
from tests.gui.desk import ON, open_desk
from tests.suspended import a_guarantee, an_opening, enter, pay


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office", user_name="Salma")
    clerk.open_office()
    engine = clerk.program.workspace.database()
    bank = a_guarantee(engine, "50000", number="LG-118", issuer="National Bank")
    facts = {"declaration_type": "IM", "general_procedure": "5", "consignee_code": "58411-01"}
    for name, number, opening in (
        ("late", "701", an_opening(bank.id, "845", "0301", "c", date(2026, 5, 20))),
        ("near", "702", an_opening(0, "99.5", "0305", "re_export", date(2026, 5, 27))),
        ("far", "703", an_opening(bank.id, "1200", "0301", "a", date(2026, 9, 1))),
    ):
        enter(engine, opening, name, number, consignee_name=f"Importer {name}", **facts)
    yield clerk
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def room(clerk):
    clerk.press(
        Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    clerk.settle()
    return clerk.program.workplace.rooms.shown()


def choose(clerk, opened, name):
    ids = [one.due.declaration_id for one in opened.shown]
    opened.view.selectRow(ids.index(name))
    clerk.settle()


def ask(clerk, opened, act):
    button = opened.acts.buttons[act]
    button.setFocus()
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()
    return clerk.dialog()


def answer(clerk):
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()


def test_what_is_due_next_stands_first_and_says_it_in_words(clerk):
    opened = room(clerk)
    assert opened.view.hasFocus()
    rows = [(one.due.declaration_id, one.state) for one in opened.shown]
    assert rows == [
        ("late", DueState.EXPIRED),
        ("near", DueState.OPEN),
        ("far", DueState.OPEN),
    ]
    shown = [opened.model.row(n).cells for n in range(3)]
    assert [row[10] for row in shown] == ["5 days over", "2 days", "99 days"]
    assert (shown[1][7], shown[2][11]) == ("none yet", "25/02/2027")
    assert "1 expired" in opened.message.text()
    opened.line.setFocus()
    clerk.type("702")
    assert [one.due.declaration_id for one in opened.shown] == ["near"]


def test_an_extension_asked_too_late_is_refused_and_one_in_time_moves_the_day(clerk):
    opened = room(clerk)
    ask(clerk, opened, DueAct.EXTEND)
    answer(clerk)
    assert "must be requested before 16/11/2026" in opened.message.text()
    dialog = ask(clerk, opened, DueAct.EXTEND)
    dialog.day.setText("15/11/2026")
    answer(clerk)
    line = opened.current()
    assert (line.due.declaration_id, line.due.due_on) == ("late", date(2027, 5, 15))
    assert line.state is DueState.EXTENDED
    assert "Extended" in [opened.history_model.row(n).cells[1] for n in range(2)]


def test_a_part_then_the_rest_is_proved_claimed_and_released(clerk):
    opened = room(clerk)
    choose(clerk, opened, "far")
    dialog = ask(clerk, opened, DueAct.DISCHARGE)
    assert dialog.choice.currentText() == "Stamped copy of the re-export declaration"
    dialog.amount.setText("200")
    answer(clerk)
    assert (opened.current().charged, opened.current().state) == (1000, DueState.PARTLY)
    dialog = ask(clerk, opened, DueAct.DISCHARGE)
    dialog.number.setText("C 99")
    answer(clerk)
    line = opened.current()
    assert (line.charged, line.due.claim_due_on) == (0, date(2027, 2, 19))
    assert not opened.acts.buttons[DueAct.EXTEND].isEnabled() or line.ask_by
    ask(clerk, opened, DueAct.CLAIM)
    answer(clerk)
    assert opened.shown == [one for one in opened.shown if one.due.declaration_id != "far"]
    opened.filter.setCurrentIndex(5)
    choose(clerk, opened, "far")
    ask(clerk, opened, DueAct.REFUND)
    answer(clerk)
    assert opened.current().state is DueState.REFUNDED
    for state in (DueState.CLAIMED, DueState.DISCHARGED, DueState.OPEN):
        dialog = ask(clerk, opened, DueAct.TAKE_BACK)
        dialog.remark.setText("a slip")
        answer(clerk)
        opened.filter.setCurrentIndex(6)
        choose(clerk, opened, "far")
        assert opened.current().state is state
    assert opened.current().charged == 1200
    assert opened.history_model.row(0).cells[1] == "Taken back"


def test_a_guarantee_is_chosen_for_what_none_stands_for(clerk):
    opened = room(clerk)
    choose(clerk, opened, "near")
    assert "No guarantee stands for" in opened.details.text()
    ask(clerk, opened, DueAct.COVER)
    answer(clerk)
    line = opened.current()
    assert (line.guarantee.number, line.charged) == ("LG-118", Decimal("99.5"))
    assert line.free == Decimal("47855.500")


def test_dates_are_exported_for_any_calendar_and_the_claim_is_printed(clerk, tmp_path):
    opened = room(clerk)
    clerk.answers.save_path = tmp_path / "due.ics"
    opened._export()
    text = (tmp_path / "due.ics").read_bytes().replace(b"\r\n ", b"").decode()
    assert text.count("BEGIN:VEVENT") == 3
    assert "DTSTART;VALUE=DATE:20261116" in text
    assert text.count("TRIGGER:-P30D") == 3
    assert all(len(line) <= 75 for line in (tmp_path / "due.ics").read_bytes().split(b"\r\n"))
    clerk.answers.save_path = tmp_path / "nowhere" / "due.ics"
    opened._export()
    assert opened.message.text() == "due.ics cannot be written. Choose another folder."
    clerk.answers.save_path = tmp_path / "claim.pdf"
    opened.acts.print_button.click()
    assert (tmp_path / "claim.pdf").read_bytes().startswith(b"%PDF")
    assert opened._today == ON


def test_the_status_bar_tells_what_is_due_and_leads_there(clerk):
    due = clerk.program.workplace.due
    due.refresh()
    clerk.settle()
    assert due.button.text() == "2 due within 30 days, 1 expired"
    due.button.click()
    clerk.settle()
    assert clerk.program.workplace.rooms.shown().name == "due_dates"


def test_earlier_declarations_are_taken_up_by_one_button_that_then_goes(clerk):
    items = (Item(key=1, procedure="5300", commodity_code="84713000"),)
    enter(clerk.program.workspace.database(), None, "old", "709", items=items)
    opened = room(clerk)
    assert opened.follow_button.text() == "Follow 1 earlier declaration"
    opened.follow_button.setFocus()
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()
    assert "old" in [one.due.declaration_id for one in opened.shown]
    assert not opened.follow_button.isVisible()


def test_refunds_are_listed_with_their_reasons_and_opened_by_enter(clerk):
    opened = room(clerk)
    opened._find_refunds()
    clerk.settle()
    assert "No paid import" in opened.message.text()
    engine = clerk.program.workspace.database()
    pay(engine, "good", "801", "9400", "470")
    pay(engine, "small", "802", "10", "0.500")
    opened._find_refunds()
    clerk.settle()
    dialog = clerk.dialog()
    shown = [dialog.model.row(n).cells for n in range(2)]
    assert [row[7] for row in shown] == ["can be re-exported", "Worth less than the law asks."]
    assert shown[0][3:7] == ("470.000", "24,994.62", "", "01/07/2027")
    assert dialog.view.hasFocus()
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.document.document_id == "good"
