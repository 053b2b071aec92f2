"""What past declarations taught, line by line: seen how often, known or not, taken or not."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication

from sad_desktop.brokerage.harvest import Key, Seen, Shelf
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.forms.language import isolated
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import NO_INDEX, Index
from sad_desktop.services.harvest import Judged, Standing, is_proposed
from sad_desktop.text import QT_TRANSLATE_NOOP

TAKEN, CODE, VALUE, SEEN, LAST, STANDING = range(6)
_CONFLICTS = frozenset({Standing.DISPUTED, Standing.OTHERWISE, Standing.UNLISTED})
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE
SHELVES: Mapping[Shelf, str] = {
    Shelf.COMPANIES: QT_TRANSLATE_NOOP("Harvest", "Companies"),
    Shelf.SUPPLIERS: QT_TRANSLATE_NOOP("Harvest", "Suppliers of importers"),
    Shelf.OFFICES: QT_TRANSLATE_NOOP("Harvest", "Customs offices"),
    Shelf.BANKS: QT_TRANSLATE_NOOP("Harvest", "Banks"),
    Shelf.LOCATIONS: QT_TRANSLATE_NOOP("Harvest", "Locations of goods"),
    Shelf.PLACES: QT_TRANSLATE_NOOP("Harvest", "Places of loading"),
    Shelf.PACKAGES: QT_TRANSLATE_NOOP("Harvest", "Kinds of packages"),
    Shelf.UNITS: QT_TRANSLATE_NOOP("Harvest", "Units"),
    Shelf.DOCUMENTS: QT_TRANSLATE_NOOP("Harvest", "Documents"),
    Shelf.GOODS: QT_TRANSLATE_NOOP("Harvest", "Commodity codes"),
    Shelf.RATES: QT_TRANSLATE_NOOP("Harvest", "Rates seen in declarations"),
    Shelf.GOODS_UNITS: QT_TRANSLATE_NOOP("Harvest", "Units of commodity codes"),
    Shelf.PROCEDURE_DOCUMENTS: QT_TRANSLATE_NOOP("Harvest", "Documents of procedures"),
    Shelf.HABITS: QT_TRANSLATE_NOOP("Harvest", "Usual values of importers"),
    Shelf.PRICES: QT_TRANSLATE_NOOP("Harvest", "Unit values of importers"),
    Shelf.DESCRIPTIONS: QT_TRANSLATE_NOOP("Harvest", "Goods of importers"),
    Shelf.GOODS_HABITS: QT_TRANSLATE_NOOP("Harvest", "Usual values of goods"),
}
"""What a shelf is called: texts of the translation context ``Harvest``."""


def shelf_title(shelf: Shelf) -> str:
    """Return what a shelf is called, in the desk's language."""
    return QCoreApplication.translate("Harvest", SHELVES[shelf])


