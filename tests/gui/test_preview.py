"""The preview: the very PDF, fresh after each change, never in the clerk's way."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.errors import ResourceMissing
from sad_desktop.forms import preview
from sad_desktop.forms.preview import PreviewTab, subject_of
from sad_desktop.forms.preview_pages import PdfPages
from sad_desktop.forms.print_dialog import PrintDialog
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.tasks import Tasks
from sad_desktop.services.paper import Printing
from sad_desktop.services.print_orders import Order, carry_out
from sad_desktop.services.stationery import Placement
from tests.gui.desk import open_desk
from tests.gui.open_document import a_document, shown

PLENTY = 20_000


class HeldTasks:
    """Work that is done when the test says so."""

    def __init__(self):
        self.waiting = []

    def start(self, work, on_done, on_error, on_progress=None, *, pool=None):  # noqa: ARG002
        entry = (work, on_done, on_error)
        self.waiting.append(entry)
        return lambda: entry in self.waiting and self.waiting.remove(entry)

    def do_next(self):
        work, on_done, on_error = self.waiting.pop(0)
        try:
            result = work(lambda _done, _total: None, lambda: False)
        except Exception as error:  # noqa: BLE001 - told as Tasks tells it
            on_error(error)
        else:
            on_done(result)

    def do_all(self):
        while self.waiting:
            self.do_next()


@pytest.fixture
def tasks():
    kept = Tasks()
    yield kept
    kept.finish()


@pytest.fixture
def no_delay(monkeypatch):
    monkeypatch.setattr(preview, "DELAY", 0)


def fresh(qtbot, tab: PreviewTab) -> None:
    """Wait until all that is in sight is drawn as the declaration stands."""
    qtbot.waitUntil(lambda: tab.is_fresh() and tab.view.is_drawn(), timeout=PLENTY)


def ink(tab: PreviewTab) -> int:
    """How many dots of the view are dark."""
    picture = tab.view.viewport().grab().toImage()
    return sum(
        QColor(picture.pixel(x, y)).lightness() < 90
        for x in range(0, picture.width(), 2)
        for y in range(0, picture.height(), 2)
    )


def test_shows_the_very_pages_that_are_printed(qtbot, tasks):
    document = a_document(Item(key=1), Item(key=2))
    tab = shown(qtbot, PreviewTab(document, tasks, Edition.ENGLISH))
    fresh(qtbot, tab)
    order = Order(printing=Printing(edition="en"))
    printed = carry_out(subject_of(document), order)
    pages = PdfPages(printed.content)
    assert tab.view.is_drawn()
    assert tab.thumbnails.pages_model.rowCount() == printed.page_count == len(pages) == 2
    assert ink(tab) > 1_000
    pages.close()


@pytest.mark.usefixtures("no_delay")
def test_shows_copies_and_values_as_the_print_dialog_prints_them(qtbot, tasks):
    document = a_document(Item(key=1, marks_1="LOT 1"))
    moved = Placement(offset_x=2.5)
    tab = shown(qtbot, PreviewTab(document, tasks, Edition.ENGLISH, placement=lambda: moved))
    fresh(qtbot, tab)
    whole = ink(tab)
    tab.form.copies[2].setChecked(True)
    tab.form.copies[3].setChecked(True)
    fresh(qtbot, tab)
    assert tab.page_text() == "Page 1 of 2"
    assert tab.form.text() == "Copies: 2, 3"
    tab.form.values_only.setChecked(True)
    fresh(qtbot, tab)
    assert ink(tab) < whole / 4
    assert tab.order() == Order(
        printing=Printing(edition="en", values_only=True, offset_x=2.5, copies=(2, 3))
    )
    tab.what.choose("assessment")
    assert not tab.form.values_only.isEnabled()
    assert tab.form.explained.isEnabled()
    assert tab.order() == Order(printing=Printing(what="assessment", edition="en"))
    tab.form.explained.setChecked(True)
    fresh(qtbot, tab)
    assert tab.order().printing.explained


@pytest.mark.usefixtures("no_delay")
def test_follows_a_change_while_it_is_looked_at(qtbot, tasks):
    document = a_document(Item(key=1))
    tab = shown(qtbot, PreviewTab(document, tasks, Edition.ENGLISH))
    fresh(qtbot, tab)
    assert tab.thumbnails.pages_model.rowCount() == 1
    document.add_items("more")
    assert not tab.is_fresh()
    fresh(qtbot, tab)
    assert tab.thumbnails.pages_model.rowCount() == 2


@pytest.mark.usefixtures("no_delay")
def test_makes_nothing_while_nobody_looks(qtbot):
    document, tasks = a_document(Item(key=1)), HeldTasks()
    tab = shown(qtbot, PreviewTab(document, tasks, Edition.ENGLISH))
    tasks.do_all()
    tab.hide()
    document.enter(Place("reference_number"), "R7")
    qtbot.wait(20)
    assert not tasks.waiting
    tab.show()
    assert tasks.waiting
    tasks.do_all()
    assert tab.is_fresh()


@pytest.mark.usefixtures("no_delay")
def test_drops_what_was_made_of_an_older_declaration(qtbot):
    document, tasks = a_document(Item(key=1)), HeldTasks()
    tab = shown(qtbot, PreviewTab(document, tasks, Edition.ENGLISH))
    document.add_items("more")
    tasks.do_next()
    assert tab.thumbnails.pages_model.rowCount() == 0
    qtbot.waitUntil(lambda: len(tasks.waiting) > 1)
    tasks.do_all()
    assert tab.thumbnails.pages_model.rowCount() == 2


@pytest.mark.usefixtures("no_delay")
def test_never_makes_two_at_once(qtbot):
    document, tasks = a_document(Item(key=1)), HeldTasks()
    tab = shown(qtbot, PreviewTab(document, tasks, Edition.ENGLISH))
    for typed in "abc":
        document.enter(Place("reference_number"), typed)
        qtbot.wait(5)
    assert len(tasks.waiting) == 1
    qtbot.waitUntil(lambda: tasks.do_all() or tab.is_fresh())


def test_a_long_declaration_shows_its_first_sheets_at_once(qtbot):
    items = tuple(Item(key=key) for key in range(1, 62))
    document, tasks = a_document(*items), HeldTasks()
    tab = shown(qtbot, PreviewTab(document, tasks, Edition.ENGLISH))
    tasks.do_next()
    assert tab.page_text() == "Page 1 of 2"
    assert not tab.is_fresh()
    tasks.do_all()
    assert tab.page_text() == "Page 1 of 21"
    assert tab.is_fresh()


def test_finds_a_text_on_every_page(qtbot, tasks):
    items = tuple(Item(key=key, marks_1=f"LOT {key}") for key in range(1, 5))
    tab = shown(qtbot, PreviewTab(a_document(*items), tasks, Edition.ENGLISH))
    fresh(qtbot, tab)
    tab.finder.line.setText("lot")
    qtbot.keyClick(tab.finder.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.finder.count_label.text() == "1 of 4", timeout=PLENTY)
    for number in (2, 3, 4):
        qtbot.keyClick(tab.finder.line, Qt.Key.Key_Return)
        assert tab.finder.count_label.text() == f"{number} of 4"
    assert tab.view.page == 1
    qtbot.keyClick(tab.finder.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert tab.finder.count_label.text() == "3 of 4"
    qtbot.keyClick(tab.finder.line, Qt.Key.Key_Escape)
    assert tab.finder.count_label.text() == ""


def test_finds_arabic_as_it_was_typed(qtbot, tasks):
    document = a_document(Item(key=1, commercial_description="هواتف محمولة جديدة"))
    tab = shown(qtbot, PreviewTab(document, tasks, Edition.ARABIC))
    fresh(qtbot, tab)
    tab.finder.line.setText("محمولة")
    qtbot.keyClick(tab.finder.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.finder.count_label.text() == "1 of 1", timeout=PLENTY)
    tab.finder.line.setText("طائرات")
    qtbot.keyClick(tab.finder.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tab.finder.count_label.text() == "Not found", timeout=PLENTY)


def test_zooms_between_a_quarter_and_four_times(qtbot, tasks):
    tab = shown(qtbot, PreviewTab(a_document(Item(key=1)), tasks, Edition.ENGLISH))
    fresh(qtbot, tab)
    for _ in range(30):
        tab.zoom_by(1)
    assert tab.view.zoom == 4.0
    fresh(qtbot, tab)
    for _ in range(30):
        tab.zoom_by(-1)
    assert tab.view.zoom == 0.25
    tab.set_zoom(0.0)
    fresh(qtbot, tab)


def test_a_chosen_page_is_gone_to(qtbot, tasks):
    items = tuple(Item(key=key) for key in range(1, 12))
    tab = shown(qtbot, PreviewTab(a_document(*items), tasks, Edition.ENGLISH))
    fresh(qtbot, tab)
    tab.thumbnails.setCurrentIndex(tab.thumbnails.pages_model.index(2))
    assert tab.view.page == 2
    assert tab.page_text() == "Page 3 of 5"


@pytest.mark.usefixtures("no_delay")
def test_a_missing_font_is_one_sentence_and_the_next_change_tries_again(
    qtbot, immediate_tasks, monkeypatch
):
    def refuse(*_arguments, **_named):
        raise ResourceMissing("fonts/plex.ttf")

    document = a_document(Item(key=1))
    with monkeypatch.context() as without:
        without.setattr(preview, "carry_out", refuse)
        tab = shown(qtbot, PreviewTab(document, immediate_tasks, Edition.ENGLISH))
        assert "fonts/plex.ttf" in tab.message.text()
        assert tab.message.isVisible()
    document.enter(Place("reference_number"), "R8")
    qtbot.waitUntil(tab.is_fresh)
    assert not tab.message.isVisible()


def test_says_which_boxes_run_over(qtbot, immediate_tasks):
    goods = "\n".join(f"line {number} of a long description" for number in range(40))
    document = a_document(Item(key=1, commercial_description=goods))
    tab = shown(qtbot, PreviewTab(document, immediate_tasks, Edition.ENGLISH))
    assert tab.message.isVisible()
    assert "31" in tab.message.text()


def test_ctrl_shift_p_opens_it_and_leaving_lets_go_of_it(
    qapp: QApplication, tmp_path: Path, language, qtbot
):
    clerk = open_desk(qapp, tmp_path, str(language))
    clerk.ctrl(Qt.Key.Key_N)
    clerk.press(
        Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    )
    assert clerk.tab.current() == "preview"
    tab = clerk.tab.show_part("preview")
    assert isinstance(tab, PreviewTab)
    fresh(qtbot, tab)
    clerk.ctrl(Qt.Key.Key_Plus)
    assert tab.view.zoom > 0
    clerk.ctrl(Qt.Key.Key_0)
    assert tab.view.zoom == 0
    qtbot.keyClick(tab.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert tab.finder.line.hasFocus()
    tab.form.copies[4].setChecked(True)
    tab.print_requested.emit()
    dialog = next(w for w in qapp.topLevelWidgets() if isinstance(w, PrintDialog) and w.isVisible())
    assert dialog.options.order().printing.copies == (4,)
    dialog.reject()
    clerk.ctrl(Qt.Key.Key_W)
    qapp.processEvents()
    assert clerk.window.current_tab() is None
    clerk.leave()


def test_work_that_ends_after_the_tab_is_closed_harms_nothing(qtbot):
    document, tasks = a_document(Item(key=1)), HeldTasks()
    tab = PreviewTab(document, tasks, Edition.ENGLISH)
    tab.show()
    assert tasks.waiting
    tab.hide()
    tab.deleteLater()
    qtbot.waitUntil(lambda: not tasks.waiting)


def test_a_file_that_is_closed_gives_no_picture():
    printed = carry_out(subject_of(a_document(Item(key=1))), Order(printing=Printing()))
    pages = PdfPages(printed.content)
    assert not pages.picture(0, 1.0).isNull()
    pages.close()
    assert pages.picture(0, 1.0).isNull()
    assert pages.find("a") == ()


def test_what_is_no_pdf_is_refused(qtbot, immediate_tasks, monkeypatch):
    def spoil(*arguments, **named):
        return replace(carry_out(*arguments, **named), content=b"%PDF-1.7 spoiled")

    monkeypatch.setattr(preview, "carry_out", spoil)
    tab = shown(qtbot, PreviewTab(a_document(Item(key=1)), immediate_tasks, Edition.ENGLISH))
    assert "damaged" in tab.message.text()
