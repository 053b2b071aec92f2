"""The main job on the shipped sample: load, assess, check, print, show."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from sad_desktop.errors import UserError
from sad_desktop.resources import SAMPLE, resource
from sad_desktop.services.desk import Desk
from sad_desktop.text import QT_TRANSLATE_NOOP

EDITIONS: tuple[Literal["en", "ar", "both"], ...] = ("en", "ar", "both")


def demonstrate(desk: Desk, folder: Path) -> Iterator[str]:
    """Do the main job, writing each result into a folder; yields what was done, file by file.

    Raises UserError where the folder cannot be written to.
    """
    _make(folder)
    sample = resource(SAMPLE)
    yield from _figures(desk, sample, folder)
    yield from _paper(desk, sample, folder)
    yield from _pictures(desk, sample, folder)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            QT_TRANSLATE_NOOP("UserError", "The folder {folder} cannot be made: {reason}."),
            {"folder": folder, "reason": error.strerror or error},
        ) from error


def _figures(desk: Desk, sample: Path, folder: Path) -> Iterator[str]:
    from sad_desktop.services.assessment import as_json, assess_draft
    from sad_desktop.services.exchange import open_file, save_file
    from sad_desktop.services.findings import as_lines

    draft = open_file(sample)
    note = assess_draft(draft, desk.book, desk.on)
    yield f"Loaded {sample.name}: {len(draft.declaration.items)} items."
    assessment = folder / "assessment.json"
    shown = json.dumps(as_json(note, draft.declaration), ensure_ascii=False, indent=2)
    assessment.write_text(shown, encoding="utf-8")
    yield f"{assessment}: CIF {note.cif}, total {note.total} {note.currency}."
    findings = folder / "findings.txt"
    lines = as_lines(desk.check(draft, note))
    findings.write_text("\n".join(lines), encoding="utf-8")
    yield f"{findings}: {len(lines)} findings."
    exported = folder / "declaration.xml"
    save_file(draft, desk.figures(draft, note), exported)
    yield f"{exported}: the declaration as XML."


def _paper(desk: Desk, sample: Path, folder: Path) -> Iterator[str]:
    from sad_desktop.services.exchange import open_file
    from sad_desktop.services.paper import Printing, print_draft, save_pdf

    draft = open_file(sample)
    for edition in EDITIONS:
        spoken = replace(desk, language="ar" if edition == "ar" else "en")
        note = spoken.assessor().assess(draft.declaration, draft.declared)
        figures = spoken.figures(draft, note)
        printing = Printing(what="all", edition=edition)
        paper = folder / f"declaration-{edition}.pdf"
        save_pdf(print_draft(draft, note, figures, desk.book.profile, printing), paper)
        yield f"{paper}: printed."


def _pictures(desk: Desk, sample: Path, folder: Path) -> Iterator[str]:
    from sad_desktop.screenshot import Shot, take_screenshot

    for edition, theme in (("en", "light"), ("ar", "light"), ("both", "dark")):
        picture = folder / f"window-{edition}-{theme}.png"
        shot = Shot(
            file=sample,
            output=picture,
            tab="sad",
            page=1,
            theme=theme,
            size="1600x1000",
            edition=edition,
        )
        take_screenshot(shot, desk)
        yield f"{picture}: the window."
