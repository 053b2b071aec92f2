"""The import of an invoice's lines: a file, what its columns are, what it would bring."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.advance_cargo_files import LINE_PARTS
from sad_desktop.brokerage.list_layouts import Layout
from sad_desktop.brokerage.list_rows import Remark, Standing
from sad_desktop.brokerage.list_tables import Table
from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.import_dialog import ImportDialog
from sad_desktop.forms.language import isolated
from sad_desktop.forms.list_columns import ListColumns
from sad_desktop.forms.list_editor import remark_words
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import fit_columns, list_of_rows
from sad_desktop.forms.widgets.sentence import Tone
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.advance_cargo_imports import InvoiceImports, PreparedLines

_MOST_SHOWN = 1_000


class DossierImportDialog(ImportDialog):
    """Reads a file and shows what it would bring. ``imported`` carries the lines.

    Nothing is stored: the lines stand in the dossier as if they had been keyed.
    """

    imported = Signal(object)

    def __init__(
        self,
        imports: InvoiceImports,
        tasks: Starter,
        choose: Callable[[QWidget], Path | None],
        parent: QWidget,
    ) -> None:
        super().__init__(tasks, parent)
        self._imports = imports
        self._choose = choose
        self._table: Table | None = None
        self.prepared: PreparedLines | None = None
        self.setWindowTitle(self.tr("Import the lines of an invoice"))
        self.resize(820, 560)
        self.file = QLabel(self.tr("The electronic invoice as CSV or XLSX, one row per line."))
        self.file_button = QPushButton(self.tr("Choose the &file…"))
        self.file_button.setAutoDefault(False)
        self.columns = ListColumns(LINE_PARTS)
        self.remarks = TextModel(
            (
                Column(title=self.tr("Row"), kind=Kind.COUNT),
                Column(title=self.tr("Reason"), kind=Kind.TEXT),
            ),
            self,
        )
        self.tabs = QTabWidget()
        self._lay_out()
        self.file_button.clicked.connect(self._on_file_clicked)
        self.import_button.clicked.connect(self.take)
        self.columns.changed.connect(self.prepare)
        self._enable()

    def read(self, path: Path) -> None:
        """Read a file and look at what it would bring."""
        self.file.setText(isolated(path.name))
        self.begin(
            self.tr("Reading"),
            lambda progress, stopped: self._imports.read(path, progress, stopped),
            self._on_read,
        )

    def prepare(self) -> None:
        """Look at what the table would bring with its columns as chosen."""
        table, layout = self._table, self.columns.layout_chosen()
        if table is None:
            return
        self.begin(
            self.tr("Reading"),
            lambda progress, stopped: self._imports.prepare(table, layout, progress, stopped),
            self._on_prepared,
        )

    def take(self) -> None:
        """Take what was looked at into the dossier, and remember what the columns were."""
        prepared = self.prepared
        if prepared is None:
            return
        self.begin(
            self.tr("Importing"),
            lambda _progress, _stopped: self._imports.remember(prepared),
            lambda _done: self._on_remembered(prepared),
            pool=Pool.DATABASE,
        )

    def lose(self) -> None:
        """Forget what was looked at."""
        self.prepared = None
        self.remarks.show_rows([])
        self.tabs.setTabText(1, self.tr("Rows with remarks"))
        self.note.say("")
        self._enable()

    def _on_read(self, table: Table) -> None:
        self._table = table
        self.begin(
            self.tr("Reading"),
            lambda _progress, _stopped: self._imports.layout(table),
            partial(self._on_laid_out, table),
            pool=Pool.DATABASE,
        )

    def _on_laid_out(self, table: Table, layout: Layout) -> None:
        self.columns.show_table(table, layout)
        self.tabs.setCurrentIndex(0)
        self.prepare()

    def _on_prepared(self, prepared: PreparedLines) -> None:
        self.prepared = prepared
        shown = sorted(prepared.remarks, key=_by_standing)[:_MOST_SHOWN]
        self.remarks.show_rows([Row((f"{one.number:,}", remark_words(one))) for one in shown])
        count = len(prepared.remarks)
        self.tabs.setTabText(1, self.tr("Rows with remarks: {count}").format(count=f"{count:,}"))
        if prepared.faults:
            self.tabs.setCurrentIndex(1)
            said = self.tr("Lines: {lines}. Rows with faults: {faults}; correct the file first.")
        else:
            said = self.tr("Lines: {lines}. They take the place of those in the dossier.")
        self.note.say(
            said.format(lines=f"{len(prepared.lines):,}", faults=f"{prepared.faults:,}"),
            Tone.WARNING if prepared.faults else Tone.PLAIN,
        )
        self._enable()

    def _on_remembered(self, prepared: PreparedLines) -> None:
        self.accept()
        self.imported.emit(prepared.lines)

    def _lay_out(self) -> None:
        view = list_of_rows(self.remarks, self.tr("Rows with remarks"))
        fit_columns(view, ("000,000", ""))
        self.tabs.addTab(self.columns, self.tr("Columns"))
        self.tabs.addTab(view, self.tr("Rows with remarks"))
        first = QHBoxLayout()
        first.addWidget(self.file_button)
        first.addWidget(self.file, 1)
        buttons = QDialogButtonBox()
        self.import_button = buttons.addButton(
            self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        back = buttons.addButton(self.tr("&Return"), QDialogButtonBox.ButtonRole.RejectRole)
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(first)
        layout.addWidget(self.tabs, 1)
        for widget in (self.note, self.progress, buttons):
            layout.addWidget(widget)

    def _on_file_clicked(self) -> None:
        path = self._choose(self)
        if path is not None:
            self.read(path)

    def _enable(self) -> None:
        prepared = self.prepared
        self.import_button.setEnabled(
            prepared is not None and bool(prepared.lines) and not prepared.faults
        )


def _by_standing(remark: Remark) -> tuple[bool, int]:
    return remark.standing is not Standing.FAULT, remark.number
