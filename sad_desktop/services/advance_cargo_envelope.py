"""The envelope of an ACID: each invoice as a table, and each document a file of its own (S2-046).

An invoice carries the five mandatory data (S2-025); files are as large as the law takes.
"""

import logging
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

from sad_desktop.brokerage.advance_cargo import FIELDS, Dossier, Invoice, InvoiceLine
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw, Terms
from sad_desktop.declaration.fields import definitions
from sad_desktop.errors import FileRefused, StorageUnavailable, UserError
from sad_desktop.services.advance_cargo import english
from sad_desktop.services.print_batch import file_name
from sad_desktop.services.saved_files import save_whole
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.dossiers import missing_of_invoice

logger = logging.getLogger(__name__)

ZIP = ".zip"
_EXACT_DIGITS = 15
"""Digits a spreadsheet keeps of a number; a longer one is written as a text."""


class InvoiceLacks(UserError):
    """An invoice lacks some of the five mandatory data (ACI-04); ``names`` are its fields."""

    def __init__(self, invoice: str, names: tuple[str, ...]) -> None:
        self.names = names
        super().__init__(
            QT_TRANSLATE_NOOP("UserError", "No envelope was made. Invoice {v}: missing {fields}."),
            {"v": invoice or "-", "fields": ", ".join(map(english, names))},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EnvelopePart:
    """One file of an envelope, by its name in it."""

    name: str
    content: bytes


def envelope(
    dossier: Dossier, law: AdvanceCargoLaw, files: Sequence[Path], now: datetime
) -> tuple[EnvelopePart, ...]:
    """Return the files of an envelope: a table for each invoice, then the documents chosen.

    Raises InvoiceLacks, and UserError for a document that is too large, cannot be read or has the
    name of another, and for an envelope that is too large as a whole.
    """
    refuse_incomplete(dossier)
    terms = law.terms_on(now.date())
    parts = [
        EnvelopePart(
            name=f"{file_name(f'invoice-{at:02d}-{invoice.number}')}.xlsx",
            content=invoice_book(dossier, invoice),
        )
        for at, invoice in enumerate(dossier.invoices, 1)
    ]
    for part in _documents(files, terms):
        parts.append(part)
        _refuse_total(parts, terms)  # now: what is read stays in memory until all is written
    _refuse_total(parts, terms)
    _refuse_faulty(parts, terms)
    return tuple(parts)


def refuse_incomplete(dossier: Dossier) -> None:
    """Raise InvoiceLacks while an invoice lacks one of the five mandatory data (ACI-04)."""
    for invoice in dossier.invoices or (Invoice(),):
        if lacks := missing_of_invoice(dossier, invoice):
            raise InvoiceLacks(invoice.number, lacks)


def save_envelope(parts: Sequence[EnvelopePart], path: Path, now: datetime) -> int:
    """Write an envelope whole or not at all: a ZIP archive, or a new folder; returns its bytes.

    Raises UserError for a folder that is there already, StorageUnavailable.
    """
    try:
        if path.suffix.lower() == ZIP:
            save_whole(_archive(parts, now), path)
        else:
            _save_folder(parts, path)
    except OSError as error:
        raise StorageUnavailable(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The envelope {name} cannot be written ({reason}). Choose another folder; nothing "
                "was left there.",
            ),
            {"name": path.name, "reason": error.strerror or error},
        ) from error
    logger.info("made an envelope of %s files", len(parts))
    return sum(len(part.content) for part in parts)


