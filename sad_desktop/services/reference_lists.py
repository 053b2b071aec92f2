"""The reference lists of a desk: shipped ones, over them those the office keeps."""

import logging
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from sad_desktop import __version__
from sad_desktop.brokerage.list_rows import checked
from sad_desktop.brokerage.reference_lists import (
    Change,
    Comparison,
    Edition,
    Past,
    Periods,
    Work,
    with_entry,
    without,
)
from sad_desktop.brokerage.users import Service
from sad_desktop.database.search_copy import FORMAT, SearchCopy
from sad_desktop.services.headings import headings
from sad_desktop.services.office_book import OfficeBook
from sad_desktop.services.rights import needs
from sad_desktop.services.similar import similar
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.book import ListEntry, TariffBook
from sad_desktop.tariff.codelists import fingerprint
from sad_desktop.tariff.lines import HEADINGS
from sad_desktop.tariff.profile import Profile
from sad_desktop.tariff.profile_file import load_profile
from sad_desktop.tariff.shipped_book import ShippedBook, shipped_book, shipped_periods

logger = logging.getLogger(__name__)

MOST_APPLIED = 500
"""Codes brought up to date one by one; more are faster read anew with everything.

So is a heading: the lines below it are found by its words.
"""

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]

# SQLAlchemy is imported where the database is first used, inside the methods: its import takes
# longer than the window's first paint.


def load_book(profile_code: str) -> TariffBook:
    """Return the book of a country over the lists shipped with the program.

    Raises ResourceMissing when the country is not shipped, FileRefused for a faulty profile.
    """
    return shipped_book(profile_code, similar=similar)


