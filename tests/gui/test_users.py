"""Signing in and looking after users, by keys alone, on a real desk."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.companies import Company, Role
from sad_desktop.brokerage.users import Service, SignInRules, User, password_lacks
from sad_desktop.forms.sign_in import PasswordDialog
from tests.gui.desk import open_desk

FIRST = "Bahrain2026"
OWN = "Manama-Port-7"
ALI = User(name="ali", first_name="Ali", services=frozenset({Service.PAY}))


@pytest.fixture
def clerk(qapp, tmp_path, language):
    desk = open_desk(qapp, tmp_path, language=language)
    desk.open_office()
    yield desk
    desk.leave()


@pytest.fixture
def general(clerk):
    """A desk whose first user, the general user, has turned signing in on."""
    clerk.window.run("users")
    room = clerk.program.workplace.rooms.shown()
    room.enter()
    for typed in ("huda", "Huda", "Salem", FIRST, FIRST):
        clerk.type(typed)
        clerk.press(Qt.Key.Key_Tab)
    assert clerk.focus() is room.first.begin_button
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()
    return clerk


def users_room(clerk):
    return clerk.program.workplace.rooms.shown()


def sign_in(clerk, name, password):
    """Key a name and a password into the dialog that waits."""
    dialog = clerk.program.reception.dialog()
    dialog.name.setFocus()
    dialog.name.selectAll()
    clerk.type(name)
    clerk.press(Qt.Key.Key_Tab)
    clerk.type(password)
    clerk.press(Qt.Key.Key_Return)
    return dialog


def is_secret(word):
    """Tell whether a word of a sentence is the one-time password in it."""
    return not password_lacks(word, SignInRules(least_length=12, needs_symbol=True))


def test_s1_002_the_first_user_turns_signing_in_on_and_is_the_general_user(general):
    room = users_room(general)
    assert room.current().is_general
    assert room.current().full_name == "Huda Salem"
    assert general.program.workspace.user == "huda"


def test_s0_006_the_button_waits_for_everything(clerk):
    clerk.window.run("users")
    first = users_room(clerk).first
    first.lines["name"].setText("huda")
    first.lines["first_name"].setText("Huda")
    first.password.first.setText("huda")
    first.password.again.setText("huda")
    assert not first.begin_button.isEnabled()
    assert first.password.lacks.text()
    first.password.first.setText(FIRST)
    first.password.again.setText("other")
    assert not first.begin_button.isEnabled()
    first.password.again.setText(FIRST)
    assert first.begin_button.isEnabled()


def test_s1_024_a_new_user_signs_in_with_the_one_time_password_and_changes_it(general):
    room = users_room(general)
    room.new_button.setFocus()
    general.press(Qt.Key.Key_Space)
    assert general.focus() is room.form.lines["name"]
    general.type("ali")
    general.press(Qt.Key.Key_Tab)
    general.type("Ali")
    room.form.save_button.setFocus()
    general.press(Qt.Key.Key_Space)
    assert room.current().name == "ali"
    password = next(
        word for word in re.split(r"[^\w+=%-]+", room.message.text()) if is_secret(word)
    )
    control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    general.press(Qt.Key.Key_L, control)
    dialog = sign_in(general, "ali", password)
    assert dialog.isVisible()
    assert general.focus() is dialog.new.first
    general.type(OWN)
    general.press(Qt.Key.Key_Tab)
    general.type(OWN)
    general.press(Qt.Key.Key_Return)
    assert general.program.workspace.user == "ali"
    assert general.window.isVisible()


def test_what_was_not_granted_is_closed_and_says_why(general):
    users = general.program.reception.users
    _, password = users.add(ALI)
    general.program.reception.lock()
    sign_in(general, "ali", password)
    dialog = general.program.reception.dialog()
    dialog.new.first.setText(OWN)
    dialog.new.again.setText(OWN)
    general.press(Qt.Key.Key_Return)
    general.settle()
    new = general.window.actions_by_key["new"]
    assert not new.isEnabled()
    assert new.toolTip() != new.text()
    assert users_room(general)._pages.currentWidget() is users_room(general)._nobody


def test_a_locked_desk_hides_everything_until_the_password_is_right(general):
    general.window.run("new")
    general.program.reception.lock()
    QApplication.processEvents()
    assert not general.window.isVisible()
    dialog = sign_in(general, "huda", "wrong")
    assert dialog.isVisible()
    assert dialog.message.text()
    assert not general.window.isVisible()
    sign_in(general, "huda", FIRST)
    assert general.window.isVisible()
    assert general.program.reception.dialog() is None
    assert len(general.program.opened.documents) == 1


def test_an_office_that_signs_in_asks_before_it_shows_anything(qapp, tmp_path, language):
    first = open_desk(qapp, tmp_path, language=language)
    first.open_office()
    first.program.reception.users.begin(User(name="huda", first_name="Huda"), FIRST)
    first.leave()
    again = open_desk(qapp, tmp_path, language=language)
    again.open_office()
    dialog = again.program.reception.dialog()
    assert dialog.isVisible()
    sign_in(again, "HUDA", FIRST)
    again.settle()
    assert again.program.workspace.user == "huda"
    again.leave()


def test_an_untouched_desk_locks_itself(general):
    reception = general.program.reception
    assert reception._idle.is_watching()
    reception._idle.expired.emit()
    assert not general.window.isVisible()
    sign_in(general, "huda", FIRST)
    reception.users.set_rules(SignInRules(is_on=True, idle_minutes=0))
    reception.watch()
    assert not reception._idle.is_watching()


def test_ones_own_password_is_changed(general):
    general.window.run("change_password")
    dialog = general.window.findChild(PasswordDialog)
    dialog.present.setText("wrong")
    dialog.new.first.setText(OWN)
    dialog.new.again.setText(OWN)
    dialog.ok_button.click()
    assert dialog.message.text()
    dialog.present.setText(FIRST)
    dialog.ok_button.click()
    assert not dialog.isVisible()
    assert general.program.reception.users.sign_in("huda", OWN).name == "huda"


def test_the_rules_turn_signing_in_off_again(general):
    room = users_room(general)
    room.rules_button.click()
    dialog = QApplication.activeModalWidget()
    dialog.ticks["is_on"].setChecked(False)
    dialog.ok_button.click()
    assert not general.program.workspace.rights.is_on
    assert room._pages.currentWidget() is room.first


def test_s1_029_companies_a_user_acts_for_are_found_with_f3_and_named(general):
    company = Company(code="58411-01", en="Gulf", ar="الخليج", roles=frozenset({Role.CONSIGNEE}))
    general.program.companies.store(company)
    general.program.opened.use_desk()
    room = users_room(general)
    room.new_button.setFocus()
    general.press(Qt.Key.Key_Space)
    general.key_in("ali", "Ali")
    general.tab_to(room.form.companies)
    general.type("٩٩٩")
    assert "999" in room.form.named.text()
    room.form.companies.clear()
    general.press(Qt.Key.Key_F3)
    general.type("58411")
    general.press(Qt.Key.Key_Return)
    assert room.form.named.text() != ""
    assert room.form.user().companies == {"58411-01"}
    general.take_over()
    general.tab_to(room.form.save_button)
    general.press(Qt.Key.Key_Space)
    assert {one.name: one.companies for one in general.program.reception.users.all()} == {
        "ali": {"58411-01"},
        "huda": set(),
    }
