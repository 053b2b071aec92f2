"""A country's law as a value: currency, lengths, patterns, titles, taxes; read from a profile file.

Nothing here knows a country. The files are resources/profiles/*.toml; every dated entry names
its source.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from sad_desktop.tariff.payment_numbers import PaymentNumbers
from sad_desktop.tariff.tax_law import TaxLaw


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxTitle:
    """A box title that differs from the form's own in this country."""

    en: str
    ar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One country's settings of the form and its tax law.

    ``code_lengths`` are all lengths of a full commodity code, ``dated_code_lengths`` those in
    force from a day on; ``currency_decimals`` the decimals of currencies that do not have two.
    ``flags`` are switches of the country, by name; ``binding`` what the law has stand beside an
    ACID on paper.
    """

    code: str
    en: str
    ar: str
    country: str
    currency: str
    decimals: int
    rounding: str = "exact"
    code_lengths: tuple[int, ...] = (8,)
    reference_pattern: str = ""
    reference_example: str = ""
    tin_pattern: str = ""
    authority_en: str = ""
    authority_ar: str = ""
    binding_en: str = ""
    binding_ar: str = ""
    titles: Mapping[str, BoxTitle] = field(default_factory=dict)
    currency_decimals: Mapping[str, int] = field(default_factory=dict)
    unused: frozenset[str] = frozenset()
    flags: Mapping[str, str] = field(default_factory=dict)
    warehouse_procedures: frozenset[str] = frozenset()
    price_tolerance: Decimal = Decimal("0.01")
    dated_code_lengths: tuple[tuple[date, tuple[int, ...]], ...] = ()
    payment_numbers: tuple[PaymentNumbers, ...] = ()
    tax_law: TaxLaw = field(default_factory=TaxLaw)

    def decimals_of(self, currency: str) -> int:
        """Return how many decimals amounts of a currency have."""
        if currency == self.currency:
            return self.decimals
        return self.currency_decimals.get(currency, 2)

    def code_lengths_on(self, on: date) -> tuple[int, ...]:
        """Return the lengths a full commodity code may have on a day."""
        in_force = [lengths for start, lengths in self.dated_code_lengths if start <= on]
        return in_force[-1] if in_force else self.code_lengths

    def payment_numbers_on(self, on: date) -> PaymentNumbers:
        """Return how numbers of payments are written on a day."""
        in_force = [one for one in self.payment_numbers if one.valid_from <= on]
        return in_force[-1] if in_force else PaymentNumbers()
