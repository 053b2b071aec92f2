"""Ask the office beside the screen what the importer of each open document usually declares."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from sad_desktop.brokerage.habits import Habits
from sad_desktop.forms.document import Document
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.services.habits import habits_of
from sad_desktop.services.workspace import Workspace

DELAY = 100
"""Milliseconds from a change of box 8 to the question, so that no keystroke asks."""


class OfferRefresh(QObject):
    """Keeps what open documents offer up to date.

    An importer is asked about once: its habits hold for all suppliers, models and goods. It is
    asked about again when any declaration was stored. ``is_on`` tells whether anything is offered.
    """

    def __init__(
        self, workspace: Workspace, tasks: Starter, is_on: Callable[[], bool], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = Errands(tasks, self)
        self._is_on = is_on
        self._timers: dict[Document, QTimer] = {}
        self._asked: dict[Document, str] = {}
        self._is_office_open = False

    def watch(self, document: Document) -> None:
        """Ask for a document's importer now, and whenever it has another one."""
        timer = QTimer(document)
        timer.setSingleShot(True)
        timer.setInterval(DELAY)
        timer.timeout.connect(partial(self._ask, document))
        self._timers[document] = timer
        document.changed.connect(partial(self._on_changed, document))
        self._ask(document)

    def forget(self, document: Document) -> None:
        """Ask no more for a document that is closed."""
        timer = self._timers.pop(document, None)
        if timer is not None:
            timer.stop()
        self._asked.pop(document, None)

    def ask_all_again(self) -> None:
        """Ask for every document: the office was opened, or a declaration or a setting changed."""
        self._is_office_open = True
        self._asked.clear()
        for document in tuple(self._timers):
            self._ask(document)

    def _on_changed(self, document: Document, _places: object) -> None:
        if document in self._timers and self._wanted(document) != self._asked.get(document):
            self._timers[document].start()

    def _wanted(self, document: Document) -> str:
        """Return the importer to ask about, "" for none."""
        is_wanted = self._is_on() and document.is_editable
        return document.draft.declaration.consignee_code if is_wanted else ""

    def _ask(self, document: Document) -> None:
        importer = self._wanted(document)
        if not self._is_office_open or importer == self._asked.get(document):
            return
        self._asked[document] = importer
        if not importer:
            document.offers.take_habits(None)
            return
        desk, own = document.desk, document.document_id
        self._tasks.start(
            lambda _progress, _cancelled: habits_of(
                self._workspace, desk.book.profile.code, importer, own, desk.on
            ),
            partial(self._on_answered, document),
            partial(self._on_not_answered, document),
            pool=Pool.DATABASE,
        )

    def _on_answered(self, document: Document, habits: Habits) -> None:
        if document in self._timers and self._asked.get(document) == habits.importer:
            document.offers.take_habits(habits)

    def _on_not_answered(self, document: Document, _error: Exception) -> None:
        """Offer nothing until the office answers; whoever stores is told why it does not."""
        document.offers.take_habits(None)
