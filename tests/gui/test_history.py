from dataclasses import replace
from datetime import UTC, datetime

from sad_desktop.declaration.draft import Place, Source
from sad_desktop.declaration.status import Status
from sad_desktop.forms.history import HistoryTab
from tests.gui.open_document import a_document, shown


def test_a_new_declaration_says_that_it_is_not_stored(qtbot):
    tab = shown(qtbot, HistoryTab(a_document()))
    assert tab.facts["status"].text() == "Draft"
    assert tab.facts["version"].text() == "not stored yet"
    assert tab.facts["profile"].text() == "Testland (tt)"
    assert tab.facts["stored_by"].text() == "–"


def test_who_stored_it_and_when_is_shown_in_local_time(qtbot):
    document = a_document(status=Status.REGISTERED)
    document.version = 4
    tab = shown(qtbot, HistoryTab(document))
    at = datetime(2026, 11, 2, 9, 5, tzinfo=UTC)
    tab.show_stored("Layla", at)
    assert tab.facts["version"].text() == "4"
    assert tab.facts["stored_by"].text() == "Layla"
    assert tab.facts["stored_at"].text() == at.astimezone().strftime("%d/%m/%Y %H:%M")
    assert tab.facts["status"].text() == "Registered"


def test_the_file_it_came_from_is_named(qtbot):
    document = a_document()
    source = Source(dialect="asycuda", name="IM4-77.xml", content=b"")
    document.draft = replace(document.draft, source=source)
    tab = shown(qtbot, HistoryTab(document))
    assert tab.facts["source"].text() == "IM4-77.xml"
    assert tab.facts["dialect"].text() == "asycuda"


def test_changes_that_are_not_stored_are_told(qtbot):
    document = a_document()
    tab = shown(qtbot, HistoryTab(document))
    assert tab.facts["modified"].text() == "none"
    document.enter(Place("delivery_place"), "Izmir")
    assert tab.facts["modified"].text() == "yes, not stored"
    document.undo_stack.setClean()
    assert tab.facts["modified"].text() == "none"
