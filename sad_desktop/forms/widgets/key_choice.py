"""A choice among a few keyed answers, all in sight: a digit picks one, Enter goes on."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import fold_digits

_NEXT = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})


class _Answer(QRadioButton):
    """A radio button whose ring is seen in dark colours too: Fusion takes it from the window's."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ring over the platform's."""
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        ring = self.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))


class KeyChoice(QWidget):
    """Radio buttons as one stop in the tab order.

    ``place`` is the field it answers. Signals: ``chosen`` with the code the clerk picked,
    ``step`` with +1 or -1 when Enter, Tab or Shift+Tab leaves it.
    """

    chosen = Signal(str)
    step = Signal(int)

    def __init__(
        self,
        answers: Iterable[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        place: Place | None = None,
    ) -> None:
        super().__init__(parent)
        self._place = place
        self._buttons: dict[str, _Answer] = {}
        self._group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for code, label in answers:
            button = _Answer(f"{code}  {label}", self)
            button.setAccessibleName(label)
            button.installEventFilter(self)
            button.clicked.connect(lambda _checked, code=code: self.chosen.emit(code))
            self._buttons[code] = button
            self._group.addButton(button)
            column.addWidget(button)

    def place(self) -> Place | None:
        """Return the field it answers."""
        return self._place

    def choose(self, code: str) -> None:
        """Show an answer as the chosen one, without telling anybody."""
        button = self._buttons.get(code)
        if button is not None:
            button.setChecked(True)

    def code(self) -> str:
        """Return the code of the chosen answer; "" for none."""
        for code, button in self._buttons.items():
            if button.isChecked():
                return code
        return ""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus to the chosen answer."""
        super().focusInEvent(event)
        self.enter(event.reason())

    def enter(self, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Put the focus on the chosen answer, or on the first."""
        codes = list(self._buttons)
        self._buttons[self.code() or codes[0]].setFocus(reason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take digits and the keys that leave the choice."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        button = self._buttons.get(fold_digits(event.text()))
        if button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            button.click()
            return True
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Backtab or (event.key() in _NEXT and shift):
            self.step.emit(-1)
            return True
        if event.key() in _NEXT:
            self.step.emit(1)
            return True
        return False
