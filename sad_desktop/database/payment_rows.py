"""Payment requests read from the database, and written into it."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Row, insert, select, update

from sad_desktop.brokerage.account_movements import AccountMovement
from sad_desktop.brokerage.payments import (
    Closing,
    Method,
    PaymentKind,
    PaymentRequest,
    PaymentStatus,
    Receipt,
)
from sad_desktop.brokerage.receipt_classes import AmountLine
from sad_desktop.database.account_movements import movements_of
from sad_desktop.database.engine import reading
from sad_desktop.database.payment_tables import payment_lines, payment_requests
from sad_desktop.errors import UserError
from sad_desktop.tariff.lookup import normalise
from sad_desktop.text import QT_TRANSLATE_NOOP

MOST = 300
"""Requests a search shows; who finds more types on."""

_AT_ONCE = 500
_ITS = payment_requests.c
_SAME = (
    *("id", "profile", "number", "declaration_id", "office", "currency", "decimals", "amount"),
    *("reference", "company_code", "company_name", "temporary_number", "delivery_order"),
    *("created_at", "created_by"),
)
_SEARCHED = (
    *("number", "receipt_number", "temporary_number", "delivery_order", "reference"),
    *("company_code", "company_name", "payment_number", "movement"),
)


class RequestGone(UserError):
    """There is no such request."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("UserError", "The payment request is no longer in the database.")
        )


def find(
    engine: Engine,
    typed: str,
    status: PaymentStatus | None,
    since: datetime | None,
    before: datetime | None,
) -> tuple[PaymentRequest, ...]:
    """Return the latest requests whose words hold all that is typed, at most ``MOST``.

    ``since`` and ``before`` bound the moment of the request. Raises StorageUnavailable.
    """
    wanted = select(payment_requests).order_by(_ITS.id.desc())
    if status is not None:
        wanted = wanted.where(_ITS.status == str(status))
    if since is not None:
        wanted = wanted.where(_ITS.created_at >= since)
    if before is not None:
        wanted = wanted.where(_ITS.created_at < before)
    words = normalise(typed).split()
    with reading(engine) as connection:
        found: list[Row[Any]] = []
        for row in connection.execute(wanted.execution_options(yield_per=_AT_ONCE)):
            if _holds(row, words):
                found.append(row)
                if len(found) == MOST:
                    break
        return _requests(connection, found)


def load(engine: Engine, request_id: int) -> PaymentRequest:
    """Return a request; raises RequestGone, StorageUnavailable."""
    with reading(engine) as connection:
        return load_from(connection, request_id)


def load_from(connection: Connection, request_id: int) -> PaymentRequest:
    """Return a request within a transaction; raises RequestGone."""
    found = _read(connection, _ITS.id == request_id)
    if not found:
        raise RequestGone
    return found[0]


def of_declaration(connection: Connection, declaration_id: str) -> tuple[PaymentRequest, ...]:
    """Return the requests of a declaration, the latest first."""
    return _read(connection, _ITS.declaration_id == declaration_id)


def receipts_numbered(
    connection: Connection, profile: str, number: str
) -> tuple[PaymentRequest, ...]:
    """Return the requests whose receipt has a number and counts."""
    its = (_ITS.profile == profile) & (_ITS.receipt_number == number)
    return tuple(one for one in _read(connection, its) if one.counts)


def add(connection: Connection, request: PaymentRequest, assessment: int) -> PaymentRequest:
    """Write a new request; returns it as it is kept."""
    row = {**_row(request), "assessment": assessment}
    number = int(connection.scalar(insert(payment_requests).returning(_ITS.id), row) or 0)
    lines = [
        {
            "request_id": number,
            "row": place,
            "code": line.code,
            "en": line.en,
            "ar": line.ar,
            "amount": line.amount,
        }
        for place, line in enumerate(request.lines)
    ]
    if lines:
        connection.execute(insert(payment_lines), lines)
    return load_from(connection, number)


def change(connection: Connection, request: PaymentRequest) -> PaymentRequest:
    """Write how a request stands now; its amount and lines never change."""
    connection.execute(update(payment_requests).where(_ITS.id == request.id).values(_row(request)))
    return load_from(connection, request.id)


