"""Saves that wait for the office's server: it is asked again and again until it answers."""

from PySide6.QtCore import QObject, QTimer, Signal

from sad_desktop.forms.tasks import Starter
from sad_desktop.services.workspace import Workspace

ASK_AGAIN = 4_000
"""Milliseconds from one question to the next."""


class WaitingSaves(QObject):
    """The declarations to be saved when the server is back. ``answered`` when it is.

    The server is asked beside the screen: an answer that does not come takes seconds.
    """

    answered = Signal()

    def __init__(self, workspace: Workspace, tasks: Starter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._waiting: dict[str, None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASK_AGAIN)
        self._timer.timeout.connect(self._ask)

    @property
    def documents(self) -> tuple[str, ...]:
        """The declarations that wait, by id, in the order they were saved."""
        return tuple(self._waiting)

    @property
    def is_away(self) -> bool:
        """True while the server is being asked: nothing is sent to it meanwhile."""
        return self._timer.isActive()

    def add(self, document_id: str) -> None:
        """Have a declaration wait."""
        self._waiting[document_id] = None
        self.watch()

    def discard(self, document_id: str) -> None:
        """Have a declaration wait no longer: it was saved, or given up."""
        self._waiting.pop(document_id, None)

    def watch(self) -> None:
        """Ask the server from now on, until it answers."""
        if not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Ask no more: the program closes."""
        self._timer.stop()

    def _ask(self) -> None:
        self._tasks.start(
            lambda _progress, _cancelled: self._workspace.reach(),
            lambda _done: self.answered.emit(),
            lambda _error: self.watch(),
        )
