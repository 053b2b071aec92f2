"""Which files a choice of files and folders means: declarations, in a fixed order."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

SUFFIXES = frozenset({".xml", ".sad"})
"""Endings of files that may be declarations, looked for in folders."""


def files_below(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return files as they are given, and of folders every declaration below, each once.

    Links to folders are not followed: they may lead in a circle. Folders nobody may read are
    passed by.
    """
    found: dict[Path, None] = {}
    for path in paths:
        for file in _of_folder(path) if path.is_dir() else (path,):
            found[file] = None
    return tuple(found)


def _of_folder(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(root, name)
