"""The desk's law: one book, one day, and what follows for a draft from both."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sad_desktop.brokerage.register import EMPTY_REGISTER, Register
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.edits import Edit
from sad_desktop.declaration.figures import Figures
from sad_desktop.declaration.model import COSTS
from sad_desktop.services.fills import fills
from sad_desktop.services.new_declaration import Start, defaults, item_defaults, new_draft
from sad_desktop.tariff.behaviour import BoxState, Circumstances, circumstances, state_of
from sad_desktop.tariff.book import LookupQuery, TariffBook
from sad_desktop.validation.check import check
from sad_desktop.validation.field_faults import field_faults
from sad_desktop.validation.findings import Finding
from sad_desktop.valuation.assess import Assessor
from sad_desktop.valuation.figures import figures
from sad_desktop.valuation.note import AssessmentNote

_CURRENCIES = ("invoice_currency", *(f"{cost}_currency" for cost in COSTS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Everything a screen needs to know about the law of the day.

    ``on`` is the day whose law and rates apply, ``language`` that of names the program puts in.
    """

    book: TariffBook
    on: date
    language: str = "en"
    start: Start = Start()

    def by_law_of(self, draft: Draft) -> "Desk":
        """Return the desk on the day whose law holds for a draft: that of its registration.

        Until it is registered the desk's own day holds (S4-013: the day of registration).
        """
        day = draft.declaration.registration_day
        if draft.status.is_unregistered or day is None or day == self.on:
            return self
        return replace(self, on=day)

    def new_draft(self) -> Draft:
        """Return an empty declaration with the day's defaults."""
        return new_draft(self.book, self.on, self.start, self.language)

    def begun(self, draft: Draft) -> Draft:
        """Return a draft begun from another: with the day's defaults, and its rates of money."""
        for edit in defaults(draft, self.book, self.on, self.start, self.language):
            draft = edit.apply(draft)
        for name in _CURRENCIES:
            if draft.value(Place(name)):
                for edit in self.fills(draft, Place(name)):
                    draft = edit.apply(draft)
        return draft

    def item_defaults(self, draft: Draft, keys: Iterable[int]) -> tuple[Edit, ...]:
        """Return what is filled into new items."""
        done: list[Edit] = []
        for key in keys:
            edits = item_defaults(draft, key, self.book, self.on, self.language)
            for edit in edits:
                draft = edit.apply(draft)
            done.extend(edits)
        return tuple(done)

    def fills(self, draft: Draft, place: Place, former: Draft | None = None) -> tuple[Edit, ...]:
        """Return what follows from the value now in a field; ``former`` is the draft before it."""
        return fills(draft, place, self.book, self.on, self.language, former=former)

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

    def tariff_edition(self) -> tuple[str, date | None]:
        """Return how many digits the tariff's codes have, and the day it is in force from."""
        lines = self.book.search(LookupQuery(list_name="tariff", text="", on=self.on, limit=1))
        if not lines:
            return "", None
        return str(len(lines[0].code)), lines[0].valid_from

    def rates_published(self, draft: Draft) -> date | None:
        """Return the day of the rate of the invoice's currency, else of one that is not fixed."""
        usual = next((one for one in ("USD", "EUR") if not self._is_fixed(one)), "USD")
        currency = draft.declaration.invoice_currency or usual
        rate = self.book.exchange_rate(currency, self.on)
        return rate.valid_from if rate is not None else None

    def rate_grows_old(self, draft: Draft) -> bool:
        """Tell whether the rate of the invoice's currency has to be published anew."""
        return not self._is_fixed(draft.declaration.invoice_currency)

    def _is_fixed(self, currency: str) -> bool:
        return currency in self.book.profile.flags.get("pegged_currencies", "").split()

    def check(
        self, draft: Draft, note: AssessmentNote, register: Register = EMPTY_REGISTER
    ) -> tuple[Finding, ...]:
        """Return what is wrong with a draft, in the order of the form.

        ``register`` holds what the office knows beyond the draft.
        """
        return check(draft, note, self.book, self.on, register)

    def converted(self, draft: Draft, place: Place, typed: str) -> Finding | None:
        """Return what to say of digits of another script that were typed into a number or code."""
        if typed.isascii() or place in draft.rejected:
            return None
        faults = field_faults(draft, place, self.book, self.on, typed=typed)
        return next((one for one in faults if one.code == "X-08"), None)
