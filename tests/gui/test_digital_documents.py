"""A clerk attaches scans to the rows of documents by keys, drops and the clipboard."""

import zipfile
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sad_desktop.brokerage.digital_documents import FileKind
from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.rows import Document as Paper
from sad_desktop.declaration.status import Status
from sad_desktop.forms.digital_document import DigitalDocumentDialog
from sad_desktop.forms.digital_document_facts import shown_size
from sad_desktop.forms.digital_document_view import Frame
from sad_desktop.forms.documents import ATTACHED, TICK
from sad_desktop.forms.language import Language
from sad_desktop.services.digital_documents import DigitalDocuments
from tests.files import encrypted_pdf, image, noise, pdf, written
from tests.gui.desk import open_desk
from tests.stored_drafts import put_as_it_is

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def office(qapp, tmp_path_factory):
    """An open office for all: what is attached in one test is no other's."""
    clerk = open_desk(qapp, tmp_path_factory.mktemp("office"))
    clerk.open_office()
    yield clerk
    clerk.leave()


@pytest.fixture
def desk(office):
    """A clerk on the documents of a new declaration: an invoice and a packing list."""
    office.answers.told.clear()
    office.program.opened.new()
    rows = (Paper(document_code="380", reference="INV 1"), Paper(document_code="271"))
    show_documents(office, *rows)
    yield office
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, DigitalDocumentDialog):
            widget.done(0)
    office.program.workplace.abandon_changes()
    office.program.workplace.close_all()
    office.settle()


def show_documents(clerk, *rows):
    tab = clerk.program.workplace.current_tab()
    key = tab.document.draft.declaration.items[0].key
    tab.document.set_rows("rows", key, Rows.DOCUMENTS, rows)
    part = tab.show_part("documents")
    part.table.setFocus()
    part.table.stand_on(0, 0)
    clerk.settle()


def table(clerk):
    return clerk.program.workplace.current_tab().show_part("documents").table


def rows(clerk):
    return clerk.program.workplace.current_tab().document.draft.declaration.items[0].documents


def viewer() -> DigitalDocumentDialog:
    (shown,) = (
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, DigitalDocumentDialog) and widget.isVisible()
    )
    return shown


def no_viewer() -> bool:
    QApplication.processEvents()
    shown = QApplication.topLevelWidgets()
    return not any(isinstance(one, DigitalDocumentDialog) and one.isVisible() for one in shown)


