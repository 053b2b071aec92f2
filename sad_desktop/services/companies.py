"""The companies of the office: kept, ended, merged, found, and asked by verification."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TypeVar

from sad_desktop.brokerage.companies import (
    Company,
    CompanyFault,
    Role,
    duplicates,
    faults,
    merged,
    name_key,
    papers,
    supplier_of,
    tidied,
)
from sad_desktop.brokerage.register import CompanyPaper
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import UserError
from sad_desktop.services.company_lists import CompanyLists, company_lists
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.lookup import normalise
from sad_desktop.text import QT_TRANSLATE_NOOP

logger = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
IsCancelled = Callable[[], bool]
_One = TypeVar("_One")
_MOST_AT_ONCE = 100
"""Stored in one transaction: other desks wait no longer than that."""

FAULTS: Mapping[CompanyFault, str] = {
    CompanyFault.NO_NAME: QT_TRANSLATE_NOOP(
        "UserError", "Key the company's name, in English or in Arabic."
    ),
    CompanyFault.NO_CODE: QT_TRANSLATE_NOOP(
        "UserError", "Key the company's code; only a supplier abroad has none."
    ),
    CompanyFault.CODE_PATTERN: QT_TRANSLATE_NOOP(
        "UserError", "The code {code} has not the form this country's codes have."
    ),
    CompanyFault.NO_ROLE: QT_TRANSLATE_NOOP("UserError", "Tick what the company is."),
    CompanyFault.ACCOUNT_TWICE: QT_TRANSLATE_NOOP(
        "UserError", "An account stands twice in the company's list."
    ),
    CompanyFault.NO_ACCOUNT_CODE: QT_TRANSLATE_NOOP("UserError", "Key the code of each account."),
}

# SQLAlchemy is imported inside the methods, where the database is first used: start-up cost.


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What adding many companies did; ``is_whole`` is False when it was cancelled."""

    companies: int = 0
    suppliers: int = 0
    refused: tuple[tuple[Company, UserError], ...] = ()
    is_whole: bool = True

    @property
    def done(self) -> int:
        """How many were gone through."""
        return self.companies + self.suppliers + len(self.refused)


