"""What goods were worth in assessed declarations, and what licences other declarations used."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine, Select, delete, func, insert, select

from sad_desktop.brokerage.life import HOLDING
from sad_desktop.brokerage.prices import Goods, PriceCase
from sad_desktop.brokerage.register import EarlierCase
from sad_desktop.database.engine import reading
from sad_desktop.database.ledger_tables import price_cases
from sad_desktop.database.numbers import NAMES, case_of
from sad_desktop.database.schema import declarations, items
from sad_desktop.declaration.status import Status

_AT_ONCE = 400
MOST_CASES = 500
"""Of the same goods; more say nothing more of a price, and nobody reads them."""

_ZERO = Decimal(0)
_USING = [status.value for status in HOLDING | {Status.REGISTERED}]


def write(connection: Connection, declaration_id: str, cases: Iterable[PriceCase]) -> None:
    """Write what a declaration's items were worth in the place of what stood there."""
    connection.execute(delete(price_cases).where(price_cases.c.declaration_id == declaration_id))
    rows = [
        {
            "declaration_id": declaration_id,
            "item_number": case.item_number,
            "unit": case.unit,
            "commodity_code": case.commodity_code,
            "origin": case.origin,
            "importer": case.importer,
            "quantity": case.quantity,
            "value": case.value,
            "assessed_on": case.on,
        }
        for case in cases
    ]
    if rows:
        connection.execute(insert(price_cases), rows)


def cases(
    engine: Engine,
    profile: str,
    goods: Collection[Goods],
    but: str,
    importer: str,
    most: int = MOST_CASES,
) -> tuple[PriceCase, ...]:
    """Return the cases of goods in other assessed declarations of a country, latest first.

    Of each goods and unit the latest of the importer and the latest of all others, ``most``
    of each. Raises StorageUnavailable.
    """
    codes = sorted({code for code, _ in goods})
    found: list[PriceCase] = []
    called: dict[str, EarlierCase] = {}
    with reading(engine) as connection:
        for begin in range(0, len(codes), _AT_ONCE):
            wanted = _latest(profile, codes[begin : begin + _AT_ONCE], but, importer, most)
            for row in connection.execute(wanted):
                if (row.commodity_code, row.origin) in goods:
                    own = called.get(row.id)
                    if own is None:
                        own = called[row.id] = case_of(row)
                    found.append(_case(row, own))
    return tuple(found)


def _latest(profile: str, codes: list[str], but: str, importer: str, most: int) -> Select[Any]:
    own = price_cases.c
    alike = (own.commodity_code, own.origin, own.unit, own.importer == importer)
    order = (own.assessed_on.desc(), own.declaration_id, own.item_number)
    ranked = (
        select(price_cases, *NAMES)
        .add_columns(func.row_number().over(partition_by=alike, order_by=order).label("rank"))
        .join(declarations, declarations.c.id == own.declaration_id)
        .where(own.commodity_code.in_(codes))
        .where(declarations.c.status.in_([status.value for status in HOLDING]))
        .where(declarations.c.profile == profile, declarations.c.id != but)
        .subquery("ranked")
    )
    its = ranked.c
    return (
        select(ranked)
        .where(its.rank <= most)
        .order_by(its.assessed_on.desc(), its.declaration_id, its.item_number)
    )


def licences_used(
    engine: Engine, profile: str, numbers: Collection[str], but: str
) -> Mapping[str, tuple[Decimal, Decimal]]:
    """Return the value and the quantity other registered declarations took of licences.

    Raises StorageUnavailable.
    """
    used: dict[str, list[Decimal]] = defaultdict(lambda: [_ZERO, _ZERO])
    own, some = items.c, sorted(numbers)
    with reading(engine) as connection:
        for begin in range(0, len(some), _AT_ONCE):
            wanted = (
                select(own.licence_number, own.licence_value, own.licence_quantity)
                .join(declarations, declarations.c.id == own.declaration_id)
                .where(own.licence_number.in_(some[begin : begin + _AT_ONCE]))
                .where(declarations.c.status.in_(_USING))
                .where(declarations.c.profile == profile, declarations.c.id != but)
            )
            for number, value, quantity in connection.execute(wanted):
                used[number][0] += value or _ZERO
                used[number][1] += quantity or _ZERO
    return {number: (value, quantity) for number, (value, quantity) in used.items()}


def _case(row: Any, declaration: EarlierCase) -> PriceCase:
    return PriceCase(
        declaration=declaration,
        item_number=row.item_number,
        commodity_code=row.commodity_code,
        origin=row.origin,
        importer=row.importer,
        unit=row.unit,
        quantity=row.quantity,
        value=row.value,
        on=row.assessed_on,
    )
