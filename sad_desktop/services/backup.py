"""A backup of everything as one file: the office's database, its documents and the settings.

The file is a ZIP archive anybody can look into. ``backup.json`` in it says what the others are
and what their bytes add up to, so that a damaged file is known before anything is replaced.
"""

import hashlib
import json
import logging
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any

import sad_desktop
from sad_desktop.errors import FileRefused, StorageUnavailable
from sad_desktop.paths import Paths
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sad_desktop.database.engine import Database

logger = logging.getLogger(__name__)

FORMAT = 1
CONTENTS = "backup.json"
DAILY_KEPT = 14
_DAILY = re.compile(r"office-\d{4}-\d\d-\d\d\.zip")
_BEFORE_RESTORE = re.compile(r"office-\d{4}-\d\d-\d\d-\d{6}-before-restore\.zip")
_BEFORE_RESTORE_KEPT = 3
_AT_ONCE = 1 << 20
_PACKED = frozenset({".jpg", ".jpeg", ".png", ".pdf", ".zip", ".xlsx", ".docx", ".webp", ".source"})
_SPOILT = (
    zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError,
    OverflowError, RuntimeError, ValueError,
)  # fmt: skip
"""What reading a damaged archive, or one of another program, raises."""

Progress = Callable[[int, int], None]
"""Called with the bytes done and the bytes in all; may raise to cancel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a backup holds: its files by name, with size in bytes and SHA-256 in hexadecimal.

    ``of_server`` is true where the office's database was on a server when it was made.
    """

    program: str
    made_at: datetime
    of_server: bool
    files: Mapping[str, tuple[int, str]]

    @property
    def size(self) -> int:
        """The bytes it takes unpacked."""
        return sum(size for size, _digest in self.files.values())


def daily(
    paths: Paths, database: "Database", now: datetime, progress: Progress | None = None
) -> Path | None:
    """Back up unless the day's file is there; returns the new one. Raises StorageUnavailable.

    The oldest of more than 14 go. A clock that was set back makes no second file of a day.
    """
    file = paths.backups / f"office-{now.date().isoformat()}.zip"
    if file.exists():
        return None
    make(paths, database, file, now, progress)
    _rotate(paths, _DAILY, DAILY_KEPT)
    return file


def newest(paths: Paths) -> Path | None:
    """Return the newest backup of a day, None where there is none."""
    try:
        found = [path for path in paths.backups.iterdir() if _DAILY.fullmatch(path.name)]
    except OSError:
        return None
    return max(found, default=None, key=lambda path: path.name)


def before_restore(paths: Paths, database: "Database", now: datetime) -> Path:
    """Back up what a restore is about to replace; raises StorageUnavailable."""
    file = paths.backups / f"office-{now:%Y-%m-%d-%H%M%S}-before-restore.zip"
    make(paths, database, file, now)
    _rotate(paths, _BEFORE_RESTORE, _BEFORE_RESTORE_KEPT)
    return file


