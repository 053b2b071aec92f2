"""The numbers customs gave a dossier, every version with its meaning; and all that happened."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sad_desktop.brokerage.advance_cargo import Dossier, Past, grouped_acid
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw
from sad_desktop.brokerage.advance_cargo_steps import Step
from sad_desktop.brokerage.advance_cargo_terms import valid_until
from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.dossier_words import day_words, mark_words, moment_words, step_title
from sad_desktop.forms.language import isolated
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import fit_columns, list_of_rows
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.text_model import Row, TextModel


class DossierNumbers(QWidget):
    """The versions, the current one last, and what customs said beside them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TextModel(
            (
                Column(title="ACID", kind=Kind.CODE),
                Column(title=self.tr("Meaning"), kind=Kind.TEXT),
                Column(title=self.tr("Noted"), kind=Kind.DAY),
            ),
            self,
        )
        self.view = list_of_rows(self.model, self.tr("Versions of the ACID"))
        fit_columns(self.view, ("0000 0000 0000 0000 000 M", "", "00/00/0000"))
        self.history = TextModel(
            (
                Column(title=self.tr("What happened"), kind=Kind.TEXT),
                Column(title=self.tr("Day"), kind=Kind.DAY),
                Column(title=self.tr("Said"), kind=Kind.TEXT),
                Column(title=self.tr("By"), kind=Kind.TEXT),
                Column(title=self.tr("Recorded"), kind=Kind.TEXT),
            ),
            self,
        )
        self.past = list_of_rows(self.history, self.tr("What happened to the dossier"))
        samples = ("Amendment requested", "00/00/0000", "", "MMMMMMMM", "00/00/0000 00:00")
        fit_columns(self.past, samples)
        self.said = Sentence(tone=Tone.PLAIN)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addWidget(self.view, 1)
        column.addWidget(self.past, 2)

    def show_dossier(self, dossier: Dossier, law: AdvanceCargoLaw) -> None:
        """Show the numbers of a dossier."""
        current = len(dossier.acids) - 1
        self.model.show_rows(
            [
                Row(
                    (grouped_acid(one.text), mark_words(one.mark), day_words(one.noted_on)),
                    strong=at == current,
                )
                for at, one in enumerate(dossier.acids)
            ]
        )
        self.history.show_rows([_past(one) for one in reversed(dossier.history)])
        self.said.say("\n".join(self._said(dossier, law)) or self.tr("No number yet."), Tone.PLAIN)

    def _said(self, dossier: Dossier, law: AdvanceCargoLaw) -> list[str]:
        last = valid_until(dossier, law)
        facts: tuple[tuple[str, str], ...] = (
            (self.tr("Valid until {value}."), day_words(last)),
            (self.tr("Extended by {value}."), dossier.approval),
            (self.tr("Shipped on {value}."), day_words(dossier.shipped_on)),
            (self.tr("Customs said: {value}"), dossier.reason),
            (self.tr("Appealed on {value}."), day_words(dossier.appealed_on)),
            (
                self.tr("Dossier {value} took its place."),
                str(dossier.replaced_by) if dossier.replaced_by else "",
            ),
        )
        return [said.format(value=isolated(value)) for said, value in facts if value]


def _past(one: Past) -> Row:
    return Row(
        (
            step_title(Step(one.step)),
            day_words(one.on),
            one.said,
            one.by,
            moment_words(one.at.astimezone()),
        )
    )
