"""Before a template is saved or used: what stays, and the list of what is cleared."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.templates import Kept, Template, TemplateLine
from sad_desktop.declaration.draft import Draft
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import isolated
from sad_desktop.forms.tasks import Cancel, Starter
from sad_desktop.forms.template_report import TemplateReport, aged_sentence
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.templates import Foreseen, Outlived, expected
from sad_desktop.tariff.lookup import normalise

_SIZE = (860, 560)


class KeptTicks(QWidget):
    """What stays by choice. ``changed`` when another choice is made."""

    changed = Signal()

    def __init__(self, kept: Kept, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.amounts = QCheckBox(self.tr("&Amounts and exchange rates"))
        self.masses = QCheckBox(self.tr("&Masses, quantities and packages"))
        self.taxes = QCheckBox(self.tr("Taxes keyed by &hand"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for tick, is_on in (
            (self.amounts, kept.amounts),
            (self.masses, kept.masses),
            (self.taxes, kept.taxes),
        ):
            tick.setChecked(is_on)
            tick.toggled.connect(lambda _on: self.changed.emit())
            layout.addWidget(tick)
        layout.addStretch(1)

    def kept(self) -> Kept:
        """Return what is chosen."""
        return Kept(
            amounts=self.amounts.isChecked(),
            masses=self.masses.isChecked(),
            taxes=self.taxes.isChecked(),
        )


class TemplateDialog(QDialog):
    """Base of the two: ticks over the list of what is cleared, and two buttons.

    What is cleared of many items is found beside the screen; of two choices the newer is shown.
    """

    def __init__(
        self, pattern: Draft, kept: Kept, language: str, tasks: Starter, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._errands = Errands(tasks, self)
        self._stop_looking: Cancel | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._pattern = pattern
        self.ticks = KeptTicks(kept)
        self.ticks.changed.connect(self.refresh)
        self.report = TemplateReport(language)
        self.message = Sentence()
        self.progress = ProgressLine()
        self.form = QFormLayout()
        self.form.addRow(self.tr("What stays"), self.ticks)
        buttons = QDialogButtonBox(self)
        self.take_button = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self.take_button.setDefault(True)
        back = buttons.addButton(self.tr("Go back"), QDialogButtonBox.ButtonRole.RejectRole)
        back.setAutoDefault(False)
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.addLayout(self.form)
        self.column.addWidget(self.report, 1)
        self.column.addWidget(self.message)
        self.column.addWidget(self.progress)
        self.column.addWidget(buttons)

    def refresh(self) -> None:
        """Show what is cleared by the choice made."""
        if self._stop_looking is not None:
            self._stop_looking()
        kept = self.ticks.kept()
        self.progress.begin(self.tr("Looking through the template"), None)
        self._stop_looking = self._errands.start(
            lambda _progress, _cancelled: expected(self._pattern, kept),
            self._on_foreseen,
            lambda _error: self.progress.end(),
        )

    def show_report(self, foreseen: Foreseen) -> None:
        """Show the fields that are cleared and asked for."""
        self.report.show_report(self._pattern, foreseen)

    def _on_foreseen(self, foreseen: Foreseen) -> None:
        self.progress.end()
        self.show_report(foreseen)

    def take(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError


class BeginDialog(TemplateDialog):
    """Shows what becomes of a template (X-03, T-11). ``begun`` carries itself and Kept.

    It stays open while the declaration is made; who makes it closes it.
    """

    begun = Signal(object, object)

    def __init__(
        self,
        template: Template,
        outlived: Outlived,
        language: str,
        tasks: Starter,
        parent: QWidget,
    ) -> None:
        super().__init__(template.draft, template.line.kept, language, tasks, parent)
        self.template = template
        self._outlived = outlived
        self.setWindowTitle(self.tr("New declaration from {name}").format(name=template.line.name))
        self.take_button.setText(self.tr("Begin"))
        said = self.tr(
            "What belongs to one shipment is cleared; a short form asks for it next. All else "
            "stays as the template has it."
        )
        self.column.insertWidget(0, Sentence(said, Tone.PLAIN))
        self.message.say(aged_sentence(outlived), Tone.WARNING)
        self.message.setVisible(bool(self.message.text()))
        self.take_button.setFocus()
        self.refresh()

    def show_report(self, foreseen: Foreseen) -> None:
        """Show the fields that are cleared and asked for, below what is outlived."""
        self.report.show_report(self._pattern, foreseen, self._outlived)

    def take(self) -> None:
        """Begin the declaration."""
        if self.take_button.isEnabled():
            self.take_button.setEnabled(False)
            self.ticks.setEnabled(False)
            self.progress.begin(self.tr("Making the declaration"), self.reject)
            self.begun.emit(self, self.ticks.kept())


class SaveTemplateDialog(TemplateDialog):
    """Asks for a name and what stays. ``settled``: the name, Kept, and the line replaced."""

    settled = Signal(str, object, object)

    def __init__(
        self,
        pattern: Draft,
        name: str,
        present: Iterable[TemplateLine],
        language: str,
        tasks: Starter,
        parent: QWidget,
    ) -> None:
        super().__init__(pattern, Kept(), language, tasks, parent)
        self._present = {normalise(line.name): line for line in present}
        self.setWindowTitle(self.tr("Save as template"))
        self.name = QLineEdit(name)
        self.name.setAccessibleName(self.tr("Name"))
        self.name.textChanged.connect(self._on_name_changed)
        self.form.insertRow(0, self.tr("&Name"), self.name)
        self.name.setFocus()
        self.name.selectAll()
        self._on_name_changed()
        self.refresh()

    def take(self) -> None:
        """Hand over what was chosen; a template without a name is refused."""
        if not self.name.text().strip():
            self.message.say(self.tr("Give the template a name."), Tone.WRONG)
            self.name.setFocus()
            return
        self.accept()
        self.settled.emit(self.name.text(), self.ticks.kept(), self._replaced())

    def _replaced(self) -> TemplateLine | None:
        return self._present.get(normalise(self.name.text()))

    def _on_name_changed(self) -> None:
        line = self._replaced()
        if line is None:
            self.take_button.setText(self.tr("Save as template"))
            self.message.say(self.tr("The list shows what is cleared each time it is used."))
            return
        self.take_button.setText(self.tr("Replace the template"))
        said = self.tr("There is a template {name}, last saved on {day}: it is replaced.")
        day = line.saved_at.astimezone().strftime("%d/%m/%Y")
        self.message.say(said.format(name=isolated(line.name), day=isolated(day)), Tone.WARNING)
