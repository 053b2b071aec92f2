"""The running assessment: what the declaration costs while it is keyed."""

from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLabel, QVBoxLayout, QWidget

from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.notes import accounts
from sad_desktop.forms.notes.explanation import explain
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.table import KeyTable
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.forms.widgets.view import DocumentView

_VALUE = 1
"""The column of the amounts."""


class RunningAssessment(DocumentView):
    """The amounts of a declaration, one row each; Enter or a click explains a row."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setAccessibleName(self.tr("Running assessment"))
        self.model = TextModel(
            (
                Column(title=self.tr("Amount"), kind=Kind.TEXT, sample="m" * 16),
                Column(title=self.tr("Value"), kind=Kind.AMOUNT, sample="0,000,000.000"),
            ),
            self,
        )
        self._currency = QLabel(self)
        self._currency.setContentsMargins(8, 4, 8, 4)
        self.table = KeyTable(self.tr("Amounts of the running assessment"), parent=self)
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.horizontalHeader().hide()
        self.table.fit_columns()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.opened.connect(self._on_row_opened)
        self.setFocusProxy(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._currency)
        column.addWidget(self.table, 1)

    def refresh(self) -> None:
        """Show the amounts again."""
        rows = self._rows()
        self.model.show_rows(rows)
        for row in rows:
            self.table.make_room(_VALUE, row.cells[_VALUE])
        if not self.table.currentIndex().isValid():
            self.table.stand_on(len(rows) - 1, 0)
        note = self.document.note
        said = self.tr("Amounts in {currency}, law of {day}")
        self._currency.setText(
            said.format(currency=note.currency, day=note.on.strftime("%d/%m/%Y"))
        )

    def _rows(self) -> list[Row]:
        note, language = self.document.note, self.document.desk.language
        duties = [
            (
                f"{code}  {accounts.duty_name(note, code, language)}".strip(),
                amount,
                partial(accounts.duty, code=code),
            )
            for code, amount in note.taxes_by_code.items()
        ]
        rows = [
            (self.tr("CIF value"), note.cif, accounts.cif),
            *duties,
            (self.tr("Total item duties"), note.item_taxes, accounts.item_taxes),
            (self.tr("Total fees"), note.fees, accounts.fees),
            (self.tr("Guarantee"), note.guarantee, accounts.guarantee),
        ]
        plain = [
            Row((title, show_number(amount, note.decimals)), opens=find)
            for title, amount, find in rows
        ]
        total = show_number(note.total, note.decimals)
        return [*plain, Row((self.tr("Total"), total), strong=True, opens=accounts.total)]

    def _on_row_opened(self, index: QModelIndex) -> None:
        find = self.model.row(index.row()).opens
        if callable(find):
            explain(self, self.document, find)
