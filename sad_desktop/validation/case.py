"""What a rule may look at, and how it states a finding."""

from dataclasses import dataclass
from datetime import date

from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.item import Item
from sad_desktop.tariff.book import TariffBook
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.messages import MESSAGES
from sad_desktop.valuation.note import AssessmentNote


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A draft with its assessment, the book and the day."""

    draft: Draft
    note: AssessmentNote
    book: TariffBook
    on: date

    def finding(self, code: str, place: Place, **values: object) -> Finding:
        """Return the finding of a rule at a place; ``values`` fill its message."""
        rule = MESSAGES[code]
        number = self.draft.declaration.position(place.item) + 1 if place.item else 0
        if number:
            values.setdefault("item", number)
        return Finding(
            code=code,
            severity=rule.severity,
            place=place,
            message=rule.text,
            values=tuple((name, str(value)) for name, value in values.items()),
            number=number,
        )

    def numbered_items(self) -> tuple[tuple[int, Item], ...]:
        """Return the items with their numbers from 1."""
        return tuple(enumerate(self.draft.declaration.items, start=1))

    def is_readable(self, place: Place) -> bool:
        """Tell whether a field holds a value; a rule is silent where its text was rejected."""
        return place not in self.draft.rejected
