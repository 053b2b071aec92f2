"""How much of a unit an item has: masses from boxes 35 and 38, the rest from box 41."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.book import TariffBook
from sad_desktop.valuation.money import ONE, ZERO, is_sound

NET, GROSS, PACKAGING = "KGM", "KGM.GROSS", "KGM.PACKAGING"
COUNTED = frozenset({"NMB", "C62", "H87", "EA", "PCE", "NAR", "UNT", "NO"})
"""Codes under which lists count single things."""

_FACTORS: Mapping[str, tuple[str, Decimal]] = MappingProxyType(
    {
        "GRM": (NET, Decimal("0.001")),
        "TNE": (NET, Decimal("1000")),
        "HLT": ("LTR", Decimal("100")),
        "DZN": ("NMB", Decimal("12")),
        "MIL": ("NMB", Decimal("1000")),
        "CEN": ("NMB", Decimal("100")),
    }
)
"""Units that are so many of another one, as UN/ECE Recommendation 20 defines them."""


@dataclass(frozen=True, slots=True)
class Quantities:
    """Answers how much of a unit there is; None when nothing was keyed."""

    of: Callable[[str], Decimal | None]


def item_quantities(item: Item, book: TariffBook, on: date) -> Quantities:
    """Return the quantities of an item."""

    def of(unit: str) -> Decimal | None:
        if not unit:
            return ONE
        if unit in (GROSS, PACKAGING):
            return _mass(item, unit)
        keyed = _keyed(item)
        for own, quantity in keyed:
            if own == unit:
                return quantity
        wanted, per_wanted = _standard(unit, book, on)
        net = _sound(item.net_mass)
        if wanted == NET and net is not None:
            return net / per_wanted
        for own, quantity in keyed:
            standard, per_own = _standard(own, book, on)
            if standard == wanted:
                return quantity * per_own / per_wanted
        return None

    return Quantities(of)


def declaration_quantities(declaration: Declaration) -> Quantities:
    """Return what a general tax can count: the declaration, its items, its gross mass."""

    def of(unit: str) -> Decimal | None:
        if not unit:
            return ONE
        if unit == "ITM":
            return Decimal(len(declaration.items))
        if unit == "CTR":
            return Decimal(len({row.identity for row in declaration.containers if row.identity}))
        if unit == GROSS:
            masses = [_sound(item.gross_mass) for item in declaration.items]
            return None if None in masses else sum((m for m in masses if m is not None), ZERO)
        return None

    return Quantities(of)


def _keyed(item: Item) -> list[tuple[str, Decimal]]:
    rows = (
        (item.unit_1, _sound(item.unit_1_quantity)),
        (item.unit_2, _sound(item.unit_2_quantity)),
        (item.unit_3, _sound(item.unit_3_quantity)),
    )
    return [(unit, quantity) for unit, quantity in rows if unit and quantity is not None]


def _mass(item: Item, unit: str) -> Decimal | None:
    gross, net = _sound(item.gross_mass), _sound(item.net_mass)
    if unit == GROSS or gross is None or net is None:
        return gross if unit == GROSS else None
    return max(gross - net, ZERO)


def _standard(unit: str, book: TariffBook, on: date) -> tuple[str, Decimal]:
    """Return the unit a code is so many of, and how many; by the list of units where it says."""
    if unit in COUNTED:
        return "NMB", ONE
    entry = book.entry("units", unit, on)
    if entry is not None and "of" in entry.facts and "factor" in entry.facts:
        return entry.facts["of"], Decimal(entry.facts["factor"])
    return _FACTORS.get(unit, (unit, ONE))


def _sound(value: Decimal | None) -> Decimal | None:
    if value is None or not is_sound(value) or value < ZERO:
        return None
    return value
