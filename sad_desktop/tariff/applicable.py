"""Which rules of the tax law hold for a declaration and for each of its items on a day."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.profile import Profile
from sad_desktop.tariff.regimes import Regime, in_force
from sad_desktop.tariff.tax_law import Condition, Tax, TaxLaw, TaxLevel, TaxRule

Facts = tuple[str, ...]


def full_code(item: Item) -> str:
    """Return the whole commodity code of an item, precision included."""
    return item.commodity_code + item.commodity_precision


def _arrival(declaration: Declaration, profile: Profile, on: date) -> Facts:
    """Return whether the goods are declared before they arrive, where the manifest's date tells."""
    day = declaration.manifest_day
    if day is None or profile.flags.get("manifest_date") != "arrival":
        return ("unknown",)
    return ("before",) if on < day else ("after",)


HEADER_FACTS: Mapping[str, Callable[[Declaration], Facts]] = MappingProxyType(
    {
        "flow": lambda d: (d.declaration_type[:2],),
        "model": lambda d: (d.declaration_type + d.general_procedure,),
        "office": lambda d: (d.office_code,),
        "mode": lambda d: (d.border_mode,),
        "certificate_of_origin": lambda d: (d.certificate_of_origin,),
        "trading_country": lambda d: (d.trading_country,),
        "export_country": lambda d: (d.export_country,),
        "destination_country": lambda d: (d.destination_country,),
        "delivery_terms": lambda d: (d.delivery_terms,),
        "consignee": lambda d: (d.consignee_code,),
    }
)
"""Facts of the general segment that a condition may ask for; ``arrival`` and flags besides."""

ITEM_FACTS: Mapping[str, Callable[[Item], Facts]] = MappingProxyType(
    {
        "commodity": lambda item: (full_code(item),),
        "origin": lambda item: (item.origin_country,),
        "preference": lambda item: (item.preference,),
        "procedure": lambda item: (item.procedure,),
        "previous_procedure": lambda item: (item.procedure[2:],),
        "extended_code": lambda item: (item.extended_code,),
        "specification": lambda item: (item.specification,),
        "document": lambda item: tuple(row.document_code for row in item.documents),
        "quota": lambda item: (item.quota,),
    }
)
"""Facts of an item that a condition may ask for."""

FACT_FIELDS: Mapping[str, str] = MappingProxyType(
    {
        "commodity": "commodity_code",
        "origin": "origin_country",
        "preference": "preference",
        "procedure": "procedure",
        "previous_procedure": "procedure",
        "extended_code": "extended_code",
        "specification": "specification",
        "document": "documents",
        "quota": "quota",
    }
)
"""The field of the item that each fact is read from, the commodity's precision aside."""

ARRIVAL = "arrival"
FLAG = "flag:"
"""A condition ``flag:name`` asks for a switch of the profile."""


@dataclass(frozen=True, slots=True)
class Case:
    """A rule whose conditions on the general segment hold, with those on the item."""

    tax: Tax
    rule: TaxRule
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class LawOfDay:
    """The law as it concerns one declaration on one day; taxes in their order."""

    item_taxes: tuple[tuple[Case, ...], ...]
    general_taxes: tuple[tuple[Case, ...], ...]
    regimes: tuple[Regime, ...]


def law_of(declaration: Declaration, profile: Profile, on: date) -> LawOfDay:
    """Return the rules a declaration can meet on a day."""
    law: TaxLaw = profile.tax_law
    by_level: dict[TaxLevel, list[tuple[Case, ...]]] = {level: [] for level in TaxLevel}
    for tax in sorted(law.taxes, key=lambda tax: tax.order):
        cases = tuple(_cases(tax, declaration, profile, on))
        if cases:
            by_level[tax.level].append(cases)
    return LawOfDay(
        tuple(by_level[TaxLevel.ITEM]),
        tuple(by_level[TaxLevel.GENERAL]),
        in_force(law.regimes, on),
    )


def applicable(cases: tuple[Case, ...], item: Item) -> Case | None:
    """Return the first case of a tax that holds for an item."""
    for case in cases:
        for condition in case.conditions:
            if not condition.holds(ITEM_FACTS[condition.fact](item)):
                break
        else:
            return case
    return None


def applicable_to_any(cases: tuple[Case, ...], items: Iterable[Item]) -> Case | None:
    """Return the first case of a general tax that holds: for some item, if it asks for items."""
    known = tuple(items)
    for case in cases:
        if not case.conditions or any(applicable((case,), item) for item in known):
            return case
    return None


def _cases(tax: Tax, declaration: Declaration, profile: Profile, on: date) -> Iterable[Case]:
    for rule in tax.rules_on(on):
        of_items = tuple(c for c in rule.conditions if c.fact in ITEM_FACTS)
        of_header = (c for c in rule.conditions if c.fact not in ITEM_FACTS)
        if all(c.holds(_header_facts(c.fact, declaration, profile, on)) for c in of_header):
            yield Case(tax, rule, of_items)


def _header_facts(fact: str, declaration: Declaration, profile: Profile, on: date) -> Facts:
    if fact.startswith(FLAG):
        return (profile.flags.get(fact.removeprefix(FLAG), ""),)
    if fact == ARRIVAL:
        return _arrival(declaration, profile, on)
    return HEADER_FACTS[fact](declaration)
