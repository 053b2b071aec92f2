"""Payment requests and receipts: what may follow what, and what is never kept; pure rules."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from sad_desktop.brokerage.account_movements import AccountMovement
from sad_desktop.brokerage.companies import AccountKind
from sad_desktop.brokerage.receipt_classes import AmountLine
from sad_desktop.declaration.fields import FieldDef, code, definitions, text
from sad_desktop.declaration.status import Status
from sad_desktop.declaration.values import show_number
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP


class PaymentKind(StrEnum):
    """What a request asks for (S0-021)."""

    DUTIES = "duties"
    DEPOSITS = "deposits"


class PaymentStatus(StrEnum):
    """Where a request stands; a successful or rejected one stands there for good (S0-022)."""

    START = "start"
    SUCCESSFUL = "successful"
    REJECTED = "rejected"


class Method(StrEnum):
    """How it is paid (S3-044, S0-028)."""

    CASH = "cash"
    ELECTRONIC = "electronic"
    PREPAID = "prepaid"
    CREDIT = "credit"


class Action(StrEnum):
    """What is done to a request."""

    PAY = "pay"
    REJECT = "reject"
    VOID = "void"


METHODS: Mapping[AccountKind | None, tuple[Method, ...]] = MappingProxyType(
    {
        None: (Method.CASH, Method.ELECTRONIC),
        AccountKind.PREPAID: (Method.PREPAID,),
        AccountKind.CREDIT: (Method.CREDIT,),
    }
)
"""The methods open by the kind of the account in box 48, None for an empty box (S3-043)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What is keyed of a new request."""

    temporary_number: str = code(
        "A", "Temporary declaration number", "رقم البيان المؤقت", length=30
    )
    delivery_order: str = code("44", "Delivery order number", "رقم إذن التسليم", length=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the bank or customs answered to a payment, as it is keyed (S0-028, S1-015)."""

    receipt_number: str = code("B", "Receipt number", "رقم الإيصال", length=20)
    payment_number: str = code("B", "Payment number", "رقم عملية الدفع", length=30)
    authorisation: str = code("B", "Bank authorisation number", "رقم تفويض البنك", length=30)
    movement: str = code("B", "Movement reference", "رقم مرجع الحركة", length=30)
    paid_through: str = text("B", "Paid through", "تم الدفع عن طريق", length=60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a request is rejected or a receipt voided."""

    reason: str = text("B", "Reason", "السبب", length=200)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Proof of a payment: its number, the moment it was paid, how, and what the bank answered.

    ``serial`` and ``plain_number`` are what box B shows; ``by`` is who recorded it.
    """

    number: str
    at: datetime
    method: Method
    serial: str = ""
    plain_number: str = ""
    account: str = ""
    payment_number: str = ""
    authorisation: str = ""
    movement: str = ""
    paid_through: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """Who ended something, when, and why."""

    at: datetime
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRequest:
    """A request to pay what one assessed declaration owes, in national currency.

    ``reference``, ``company_code`` and ``company_name`` are the declaration's as it was then. A
    successful request has its receipt for good; ``voided`` says that it does not count.
    """

    number: str
    declaration_id: str
    kind: PaymentKind
    amount: Decimal
    currency: str
    decimals: int
    created_at: datetime
    created_by: str
    lines: tuple[AmountLine, ...] = ()
    movements: tuple[AccountMovement, ...] = ()
    id: int = 0
    profile: str = ""
    office: str = ""
    reference: str = ""
    company_code: str = ""
    company_name: str = ""
    temporary_number: str = ""
    delivery_order: str = ""
    status: PaymentStatus = PaymentStatus.START
    receipt: Receipt | None = None
    rejected: Closing | None = None
    voided: Closing | None = None

    @property
    def is_open(self) -> bool:
        """True while it may be paid or rejected."""
        return self.status is PaymentStatus.START

    @property
    def counts(self) -> bool:
        """True when it is paid and its receipt was not voided."""
        return self.status is PaymentStatus.SUCCESSFUL and self.voided is None

    def shown(self, amount: Decimal) -> str:
        """Return an amount with the currency, as papers and questions write it."""
        return f"{self.currency} {show_number(amount, self.decimals)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSearch:
    """Which requests are wanted (S1-013): by words of their numbers, declaration and company.

    None is any. The days are those of the request, both included.
    """

    typed: str = ""
    status: PaymentStatus | None = None
    first: date | None = None
    last: date | None = None


class PaymentRefused(UserError):
    """A payment, a rejection or a request that is not open; nothing was written."""


class RequestOpen(PaymentRefused):
    """A request of the same declaration waits for its result; ``request`` is it."""

    def __init__(self, request: PaymentRequest) -> None:
        self.request = request
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Request {number} of this declaration is still open: record its result, or "
                "reject it first.",
            ),
            {"number": request.number},
        )


_FULL = QT_TRANSLATE_NOOP("UserError", "Pay the full amount {v}; partial payment is not allowed.")
_PAID = QT_TRANSLATE_NOOP("UserError", "A paid request cannot be rejected.")
_REJECTED = QT_TRANSLATE_NOOP("UserError", "A rejected request cannot be paid. Send a new one.")
_PAID_ALREADY = QT_TRANSLATE_NOOP(
    "UserError", "Request {number} is paid already: receipt {receipt}, recorded by {who}."
)
_REJECTED_ALREADY = QT_TRANSLATE_NOOP(
    "UserError", "Request {number} was rejected already, by {who}."
)
_NOTHING_TO_VOID = QT_TRANSLATE_NOOP(
    "UserError", "Request {number} has no receipt yet: only a receipt is voided."
)
_VOIDED_ALREADY = QT_TRANSLATE_NOOP("UserError", "Receipt {receipt} was voided already, by {who}.")


