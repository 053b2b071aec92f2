"""What a file leaves out and its own figures still say: decimals, rates, foreign amounts.

Used by profiles that take the file's word (flag ``figures = "from file"``); nothing that was
keyed since is overruled.
"""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sad_desktop.declaration.figures import CostFigure, Figures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.valuation.money import ONE, ZERO, decimals_in, is_sound, quotient, rounded
from sad_desktop.valuation.value import INVOICE, NONE

FLAG = "figures"
FROM_FILE = "from file"
_FIELDS = {
    INVOICE: ("invoice_amount", "exchange_rate"),
    **{name: (name, f"{name}_rate") for name in COSTS},
}
_FOREIGN_DECIMALS = 2


def file_decimals(declared: Figures, otherwise: int) -> int:
    """Return the decimals of a file's national amounts: none when all are whole, else two.

    Three where most amounts are written with three; ``otherwise`` in a file without amounts.
    """
    written = [decimals_in(amount) for amount in _national_amounts(declared) if amount]
    if not written:
        return otherwise
    if not any(written):
        return 0
    return 3 if sum(1 for one in written if one == 3) * 2 > len(written) else 2


def completed(declaration: Declaration, declared: Figures) -> Declaration:
    """Return the declaration with what it lacks taken from the file's figures.

    A missing rate is national ÷ foreign, a missing foreign amount national ÷ rate.
    """
    items = dict(declared.items)
    changes: dict[str, Any] = {}
    rates: dict[str, Decimal | None] = {}
    for name, (amount_field, rate_field) in _FIELDS.items():
        figure: CostFigure = getattr(declared.header, name)
        foreign: Decimal | None = getattr(declaration, amount_field)
        rate: Decimal | None = getattr(declaration, rate_field)
        if not rate and not figure.rate:
            rate = _derived_rate(figure, (getattr(one, name) for one in items.values()))
            if rate is not None:
                changes[rate_field] = rate
        if foreign is None and _is_missing(figure):
            changes[amount_field] = _foreign(figure, rate)
            if not rate:
                changes[rate_field] = rate = ONE
        rates[name] = rate
    with_items = _completed_items(declaration, items, rates)
    if with_items is not declaration.items:
        changes["items"] = with_items
    return replace(declaration, **changes) if changes else declaration


def _completed_items(
    declaration: Declaration, figures: dict[int, ItemFigures], rates: dict[str, Decimal | None]
) -> tuple[Item, ...]:
    names = _FIELDS if declaration.apportionment == NONE else (INVOICE,)
    done = []
    for item in declaration.items:
        own = figures.get(item.key)
        changes: dict[str, Any] = {}
        for name in names if own is not None else ():
            figure: CostFigure = getattr(own, name)
            field = _FIELDS[name][0]
            if getattr(item, field) is None and _is_missing(figure):
                changes[field] = _foreign(figure, figure.rate or rates[name])
        done.append(replace(item, **changes) if changes else item)
    same = all(new is old for new, old in zip(done, declaration.items, strict=True))
    return declaration.items if same else tuple(done)


def _is_missing(figure: CostFigure) -> bool:
    """Tell whether a block has a national amount and no foreign one."""
    return not figure.foreign and figure.national is not None and bool(_sound(figure.national))


def _foreign(figure: CostFigure, rate: Decimal | None) -> Decimal:
    """Return national ÷ rate, in cents where those give the national amount again."""
    national = _sound(figure.national)
    if rate is None or not rate:
        return national
    exact = quotient(national, rate)
    cents = rounded(exact, _FOREIGN_DECIMALS)
    return cents if rounded(cents * rate, decimals_in(national)) == national else exact


def _derived_rate(header: CostFigure, items: Iterable[CostFigure]) -> Decimal | None:
    """Return the rate the amounts imply: the header's, else the items' with the largest amount."""
    if header.foreign and header.national:
        return _ratio(header)
    known = [one for one in items if one.foreign and (one.rate or one.national)]
    if not known:
        return None
    largest = max(known, key=lambda one: _sound(one.foreign))
    return largest.rate or _ratio(largest)


def _ratio(figure: CostFigure) -> Decimal | None:
    foreign, national = _sound(figure.foreign), _sound(figure.national)
    if foreign <= ZERO or national <= ZERO:
        return None
    return quotient(national, foreign)


def _sound(value: Decimal | None) -> Decimal:
    return value if value is not None and is_sound(value) else ZERO


def _national_amounts(declared: Figures) -> Iterable[Decimal]:
    header = declared.header
    totals = (
        header.total_costs,
        header.cif,
        header.value_details,
        header.guarantee,
        header.fees,
        header.total_taxes,
    )
    blocks = (getattr(header, name).national for name in _FIELDS)
    for amount in (*totals, *blocks):
        yield _sound(amount)
    for _, item in declared.items:
        values = (item.total_costs, item.cif, item.statistical_value, item.taxes_total)
        own = (getattr(item, name).national for name in _FIELDS)
        taxes = (tax.amount for tax in item.taxes)
        for amount in (*values, *own, *taxes):
            yield _sound(amount)
