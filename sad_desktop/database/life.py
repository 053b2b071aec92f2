"""The steps of a declaration's life, each in one transaction: status, numbers, ledgers, history."""

from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, Engine, func, select

from sad_desktop.brokerage.history import Operation
from sad_desktop.brokerage.library import Stored
from sad_desktop.brokerage.life import HOLDING, Numbered, Step, StepClosed
from sad_desktop.brokerage.register import PreviousGoods
from sad_desktop.database import (
    due_dates,
    frozen,
    goods,
    numbering,
    payments,
    prices,
    steps,
    write_offs,
)
from sad_desktop.database.due_date_rows import Doing
from sad_desktop.database.frozen import Assessed
from sad_desktop.database.life_tables import history as history_table
from sad_desktop.database.numbering import Series
from sad_desktop.database.steps import Order, Work
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.text import QT_TRANSLATE_NOOP


def register(engine: Engine, order: Order, number: Numbered) -> Stored:
    """Register a declaration under customs' number, or the office's own next one.

    An amended declaration keeps the number it has. Raises Conflict, StepClosed, ReferenceTaken,
    NumberTaken, StorageUnavailable; nothing is written then.
    """
    with steps.begin(engine, order, Step.REGISTER) as work:
        draft = work.before.draft
        numbering.check_reference(work.connection, draft.declaration, order.declaration_id)
        if draft.status is not Status.AMENDED:
            draft = replace(draft, declaration=_registered(work, draft.declaration, number))
        draft = replace(draft, status=work.status)
        content = _keep_version(work, Operation.REGISTER, draft)
        remark = _number(draft.declaration)
        return steps.finish(work, Operation.REGISTER, draft, remark=remark, content=content)


def assess(engine: Engine, order: Order, number: Numbered, assessed: Assessed) -> Stored:
    """Freeze a note with its law, number it, move the goods, and open what is due by when.

    Raises Conflict, StepClosed, NotEnoughGoods, NotCoveredByGuarantee, StorageUnavailable;
    nothing is written then.
    """
    with steps.begin(engine, order, Step.ASSESS) as work:
        given = _own_or_given(work, Series.ASSESSMENT, number)
        declaration = replace(
            work.before.draft.declaration,
            assessment_serial=number.serial,
            assessment_number=given,
            assessment_day=number.day,
        )
        draft = replace(work.before.draft, declaration=declaration)
        remark = f"{number.serial} {given}".strip()
        content = frozen.keep_assessment(
            work.connection, order.declaration_id, assessed, order.by, order.at
        )
        stored = steps.finish(work, Operation.ASSESS, draft, remark=remark, content=content)
        goods.post(work.connection, assessed.movements, _entry(work))
        prices.write(work.connection, order.declaration_id, assessed.prices)
        _write_off(work, stored)
        doing = _doing(work, number.day)
        if assessed.opening is not None:
            due_dates.open_for(work.connection, order.declaration_id, assessed.opening, doing)
        due_dates.settle(work.connection, _taken(work), doing)
        return stored


def pay(engine: Engine, order: Order, number: Numbered) -> Stored:
    """Record customs' receipt of what was paid without a request.

    Raises Conflict, StepClosed, RequestOpen, StorageUnavailable.
    """
    with steps.begin(engine, order, Step.PAY) as work:
        payments.refuse_open(work.connection, order.declaration_id)
        given = _own_or_given(work, Series.RECEIPT, number)
        declaration = replace(
            work.before.draft.declaration,
            receipt_serial=number.serial,
            receipt_number=given,
            receipt_day=number.day,
        )
        draft = replace(work.before.draft, declaration=declaration)
        return steps.finish(work, Operation.PAY, draft, remark=f"{number.serial} {given}".strip())


def release(engine: Engine, order: Order) -> Stored:
    """Record that the goods are released; what is owed is paid, or nothing is.

    Raises Conflict, StepClosed, StorageUnavailable.
    """
    with steps.begin(engine, order, Step.RELEASE) as work:
        is_unpaid = work.before.draft.status is Status.ASSESSED
        owes = is_unpaid and frozen.total_of(work.connection, order.declaration_id)
        if owes:
            raise StepClosed(
                QT_TRANSLATE_NOOP("UserError", "The duties are not paid yet: record the receipt.")
            )
        return steps.finish(work, Operation.RELEASE, work.before.draft, remark=order.remark)


def cancel(engine: Engine, order: Order) -> Stored:
    """Cancel a declaration and give back what it took; an open payment request is rejected.

    Raises Conflict, StepClosed, GoodsInUse, StorageUnavailable; nothing is written then.
    """
    with steps.begin(engine, order, Step.CANCEL) as work:
        payments.withdraw(work)
        stored = steps.finish(work, Operation.CANCEL, work.before.draft, remark=order.remark)
        _take_back(work)
        return stored


