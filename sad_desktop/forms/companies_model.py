"""The list of the companies' room: who is kept, searched by code or by words of either language."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from sad_desktop.brokerage.companies import Company, as_entry
from sad_desktop.forms.company_editor import title_of
from sad_desktop.tariff.lookup import searchable

Index = QModelIndex | QPersistentModelIndex
CODE, NAME, ROLES, EXPIRES = range(4)
_NO_INDEX = QModelIndex()
_MOST_SHOWN = 5_000


class CompaniesModel(QAbstractTableModel):
    """Companies in the order of their names, or of the groups they may be duplicates in."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._companies: tuple[Company, ...] = ()

    def show(self, companies: Sequence[Company], typed: str) -> None:
        """Show those companies that what is typed finds."""
        found = tuple(companies)
        if typed.strip():
            ready = searchable(as_entry(company) for company in found)
            places = {id(entry): place for place, entry in enumerate(ready.entries)}
            entries = ready.find(typed, _MOST_SHOWN)
            found = tuple(found[places[id(entry)]] for entry in entries)
        self.beginResetModel()
        self._companies = found
        self.endResetModel()

    def company(self, row: int) -> Company:
        """Return the company of a row."""
        return self._companies[row]

    def row_of(self, company_id: int) -> int:
        """Return the row of a company, -1 when it is not shown."""
        ids = [company.id for company in self._companies]
        return ids.index(company_id) if company_id in ids else -1

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of companies."""
        return 0 if parent.isValid() else len(self._companies)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else EXPIRES + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return the titles of the columns."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        titles = (self.tr("Code"), self.tr("Name"), self.tr("Is"), self.tr("Licence until"))
        return titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the text of a cell; the whole of it as tool tip."""
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(self._companies[index.row()], index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        return None

    def _text(self, company: Company, column: int) -> str:
        if column == CODE:
            return company.code
        if column == NAME:
            name = company.name(self._language)
            return self.tr("{name} (ended)").format(name=name) if company.ended else name
        if column == ROLES:
            return self.tr(", ").join(title_of(role) for role in sorted(company.roles))
        until = company.licensed_until
        return until.strftime("%d/%m/%Y") if until is not None else ""
