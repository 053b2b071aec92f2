from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from sad_desktop.brokerage.library import LibraryQuery, Summary
from sad_desktop.declaration.status import Status
from sad_desktop.errors import StorageUnavailable
from sad_desktop.forms.library import Library
from sad_desktop.forms.library_lines import (
    CONSIGNEE,
    DAY,
    INVOICE,
    PAGE_LINES,
    REFERENCE,
    STATUS,
    LibraryLines,
)
from sad_desktop.forms.library_shelves import Shelves

LINE = Summary(
    id="0",
    version=1,
    status=Status.REGISTERED,
    profile="bh",
    reference="2026/T12129",
    registration="C 100",
    declaration_model="IM 4",
    office_code="BH001",
    consignee_code="58411-01",
    consignee_name="Gulf Trading",
    exporter_name="ACME",
    commodity_code="87032310",
    goods="Cars",
    item_count=7,
    invoice_currency="USD",
    invoice_amount=Decimal("12500.5"),
    stored_at=datetime(2026, 5, 12, 9, 30, tzinfo=UTC),
    stored_by="huda",
)


class Shelf:
    """A library in memory that remembers what it was asked."""

    def __init__(self, lines):
        self.lines = lines
        self.asked = []
        self.fails = False

    def _found(self, query):
        if self.fails:
            raise StorageUnavailable("The database is locked.")
        words = query.typed.lower().split()
        return [
            line
            for line in self.lines
            if query.status in (None, line.status)
            and all(word in line.consignee_name.lower() for word in words)
        ]

    def count(self, query):
        return len(self._found(query))

    def summaries(self, query, offset=0, limit=PAGE_LINES):
        self.asked.append((offset, limit))
        return tuple(self._found(query)[offset : offset + limit])

    def counts(self):
        found = self._found(LibraryQuery())
        return {status: n for status in Status if (n := sum(x.status is status for x in found))}


class Endless:
    """A library of 100,000 lines that are made when asked for."""

    def __init__(self):
        self.made = 0

    def count(self, query):  # noqa: ARG002
        return 100_000

    def summaries(self, query, offset=0, limit=PAGE_LINES):  # noqa: ARG002
        self.made += limit
        return tuple(replace(LINE, id=str(n)) for n in range(offset, offset + limit))

    def counts(self):
        return {Status.REGISTERED: 100_000}


def lines(count, **changes):
    return [replace(LINE, id=str(n), reference=f"2026/T{n}", **changes) for n in range(count)]


@pytest.fixture
def shelf():
    return Shelf(
        [
            *lines(3, status=Status.STORED),
            replace(LINE, id="al-noor", consignee_name="Al Noor", status=Status.PAID),
        ]
    )


@pytest.fixture
def library(qtbot, shelf):
    widget = Library(shelf)
    qtbot.addWidget(widget)
    widget.resize(700, 600)
    widget.refresh()
    widget.show()
    return widget


def shown(library, column=REFERENCE):
    model = library.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def type_in(qtbot, library, text):
    qtbot.keyClicks(library.line, text)
    qtbot.waitUntil(lambda: not library._wait.isActive())


def test_the_model_keeps_the_rules_of_models(qtmodeltester, shelf):
    model = LibraryLines(shelf)
    model.ask(LibraryQuery())
    qtmodeltester.check(model)
    model.ask(LibraryQuery(typed="nobody"))
    qtmodeltester.check(model)


def test_nothing_is_read_before_it_is_asked_for(qtbot, shelf):
    widget = Library(shelf)
    qtbot.addWidget(widget)
    assert not shelf.asked


def test_of_a_hundred_thousand_declarations_only_what_is_seen_is_read(qtbot):
    source = Endless()
    widget = Library(source)
    qtbot.addWidget(widget)
    widget.resize(400, 600)
    widget.refresh()
    widget.show()
    qtbot.waitExposed(widget)
    widget.view.grab()
    assert widget.model.rowCount() == 100_000
    assert source.made <= 2 * PAGE_LINES
    widget.view.scrollToBottom()
    widget.view.grab()
    assert source.made <= 4 * PAGE_LINES
    assert widget.model.line(99_999).id == "99999"


def test_a_line_tells_reference_consignee_day_status_and_invoice(library):
    library.shelves.choose(Status.PAID)
    assert [shown(library, column) for column in (CONSIGNEE, DAY, STATUS, INVOICE)] == [
        ["Al Noor"],
        ["12/05/2026"],
        ["Paid"],
        ["12,500.50 USD"],
    ]
    hint = library.model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "87032310 · Cars" in hint
    assert "huda" in hint


def test_the_counts_stand_beside_the_statuses(library):
    shelves = library.shelves
    root = shelves.topLevelItem(0)
    counted = {
        root.child(row).text(0): root.child(row).text(1)
        for row in range(root.childCount())
        if not root.child(row).isHidden()
    }
    assert root.text(1) == "4"
    assert counted == {
        "Stored": "3",
        "Registered": "",
        "Assessed": "",
        "Paid": "1",
        "Released": "",
        "Cancelled": "",
    }


