"""Paper: a declaration as a PDF file, and the file kept safely."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.errors import StorageUnavailable
from sad_desktop.printing.annexes import Overflow
from sad_desktop.printing.job import Printing, What
from sad_desktop.services.saved_files import save_whole
from sad_desktop.tariff.profile import Profile
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.note import AssessmentNote

__all__ = [
    "Overflow",
    "Printed",
    "Printing",
    "What",
    "language_of",
    "print_calibration",
    "print_draft",
    "print_pages",
    "save_pdf",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A PDF file, and what had no room in its box and stands on an annex: warn of it."""

    content: bytes
    page_count: int
    overflows: tuple[Overflow, ...] = ()


def print_draft(
    draft: Draft, note: AssessmentNote, figures: Figures, profile: Profile, printing: Printing
) -> bytes:
    """Return the PDF of a declaration; the same draft gives the same bytes."""
    return print_pages(draft, note, figures, profile, printing).content


def print_pages(
    draft: Draft,
    note: AssessmentNote,
    figures: Figures,
    profile: Profile,
    printing: Printing,
    say: Callable[[str], str] = str,
    first: int | None = None,
) -> Printed:
    """Return the PDF of a declaration and its warnings.

    ``say`` puts a text of the context ``Step`` into the language of the paper, for explained
    assessment notes; ``first`` asks for the first so many sheets only, for a preview that cannot
    wait. Raises ResourceMissing when a shipped file is gone.
    """
    # Imported here: reportlab and HarfBuzz take long, and few who open a window print at once.
    from sad_desktop.printing.layout import lay_out
    from sad_desktop.printing.pdf import render

    laid_out = lay_out(draft, figures, note, profile, printing, say, first)
    title = f"SAD {draft.declaration.reference_number}".strip()
    return Printed(
        content=render(laid_out.pages, title=title, language=language_of(printing)),
        page_count=len(laid_out.pages),
        overflows=laid_out.overflows,
    )


def print_calibration(printing: Printing) -> bytes:
    """Return the PDF of the page that shows where values fall on a pre-printed form."""
    from sad_desktop.printing.layout_place import calibration_page
    from sad_desktop.printing.pdf import render

    page = calibration_page(printing)
    return render([page], title="SAD", language=language_of(printing))


def save_pdf(content: bytes, path: Path) -> None:
    """Write a PDF file whole or not at all; what was there before stays when it fails.

    Raises StorageUnavailable.
    """
    try:
        save_whole(content, path)
    except OSError as error:
        raise StorageUnavailable(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The PDF file {name} cannot be written. Choose another folder, or close the "
                "program that has it open.",
            ),
            {"name": path.name},
        ) from error


def language_of(printing: Printing) -> str:
    """Return the main language of the text, for screen readers."""
    return "en" if printing.edition == "en" else "ar"
