"""Declarations, items and a tariff book for tests: plain functions, no files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.book import ExchangeRate, ListEntry, LookupQuery, TariffLine
from sad_desktop.tariff.profile import Profile
from sad_desktop.tariff.profile_file import load_profile

A_DAY = date(2026, 11, 2)
LONG_AGO = date(2000, 1, 1)


def an_item(key: int = 1, **changes: Any) -> Item:
    """Return an item of two cars' worth: 1,000.00 under heading 8703, home use."""
    facts: dict[str, Any] = {
        "commodity_code": "870322700000",
        "origin_country": "TR",
        "procedure": "4000",
        "extended_code": "000",
        "gross_mass": Decimal("110"),
        "net_mass": Decimal("100"),
        "package_count": Decimal("2"),
        "invoice_amount": Decimal("1000.00"),
    }
    return Item(key=key, **{**facts, **changes})


def a_declaration(*items: Item, **changes: Any) -> Declaration:
    """Return an import for home use in US dollars; the invoice is the sum of the items."""
    own = items or (an_item(),)
    facts: dict[str, Any] = {
        "declaration_type": "IM",
        "general_procedure": "4",
        "certificate_of_origin": "1",
        "invoice_currency": "USD",
        "invoice_amount": sum((item.invoice_amount or Decimal(0) for item in own), Decimal(0)),
        "exchange_rate": Decimal("0.376"),
        "delivery_terms": "FOB",
        "items": own,
    }
    return Declaration(**{**facts, **changes})


@dataclass(frozen=True)
class MemoryBook:
    """A tariff book in memory; satisfies ``TariffBook``."""

    profile: Profile
    entries: Mapping[str, Mapping[str, ListEntry]] = field(default_factory=dict)
    lines: Mapping[str, tuple[TariffLine, ...]] = field(default_factory=dict)
    rates: tuple[ExchangeRate, ...] = ()

    def entry(self, list_name: str, code: str, on: date) -> ListEntry | None:
        found = self.entries.get(list_name, {}).get(code)
        return found if found is not None and found.is_in_force(on) else None

    def has_list(self, list_name: str) -> bool:
        return bool(self.lines) if list_name == "tariff" else list_name in self.entries

    def line(self, code: str, on: date) -> TariffLine | None:
        for line in self.lines.get(code, ()):
            starts = line.valid_from is None or line.valid_from <= on
            if starts and (line.valid_to is None or on < line.valid_to):
                return line
        return None

    def exchange_rate(self, currency: str, on: date) -> ExchangeRate | None:
        known = [r for r in self.rates if r.currency == currency and r.valid_from <= on]
        return max(known, key=lambda rate: rate.valid_from, default=None)

    def search(self, query: LookupQuery) -> tuple[ListEntry, ...]:
        listed = self.entries.get(query.list_name, {}).values()
        return tuple(entry for entry in listed if entry.code.startswith(query.text))[: query.limit]


def a_rate(currency: str, rate: str, *, per: int = 1, since: date = LONG_AGO) -> ExchangeRate:
    """Return a rate of exchange."""
    return ExchangeRate(
        currency=currency, rate=Decimal(rate), per=per, valid_from=since, source="test"
    )


def a_line(code: str, **rates: str) -> TariffLine:
    """Return a tariff line with the rates of taxes by their code."""
    return TariffLine(code=code, en=code, ar=code, rates=rates)


def a_book(
    profile: Profile | str = "bh",
    *,
    lines: Iterable[TariffLine] = (),
    rates: Iterable[ExchangeRate] = (),
    entries: Mapping[str, Iterable[ListEntry]] | None = None,
) -> MemoryBook:
    """Return a book of a shipped profile, or of one at hand, with these lines and rates."""
    listed = {name: {entry.code: entry for entry in some} for name, some in (entries or {}).items()}
    by_code: dict[str, list[TariffLine]] = {}
    for line in lines:
        by_code.setdefault(line.code, []).append(line)
    return MemoryBook(
        profile=load_profile(profile)[0] if isinstance(profile, str) else profile,
        entries=listed,
        lines={code: tuple(some) for code, some in by_code.items()},
        rates=tuple(rates),
    )
