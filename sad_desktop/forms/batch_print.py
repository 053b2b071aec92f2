"""Print many declarations at once: stored ones and files, into a folder or to a printer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.library import LibraryQuery, Summary
from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import in_desk_direction, isolated, translate_error
from sad_desktop.forms.print_choices import EditionBox, WhatBox
from sad_desktop.forms.print_room import PrintRoom
from sad_desktop.forms.printer import Sheets, print_on
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.tasks import Pool
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.desk import Desk
from sad_desktop.services.paper import Printed, Printing
from sad_desktop.services.print_batch import (
    Deliver,
    IntoFolder,
    Outcome,
    Source,
    from_file,
    print_batch,
)
from sad_desktop.services.print_orders import Order

MOST_LISTED = 500
"""Lines of the library shown at once; the search finds the rest."""

_SEARCH_AFTER = 200
_TICK, _PARTY, _RESULT = range(3)
_SOURCE = Qt.ItemDataRole.UserRole


class Shelf(Protocol):
    """Where stored declarations are found."""

    def summaries(
        self, query: LibraryQuery, offset: int = 0, limit: int = 100
    ) -> tuple[Summary, ...]:
        """Return lines of the library; raises UserError."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """Where the declarations of a batch come from, and the law they are assessed by."""

    shelf: Shelf
    stored: Callable[[str, str], Source]
    desk: Desk


class ToPrinter:
    """Delivers each declaration to a printer, as a job of its own."""

    def __init__(self, room: PrintRoom, name: str) -> None:
        self._room = room
        self._name = name

    def __call__(self, name: str, printed: Printed) -> str:
        """Print one declaration; raises UserError."""
        sheets = Sheets(pages=tuple(range(printed.page_count)))
        printer = self._room.printers.open(self._name)
        print_on(printer, self._name, printed.content, sheets, name)
        return self._name


class BatchPrintDialog(QDialog):
    """Lists declarations, prints those that are ticked and says what became of each."""

    def __init__(
        self, stack: Stack, room: PrintRoom, edition: Edition, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._stack = stack
        self._room = room
        self._errands = Errands(room.tasks, self)
        self._stop = Event()
        self._search_delay = QTimer(self)
        self._search_delay.setSingleShot(True)
        self._search_delay.setInterval(_SEARCH_AFTER)
        self._search_delay.timeout.connect(self.search)
        designs = room.designs()
        self.line = QLineEdit()
        self.list = self._make_list()
        self.what = WhatBox(designs.designs)
        self.edition = EditionBox(edition)
        self.target = self._make_target()
        self.message = Sentence()
        self.progress = ProgressLine()
        self.files_button = QPushButton(self.tr("Add files…"))
        self.all_button = QPushButton(self.tr("Tick all"))
        self.print_button = QPushButton(self.tr("Print"))
        self.setWindowTitle(self.tr("Print several declarations"))
        self.resize(860, 560)
        self._lay_out()
        self._connect()
        self.message.say("\n".join(map(translate_error, designs.refused)), Tone.WRONG)
        self.search()

    def add_files(self, paths: Sequence[Path]) -> None:
        """List files above the stored declarations, ticked."""
        for path in reversed(paths):
            self.list.insertTopLevelItem(0, _line(from_file(path), path.name, is_ticked=True))
        self._enable()

    def ticked(self) -> list[QTreeWidgetItem]:
        """Return the lines that are to be printed."""
        lines = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [
            line
            for line in lines
            if line is not None and line.checkState(_TICK) is Qt.CheckState.Checked
        ]

    def search(self) -> None:
        """List the stored declarations that were typed for; ticked lines stay."""
        query = LibraryQuery(typed=self.line.text())
        shelf = self._stack.shelf
        self._errands.start(
            lambda _progress, _cancelled: shelf.summaries(query, 0, MOST_LISTED),
            self._on_found,
            self._on_failed,
            pool=Pool.DATABASE,
        )

    def run(self) -> None:
        """Print what is ticked; a folder is asked for where files are made."""
        deliver = self._deliver()
        lines = self.ticked()
        if deliver is None or not lines:
            return
        sources = [_source_of(line) for line in lines]
        order = Order(
            printing=Printing(what=self.what.what, edition=self.edition.edition.value),
            design=self.what.design,
        )
        desk, self._stop = self._stack.desk, Event()
        stop = self._stop
        self._set_busy(is_busy=True)
        self.progress.begin(self.tr("Printing"), stop.set)
        self._errands.start(
            lambda progress, cancelled: print_batch(
                sources, desk, order, deliver, progress, lambda: stop.is_set() or cancelled()
            ),
            partial(self._on_printed, lines),
            self._on_failed,
            self.progress.advance,
        )

    def reject(self) -> None:
        """Stop after the declaration that is being printed, and close."""
        self._stop.set()
        super().reject()

    def _make_list(self) -> QTreeWidget:
        view = QTreeWidget()
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(False)
        view.setAccessibleName(self.tr("Declarations"))
        view.setHeaderLabels([self.tr("Declaration"), self.tr("Consignee"), self.tr("Printed")])
        view.header().setSectionResizeMode(_RESULT, QHeaderView.ResizeMode.Stretch)
        view.setColumnWidth(_TICK, 200)
        view.setColumnWidth(_PARTY, 240)
        view.setWordWrap(True)
        return view

    def _make_target(self) -> QComboBox:
        target = QComboBox()
        target.setAccessibleName(self.tr("Where to"))
        target.addItem(self.tr("PDF files in a folder"), "")
        for name in self._room.printers.names():
            target.addItem(name, name)
        return target

    def _lay_out(self) -> None:
        self.line.setPlaceholderText(self.tr("Reference, party, code or goods"))
        self.line.setAccessibleName(self.tr("Search the library"))
        self.line.setClearButtonEnabled(True)
        top = QHBoxLayout()
        top.addWidget(self.line, 1)
        top.addWidget(self.files_button)
        top.addWidget(self.all_button)
        form = QFormLayout()
        form.addRow(self.tr("&Print"), self.what)
        form.addRow(self.tr("&Language"), self.edition)
        form.addRow(self.tr("&Where to"), self.target)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress)
        buttons.addStretch(1)
        buttons.addWidget(self.print_button)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addLayout(buttons)
        for button in (self.files_button, self.all_button, close):
            button.setAutoDefault(False)
        self.print_button.setDefault(True)
        self._enable()

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_typed)
        self.list.itemChanged.connect(self._on_ticked)
        self.files_button.clicked.connect(self._on_add_files)
        self.all_button.clicked.connect(self._on_tick_all)
        self.print_button.clicked.connect(self.run)

    def _on_typed(self, _typed: str) -> None:
        self._search_delay.start()

    def _on_found(self, found: tuple[Summary, ...]) -> None:
        kept = self.ticked()
        for line in kept:
            self.list.takeTopLevelItem(self.list.indexOfTopLevelItem(line))
        self.list.clear()
        self.list.addTopLevelItems(kept)
        present = {line.data(_PARTY, _SOURCE) for line in kept}
        for summary in found:
            if summary.id in present:
                continue
            name = summary.reference or self.tr("no reference")
            source = self._stack.stored(summary.id, name)
            line = _line(source, isolated(name), is_ticked=False)
            line.setText(_PARTY, in_desk_direction(summary.consignee_name.split("\n")[0]))
            line.setData(_PARTY, _SOURCE, summary.id)
            self.list.addTopLevelItem(line)
        self._enable()

    def _on_ticked(self, _line: QTreeWidgetItem, column: int) -> None:
        if column == _TICK:
            self._enable()

    def _on_add_files(self) -> None:
        self.add_files(self._room.open_paths(self))

    def _on_tick_all(self) -> None:
        for row in range(self.list.topLevelItemCount()):
            line = self.list.topLevelItem(row)
            if line is not None:
                line.setCheckState(_TICK, Qt.CheckState.Checked)

    def _deliver(self) -> Deliver | None:
        printer = str(self.target.currentData())
        if printer:
            return ToPrinter(self._room, printer)
        folder = self._room.choose_folder(self, self.tr("Folder for the PDF files"))
        return IntoFolder(folder) if folder is not None else None

    def _on_printed(self, lines: Sequence[QTreeWidgetItem], outcomes: tuple[Outcome, ...]) -> None:
        self.progress.end()
        self._set_busy(is_busy=False)
        for line, outcome in zip(lines, outcomes, strict=False):  # the rest was not begun
            self._show_outcome(line, outcome)
        failed = sum(outcome.error is not None for outcome in outcomes)
        report = self.tr("Printed: {done}. Not printed: {failed}.").format(
            done=len(outcomes) - failed, failed=failed
        )
        if len(outcomes) < len(lines):
            report += " " + self.tr("Not begun: {count}.").format(count=len(lines) - len(outcomes))
        self.message.say(report, Tone.WARNING if failed else Tone.PLAIN)

    def _show_outcome(self, line: QTreeWidgetItem, outcome: Outcome) -> None:
        if outcome.error is not None:
            line.setText(_RESULT, in_desk_direction(translate_error(outcome.error)))
            return
        said = self.tr("{target}, pages: {count}").format(
            target=isolated(outcome.target), count=outcome.page_count
        )
        if outcome.overflow_count:
            said += self.tr(", texts on the annex: {count}").format(count=outcome.overflow_count)
        line.setText(_RESULT, in_desk_direction(said))
        line.setCheckState(_TICK, Qt.CheckState.Unchecked)

    def _on_failed(self, error: Exception) -> None:
        self.progress.end()
        self._set_busy(is_busy=False)
        if isinstance(error, UserError):
            self.message.say(translate_error(error), Tone.WRONG)

    def _set_busy(self, *, is_busy: bool) -> None:
        widgets = (self.list, self.line, self.what, self.edition, self.target)
        for widget in (*widgets, self.files_button, self.all_button):
            widget.setEnabled(not is_busy)
        self.print_button.setEnabled(not is_busy and bool(self.ticked()))

    def _enable(self) -> None:
        self.print_button.setEnabled(bool(self.ticked()))


def _line(source: Source, name: str, *, is_ticked: bool) -> QTreeWidgetItem:
    line = QTreeWidgetItem([name, "", ""])
    line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    line.setCheckState(_TICK, Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    line.setData(_TICK, _SOURCE, source)
    return line


def _source_of(line: QTreeWidgetItem) -> Source:
    source = line.data(_TICK, _SOURCE)
    assert isinstance(source, Source)  # noqa: S101 - put there by _line
    return source
