"""The companies a broker works for and with: values, faults, duplicates and merging; pure."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sad_desktop.brokerage.register import CompanyPaper
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.lookup import folded_code, words

_LINES = " | "  # how a code list writes an address of several lines
_LEGAL_FORMS = frozenset(
    words("W.L.L WLL B.S.C BSC S.P.C SPC L.L.C LLC Ltd Limited Co Company Inc Est Establishment")
    + words("ذ.م.م ش.م.ب ش.م.م شركة مؤسسة المحدودة")
)


class Role(StrEnum):
    """What a company is in declarations; one may be several."""

    CONSIGNEE = "consignee"
    EXPORTER = "exporter"
    DECLARANT = "declarant"
    PAYER = "payer"
    SUPPLIER = "supplier"


class AccountKind(StrEnum):
    """S3-043: what is paid before, and what is paid later."""

    PREPAID = "prepaid"
    CREDIT = "credit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Licence:
    """A licence or registration, in force up to and including its last day."""

    name: str
    number: str = ""
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An account at customs for box 48; ``left`` is what it still covers, None if not kept."""

    code: str
    kind: AccountKind = AccountKind.PREPAID
    left: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """A company under one country's law (``profile``); ``id`` is 0 until it is kept.

    A supplier abroad has no ``code``. ``ended`` is the first day it is offered no more;
    ``merged_into`` the id of the company it turned out to be, 0 for none. ``former`` are other
    codes and names it is found by. ``version`` counts its changes.
    """

    id: int = 0
    version: int = 0
    profile: str = ""
    code: str = ""
    en: str = ""
    ar: str = ""
    address_en: str = ""
    address_ar: str = ""
    country: str = ""
    phone: str = ""
    email: str = ""
    roles: frozenset[Role] = frozenset()
    licences: tuple[Licence, ...] = ()
    accounts: tuple[Account, ...] = ()
    notes: str = ""
    former: tuple[str, ...] = ()
    ended: date | None = None
    merged_into: int = 0

    def name(self, language: str) -> str:
        """Return the name in ``en`` or ``ar``; the other one when it is missing."""
        return (self.ar or self.en) if language == "ar" else (self.en or self.ar)

    def address(self, language: str) -> str:
        """Return the address in ``en`` or ``ar``; the other one when it is missing."""
        if language == "ar":
            return self.address_ar or self.address_en
        return self.address_en or self.address_ar

    def text(self, language: str) -> str:
        """Return name and address as a box holds them, a line each."""
        return "\n".join(line for line in (self.name(language), self.address(language)) if line)

    @property
    def licensed_until(self) -> date | None:
        """The last day all its licences are in force; None when none expires."""
        days = [one.valid_until for one in self.licences if one.valid_until is not None]
        return min(days, default=None)


class CompanyFault(StrEnum):
    """What keeps a company from being kept."""

    NO_NAME = "no_name"
    NO_CODE = "no_code"
    CODE_PATTERN = "code_pattern"
    NO_ROLE = "no_role"
    ACCOUNT_TWICE = "account_twice"
    NO_ACCOUNT_CODE = "no_account_code"


def faults(company: Company, tin_pattern: str) -> tuple[CompanyFault, ...]:
    """Return what keeps a company from being kept; none when it may be.

    ``tin_pattern`` is the profile's; a code must have its form. Only a supplier has no code.
    """
    found = []
    if not (company.en.strip() or company.ar.strip()):
        found.append(CompanyFault.NO_NAME)
    if not company.roles:
        found.append(CompanyFault.NO_ROLE)
    if not company.code and company.roles - {Role.SUPPLIER}:
        found.append(CompanyFault.NO_CODE)
    if company.code and tin_pattern and re.fullmatch(tin_pattern, company.code) is None:
        found.append(CompanyFault.CODE_PATTERN)
    codes = [account.code for account in company.accounts]
    if not all(codes):
        found.append(CompanyFault.NO_ACCOUNT_CODE)
    if len(set(codes)) < len(codes):
        found.append(CompanyFault.ACCOUNT_TWICE)
    return tuple(found)


def tidied(company: Company) -> Company:
    """Return a company without blanks around its texts and without empty lines in addresses."""
    return replace(
        company,
        code=company.code.strip(),
        en=" ".join(company.en.split()),
        ar=" ".join(company.ar.split()),
        address_en=_lines(company.address_en),
        address_ar=_lines(company.address_ar),
        country=company.country.strip().upper(),
        phone=company.phone.strip(),
        email=company.email.strip(),
        notes=company.notes.strip(),
        licences=tuple(one for one in company.licences if one.name or one.number),
    )


