"""A folder nobody may write to, also when the tests run as root."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Make a folder read-only for the block; root acts as somebody to whom rights apply."""
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o755)
