"""What a declaration is found by from another one: its numbers, and how it classified goods."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, Select, delete, func, select

from sad_desktop.brokerage.numbers import NumberKind, description_digest, numbers_of
from sad_desktop.brokerage.register import EarlierCase, EarlierCode, EarlierDeclaration
from sad_desktop.database.columns import insert_rows
from sad_desktop.database.engine import reading
from sad_desktop.database.register_tables import described_goods, kept_numbers
from sad_desktop.database.schema import declarations
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.tariff.applicable import full_code

_AT_ONCE = 500  # values in one question; SQLite takes 32,766, PostgreSQL plans few faster
_MOST_FOUND = 2_000  # numbers shared, the latest first; nobody reads more
_CASES = 3  # earlier declarations named with a classification
_LONGEST_CODE = 40
_OPEN = frozenset({Status.DRAFT, Status.STORED, Status.REGISTERED})
NAMES = (
    declarations.c.id,
    declarations.c.reference_year,
    declarations.c.reference_number,
    declarations.c.registration_serial,
    declarations.c.registration_number,
)


def write(connection: Connection, declaration_id: str, declaration: Declaration) -> None:
    """Write the numbers of a declaration in the place of its former ones."""
    for table in (kept_numbers, described_goods):
        connection.execute(delete(table).where(table.c.declaration_id == declaration_id))
    numbers = [
        (declaration_id, kind.value, number)
        for kind, found in numbers_of(declaration).items()
        for number in found
    ]
    insert_rows(connection, kept_numbers, ("declaration_id", "kind", "number"), numbers)
    goods = {
        (description_digest(item.commercial_description), full_code(item)[:_LONGEST_CODE])
        for item in declaration.items
        if item.commodity_code and item.commercial_description
    }
    described = [(declaration_id, digest, code) for digest, code in goods if digest]
    names = ("declaration_id", "digest", "commodity_code")
    insert_rows(connection, described_goods, names, described)


def references(
    engine: Engine, numbers: Iterable[str], but: str
) -> Mapping[tuple[str, int, str], EarlierCase]:
    """Return who else uses reference numbers: declarant, year and number to the declaration.

    ``but`` is the id of the declaration that asks. Raises StorageUnavailable.
    """
    used: dict[tuple[str, int, str], EarlierCase] = {}
    with reading(engine) as connection:
        for row in _sharing(connection, NumberKind.REFERENCE, numbers, but):
            if row.reference_year is not None:
                key = (row.declarant_code, row.reference_year, row.reference_number)
                used.setdefault(key, case_of(row))
    return used


def earlier(
    engine: Engine, numbers: Mapping[NumberKind, frozenset[str]], but: str
) -> tuple[EarlierDeclaration, ...]:
    """Return the other declarations that share a bill, invoice, container or chassis.

    Cancelled ones are left out; last stored first. Raises StorageUnavailable.
    """
    found: dict[str, _Shared] = {}
    with reading(engine) as connection:
        for kind, own in numbers.items():
            if kind is NumberKind.REFERENCE:
                continue
            for row in _sharing(connection, kind, own, but):
                found.setdefault(row.id, _Shared(row, {})).numbers.setdefault(kind, set()).add(
                    row.number
                )
    shared = sorted(found.values(), key=lambda one: one.row.stored_at, reverse=True)
    return tuple(one.declaration() for one in shared)


def codes_before(
    engine: Engine, importer: str, descriptions: Mapping[str, str], but: str
) -> Mapping[str, EarlierCode]:
    """Return how an importer's goods were classified most often, by folded description.

    ``descriptions`` are folded ones by their digests. Raises StorageUnavailable.
    """
    if not importer or not descriptions:
        return {}
    best: dict[str, tuple[int, EarlierCode]] = {}
    with reading(engine) as connection:
        for some in _batches(descriptions):
            for row in connection.execute(_classified(importer, some, but)):
                times, known = best.get(row.digest, (0, EarlierCode(commodity_code="")))
                if row.times > times:
                    own = EarlierCode(commodity_code=row.commodity_code, cases=(case_of(row),))
                    best[row.digest] = (row.times, own)
                elif row.commodity_code == known.commodity_code:
                    own = EarlierCode(
                        commodity_code=known.commodity_code, cases=(*known.cases, case_of(row))
                    )
                    best[row.digest] = (times, own)
    return {descriptions[digest]: code for digest, (_, code) in best.items()}


def case_of(row: Row[Any]) -> EarlierCase:
    """Return a row with the columns of ``NAMES`` as the declaration it is of."""
    return EarlierCase(id=row.id, title=name_of(row))


def name_of(row: Row[Any]) -> str:
    """Return what a declaration is called: its reference, else its registration, else its id."""
    if row.reference_number:
        return "/".join(str(part) for part in (row.reference_year, row.reference_number) if part)
    if row.registration_number:
        return f"{row.registration_serial} {row.registration_number}".strip()
    return str(row.id)[:8]


@dataclass(frozen=True, slots=True)
class _Shared:
    """Another declaration with the numbers it shares."""

    row: Row[Any]
    numbers: dict[NumberKind, set[str]]

    def declaration(self) -> EarlierDeclaration:
        """Return the declaration as a rule sees it."""
        shared = self.numbers
        return EarlierDeclaration(
            case=case_of(self.row),
            is_open=Status(self.row.status) in _OPEN,
            consignee=self.row.consignee_code,
            bills=frozenset(shared.get(NumberKind.BILL, ())),
            invoices=frozenset(shared.get(NumberKind.INVOICE, ())),
            containers=frozenset(shared.get(NumberKind.CONTAINER, ())),
            chassis=frozenset(shared.get(NumberKind.CHASSIS, ())),
        )


def _sharing(
    connection: Connection, kind: NumberKind, numbers: Iterable[str], but: str
) -> Iterator[Row[Any]]:
    """Yield the declarations that hold some numbers, last stored first, a row for each number."""
    columns = (
        *NAMES,
        declarations.c.status,
        declarations.c.declarant_code,
        declarations.c.consignee_code,
        declarations.c.stored_at,
        kept_numbers.c.number,
    )
    for some in _batches(numbers):
        wanted = (
            select(*columns)
            .join(declarations, declarations.c.id == kept_numbers.c.declaration_id)
            .where(kept_numbers.c.kind == kind.value, kept_numbers.c.number.in_(some))
            .where(declarations.c.id != but, _is_alive())
            .order_by(declarations.c.stored_at.desc(), declarations.c.id)
            .limit(_MOST_FOUND)
        )
        found: Iterable[Row[Any]] = connection.execute(wanted)
        yield from found


def _classified(importer: str, digests: list[str], but: str) -> Select[Any]:
    """Return the selection of some former classifications, the most frequent and latest first."""
    alike = (described_goods.c.digest, described_goods.c.commodity_code)
    cases = (
        select(
            *NAMES,
            described_goods.c.digest,
            described_goods.c.commodity_code,
            declarations.c.stored_at,
            func.count().over(partition_by=alike).label("times"),
            func.row_number()
            .over(partition_by=alike, order_by=(declarations.c.stored_at.desc(), declarations.c.id))
            .label("rank"),
        )
        .join(declarations, declarations.c.id == described_goods.c.declaration_id)
        .where(described_goods.c.digest.in_(digests))
        .where(declarations.c.consignee_code == importer)
        .where(declarations.c.id != but, _is_alive())
        .subquery("cases")
    )
    return (
        select(cases)
        .where(cases.c.rank <= _CASES)
        .order_by(cases.c.digest, cases.c.times.desc(), cases.c.stored_at.desc())
    )


def _is_alive() -> ColumnElement[bool]:
    return declarations.c.status != Status.CANCELLED.value


def _batches(values: Iterable[str]) -> Iterator[list[str]]:
    left = iter(sorted(values))
    while some := list(islice(left, _AT_ONCE)):
        yield some
