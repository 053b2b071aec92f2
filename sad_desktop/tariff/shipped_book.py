"""The tariff book over the lists shipped with the program, each read when first asked for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sad_desktop.tariff.book import ExchangeRate, ListEntry, LookupQuery, TariffLine
from sad_desktop.tariff.codelists import (
    Edition,
    ListFile,
    edition,
    entries,
    exchange_rates,
    list_names,
    read_list,
    tariff_lines,
)
from sad_desktop.tariff.lines import RATES, TARIFF, line_as_entry, rate_as_entry
from sad_desktop.tariff.lookup import Searchable, Similar, searchable
from sad_desktop.tariff.profile import Profile
from sad_desktop.tariff.profile_file import load_profile

_T = TypeVar("_T")


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
        return next((line for line in same if line.is_in_force(on)), None)

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
            return (line_as_entry(line) for line in lines if line.is_in_force(on))
        return (e for same in self._list(list_name).values() for e in same if e.is_in_force(on))

    def _list(self, name: str) -> Mapping[str, tuple[ListEntry, ...]]:
        if name not in self._lists:
            merged: dict[str, tuple[ListEntry, ...]] = {}
            for file in self._files(name):
                merged.update(_grouped(_as_entries(name, file), lambda entry: entry.code))
            self._lists[name] = {code: _chained(own) for code, own in merged.items()}
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


def shipped_periods(profile_code: str) -> Iterator[tuple[str, tuple[ListEntry, ...]]]:
    """Return every shipped list of a country, code by code with its periods, in list order."""
    folders = edition(profile_code).folders
    for name in list_names(folders):
        merged: dict[str, tuple[ListEntry, ...]] = {}
        for folder in folders:
            file = read_list(folder, name)
            if file is not None:
                merged.update(_grouped(_as_entries(name, file), lambda entry: entry.code))
        for periods in merged.values():
            yield name, _chained(periods)


def _chained(entries: Iterable[ListEntry]) -> tuple[ListEntry, ...]:
    """Return the periods of a code in their order; an open one ends where the next begins."""
    periods = sorted(entries, key=lambda one: one.valid_from or date.min)
    ends = [*(one.valid_from for one in periods[1:]), None]
    return tuple(
        replace(one, valid_to=one.valid_to or end) for one, end in zip(periods, ends, strict=True)
    )


def _as_entries(name: str, file: ListFile) -> Iterable[ListEntry]:
    if name == TARIFF:
        return (line_as_entry(line) for line in tariff_lines(file))
    if name == RATES:
        return (rate_as_entry(rate) for rate in exchange_rates(file))
    return entries(file)


def shipped_book(profile_code: str, similar: Similar | None = None) -> ShippedBook:
    """Return the book of a country.

    Raises ResourceMissing when the country is not shipped, FileRefused for a faulty profile.
    """
    profile, _ = load_profile(profile_code)
    return ShippedBook(profile, similar)


def _grouped(rows: Iterable[_T], key: Callable[[_T], str]) -> dict[str, tuple[_T, ...]]:
    grouped: dict[str, list[_T]] = {}
    for row in rows:
        grouped.setdefault(key(row), []).append(row)
    return {code: tuple(same) for code, same in grouped.items()}
