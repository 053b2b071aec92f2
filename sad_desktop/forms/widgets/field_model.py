"""Tables whose cells are fields of a document."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QGuiApplication

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import NUMBERS, Kind
from sad_desktop.forms.document import Document
from sad_desktop.forms.theme import Colours, colours
from sad_desktop.forms.widgets.field_state import complaint, ink_of, is_keyed

Index = QModelIndex | QPersistentModelIndex

KIND = Qt.ItemDataRole.UserRole + 1
"""Role of the cell's ``Kind``: it decides direction and alignment."""
NO_INDEX = QModelIndex()
_NUMERIC = NUMBERS | {Kind.COUNT}
_DISPLAYED = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its title, how its cells are written, and the field they key, "" for none.

    ``sample`` is a text the column must be wide enough for.
    """

    title: str
    kind: Kind
    field: str = ""
    sample: str = ""
    hint: str = ""


def alignment_of(kind: Kind) -> Qt.AlignmentFlag:
    """Return where text of a kind stands in a cell: numbers at the right in both directions."""
    if kind in _NUMERIC:
        return (
            Qt.AlignmentFlag.AlignRight
            | Qt.AlignmentFlag.AlignAbsolute
            | Qt.AlignmentFlag.AlignVCenter
        )
    return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class FieldModel(QAbstractTableModel):
    """Rows of fields and computed texts; a subclass says what stands where.

    Keyed cells go through ``Document.enter``; text that is not understood stays and is red.
    """

    def __init__(
        self, document: Document, columns: tuple[Column, ...], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.columns = columns
        self._rows = 0

    def place(self, row: int, column: int) -> Place | None:
        """Return the field a cell keys; None for a computed cell."""
        raise NotImplementedError

    def computed(self, row: int, column: int) -> str:  # noqa: ARG002 - for those who compute
        """Return what stands in a cell nobody keyed anything in."""
        return ""

    def count(self) -> int:
        """Return how many rows the document has now."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Take over what the document holds now; a change of cells alone keeps editors open."""
        rows = self.count()
        if rows != self._rows:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, len(self.columns) - 1))

    def is_keyed(self, index: Index) -> bool:
        """Tell whether the clerk may type in a cell."""
        place = self.place(index.row(), index.column())
        return place is not None and is_keyed(self.document, place)

    def is_stop(self, index: Index) -> bool:
        """Tell whether Tab stops at a cell; a subclass may pass over some."""
        return self.is_keyed(index)

    def copy_above(self, index: Index) -> bool:
        """Copy a keyed cell from the row above; False when that cannot be."""
        if not index.row() or not self.is_keyed(index):
            return False
        above = self.place(index.row() - 1, index.column())
        here = self.place(index.row(), index.column())
        if above is None or here is None or above in self.document.draft.rejected:
            return False
        self.document.put(here, self.document.draft.value(above))
        return True

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return whether a cell can be entered and keyed."""
        flags = super().flags(index)
        if index.isValid() and self.is_keyed(index):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return titles of columns, aligned as their cells, and numbers of rows."""
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint or column.title.replace("\n", " ")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(column.kind)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the colours and the explanation of a cell."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role in _DISPLAYED:
            return self.text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(self.columns[column].kind)
        if role == KIND:
            return self.columns[column].kind
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self.text_colour(row, column, _colours()))
        if role == Qt.ItemDataRole.BackgroundRole:
            paper = self.paper_colour(row, column, _colours())
            return QColor(paper) if paper else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.hint(row, column) or None
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over what was typed into a cell."""
        place = self.place(index.row(), index.column()) if index.isValid() else None
        if place is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.document.enter(place, str(value))
        return True

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell: what was keyed, or what is computed."""
        place = self.place(row, column)
        if place is None:
            return self.computed(row, column)
        return self.document.text_of(place) or self.computed(row, column)

    def text_colour(self, row: int, column: int, ours: Colours) -> str:
        """Return the colour a cell is written in."""
        place = self.place(row, column)
        if place is None or not self.document.text_of(place):
            return ours.computed
        return ink_of(self.document, place, ours).text

    def paper_colour(self, row: int, column: int, ours: Colours) -> str:
        """Return the colour behind a cell; "" for the table's own."""
        place = self.place(row, column)
        return ink_of(self.document, place, ours).paper if place is not None else ""

    def hint(self, row: int, column: int) -> str:
        """Return what the tool tip of a cell says."""
        place = self.place(row, column)
        return complaint(self.document, place) if place is not None else ""


def _colours() -> Colours:
    return colours(QGuiApplication.palette())
