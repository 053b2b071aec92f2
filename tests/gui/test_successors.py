"""Ended tariff lines of an opened declaration: successors offered, chosen by keys, remembered."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from sad_desktop.brokerage.list_parts import CORRELATION
from sad_desktop.declaration.draft import Place
from sad_desktop.forms.successors import SuccessorsDialog
from sad_desktop.services.exchange import save_file
from sad_desktop.services.successors import ended_lines, successors
from sad_desktop.tariff.book import ListEntry
from tests.gui.desk import ON, open_desk

FORMER, FIRST, SECOND = "01012110", "010121100000", "010229000000"


@pytest.fixture
def clerk(qapp, tmp_path, language):
    clerk = open_desk(qapp, tmp_path, str(language))
    clerk.open_office()
    clerk.program.lists.put(
        CORRELATION, ListEntry(code=FORMER, en="", ar="", facts={"codes": f"{FIRST} {SECOND}"})
    )
    clerk.program.use_lists()
    yield clerk
    clerk.leave()


def an_older_file(clerk, path):
    """Write a declaration of two items with an ended code."""
    clerk.program.opened.new()
    document = clerk.document
    document.put_all(
        (
            (Place("consignee_code"), "18095-04"),
            (Place("commodity_code", item=1), FORMER),
            (Place("commercial_description", item=1), "Arab mares"),
        ),
        "key",
    )
    save_file(document.draft, None, path)
    return path


def offered(clerk, path) -> SuccessorsDialog:
    clerk.program.opened.open_path(path)
    clerk.settle()
    dialog = clerk.program.workplace.successors.dialog
    assert isinstance(dialog, SuccessorsDialog)
    return dialog


def test_a_successor_is_chosen_as_one_step_and_remembered_for_the_importers_product(
    clerk, tmp_path
):
    path = an_older_file(clerk, tmp_path / "older.xml")
    dialog = offered(clerk, path)
    (choice,) = dialog.choices
    assert choice.currentData() == ""  # two may follow: the program does not choose
    choice.setFocus()
    clerk.press(Qt.Key.Key_Down)
    clerk.tab_to(dialog.take_button)
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()
    place = Place("commodity_code", item=1)
    assert clerk.document.draft.value(place) == FIRST
    clerk.document.undo_stack.undo()
    assert clerk.document.draft.value(place) == FORMER
    again = offered(clerk, path.rename(tmp_path / "again.xml"))
    assert again.choices[0].currentData() == FIRST
    clerk.press(Qt.Key.Key_Escape)
    clerk.settle()


def test_the_correlation_holds_by_its_day_and_codes_in_force_are_left_alone(clerk, tmp_path):
    an_older_file(clerk, tmp_path / "older.xml")
    book, draft = clerk.program.desk().book, clerk.document.draft
    assert [line.code for line in successors(FORMER, book, ON)] == [FIRST, SECOND]
    assert [one.former_code for one in ended_lines(draft, book, ON)] == [FORMER]
    assert ended_lines(draft, book, date(2024, 12, 31)) == ()
    clerk.program.lists.end(CORRELATION, FORMER, ON)
    book = clerk.program.lists.book
    assert [line.code for line in successors(FORMER, book, ON)] == [FIRST]  # below its digits
