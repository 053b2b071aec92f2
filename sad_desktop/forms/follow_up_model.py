"""What leaves of an earlier declaration, item by item: what is left, and what is taken of it."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QColor, QGuiApplication

from sad_desktop.brokerage.follow_up import Holding, Portion, share_of
from sad_desktop.brokerage.register import Balance
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.values import Unreadable, parse, show_number
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import KIND, NO_INDEX, Column, Index, alignment_of

_TAKEN = {5: "packages", 6: "mass", 7: "quantity"}
_LEFT = {2: "packages", 3: "mass", 4: "quantity"}
_FIELDS = {"packages": "package_count", "mass": "net_mass", "quantity": "unit_1_quantity"}


class FollowUpModel(QAbstractTableModel):
    """A row for each item; the last three columns are keyed.

    ``complain`` is told why what was typed is no portion, a text of the context Unreadable; "".
    """

    def __init__(
        self,
        columns: tuple[Column, ...],
        complain: Callable[[str], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = columns
        self._complain = complain
        self._holdings: tuple[Holding, ...] = ()
        self._taken: dict[int, Balance] = {}

    def show_holdings(self, holdings: tuple[Holding, ...]) -> None:
        """Show other items; what was taken of them is forgotten."""
        self.beginResetModel()
        self._holdings, self._taken = holdings, {}
        self.endResetModel()

    def portions(self) -> tuple[Portion, ...]:
        """Return what is taken, in the order of the items."""
        return tuple(
            Portion(holding=self._holdings[row], amount=amount)
            for row, amount in sorted(self._taken.items())
        )

    def take_all(self) -> None:
        """Take everything that is left of every item."""
        self._taken = {row: one.left for row, one in enumerate(self._holdings)}
        self._tell()

    def is_over(self, row: int, measure: str) -> bool:
        """Tell whether more is taken than is left."""
        left = getattr(self._holdings[row].left, measure)
        taken = getattr(self._taken.get(row, Balance()), measure)
        return left is not None and taken is not None and taken > left

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of items."""
        return 0 if parent.isValid() else len(self._holdings)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a measure be keyed that the item has."""
        flags = super().flags(index)
        measure = _TAKEN.get(index.column())
        if measure and getattr(self._holdings[index.row()].left, measure) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles, aligned as their cells."""
        if orientation is Qt.Orientation.Vertical or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        return alignment_of(column.kind) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell; a portion beyond what is left is red."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        kind = self.columns[column].kind
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(row, column)
        if role == KIND:
            return kind
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(kind)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(row, column) or None
        if role == Qt.ItemDataRole.ForegroundRole:
            ours = colours(QGuiApplication.palette())
            measure = _TAKEN.get(column)
            if measure is None:
                return QColor(ours.ink if column < min(_LEFT) else ours.computed)
            return QColor(ours.invalid if self.is_over(row, measure) else ours.ink)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over what was keyed; the other measures of the item follow in proportion."""
        measure = _TAKEN.get(index.column())
        if measure is None or role != Qt.ItemDataRole.EditRole:
            return False
        row, typed = index.row(), str(value)
        try:
            taken = parse(definitions(Item)[_FIELDS[measure]], typed)
        except Unreadable as error:
            self._complain(str(error))
            return False
        self._complain("")
        if not isinstance(taken, Decimal) or not taken:
            self._taken.pop(row, None)
        elif measure == self._holdings[row].leading or row not in self._taken:
            self._taken[row] = share_of(self._holdings[row], measure, taken)
        else:
            self._taken[row] = replace(self._taken[row], **{measure: taken})
        self._tell()
        return True

    def _text(self, row: int, column: int) -> str:
        holding = self._holdings[row]
        if column == 0:
            return str(holding.goods.item_number or "")
        if column == 1:
            item = holding.item
            goods = item.commercial_description or item.tariff_description
            return f"{item.commodity_code}  {goods.partition(chr(10))[0]}".strip()
        taken = column in _TAKEN
        amounts = self._taken.get(row, Balance()) if taken else holding.left
        amount = getattr(amounts, _TAKEN[column] if taken else _LEFT[column])
        return "" if amount is None else show_number(amount)

    def _tell(self) -> None:
        if self._holdings:
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
