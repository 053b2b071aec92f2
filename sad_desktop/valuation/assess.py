"""From a declaration to its assessment note."""

from dataclasses import replace
from datetime import date
from decimal import localcontext

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.figures import Figures
from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.applicable import law_of
from sad_desktop.tariff.book import TariffBook
from sad_desktop.tariff.profile import Profile
from sad_desktop.valuation.apportion import Sharer, residuals
from sad_desktop.valuation.as_declared import FLAG, FROM_FILE, completed, file_decimals
from sad_desktop.valuation.declared_taxes import DeclaredTaxes, declared_taxes
from sad_desktop.valuation.general_taxes import general_lines
from sad_desktop.valuation.item_value import ItemValuer
from sad_desktop.valuation.item_work import ItemWork
from sad_desktop.valuation.money import CONTEXT, ZERO
from sad_desktop.valuation.note import AssessmentNote, Remark
from sad_desktop.valuation.totals import totalled
from sad_desktop.valuation.value import Terms, general_value, terms_of
from sad_desktop.valuation.value_steps import ValueSteps

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


class Assessor:
    """Assesses one open declaration again and again; what did not change is not worked out anew."""

    def __init__(self, book: TariffBook, on: date) -> None:
        self._book = book
        self._on = on
        self._sharer = Sharer()
        self._work = ItemWork()

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
        of_file = _of_file(declared or Figures(), terms) if is_declared else None
        general = general_value(declaration, terms, remarks)
        shares = self._sharer.share_out(declaration, general, terms, remarks)
        law = law_of(declaration, self._book.profile, self._on)
        explain = ValueSteps(general, shares, terms).steps
        self._work.prepare(terms, law, of_file)
        valuer = ItemValuer(general, shares, terms, explain)
        notes = self._work.notes(declaration.items, valuer, remarks)
        if of_file is not None:
            global_taxes = of_file.general_lines()
        else:
            remarks += _known_law(self._book.profile, self._on)
            global_taxes = general_lines(declaration, general, notes, law, terms, remarks)
        left = residuals(general, shares, sum((note.value.cif for note in notes), ZERO))
        return totalled(declaration, general, notes, global_taxes, terms, left, remarks)


def _of_file(declared: Figures, terms: Terms) -> DeclaredTaxes:
    """Return how to work a file's taxes out again: in its own decimals."""
    return declared_taxes(declared, file_decimals(declared, terms.decimals))


def _known_law(profile: Profile, on: date) -> list[Remark]:
    """Tell that the law of a day is not known, rather than charge nothing."""
    start = profile.tax_law.known_from
    if start is None or start <= on:
        return []
    values = (("date", on.isoformat()), ("v", start.isoformat()))
    return [Remark(code="law_unknown", place=Place("declaration_day"), values=values)]
