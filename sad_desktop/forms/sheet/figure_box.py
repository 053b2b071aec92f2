"""A computed box on the sheet: read, copied and told to a screen reader, never keyed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.theme import colours
from sad_desktop.printing.contents import Align, PageView, content
from sad_desktop.printing.sheet import Cell

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute


class FigureBox(QLineEdit):
    """Shows a computed box in grey without a frame. ``focused`` when the cursor comes in."""

    focused = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFrame(False)
        self._place: Place | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        palette = QPalette(parent.palette())
        palette.setColor(QPalette.ColorRole.Text, QColor(colours(parent.palette()).computed))
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        self.setPalette(palette)

    def place(self) -> Place | None:
        """Return the computed box shown; None in a block without an item."""
        return self._place

    def show_figure(self, view: PageView, cell: Cell) -> None:
        """Show what stands in a cell of a page; an unused block shows nothing."""
        shown = content(view, cell)
        if shown.text != self.text():
            self.setText(shown.text)
            self.setCursorPosition(0)
        self.setAlignment(_RIGHT if shown.align is Align.RIGHT else _LEFT)
        item = view.item_in(cell.slot) if cell.slot else None
        self._place = Place(cell.name, item.key if item is not None else 0)
        if cell.slot and item is None:
            self._place = None
        self.setVisible(self._place is not None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the cursor is here."""
        super().focusInEvent(event)
        self.focused.emit()