class Companies:
    """The companies an office keeps under one country's law.

    ``lists`` is answered from memory; ``refresh`` brings the memory up to date. All that reads
    or writes the database raises StorageUnavailable. ``at`` is the moment of storing; the
    clock's where it is left out.
    """

    def __init__(self, workspace: Workspace, profile: str, tin_pattern: str = "") -> None:
        self._workspace = workspace
        self._profile = profile
        self._tin_pattern = tin_pattern
        self._lists = CompanyLists()
        self._stamp: tuple[int, int] | None = None

    def lists(self) -> CompanyLists:
        """Return the lists as they were last read."""
        return self._lists

    def all(self) -> tuple[Company, ...]:
        """Return every company as last read that was not merged into another."""
        every = self._lists.companies.values()
        return tuple(company for company in every if not company.merged_into)

    def refresh(self) -> bool:
        """Read the companies again if any desk changed one; tells whether it did."""
        from sad_desktop.database import companies
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            stamp = companies.stamp(connection)
            if stamp == self._stamp:
                return False
            read = companies.load_all(connection, self._profile)
        self._lists, self._stamp = company_lists(read), stamp
        return True

    @needs(Service.COMPANIES)
    def store(self, company: Company, at: datetime | None = None) -> Company:
        """Keep a company; returns it as kept. Former codes and names go on finding it.

        Raises UserError for a fault, for a code that is taken and for a change of another desk.
        """
        from sad_desktop.database import companies
        from sad_desktop.database.engine import writing

        tidy = self._sound(company)
        with writing(self._workspace.database()) as connection:
            if tidy.id:
                tidy = _with_former(companies.load(connection, tidy.id), tidy)
            kept = companies.store(connection, tidy, at=_moment(at), user=self._workspace.user)
        logger.info("stored company %s, version %s", kept.id, kept.version)
        self.refresh()
        return kept

    @needs(Service.COMPANIES)
    def add_all(
        self,
        added: Sequence[Company],
        bought: Sequence[Declaration],
        at: datetime | None = None,
        progress: Progress = lambda _done, _total: None,
        is_cancelled: IsCancelled = lambda: False,
    ) -> Added:
        """Add many companies, and remember the suppliers that declarations name in box 2.

        A company that is refused is told and does not stop the rest. Stored part by part:
        cancelled, or when the database fails, what was stored stays.
        """
        self.refresh()
        known = {
            _likeness(company, language): company.id
            for company in self.all()
            if Role.SUPPLIER in company.roles
            for language in ("ar", "en")
        }
        every: list[Company | Declaration] = [*added, *bought]
        result, moment, total = Added(), _moment(at), len(every)
        for part in _parts(every):
            if is_cancelled():
                result = replace(result, is_whole=False)
                break
            result = self._add_part(part, known, moment, result)
            progress(result.done, total)
        self.refresh()
        logger.info("added %s companies, %s suppliers", result.companies, result.suppliers)
        return result

    def _add_part(
        self,
        part: Sequence[Company | Declaration],
        known: dict[tuple[str, str, str], int],
        moment: datetime,
        result: Added,
    ) -> Added:
        from sad_desktop.database import companies
        from sad_desktop.database.engine import writing

        user, refused, suppliers = self._workspace.user, list(result.refused), 0
        with writing(self._workspace.database()) as connection:
            for one in part:
                if isinstance(one, Declaration):
                    named = supplier_of(one.exporter_name, one.export_country, self._profile)
                    key = _likeness(named, "en")
                    if key not in known:
                        kept = companies.store(connection, named, at=moment, user=user)
                        known[key] = kept.id
                    companies.remember_supplier(
                        connection, self._profile, one.consignee_code, known[key], moment
                    )
                    suppliers += 1
                    continue
                try:
                    companies.store(connection, self._sound(one), at=moment, user=user)
                except UserError as error:
                    refused.append((one, error))
        added = len(part) - suppliers - (len(refused) - len(result.refused))
        return replace(
            result,
            companies=result.companies + added,
            suppliers=result.suppliers + suppliers,
            refused=tuple(refused),
        )

    def _sound(self, company: Company) -> Company:
        """Return a company as it is stored; raises UserError for a fault."""
        tidy = tidied(replace(company, profile=self._profile))
        for fault in faults(tidy, self._tin_pattern):
            raise UserError(FAULTS[fault], {"code": tidy.code})
        return tidy

    @needs(Service.COMPANIES)
    def end(self, company_id: int, on: date | None, at: datetime | None = None) -> Company:
        """Offer a company no more from a day on; None offers it again."""
        from sad_desktop.database import companies
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            company = companies.load(connection, company_id)
        return self.store(replace(company, ended=on), at)

    @needs(Service.COMPANIES)
    def merge(self, kept_id: int, gone_ids: Iterable[int], at: datetime | None = None) -> Company:
        """Make several companies one, all or nothing: their links and accounts go with it.

        Declarations keep the names and codes they have; the former codes go on answering.
        """
        from sad_desktop.database import companies
        from sad_desktop.database.engine import writing

        moment, user = _moment(at), self._workspace.user
        with writing(self._workspace.database()) as connection:
            kept = companies.load(connection, kept_id)
            for gone_id in gone_ids:
                gone = companies.load(connection, gone_id)
                if gone.merged_into or gone.id == kept.id or gone.profile != kept.profile:
                    continue
                ended = replace(gone, merged_into=kept.id, accounts=())
                companies.store(connection, ended, at=moment, user=user)
                kept = companies.store(connection, merged(kept, gone), at=moment, user=user)
                companies.move_links(connection, gone, kept)
        logger.info("merged companies into %s", kept.id)
        self.refresh()
        return kept

    def duplicates(self) -> tuple[tuple[Company, ...], ...]:
        """Return groups of companies that may be one, as last read."""
        return duplicates(company for company in self.all() if company.ended is None)

    def suppliers_of(self, importer: str) -> tuple[Company, ...]:
        """Return the suppliers of an importer, last used first."""
        from sad_desktop.database import companies
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            found = companies.suppliers_of(connection, self._profile, importer)
        return tuple(company for company in found if company.ended is None)

    @needs(Service.DECLARE)
    def remember_supplier(
        self, declaration: Declaration, at: datetime | None = None
    ) -> Company | None:
        """Remember the supplier a declaration names in box 2 for its importer (S3-007).

        None where there is nothing to remember: no importer, no name, or an exporter with a code.
        """
        from sad_desktop.database import companies
        from sad_desktop.database.engine import writing

        importer, text = declaration.consignee_code, declaration.exporter_name
        if not importer or not text.strip() or declaration.exporter_code:
            return None
        named = supplier_of(text, declaration.export_country, self._profile)
        self.refresh()
        kept = self._supplier_like(named)
        moment = _moment(at)
        with writing(self._workspace.database()) as connection:
            if kept is None:
                kept = companies.store(connection, named, at=moment, user=self._workspace.user)
            companies.remember_supplier(connection, self._profile, importer, kept.id, moment)
        self.refresh()
        return kept

    def papers_of(self, codes: Iterable[str]) -> Mapping[str, tuple[CompanyPaper, ...]]:
        """Return the licences that expire, by the code of their company."""
        from sad_desktop.database import companies
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            found = companies.with_codes(connection, self._profile, codes)
        by_code = ((company.code, papers(company)) for company in found)
        return {code: own for code, own in by_code if own}

    def accounts_of(self, codes: Iterable[str]) -> Mapping[str, Decimal]:
        """Return what is left on accounts of box 48, by code; those whose balance is kept."""
        from sad_desktop.database import companies
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            return companies.balances(connection, self._profile, codes)

    def _supplier_like(self, named: Company) -> Company | None:
        """Return the supplier kept with the same name, address and country, however written."""
        wanted = _likeness(named, "en")
        for company in self.all():
            likenesses = (_likeness(company, language) for language in ("en", "ar"))
            if Role.SUPPLIER in company.roles and wanted in likenesses:
                return company
        return None


def _likeness(company: Company, language: str) -> tuple[str, str, str]:
    address = normalise(company.address(language))
    return name_key(company.name(language)), address, company.country


def _with_former(kept: Company, changed: Company) -> Company:
    """Return a changed company that is still found by what it was called and coded before."""
    gone = (
        getattr(kept, name)
        for name in ("code", "en", "ar")
        if getattr(kept, name) and getattr(kept, name) != getattr(changed, name)
    )
    former = dict.fromkeys((*changed.former, *gone))
    now = {changed.code, changed.en, changed.ar}
    return replace(changed, former=tuple(text for text in former if text not in now))


def _parts(all_of_them: Sequence[_One]) -> Iterator[Sequence[_One]]:
    for start in range(0, len(all_of_them), _MOST_AT_ONCE):
        yield all_of_them[start : start + _MOST_AT_ONCE]


def _moment(at: datetime | None) -> datetime:
    return at or datetime.now(UTC)
