"""What somebody wants on paper: one value that the preview, the dialog and a batch carry out."""

from collections.abc import Callable
from dataclasses import dataclass

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.services.paper import Printed, Printing, print_pages
from sad_desktop.tariff.profile import Profile
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
    """What is to be printed of a declaration."""

    printing: Printing


def carry_out(
    subject: Subject, order: Order, say: Callable[[str], str] = str, first: int | None = None
) -> Printed:
    """Return the PDF of an order; ``first`` asks for the first so many sheets alone.

    ``say`` puts explanations into the language of the paper. Raises UserError.
    """
    return print_pages(
        subject.draft, subject.note, subject.figures, subject.profile, order.printing, say, first
    )
