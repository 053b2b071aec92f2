"""Ask the office beside the screen what verification needs, whenever a draft asks anew."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from sad_desktop.brokerage.acknowledgements import Acknowledgement
from sad_desktop.forms.document import Document
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.services import acknowledgements
from sad_desktop.services.register import Answer, ask
from sad_desktop.services.workspace import Workspace
from sad_desktop.validation.findings import Finding

DELAY = 400
"""Milliseconds from the last change to the question: no keystroke waits for the database."""


class RegisterRefresh(QObject):
    """Keeps what open documents know of the office up to date.

    A document is asked for when it opens, when what its enquiry is made of changed, when any
    declaration was stored, and on F9; not before the office was opened. ``asked`` tells that the
    office was opened, or holds something new.
    """

    asked = Signal()

    def __init__(self, workspace: Workspace, tasks: Starter, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = Errands(tasks, self)
        self._timers: dict[Document, QTimer] = {}
        self._asking: set[Document] = set()
        self._is_office_open = False

    @property
    def is_office_open(self) -> bool:
        """Whether the office was opened."""
        return self._is_office_open

    def watch(self, document: Document) -> None:
        """Ask for a document now, and again when it asks for something else."""
        timer = QTimer(document)
        timer.setSingleShot(True)
        timer.setInterval(DELAY)
        timer.timeout.connect(partial(self._ask, document))
        self._timers[document] = timer
        document.changed.connect(lambda _places: timer.start())
        self._ask(document)

    def forget(self, document: Document) -> None:
        """Ask no more for a document that is closed."""
        timer = self._timers.pop(document, None)
        if timer is not None:
            timer.stop()

    def ask_again(self, document: Document) -> None:
        """Ask for a document although it asks for nothing else: others may have been stored."""
        if document in self._timers:
            document.forget_answer()
            self._ask(document)

    def ask_all_again(self) -> None:
        """Ask for every document: the office was opened, or a declaration was stored."""
        self._is_office_open = True
        self.asked.emit()
        for document in tuple(self._timers):
            self.ask_again(document)

    def acknowledge(self, document: Document, finding: Finding) -> None:
        """Keep that the user stands by a warning, or take that back."""
        kept = document.acknowledgement_of(finding)
        run: Callable[..., Acknowledgement | None] = (
            acknowledgements.acknowledge if kept is None else acknowledgements.withdraw
        )
        self._tasks.start(
            lambda _progress, _cancelled: run(self._workspace, document.document_id, finding),
            lambda own: self._on_acknowledged(document, finding, own),
            self._failed,
            pool=Pool.DATABASE,
        )

    def on_failure(self, tell: Callable[[Exception], None]) -> None:
        """Say through ``tell`` why an acknowledgement could not be kept."""
        self._tell = tell

    _tell: Callable[[Exception], None] | None = None

    def _failed(self, error: Exception) -> None:
        if self._tell is not None:
            self._tell(error)

    def _ask(self, document: Document) -> None:
        if not self._is_office_open:
            return
        if document in self._asking:
            self._timers[document].start()
            return
        self._asking.add(document)
        arguments = (document.document_id, document.draft, document.desk.on, document.enquiry)
        profile = document.desk.book.profile.code
        self._tasks.start(
            lambda _progress, _cancelled: ask(self._workspace, *arguments, profile=profile),
            partial(self._on_answered, document),
            partial(self._on_not_answered, document),
            pool=Pool.DATABASE,
        )

    def _on_answered(self, document: Document, answer: Answer | None) -> None:
        self._asking.discard(document)
        if document in self._timers and answer is not None:
            document.take_answer(answer)

    def _on_not_answered(self, document: Document, _error: Exception) -> None:
        self._asking.discard(document)

    def _on_acknowledged(
        self, document: Document, finding: Finding, own: Acknowledgement | None
    ) -> None:
        if document in self._timers:
            document.take_acknowledgement(finding, own)
