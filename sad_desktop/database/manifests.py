"""Manifests and bills of lading: stored, found by voyage, vessel and number, and read."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)

from sad_desktop.brokerage.manifests import (
    BillContainer,
    BillOfLading,
    Manifest,
    ManifestQuery,
    ManifestSummary,
    narrowed,
)
from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.database.engine import alone
from sad_desktop.database.manifest_tables import (
    SORTED,
    bill_containers,
    bills,
    manifests,
    write_offs,
)
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import UserError
from sad_desktop.tariff.lookup import normalise
from sad_desktop.text import QT_TRANSLATE_NOOP

_BEYOND = "\U0010ffff"  # after every letter, in both databases' order
_MOST_AT_ONCE = 500  # keys in one statement: SQLite takes 32,766 parameters, a plan is made of each
_OWN = {"id", "manifest_id", "containers"}
_MANIFEST_COLUMNS = tuple(one.name for one in fields(Manifest) if one.name not in _OWN)
_BILL_COLUMNS = tuple(one.name for one in fields(BillOfLading) if one.name not in _OWN)


class NotKept(UserError):
    """The manifest or bill is not, or no longer, in the database."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("UserError", "The manifest is no longer in the database.")
        )


def find(connection: Connection, query: ManifestQuery, limit: int) -> tuple[ManifestSummary, ...]:
    """Return the manifests that meet all criteria, the latest voyage first."""
    of_manifest = (
        select(func.count())
        .select_from(bills)
        .where(bills.c.manifest_id == manifests.c.id)
        .scalar_subquery()
    )
    latest = func.coalesce(manifests.c.arrival, manifests.c.departure)
    wanted = (
        select(manifests, of_manifest.label("bill_count"))
        .where(*_criteria(query))
        .order_by(latest.desc().nulls_last(), manifests.c.id.desc())
        .limit(limit)
    )
    rows = connection.execute(wanted).all()
    return tuple(
        ManifestSummary(manifest=_manifest(row), bill_count=row.bill_count) for row in rows
    )


def is_any_kept(connection: Connection) -> bool:
    """Tell whether the office keeps manifests at all."""
    return bool(connection.scalar(select(exists(select(manifests.c.id)))))


def load(connection: Connection, manifest_id: int) -> Manifest:
    """Return a manifest; raises NotKept."""
    row = connection.execute(select(manifests).where(manifests.c.id == manifest_id)).first()
    if row is None:
        raise NotKept
    return _manifest(row)


def load_some(connection: Connection, manifest_ids: Iterable[int]) -> Mapping[int, Manifest]:
    """Return manifests by their ids; those that are gone are left out."""
    ids = sorted(set(manifest_ids))
    rows = connection.execute(select(manifests).where(manifests.c.id.in_(ids)))
    return {row.id: _manifest(row) for row in rows}


def load_bill(connection: Connection, bill_id: int) -> BillOfLading:
    """Return a bill with its containers; raises NotKept."""
    found = _bills(connection, bills.c.id == bill_id, limit=1)
    if not found:
        raise NotKept
    return found[0]


def bills_of(connection: Connection, manifest_id: int) -> tuple[BillOfLading, ...]:
    """Return the bills of a manifest by number, with their containers."""
    return _bills(connection, bills.c.manifest_id == manifest_id)


def find_bills(
    connection: Connection, manifest_id: int | None, beginning: str, limit: int
) -> tuple[BillOfLading, ...]:
    """Return bills whose number begins so, by number; of one manifest or of all (None)."""
    plain = plain_number(beginning)
    conditions: list[ColumnElement[bool]] = []
    if plain:
        last = bindparam("last", f"{plain}{_BEYOND}", SORTED)
        conditions = [bills.c.plain >= plain, bills.c.plain < last]
    if manifest_id is not None:
        conditions.append(bills.c.manifest_id == manifest_id)
    return _bills(connection, *conditions, limit=limit)


