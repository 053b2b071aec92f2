"""What is recorded of a due date: the day that counts, and what the act asks for beyond it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Unreadable, fold_digits, parse, show
from sad_desktop.forms.language import translate_unreadable
from sad_desktop.forms.step_dialog import StepDialog

_DAY = definitions(Declaration)["registration_day"]
_AMOUNT = definitions(Declaration)["invoice_amount"]
_WIDE = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a dialog asks for; what is None or empty is not asked.

    ``choices`` are keys and their words, under ``choice_label``; ``days`` the proposed days of an
    extension; ``amount`` the most that can be written off.
    """

    day_label: str = ""
    day: date | None = None
    choice_label: str = ""
    choices: Sequence[tuple[str, str]] = ()
    number_label: str = ""
    days: int | None = None
    may_exceed: bool = False
    amount: Decimal | None = None
    remark_label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was keyed."""

    day: date
    choice: str = ""
    number: str = ""
    days: int = 0
    is_approved: bool = False
    amount: Decimal | None = None
    remark: str = ""


class DueDateDialog(StepDialog):
    """``settled`` carries what was keyed once it is understood."""

    settled = Signal(object)

    def __init__(self, title: str, explanation: str, asked: Asked, parent: QWidget) -> None:
        super().__init__(title, explanation, parent)
        self._asked = asked
        self.choice = self._make_choice() if asked.choices else None
        self.number = self._line(asked.number_label, "", is_code=True)
        self.day = self._line(asked.day_label, show(_DAY, asked.day), is_code=True)
        label = self.tr("Days")
        days = "" if asked.days is None else str(asked.days)
        self.days = self._line(label if days else "", days, is_code=True)
        self.approved = QCheckBox(self.tr("Customs approved more than the law's limit"))
        if asked.may_exceed:
            self.form.addRow(self.approved)
        written = show(_AMOUNT, asked.amount)
        label = self.tr("Amount written off")
        self.amount = self._line(label if asked.amount else "", written, is_code=True)
        self.remark = self._line(asked.remark_label, "", is_code=False)
        first = self.choice or next(one for one in self._lines() if one is not None)
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    def _lines(self) -> tuple[QLineEdit | None, ...]:
        return self.number, self.day, self.days, self.amount, self.remark

    def _make_choice(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self._asked.choice_label)
        for key, words in self._asked.choices:
            box.addItem(words, key)
        self.form.addRow(self._asked.choice_label, box)
        return box

    def _line(self, label: str, text: str, *, is_code: bool) -> QLineEdit | None:
        if not label:
            return None
        line = self.add_line(label, text, _WIDE)
        if is_code:
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return line

    def _on_taken(self) -> None:
        asked = self._asked
        day = asked.day or date.min
        amount = asked.amount
        try:
            if self.day is not None:
                line = self.day
                found = parse(_DAY, line.text())
                if not isinstance(found, date):
                    self.refuse(self.tr("Give the date."), line)
                    return
                day = found
            if self.amount is not None:
                line = self.amount
                written = parse(_AMOUNT, line.text())
                if not isinstance(written, Decimal):
                    self.refuse(self.tr("Give the amount."), line)
                    return
                amount = written
        except Unreadable as error:
            self.refuse(translate_unreadable(str(error)), line)
            return
        days = fold_digits(self.days.text()).strip() if self.days is not None else "0"
        if not days.isdecimal() or (self.days is not None and int(days) == 0):
            self.refuse(self.tr("Type the number of days."), self.days or self)
            return
        told = Told(
            day=day,
            choice=str(self.choice.currentData()) if self.choice is not None else "",
            number=self.number.text().strip() if self.number is not None else "",
            days=int(days),
            is_approved=self.approved.isChecked(),
            amount=amount,
            remark=self.remark.text().strip() if self.remark is not None else "",
        )
        self.settled.emit(told)
        self.accept()
