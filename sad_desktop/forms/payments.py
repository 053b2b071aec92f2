"""The room of payment requests: found by number, declaration, company, status and days."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QSplitter,
    QTableView,
    QVBoxLayout,
)

from sad_desktop.brokerage.library import Stored
from sad_desktop.brokerage.payments import (
    Action,
    Method,
    PaymentRequest,
    PaymentSearch,
    PaymentStatus,
)
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Unreadable, show
from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.closed_commands import not_granted
from sad_desktop.forms.language import isolated, translate_error, translate_unreadable
from sad_desktop.forms.payment_bar import PaymentBar
from sad_desktop.forms.payment_detail import PaymentDetail
from sad_desktop.forms.payment_dialogs import ResultDialog
from sad_desktop.forms.payment_words import (
    fact_title,
    short_state,
    state_colour,
    status_of,
)
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.step_dialog import ReasonDialog
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import fit_columns, list_of_rows
from sad_desktop.forms.widgets.search_line import choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.status_words import status_word
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.payments import Payments, Result

_DAY = definitions(Declaration)["receipt_day"]
_STATUS = 4
_WIDTHS = (620, 440)
_SERVICES = {
    Action.PAY: Service.PAY,
    Action.REJECT: Service.PAY,
    Action.VOID: Service.REVERSE,
}


class PaymentsRoom(Room):
    """A search line with status and days, what it finds, and the request chosen."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._payments = Payments(around.office.workspace)
        self._finding = Asking(around.office.tasks, self._fail)
        self._doing = Asking(around.office.tasks, partial(self._on_refused, None))
        self._recording: Asking | None = None
        self.found: tuple[PaymentRequest, ...] = ()
        self._wanted = 0
        self.bar = PaymentBar()
        self.model = TextModel(self._columns(), self)
        self.view = self._make_view()
        self.detail = PaymentDetail(around.desk().language)
        self.message = Sentence()
        self._connect()
        self._lay_out()
        self.detail.show_request(None)
        self.refresh()

    def enter(self) -> None:
        """Put the cursor into the search line, and see what other desks did."""
        self.bar.line.setFocus(Qt.FocusReason.TabFocusReason)
        self.refresh()

    def show_target(self, target: str) -> None:
        """Show a request by its id, whatever the search says."""
        self._wanted = int(target)
        self.bar.clear()
        self.refresh()

    def let_go(self) -> None:
        """Want no answers any more."""
        self._finding.give_up()
        self._doing.give_up()

    def refresh(self) -> None:
        """Search beside the screen for what is asked."""
        try:
            search = self.bar.search()
        except Unreadable as error:
            self.message.say(translate_unreadable(str(error)), Tone.WRONG)
            return
        wanted = 0 if self.bar.is_narrowed() else self._wanted
        self._finding.ask(partial(self._find, search, wanted), self._show_found)

    def current(self) -> PaymentRequest | None:
        """Return the request chosen."""
        row = self.view.currentIndex().row()
        return self.found[row] if 0 <= row < len(self.found) else None

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.found:
            self._show_rows()

    def _find(self, search: PaymentSearch, wanted: int) -> tuple[PaymentRequest, ...]:
        found = self._payments.find(search)
        if wanted and all(one.id != wanted for one in found):
            return (self._payments.load(wanted), *found)
        return found

    def _show_found(self, found: tuple[PaymentRequest, ...]) -> None:
        former = self.current()
        kept = self._wanted or (former.id if former is not None else 0)
        self.found = found
        self._show_rows()
        ids = [one.id for one in found]
        choose_row(self.view, ids.index(kept) if kept in ids else 0)
        nothing = self.tr(
            "No payment request is here yet: open an assessed declaration and choose Request "
            "payment."
        )
        if self.bar.is_narrowed():
            nothing = self.tr("No payment request is as you ask.")
        if not found:
            self.message.say(nothing)
        elif self.message.text() and self.message.tone() is Tone.QUIET:
            self.message.say("")
        self._show_current()

    def _show_rows(self) -> None:
        shades = colours(QGuiApplication.palette())
        self.model.show_rows(
            [Row(_cells(one), colours={_STATUS: state_colour(one, shades)}) for one in self.found]
        )

    def _show_current(self) -> None:
        rights = self._around.office.workspace.rights_now
        closed = {
            action: not_granted(service)
            for action, service in _SERVICES.items()
            if not rights.allows(service)
        }
        self.detail.show_request(self.current(), closed)

    def _on_asked(self, action: Action) -> None:
        request = self.current()
        if request is None:
            return
        if action is Action.PAY:
            desk = self._around.desk()
            self._doing.ask(
                partial(self._payments.methods, request, desk), partial(self._ask_result, request)
            )
            return
        self._ask_reason(request, action)

    def _ask_result(self, request: PaymentRequest, methods: tuple[Method, ...]) -> None:
        language = self._around.desk().language
        dialog = ResultDialog(request, methods, datetime.now(UTC), language, self.window())
        dialog.settled.connect(partial(self._record, request, dialog))
        dialog.open()

    def _ask_reason(self, request: PaymentRequest, action: Action) -> None:
        told = {
            "number": isolated(request.number),
            "amount": isolated(request.shown(request.amount)),
        }
        if action is Action.REJECT:
            title = self.tr("Reject the request")
            explanation = self.tr(
                "Request {number} for {amount} is rejected for good; a new one can be sent."
            )
        else:
            title = self.tr("Void the receipt")
            explanation = self.tr(
                "The receipt of request {number} for {amount} does not count any more: the "
                "declaration is assessed again, and the account is given back what it paid."
            )
        dialog = ReasonDialog(title, explanation.format(**told), self.window())
        dialog.settled.connect(partial(self._close, request, action))
        dialog.open()

    def _record(self, request: PaymentRequest, dialog: ResultDialog, result: Result) -> None:
        self._recording = Asking(self._around.office.tasks, partial(self._on_refused, dialog))
        self._recording.ask(
            partial(self._payments.record, request.id, result, self._around.desk()),
            partial(self._on_recorded, dialog),
        )

    def _close(self, request: PaymentRequest, action: Action, reason: str) -> None:
        if action is Action.REJECT:
            self._do(lambda: self._payments.reject(request.id, reason), self._on_rejected)
        else:
            self._do(lambda: self._payments.void(request.id, reason), self._on_voided)

    def _do(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._doing.ask(work, done)

    def _on_recorded(self, dialog: ResultDialog, done: tuple[PaymentRequest, Stored]) -> None:
        dialog.end()
        request, stored = done
        receipt = request.receipt.number if request.receipt is not None else ""
        said = self.tr(
            "Receipt {receipt}: {amount} paid for {declaration}. It stands at: {status}."
        ).format(
            receipt=isolated(receipt),
            amount=isolated(request.shown(request.amount)),
            declaration=isolated(request.reference),
            status=status_word(stored.draft.status),
        )
        self._show_step(stored)
        self._tell(request, said)

    def _on_rejected(self, request: PaymentRequest) -> None:
        said = self.tr("Request {number} is rejected. Send a new one when it is right.")
        self._tell(request, said.format(number=isolated(request.number)))

    def _on_voided(self, done: tuple[PaymentRequest, Stored]) -> None:
        request, stored = done
        receipt = request.receipt.number if request.receipt is not None else ""
        said = self.tr("Receipt {receipt} is voided. The declaration stands at: {status}.")
        self._show_step(stored)
        self._tell(
            request, said.format(receipt=isolated(receipt), status=status_word(stored.draft.status))
        )

    def _tell(self, request: PaymentRequest, said: str) -> None:
        """Say what was done in the status bar, and show the request as it stands now."""
        self.message.say("")
        self._around.say(said)
        self._wanted = request.id
        self.refresh()

    def _show_step(self, stored: Stored) -> None:
        """Show the declaration as the payment left it, where it is open or listed."""
        opened = self._around.opened
        for document in opened.documents:
            if document.document_id == stored.id and document.version != stored.version:
                opened.take_step(document, stored)
        opened.library_changed.emit()

    def _on_printed(self) -> None:
        from sad_desktop.forms.payment_print import PaymentPrintDialog  # start-up cost: PDFium
        from sad_desktop.forms.print_room import print_room

        request, around = self.current(), self._around
        if request is None:
            return
        room = print_room(
            around.office.folder,
            around.office.tasks,
            save_path=around.questions.save_path,
            open_paths=around.questions.open_paths,
        )
        desk = around.desk()
        dialog = PaymentPrintDialog(
            request, desk.book.profile, Edition(desk.language), room, self.window()
        )
        dialog.said.connect(around.say)
        dialog.open()

    def _on_opened(self) -> None:
        request = self.current()
        if request is not None:
            self._around.opened.open_stored(request.declaration_id)

    def _fail(self, error: UserError) -> None:
        self.message.say(translate_error(error), Tone.WRONG)

    def _on_refused(self, dialog: ResultDialog | None, error: UserError) -> None:
        """Say why, and show the requests as they are: another desk may have been quicker."""
        if dialog is None or not dialog.go_on(error):
            self._fail(error)
        self.refresh()

    def _connect(self) -> None:
        self.bar.line.set_results(self.view)
        self.bar.line.taken.connect(self.detail.enter)
        self.bar.changed.connect(self._on_changed)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.view.activated.connect(lambda *_: self.detail.enter())
        self.detail.asked.connect(self._on_asked)
        self.detail.opened.connect(self._on_opened)
        self.detail.printed.connect(self._on_printed)
        self.detail.left.connect(self.view.setFocus)

    def _on_changed(self) -> None:
        self._wanted = 0
        self.refresh()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Request"), kind=Kind.CODE),
            Column(title=fact_title("declaration"), kind=Kind.CODE),
            Column(title=fact_title("company"), kind=Kind.TEXT),
            Column(title=fact_title("amount"), kind=Kind.AMOUNT),
            Column(title=fact_title("status"), kind=Kind.TEXT),
            Column(title=fact_title("requested"), kind=Kind.DAY),
        )

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.model, self.tr("Payment requests found"))
        longest = max((status_of(one) for one in PaymentStatus), key=len)
        samples = ["PR/000/KWI26", "2026/T0000", "", "KWD 99,999.000", longest, "00/00/0000"]
        fit_columns(view, samples)
        return view

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.view)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 1)
        split.setSizes(_WIDTHS)
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.addWidget(self.bar)
        outer.addWidget(split, 1)
        outer.addWidget(self.message)


def _cells(request: PaymentRequest) -> tuple[str, ...]:
    return (
        request.number,
        request.reference,
        request.company_name or request.company_code,
        request.shown(request.amount),
        short_state(request),
        show(_DAY, request.created_at.astimezone().date()),
    )
