"""What payment requests are searched by: words, status, and the days they were made (S1-013)."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from sad_desktop.brokerage.payments import PaymentSearch, PaymentStatus
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import parse
from sad_desktop.forms.payment_words import fact_title, status_of
from sad_desktop.forms.widgets.search_line import SearchLine

_DAY = definitions(Declaration)["receipt_day"]
_DELAY = 200
"""Milliseconds without a key until a search begins."""


class PaymentBar(QWidget):
    """The search line with its options; ``changed`` once the clerk has stopped typing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("Request, declaration, receipt or company"))
        self.line.setAccessibleName(self.tr("Search payment requests"))
        self.status = QComboBox()
        self.status.setAccessibleName(fact_title("status"))
        self.status.addItem(self.tr("Every status"), None)
        for status in PaymentStatus:
            self.status.addItem(status_of(status), status)
        self.first, self.last = self._make_day(self.tr("From")), self._make_day(self.tr("Until"))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_DELAY)
        self._typing.timeout.connect(self.changed)
        for line in (self.line, self.first, self.last):
            line.textChanged.connect(lambda _text: self._typing.start())
        self.status.currentIndexChanged.connect(lambda _index: self._typing.start())
        self._lay_out()

    def search(self) -> PaymentSearch:
        """Return what is asked for; raises Unreadable for what is no day."""
        self._typing.stop()
        status = self.status.currentData()
        first, last = (parse(_DAY, line.text()) for line in (self.first, self.last))
        return PaymentSearch(
            typed=self.line.text(),
            status=PaymentStatus(status) if status else None,
            first=first if isinstance(first, date) else None,
            last=last if isinstance(last, date) else None,
        )

    def is_narrowed(self) -> bool:
        """Tell whether anything is asked for at all."""
        typed = any(line.text() for line in (self.line, self.first, self.last))
        return typed or self.status.currentData() is not None

    def clear(self) -> None:
        """Ask for everything, without searching yet."""
        for line in (self.line, self.first, self.last):
            line.clear()
        self.status.setCurrentIndex(0)
        self._typing.stop()

    def _make_day(self, title: str) -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(title)
        line.setPlaceholderText(self.tr("dd/mm/yyyy"))
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line.setMaximumWidth(line.fontMetrics().horizontalAdvance("00/00/00000") + 24)
        return line

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.status)
        for line in (self.first, self.last):
            label = QLabel(line.accessibleName())
            label.setBuddy(line)
            row.addWidget(label)
            row.addWidget(line)
