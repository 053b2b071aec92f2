"""The commands that lead the declaration shown through its life."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sad_desktop.brokerage.conflict import Conflict
from sad_desktop.brokerage.library import Stored
from sad_desktop.brokerage.life import Numbered, Step, reason_closed
from sad_desktop.brokerage.payments import RequestOpen
from sad_desktop.declaration.status import Status
from sad_desktop.declaration.values import show_number
from sad_desktop.errors import UserError
from sad_desktop.forms.document import Document
from sad_desktop.forms.document_tab import DETAILS
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.follow_up_commands import FollowUpCommands
from sad_desktop.forms.history import HistoryTab, Records
from sad_desktop.forms.keys import title_of
from sad_desktop.forms.language import isolated
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.payment_commands import ROOM, PaymentCommands
from sad_desktop.forms.questions import Questions
from sad_desktop.forms.register_dialog import RegisterDialog
from sad_desktop.forms.step_dialog import FIELDS, NumberDialog, ReasonDialog
from sad_desktop.forms.tasks import Pool
from sad_desktop.forms.widgets.status_words import status_word
from sad_desktop.services.life import USUAL, Life, NotPassed, refusal, serial
from sad_desktop.services.openings import Terms, held_items, offered_cases
from sad_desktop.validation.findings import Severity

if TYPE_CHECKING:
    from sad_desktop.forms.workplace import Workplace

COMMANDS = {
    "register": Step.REGISTER,
    "assess": Step.ASSESS,
    "pay": Step.PAY,
    "release": Step.RELEASE,
    "amend": Step.AMEND,
    "restore": Step.RESTORE,
    "cancel": Step.CANCEL,
}
"""The step of each command of the key table."""

_WITH_REASON = (Step.AMEND, Step.CANCEL)


def step_closed(name: str, status: Status) -> str:
    """Return why a command's step is not open, a text of ``UserError``; "" when it is.

    A draft may be registered: it is stored on the way.
    """
    step = COMMANDS[name]
    standing = Status.STORED if status is Status.DRAFT else status
    return reason_closed(step, standing)


class LifeCommands(QObject):
    """Asks for what a step needs, takes it beside the screen, and shows what came of it."""

    def __init__(
        self, workplace: "Workplace", opened: OpenedDeclarations, questions: Questions
    ) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._opened = opened
        self._life = Life(opened.office.workspace)
        self._errands = Errands(opened.office.tasks, self)
        self._busy: set[str] = set()
        self._follow_ups = FollowUpCommands(workplace, opened)
        self._payments = PaymentCommands(workplace, opened)
        self._records = Records(
            workspace=opened.office.workspace,
            life=self._life,
            tasks=opened.office.tasks,
            save_path=questions.save_path,
        )

    def by_key(self) -> dict[str, Callable[[], object]]:
        """Return the commands by the names of the key table."""
        steps = {name: partial(self._begin, name) for name in COMMANDS}
        own = {"details": self._show_details, "track": self._track}
        return {**steps, **own, **self._follow_ups.by_key(), **self._payments.by_key()}

    def make_details(self, document: Document) -> HistoryTab:
        """Return what tells everything that was done to a declaration."""
        return HistoryTab(document, self._records)

    def _show_details(self) -> None:
        tab = self._workplace.current_tab()
        if tab is not None:
            tab.show_part(DETAILS)
            tab.start()

    def _track(self) -> None:
        tab = self._workplace.current_tab()
        if tab is not None and tab.document.version:
            self._workplace.rooms.open_at("tracking", tab.document.document_id)

    def _begin(self, name: str) -> None:
        tab = self._workplace.current_tab()
        if tab is None:
            return
        tab.commit()
        document, step = tab.document, COMMANDS[name]
        if step_closed(name, document.draft.status) or document.document_id in self._busy:
            return
        if not self._is_stored(document):
            return
        title = title_of(name).replace("&", "")
        if step is Step.REGISTER:
            self._ask_registration(document, title)
        elif step in FIELDS:
            self._ask_number(document, step, title)
        elif step in _WITH_REASON:
            self._ask_reason(document, step, title)
        else:
            self._take(document, step, None)

    def _ask_registration(self, document: Document, title: str) -> None:
        """Ask for the number and the warnings that wait; an error is said before any question."""
        refused = refusal(document.findings, document.acknowledged)
        if refused is not None and refused.findings[0].severity is Severity.ERROR:
            self._on_refused(document, refused)
            return
        is_amended = document.draft.status is Status.AMENDED
        if is_amended and refused is None:
            self._take(document, Step.REGISTER, None)
            return
        explanation = (
            self.tr("The declaration is registered again under its number.")
            if is_amended
            else self.tr(
                "Key the number customs gave, or leave it empty for the office's own next one. "
                "Afterwards the declaration is changed by an amendment only."
            )
        )
        dialog = RegisterDialog(
            document,
            self._opened.register,
            _registration(document) if is_amended else self._proposed(Step.REGISTER),
            (title, explanation),
            self._workplace.window,
        )
        dialog.settled.connect(partial(self._take, document, Step.REGISTER))
        dialog.jump_requested.connect(self._workplace.jump)
        dialog.open_requested.connect(self._opened.open_stored)
        dialog.open()

    def _is_stored(self, document: Document) -> bool:
        """Store what changed first: a step is taken on what the office has."""
        is_clean = document.undo_stack.isClean() and document.version
        is_kept = is_clean and document.draft.status is not Status.DRAFT
        return bool(is_kept) or self._opened.save(document)

    def _ask_number(self, document: Document, step: Step, title: str) -> None:
        proposed = self._proposed(step)
        total = show_number(document.note.total, document.note.decimals)
        explanations = {
            Step.ASSESS: self.tr(
                "Total {total}. The note, the rates and the law are kept as they are "
                "now; goods and bills are written off."
            ).format(total=isolated(f"{document.note.currency} {total}")),
            Step.PAY: self.tr("Key the number and the date of the receipt."),
        }
        if step is Step.ASSESS and self._begins_due_date(document):
            self._ask_terms(document, title, proposed, explanations[step])
            return
        dialog = NumberDialog(step, title, proposed, explanations[step], self._workplace.window)
        dialog.settled.connect(partial(self._take, document, step))
        dialog.open()

    def _begins_due_date(self, document: Document) -> bool:
        desk = self._opened.desk().by_law_of(document.draft)
        return bool(offered_cases(document.draft, desk) or held_items(document.draft, desk))

    def _ask_terms(
        self, document: Document, title: str, proposed: Numbered, explanation: str
    ) -> None:
        """Ask under which case suspended goods stand, and which guarantee stands for them."""
        from sad_desktop.forms.assess_dialog import AssessDialog  # start-up cost
        from sad_desktop.services.due_dates import DueDates, GuaranteeLine

        desk = self._opened.desk().by_law_of(document.draft)
        due_dates = DueDates(self._opened.office.workspace, desk.book.profile)
        importer = document.draft.declaration.consignee_code

        def show(usable: tuple[GuaranteeLine, ...]) -> None:
            offered = (offered_cases(document.draft, desk), usable, document.note.decimals)
            dialog = AssessDialog(title, proposed, explanation, offered, self._workplace.window)
            dialog.settled.connect(
                lambda number: self._take(document, Step.ASSESS, number, dialog.terms())
            )
            dialog.open()

        self._errands.start(
            lambda _progress, _cancelled: due_dates.usable(importer, desk.on),
            show,
            partial(self._on_refused, document),
            pool=Pool.DATABASE,
        )

    def _ask_reason(self, document: Document, step: Step, title: str) -> None:
        explanation = (
            self.tr(
                "The declaration is opened for keying under its number. What it wrote off is "
                "given back until it is assessed again."
            )
            if step is Step.AMEND
            else self.tr(
                "The declaration stays in the library as cancelled. What it wrote off is given "
                "back. This is not undone."
            )
        )
        dialog = ReasonDialog(title, explanation, self._workplace.window)
        dialog.settled.connect(partial(self._take, document, step))
        dialog.open()

    def _proposed(self, step: Step) -> Numbered:
        desk = self._opened.desk()
        return Numbered(serial=serial(desk, FIELDS[step]), day=desk.on)

    def _take(self, document: Document, step: Step, answer: object, terms: Terms = USUAL) -> None:
        document_id, version, desk = document.document_id, document.version, self._opened.desk()
        life = self._life

        def work(_progress: object, _cancelled: object) -> Stored:
            number = answer if isinstance(answer, Numbered) else Numbered(serial="", day=desk.on)
            match step:
                case Step.REGISTER:
                    return life.register(document_id, version, desk, number)
                case Step.ASSESS:
                    return life.assess(document_id, version, desk, number, terms)
                case Step.PAY:
                    return life.pay(document_id, version, number)
                case Step.RELEASE:
                    return life.release(document_id, version)
                case Step.CANCEL:
                    return life.cancel(document_id, version, str(answer))
                case Step.AMEND:
                    return life.amend(document_id, version, str(answer))
                case Step.RESTORE:
                    return life.restore(document_id, version)

        self._busy.add(document_id)
        self._errands.start(
            work,
            partial(self._on_taken, document),
            partial(self._on_refused, document),
            pool=Pool.DATABASE,
        )

    def _on_taken(self, document: Document, stored: Stored) -> None:
        self._busy.discard(stored.id)
        if self._opened.is_open(stored.id):
            self._opened.take_step(document, stored)
        self._workplace.say(
            self.tr("The declaration stands at: {status}.").format(
                status=status_word(stored.draft.status)
            )
        )

    def _on_refused(self, document: Document, error: Exception) -> None:
        self._busy.discard(document.document_id)
        if isinstance(error, Conflict):
            self._opened.conflicted.emit(document, error)
        elif isinstance(error, UserError):
            self._workplace.window.fail(error)
            if isinstance(error, NotPassed):
                self._workplace.run("verify")
            elif isinstance(error, RequestOpen):
                self._workplace.rooms.open_at(ROOM, str(error.request.id))


def _registration(document: Document) -> Numbered:
    """Return the number an amended declaration was registered under."""
    kept = document.draft.declaration
    return Numbered(
        serial=kept.registration_serial,
        number=kept.registration_number,
        day=kept.registration_day or document.desk.on,
    )
