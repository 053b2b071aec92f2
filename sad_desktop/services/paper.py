"""Paper: a declaration as a PDF file, and the file kept safely."""

import os
import tempfile
from pathlib import Path

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.errors import StorageUnavailable
from sad_desktop.printing.layout import LaidOut, Printing, lay_out
from sad_desktop.tariff.profile import Profile
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.note import AssessmentNote

__all__ = ["LaidOut", "Printing", "lay_out", "print_draft", "save_pdf"]


def print_draft(
    draft: Draft, note: AssessmentNote, figures: Figures, profile: Profile, printing: Printing
) -> bytes:
    """Return the PDF of a declaration; the same draft gives the same bytes."""
    # Imported here: reportlab and HarfBuzz are needed by nobody who does not print.
    from sad_desktop.printing.pdf import render

    laid_out = lay_out(draft, figures, note, profile, printing)
    reference = draft.declaration.reference_number
    language = "en" if printing.edition == "en" else "ar"
    return render(laid_out.pages, title=f"SAD {reference}".strip(), language=language)


def save_pdf(content: bytes, path: Path) -> None:
    """Write a PDF file whole or not at all; what was there before stays when it fails.

    Raises StorageUnavailable.
    """
    unfinished = ""
    try:
        handle, unfinished = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(unfinished).replace(path)
    except OSError as error:
        if unfinished:
            Path(unfinished).unlink(missing_ok=True)
        raise StorageUnavailable(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The PDF file {name} cannot be written. Choose another folder, or close the "
                "program that has it open.",
            ),
            {"name": path.name},
        ) from error