def meant(connection: Connection, declaration: Declaration) -> Manifest | None:
    """Return the manifest a declaration names in box A; None where the office keeps none such.

    Raises UserError when the number is kept more than once and office and day do not decide.
    """
    number = plain_number(declaration.manifest)
    if not number:
        return None
    rows = connection.execute(select(manifests).where(manifests.c.plain == number)).all()
    found = narrowed(map(_manifest, rows), declaration.office_code, declaration.manifest_day)
    if len(found) > 1:
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Manifest {voyage} is kept {count} times. Key the customs office and the date of "
                "the voyage in box A to say which one is meant.",
            ),
            {"voyage": declaration.manifest, "count": len(found)},
        )
    return found[0] if found else None


def meant_bills(
    connection: Connection, declaration: Declaration, numbers: Iterable[str]
) -> tuple[BillOfLading, ...]:
    """Return the bills that plain numbers mean in a declaration.

    They are the named manifest's; where box A names none, those whose number is kept only once.
    Raises UserError when box A means two manifests.
    """
    if plain_number(declaration.manifest):
        manifest = meant(connection, declaration)
        return () if manifest is None else numbered(connection, manifest.id, numbers)
    found = numbered(connection, None, numbers)
    times = Counter(plain_number(bill.number) for bill in found)
    return tuple(bill for bill in found if times[plain_number(bill.number)] == 1)


def numbered(
    connection: Connection, manifest_id: int | None, numbers: Iterable[str]
) -> tuple[BillOfLading, ...]:
    """Return the bills of these plain numbers, of one manifest or of all (None)."""
    every = list(numbers)
    found: list[BillOfLading] = []
    for start in range(0, len(every), _MOST_AT_ONCE):
        conditions: list[ColumnElement[bool]] = [
            bills.c.plain.in_(every[start : start + _MOST_AT_ONCE])
        ]
        if manifest_id is not None:
            conditions.append(bills.c.manifest_id == manifest_id)
        found.extend(_bills(connection, *conditions))
    return tuple(found)


def store(connection: Connection, manifest: Manifest, *, at: datetime, user: str) -> Manifest:
    """Insert a manifest, or put it in the place of the one with its id; raises NotKept."""
    row = {
        **{name: getattr(manifest, name) for name in _MANIFEST_COLUMNS},
        "plain": plain_number(manifest.voyage),
        "folded": normalise(manifest.vessel),
        "stored_at": at.astimezone(UTC),
        "stored_by": user,
    }
    if manifest.id:
        its = manifests.c.id == manifest.id
        if not connection.execute(update(manifests).where(its).values(row)).rowcount:
            raise NotKept
        return manifest
    number = connection.scalar(insert(manifests).returning(manifests.c.id), row)
    return Manifest(**{name: getattr(manifest, name) for name in _MANIFEST_COLUMNS}, id=number or 0)


def keep_others_out(connection: Connection) -> None:
    """Let one desk at a time change manifests; write-offs of bills go on meanwhile."""
    alone(connection, manifests)


def same_voyage(connection: Connection, manifest: Manifest) -> Manifest | None:
    """Return the manifest kept of the same number, office and days, if any."""
    alike = connection.execute(
        select(manifests).where(
            manifests.c.plain == plain_number(manifest.voyage),
            manifests.c.office == manifest.office,
        )
    )
    days = (manifest.departure, manifest.arrival)
    return next(
        (one for one in map(_manifest, alike) if (one.departure, one.arrival) == days), None
    )


def store_bills(connection: Connection, manifest_id: int, own: Iterable[BillOfLading]) -> None:
    """Insert bills, and put those with an id in the place of the kept ones."""
    every = tuple(own)
    new = [bill for bill in every if not bill.id]
    kept = [bill for bill in every if bill.id]
    if new:
        connection.execute(insert(bills), [_bill_row(manifest_id, bill) for bill in new])
    if kept:
        rows = [{**_bill_row(manifest_id, bill), "its_id": bill.id} for bill in kept]
        connection.execute(update(bills).where(bills.c.id == bindparam("its_id")), rows)
    numbers = _numbers(connection, manifest_id)
    ids = [bill.id for bill in kept]
    for start in range(0, len(ids), _MOST_AT_ONCE):
        some = bill_containers.c.bill_id.in_(ids[start : start + _MOST_AT_ONCE])
        connection.execute(delete(bill_containers).where(some))
    rows = [
        {
            "bill_id": numbers[plain_number(bill.number)],
            "row": place,
            "identity": container.identity,
            "kind": container.kind,
            "load": container.load,
            "seals": container.seals,
        }
        for bill in (*new, *kept)
        for place, container in enumerate(bill.containers)
    ]
    if rows:
        connection.execute(insert(bill_containers), rows)


