"""Details: facts, everything that was done to a declaration, and what each operation changed."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.history import compared
from sad_desktop.database import life as steps
from sad_desktop.database.declarations import store
from sad_desktop.declaration.draft import Place, Source
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.status import Status
from sad_desktop.forms.history import HistoryTab, Records
from sad_desktop.forms.versions import VersionsDialog
from sad_desktop.paths import Paths
from sad_desktop.services.life import Life
from sad_desktop.services.workspace import Workspace
from tests.gui.open_document import a_document, press, shown
from tests.lives import NOON, a_draft, an_order, assessed, registered


@pytest.fixture
def records(tmp_path, immediate_tasks):
    workspace = Workspace(Paths(tmp_path), user="Salma")
    yield Records(
        workspace=workspace,
        life=Life(workspace),
        tasks=immediate_tasks,
        save_path=lambda _parent, name: tmp_path / name,
    )
    workspace.close()


def opened(qtbot, records, document):
    return shown(qtbot, HistoryTab(document, records))


def an_amended(records):
    """Amend an assessed declaration: one item changed, one removed, one added."""
    database = records.workspace.database()
    items = (Item(key=1, commodity_code="84713000"), Item(key=2, commodity_code="85171300"))
    done = assessed(database, registered(database, "test", a_draft(items=items)))
    done = steps.amend(database, an_order("test", done.version))
    changed = (replace(items[0], commodity_code="61091000"), Item(key=3, net_mass="12"))
    after = replace(done.draft, declaration=replace(done.draft.declaration, items=changed))
    return store(
        database, "test", after, base_version=done.version, user="Ali", at=NOON, base=done.draft
    )


def a_stored_document(stored):
    document = a_document(status=stored.draft.status)
    document.draft, document.version = stored.draft, stored.version
    return document


def test_a_new_declaration_says_that_it_is_not_stored(qtbot, records):
    tab = opened(qtbot, records, a_document())
    assert tab.facts["status"].text() == "Draft"
    assert tab.facts["version"].text() == "not stored yet"
    assert tab.facts["profile"].text() == "Testland (tt)"
    assert tab.facts["stored_by"].text() == "–"
    assert not tab.versions_button.isEnabled()
    assert "begins when the declaration is saved" in tab.changed.text()


def test_who_stored_it_and_when_is_shown_in_local_time(qtbot, records):
    document = a_document(status=Status.REGISTERED)
    document.version = 4
    tab = opened(qtbot, records, document)
    at = datetime(2026, 11, 2, 9, 5, tzinfo=UTC)
    tab.show_stored("Layla", at)
    assert tab.facts["version"].text() == "4"
    assert tab.facts["stored_by"].text() == "Layla"
    assert tab.facts["stored_at"].text() == at.astimezone().strftime("%d/%m/%Y %H:%M")
    assert tab.facts["status"].text() == "Registered"


def test_the_file_it_came_from_is_named(qtbot, records):
    document = a_document()
    source = Source(dialect="asycuda", name="IM4-77.xml", content=b"")
    document.draft = replace(document.draft, source=source)
    tab = opened(qtbot, records, document)
    assert tab.facts["source"].text() == "IM4-77.xml"
    assert tab.facts["dialect"].text() == "asycuda"


def test_changes_that_are_not_stored_are_told(qtbot, records):
    document = a_document()
    tab = opened(qtbot, records, document)
    assert tab.facts["modified"].text() == "none"
    document.enter(Place("delivery_place"), "Izmir")
    assert tab.facts["modified"].text() == "yes, not stored"
    document.undo_stack.setClean()
    assert tab.facts["modified"].text() == "none"


def cells(model, row):
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_every_operation_is_told_latest_first_with_the_fields_it_changed(qtbot, records):
    tab = opened(qtbot, records, a_stored_document(an_amended(records)))
    told = [cells(tab.operations, row) for row in range(tab.operations.rowCount())]
    assert [(row[1], row[2], row[3]) for row in told] == [
        ("Ali", "Stored", "Being amended"),
        ("Salma", "Opened for an amendment", "Being amended"),
        ("Salma", "Assessed", "Assessed"),
        ("Salma", "Registered", "Registered"),
        ("Salma", "Stored", "Stored"),
    ]
    assert told[1][4] == "why"
    assert ["33", "1", "Commodity code", "84713000", "61091000"] in [
        cells(tab.changes.rows, row) for row in range(tab.changes.rows.rowCount())
    ]
    tab.view.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert [cells(tab.changes.rows, row)[2:] for row in range(tab.changes.rows.rowCount())] == [
        ["Assessment serial", "—", "C"],
        ["Liquidation number", "—", "1"],
        ["Date of assessment", "—", "01/07/2026"],
    ]


def test_an_altered_history_is_found_out_on_the_screen(qtbot, records):
    tab = opened(qtbot, records, a_stored_document(an_amended(records)))
    tab.check_button.click()
    assert "holds. Entries checked: 5" in tab.message.text()
    with records.workspace.database().begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER history_no_update")
        connection.exec_driver_sql("UPDATE history SET done_by = 'Nobody' WHERE sequence = 3")
    tab.check_button.click()
    assert "altered at entry 3" in tab.message.text()


def test_the_history_is_written_where_the_clerk_says(qtbot, records, tmp_path):
    tab = opened(qtbot, records, a_stored_document(an_amended(records)))
    tab.export_button.click()
    (file,) = tmp_path.glob("*history.json")
    assert len(json.loads(file.read_text("utf-8"))["entries"]) == 5
    assert "Entries: 5" in tab.message.text()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_two_versions_are_compared_field_by_field_by_keys(qtbot, records, language):
    stored = an_amended(records)
    kept = records.life.versions("test")
    parent = shown(qtbot, HistoryTab(a_document(), records))
    dialog = VersionsDialog(kept, stored.draft, language, parent)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    # Before the amendment is proposed, and compared with what stands on the desk.
    assert dialog.before.hasFocus()
    assert dialog.before.currentIndex() == 1
    assert dialog.changes == compared(kept[1].draft, stored.draft)
    assert {(one.place.field, one.number, one.before, one.after) for one in dialog.changes} >= {
        ("commodity_code", 1, "84713000", "61091000"),
        ("commodity_code", 2, "85171300", ""),
        ("assessment_number", 0, "1", ""),
    }
    title = {"en": "Commodity code", "ar": "رمز بند التعرفة"}[language]
    assert title in {cells(dialog.table.rows, row)[2] for row in range(len(dialog.changes))}
    press(Qt.Key.Key_End)
    assert dialog.before.currentIndex() == len(kept)
    assert (dialog.changes, dialog.summary.text()) == ((), "The two versions do not differ.")
    press(Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None
