"""Tables that are only read: rows of texts, each cell with its kind and colour."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QFont

from sad_desktop.forms.widgets.field_model import KIND, NO_INDEX, Column, Index, alignment_of


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a text for each column; ``colours`` by column, ``hint`` its tool tip.

    ``head`` stands before the row where row heads are shown; ``opens`` is what Enter or a click
    on the row asks for.
    """

    cells: tuple[str, ...]
    strong: bool = False
    colours: Mapping[int, str] = field(default_factory=dict)
    hint: str = ""
    head: str = ""
    opens: object = None


class TextModel(QAbstractTableModel):
    """Rows under columns; a subclass may make its rows when they are looked at."""

    def __init__(self, columns: tuple[Column, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._rows: Sequence[Row] = ()
        self._count = 0

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the current one stays current when their number does."""
        self._rows = rows
        self.recount(len(rows))

    def recount(self, count: int) -> None:
        """Tell the views that rows changed, or that there is another number of them."""
        if count != self._count:
            self.beginResetModel()
            self._count = count
            self.endResetModel()
        elif count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(self.columns) - 1))

    def row(self, number: int) -> Row:
        """Return a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles, aligned as their cells."""
        if orientation is Qt.Orientation.Vertical:
            return self._row_head(section, role)
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(column.kind)
        return None

    def _row_head(self, section: int, role: int) -> Any:
        if not 0 <= section < self._count:
            return None
        row = self.row(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.head
        return row.hint if role == Qt.ItemDataRole.ToolTipRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the weight and the colour of a cell."""
        if not index.isValid():
            return None
        column = index.column()
        kind = self.columns[column].kind
        if role == KIND:
            return kind
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(kind)
        row = self.row(index.row())
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.hint or row.cells[column]
        if role == Qt.ItemDataRole.ForegroundRole and column in row.colours:
            return QColor(row.colours[column])
        if role == Qt.ItemDataRole.FontRole and row.strong:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None
