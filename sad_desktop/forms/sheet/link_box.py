"""A computed text on the sheet that leads to what it names when it is pressed."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.theme import colours
from sad_desktop.printing.contents import PageView, content
from sad_desktop.printing.sheet import Cell

LINKED = "receipt"
"""The cell that leads to what it names (S3-046)."""


class LinkBox(QPushButton):
    """Shows the receipt's number underlined, nothing without one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hide()

    def place(self) -> Place | None:
        """Return no place: nothing is keyed here, and no finding stands here."""
        return None

    def show_figure(self, view: PageView, cell: Cell) -> None:
        """Show what stands in a cell of a page; an empty one hides the link."""
        text = content(view, cell).text
        if text == self.text():
            return
        self.setText(text)
        said = self.tr("Receipt number: {text}. Press it to see the receipt.").format(text=text)
        self.setAccessibleName(said)
        self.setToolTip(said if text else "")
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - the whole line is drawn
        """Draw the text as links are drawn; a frame while it has the focus."""
        painter = QPainter(self)
        shades = colours(self.palette())
        font = self.font()
        font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(QColor(shades.filled))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        side = left | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(self.rect()), int(side), self.text())
        if self.hasFocus():
            painter.setPen(QColor(shades.focus))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew in the letters of another zoom."""
        super().changeEvent(event)
        self.update()
