"""What goods were worth in the office's own assessed declarations, and what is usual for them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sad_desktop.brokerage.ledgers import UsualPrice
from sad_desktop.brokerage.register import EarlierCase, PriceRange, PriceSource
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.applicable import full_code
from sad_desktop.valuation.note import AssessmentNote

FEWEST_CASES = 3
"""So many declarations make a range; fewer say nothing of what is usual."""

LOOKED_BACK = timedelta(days=730)
"""How old a case may be: prices of longer ago are of another time."""

_NAMED = 5

Goods = tuple[str, str]
"""A commodity code with its precision, and an origin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PriceCase:
    """One item of an assessed declaration; values of a unit in national currency.

    ``unit`` is a unit code, "" for 1 kg; ``declaration`` says which one it was.
    """

    declaration: EarlierCase
    item_number: int
    commodity_code: str
    origin: str
    importer: str
    unit: str
    quantity: Decimal
    value: Decimal
    on: date

    @property
    def unit_value(self) -> Decimal:
        """What one unit was worth."""
        return self.value / self.quantity

    @property
    def goods(self) -> Goods:
        """What the case is a case of."""
        return self.commodity_code, self.origin


def cases_of(
    own: EarlierCase, declaration: Declaration, note: AssessmentNote, on: date
) -> tuple[PriceCase, ...]:
    """Return what each item is worth by its mass, and by its first supplementary unit."""
    return tuple(
        PriceCase(
            declaration=own,
            item_number=number,
            commodity_code=full_code(item),
            origin=item.origin_country,
            importer=declaration.consignee_code,
            unit=unit,
            quantity=quantity,
            value=note.items[number - 1].value.cif,
            on=on,
        )
        for number, item in enumerate(declaration.items, start=1)
        if item.commodity_code
        for unit, quantity in measures(item)
    )


def measures(item: Item) -> Iterator[tuple[str, Decimal]]:
    """Yield the units an item is measured by with their quantities; "" is a kilogram."""
    if item.net_mass and item.net_mass > 0:
        yield "", item.net_mass
    quantity = item.unit_1_quantity
    if item.unit_1 and quantity and quantity > 0:
        yield item.unit_1, quantity


def quantity_in(item: Item, unit: str) -> Decimal | None:
    """Return how much of a unit an item is; None where it does not say."""
    if not unit:
        return item.net_mass
    by_unit = {
        item.unit_1: item.unit_1_quantity,
        item.unit_2: item.unit_2_quantity,
        item.unit_3: item.unit_3_quantity,
    }
    return by_unit.get(unit)


def bounds(usual: PriceRange, margin: Decimal) -> tuple[Decimal, Decimal]:
    """Return between which values a unit is not told; a range of cases is widened both ways."""
    wider = Decimal(0) if usual.source is PriceSource.TABLE else margin
    return usual.least * (1 - wider), usual.most * (1 + wider)


def ranges(
    goods: Iterable[Goods],
    table: Iterable[UsualPrice],
    cases: Iterable[PriceCase],
    importer: str,
    on: date,
) -> Mapping[Goods, PriceRange]:
    """Return what is usual for goods: by the table in force, else by the office's own cases.

    Three declarations of the importer go before those of all importers.
    """
    rows = [row for row in table if _is_in_force(row, on)]
    by_goods: dict[Goods, list[PriceCase]] = defaultdict(list)
    for case in cases:
        if on - LOOKED_BACK <= case.on <= on:
            by_goods[case.goods].append(case)
    found = {}
    for one in goods:
        usual = _of_table(one, rows) or _of_cases(by_goods[one], importer)
        if usual is not None:
            found[one] = usual
    return found


def _is_in_force(row: UsualPrice, on: date) -> bool:
    is_begun = row.valid_from is None or row.valid_from <= on
    return is_begun and (row.valid_until is None or on <= row.valid_until)


def _of_table(goods: Goods, rows: Iterable[UsualPrice]) -> PriceRange | None:
    """Return the range of the row that names the goods best: longest code, own origin, latest."""
    code, origin = goods
    fitting = [
        row for row in rows if code.startswith(row.commodity_code) and row.origin in ("", origin)
    ]
    if not fitting:
        return None
    best = max(
        fitting,
        key=lambda row: (len(row.commodity_code), row.origin, row.valid_from or date.min, row.id),
    )
    assert best.least is not None  # noqa: S101 - a row without is not stored
    assert best.most is not None  # noqa: S101
    return PriceRange(least=best.least, most=best.most, unit=best.unit)


def _of_cases(cases: list[PriceCase], importer: str) -> PriceRange | None:
    own = [case for case in cases if importer and case.importer == importer]
    for some, source in ((own, PriceSource.IMPORTER), (cases, PriceSource.OFFICE)):
        counted = Counter(case.unit for case in some)
        # As many by mass as by unit: the unit says more of the goods.
        unit = max(counted, key=lambda one: (counted[one], bool(one), one), default="")
        chosen = sorted((case for case in some if case.unit == unit), key=_age, reverse=True)
        named = dict.fromkeys(case.declaration for case in chosen)
        if len(named) >= FEWEST_CASES:
            values = [case.unit_value for case in chosen]
            return PriceRange(
                least=min(values),
                most=max(values),
                unit=unit,
                source=source,
                count=len(named),
                cases=tuple(named)[:_NAMED],
            )
    return None


def _age(case: PriceCase) -> tuple[date, str, int]:
    return case.on, case.declaration.id, case.item_number
