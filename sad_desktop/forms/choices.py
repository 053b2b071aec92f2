"""The drop-down of a box with a short list (F4): the codes and names below the box."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from sad_desktop.forms.language import isolated
from sad_desktop.tariff.book import ListEntry

MOST_ENTRIES = 60
"""Longer lists are searched with the finder."""
_ROWS_SHOWN = 12
_TAKES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_CLOSES = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_F4})


class Choices(QFrame):
    """A popup list. ``taken`` carries the entry; Esc or a click elsewhere takes nothing.

    Letters and digits go to the entry that begins with them.
    """

    taken = Signal(ListEntry)

    def __init__(
        self,
        entries: Sequence[ListEntry],
        *,
        language: str,
        current: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._entries = tuple(entries)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.list = _List()
        self.list.setAccessibleName(self.tr("Choices"))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        for entry in self._entries:
            shown = f"{entry.code}  {isolated(entry.name(language))}"
            self.list.addItem(QListWidgetItem(shown))
        self.list.setCurrentRow(self._row_of(current))
        self.list.take_requested.connect(self._take)
        self.list.close_requested.connect(self.close)
        self.list.itemClicked.connect(lambda _item: self._take())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)

    def popup_under(self, widget: QWidget) -> None:
        """Open below a box, or above it where there is no room below."""
        row_height = max(self.list.sizeHintForRow(0), self.fontMetrics().height() + 4)
        height = row_height * min(max(len(self._entries), 1), _ROWS_SHOWN) + 4
        wanted = self.list.sizeHintForColumn(0) + 28
        width = max(widget.width(), min(wanted, 520))
        self.setGeometry(_beside(widget, width, height))
        self.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _row_of(self, code: str) -> int:
        for row, entry in enumerate(self._entries):
            if entry.code == code:
                return row
        return 0

    def _take(self) -> None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._entries):
            return
        self.close()
        self.taken.emit(self._entries[row])


class _List(QListWidget):
    """A list whose Enter takes and whose Esc closes."""

    take_requested = Signal()
    close_requested = Signal()

    def focusNextPrevChild(self, is_next: bool) -> bool:  # noqa: ARG002 - neither way is one
        """Keep Tab: it takes the entry, as Enter does."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take on Enter and Tab, close on Esc and F4."""
        if event.key() in _TAKES:
            self.take_requested.emit()
        elif event.key() in _CLOSES:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)


def _beside(widget: QWidget, width: int, height: int) -> QRect:
    below = widget.mapToGlobal(QPoint(0, widget.height()))
    left = below.x()
    if widget.isRightToLeft():
        left += widget.width() - width
    screen = widget.screen().availableGeometry()
    top = below.y()
    if top + height > screen.bottom():
        top = widget.mapToGlobal(QPoint(0, 0)).y() - height
    left = max(screen.left(), min(left, screen.right() - width))
    return QRect(left, max(screen.top(), top), width, height)
