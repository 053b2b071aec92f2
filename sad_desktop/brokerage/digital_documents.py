"""Digital documents: which files are taken, how large they may be, and which a draft holds."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Document

MOST_BYTES = 50_000_000
"""The largest file that is looked at: a long scan in colour has a tenth of it."""
MOST_PIXELS = 60_000_000
"""The largest picture that is opened: A4 scanned at 600 dpi has 35 million pixels."""
MOST_PAGES = 1_000


class FileKind(StrEnum):
    """What a digital document is, by its content; the value is the ending of its file name."""

    PDF = "pdf"
    JPEG = "jpg"
    PNG = "png"


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitalDocument:
    """A sound file: its SHA-256 in hexadecimal, its size in bytes, and its pages.

    ``width`` and ``height`` are an image's pixels as it is looked at; 0 for PDF.
    """

    digest: str
    kind: FileKind
    size: int
    pages: int = 1
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """How large files may be; 0: any.

    ``size`` is how many bytes the country takes, ``pixels`` how long the longer side of an image
    stays when it is made smaller.
    """

    size: int = 0
    pixels: int = 0

    @classmethod
    def of(cls, flags: Mapping[str, str]) -> "Limit":
        """Return what the flags ``document_bytes`` and ``document_pixels`` of a profile say."""
        return cls(
            size=int(flags.get("document_bytes", "0")),
            pixels=int(flags.get("document_pixels", "0")),
        )

    def takes(self, document: DigitalDocument) -> bool:
        """Tell whether the country takes a file."""
        return not self.size or document.size <= self.size

    def is_kept_by(self, document: DigitalDocument) -> bool:
        """Tell whether nothing of a file needs to be smaller."""
        longer = max(document.width, document.height)
        return self.takes(document) and not (self.pixels and longer > self.pixels)


def attached(draft: Draft) -> Iterator[tuple[int, Item, Document]]:
    """Yield the document rows that have a file, with the number of their item from 1."""
    for number, item in enumerate(draft.declaration.items, 1):
        for row in item.documents:
            if row.digital_document:
                yield number, item, row


def is_digest(text: str) -> bool:
    """Tell whether a text is a SHA-256 as it is written here; others name no file."""
    return len(text) == 64 and all(letter in "0123456789abcdef" for letter in text)
