"""Rules of prices, currencies, rates and terms: boxes 20 to 23, 42 to 45 (RULES, section V).

V-03, V-05, V-06, V-09, V-10 and V-11 are remarked by the assessment.
"""

from collections.abc import Iterator, Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from types import MappingProxyType

from sad_desktop.brokerage.prices import bounds, quantity_in
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.model import COSTS
from sad_desktop.declaration.values import show_number
from sad_desktop.tariff.applicable import full_code
from sad_desktop.tariff.behaviour_circumstances import Flow
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

ZERO, ONE = Decimal(0), Decimal(1)
TRANSACTION_VALUE = "1"
BLOCKS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "invoice_amount": ("invoice_currency", "exchange_rate"),
        **{block: (f"{block}_currency", f"{block}_rate") for block in COSTS},
    }
)
"""Amounts of the valuation note with the fields of their currency and rate."""

TERMS_COSTS = ("external_freight", "insurance")
"""The costs that terms of delivery may hold in the price (S3-092, S3-093)."""


def invoice_total(case: Case) -> Iterator[Finding]:
    """V-01: the item prices add up to box 22 within the profile's tolerance (guide 003)."""
    kept = case.declaration
    total = kept.invoice_amount
    if total is None:
        return
    prices = sum((item.invoice_amount or ZERO for item in kept.items), ZERO)
    difference = prices - total
    if abs(difference) > case.profile.price_tolerance:
        yield case.finding(
            "V-01",
            Place("invoice_amount"),
            v1=show_number(prices, 2),
            v2=show_number(total, 2),
            d=show_number(difference, 2),
        )


def currencies(case: Case) -> Iterator[Finding]:
    """V-02: every amount has a currency in force."""
    kept = case.declaration
    for name, (currency_name, _) in BLOCKS.items():
        value, place = getattr(kept, currency_name), Place(currency_name)
        box = place.definition().box
        if case.is_unknown("currencies", value):
            yield case.finding("V-02", place, box=box, v=value)
        elif not value and getattr(kept, name) and not case.is_neutral:
            yield case.finding("V-02.missing", place, box=box)


def old_rates(case: Case) -> Iterator[Finding]:
    """V-04: the published rate is of these days, and the keyed one near it.

    Flags: ``rate_days`` (7), ``rate_tolerance`` (0.05 of the published rate), and
    ``pegged_currencies``, whose rates do not age.
    """
    kept = case.declaration
    told = {case.profile.currency}
    pegged = case.flag("pegged_currencies").split()
    for name, (currency_name, rate_name) in BLOCKS.items():
        currency = getattr(kept, currency_name)
        if not currency or currency in told or not getattr(kept, name):
            continue
        published = case.book.exchange_rate(currency, case.on)
        if published is None:
            continue
        own = getattr(kept, rate_name)
        age = (case.on - published.valid_from).days
        drift = ZERO if own is None else abs(own - published.for_one)
        is_far = drift > case.number_flag("rate_tolerance", "0.05") * published.for_one
        is_old = age > case.number_flag("rate_days", "7") and currency not in pegged
        if is_old or is_far:
            told.add(currency)
            rate = published.for_one if own is None else own
            yield case.finding("V-04", Place(rate_name), v=show_number(rate), cur=currency, n=age)


def costs_twice(case: Case) -> Iterator[Finding]:
    """V-07: what the price already holds is not keyed again (CDS12100)."""
    terms = case.declaration.delivery_terms
    held = case.fact("incoterms", terms, "contains").split()
    for name in TERMS_COSTS:
        if name in held and case.note.costs[name].foreign:
            yield case.finding("V-07", Place(name), inco=terms, field=name)


def costs_missing(case: Case) -> Iterator[Finding]:
    """V-08: freight and insurance that the price does not hold are keyed (CDS12112)."""
    terms = case.declaration.delivery_terms
    entry = case.entry("incoterms", terms)
    if entry is None or case.flow is not Flow.IMPORT:
        return
    held = entry.facts.get("contains", "").split()
    for name in TERMS_COSTS:
        if name not in held and not case.note.costs[name].foreign:
            yield case.finding("V-08", Place(name), inco=terms, field=name)


def adjusted(case: Case) -> Iterator[Finding]:
    """V-12: an adjustment other than 1 is meant so (S3-069)."""
    for one in case.items:
        factor = one.item.adjustment
        if factor is not None and factor != ONE and factor > ZERO:
            yield case.finding("V-12", one.place("adjustment"), v=show_number(factor))


def method_without_reason(case: Case) -> Iterator[Finding]:
    """V-13: a method other than the transaction value is justified in text (S3-068)."""
    if case.declaration.comments:
        return
    for one in case.items:
        method = one.item.valuation_method
        if method in ("", TRANSACTION_VALUE) or one.item.free_text_1 or one.item.free_text_2:
            continue
        yield case.finding("V-13", one.place("valuation_method"), v=method)


def unit_value(case: Case) -> Iterator[Finding]:
    """V-14: the value of a unit lies in the range known for the goods (S3-087, CDS13000).

    A range of the office's own cases is widened by the flag ``price_margin`` (0.2) both ways:
    what was seen is not all that is usual.
    """
    prices = case.register.prices
    if not prices:
        return
    margin = case.number_flag("price_margin", "0.2")
    unit = Decimal(1).scaleb(-case.note.decimals)
    for one in case.items:
        usual = prices.get((full_code(one.item), one.item.origin_country))
        note = case.notes.get(one.item.key)
        if usual is None or note is None:
            continue
        quantity = quantity_in(one.item, usual.unit)
        if not quantity or quantity < ZERO:
            continue
        least, most = bounds(usual, margin)
        value = note.value.cif / quantity
        if not least <= value <= most:
            yield case.finding(
                "V-14",
                one.place("invoice_amount"),
                cases=usual.cases,
                v=show_number(value.quantize(unit)),
                min=show_number(least.quantize(unit, ROUND_FLOOR)),
                max=show_number(most.quantize(unit, ROUND_CEILING)),
            )


def several_currencies(case: Case) -> Iterator[Finding]:
    """V-15: a file's item prices are in one currency, or were converted (CDS12057, CDS12082)."""
    declared = case.draft.declared
    if declared is None:
        return
    own = case.declaration.invoice_currency
    items = {item.key: item for item in case.declaration.items}
    others = [
        figures.invoice.currency
        for key, figures in declared.items
        if figures.invoice.currency not in ("", own)
        and key in items
        and items[key].invoice_amount == figures.invoice.foreign
    ]
    if others:
        listed = ", ".join(sorted({own, *others} - {""}))
        yield case.finding("V-15", Place("invoice_currency"), list=listed)


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "V-01": invoice_total,
        "V-02": currencies,
        "V-04": old_rates,
        "V-07": costs_twice,
        "V-08": costs_missing,
        "V-12": adjusted,
        "V-13": method_without_reason,
        "V-14": unit_value,
        "V-15": several_currencies,
    }
)
