"""What is said of a digital document: its kind, its pixels, and how large it is."""

from decimal import Decimal

from sad_desktop.brokerage.digital_documents import DigitalDocument, FileKind
from sad_desktop.forms.language import isolated

_KINDS = {FileKind.PDF: "PDF", FileKind.JPEG: "JPEG", FileKind.PNG: "PNG"}


def measures(document: DigitalDocument) -> str:
    """Return kind and bytes of a file, and the pixels of an image."""
    parts = [_KINDS[document.kind], _size(document.size)]
    if document.kind is not FileKind.PDF:
        parts.insert(1, f"{document.width:,} × {document.height:,}")
    return isolated(", ".join(parts))


def shown_size(size: int) -> str:
    """Return a number of bytes as people say it."""
    return isolated(_size(size))


def _size(size: int) -> str:
    if size < 1_000_000:
        return f"{-(-size // 1_000):,} KB"
    return f"{(Decimal(size) / 1_000_000).quantize(Decimal('0.1')):,} MB"
