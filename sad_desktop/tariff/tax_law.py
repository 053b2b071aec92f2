"""A country's taxes as dated values: which tax, when, on what base, at what rate, paid how."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sad_desktop.tariff.rates import Rate
from sad_desktop.tariff.regimes import Regime


class TaxLevel(StrEnum):
    """Where a tax is charged: on each item or once on the declaration."""

    ITEM = "item"
    GENERAL = "general"


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One fact a rule asks for: true when it is among the accepted codes or begins with one.

    ``fact`` is a name of FACTS; a negated condition asks for the contrary.
    """

    fact: str
    accepted: frozenset[str] = frozenset()
    prefixes: tuple[str, ...] = ()
    is_negated: bool = False

    def holds(self, values: Iterable[str]) -> bool:
        """Tell whether any of the values meets the condition."""
        for value in values:
            if value in self.accepted or value.startswith(self.prefixes):
                return not self.is_negated
        return self.is_negated


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One part of a tax base: a figure of the item or the amount of another tax."""

    name: str
    is_subtracted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxRule:
    """One case of a tax. Among the rules of a tax the first whose conditions all hold is used.

    A rule supersedes the rule of the same name with an earlier day; ``is_closed`` ends it.
    ``tariff`` names the rate of the tariff line to use, ``rate`` what holds without one.
    ``payment`` is "" for the regime's, else a mode of payment.
    """

    name: str
    valid_from: date
    source: str
    conditions: tuple[Condition, ...] = ()
    base: tuple[Component, ...] = ()
    rate: Rate | None = None
    tariff: str = ""
    payment: str = ""
    reason_en: str = ""
    reason_ar: str = ""
    decimals: int | None = None
    rounding: str = ""
    kind: str = ""
    is_closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tax:
    """One tax with its code as box 47 prints it; taxes are worked out in their ``order``."""

    code: str
    en: str
    ar: str
    level: TaxLevel = TaxLevel.ITEM
    order: int = 0
    rules: tuple[TaxRule, ...] = ()

    def rules_on(self, on: date) -> tuple[TaxRule, ...]:
        """Return the rules in force on a day, in the order of the law."""
        latest: dict[str, TaxRule] = {}
        for rule in self.rules:
            if rule.valid_from > on:
                continue
            known = latest.get(rule.name)
            if known is None or known.valid_from <= rule.valid_from:
                latest[rule.name] = rule
        return tuple(rule for rule in latest.values() if not rule.is_closed)


@dataclass(frozen=True, slots=True, kw_only=True)
class TaxLaw:
    """All taxes of a country, in their order, and how the regimes pay them.

    Before ``known_from`` the law is not known: a question about that time is no zero.
    """

    taxes: tuple[Tax, ...] = ()
    regimes: tuple[Regime, ...] = ()
    known_from: date | None = None
    lists: Mapping[str, frozenset[str]] = field(default_factory=dict)
