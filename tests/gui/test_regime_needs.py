"""What a regime needs, by one key; its case and guarantee are asked for by the assessment."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.status import Status
from sad_desktop.resources import SAMPLE, resource
from sad_desktop.services.due_dates import DueDates
from tests.gui.desk import open_desk
from tests.lives import DAY, registered
from tests.suspended import LAW, a_guarantee
from tests.unit.test_services_due_dates import a_draft


@pytest.fixture
def clerk(qapp, tmp_path):
    clerk = open_desk(qapp, tmp_path / "office", user_name="Salma")
    clerk.open_office()
    yield clerk
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def needs(clerk):
    clerk.press(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()
    return clerk.dialog()


def rows(dialog):
    return [dialog.model.row(n).cells for n in range(dialog.model.rowCount())]


def test_papers_say_whether_they_are_attached_and_the_period_is_told(clerk):
    clerk.program.workplace.open_path(resource(SAMPLE))
    clerk.settle()
    dialog = needs(clerk)
    assert dialog.regime.currentText() == "Commercial import (0101)"
    found = rows(dialog)
    assert ("Document", "Original invoice", "attached") in found
    assert ("Period", "Undertaking to bring the originals: 90 days, not extended", "") in found
    assert "GCC unified procedures guide, 0101" in dialog.sentence.text()
    assert dialog.begin_row.count() == 1  # nothing is begun for what is not registered
    clerk.press(Qt.Key.Key_Escape)


def test_originals_still_to_be_brought_are_followed_from_a_registered_declaration(clerk):
    engine = clerk.program.workspace.database()
    draft = a_draft("4000", office_code="BHKBS", reference_year=2026, reference_number="T1")
    registered(engine, "a", draft)
    clerk.program.opened.open_stored("a")
    clerk.settle()
    dialog = needs(clerk)
    button = dialog.begin_row.itemAt(0).widget()
    button.setFocus()
    clerk.press(Qt.Key.Key_Space)
    clerk.settle()
    asked = clerk.dialog()
    asked.day.setText("01/11/2026")
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    assert "30/01/2027" in dialog.message.text()
    dialog.reject()
    (line,) = DueDates(clerk.program.workspace, clerk.document.desk.book.profile).lines(DAY)
    assert (line.due.is_documents, line.due.due_on) == (True, date(2027, 1, 30))
    assert line.case == LAW.regime("0101", DAY).case("documents")


def test_an_assessment_asks_for_the_case_and_charges_the_guarantee_chosen(clerk):
    engine = clerk.program.workspace.database()
    a_guarantee(engine, "500", number="LG-1")
    facts = {"office_code": "BHKBS", "reference_year": 2026, "reference_number": "T1"}
    registered(engine, "a", a_draft(**facts))
    clerk.program.opened.open_stored("a")
    clerk.settle()
    clerk.press(Qt.Key.Key_F12)
    clerk.settle()
    dialog = clerk.dialog()
    assert dialog.guarantee.currentText() == "LG-1 · 500.000"  # the case asks for one
    clerk.tab_to(dialog.case)
    clerk.press(Qt.Key.Key_End)
    assert dialog.case.currentText() == "Import for re-export"
    clerk.press(Qt.Key.Key_Return)
    clerk.settle()
    (line,) = DueDates(clerk.program.workspace, clerk.document.desk.book.profile).lines(DAY)
    assert (line.due.regime, line.guarantee.number) == ("0305", "LG-1")
    assert line.charged == clerk.document.note.guarantee > 0
    assert clerk.document.draft.status is Status.ASSESSED
