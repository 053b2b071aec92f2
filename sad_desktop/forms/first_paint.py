"""When a window was painted first: what the first paint does not need begins then."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

_UNSEEN = 1000
"""Milliseconds after which work begins though the window was not painted: it is minimised."""


class FirstPaint(QObject):
    """``over`` once, after a window was painted, or after a second where nobody sees it."""

    over = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(_UNSEEN)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin once this paint is done, and leave the event to the window."""
        if watched is self._window and event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self._timer.start(0)
        return super().eventFilter(watched, event)

    def _on_timeout(self) -> None:
        self._window.removeEventFilter(self)
        self.over.emit()
