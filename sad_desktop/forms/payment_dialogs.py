"""What payments ask for: what is requested, and what the bank or customs answered."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from sad_desktop.brokerage.card_numbers import refuse_cards
from sad_desktop.brokerage.payments import (
    Answer,
    Method,
    PaymentKind,
    PaymentRequest,
    Proposal,
    check_full,
    keyed_fields,
)
from sad_desktop.declaration.fields import FieldDef, Kind, definitions
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Unreadable, fold_digits, parse, show, show_number
from sad_desktop.errors import UserError
from sad_desktop.forms.language import isolated, translate_error, translate_unreadable
from sad_desktop.forms.payment_words import fact_title, keyed_title, kind_word, method_word
from sad_desktop.forms.step_dialog import StepDialog
from sad_desktop.services.payments import Due, Result, read_keyed

_AMOUNT = FieldDef(name="amount", kind=Kind.AMOUNT, box="B", en="", ar="", length=18, decimals=4)
_DAY = definitions(Declaration)["receipt_day"]
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)")
_WIDE = 34


class _KeyedDialog(StepDialog):
    """A question whose fields are declared with the payment."""

    def _add_keyed(self, name: str, text: str, language: str) -> QLineEdit:
        field = keyed_fields()[name]
        line = self.add_line(keyed_title(name, language), text, _WIDE)
        line.setObjectName(name)
        line.setMaxLength(field.length + 10)
        if field.kind is Kind.CODE:
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return line

    def _add_choice(self, label: str, options: Sequence[tuple[str, object]]) -> QComboBox:
        choice = QComboBox(self)
        choice.setAccessibleName(label)
        for text, value in options:
            choice.addItem(text, value)
        self.form.addRow(label, choice)
        return choice

    def _refuse_keyed(self, lines: dict[str, QLineEdit], error: UserError) -> None:
        """Say what is wrong, on the line it is wrong in where the error names one."""
        title = error.values.get("field", "")
        named = (line for name, line in lines.items() if keyed_fields()[name].en == title)
        self.refuse(translate_error(error), next(named, next(iter(lines.values()))))


class RequestDialog(_KeyedDialog):
    """Asks what is requested; ``settled`` carries the kind and the Proposal."""

    settled = Signal(object, object)

    def __init__(
        self,
        title: str,
        due: Due,
        kinds: Sequence[PaymentKind],
        language: str,
        parent: QWidget,
    ) -> None:
        explanation = self.tr(
            "A request to pay what declaration {declaration} owes. It is paid in full, or "
            "rejected and sent anew."
        )
        super().__init__(
            title, explanation.format(declaration=isolated(_unbroken(due.reference))), parent
        )
        offered = [(f"{kind_word(kind)}: {_shown(due, kind)}", kind) for kind in kinds]
        self.kind = self._add_choice(fact_title("kind"), offered)
        proposal = due.proposal
        self.lines = {
            name: self._add_keyed(name, getattr(proposal, name), language)
            for name in ("temporary_number", "delivery_order")
        }
        self.kind.setFocus()

    def _on_taken(self) -> None:
        texts = {name: line.text() for name, line in self.lines.items()}
        try:
            proposal = read_keyed(Proposal, texts)
            refuse_cards((keyed_fields()[name].en, text) for name, text in texts.items())
        except UserError as error:
            self._refuse_keyed(self.lines, error)
            return
        self.settled.emit(PaymentKind(self.kind.currentData()), proposal)
        self.accept()


class ResultDialog(_KeyedDialog):
    """Asks what was answered to a payment; ``settled`` carries the Result.

    It names the declaration and the amount before anything is recorded (S0-026), and stays until
    it is recorded: what was keyed is not lost to a refusal.
    """

    settled = Signal(object)

    def __init__(
        self,
        request: PaymentRequest,
        methods: Sequence[Method],
        now: datetime,
        language: str,
        parent: QWidget,
    ) -> None:
        explanation = self.tr(
            "You are about to record that {amount} was paid for declaration {declaration}, "
            "request {number}. Key what the bank or customs answered; the card's number is kept "
            "nowhere."
        ).format(
            amount=isolated(request.shown(request.amount)),
            declaration=isolated(_unbroken(request.reference or request.temporary_number)),
            number=isolated(request.number),
        )
        super().__init__(self.tr("Pay"), explanation, parent)
        self._request = request
        self._is_over = False
        self.finished.connect(self._on_finished)
        local = now.astimezone()
        self.amount = self.add_line(
            fact_title("amount"), show_number(request.amount, request.decimals), _WIDE
        )
        self.amount.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.method = self._add_choice(
            fact_title("method"), [(method_word(one), one) for one in methods]
        )
        self.lines = {name: self._add_keyed(name, "", language) for name in definitions(_ANSWER)}
        own = self.tr("empty: the office's own next number")
        self.lines["receipt_number"].setPlaceholderText(own)
        self.day = self.add_line(self.tr("Date"), show(_DAY, local.date()), _WIDE)
        self.time = self.add_line(self.tr("Time"), local.strftime("%H:%M"), _WIDE)
        for line in (self.amount, self.day, self.time):
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.method.setFocus()

    def _on_taken(self) -> None:
        amount, moment = self._amount(), self._moment()
        if amount is None or moment is None:
            return
        texts = {name: line.text() for name, line in self.lines.items()}
        try:
            answer = read_keyed(Answer, texts)
            refuse_cards((keyed_fields()[name].en, text) for name, text in texts.items())
        except UserError as error:
            self._refuse_keyed(self.lines, error)
            return
        method = Method(self.method.currentData())
        self.setEnabled(False)
        self.settled.emit(Result(amount=amount, method=method, paid_at=moment, answer=answer))

    def end(self) -> None:
        """Close: the payment is recorded."""
        if not self._is_over:
            self.accept()

    def go_on(self, error: UserError) -> bool:
        """Say why nothing was recorded and let the clerk correct it; False when nobody is here."""
        if self._is_over:
            return False
        self.setEnabled(True)
        self._refuse_keyed(self.lines, error)
        return True

    def _on_finished(self, _result: int) -> None:
        self._is_over = True

    def _amount(self) -> Decimal | None:
        """Return the whole amount; anything else is refused here already (PAY-01)."""
        try:
            amount = parse(_AMOUNT, self.amount.text())
            check_full(self._request, amount if isinstance(amount, Decimal) else Decimal(0))
        except Unreadable as error:
            self.refuse(translate_unreadable(str(error)), self.amount)
            return None
        except UserError as error:
            self.refuse(translate_error(error), self.amount)
            return None
        return self._request.amount

    def _moment(self) -> datetime | None:
        try:
            day = parse(_DAY, self.day.text())
        except Unreadable as error:
            self.refuse(translate_unreadable(str(error)), self.day)
            return None
        if not isinstance(day, date):
            self.refuse(self.tr("Give the date."), self.day)
            return None
        time = _TIME.fullmatch(fold_digits(self.time.text()).strip())
        if time is None:
            self.refuse(self.tr("Type the time as hours and minutes, such as 14:30."), self.time)
            return None
        return datetime(day.year, day.month, day.day, int(time[1]), int(time[2])).astimezone()


_ANSWER: type = Answer


def _unbroken(number: str) -> str:
    """Return a number no line ends within."""
    return number.replace("/", "/\u2060")


def _shown(due: Due, kind: PaymentKind) -> str:
    return isolated(f"{due.currency} {show_number(due.amount(kind), due.decimals)}")
