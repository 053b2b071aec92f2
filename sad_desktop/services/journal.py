"""The recovery journal: each open declaration's newest state, safe on disk after a kill."""

import errno
import hashlib
import json
import re
import threading
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import sad_desktop
from sad_desktop.database.plain import Unfit, draft_from, place_from, plain_draft, plain_place
from sad_desktop.declaration.draft import Draft, Place, Source
from sad_desktop.errors import StorageUnavailable, UserError
from sad_desktop.paths import Paths
from sad_desktop.settings import replace_file
from sad_desktop.text import QT_TRANSLATE_NOOP

FORMAT = 1
_DOCUMENT = re.compile(r"[\w-]+")
_QUICK = 1  # zlib level
_DAMAGED = ".damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """A draft the last run left unsaved.

    ``base_version`` is the stored version it began with (0: never stored); ``focused`` the field
    that was being typed in, with the text as it stood; ``written`` is in UTC.
    """

    document: str
    draft: Draft
    base_version: int
    focused: tuple[Place, str] | None
    program: str
    written: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery:
    """What a start finds: the drafts, newest first, and what to tell about files not understood."""

    drafts: tuple[Recovered, ...] = ()
    notices: tuple[UserError, ...] = ()


class _Newer(ValueError):
    """A journal of a newer version of the program."""


class Journal:
    """Writes and reads ``recovery/<document>.json``; safe to use from several threads.

    The source of a draft, which never changes, is written once beside it, named by its digest.
    """

    def __init__(self, paths: Paths) -> None:
        self._folder = paths.recovery
        self._writing = threading.Lock()
        self._sources: dict[str, tuple[Source, str]] = {}

    def write(
        self,
        document: str,
        draft: Draft,
        base_version: int,
        focused: tuple[Place, str] | None = None,
    ) -> None:
        """Put a draft safely on disk in place of its former state; raises StorageUnavailable.

        When it returns, the state survives a kill and a power cut; when it raises, the state
        written before is still there.
        """
        with self._writing:
            try:
                self._folder.mkdir(parents=True, exist_ok=True)
                digest = self._write_source(document, draft.source)
                text = to_json(draft, base_version, focused, digest)
                replace_file(self._journal(document), text.encode("ascii"))
            except OSError as error:
                raise _not_written(self._folder, error) from error

    def discard(self, document: str) -> None:
        """Remove a draft's journal: it was stored, or closed without saving."""
        with self._writing:
            self._sources.pop(document, None)
            with suppress(OSError):
                self._journal(document).unlink(missing_ok=True)
                for pattern in ("*.source", "*.part"):
                    for left in self._folder.glob(f"{document}.{pattern}"):
                        left.unlink(missing_ok=True)

    def recovered(self) -> Recovery:
        """Return what the last run left; a file that is not understood is kept under another name.

        Never raises for what is on disk: the program starts whatever lies there.
        """
        try:
            found = sorted(self._folder.glob("*.json"), key=_age, reverse=True)
        except OSError as error:
            return Recovery(notices=(_not_readable(self._folder, error),))
        drafts: list[Recovered] = []
        notices: list[UserError] = []
        for path in found:
            try:
                drafts.append(self._read(path, notices))
            except _Newer:
                notices.append(_newer(path))
            except OSError as error:
                notices.append(_not_readable(path, error))
            except (ValueError, RecursionError):
                notices.append(_damaged(_kept_aside(path)))
        return Recovery(drafts=tuple(drafts), notices=tuple(notices))

    def _read(self, path: Path, notices: list[UserError]) -> Recovered:
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        plain = json.loads(path.read_text("ascii"))
        content = None
        digest = plain.get("digest") if isinstance(plain, dict) else None
        if digest:
            content = _read_source(self._source(path.stem, str(digest)), str(digest))
            if content is None:
                notices.append(_without_source(path))
        draft, base_version, focused, program = from_json(plain, content)
        return Recovered(
            document=path.stem,
            draft=draft,
            base_version=base_version,
            focused=focused,
            program=program,
            written=written,
        )

    def _write_source(self, document: str, source: Source | None) -> str:
        if source is None:
            return ""
        known = self._sources.get(document)
        if known is not None and known[0] is source:
            return known[1]
        digest = hashlib.sha256(source.content).hexdigest()
        path = self._source(document, digest)
        if not path.exists():
            replace_file(path, zlib.compress(source.content, _QUICK))
        self._sources[document] = (source, digest)
        return digest

    def _journal(self, document: str) -> Path:
        if not _DOCUMENT.fullmatch(document):
            raise ValueError(document)
        return self._folder / f"{document}.json"

    def _source(self, document: str, digest: str) -> Path:
        return self._folder / f"{document}.{digest[:16]}.source"


