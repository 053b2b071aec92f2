"""The columns of the finder: code and both names of every list, and what some lists have more."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sad_desktop.forms.lookup_lists import Searched
from sad_desktop.tariff.book import ListEntry

Index = QModelIndex | QPersistentModelIndex
CODE, NAME = range(2)
_NO_INDEX = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_ALIGNED_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE
_ALIGNED_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE


class EntriesModel(QAbstractTableModel):
    """Entries of one list as they were found."""

    def __init__(
        self,
        searched: Searched,
        language: str,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._entries: tuple[ListEntry, ...] = ()
        self._language = language
        self._searched = searched
        self._further = searched.columns
        self._other_name = NAME + len(self._further) + 1

    def show(self, entries: tuple[ListEntry, ...]) -> None:
        """Show other entries."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def entry(self, row: int) -> ListEntry:
        """Return the entry of a row."""
        return self._entries[row]

    def is_name(self, column: int) -> bool:
        """Tell whether a column holds names, which take the room that is left."""
        return column in (NAME, self._other_name)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of entries found."""
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of columns."""
        if parent.isValid():
            return 0
        return self._other_name + (0 if self._searched.has_one_name else 1)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles of the columns, aligned as what stands below."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; the whole of it as tool tip."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(self._entries[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        return None

    def _title(self, column: int) -> str:
        if column == CODE:
            return self._searched.code_title or self.tr("Code")
        if column == NAME:
            return self._searched.name_title or self.tr("Name")
        if column == self._other_name:
            return self.tr("Arabic name") if self._language == "en" else self.tr("English name")
        return self._further[column - NAME - 1].title

    def _text(self, entry: ListEntry, column: int) -> str:
        if column == CODE:
            return entry.code
        if column == NAME:
            return entry.name(self._language)
        if column == self._other_name:
            return entry.ar if self._language == "en" else entry.en
        return self._further[column - NAME - 1].show(entry)

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        """Return where a column's texts begin: each language at its own side."""
        is_arabic = (column == NAME) is (self._language == "ar")
        if self.is_name(column):
            return _ALIGNED_RIGHT if is_arabic else _ALIGNED_LEFT
        if column != CODE and self._further[column - NAME - 1].is_amount:
            return _ALIGNED_RIGHT
        return Qt.AlignmentFlag.AlignLeading | _MIDDLE
