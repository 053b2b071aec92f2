"""Rules of regimes: due dates, refunds and parcels (section R of the catalogue)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from sad_desktop.brokerage.register import DueFact, previous_goods
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.tariff.regime_file import regime_law
from sad_desktop.tariff.regime_law import ParcelTerms, RefundTerms
from sad_desktop.validation.case import Case, ItemCase
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule
from sad_desktop.valuation.money import quotient, rounded

_PLACE = Place("registration_number")
_WITHIN = 30
_CENTS = 2
_ZERO = Decimal(0)


def due_soon(case: Case) -> Iterator[Finding]:
    """R-01: goods under a regime leave before their due date, 30 days ahead at the first (S4)."""
    law, today = regime_law(case.profile), case.register.today or case.on
    within = max(law.alerts) if law is not None else _WITHIN
    for one in case.register.due_dates:
        if (one.due_on - today).days <= within and not _is_too_late(case, one):
            yield case.finding("R-01", _PLACE, regime=one.en, regime_ar=one.ar, date=_written(one))


def extension_too_late(case: Case) -> Iterator[Finding]:
    """R-02: an extension is asked for before the due date, not on it or afterwards (S4)."""
    for one in case.register.due_dates:
        if _is_too_late(case, one):
            yield case.finding("R-02", _PLACE, date=_written(one))


def refund(case: Case) -> Iterator[Finding]:
    """R-03: who claims duties back on re-export meets the law's conditions (S4-04).

    The flag ``refund_codes`` names the extended codes of box 37 that claim them.
    """
    law, codes = regime_law(case.profile), case.flag("refund_codes").split()
    claimed = [one for one in case.items if one.item.extended_code in codes]
    if law is None or not claimed:
        return
    terms = law.refunds
    yield from _too_little(case, claimed, terms)
    for one in claimed:
        yield from _too_old(case, one, terms)
    today, left = case.register.today or case.on, case.declaration.registration_day
    if left is not None and (today - left).days > terms.claim_days:
        yield case.finding("R-03.claim", _PLACE, n=terms.claim_days)


def parcels(case: Case) -> Iterator[Finding]:
    """R-04: a simplified declaration stays below the limits of post and express (S4-07/08)."""
    law, kept = regime_law(case.profile), case.declaration
    model = kept.declaration_type + kept.general_procedure
    if law is None or model not in law.parcels.models:
        return
    terms = law.parcels
    by_post = kept.border_mode in terms.post_modes
    most = terms.post_mass if by_post else terms.mass
    mass = sum((one.item.gross_mass or _ZERO for one in case.items), _ZERO)
    if mass > most:
        said = f"{show_number(mass)} kg > {show_number(most)} kg"
        yield case.finding("R-04", Place("declaration_type"), v=said)
    yield from _worth_more(case, terms)


def _worth_more(case: Case, terms: ParcelTerms) -> Iterator[Finding]:
    value = _in_currency(case, case.note.cif, terms.currency)
    if value is not None and value > terms.value:
        limit = f"{show_number(terms.value)} {terms.currency}"
        said = f"{_shown(value)} {terms.currency} > {limit}"
        yield case.finding("R-04", Place("declaration_type"), v=said)


def _too_little(case: Case, claimed: list[ItemCase], terms: RefundTerms) -> Iterator[Finding]:
    national = sum((case.notes[one.key].value.statistical_value for one in claimed), _ZERO)
    value = _in_currency(case, national, terms.currency)
    if value is not None and value < terms.least_value:
        yield case.finding(
            "R-03",
            claimed[0].place("extended_code"),
            v=f"{_shown(value)} {terms.currency}",
            n=f"{show_number(terms.least_value)} {terms.currency}",
        )


def _too_old(case: Case, one: ItemCase, terms: RefundTerms) -> Iterator[Finding]:
    paid = case.register.paid_on
    goods = (previous_goods(row) for row in one.item.previous_declarations)
    days = [paid[one] for one in goods if one in paid]
    if days and (case.day - min(days)).days > terms.re_export_days:
        place = one.place("extended_code")
        yield case.finding(
            "R-03.late", place, date=min(days).strftime("%d/%m/%Y"), n=terms.re_export_days
        )


def _in_currency(case: Case, national: Decimal, currency: str) -> Decimal | None:
    """Return an amount in another currency, None where its rate is not known."""
    found = case.book.exchange_rate(currency, case.on)
    return None if found is None else quotient(national, found.for_one)


def _shown(value: Decimal) -> str:
    return show_number(rounded(value, _CENTS), _CENTS)


def _is_too_late(case: Case, one: DueFact) -> bool:
    return one.is_extendable and one.due_on <= (case.register.today or case.on)


def _written(one: DueFact) -> str:
    return one.due_on.strftime("%d/%m/%Y")


RULES: Mapping[str, Rule] = MappingProxyType(
    {"R-01": due_soon, "R-02": extension_too_late, "R-03": refund, "R-04": parcels}
)
