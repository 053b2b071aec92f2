"""The tariff book: everything the law and the lists can be asked, by code and day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol

from sad_desktop.tariff.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class ListEntry:
    """One entry of a code list, in force from ``valid_from`` until before ``valid_to``."""

    code: str
    en: str
    ar: str
    facts: Mapping[str, str] = field(default_factory=dict)
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""

    def name(self, language: str) -> str:
        """Return the name in ``en`` or ``ar``; the other one when it is missing."""
        return (self.ar or self.en) if language == "ar" else (self.en or self.ar)

    def is_in_force(self, on: date) -> bool:
        """Tell whether the entry is in force on a day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on < self.valid_to
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeRate:
    """The national currency for ``per`` units of a foreign one, from a day on."""

    currency: str
    rate: Decimal
    per: int = 1
    valid_from: date
    source: str = ""

    @property
    def for_one(self) -> Decimal:
        """National currency for one unit."""
        return self.rate / self.per


@dataclass(frozen=True, slots=True, kw_only=True)
class TariffLine:
    """A line of the national tariff on a day.

    ``units`` are codes of supplementary units, at most three; ``rates`` maps the code of a tax
    to the rate as the tariff prints it ("5%", "Free", "100% min SAR 200 per 1000 NMB").
    """

    code: str
    en: str
    ar: str
    units: tuple[str, ...] = ()
    rates: Mapping[str, str] = field(default_factory=dict)
    specifications: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    prohibited: bool = False
    restricted_by: str = ""
    notes: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""

    def is_in_force(self, on: date) -> bool:
        """Tell whether the line is in force on a day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on < self.valid_to
        )

    def description(self, language: str) -> str:
        """Return the description in ``en`` or ``ar``; the other one when it is missing."""
        return (self.ar or self.en) if language == "ar" else (self.en or self.ar)


@dataclass(frozen=True, slots=True, kw_only=True)
class LookupQuery:
    """What is typed in a finder: the list, the text, the day and how many answers at most.

    ``criteria`` narrow lists that have a criteria row, by name: voyage, office, a day.
    """

    list_name: str
    text: str
    on: date
    limit: int = 50
    criteria: Mapping[str, str] = field(default_factory=dict)


class TariffBook(Protocol):
    """What valuation, verification and the sheet ask; answered from lists, files or memory."""

    @property
    def profile(self) -> Profile:
        """The country whose law this is."""
        ...

    def entry(self, list_name: str, code: str, on: date) -> ListEntry | None:
        """Return the entry of a list in force on a day."""
        ...

    def has_list(self, list_name: str) -> bool:
        """Tell whether a code must be in a list to be right: not so for an empty list."""
        ...

    def line(self, code: str, on: date) -> TariffLine | None:
        """Return the tariff line in force on a day."""
        ...

    def exchange_rate(self, currency: str, on: date) -> ExchangeRate | None:
        """Return the last rate of a currency published on or before a day."""
        ...

    def search(self, query: LookupQuery) -> tuple[ListEntry, ...]:
        """Return the entries of a list that match what was typed, best first."""
        ...
