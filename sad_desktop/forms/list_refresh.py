"""Bringing the desk's reference lists up to date beside the screen, from time to time."""

from PySide6.QtCore import QObject, QTimer, Signal

from sad_desktop.errors import UserError
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.services.reference_lists import ReferenceLists

FIRST = 2_000
"""Milliseconds after the start: the clerk's first keys come before the lists."""

AGAIN = 60_000
"""Milliseconds until the office is asked again whether a list changed."""


class ListRefresh(QObject):
    """Asks the office for changed lists; ``refreshed`` when the tariff book is another one."""

    refreshed = Signal()

    def __init__(self, lists: ReferenceLists, tasks: Starter) -> None:
        super().__init__()
        self._lists = lists
        self._tasks = tasks
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)

    def start(self) -> None:
        """Ask soon, and then again and again."""
        self._timer.start(FIRST)

    def stop(self) -> None:
        """Ask no more."""
        self._timer.stop()
        self._timer.blockSignals(True)

    def _begin(self) -> None:
        self._tasks.start(
            lambda _progress, is_cancelled: self._lists.refresh(is_cancelled),
            self._on_done,
            self._on_failure,
            pool=Pool.DATABASE,
        )

    def _on_done(self, is_changed: bool) -> None:
        self._timer.start(AGAIN)
        if is_changed:
            self.refreshed.emit()

    def _on_failure(self, error: Exception) -> None:
        """Work on with the lists there are: an office out of reach is told of when it is needed."""
        if isinstance(error, UserError):
            self._timer.start(AGAIN)
