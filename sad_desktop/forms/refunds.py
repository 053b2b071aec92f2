"""The imports whose duties can still be given back on re-export, and why the others cannot."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView, QWidget

from sad_desktop.brokerage.refunds import RefundBar
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.due_date_words import day_words
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.list_dialog import ListDialog
from sad_desktop.forms.widgets.text_model import Row
from sad_desktop.services.refunds import RefundLine
from sad_desktop.tariff.regime_law import RefundTerms
from sad_desktop.valuation.money import rounded

_STATE = 7
_WIDTH, _HEIGHT = 1060, 520


class RefundsDialog(ListDialog):
    """``open_requested`` carries the declaration on Enter."""

    open_requested = Signal(str)

    def __init__(
        self, title: str, lines: tuple[RefundLine, ...], terms: RefundTerms, parent: QWidget
    ) -> None:
        columns = (
            Column(title=self.tr("Declaration"), kind=Kind.CODE),
            Column(title=self.tr("Importer"), kind=Kind.TEXT),
            Column(title=self.tr("Paid"), kind=Kind.DAY),
            Column(title=self.tr("Duties"), kind=Kind.AMOUNT),
            Column(title=self.tr("Value {currency}").format(currency=terms.currency),
                   kind=Kind.AMOUNT),
            Column(title=self.tr("Left"), kind=Kind.DAY),
            Column(title=self.tr("Until"), kind=Kind.DAY),
            Column(title=self.tr("Refund"), kind=Kind.TEXT),
        )  # fmt: skip
        said = self.tr(
            "Duties are given back for goods that leave unused within {days} days of the payment, "
            "are worth {least} {currency} at least, and are claimed within {claim} days of "
            "leaving. Enter opens the declaration."
        ).format(
            days=terms.re_export_days,
            least=show_number(terms.least_value),
            currency=terms.currency,
            claim=terms.claim_days,
        )
        super().__init__(title, said, columns, 1, parent)
        self.resize(_WIDTH, _HEIGHT)
        self._lines = lines
        self.model.show_rows([self._row(one) for one in lines])
        header = self.view.horizontalHeader()
        header.setSectionResizeMode(_STATE, QHeaderView.ResizeMode.ResizeToContents)
        self.view.activated.connect(lambda index: self._open(index.row()))
        if lines:
            self.view.selectRow(0)
        self.view.setFocus()

    def _row(self, one: RefundLine) -> Row:
        ours, paid = colours(QGuiApplication.palette()), one.paid
        why = " ".join(self._why()[bar] for bar in one.bars)
        state = self.tr("claim it") if paid.left_on else self.tr("can be re-exported")
        value = "" if paid.in_currency is None else show_number(rounded(paid.in_currency, 2), 2)
        return Row(
            (
                one.summary.registration or one.summary.reference,
                one.summary.consignee_name,
                day_words(paid.paid_on),
                show_number(paid.duties, 3),
                value,
                day_words(paid.left_on),
                day_words(one.until),
                why or state,
            ),
            colours={_STATE: ours.computed if why else ours.good},
            hint=why,
        )

    def _why(self) -> Mapping[RefundBar, str]:
        return {
            RefundBar.NO_DUTY: self.tr("No duty was paid."),
            RefundBar.TOO_LITTLE: self.tr("Worth less than the law asks."),
            RefundBar.TOO_LATE_TO_LEAVE: self.tr("The time to re-export is over."),
            RefundBar.TOO_LATE_TO_CLAIM: self.tr("The time to claim is over."),
        }

    def _open(self, row: int) -> None:
        self.open_requested.emit(self._lines[row].summary.id)
        self.accept()
