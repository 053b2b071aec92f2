"""Keeping open drafts in the journal: beside the screen, soon after a change, and again later."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from sad_desktop.errors import UserError
from sad_desktop.forms.document import Document
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.services.journal import Journal
from sad_desktop.services.workspace import Workspace

JOURNAL_DELAY = 700
"""Milliseconds from a change to its journal; typing on does not put it off."""

RETRY_DELAY = 3_000
"""Milliseconds until a disk that took nothing is tried again, also when nobody types."""


class DraftKeeping(QObject):
    """The journals of the drafts it watches.

    Signals: ``failed`` with a UserError, once until there was room again; ``changed`` when drafts
    are kept in memory only from now on, or on disk again.
    """

    failed = Signal(object)
    changed = Signal()

    def __init__(
        self, workspace: Workspace, journal: Journal, tasks: Starter, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._journal = journal
        self._tasks = tasks
        self._timers: dict[Document, QTimer] = {}
        self._done_with: set[str] = set()
        self._unkept = False
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_DELAY)
        self._retry.timeout.connect(self._keep_all)

    @property
    def is_in_memory_only(self) -> bool:
        """True while the recovery folder takes nothing."""
        return self._unkept

    def watch(self, document: Document) -> None:
        """Journal a document soon after every change, also while a field is typed in."""
        timer = QTimer(document)
        timer.setSingleShot(True)
        timer.setInterval(JOURNAL_DELAY)
        timer.timeout.connect(partial(self.keep, document))
        self._timers[document] = timer
        document.changed.connect(partial(self._on_touched, document))
        document.typing.connect(partial(self._on_touched, document))

    def forget(self, document: Document) -> None:
        """Watch a document no more; its journal stays."""
        timer = self._timers.pop(document, None)
        if timer is not None:
            timer.stop()

    def keep_soon(self, document: Document) -> None:
        """Journal a document as after a change."""
        timer = self._timers.get(document)
        if timer is not None and not timer.isActive():
            timer.start()

    def keep(self, document: Document) -> None:
        """Journal a document beside the screen: the draft is a value, the thread may have it."""
        if not _is_at_risk(document):
            self.discard(document.document_id)
            return
        if self._workspace.only_reads:
            return  # the recovery folder is the other program's
        arguments = (document.document_id, document.draft, document.version, document.typed_now)
        self._tasks.start(
            lambda _progress, _cancelled: self._journal.write(*arguments),
            lambda _done: self._on_kept(),
            self._on_not_kept,
            pool=Pool.DATABASE,
        )

    def write(self, document: Document) -> None:
        """Journal a document now."""
        if self._workspace.only_reads:
            return
        try:
            self._journal.write(
                document.document_id, document.draft, document.version, document.typed_now
            )
        except UserError as error:
            self._on_not_kept(error)

    def discard(self, document_id: str) -> None:
        """Throw a journal away beside the screen: what it held is stored, or was given up."""
        if self._workspace.only_reads:
            return
        self._done_with.add(document_id)
        self._tasks.start(
            lambda _progress, _cancelled: self._journal.discard(document_id),
            lambda _done: self._done_with.discard(document_id),
            self._on_not_kept,
            pool=Pool.DATABASE,
        )

    def flush(self) -> None:
        """Bring the journals up to date now: when the program crashes or closes."""
        at_risk = [document for document in self._timers if _is_at_risk(document)]
        for document in at_risk:
            self.write(document)
        for document_id in self._done_with - {document.document_id for document in at_risk}:
            self._journal.discard(document_id)

    def stop(self) -> None:
        """Try a disk that took nothing no more: the program closes."""
        self._retry.stop()

    def _on_touched(self, document: Document, _places: object = None) -> None:
        self.keep_soon(document)

    def _keep_all(self) -> None:
        """Try again to journal everything at risk; it is told once nothing is any more."""
        at_risk = [document for document in self._timers if _is_at_risk(document)]
        for document in at_risk:
            self.keep(document)
        if not at_risk:
            self._on_kept()

    def _on_kept(self) -> None:
        if self._unkept:
            self._unkept = False
            self._retry.stop()
            self.changed.emit()

    def _on_not_kept(self, error: Exception) -> None:
        """Say once that drafts are not safe on disk; work goes on in memory."""
        if not isinstance(error, UserError):
            return
        self._retry.start()
        if not self._unkept:
            self._unkept = True
            self.changed.emit()
            self.failed.emit(error)


def _is_at_risk(document: Document) -> bool:
    return not document.undo_stack.isClean() or document.typed_now is not None
