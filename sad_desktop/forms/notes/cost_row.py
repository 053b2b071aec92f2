"""One row of the valuation note: an amount, its currency and rate, what it is at home."""

from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QGridLayout, QLabel, QWidget

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.notes import accounts
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.amount_button import AmountButton
from sad_desktop.forms.widgets.field_state import is_used
from sad_desktop.forms.widgets.form_edit import FormEdit
from sad_desktop.valuation.note import CostAmount

LABEL, AMOUNT, CURRENCY, RATE, NATIONAL, RESIDUAL = range(6)
"""Columns of the valuation note's grid."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CostFields:
    """The fields of a block of the valuation note; ``block`` is its name in the note."""

    block: str
    amount: str
    currency: str
    rate: str


class CostRow(QWidget):
    """The widgets of one block, laid into a grid of the note; itself it is not seen.

    Signals: ``asked`` with the account of the amount that was pressed.
    """

    asked = Signal(object)

    def __init__(
        self,
        document: Document,
        fields: CostFields,
        names: tuple[str, str, str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.hide()
        self._document = document
        self.block = fields.block
        self._names = names
        self.label = QLabel(parent)
        self.amount = FormEdit(document, Place(fields.amount), "", parent)
        self.currency = FormEdit(document, Place(fields.currency), "", parent)
        self.rate = FormEdit(document, Place(fields.rate), "", parent)
        self.label.setBuddy(self.amount)
        self.national = AmountButton("", parent)
        self.national.clicked.connect(self._on_national_clicked)
        self.residual = QLabel(parent)
        self.residual.setAlignment(
            Qt.AlignmentFlag.AlignRight
            | Qt.AlignmentFlag.AlignAbsolute
            | Qt.AlignmentFlag.AlignVCenter
        )
        self.residual.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

    def lay_into(self, grid: QGridLayout, row: int) -> None:
        """Put the widgets into a row of a grid."""
        for column, widget in enumerate(self._widgets()):
            grid.addWidget(widget, row, column)

    def editors(self) -> tuple[FormEdit, FormEdit, FormEdit]:
        """Return the editors in tab order."""
        return self.amount, self.currency, self.rate

    def rename(self, title: str) -> None:
        """Take a title, and name the editors after it."""
        self.label.setText(title)
        for editor, name in zip(self.editors(), self._names, strict=True):
            editor.setAccessibleName(f"{title}, {name}")
        said = QCoreApplication.translate("ValuationNote", "{title} in national currency")
        self.national.rename(said.format(title=title))

    def refresh(self, cost: CostAmount, residual: Decimal, decimals: int) -> None:
        """Show the fields, the national amount and what rounding left."""
        place = self.amount.place()
        used = place is not None and is_used(self._document, place)
        for widget in self._widgets():
            widget.setVisible(used)
        if not used:
            return
        for editor in self.editors():
            editor.show_state()
        self._suggest(cost)
        national = show_number(cost.national, decimals) if cost.foreign else ""
        self.national.show_amount(national)
        self._show_residual(residual, decimals)

    def _suggest(self, cost: CostAmount) -> None:
        """Show in grey what counts where nothing is keyed: the sum of the items, the day's rate."""
        self.amount.setPlaceholderText(show_number(cost.foreign, 2) if cost.foreign else "")
        self.rate.setPlaceholderText(show_number(cost.rate) if cost.rate else "")

    def _show_residual(self, residual: Decimal, decimals: int) -> None:
        self.residual.setText(show_number(residual, decimals) if residual else "")
        palette = QPalette(QApplication.palette())
        ours = colours(palette)
        palette.setColor(QPalette.ColorRole.WindowText, QColor(ours.warning))
        self.residual.setPalette(palette)
        said = QCoreApplication.translate(
            "ValuationNote", "Rounding left {amount} between the general segment and the items."
        )
        text = said.format(amount=show_number(residual, decimals)) if residual else ""
        self.residual.setToolTip(text)
        self.residual.setAccessibleName(text)

    def _widgets(self) -> tuple[QWidget, ...]:
        return self.label, self.amount, self.currency, self.rate, self.national, self.residual

    def _on_national_clicked(self) -> None:
        self.asked.emit(partial(accounts.block, name=self.block))
