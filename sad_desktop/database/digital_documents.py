"""The files of digital documents: each once, by its content, and verified whenever it is read.

Beside a SQLite database they stand in a folder, on a server in a table. What was a server's is
read out of the table also where a backup of it was restored beside a SQLite database.
"""

import hashlib
import logging
import zlib
from collections.abc import Collection, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, exists, insert, select, update

from sad_desktop.brokerage.digital_documents import DigitalDocument, is_digest
from sad_desktop.database.digital_document_tables import (
    digital_document_parts,
    digital_documents,
)
from sad_desktop.database.engine import Turn, reading, take_turn, writing
from sad_desktop.database.life_tables import versions
from sad_desktop.database.schema import row_tables
from sad_desktop.declaration.draft import Rows
from sad_desktop.errors import StorageUnavailable, UserError
from sad_desktop.settings import replace_file
from sad_desktop.text import QT_TRANSLATE_NOOP

logger = logging.getLogger(__name__)

_FOLDER = "documents"
_PART = 65_536
_AT_ONCE = 500
_PRIVATE = 0o700


def keep(
    engine: Engine, document: DigitalDocument, content: bytes, *, user: str, at: datetime
) -> None:
    """Keep a file that was examined, once, or mend the one that is there.

    Raises StorageUnavailable, ReadOnly; nothing is kept then.
    """
    with writing(engine) as connection:
        take_turn(connection, Turn.FILES)
        _put_row(connection, document, user, at)
        if engine.dialect.name != "sqlite":
            if b"".join(_parts(connection, document.digest)) != content:
                _put_parts(connection, document.digest, content)
            return
        _put_file(_file(engine, document.digest, document.kind), content)


def content_of(engine: Engine, digest: str) -> bytes:
    """Return the content of a file, verified; raises UserError when it is absent or damaged."""
    with reading(engine) as connection:
        return _content(connection, engine, digest)


def sizes(engine: Engine, digests: Collection[str]) -> dict[str, int]:
    """Return which of some files are kept, and their sizes in bytes; raises StorageUnavailable."""
    wanted = sorted(set(digests))
    its = digital_documents.c
    found: dict[str, int] = {}
    with reading(engine) as connection:
        for start in range(0, len(wanted), _AT_ONCE):
            some = its.digest.in_(wanted[start : start + _AT_ONCE])
            rows = connection.execute(select(its.digest, its.size).where(some))
            found.update((row.digest, row.size) for row in rows)
    return found


def remove_unused(engine: Engine, before: datetime) -> int:
    """Remove the files nothing refers to that were attached before a moment; returns how many.

    Declarations refer to files, and the versions that steps froze. The moment leaves the drafts
    alone that hold a file and are not stored yet, here or at another desk.
    """
    with writing(engine) as connection:
        take_turn(connection, Turn.FILES)
        unused = _unused(connection, before)
        for digest in unused:
            its = digital_documents.c.digest == digest
            connection.execute(delete(digital_documents).where(its))
        if engine.dialect.name == "sqlite":
            _remove_files(engine, connection, before)
    if unused:
        logger.info("removed %s files of digital documents", len(unused))
    return len(unused)


def carry_files(source: Engine, origin: Connection, goal: Connection) -> None:
    """Put the files beside a SQLite database into a server's table; raises UserError."""
    if goal.dialect.name == "sqlite":
        return
    its = digital_documents.c
    has_parts = exists().where(digital_document_parts.c.digest == its.digest)
    for digest in goal.scalars(select(its.digest).where(~has_parts)).all():
        _put_parts(goal, digest, _content(origin, source, digest))


def _put_row(connection: Connection, document: DigitalDocument, user: str, at: datetime) -> None:
    moment = {"attached_at": at.astimezone(UTC), "attached_by": user}
    its = digital_documents.c.digest == document.digest
    if connection.execute(update(digital_documents).where(its).values(moment)).rowcount:
        return
    row = {
        "digest": document.digest,
        "kind": document.kind.value,
        "size": document.size,
        "pages": document.pages,
    }
    connection.execute(insert(digital_documents), {**row, **moment})


