"""The room that learns from past declarations: gathered from files, looked at, then kept."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
)

from sad_desktop.declaration.fields import Kind
from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.harvest_model import (
    CODE,
    LAST,
    SEEN,
    STANDING,
    TAKEN,
    VALUE,
    HarvestModel,
    shelf_title,
)
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.tasks import Pool
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.forms.widgets.row_list import dress_rows, keep_one_line
from sad_desktop.forms.widgets.search_line import choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.split import side_by_side
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.files_below import files_below
from sad_desktop.services.harvest import (
    Gathered,
    Harvests,
    Judged,
    Kept,
    gather,
    joined,
    judge,
)

_NARROWEST = 24
_SHELF_WIDTH = 345
_MOST_REFUSED = 5


class TickedView(QTableView):
    """A list whose selected lines Space takes or leaves out."""

    turned = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the ticks of what is selected."""
        if event.key() == Qt.Key.Key_Space:
            self.turned.emit([index.row() for index in self.selectionModel().selectedRows()])
            return
        super().keyPressEvent(event)


class HarvestRoom(Room):
    """Fills the office's lists from files: nothing is kept before it was shown and chosen."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        office, desk = around.office, around.desk()
        self._errands = Errands(office.tasks, self)
        self._harvests = Harvests(office.workspace, desk.book.profile.code)
        self._stop = Event()
        self._is_busy = False
        self._gathered = Gathered(files={})
        self.model = HarvestModel(desk.language, self)
        self.shelf_model = TextModel(self._shelf_columns(), self)
        self.shelves = self._make_shelves()
        self.view = self._make_view()
        self.message = Sentence()
        self.progress = ProgressLine()
        self.again = QCheckBox(self.tr("Files &read before, too"))
        self.files_button = QPushButton(self.tr("Add &files…"))
        self.folder_button = QPushButton(self.tr("Add f&older…"))
        self.all_button = QPushButton(self.tr("Take &all"))
        self.none_button = QPushButton(self.tr("Take &none"))
        self.clear_button = QPushButton(self.tr("Clear"))
        self.keep_button = QPushButton(self.tr("&Keep what is ticked"))
        self._lay_out()
        self._connect()
        self._say_beginning()
        self._enable()

    def enter(self) -> None:
        """Begin with choosing files, or go on in the list."""
        (self.shelves if self.model.shelves() else self.folder_button).setFocus()

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Gather from files, and of folders from every declaration below."""
        if not paths or self._is_busy:
            return
        chosen, is_again = tuple(paths), self.again.isChecked()
        self._begin(self.tr("Reading files"))
        self._errands.start(
            lambda _progress, _cancelled: self._known(is_again=is_again),
            partial(self._gather, chosen, is_again),
            self._on_failed,
            pool=Pool.DATABASE,
        )

    def keep(self) -> None:
        """Keep what is ticked; companies first, which take long, then the rest at once."""
        taken = replace(self._gathered, lines=self.model.taken())
        if self._is_busy or not taken.files:
            return
        office, stop = self._around.office, self._begin(self.tr("Keeping"))
        self._errands.start(
            lambda progress, cancelled: self._harvests.add_companies(
                taken,
                office.companies,
                office.lists,
                progress=progress,
                is_cancelled=lambda: stop.is_set() or cancelled(),
            ),
            partial(self._keep_lines, taken),
            self._on_failed,
            self.progress.advance,
        )

    def let_go(self) -> None:
        """Stop what runs."""
        self._stop.set()

    def _known(self, *, is_again: bool) -> frozenset[str]:
        self._around.office.companies.refresh()
        return frozenset() if is_again else self._harvests.known_files()

    def _gather(self, chosen: Sequence[Path], is_again: bool, known: frozenset[str]) -> None:
        former, desk, stop = self._gathered, self._around.desk(), self._stop
        companies = self._around.office.companies.all()
        passed_by = known | frozenset(former.files)

        def work(progress: object, cancelled: object) -> tuple[Gathered, tuple[Judged, ...]]:
            assert callable(progress)  # noqa: S101 - as Tasks calls it
            assert callable(cancelled)  # noqa: S101 - as Tasks calls it
            found = gather(
                files_below(chosen), passed_by, progress, lambda: stop.is_set() or cancelled()
            )
            whole = joined(former, replace(found, is_again=is_again))
            return whole, judge(whole.lines, desk, companies)

        self._errands.start(work, self._on_gathered, self._on_failed, self.progress.advance)

    def _on_gathered(self, found: tuple[Gathered, tuple[Judged, ...]]) -> None:
        self._gathered, judged = found
        self.model.show_lines(judged)
        self._end()
        self._show_shelves()
        choose_row(self.shelves, 0)
        self._show_shelf()
        self._say_gathered()
        self.shelves.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_lines(self, taken: Gathered, kept: Kept) -> None:
        if not kept.is_whole:
            self._end()
            said = self.tr("Stopped: {count} companies were added, and nothing else was kept.")
            self.message.say(said.format(count=kept.companies), Tone.WARNING)
            return
        lists = self._around.office.lists
        self._errands.start(
            lambda _progress, _cancelled: self._harvests.keep_lines(taken, lists, kept),
            self._on_kept,
            self._on_failed,
            pool=Pool.DATABASE,
        )

    def _on_kept(self, kept: Kept) -> None:
        self._clear()
        self._end()
        self._around.office.lists_changed()
        said = self.tr(
            "Kept: {lines} lines. New to the office: {companies} companies, {codes} codes of "
            "lists; suppliers remembered: {suppliers}."
        )
        parts = [
            said.format(
                lines=kept.lines,
                companies=kept.companies,
                codes=kept.codes,
                suppliers=kept.suppliers,
            )
        ]
        for name, error in kept.refused[:_MOST_REFUSED]:
            parts.append(f"{isolated(name)}: {translate_error(error)}")
        left = len(kept.refused) - _MOST_REFUSED
        if left > 0:
            parts.append(self.tr("And {count} more companies were refused.").format(count=left))
        self.message.say("\n".join(parts), Tone.WARNING if kept.refused else Tone.PLAIN)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, UserError):
            self.message.say(translate_error(error), Tone.WRONG)

    def _shelf_columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("What was found"), kind=Kind.TEXT),
            Column(title=self.tr("Lines"), kind=Kind.COUNT),
            Column(title=self.tr("Taken"), kind=Kind.COUNT),
            Column(title=self.tr("Conflicts"), kind=Kind.COUNT),
        )

    def _make_shelves(self) -> QTableView:
        view = QTableView()
        view.setModel(self.shelf_model)
        view.setAccessibleName(self.tr("What was found"))
        self._dress(view, ((1, "00,000M"), (2, "00,000M"), (3, "ConflictsM")), (0,))
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        return view

    def _make_view(self) -> TickedView:
        view = TickedView()
        view.setModel(self.model)
        view.setAccessibleName(self.tr("Lines found"))
        widths = (
            (TAKEN, "MM"),
            (CODE, "000000000000M"),
            (SEEN, "00,000"),
            (LAST, "00/00/0000M"),
        )
        self._dress(view, widths, (VALUE, STANDING))
        return view

    def _dress(
        self, view: QTableView, widths: Sequence[tuple[int, str]], stretched: Sequence[int]
    ) -> None:
        dress_rows(view)
        keep_one_line(view)
        header = view.horizontalHeader()
        header.setMinimumSectionSize(_NARROWEST)
        for column, sample in widths:
            view.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample))
        for column in stretched:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for widget in (self.files_button, self.folder_button, self.again):
            top.addWidget(widget)
        top.addStretch(1)
        top.addWidget(self.all_button)
        top.addWidget(self.none_button)
        split = side_by_side(self.shelves, self.view)
        split.setStretchFactor(1, 1)
        split.setSizes([_SHELF_WIDTH, 2 * _SHELF_WIDTH])
        bottom = QHBoxLayout()
        bottom.addWidget(self.clear_button)
        bottom.addStretch(1)
        bottom.addWidget(self.progress)
        bottom.addWidget(self.keep_button)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(split, 1)
        layout.addWidget(self.message)
        layout.addLayout(bottom)

    def _connect(self) -> None:
        questions = self._around.questions
        self.files_button.clicked.connect(lambda: self.add_paths(questions.open_paths(self)))
        self.folder_button.clicked.connect(self._on_folder_clicked)
        self.shelves.selectionModel().currentRowChanged.connect(lambda *_: self._show_shelf())
        self.view.turned.connect(self.model.turn)
        self.view.activated.connect(lambda index: self._offer_values(index.row()))
        self.all_button.clicked.connect(lambda: self._take_all(is_taken=True))
        self.none_button.clicked.connect(lambda: self._take_all(is_taken=False))
        self.clear_button.clicked.connect(self._on_clear_clicked)
        self.keep_button.clicked.connect(self.keep)
        self.model.chosen.connect(self._show_shelves)

    def _on_folder_clicked(self) -> None:
        folder = self._around.questions.choose_folder(self, self.tr("Folder of past declarations"))
        if folder is not None:
            self.add_paths([folder])

    def _on_clear_clicked(self) -> None:
        self._clear()
        self._say_beginning()
        self._enable()
        self.folder_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        self._gathered = Gathered(files={})
        self.model.show_lines(())
        self._show_shelves()

    def _take_all(self, *, is_taken: bool) -> None:
        self.model.take(range(self.model.rowCount()), is_taken=is_taken)

    def _offer_values(self, row: int) -> None:
        """Let one of several values be chosen as the right one."""
        values = self.model.judged(row).line.values
        if len(values) < 2:
            self.model.turn([row])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, sighting in values:
            text = f"{value.partition(chr(10))[0] or '—'} ({sighting.count:,})".replace("&", "&&")
            menu.addAction(text, partial(self.model.prefer, row, value))
        cell = self.view.visualRect(self.model.index(row, VALUE))
        menu.popup(self.view.viewport().mapToGlobal(cell.bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _show_shelves(self) -> None:
        shelves = self.model.shelves()
        rows = []
        for shelf in shelves:
            count, taken, conflicts = self.model.counts(shelf)
            cells = (shelf_title(shelf), f"{count:,}", f"{taken:,}", f"{conflicts:,}")
            rows.append(Row((*cells[:3], cells[3] if conflicts else "")))
        self.shelf_model.show_rows(rows)
        self._enable()

    def _show_shelf(self) -> None:
        shelves, row = self.model.shelves(), self.shelves.currentIndex().row()
        if 0 <= row < len(shelves):
            self.model.show_shelf(shelves[row])
            choose_row(self.view, 0)

    def _begin(self, title: str) -> Event:
        self._is_busy, self._stop = True, Event()
        self.progress.begin(title, self._stop.set)
        self._enable()
        return self._stop

    def _end(self) -> None:
        self._is_busy = False
        self.progress.end()
        self._enable()

    def _enable(self) -> None:
        idle, has_lines = not self._is_busy, bool(self.model.shelves())
        for button in (self.files_button, self.folder_button, self.again):
            button.setEnabled(idle)
        for button in (self.all_button, self.none_button, self.clear_button, self.keep_button):
            button.setEnabled(idle and has_lines)

    def _say_beginning(self) -> None:
        self.message.say(
            self.tr(
                "Add files or a folder of past declarations. What they teach is shown first: "
                "companies, codes, rates, usual values. Nothing official is overwritten."
            )
        )

    def _say_gathered(self) -> None:
        found = self._gathered
        said = self.tr(
            "Declarations read: {read}. Read before: {repeated}. Refused: {refused}. Space takes "
            "or leaves out a line; Enter chooses among several names."
        )
        parts = [
            said.format(
                read=found.declarations, repeated=found.repeated, refused=len(found.refused)
            )
        ]
        if not found.is_whole:
            parts.append(self.tr("You stopped before the last file."))
        parts += [translate_error(error) for _, error in found.refused[:_MOST_REFUSED]]
        is_warning = bool(found.refused) or not found.is_whole
        self.message.say("\n".join(parts), Tone.WARNING if is_warning else Tone.PLAIN)
