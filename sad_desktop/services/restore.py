"""Put a backup in the place of everything: wholly, or not at all, whenever the power goes.

The backup is unpacked beside the office and read through first. Then one small file,
``restore.json``, says that it counts from now on; what follows are renames that a later start
goes on with. Before that file is written, the office is the former one; after it, the restored.
"""

import json
import logging
import os
import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sad_desktop.errors import FileRefused, NewerDatabase, StorageUnavailable
from sad_desktop.paths import Paths
from sad_desktop.services import backup
from sad_desktop.services.backup import Contents, Progress
from sad_desktop.services.lock import AlreadyRunning, FolderLock
from sad_desktop.settings import replace_file
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sad_desktop.database.engine import Database

logger = logging.getLogger(__name__)

_SPARE = 50_000_000  # bytes left free on the disk
_UNPACKED, _FORMER = "restore.new", "restore.former"


def restore(
    paths: Paths,
    database: "Database",
    file: Path,
    now: datetime,
    progress: Progress | None = None,
) -> Path:
    """Replace the office by a backup; returns the backup that was made of the former one.

    Nobody else may work on the data folder, and ``database`` is closed here: open it anew. An
    office on a server is left alone there; the restored one is in the data folder.
    Raises FileRefused, NewerDatabase, StorageUnavailable; nothing has changed then.
    """
    contents = backup.contents_of(file)
    former = backup.before_restore(paths, database, now)
    try:
        _forget(paths)
        _unpack(paths, file, contents, progress)
        _see_to_database(paths, file)
        _see_to_settings(paths, contents)
        database.dispose()
        _sync(paths.root / _UNPACKED)
        _mark(paths, is_moved_aside=False)
    except OSError as error:
        raise _not_restored(paths, error) from error
    finally:
        if not paths.restoring.exists():
            with suppress(OSError):
                _forget(paths)
    finish(paths)
    logger.info("restored %s files", len(contents.files))
    return former


def finish(paths: Paths) -> bool:
    """Go on with a restore that was cut short; tells whether there was one.

    To be called before anything else is read from the data folder. Raises StorageUnavailable
    when the folder cannot be changed; the next start tries again.
    """
    try:
        if not paths.restoring.exists():
            _forget(paths)
            return False
        _replace(paths)
        paths.restoring.unlink()
        _forget(paths)
    except OSError as error:
        raise _not_finished(paths, error) from error
    return True


def finish_alone(paths: Paths) -> None:
    """Go on with a restore that was cut short, before the settings are read.

    Where another program has the folder, it does so itself. Raises StorageUnavailable.
    """
    lock = FolderLock(paths.lock)
    with suppress(AlreadyRunning):
        lock.acquire()
        try:
            finish(paths)
        finally:
            lock.release()


def _unpack(paths: Paths, file: Path, contents: Contents, progress: Progress | None) -> None:
    root = paths.root / _UNPACKED
    if shutil.disk_usage(paths.root).free < contents.size + _SPARE:
        raise _no_room(paths, contents.size + _SPARE)
    root.mkdir(mode=0o700)
    done = 0
    with backup.opened(file) as archive:
        for name in contents.files:
            target = root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
            with os.fdopen(descriptor, "wb") as unpacked:
                for chunk in backup.chunks(archive, contents, name):
                    unpacked.write(chunk)
                    done += len(chunk)
                    if progress is not None:
                        progress(done, contents.size)
                unpacked.flush()
                os.fsync(unpacked.fileno())


def _see_to_database(paths: Paths, file: Path) -> None:
    """Refuse a backup whose database is damaged, absent, or of a newer program."""
    from sad_desktop.database.backup import is_sound_file, revision_in  # start-up cost
    from sad_desktop.database.upgrade import known_revisions, scripts

    found = paths.root / _UNPACKED / paths.database.name
    revision = revision_in(found) if found.exists() and is_sound_file(found) else ""
    if not revision:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The database in {file} is damaged. Nothing was changed: choose another backup.",
            ),
            {"file": file.name},
        )
    known = known_revisions(scripts())
    if revision not in known:
        raise NewerDatabase(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The backup {file} was made by a newer version of the program (its revision is "
                "{revision}, this program knows {newest}). Install the newer version.",
            ),
            {"file": file.name, "revision": revision, "newest": known[-1]},
        )


def _see_to_settings(paths: Paths, contents: Contents) -> None:
    """Let the settings of an office on a server name the file it is restored to."""
    file = paths.root / _UNPACKED / paths.settings.name
    if not contents.of_server or not file.exists():
        return
    with suppress(ValueError, KeyError, TypeError):
        plain = json.loads(file.read_bytes())
        plain["settings"]["database_url"] = ""
        replace_file(file, json.dumps(plain, ensure_ascii=False, indent=2).encode())


def _replace(paths: Paths) -> None:
    """Move the office's entries aside and the unpacked ones in; may be begun again anywhere."""
    unpacked, former = paths.root / _UNPACKED, paths.root / _FORMER
    former.mkdir(exist_ok=True)
    if not json.loads(paths.restoring.read_bytes())["is_moved_aside"]:
        for entry in sorted(paths.root.iterdir()):
            name = entry.name
            is_database = name == paths.database.name or name.startswith(f"{paths.database.name}-")
            if is_database or backup.belongs(paths, name):
                entry.rename(former / name)
        _mark(paths, is_moved_aside=True)  # what stands there from now on is restored
    if unpacked.exists():
        for entry in sorted(unpacked.iterdir()):
            entry.replace(paths.root / entry.name)


def _mark(paths: Paths, *, is_moved_aside: bool) -> None:
    replace_file(paths.restoring, json.dumps({"is_moved_aside": is_moved_aside}).encode())


def _sync(folder: Path) -> None:
    """Have the disk hold the names of what was unpacked, not its bytes alone."""
    if os.name != "posix":
        return  # Windows writes a folder with its files and opens no folders
    for path in (folder, *(one for one in folder.rglob("*") if one.is_dir())):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _forget(paths: Paths) -> None:
    """Delete what was unpacked or moved aside."""
    for name in (_UNPACKED, _FORMER):
        folder = paths.root / name
        if folder.exists():
            shutil.rmtree(folder)
    paths.restoring.with_name(f"{paths.restoring.name}.part").unlink(missing_ok=True)


def _no_room(paths: Paths, wanted: int) -> StorageUnavailable:
    return StorageUnavailable(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The disk of {folder} has no room for the backup: {megabytes} MB are needed. Make "
            "room; nothing was changed.",
        ),
        {"folder": paths.root, "megabytes": wanted // 1_000_000 + 1},
    )


def _not_restored(paths: Paths, error: OSError) -> StorageUnavailable:
    return StorageUnavailable(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The backup could not be put into {folder} ({reason}). Everything is as it was.",
        ),
        {"folder": paths.root, "reason": error.strerror or error},
    )


def _not_finished(paths: Paths, error: OSError) -> StorageUnavailable:
    return StorageUnavailable(
        QT_TRANSLATE_NOOP(
            "UserError",
            "A restored backup could not be put in its place in {folder} ({reason}). Nothing is "
            "lost: free the folder and start the program again.",
        ),
        {"folder": paths.root, "reason": error.strerror or error},
    )


_BINARY = getattr(os, "O_BINARY", 0)  # Windows would else end lines its own way
