"""From a declaration to the pages of its paper: what is printed, in which edition and order."""

from collections.abc import Iterator
from dataclasses import dataclass

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import Figures
from sad_desktop.declaration.lists import page_count
from sad_desktop.printing.annexes import Overflow
from sad_desktop.printing.captions import binding
from sad_desktop.printing.contents import page_view
from sad_desktop.printing.design import Design
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.job import Printing
from sad_desktop.printing.layout_annex import annex
from sad_desktop.printing.layout_assessment import Say, assessment_note
from sad_desktop.printing.layout_blocks import Written
from sad_desktop.printing.layout_design import design_pages
from sad_desktop.printing.layout_flow import written_pages
from sad_desktop.printing.layout_form import form_marks, watermark
from sad_desktop.printing.layout_lists import client_estimate, containers_list, documents_list
from sad_desktop.printing.layout_place import placed
from sad_desktop.printing.layout_strip import strip_marks
from sad_desktop.printing.layout_valuation import general_note, items_note
from sad_desktop.printing.layout_values import ValueSetter
from sad_desktop.printing.marks import Mark, Page
from sad_desktop.printing.seal import Seal, seal
from sad_desktop.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH, sheet
from sad_desktop.tariff.profile import Profile
from sad_desktop.valuation.note import AssessmentNote


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """The pages, and what had no room in its box and stands on an annex: warn of it."""

    pages: tuple[Page, ...]
    overflows: tuple[Overflow, ...] = ()


def lay_out(
    draft: Draft,
    figures: Figures,
    note: AssessmentNote,
    profile: Profile,
    printing: Printing,
    say: Say = str,
    first: int | None = None,
) -> LaidOut:
    """Return the pages a declaration is printed on.

    ``say`` puts the steps of the assessment note into the language of the paper. ``first`` asks
    for the first so many sheets of the form and nothing else, for a preview that cannot wait.
    """
    stamp = seal(draft)
    pages: list[Page] = []
    overflows: tuple[Overflow, ...] = ()
    if printing.has_sheets:
        sheets = _sheets(draft, figures, note, profile, printing, stamp, first)
        pages += sheets.pages
        overflows = sheets.overflows
    if first is not None:
        return LaidOut(pages=tuple(pages[:first]), overflows=overflows)
    for document in _written(draft, note, printing, say):
        pages += written_pages(document, Edition(printing.edition), stamp.line)
    return LaidOut(pages=tuple(pages), overflows=overflows)


def lay_out_design(
    design: Design,
    draft: Draft,
    figures: Figures,
    note: AssessmentNote,
    profile: Profile,
    printing: Printing,
) -> LaidOut:
    """Return the pages of a print design, behind them the annex of what had no room."""
    pages, overflows = design_pages(design, draft, figures, profile.decimals, printing)
    if overflows:
        document = annex(draft, note, overflows)
        pages += written_pages(document, Edition(printing.edition), seal(draft).line)
    return LaidOut(pages=pages, overflows=overflows)


def _written(draft: Draft, note: AssessmentNote, printing: Printing, say: Say) -> Iterator[Written]:
    """Yield the written documents that are asked for, in the order they are filed."""
    what = printing.what
    if what in ("valuation", "general_valuation", "all"):
        yield general_note(draft, note)
    if what in ("valuation", "item_valuation", "all"):
        yield items_note(draft, note)
    if printing.has_assessment:
        yield assessment_note(draft, note, say, explained=printing.explained)
    if what in ("documents", "all"):
        yield documents_list(draft, note)
    if what == "containers" or (what in ("documents", "all") and draft.declaration.containers):
        yield containers_list(draft, note)
    if what == "estimate":
        yield client_estimate(draft, note)


def _sheets(
    draft: Draft,
    figures: Figures,
    note: AssessmentNote,
    profile: Profile,
    printing: Printing,
    stamp: Seal,
    first: int | None,
) -> LaidOut:
    """Return the form's sheets and their annex, once for every copy."""
    edition = Edition(printing.edition)
    setter = ValueSetter(edition, binding(edition, profile))
    values = [
        placed(setter.marks(page_view(draft, figures, number, profile.decimals)), printing)
        for number in range(page_count(len(draft.declaration.items)))[:first]
    ]
    further: tuple[Page, ...] = ()
    if setter.overflows:
        further = written_pages(annex(draft, note, setter.overflows), edition, stamp.line)
    pages: list[Page] = []
    for copy in printing.copies or (0,):
        grounds = tuple(
            _ground(kind, draft, profile, printing, copy, stamp)
            for kind in ("main", "continuation")[: len(values)]
        )
        pages += [
            Page(
                width=PAGE_WIDTH,
                height=PAGE_HEIGHT,
                marks=marks,
                background=grounds[min(number, 1)],
            )
            for number, marks in enumerate(values)
        ]
        pages += further
    return LaidOut(pages=tuple(pages), overflows=setter.overflows)


def _ground(
    kind: str, draft: Draft, profile: Profile, printing: Printing, copy: int, stamp: Seal
) -> tuple[Mark, ...]:
    """Return what lies under the values of a sheet; nothing on pre-printed forms."""
    if printing.values_only:
        return ()
    edition = Edition(printing.edition)
    return (
        *(watermark(edition) if draft.status.is_editable else ()),
        *form_marks(sheet(kind), edition, profile),
        *strip_marks(sheet(kind), edition, copy, draft.declaration.declaration_type, stamp),
    )
