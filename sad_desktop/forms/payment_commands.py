"""The commands that request a declaration's payment and show its receipt."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sad_desktop.brokerage.payments import (
    PaymentKind,
    PaymentRequest,
    Proposal,
    request_refusal,
)
from sad_desktop.declaration.status import Status
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.document import Document
from sad_desktop.forms.keys import title_of
from sad_desktop.forms.language import isolated
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.services.payments import Due, Payments

if TYPE_CHECKING:
    from sad_desktop.forms.workplace import Workplace

ROOM = "payments"


class PaymentCommands(QObject):
    """Requests payment of the declaration shown, and leads from it to its receipt."""

    def __init__(self, workplace: "Workplace", opened: OpenedDeclarations) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._opened = opened
        self._payments = Payments(opened.office.workspace)
        self._asking = Asking(opened.office.tasks, workplace.window.fail)

    def by_key(self) -> dict[str, Callable[[], object]]:
        """Return the commands by the names of the key table."""
        return {"request_payment": self._begin, "open_receipt": self.open_receipt}

    def open_receipt(self) -> None:
        """Show the receipt of the declaration shown (S3-046)."""
        tab = self._workplace.current_tab()
        if tab is not None:
            document_id = tab.document.document_id
            self._asking.ask(
                partial(self._payments.of_declaration, document_id),
                partial(self._on_requests, tab.document),
            )

    def _begin(self) -> None:
        tab = self._workplace.current_tab()
        if tab is None:
            return
        document, desk = tab.document, self._opened.desk()
        self._asking.ask(
            partial(self._payments.due, document.document_id, desk), partial(self._ask, document)
        )

    def _ask(self, document: Document, due: Due) -> None:
        from sad_desktop.forms.payment_dialogs import RequestDialog  # start-up cost

        status = document.draft.status
        refused = {one: request_refusal(one, status, due.amount(one)) for one in PaymentKind}
        kinds = [kind for kind, refusal in refused.items() if refusal is None]
        if not kinds:
            kind = PaymentKind.DEPOSITS if status is Status.PAID else PaymentKind.DUTIES
            said = refused[kind]
            assert said is not None  # noqa: S101 - every kind is refused
            self._workplace.window.fail(said)
            return
        title = title_of("request_payment").replace("&", "")
        language = self._opened.desk().language
        dialog = RequestDialog(title, due, kinds, language, self._workplace.window)
        dialog.settled.connect(partial(self._create, document))
        dialog.open()

    def _create(self, document: Document, kind: PaymentKind, proposal: Proposal) -> None:
        desk, document_id = self._opened.desk(), document.document_id
        self._asking.ask(
            lambda: self._payments.create(document_id, kind, proposal, desk), self._on_created
        )

    def _on_created(self, request: PaymentRequest) -> None:
        self._workplace.rooms.open_at(ROOM, str(request.id))
        said = self.tr("Payment request {number} is here: {amount} for {declaration}.")
        self._workplace.say(
            said.format(
                number=isolated(request.number),
                amount=isolated(request.shown(request.amount)),
                declaration=isolated(request.reference),
            )
        )

    def _on_requests(self, document: Document, requests: tuple[PaymentRequest, ...]) -> None:
        kept = document.draft.declaration
        wanted = (kept.receipt_serial, kept.receipt_number)
        for request in requests:
            receipt = request.receipt
            if receipt is not None and (receipt.serial, receipt.plain_number) == wanted:
                self._workplace.rooms.open_at(ROOM, str(request.id))
                return
        self._workplace.say(
            self.tr(
                "No receipt is kept under this number: the payment was recorded without a request."
            )
        )
