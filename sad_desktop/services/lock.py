"""The lock of a data folder: one running program writes there, a second one is told which."""

import os
import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from sad_desktop.errors import StorageUnavailable, UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

PRIVATE = 0o700  # what a client declares is nobody else's on this machine
_LOCKED_BYTE = 1 << 20  # far behind the text: Windows lets nobody read a locked byte


class AlreadyRunning(UserError):
    """Another copy of the program is using the data folder."""


class FolderLock:
    """Holds a lock file through the operating system, so that a killed program holds nothing."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None

    @property
    def is_held(self) -> bool:
        """True between ``acquire`` and ``release``."""
        return self._file is not None

    def acquire(self) -> None:
        """Take the lock; raises AlreadyRunning, or StorageUnavailable where nothing can be kept."""
        if self._file is not None:
            return
        try:
            self._path.parent.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise _unusable(self._path.parent, error) from error
        file = os.fdopen(descriptor, "r+b")
        try:
            _lock(file)
        except OSError as error:
            holder = _read_holder(file)
            file.close()
            raise _taken(self._path.parent, holder) from error
        self._file = file
        with suppress(OSError):  # a full disk: the lock holds without our name in it
            file.truncate(0)
            file.write(f"{os.getpid()}\n{socket.gethostname()}\n".encode())
            file.flush()

    def release(self) -> None:
        """Let the lock go; the file stays, empty, since deleting it could race with another."""
        if self._file is None:
            return
        with suppress(OSError):
            self._file.truncate(0)
        self._file.close()
        self._file = None


if sys.platform == "win32":
    import msvcrt

    def _lock(file: BinaryIO) -> None:
        file.seek(_LOCKED_BYTE)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)

else:
    import fcntl

    def _lock(file: BinaryIO) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _read_holder(file: BinaryIO) -> tuple[str, str]:
    """Return the process number and the machine of who holds the lock, as far as it says."""
    try:
        lines = file.read(_LOCKED_BYTE).decode("utf-8", "replace").splitlines()
    except OSError:
        lines = []
    process, machine, *_ = [*lines, "?", "?"]
    return process, machine


def _taken(folder: Path, holder: tuple[str, str]) -> AlreadyRunning:
    process, machine = holder
    return AlreadyRunning(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The program is already running with the data folder {folder} (process {process} on "
            "{machine}). Go on there, or close it first.",
        ),
        {"folder": folder, "process": process, "machine": machine},
    )


def _unusable(folder: Path, error: OSError) -> StorageUnavailable:
    return StorageUnavailable(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The data folder {folder} cannot be written to ({reason}). You can work on, but "
            "nothing is kept when the program ends.",
        ),
        {"folder": folder, "reason": error.strerror or error},
    )
