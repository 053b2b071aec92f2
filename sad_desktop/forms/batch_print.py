"""Print many declarations at once: stored ones and files, into a folder or to a printer."""

from collections.abc import Sequence
from functools import partial
from threading import Event

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.errors import UserError
from sad_desktop.forms.declaration_pile import DeclarationPile, Pile, source_of
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.print_choices import EditionBox, WhatBox
from sad_desktop.forms.print_room import PrintRoom
from sad_desktop.forms.printer import Sheets, print_on
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.desk import Desk
from sad_desktop.services.paper import Printed, Printing
from sad_desktop.services.print_batch import (
    Deliver,
    IntoFolder,
    Outcome,
    print_batch,
)
from sad_desktop.services.print_orders import Order


class ToPrinter:
    """Delivers each declaration to a printer, as a job of its own."""

    def __init__(self, room: PrintRoom, name: str) -> None:
        self._room = room
        self._name = name

    def __call__(self, name: str, printed: Printed) -> str:
        """Print one declaration; raises UserError."""
        sheets = Sheets(pages=tuple(range(printed.page_count)))
        printer = self._room.printers.open(self._name)
        print_on(printer, self._name, printed.content, sheets, name)
        return self._name


class BatchPrintDialog(QDialog):
    """Lists declarations, prints those that are ticked and says what became of each."""

    def __init__(
        self,
        pile: Pile,
        desk: Desk,
        room: PrintRoom,
        edition: Edition,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._room = room
        self._errands = Errands(room.tasks, self)
        self._stop = Event()
        designs = room.designs()
        self.pile = DeclarationPile(pile, room.tasks, self.tr("Printed"))
        self.what = WhatBox(designs.designs)
        self.edition = EditionBox(edition)
        self.target = self._make_target()
        self.message = Sentence()
        self.progress = ProgressLine()
        self.print_button = QPushButton(self.tr("Print"))
        self.setWindowTitle(self.tr("Print several declarations"))
        self.resize(860, 560)
        self._lay_out()
        self._connect()
        self.message.say("\n".join(map(translate_error, designs.refused)), Tone.WRONG)
        self.pile.search()

    def run(self) -> None:
        """Print what is ticked; a folder is asked for where files are made."""
        deliver = self._deliver()
        lines = self.pile.ticked()
        if deliver is None or not lines:
            return
        sources = [source_of(line) for line in lines]
        order = Order(
            printing=Printing(what=self.what.what, edition=self.edition.edition.value),
            design=self.what.design,
        )
        desk, self._stop = self._desk, Event()
        stop = self._stop
        self._set_busy(is_busy=True)
        self.progress.begin(self.tr("Printing"), stop.set)
        self._errands.start(
            lambda progress, cancelled: print_batch(
                sources, desk, order, deliver, progress, lambda: stop.is_set() or cancelled()
            ),
            partial(self._on_printed, lines),
            self._on_failed,
            self.progress.advance,
        )

    def reject(self) -> None:
        """Stop after the declaration that is being printed, and close."""
        self._stop.set()
        super().reject()

    def _make_target(self) -> QComboBox:
        target = QComboBox()
        target.setAccessibleName(self.tr("Where to"))
        target.addItem(self.tr("PDF files in a folder"), "")
        for name in self._room.printers.names():
            target.addItem(name, name)
        return target

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Print"), self.what)
        form.addRow(self.tr("&Language"), self.edition)
        form.addRow(self.tr("&Where to"), self.target)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.progress)
        buttons.addStretch(1)
        buttons.addWidget(self.print_button)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.pile, 1)
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addLayout(buttons)
        close.setAutoDefault(False)
        self.print_button.setDefault(True)
        self._enable()

    def _connect(self) -> None:
        self.pile.ticked_changed.connect(self._enable)
        self.pile.failed.connect(self._on_failed)
        self.print_button.clicked.connect(self.run)

    def _deliver(self) -> Deliver | None:
        printer = str(self.target.currentData())
        if printer:
            return ToPrinter(self._room, printer)
        folder = self._room.choose_folder(self, self.tr("Folder for the PDF files"))
        return IntoFolder(folder) if folder is not None else None

    def _on_printed(self, lines: Sequence[QTreeWidgetItem], outcomes: tuple[Outcome, ...]) -> None:
        self.progress.end()
        self._set_busy(is_busy=False)
        for line, outcome in zip(lines, outcomes, strict=False):  # the rest was not begun
            self._show_outcome(line, outcome)
        failed = sum(outcome.error is not None for outcome in outcomes)
        report = self.tr("Printed: {done}. Not printed: {failed}.").format(
            done=len(outcomes) - failed, failed=failed
        )
        if len(outcomes) < len(lines):
            report += " " + self.tr("Not begun: {count}.").format(count=len(lines) - len(outcomes))
        self.message.say(report, Tone.WARNING if failed else Tone.PLAIN)

    def _show_outcome(self, line: QTreeWidgetItem, outcome: Outcome) -> None:
        if outcome.error is not None:
            self.pile.show_result(line, translate_error(outcome.error), is_done=False)
            return
        said = self.tr("{target}, pages: {count}").format(
            target=isolated(outcome.target), count=outcome.page_count
        )
        if outcome.overflow_count:
            said += self.tr(", texts on the annex: {count}").format(count=outcome.overflow_count)
        self.pile.show_result(line, said, is_done=True)

    def _on_failed(self, error: Exception) -> None:
        self.progress.end()
        self._set_busy(is_busy=False)
        if isinstance(error, UserError):
            self.message.say(translate_error(error), Tone.WRONG)

    def _set_busy(self, *, is_busy: bool) -> None:
        for widget in (self.pile, self.what, self.edition, self.target):
            widget.setEnabled(not is_busy)
        self.print_button.setEnabled(not is_busy and bool(self.pile.ticked()))

    def _enable(self) -> None:
        self.print_button.setEnabled(bool(self.pile.ticked()))
