"""Requesting payment, paying, rejecting, voiding: each in one transaction with the declaration."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Engine

from sad_desktop.brokerage.companies import AccountKind
from sad_desktop.brokerage.history import Operation
from sad_desktop.brokerage.library import Stored
from sad_desktop.brokerage.life import Step, after
from sad_desktop.brokerage.payments import (
    Action,
    Answer,
    Closing,
    Method,
    PaymentKind,
    PaymentRefused,
    PaymentRequest,
    Proposal,
    Receipt,
    check_full,
    check_method,
    check_requestable,
    check_settled,
    check_standing,
    paid,
    refusal,
    rejected,
    voided,
)
from sad_desktop.brokerage.receipt_classes import AmountLine, classified, deposited
from sad_desktop.database import account_movements, declarations, frozen, payment_rows, steps
from sad_desktop.database.engine import Turn, take_turn, writing
from sad_desktop.database.numbering import Series, next_number
from sad_desktop.database.steps import Order, Work
from sad_desktop.declaration.model import Declaration, reference_of
from sad_desktop.declaration.status import Status
from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.payment_numbers import PaymentNumbers, written
from sad_desktop.text import QT_TRANSLATE_NOOP

_VOIDED_AT = frozenset({Status.REGISTERED, Status.ASSESSED, Status.PAID, Status.CANCELLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """How the office writes numbers on a day, and who does something when."""

    patterns: PaymentNumbers
    on: date
    by: str
    at: datetime
    serial: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is requested of a declaration, and the classes its amount is divided into.

    ``decimals`` are those of amounts where the assessment says none.
    """

    declaration_id: str
    kind: PaymentKind
    decimals: int
    classes: tuple[ListEntry, ...] = ()
    proposal: Proposal = field(default_factory=Proposal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """What was paid: ``account_kind`` is that of the account in box 48, None for none."""

    amount: Decimal
    method: Method
    paid_at: datetime
    account_kind: AccountKind | None = None
    answer: Answer = field(default_factory=Answer)


def create(engine: Engine, wanted: Wanted, given: Given) -> PaymentRequest:
    """Request the payment of what the last assessment says; raises PaymentRefused, NotStored."""
    with writing(engine) as connection:
        work = _begin(connection, wanted.declaration_id, given)
        for earlier in payment_rows.of_declaration(connection, wanted.declaration_id):
            if earlier.kind is wanted.kind:
                check_standing(earlier)
        kept = frozen.note_of(connection, wanted.declaration_id) or {}
        due = Decimal(str(_due(kept, wanted.kind)))
        check_requestable(wanted.kind, work.before.draft.status, due)
        declaration = work.before.draft.declaration
        company_code, company_name = _company(declaration)
        request = payment_rows.add(
            connection,
            PaymentRequest(
                number=_number(connection, declaration, given),
                declaration_id=wanted.declaration_id,
                profile=str(kept["profile"]),
                office=declaration.office_code,
                kind=wanted.kind,
                amount=due,
                currency=str(kept["currency"]),
                decimals=int(kept["note"].get("decimals", wanted.decimals)),
                lines=_lines(kept["note"], wanted, due),
                created_at=given.at,
                created_by=given.by,
                reference=reference_of(declaration),
                temporary_number=wanted.proposal.temporary_number,
                delivery_order=wanted.proposal.delivery_order,
                company_code=company_code,
                company_name=company_name,
            ),
            int(kept["number"]),
        )
        steps.note(work, Operation.REQUEST, f"{request.number} · {request.shown(due)}")
        return request


def record(
    engine: Engine, request_id: int, payment: Payment, given: Given
) -> tuple[PaymentRequest, Stored]:
    """Record that a request was paid in full, and move its declaration to paid.

    Deposits move it only where nothing else is owed. Of two desks the second is refused. Raises
    PaymentRefused, RequestGone.
    """
    with writing(engine) as connection:
        request = _in_turn(connection, request_id)
        refused = refusal(Action.PAY, request)
        if refused is not None:
            raise refused
        check_full(request, payment.amount)
        work = _begin(connection, request.declaration_id, given)
        account = work.before.draft.declaration.payment_account
        check_method(payment.method, account, payment.account_kind)
        receipt = _receipt(work, request, payment, given)
        done = payment_rows.change(connection, paid(request, receipt, payment.amount))
        if account:
            parties = _parties(work.before.draft.declaration)
            account_movements.move(
                connection, done, account, done.amount, parties, by=given.by, at=given.at
            )
        stored = _move_on(work, done, receipt)
        return payment_rows.load_from(connection, request_id), stored


def reject(engine: Engine, request_id: int, closing: Closing) -> PaymentRequest:
    """Reject a request; raises PaymentRefused, RequestGone."""
    with writing(engine) as connection:
        request = _in_turn(connection, request_id)
        done = payment_rows.change(connection, rejected(request, closing))
        work = _work(connection, request.declaration_id, closing.by, closing.at)
        steps.note(work, Operation.REJECT, f"{request.number} · {closing.reason}")
        return done


def void(engine: Engine, request_id: int, closing: Closing) -> tuple[PaymentRequest, Stored]:
    """Record that a receipt does not hold: what it took from an account is given back.

    A declaration it made paid is assessed again. Raises PaymentRefused, RequestGone.
    """
    with writing(engine) as connection:
        request = _in_turn(connection, request_id)
        done = payment_rows.change(connection, voided(request, closing))
        work = _work(connection, request.declaration_id, closing.by, closing.at)
        receipt = done.receipt
        assert receipt is not None  # noqa: S101 - only what was paid is voided
        if work.before.draft.status not in _VOIDED_AT:
            raise PaymentRefused(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "The receipt is not voided now: the goods are released, or the declaration "
                    "is being amended.",
                )
            )
        if receipt.account:
            parties = _parties(work.before.draft.declaration)
            account_movements.move(
                connection,
                done,
                receipt.account,
                -done.amount,
                parties,
                by=closing.by,
                at=closing.at,
            )
        stored = _move_back(work, receipt, f"{receipt.number} · {closing.reason}")
        return payment_rows.load_from(connection, request_id), stored


