"""Declarations to do one thing with: stored ones and files, ticked, with what became of each."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
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
from sad_desktop.forms.language import in_desk_direction, isolated
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.forms.widgets.directed import DirectedDelegate
from sad_desktop.services.print_batch import Source, from_file

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
class Pile:
    """Where the declarations come from: the library, and files the clerk chooses."""

    shelf: Shelf
    stored: Callable[[str, str], Source]
    open_paths: Callable[[QWidget], list[Path]]


class DeclarationPile(QWidget):
    """A search line over a list of declarations with ticks; files are listed above them.

    ``ticked_changed`` when another is ticked, ``failed`` with a UserError.
    """

    ticked_changed = Signal()
    failed = Signal(object)

    def __init__(
        self, pile: Pile, tasks: Starter, result: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._pile = pile
        self._errands = Errands(tasks, self)
        self._search_delay = QTimer(self)
        self._search_delay.setSingleShot(True)
        self._search_delay.setInterval(_SEARCH_AFTER)
        self._search_delay.timeout.connect(self.search)
        self.line = QLineEdit()
        self.list = self._make_list(result)
        self.files_button = QPushButton(self.tr("Add files…"))
        self.all_button = QPushButton(self.tr("Tick all"))
        self._lay_out()
        self.line.textChanged.connect(lambda _typed: self._search_delay.start())
        self.list.itemChanged.connect(self._on_ticked)
        self.files_button.clicked.connect(lambda: self.add_files(self._pile.open_paths(self)))
        self.all_button.clicked.connect(self.tick_all)

    def add_files(self, paths: Sequence[Path]) -> None:
        """List files above the stored declarations, ticked."""
        for path in reversed(paths):
            self.list.insertTopLevelItem(0, _line(from_file(path), path.name, is_ticked=True))
        self.ticked_changed.emit()

    def ticked(self) -> list[QTreeWidgetItem]:
        """Return the lines that are ticked."""
        lines = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return [
            line
            for line in lines
            if line is not None and line.checkState(_TICK) is Qt.CheckState.Checked
        ]

    def tick_all(self) -> None:
        """Tick every line shown."""
        for row in range(self.list.topLevelItemCount()):
            line = self.list.topLevelItem(row)
            if line is not None:
                line.setCheckState(_TICK, Qt.CheckState.Checked)

    def search(self) -> None:
        """List the stored declarations that were typed for; ticked lines stay."""
        query = LibraryQuery(typed=self.line.text())
        shelf = self._pile.shelf
        self._errands.start(
            lambda _progress, _cancelled: shelf.summaries(query, 0, MOST_LISTED),
            self._on_found,
            self._on_failed,
            pool=Pool.DATABASE,
        )

    def show_result(self, line: QTreeWidgetItem, text: str, *, is_done: bool) -> None:
        """Say what became of a line; one that is done loses its tick."""
        line.setText(_RESULT, in_desk_direction(text))
        if is_done:
            line.setCheckState(_TICK, Qt.CheckState.Unchecked)

    def _make_list(self, result: str) -> QTreeWidget:
        view = QTreeWidget()
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(False)
        view.setItemDelegate(DirectedDelegate(view))
        view.setAccessibleName(self.tr("Declarations"))
        view.setHeaderLabels([self.tr("Declaration"), self.tr("Consignee"), result])
        view.header().setSectionResizeMode(_RESULT, QHeaderView.ResizeMode.Stretch)
        view.setColumnWidth(_TICK, 200)
        view.setColumnWidth(_PARTY, 240)
        view.setWordWrap(True)
        return view

    def _lay_out(self) -> None:
        self.line.setPlaceholderText(self.tr("Reference, party, code or goods"))
        self.line.setAccessibleName(self.tr("Search the library"))
        self.line.setClearButtonEnabled(True)
        top = QHBoxLayout()
        top.addWidget(self.line, 1)
        for button in (self.files_button, self.all_button):
            button.setAutoDefault(False)
            top.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)

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
            source = self._pile.stored(summary.id, name)
            line = _line(source, isolated(name), is_ticked=False)
            line.setText(_PARTY, summary.consignee_name.split("\n")[0])
            line.setData(_PARTY, _SOURCE, summary.id)
            self.list.addTopLevelItem(line)
        self.ticked_changed.emit()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.failed.emit(error)

    def _on_ticked(self, _line: QTreeWidgetItem, column: int) -> None:
        if column == _TICK:
            self.ticked_changed.emit()


def source_of(line: QTreeWidgetItem) -> Source:
    """Return the declaration of a line."""
    source = line.data(_TICK, _SOURCE)
    assert isinstance(source, Source)  # noqa: S101 - put there by _line
    return source


def _line(source: Source, name: str, *, is_ticked: bool) -> QTreeWidgetItem:
    line = QTreeWidgetItem([name, "", ""])
    line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    line.setCheckState(_TICK, Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
    line.setData(_TICK, _SOURCE, source)
    return line
