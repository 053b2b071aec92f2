"""Open, store, list and search declarations in the office's database."""

import logging
import threading
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sad_desktop.brokerage.conflict import Conflict
from sad_desktop.brokerage.library import LibraryQuery, Stored, Summary
from sad_desktop.brokerage.users import Service, User
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.status import Status
from sad_desktop.errors import ReadOnly, ServerUnreachable, StorageUnavailable
from sad_desktop.paths import Paths
from sad_desktop.services.lock import PRIVATE, AlreadyRunning, FolderLock
from sad_desktop.services.rights import EVERYTHING, Rights, needs
from sad_desktop.services.server import password_of
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sad_desktop.database.engine import Database

logger = logging.getLogger(__name__)

# SQLAlchemy is imported where the database is first used, inside the methods: its import takes
# longer than the window's first paint.


class Workspace:
    """The stored declarations of one data folder, on SQLite or at a server's URL.

    Cheap to make: the database is opened, and upgraded, at the first use or by ``open``, from
    any thread. Every method raises StorageUnavailable when the database cannot be used now.
    """

    def __init__(self, paths: Paths, *, user: str, database_url: str = "") -> None:
        self._paths = paths
        self._user = user
        self._rights = EVERYTHING
        self._url = database_url
        self._lock = FolderLock(paths.lock)
        self._opening = threading.Lock()
        self._database: Database | None = None
        self._opened: dict[tuple[str, int], Draft] = {}
        self._unanswered: dict[str, set[datetime]] = {}
        self._only_reads = False

    @property
    def only_reads(self) -> bool:
        """True in a second program on the data folder: it looks, and stores nothing."""
        return self._only_reads

    def take_folder(self) -> None:
        """Make this the one program that writes to the folder; raises AlreadyRunning.

        A restore that was cut short is gone on with.
        """
        from sad_desktop.services.restore import finish

        try:
            self._lock.acquire()
        except AlreadyRunning:
            self._only_reads = True
            raise
        finish(self._paths)

    def open_database(self) -> None:
        """Open the database and bring it up to date; raises NewerDatabase, UserError."""
        self._ready()

    def close(self) -> None:
        """Close the database and let the folder go."""
        if self._database is not None:
            self._database.dispose()
            self._database = None
        self._lock.release()

    @property
    def user(self) -> str:
        """Who works here, as stored with what is changed: who signed in, if anybody did."""
        signed_in = self._rights.user
        return self._user if signed_in is None else signed_in.name

    @property
    def rights(self) -> Rights:
        """What may be done at this desk, as the database has it at this moment.

        Another desk may have granted or taken a service, or turned signing in on or off.
        """
        database, known = self._ready(), self._rights
        if known.is_on and known.user is None:
            return known
        self._rights = self._rights_of(database, known.user)
        return self._rights

    @property
    def rights_now(self) -> Rights:
        """What is known of the rights without opening the database, for what a window shows."""
        return self._rights

    def use_rights(self, rights: Rights) -> None:
        """Work with other rights from now on: somebody signed in or out."""
        self._rights = rights

    def database(self) -> "Database":
        """Return the office's database, opened and up to date, for the other services."""
        return self._ready()

    @staticmethod
    def new_id() -> str:
        """Return the id of a declaration that is not stored yet."""
        return str(uuid.uuid4())

    def load(self, declaration_id: str) -> Stored:
        """Return a stored declaration to be worked on; raises NotStored."""
        from sad_desktop.database import declarations

        stored = declarations.load(self._ready(), declaration_id)
        self._opened[declaration_id, stored.version] = stored.draft
        return stored

    @needs(Service.DECLARE)
    def store(
        self,
        declaration_id: str,
        draft: Draft,
        base_version: int,
        at: datetime | None = None,
        *,
        numbers_reference: bool = False,
    ) -> Stored:
        """Store a draft over the version it began with (0: never stored); raises Conflict.

        A registered declaration is never stored over: NotEditable. ``numbers_reference`` gives
        an empty box 7 the declarant's next number.

        To overwrite the other version after a conflict, give its version as the base; to keep
        both, store under a ``new_id``. Raises NotForCompany.
        """
        from sad_desktop.database import declarations

        moment = at or datetime.now(UTC)
        base = self._opened.get((declaration_id, base_version))
        self._demand_companies(declaration_id, draft, base, base_version)
        try:
            stored = declarations.store(
                self._ready(),
                declaration_id,
                draft,
                base_version=base_version,
                user=self.user,
                at=moment,
                base=base,
                numbers_reference=numbers_reference,
            )
        except ServerUnreachable:
            self._unanswered.setdefault(declaration_id, set()).add(moment)
            raise
        except Conflict as conflict:
            if not self._is_own(declaration_id, conflict.theirs):
                raise
            if conflict.theirs.draft != draft:
                self._unanswered.pop(declaration_id)
                return self.store(
                    declaration_id,
                    draft,
                    conflict.theirs.version,
                    at,
                    numbers_reference=numbers_reference,
                )
            stored = conflict.theirs
        self.forget(declaration_id)
        self._opened[declaration_id, stored.version] = stored.draft
        logger.info("stored declaration %s, version %s", declaration_id, stored.version)
        return stored

    def _demand_companies(
        self, declaration_id: str, draft: Draft, base: Draft | None, base_version: int
    ) -> None:
        """Refuse a draft of a company the user does not act for, before and after the change."""
        from sad_desktop.database import declarations

        rights = self.rights
        if not rights.is_limited:
            return
        rights.demand_company(draft.declaration)
        if base is None and base_version:
            base = declarations.load(self._ready(), declaration_id).draft
        if base is not None:
            rights.demand_company(base.declaration)

    def _is_own(self, declaration_id: str, theirs: Stored) -> bool:
        """Tell whether a server took what we tried to store, and only its answer was lost."""
        moments = self._unanswered.get(declaration_id, set())
        return theirs.stored_by == self.user and theirs.stored_at in moments

    def forget(self, declaration_id: str) -> None:
        """Let go of what was kept for conflicts of a declaration that is closed."""
        for opened in [one for one in self._opened if one[0] == declaration_id]:
            del self._opened[opened]
        self._unanswered.pop(declaration_id, None)

    @needs(Service.DECLARE)
    def delete_draft(self, declaration_id: str) -> None:
        """Delete a declaration nobody has registered; raises NotStored, NotForCompany."""
        from sad_desktop.database import declarations

        if self.rights.is_limited:
            own = declarations.load(self._ready(), declaration_id)
            self.rights.demand_company(own.draft.declaration)
        declarations.delete_draft(
            self._ready(), declaration_id, user=self.user, at=datetime.now(UTC)
        )
        self.forget(declaration_id)
        logger.info("deleted draft %s", declaration_id)

    def summaries(
        self, query: LibraryQuery, offset: int = 0, limit: int = 100
    ) -> tuple[Summary, ...]:
        """Return lines of the library, last stored first."""
        from sad_desktop.database import library

        return library.summaries(self._ready(), query, offset, limit)

    def count(self, query: LibraryQuery) -> int:
        """Return how many lines a query finds."""
        from sad_desktop.database import library

        return library.count(self._ready(), query)

    def counts(self) -> dict[Status, int]:
        """Return how many declarations stand at each status; those at none are left out."""
        from sad_desktop.database import library

        return library.counts(self._ready())

    def reach(self) -> None:
        """Ask the database for nothing; raises ServerUnreachable while it does not answer."""
        from sad_desktop.database.engine import reach

        reach(self._ready())

    def back_up(self, now: datetime, progress: Callable[[int, int], None] | None = None) -> bool:
        """Back up everything unless the day's file is there; tells whether one was made."""
        from sad_desktop.services import backup
        from sad_desktop.services.digital_documents import remove_unused  # cycle: it needs us

        if backup.daily(self._paths, self._ready(), now, progress) is None:
            return False
        remove_unused(self._ready(), now)  # after the backup that still has them
        return True

    @needs(Service.OFFICE)
    def back_up_to(
        self, file: Path, now: datetime, progress: Callable[[int, int], None] | None = None
    ) -> None:
        """Write a backup of everything into a file of the clerk's choice."""
        from sad_desktop.services import backup

        backup.make(self._paths, self._ready(), file, now, progress)

    @needs(Service.OFFICE)
    def move_to_server(
        self, url: str, now: datetime, progress: Callable[[int, int], None] | None = None
    ) -> dict[str, int]:
        """Copy the office to a server and compare every row; returns the rows by table."""
        from sad_desktop.services.server import move_office

        return move_office(self._ready(), url, now, progress)

    @needs(Service.OFFICE)
    def restore(
        self, file: Path, now: datetime, progress: Callable[[int, int], None] | None = None
    ) -> Path:
        """Put a backup in the place of everything, and return the one made of what was there.

        The settings have to be loaded anew afterwards. Raises FileRefused, NewerDatabase.
        """
        from sad_desktop.services.restore import restore

        former = restore(self._paths, self._ready(), file, now, progress)
        with self._opening:
            self._database = None
            self._opened.clear()
        return former

    def _ready(self) -> "Database":
        with self._opening:
            if self._database is None:
                self._database = self._open()
                self._rights = self._rights_of(self._database, None)
            return self._database

    def _rights_of(self, database: "Database", signed_in: User | None) -> Rights:
        """Return the rights of who signed in, as they are now."""
        from sad_desktop.database import users
        from sad_desktop.database.engine import reading

        with reading(database) as connection:
            user = users.find(connection, signed_in.id) if signed_in is not None else None
            return Rights(is_on=users.rules(connection).is_on, user=user)

    def _open(self) -> "Database":
        from sad_desktop.database.engine import connect, database_url
        from sad_desktop.database.upgrade import is_current, upgrade

        if not self._url and not self._only_reads:
            self._make_folder()
        if not self._url and self._only_reads and not self._paths.database.exists():
            raise ReadOnly
        database = connect(
            self._url or database_url(self._paths.database),
            password=password_of(self._url) if self._url else "",
            read_only=self._only_reads,
        )
        try:
            if self._only_reads:
                if not is_current(database):
                    raise ReadOnly
                return database
            upgrade(database, self._paths.backups, datetime.now(UTC))
        except BaseException:
            database.dispose()
            raise
        return database

    def _make_folder(self) -> None:
        try:
            self._paths.root.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
        except OSError as error:
            raise StorageUnavailable(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "The data folder {folder} cannot be made ({reason}). You can work on, but "
                    "declarations cannot be stored.",
                ),
                {"folder": self._paths.root, "reason": error.strerror or error},
            ) from error
