"""One stage as a box: blue until it is done, then green with date and time (S1-018)."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from sad_desktop.forms.theme import colours

_ROUND, _EDGE, _GAP = 6, 12, 6


class StageBox(QAbstractButton):
    """A box with a title, and when it was done; Enter, Space and a click press it."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self._said = ""
        self.is_done = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.pressed.connect(self.setFocus)

    def show_state(self, said: str, *, is_done: bool, hint: str = "") -> None:
        """Say when the stage was done, or that it is not; told to a screen reader as well."""
        self._said, self.is_done = said, is_done
        self.setAccessibleName(f"{self.text()}: {said}")
        self.setToolTip(hint)
        self.updateGeometry()
        self.update()

    def said(self) -> str:
        """Return what stands below the title."""
        return self._said

    def sizeHint(self) -> QSize:
        """Return the room both lines need."""
        title, said = QFontMetrics(self._bold()), self.fontMetrics()
        width = max(title.horizontalAdvance(self.text()), said.horizontalAdvance(self._said))
        return QSize(width + 2 * _EDGE, title.height() + said.height() + _GAP + 2 * _EDGE)

    def minimumSizeHint(self) -> QSize:
        """Never be narrower than the texts."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box, its two lines, and a frame while it has the keyboard."""
        ours = colours(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ours.good if self.is_done else ours.filled))
        painter.drawRoundedRect(area, _ROUND, _ROUND)
        painter.setPen(QColor(ours.paper))
        side = Qt.AlignmentFlag.AlignHCenter
        painter.setFont(self._bold())
        above = area.adjusted(0, _EDGE, 0, 0)
        painter.drawText(above, side | Qt.AlignmentFlag.AlignTop, self.text())
        painter.setFont(self.font())
        below = area.adjusted(0, 0, 0, -_EDGE)
        painter.drawText(below, side | Qt.AlignmentFlag.AlignBottom, self._said)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(ours.ink), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUND, _ROUND)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Enter as well as Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def _bold(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        return font