def _holds(row: Row[Any], words: list[str]) -> bool:
    whole = normalise(" ".join(getattr(row, name) for name in _SEARCHED)) if words else ""
    return all(word in whole for word in words)


def _read(connection: Connection, condition: ColumnElement[bool]) -> tuple[PaymentRequest, ...]:
    wanted = select(payment_requests).where(condition).order_by(_ITS.id.desc())
    return _requests(connection, connection.execute(wanted).all())


def _requests(connection: Connection, found: Iterable[Row[Any]]) -> tuple[PaymentRequest, ...]:
    rows = tuple(found)
    ids = [row.id for row in rows]
    lines: dict[int, tuple[AmountLine, ...]] = {}
    moved: dict[int, tuple[AccountMovement, ...]] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        lines |= _lines(connection, some)
        moved |= movements_of(connection, some)
    return tuple(_request(row, lines.get(row.id, ()), moved.get(row.id, ())) for row in rows)


def _lines(connection: Connection, ids: list[int]) -> Mapping[int, tuple[AmountLine, ...]]:
    found: dict[int, list[AmountLine]] = {}
    own = payment_lines.c.request_id.in_(ids)
    for row in connection.execute(select(payment_lines).where(own).order_by(payment_lines.c.row)):
        line = AmountLine(code=row.code, en=row.en, ar=row.ar, amount=row.amount)
        found.setdefault(row.request_id, []).append(line)
    return {request: tuple(own_lines) for request, own_lines in found.items()}


def _request(
    row: Row[Any], lines: tuple[AmountLine, ...], moved: tuple[AccountMovement, ...]
) -> PaymentRequest:
    return PaymentRequest(
        **{name: getattr(row, name) for name in _SAME},
        kind=PaymentKind(row.kind),
        status=PaymentStatus(row.status),
        lines=lines,
        movements=moved,
        receipt=_receipt(row),
        rejected=_closing(row.rejected_at, row.rejected_by, row.reject_reason),
        voided=_closing(row.voided_at, row.voided_by, row.void_reason),
    )


def _receipt(row: Row[Any]) -> Receipt | None:
    if row.paid_at is None:
        return None
    return Receipt(
        number=row.receipt_number,
        serial=row.receipt_serial,
        plain_number=row.receipt_plain_number,
        at=row.paid_at,
        by=row.recorded_by,
        method=Method(row.method),
        account=row.account,
        payment_number=row.payment_number,
        authorisation=row.authorisation,
        movement=row.movement,
        paid_through=row.paid_through,
    )


def _closing(at: datetime | None, by: str, reason: str) -> Closing | None:
    return None if at is None else Closing(at=at, by=by, reason=reason)


def _row(request: PaymentRequest) -> dict[str, Any]:
    return {
        **{name: getattr(request, name) for name in _SAME if name != "id"},
        "kind": str(request.kind),
        "status": str(request.status),
        **dict(_receipt_row(request.receipt)),
        **dict(_closing_row(request.rejected, "rejected", "reject")),
        **dict(_closing_row(request.voided, "voided", "void")),
    }


def _receipt_row(receipt: Receipt | None) -> Iterator[tuple[str, Any]]:
    yield "receipt_number", receipt.number if receipt else ""
    yield "receipt_serial", receipt.serial if receipt else ""
    yield "receipt_plain_number", receipt.plain_number if receipt else ""
    yield "paid_at", receipt.at if receipt else None
    yield "recorded_by", receipt.by if receipt else ""
    yield "method", str(receipt.method) if receipt else ""
    for name in ("account", "payment_number", "authorisation", "movement", "paid_through"):
        yield name, getattr(receipt, name) if receipt else ""


def _closing_row(closing: Closing | None, past: str, verb: str) -> Iterator[tuple[str, Any]]:
    yield f"{past}_at", closing.at if closing else None
    yield f"{past}_by", closing.by if closing else ""
    yield f"{verb}_reason", closing.reason if closing else ""
