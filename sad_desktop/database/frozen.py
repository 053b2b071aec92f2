"""What steps freeze: versions of a declaration, and assessments with their law; kept for ever."""

import hashlib
import json
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine, Row, Table, func, insert, select

from sad_desktop.brokerage.due_dates import Opening
from sad_desktop.brokerage.goods import Movement
from sad_desktop.brokerage.history import Operation
from sad_desktop.brokerage.life import Frozen
from sad_desktop.brokerage.prices import PriceCase
from sad_desktop.database import plain
from sad_desktop.database.engine import reading
from sad_desktop.database.life_tables import assessments, versions
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import Declaration

_QUICK = 1  # zlib level: JSON shrinks to a tenth at any level


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessed:
    """What an assessment freezes: note and law as plain JSON, what moves, what goods are worth.

    ``opening`` is the due date that begins with it, None where nothing is suspended.
    """

    note: dict[str, Any]
    law: dict[str, Any]
    law_day: date
    profile: str
    currency: str
    total: Decimal
    movements: tuple[Movement, ...] = ()
    prices: tuple[PriceCase, ...] = ()
    opening: Opening | None = None


def versions_of(engine: Engine, declaration_id: str) -> tuple[Frozen, ...]:
    """Return the kept versions of a declaration, oldest first; raises StorageUnavailable."""
    its = versions.c.declaration_id == declaration_id
    with reading(engine) as connection:
        found = connection.execute(select(versions).where(its).order_by(versions.c.number)).all()
    return tuple(map(_frozen, found))


def as_registered(engine: Engine, declaration_id: str) -> Declaration | None:
    """Return a declaration as it was registered last; raises StorageUnavailable."""
    its = (versions.c.declaration_id == declaration_id) & (
        versions.c.operation == str(Operation.REGISTER)
    )
    newest = select(versions).where(its).order_by(versions.c.number.desc()).limit(1)
    with reading(engine) as connection:
        row = connection.execute(newest).first()
    return None if row is None else _frozen(row).draft.declaration


def assessed_total(engine: Engine, declaration_id: str) -> Decimal | None:
    """Return the total of the last assessment, None before any; raises StorageUnavailable."""
    with reading(engine) as connection:
        return total_of(connection, declaration_id)


def assessed_note(engine: Engine, declaration_id: str) -> dict[str, Any] | None:
    """Return the last assessment as it was frozen: note and law as plain JSON, who and when."""
    with reading(engine) as connection:
        return note_of(connection, declaration_id)


def note_of(connection: Connection, declaration_id: str) -> dict[str, Any] | None:
    """Return the last assessment within a transaction; ``number`` counts them from 1."""
    its = assessments.c.declaration_id == declaration_id
    row = connection.execute(
        select(assessments).where(its).order_by(assessments.c.number.desc()).limit(1)
    ).first()
    if row is None:
        return None
    return {
        "number": row.number,
        "assessed_at": row.assessed_at.isoformat(),
        "assessed_by": row.assessed_by,
        "law_day": row.law_day.isoformat(),
        "profile": row.profile,
        "currency": row.currency,
        "total": f"{row.total:f}",
        "law": json.loads(row.law),
        "note": json.loads(zlib.decompress(row.note)),
    }


def contents(connection: Connection) -> Iterator[tuple[str, str]]:
    """Yield every declaration's id with the SHA-256 of each thing kept of it, as it is now.

    What cannot be unpacked any more has none.
    """
    for packed in (versions.c.draft, assessments.c.note):
        rows = select(packed.table.c.declaration_id, packed)
        for declaration_id, written in connection.execute(rows.execution_options(yield_per=100)):
            with suppress(zlib.error):
                yield declaration_id, hashlib.sha256(zlib.decompress(written)).hexdigest()


def keep_version(
    connection: Connection,
    declaration_id: str,
    operation: Operation,
    draft: Draft,
    by: str,
    at: datetime,
) -> str:
    """Keep a draft for ever; returns the SHA-256 of what was kept."""
    written = _written(plain.plain_draft(draft))
    content = hashlib.sha256(written).hexdigest()
    row = {
        "declaration_id": declaration_id,
        "number": _next(connection, declaration_id, versions),
        "operation": str(operation),
        "taken_at": at.astimezone(UTC),
        "taken_by": by,
        "draft": zlib.compress(written, _QUICK),
        "content": content,
    }
    connection.execute(insert(versions), row)
    return content


def keep_assessment(
    connection: Connection, declaration_id: str, assessed: Assessed, by: str, at: datetime
) -> str:
    """Keep an assessment for ever; returns the SHA-256 of its note."""
    written = _written(assessed.note)
    content = hashlib.sha256(written).hexdigest()
    row = {
        "declaration_id": declaration_id,
        "number": _next(connection, declaration_id, assessments),
        "assessed_at": at.astimezone(UTC),
        "assessed_by": by,
        "law_day": assessed.law_day,
        "profile": assessed.profile,
        "currency": assessed.currency,
        "total": assessed.total,
        "law": json.dumps(assessed.law, ensure_ascii=False),
        "note": zlib.compress(written, _QUICK),
        "content": content,
    }
    connection.execute(insert(assessments), row)
    return content


def _next(connection: Connection, declaration_id: str, table: Table) -> int:
    """Return the next number of a declaration's rows in a table, from 1."""
    its = table.c.declaration_id == declaration_id
    return (connection.scalar(select(func.max(table.c.number)).where(its)) or 0) + 1


def total_of(connection: Connection, declaration_id: str) -> Decimal | None:
    """Return the total of the last assessment within a transaction."""
    its = assessments.c.declaration_id == declaration_id
    return connection.scalar(
        select(assessments.c.total).where(its).order_by(assessments.c.number.desc()).limit(1)
    )


def last_version(connection: Connection, declaration_id: str, operation: Operation) -> Frozen:
    """Return the newest version an operation kept; there is one."""
    its = (versions.c.declaration_id == declaration_id) & (versions.c.operation == str(operation))
    return _frozen(
        connection.execute(
            select(versions).where(its).order_by(versions.c.number.desc()).limit(1)
        ).one()
    )


def _frozen(row: Row[Any]) -> Frozen:
    return Frozen(
        declaration_id=row.declaration_id,
        number=row.number,
        operation=Operation(row.operation),
        at=row.taken_at,
        by=row.taken_by,
        draft=plain.draft_from(json.loads(zlib.decompress(row.draft)), None),
    )


def _written(value: dict[str, Any]) -> bytes:
    """Return plain JSON as bytes; half a letter (a lone surrogate) survives."""
    written = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return written.encode("utf-8", "surrogatepass")
