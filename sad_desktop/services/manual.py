"""The manual as a PDF file."""

from collections.abc import Sequence
from pathlib import Path

from sad_desktop.manual.blocks import Chapter
from sad_desktop.services.paper import save_pdf

TITLES = {"en": "SAD Desktop: the manual", "ar": "دليل برنامج SAD Desktop"}


def print_manual(chapters: Sequence[Chapter], language: str) -> bytes:
    """Return the manual as PDF; raises ResourceMissing where a picture or a font is gone."""
    # start-up cost: reportlab and HarfBuzz
    from sad_desktop.manual.paper import manual_pages
    from sad_desktop.printing.pdf import render

    title = TITLES[language]
    printed = manual_pages(chapters, language, title)
    return render(printed.pages, title=title, language=language, outline=printed.outline)


def save_manual(chapters: Sequence[Chapter], language: str, path: Path) -> None:
    """Write the manual as a PDF file, whole or not at all; raises UserError."""
    save_pdf(print_manual(chapters, language), path)
