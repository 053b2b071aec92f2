"""From a declaration to its assessment note."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, localcontext

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.figures import Figures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.applicable import LawOfDay, law_of
from sad_desktop.tariff.book import TariffBook
from sad_desktop.tariff.profile import Profile
from sad_desktop.valuation.apportion import Sharer, residuals
from sad_desktop.valuation.as_declared import FLAG, FROM_FILE, completed, file_decimals
from sad_desktop.valuation.declared_taxes import DeclaredTaxes, declared_taxes
from sad_desktop.valuation.duties import PlannedTax, item_lines
from sad_desktop.valuation.general_taxes import general_lines
from sad_desktop.valuation.item_value import ItemValuer
from sad_desktop.valuation.money import CONTEXT, ZERO
from sad_desktop.valuation.note import AssessmentNote, ItemNote, ItemValue, Remark
from sad_desktop.valuation.plan import Planner
from sad_desktop.valuation.totals import totalled, with_totals
from sad_desktop.valuation.value import GeneralValue, Terms, general_value, terms_of

TAXES = "taxes"
PROFILE, DECLARED = "profile", "declared"
"""Where tax lines come from: the profile's law, or the imported file worked out again."""


def assess(
    declaration: Declaration,
    book: TariffBook,
    on: date,
    declared: Figures | None = None,
    taxes: str = PROFILE,
) -> AssessmentNote:
    """Assess every item at the rates and the law in force on the day.

    ``declared`` are the figures of the file the declaration was read from; ``taxes`` says
    whether its own tax lines are worked out again instead of the profile's law.
    """
    return Assessor(book, on).assess(declaration, declared, taxes)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What all items have in common: where it is the same, an unchanged item is too."""

    terms: Terms
    law: LawOfDay
    blocks: tuple[tuple[str, Decimal], ...]
    form: tuple[str, int] | None


@dataclass(frozen=True, slots=True)
class _Worked:
    """An item worked out: from what, and with what result."""

    item: Item
    figures: ItemFigures | None
    plan: tuple[PlannedTax, ...] | None
    plan_remarks: tuple[Remark, ...]
    place: int
    parts: tuple[Decimal, ...]
    note: ItemNote
    value_remarks: tuple[Remark, ...]
    tax_remarks: tuple[Remark, ...]


class Assessor:
    """Assesses one open declaration again and again; what did not change is not worked out anew."""

    def __init__(self, book: TariffBook, on: date) -> None:
        self._book = book
        self._on = on
        self._sharer = Sharer()
        self._frame: _Frame | None = None
        self._planner: Planner | None = None
        self._worked: dict[int, _Worked] = {}

    def assess(
        self, declaration: Declaration, declared: Figures | None = None, taxes: str = PROFILE
    ) -> AssessmentNote:
        """Return the note of a declaration as it stands now; see ``assess``."""
        with localcontext(CONTEXT):
            return self._assessed(declaration, declared, taxes)

    def _assessed(
        self, declaration: Declaration, declared: Figures | None, taxes: str
    ) -> AssessmentNote:
        remarks: list[Remark] = []
        terms = terms_of(declaration, self._book, self._on, remarks)
        flags = self._book.profile.flags
        if declared is not None and flags.get(FLAG) == FROM_FILE:
            declaration = completed(declaration, declared)
            terms = replace(terms, decimals=file_decimals(declared, terms.decimals))
        is_declared = DECLARED in (taxes, flags.get(TAXES))
        of_file = _of_file(declared, terms) if is_declared else None
        general = general_value(declaration, terms, remarks)
        shares = self._sharer.share_out(declaration, general, terms, remarks)
        law = law_of(declaration, self._book.profile, self._on)
        planner = self._prepared(general, terms, law, of_file)
        items = self._items(declaration, ItemValuer(general, shares, terms), planner, of_file)
        notes = [worked.note for worked in items]
        for worked in items:
            remarks += worked.plan_remarks + worked.value_remarks + worked.tax_remarks
        if is_declared:
            global_taxes = of_file.general_lines() if of_file is not None else ()
        else:
            remarks += _known_law(self._book.profile, self._on)
            global_taxes = general_lines(declaration, general, notes, law, terms, remarks)
        left = residuals(general, shares, sum((note.value.cif for note in notes), ZERO))
        return totalled(declaration, general, notes, global_taxes, terms, left, remarks)

    def _prepared(
        self, general: GeneralValue, terms: Terms, law: LawOfDay, of_file: DeclaredTaxes | None
    ) -> Planner:
        """Forget what no longer holds: all of it when law or terms changed, else what it cost."""
        costs = (general.invoice, *general.costs.values())
        frame = _Frame(
            terms,
            law,
            tuple((cost.currency, cost.rate) for cost in costs),
            None if of_file is None else (of_file.form, of_file.decimals),
        )
        before, self._frame = self._frame, frame
        if self._planner is None or before is None or (before.terms, before.law) != (terms, law):
            self._planner = Planner(law, terms)
            self._worked = {}
        elif before != frame:
            self._worked = {
                key: replace(worked, place=_NOWHERE) for key, worked in self._worked.items()
            }
        return self._planner

    def _items(
        self,
        declaration: Declaration,
        valuer: ItemValuer,
        planner: Planner,
        of_file: DeclaredTaxes | None,
    ) -> list[_Worked]:
        figures = {} if of_file is None else dict(of_file.declared.items)
        known, done = self._worked, []
        for place, item in enumerate(declaration.items):
            before = known.get(item.key)
            own = figures.get(item.key)
            parts = valuer.parts(place)
            if (
                before is None
                or before.item is not item
                or before.place != place
                or before.parts != parts
                or before.figures is not own
            ):
                before = self._work(item, place, parts, valuer, planner, (of_file, own), before)
            done.append(before)
        self._worked = {worked.item.key: worked for worked in done}
        return done

    def _work(
        self,
        item: Item,
        place: int,
        parts: tuple[Decimal, ...],
        valuer: ItemValuer,
        planner: Planner,
        declared: tuple[DeclaredTaxes | None, ItemFigures | None],
        before: _Worked | None,
    ) -> _Worked:
        of_file, figures = declared
        remarks: list[Remark] = []
        value = valuer.value(item, place, remarks)
        if of_file is not None:
            met: list[Remark] = []
            taxes = of_file.lines_of(item, figures.taxes if figures else (), met)
            note = with_totals(value, taxes)
            return _Worked(item, figures, None, (), place, parts, note, tuple(remarks), tuple(met))
        plan, plan_remarks = _planned(item, planner, before)
        if before is not None and before.plan is plan and _is_same(value, before.note.value):
            note = replace(before.note, value=value)
            tax_remarks = before.tax_remarks
        else:
            met = []
            note = with_totals(value, item_lines(item, value, plan, valuer.terms, met))
            tax_remarks = tuple(met)
        return _Worked(
            item, None, plan, plan_remarks, place, parts, note, tuple(remarks), tax_remarks
        )


def _planned(
    item: Item, planner: Planner, before: _Worked | None
) -> tuple[tuple[PlannedTax, ...], tuple[Remark, ...]]:
    """Return the taxes an item meets; those it met before when it is the same item."""
    if before is not None and before.item is item and before.plan is not None:
        return before.plan, before.plan_remarks
    remarks: list[Remark] = []
    plan = planner.plan(item, remarks)
    return plan, tuple(remarks)


def _is_same(value: ItemValue, before: ItemValue) -> bool:
    """Tell whether an item is worth what it was, in everything a tax can be charged on."""
    return (
        value.cif == before.cif
        and value.statistical_value == before.statistical_value
        and value.invoice.national == before.invoice.national
        and value.total_costs == before.total_costs
    )


def _of_file(declared: Figures | None, terms: Terms) -> DeclaredTaxes | None:
    """Return how to work a file's taxes out again: in its own decimals."""
    if declared is None:
        return None
    return declared_taxes(declared, file_decimals(declared, terms.decimals))


def _known_law(profile: Profile, on: date) -> list[Remark]:
    """Tell that the law of a day is not known, rather than charge nothing."""
    start = profile.tax_law.known_from
    if start is None or start <= on:
        return []
    values = (("date", on.isoformat()), ("v", start.isoformat()))
    return [Remark(code="law_unknown", place=Place("declaration_day"), values=values)]


_NOWHERE = -1
