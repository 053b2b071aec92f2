"""The tariff book over the lists shipped with the program, each read when first asked for."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TypeVar

from sad_desktop.tariff.book import ExchangeRate, ListEntry, LookupQuery, TariffLine
from sad_desktop.tariff.codelists import (
    Edition,
    ListFile,
    edition,
    entries,
    exchange_rates,
    read_list,
    tariff_lines,
)
from sad_desktop.tariff.lookup import Searchable, Similar, searchable
from sad_desktop.tariff.profile import Profile
from sad_desktop.tariff.profile_file import load_profile

_T = TypeVar("_T")
TARIFF = "tariff"
RATES = "exchange_rates"


class ShippedBook:
    """Answers from the shipped files of one country; satisfies ``TariffBook``.

    Nothing is read before it is asked for, and nothing twice.
    """

    def __init__(self, profile: Profile, similar: Similar | None = None) -> None:
        self._profile = profile
        self._similar = similar
        self._edition: Edition | None = None
        self._lists: dict[str, Mapping[str, tuple[ListEntry, ...]]] = {}
        self._searchables: dict[tuple[str, date], Searchable] = {}
        self._lines: Mapping[str, tuple[TariffLine, ...]] | None = None
        self._rates: Mapping[str, tuple[ExchangeRate, ...]] | None = None

    @property
    def profile(self) -> Profile:
        """The country whose law this is."""
        return self._profile

    def entry(self, list_name: str, code: str, on: date) -> ListEntry | None:
        """Return the entry of a list in force on a day."""
        if list_name == TARIFF:
            line = self.line(code, on)
            return None if line is None else line_as_entry(line)
        same = self._list(list_name).get(code, ())
        return next((entry for entry in same if entry.is_in_force(on)), None)

    def has_list(self, list_name: str) -> bool:
        """Tell whether a code must be in this list to be right.

        False for a list without entries and for one that is only suggested in this country.
        """
        if list_name in self._own_edition().suggested:
            return False
        return bool(self._tariff() if list_name == TARIFF else self._list(list_name))

    def line(self, code: str, on: date) -> TariffLine | None:
        """Return the tariff line in force on a day."""
        same = self._tariff().get(code, ())
        return next((line for line in same if _is_in_force(line, on)), None)

    def exchange_rate(self, currency: str, on: date) -> ExchangeRate | None:
        """Return the last rate of a currency published on or before a day."""
        if self._rates is None:
            read = (rate for file in self._files(RATES) for rate in exchange_rates(file))
            self._rates = _grouped(read, lambda rate: rate.currency)
        published = [rate for rate in self._rates.get(currency, ()) if rate.valid_from <= on]
        return max(published, key=lambda rate: rate.valid_from, default=None)

    def search(self, query: LookupQuery) -> tuple[ListEntry, ...]:
        """Return the entries of a list that match what was typed, best first."""
        key = (query.list_name, query.on)
        if key not in self._searchables:
            self._searchables[key] = searchable(self._entries_on(query.list_name, query.on))
        return self._searchables[key].find(query.text, query.limit, self._similar)

    def _entries_on(self, list_name: str, on: date) -> Iterable[ListEntry]:
        if list_name == TARIFF:
            lines = (line for same in self._tariff().values() for line in same)
            return (line_as_entry(line) for line in lines if _is_in_force(line, on))
        return (e for same in self._list(list_name).values() for e in same if e.is_in_force(on))

    def _list(self, name: str) -> Mapping[str, tuple[ListEntry, ...]]:
        if name not in self._lists:
            merged: dict[str, tuple[ListEntry, ...]] = {}
            for file in self._files(name):
                merged.update(_grouped(entries(file), lambda entry: entry.code))
            self._lists[name] = merged
        return self._lists[name]

    def _tariff(self) -> Mapping[str, tuple[TariffLine, ...]]:
        if self._lines is None:
            merged: dict[str, tuple[TariffLine, ...]] = {}
            for file in self._files(TARIFF):
                merged.update(_grouped(tariff_lines(file), lambda line: line.code))
            self._lines = merged
        return self._lines

    def _files(self, name: str) -> Iterable[ListFile]:
        read = (read_list(folder, name) for folder in self._own_edition().folders)
        return (file for file in read if file is not None)

    def _own_edition(self) -> Edition:
        if self._edition is None:
            self._edition = edition(self._profile.code)
        return self._edition


def shipped_book(profile_code: str, similar: Similar | None = None) -> ShippedBook:
    """Return the book of a country.

    Raises ResourceMissing when the country is not shipped, FileRefused for a faulty profile.
    """
    profile, _ = load_profile(profile_code)
    return ShippedBook(profile, similar)


def line_as_entry(line: TariffLine) -> ListEntry:
    """Return a tariff line as a finder shows it: units, rates and demands become facts."""
    facts = {
        "units": " ".join(line.units),
        **{f"rate:{tax}": rate for tax, rate in line.rates.items()},
        "specifications": " ".join(line.specifications),
        "documents": " ".join(line.documents),
        "prohibited": "yes" if line.prohibited else "",
        "restricted_by": line.restricted_by,
    }
    return ListEntry(
        code=line.code,
        en=line.en,
        ar=line.ar,
        facts={key: value for key, value in facts.items() if value},
        valid_from=line.valid_from,
        valid_to=line.valid_to,
        source=line.source,
    )


def _is_in_force(line: TariffLine, on: date) -> bool:
    return (line.valid_from is None or line.valid_from <= on) and (
        line.valid_to is None or on < line.valid_to
    )


def _grouped(rows: Iterable[_T], key: Callable[[_T], str]) -> dict[str, tuple[_T, ...]]:
    grouped: dict[str, list[_T]] = {}
    for row in rows:
        grouped.setdefault(key(row), []).append(row)
    return {code: tuple(same) for code, same in grouped.items()}
