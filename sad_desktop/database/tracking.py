"""Declarations found by their own number or their bill's, and stages noted in the history."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import Engine, Text, cast, func, literal, or_, select

from sad_desktop.brokerage.history import Entry, Operation
from sad_desktop.brokerage.library import Summary
from sad_desktop.brokerage.numbers import NumberKind
from sad_desktop.brokerage.tracking import (
    Stage,
    check_note,
    check_withdrawal,
    remark_of,
    stages,
)
from sad_desktop.database import declarations as stored_declarations
from sad_desktop.database import history
from sad_desktop.database.engine import Turn, reading, take_turn, writing
from sad_desktop.database.library import SUMMARY, summary
from sad_desktop.database.register_tables import kept_numbers
from sad_desktop.database.schema import declarations, library

_YEAR = 4  # signs; a year alone names no declaration
_MOST = 200
"""Lines shown; who finds more types on."""


def find(engine: Engine, number: str, declaration_id: str = "") -> tuple[Summary, ...]:
    """Return declarations whose number, reference or bill begins so, last stored first.

    ``number`` is written as ``sought_number`` gives it; "" finds the last stored ones.
    ``declaration_id`` finds that one alone. Raises StorageUnavailable.
    """
    wanted = select(*SUMMARY).order_by(library.c.sequence.desc()).limit(_MOST)
    if declaration_id:
        wanted = wanted.where(library.c.declaration_id == declaration_id)
    elif number:
        own = declarations.c
        year = func.coalesce(cast(own.reference_year, Text), literal(""))
        named = [
            own.registration_number,
            own.registration_serial + own.registration_number,
            own.reference_number,
        ]
        if len(number) > _YEAR:
            named.append(year + own.reference_number)
        bills = select(kept_numbers.c.declaration_id).where(
            kept_numbers.c.kind == NumberKind.BILL.value,
            kept_numbers.c.number.startswith(number, autoescape=True),
        )
        wanted = wanted.join(declarations, own.id == library.c.declaration_id).where(
            or_(
                *(func.upper(one).startswith(number, autoescape=True) for one in named),
                own.id.in_(bills),
            )
        )
    with reading(engine) as connection:
        return tuple(map(summary, connection.execute(wanted)))


def note(
    engine: Engine,
    declaration_id: str,
    stage: Stage,
    at: datetime,
    remark: str,
    now: datetime,
    by: str,
) -> Entry:
    """Record that customs say a stage is done; raises StageRefused, NotStored."""
    with writing(engine) as connection:
        take_turn(connection, Turn.LIFE)
        stored = stored_declarations.load_from(connection, declaration_id)
        check_note(stored.draft.status, at, now)
        return history.append(
            connection,
            replace(stored, stored_at=now, stored_by=by),
            Operation.TRACK,
            before=stored.draft.status,
            remark=remark_of(stage, at, remark),
        )


def withdraw(engine: Engine, declaration_id: str, stage: Stage, now: datetime, by: str) -> Entry:
    """Record that a stage noted by hand is not done after all; raises StageRefused, NotStored."""
    with writing(engine) as connection:
        take_turn(connection, Turn.LIFE)
        stored = stored_declarations.load_from(connection, declaration_id)
        entries = history.entries_within(connection, declaration_id)
        check_withdrawal(next(one for one in stages(entries) if one.stage is stage))
        return history.append(
            connection,
            replace(stored, stored_at=now, stored_by=by),
            Operation.TRACK,
            before=stored.draft.status,
            remark=remark_of(stage, None),
        )
