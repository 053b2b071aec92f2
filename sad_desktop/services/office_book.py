"""The tariff book of a desk: the shipped lists under the office's, read from the search copy."""

from collections.abc import Iterable
from datetime import date
from itertools import chain

from sad_desktop.brokerage.reference_lists import Periods
from sad_desktop.database import list_search
from sad_desktop.database.search_copy import Row, SearchCopy, entry_of
from sad_desktop.services.similar import meant_words, score
from sad_desktop.tariff.book import ExchangeRate, ListEntry, LookupQuery, TariffLine
from sad_desktop.tariff.codelists import edition
from sad_desktop.tariff.lines import RATES, TARIFF, entry_as_line, entry_as_rate
from sad_desktop.tariff.lookup import folded_code, index_words, query_words, words
from sad_desktop.tariff.profile import Profile

_MOST_WORDS_GUESSED = 4  # a pasted sentence is no misspelt word
_MOST_GUESSES = 500
_SHORTEST_CODE = 2  # digits that narrow the tariff when typed beside words


class OfficeBook:
    """Answers from the search copy; satisfies ``TariffBook``.

    What was asked once is remembered: after a refresh of the copy, make another book.
    """

    def __init__(self, profile: Profile, copy: SearchCopy) -> None:
        self._profile = profile
        self._copy = copy
        self._suggested = edition(profile.code).suggested
        self._periods: dict[tuple[str, str], Periods] = {}
        self._lines: dict[str, tuple[TariffLine, ...]] = {}
        self._rates: dict[str, tuple[ExchangeRate, ...]] = {}
        self._has: dict[str, bool] = {}
        self._vocabularies: dict[str, tuple[str, ...]] = {}

    @property
    def profile(self) -> Profile:
        """The country whose law this is."""
        return self._profile

    def entry(self, list_name: str, code: str, on: date) -> ListEntry | None:
        """Return the entry of a list in force on a day."""
        return next((one for one in self._own(list_name, code) if one.is_in_force(on)), None)

    def has_list(self, list_name: str) -> bool:
        """Tell whether a code must be in this list to be right.

        False for a list without entries and for one that is only suggested in this country.
        """
        if list_name not in self._has:
            is_filled = self._copy.tag(list_name) is not None
            self._has[list_name] = is_filled and list_name not in self._suggested
        return self._has[list_name]

    def line(self, code: str, on: date) -> TariffLine | None:
        """Return the tariff line in force on a day."""
        lines = self._lines.get(code)
        if lines is None:
            lines = tuple(entry_as_line(one) for one in self._own(TARIFF, code))
            self._lines[code] = lines
        return next((line for line in lines if line.is_in_force(on)), None)

    def exchange_rate(self, currency: str, on: date) -> ExchangeRate | None:
        """Return the last rate of a currency published on or before a day."""
        rates = self._rates.get(currency)
        if rates is None:
            rates = tuple(entry_as_rate(one) for one in self._own(RATES, currency))
            self._rates[currency] = rates
        published = [rate for rate in rates if rate.valid_from <= on]
        return max(published, key=lambda rate: rate.valid_from, default=None)

    def search(self, query: LookupQuery) -> tuple[ListEntry, ...]:
        """Return the entries of a list that match what was typed, best first.

        By code, by whole words, by beginnings, by the words of the headings above; when nothing
        matches, the most similar ones.
        """
        name, on, limit = query.list_name, query.on, query.limit
        wanted = query_words(query.text)
        if not wanted:
            rows = [] if query.text.strip() else list_search.first(self._copy, name, on, limit)
            return tuple(entry_of(row) for row in rows)
        code = folded_code(query.text)
        found = _distinct(list_search.by_code(self._copy, name, code, on, limit), limit)
        if len(found) < limit:
            by_words = list_search.by_words(self._copy, name, wanted, on, limit)
            found = _distinct(chain(found, by_words), limit)
        if not found and name == TARIFF:
            found = self._below_code(wanted, on, limit)
        if not found and len(wanted) <= _MOST_WORDS_GUESSED and not code.isdecimal():
            return self._similar(query)
        return tuple(entry_of(row) for row in found)

    def _below_code(self, wanted: tuple[str, ...], on: date, limit: int) -> list[Row]:
        """Return what matches a code's beginning and words, typed as ``8703 diesel``."""
        digits = "".join(word for word in wanted if word.isdecimal())
        others = [word for word in wanted if not word.isdecimal()]
        if len(digits) < _SHORTEST_CODE or not others:
            return []
        found = list_search.by_words(self._copy, TARIFF, others, on, limit, code=digits)
        return _distinct(found, limit)

    def _similar(self, query: LookupQuery) -> tuple[ListEntry, ...]:
        name = query.list_name
        if name not in self._vocabularies:
            self._vocabularies[name] = self._copy.vocabulary(name)
        meant = meant_words(words(query.text), self._vocabularies[name])
        if not meant:
            return ()
        rows = list_search.by_any_of(self._copy, name, meant, query.on, _MOST_GUESSES)
        entries = [entry_of(row) for row in rows]
        scored = [(-score(meant, index_words(one)), at) for at, one in enumerate(entries)]
        return tuple(entries[at] for _, at in sorted(scored)[: query.limit])

    def _own(self, list_name: str, code: str) -> Periods:
        key = (list_name, code)
        if key not in self._periods:
            self._periods[key] = self._copy.periods(list_name, code)
        return self._periods[key]


def _distinct(rows: Iterable[Row], limit: int) -> list[Row]:
    """Return the first so many different rows; asks for no more than are needed."""
    seen: dict[tuple[str, str], Row] = {}
    for row in rows:
        seen.setdefault((row[0], row[4]), row)
        if len(seen) >= limit:
            break
    return list(seen.values())
