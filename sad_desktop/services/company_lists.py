"""The office's companies as code lists: searched in memory, over those shipped with the program."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sad_desktop.brokerage.companies import Company, account_entries, as_entry
from sad_desktop.tariff.book import ExchangeRate, ListEntry, LookupQuery, TariffBook, TariffLine
from sad_desktop.tariff.lookup import Searchable, Similar, searchable
from sad_desktop.tariff.profile import Profile

COMPANIES = "companies"
ACCOUNTS = "accounts"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyLists:
    """What an office keeps at one moment: every company by id, and both lists by code.

    A code of a company that was merged answers with the one it became.
    """

    companies: Mapping[int, Company] = field(default_factory=dict)
    entries: Mapping[str, Mapping[str, ListEntry]] = field(default_factory=dict)
    found: Mapping[str, tuple[ListEntry, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Tell whether the office keeps companies with codes of its own."""
        return bool(self.entries.get(COMPANIES))


def company_lists(companies: Iterable[Company]) -> CompanyLists:
    """Return the lists made of an office's companies, by name."""
    own = {company.id: company for company in companies}
    standing = [company for company in own.values() if company.code and not company.merged_into]
    by_name = sorted(standing, key=lambda one: (one.en or one.ar).casefold())
    shown = [as_entry(company) for company in by_name]
    accounts = [entry for company in by_name for entry in account_entries(company)]
    by_code = {entry.code: entry for entry in shown}
    for company in own.values():
        kept = _final(company, own)
        if kept is not company and company.code and kept.code:
            by_code.setdefault(company.code, replace(as_entry(kept), code=company.code))
    return CompanyLists(
        companies=own,
        entries={COMPANIES: by_code, ACCOUNTS: {entry.code: entry for entry in accounts}},
        found={COMPANIES: tuple(shown), ACCOUNTS: tuple(accounts)},
    )


class CompanyBook:
    """A tariff book whose companies and accounts are the office's; satisfies ``TariffBook``.

    As long as the office keeps none, those of the book below it answer.
    """

    def __init__(
        self,
        law: TariffBook,
        lists: Callable[[], CompanyLists],
        similar: Similar | None = None,
    ) -> None:
        self._law = law
        self._lists = lists
        self._similar = similar
        self._searchables: dict[tuple[str, date], tuple[CompanyLists, Searchable]] = {}

    @property
    def profile(self) -> Profile:
        """The country whose law this is."""
        return self._law.profile

    def entry(self, list_name: str, code: str, on: date) -> ListEntry | None:
        """Return the entry of a list in force on a day."""
        own = self._own(list_name)
        if own is None:
            return self._law.entry(list_name, code, on)
        found = own.entries[list_name].get(code)
        return found if found is not None and found.is_in_force(on) else None

    def has_list(self, list_name: str) -> bool:
        """Tell whether a code must be in a list to be right: not so for an empty list."""
        own = self._own(list_name)
        return self._law.has_list(list_name) if own is None else bool(own.entries[list_name])

    def line(self, code: str, on: date) -> TariffLine | None:
        """Return the tariff line in force on a day."""
        return self._law.line(code, on)

    def exchange_rate(self, currency: str, on: date) -> ExchangeRate | None:
        """Return the last rate of a currency published on or before a day."""
        return self._law.exchange_rate(currency, on)

    def search(self, query: LookupQuery) -> tuple[ListEntry, ...]:
        """Return the entries of a list that match what was typed, best first."""
        own = self._own(query.list_name)
        if own is None:
            return self._law.search(query)
        key = (query.list_name, query.on)
        made_of, ready = self._searchables.get(key, (None, None))
        if made_of is not own or ready is None:
            in_force = (one for one in own.found[query.list_name] if one.is_in_force(query.on))
            ready = searchable(in_force)
            self._searchables[key] = (own, ready)
        return ready.find(query.text, query.limit, self._similar)

    def _own(self, list_name: str) -> CompanyLists | None:
        """Return the office's lists where they answer for a list."""
        if list_name not in (COMPANIES, ACCOUNTS):
            return None
        return self._lists() or None


def _final(company: Company, own: Mapping[int, Company]) -> Company:
    """Return what a company became by merging, however often."""
    seen = {company.id}
    while company.merged_into in own and company.merged_into not in seen:
        company = own[company.merged_into]
        seen.add(company.id)
    return company
