"""What the clerk does with files of documents: the viewer of a row, and the package."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sad_desktop.brokerage.digital_documents import Limit
from sad_desktop.declaration.draft import Rows
from sad_desktop.declaration.rows import Document as Paper
from sad_desktop.errors import UserError
from sad_desktop.forms.document import Document
from sad_desktop.forms.document_tab import DocumentTab
from sad_desktop.forms.documents import Asked
from sad_desktop.forms.language import isolated
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.questions import Questions
from sad_desktop.services.digital_documents import DigitalDocuments
from sad_desktop.services.package import save_package
from sad_desktop.services.paper import Printing
from sad_desktop.services.print_batch import file_name
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sad_desktop.forms.workplace import Workplace


class DigitalDocumentCommands(QObject):
    """Opens viewers beside the declaration and makes packages; both are loaded when asked for."""

    def __init__(
        self, workplace: "Workplace", opened: OpenedDeclarations, questions: Questions
    ) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._opened = opened
        self._questions = questions

    def by_key(self) -> dict[str, Callable[[], object]]:
        """Return the commands by the names of the key table."""
        return {
            "package_zip": partial(self._package, "zip"),
            "package_pdf": partial(self._package, "pdf"),
        }

    def open(self, tab: DocumentTab, asked: Asked) -> None:
        """Show the file of a row beside the declaration, or what is to become it."""
        from sad_desktop.forms.digital_document import DigitalDocumentDialog  # start-up: PDFium

        document, paper = tab.document, asked.paper
        title = " ".join(filter(None, (paper.document_code, paper.reference or paper.name)))
        dialog = DigitalDocumentDialog(
            title,
            "" if asked.given else paper.digital_document,
            DigitalDocuments(self._opened.office.workspace),
            self._opened.office.tasks,
            self._questions,
            Limit.of(document.desk.book.profile.flags),
            tab,
            is_editable=document.is_editable,
        )
        dialog.attached.connect(partial(self._attach, document, asked))
        dialog.detached.connect(partial(self._attach, document, asked, ""))
        dialog.show()
        if asked.given:
            dialog.take(asked.given)

    def _attach(self, document: Document, asked: Asked, digest: str) -> None:
        """Put a file into the row it was asked for, which may stand elsewhere now."""
        if not document.is_editable:
            self._workplace.window.fail(UserError(_REGISTERED))
            return
        items = document.draft.declaration.items
        rows = next((item.documents for item in items if item.key == asked.item), ())
        at = _place_of(asked, rows)
        if at is None:
            self._workplace.window.fail(UserError(_GONE))
            return
        changed = replace(rows[at], digital_document=digest)
        title = self.tr("attach document") if digest else self.tr("detach document")
        document.set_rows(title, asked.item, Rows.DOCUMENTS, (*rows[:at], changed, *rows[at + 1 :]))
        said = self.tr("Attached.") if digest else self.tr("Detached; Undo brings it back.")
        self._workplace.say(said)

    def _package(self, kind: str) -> None:
        tab = self._workplace.current_tab()
        if tab is None:
            return
        tab.commit()
        proposed = f"{file_name(tab.document.title())}.{kind}"
        path = self._questions.save_path(self._workplace.window, proposed)
        if path is not None:
            self._make(tab, path if path.suffix else path.with_suffix(f".{kind}"))

    def _make(self, tab: DocumentTab, path: Path) -> None:
        from sad_desktop.forms.preview import subject_of  # start-up: it loads PDFium
        from sad_desktop.forms.print_choices import sayer

        subject = subject_of(tab.document)
        documents = DigitalDocuments(self._opened.office.workspace)
        printing = Printing(edition=tab.edition.value)
        say = sayer(tab.edition)
        now = datetime.now()  # noqa: DTZ005 - a ZIP archive holds the wall clock
        self._workplace.say(self.tr("Making the package…"))
        self._opened.office.tasks.start(
            lambda progress, _cancelled: save_package(
                subject, documents, path, now, edition=printing, say=say, progress=progress
            ),
            partial(self._on_made, path),
            self._on_failed,
            self._on_progress,
        )

    def _on_progress(self, done: int, total: int) -> None:
        said = self.tr("Making the package: {done} of {total}")
        self._workplace.say(said.format(done=done, total=total))

    def _on_made(self, path: Path, documents: int) -> None:
        said = self.tr("Package saved as {name}, with %n digital document(s).", "", documents)
        self._workplace.say(said.format(name=isolated(path.name)))

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._workplace.window.fail(error)


def _place_of(asked: Asked, rows: tuple[Paper, ...]) -> int | None:
    """Return where a row stands now: by its code and reference, else at its place.

    Its code and reference may have been keyed since, with the file beside the declaration.
    """
    own = (asked.paper.document_code, asked.paper.reference)
    named = [at for at, one in enumerate(rows) if (one.document_code, one.reference) == own]
    if asked.row in named:
        return asked.row
    if len(named) == 1 and any(own):
        return named[0]
    return asked.row if len(rows) == asked.count else None


_GONE = QT_TRANSLATE_NOOP(
    "UserError",
    "The row of the document is no longer there, so nothing was attached: insert it again and "
    "attach the file to it.",
)
_REGISTERED = QT_TRANSLATE_NOOP(
    "UserError", "The declaration is registered: it is changed by an amendment only."
)
