"""Lines of invoices out of files: read, looked at, then taken into a dossier by the screen."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from sad_desktop.brokerage.advance_cargo import InvoiceLine
from sad_desktop.brokerage.advance_cargo_files import LINE_PARTS, lines_of_table
from sad_desktop.brokerage.list_layouts import Layout, by_headings
from sad_desktop.brokerage.list_parts import known_words
from sad_desktop.brokerage.list_rows import IsCancelled, Progress, ReadingStopped, Remark, Standing
from sad_desktop.brokerage.list_tables import Table
from sad_desktop.brokerage.users import Service
from sad_desktop.errors import UserError
from sad_desktop.services.list_imports import ImportStopped
from sad_desktop.services.rights import needs
from sad_desktop.services.table_files import ReadingCancelled, read_table
from sad_desktop.services.table_layouts import remember_layout, remembered_layout
from sad_desktop.services.workspace import Workspace
from sad_desktop.text import QT_TRANSLATE_NOOP

LIST_NAME = "invoice_lines"
"""Under which the layouts of invoices are remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedLines:
    """What a file would bring, and what is said of its rows."""

    table: Table
    layout: Layout
    lines: tuple[InvoiceLine, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def faults(self) -> int:
        """The number of rows that cannot be taken."""
        return sum(remark.standing is Standing.FAULT for remark in self.remarks)


class InvoiceImports:
    """The imports of invoices of one desk; ``lengths`` are those of full headings today."""

    def __init__(self, workspace: Workspace, lengths: Collection[int]) -> None:
        self._workspace = workspace
        self._lengths = lengths

    def read(
        self,
        path: Path,
        progress: Progress = lambda _done, _total: None,
        is_cancelled: IsCancelled = lambda: False,
    ) -> Table:
        """Return the table in a file; raises FileRefused, ImportStopped."""
        try:
            return read_table(
                path, known_words(LINE_PARTS), progress=progress, is_cancelled=is_cancelled
            )
        except ReadingCancelled as error:
            raise ImportStopped from error

    def layout(self, table: Table) -> Layout:
        """Return what the columns are: as the last time for a file of this shape, else guessed."""
        known = remembered_layout(self._workspace, LIST_NAME, table, LINE_PARTS)
        return known or by_headings(table, LINE_PARTS)

    def prepare(
        self,
        table: Table,
        layout: Layout,
        progress: Progress = lambda _done, _total: None,
        is_cancelled: IsCancelled = lambda: False,
    ) -> PreparedLines:
        """Read a table as lines of invoices; raises UserError, ImportStopped."""
        if not layout.columns_of("description") and not layout.columns_of("heading"):
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError", "Say which column holds the headings or the descriptions."
                )
            )
        try:
            lines, remarks = lines_of_table(
                table, layout, self._lengths, progress=progress, is_cancelled=is_cancelled
            )
        except ReadingStopped as error:
            raise ImportStopped from error
        return PreparedLines(table=table, layout=layout, lines=lines, remarks=remarks)

    @needs(Service.DECLARE)
    def remember(self, prepared: PreparedLines) -> None:
        """Keep what the columns are for the next file of this shape."""
        remember_layout(self._workspace, LIST_NAME, prepared.table, prepared.layout)
