"""The ledger of bills: what declarations use and give back; two can never use the same goods."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection, Row, Select, func, insert, select

from sad_desktop.brokerage.manifests import (
    NOTHING,
    BillBalance,
    BillOfLading,
    Quantity,
    WriteOff,
    held_by,
    total,
    wanted,
)
from sad_desktop.brokerage.numbers import plain_number
from sad_desktop.database import manifests
from sad_desktop.database.manifest_tables import bills, write_offs
from sad_desktop.database.schema import library
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.values import show_number
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP


class NotCovered(UserError):
    """A bill has less left than a declaration uses of it; nothing was written off."""

    def __init__(self, balance: BillBalance, used: Quantity) -> None:
        packages, mass = balance.packages_left, balance.mass_left
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Bill {bill} has {packages} packages and {mass} kg left, and this declaration "
                "uses {used_packages} packages and {used_mass} kg. Open the bill to see which "
                "declarations have used it.",
            ),
            {
                "bill": balance.bill.number,
                "packages": "–" if packages is None else show_number(packages),
                "mass": "–" if mass is None else show_number(mass),
                "used_packages": show_number(used.packages),
                "used_mass": show_number(used.mass),
            },
        )


def write_off(
    connection: Connection, declaration_id: str, draft: Draft, *, at: datetime, user: str
) -> tuple[WriteOff, ...]:
    """Write what a declaration uses off the bills it names; returns the new lines.

    What the declaration had written off before is given back first, so that the ledger holds
    what the draft says however often it is assessed. Bills the office does not keep are left
    out. The bills stay locked until the transaction ends. Raises NotCovered, and UserError where
    the voyage is kept more than once; then nothing is to be committed.
    """
    numbers = wanted(draft.declaration)
    named = manifests.meant_bills(connection, draft.declaration, numbers)
    held = _held(connection, declaration_id)
    _lock(connection, {*(bill.id for bill in named), *held})
    held = _held(connection, declaration_id)
    now = {bill.id: numbers[plain_number(bill.number)] for bill in named}
    used = used_of(connection, now)
    for bill in named:
        others = used.get(bill.id, NOTHING) + -held.get(bill.id, NOTHING)
        balance = BillBalance(bill=bill, used=others)
        if not balance.covers(now[bill.id]):
            raise NotCovered(balance, now[bill.id])
    changes = ((bill_id, -quantity) for bill_id, quantity in held.items())
    uses = ((bill_id, quantity) for bill_id, quantity in now.items())
    if held == {bill_id: quantity for bill_id, quantity in now.items() if quantity}:
        return ()
    return _add(connection, declaration_id, (*changes, *uses), at=at, user=user)


def give_back(
    connection: Connection, declaration_id: str, *, at: datetime, user: str
) -> tuple[WriteOff, ...]:
    """Give back all a declaration has written off; nothing when it holds nothing."""
    _lock(connection, _held(connection, declaration_id))
    held = _held(connection, declaration_id)
    changes = ((bill_id, -quantity) for bill_id, quantity in held.items())
    return _add(connection, declaration_id, changes, at=at, user=user)


def used_of(connection: Connection, bill_ids: Iterable[int]) -> Mapping[int, Quantity]:
    """Return what all declarations together have used of some bills."""
    ids = sorted(bill_ids)
    lines = _read(connection, select(write_offs).where(write_offs.c.bill_id.in_(ids)))
    return held_by(lines)


def balances(connection: Connection, found: Sequence[BillOfLading]) -> tuple[BillBalance, ...]:
    """Return bills with what all declarations have used of them."""
    used = used_of(connection, [bill.id for bill in found])
    return tuple(BillBalance(bill=bill, used=used.get(bill.id, NOTHING)) for bill in found)


def used_by_others(
    connection: Connection, bill_ids: Iterable[int], declaration_id: str
) -> Mapping[int, Quantity]:
    """Return what all other declarations have used of some bills."""
    others = select(write_offs).where(
        write_offs.c.bill_id.in_(sorted(bill_ids)),
        write_offs.c.declaration_id != declaration_id,
    )
    return held_by(_read(connection, others))


def used_of_manifest(connection: Connection, manifest_id: int) -> Mapping[int, Quantity]:
    """Return what declarations have used of each bill of a manifest."""
    own = (
        select(write_offs)
        .join(bills, bills.c.id == write_offs.c.bill_id)
        .where(bills.c.manifest_id == manifest_id)
    )
    return held_by(_read(connection, own))


def history_of(connection: Connection, bill_id: int) -> tuple[WriteOff, ...]:
    """Return every line of a bill's ledger with its declaration's name, oldest first."""
    its = library.c.declaration_id == write_offs.c.declaration_id
    called = func.coalesce(
        func.nullif(library.c.registration, ""), func.nullif(library.c.reference, ""), ""
    )
    named = (
        select(write_offs, called.label("called"))
        .outerjoin(library, its)
        .where(write_offs.c.bill_id == bill_id)
        .order_by(write_offs.c.sequence)
    )
    return tuple(replace(_line(row), called=row.called) for row in connection.execute(named))


def _held(connection: Connection, declaration_id: str) -> Mapping[int, Quantity]:
    own = select(write_offs).where(write_offs.c.declaration_id == declaration_id)
    return held_by(_read(connection, own))


def _lock(connection: Connection, bill_ids: Iterable[int]) -> None:
    """Keep other desks from the bills, in one order for all; SQLite's writer is alone anyway."""
    ids = sorted(bill_ids)
    if ids and connection.dialect.name != "sqlite":
        rows = select(bills.c.id).where(bills.c.id.in_(ids)).order_by(bills.c.id)
        connection.execute(rows.with_for_update()).all()


def _read(connection: Connection, wanted_lines: Select[tuple[object, ...]]) -> tuple[WriteOff, ...]:
    ordered = wanted_lines.order_by(write_offs.c.sequence)
    return tuple(_line(row) for row in connection.execute(ordered))


def _line(row: Row[tuple[object, ...]]) -> WriteOff:
    return WriteOff(
        bill_id=row.bill_id,
        declaration_id=row.declaration_id,
        quantity=Quantity(packages=row.packages, mass=row.mass),
        at=row.at,
        user=row.user,
    )


def _add(
    connection: Connection,
    declaration_id: str,
    changes: Iterable[tuple[int, Quantity]],
    *,
    at: datetime,
    user: str,
) -> tuple[WriteOff, ...]:
    """Add lines to the ledger, one per bill that really changes."""
    by_bill: dict[int, list[Quantity]] = {}
    for bill_id, quantity in changes:
        by_bill.setdefault(bill_id, []).append(quantity)
    lines = tuple(
        WriteOff(
            bill_id=bill_id,
            declaration_id=declaration_id,
            quantity=total(quantities),
            at=at,
            user=user,
        )
        for bill_id, quantities in by_bill.items()
        if total(quantities)
    )
    rows = [
        {
            "bill_id": line.bill_id,
            "declaration_id": declaration_id,
            "packages": line.quantity.packages,
            "mass": line.quantity.mass,
            "at": at,
            "user": user,
        }
        for line in lines
    ]
    if rows:
        connection.execute(insert(write_offs), rows)
    return lines
