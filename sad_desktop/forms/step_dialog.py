"""What a step of a declaration's life asks for: customs' number and day, or the reason."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.life import Numbered, Step
from sad_desktop.declaration.fields import FieldDef, definitions
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Unreadable, parse, show
from sad_desktop.forms.widgets.sentence import Sentence, Tone

FIELDS = {Step.REGISTER: "registration", Step.ASSESS: "assessment", Step.PAY: "receipt"}
"""The fields of the declaration a step numbers, by the beginning of their names."""

_NARROW, _WIDE = 6, 44


class StepDialog(QDialog):
    """Base of the two questions: a title, what the step does, its fields, and two buttons."""

    def __init__(self, title: str, explanation: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.fault = Sentence("", Tone.WRONG, self)
        self.fault.hide()
        self.form = QFormLayout()
        self.buttons = buttons = QDialogButtonBox(self)
        self.take = buttons.addButton(title, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take.setDefault(True)
        buttons.addButton(self.tr("Go back"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._on_taken)
        buttons.rejected.connect(self.reject)
        self._column = column = QVBoxLayout(self)
        column.addWidget(Sentence(explanation, parent=self))
        column.addLayout(self.form)
        column.addWidget(self.fault)
        column.addWidget(buttons)

    def add_line(self, label: str, text: str, width: int) -> QLineEdit:
        """Return a new line of the form, so many letters wide."""
        line = QLineEdit(text, self)
        line.setAccessibleName(label)
        line.setMinimumWidth(line.fontMetrics().horizontalAdvance("0") * width + 16)
        self.form.addRow(label, line)
        return line

    def insert_above(self, part: QWidget) -> None:
        """Put something between the explanation and the fields."""
        self._column.insertWidget(1, part, 1)

    def refuse(self, sentence: str, line: QWidget) -> None:
        """Say what is wrong with a line and stand on it."""
        self.fault.setText(sentence)
        self.fault.show()
        needed = self._column.totalHeightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))
        line.setFocus()
        if isinstance(line, QLineEdit):
            line.selectAll()

    def _on_taken(self) -> None:
        raise NotImplementedError


class NumberDialog(StepDialog):
    """Asks for customs' number; ``settled`` carries it, without a number for the office's own."""

    settled = Signal(object)

    def __init__(
        self, step: Step, title: str, proposed: Numbered, explanation: str, parent: QWidget
    ) -> None:
        super().__init__(title, explanation, parent)
        self._prefix = FIELDS[step]
        day = show(self._definition("day"), proposed.day)
        self.serial = self.add_line(self.tr("Serial letter"), proposed.serial, _NARROW)
        self.number = self.add_line(self.tr("Number"), proposed.number, _WIDE)
        self.number.setPlaceholderText(self.tr("empty: the office's own next number"))
        self.day = self.add_line(self.tr("Date"), day, _WIDE)
        for line in (self.serial, self.number, self.day):
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.number.setFocus()

    def _on_taken(self) -> None:
        values = []
        for part, line in (("serial", self.serial), ("number", self.number), ("day", self.day)):
            try:
                values.append(parse(self._definition(part), line.text()))
            except Unreadable:
                said = self.tr("This is not understood: {text}")
                self.refuse(said.format(text=line.text()), line)
                return
        serial, number, day = values
        if not isinstance(day, date):
            self.refuse(self.tr("Give the date."), self.day)
            return
        self.settled.emit(Numbered(serial=str(serial), number=str(number), day=day))
        self.accept()

    def _definition(self, part: str) -> FieldDef:
        return definitions(Declaration)[f"{self._prefix}_{part}"]


class ReasonDialog(StepDialog):
    """Asks why; ``settled`` carries the reason, which is never empty."""

    settled = Signal(str)

    def __init__(self, title: str, explanation: str, parent: QWidget) -> None:
        super().__init__(title, explanation, parent)
        self.reason = self.add_line(self.tr("Reason"), "", _WIDE)
        self.reason.setFocus()

    def _on_taken(self) -> None:
        if not self.reason.text().strip():
            self.refuse(self.tr("Say why: the reason stands in the history."), self.reason)
            return
        self.settled.emit(self.reason.text().strip())
        self.accept()
