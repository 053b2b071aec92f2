"""The lines of the library as a table: pages of it are fetched when they come into sight."""

from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from sad_desktop.brokerage.library import LibraryQuery, Summary
from sad_desktop.declaration.status import Status
from sad_desktop.declaration.values import show_number
from sad_desktop.errors import UserError
from sad_desktop.forms.widgets.status_words import status_word

Index = QModelIndex | QPersistentModelIndex
REFERENCE, CONSIGNEE, DAY, STATUS, INVOICE = range(5)
PAGE_LINES = 100
_PAGES_KEPT = 40
_NO_INDEX = QModelIndex()
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | _MIDDLE


class LibrarySource(Protocol):
    """Where the lines come from; each call may raise UserError."""

    def count(self, query: LibraryQuery) -> int:
        """Return how many lines a query finds."""
        ...

    def summaries(
        self, query: LibraryQuery, offset: int = 0, limit: int = PAGE_LINES
    ) -> tuple[Summary, ...]:
        """Return some of the lines a query finds, last stored first."""
        ...

    def counts(self) -> Mapping[Status, int]:
        """Return how many declarations stand at each status."""
        ...


class LibraryLines(QAbstractTableModel):
    """The lines a query finds. ``failed`` when they cannot be read; the table is empty then."""

    failed = Signal(UserError)

    def __init__(self, source: LibrarySource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._query = LibraryQuery()
        self._count = 0
        self._pages: OrderedDict[int, tuple[Summary, ...]] = OrderedDict()
        self._titles = (
            self.tr("Reference"),
            self.tr("Consignee"),
            self.tr("Stored on"),
            self.tr("Status"),
            self.tr("Invoice"),
        )

    def ask(self, query: LibraryQuery) -> None:
        """Show what a query finds now."""
        self.beginResetModel()
        self._query = query
        self._pages.clear()
        self._count = self._counted()
        self.endResetModel()

    def line(self, row: int) -> Summary | None:
        """Return the line of a row; None when it was deleted by another desk meanwhile."""
        number, place = divmod(row, PAGE_LINES)
        page = self._page(number)
        return page[place] if 0 <= place < len(page) else None

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of lines found."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
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
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; the tool tip tells the whole line."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        line = self.line(index.row())
        if line is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, index.column())
        return self._whole(line)

    def _text(self, line: Summary, column: int) -> str:
        if column == REFERENCE:
            return line.reference or self.tr("(none)")
        if column == CONSIGNEE:
            return line.consignee_name or line.consignee_code
        if column == DAY:
            return line.stored_at.astimezone().strftime("%d/%m/%Y")
        if column == STATUS:
            return status_word(line.status)
        return _invoice(line)

    def _whole(self, line: Summary) -> str:
        stored = line.stored_at.astimezone().strftime("%d/%m/%Y %H:%M")
        parts = (
            " · ".join(part for part in (line.reference, line.registration) if part),
            line.declaration_model,
            line.consignee_name or line.consignee_code,
            line.exporter_name,
            " · ".join(part for part in (line.commodity_code, line.goods) if part),
            self.tr("Items: {count}").format(count=line.item_count),
            _invoice(line),
            f"{status_word(line.status)} · {stored} · {line.stored_by}",
        )
        return "\n".join(part for part in parts if part)

    def _counted(self) -> int:
        try:
            return self._source.count(self._query)
        except UserError as error:
            self.failed.emit(error)
            return 0

    def _page(self, number: int) -> tuple[Summary, ...]:
        if number in self._pages:
            self._pages.move_to_end(number)
            return self._pages[number]
        try:
            page = self._source.summaries(self._query, number * PAGE_LINES, PAGE_LINES)
        except UserError as error:
            page = ()
            self.failed.emit(error)
        self._pages[number] = page
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)
        return page


def _alignment(column: int) -> Qt.AlignmentFlag:
    return _NUMBER if column == INVOICE else Qt.AlignmentFlag.AlignLeading | _MIDDLE


def _invoice(line: Summary) -> str:
    if line.invoice_amount is None:
        return ""
    return f"{show_number(line.invoice_amount, 2)} {line.invoice_currency}".strip()
