"""The lines of box 47 of all items as a table, made as they are looked at."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject

from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.notes.item_accounts import name_of, reason_of, tax
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.valuation.note import ItemNote, Payment, TaxLine

translate = QCoreApplication.translate

_BASE, _AMOUNT = 3, 5
"""Columns of the tax base and of the amount."""


class TaxModel(TextModel):
    """Tax lines by item; ``code`` "" shows every duty."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(_columns(), parent)
        self._document = document
        self._lines: list[tuple[ItemNote, TaxLine]] = []
        self._codes: dict[int, str] = {}
        self.code = ""

    def show_code(self, code: str) -> None:
        """Show the lines of one duty, or of all for ""."""
        self.code = code
        self.refresh()

    def refresh(self) -> None:
        """Take the lines from the note."""
        note = self._document.note
        self._codes = {
            item.key: item.commodity_code for item in self._document.draft.declaration.items
        }
        self._lines = [
            (item, line) for item in note.items for line in item.taxes if self._is_shown(line)
        ]
        self.recount(len(self._lines))

    def row(self, number: int) -> Row:
        """Return a tax line as a row."""
        item, line = self._lines[number]
        note, language = self._document.note, self._document.desk.language
        cells = (
            str(item.value.number),
            self._codes.get(item.value.key, ""),
            line.code,
            show_number(line.base, note.decimals),
            line.rate_text or show_number(line.rate),
            show_number(line.amount, note.decimals),
            payment_text(line.mode_of_payment),
            name_of(line, language),
            remark_of(line, language),
        )
        opens = partial(tax, key=item.value.key, code=line.code)
        return Row(cells, opens=opens)

    def widest(self) -> dict[int, str]:
        """Return the longest base and amount by their columns."""
        note = self._document.note
        bases = max((line.base for _, line in self._lines), default=Decimal(0))
        amounts = max((line.amount for _, line in self._lines), default=Decimal(0))
        return {
            _BASE: show_number(bases, note.decimals),
            _AMOUNT: show_number(amounts, note.decimals),
        }

    def _is_shown(self, line: TaxLine) -> bool:
        return not self.code or line.code == self.code


def payment_text(payment: Payment) -> str:
    """Return the mode of payment with its meaning."""
    return {
        Payment.PAID: translate("TaxModel", "1 paid"),
        Payment.GUARANTEED: translate("TaxModel", "0 guaranteed"),
        Payment.EXEMPT: translate("TaxModel", "E exempt"),
    }[payment]


def remark_of(line: TaxLine, language: str) -> str:
    """Return why a line is as it is: keyed by hand, its reason, another amount in the file."""
    said = [translate("TaxModel", "keyed by hand")] if line.is_manual else []
    if reason := reason_of(line, language):
        said.append(reason)
    if line.declared is not None and line.declared != line.amount:
        other = translate("TaxModel", "the file says {amount}")
        said.append(other.format(amount=show_number(line.declared)))
    return "; ".join(said)


def _columns() -> tuple[Column, ...]:
    amount = "000,000.000"
    return (
        Column(title=translate("TaxModel", "Item"), kind=Kind.CODE, sample="999"),
        Column(title=translate("TaxModel", "Commodity code"), kind=Kind.CODE, sample="0" * 12),
        Column(title=translate("TaxModel", "Type"), kind=Kind.CODE, sample="MMM"),
        Column(title=translate("TaxModel", "Tax base"), kind=Kind.AMOUNT, sample=amount),
        Column(title=translate("TaxModel", "Rate"), kind=Kind.RATE, sample="0" * 9),
        Column(title=translate("TaxModel", "Amount"), kind=Kind.AMOUNT, sample=amount),
        Column(title=translate("TaxModel", "Payment"), kind=Kind.TEXT, sample="m" * 8),
        Column(title=translate("TaxModel", "Duty"), kind=Kind.TEXT, sample="m" * 12),
        Column(title=translate("TaxModel", "Remark"), kind=Kind.TEXT, sample="m" * 12),
    )