def withdraw(work: Work) -> None:
    """Reject what is still requested of a declaration that is cancelled or amended."""
    order = work.order
    closing = Closing(at=order.at, by=order.by, reason=order.remark)
    for request in payment_rows.of_declaration(work.connection, order.declaration_id):
        if request.is_open:
            payment_rows.change(work.connection, rejected(request, closing))
            steps.note(work, Operation.REJECT, f"{request.number} · {order.remark}")


def refuse_open(connection: Connection, declaration_id: str) -> None:
    """Refuse to pay otherwise what is requested; raises RequestOpen."""
    for request in payment_rows.of_declaration(connection, declaration_id):
        if request.kind is PaymentKind.DUTIES:
            check_settled(request)


def _in_turn(connection: Connection, request_id: int) -> PaymentRequest:
    """Return a request as no other desk changes it until this transaction ends."""
    take_turn(connection, Turn.LIFE)
    return payment_rows.load_from(connection, request_id)


def _begin(connection: Connection, declaration_id: str, given: Given) -> Work:
    take_turn(connection, Turn.LIFE)
    return _work(connection, declaration_id, given.by, given.at)


def _work(connection: Connection, declaration_id: str, by: str, at: datetime) -> Work:
    before = declarations.load_from(connection, declaration_id)
    order = Order(declaration_id=declaration_id, base_version=before.version, by=by, at=at)
    return Work(connection, order, before, before.draft.status)


def _due(kept: Mapping[str, Any], kind: PaymentKind) -> object:
    """Return what an assessment says is due; nothing without one."""
    if kind is PaymentKind.DUTIES:
        return kept.get("total", "0")
    return kept.get("note", {}).get("guarantee", "0")


def _lines(note: Mapping[str, Any], wanted: Wanted, due: Decimal) -> tuple[AmountLine, ...]:
    if wanted.kind is PaymentKind.DEPOSITS:
        return deposited(due, wanted.classes)
    items = {code: Decimal(amount) for code, amount in note.get("taxes_by_code", {}).items()}
    general = [(line["code"], Decimal(line["amount"])) for line in note.get("global_taxes", ())]
    return classified(due, items, general, wanted.classes)


