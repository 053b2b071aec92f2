"""What customs say of a stage: the day and the time it was done, and a remark."""

import re
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from sad_desktop.brokerage.tracking import Reached
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Unreadable, fold_digits, parse, show
from sad_desktop.forms.language import translate_unreadable
from sad_desktop.forms.step_dialog import StepDialog

_DAY = definitions(Declaration)["registration_day"]
_TIME = re.compile(r"([01]?\d|2[0-3])[:.]?([0-5]\d)")
_WIDE = 30


class StageDialog(StepDialog):
    """Asks when a stage was done. ``settled`` carries the moment and the remark, in local time.

    ``withdrawn`` takes back what somebody noted by hand.
    """

    settled = Signal(object, str)
    withdrawn = Signal()

    def __init__(
        self, title: str, explanation: str, reached: Reached, now: datetime, parent: QWidget
    ) -> None:
        super().__init__(title, explanation, parent)
        self.take.setText(self.tr("Note it"))
        at = (reached.at or now).astimezone()
        self.day = self.add_line(self.tr("Date"), show(_DAY, at.date()), _WIDE)
        self.time = self.add_line(self.tr("Time"), at.strftime("%H:%M"), _WIDE)
        self.remark = self.add_line(self.tr("Remark"), reached.remark, _WIDE)
        for line in (self.day, self.time):
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if reached.by_hand and reached.at is not None:
            back = self.buttons.addButton(
                self.tr("Take it back"), QDialogButtonBox.ButtonRole.DestructiveRole
            )
            back.setAutoDefault(False)
            back.clicked.connect(lambda _checked: self._withdraw())
        self.day.setFocus()
        self.day.selectAll()

    def _on_taken(self) -> None:
        try:
            day = parse(_DAY, self.day.text())
        except Unreadable as error:
            self.refuse(translate_unreadable(str(error)), self.day)
            return
        if not isinstance(day, date):
            self.refuse(self.tr("Give the date."), self.day)
            return
        time = _TIME.fullmatch(fold_digits(self.time.text()).strip())
        if time is None:
            self.refuse(self.tr("Type the time as hours and minutes, such as 14:30."), self.time)
            return
        moment = datetime(day.year, day.month, day.day, int(time[1]), int(time[2])).astimezone()
        self.settled.emit(moment, self.remark.text().strip())
        self.accept()

    def _withdraw(self) -> None:
        self.withdrawn.emit()
        self.accept()
