"""Declarations out of the library into files, one each, with what could not be written whole."""

from collections.abc import Sequence
from functools import partial
from threading import Event

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.errors import UserError
from sad_desktop.forms.declaration_pile import DeclarationPile, Pile, source_of
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.losses import LossesDialog
from sad_desktop.forms.rooms import Surroundings
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.exchange import NATIVE_SUFFIX
from sad_desktop.services.exchange_batch import (
    IntoFolder,
    Outcome,
    Report,
    Result,
    export_all,
    save_report,
)
from sad_desktop.services.print_batch import from_store

_XML_SUFFIX = ".xml"


class ExportPage(QWidget):
    """Declarations with ticks, the kind of file they are written to, and what became of each."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._errands = Errands(around.office.tasks, self)
        self._stop = Event()
        self._is_busy = False
        self._report = Report()
        workspace, opened = around.office.workspace, around.opened
        pile = Pile(
            shelf=workspace,
            stored=lambda key, name: from_store(workspace, key, name, opened.is_open),
            open_paths=around.questions.open_paths,
        )
        self.pile = DeclarationPile(pile, around.office.tasks, self.tr("Written"))
        self.kind = self._make_kind()
        self.replaces = QCheckBox(self.tr("&Replace files of the same name"))
        self.message = Sentence()
        self.progress = ProgressLine()
        self.losses_button = QPushButton(self.tr("What is not whole…"))
        self.report_button = QPushButton(self.tr("Save the report…"))
        self.run_button = QPushButton(self.tr("Export…"))
        self._lay_out()
        self.pile.ticked_changed.connect(self._enable)
        self.pile.failed.connect(self._on_failed)
        self.pile.list.currentItemChanged.connect(lambda *_: self._enable())
        opened.library_changed.connect(self.pile.search)
        opened.stored.connect(self.pile.search)
        self.losses_button.clicked.connect(self.show_losses)
        self.report_button.clicked.connect(self._on_report_clicked)
        self.run_button.clicked.connect(self.run)
        self.pile.search()

    def run(self) -> None:
        """Ask for a folder and write what is ticked into it."""
        lines = self.pile.ticked()
        if not lines or self._is_busy:
            return
        title = self.tr("Folder for the files")
        folder = self._around.questions.choose_folder(self, title)
        if folder is None:
            return
        sources = [source_of(line) for line in lines]
        into = IntoFolder(folder, str(self.kind.currentData()), replaces=self.replaces.isChecked())
        desk, self._stop = self._around.desk(), Event()
        stop = self._stop
        self._is_busy = True
        self.progress.begin(self.tr("Exporting"), self.stop)
        self._enable()
        self._errands.start(
            lambda progress, cancelled: export_all(
                sources, desk, into, progress, lambda: stop.is_set() or cancelled()
            ),
            partial(self._on_exported, lines),
            self._on_failed,
            self.progress.advance,
        )

    def stop(self) -> None:
        """Stop after the declaration that is being written."""
        self._stop.set()

    def show_losses(self) -> None:
        """List every text of the last export that does not arrive whole."""
        found = [loss for one in self._report.outcomes for loss in one.losses]
        LossesDialog(found, str(self._around.preferences.language), self.window()).open()

    def _make_kind(self) -> QComboBox:
        kind = QComboBox()
        kind.addItem(self.tr("XML for customs"), _XML_SUFFIX)
        kind.addItem(self.tr("Files of this program, complete"), NATIVE_SUFFIX)
        kind.setAccessibleName(self.tr("Kind of file"))
        return kind

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Kind of file"), self.kind)
        form.addRow("", self.replaces)
        bottom = QHBoxLayout()
        bottom.addWidget(self.losses_button)
        bottom.addWidget(self.report_button)
        bottom.addStretch(1)
        bottom.addWidget(self.progress)
        bottom.addWidget(self.run_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.pile, 1)
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addLayout(bottom)
        self._enable()

    def _on_exported(self, lines: Sequence[QTreeWidgetItem], report: Report) -> None:
        self._end()
        self._report = report
        for line, outcome in zip(lines, report.outcomes, strict=False):  # the rest was not begun
            self.pile.show_result(line, self._said(outcome), is_done=outcome.error is None)
        refused = report.count(Result.REFUSED)
        said = self.tr("Written: {done}. Refused: {refused}.")
        parts = [said.format(done=report.count(Result.DONE), refused=refused)]
        left = report.wanted - len(report.outcomes)
        if left:
            parts.append(self.tr("Not begun: {count}.").format(count=left))
        cut = sum(bool(one.losses) for one in report.outcomes)
        if cut:
            parts.append(self.tr("With texts that are not whole: {count}.").format(count=cut))
        if report.stopped_by is not None:
            parts.append(translate_error(report.stopped_by))
        tone = Tone.WRONG if report.stopped_by else Tone.WARNING if refused or cut else Tone.PLAIN
        self.message.say(" ".join(parts), tone)
        self._enable()

    def _said(self, outcome: Outcome) -> str:
        if outcome.error is not None:
            return translate_error(outcome.error)
        said = isolated(outcome.path.name) if outcome.path is not None else ""
        if outcome.losses:
            cut = self.tr("not whole: {count}").format(count=len(outcome.losses))
            said = self.tr(", ", "between parts of a list").join((said, cut))
        return said

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, UserError):
            self.message.say(translate_error(error), Tone.WRONG)

    def _on_report_clicked(self) -> None:
        path = self._around.questions.save_path(self, "export.csv")
        if path is None:
            return
        header = [
            self.tr("Declaration"),
            self.tr("Result"),
            self.tr("File"),
            self.tr("Items"),
            self.tr("Not whole"),
        ]
        try:
            save_report(header, [self._row(one) for one in self._report.outcomes], path)
        except UserError as error:
            self.message.say(translate_error(error), Tone.WRONG)
            return
        self.message.say(self.tr("Saved as {name}.").format(name=isolated(path.name)))

    def _row(self, outcome: Outcome) -> list[str]:
        language = str(self._around.preferences.language)
        cut = (
            f"{loss.number or ''} [{definition.box}] {definition.title(language)}: {loss.cut}"
            for loss in outcome.losses
            for definition in (loss.place.definition(),)
        )
        said = self.tr("written") if outcome.error is None else translate_error(outcome.error)
        return [
            outcome.name,
            said,
            str(outcome.path or ""),
            str(outcome.item_count),
            "; ".join(" ".join(line.split()) for line in cut),
        ]

    def _end(self) -> None:
        self._is_busy = False
        self.progress.end()
        self._enable()

    def _enable(self) -> None:
        idle = not self._is_busy
        for widget in (self.pile, self.kind, self.replaces):
            widget.setEnabled(idle)
        self.run_button.setEnabled(idle and bool(self.pile.ticked()))
        self.report_button.setEnabled(idle and bool(self._report.outcomes))
        self.losses_button.setEnabled(any(one.losses for one in self._report.outcomes))
