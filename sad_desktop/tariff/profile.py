"""A country's law as a value: currency, lengths, patterns, titles, taxes; read from a profile file.

Nothing here knows a country. The files are resources/profiles/*.toml; every dated entry names
its source.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxTitle:
    """A box title that differs from the form's own in this country."""

    en: str
    ar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One country's settings of the form; the taxes stand in tax_law.py.

    ``code_lengths`` are the lengths of a full commodity code; ``currency_decimals`` the decimals
    of currencies that do not have two. ``flags`` are switches of the country, by name.
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
    titles: Mapping[str, BoxTitle] = field(default_factory=dict)
    currency_decimals: Mapping[str, int] = field(default_factory=dict)
    unused: frozenset[str] = frozenset()
    flags: Mapping[str, str] = field(default_factory=dict)
    warehouse_procedures: frozenset[str] = frozenset()
    price_tolerance: Decimal = Decimal("0.01")

    def decimals_of(self, currency: str) -> int:
        """Return how many decimals amounts of a currency have."""
        if currency == self.currency:
            return self.decimals
        return self.currency_decimals.get(currency, 2)
