"""The program's log: what the clerk did and how it went, never a name, an amount or a tax number.

INFO says what was done ("stored declaration …"), DEBUG how.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILES = 5
BYTES_PER_FILE = 1_000_000
NAME = "sad-desktop.log"
_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_QUIET = ("sqlalchemy", "alembic", "psycopg", "PIL", "pypdf")
"""Libraries whose INFO may quote what they were given."""


@contextmanager
def logging_to(folder: Path, level: int = logging.INFO) -> Iterator[bool]:
    """Write the log into a folder while the program runs.

    Gives False where the folder cannot be written to: the program runs all the same.
    """
    root = logging.getLogger()
    former = root.level
    log = _rotating(folder)
    root.setLevel(level)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    if log is not None:
        root.addHandler(log)
    try:
        yield log is not None
    finally:
        root.setLevel(former)
        if log is not None:
            root.removeHandler(log)
            with suppress(OSError):  # what a full disk does not take is let go
                log.close()


def fault_file(folder: Path) -> Path:
    """Return the file a crash of the interpreter is written to."""
    return folder / "fault.log"


class _Rotating(RotatingFileHandler):
    """A rotating file that gives up silently on a full disk: a log must not stop a clerk."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - of logging
        """Let the line go."""


def _rotating(folder: Path) -> RotatingFileHandler | None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        log = _Rotating(
            folder / NAME, maxBytes=BYTES_PER_FILE, backupCount=FILES - 1, encoding="utf-8"
        )
    except OSError:
        return None
    log.setFormatter(logging.Formatter(_LINE))
    return log
