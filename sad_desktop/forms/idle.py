"""A desk nobody touches: after the office's minutes its password is asked for again."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)
_MINUTE = 60_000


class IdleWatch(QObject):
    """``expired`` when no key was pressed and no mouse moved for so many minutes."""

    expired = Signal()

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def watch(self, minutes: int) -> None:
        """Begin to count; 0 never expires."""
        self.stop()
        if minutes > 0:
            self._application.installEventFilter(self)
            self._timer.start(minutes * _MINUTE)

    def stop(self) -> None:
        """Count no longer."""
        self._timer.stop()
        self._application.removeEventFilter(self)

    def is_watching(self) -> bool:
        """Tell whether the time is counted."""
        return self._timer.isActive()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Count anew at every touch, and leave the event to whom it is for."""
        if event.type() in _TOUCHES and self._timer.isActive():
            self._timer.start()
        return super().eventFilter(watched, event)

    def _on_timeout(self) -> None:
        self.stop()
        self.expired.emit()