class ReferenceLists:
    """The lists of one country on one desk.

    Cheap to make: the lists of the last time are there at once, ``refresh`` brings what the
    office changed since. Every other method that reaches the office raises StorageUnavailable.
    """

    def __init__(self, workspace: Workspace, path: Path, profile_code: str) -> None:
        self._workspace = workspace
        self._path = path
        self.profile: Profile = load_profile(profile_code)[0]
        self._copy: SearchCopy | None = None
        self._book: TariffBook = ShippedBook(self.profile, similar)
        if path.is_file():
            self._read_from(SearchCopy(path))

    @property
    def book(self) -> TariffBook:
        """The tariff book over the lists as they were at the last refresh."""
        return self._book

    @property
    def is_current(self) -> bool:
        """True when the lists hold what this program ships; the office may know more."""
        held = self._copy.mark("shipped") if self._copy is not None else ""
        return held.startswith(f"{_shipped_mark(self.profile.code)} ")

    @property
    def is_ready(self) -> bool:
        """True when whole lists are there at once; else the first who asks for one waits."""
        return self._copy is not None

    @property
    def edition(self) -> int:
        """The office's edition the lists are of."""
        return self._copy.edition if self._copy is not None else 0

    def close(self) -> None:
        """Let the desk's copy go."""
        if self._copy is not None:
            self._copy.close()
            self._copy = None

    def refresh(self, is_cancelled: IsCancelled = lambda: False) -> bool:
        """Bring the desk's copy up to date; tells whether the book is another one now."""
        try:
            if not self._path.parent.is_dir():
                return False
            return self._refresh(self._path, is_cancelled)
        except (OSError, sqlite3.Error) as error:
            logger.warning("lists kept in memory: %s", error)
            return self._refresh(None, is_cancelled)

    def list_names(self) -> tuple[str, ...]:
        """Return the lists that have entries."""
        return self._ready().list_names()

    def entries(self, list_name: str) -> Mapping[str, Periods]:
        """Return a whole list, each code with all its periods, in the list's order."""
        return self._ready().all_periods(list_name)

    def periods(self, list_name: str, code: str) -> Periods:
        """Return the periods of a code, none for a code the list does not have."""
        return self._ready().periods(list_name, code)

    @needs(Service.LISTS)
    def put(self, list_name: str, entry: ListEntry, at: datetime | None = None) -> None:
        """Add an entry, or correct the one with its first day.

        Raises ListChanged, and RowFault for an entry no list can have.
        """
        at = at or datetime.now(UTC)
        entry = checked(list_name, entry)
        before = self.periods(list_name, entry.code)
        work = Work.EDITED if before else Work.ADDED
        periods = with_entry(before, entry, at.astimezone().date())
        self._store(list_name, work, {entry.code: periods}, at)

    @needs(Service.LISTS)
    def end(self, list_name: str, code: str, day: date, at: datetime | None = None) -> None:
        """End a code: it is in force until the day before; raises ListChanged."""
        periods = without(self.periods(list_name, code), day)
        self._store(list_name, Work.ENDED, {code: periods}, at)

    def history(self, list_name: str, code: str) -> tuple[Past, ...]:
        """Return what the office made of a code, newest first."""
        from sad_desktop.database import reference_lists as kept

        return kept.history(self._workspace.database(), self.profile.code, list_name, code)

    def editions(self, list_name: str = "") -> tuple[Edition, ...]:
        """Return the office's last changes, newest first."""
        from sad_desktop.database import reference_lists as kept

        return kept.editions(self._workspace.database(), self.profile.code, list_name)

    @needs(Service.LISTS)
    def store_import(
        self,
        comparisons: Mapping[str, Comparison],
        source: str,
        *,
        progress: Progress | None = None,
        is_cancelled: IsCancelled | None = None,
        at: datetime | None = None,
    ) -> None:
        """Write what a file changes in each list, all or nothing.

        Raises ListChanged, ImportCancelled.
        """
        changes = [
            Change(
                list_name=list_name,
                work=Work.IMPORTED,
                periods=comparison.periods,
                seen=self.edition,
                source=source,
                added=len(comparison.added),
                changed=len(comparison.changed),
                ended=len(comparison.ended),
            )
            for list_name, comparison in comparisons.items()
            if not comparison.is_empty
        ]
        self._write(changes, at, progress, is_cancelled)

    def _store(
        self, list_name: str, work: Work, periods: Mapping[str, Periods], at: datetime | None
    ) -> None:
        change = Change(
            list_name=list_name,
            work=work,
            periods=periods,
            seen=self.edition,
            added=int(work is Work.ADDED),
            changed=int(work is Work.EDITED),
            ended=int(work is Work.ENDED),
        )
        self._write([change], at, None, None)

    def _write(
        self,
        changes: Sequence[Change],
        at: datetime | None,
        progress: Progress | None,
        is_cancelled: IsCancelled | None,
    ) -> None:
        from sad_desktop.database import reference_lists as kept

        number = kept.store(
            self._workspace.database(),
            self.profile.code,
            *changes,
            user=self._workspace.user,
            at=at or datetime.now(UTC),
            progress=progress,
            is_cancelled=is_cancelled,
        )
        for change in changes:
            logger.info(
                "stored the list %s: %s, to edition %s", change.list_name, change.work, number
            )
        self.refresh()

    def _ready(self) -> SearchCopy:
        if self._copy is None:
            self.refresh()
        assert self._copy is not None  # noqa: S101 - refresh makes one, in memory at worst
        return self._copy

    def _refresh(self, path: Path | None, is_cancelled: IsCancelled) -> bool:
        from sad_desktop.database import reference_lists as kept

        database = self._workspace.database()
        in_memory = self._copy is not None and self._copy.is_in_memory
        writer = self._copy if in_memory and self._copy else SearchCopy(path)
        shipped = (
            f"{fingerprint(self.profile.code)} {__version__} {FORMAT} {kept.identity(database)}"
        )
        held = writer.edition if writer.mark("shipped") == shipped else -1
        if held > 0 and not kept.has_edition(database, self.profile.code, held):
            held = -1  # another database, or an older one put back
        newest, changes = kept.changed_since(database, self.profile.code, max(held, 0))
        if held == newest and self._copy is not None:
            self._let_go(writer)
            return False
        has_headings = any(name == HEADINGS for name, _code in changes)
        if held < 0 or has_headings or len(changes) > MOST_APPLIED:
            if held > 0:
                newest, changes = kept.changed_since(database, self.profile.code, 0)
            lists = _shipped_lists(self.profile.code)
            for (name, code), periods in changes.items():
                lists.setdefault(name, {})[code] = periods
            if not writer.rebuild(
                lists, shipped=shipped, edition=newest, is_cancelled=is_cancelled
            ):
                self._let_go(writer)
                return False
        elif changes:
            writer.apply(changes, newest)
        self._read_from(writer)
        return True

    def _let_go(self, copy: SearchCopy) -> None:
        if copy is not self._copy:
            copy.close()

    def _read_from(self, copy: SearchCopy) -> None:
        """Answer from a copy from now on; who still reads the former one keeps it."""
        if not copy.mark("shipped"):
            copy.close()  # made, but never filled
            return
        self._copy = copy
        self._book = OfficeBook(self.profile, copy)


def _shipped_mark(profile_code: str) -> str:
    return f"{fingerprint(profile_code)} {__version__} {FORMAT}"


def _shipped_lists(profile_code: str) -> dict[str, dict[str, Periods]]:
    lists: dict[str, dict[str, Periods]] = {}
    for name, periods in shipped_periods(profile_code):
        lists.setdefault(name, {})[periods[0].code] = periods
    lists.setdefault(HEADINGS, {}).update(headings())
    return lists
