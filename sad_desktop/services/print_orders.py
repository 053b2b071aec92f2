"""What somebody wants on paper: one value that the preview, the dialog and a batch carry out."""

from collections.abc import Callable
from dataclasses import dataclass

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.errors import UserError
from sad_desktop.printing.design import Design
from sad_desktop.services.designs import print_design
from sad_desktop.services.paper import Printed, Printing, print_pages
from sad_desktop.tariff.profile import Profile
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation.note import AssessmentNote


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
        return self.design is None and self.printing.what in ("sad", "all")


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
