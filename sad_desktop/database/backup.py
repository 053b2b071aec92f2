"""Copies of the database: whole, checked; before an upgrade dated and rotated."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from sad_desktop.errors import StorageUnavailable
from sad_desktop.text import QT_TRANSLATE_NOOP

UPGRADES_KEPT = 5
_PAGES_AT_ONCE = 4096
_UPGRADE = re.compile(r"declarations-\d{4}-\d\d-\d\d-\d{6}-before-upgrade-of-\d{4}\.sqlite3")

Progress = Callable[[int, int], None]
"""Called with the pages done and the pages in all; may raise to cancel."""


def snapshot(engine: Engine, copy: Path, progress: Progress | None = None) -> None:
    """Copy a SQLite database as it stands now, while others work on it; whole and sound, or not.

    Raises StorageUnavailable, and what ``progress`` raises; no part of a copy is left then.
    """
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
        raise not_backed_up(copy.parent, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def before_upgrade(engine: Engine, backups: Path, now: datetime, revision: str) -> Path | None:
    """Back up a database before its upgrade; returns None for a server, which rolls back."""
    if engine.dialect.name != "sqlite":
        return None
    moment = now.strftime("%Y-%m-%d-%H%M%S")
    copy = backups / f"declarations-{moment}-before-upgrade-of-{revision}.sqlite3"
    snapshot(engine, copy)
    rotate(backups, _UPGRADE, UPGRADES_KEPT)
    return copy


def restore(engine: Engine, copy: Path) -> None:
    """Put a copy in the place of the database, in one transaction."""
    engine.dispose()
    with closing(_open(copy)) as good, closing(_open(_file(engine))) as damaged:
        good.backup(damaged)


def is_sound(engine: Engine) -> bool:
    """Tell whether the database file passes SQLite's own check."""
    return is_sound_file(_file(engine))


def is_sound_file(path: Path) -> bool:
    """Tell whether a file is a SQLite database that passes SQLite's own check."""
    with closing(_open(path)) as connection:
        return _is_sound(connection)


def revision_in(path: Path) -> str:
    """Return the revision of a sound database file, "" when it holds no office."""
    with closing(_open(path)) as connection, suppress(sqlite3.DatabaseError):
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return str(found[0]) if found else ""
    return ""


def rotate(backups: Path, kind: re.Pattern[str], kept: int) -> None:
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


def not_backed_up(folder: Path, error: object) -> StorageUnavailable:
    """Return what is said when a folder takes no backup."""
    return StorageUnavailable(
        QT_TRANSLATE_NOOP(
            "UserError",
            "No backup could be written to {folder} ({reason}). The database was not touched.",
        ),
        {"folder": folder, "reason": error},
    )
