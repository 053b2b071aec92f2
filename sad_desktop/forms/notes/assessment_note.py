"""The assessment note: duties by code, general duties, the lines of box 47, box B (S3-111)."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QGroupBox,
    QHeaderView,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.notes import accounts
from sad_desktop.forms.notes.account import AccountOf
from sad_desktop.forms.notes.explanation import explain
from sad_desktop.forms.notes.item_accounts import name_of, reason_of
from sad_desktop.forms.notes.tax_table import TaxModel, payment_text
from sad_desktop.forms.widgets.amount_button import AmountButton
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.split import side_by_side
from sad_desktop.forms.widgets.table import KeyTable
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.forms.widgets.view import DocumentView
from sad_desktop.valuation.note import Payment, TaxLine

_AMOUNT = "000,000.000"
_DUTY = 1
"""The column of a duty's name."""


class AssessmentNoteTab(DocumentView):
    """What must be paid, and why: every amount opens its explanation."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setAccessibleName(self.tr("Assessment note"))
        self.duties = TextModel(self._duty_columns(), self)
        self.general = TextModel(self._general_columns(), self)
        self.lines = TaxModel(document, self)
        self.duty_table = self._table(
            self.duties,
            self.tr("Duties of the items by code"),
            self.tr("No duties yet. Key commodity codes, values and masses of the items."),
        )
        self.general_table = self._table(
            self.general,
            self.tr("General duties"),
            self.tr("The law of the day charges no general duty on this declaration."),
        )
        self.line_table = self._table(
            self.lines,
            self.tr("Lines of box 47"),
            self.tr("No tax lines yet. They appear as soon as an item has a code and a value."),
        )
        self.duty_table.selectionModel().currentRowChanged.connect(self._on_duty_chosen)
        self._shown = QLabel(self)
        self._payment = QLabel(self)
        self._account = QLabel(self)
        self._account.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.guarantee = AmountButton(self.tr("Guarantee"), self)
        self.fees = AmountButton(self.tr("Total fees"), self)
        self.total = AmountButton(self.tr("Total assessed amount"), self, strong=True)
        self._currency = QLabel(self)
        self._lay_out()
        for button, find in (
            (self.guarantee, accounts.guarantee),
            (self.fees, accounts.fees),
            (self.total, accounts.total),
        ):
            button.clicked.connect(partial(self._explain, find))

    def refresh(self) -> None:
        """Show the note again."""
        self._show_duties()
        self._show_general()
        self.lines.refresh()
        for column, text in self.lines.widest().items():
            self.line_table.make_room(column, text)
        if not self.line_table.currentIndex().isValid():
            self.line_table.stand_on(0, 0)
        self._name_lines()
        self._show_box_b()

    def go_to(self, place: Place) -> None:
        """Stand on the first tax line of an item."""
        for number in range(self.lines.rowCount()):
            find = self.lines.row(number).opens
            if isinstance(find, partial) and find.keywords["key"] == place.item:
                self.line_table.setCurrentIndex(self.lines.index(number, 0))
                break
        self.line_table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_duties(self) -> None:
        note, language = self.document.note, self.document.desk.language
        rows = [
            Row(
                (
                    code,
                    accounts.duty_name(note, code, language),
                    show_number(amount, note.decimals),
                ),
                opens=partial(accounts.duty, code=code),
            )
            for code, amount in note.taxes_by_code.items()
        ]
        if rows:
            total = show_number(note.item_taxes, note.decimals)
            rows.append(
                Row(
                    ("", self.tr("Total item duties"), total),
                    strong=True,
                    opens=accounts.item_taxes,
                )
            )
        self.duties.show_rows(rows)
        _make_room(self.duty_table, rows, self.duties.columnCount() - 1)
        if not self.duty_table.currentIndex().isValid():
            # The total stands for all duties: nothing is filtered until a code is chosen.
            self.duty_table.stand_on(len(rows) - 1, _DUTY)

    def _show_general(self) -> None:
        note, language = self.document.note, self.document.desk.language
        rows = [
            Row(
                (
                    line.code,
                    self._general_name(line),
                    line.rate_text,
                    show_number(line.amount, note.decimals),
                ),
                opens=partial(accounts.fee, code=line.code),
                hint=reason_of(line, language),
            )
            for line in note.global_taxes
        ]
        if rows:
            total = show_number(note.fees, note.decimals)
            rows.append(
                Row(
                    ("", self.tr("Total general duties"), "", total),
                    strong=True,
                    opens=accounts.fees,
                )
            )
        self.general.show_rows(rows)
        for column in range(_DUTY + 1, self.general.columnCount()):
            _make_room(self.general_table, rows, column)
        if not self.general_table.currentIndex().isValid():
            self.general_table.stand_on(len(rows) - 1, _DUTY)

    def _general_name(self, line: TaxLine) -> str:
        """Return the name of a general duty, and how it is settled when it is not simply paid."""
        name = name_of(line, self.document.desk.language)
        if line.mode_of_payment is Payment.PAID:
            return name
        said = self.tr("{duty} ({payment})")
        return said.format(duty=name, payment=payment_text(line.mode_of_payment))

    def _show_box_b(self) -> None:
        note = self.document.note
        modes = {
            "cash": self.tr("Cash"),
            "prepaid": self.tr("Prepaid"),
            "credit": self.tr("Credit"),
        }
        self._payment.setText(modes.get(note.payment_mode, self.tr("Unknown account")))
        self._account.setText(self.document.draft.declaration.payment_account or "–")
        self._currency.setText(note.currency)
        self.guarantee.show_amount(show_number(note.guarantee, note.decimals))
        self.fees.show_amount(show_number(note.fees, note.decimals))
        self.total.show_amount(show_number(note.total, note.decimals))

    def _name_lines(self) -> None:
        code = self.lines.code
        self._shown.setText(
            self.tr("Box 47, lines of duty {code}").format(code=code)
            if code
            else self.tr("Box 47, lines of all duties")
        )

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(QLabel(self.tr("Duties of the items by code"), left))
        column.addWidget(self.duty_table, 3)
        column.addWidget(QLabel(self.tr("General duties"), left))
        column.addWidget(self.general_table, 2)
        column.addWidget(self._made_box_b())
        right = QWidget(self)
        lines = QVBoxLayout(right)
        lines.setContentsMargins(8, 8, 8, 8)
        lines.addWidget(self._shown)
        lines.addWidget(self.line_table, 1)
        splitter = side_by_side(left, right)
        splitter.setSizes([420, 740])
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 3)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(splitter)

    def _made_box_b(self) -> QGroupBox:
        box = QGroupBox(self.tr("Box B, accounting details"), self)
        form = QFormLayout(box)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for title, widget in (
            (self.tr("Method of payment"), self._payment),
            (self.tr("Account (box 48)"), self._account),
            (self.tr("Currency"), self._currency),
            (self.tr("Guarantee"), self.guarantee),
            (self.tr("Total fees"), self.fees),
            (self.tr("Total assessed amount"), self.total),
        ):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
                widget.setAccessibleName(title)
            form.addRow(title, widget)
        return box

    def _table(self, model: TextModel, name: str, empty_text: str) -> KeyTable:
        table = KeyTable(name, empty_text, self)
        table.setModel(model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(model is not self.duties)
        table.fit_columns()
        header = table.horizontalHeader()
        if model is self.lines:
            header.setStretchLastSection(True)
        else:
            header.setSectionResizeMode(_DUTY, QHeaderView.ResizeMode.Stretch)
        table.opened.connect(self._on_row_opened)
        return table

    def _on_row_opened(self, index: QModelIndex) -> None:
        model = index.model()
        find = model.row(index.row()).opens if isinstance(model, TextModel) else None
        if callable(find):
            self._explain(find)

    def _on_duty_chosen(self, current: QModelIndex) -> None:
        if not current.isValid():
            return
        self.lines.show_code(self.duties.row(current.row()).cells[0])
        self._name_lines()

    def _explain(self, find: AccountOf, _checked: bool = False) -> None:
        explain(self, self.document, find)

    def _duty_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Type"), kind=Kind.CODE, sample="MMM"),
            Column(title=self.tr("Duty"), kind=Kind.TEXT, sample=""),
            Column(title=self.tr("Amount"), kind=Kind.AMOUNT, sample=_AMOUNT),
        )

    def _general_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Type"), kind=Kind.CODE, sample="MMM"),
            Column(title=self.tr("Duty"), kind=Kind.TEXT, sample=""),
            Column(title=self.tr("Rate"), kind=Kind.RATE, sample="0" * 7),
            Column(title=self.tr("Amount"), kind=Kind.AMOUNT, sample=_AMOUNT),
        )


def _make_room(table: KeyTable, rows: Sequence[Row], column: int) -> None:
    for row in rows:
        table.make_room(column, row.cells[column])