def as_entry(company: Company) -> ListEntry:
    """Return a company as the code list ``companies`` holds it."""
    until = company.licensed_until if Role.DECLARANT in company.roles else None
    facts = {
        "roles": " ".join(sorted(company.roles)),
        "country": company.country,
        "address_en": company.address("en").replace("\n", _LINES),
        "address_ar": company.address("ar").replace("\n", _LINES),
        "licence_until": until.isoformat() if until else "",
        "expires": company.licensed_until.isoformat() if company.licensed_until else "",
        "accounts": " ".join(account.code for account in company.accounts),
        "also": " ".join(company.former),
    }
    return ListEntry(
        code=company.code,
        en=company.en,
        ar=company.ar,
        facts={name: fact for name, fact in facts.items() if fact},
        valid_to=company.ended,
    )


def account_entries(company: Company) -> tuple[ListEntry, ...]:
    """Return a company's accounts as the code list ``accounts`` holds them."""
    return tuple(
        ListEntry(
            code=account.code,
            en=company.en,
            ar=company.ar,
            facts={"kind": str(account.kind), "company": company.code},
            valid_to=company.ended,
        )
        for account in company.accounts
    )


def papers(company: Company) -> tuple[CompanyPaper, ...]:
    """Return the licences that expire; a declarant's are told by the list's own fact."""
    if Role.DECLARANT in company.roles:
        return ()
    return tuple(
        CompanyPaper(name=one.name or one.number, valid_until=one.valid_until)
        for one in company.licences
        if one.valid_until is not None
    )


def supplier_of(text: str, country: str, profile: str) -> Company:
    """Return the supplier that a box of name and address speaks of; the first line is the name.

    Arabic texts go to the Arabic name and address.
    """
    name, _, address = text.strip().partition("\n")
    own = replace(Company(profile=profile, roles=frozenset({Role.SUPPLIER})), country=country)
    if any("\u0600" <= letter <= "\u06ff" for letter in name):
        return tidied(replace(own, ar=name, address_ar=address))
    return tidied(replace(own, en=name, address_en=address))


def name_key(name: str) -> str:
    """Return what two spellings of one name share: folded words without legal forms, sorted."""
    return " ".join(sorted(name_words(name)))


def name_words(name: str) -> tuple[str, ...]:
    """Return the folded words of a name without legal forms, in their order."""
    return tuple(word for word in words(name) if word not in _LEGAL_FORMS)


def duplicates(companies: Iterable[Company]) -> tuple[tuple[Company, ...], ...]:
    """Return groups of companies that may be one: same code as compared, or same name.

    Each company stands in one group; the one with a code and the most written comes first.
    """
    groups: dict[int, list[Company]] = {}
    seen: dict[tuple[str, str], int] = {}
    for company in companies:
        keys = tuple(_keys(company))
        own = {seen[key] for key in keys if key in seen} or {company.id}
        home = min(own)
        joined = [one for group in sorted(own) for one in groups.pop(group, [])]
        groups[home] = [*joined, company]
        for key, group in tuple(seen.items()):
            if group in own:
                seen[key] = home
        seen.update(dict.fromkeys(keys, home))
    alike = (group for group in groups.values() if len(group) > 1)
    return tuple(tuple(sorted(group, key=_worth, reverse=True)) for group in alike)


def merged(kept: Company, gone: Company) -> Company:
    """Return a company with all it lacks taken from another one; its own texts stay."""
    own_codes = {account.code for account in kept.accounts}
    own_licences = {(one.name, one.number) for one in kept.licences}
    former = dict.fromkeys((*kept.former, gone.code, gone.en, gone.ar, *gone.former))
    known = {"", kept.code, kept.en, kept.ar}
    texts: Mapping[str, str] = {
        name: getattr(kept, name) or getattr(gone, name)
        for name in ("en", "ar", "address_en", "address_ar", "country", "phone", "email")
    }
    return replace(
        kept,
        **texts,  # type: ignore[arg-type]
        code=kept.code or gone.code,
        roles=kept.roles | gone.roles,
        licences=(
            *kept.licences,
            *(one for one in gone.licences if (one.name, one.number) not in own_licences),
        ),
        accounts=(
            *kept.accounts,
            *(one for one in gone.accounts if one.code not in own_codes),
        ),
        notes="\n".join(note for note in (kept.notes, gone.notes) if note),
        former=tuple(text for text in former if text not in known),
    )


def _keys(company: Company) -> Iterable[tuple[str, str]]:
    if company.code:
        yield "code", folded_code(company.code)
    for name in (company.en, company.ar):
        if key := name_key(name):
            yield "name", key


def _worth(company: Company) -> tuple[bool, int, int]:
    written = (company.en, company.ar, company.address_en, company.address_ar, company.phone)
    return bool(company.code), sum(map(bool, written)), -company.id


def _lines(text: str) -> str:
    return "\n".join(line for line in (" ".join(one.split()) for one in text.splitlines()) if line)
