"""The print designs of this copy: those shipped, and those an office has put into its folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.errors import StorageUnavailable, UserError
from sad_desktop.printing.design import Design
from sad_desktop.printing.job import Printing
from sad_desktop.resources import resource
from sad_desktop.services.paper import Printed, language_of
from sad_desktop.tariff.profile import Profile
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.note import AssessmentNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Designs:
    """What can be printed besides the form; ``refused`` says which files cannot, and why."""

    designs: tuple[Design, ...]
    refused: tuple[UserError, ...] = ()


def load_designs(folder: Path | None = None) -> Designs:
    """Return the shipped designs and those of a folder; an office's goes before one shipped.

    A faulty file is refused alone. Raises ResourceMissing when a shipped one is faulty.
    """
    # Imported here: fields, fonts and all, for what few offices have.
    from sad_desktop.printing.design_file import read_design

    found = {design.code: design for design in _shipped()}
    refused: list[UserError] = []
    for file in sorted(folder.glob("*.toml")) if folder is not None and folder.is_dir() else ():
        try:
            design = read_design(_content(file), file.name)
        except UserError as error:
            refused.append(error)
            continue
        found[design.code] = design
    return Designs(designs=tuple(found.values()), refused=tuple(refused))


def print_design(
    design: Design,
    draft: Draft,
    note: AssessmentNote,
    figures: Figures,
    profile: Profile,
    printing: Printing,
) -> Printed:
    """Return the PDF of a design filled with a declaration, and its warnings.

    A design made for each container of a declaration without any has no page; its file is then
    empty and its page count 0.
    """
    # Imported here: reportlab and HarfBuzz take long, and few who open a window print at once.
    from sad_desktop.printing.layout import lay_out_design
    from sad_desktop.printing.pdf import render

    laid_out = lay_out_design(design, draft, figures, note, profile, printing)
    content = b""
    if laid_out.pages:
        content = render(laid_out.pages, title=design.title.en, language=language_of(printing))
    return Printed(content=content, page_count=len(laid_out.pages), overflows=laid_out.overflows)


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise StorageUnavailable(
            QT_TRANSLATE_NOOP("UserError", "The print design {file} cannot be read: {reason}."),
            {"file": file.name, "reason": error.strerror},
        ) from error


def _shipped() -> Iterator[Design]:
    from sad_desktop.printing.design_file import read_design

    for file in sorted(resource("designs").iterdir(), key=lambda file: file.name):
        if file.name.endswith(".toml"):
            yield read_design(file.read_bytes(), file.name)
