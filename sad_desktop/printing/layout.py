"""From a declaration to the pages of its paper: what is printed, in which edition and order."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.declaration.lists import page_count
from sad_desktop.printing.contents import page_view
from sad_desktop.printing.layout_form import form_marks, watermark
from sad_desktop.printing.layout_strip import strip_marks
from sad_desktop.printing.layout_values import ValueSetter
from sad_desktop.printing.marks import Mark, Page
from sad_desktop.printing.overflow import Overflow
from sad_desktop.printing.seal import seal
from sad_desktop.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH, sheet
from sad_desktop.printing.words import Edition
from sad_desktop.tariff.profile import Profile
from sad_desktop.valuation.note import AssessmentNote

What: TypeAlias = Literal["sad", "valuation", "assessment", "documents", "all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """What is printed and how.

    ``values_only`` leaves the form away, for pre-printed sheets; ``offset_x`` and ``offset_y``
    move the values in mm, to the right and down. ``copies`` are numbers of the form's copies,
    from 1 to 8; none given prints the sheets once, without a number.
    """

    what: What = "sad"
    edition: Literal["en", "ar", "both"] = "en"
    values_only: bool = False
    offset_x: float = 0.0
    offset_y: float = 0.0
    copies: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """The pages, and what had no room in its box and stands on an annex: warn of it."""

    pages: tuple[Page, ...]
    overflows: tuple[Overflow, ...] = ()


def lay_out(
    draft: Draft,
    figures: Figures,
    note: AssessmentNote,  # noqa: ARG001
    profile: Profile,
    printing: Printing,
) -> LaidOut:
    """Return the pages a declaration is printed on."""
    edition = Edition(printing.edition)
    setter = ValueSetter(edition)
    values = [
        setter.marks(page_view(draft, figures, number, profile.decimals))
        for number in range(page_count(len(draft.declaration.items)))
    ]
    pages: list[Page] = []
    for copy in printing.copies or (0,):
        grounds = [
            _ground(kind, draft, profile, printing, copy) for kind in ("main", "continuation")
        ]
        pages += [
            Page(
                width=PAGE_WIDTH,
                height=PAGE_HEIGHT,
                marks=marks,
                background=grounds[min(number, 1)],
            )
            for number, marks in enumerate(values)
        ]
    return LaidOut(pages=tuple(pages), overflows=tuple(setter.overflows))


def _ground(
    kind: str, draft: Draft, profile: Profile, printing: Printing, copy: int
) -> tuple[Mark, ...]:
    """Return what lies under the values of a sheet."""
    if printing.values_only:
        return ()
    edition = Edition(printing.edition)
    return (
        *(watermark(edition) if draft.status.is_editable else ()),
        *form_marks(sheet(kind), edition, profile),
        *strip_marks(sheet(kind), edition, copy, draft.declaration.declaration_type, seal(draft)),
    )