def refusal(action: Action, request: PaymentRequest) -> PaymentRefused | None:
    """Return why something cannot be done to a request, None when it can (PAY-02, PAY-03)."""
    receipt, rejected, voided = request.receipt, request.rejected, request.voided
    match action, request.status:
        case ((Action.PAY | Action.REJECT), PaymentStatus.START):
            return None
        case Action.PAY, PaymentStatus.REJECTED:
            return PaymentRefused(_REJECTED)
        case Action.REJECT, PaymentStatus.SUCCESSFUL:
            return PaymentRefused(_PAID)
        case Action.PAY, PaymentStatus.SUCCESSFUL if receipt is not None:
            told = {"number": request.number, "receipt": receipt.number, "who": receipt.by}
            return PaymentRefused(_PAID_ALREADY, told)
        case Action.REJECT, PaymentStatus.REJECTED if rejected is not None:
            told = {"number": request.number, "who": rejected.by}
            return PaymentRefused(_REJECTED_ALREADY, told)
        case Action.VOID, PaymentStatus.SUCCESSFUL if receipt is not None:
            if voided is None:
                return None
            return PaymentRefused(_VOIDED_ALREADY, {"receipt": receipt.number, "who": voided.by})
    return PaymentRefused(_NOTHING_TO_VOID, {"number": request.number})


def check_full(request: PaymentRequest, amount: Decimal) -> None:
    """Refuse to pay anything but the whole amount (PAY-01, S0-033); raises PaymentRefused."""
    if amount != request.amount:
        raise PaymentRefused(_FULL, {"v": request.shown(request.amount)})


def paid(request: PaymentRequest, receipt: Receipt, amount: Decimal) -> PaymentRequest:
    """Return a request as paid in full; raises PaymentRefused (PAY-01, PAY-03)."""
    _demand(Action.PAY, request)
    check_full(request, amount)
    return replace(request, status=PaymentStatus.SUCCESSFUL, receipt=receipt)


def rejected(request: PaymentRequest, closing: Closing) -> PaymentRequest:
    """Return a request as rejected for good; raises PaymentRefused (PAY-02)."""
    _demand(Action.REJECT, request)
    return replace(request, status=PaymentStatus.REJECTED, rejected=closing)


def voided(request: PaymentRequest, closing: Closing) -> PaymentRequest:
    """Return a paid request whose receipt does not count any more; raises PaymentRefused."""
    _demand(Action.VOID, request)
    return replace(request, voided=closing)


def request_refusal(kind: PaymentKind, status: Status, due: Decimal) -> PaymentRefused | None:
    """Return why nothing can be requested where a declaration stands, None when it can.

    Deposits may be asked for after the duties, too (S0-021).
    """
    open_at = {Status.ASSESSED, Status.PAID} if kind is PaymentKind.DEPOSITS else {Status.ASSESSED}
    if status not in open_at:
        return PaymentRefused(
            QT_TRANSLATE_NOOP("UserError", "Payment is requested for an assessed declaration only.")
        )
    if due > 0:
        return None
    return PaymentRefused(
        QT_TRANSLATE_NOOP("UserError", "This declaration owes no duties to be paid.")
        if kind is PaymentKind.DUTIES
        else QT_TRANSLATE_NOOP("UserError", "This declaration has no deposits to be paid.")
    )


def check_requestable(kind: PaymentKind, status: Status, due: Decimal) -> None:
    """Refuse a request where nothing is due or nothing may be paid; raises PaymentRefused."""
    refused = request_refusal(kind, status, due)
    if refused is not None:
        raise refused


def check_settled(request: PaymentRequest) -> None:
    """Refuse to pay otherwise what a request still asks for; raises RequestOpen."""
    if request.is_open:
        raise RequestOpen(request)


def check_standing(request: PaymentRequest) -> None:
    """Refuse another request beside one that is open or paid; raises PaymentRefused."""
    check_settled(request)
    if request.counts and request.receipt is not None:
        raise PaymentRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Receipt {receipt} was paid for this declaration already: void it if it does not "
                "hold, or record customs' receipt of the difference.",
            ),
            {"receipt": request.receipt.number},
        )


def check_method(method: Method, account: str, kind: AccountKind | None) -> None:
    """Refuse a method that is not the one box 48 says (S3-044); raises PaymentRefused."""
    if method in METHODS[kind] and (kind is not None or not account):
        return
    if account:
        raise PaymentRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Box 48 names account {account}: it is paid from that account. For another "
                "method amend box 48.",
            ),
            {"account": account},
        )
    raise PaymentRefused(
        QT_TRANSLATE_NOOP("UserError", "Box 48 names no account: pay in cash or electronically.")
    )


def left_after(account: str, left: Decimal, amount: Decimal) -> Decimal:
    """Return what an account still covers after a payment; raises PaymentRefused (PAY-04)."""
    if amount > left:
        raise PaymentRefused(
            QT_TRANSLATE_NOOP(
                "UserError", "Account {v} cannot be used: {v2} is left and {v1} is due."
            ),
            {"v": account, "v1": show_number(amount), "v2": show_number(left)},
        )
    return left - amount


def keyed_fields() -> Mapping[str, FieldDef]:
    """Return every field that is keyed of a request or its receipt, by name."""
    return {**definitions(Proposal), **definitions(Answer), **definitions(Reason)}


def title_of_keyed(en: str, language: str) -> str:
    """Return the title of a field that is keyed, by its English one."""
    found = (field for field in keyed_fields().values() if field.en == en)
    field = next(found, None)
    return en if field is None else field.title(language)


def _demand(action: Action, request: PaymentRequest) -> None:
    refused = refusal(action, request)
    if refused is not None:
        raise refused
