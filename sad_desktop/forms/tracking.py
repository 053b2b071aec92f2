"""The room of tracking: declarations by their number or bill, and their stages as boxes."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.library import Summary
from sad_desktop.brokerage.tracking import Reached, Stage
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.status import Status
from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.history_words import moment_words, stage_word
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.stage_dialog import StageDialog
from sad_desktop.forms.tasks import Pool
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import list_of_rows
from sad_desktop.forms.widgets.search_line import SearchLine, choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.stage_box import StageBox
from sad_desktop.forms.widgets.status_words import status_word
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.tracking import Tracking

_CONSIGNEE = 3
_BOXES_IN_A_ROW = 4
_DELAY = 200
"""Milliseconds without a key until a search begins."""


class TrackingRoom(Room):
    """A search line, what it finds, and the stages of the declaration chosen."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._tracking = Tracking(around.office.workspace)
        self._errands = Errands(around.office.tasks, self)
        self.found: tuple[Summary, ...] = ()
        self._wanted = ""
        self._reached: dict[Stage, Reached] = {}
        self.model = TextModel(self._columns(), self)
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("Declaration number, reference or bill of lading"))
        self.line.setAccessibleName(self.tr("Search by number or bill"))
        self.view = self._make_view()
        self.line.set_results(self.view)
        self.line.textChanged.connect(self._on_typed)
        self.line.taken.connect(self._enter_boxes)
        self.boxes = {stage: self._make_box(stage) for stage in Stage}
        self.headline = Sentence(tone=Tone.PLAIN)
        self.message = Sentence()
        self.open_button = QPushButton(self.tr("Open the declaration"))
        self.open_button.clicked.connect(lambda _checked: self._open())
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_DELAY)
        self._typing.timeout.connect(self.refresh)
        self._lay_out()
        self._show_stages(())
        self.refresh()

    def enter(self) -> None:
        """Put the cursor into the search line, and see what other desks did."""
        self._wanted = ""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        self.refresh()

    def show_target(self, target: str) -> None:
        """Show a declaration by its id, found by its own number."""
        self.line.setText("")
        self._wanted = target
        self.refresh()

    def refresh(self) -> None:
        """Search beside the screen for what is typed."""
        self._typing.stop()
        typed, wanted = self.line.text(), self._wanted
        self._errands.start(
            lambda _progress, _cancelled: self._tracking.find(typed, wanted),
            partial(self._show_found, typed),
            self._fail,
            pool=Pool.DATABASE,
        )

    def current(self) -> Summary | None:
        """Return the declaration chosen."""
        row = self.view.currentIndex().row()
        return self.found[row] if 0 <= row < len(self.found) else None

    def _on_typed(self) -> None:
        self._wanted = ""
        self._typing.start()

    def _show_found(self, typed: str, found: tuple[Summary, ...]) -> None:
        if typed != self.line.text():
            return  # more was typed meanwhile
        former = self.current()
        kept = self._wanted or (former.id if former is not None else "")
        self.found = found
        self.model.show_rows([_row(one) for one in found])
        ids = [one.id for one in found]
        choose_row(self.view, ids.index(kept) if kept in ids else 0)
        nothing = self.tr("No declaration has this number, reference or bill.")
        if not typed:
            nothing = self.tr("No declaration is saved yet.")
        self.message.say("" if found else nothing)
        self._read_stages()

    def _read_stages(self) -> None:
        chosen = self.current()
        self.open_button.setEnabled(chosen is not None)
        if chosen is None:
            self.headline.say("")
            self._show_stages(())
            return
        parts = (chosen.registration, chosen.reference, chosen.consignee_name)
        named = [isolated(part) for part in parts if part]
        said = self.tr("{declaration}: {status}")
        self.headline.say(
            said.format(declaration=" · ".join(named), status=status_word(chosen.status)),
            Tone.WRONG if chosen.status is Status.CANCELLED else Tone.PLAIN,
        )
        self._errands.start(
            lambda _progress, _cancelled: self._tracking.stages(chosen.id),
            partial(self._on_read, chosen.id),
            self._fail,
            pool=Pool.DATABASE,
        )

    def _on_read(self, declaration_id: str, reached: tuple[Reached, ...]) -> None:
        chosen = self.current()
        if chosen is not None and chosen.id == declaration_id:
            self._show_stages(reached)

    def _show_stages(self, reached: tuple[Reached, ...]) -> None:
        self._reached = {one.stage: one for one in reached}
        for stage, box in self.boxes.items():
            one = self._reached.get(stage, Reached(stage=stage))
            at = one.at
            said = self.tr("not done yet") if at is None else isolated(moment_words(at))
            box.show_state(said, is_done=at is not None, hint=self._hint(one))
            box.setEnabled(bool(reached))

    def _hint(self, one: Reached) -> str:
        if one.at is None:
            return self.tr("Press it to note what customs say.")
        said = (
            self.tr("Noted by {who} from what customs say. {remark}")
            if one.by_hand
            else self.tr("Done by {who}.")
        )
        return said.format(who=isolated(one.by), remark=one.remark).strip()

    def _on_box(self, stage: Stage) -> None:
        chosen = self.current()
        if chosen is None or stage not in self._reached:
            return
        explanation = self.tr(
            "Note when customs completed this stage. It stands in the history of the declaration "
            "with your name."
        )
        now = datetime.now(UTC)
        title = stage_word(stage)
        dialog = StageDialog(title, explanation, self._reached[stage], now, self.window())
        dialog.settled.connect(partial(self._note, chosen.id, stage))
        dialog.withdrawn.connect(partial(self._withdraw, chosen.id, stage))
        dialog.open()

    def _note(self, declaration_id: str, stage: Stage, at: datetime, remark: str) -> None:
        self._errands.start(
            lambda _progress, _cancelled: self._tracking.note(declaration_id, stage, at, remark),
            lambda _done: self._on_noted(self.tr("Noted in the history.")),
            self._fail,
            pool=Pool.DATABASE,
        )

    def _withdraw(self, declaration_id: str, stage: Stage) -> None:
        self._errands.start(
            lambda _progress, _cancelled: self._tracking.withdraw(declaration_id, stage),
            lambda _done: self._on_noted(self.tr("Taken back; the history keeps both.")),
            self._fail,
            pool=Pool.DATABASE,
        )

    def _on_noted(self, said: str) -> None:
        self.message.say(said)
        self._read_stages()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.message.say(translate_error(error), Tone.WRONG)

    def _open(self) -> None:
        chosen = self.current()
        if chosen is not None:
            self._around.opened.open_stored(chosen.id)

    def _enter_boxes(self) -> None:
        """Go from the search to the first stage that is not done."""
        pending = [box for box in self.boxes.values() if not box.is_done and box.isEnabled()]
        if pending:
            pending[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _columns(self) -> tuple[Column, ...]:
        titles = (
            self.tr("Number"),
            self.tr("Reference"),
            self.tr("Model"),
            self.tr("Consignee"),
            self.tr("Status"),
        )
        return tuple(Column(title=title, kind=Kind.TEXT) for title in titles)

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.model, self.tr("Declarations found"))
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_CONSIGNEE, QHeaderView.ResizeMode.Stretch)
        view.selectionModel().currentRowChanged.connect(lambda *_: self._read_stages())
        view.activated.connect(lambda *_: self._enter_boxes())
        return view

    def _make_box(self, stage: Stage) -> StageBox:
        box = StageBox(stage_word(stage), self)
        box.clicked.connect(partial(self._on_box, stage))
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, box in enumerate(self.boxes.values()):
            grid.addWidget(box, place // _BOXES_IN_A_ROW, place % _BOXES_IN_A_ROW)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.headline)
        column.addLayout(grid)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.view)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        outer = QVBoxLayout(self)
        outer.addWidget(self.line)
        outer.addWidget(split, 1)
        outer.addWidget(self.message)


def _row(found: Summary) -> Row:
    return Row(
        (
            found.registration,
            found.reference,
            found.declaration_model,
            found.consignee_name,
            status_word(found.status),
        )
    )