def test_drafts_are_shown_where_there_are_any_or_nothing_is_stored(qtbot):
    shelves = Shelves()
    qtbot.addWidget(shelves)

    def titles():
        root = shelves.topLevelItem(0)
        rows = (root.child(row) for row in range(root.childCount()))
        return {row.text(0) for row in rows if not row.isHidden()}

    shelves.show_counts({})
    assert {"Drafts", "Stored"} & titles() == {"Drafts"}
    shelves.show_counts({Status.DRAFT: 2, Status.STORED: 1})
    assert {"Drafts", "Stored"} <= titles()


def test_typing_narrows_the_lines_and_escape_brings_all_back(qtbot, library):
    library.focus_search()
    type_in(qtbot, library, "noor")
    assert shown(library, CONSIGNEE) == ["Al Noor"]
    qtbot.keyClick(library.line, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: library.model.rowCount() == 4)


def test_enter_in_the_search_line_opens_the_first_line_found(qtbot, library):
    qtbot.keyClicks(library.line, "noor")
    with qtbot.waitSignal(library.open_requested) as opened:
        qtbot.keyClick(library.line, Qt.Key.Key_Return)
    assert opened.args == ["al-noor"]


def test_the_arrows_move_through_the_lines_while_one_types(qtbot, library):
    qtbot.keyClicks(library.line, "gulf")
    qtbot.keyClick(library.line, Qt.Key.Key_Down)
    assert library.current_id() == "1"
    qtbot.keyClick(library.line, Qt.Key.Key_Up)
    assert library.current_id() == "0"
    assert library.line.text() == "gulf"


def test_enter_on_a_line_and_a_double_click_open_it(qtbot, library):
    library.view.selectRow(2)
    with qtbot.waitSignal(library.open_requested) as opened:
        qtbot.keyClick(library.view, Qt.Key.Key_Return)
    assert opened.args == ["2"]
    at = library.view.visualRect(library.model.index(1, REFERENCE)).center()
    with qtbot.waitSignal(library.open_requested) as opened:
        qtbot.mouseClick(library.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(library.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == ["1"]


def test_enter_on_declarations_begins_a_new_one(qtbot, library):
    library.shelves.choose(None)
    with qtbot.waitSignal(library.new_requested):
        qtbot.keyClick(library.shelves, Qt.Key.Key_Return)


def test_a_status_shows_its_declarations_only(library):
    library.shelves.choose(Status.PAID)
    assert shown(library, CONSIGNEE) == ["Al Noor"]
    library.shelves.choose(None)
    assert library.model.rowCount() == 4


def test_a_refresh_keeps_the_cursor_on_its_declaration(library, shelf):
    library.view.selectRow(1)
    library.refresh()
    assert library.current_id() == "1"
    shelf.lines.insert(0, replace(LINE, id="new"))
    library.refresh()
    assert library.current_id() == ""


def test_the_context_menu_opens_or_begins(qtbot, library):
    library.view.selectRow(0)
    texts = [action.text() for action in library.menu("0").actions()]
    assert texts == ["Open", "New declaration"]
    assert [action.text() for action in library.menu("").actions()] == ["New declaration"]
    with qtbot.waitSignal(library.open_requested) as opened:
        library.menu("0").actions()[0].trigger()
    assert opened.args == ["0"]
    with qtbot.waitSignal(library.new_requested):
        library.menu("0").actions()[1].trigger()


def test_an_empty_library_says_what_to_do_and_offers_it(qtbot):
    widget = Library(Shelf([]))
    qtbot.addWidget(widget)
    widget.show()
    widget.refresh()
    assert "No declaration is stored yet" in widget.empty.text()
    with qtbot.waitSignal(widget.new_requested):
        widget.new_button.click()


def test_a_search_that_finds_nothing_says_so(qtbot, library):
    type_in(qtbot, library, "nobody")
    qtbot.waitUntil(lambda: "nobody" in library.empty.text())
    assert not library.new_button.isVisible()


def test_a_database_that_cannot_be_read_is_told_in_place(qtbot, library, shelf):
    shelf.fails = True
    library.refresh()
    qtbot.waitUntil(lambda: library.empty.text() == "The database is locked.")
    shelf.fails = False
    library.refresh()
    assert library.view.isVisible()


def test_a_narrow_dock_shows_reference_and_consignee_first(library):
    library.resize(240, 600)
    hidden = [
        c for c in (REFERENCE, CONSIGNEE, DAY, STATUS, INVOICE) if library.view.isColumnHidden(c)
    ]
    assert hidden == [DAY, STATUS, INVOICE]
    library.resize(900, 600)
    assert not any(library.view.isColumnHidden(column) for column in range(5))


def test_the_library_stands_in_both_languages(qtbot, language, shelf):
    widget = Library(shelf)
    qtbot.addWidget(widget)
    widget.refresh()
    widget.show()
    assert widget.isRightToLeft() is (language == "ar")
    assert all(part.accessibleName() for part in (widget.line, widget.view, widget.shelves))
    assert isinstance(widget.line, QLineEdit)
