"""Payment requests and receipts of an office: requested, paid, rejected, voided, found."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from sad_desktop.brokerage.card_numbers import refuse_cards
from sad_desktop.brokerage.companies import AccountKind
from sad_desktop.brokerage.library import Stored
from sad_desktop.brokerage.payments import (
    METHODS,
    Answer,
    Closing,
    Method,
    PaymentKind,
    PaymentRefused,
    PaymentRequest,
    PaymentSearch,
    Proposal,
    Reason,
    keyed_fields,
)
from sad_desktop.brokerage.receipt_classes import CLASSES
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.model import Declaration, reference_of
from sad_desktop.declaration.values import Unreadable, parse
from sad_desktop.errors import UserError
from sad_desktop.services.desk import Desk
from sad_desktop.services.life import said_reason, serial
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.book import ListEntry, LookupQuery
from sad_desktop.tariff.payment_numbers import written
from sad_desktop.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from sad_desktop.database.payments import Given

logger = logging.getLogger(__name__)

_Keyed = TypeVar("_Keyed", Proposal, Answer, Reason)
_MOST_CLASSES = 200
_DELIVERY_ORDER = "640"
"""The document a delivery order is (UN/EDIFACT 1001)."""

_AHEAD = timedelta(minutes=5)
"""How far two clocks of one office may differ."""

# SQLAlchemy is imported inside the methods, where the database is first used: start-up cost.


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What a declaration can be requested to pay by kind, and the numbers proposed for it."""

    duties: Decimal
    deposits: Decimal
    currency: str
    decimals: int
    reference: str
    proposal: Proposal

    def amount(self, kind: PaymentKind) -> Decimal:
        """Return what is due of a kind."""
        return self.duties if kind is PaymentKind.DUTIES else self.deposits


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What is keyed when a request was paid; ``amount`` must be the whole of it."""

    amount: Decimal
    method: Method
    paid_at: datetime
    answer: Answer


class Payments:
    """Every method may raise StorageUnavailable; looking is open to everybody.

    Whatever is refused raises UserError and writes nothing.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def find(self, search: PaymentSearch) -> tuple[PaymentRequest, ...]:
        """Return the latest requests that a search wants."""
        from sad_desktop.database import payment_rows

        last = None if search.last is None else search.last + timedelta(days=1)
        return payment_rows.find(
            self._workspace.database(),
            search.typed,
            search.status,
            _midnight(search.first),
            _midnight(last),
        )

    def load(self, request_id: int) -> PaymentRequest:
        """Return a request as it stands now; raises RequestGone."""
        from sad_desktop.database import payment_rows

        return payment_rows.load(self._workspace.database(), request_id)

    def of_declaration(self, declaration_id: str) -> tuple[PaymentRequest, ...]:
        """Return the requests of a declaration, the latest first."""
        from sad_desktop.database import payment_rows
        from sad_desktop.database.engine import reading

        with reading(self._workspace.database()) as connection:
            return payment_rows.of_declaration(connection, declaration_id)

    def due(self, declaration_id: str, desk: Desk) -> Due:
        """Return what the last assessment of a declaration says is due; raises NotStored."""
        from sad_desktop.database import frozen

        draft = self._load(declaration_id).draft
        kept = frozen.assessed_note(self._workspace.database(), declaration_id) or {}
        return Due(
            duties=Decimal(kept.get("total", "0")),
            deposits=Decimal(kept.get("note", {}).get("guarantee", "0")),
            currency=str(kept.get("currency", "")),
            decimals=int(kept.get("note", {}).get("decimals", desk.book.profile.decimals)),
            reference=reference_of(draft.declaration),
            proposal=proposed(draft.declaration, desk),
        )

    def methods(self, request: PaymentRequest, desk: Desk) -> tuple[Method, ...]:
        """Return the methods box 48 leaves open; raises PaymentRefused for an unknown account."""
        draft = self._load(request.declaration_id).draft
        return METHODS[account_kind(draft, desk)]

    @needs(Service.PAY)
    def create(
        self, declaration_id: str, kind: PaymentKind, proposal: Proposal, desk: Desk
    ) -> PaymentRequest:
        """Request the payment of an assessed declaration's duties or deposits (S0-019).

        Raises PaymentRefused, CardNumber, NotStored, NotForCompany.
        """
        from sad_desktop.database import payments

        refuse_cards(_told(proposal))
        self._demand_company(declaration_id)
        profile = desk.book.profile
        wanted = payments.Wanted(
            declaration_id=declaration_id,
            kind=kind,
            decimals=profile.decimals,
            classes=_classes(desk),
            proposal=proposal,
        )
        done = payments.create(self._workspace.database(), wanted, self._given(desk))
        logger.info("payment request %s of declaration %s", done.id, declaration_id)
        return done

    @needs(Service.PAY)
    def record(self, request_id: int, result: Result, desk: Desk) -> tuple[PaymentRequest, Stored]:
        """Record that a request was paid, in full; its declaration is paid (PAY-01, PAY-03).

        Raises PaymentRefused, CardNumber, RequestGone, NotForCompany.
        """
        from sad_desktop.database import payments

        refuse_cards(_told(result.answer))
        if result.paid_at > datetime.now(UTC) + _AHEAD:
            raise PaymentRefused(
                QT_TRANSLATE_NOOP(
                    "UserError", "This moment is still to come: correct the date or the time."
                )
            )
        request = self.load(request_id)
        self._demand_company(request.declaration_id)
        draft = self._load(request.declaration_id).draft
        payment = payments.Payment(
            amount=result.amount,
            method=result.method,
            paid_at=result.paid_at,
            account_kind=account_kind(draft, desk),
            answer=result.answer,
        )
        database, given = self._workspace.database(), self._given(desk)
        done, stored = payments.record(database, request_id, payment, given)
        self._workspace.forget(stored.id)
        logger.info("payment request %s is paid, declaration %s", done.id, stored.id)
        return done, stored

    @needs(Service.PAY)
    def reject(self, request_id: int, reason: str) -> PaymentRequest:
        """Reject a request for a reason, for good (PAY-02); raises PaymentRefused, CardNumber."""
        from sad_desktop.database import payments

        self._demand_company(self.load(request_id).declaration_id)
        done = payments.reject(self._workspace.database(), request_id, self._closing(reason))
        logger.info("payment request %s is rejected", done.id)
        return done

    @needs(Service.REVERSE)
    def void(self, request_id: int, reason: str) -> tuple[PaymentRequest, Stored]:
        """Void a receipt for a reason: what it took is given back; raises PaymentRefused."""
        from sad_desktop.database import payments

        self._demand_company(self.load(request_id).declaration_id)
        database, closing = self._workspace.database(), self._closing(reason)
        done, stored = payments.void(database, request_id, closing)
        self._workspace.forget(stored.id)
        logger.info("the receipt of payment request %s is voided", done.id)
        return done, stored

    def _given(self, desk: Desk) -> "Given":
        from sad_desktop.database.payments import Given

        return Given(
            patterns=desk.book.profile.payment_numbers_on(desk.on),
            on=desk.on,
            by=self._workspace.user,
            at=datetime.now(UTC),
            serial=serial(desk, "receipt"),
        )

    def _closing(self, reason: str) -> Closing:
        told = read_keyed(Reason, {"reason": said_reason(reason)})
        refuse_cards(_told(told))
        return Closing(at=datetime.now(UTC), by=self._workspace.user, reason=told.reason)

    def _load(self, declaration_id: str) -> Stored:
        from sad_desktop.database import declarations

        return declarations.load(self._workspace.database(), declaration_id)

    def _demand_company(self, declaration_id: str) -> None:
        rights = self._workspace.rights
        if rights.is_limited:
            rights.demand_company(self._load(declaration_id).draft.declaration)


