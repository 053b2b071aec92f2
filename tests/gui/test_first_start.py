"""The first start in one dialog, and the quick tour: by keys alone, in both languages."""

from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QComboBox

from sad_desktop.app import Program
from sad_desktop.forms.first_start import ASKED, FirstStart, offices, proposed
from sad_desktop.forms.language import Language
from sad_desktop.forms.tour import STOPS
from sad_desktop.paths import Paths
from sad_desktop.settings import Settings, load_settings
from tests.gui.desk import Answers, Clerk, open_desk

ON = date(2026, 11, 21)


@pytest.fixture
def newcomer(qapp, tmp_path, language):
    """Somebody before a program that was never started."""
    answers = Answers()
    settings = Settings(language=str(language))
    program = Program(qapp, Paths(tmp_path), settings, on=ON, questions=answers.questions())
    program.window.resize(1300, 900)
    program.window.show()
    program.start("", is_first=True)
    clerk = Clerk(qapp, program, answers)
    clerk.settle()
    yield clerk
    clerk.leave()


def test_one_dialog_is_answered_by_keys_and_work_begins(newcomer, tmp_path):
    dialog = newcomer.dialog()
    assert isinstance(dialog, FirstStart)
    assert set(dialog.editors) == set(ASKED)
    newcomer.tab_to(dialog.editors["user_name"])
    newcomer.type("Ali")
    newcomer.tab_to(dialog.editors["office_code"])
    newcomer.type("BHBAH")
    newcomer.tab_to(dialog.editors["declarant_code"])
    newcomer.type("  D 7 ")
    for wish in ("lists", "harvest"):
        newcomer.tab_to(dialog.wishes[wish])
        newcomer.press(Qt.Key.Key_Space)
    newcomer.tab_to(dialog.begin_button)
    newcomer.press(Qt.Key.Key_Space)
    newcomer.settle()
    kept = load_settings(Paths(tmp_path).settings)
    assert (kept.user_name, kept.office_code, kept.declarant_code) == ("Ali", "BHBAH", "D 7")
    assert kept.language == newcomer.language
    assert newcomer.program.workspace.user == "Ali"
    assert len(newcomer.document.draft.declaration.items) == 7
    assert newcomer.program.workplace.help.tour is not None
    rooms = newcomer.program.workplace.rooms.opened()
    assert [room.name for room in rooms] == ["lists", "harvest"]
    new = newcomer.program.opened.new()
    assert new.draft.declaration.office_code == "BHBAH"
    assert newcomer.answers.told == []


def test_enter_in_a_line_begins_and_the_tour_leaves_the_cursor_in_the_sheet(newcomer):
    dialog = newcomer.dialog()
    newcomer.tab_to(dialog.leave_button)
    newcomer.tab_to(dialog.editors["declarant_code"])
    newcomer.key_in("18095-04")  # the cursor is in a line of the dialog, which goes with it
    assert dialog.begin_button.isDefault()
    newcomer.press(Qt.Key.Key_Return)
    newcomer.settle()
    assert newcomer.program.preferences.settings.declarant_code == "18095-04"
    for _ in STOPS:
        newcomer.press(Qt.Key.Key_Return)
    newcomer.settle()
    assert newcomer.program.workplace.help.tour is None
    assert newcomer.tab.isAncestorOf(newcomer.focus())


def test_left_for_later_it_begins_all_the_same_and_does_not_ask_again(newcomer, tmp_path):
    newcomer.press(Qt.Key.Key_Escape)
    newcomer.settle()
    assert newcomer.program.is_furnished
    assert newcomer.window.current_tab() is None
    assert Paths(tmp_path).settings.exists()
    assert load_settings(Paths(tmp_path).settings).office_code == ""


def test_another_language_goes_on_with_what_was_answered(newcomer):
    dialog = newcomer.dialog()
    newcomer.tab_to(dialog.editors["declarant_name"])
    newcomer.type("Gulf Clearing")
    other = "ar" if newcomer.language == "en" else "en"
    box = dialog.editors["language"]
    newcomer.tab_to(box)
    newcomer.press(Qt.Key.Key_Down if other == "ar" else Qt.Key.Key_Up)
    box.activated.emit(box.currentIndex())
    newcomer.settle()
    assert newcomer.language == other
    again = newcomer.dialog()
    assert again is not dialog
    assert again.editors["declarant_name"].text() == "Gulf Clearing"
    assert again.isRightToLeft() == (other == "ar")
    newcomer.press(Qt.Key.Key_Escape)
    newcomer.settle()


def test_the_offices_are_those_of_the_country_and_any_other_code_stays(qtbot):
    dialog = FirstStart({**proposed(Settings(language="en")), "office_code": "XX9"})
    qtbot.addWidget(dialog)
    country, office = dialog.editors["profile"], dialog.editors["office_code"]
    assert isinstance(country, QComboBox)
    assert isinstance(office, QComboBox)
    assert office.count() == len(offices("bh", "en")) > 0
    country.setCurrentIndex(country.findData("kw"))
    country.activated.emit(country.currentIndex())
    assert office.count() == len(offices("kw", "en"))
    assert dialog.answers()["office_code"] == "XX9"
    office.setCurrentIndex(0)
    assert dialog.answers()["office_code"] == offices("kw", "en")[0][0]


def test_the_tour_has_five_stops_stays_in_sight_and_gives_the_cursor_back(clerk):
    clerk.open_office()
    clerk.ctrl(Qt.Key.Key_N)
    before = clerk.focus()
    clerk.program.workplace.run("tour")
    tour = clerk.program.workplace.help.tour
    for step in range(len(STOPS)):
        assert tour.step == step
        assert clerk.window.rect().contains(tour.geometry())
        assert tour.said.text()
        assert "{" not in tour.said.text()
        clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.program.workplace.help.tour is None
    assert clerk.focus() is before


def test_the_tour_ends_where_the_field_it_came_from_was_closed(clerk):
    clerk.open_office()
    clerk.ctrl(Qt.Key.Key_N)
    clerk.program.workplace.run("tour")
    clerk.program.workplace.abandon_changes()
    clerk.program.workplace.run("close")
    clerk.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    clerk.program.workplace.run("tour")
    clerk.press(Qt.Key.Key_Escape)
    clerk.settle()
    assert clerk.program.workplace.help.tour is None


def test_the_tour_is_left_with_escape_and_does_not_stand_in_the_way(qapp, tmp_path, speak):
    speak(Language.ENGLISH)
    clerk = open_desk(qapp, tmp_path)
    clerk.open_office()
    clerk.program.workplace.run("tour")
    clerk.window.resize(900, 700)
    assert clerk.window.rect().contains(clerk.program.workplace.help.tour.geometry())
    clerk.press(Qt.Key.Key_Escape)
    clerk.settle()
    assert clerk.program.workplace.help.tour is None
    clerk.program.workplace.run("sample")
    assert len(clerk.document.draft.declaration.items) == 7
    clerk.leave()
