"""What a step of a dossier asks for: the day, and the ACID or the reason customs gave."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from sad_desktop.brokerage.advance_cargo import Dossier
from sad_desktop.brokerage.advance_cargo_steps import Event, Step
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.values import Unreadable, parse, show
from sad_desktop.forms.dossier_words import step_explained, step_title
from sad_desktop.forms.language import translate_unreadable
from sad_desktop.forms.step_dialog import StepDialog

_DAY = definitions(Dossier)["ships_on"]
_WIDE = 30
_WITH_REASON = frozenset({Step.REJECT, Step.EXTEND, Step.CANCEL})


class DossierStepDialog(StepDialog):
    """Asks for a step's day and for what customs said; ``settled`` carries the event.

    The dialog stays until ``accept`` is called: what cannot be taken is said in it by ``refuse``.
    """

    settled = Signal(object)

    def __init__(self, step: Step, dossier: Dossier, now: datetime, parent: QWidget) -> None:
        title = step_title(step)
        super().__init__(title, step_explained(step), parent)
        self._step, self._now = step, now
        self.acid: QLineEdit | None = None
        self.reason: QLineEdit | None = None
        if step is Step.ACCEPT:
            known = dossier.acid.digits if dossier.acid is not None else ""
            self.acid = self.add_line("ACID", known, _WIDE)
            self.acid.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if step in _WITH_REASON:
            label = self.tr("Approval") if step is Step.EXTEND else self.tr("Reason")
            self.reason = self.add_line(label, "", _WIDE)
        self.day = self.add_line(self.tr("Date"), show(_DAY, now.date()), _WIDE)
        self.day.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        first = self.acid or self.reason or self.day
        first.setFocus()
        first.selectAll()

    def _on_taken(self) -> None:
        try:
            day = parse(_DAY, self.day.text())
        except Unreadable as error:
            self.refuse(translate_unreadable(str(error)), self.day)
            return
        if not isinstance(day, date):
            self.refuse(self.tr("Give the date."), self.day)
            return
        self.settled.emit(
            Event(
                step=self._step,
                at=self._now,
                on=day,
                acid=self.acid.text() if self.acid is not None else "",
                reason=self.reason.text() if self.reason is not None else "",
            )
        )

    def refuse_step(self, sentence: str) -> None:
        """Say why the step was not taken; what was keyed stays."""
        self.refuse(sentence, self.acid or self.reason or self.day)
