"""Files into the library: chosen, read one after the other, told of one by one."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.declaration.fields import Kind
from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.kept import KeptDialog
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.rooms import Surroundings
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.forms.widgets.row_list import list_of_rows
from sad_desktop.forms.widgets.search_line import choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.exchange_batch import Outcome, Report, Result, import_files, save_report
from sad_desktop.services.files_below import files_below

_FILE, _RESULT, _REFERENCE, _ITEMS, _KEPT = range(5)


class ImportPage(QWidget):
    """A list of files, what became of each, and what each says beyond the boxes."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._errands = Errands(around.office.tasks, self)
        self._stop = Event()
        self._is_busy = False
        self._files: list[Path] = []
        self._outcomes: dict[Path, Outcome] = {}
        self.model = TextModel(self._columns(), self)
        self.view = self._make_view()
        self.message = Sentence()
        self.progress = ProgressLine()
        self.files_button = QPushButton(self.tr("Add files…"))
        self.folder_button = QPushButton(self.tr("Add a folder…"))
        self.clear_button = QPushButton(self.tr("Clear the list"))
        self.kept_button = QPushButton(self.tr("Beyond the boxes…"))
        self.report_button = QPushButton(self.tr("Save the report…"))
        self.run_button = QPushButton(self.tr("Import"))
        self._lay_out()
        self._connect()
        self._say_beginning()
        self._enable()

    def add_paths(self, paths: Sequence[Path]) -> None:
        """List files, and of folders every declaration below."""
        if not paths or self._is_busy:
            return
        chosen = tuple(paths)
        self._begin(self.tr("Looking for files"))
        self._errands.start(
            lambda _progress, _cancelled: files_below(chosen), self._on_found, self._on_failed
        )

    def run(self) -> None:
        """Store the declaration of every file that was not stored yet."""
        files = [path for path in self._files if not self._is_settled(path)]
        if not files or self._is_busy:
            return
        workspace, self._stop = self._around.office.workspace, Event()
        stop = self._stop
        self._begin(self.tr("Importing"))
        self._errands.start(
            lambda progress, cancelled: import_files(
                workspace, files, progress, lambda: stop.is_set() or cancelled()
            ),
            self._on_imported,
            self._on_failed,
            self.progress.advance,
        )

    def stop(self) -> None:
        """Stop after the file that is being read."""
        self._stop.set()

    def current(self) -> Outcome | None:
        """Return what became of the file under the cursor."""
        row = self.view.currentIndex().row()
        return self._outcomes.get(self._files[row]) if 0 <= row < len(self._files) else None

    def open_current(self) -> None:
        """Open the declaration of the file under the cursor, or say why it was refused."""
        outcome = self.current()
        if outcome is None:
            return
        if outcome.error is not None:
            self.message.say(translate_error(outcome.error), Tone.WRONG)
        elif outcome.declaration_id:
            self._around.opened.open_stored(outcome.declaration_id)

    def show_kept(self) -> None:
        """List what the file under the cursor says beyond the boxes."""
        outcome = self.current()
        if outcome is not None and outcome.error is None:
            KeptDialog(outcome.name, outcome.kept, self.window()).open()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("File"), kind=Kind.CODE),
            Column(title=self.tr("Result"), kind=Kind.TEXT),
            Column(title=self.tr("Reference"), kind=Kind.CODE),
            Column(title=self.tr("Items"), kind=Kind.COUNT),
            Column(title=self.tr("Beyond the boxes"), kind=Kind.COUNT),
        )

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.model, self.tr("Files to import"))
        header = view.horizontalHeader()
        header.setSectionResizeMode(_RESULT, QHeaderView.ResizeMode.Stretch)
        letter = self.fontMetrics().horizontalAdvance("m")
        for column, letters in ((_FILE, 24), (_REFERENCE, 13), (_ITEMS, 6), (_KEPT, 12)):
            view.setColumnWidth(column, letter * letters)
        return view

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for button in (self.files_button, self.folder_button, self.clear_button):
            top.addWidget(button)
        top.addStretch(1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.kept_button)
        bottom.addWidget(self.report_button)
        bottom.addStretch(1)
        bottom.addWidget(self.progress)
        bottom.addWidget(self.run_button)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.message)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        questions = self._around.questions
        self.files_button.clicked.connect(lambda: self.add_paths(questions.open_paths(self)))
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.clear_button.clicked.connect(self._on_clear_clicked)
        self.kept_button.clicked.connect(self.show_kept)
        self.report_button.clicked.connect(self._on_report_clicked)
        self.run_button.clicked.connect(self.run)
        self.view.activated.connect(self.open_current)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._enable())

    def _say_beginning(self) -> None:
        self.message.say(
            self.tr("Add files or folders here, or drop them on the window; then press Import.")
        )

    def _begin(self, title: str) -> None:
        self._is_busy = True
        self.progress.begin(title, self.stop)
        self._enable()

    def _end(self) -> None:
        self._is_busy = False
        self.progress.end()
        self._enable()

    def _on_folder_clicked(self) -> None:
        folder = self._around.questions.choose_folder(self, self.tr("Folder of declarations"))
        if folder is not None:
            self.add_paths([folder])

    def _on_clear_clicked(self) -> None:
        self._files.clear()
        self._outcomes.clear()
        self.model.show_rows([])
        self._say_beginning()
        self._enable()
        self.files_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_found(self, found: tuple[Path, ...]) -> None:
        present = set(self._files)
        self._files += [path for path in found if path not in present]
        self._show_files()
        self._end()
        if not found:
            self.message.say(self.tr("There is no declaration in this folder."), Tone.WARNING)
            return
        self.message.say(self.tr("Files listed: {count}.").format(count=len(self._files)))
        self.run_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_imported(self, report: Report) -> None:
        self._outcomes |= {one.path: one for one in report.outcomes if one.path is not None}
        self._show_files()
        self._end()
        self._say_report(report)
        if report.count(Result.DONE):
            self._around.opened.library_changed.emit()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_report(self, report: Report) -> None:
        refused = report.count(Result.REFUSED)
        said = self.tr("Imported: {done}. In the library already: {there}. Refused: {refused}.")
        parts = [
            said.format(
                done=report.count(Result.DONE),
                there=report.count(Result.ALREADY_THERE),
                refused=refused,
            )
        ]
        left = report.wanted - len(report.outcomes)
        if left:
            parts.append(self.tr("Not begun: {count}.").format(count=left))
        if report.stopped_by is not None:
            parts.append(translate_error(report.stopped_by))
        tone = Tone.WRONG if report.stopped_by else Tone.WARNING if refused else Tone.PLAIN
        self.message.say(" ".join(parts), tone)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, UserError):
            self.message.say(translate_error(error), Tone.WRONG)

    def _on_report_clicked(self) -> None:
        path = self._around.questions.save_path(self, "import.csv")
        if path is None:
            return
        header = [*(column.title for column in self.model.columns), self.tr("Elements")]
        rows = [
            [str(file), *self._row(file).cells[_RESULT:], self._elements(file)]
            for file in self._files
        ]
        try:
            save_report(header, rows, path)
        except UserError as error:
            self.message.say(translate_error(error), Tone.WRONG)
            return
        self.message.say(self.tr("Saved as {name}.").format(name=isolated(path.name)))

    def _elements(self, file: Path) -> str:
        outcome = self._outcomes.get(file)
        return " ".join(one.path for one in outcome.kept) if outcome is not None else ""

    def _show_files(self) -> None:
        row = max(self.view.currentIndex().row(), 0)
        self.model.show_rows([self._row(path) for path in self._files])
        choose_row(self.view, row)

    def _row(self, path: Path) -> Row:
        outcome = self._outcomes.get(path)
        if outcome is None:
            return Row((path.name, self.tr("waiting"), "", "", ""), hint=str(path))
        if outcome.error is not None:
            said = translate_error(outcome.error)
            ink = colours(QGuiApplication.palette()).invalid
            return Row((path.name, said, "", "", ""), colours={_RESULT: ink}, hint=said)
        done = outcome.result is Result.DONE
        return Row(
            (
                path.name,
                self.tr("imported") if done else self.tr("in the library already"),
                outcome.reference,
                str(outcome.item_count),
                str(len(outcome.kept) or ""),
            ),
            hint=str(path),
        )

    def _is_settled(self, path: Path) -> bool:
        outcome = self._outcomes.get(path)
        return outcome is not None and outcome.result is not Result.REFUSED

    def _enable(self) -> None:
        idle = not self._is_busy
        for button in (self.files_button, self.folder_button):
            button.setEnabled(idle)
        self.clear_button.setEnabled(idle and bool(self._files))
        self.run_button.setEnabled(idle and not all(map(self._is_settled, self._files)))
        self.report_button.setEnabled(idle and bool(self._outcomes))
        outcome = self.current()
        self.kept_button.setEnabled(outcome is not None and bool(outcome.kept))