def to_json(
    draft: Draft, base_version: int, focused: tuple[Place, str] | None, digest: str = ""
) -> str:
    """Return a draft and what goes with it as JSON in ASCII; the source goes by its digest."""
    plain = {
        "format": FORMAT,
        "program": sad_desktop.__version__,
        "base_version": base_version,
        "focused": [*plain_place(focused[0]), focused[1]] if focused else None,
        "digest": digest,
        "draft": plain_draft(draft),
    }
    return json.dumps(plain, separators=(",", ":"))


def from_json(
    plain: Any, content: bytes | None = None
) -> tuple[Draft, int, tuple[Place, str] | None, str]:
    """Return the draft, its base version, the field being typed in, and the writer's version.

    Takes what ``json.loads`` made of ``to_json``, and the source's content; raises ValueError.
    """
    match plain:
        case {"format": int(written_as)} if written_as > FORMAT:
            raise _Newer
        case {
            "format": int(),
            "program": str(program),
            "base_version": int(base_version),
            "focused": focused,
            "draft": draft,
        }:
            return draft_from(draft, content), base_version, _focused(focused), program
    raise Unfit(plain)


def _focused(plain: object) -> tuple[Place, str] | None:
    match plain:
        case None:
            return None
        case [*place, str(typed)]:
            return place_from(place), typed
    raise Unfit(plain)


def _read_source(path: Path, digest: str) -> bytes | None:
    """Return the content of a source file, None when it is gone or not the one written."""
    try:
        content = zlib.decompress(path.read_bytes())
    except (OSError, zlib.error):
        return None
    return content if hashlib.sha256(content).hexdigest() == digest else None


def _kept_aside(path: Path) -> Path:
    """Give a file that is not understood a name that is not read again."""
    aside = path.with_suffix(_DAMAGED)
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_suffix(f"{_DAMAGED}-{number}")
    try:
        return path.rename(aside)
    except OSError:
        return path


def _age(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _not_written(folder: Path, error: OSError) -> StorageUnavailable:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StorageUnavailable(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The disk of {folder} is full. You can work on, but what you key now is kept in "
                "memory only: make room.",
            ),
            {"folder": folder},
        )
    return StorageUnavailable(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The recovery folder {folder} cannot be written to ({reason}). You can work on, but "
            "what you key now is kept in memory only.",
        ),
        {"folder": folder, "reason": error.strerror or error},
    )


def _not_readable(path: Path, error: OSError) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "UserError", "The recovery file {path} cannot be read now ({reason}); it is kept."
        ),
        {"path": path, "reason": error.strerror or error},
    )


def _damaged(path: Path) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "UserError", "A recovery file is damaged and could not be opened; it is kept as {path}."
        ),
        {"path": path},
    )


def _newer(path: Path) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The recovery file {path} was written by a newer version of the program; it is kept "
            "for that version.",
        ),
        {"path": path},
    )


def _without_source(path: Path) -> UserError:
    return UserError(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The draft in {path} is recovered, but the file it was imported from is damaged; "
            "what is exported holds the fields of the form only.",
        ),
        {"path": path},
    )
