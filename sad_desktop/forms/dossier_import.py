"""The import of an invoice's lines: a file, what its columns are, what it would bring."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from sad_desktop.brokerage.advance_cargo_files import LINE_PARTS
from sad_desktop.brokerage.list_tables import Table
from sad_desktop.forms.language import isolated
from sad_desktop.forms.table_import import TableImportDialog
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.forms.widgets.sentence import Tone
from sad_desktop.services.advance_cargo_imports import InvoiceImports, PreparedLines


class DossierImportDialog(TableImportDialog):
    """Reads a file and shows what it would bring. ``imported`` carries the lines.

    Nothing is stored: the lines stand in the dossier as if they had been keyed.
    """

    def __init__(
        self,
        imports: InvoiceImports,
        tasks: Starter,
        choose: Callable[[QWidget], Path | None],
        parent: QWidget,
    ) -> None:
        super().__init__(imports, LINE_PARTS, tasks, choose, parent)
        self._imports = imports
        self.prepared: PreparedLines | None = None
        self.setWindowTitle(self.tr("Import the lines of an invoice"))
        self.file.setText(self.tr("The electronic invoice as CSV or XLSX, one row per line."))
        self.lay_out()
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
        super().lose()
        self._enable()

    def _on_read(self, table: Table) -> None:
        self.take_up(table, self.tr("Reading"))

    def _on_prepared(self, prepared: PreparedLines) -> None:
        self.prepared = prepared
        self.show_remarks(prepared.remarks, prepared.faults)
        if prepared.faults:
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

    def _enable(self) -> None:
        prepared = self.prepared
        self.import_button.setEnabled(
            prepared is not None and bool(prepared.lines) and not prepared.faults
        )
