"""Copies of the SQLite database: dated, checked, rotated."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import Engine

from sad_desktop.errors import StorageUnavailable
from sad_desktop.text import QT_TRANSLATE_NOOP

DAILY_KEPT = 14
UPGRADES_KEPT = 5
_PAGES_AT_ONCE = 4096
_DAILY = re.compile(r"declarations-\d{4}-\d\d-\d\d\.sqlite3")
_UPGRADE = re.compile(r"declarations-\d{4}-\d\d-\d\d-\d{6}-before-upgrade-of-\d{4}\.sqlite3")

Progress = Callable[[int, int], None]
"""Called with the pages done and the pages in all; may raise to cancel."""


def daily(
    engine: Engine, backups: Path, today: date, progress: Progress | None = None
) -> Path | None:
    """Back up unless today's copy is there; returns the new copy.

    A database on a server is backed up there: None. Raises StorageUnavailable.
    """
    copy = backups / f"declarations-{today.isoformat()}.sqlite3"
    if engine.dialect.name != "sqlite" or copy.exists():
        return None
    _back_up(engine, copy, progress)
    _rotate(backups, _DAILY, DAILY_KEPT)
    return copy


def before_upgrade(engine: Engine, backups: Path, now: datetime, revision: str) -> Path | None:
    """Back up a database before its upgrade; returns None for a server, which rolls back."""
    if engine.dialect.name != "sqlite":
        return None
    moment = now.strftime("%Y-%m-%d-%H%M%S")
    copy = backups / f"declarations-{moment}-before-upgrade-of-{revision}.sqlite3"
    _back_up(engine, copy, None)
    _rotate(backups, _UPGRADE, UPGRADES_KEPT)
    return copy


def restore(engine: Engine, copy: Path) -> None:
    """Put a copy in the place of the database, in one transaction."""
    engine.dispose()
    with closing(_open(copy)) as good, closing(_open(_file(engine))) as damaged:
        good.backup(damaged)


def is_sound(engine: Engine) -> bool:
    """Tell whether the database file passes SQLite's own check."""
    with closing(_open(_file(engine))) as connection:
        return _is_sound(connection)


def _back_up(engine: Engine, copy: Path, progress: Progress | None) -> None:
    """Write a copy beside its name and rename it when it is whole and sound."""
    part = copy.with_suffix(".part")

    def report(_status: int, remaining: int, total: int) -> None:
        if progress is not None:
            progress(total - remaining, total)

    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(_open(_file(engine))) as live, closing(_open(part)) as target:
            target.execute("PRAGMA synchronous=FULL")
            live.backup(target, pages=_PAGES_AT_ONCE, progress=report, sleep=0.01)
            if not _is_sound(target):
                raise sqlite3.DatabaseError(part.name)
        part.replace(copy)
    except (OSError, sqlite3.Error) as error:
        raise _not_backed_up(copy.parent, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _rotate(backups: Path, kind: re.Pattern[str], kept: int) -> None:
    """Delete the oldest copies of one kind; names sort by date."""
    copies = sorted(path for path in backups.iterdir() if kind.fullmatch(path.name))
    for old in copies[:-kept]:
        with suppress(OSError):
            old.unlink()


def _is_sound(connection: sqlite3.Connection) -> bool:
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=10)


def _file(engine: Engine) -> Path:
    return Path(str(engine.url.database))


def _not_backed_up(folder: Path, error: Exception) -> StorageUnavailable:
    return StorageUnavailable(
        QT_TRANSLATE_NOOP(
            "UserError",
            "No backup could be written to {folder} ({reason}). The database was not touched.",
        ),
        {"folder": folder, "reason": error},
    )
