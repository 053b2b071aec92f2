"""The desk's law: one book, one day, and what follows for a draft from both."""

from dataclasses import dataclass
from datetime import date

from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.edits import SetField
from sad_desktop.declaration.figures import Figures
from sad_desktop.services.fills import fills
from sad_desktop.tariff.behaviour import BoxState, Circumstances, circumstances, state_of
from sad_desktop.tariff.book import TariffBook
from sad_desktop.validation.check import check
from sad_desktop.validation.findings import Finding
from sad_desktop.valuation.assess import Assessor
from sad_desktop.valuation.figures import figures
from sad_desktop.valuation.note import AssessmentNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything a screen needs to know about the law of the day.

    ``on`` is the day whose law and rates apply, ``language`` that of names the program puts in.
    """

    book: TariffBook
    on: date
    language: str = "en"

    def fills(self, draft: Draft, place: Place) -> tuple[SetField, ...]:
        """Return what follows from the value now in a field."""
        return fills(draft, place, self.book, self.on)

    def circumstances(self, draft: Draft) -> Circumstances:
        """Return what decides which boxes are keyed."""
        return circumstances(draft.declaration, draft.status, self.book, self.on)

    def state_of(self, place: Place, around: Circumstances) -> BoxState:
        """Return whether a box is keyed, and why not."""
        return state_of(place, around)

    def assessor(self) -> Assessor:
        """Return what assesses one open declaration again and again."""
        return Assessor(self.book, self.on)

    def figures(self, draft: Draft, note: AssessmentNote) -> Figures:
        """Return the computed boxes."""
        return figures(draft.declaration, note, self.language)

    def check(self, draft: Draft, note: AssessmentNote) -> tuple[Finding, ...]:
        """Return what is wrong with a draft, in the order of the form."""
        return check(draft, note, self.book, self.on)