def proposed(declaration: Declaration, desk: Desk) -> Proposal:
    """Return the numbers proposed for a request: those the declaration has already."""
    day, plain = declaration.registration_day, declaration.registration_number
    pattern = desk.book.profile.payment_numbers_on(day or desk.on).declaration
    temporary = f"{declaration.registration_serial} {plain}".strip()
    if pattern and plain and day is not None:
        temporary = written(
            pattern,
            plain,
            office=declaration.office_code,
            year=day.year,
            serial=declaration.registration_serial,
        )
    orders = (
        row.reference
        for item in declaration.items
        for row in item.documents
        if row.document_code == _DELIVERY_ORDER and row.reference
    )
    return Proposal(temporary_number=temporary, delivery_order=next(orders, ""))


def account_kind(draft: Draft, desk: Desk) -> AccountKind | None:
    """Return the kind of the account in box 48, None for an empty box (S3-043, S3-044).

    Raises PaymentRefused for an account no list knows (PAY-04).
    """
    account = draft.declaration.payment_account
    if not account:
        return None
    entry = desk.book.entry("accounts", account, desk.on)
    if entry is not None:
        is_prepaid = entry.facts.get("kind") == AccountKind.PREPAID
        return AccountKind.PREPAID if is_prepaid else AccountKind.CREDIT
    raise PaymentRefused(
        QT_TRANSLATE_NOOP(
            "UserError", "Account {v} cannot be used: it is not in the list of accounts."
        ),
        {"v": account},
    )


def read_keyed(model: type[_Keyed], texts: Mapping[str, str]) -> _Keyed:
    """Return what was keyed of a request, a receipt or a reason as the value it is.

    Raises UserError naming the field that is not understood.
    """
    values: dict[str, Any] = {}
    declared: type = model
    for name, field in definitions(declared).items():
        try:
            values[name] = parse(field, texts.get(name, ""))
        except Unreadable as error:
            raise UserError(
                QT_TRANSLATE_NOOP("UserError", "“{field}”: {reason}"),
                {"field": field.en, "reason": str(error)},
                texts={"field": "PaymentField", "reason": "Unreadable"},
            ) from error
    return model(**values)


def _told(keyed: object) -> Iterable[tuple[str, str]]:
    """Yield what was keyed with the titles of its fields."""
    declared: type = type(keyed)
    for name in definitions(declared):
        yield keyed_fields()[name].en, str(getattr(keyed, name))


def _classes(desk: Desk) -> tuple[ListEntry, ...]:
    wanted = LookupQuery(list_name=CLASSES, text="", on=desk.on, limit=_MOST_CLASSES)
    return desk.book.search(wanted)


def _midnight(day: date | None) -> datetime | None:
    """Return the moment a day begins on the desk's own clock, in UTC."""
    return None if day is None else datetime.combine(day, time()).astimezone().astimezone(UTC)
