"""An amount in a form that explains itself when pressed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOptionFocusRect, QWidget

_PADDING = 4


class AmountButton(QAbstractButton):
    """A computed amount, at the right in both directions; ``clicked`` asks where it comes from."""

    def __init__(self, name: str, parent: QWidget | None = None, *, strong: bool = False) -> None:
        super().__init__(parent)
        self._name = name
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if strong:
            font = self.font()
            font.setWeight(QFont.Weight.DemiBold)
            self.setFont(font)

    def show_amount(self, text: str) -> None:
        """Show an amount, and say it with its name."""
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(f"{self._name} {text}".strip())
            self.updateGeometry()

    def rename(self, name: str) -> None:
        """Take another name."""
        self._name = name
        self.setAccessibleName(f"{name} {self.text()}".strip())

    def sizeHint(self) -> QSize:
        """Return the room the amount needs."""
        metrics = self.fontMetrics()
        width = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance("0" * 12))
        return QSize(width + 2 * _PADDING, metrics.height() + 2 * _PADDING)

    def minimumSizeHint(self) -> QSize:
        """Return the room the amount needs: it is never cut."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - drawn whole
        """Draw the amount, underlined under the mouse, framed when it has the focus."""
        painter = QPainter(self)
        font = self.font()
        font.setUnderline(self.underMouse() and bool(self.text()))
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        inside = self.rect().adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inside, int(flags), self.text())
        if not self.hasFocus():
            return
        option = QStyleOptionFocusRect()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, self)