def invoice_book(dossier: Dossier, invoice: Invoice) -> bytes:
    """Return an invoice as an Excel book: its head with the five data, then its lines."""
    from openpyxl import Workbook  # start-up cost

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Invoice"
    for row in _rows(dossier, invoice):
        sheet.append([""] * len(row))
        for column, value in enumerate(row, 1):
            _write(sheet.cell(row=sheet.max_row, column=column), value)
    for column, width in enumerate((8, 16, 44, 8, 18, 20, 12, 8, 14, 14, 16), 1):
        sheet.column_dimensions[sheet.cell(row=1, column=column).column_letter].width = width
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def _rows(dossier: Dossier, invoice: Invoice) -> Iterator[tuple[object, ...]]:
    acid = dossier.acid
    yield "ACID", acid.text if acid is not None else ""
    for name in ("importer_code", "importer_name", "exporter_registration", "exporter_name"):
        yield FIELDS[name].en, getattr(dossier, name)
    for name in ("number", "issued", "contract", "currency", "value", "expenses"):
        yield FIELDS[f"invoices.{name}"].en, getattr(invoice, name)
    yield ("",)
    columns = [name for name in definitions(InvoiceLine) if name != "invoice"]
    yield ("No.", *(FIELDS[f"lines.{name}"].en for name in columns))
    for number, (_place, line) in enumerate(dossier.lines_of(invoice), 1):
        yield (number, *(getattr(line, name) for name in columns))


def _write(cell: Any, value: object) -> None:
    """Write a value; no text is ever taken for a formula, and no digit of a number is lost."""
    if isinstance(value, Decimal) and len(value.as_tuple().digits) > _EXACT_DIGITS:
        value = str(value)
    if value is None or value == "":
        cell.value = None
        return
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"


def _documents(files: Sequence[Path], terms: Terms) -> Iterator[EnvelopePart]:
    for path in files:
        try:
            with path.open("rb") as file:
                content = file.read(terms.file_bytes + 1)
                size = os.fstat(file.fileno()).st_size
        except OSError as error:
            raise FileRefused(
                QT_TRANSLATE_NOOP("UserError", "{name} cannot be read: {reason}."),
                {"name": path.name, "reason": error.strerror or error},
            ) from error
        if len(content) > terms.file_bytes:
            raise _too_large(path.name, max(size, len(content)), terms)
        yield EnvelopePart(name=path.name, content=content)


def _refuse_faulty(parts: Sequence[EnvelopePart], terms: Terms) -> None:
    seen: set[str] = set()
    for part in parts:
        if len(part.content) > terms.file_bytes:
            raise _too_large(part.name, len(part.content), terms)
        if not part.content:
            raise FileRefused(
                QT_TRANSLATE_NOOP("UserError", "{name} is empty: choose the document itself."),
                {"name": part.name},
            )
        if part.name.casefold() in seen:
            raise FileRefused(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "Two files are called {name}: each document of an envelope has a name of its "
                    "own.",
                ),
                {"name": part.name},
            )
        seen.add(part.name.casefold())


def _refuse_total(parts: Sequence[EnvelopePart], terms: Terms) -> None:
    total = sum(len(part.content) for part in parts)
    if total > terms.envelope_bytes:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The envelope has {size} bytes, and {max} are taken. Leave documents out, or make "
                "them smaller.",
            ),
            {"size": f"{total:,}", "max": f"{terms.envelope_bytes:,}"},
        )


def _too_large(name: str, size: int, terms: Terms) -> FileRefused:
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{name} has {size} bytes, and {max} are taken of one document. Make it smaller.",
        ),
        {"name": name, "size": f"{size:,}", "max": f"{terms.file_bytes:,}"},
    )


def _archive(parts: Sequence[EnvelopePart], now: datetime) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts:
            entry = zipfile.ZipInfo(part.name, now.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, part.content)
    return file.getvalue()


def _save_folder(parts: Sequence[EnvelopePart], path: Path) -> None:
    """Put the files into a new folder, through one beside it that is given its name at the end."""
    if path.exists():
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError", "{name} is there already: choose a name no folder has yet."
            ),
            {"name": path.name},
        )
    unfinished = Path(tempfile.mkdtemp(dir=path.parent, prefix=".envelope-"))
    try:
        for part in parts:
            (unfinished / part.name).write_bytes(part.content)
        unfinished.chmod(0o755)
        unfinished.rename(path)
    except BaseException:
        with suppress(OSError):
            shutil.rmtree(unfinished)
        raise
