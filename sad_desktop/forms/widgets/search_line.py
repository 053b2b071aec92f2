"""A search line that moves the cursor of its results while one goes on typing."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QTableView, QWidget


class SearchLine(QLineEdit):
    """Up, Down, PgUp and PgDn move through the results; ``taken`` on Enter.

    ``moving`` comes before the cursor moves, so that results still to come can be fetched.
    """

    taken = Signal()
    moving = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._results: QTableView | None = None
        self.setClearButtonEnabled(True)

    def set_results(self, results: QTableView) -> None:
        """Move through the rows of a table from now on."""
        self._results = results

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the results; all others edit the line."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit()
            return
        step = self._steps().get(Qt.Key(event.key()))
        if step is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.moving.emit()
        self._move(step)

    def _steps(self) -> dict[Qt.Key, int]:
        view = self._results
        if view is None:
            return {}
        height = max(view.verticalHeader().defaultSectionSize(), 1)
        page = max(view.viewport().height() // height - 1, 1)
        return {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_PageDown: page,
        }

    def _move(self, step: int) -> None:
        if self._results is not None:
            present = self._results.currentIndex().row()
            choose_row(self._results, present + step if present >= 0 else 0)


def choose_row(view: QTableView, row: int) -> None:
    """Put the cursor of a table on a row, or on the nearest there is, and into sight."""
    model = view.model()
    rows = model.rowCount() if model is not None else 0
    if model is None or not rows:
        return
    index = model.index(min(max(row, 0), rows - 1), 0)
    flags = QItemSelectionModel.SelectionFlag
    view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
    view.scrollTo(index)
