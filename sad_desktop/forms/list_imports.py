"""The import of a list: a file or pasted text, what its columns are, what it would change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.list_days import UnreadableDay, read_day
from sad_desktop.brokerage.list_layouts import Layout
from sad_desktop.brokerage.list_parts import LIST_TITLES
from sad_desktop.brokerage.list_rows import Standing
from sad_desktop.brokerage.list_tables import Table
from sad_desktop.errors import UserError
from sad_desktop.forms.import_dialog import ImportDialog
from sad_desktop.forms.language import isolated
from sad_desktop.forms.list_columns import ListColumns
from sad_desktop.forms.list_results import ListResults
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.forms.widgets.sentence import Tone
from sad_desktop.services.desk import Desk
from sad_desktop.services.list_imports import ListImports, Prepared, Wish
from sad_desktop.tariff.lines import RATES, TARIFF

_ENCODINGS = ("utf-8", "cp1256", "utf-16", "cp1252")
_LOOK_AGAIN_AFTER = 250


class ListImportDialog(ImportDialog):
    """Reads a file, shows what it would change, and imports it. ``imported`` says what was done."""

    imported = Signal(str)

    def __init__(
        self,
        imports: ListImports,
        list_name: str,
        desk: Desk,
        tasks: Starter,
        choose: Callable[[QWidget], Path | None],
        parent: QWidget,
    ) -> None:
        super().__init__(tasks, choose, parent)
        self._imports = imports
        self._list = list_name
        self._desk = desk
        self._path: Path | None = None
        self._table: Table | None = None
        self.prepared: Prepared | None = None
        title = QCoreApplication.translate("List", LIST_TITLES[list_name])
        self.setWindowTitle(self.tr("Import: {title}").format(title=title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 620)
        self.file.setText(self.tr("CSV, XLSX or JSON; a table may be pasted, too."))
        self.paste_button = QPushButton(self.tr("&Paste"))
        self.paste_button.setAutoDefault(False)
        self._make_options()
        self.tabs = QTabWidget()
        self.columns = ListColumns(imports.parts(list_name))
        self.tabs.addTab(self.columns, self.tr("Columns"))
        self.results = ListResults(self.tabs, desk.language)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(_LOOK_AGAIN_AFTER)
        self._again.timeout.connect(self.prepare)
        self._lay_out()
        self._connect()
        self._enable()

    def read(self, path: Path) -> None:
        """Read a file and show its columns."""
        self._path = path
        self.file.setText(isolated(path.name))
        encoding = str(self.encoding.currentData() or "")
        self.begin(
            self.tr("Reading"),
            lambda progress, stopped: self._imports.read(
                self._list, path, encoding=encoding, progress=progress, is_cancelled=stopped
            ),
            self._on_read,
        )

    def paste(self) -> None:
        """Read the table on the clipboard."""
        name = self.tr("Pasted on {day}").format(day=self._desk.on.strftime("%d/%m/%Y"))
        try:
            table = self._imports.read_pasted(self._list, QGuiApplication.clipboard().text(), name)
        except UserError as error:
            self.fail(error)
            return
        self._path = None
        self.file.setText(name)
        self._on_read(table)

    def prepare(self) -> None:
        """Look at what the file would change."""
        self._again.stop()
        table, layout = self._table, self.columns.layout_chosen()
        wish = self.wish()
        if table is None or wish is None:
            return
        layout = self._with_quotes(layout)
        self.begin(
            self.tr("Comparing"),
            lambda progress, stopped: self._imports.prepare(
                self._list, table, layout, wish, progress=progress, is_cancelled=stopped
            ),
            self._on_prepared,
        )

    def store(self) -> None:
        """Import what was looked at, all or nothing."""
        prepared = self.prepared
        if prepared is None:
            return
        self.begin(
            self.tr("Importing"),
            lambda progress, stopped: self._imports.store(
                prepared, progress=progress, is_cancelled=stopped
            ),
            partial(self._on_stored, prepared),
            pool=Pool.DATABASE,
        )

    def wish(self) -> Wish | None:
        """Return how the file is to be taken; None while the day is none."""
        try:
            starts: date | None = read_day(self.starts.text())
        except UnreadableDay:
            self.lose()
            self.note.say(
                self.tr("Key the first day as day/month/year, or leave it blank."), Tone.WRONG
            )
            return None
        return Wish(
            on=self._desk.on,
            starts=starts,
            is_complete=self.complete.isChecked(),
            leaves_faults_out=self.leave_out.isChecked(),
            source=self.source.text().strip(),
        )

    def _on_read(self, table: Table) -> None:
        self.begin(
            self.tr("Comparing"),
            lambda _progress, _stopped: self._imports.layout(self._list, table),
            partial(self._on_laid_out, table),
            pool=Pool.DATABASE,
        )

    def _on_laid_out(self, table: Table, layout: Layout) -> None:
        self._table = table
        self.per.setCurrentIndex(max(self.per.findData(layout.per), 0))
        self.pivot.setText(layout.pivot)
        self.columns.show_table(table, layout)
        self.prepare()

    def _on_prepared(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self.results.show_prepared(prepared)
        reading = prepared.reading
        count = {
            "rows": len(prepared.table.lines),
            "imported": reading.imported,
            "faults": prepared.faults,
            "passed": len(reading.of(Standing.PASSED)),
            "new": sum(len(one.added) for one in prepared.comparisons.values()),
            "changed": sum(len(one.changed) for one in prepared.comparisons.values()),
            "ended": sum(len(one.ended) for one in prepared.comparisons.values()),
            "same": sum(one.same for one in prepared.comparisons.values()),
        }
        sentence = self.tr(
            "Rows: {rows}; read: {imported}, with faults: {faults}, passed over: {passed}. "
            "Entries new: {new}, changed: {changed}, ended: {ended}, as before: {same}."
        )
        said = sentence.format(**{name: f"{number:,}" for name, number in count.items()})
        if prepared.faults and not prepared.wish.leaves_faults_out:
            more = self.tr("Correct the rows with faults, or tick that they are left out.")
            self.note.say(f"{said} {more}", Tone.WARNING)
        else:
            self.note.say(said, Tone.PLAIN)
        self._enable()

    def _on_stored(self, prepared: Prepared, _nothing: None) -> None:
        sentence = self.tr("Imported from {name}: {count} rows.")
        name, count = isolated(prepared.table.name), f"{prepared.reading.imported:,}"
        self.accept()
        self.imported.emit(sentence.format(name=name, count=count))

    def lose(self) -> None:
        """Forget what was looked at."""
        self.prepared = None
        self.results.clear()
        self._enable()

    def _with_quotes(self, layout: Layout) -> Layout:
        if self._list != RATES:
            return layout
        pivot = self.pivot.text().strip().upper()
        return replace(layout, per=int(self.per.currentData()), pivot=pivot)

    def _make_options(self) -> None:
        on = self._desk.on if self._list in (TARIFF, RATES) else None
        self.starts = QLineEdit(on.strftime("%d/%m/%Y") if on else "")
        self.starts.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.source = QLineEdit()
        self.source.setPlaceholderText(self.tr("the name of the file"))
        self.encoding = QComboBox()
        self.encoding.addItem(self.tr("found out"), "")
        for encoding in _ENCODINGS:
            self.encoding.addItem(encoding, encoding)
        self.complete = QCheckBox(
            self.tr("The file is the &whole list: what it leaves out ends today")
        )
        self.complete.setVisible(self._list != RATES)
        self.leave_out = QCheckBox(self.tr("&Leave out the rows with faults"))
        self.per = QComboBox()
        for count in (1, 100, 1000):
            self.per.addItem(f"{count:,}", count)
        self.pivot = QLineEdit()
        self.pivot.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.pivot.setMaxLength(3)
        self.pivot.setPlaceholderText(self._desk.book.profile.currency)

    def _option_rows(self) -> tuple[tuple[str, QWidget], ...]:
        rows: list[tuple[str, QWidget]] = [
            (self.tr("In &force from"), self.starts),
            (self.tr("&Source"), self.source),
            (self.tr("L&etters of the file"), self.encoding),
        ]
        if self._list == RATES:
            rows.append((self.tr("Each rate is for so many &units"), self.per))
            rows.append((self.tr("&Quoted in money of this for one unit"), self.pivot))
        return tuple(rows)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addLayout(self.file_row(self.paste_button))
        form = QFormLayout()
        for title, widget in self._option_rows():
            widget.setAccessibleName(title.replace("&", ""))
            form.addRow(title, widget)
        layout.addLayout(form)
        layout.addWidget(self.complete)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.leave_out)
        layout.addWidget(self.note)
        layout.addWidget(self.progress)
        layout.addWidget(self.buttons)

    def _connect(self) -> None:
        self.paste_button.clicked.connect(self.paste)
        self.import_button.clicked.connect(self.store)
        self.columns.changed.connect(self._again.start)
        for line in (self.starts, self.source, self.pivot):
            line.textChanged.connect(self._look_again)
        self.complete.toggled.connect(self._look_again)
        self.leave_out.toggled.connect(self._look_again)
        self.per.currentIndexChanged.connect(self._look_again)
        self.encoding.currentIndexChanged.connect(self._on_encoding_chosen)

    def _look_again(self) -> None:
        if self._table is not None:
            self.lose()
            self._again.start()

    def _on_encoding_chosen(self) -> None:
        if self._path is not None:
            self.read(self._path)

    def _enable(self) -> None:
        prepared = self.prepared
        faults = prepared.faults if prepared is not None else 0
        self.leave_out.setVisible(bool(faults) or self.leave_out.isChecked())
        self.import_button.setEnabled(
            prepared is not None
            and not prepared.is_empty
            and (not faults or prepared.wish.leaves_faults_out)
        )
