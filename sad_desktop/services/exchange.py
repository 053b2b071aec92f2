"""Declarations as files: opened whole or refused in a sentence, written whole or not at all."""

from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

from sad_desktop.declaration.draft import Draft, Source
from sad_desktop.declaration.figures import Figures
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import FileRefused, StorageUnavailable, UserError
from sad_desktop.services.saved_files import save_whole
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sad_desktop.xml.kept import Kept
    from sad_desktop.xml.losses import Loss

NATIVE_SUFFIX = ".sad"
"""The ending of the program's own files; any other is written in the format of customs."""


def open_file(path: Path) -> Draft:
    """Return the declaration of a file; raises FileRefused, or UserError when it cannot be read."""
    return read_content(content_of(path), path.name)


def read_content(content: bytes, name: str) -> Draft:
    """Return the declaration that bytes hold; raises FileRefused."""
    from sad_desktop.xml.dialects import read_any  # lxml is loaded at the first file

    return read_any(content, name)


def kept_of(source: Source | None) -> "tuple[Kept, ...]":
    """Return what the file of a draft says beyond its fields; it is kept and written back."""
    from sad_desktop.xml.dialects import ASYCUDA  # lxml is loaded at the first file
    from sad_desktop.xml.kept import kept

    if source is None or source.dialect != ASYCUDA.name:
        return ()
    return kept(source.content, source.name)


def losses_of(draft: Draft, path: Path) -> "tuple[Loss, ...]":
    """Return what would not arrive whole if a draft were saved as this file; it is only told."""
    from sad_desktop.xml.limits import ASYCUDA_LIMITS, limits_of  # start-up cost
    from sad_desktop.xml.losses import losses

    if path.suffix.lower() == NATIVE_SUFFIX:
        return ()
    return losses(draft, limits_of(ASYCUDA_LIMITS))


def save_file(draft: Draft, figures: Figures | None, path: Path) -> None:
    """Write a declaration whole or not at all; what was there before stays when it fails.

    ``figures`` are the computed ones. Raises StorageUnavailable, and FileRefused when the file
    the declaration came from is damaged.
    """
    from sad_desktop.xml.dialects import ASYCUDA, NATIVE  # lxml is loaded at the first file

    dialect = NATIVE if path.suffix.lower() == NATIVE_SUFFIX else ASYCUDA
    save_content(dialect.write(draft, figures), path)


def content_of(path: Path) -> bytes:
    """Return the bytes of a file; raises FileRefused, and UserError when it cannot be read."""
    from sad_desktop.xml.admission import LARGEST_FILE  # lxml is loaded at the first file

    try:
        mode = path.stat().st_mode
        if not S_ISREG(mode):
            raise _no_file(path, is_folder=S_ISDIR(mode))
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise UserError(
            QT_TRANSLATE_NOOP("UserError", "{path} was not opened: there is no such file."),
            {"path": path},
        ) from error
    except PermissionError as error:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError", "{path} was not opened: you may not read it. Ask for the right to."
            ),
            {"path": path},
        ) from error
    except (OSError, ValueError) as error:  # ValueError: a name no system has, with a NUL in it
        raise UserError(
            QT_TRANSLATE_NOOP("UserError", "{path} was not opened: {reason}."),
            {"path": path, "reason": getattr(error, "strerror", None) or error},
        ) from error
    return content


def _no_file(path: Path, *, is_folder: bool) -> FileRefused:
    if is_folder:
        message = QT_TRANSLATE_NOOP(
            "UserError", "{path} was not opened: it is a folder. Choose a file in it."
        )
    else:
        message = QT_TRANSLATE_NOOP("UserError", "{path} was not opened: it is no file.")
    return FileRefused(message, {"path": path})


def save_content(content: bytes, path: Path) -> None:
    """Write a file whole or not at all; what was there before stays when it fails.

    Raises StorageUnavailable.
    """
    try:
        save_whole(content, path)
    except OSError as error:
        raise StorageUnavailable(
            QT_TRANSLATE_NOOP(
                "UserError",
                "{path} was not written: {reason}. Choose another folder, or close the program "
                "that has it open.",
            ),
            {"path": path, "reason": error.strerror or error},
        ) from error


def as_read(source: Source | None) -> Declaration | None:
    """Return the declaration as its file says it, before any edit; None without a file."""
    return None if source is None else read_content(source.content, source.name).declaration
