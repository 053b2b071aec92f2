"""The import of a manifest: a file, what its columns are, what it would change."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from sad_desktop.brokerage.list_tables import Table
from sad_desktop.brokerage.manifest_files import BILL_PARTS, ManifestFile
from sad_desktop.brokerage.manifests import Manifest
from sad_desktop.forms.language import isolated
from sad_desktop.forms.table_import import TableImportDialog
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.forms.widgets.sentence import Tone
from sad_desktop.services.manifest_imports import ManifestImports, PreparedManifest


class ManifestImportDialog(TableImportDialog):
    """Reads a file, shows what it would change, and imports it. ``imported`` carries the voyage.

    A table is imported into the voyage given; a manifest of customs says its own.
    """

    def __init__(
        self,
        imports: ManifestImports,
        voyage: Manifest,
        tasks: Starter,
        choose: Callable[[QWidget], Path | None],
        parent: QWidget,
    ) -> None:
        super().__init__(imports, BILL_PARTS, tasks, choose, parent)
        self._imports = imports
        self._voyage = voyage
        self.prepared: PreparedManifest | None = None
        self.setWindowTitle(self.tr("Import a manifest"))
        self.file.setText(self.tr("The XML of a manifest, or bills as CSV or XLSX."))
        self.tabs.setTabVisible(0, False)
        self.leave_out = QCheckBox(self.tr("&Leave out the bills with faults"))
        self.leave_out.toggled.connect(self._enable)
        self.lay_out(self.leave_out)
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

    def take(self) -> None:
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
        title = self.tr("Import bills into voyage {voyage}")
        self.setWindowTitle(title.format(voyage=isolated(self._voyage.voyage)))
        self.take_up(found, self.tr("Comparing"))

    def _on_prepared(self, prepared: PreparedManifest) -> None:
        self.prepared = prepared
        self.show_remarks(prepared.remarks, prepared.faults)
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
        super().lose()
        self._enable()

    def _enable(self) -> None:
        prepared = self.prepared
        faults = prepared.faults if prepared is not None else 0
        self.leave_out.setVisible(bool(faults))
        self.import_button.setEnabled(
            prepared is not None
            and bool(prepared.bills or not prepared.manifest.id)
            and (not faults or self.leave_out.isChecked())
        )