def _number(connection: Connection, declaration: Declaration, given: Given) -> str:
    office, year = declaration.office_code, given.on.year
    number = next_number(connection, Series.PAYMENT_REQUEST, office, year)
    return written(given.patterns.request, str(number), office=office, year=year)


def _company(declaration: Declaration) -> tuple[str, str]:
    """Return code and name of who owes: the importer, or at export the exporter."""
    if declaration.consignee_code:
        code, name = declaration.consignee_code, declaration.consignee_name
    else:
        code, name = declaration.exporter_code, declaration.exporter_name
    return code, name.partition("\n")[0]


def _parties(declaration: Declaration) -> tuple[str, ...]:
    return (
        declaration.payer_code,
        declaration.consignee_code,
        declaration.exporter_code,
        declaration.declarant_code,
    )


def _receipt(work: Work, request: PaymentRequest, payment: Payment, given: Given) -> Receipt:
    """Return the receipt under customs' number, or the office's own next one."""
    answer = payment.answer
    plain, serial = answer.receipt_number, ""
    number = plain
    if not plain:
        plain, number = _own_receipt(work, request, given)
        serial = given.serial
    else:
        _refuse_known(work, request, number)
    return Receipt(
        number=number,
        serial=serial,
        plain_number=plain,
        at=payment.paid_at,
        method=payment.method,
        account=work.before.draft.declaration.payment_account,
        payment_number=answer.payment_number,
        authorisation=answer.authorisation,
        movement=answer.movement,
        paid_through=answer.paid_through,
        by=given.by,
    )


def _own_receipt(work: Work, request: PaymentRequest, given: Given) -> tuple[str, str]:
    office, year = request.office, given.on.year

    def as_written(number: int) -> str:
        return written(
            given.patterns.receipt, str(number), office=office, year=year, serial=given.serial
        )

    def is_taken(number: int) -> bool:
        return bool(
            payment_rows.receipts_numbered(work.connection, request.profile, as_written(number))
        )

    number = next_number(work.connection, Series.RECEIPT, office, year, is_taken)
    return str(number), as_written(number)


def _refuse_known(work: Work, request: PaymentRequest, number: str) -> None:
    for other in payment_rows.receipts_numbered(work.connection, request.profile, number):
        raise PaymentRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Receipt {receipt} is recorded with request {number} already. Compare the "
                "number with the paper.",
            ),
            {"receipt": number, "number": other.number},
        )


def _move_on(work: Work, request: PaymentRequest, receipt: Receipt) -> Stored:
    """Take the declaration to paid, or record deposits beside what else is owed."""
    draft, remark = work.before.draft, f"{receipt.number} · {request.number}"
    owes_more = frozen.total_of(work.connection, request.declaration_id)
    is_beside = request.kind is PaymentKind.DEPOSITS and (
        bool(owes_more) or draft.status is not Status.ASSESSED
    )
    if is_beside:
        steps.note(work, Operation.DEPOSIT, remark)
        return work.before
    declaration = replace(
        draft.declaration,
        receipt_serial=receipt.serial,
        receipt_number=receipt.plain_number,
        receipt_day=receipt.at.astimezone().date(),
    )
    moved = replace(work, status=after(Step.PAY, draft.status))
    return steps.finish(
        moved, Operation.PAY, replace(draft, declaration=declaration), remark=remark
    )


def _move_back(work: Work, receipt: Receipt, remark: str) -> Stored:
    """Take a declaration the receipt made paid back to assessed."""
    draft = work.before.draft
    kept = draft.declaration
    is_its = (kept.receipt_serial, kept.receipt_number) == (receipt.serial, receipt.plain_number)
    if draft.status is not Status.PAID or not is_its:
        steps.note(work, Operation.VOID, remark)
        return work.before
    declaration = replace(kept, receipt_serial="", receipt_number="", receipt_day=None)
    moved = replace(work, status=Status.ASSESSED)
    return steps.finish(
        moved, Operation.VOID, replace(draft, declaration=declaration), remark=remark
    )
