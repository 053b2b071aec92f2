"""Help where the question arises: F1 on every box, the manual beside the declarations."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.figures import HeaderFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.forms.document_tab import ASSESSMENT, DETAILS
from sad_desktop.forms.explain import ExplanationPopup, explanation_of
from sad_desktop.forms.help_chapters import PARTS
from sad_desktop.forms.language import Language
from sad_desktop.forms.manual import ManualRoom
from tests.gui.desk import Clerk, open_desk

SEVEN_ITEMS = Path(__file__).resolve().parents[2] / "resources/samples/im4-seven-items.xml"
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
OF_THE_SHEET = ("form_number", "item_count", "package_count", "value_details", "origin_name")
CLOSED = ("assessment", "receipt", "total_gross_mass")
"""Box B prints what customs gave in one line; the total mass is asked for only by weight."""


@pytest.fixture
def clerk(qapp: QApplication, tmp_path: Path, language: Language) -> Iterator[Clerk]:
    clerk = open_desk(qapp, tmp_path, str(language))
    clerk.answers.open_paths = [SEVEN_ITEMS]
    clerk.ctrl(Qt.Key.Key_O)
    yield clerk
    clerk.leave()


@pytest.fixture
def room(clerk: Clerk) -> ManualRoom:
    clerk.press(Qt.Key.Key_F1, CTRL)
    return shown(clerk)


def shown(clerk: Clerk) -> ManualRoom:
    room = clerk.program.workplace.rooms.shown()
    assert isinstance(room, ManualRoom)
    return room


def listed(room: ManualRoom) -> list[str]:
    tree = room.contents
    return [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]


def test_f1_explains_every_box_that_can_be_gone_to(clerk):
    key = clerk.document.draft.declaration.items[0].key
    fields = [Place(name) for name in definitions(Declaration) if not name.startswith(CLOSED)]
    fields += [Place(name, key) for name in definitions(Item)]
    fields += [Place(name) for name in definitions(HeaderFigures) if name in OF_THE_SHEET]
    for place in fields:
        clerk.tab.go_to(place)
        clerk.press(Qt.Key.Key_F1)
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, ExplanationPopup), place
        texts = [label.text() for label in popup.findChildren(QLabel)]
        assert explanation_of(place).rule(clerk.language) in texts, place
        clerk.press(Qt.Key.Key_Escape)


def test_enter_in_the_explanation_opens_the_manual_at_the_box(clerk):
    clerk.go_to("22")
    clerk.press(Qt.Key.Key_F1)
    clerk.press(Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    room = shown(clerk)
    assert room.reader.target() == "boxes#declaration.invoice_currency"
    assert room.reader.hasFocus()
    clerk.ctrl(Qt.Key.Key_W)
    assert clerk.tab.document.draft.declaration.items


def test_a_computed_box_is_gone_to_by_its_number_and_explained(clerk):
    clerk.go_to("6")
    assert clerk.focus().place() == Place("package_count")
    clerk.press(Qt.Key.Key_F1)
    assert clerk.popup().accessibleName().startswith("6 ")


@pytest.mark.parametrize("part", [ASSESSMENT, DETAILS])
def test_f1_without_a_box_opens_the_chapter_of_the_part(clerk, part):
    clerk.tab.show_part(part)
    clerk.tab.start()
    clerk.press(Qt.Key.Key_F1)
    assert shown(clerk).reader.target() == PARTS[part]


def test_f1_with_nothing_open_opens_the_manual(clerk):
    clerk.answers.leave = "discard"
    clerk.ctrl(Qt.Key.Key_W)
    clerk.press(Qt.Key.Key_F1)
    assert shown(clerk).reader.target() == "start"


def test_words_find_sections_and_enter_opens_the_first(clerk, room):
    assert clerk.focus() is room.search
    clerk.type("w-01")
    assert listed(room)[0].startswith("W-01")
    clerk.press(Qt.Key.Key_Return)
    assert room.reader.target() == "rules#W-01"
    clerk.press(Qt.Key.Key_Escape)
    assert room.search.text() == ""
    assert room.contents.currentItem().text(0).startswith("W-01")


def test_other_letter_forms_are_found(clerk, room):
    clerk.type("الكفاله" if clerk.language == "ar" else "GUARANTEE")
    assert len(listed(room)) > 3


def test_down_leads_from_the_search_into_what_was_found(clerk, room):
    clerk.type("cif")
    first = room.contents.currentItem()
    clerk.press(Qt.Key.Key_Down)
    assert clerk.focus() is room.contents
    assert room.contents.currentItem() is not first


def test_nothing_found_is_said(clerk, room):
    clerk.type("zzzz")
    assert listed(room) == []
    assert room.said.text()


def test_back_and_forward_go_through_the_pages_seen(room):
    room.show_target("verify")
    room.show_target("rules#V-07")
    assert not room.forward_button.isEnabled()
    room.back_button.click()
    assert room.reader.target() == "verify"
    room.forward_button.click()
    assert room.reader.target() == "rules#V-07"


def test_a_link_leads_to_its_section_and_the_contents_follow(clerk, room):
    room.show_target("verify")
    room.reader.setFocus()
    for _ in range(20):
        clerk.press(Qt.Key.Key_Tab)
        if room.reader.textCursor().hasSelection():
            break
    clerk.press(Qt.Key.Key_Return)
    assert room.reader.target().startswith("rules")


def test_the_page_names_the_keys_as_the_user_set_them(clerk):
    clerk.program.preferences.take_keys({"save": "Ctrl+Alt+S"})
    clerk.press(Qt.Key.Key_F1, CTRL)
    room = shown(clerk)
    room.show_target("keeping")
    assert "Ctrl+Alt+S" in room.reader.toPlainText()


def test_the_pictures_are_shown_no_wider_than_the_page(room):
    room.show_target("valuation")
    document = room.reader.document()
    assert document.idealWidth() <= room.reader.viewport().width()


def test_the_whole_manual_is_saved_as_pdf(clerk, room, tmp_path):
    clerk.answers.save_path = tmp_path / "manual.pdf"
    room.pdf_button.click()
    clerk.settle()
    assert clerk.answers.told == []
    assert clerk.answers.save_path.read_bytes().startswith(b"%PDF")


def test_a_pdf_that_cannot_be_written_is_told_in_one_sentence(clerk, room, tmp_path):
    clerk.answers.save_path = tmp_path / "no folder" / "manual.pdf"
    room._chapters = room._chapters[:1]  # the whole is made above
    room.pdf_button.click()
    clerk.settle()
    assert len(clerk.answers.told) == 1


def test_the_manual_stays_open_at_its_page_in_another_language(clerk, room):
    room.show_target("rules#V-07")
    other = "en" if clerk.language == "ar" else "ar"
    clerk.program.preferences.choose("language", other)
    clerk.settle()
    assert isinstance(clerk.program.workplace.rooms.shown(), ManualRoom)