def make(
    paths: Paths,
    database: "Database",
    file: Path,
    now: datetime,
    progress: Progress | None = None,
) -> None:
    """Write everything into a file that is whole or not there; raises StorageUnavailable.

    The database is copied as it stands at one moment; others may go on working on it.
    """
    part = file.with_name(f"{file.name}.part")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(dir=file.parent, prefix="snapshot-") as folder:
            copy = _copied(database, Path(folder))
            sources = {paths.database.name: copy, **dict(_files(paths))}
            with part.open("wb") as stream:
                _write(stream, sources, database, now, progress)
                stream.flush()
                os.fsync(stream.fileno())
        check(part)
        part.replace(file)
    except OSError as error:
        raise _not_made(file.parent, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    logger.info("backed up %s files", len(sources))


def check(file: Path, progress: Progress | None = None) -> Contents:
    """Read a backup through and return what it holds; raises FileRefused when it is not whole."""
    contents = contents_of(file)
    done = 0
    with opened(file) as archive:
        for name in contents.files:
            for chunk in chunks(archive, contents, name):
                done += len(chunk)
                if progress is not None:
                    progress(done, contents.size)
    return contents


def contents_of(file: Path) -> Contents:
    """Return what a backup says it holds; raises FileRefused for any other file."""
    try:
        with zipfile.ZipFile(file) as archive:
            plain = json.loads(archive.read(CONTENTS))
    except (*_SPOILT, RecursionError) as error:
        raise _refused(file) from error
    match plain:
        case {"format": int(written_as)} if written_as > FORMAT:
            raise _newer(file, str(plain.get("program", "")))
        case {
            "format": int(),
            "program": str(program),
            "made_at": str(made_at),
            "of_server": bool(of_server),
            "files": dict(files),
        }:
            try:
                return Contents(
                    program=program,
                    made_at=datetime.fromisoformat(made_at),
                    of_server=of_server,
                    files={_safe(name): _sum(found) for name, found in files.items()},
                )
            except ValueError as error:
                raise _refused(file) from error
    raise _refused(file)


@contextmanager
def opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """Open a backup to read its ``chunks``; raises FileRefused."""
    try:
        archive = zipfile.ZipFile(file)
    except _SPOILT as error:
        raise _refused(file) from error
    with archive:
        yield archive


def chunks(archive: zipfile.ZipFile, contents: Contents, name: str) -> Iterator[bytes]:
    """Yield the bytes of one file of a backup; raises FileRefused when they are not as made."""
    file = Path(str(archive.filename))
    size, digest = contents.files[name]
    summed = hashlib.sha256()
    left = size
    try:
        if archive.getinfo(name).compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _refused(file)
        with archive.open(name) as packed:
            while chunk := packed.read(min(_AT_ONCE, left + 1)):
                left -= len(chunk)
                if left < 0:
                    raise _refused(file)
                summed.update(chunk)
                yield chunk
    except _SPOILT as error:
        raise _refused(file) from error
    if left or summed.hexdigest() != digest:
        raise _refused(file)


def belongs(paths: Paths, name: str) -> bool:
    """Tell whether an entry of the data folder is part of the office, by its name.

    Everything is, whatever later versions put there, but the backups themselves, the logs, the
    lock, what a restore left, and the database, which is copied as one.
    """
    left_out = {paths.backups.name, paths.logs.name, paths.lock.name, paths.database.name}
    if name in left_out or name.startswith((f"{paths.database.name}-", "restore.", ".")):
        return False
    return not name.endswith((".part", ".damaged"))


def _files(paths: Paths) -> Iterator[tuple[str, Path]]:
    """Yield every file of the office but its database, by its name in the backup."""
    for entry in sorted(paths.root.iterdir()):
        if not belongs(paths, entry.name):
            continue
        for path in sorted(entry.rglob("*")) if entry.is_dir() else [entry]:
            if path.is_file() and not path.is_symlink() and not path.name.endswith(".part"):
                yield path.relative_to(paths.root).as_posix(), path


def _copied(database: "Database", folder: Path) -> Path:
    from sad_desktop.database import transfer  # start-up cost

    copy = folder / "declarations.sqlite3"
    transfer.into_file(database, copy)
    return copy


def _write(
    stream: IO[bytes],
    sources: Mapping[str, Path],
    database: "Database",
    now: datetime,
    progress: Progress | None,
) -> None:
    sums: dict[str, tuple[int, str]] = {}
    total = sum(path.stat().st_size for path in sources.values() if path.exists())
    done = 0
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, path in sources.items():
            try:
                source = path.open("rb")
            except FileNotFoundError:
                continue  # a draft was stored meanwhile, and its journal is gone
            is_packed = path.suffix.lower() in _PACKED
            entry = zipfile.ZipInfo(name, now.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            summed = hashlib.sha256()
            size = 0
            with source, archive.open(entry, "w", force_zip64=True) as target:
                while chunk := source.read(_AT_ONCE):
                    target.write(chunk)
                    summed.update(chunk)
                    size += len(chunk)
                    if progress is not None:
                        progress(min(done + size, total), total)
            done += size
            sums[name] = (size, summed.hexdigest())
        plain = {
            "format": FORMAT,
            "program": sad_desktop.__version__,
            "made_at": now.isoformat(timespec="seconds"),
            "of_server": database.dialect.name != "sqlite",
            "files": sums,
        }
        archive.writestr(CONTENTS, json.dumps(plain, ensure_ascii=False, indent=1))


def _rotate(paths: Paths, kind: re.Pattern[str], kept: int) -> None:
    from sad_desktop.database.backup import rotate  # start-up cost

    rotate(paths.backups, kind, kept)


def _safe(name: str) -> str:
    """Return a name inside a backup; raises ValueError for one that leads elsewhere."""
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or "\\" in name or ":" in name:
        raise ValueError(name)
    return path.as_posix()


def _sum(plain: Any) -> tuple[int, str]:
    match plain:
        case [int(size), str(digest)] if size >= 0:
            return size, digest
    raise ValueError(plain)


def _refused(file: Path) -> FileRefused:
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{file} is no backup of this program, or it is damaged. Nothing was changed: choose "
            "another backup.",
        ),
        {"file": file.name},
    )


def _newer(file: Path, program: str) -> FileRefused:
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{file} was made by a newer version of the program ({program}). Install that version "
            "first; nothing was changed.",
        ),
        {"file": file.name, "program": program},
    )


def _not_made(folder: Path, error: OSError) -> StorageUnavailable:
    return StorageUnavailable(
        QT_TRANSLATE_NOOP(
            "UserError",
            "No backup could be written to {folder} ({reason}). Make room there or choose another "
            "folder; what is stored is not touched.",
        ),
        {"folder": folder, "reason": error.strerror or error},
    )
