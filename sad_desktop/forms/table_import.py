"""The import of a table whose columns are said first: manifests' bills, invoices' lines."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from sad_desktop.brokerage.list_layouts import Layout
from sad_desktop.brokerage.list_parts import Part
from sad_desktop.brokerage.list_rows import Remark, Standing
from sad_desktop.brokerage.list_tables import Table
from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.import_dialog import ImportDialog
from sad_desktop.forms.list_columns import ListColumns
from sad_desktop.forms.list_editor import remark_words
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import fit_columns, list_of_rows
from sad_desktop.forms.widgets.text_model import Row, TextModel

_MOST_SHOWN = 1_000
_REMARKS = 1
"""The tab of the rows with remarks, behind that of the columns."""


class RemembersLayouts(Protocol):
    """An import that knows what the columns of such a file were."""

    def layout(self, table: Table) -> Layout:
        """Return what the columns are, or seem to be."""
        ...


class TableImportDialog(ImportDialog):
    """Lets the columns of a table be said and lists its rows with remarks.

    ``imported`` carries what was taken. Kinds of it say what is read, prepared and taken.
    """

    imported = Signal(object)

    def __init__(
        self,
        imports: RemembersLayouts,
        parts: Sequence[Part],
        tasks: Starter,
        choose: Callable[[QWidget], Path | None],
        parent: QWidget,
    ) -> None:
        super().__init__(tasks, choose, parent)
        self._layouts = imports
        self._table: Table | None = None
        self.resize(820, 560)
        self.columns = ListColumns(parts)
        self.columns.changed.connect(self.prepare)
        self.remarks = TextModel(
            (
                Column(title=self.tr("Row"), kind=Kind.COUNT),
                Column(title=self.tr("Reason"), kind=Kind.TEXT),
            ),
            self,
        )
        view = list_of_rows(self.remarks, self.tr("Rows with remarks"))
        fit_columns(view, ("000,000", ""))
        self.tabs = QTabWidget()
        self.tabs.addTab(self.columns, self.tr("Columns"))
        self.tabs.addTab(view, self.tr("Rows with remarks"))
        self.import_button.clicked.connect(self.take)

    def prepare(self) -> None:
        """Look at what the table would bring with its columns as chosen."""
        raise NotImplementedError

    def take(self) -> None:
        """Import what was looked at."""
        raise NotImplementedError

    def lose(self) -> None:
        """Forget what was looked at."""
        self.remarks.show_rows([])
        self.tabs.setTabText(_REMARKS, self.tr("Rows with remarks"))
        self.note.say("")

    def lay_out(self, *options: QWidget) -> None:
        """Place the parts, options above the note."""
        layout = QVBoxLayout(self)
        layout.addLayout(self.file_row())
        layout.addWidget(self.tabs, 1)
        for widget in (*options, self.note, self.progress, self.buttons):
            layout.addWidget(widget)

    def take_up(self, table: Table, title: str) -> None:
        """Ask what the columns of a table that was read are, then look at it."""
        self._table = table
        self.begin(
            title,
            lambda _progress, _stopped: self._layouts.layout(table),
            partial(self._on_laid_out, table),
            pool=Pool.DATABASE,
        )

    def show_remarks(self, remarks: Iterable[Remark], faults: int) -> None:
        """List what is said of rows, faults first, and turn to them where there are any."""
        told = sorted(remarks, key=_by_standing)
        shown = told[:_MOST_SHOWN]
        self.remarks.show_rows([Row((f"{one.number:,}", remark_words(one))) for one in shown])
        title = self.tr("Rows with remarks: {count}").format(count=f"{len(told):,}")
        self.tabs.setTabText(_REMARKS, title)
        if faults:
            self.tabs.setCurrentIndex(_REMARKS)

    def _on_laid_out(self, table: Table, layout: Layout) -> None:
        self.columns.show_table(table, layout)
        self.tabs.setCurrentIndex(0)
        self.prepare()


def _by_standing(remark: Remark) -> tuple[bool, int]:
    return remark.standing is not Standing.FAULT, remark.number