def written_off(connection: Connection, manifest_id: int) -> frozenset[int]:
    """Return the bills of a manifest that have lines in the ledger: these cannot be deleted."""
    rows = connection.execute(
        select(write_offs.c.bill_id)
        .join(bills, bills.c.id == write_offs.c.bill_id)
        .where(bills.c.manifest_id == manifest_id)
        .distinct()
    )
    return frozenset(rows.scalars())


def delete_bills(connection: Connection, bill_ids: Iterable[int]) -> None:
    """Delete bills that have no line in the ledger."""
    ids = list(bill_ids)
    for start in range(0, len(ids), _MOST_AT_ONCE):
        some = ids[start : start + _MOST_AT_ONCE]
        connection.execute(delete(bills).where(bills.c.id.in_(some)))


def delete_manifest(connection: Connection, manifest_id: int) -> None:
    """Delete a manifest with its bills; the ledger must hold none of them."""
    connection.execute(delete(bills).where(bills.c.manifest_id == manifest_id))
    connection.execute(delete(manifests).where(manifests.c.id == manifest_id))


def _criteria(query: ManifestQuery) -> Iterable[ColumnElement[bool]]:
    voyage = plain_number(query.voyage)
    if voyage:
        yield manifests.c.plain >= voyage
        yield manifests.c.plain < bindparam("last_voyage", f"{voyage}{_BEYOND}", SORTED)
    for word in normalise(query.vessel).split():
        yield manifests.c.folded.contains(word, autoescape=True)
    if query.office:
        yield manifests.c.office == query.office
    if query.since is not None:
        since = query.since
        yield or_(manifests.c.departure >= since, manifests.c.arrival >= since)
    if query.until is not None:
        until = query.until
        yield or_(manifests.c.departure <= until, manifests.c.arrival <= until)


def _numbers(connection: Connection, manifest_id: int) -> Mapping[str, int]:
    own = select(bills.c.plain, bills.c.id).where(bills.c.manifest_id == manifest_id)
    return {row.plain: row.id for row in connection.execute(own)}


def _bills(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None
) -> tuple[BillOfLading, ...]:
    wanted = select(bills).where(*conditions).order_by(bills.c.plain, bills.c.id).limit(limit)
    rows = connection.execute(wanted).all()
    containers = _containers(connection, [row.id for row in rows])
    return tuple(_bill(row, containers.get(row.id, ())) for row in rows)


def _containers(connection: Connection, ids: list[int]) -> Mapping[int, tuple[BillContainer, ...]]:
    found: dict[int, tuple[BillContainer, ...]] = {}
    for start in range(0, len(ids), _MOST_AT_ONCE):
        some = bill_containers.c.bill_id.in_(ids[start : start + _MOST_AT_ONCE])
        ordered = select(bill_containers).where(some).order_by(bill_containers.c.row)
        for row in connection.execute(ordered):
            one = BillContainer(
                identity=row.identity, kind=row.kind, load=row.load, seals=row.seals
            )
            found[row.bill_id] = (*found.get(row.bill_id, ()), one)
    return found


def _manifest(row: Row[Any]) -> Manifest:
    return Manifest(id=row.id, **{name: getattr(row, name) for name in _MANIFEST_COLUMNS})


def _bill(row: Row[Any], containers: tuple[BillContainer, ...]) -> BillOfLading:
    held = {name: getattr(row, name) for name in _BILL_COLUMNS}
    return BillOfLading(id=row.id, manifest_id=row.manifest_id, **held, containers=containers)


def _bill_row(manifest_id: int, bill: BillOfLading) -> dict[str, Any]:
    held = {name: getattr(bill, name) for name in _BILL_COLUMNS}
    return {**held, "manifest_id": manifest_id, "plain": plain_number(bill.number)}
