"""The words of payments in the desk's language: kinds, states, methods, and what a paper holds."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from sad_desktop.brokerage.account_movements import AccountMovement
from sad_desktop.brokerage.payments import (
    Method,
    PaymentKind,
    PaymentRequest,
    PaymentStatus,
    Receipt,
    keyed_fields,
)
from sad_desktop.forms.history_words import moment_words
from sad_desktop.forms.theme import Colours
from sad_desktop.text import QT_TRANSLATE_NOOP

_KINDS = {
    PaymentKind.DUTIES: QT_TRANSLATE_NOOP("PaymentWords", "Duties"),
    PaymentKind.DEPOSITS: QT_TRANSLATE_NOOP("PaymentWords", "Deposits"),
}
_STATES = {
    PaymentStatus.START: QT_TRANSLATE_NOOP("PaymentWords", "Start"),
    PaymentStatus.SUCCESSFUL: QT_TRANSLATE_NOOP("PaymentWords", "Successful"),
    PaymentStatus.REJECTED: QT_TRANSLATE_NOOP("PaymentWords", "Rejected"),
}
_ISOLATE, _END = "\u2068", "\u2069"
_VOIDED = QT_TRANSLATE_NOOP("PaymentWords", "Successful, receipt voided")
_VOID = QT_TRANSLATE_NOOP("PaymentWords", "Voided")
_METHODS = {
    Method.CASH: QT_TRANSLATE_NOOP("PaymentWords", "Cash"),
    Method.ELECTRONIC: QT_TRANSLATE_NOOP("PaymentWords", "Electronic"),
    Method.PREPAID: QT_TRANSLATE_NOOP("PaymentWords", "Prepaid"),
    Method.CREDIT: QT_TRANSLATE_NOOP("PaymentWords", "Credit"),
}
_FACTS = {
    "number": QT_TRANSLATE_NOOP("PaymentWords", "Request number"),
    "kind": QT_TRANSLATE_NOOP("PaymentWords", "Pay for"),
    "amount": QT_TRANSLATE_NOOP("PaymentWords", "Amount"),
    "status": QT_TRANSLATE_NOOP("PaymentWords", "Status"),
    "declaration": QT_TRANSLATE_NOOP("PaymentWords", "Declaration"),
    "company": QT_TRANSLATE_NOOP("PaymentWords", "Company"),
    "requested": QT_TRANSLATE_NOOP("PaymentWords", "Requested"),
    "paid": QT_TRANSLATE_NOOP("PaymentWords", "Receipt date"),
    "method": QT_TRANSLATE_NOOP("PaymentWords", "Method of payment"),
    "account": QT_TRANSLATE_NOOP("PaymentWords", "Account at customs"),
    "recorded": QT_TRANSLATE_NOOP("PaymentWords", "Recorded by"),
    "taken": QT_TRANSLATE_NOOP("PaymentWords", "Taken from account"),
    "given_back": QT_TRANSLATE_NOOP("PaymentWords", "Given back to account"),
    "left": QT_TRANSLATE_NOOP("PaymentWords", "Left on the account"),
    "rejected": QT_TRANSLATE_NOOP("PaymentWords", "Rejected"),
    "voided": QT_TRANSLATE_NOOP("PaymentWords", "Receipt voided"),
}


def kind_word(kind: PaymentKind) -> str:
    """Return what a request asks for."""
    return _say(_KINDS[kind])


def status_of(status: PaymentStatus) -> str:
    """Return the word for a state."""
    return _say(_STATES[status])


def state_word(request: PaymentRequest) -> str:
    """Return the word for where a request stands; a receipt that was voided is said."""
    return _say(_VOIDED) if request.voided is not None else status_of(request.status)


def short_state(request: PaymentRequest) -> str:
    """Return the one word a list has room for."""
    return _say(_VOID) if request.voided is not None else status_of(request.status)


def state_colour(request: PaymentRequest, shades: Colours) -> str:
    """Return the colour of a state: blue while open, green when paid, red when it is not."""
    if request.is_open:
        return shades.filled
    return shades.good if request.counts else shades.invalid


def method_word(method: Method) -> str:
    """Return how something is paid."""
    return _say(_METHODS[method])


def fact_title(name: str) -> str:
    """Return the title of something a request tells."""
    return _say(_FACTS[name])


def keyed_title(name: str, language: str) -> str:
    """Return the title of a field that is keyed."""
    return keyed_fields()[name].title(language)


def facts(request: PaymentRequest, language: str) -> Iterator[tuple[str, str]]:
    """Yield everything a request tells as title and text, in the order it is read (S1-014)."""
    yield fact_title("number"), request.number
    yield fact_title("kind"), kind_word(request.kind)
    yield fact_title("amount"), request.shown(request.amount)
    yield fact_title("declaration"), request.reference
    yield (
        fact_title("company"),
        " · ".join(filter(None, (request.company_code, request.company_name))),
    )
    for name in ("temporary_number", "delivery_order"):
        yield keyed_title(name, language), getattr(request, name)
    yield fact_title("requested"), _told(request.created_at, request.created_by)
    if request.receipt is not None:
        yield from _receipt_facts(request.receipt, language)
    for moved in request.movements:
        yield from _movement(request, moved)
    for name, closing in (("rejected", request.rejected), ("voided", request.voided)):
        if closing is not None:
            yield fact_title(name), _told(closing.at, closing.by)
            yield keyed_title("reason", language), closing.reason


def _told(at: datetime, by: str) -> str:
    """Return a moment and who did it then, each in its own direction."""
    parts = filter(None, (moment_words(at), by))
    return " · ".join(f"{_ISOLATE}{part}{_END}" for part in parts)


def _movement(request: PaymentRequest, moved: AccountMovement) -> Iterator[tuple[str, str]]:
    title = fact_title("taken" if moved.amount < 0 else "given_back")
    yield title, f"{moved.account}: {request.shown(abs(moved.amount))}"
    if moved.left is not None:
        yield fact_title("left"), request.shown(moved.left)


def _receipt_facts(receipt: Receipt, language: str) -> Iterator[tuple[str, str]]:
    yield keyed_title("receipt_number", language), receipt.number
    yield fact_title("paid"), moment_words(receipt.at)
    yield fact_title("method"), method_word(receipt.method)
    yield fact_title("account"), receipt.account
    for name in ("paid_through", "payment_number", "authorisation", "movement"):
        yield keyed_title(name, language), getattr(receipt, name)
    yield fact_title("recorded"), receipt.by


def _say(text: str) -> str:
    return QCoreApplication.translate("PaymentWords", text)
