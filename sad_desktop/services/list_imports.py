"""Importing a list from a file: read, lay out, look at it, then write all of it or nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from sad_desktop.brokerage.list_layouts import Layout, missing, suggest
from sad_desktop.brokerage.list_parts import Part, known_words, parts_of
from sad_desktop.brokerage.list_quotes import Money, read_quotes
from sad_desktop.brokerage.list_rows import Reading, ReadingStopped, Standing, read_rows
from sad_desktop.brokerage.list_tables import Table
from sad_desktop.brokerage.reference_lists import Comparison, compare, overlaid
from sad_desktop.brokerage.users import Service
from sad_desktop.errors import UserError
from sad_desktop.services.reference_lists import IsCancelled, Progress, ReferenceLists
from sad_desktop.services.rights import needs
from sad_desktop.services.table_files import ReadingCancelled, read_table, read_text
from sad_desktop.services.table_layouts import remember_layout, remembered_layout
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.lines import HEADINGS, RATES, TARIFF
from sad_desktop.text import QT_TRANSLATE_NOOP

_MOST_HEADINGS = 500
"""Letters of a file's headings that a refusal repeats."""
_TAXES = ("DTY", "EXC", "VAT")


class ImportStopped(Exception):
    """The user ended the import; nothing was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a file is to be taken.

    ``starts`` is the first day of entries that say none; None leaves those undated, which
    corrects what is in force. A ``complete`` file ends what it leaves out, on ``on``. Rows with
    faults stop the import unless they are left out on purpose.
    """

    on: date
    starts: date | None = None
    is_complete: bool = False
    leaves_faults_out: bool = False
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What an import would do: the rows as read, and each list compared with what is in force."""

    list_name: str
    table: Table
    layout: Layout
    wish: Wish
    reading: Reading
    comparisons: Mapping[str, Comparison]

    @property
    def faults(self) -> int:
        """The number of rows that have to be mended or left out."""
        return len(self.reading.of(Standing.FAULT))

    @property
    def is_empty(self) -> bool:
        """True when no list would change."""
        return all(one.is_empty for one in self.comparisons.values())


class ListImports:
    """The imports of one desk. Every method may raise StorageUnavailable."""

    def __init__(self, workspace: Workspace, lists: ReferenceLists) -> None:
        self._workspace = workspace
        self._lists = lists

    def parts(self, list_name: str) -> tuple[Part, ...]:
        """Return what an entry of a list may say, further facts as its entries have them."""
        facts: dict[str, None] = {}
        if list_name == HEADINGS:
            facts["section"] = None
        elif list_name not in (TARIFF, RATES):
            for periods in self._lists.entries(list_name).values():
                facts.update(dict.fromkeys(periods[-1].facts))
        return parts_of(list_name, facts, _TAXES)

    def read(
        self,
        list_name: str,
        path: Path,
        *,
        encoding: str = "",
        progress: Progress = lambda _done, _total: None,
        is_cancelled: IsCancelled = lambda: False,
    ) -> Table:
        """Return the table of a file; raises FileRefused, ImportStopped."""
        known = known_words(self.parts(list_name))
        try:
            return read_table(
                path, known, encoding=encoding, progress=progress, is_cancelled=is_cancelled
            )
        except ReadingCancelled as error:
            raise ImportStopped from error

    def read_pasted(self, list_name: str, text: str, name: str) -> Table:
        """Return the table of a pasted text; raises FileRefused."""
        return read_text(text, name, known_words(self.parts(list_name)))

    def layout(self, list_name: str, table: Table) -> Layout:
        """Return what the columns are: as the last time for a file of this shape, else guessed."""
        parts = self.parts(list_name)
        known = remembered_layout(self._workspace, list_name, table, parts)
        return known or suggest(list_name, table, parts, self._is_currency)

    def prepare(
        self,
        list_name: str,
        table: Table,
        layout: Layout,
        wish: Wish,
        *,
        progress: Progress = lambda _done, _total: None,
        is_cancelled: IsCancelled = lambda: False,
    ) -> Prepared:
        """Read the rows and compare them with the list; nothing is written.

        Raises UserError when a column that is needed is missing, ImportStopped.
        """
        parts = self.parts(list_name)
        self._refuse_missing(table, layout, parts)
        source = wish.source or table.name
        try:
            if list_name == RATES:
                reading = read_quotes(
                    table, layout, self._money(), source=source, starts=wish.starts or wish.on,
                    progress=progress, is_cancelled=is_cancelled,
                )  # fmt: skip
            else:
                reading = read_rows(
                    list_name, table, layout, source=source, starts=wish.starts,
                    progress=progress, is_cancelled=is_cancelled,
                )  # fmt: skip
        except ReadingStopped as error:
            raise ImportStopped from error
        given = frozenset(layout.columns.values())
        return Prepared(
            list_name=list_name, table=table, layout=layout, wish=wish, reading=reading,
            comparisons={
                name: self._compared(name, entries, given, wish)
                for name, entries in reading.entries.items()
            },
        )  # fmt: skip

    @needs(Service.LISTS)
    def store(
        self,
        prepared: Prepared,
        *,
        progress: Progress | None = None,
        is_cancelled: IsCancelled | None = None,
        at: datetime | None = None,
    ) -> None:
        """Write what was prepared, all or nothing, and remember the layout.

        Raises UserError while rows have faults that are not left out on purpose, ListChanged,
        ImportStopped.
        """
        from sad_desktop.database import reference_lists  # start-up cost

        if prepared.faults and not prepared.wish.leaves_faults_out:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "Nothing was changed, because of rows with faults: {count}. Correct the file, "
                    "or leave these rows out.",
                ),
                {"count": prepared.faults},
            )
        try:
            self._lists.store_import(
                prepared.comparisons,
                prepared.wish.source or prepared.table.name,
                progress=progress,
                is_cancelled=is_cancelled,
                at=at,
            )
        except reference_lists.ImportCancelled as error:
            raise ImportStopped from error
        remember_layout(self._workspace, prepared.list_name, prepared.table, prepared.layout)

    def _compared(
        self, name: str, entries: Iterable[ListEntry], given: frozenset[str], wish: Wish
    ) -> Comparison:
        before, is_daily = self._lists.entries(name), name == RATES
        if not is_daily:
            entries = (overlaid(entry, before, given, wish.on) for entry in entries)
        is_complete = wish.is_complete and name not in (RATES, HEADINGS)
        return compare(before, entries, wish.on, is_complete=is_complete, is_daily=is_daily)

    def _refuse_missing(self, table: Table, layout: Layout, parts: tuple[Part, ...]) -> None:
        lacking = missing(layout, parts)
        if not lacking:
            return
        headings = ", ".join(filter(None, table.headings))[:_MOST_HEADINGS]
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "No column of {name} is the part “{part}”. Say which one it is; its headings are: "
                "{headings}.",
            ),
            {"name": table.name, "part": lacking[0].title, "headings": headings or "-"},
            texts={"part": "ListPart"},
        )

    def _is_currency(self, code: str) -> bool:
        return bool(self._lists.periods("currencies", code))

    def _money(self) -> Money:
        profile = self._lists.profile
        pegged = profile.flags.get("pegged_currencies", "").split()
        book = self._lists.book

        def kept(code: str, day: date) -> Decimal | None:
            rate = book.exchange_rate(code, day)
            if rate is None or (rate.valid_from != day and code not in pegged):
                return None
            return rate.for_one

        return Money(
            national=profile.currency,
            pegged=frozenset(pegged),
            is_currency=self._is_currency,
            kept=kept,
        )
