"""What is said above a dossier: its state, number and clock, and what is wrong with it."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sad_desktop.brokerage.advance_cargo import Dossier, Phase, State
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw
from sad_desktop.brokerage.advance_cargo_terms import days_left, next_deadline, valid_until
from sad_desktop.forms.dossier_list import is_late
from sad_desktop.forms.dossier_words import (
    acid_words,
    day_words,
    due_words,
    objection_weight,
    objection_words,
    state_words,
)
from sad_desktop.forms.language import isolated
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.validation.dossiers import objections
from sad_desktop.validation.findings import Severity

_MOST = 4
"""Objections that are spelled out; the rest are counted."""


class DossierHead(QWidget):
    """Two sentences: how the dossier stands, and the rules it does not keep."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.standing = Sentence(tone=Tone.PLAIN)
        font = self.standing.font()
        font.setBold(True)
        self.standing.setFont(font)
        self.standing.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.wrong = Sentence(tone=Tone.WARNING)
        for sentence in (self.standing, self.wrong):
            sentence.setTextFormat(Qt.TextFormat.PlainText)  # names may hold any signs
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.standing)
        column.addWidget(self.wrong)

    def show_dossier(self, dossier: Dossier, law: AdvanceCargoLaw, now: datetime) -> None:
        """Say how a dossier stands at a moment."""
        self.standing.say(
            " · ".join(self._parts(dossier, law, now)),
            Tone.WRONG if is_late(dossier, law, now) else Tone.PLAIN,
        )
        found = objections(dossier, law, now) if dossier.id else ()
        heavy = sorted(found, key=lambda one: objection_weight(one) is not Severity.ERROR)
        lines = [objection_words(one) for one in heavy[:_MOST]]
        if len(heavy) > _MOST:
            lines.append(self.tr("And {count} more.").format(count=len(heavy) - _MOST))
        is_error = bool(heavy) and objection_weight(heavy[0]) is Severity.ERROR
        self.wrong.say("\n".join(lines), Tone.WRONG if is_error else Tone.WARNING)
        self.wrong.setVisible(bool(lines))

    def _parts(self, dossier: Dossier, law: AdvanceCargoLaw, now: datetime) -> list[str]:
        if not dossier.id:
            return [self.tr("New dossier")]
        parts = [state_words(dossier)]
        if dossier.acid is not None:
            parts.append(f"ACID {isolated(acid_words(dossier))}")
        if dossier.phase is Phase.CLOSED:
            return parts
        if dossier.state is State.ACCEPTED:
            left = days_left(dossier, law, now.date()) or 0
            until = isolated(day_words(valid_until(dossier, law)))
            if left < 0:
                parts.append(self.tr("expired on {day}").format(day=until))
            else:
                said = self.tr("valid until {day}, %n day(s) left", "", left)
                parts.append(said.format(day=until))
        else:
            parts.append(due_words(next_deadline(dossier, law, now)))
        return [part for part in parts if part]
