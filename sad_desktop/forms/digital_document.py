"""The digital document of a row: looked at, taken from a file, turned, cut, made smaller."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeySequence,
)
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QToolBar, QVBoxLayout, QWidget

from sad_desktop.brokerage.digital_documents import DigitalDocument, Limit
from sad_desktop.errors import UserError
from sad_desktop.forms.digital_document_facts import measures, shown_size
from sad_desktop.forms.digital_document_pages import ImagePages, pages_of
from sad_desktop.forms.digital_document_view import DigitalDocumentView, Frame
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.incoming_files import Incoming, examined, holds_files, incoming
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.preview_pages import PdfPages
from sad_desktop.forms.preview_view import FIT_PAGE, FIT_WIDTH
from sad_desktop.forms.questions import Questions
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.digital_documents import (
    DigitalDocuments,
    Opened,
    cropped,
    joined,
    reduced,
    rotated,
)
from sad_desktop.services.print_batch import file_name
from sad_desktop.services.saved_files import save_whole

_SHOWN_SIZE = (900, 760)


class DigitalDocumentDialog(QDialog):
    """Shows the file of a document row and changes it; every change is a new file.

    ``attached`` carries the digest of a file that is kept now, ``detached`` asks to let the
    row's file go. Nothing of the row changes before.
    """

    attached = Signal(str)
    detached = Signal()

    def __init__(
        self,
        title: str,
        digest: str,
        files: DigitalDocuments,
        tasks: Starter,
        questions: Questions,
        limit: Limit,
        parent: QWidget,
        *,
        is_editable: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Digital document: {title}").format(title=isolated(title)))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._title = title
        self._digest = digest
        self._files = files
        self._errands = Errands(tasks, self)
        self._questions = questions
        self._limit = limit
        self._is_editable = is_editable
        self._is_busy = False
        self._may_leave = False
        self._pages: PdfPages | ImagePages | None = None
        self.opened: Opened | None = None
        self._former: list[Opened] = []
        self.view = DigitalDocumentView(self._errands, self)
        self.facts = Sentence()
        self.message = Sentence()
        self.actions_by_name: dict[str, QAction] = {}
        self._lay_out()
        self.view.page_changed.connect(self._say_facts)
        self.view.failed.connect(self._on_failed)
        self.view.framed.connect(self._on_framed)
        self.view.frame_left.connect(partial(self.message.say, ""))
        self.setAcceptDrops(is_editable)
        self.resize(*_SHOWN_SIZE)
        self.view.setFocus()
        if digest:
            self._run(partial(files.open, digest, title), self._show)
        self._say_what_to_do()

    def take(self, given: Incoming) -> None:
        """Look at files that were dropped, pasted or chosen, in the place of what is shown."""
        if self._is_editable and given:
            self._run(partial(examined, given), self._change_to)

    def add_pages(self, given: Incoming) -> None:
        """Put files behind the pages that are shown, as one PDF."""
        now = self.opened
        if now is None:
            self.take(given)
        elif given:
            self._run(lambda: joined([now, examined(given)]), self._change_to)

    def is_changed(self) -> bool:
        """Tell whether something is shown that is not attached."""
        return self.opened is not None and self.opened.document.digest != self._digest

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures."""
        if holds_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        event.acceptProposedAction()
        self.take(incoming(event.mimeData()))

    def reject(self) -> None:
        """Close; what is not attached yet is given up by the second Esc."""
        if self.is_changed() and self._is_editable and not self._may_leave:
            self._may_leave = True
            self.message.say(
                self.tr("This file is not attached yet: Enter attaches it, Esc gives it up."),
                Tone.WARNING,
            )
            return
        super().reject()

    def done(self, result: int) -> None:
        """Close and let the pages go."""
        super().done(result)
        if self._pages is not None:
            self._pages.close()

    def _lay_out(self) -> None:
        bar = QToolBar(self)
        bar.setAccessibleName(self.tr("What is done with the digital document"))
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        for name, key, title, run in self._commands():
            if not name:
                bar.addSeparator()
                continue
            action = QAction(title, self)
            action.setShortcut(QKeySequence(key))
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{title} ({shown})")
            action.triggered.connect(run)
            self.actions_by_name[name] = action
            bar.addAction(action)
        buttons = QDialogButtonBox(self)
        self.attach = buttons.addButton(self.tr("&Attach"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.attach.setDefault(True)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_attach)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.facts)
        column.addWidget(self.message)
        column.addWidget(buttons)

    def _commands(self) -> tuple[tuple[str, str, str, Callable[[], object]], ...]:
        gap = ("", "", "", self._show_actions)
        return (
            ("import", "Ctrl+O", self.tr("Import…"), self._on_import),
            ("add", "Ctrl+Shift+O", self.tr("Add pages…"), self._on_add),
            ("paste", "Ctrl+V", self.tr("Paste"), self._on_paste),
            gap,
            ("left", "Ctrl+L", self.tr("Turn left"), partial(self._turn, 3)),
            ("right", "Ctrl+R", self.tr("Turn right"), partial(self._turn, 1)),
            ("crop", "Ctrl+K", self.tr("Crop"), self._on_crop),
            ("reduce", "Ctrl+M", self.tr("Make smaller"), self._on_reduce),
            ("undo", "Ctrl+Z", self.tr("Undo"), self._on_undo),
            gap,
            ("out", "Ctrl+-", "−", partial(self.view.zoom_by, -1)),
            ("in", "Ctrl++", "+", partial(self.view.zoom_by, 1)),
            ("width", "Ctrl+0", self.tr("Width"), partial(self.view.set_zoom, FIT_WIDTH)),
            ("page", "Ctrl+9", self.tr("Page"), partial(self.view.set_zoom, FIT_PAGE)),
            gap,
            ("save", "Ctrl+S", self.tr("Save as…"), self._on_save),
            ("detach", "Ctrl+Del", self.tr("Detach"), self._on_detach),
        )

    def _run(self, work: Callable[[], Opened], done: Callable[[Opened], None]) -> None:
        """Do something beside the screen; until it is done nothing else is begun."""
        if self._is_busy:
            return
        self._is_busy = True
        self.message.say(self.tr("One moment…"))
        self._show_actions()
        self._errands.start(
            lambda _progress, _cancelled: _with_pages(work()),
            partial(self._on_ready, done),
            self._on_failed,
        )

    def _on_ready(
        self,
        done: Callable[[Opened], None],
        made: tuple[Opened, PdfPages | ImagePages],
    ) -> None:
        self._is_busy = False
        self._may_leave = False
        self.message.say("")
        opened, pages = made
        former, self._pages = self._pages, pages
        self.view.show_pages(pages)
        if former is not None:
            former.close()
        done(opened)
        self._say_facts()
        self._show_actions()

    def _on_failed(self, error: Exception) -> None:
        self._is_busy = False
        self._show_actions()
        if isinstance(error, UserError):
            self.message.say(translate_error(error), Tone.WRONG)

    def _show(self, opened: Opened) -> None:
        self.opened = opened

    def _change_to(self, opened: Opened) -> None:
        if self.opened is not None:
            self._former.append(self.opened)
        self.opened = opened
        self.attach.setFocus()

    def _make_smaller_to(self, before: DigitalDocument, opened: Opened) -> None:
        self._change_to(opened)
        said = self.tr("Before: {before}. After: {after}.")
        self.message.say(
            said.format(before=measures(before), after=measures(opened.document)),
            Tone.PLAIN,
        )

    def _on_import(self) -> None:
        self.take(self._questions.open_documents(self))

    def _on_add(self) -> None:
        self.add_pages(self._questions.open_documents(self))

    def _on_paste(self) -> None:
        copied: QMimeData = QGuiApplication.clipboard().mimeData()
        if holds_files(copied):
            self.take(incoming(copied))
        else:
            self.message.say(
                self.tr("The clipboard holds neither a picture nor a file."), Tone.WARNING
            )

    def _turn(self, quarters: int) -> None:
        if self.opened is not None:
            self._run(partial(rotated, self.opened, self.view.page, quarters), self._change_to)

    def _on_crop(self) -> None:
        self.view.ask_for_frame()
        self.message.say(
            self.tr(
                "Drag a frame, or set it by keys: arrows move it, Shift+arrows pull its right and "
                "bottom sides, Ctrl makes the steps small. Enter crops, Esc gives up."
            )
        )

    def _on_framed(self, frame: Frame) -> None:
        if self.opened is not None:
            self._run(partial(cropped, self.opened, frame.page, frame.part), self._change_to)

    def _on_reduce(self) -> None:
        if self.opened is not None:
            before = self.opened.document
            self._run(
                partial(reduced, self.opened, self._limit), partial(self._make_smaller_to, before)
            )

    def _on_undo(self) -> None:
        if self._former:
            former = self._former.pop()
            self._run(lambda: former, self._show)

    def _on_save(self) -> None:
        if self.opened is None:
            return
        kind = self.opened.document.kind
        path = self._questions.save_path(self, f"{file_name(self._title)}.{kind}")
        if path is None:
            return
        try:
            save_whole(self.opened.content, path)
        except OSError as error:
            said = self.tr("The file {name} cannot be written ({reason}). Choose another folder.")
            reason = error.strerror or str(error)
            self.message.say(said.format(name=isolated(path.name), reason=reason), Tone.WRONG)
            return
        self.message.say(self.tr("Saved as {name}.").format(name=isolated(path.name)))

    def _on_detach(self) -> None:
        self._digest, self.opened = "", None
        self.detached.emit()
        self.accept()

    def _on_attach(self) -> None:
        if not self._is_editable or not self.is_changed() or self.opened is None:
            self.accept()
            return
        if self._is_busy:
            return
        self._is_busy = True
        self._show_actions()
        opened = self.opened
        self._errands.start(
            lambda _progress, _cancelled: self._files.keep(opened),
            lambda _kept: self._on_kept(opened.document.digest),
            self._on_failed,
            pool=Pool.DATABASE,
        )

    def _on_kept(self, digest: str) -> None:
        self._is_busy = False
        self._digest = digest
        self.attached.emit(digest)
        self.accept()

    def _say_what_to_do(self) -> None:
        self._show_actions()
        self._say_facts()
        if not self._digest and self._is_editable:
            self.message.say(
                self.tr(
                    "Import a scan (Ctrl+O), paste it (Ctrl+V), or drop a file here. Images and "
                    "PDF files are taken; several files become the pages of one."
                )
            )

    def _show_actions(self) -> None:
        has_file = self.opened is not None and not self._is_busy
        may_change = self._is_editable and not self._is_busy
        enabled = {
            **dict.fromkeys(("import", "add", "paste"), may_change),
            **dict.fromkeys(("left", "right", "crop"), may_change and has_file),
            "reduce": may_change and has_file and self._may_be_smaller(),
            "undo": may_change and bool(self._former),
            **dict.fromkeys(("out", "in", "width", "page", "save"), has_file),
            "detach": may_change and bool(self._digest),
        }
        for name, action in self.actions_by_name.items():
            action.setEnabled(enabled[name])
        self.attach.setEnabled(may_change and self.is_changed())

    def _may_be_smaller(self) -> bool:
        return self.opened is not None and not self._limit.is_kept_by(self.opened.document)

    def _say_facts(self, _page: int = 0) -> None:
        if self.opened is None:
            self.facts.say("")
            return
        document = self.opened.document
        parts = [measures(document)]
        if document.pages > 1:
            page = self.tr("page {number} of {count}")
            parts.append(page.format(number=self.view.page + 1, count=document.pages))
        if self._limit.size:
            said = self.tr("the country takes {size}")
            parts.append(said.format(size=shown_size(self._limit.size)))
        tone = Tone.PLAIN
        if not self._limit.takes(document):
            parts.append(self.tr("too large: make it smaller"))
            tone = Tone.WARNING
        self.facts.say(" · ".join(parts), tone)


def _with_pages(opened: Opened) -> tuple[Opened, PdfPages | ImagePages]:
    return opened, pages_of(opened)
