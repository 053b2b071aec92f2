"""The import of a manifest: a file, what its columns are, what it would change."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.list_layouts import Layout
from sad_desktop.brokerage.list_rows import Remark, Standing
from sad_desktop.brokerage.list_tables import Table
from sad_desktop.brokerage.manifest_files import BILL_PARTS, ManifestFile
from sad_desktop.brokerage.manifests import Manifest
from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.import_dialog import ImportDialog
from sad_desktop.forms.language import isolated
from sad_desktop.forms.list_columns import ListColumns
from sad_desktop.forms.list_editor import remark_words
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import dress_rows, fit_columns, keep_one_line
from sad_desktop.forms.widgets.sentence import Tone
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.manifest_imports import ManifestImports, PreparedManifest

_MOST_SHOWN = 1_000


class ManifestImportDialog(ImportDialog):
    """Reads a file, shows what it would change, and imports it. ``imported`` carries the voyage.

    A table is imported into the voyage given; a manifest of customs says its own.
    """

    imported = Signal(object)

    def __init__(
        self,
        imports: ManifestImports,
        voyage: Manifest,
        tasks: Starter,
        choose: Callable[[QWidget], Path | None],
        parent: QWidget,
    ) -> None:
        super().__init__(tasks, parent)
        self._imports = imports
        self._voyage = voyage
        self._choose = choose
        self._table: Table | None = None
        self.prepared: PreparedManifest | None = None
        self.setWindowTitle(self.tr("Import a manifest"))
        self.resize(820, 560)
        self.file = QLabel(self.tr("The XML of a manifest, or bills as CSV or XLSX."))
        self.file_button = QPushButton(self.tr("Choose the &file…"))
        self.file_button.setAutoDefault(False)
        self.columns = ListColumns(BILL_PARTS)
        self.remarks = TextModel(
            (
                Column(title=self.tr("Row"), kind=Kind.COUNT),
                Column(title=self.tr("Reason"), kind=Kind.TEXT),
            ),
            self,
        )
        self.tabs = QTabWidget()
        self.leave_out = QCheckBox(self.tr("&Leave out the bills with faults"))
        self._lay_out()
        self.file_button.clicked.connect(self._on_file_clicked)
        self.import_button.clicked.connect(self.store)
        self.columns.changed.connect(self.prepare)
        self.leave_out.toggled.connect(self._enable)
        self._enable()

    def read(self, path: Path) -> None:
        """Read a file and look at what it would change."""
        self.file.setText(isolated(path.name))
        self.leave_out.setChecked(False)
        self.begin(
            self.tr("Reading"),
            lambda progress, stopped: self._imports.read(path, progress, stopped),
            self._on_read,
        )

    def prepare(self) -> None:
        """Look at what the table would change with its columns as chosen."""
        table, layout = self._table, self.columns.layout_chosen()
        if table is None:
            return
        self.begin(
            self.tr("Comparing"),
            lambda progress, stopped: self._imports.prepare_table(
                self._voyage, table, layout, progress, stopped
            ),
            self._on_prepared,
            pool=Pool.DATABASE,
        )

    def store(self) -> None:
        """Import what was looked at, all or nothing."""
        prepared, leaves_out = self.prepared, self.leave_out.isChecked()
        if prepared is None:
            return
        self.begin(
            self.tr("Importing"),
            lambda progress, stopped: self._imports.store(
                prepared, leaves_faults_out=leaves_out, progress=progress, is_cancelled=stopped
            ),
            self._on_stored,
            pool=Pool.DATABASE,
        )

    def _on_read(self, found: ManifestFile | Table) -> None:
        is_table = isinstance(found, Table)
        self._table = found if isinstance(found, Table) else None
        self.tabs.setTabVisible(0, is_table)
        if isinstance(found, ManifestFile):
            self.begin(
                self.tr("Comparing"),
                lambda _progress, _stopped: self._imports.prepare_file(found),
                self._on_prepared,
                pool=Pool.DATABASE,
            )
            return
        if not self._voyage.id:
            self._table = None
            self.note.say(
                self.tr("A table has bills only: choose or key their voyage first."), Tone.WRONG
            )
            return
        self.begin(
            self.tr("Comparing"),
            lambda _progress, _stopped: self._imports.layout(found),
            partial(self._on_laid_out, found),
            pool=Pool.DATABASE,
        )

    def _on_laid_out(self, table: Table, layout: Layout) -> None:
        title = self.tr("Import bills into voyage {voyage}")
        self.setWindowTitle(title.format(voyage=isolated(self._voyage.voyage)))
        self.columns.show_table(table, layout)
        self.tabs.setCurrentIndex(0)
        self.prepare()

    def _on_prepared(self, prepared: PreparedManifest) -> None:
        self.prepared = prepared
        shown = sorted(prepared.remarks, key=_by_standing)[:_MOST_SHOWN]
        self.remarks.show_rows([Row((f"{one.number:,}", remark_words(one))) for one in shown])
        count = len(prepared.remarks)
        self.tabs.setTabText(1, self.tr("Rows with remarks: {count}").format(count=f"{count:,}"))
        if prepared.faults:
            self.tabs.setCurrentIndex(1)
        kept = self.tr("Voyage {voyage} is kept already.")
        new = self.tr("Voyage {voyage} is new.")
        said = self.tr("Bills new: {new}, changed: {changed}, as before: {same}, faulty: {faults}.")
        voyage = (kept if prepared.manifest.id else new).format(
            voyage=isolated(prepared.manifest.voyage)
        )
        counts = said.format(
            new=f"{prepared.new:,}",
            changed=f"{prepared.changed:,}",
            same=f"{prepared.same:,}",
            faults=f"{prepared.faults:,}",
        )
        self.note.say(f"{voyage} {counts}", Tone.WARNING if prepared.faults else Tone.PLAIN)
        self._enable()

    def _on_stored(self, voyage: Manifest) -> None:
        self.accept()
        self.imported.emit(voyage)

    def lose(self) -> None:
        """Forget what was looked at."""
        self.prepared = None
        self.remarks.show_rows([])
        self.tabs.setTabText(1, self.tr("Rows with remarks"))
        self.note.say("")
        self._enable()

    def _lay_out(self) -> None:
        view = QTableView()
        view.setModel(self.remarks)
        dress_rows(view)
        keep_one_line(view)
        view.setAccessibleName(self.tr("Rows with remarks"))
        fit_columns(view, ("000,000", ""))
        self.tabs.addTab(self.columns, self.tr("Columns"))
        self.tabs.addTab(view, "")
        self.tabs.setTabVisible(0, False)
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
        for widget in (self.leave_out, self.note, self.progress, buttons):
            layout.addWidget(widget)

    def _on_file_clicked(self) -> None:
        path = self._choose(self)
        if path is not None:
            self.read(path)

    def _enable(self) -> None:
        prepared = self.prepared
        faults = prepared.faults if prepared is not None else 0
        self.leave_out.setVisible(bool(faults))
        self.import_button.setEnabled(
            prepared is not None
            and bool(prepared.bills or not prepared.manifest.id)
            and (not faults or self.leave_out.isChecked())
        )


def _by_standing(remark: Remark) -> tuple[bool, int]:
    return remark.standing is not Standing.FAULT, remark.number
