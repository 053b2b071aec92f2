"""Variants side by side: a column each, what was keyed above what it comes to."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication

from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.notes import accounts
from sad_desktop.forms.notes.account import Account
from sad_desktop.forms.notes.variants import MODEL, SETTINGS, Sketch, fault_of, variant_of
from sad_desktop.forms.theme import Colours, colours
from sad_desktop.forms.widgets.field_model import KIND, NO_INDEX, Index, alignment_of
from sad_desktop.valuation.compare import Case, compare
from sad_desktop.valuation.note import AssessmentNote

translate = QCoreApplication.translate

NAME_ROW = 0
_SETTINGS = tuple(SETTINGS)
_FIRST_RESULT = 1 + len(_SETTINGS)
_OF_CASE: Mapping[str, Callable[[AssessmentNote, str], Account]] = {
    "cif": accounts.cif,
    "item_taxes": accounts.item_taxes,
    "fees": accounts.fees,
    "guarantee": accounts.guarantee,
    "total": accounts.total,
}
_ABOVE, _BELOW = ("cif",), ("item_taxes", "fees", "guarantee", "total", "difference")


class ComparisonModel(QAbstractTableModel):
    """The declaration as it stands in the first column, variants of it in the others."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.sketches: tuple[Sketch, ...] = (
            Sketch(name=translate("ComparisonModel", "As it stands")),
        )
        self._cases: tuple[Case, ...] = ()
        self._results: tuple[str, ...] = ()

    def refresh(self) -> None:
        """Assess every variant anew; what is being keyed above the results stays open."""
        desk = self._document.desk
        variants = [variant_of(sketch, desk.book, desk.on) for sketch in self.sketches]
        cases = compare(self._document.draft.declaration, variants, desk.book, desk.on)
        codes = tuple(code for code, _ in cases[0].taxes_by_code)
        results = (*_ABOVE, *codes, *_BELOW)
        if results != self._results:
            self._take_results_out()
            self.beginInsertRows(QModelIndex(), _FIRST_RESULT, _FIRST_RESULT + len(results) - 1)
            self._cases, self._results = cases, results
            self.endInsertRows()
        self._cases = cases
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def add(self) -> None:
        """Add a variant that differs in nothing yet."""
        last = len(self.sketches)
        name = translate("ComparisonModel", "Variant {number}").format(number=last)
        self.beginInsertColumns(QModelIndex(), last, last)
        self.sketches = (*self.sketches, Sketch(name=name))
        self.endInsertColumns()
        self.refresh()

    def remove(self, column: int) -> bool:
        """Take a variant out; False for the declaration itself."""
        if not 0 < column < len(self.sketches):
            return False
        self.beginRemoveColumns(QModelIndex(), column, column)
        self.sketches = (*self.sketches[:column], *self.sketches[column + 1 :])
        self._cases = (*self._cases[:column], *self._cases[column + 1 :])
        self.endRemoveColumns()
        self.refresh()
        return True

    def _take_results_out(self) -> None:
        if not self._results:
            return
        last = _FIRST_RESULT + len(self._results) - 1
        self.beginRemoveRows(QModelIndex(), _FIRST_RESULT, last)
        self._results = ()
        self.endRemoveRows()

    def account(self, row: int, column: int, language: str) -> Account | None:
        """Return what an amount is made of; None where there is none."""
        if not _FIRST_RESULT <= row < self.rowCount() or column >= len(self._cases):
            return None
        name, note = self._results[row - _FIRST_RESULT], self._cases[column].note
        if name in _OF_CASE:
            return _OF_CASE[name](note, language)
        return accounts.duty(note, language, code=name)

    def is_setting(self, row: int) -> bool:
        """Tell whether a row is keyed."""
        return row < _FIRST_RESULT

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else _FIRST_RESULT + len(self._results)

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        """Return the number of variants with the declaration itself."""
        return 0 if parent.isValid() else len(self.sketches)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let the variants be keyed, and the declaration not."""
        flags = super().flags(index)
        if index.isValid() and index.column() and self.is_setting(index.row()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Return what stands in a row."""
        if orientation is Qt.Orientation.Horizontal or not 0 <= section < self.rowCount():
            return None
        return self._title(section) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a setting or an amount with its colours."""
        if not index.isValid():
            return None
        row, column = index.row(), index.column()
        kind = Kind.TEXT if row == NAME_ROW else Kind.AMOUNT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(row, column)
        if role == KIND:
            return kind
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return alignment_of(kind)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(self._colour(row, column))
        if role == Qt.ItemDataRole.ToolTipRole:
            return translate("Unreadable", self._fault(row, column)) or None
        if role == Qt.ItemDataRole.FontRole and self._is_strong(row):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over a setting or a name."""
        row, column = index.row(), index.column()
        if role != Qt.ItemDataRole.EditRole or not column or not self.is_setting(row):
            return False
        sketch, text = self.sketches[column], str(value)
        if row == NAME_ROW:
            changed = replace(sketch, name=text.strip() or sketch.name)
        else:
            changed = sketch.with_setting(_SETTINGS[row - 1], text)
        if changed == sketch:
            return False
        self.sketches = (*self.sketches[:column], changed, *self.sketches[column + 1 :])
        self.refresh()
        return True

    def _text(self, row: int, column: int) -> str:
        sketch = self.sketches[column]
        if row == NAME_ROW:
            return sketch.name
        if row < _FIRST_RESULT:
            name = _SETTINGS[row - 1]
            return sketch.typed.get(name, "") or ("" if column else self._present(name))
        if column >= len(self._cases):
            return ""
        case, name = self._cases[column], self._results[row - _FIRST_RESULT]
        amount: Decimal | None = dict(case.taxes_by_code).get(name)
        if amount is None:
            amount = getattr(case, name)
        sign = "+" if name == "difference" and amount > 0 else ""
        return sign + show_number(amount, self._document.note.decimals)

    def _present(self, name: str) -> str:
        """Return how the declaration has a setting, "…" where its items differ."""
        declaration = self._document.draft.declaration
        if name == MODEL:
            return f"{declaration.declaration_type}{declaration.general_procedure}"
        if hasattr(declaration, name):
            return str(getattr(declaration, name))
        values = {getattr(item, name) for item in declaration.items} - {None}
        return "…" if len(values) > 1 else str(next(iter(values), ""))

    def _colour(self, row: int, column: int) -> str:
        ours = colours(QGuiApplication.palette())
        if self._fault(row, column):
            return ours.invalid
        if row >= _FIRST_RESULT and self._results[row - _FIRST_RESULT] == "difference":
            return self._colour_of_difference(column, ours)
        if not column and row < _FIRST_RESULT and row != NAME_ROW:
            return ours.computed
        return ours.ink

    def _colour_of_difference(self, column: int, ours: Colours) -> str:
        difference = self._cases[column].difference if column < len(self._cases) else 0
        if not difference:
            return ours.computed
        return ours.warning if difference > 0 else ours.good

    def _fault(self, row: int, column: int) -> str:
        if row == NAME_ROW or row >= _FIRST_RESULT:
            return ""
        name, desk = _SETTINGS[row - 1], self._document.desk
        typed = self.sketches[column].typed.get(name, "")
        return fault_of(name, typed, desk.book, desk.on) if typed else ""

    def _is_strong(self, row: int) -> bool:
        if row < _FIRST_RESULT:
            return row == NAME_ROW
        return self._results[row - _FIRST_RESULT] in ("total", "difference")

    def _title(self, row: int) -> str:
        language = self._document.desk.language
        if row == NAME_ROW:
            return translate("ComparisonModel", "Case")
        if row < _FIRST_RESULT:
            return self._setting_title(_SETTINGS[row - 1], language)
        name = self._results[row - _FIRST_RESULT]
        titles = {
            "cif": translate("ComparisonModel", "CIF value"),
            "item_taxes": translate("ComparisonModel", "Total item duties"),
            "fees": translate("ComparisonModel", "Total fees"),
            "guarantee": translate("ComparisonModel", "Guarantee"),
            "total": translate("ComparisonModel", "Total assessed amount"),
            "difference": translate("ComparisonModel", "Difference to the declaration"),
        }
        return titles.get(name) or self._duty_title(name)

    def _setting_title(self, name: str, language: str) -> str:
        """Return the title of a setting's box, as the country names it."""
        if name == MODEL:
            return translate("ComparisonModel", "Model of declaration")
        own = self._document.desk.book.profile.titles.get(SETTINGS[name].box)
        if own is not None:
            return own.ar if language == "ar" else own.en
        return SETTINGS[name].title(language)

    def _duty_title(self, code: str) -> str:
        language = self._document.desk.language
        names = (accounts.duty_name(case.note, code, language) for case in self._cases)
        return f"{code}  {next((name for name in names if name), '')}".strip()
