"""Files written where the user chose: whole or not at all."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path


def save_whole(content: bytes, path: Path) -> None:
    """Put content in the place of a file through a finished one beside it.

    A file that is replaced keeps its rights, a link its place. Raises OSError, also for a name no
    system has; what was there before stays then, and nothing is left beside it.
    """
    unfinished: Path | None = None
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            raise OSError(errno.EINVAL, "It is not a file")
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:80]}.")
        unfinished = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(_mode_of(target))
        unfinished.replace(target)
    except (OSError, ValueError) as error:
        if unfinished is not None:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise
        raise OSError(errno.EINVAL, str(error)) from error  # a name with a NUL in it


def _mode_of(target: Path) -> int:
    """Return the rights of the file that is replaced, else those a new file gets."""
    with suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask
