"""The document library, from saving to finding again, by keys."""

import pytest
from PySide6.QtCore import Qt

from sad_desktop.declaration.draft import Place
from tests.gui.desk import Clerk


@pytest.fixture
def clerk(clerk: Clerk) -> Clerk:
    clerk.open_office()
    return clerk


def store(clerk: Clerk, reference: str, consignee: str, goods: str, code: str = "") -> str:
    """Key and save a declaration, close it, and return its id."""
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("7.2")
    clerk.key_in(reference)
    clerk.go_to("8.2")
    clerk.type(consignee)
    clerk.press(Qt.Key.Key_Tab)
    if code:
        clerk.go_to("33")
        clerk.key_in(code)
    clerk.tab.go_to(place_of_goods(clerk))
    clerk.type(goods)
    clerk.press(Qt.Key.Key_Tab)
    clerk.ctrl(Qt.Key.Key_S)
    identity = clerk.document.document_id
    clerk.ctrl(Qt.Key.Key_W)
    return identity


def place_of_goods(clerk: Clerk) -> Place:
    return Place("commercial_description", clerk.document.draft.declaration.items[0].key)


def open_by(clerk: Clerk, typed: str) -> str:
    """Ctrl+L, words, Enter: the id of what opens."""
    clerk.ctrl(Qt.Key.Key_L)
    clerk.type(typed)
    clerk.press(Qt.Key.Key_Return)
    return clerk.document.document_id


def counted(clerk: Clerk) -> str:
    return clerk.program.workplace.library.shelves.topLevelItem(0).text(1)


def test_each_declaration_saved_is_counted(clerk):
    assert counted(clerk) == ""
    store(clerk, "T100", "Gulf Trading", "Coffee")
    assert counted(clerk) == "1"
    store(clerk, "T200", "شركة النور", "قهوة محمصة")
    assert counted(clerk) == "2"
    clerk.ctrl(Qt.Key.Key_N)
    assert counted(clerk) == "2"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("T200", 1), ("gulf", 0), ("النور", 1), ("090111", 0), ("beans", 0), ("قهوة", 1)],
)
def test_a_declaration_is_found_by_reference_party_code_and_goods_in_both_languages(
    clerk, typed, expected
):
    stored = (
        store(clerk, "T100", "Gulf Trading", "Coffee beans", "090111000000"),
        store(clerk, "T200", "شركة النور", "قهوة محمصة", "090121000000"),
    )
    assert open_by(clerk, typed) == stored[expected]
    assert clerk.document.undo_stack.isClean()


def test_opening_a_declaration_twice_shows_the_same_tab(clerk):
    store(clerk, "T100", "Gulf Trading", "Coffee")
    open_by(clerk, "T100")
    document = clerk.document
    clerk.ctrl(Qt.Key.Key_N)
    assert clerk.document is not document
    open_by(clerk, "T100")
    assert clerk.document is document
    assert clerk.program.workplace.tabs.count() == 2


def test_what_was_being_typed_is_committed_before_the_library_is_searched(clerk):
    clerk.ctrl(Qt.Key.Key_N)
    clerk.go_to("18")
    clerk.type("GULF STAR")
    clerk.ctrl(Qt.Key.Key_L)
    assert clerk.document.draft.declaration.arrival_identity == "GULF STAR"


def test_a_search_that_finds_nothing_opens_nothing_and_escape_brings_all_back(clerk, qtbot):
    store(clerk, "T100", "Gulf Trading", "Coffee")
    library = clerk.program.workplace.library
    clerk.ctrl(Qt.Key.Key_L)
    clerk.type("nobody")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.window.current_tab() is None
    assert "nobody" in library.empty.text()
    clerk.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: library.model.rowCount() == 1)
