"""What a hand does about a due date: one button for each act, its question, and the answer."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sad_desktop.brokerage.due_dates import OPEN_TO, DueAct, DueDate
from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.due_date_dialog import Asked, DueDateDialog, Told
from sad_desktop.forms.due_date_words import amount_words, state_word
from sad_desktop.forms.language import current_language, isolated
from sad_desktop.forms.rooms import Surroundings
from sad_desktop.services.claim_forms import save_claim_form
from sad_desktop.services.due_dates import DueDates, DueLine, GuaranteeLine

Work = Callable[[DueDate, Told], DueDate]


class DueDateActs(QObject):
    """``done`` says what was recorded, ``refused`` carries why something was not."""

    done = Signal(str)
    refused = Signal(object)

    def __init__(
        self, room: QWidget, due_dates: DueDates, around: Surroundings, today: date
    ) -> None:
        super().__init__(room)
        self._room = room
        self._due_dates = due_dates
        self._around = around
        self._today = today
        self._line: DueLine | None = None
        self._asking = Asking(around.office.tasks, self.refused.emit)
        self._changing = Asking(around.office.tasks, self.refused.emit)
        self.buttons = {act: QPushButton(text) for act, text in self._texts().items()}
        for act, button in self.buttons.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, act=act: self.ask(act))
        self.print_button = QPushButton(self.tr("Claim form…"))
        self.print_button.setAutoDefault(False)
        self.print_button.clicked.connect(lambda _checked: self._print())

    def give_up(self) -> None:
        """Want no answers any more."""
        self._asking.give_up()
        self._changing.give_up()

    def buttons_row(self, open_declaration: Callable[[], None]) -> QHBoxLayout:
        """Return the buttons in a row."""
        row = QHBoxLayout()
        for button in (*self.buttons.values(), self.print_button):
            row.addWidget(button)
        row.addStretch(1)
        self.open_button = QPushButton(self.tr("Open the declaration"))
        self.open_button.setAutoDefault(False)
        self.open_button.clicked.connect(lambda _checked: open_declaration())
        row.addWidget(self.open_button)
        return row

    def show_line(self, line: DueLine | None) -> None:
        """Open the buttons of what may be done about a due date; the others say why not."""
        self._line = line
        for act, button in self.buttons.items():
            is_open = line is not None and self._is_open(act, line)
            button.setEnabled(is_open)
            shut = self.tr("Not open at “{state}”.")
            state = state_word(line.state) if line is not None else ""
            button.setToolTip("" if is_open or line is None else shut.format(state=state))
        self.print_button.setEnabled(line is not None and line.guarantee is not None)
        self.open_button.setEnabled(line is not None)

    def open_guarantees(self) -> None:
        """Show the list of guarantees."""
        self._around.open_room("guarantees")

    def ask(self, act: DueAct) -> None:
        """Ask for what an act needs."""
        line = self._line
        if line is None or not self.buttons[act].isEnabled():
            return
        if act is DueAct.COVER:
            importer = line.summary.consignee_code
            usable = partial(self._due_dates.usable, importer, self._today)
            self._asking.ask(usable, partial(self._ask_guarantee, line))
            return
        asked, explanation, work = self._question(act, line)
        self._show(act, line, asked, explanation, work)

    def _is_open(self, act: DueAct, line: DueLine) -> bool:
        if act is DueAct.EXTEND and line.state in OPEN_TO[DueAct.EXTEND_CLAIM]:
            return line.due.claim_due_on is not None
        if act is DueAct.EXTEND and line.due.due_on is None:
            return False
        return line.state in OPEN_TO[act]

    def _question(self, act: DueAct, line: DueLine) -> tuple[Asked, str, Work]:
        dates = self._due_dates
        match act:
            case DueAct.EXTEND:
                return self._extension(line)
            case DueAct.SET:
                asked = Asked(
                    day_label=self.tr("Due date"),
                    day=line.due.due_on or self._today,
                    remark_label=self.tr("Remark"),
                )
                said = self.tr("The date customs wrote on the declaration goes before the law's.")
                return asked, said, lambda due, told: dates.set_day(due, told.day, told.remark)
            case DueAct.DISCHARGE:
                return self._proof(line)
            case DueAct.TAKE_BACK:
                said = self.tr(
                    "What was recorded by hand last is taken back; the history keeps both."
                )
                asked = Asked(remark_label=self.tr("Reason"))
                return asked, said, lambda due, told: dates.take_back(due, told.remark)
            case DueAct.CLAIM:
                said = self.tr("The request with its documents was handed to customs.")
                work: Work = lambda due, told: dates.claim(due, told.day, told.remark)  # noqa: E731
            case DueAct.REFUND:
                said = self.tr("Customs gave the guarantee back, or released it at the bank.")
                work = lambda due, told: dates.refund(due, told.day, told.remark)  # noqa: E731
            case _:
                said = self.tr("Customs took the guarantee. What was held stays charged.")
                work = lambda due, told: dates.debit(due, told.day, told.remark)  # noqa: E731
        asked = Asked(
            day_label=self.tr("Day"), day=self._today, remark_label=self.tr("Customs' number")
        )
        return asked, said, work

    def _extension(self, line: DueLine) -> tuple[Asked, str, Work]:
        dates, case = self._due_dates, line.case
        of_claim = line.due.discharged_on is not None
        asked = Asked(
            day_label=self.tr("Asked for on"),
            day=self._today,
            days=None if of_claim or case is None else case.extension or None,
            may_exceed=not of_claim and case is not None and case.may_exceed,
            remark_label=self.tr("Customs' number"),
        )
        said = self.tr(
            "An extension counts when it was asked for before the due date, and within the law's "
            "limit from the first day."
        )

        def work(due: DueDate, told: Told) -> DueDate:
            return dates.extend(due, told.day, told.days, told.remark, is_approved=told.is_approved)

        return asked, said, work

    def _proof(self, line: DueLine) -> tuple[Asked, str, Work]:
        dates, language = self._due_dates, current_language()
        proofs = line.case.proofs if line.case is not None else ()
        names = {one.code: one.name(language) for one in proofs}
        asked = Asked(
            choice_label=self.tr("Proof"),
            choices=tuple(names.items()),
            number_label=self.tr("Number of the proof"),
            day_label=self.tr("Day of the proof"),
            day=self._today,
            amount=line.charged or None,
            remark_label=self.tr("Remark"),
        )
        said = self.tr(
            "For goods that left without a follow-up declaration of this office. A smaller amount "
            "writes off a part; the time to claim begins with the day of the proof."
        )

        def work(due: DueDate, told: Told) -> DueDate:
            return dates.prove(due, (told.choice, told.number), told.day, told.amount, told.remark)

        return asked, said, work

    def _ask_guarantee(self, line: DueLine, usable: tuple[GuaranteeLine, ...]) -> None:
        if not usable:
            self.done.emit(self.tr("No guarantee of this importer is kept: key one first."))
            return
        asked = Asked(
            choice_label=self.tr("Guarantee"),
            choices=guarantee_choices(usable, line.due.decimals),
            remark_label=self.tr("Remark"),
        )
        said = self.tr("The guarantee stands for {held} from now on.").format(
            held=isolated(amount_words(line.charged, line.due.decimals))
        )

        def work(due: DueDate, told: Told) -> DueDate:
            return self._due_dates.cover(due, int(told.choice), told.remark)

        self._show(DueAct.COVER, line, asked, said, work)

    def _show(self, act: DueAct, line: DueLine, asked: Asked, explanation: str, work: Work) -> None:
        title = self.buttons[act].text().rstrip("…")
        dialog = DueDateDialog(title, explanation, asked, self._room.window())
        dialog.settled.connect(partial(self._take, line.due, work, title))
        dialog.open()

    def _take(self, due: DueDate, work: Work, title: str, told: Told) -> None:
        said = self.tr("Recorded: {act}.").format(act=title)
        self._changing.ask(partial(work, due, told), lambda _done: self.done.emit(said))

    def _print(self) -> None:
        line = self._line
        if line is None:
            return
        number = line.summary.registration.replace(" ", "-").replace("/", "-")
        path = self._around.questions.save_path(self._room, f"claim-{number or line.due.id}.pdf")
        if path is None:
            return
        try:
            save_claim_form(line, self._around.desk().book.profile, self._today, path)
        except UserError as error:
            self.refused.emit(error)
            return
        self.done.emit(self.tr("Saved as {name}.").format(name=path.name))

    def _texts(self) -> dict[DueAct, str]:
        return {
            DueAct.EXTEND: self.tr("Extension…"),
            DueAct.SET: self.tr("Customs' date…"),
            DueAct.COVER: self.tr("Guarantee…"),
            DueAct.DISCHARGE: self.tr("Proof…"),
            DueAct.CLAIM: self.tr("Claimed…"),
            DueAct.REFUND: self.tr("Released…"),
            DueAct.DEBIT: self.tr("Debited…"),
            DueAct.TAKE_BACK: self.tr("Take back…"),
        }


def guarantee_choices(
    usable: tuple[GuaranteeLine, ...], decimals: int
) -> tuple[tuple[str, str], ...]:
    """Return guarantees to choose from: their ids, and number, issuer and what is free."""
    return tuple(
        (
            str(one.guarantee.id),
            " · ".join(
                isolated(part)
                for part in (
                    one.guarantee.number,
                    one.guarantee.issuer,
                    amount_words(one.free, decimals),
                )
                if part
            ),
        )
        for one in usable
    )
