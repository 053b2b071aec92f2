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
from sad_desktop.forms.language import isolated
from sad_desktop.forms.template_report import TemplateReport, aged_sentence
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.templates import Outlived
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
    """Base of the two: ticks over the list of what is cleared, and two buttons."""

    def __init__(
        self, pattern: Draft, kept: Kept, language: str, take: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self._pattern = pattern
        self.ticks = KeptTicks(kept)
        self.ticks.changed.connect(self.refresh)
        self.report = TemplateReport(language)
        self.message = Sentence()
        self.form = QFormLayout()
        self.form.addRow(self.tr("What stays"), self.ticks)
        buttons = QDialogButtonBox()
        self.take_button = buttons.addButton(take, QDialogButtonBox.ButtonRole.AcceptRole)
        self.take_button.setDefault(True)
        back = buttons.addButton(self.tr("Go back"), QDialogButtonBox.ButtonRole.RejectRole)
        back.setAutoDefault(False)
        buttons.accepted.connect(self.take)
        buttons.rejected.connect(self.reject)
        self.column = QVBoxLayout(self)
        self.column.addLayout(self.form)
        self.column.addWidget(self.report, 1)
        self.column.addWidget(self.message)
        self.column.addWidget(buttons)

    def refresh(self) -> None:
        """Show what is cleared by the choice made."""
        self.report.show_report(self._pattern, self.ticks.kept())

    def take(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError


class BeginDialog(TemplateDialog):
    """Shows what becomes of a template (X-03, T-11). ``begun`` carries the template and Kept."""

    begun = Signal(object, object)

    def __init__(
        self, template: Template, outlived: Outlived, language: str, parent: QWidget
    ) -> None:
        kept = template.line.kept
        super().__init__(template.draft, kept, language, "", parent)
        self._template = template
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

    def refresh(self) -> None:
        """Show what is cleared by the choice made, below what is outlived."""
        self.report.show_report(self._pattern, self.ticks.kept(), self._outlived)

    def take(self) -> None:
        """Begin the declaration."""
        self.accept()
        self.begun.emit(self._template, self.ticks.kept())


class SaveTemplateDialog(TemplateDialog):
    """Asks for a name and what stays. ``settled``: the name, Kept, and the line replaced."""

    settled = Signal(str, object, object)

    def __init__(
        self,
        pattern: Draft,
        name: str,
        present: Iterable[TemplateLine],
        language: str,
        parent: QWidget,
    ) -> None:
        super().__init__(pattern, Kept(), language, "", parent)
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
