"""The package of a declaration: its sheets, notes and digital documents in one file (S3-122).

Officers look at documents during examination and after clearance. ``hashes.txt`` in the package
lists the SHA-256 of every file, as ``sha256sum -c`` reads it.
"""

import logging
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from sad_desktop.brokerage.digital_documents import attached
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.rows import Document
from sad_desktop.errors import StorageUnavailable, UserError
from sad_desktop.printing.job import What
from sad_desktop.services.digital_documents import DigitalDocuments
from sad_desktop.services.paper import Printing
from sad_desktop.services.print_batch import file_name
from sad_desktop.services.print_orders import Order, Subject, carry_out
from sad_desktop.services.saved_files import save_whole
from sad_desktop.text import QT_TRANSLATE_NOOP

logger = logging.getLogger(__name__)

HASHES = "hashes.txt"
PORTFOLIO = ".pdf"
"""The ending of a package that is a PDF portfolio; any other is a ZIP archive."""

_PAPER: tuple[tuple[What, str], ...] = (
    ("sad", "SAD.pdf"),
    ("valuation", "valuation-notes.pdf"),
    ("assessment", "assessment-note.pdf"),
)
_PACKED = (".pdf", ".jpg", ".png")

Progress = Callable[[int, int], None]
"""Called with the parts done and the parts in all; may raise to cancel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One file of a package, by its name in it."""

    name: str
    content: bytes


def save_package(
    subject: Subject,
    documents: DigitalDocuments,
    path: Path,
    now: datetime,
    *,
    edition: Printing,
    say: Callable[[str], str] = str,
    progress: Progress = lambda _done, _total: None,
) -> int:
    """Write the package of a declaration, whole or not at all; returns its digital documents.

    ``edition`` says in which languages the paper is. Raises UserError for a document that is
    absent or damaged, StorageUnavailable when the file cannot be written.
    """
    files = _files(subject.draft)
    total = len(_PAPER) + len(files) + 1
    parts: list[Part] = []
    for part in _parts(subject, documents, files, edition, say):
        parts.append(part)
        progress(len(parts), total)
    is_portfolio = path.suffix.lower() == PORTFOLIO
    if is_portfolio:  # attachments stand in no folders
        parts = [replace(part, name=part.name.rpartition("/")[2]) for part in parts]
    parts.append(_hashes(parts))
    _write(_portfolio(parts) if is_portfolio else _archive(parts, now), path)
    progress(total, total)
    logger.info("made a package of %s files", len(parts))
    return len(files)


def _files(draft: Draft) -> dict[str, tuple[str, Document]]:
    """Return the attached files, each once, with the beginning of its name and its first row."""
    found: dict[str, tuple[str, Document]] = {}
    for number, _item, row in attached(draft):
        place = f"{len(found) + 1:02d}-item-{number}-{row.document_code}-{row.reference}"
        found.setdefault(row.digital_document, (file_name(place), row))
    return found


def _parts(
    subject: Subject,
    documents: DigitalDocuments,
    files: dict[str, tuple[str, Document]],
    edition: Printing,
    say: Callable[[str], str],
) -> Iterator[Part]:
    for what, name in _PAPER:
        order = Order(printing=replace(edition, what=what))
        yield Part(name=name, content=carry_out(subject, order, say).content)
    for digest, (stem, row) in files.items():
        try:
            opened = documents.open(digest)
        except StorageUnavailable:
            raise
        except UserError as error:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "No package was made: the digital document of {code} {reference} is missing "
                    "or damaged. Attach the file again.",
                ),
                {"code": row.document_code, "reference": row.reference},
            ) from error
        yield Part(name=f"documents/{stem}.{opened.document.kind}", content=opened.content)


def _hashes(parts: Iterable[Part]) -> Part:
    lines = [f"{sha256(part.content).hexdigest()}  {part.name}\n" for part in parts]
    return Part(name=HASHES, content="".join(lines).encode())


def _archive(parts: Iterable[Part], now: datetime) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part in parts:
            entry = zipfile.ZipInfo(part.name, now.timetuple()[:6])
            is_packed = part.name.endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, part.content)
    return file.getvalue()


def _portfolio(parts: Iterable[Part]) -> bytes:
    """Return a PDF whose pages are the paper and whose attachments are all the files."""
    from pypdf import PdfWriter  # start-up cost
    from pypdf.generic import DictionaryObject, NameObject

    writer = PdfWriter()
    paper = {name for _, name in _PAPER}
    for part in parts:
        if part.name in paper:
            writer.append(BytesIO(part.content), outline_item=part.name)
        writer.add_attachment(part.name, part.content)
    writer.root_object[NameObject("/Collection")] = DictionaryObject(
        {NameObject("/Type"): NameObject("/Collection"), NameObject("/View"): NameObject("/D")}
    )
    writer.page_mode = "/UseAttachments"
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def _write(content: bytes, path: Path) -> None:
    try:
        save_whole(content, path)
    except OSError as error:
        raise StorageUnavailable(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The package {name} cannot be written ({reason}). Choose another folder; nothing "
                "was left there.",
            ),
            {"name": path.name, "reason": error.strerror or error},
        ) from error