class HarvestModel(QAbstractTableModel):
    """The lines of one shelf, conflicts first; the choice of all shelves is kept.

    ``chosen`` when a line is taken, left out, or another of its values is.
    """

    chosen = Signal()

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._lines: dict[Shelf, list[Judged]] = {}
        self._left_out: set[tuple[Shelf, Key]] = set()
        self._shelf = Shelf.COMPANIES
        self._titles = (
            "",
            self.tr("Code"),
            self.tr("Name or value"),
            self.tr("Seen"),
            self.tr("Last"),
            self.tr("Standing"),
        )
        self._words = {
            Standing.NEW: self.tr("new"),
            Standing.KNOWN: self.tr("known"),
            Standing.DISPUTED: self.tr("several names"),
            Standing.OTHERWISE: self.tr("kept otherwise"),
            Standing.UNLISTED: self.tr("not in the list"),
        }

    def show_lines(self, judged: Iterable[Judged]) -> None:
        """Take over other lines; what is not proposed is left out."""
        self.beginResetModel()
        self._lines = {}
        self._left_out = set()
        for one in judged:
            self._lines.setdefault(one.line.shelf, []).append(one)
            if not is_proposed(one):
                self._left_out.add((one.line.shelf, one.line.key))
        for lines in self._lines.values():
            lines.sort(key=lambda one: (one.standing not in _CONFLICTS, one.line.key))
        self.endResetModel()

    def show_shelf(self, shelf: Shelf) -> None:
        """Show the lines of another shelf."""
        self.beginResetModel()
        self._shelf = shelf
        self.endResetModel()

    def shelves(self) -> tuple[Shelf, ...]:
        """Return the shelves that hold something."""
        return tuple(shelf for shelf in Shelf if self._lines.get(shelf))

    def counts(self, shelf: Shelf) -> tuple[int, int, int]:
        """Return how many lines a shelf has, are taken, and are conflicts."""
        lines = self._lines.get(shelf, [])
        taken = sum((shelf, one.line.key) not in self._left_out for one in lines)
        return len(lines), taken, sum(one.standing in _CONFLICTS for one in lines)

    def taken(self) -> tuple[Seen, ...]:
        """Return what is taken, of every shelf."""
        return tuple(
            one.line
            for shelf, lines in self._lines.items()
            for one in lines
            if (shelf, one.line.key) not in self._left_out
        )

    def judged(self, row: int) -> Judged:
        """Return the line of a row."""
        return self._lines[self._shelf][row]

    def take(self, rows: Iterable[int], *, is_taken: bool) -> None:
        """Take lines, or leave them out."""
        marks = {(self._shelf, self.judged(row).line.key) for row in rows}
        self._left_out = self._left_out - marks if is_taken else self._left_out | marks
        self._tell()

    def turn(self, rows: Iterable[int]) -> None:
        """Take the lines, or leave them out when each is taken already."""
        chosen = tuple(rows)
        self.take(chosen, is_taken=not all(self.is_taken(row) for row in chosen))

    def is_taken(self, row: int) -> bool:
        """Tell whether a line is taken."""
        return (self._shelf, self.judged(row).line.key) not in self._left_out

    def prefer(self, row: int, value: str) -> None:
        """Take one of the values seen as the right one."""
        judged = self.judged(row)
        first = [pair for pair in judged.line.values if pair[0] == value]
        rest = [pair for pair in judged.line.values if pair[0] != value]
        line = replace(judged.line, values=(*first, *rest))
        self._lines[self._shelf][row] = replace(judged, line=line)
        self._tell()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of lines of the shelf."""
        return 0 if parent.isValid() else len(self._lines.get(self._shelf, ()))

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._titles):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return _alignment(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the first column be ticked."""
        flags = super().flags(index)
        if index.isValid() and index.column() == TAKEN:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over a tick."""
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.take([index.row()], is_taken=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text, the tick or the colour of a cell; the tool tip has every value seen."""
        if not index.isValid():
            return None
        judged, column = self.judged(index.row()), index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == TAKEN:
            taken = self.is_taken(index.row())
            return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(judged, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._standing(judged) if column == STANDING else self._hint(judged.line)
        conflict = column == STANDING and judged.standing in _CONFLICTS
        if role == Qt.ItemDataRole.ForegroundRole and conflict:
            return QColor(colours(QGuiApplication.palette()).warning)
        return None

    def _text(self, judged: Judged, column: int) -> str:
        line = judged.line
        if column == CODE:
            return self._key(line)
        if column == VALUE:
            return _shown(line, line.value)
        if column == SEEN:
            return f"{line.count:,}"
        if column == LAST:
            days = [sighting.last for _, sighting in line.values if sighting.last is not None]
            return max(days).strftime("%d/%m/%Y") if days else ""
        if column == STANDING:
            return self._standing(judged)
        return ""

    def _standing(self, judged: Judged) -> str:
        if judged.standing is not Standing.OTHERWISE or not judged.official:
            return self._words[judged.standing]
        return self.tr("kept as {name}").format(name=isolated(judged.official))

    def _key(self, line: Seen) -> str:
        parts = list(line.key)
        if line.shelf is Shelf.HABITS:
            parts[1] = definitions(Declaration)[parts[1]].title(self._language)
        if line.shelf is Shelf.GOODS_HABITS:
            parts[2] = definitions(Item)[parts[2]].title(self._language)
        if line.shelf is Shelf.SUPPLIERS:
            parts = [parts[0], parts[2]]  # the name stands beside it as it was written
        return " · ".join(part for part in parts if part)

    def _hint(self, line: Seen) -> str:
        return "\n".join(
            f"{_shown(line, value) or '—'} ({sighting.count:,})" for value, sighting in line.values
        )

    def _tell(self) -> None:
        rows = self.rowCount()
        if rows:
            self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, STANDING))
        self.chosen.emit()


def _shown(line: Seen, value: str) -> str:
    if line.shelf is Shelf.PRICES:
        return " – ".join(dict.fromkeys(value.split()))
    return value.replace("\n", " / ")


def _alignment(column: int) -> Qt.AlignmentFlag:
    return _NUMBER if column == SEEN else Qt.AlignmentFlag.AlignLeading | _MIDDLE
