"""What a rule of verification needs beyond the draft, as values the services fetch before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from sad_desktop.brokerage.advance_cargo import Dossier
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import PreviousDeclaration


class KeptList(StrEnum):
    """A list of the office that rules ask; one that is empty leaves its rules silent."""

    PAPERS = "papers"
    LICENCES = "licences"
    MANIFESTS = "manifests"
    BILLS = "bills"
    BALANCES = "balances"
    ACCOUNTS = "accounts"
    PRICES = "prices"
    FILES = "files"
    DOSSIERS = "dossiers"
    GUARANTEES = "guarantees"


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierCase:
    """Another declaration of the office: what it is stored under, and what it is called."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyPaper:
    """A licence or registration of a company, in force up to and including a day."""

    name: str
    valid_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class LicenceBalance:
    """What an import licence still covers; None where it sets no limit."""

    value_left: Decimal | None = None
    quantity_left: Decimal | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """A bill of lading with what no declaration has written off; mass in kg."""

    manifest: str = ""
    consignee: str = ""
    packages_left: Decimal | None = None
    mass_left: Decimal | None = None
    containers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviousGoods:
    """One item of an earlier declaration, as box 40 names it."""

    office: str
    year: int | None
    serial: str
    number: str
    item_number: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """What is left of the goods of an earlier declaration; None where it is not kept."""

    packages: Decimal | None = None
    mass: Decimal | None = None
    quantity: Decimal | None = None
    value: Decimal | None = None


class PriceSource(StrEnum):
    """Where a usual value is known from."""

    TABLE = "table"
    IMPORTER = "importer"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceRange:
    """The usual value of one unit in national currency; ``unit`` is a unit code, "" for 1 kg.

    ``count`` is how many earlier declarations are behind it, ``cases`` the latest of them; none
    behind a table.
    """

    least: Decimal
    most: Decimal
    unit: str = ""
    source: PriceSource = PriceSource.TABLE
    count: int = 0
    cases: tuple[EarlierCase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierCode:
    """How goods of a description were classified before, and in which declarations."""

    commodity_code: str
    cases: tuple[EarlierCase, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierDeclaration:
    """Another declaration of the office that may speak of the same goods.

    Container, chassis, bill and invoice numbers are written as ``numbers.plain_number`` gives
    them.
    """

    case: EarlierCase
    is_open: bool = False
    consignee: str = ""
    bills: frozenset[str] = frozenset()
    invoices: frozenset[str] = frozenset()
    containers: frozenset[str] = frozenset()
    chassis: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueFact:
    """Until when goods of a declaration must leave their regime, named in both languages.

    ``is_extendable``: the law would grant an extension to who asks in time.
    """

    due_on: date
    en: str
    ar: str
    is_extendable: bool = False


class Register(Protocol):
    """What the office keeps and a rule may ask; None means that it is not kept at all."""

    @property
    def today(self) -> date | None:
        """The calendar's day, which may be after the day whose law applies."""
        ...

    @property
    def references(self) -> Mapping[tuple[str, int, str], EarlierCase]:
        """Other declarations' references: declarant, year and number to the declaration."""
        ...

    @property
    def papers(self) -> Mapping[str, tuple[CompanyPaper, ...]]:
        """Papers of companies by the company's code."""
        ...

    @property
    def licences(self) -> Mapping[str, LicenceBalance]:
        """Licences for goods by their number."""
        ...

    @property
    def manifests(self) -> Mapping[str, frozenset[str]] | None:
        """The bills of each manifest."""
        ...

    @property
    def bills(self) -> Mapping[str, Bill]:
        """Bills of lading by number."""
        ...

    @property
    def balances(self) -> Mapping[PreviousGoods, Balance]:
        """What is left of earlier declarations' goods."""
        ...

    @property
    def accounts(self) -> Mapping[str, Decimal]:
        """What is left on payment accounts, in national currency."""
        ...

    @property
    def guarantee(self) -> Decimal | None:
        """The guarantee this declaration can use, in national currency."""
        ...

    @property
    def due_dates(self) -> tuple[DueFact, ...]:
        """The due dates of this declaration that still run."""
        ...

    @property
    def paid_on(self) -> Mapping[PreviousGoods, date]:
        """When the duties of earlier declarations' goods were paid."""
        ...

    @property
    def earlier(self) -> tuple[EarlierDeclaration, ...]:
        """Other declarations that share a number with this one."""
        ...

    @property
    def codes_before(self) -> Mapping[str, EarlierCode]:
        """The importer's former classifications by folded description."""
        ...

    @property
    def prices(self) -> Mapping[tuple[str, str], PriceRange]:
        """Usual unit values by commodity code and origin."""
        ...

    @property
    def files(self) -> Mapping[tuple[str, str], int] | None:
        """Sizes in bytes of the digital copies, by code and reference of the document."""
        ...

    @property
    def dossiers(self) -> tuple[Dossier, ...]:
        """The dossiers of advance cargo information that have or had the draft's ACID."""
        ...

    @property
    def template_rates(self) -> Mapping[tuple[str, str], str]:
        """The rates when the template was saved, by commodity code and tax."""
        ...

    @property
    def as_read(self) -> Declaration | None:
        """The declaration as its file was first read."""
        ...

    @property
    def as_registered(self) -> Declaration | None:
        """The declaration as it was registered."""
        ...

    @property
    def assessed_total(self) -> Decimal | None:
        """The total of the assessment on record, in national currency."""
        ...

    @property
    def empty_lists(self) -> frozenset[KeptList]:
        """The lists that were asked and hold nothing at all."""
        ...

    @property
    def is_unreachable(self) -> bool:
        """True when the office's database could not be asked."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Prefetched:
    """A register in memory; satisfies ``Register``. What is left out is not kept."""

    today: date | None = None
    references: Mapping[tuple[str, int, str], EarlierCase] = field(default_factory=dict)
    papers: Mapping[str, tuple[CompanyPaper, ...]] = field(default_factory=dict)
    licences: Mapping[str, LicenceBalance] = field(default_factory=dict)
    manifests: Mapping[str, frozenset[str]] | None = None
    bills: Mapping[str, Bill] = field(default_factory=dict)
    balances: Mapping[PreviousGoods, Balance] = field(default_factory=dict)
    accounts: Mapping[str, Decimal] = field(default_factory=dict)
    guarantee: Decimal | None = None
    due_dates: tuple[DueFact, ...] = ()
    paid_on: Mapping[PreviousGoods, date] = field(default_factory=dict)
    earlier: tuple[EarlierDeclaration, ...] = ()
    codes_before: Mapping[str, EarlierCode] = field(default_factory=dict)
    prices: Mapping[tuple[str, str], PriceRange] = field(default_factory=dict)
    files: Mapping[tuple[str, str], int] | None = None
    dossiers: tuple[Dossier, ...] = ()
    template_rates: Mapping[tuple[str, str], str] = field(default_factory=dict)
    as_read: Declaration | None = None
    as_registered: Declaration | None = None
    assessed_total: Decimal | None = None
    empty_lists: frozenset[KeptList] = frozenset()
    is_unreachable: bool = False


EMPTY_REGISTER: Register = Prefetched()
"""The register of an office that keeps nothing yet."""


def previous_goods(row: PreviousDeclaration) -> PreviousGoods:
    """Return the goods a row of box 40 names."""
    return PreviousGoods(
        office=row.office,
        year=row.year,
        serial=row.serial,
        number=row.number,
        item_number=row.item_number,
    )
