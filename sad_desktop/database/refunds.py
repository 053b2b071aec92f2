"""What was paid for goods that may leave again: for refunds on re-export."""

import json
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Engine, or_, select

from sad_desktop.brokerage.library import Summary
from sad_desktop.brokerage.life import HOLDING
from sad_desktop.brokerage.register import PreviousGoods
from sad_desktop.database.engine import reading
from sad_desktop.database.library import SUMMARY, summary
from sad_desktop.database.life_tables import assessments
from sad_desktop.database.schema import declarations, items, library, row_tables
from sad_desktop.declaration.draft import Rows
from sad_desktop.declaration.status import Status

_AT_ONCE = 500
_HOME_USE = "40"
_LEFT = [status.value for status in HOLDING | {Status.REGISTERED}]
_PAID = [Status.PAID.value, Status.RELEASED.value]


def payment_days(engine: Engine, wanted: Iterable[PreviousGoods]) -> dict[PreviousGoods, date]:
    """Return the receipts' days of the declarations some goods came in by.

    Goods of declarations the office does not keep, or that are not paid, are left out. Raises
    StorageUnavailable.
    """
    own = declarations.c
    found: dict[PreviousGoods, date] = {}
    with reading(engine) as connection:
        for goods in wanted:
            rows = connection.execute(
                select(own.registration_day, own.receipt_day).where(
                    own.registration_number == goods.number,
                    own.registration_serial == goods.serial,
                    own.office_code == goods.office,
                    own.status.in_(_PAID),
                    own.receipt_day.is_not(None),
                )
            )
            for registered, paid in rows:
                if goods.number and (goods.year is None or registered.year == goods.year):
                    found[goods] = paid
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidRow:
    """A paid declaration for home use: its line, receipt's day, and its frozen note."""

    summary: Summary
    paid_on: date
    note: Mapping[str, Any]
    left_on: date | None


def paid_imports(
    engine: Engine, profile: str, since: date, leaving: tuple[str, ...]
) -> tuple[PaidRow, ...]:
    """Return the declarations for home use paid since a day, last paid first.

    ``leaving`` are beginnings of procedures that re-export such goods. Raises
    StorageUnavailable.
    """
    own = declarations.c
    home = select(items.c.declaration_id).where(items.c.procedure.startswith(_HOME_USE))
    wanted = (
        select(
            own.id,
            own.receipt_day,
            own.office_code,
            own.registration_serial,
            own.registration_number,
        )
        .where(
            own.profile == profile,
            own.status.in_(_PAID),
            own.receipt_day >= since,
            own.id.in_(home),
        )
        .order_by(own.receipt_day.desc())
    )
    with reading(engine) as connection:
        found = connection.execute(wanted).all()
        lines = _summaries(connection, [row.id for row in found])
        notes = _notes(connection, [row.id for row in found])
        gone = _re_exports(connection, leaving)
    return tuple(
        PaidRow(
            summary=lines[row.id],
            paid_on=row.receipt_day,
            note=notes[row.id],
            left_on=gone.get((row.office_code, row.registration_serial, row.registration_number)),
        )
        for row in found
        if row.id in lines and row.id in notes
    )


def _summaries(connection: Connection, ids: Sequence[str]) -> dict[str, Summary]:
    found: dict[str, Summary] = {}
    for begin in range(0, len(ids), _AT_ONCE):
        its = library.c.declaration_id.in_(ids[begin : begin + _AT_ONCE])
        for one in map(summary, connection.execute(select(*SUMMARY).where(its))):
            found[one.id] = one
    return found


def _notes(connection: Connection, ids: Sequence[str]) -> dict[str, Any]:
    """Return the last assessment of each declaration as it was frozen."""
    its = assessments.c
    found: dict[str, Any] = {}
    for begin in range(0, len(ids), _AT_ONCE):
        some = its.declaration_id.in_(ids[begin : begin + _AT_ONCE])
        wanted = select(its.declaration_id, its.note).where(some).order_by(its.number)
        for row in connection.execute(wanted):
            found[row.declaration_id] = json.loads(zlib.decompress(row.note))
    return found


def _re_exports(
    connection: Connection, leaving: tuple[str, ...]
) -> dict[tuple[str, str, str], date]:
    """Return when goods of earlier declarations were last re-exported."""
    rows, own = row_tables[Rows.PREVIOUS].c, declarations.c
    begun = or_(*(items.c.procedure.startswith(code) for code in leaving))
    wanted = (
        select(rows.office, rows.serial, rows.number, own.registration_day)
        .join(
            items,
            (rows.declaration_id == items.c.declaration_id) & (rows.item_key == items.c.key),
        )
        .join(declarations, own.id == rows.declaration_id)
        .where(begun, own.registration_day.is_not(None), own.status.in_(_LEFT))
    )
    found: dict[tuple[str, str, str], date] = {}
    for office, serial, number, day in connection.execute(wanted):
        key = (office, serial, number)
        found[key] = max(day, found.get(key, day))
    return found
