"""What the regime of the declaration shown demands, and periods that somebody begins."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QPushButton, QVBoxLayout, QWidget

from sad_desktop.brokerage.due_dates import DueDate
from sad_desktop.declaration.fields import Kind
from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.due_date_dialog import Asked, DueDateDialog, Told
from sad_desktop.forms.due_date_words import day_words
from sad_desktop.forms.language import current_language, isolated, translate_error
from sad_desktop.forms.tasks import Starter
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.list_dialog import ListDialog
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.text_model import Row
from sad_desktop.services.regime_needs import Need, NeedKind, RegimeNeeds
from sad_desktop.tariff.regime_law import Period, RegimeTerms

_TEXT, _STATE = 1, 2
_WIDTH, _HEIGHT = 880, 600
Begin = Callable[[RegimeTerms, Period, Told], DueDate]


class RegimeNeedsDialog(ListDialog):
    """A list of what is needed; ``begin`` opens a due date, None where none may be opened."""

    def __init__(
        self,
        title: str,
        found: tuple[RegimeNeeds, ...],
        begin: Begin | None,
        tasks: Starter,
        today: date,
        parent: QWidget,
    ) -> None:
        columns = (
            Column(title=self.tr("Kind"), kind=Kind.TEXT),
            Column(title=self.tr("What is needed"), kind=Kind.TEXT),
            Column(title=self.tr("State"), kind=Kind.TEXT),
        )
        super().__init__(title, "", columns, _TEXT, parent)
        self._found = found
        self._begin = begin
        self._today = today
        self._asking = Asking(tasks, self._fail)
        self.finished.connect(lambda _result: self._asking.give_up())
        self.regime = QComboBox()
        self.regime.setAccessibleName(self.tr("Regime"))
        for one in found:
            self.regime.addItem(f"{one.regime.name(current_language())} ({one.regime.code})")
        self.regime.currentIndexChanged.connect(lambda _index: self._show())
        self.message = Sentence()
        self.begin_row = QHBoxLayout()
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)  # noqa: S101 - made by ListDialog
        layout.insertWidget(0, self.regime)
        layout.insertLayout(3, self.begin_row)
        layout.insertWidget(4, self.message)
        self.resize(_WIDTH, _HEIGHT)
        self.view.setWordWrap(True)
        rows = self.view.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        one = self._found[self.regime.currentIndex()]
        self.model.show_rows([self._row(need) for need in one.needs])
        said = self.tr("{source}. In force since {day}.")
        day = isolated(day_words(one.regime.valid_from))
        self.sentence.say(said.format(source=isolated(one.regime.source), day=day))
        while (item := self.begin_row.takeAt(0)) is not None:
            if (button := item.widget()) is not None:
                button.deleteLater()
        for case in one.by_hand if self._begin is not None else ():
            text = self.tr("Follow: {period}…").format(period=case.name(current_language()))
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(partial(self._ask, one.regime, case))
            self.begin_row.addWidget(button)
        self.begin_row.addStretch(1)

    def _row(self, need: Need) -> Row:
        language, ours = current_language(), colours(QGuiApplication.palette())
        text = need.text.name(language)
        if need.period is not None:
            text = f"{text}: {self._period(need.period)}"
        state, colour = "", ""
        if need.is_there is not None:
            state = self.tr("attached") if need.is_there else self.tr("not attached")
            colour = ours.good if need.is_there else ours.warning
        return Row((self._kind(need.kind), text, state), colours={_STATE: colour} if colour else {})

    def _period(self, period: Period) -> str:
        if period.days is None:
            return self.tr("no days in the law")
        said = self.tr("%n day(s)", "", period.days)
        if not period.extension:
            return self.tr("{days}, not extended").format(days=said)
        most = period.limit or period.days + period.extension * (period.most or 1)
        text = self.tr("{days}, extended up to {most}")
        return text.format(days=said, most=self.tr("%n day(s)", "", most))

    def _kind(self, kind: NeedKind) -> str:
        return {
            NeedKind.DOCUMENT: self.tr("Document"),
            NeedKind.REQUIREMENT: self.tr("Requirement"),
            NeedKind.GUARANTEE: self.tr("Guarantee"),
            NeedKind.PERIOD: self.tr("Period"),
            NeedKind.CONDITION: self.tr("Condition"),
        }[kind]

    def _ask(self, regime: RegimeTerms, case: Period, _checked: bool = False) -> None:
        asked = Asked(day_label=self.tr("From"), day=self._today)
        said = self.tr("The period begins on this day and stands among the due dates.")
        dialog = DueDateDialog(case.name(current_language()), said, asked, self)
        dialog.settled.connect(partial(self._take, regime, case))
        dialog.open()

    def _take(self, regime: RegimeTerms, case: Period, told: Told) -> None:
        begin = self._begin
        if begin is not None:
            self._asking.ask(lambda: begin(regime, case, told), self._on_begun)

    def _on_begun(self, due: DueDate) -> None:
        said = self.tr("Due on {day}.").format(day=isolated(day_words(due.due_on)))
        self.message.say(said, Tone.PLAIN)

    def _fail(self, error: UserError) -> None:
        self.message.say(translate_error(error), Tone.WRONG)
