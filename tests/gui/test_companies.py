"""The companies' room by keys alone: keying, finding, ending, merging, and what is refused."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib.resources import as_file
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.companies import Account, AccountKind, Company, Licence, Role
from sad_desktop.declaration.draft import Place
from sad_desktop.forms.companies import CompaniesRoom
from sad_desktop.forms.language import Language, translate_finding
from sad_desktop.forms.widgets.search_line import choose_row
from sad_desktop.resources import resource
from tests.gui.desk import ON, Clerk, open_desk

GULF = Company(
    code="58411-01",
    en="Gulf Motors",
    ar="شركة الخليج للسيارات",
    roles=frozenset({Role.CONSIGNEE}),
)


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path, language: Language) -> Iterator[Clerk]:
    clerk = open_desk(qapp, tmp_path, str(language))
    clerk.open_office()
    yield clerk
    clerk.leave()


def enter(clerk: Clerk) -> CompaniesRoom:
    clerk.window.run("companies")
    clerk.settle()
    clerk.take_over()
    room = clerk.window.workplace.rooms.shown()
    assert isinstance(room, CompaniesRoom)
    return room


def push(clerk: Clerk, button) -> None:
    clerk.tab_to(button)
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()


def kept(clerk: Clerk) -> list[Company]:
    clerk.program.companies.refresh()
    return list(clerk.program.companies.all())


def test_a_company_is_keyed_by_keys_alone(clerk):
    room = enter(clerk)
    push(clerk, room.new_button)
    clerk.key_in(
        "٥٨٤١١-٠١", "bh", "Gulf Motors", "شركة الخليج", "Road 12", "طريق 12", "17000", "a@b"
    )
    for role in Role:
        if role is Role.DECLARANT:
            clerk.press(Qt.Key.Key_Space)
        clerk.press(Qt.Key.Key_Tab)
    clerk.key_in("CR", "77", "1/10/2027", "", "", "")
    clerk.type("C-9")
    clerk.press(Qt.Key.Key_Tab)
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Tab)
    clerk.type("1,500.125")
    room.save()
    (company,) = kept(clerk)
    assert (company.code, company.country) == ("58411-01", "BH")
    assert (company.en, company.ar, company.address_ar) == ("Gulf Motors", "شركة الخليج", "طريق 12")
    assert company.roles == {Role.CONSIGNEE, Role.PAYER, Role.DECLARANT}
    assert company.licences == (Licence(name="CR", number="77", valid_until=date(2027, 10, 1)),)
    (account,) = company.accounts
    assert (account.code, account.kind, str(account.left)) == (
        "C-9",
        AccountKind.CREDIT,
        "1500.125",
    )


def test_what_is_wrong_is_said_and_what_was_keyed_stays(clerk):
    room = enter(clerk)
    push(clerk, room.new_button)
    clerk.key_in("5841", "", "Gulf")
    assert not room.save()
    assert "5841" in room.note.text()
    assert room.editor.form.editor("en").text() == "Gulf"
    room.editor.licences.editor(0, "valid_until").setText("32/13/2027")
    assert not room.save()
    assert kept(clerk) == []
    assert not room.may_close()
    push(clerk, room.give_up_button)
    assert room.may_close()


def test_words_of_either_language_find_and_enter_opens(clerk):
    clerk.program.companies.store(GULF)
    clerk.program.companies.store(replace(GULF, code="18095-04", en="Pearl", ar="اللؤلؤة"))
    room = enter(clerk)
    assert room.model.rowCount() == 2
    for typed in ("gulf", "الخليج", "584"):
        room.line.clear()
        clerk.type(typed)
        assert [room.model.company(0).code, room.model.rowCount()] == ["58411-01", 1]
    clerk.press(Qt.Key.Key_Down)
    clerk.press(Qt.Key.Key_Return)
    assert room.shown().code == "58411-01"
    assert clerk.focus() is room.editor.form.editor("code")


def test_another_company_is_not_shown_over_unsaved_changes(clerk):
    clerk.program.companies.store(GULF)
    clerk.program.companies.store(replace(GULF, code="18095-04", en="Pearl"))
    room = enter(clerk)
    choose_row(room.view, 0)
    first = room.shown()
    room.editor.form.editor("phone").setText("17000")
    choose_row(room.view, 1)
    assert room.shown() == first
    assert first.name(clerk.language) in room.note.text()
    assert room.editor.form.editor("phone").text() == "17000"


def test_an_ended_company_leaves_the_list_and_the_finder(clerk):
    clerk.program.companies.store(replace(GULF, code="18095-04", en="Pearl"))
    gulf = clerk.program.companies.store(GULF)
    room = enter(clerk)
    choose_row(room.view, room.model.row_of(gulf.id))
    push(clerk, room.end_button)
    assert room.model.rowCount() == 1
    assert clerk.program.desk().book.entry("companies", "58411-01", ON) is None
    room.ended.setChecked(True)
    assert room.model.rowCount() == 2


def test_duplicates_are_found_and_become_one(clerk):
    clerk.program.companies.store(GULF)
    clerk.program.companies.store(
        replace(GULF, code="58411-02", en="Gulf Motors W.L.L.", accounts=(Account(code="P-1"),))
    )
    clerk.program.companies.store(replace(GULF, code="18095-04", en="Pearl", ar=""))
    room = enter(clerk)
    room.alike.setChecked(True)
    assert room.model.rowCount() == 2
    choose_row(room.view, room.model.row_of(1))
    room.view.selectAll()
    push(clerk, room.ask_merge_button)
    assert room.merge_button.hasFocus()
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()
    whole = next(one for one in kept(clerk) if one.code == "58411-01")
    assert [account.code for account in whole.accounts] == ["P-1"]
    assert room.model.rowCount() == 0


def test_a_declaration_on_the_desk_knows_a_company_as_soon_as_it_is_saved(clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.key_in("IM", "4")
    document = clerk.document
    clerk.program.companies.store(replace(GULF, code="18095-04"))
    room = enter(clerk)
    document.put(Place("consignee_code"), "58411-01")
    assert "H-05" in {finding.code for finding in document.findings}
    room.start_new()
    room.editor.load(GULF)
    room.save()
    places = {(one.code, one.place.field) for one in document.findings}
    assert ("H-05", "consignee_code") not in places


def test_an_expired_licence_and_an_account_too_small_are_told_on_verifying(clerk, qtbot):
    """H-07 and PAY-04 from the companies' room to the findings, and gone once they are mended."""
    with as_file(resource("samples/im4-seven-items.xml")) as sample:
        clerk.program.opened.open_path(sample)
    clerk.settle()
    document = clerk.document
    document.put(Place("consignee_code"), "58411-01")
    document.put(Place("payment_account"), "C-9")
    assert document.note.total > 1
    room = enter(clerk)
    push(clerk, room.new_button)
    clerk.key_in("58411-01", "BH", "Gulf Motors", "", "", "", "", "")
    clerk.tab_to(room.editor.licences.editor(0, "name"))
    clerk.key_in("CR", "77", "1/10/2026", "", "", "", "C-9")
    clerk.press(Qt.Key.Key_Tab)
    clerk.key_in("1")
    push(clerk, room.save_button)
    clerk.window.run("previous_declaration")
    clerk.press(Qt.Key.Key_F9)
    clerk.settle()
    found = {finding.code: finding for finding in document.findings}
    assert {"H-07", "PAY-04"} <= set(found)
    assert "01/10/2026" in translate_finding(found["H-07"])
    (company,) = kept(clerk)
    paper = replace(company.licences[0], valid_until=date(2027, 10, 1))
    account = replace(company.accounts[0], left=document.note.total)
    room = enter(clerk)
    room.editor.load(replace(company, licences=(paper,), accounts=(account,)))
    assert room.save()
    clerk.settle()
    qtbot.waitUntil(lambda: not {"H-07", "PAY-04"} & {one.code for one in document.findings})