def _put_parts(connection: Connection, digest: str, content: bytes) -> None:
    parts = [
        {"digest": digest, "row": number, "content": content[start : start + _PART]}
        for number, start in enumerate(range(0, len(content), _PART))
    ]
    its = digital_document_parts.c.digest == digest
    connection.execute(delete(digital_document_parts).where(its))
    connection.execute(insert(digital_document_parts), parts)


def _put_file(file: Path, content: bytes) -> None:
    try:
        if file.exists() and file.read_bytes() == content:
            return
        file.parent.parent.mkdir(mode=_PRIVATE, exist_ok=True)
        file.parent.mkdir(mode=_PRIVATE, exist_ok=True)
        replace_file(file, content)
    except OSError as error:
        raise StorageUnavailable(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The digital document cannot be kept in {folder} ({reason}). Make room there and "
                "attach it again.",
            ),
            {"folder": file.parent.parent, "reason": error.strerror or error},
        ) from error


def _content(connection: Connection, engine: Engine, digest: str) -> bytes:
    kind = _kind(connection, digest)
    if not kind:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The digital document is not kept in this office: the declaration came from "
                "elsewhere without it. Attach the file again.",
            )
        )
    content = b"".join(_read(connection, engine, digest, kind))
    if hashlib.sha256(content).hexdigest() != digest:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The digital document {digest} is missing or was changed outside the program. "
                "Attach the file again, or put it back from a backup.",
            ),
            {"digest": digest[:12]},
        )
    return content


def _kind(connection: Connection, digest: str) -> str:
    """Return the ending of a file's name, "" when it is not kept."""
    if not is_digest(digest):
        return ""
    its = digital_documents.c
    return connection.scalar(select(its.kind).where(its.digest == digest)) or ""


def _read(connection: Connection, engine: Engine, digest: str, kind: str) -> Iterator[bytes]:
    if engine.dialect.name == "sqlite":
        with suppress(OSError):
            yield _file(engine, digest, kind).read_bytes()
            return
    yield from _parts(connection, digest)


def _parts(connection: Connection, digest: str) -> Iterator[bytes]:
    its = digital_document_parts.c
    yield from connection.scalars(select(its.content).where(its.digest == digest).order_by(its.row))


def _unused(connection: Connection, before: datetime) -> set[str]:
    its = digital_documents.c
    rows = row_tables[Rows.DOCUMENTS].c
    is_attached = exists().where(rows.digital_document == its.digest)
    old = select(its.digest).where(its.attached_at < before.astimezone(UTC), ~is_attached)
    unused = set(connection.scalars(old))
    if unused:
        for frozen in connection.execute(select(versions.c.draft)).yield_per(_AT_ONCE):
            text = zlib.decompress(frozen.draft)
            unused = {digest for digest in unused if digest.encode() not in text}
    return unused


def _remove_files(engine: Engine, connection: Connection, before: datetime) -> None:
    """Remove the files that are not, or no longer, known, and what a killed program left."""
    folder = _folder(engine)
    if not folder.is_dir():
        return
    known = set(connection.scalars(select(digital_documents.c.digest)))
    for file in folder.glob("??/*"):
        with suppress(OSError):
            is_ours = is_digest(file.name.partition(".")[0])
            is_old = file.stat().st_mtime < before.timestamp()
            if is_ours and is_old and file.stem not in known:
                file.unlink()


def _folder(engine: Engine) -> Path:
    return Path(str(engine.url.database)).parent / _FOLDER


def _file(engine: Engine, digest: str, kind: str) -> Path:
    """Return where a file stands: 256 folders, so that none holds too many."""
    return _folder(engine) / digest[:2] / f"{digest}.{kind}"
