"""Digital documents: files attached to document rows, examined, kept once and changed as new."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sad_desktop.brokerage.digital_documents import (
    MOST_BYTES,
    DigitalDocument,
    FileKind,
    Limit,
)
from sad_desktop.brokerage.users import Service
from sad_desktop.errors import FileRefused
from sad_desktop.services.refused_files import no_document, too_large
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sad_desktop.database.engine import Database
    from sad_desktop.services.images import Picture

KEPT_UNUSED = timedelta(days=90)
"""How long a file stays that nothing refers to: a draft left unsaved may still hold it."""

Part = tuple[float, float, float, float]
"""Left, top, right and bottom as shares of a page as it is looked at."""

# Pillow, pypdf and the database are imported where they are used: the window is painted first.


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A sound file with its content, and the name it goes by when something is said of it."""

    document: DigitalDocument
    content: bytes
    name: str = ""

    def picture(self) -> "Picture":
        """Return an image as it is looked at; raises FileRefused."""
        from sad_desktop.services import images

        return images.picture(self.content, self.name)


def read(path: Path) -> Opened:
    """Read and examine a file; raises FileRefused."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError", "The file {file} cannot be read ({reason}). Nothing was attached."
            ),
            {"file": path.name, "reason": error.strerror or error},
        ) from error
    return examine(content, path.name)


def examine(content: bytes, name: str) -> Opened:
    """Return a file as it is kept, if it is sound, by its content; raises FileRefused."""
    from sad_desktop.services import images, pdf_documents

    if len(content) > MOST_BYTES:
        raise too_large(name)
    if images.is_image(content):
        kind, content, size = images.examined(content, name)
        if kind is not FileKind.PDF:
            return _opened(content, kind, name, size=size)
    if pdf_documents.is_pdf(content):
        return _opened(content, FileKind.PDF, name, pages=pdf_documents.page_count(content, name))
    raise no_document(name)


def joined(files: Sequence[Opened]) -> Opened:
    """Return several files as one PDF, page after page; raises FileRefused."""
    from sad_desktop.services import images, pdf_documents

    if len(files) == 1:
        return files[0]
    parts = [
        one.content
        if one.document.kind is FileKind.PDF
        else images.image_page(one.content, one.name)
        for one in files
    ]
    return examine(pdf_documents.joined(parts, files[0].name), files[0].name)


def rotated(opened: Opened, page: int, quarters: int) -> Opened:
    """Return a file with a page, from 0, turned clockwise by quarters; raises FileRefused."""
    from sad_desktop.services import images, pdf_documents

    if opened.document.kind is FileKind.PDF:
        return examine(
            pdf_documents.rotated(opened.content, page, quarters, opened.name), opened.name
        )
    turned = images.rotated(opened.content, opened.document.kind, quarters, opened.name)
    return examine(turned, opened.name)


def cropped(opened: Opened, page: int, part: Part) -> Opened:
    """Return a file of whose page, from 0, a part is left; raises FileRefused."""
    from sad_desktop.services import images, pdf_documents

    if opened.document.kind is FileKind.PDF:
        return examine(pdf_documents.cropped(opened.content, page, part, opened.name), opened.name)
    cut = images.cropped(opened.content, opened.document.kind, part, opened.name)
    return examine(cut, opened.name)


def reduced(opened: Opened, limit: Limit) -> Opened:
    """Return a file within a limit with all its pages; raises FileRefused when none can be."""
    from sad_desktop.services import images, pdf_documents

    if limit.is_kept_by(opened.document):
        return opened
    if opened.document.kind is FileKind.PDF:
        return examine(pdf_documents.reduced(opened.content, limit, opened.name), opened.name)
    return examine(images.reduced(opened.content, limit, opened.name), opened.name)


class DigitalDocuments:
    """The files of one office."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Service.DECLARE)
    def keep(self, opened: Opened, now: datetime | None = None) -> None:
        """Keep a file, once; a file that was damaged is mended. Raises StorageUnavailable."""
        from sad_desktop.database import digital_documents

        digital_documents.keep(
            self._workspace.database(),
            opened.document,
            opened.content,
            user=self._workspace.user,
            at=now or datetime.now(UTC),
        )

    def open(self, digest: str, name: str = "") -> Opened:
        """Return a file, verified; raises UserError when it is absent or damaged."""
        from sad_desktop.database import digital_documents

        return examine(digital_documents.content_of(self._workspace.database(), digest), name)

    def sizes(self, digests: Collection[str]) -> dict[str, int]:
        """Return which of some files are kept, and their bytes; raises StorageUnavailable."""
        from sad_desktop.database import digital_documents

        return digital_documents.sizes(self._workspace.database(), digests)


def remove_unused(database: "Database", now: datetime) -> int:
    """Remove the files nothing has referred to for long; returns how many."""
    from sad_desktop.database import digital_documents

    return digital_documents.remove_unused(database, now.astimezone(UTC) - KEPT_UNUSED)


def _opened(
    content: bytes, kind: FileKind, name: str, *, pages: int = 1, size: tuple[int, int] = (0, 0)
) -> Opened:
    document = DigitalDocument(
        digest=sha256(content).hexdigest(),
        kind=kind,
        size=len(content),
        pages=pages,
        width=size[0],
        height=size[1],
    )
    return Opened(document=document, content=content, name=name)
