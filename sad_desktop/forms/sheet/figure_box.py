"""A computed box on the sheet: read, copied and told to a screen reader, never keyed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from sad_desktop.forms.theme import colours
from sad_desktop.printing.contents import Align, PageView, content
from sad_desktop.printing.sheet import Cell

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class FigureBox(QLineEdit):
    """Shows a computed box in grey without a frame. ``clicked`` asks for its explanation."""

    clicked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrame(False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        palette = QPalette(parent.palette())
        palette.setColor(QPalette.ColorRole.Text, QColor(colours(parent.palette()).computed))
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)

    def show_figure(self, view: PageView, cell: Cell) -> None:
        """Show what stands in a cell of a page; an unused block shows nothing."""
        shown = content(view, cell)
        if shown.text != self.text():
            self.setText(shown.text)
            self.setCursorPosition(0)
        self.setAlignment(_RIGHT if shown.align is Align.RIGHT else _LEFT)
        self.setVisible(not cell.slot or view.item_in(cell.slot) is not None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Explain the box where it is clicked."""
        super().mousePressEvent(event)
        self.clicked.emit()