def press(clerk, widget, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(widget, key, modifiers)
    clerk.settle()


def on_table(clerk, key, modifiers=Qt.KeyboardModifier.NoModifier):
    """Come back to the declaration and press a key on the current row."""
    clerk.take_over()
    table(clerk).setFocus()
    press(clerk, table(clerk), key, modifiers)


def kept(clerk, digest):
    """The files of a digital document in the office's folder."""
    folder = clerk.program.opened.office.folder / "documents"
    return list(folder.rglob(f"{digest}.*"))


def ask_viewer(clerk, name):
    """Run an action of the viewer as its key does."""
    viewer().actions_by_name[name].trigger()
    clerk.settle()


def file(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content)
    return path


def test_a_scan_is_attached_by_keys_and_one_undo_takes_it_back(desk, tmp_path):
    desk.answers.documents = [file(tmp_path, "a.png", written(image(300, 400)))]
    on_table(desk, Qt.Key.Key_F8)
    assert "380 INV 1" in viewer().windowTitle()
    press(desk, viewer().view, Qt.Key.Key_O, CTRL)
    assert viewer().opened.document.width == 300
    press(desk, viewer().view, Qt.Key.Key_R, CTRL)
    assert (viewer().opened.document.width, viewer().opened.document.height) == (400, 300)
    digest = viewer().opened.document.digest
    press(desk, viewer().view, Qt.Key.Key_Return)
    assert no_viewer()
    assert [row.digital_document for row in rows(desk)] == [digest, ""]
    assert DigitalDocuments(desk.program.workspace).open(digest).document.kind is FileKind.PNG
    model = table(desk).model()
    assert [model.index(row, ATTACHED).data() for row in (0, 1)] == [TICK, ""]
    desk.ctrl(Qt.Key.Key_Z)
    assert rows(desk)[0].digital_document == ""


def test_it_is_attached_to_its_row_although_code_and_place_changed_beside_it(desk, tmp_path):
    table(desk).stand_on(1, 0)
    on_table(desk, Qt.Key.Key_F8)
    viewer().take([file(tmp_path, "a.pdf", pdf())])
    desk.settle()
    document = desk.program.workplace.current_tab().document
    key = document.draft.declaration.items[0].key
    document.enter(Place("document_code", key, Rows.DOCUMENTS, 1), "705")
    document.enter(Place("reference", key, Rows.DOCUMENTS, 1), "BL 7")
    press(desk, viewer(), Qt.Key.Key_Return)
    assert [bool(row.digital_document) for row in rows(desk)] == [False, True]
    on_table(desk, Qt.Key.Key_F8)
    dialog = viewer()
    assert dialog.opened.document.pages == 2
    document.remove_row("gone", key, Rows.DOCUMENTS, 0)
    ask_viewer(desk, "detach")
    assert [(row.document_code, row.digital_document) for row in rows(desk)] == [("705", "")]


def test_a_row_that_went_meanwhile_is_told_and_nothing_attached(desk, tmp_path):
    on_table(desk, Qt.Key.Key_F8)
    viewer().take([file(tmp_path, "a.pdf", pdf())])
    desk.settle()
    document = desk.program.workplace.current_tab().document
    document.remove_row("gone", document.draft.declaration.items[0].key, Rows.DOCUMENTS, 0)
    press(desk, viewer(), Qt.Key.Key_Return)
    assert "no longer there" in desk.answers.told[-1]
    assert not any(row.digital_document for row in rows(desk))


def test_what_is_refused_is_said_and_what_was_shown_stays(desk, tmp_path):
    on_table(desk, Qt.Key.Key_F8)
    viewer().take([file(tmp_path, "a.pdf", pdf(7))])
    desk.settle()
    before = viewer().opened
    for name, content, said in (
        ("b.pdf", encrypted_pdf(), "encrypted"),
        ("c.jpg", b"no picture", "neither"),
        ("d.png", written(image())[:-60], "damaged"),
    ):
        viewer().take([file(tmp_path, name, content)])
        desk.settle()
        assert said in viewer().message.text()
        assert name in viewer().message.text()
        assert viewer().opened is before
    assert not kept(desk, before.document.digest)
    press(desk, viewer(), Qt.Key.Key_Escape)
    assert "not attached yet" in viewer().message.text()
    press(desk, viewer(), Qt.Key.Key_Escape)
    assert no_viewer()


def test_pages_are_added_cropped_by_keys_made_smaller_and_taken_back(desk, tmp_path):
    scan = file(tmp_path, "a.jpg", written(noise(1_100, 1_500), "JPEG", quality=99))
    on_table(desk, Qt.Key.Key_F8)
    viewer().take([scan])
    desk.settle()
    viewer().add_pages([file(tmp_path, "b.pdf", pdf(2))])
    desk.settle()
    assert viewer().opened.document.pages == 3
    large = viewer().opened.document
    assert "too large" in viewer().facts.text()
    ask_viewer(desk, "reduce")
    small = viewer().opened.document
    assert small.pages == 3
    assert small.size <= 1_000_000 < large.size
    assert shown_size(large.size) in viewer().message.text()
    assert shown_size(small.size) in viewer().message.text()
    ask_viewer(desk, "crop")
    for _ in range(10):
        press(desk, viewer().view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
        press(desk, viewer().view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert viewer().view.frame.part == pytest.approx((0.05, 0.05, 1.0, 0.75))
    press(desk, viewer().view, Qt.Key.Key_Return)
    assert viewer().view.frame is None
    assert viewer().opened.document.digest != small.digest
    ask_viewer(desk, "undo")
    assert viewer().opened.document == small
    press(desk, viewer(), Qt.Key.Key_Escape)
    press(desk, viewer(), Qt.Key.Key_Escape)


def test_escape_leaves_the_frame_and_not_the_viewer(desk, tmp_path):
    on_table(desk, Qt.Key.Key_F8)
    viewer().take([file(tmp_path, "a.png", written(image()))])
    desk.settle()
    ask_viewer(desk, "crop")
    press(desk, viewer().view, Qt.Key.Key_Escape)
    assert viewer().view.frame is None
    viewer()._may_leave = True
    press(desk, viewer(), Qt.Key.Key_Escape)
    assert no_viewer()


def test_a_frame_stays_on_the_page():
    frame = Frame(0)
    for _ in range(99):
        frame = frame.moved(0.3, -0.3).pulled(-0.4, 0.7)
        assert 0 <= frame.left < frame.right <= 1
        assert 0 <= frame.top < frame.bottom <= 1


def test_files_are_dropped_on_a_row_or_below_where_they_get_their_own(desk, tmp_path):
    drop(desk, table(desk).visualRect(table(desk).model().index(1, 0)).center(),
         file(tmp_path, "a.pdf", pdf()))  # fmt: skip
    press(desk, viewer(), Qt.Key.Key_Return)
    assert [bool(row.digital_document) for row in rows(desk)] == [False, True]
    drop(desk, QPoint(20, 300), file(tmp_path, "b.png", written(image())))
    press(desk, viewer(), Qt.Key.Key_Return)
    assert [bool(row.digital_document) for row in rows(desk)] == [False, True, True]


def drop(clerk, point, path):
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(path))])
    asked = (Qt.DropAction.CopyAction, given, Qt.MouseButton.LeftButton)
    plain = Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(point, *asked, plain)
    QApplication.sendEvent(table(clerk).viewport(), over)
    assert over.isAccepted()
    QApplication.sendEvent(table(clerk).viewport(), QDropEvent(QPointF(point), *asked, plain))
    clerk.settle()


