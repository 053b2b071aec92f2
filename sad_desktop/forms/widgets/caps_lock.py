"""Caps Lock, which Qt does not tell: read from the letters typed."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


class CapsLock(QObject):
    """Watches the widget in focus only, so that no other event passes through here.

    ``changed`` says whether Caps Lock is on, once the first letter of a script with two cases
    was typed.
    """

    changed = Signal(bool)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._is_on: bool | None = None
        application.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read a key, and leave it to the widget."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._read(event)
        return super().eventFilter(watched, event)

    def _read(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            if self._is_on is not None and not event.isAutoRepeat():
                self._tell(not self._is_on)
            return
        letter = event.text()
        if len(letter) != 1 or letter.lower() == letter.upper():
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._tell(letter.isupper() != shift)

    def _tell(self, is_on: bool) -> None:
        if is_on is not self._is_on:
            self._is_on = is_on
            self.changed.emit(is_on)

    def _on_focus_changed(self, left: QWidget | None, entered: QWidget | None) -> None:
        if left is not None:
            left.removeEventFilter(self)
        if entered is not None:
            entered.installEventFilter(self)
