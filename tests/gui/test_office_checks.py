"""Prices are compared with earlier declarations, and offences of the importer are shown."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from sad_desktop.brokerage.ledgers import Ledger, Offence, UsualPrice
from sad_desktop.brokerage.prices import cases_of
from sad_desktop.brokerage.register import EarlierCase
from sad_desktop.database import prices
from sad_desktop.database.engine import writing
from sad_desktop.declaration.status import Status
from sad_desktop.forms.price_check import PriceCheck
from sad_desktop.services.desk import Desk
from sad_desktop.services.ledgers import Ledgers
from tests.clean_declaration import DAY, RICE, clean
from tests.gui.desk import open_desk
from tests.stored_drafts import put_as_it_is

IMPORTER = "58411-01"


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office", user_name="Salma")
    clerk.program._on = DAY
    clerk.program.list_refresh.stop()
    clerk.program._book = clean().book
    clerk.open_office()
    yield clerk
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def keep_assessed(clerk, number):
    """Keep the clean declaration as one that was assessed under a reference."""
    given = clean().header(reference_number=number, containers=())
    database = clerk.program.workspace.database()
    put_as_it_is(database, number, replace(given.draft, status=Status.ASSESSED))
    note = Desk(book=given.book, on=DAY).assessor().assess(given.draft.declaration)
    cases = cases_of(EarlierCase(id=number, title=""), given.draft.declaration, note, DAY)
    with writing(database) as connection:
        prices.write(connection, number, cases)


def open_dear(clerk):
    """Open a draft whose rice is three times as dear as before."""
    items = clean().draft.declaration.items
    rice = next(n for n, item in enumerate(items, start=1) if item.commodity_code == RICE)
    given = clean().item(rice, invoice_amount=items[rice - 1].invoice_amount * 3)
    database = clerk.program.workspace.database()
    put_as_it_is(database, "mine", replace(given.draft, status=Status.STORED))
    clerk.program.opened.open_stored("mine")
    clerk.settle()
    return rice


def price_check(clerk):
    clerk.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    clerk.settle()
    window = clerk.window.findChild(PriceCheck)
    window.activateWindow()
    window.items.setFocus()
    clerk.settle()
    return window


def test_prices_stand_beside_the_earlier_ones_and_enter_opens_those(clerk):
    for number in ("T2001", "T2002", "T2003"):
        keep_assessed(clerk, number)
    rice = open_dear(clerk)
    window = price_check(clerk)
    assert "1 item" in window.message.text()
    for _ in range(rice - 1):
        clerk.press(Qt.Key.Key_Down)
    assert window.items_model.index(rice - 1, 8).data().startswith("3 ")
    assert window.cases_model.rowCount() >= 3
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.tab.focusWidget().currentIndex().row() == rice - 1
    window.cases.setFocus()
    window._open(0)
    clerk.settle()
    assert clerk.document.document_id in {"T2001", "T2002", "T2003"}
    window.close()


def test_a_table_kept_meanwhile_is_compared_at_once(clerk):
    open_dear(clerk)
    window = price_check(clerk)
    assert "Nothing is known" in window.message.text()
    row = UsualPrice(commodity_code=RICE[:4], least=Decimal("0.001"), most=Decimal(99999))
    Ledgers(clerk.program.workspace, "bh").store(Ledger.PRICES, row)
    clerk.program.opened.register.ask_all_again()
    clerk.settle()
    clerk.settle()
    assert "in its range" in window.message.text()
    window.close()


def test_the_finding_opens_the_declaration_it_rests_on(clerk):
    for number in ("T2001", "T2002", "T2003"):
        keep_assessed(clerk, number)
    open_dear(clerk)
    panel = clerk.program.workplace.findings
    clerk.press(Qt.Key.Key_F9)
    clerk.settle()
    row = next(r for r in range(panel.model.rowCount()) if panel.model.finding(r).code == "V-14")
    panel.view.selectRow(row)
    assert panel.cases_button.isVisible()
    clerk.press(Qt.Key.Key_O)
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.document.document_id in {"T2001", "T2002", "T2003"}


def test_open_offences_of_the_importer_stand_above_its_declarations(clerk):
    open_dear(clerk)
    assert not clerk.tab.banner.isVisible()
    own = Ledgers(clerk.program.workspace, "bh")
    kept = own.store(Ledger.OFFENCES, Offence(importer=IMPORTER, noted_on=DAY, what="undervalued"))
    clerk.program.opened.register.ask_all_again()
    clerk.settle()
    assert clerk.tab.banner.isVisible()
    assert "undervalued" in clerk.tab.banner.said.text()
    clerk.window.actions_by_key["check_offences"].trigger()
    clerk.settle()
    room = clerk.program.workplace.rooms.room("offences")
    assert room.line.text() == IMPORTER
    assert room.model.rowCount() == 1
    own.store(Ledger.OFFENCES, replace(kept, is_settled=True))
    clerk.program.opened.register.ask_all_again()
    clerk.settle()
    assert clerk.program.workplace.tab_of(clerk.program.opened.documents[0]).banner.isHidden()
