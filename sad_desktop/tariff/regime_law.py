"""What customs regimes demand: papers, guarantee, periods and proofs, by the day's law."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Cover(StrEnum):
    """Which guarantee a regime asks for."""

    DUTIES = "duties"
    TRANSFER = "transfer"
    """Only for goods that move between member states."""
    CARNET = "carnet"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A text of the law in both languages."""

    code: str = ""
    en: str
    ar: str

    def name(self, language: str) -> str:
        """Return the text in ``en`` or ``ar``."""
        return self.ar if language == "ar" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper(Wording):
    """A document or requirement; ``codes`` are those of box 44 that satisfy it, none: any."""

    codes: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Period(Wording):
    """How long goods may stay in one case of a regime.

    ``days`` is the first period, ``extension`` what one extension adds at most (0: none),
    ``limit`` the days from the first entry that none passes, ``most`` how many there may be.
    ``days`` None sets no date of its own. ``may_exceed``: customs may approve more than the limit.
    """

    days: int | None = None
    extension: int = 0
    limit: int | None = None
    most: int | None = None
    may_exceed: bool = False
    is_documents: bool = False
    cover: Cover | None = None
    procedures: tuple[str, ...] = ()
    proofs: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeTerms(Wording):
    """One regime as it stands from a day on; ``procedures`` are beginnings of box 37."""

    valid_from: date
    source: str
    procedures: tuple[str, ...] = ()
    extended_codes: tuple[str, ...] = ()
    papers: tuple[Paper, ...] = ()
    requirements: tuple[Paper, ...] = ()
    cover: Cover = Cover.NONE
    guarantee: Wording
    limits: tuple[Wording, ...] = ()
    cases: tuple[Period, ...] = ()

    def case(self, code: str) -> Period | None:
        """Return a case by its code."""
        return next((one for one in self.cases if one.code == code), None)

    def cover_of(self, case: Period | None) -> Cover:
        """Return the guarantee a case asks for: its own, else the regime's."""
        return self.cover if case is None or case.cover is None else case.cover


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTerms:
    """How long a guarantee may be claimed back after the proof (guide 004, 0900)."""

    days: int
    extension: int
    most: int
    document_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RefundTerms:
    """When duties paid are refunded on re-export (guide 004, 0400).

    ``taxes`` are those given back, ``procedures`` what re-exports goods cleared for home use.
    """

    re_export_days: int
    claim_days: int
    least_value: Decimal
    currency: str
    taxes: frozenset[str]
    procedures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParcelTerms:
    """Up to what a simplified declaration suffices: gross kg, value, kg by post (0700, 0800)."""

    mass: Decimal
    value: Decimal
    currency: str
    models: frozenset[str]
    post_mass: Decimal
    post_modes: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeLaw:
    """The regimes of one customs territory; ``alerts`` are days before a due date, longest first.

    ``regimes`` holds every edition of each, in the order of the law.
    """

    source: str
    alerts: tuple[int, ...]
    claims: ClaimTerms
    refunds: RefundTerms
    parcels: ParcelTerms
    regimes: tuple[RegimeTerms, ...]

    def regime(self, code: str, on: date) -> RegimeTerms | None:
        """Return a regime as it stands on a day."""
        found = [one for one in self.regimes if one.code == code and one.valid_from <= on]
        return max(found, key=lambda one: one.valid_from, default=None)

    def for_procedure(
        self, procedure: str, extended_code: str, on: date
    ) -> tuple[RegimeTerms, ...]:
        """Return the regimes goods of box 37 may be under, the most particular ones first."""
        current = (self.regime(code, on) for code in dict.fromkeys(r.code for r in self.regimes))
        found = [
            one
            for one in current
            if one is not None
            and procedure.startswith(one.procedures or ("\0",))
            and (not one.extended_codes or extended_code in one.extended_codes)
        ]
        return tuple(sorted(found, key=lambda one: not one.extended_codes))

    def cases_for(self, procedure: str, on: date) -> tuple[tuple[RegimeTerms, Period], ...]:
        """Return every case with a due date that goods of a procedure may be under, usual first."""
        return tuple(
            (regime, case)
            for regime in self.for_procedure(procedure, "", on)
            for case in regime.cases
            if not case.is_documents and (not case.procedures or procedure[:2] in case.procedures)
        )
