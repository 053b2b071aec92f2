"""What is said of files that are not taken as digital documents: one sentence each."""

from sad_desktop.brokerage.digital_documents import MOST_BYTES, MOST_PAGES, MOST_PIXELS
from sad_desktop.errors import FileRefused
from sad_desktop.text import QT_TRANSLATE_NOOP

_MILLION = 1_000_000


def no_document(name: str) -> FileRefused:
    """Return the refusal of a file that is neither."""
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{file} is neither a PDF nor an image. Choose a PDF, JPEG, PNG, TIFF, BMP, GIF or WebP "
            "file; nothing was attached.",
        ),
        {"file": name},
    )


def damaged(name: str) -> FileRefused:
    """Return the refusal of a file that cannot be read to its end."""
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{file} is damaged and cannot be read to its end. Scan it or save it again; nothing "
            "was attached.",
        ),
        {"file": name},
    )


def protected(name: str) -> FileRefused:
    """Return the refusal of an encrypted file."""
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{file} is encrypted. Save it without protection, or print it to a new PDF; nothing "
            "was attached.",
        ),
        {"file": name},
    )


def too_large(name: str) -> FileRefused:
    """Return the refusal of a file of too many bytes."""
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{file} is larger than {most} MB. Scan it at a lower resolution or in parts; nothing "
            "was attached.",
        ),
        {"file": name, "most": MOST_BYTES // _MILLION},
    )


def too_many_pixels(name: str) -> FileRefused:
    """Return the refusal of an image that would fill the memory."""
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{file} has more than {most} million pixels. Scan it at 300 dots an inch; nothing was "
            "attached.",
        ),
        {"file": name, "most": MOST_PIXELS // _MILLION},
    )


def too_many_pages(name: str) -> FileRefused:
    """Return the refusal of a book."""
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{file} has more than {most} pages. Attach it in parts; nothing was attached.",
        ),
        {"file": name, "most": MOST_PAGES},
    )


def no_smaller(name: str) -> FileRefused:
    """Return the refusal to make a file so small that nobody could read it."""
    return FileRefused(
        QT_TRANSLATE_NOOP(
            "UserError",
            "{file} cannot be made small enough and stay readable. Scan it in grey or attach it "
            "in parts; it is as it was.",
        ),
        {"file": name},
    )
