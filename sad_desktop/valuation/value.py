"""The valuation note of the general segment: its blocks in their own and in national currency."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeGuard

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.tariff.book import TariffBook
from sad_desktop.valuation.money import ONE, ZERO, is_sound, quotient, rounded
from sad_desktop.valuation.note import CostAmount, Remark

INVOICE = "invoice"
DEDUCTIONS = "deductions"
BY_VALUE, BY_WEIGHT, NONE = "0", "1", "2"
MODES = (BY_VALUE, BY_WEIGHT, NONE)
FREIGHT = frozenset({"external_freight", "internal_freight"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How a declaration is worked out: the day, the currency, its decimals and the roundings."""

    book: TariffBook
    on: date
    currency: str
    decimals: int
    is_exact: bool
    mode: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GeneralValue:
    """The general valuation note; ``costs`` holds every block of COSTS by name."""

    invoice: CostAmount
    costs: dict[str, CostAmount]
    total_costs: Decimal
    cif: Decimal


def terms_of(declaration: Declaration, book: TariffBook, on: date, remarks: list[Remark]) -> Terms:
    """Return how a declaration is worked out; an unknown apportionment counts as by value."""
    profile = book.profile
    mode = declaration.apportionment or BY_VALUE
    if mode not in MODES:
        remarks.append(
            Remark(
                code="apportionment_unknown", place=Place("apportionment"), values=(("v", mode),)
            )
        )
        mode = BY_VALUE
    return Terms(
        book=book,
        on=on,
        currency=profile.currency,
        decimals=profile.decimals,
        is_exact=profile.rounding == "exact",
        mode=mode,
    )


def general_value(declaration: Declaration, terms: Terms, remarks: list[Remark]) -> GeneralValue:
    """Value the general segment: every block is rounded once, the CIF value is their sum.

    Without apportionment the costs keyed at the items are summed; the header's own stand only
    where no item has any (rule V-09 compares them).
    """
    invoice = _invoice(declaration, terms, remarks)
    costs = {name: _cost(declaration, name, terms, remarks) for name in COSTS}
    total = sum_of_costs(costs)
    return GeneralValue(
        invoice=invoice, costs=costs, total_costs=total, cif=invoice.national + total
    )


def sum_of_costs(costs: dict[str, CostAmount]) -> Decimal:
    """Add the costs up in national currency; deductions are subtracted (guide 003)."""
    total = ZERO
    for name, cost in costs.items():
        total = total - cost.national if name == DEDUCTIONS else total + cost.national
    return total


def keyed(
    value: Decimal | None, place: Place, remarks: list[Remark], *, negative: bool = False
) -> Decimal:
    """Return a keyed amount as it counts: blank or unusable is zero, and the latter is told."""
    if value is None:
        return ZERO
    if not is_sound(value):
        remarks.append(Remark(code="number_unusable", place=place, values=(("v", str(value)),)))
        return ZERO
    if value < ZERO and not negative:
        remarks.append(Remark(code="V-05", place=place, values=(("line", place.field),)))
    return value


def _invoice(declaration: Declaration, terms: Terms, remarks: list[Remark]) -> CostAmount:
    foreign = keyed(declaration.invoice_amount, Place("invoice_amount"), remarks)
    if declaration.invoice_amount is None:
        foreign = sum(
            (item.invoice_amount for item in declaration.items if is_usable(item.invoice_amount)),
            ZERO,
        )
    rate = _rate(
        declaration.exchange_rate,
        declaration.invoice_currency,
        foreign,
        Place("exchange_rate"),
        terms,
        remarks,
    )
    return _national(foreign, declaration.invoice_currency, rate, terms)


def is_usable(value: Decimal | None) -> TypeGuard[Decimal]:
    """Tell whether a keyed number counts."""
    return value is not None and is_sound(value)


def _cost(declaration: Declaration, name: str, terms: Terms, remarks: list[Remark]) -> CostAmount:
    place = Place(name)
    foreign = keyed(getattr(declaration, name), place, remarks, negative=name == "other_costs")
    if terms.mode == NONE:
        foreign = _summed(declaration, name, foreign, remarks)
    currency: str = getattr(declaration, f"{name}_currency")
    rate = _rate(
        getattr(declaration, f"{name}_rate"),
        currency,
        foreign,
        Place(f"{name}_rate"),
        terms,
        remarks,
    )
    return _national(foreign, currency, rate, terms)


def _summed(declaration: Declaration, name: str, header: Decimal, remarks: list[Remark]) -> Decimal:
    parts = [getattr(item, name) for item in declaration.items]
    known = [part for part in parts if is_usable(part)]
    if not known:
        return header
    total = sum(known, ZERO)
    if header != total and getattr(declaration, name) is not None:
        values = (("line", name), ("v1", f"{total:f}"), ("v2", f"{header:f}"))
        remarks.append(Remark(code="V-09", place=Place(name), values=values))
    return total


def _rate(
    rate: Decimal | None,
    currency: str,
    foreign: Decimal,
    place: Place,
    terms: Terms,
    remarks: list[Remark],
) -> Decimal:
    """Return the rate of a block; zero, with a remark, when an amount has none that can be used.

    A blank rate is 1 for the national currency, else the book's of the day. A block without
    amount needs none.
    """
    if rate is not None and is_sound(rate) and rate > ZERO:
        return rate
    if rate is None and currency and currency == terms.currency:
        return ONE
    published = published_rate(currency, terms)[0] if rate is None and currency else None
    if published is not None:
        return published
    if foreign:
        values: tuple[tuple[str, str], ...] = (
            ("cur", currency),
            ("date", terms.on.isoformat()),
        )
        if rate is not None:
            values = (*values, ("v", str(rate)))
        remarks.append(Remark(code="V-03", place=place, values=values))
    return ZERO


def published_rate(currency: str, terms: Terms) -> tuple[Decimal | None, str]:
    """Return the book's rate of the day for one unit of a currency, and where it stands.

    None when there is none, or none that can be used.
    """
    published = terms.book.exchange_rate(currency, terms.on)
    if published is None or published.per <= 0 or not is_usable(published.rate):
        return None, ""
    rate = quotient(published.rate, Decimal(published.per))
    return (rate, published.source) if rate > ZERO else (None, "")


def _national(foreign: Decimal, currency: str, rate: Decimal, terms: Terms) -> CostAmount:
    return CostAmount(
        foreign=foreign,
        currency=currency,
        rate=rate,
        national=rounded(foreign * rate, terms.decimals),
    )
