"""The room of guarantees and due dates: what is due next, what stands for it, what was done."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.due_dates import DueState, Recorded
from sad_desktop.declaration.fields import Kind
from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.due_date_acts import DueDateActs
from sad_desktop.forms.due_date_words import (
    amount_words,
    day_words,
    days_words,
    history_row,
    line_row,
    regime_words,
    state_word,
)
from sad_desktop.forms.language import current_language, isolated, translate_error
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import fit_columns, list_of_rows
from sad_desktop.forms.widgets.search_line import SearchLine, choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.text_model import TextModel
from sad_desktop.services.calendar_files import CalendarDay, calendar_file
from sad_desktop.services.due_dates import DueDates, DueLine
from sad_desktop.services.saved_files import save_whole
from sad_desktop.tariff.lookup import normalise

if TYPE_CHECKING:
    from sad_desktop.services.refunds import RefundLine

_DONE = frozenset({DueState.REFUNDED, DueState.DEBITED, DueState.WITHDRAWN})
_RUNNING = frozenset(DueState) - _DONE - {DueState.CLAIMED}


class DueDatesRoom(Room):
    """A list of due dates, the next one first, and below it the one chosen with its history."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        desk = around.desk()
        self._today = desk.on
        self._due_dates = DueDates(around.office.workspace, desk.book.profile)
        self._asking = Asking(around.office.tasks, self._fail)
        self._telling = Asking(around.office.tasks, self._fail)
        self._following = Asking(around.office.tasks, self._fail)
        self._lines: tuple[DueLine, ...] = ()
        self.shown: list[DueLine] = []
        self._wanted = 0
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("Declaration, importer or guarantee"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.filter = self._make_filter()
        self.model = TextModel(self._columns(), self)
        self.view = self._make_view()
        self.history_model = TextModel(self._history_columns(), self)
        self.history = list_of_rows(self.history_model, self.tr("What was done"))
        money, day, name = "999,999.000", "00/00/0000", "M" * 10
        fit_columns(self.history, [f"{day} 00:00", "M" * 14, day, money, day, name, ""])
        self.headline = Sentence(tone=Tone.PLAIN)
        self.details = Sentence()
        self.message = Sentence()
        self.acts = DueDateActs(self, self._due_dates, around, self._today)
        self.acts.done.connect(self._on_done)
        self.acts.refused.connect(self._fail)
        self.follow_button = QPushButton()
        self.follow_button.hide()
        self.follow_button.clicked.connect(lambda _checked: self._follow())
        self.line.set_results(self.view)
        self.line.textChanged.connect(lambda _text: self._refresh())
        self.line.taken.connect(self.view.setFocus)
        self._lay_out()
        self.refresh()

    def enter(self) -> None:
        """Put the cursor into the list, and see what other desks did."""
        self.view.setFocus(Qt.FocusReason.TabFocusReason)
        self.refresh()

    def show_target(self, target: str) -> None:
        """Show the due dates of one declaration by its id."""
        self.filter.setCurrentIndex(self.filter.count() - 1)
        self._wanted = -1
        self._target = target
        self.refresh()

    def let_go(self) -> None:
        """Want no answers any more."""
        for asking in (self._asking, self._telling, self._following):
            asking.give_up()
        self.acts.give_up()

    def refresh(self) -> None:
        """Read the due dates again."""
        self._asking.ask(self._read, self._on_read)

    def current(self) -> DueLine | None:
        """Return the due date chosen."""
        row = self.view.currentIndex().row()
        return self.shown[row] if 0 <= row < len(self.shown) else None

    _target = ""

    def _read(self) -> tuple[tuple[DueLine, ...], int]:
        return self._due_dates.lines(self._today), len(self._due_dates.unfollowed())

    def _on_read(self, read: tuple[tuple[DueLine, ...], int]) -> None:
        self._lines, waiting = read
        said = self.tr("Follow %n earlier declaration(s)", "", waiting)
        self.follow_button.setText(said)
        self.follow_button.setVisible(bool(waiting))
        self._refresh()

    def _refresh(self) -> None:
        words = normalise(self.line.text()).split()
        wanted: Callable[[DueLine], bool] = self.filter.currentData()
        rows = [(one, line_row(one, self._today)) for one in self._lines if wanted(one)]
        found = [
            (one, row)
            for one, row in rows
            if all(word in normalise(" ".join(row.cells)) for word in words)
        ]
        self.shown = [one for one, _ in found]
        self.model.show_rows([row for _, row in found])
        ids = [one.due.id for one in self.shown]
        if self._target:
            owners = [one.due.declaration_id for one in self.shown]
            choose_row(self.view, owners.index(self._target) if self._target in owners else 0)
            self._target = ""
        else:
            choose_row(self.view, ids.index(self._wanted) if self._wanted in ids else 0)
        nothing = self.tr("No suspended declaration is assessed yet.")
        if self._lines:
            nothing = self.tr("Nothing here is like that.")
        if not self.shown:
            self.message.say(nothing)
        elif self.message.tone() is Tone.QUIET:
            self.message.say(self._summary())
        self._show_current()

    def _summary(self) -> str:
        over = sum(one.state is DueState.EXPIRED for one in self._lines)
        near = sum(one.alert is not None and one.alert >= 0 for one in self._lines)
        told = [self.tr("%n due soon.", "", near)] if near else []
        told += [self.tr("%n expired.", "", over)] if over else []
        return " ".join(told)

    def _show_current(self) -> None:
        line = self.current()
        self.acts.show_line(line)
        if line is None:
            self.headline.say("")
            self.details.say("")
            self.history_model.show_rows([])
            return
        self._wanted = line.due.id
        parts = (line.summary.registration, line.summary.reference, line.summary.consignee_name)
        named = " · ".join(isolated(part) for part in parts if part)
        said = self.tr("{declaration}: {regime}, {state}")
        self.headline.say(
            said.format(declaration=named, regime=regime_words(line), state=state_word(line.state)),
            Tone.WRONG if line.state is DueState.EXPIRED else Tone.PLAIN,
        )
        self.details.say(self._details(line))
        history = partial(self._due_dates.history, line.due)
        self._telling.ask(history, partial(self._on_history, line))

    def _details(self, line: DueLine) -> str:
        due = line.due
        told = []
        if due.next_day() is not None:
            text = self.tr("Due {day} ({days}); first day {first}.")
            told.append(
                text.format(
                    day=isolated(day_words(due.next_day())),
                    days=days_words(line, self._today),
                    first=isolated(day_words(due.first_on)),
                )
            )
        if line.ask_by is not None:
            text = self.tr("An extension is asked for by {day}.")
            told.append(text.format(day=isolated(day_words(line.ask_by))))
        if line.guarantee is not None:
            free = self.tr("no limit")
            if line.free is not None:
                free = isolated(amount_words(line.free, due.decimals))
            text = self.tr("Guarantee {number}: {held} held here, {free} free.")
            told.append(
                text.format(
                    number=isolated(line.guarantee.number),
                    held=isolated(amount_words(line.charged, due.decimals)),
                    free=free,
                )
            )
        elif line.charged:
            text = self.tr("No guarantee stands for {held} yet: choose one.")
            told.append(text.format(held=isolated(amount_words(line.charged, due.decimals))))
        if line.regime is not None:
            told.append(line.regime.guarantee.name(current_language()))
        return " ".join(told)

    def _on_history(self, line: DueLine, history: tuple[Recorded, ...]) -> None:
        now = self.current()
        if now is not None and now.due.id == line.due.id:
            rows = [history_row(one, line.due.decimals) for one in reversed(history)]
            self.history_model.show_rows(rows)

    def _on_done(self, said: str) -> None:
        self.message.say(said, Tone.PLAIN)
        self._around.opened.register.ask_all_again()
        self.refresh()

    def _follow(self) -> None:
        desk = self._around.desk()
        self._following.ask(
            partial(self._due_dates.follow, desk),
            lambda count: self._on_done(self.tr("%n declaration(s) are followed.", "", count)),
        )

    def _find_refunds(self) -> None:
        """List the paid imports whose duties can still be given back."""
        from sad_desktop.services.refunds import Refunds  # start-up cost

        desk = self._around.desk()
        refunds = Refunds(self._around.office.workspace)
        self._following.ask(partial(refunds.lines, desk), self._show_refunds)

    def _show_refunds(self, lines: "tuple[RefundLine, ...]") -> None:
        from sad_desktop.forms.refunds import RefundsDialog  # start-up cost

        law = self._due_dates.law
        if law is None or not lines:
            said = self.tr("No paid import for home use of the last two years is kept.")
            self.message.say(said, Tone.PLAIN)
            return
        dialog = RefundsDialog(self.tr("Refunds on re-export"), lines, law.refunds, self.window())
        dialog.open_requested.connect(self._around.opened.open_stored)
        dialog.open()

    def _export(self) -> None:
        path = self._around.questions.save_path(self, "due-dates.ics")
        if path is None:
            return
        law = self._due_dates.law
        alerts = law.alerts if law is not None else ()
        days = [
            CalendarDay(
                uid=f"due-{one.due.id}-{one.due.declaration_id}@sad-desktop",
                on=end,
                title=f"{one.summary.registration or one.summary.reference} – {regime_words(one)}",
                text=f"{one.summary.consignee_name}\n{state_word(one.state)}",
                reminders=tuple(alerts),
            )
            for one in self._lines
            if (end := one.due.next_day()) is not None
        ]
        try:
            save_whole(calendar_file(days, datetime.now(UTC)), path)
        except OSError:
            said = self.tr("{name} cannot be written. Choose another folder.")
            self.message.say(said.format(name=path.name), Tone.WRONG)
            return
        self.message.say(self.tr("Saved as {name}.").format(name=path.name), Tone.PLAIN)

    def _fail(self, error: UserError) -> None:
        self.message.say(translate_error(error), Tone.WRONG)

    def _open(self) -> None:
        line = self.current()
        if line is not None:
            self._around.opened.open_stored(line.due.declaration_id)

    def _make_filter(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Which due dates"))
        box.addItem(self.tr("All that runs"), lambda one: one.state in _RUNNING)
        box.addItem(
            self.tr("Due within 30 days"),
            lambda one: one.alert is not None and one.alert >= 0,
        )
        box.addItem(self.tr("Expired"), lambda one: one.alert == -1)
        box.addItem(
            self.tr("Without a guarantee"), lambda one: one.guarantee is None and one.charged > 0
        )
        box.addItem(self.tr("To be claimed"), lambda one: one.state is DueState.DISCHARGED)
        box.addItem(self.tr("Done"), lambda one: one.state not in _RUNNING)
        box.addItem(self.tr("Everything"), lambda _one: True)
        box.currentIndexChanged.connect(lambda _index: self._refresh())
        return box

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("Declaration"), kind=Kind.CODE),
            Column(title=self.tr("Importer"), kind=Kind.TEXT),
            Column(title=self.tr("Regime"), kind=Kind.TEXT),
            Column(title=self.tr("State"), kind=Kind.TEXT),
            Column(title=self.tr("Packages"), kind=Kind.QUANTITY),
            Column(title=self.tr("Net kg"), kind=Kind.QUANTITY),
            Column(title=self.tr("Value"), kind=Kind.AMOUNT),
            Column(title=self.tr("Guarantee"), kind=Kind.TEXT),
            Column(title=self.tr("Held"), kind=Kind.AMOUNT),
            Column(title=self.tr("Due"), kind=Kind.DAY),
            Column(title=self.tr("Left"), kind=Kind.TEXT),
            Column(title=self.tr("Ask by"), kind=Kind.DAY),
        )

    def _history_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("When"), kind=Kind.DAY),
            Column(title=self.tr("What"), kind=Kind.TEXT),
            Column(title=self.tr("Day"), kind=Kind.DAY),
            Column(title=self.tr("Guarantee"), kind=Kind.AMOUNT),
            Column(title=self.tr("Due"), kind=Kind.DAY),
            Column(title=self.tr("By"), kind=Kind.TEXT),
            Column(title=self.tr("Remark"), kind=Kind.TEXT),
        )

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.model, self.tr("Due dates"))
        money, day, name = "999,999.000", "00/00/0000", "M" * 10
        amounts = ("99,999", "99,999.000", money)
        fit_columns(view, [name, "", "", name, *amounts, name, money, day, name, day])
        view.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        view.activated.connect(lambda _index: self._open())
        return view

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.line, 1)
        bar.addWidget(self.filter)
        bar.addWidget(self.follow_button)
        for text, run in (
            (self.tr("Guarantees…"), self.acts.open_guarantees),
            (self.tr("Refunds…"), self._find_refunds),
            (self.tr("Calendar file…"), self._export),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, run=run: run())
            bar.addWidget(button)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.headline)
        column.addWidget(self.details)
        column.addLayout(self.acts.buttons_row(self._open))
        column.addWidget(self.history, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.view)
        split.addWidget(below)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.addLayout(bar)
        outer.addWidget(split, 1)
        outer.addWidget(self.message)
