"""What is usual for goods, with the cases behind it, and how a declaration stands to that."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sad_desktop.brokerage.ledgers import Ledger, UsualPrice
from sad_desktop.brokerage.prices import Goods, PriceCase, quantity_in, ranges
from sad_desktop.brokerage.register import PriceRange
from sad_desktop.declaration.draft import Draft
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.applicable import full_code
from sad_desktop.valuation.note import AssessmentNote

# SQLAlchemy is imported where the database is first used: start-up cost.

_ENOUGH = 20  # items of the importer, and as many of others: the range of those assessed last
_SHORTEST = 2  # digits of a chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPrice:
    """An item's value of one unit beside what is usual; None where it is not known.

    ``cases`` are all known ones of the goods, also where a table says what is usual.
    """

    number: int
    key: int
    goods: Goods
    description: str
    unit: str
    unit_value: Decimal | None
    usual: PriceRange | None
    cases: tuple[PriceCase, ...]


def usual_prices(
    workspace: Workspace,
    profile: str,
    goods: Collection[Goods],
    importer: str,
    on: date,
    but: str,
) -> Mapping[Goods, PriceRange]:
    """Return what is usual for goods but for one declaration; raises StorageUnavailable."""
    from sad_desktop.database import prices

    if not goods:
        return {}
    cases = prices.cases(workspace.database(), profile, goods, but, importer, most=_ENOUGH)
    return ranges(goods, _table(workspace, profile, goods), cases, importer, on)


def compared(
    workspace: Workspace, declaration_id: str, draft: Draft, note: AssessmentNote, on: date
) -> tuple[ComparedPrice, ...]:
    """Compare each item of a draft with what is usual (S3-087); raises StorageUnavailable."""
    from sad_desktop.database import prices

    kept = draft.declaration
    goods = {(full_code(item), item.origin_country) for item in kept.items if item.commodity_code}
    importer = kept.consignee_code
    cases = prices.cases(workspace.database(), note.profile, goods, declaration_id, importer)
    table = _table(workspace, note.profile, goods)
    usual = ranges(goods, table, _enough(cases, importer), importer, on)
    notes = {one.value.key: one for one in note.items}
    found = []
    for number, item in enumerate(kept.items, start=1):
        if not item.commodity_code:
            continue
        own = full_code(item), item.origin_country
        known = usual.get(own)
        unit = known.unit if known is not None else ""
        quantity = quantity_in(item, unit)
        worth = notes[item.key].value.cif if item.key in notes else None
        found.append(
            ComparedPrice(
                number=number,
                key=item.key,
                goods=own,
                description=item.commercial_description or item.tariff_description,
                unit=unit,
                unit_value=worth / quantity if worth is not None and quantity else None,
                usual=known,
                cases=tuple(case for case in cases if case.goods == own and case.unit == unit),
            )
        )
    return tuple(found)


def _enough(cases: Iterable[PriceCase], importer: str) -> Iterator[PriceCase]:
    """Yield what makes a range, as ``usual_prices`` asks for it: the latest of each kind."""
    seen: Counter[tuple[Goods, str, bool]] = Counter()
    for case in cases:
        kind = (case.goods, case.unit, case.importer == importer)
        seen[kind] += 1
        if seen[kind] <= _ENOUGH:
            yield case


def _table(workspace: Workspace, profile: str, goods: Iterable[Goods]) -> tuple[UsualPrice, ...]:
    from sad_desktop.database import ledgers

    beginnings = {code[:length] for code, _ in goods for length in range(_SHORTEST, len(code) + 1)}
    found = ledgers.with_values(
        workspace.database(), Ledger.PRICES, profile, "commodity_code", beginnings
    )
    return tuple(row for row in found if isinstance(row, UsualPrice))