def amend(engine: Engine, order: Order) -> Stored:
    """Open a registered declaration for keying: its version is kept, what it took is given back.

    Raises Conflict, StepClosed, GoodsInUse, StorageUnavailable; nothing is written then.
    """
    with steps.begin(engine, order, Step.AMEND) as work:
        payments.withdraw(work)
        standing = work.before.draft
        content = _keep_version(work, Operation.AMEND, standing)
        declaration = replace(
            standing.declaration,
            assessment_serial="",
            assessment_number="",
            assessment_day=None,
            receipt_serial="",
            receipt_number="",
            receipt_day=None,
        )
        draft = replace(standing, declaration=declaration)
        stored = steps.finish(work, Operation.AMEND, draft, remark=order.remark, content=content)
        _take_back(work, is_amended=True)
        return stored


def restore(engine: Engine, order: Order) -> Stored:
    """Give an amendment up: the declaration stands as before it, and takes again what it took.

    Raises Conflict, StepClosed, NotEnoughGoods, StorageUnavailable; nothing is written then.
    """
    with steps.begin(engine, order, Step.RESTORE) as work:
        kept = frozen.last_version(work.connection, order.declaration_id, Operation.AMEND)
        amended = _last_entry(work.connection, order.declaration_id, Operation.AMEND)
        former = replace(kept.draft, source=work.before.draft.source)
        stored = steps.finish(work, Operation.RESTORE, former, status=former.status)
        if former.status in HOLDING:
            goods.put_again(
                work.connection,
                order.declaration_id,
                taken_back=amended,
                entry=_entry(work),
            )
            _write_off(work, stored)
            doing = _doing(work)
            due_dates.reopen(work.connection, order.declaration_id, doing)
            due_dates.settle(work.connection, _taken(work), doing)
        return stored


def _write_off(work: Work, stored: Stored) -> None:
    """Write a declaration off the bills it names."""
    order = work.order
    write_offs.write_off(
        work.connection, order.declaration_id, stored.draft, at=order.at, user=order.by
    )


def _take_back(work: Work, *, is_amended: bool = False) -> None:
    """Give back what a declaration took of earlier goods and of bills, and end what was due."""
    order = work.order
    goods.take_back(work.connection, order.declaration_id, _entry(work))
    write_offs.give_back(work.connection, order.declaration_id, at=order.at, user=order.by)
    doing = _doing(work)
    due_dates.withdraw(work.connection, order.declaration_id, doing, keeps_documents=is_amended)
    due_dates.settle(work.connection, _taken(work), doing)


def _taken(work: Work) -> tuple[PreviousGoods, ...]:
    return goods.taken_by(work.connection, work.order.declaration_id)


def _doing(work: Work, on: date | None = None) -> Doing:
    """Return who does something about due dates by this step; ``on`` is its own day."""
    order = work.order
    kept = work.before.draft.declaration
    return Doing(
        by=order.by,
        at=order.at,
        on=on or order.at.date(),
        declaration=_number(kept),
        remark=order.remark,
    )


def _registered(work: Work, declaration: Declaration, number: Numbered) -> Declaration:
    """Return a declaration with its registration number, one no other has."""
    office, year = declaration.office_code, number.day.year

    def is_taken(keyed: str) -> bool:
        return numbering.is_registered(
            work.connection, office, number.serial, keyed, year, work.order.declaration_id
        )

    if number.number and is_taken(number.number):
        raise numbering.number_taken(number.serial, number.number, office, year)
    given = number.number or str(
        numbering.next_number(
            work.connection, Series.REGISTRATION, office, year, lambda one: is_taken(str(one))
        )
    )
    return replace(
        declaration,
        registration_serial=number.serial,
        registration_number=given,
        registration_day=number.day,
    )


def _own_or_given(work: Work, series: Series, number: Numbered) -> str:
    if number.number:
        return number.number
    office = work.before.draft.declaration.office_code
    return str(numbering.next_number(work.connection, series, office, number.day.year))


def _last_entry(
    connection: Connection, declaration_id: str, operation: Operation | None = None
) -> int:
    its = history_table.c.declaration_id == declaration_id
    if operation is not None:
        its &= history_table.c.operation == str(operation)
    last = connection.scalar(select(func.max(history_table.c.sequence)).where(its))
    assert last is not None  # noqa: S101 - the step has just been recorded
    return int(last)


def _keep_version(work: Work, operation: Operation, draft: Draft) -> str:
    order = work.order
    return frozen.keep_version(
        work.connection, order.declaration_id, operation, draft, order.by, order.at
    )


def _entry(work: Work) -> int:
    """Return the history entry of the step under way."""
    return _last_entry(work.connection, work.order.declaration_id)


def _number(declaration: Declaration) -> str:
    return f"{declaration.registration_serial} {declaration.registration_number}".strip()
