"""What somebody wants on paper: one value that the preview, the dialog and a batch carry out."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.errors import UserError
from sad_desktop.printing.design import Design
from sad_desktop.services.designs import load_designs, print_design
from sad_desktop.services.paper import Printed, Printing, print_pages
from sad_desktop.services.stationery import Placement
from sad_desktop.tariff.profile import Profile
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.note import AssessmentNote

_SUFFIX = ".toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A declaration as it stands at one moment, with all that follows from it."""

    draft: Draft
    note: AssessmentNote
    figures: Figures
    profile: Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be printed of a declaration; a design takes the place of ``printing.what``."""

    printing: Printing
    design: Design | None = None

    @property
    def has_sheets(self) -> bool:
        """True when the sheets of the form are among what is printed."""
        return self.design is None and self.printing.has_sheets


def order_of(
    printing: Printing,
    design: Design | None = None,
    *,
    copies: tuple[int, ...] = (),
    is_explained: bool = False,
    values_at: Placement | None = None,
) -> Order:
    """Return an order for what and which language ``printing`` says, without what cannot apply.

    ``values_at`` asks for values only, moved as the printer needs; they stand on the sheets and
    on designs. Copies are of the sheets, explanations of the assessment note.
    """
    is_design = design is not None
    if values_at is not None and (is_design or printing.has_sheets):
        printing = replace(
            printing,
            values_only=True,
            offset_x=values_at.offset_x,
            offset_y=values_at.offset_y,
            scale=values_at.scale,
        )
    if not is_design and printing.has_sheets:
        printing = replace(printing, copies=copies)
    if not is_design and printing.has_assessment:
        printing = replace(printing, explained=is_explained)
    return Order(printing=printing, design=design)


def design_named(name: str, folder: Path) -> Design:
    """Return a print design by its code, its title or its file's name.

    ``folder`` holds the office's own. Raises UserError: for a faulty file the fault of that file,
    else the names there are.
    """
    loaded = load_designs(folder)
    wanted = name.casefold().removesuffix(_SUFFIX)
    for design in loaded.designs:
        if wanted in {one.casefold() for one in (design.code, design.title.en, design.title.ar)}:
            return design
    for refused in loaded.refused:
        if refused.values.get("file", "").casefold().removesuffix(_SUFFIX) == wanted:
            raise refused
    raise UserError(
        QT_TRANSLATE_NOOP("UserError", "There is no print design {name}; there are: {names}."),
        {"name": name, "names": ", ".join(design.code for design in loaded.designs)},
    )


def carry_out(
    subject: Subject, order: Order, say: Callable[[str], str] = str, first: int | None = None
) -> Printed:
    """Return the PDF of an order; ``first`` asks for the first so many sheets alone.

    ``say`` puts explanations into the language of the paper. Raises UserError, also for a design
    that has no page for this declaration.
    """
    draft, note, figures, profile = subject.draft, subject.note, subject.figures, subject.profile
    if order.design is None:
        return print_pages(draft, note, figures, profile, order.printing, say, first)
    printed = print_design(order.design, draft, note, figures, profile, order.printing)
    if not printed.page_count:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The print design {name} has no page here: the declaration holds nothing it is "
                "made for.",
            ),
            {"name": order.design.title.en},
        )
    return printed