def test_a_copied_picture_is_pasted_into_a_row(desk):
    copied = QImage(40, 30, QImage.Format.Format_RGB32)
    copied.fill(Qt.GlobalColor.red)
    QGuiApplication.clipboard().setImage(copied)
    on_table(desk, Qt.Key.Key_V, CTRL)
    assert (viewer().opened.document.width, viewer().opened.document.height) == (40, 30)
    press(desk, viewer(), Qt.Key.Key_Return)
    assert rows(desk)[0].digital_document
    QGuiApplication.clipboard().setText("no picture")
    on_table(desk, Qt.Key.Key_V, CTRL)
    assert no_viewer()


def test_a_registered_declaration_is_looked_at_only(desk, tmp_path):
    draft = desk.program.workplace.current_tab().document.draft
    draft = replace(draft, status=Status.REGISTERED)
    put_as_it_is(desk.program.workspace.database(), "r", draft)
    desk.program.opened.open_stored("r")
    desk.settle()
    desk.program.workplace.current_tab().show_part("documents")
    table(desk).setFocus()
    table(desk).stand_on(0, 0)
    on_table(desk, Qt.Key.Key_F8)
    usable = {name for name, action in viewer().actions_by_name.items() if action.isEnabled()}
    assert usable == set()
    assert not viewer().attach.isEnabled()
    viewer().take([file(tmp_path, "a.pdf", pdf())])
    desk.settle()
    assert viewer().opened is None
    press(desk, viewer(), Qt.Key.Key_Escape)


def test_a_file_lost_outside_is_told_when_it_is_opened(desk, tmp_path):
    on_table(desk, Qt.Key.Key_F8)
    viewer().take([file(tmp_path, "a.pdf", pdf(9))])
    desk.settle()
    viewed = viewer().opened.document
    press(desk, viewer(), Qt.Key.Key_Return)
    for one in kept(desk, viewed.digest):
        one.unlink()
    on_table(desk, Qt.Key.Key_F8)
    assert "missing" in viewer().message.text()
    press(desk, viewer(), Qt.Key.Key_Escape)


def test_the_package_is_saved_from_the_menu(desk, tmp_path):
    on_table(desk, Qt.Key.Key_F8)
    viewer().take([file(tmp_path, "a.pdf", pdf())])
    desk.settle()
    press(desk, viewer(), Qt.Key.Key_Return)
    desk.answers.save_path = tmp_path / "package"
    desk.window.actions_by_key["package_zip"].trigger()
    desk.settle()
    with zipfile.ZipFile(tmp_path / "package.zip") as archive:
        assert "documents/01-item-1-380-INV 1.pdf" in archive.namelist()
    assert "package.zip" in desk.program.workplace.status.currentMessage()


def test_every_text_of_the_viewer_is_in_the_desks_language(clerk):
    clerk.program.opened.new()
    show_documents(clerk, Paper(document_code="380"))
    on_table(clerk, Qt.Key.Key_F8)
    texts = [action.text() for action in viewer().actions_by_name.values()]
    has_arabic = any("\u0600" <= letter <= "\u06ff" for letter in "".join(texts))
    assert has_arabic is (clerk.program.preferences.language is Language.ARABIC)
    assert viewer().view.accessibleName()
    press(clerk, viewer(), Qt.Key.Key_Escape)
    clerk.program.workplace.abandon_changes()
