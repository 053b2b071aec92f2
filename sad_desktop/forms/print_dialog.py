"""The print dialog: what, where and how often; what will not fit is said before it is printed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.preview_pages import PdfPages
from sad_desktop.forms.print_choices import sayer
from sad_desktop.forms.print_options import PrintOptions
from sad_desktop.forms.print_room import PrintRoom
from sad_desktop.forms.print_target import PrintTarget
from sad_desktop.forms.printer import Sheets, print_on
from sad_desktop.forms.stationery import StationeryDialog
from sad_desktop.forms.tasks import Cancel
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.paper import Overflow, Printed, save_pdf
from sad_desktop.services.print_orders import Order, Subject, carry_out

SETTLED = 150
"""Milliseconds from the last choice to the paper made of it."""

_MOST_NAMED = 8


class PrintDialog(QDialog):
    """Prints one declaration as it stood when the dialog opened.

    Signals: ``said`` with what was done, ``several_requested`` when many declarations are meant.
    """

    said = Signal(str)
    several_requested = Signal()

    def __init__(
        self,
        subject: Subject,
        title: str,
        room: PrintRoom,
        order: Order,
        parent: QWidget | None = None,
    ) -> None:
        """Open with an order: what it says is chosen to begin with."""
        super().__init__(parent)
        self._subject = subject
        self._title = title
        self._room = room
        self._errands = Errands(room.tasks, self)
        self._made: tuple[Order, Printed] | None = None
        self._cancel: Cancel | None = None
        self._then: Callable[[Printed], None] | None = None
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(SETTLED)
        self._delay.timeout.connect(self._make)
        designs = room.designs()
        self.options = PrintOptions(order, designs.designs)
        self.target = PrintTarget(room.printers)
        self.summary = Sentence()
        self.warning = Sentence(tone=Tone.WARNING)
        self.fault = Sentence(tone=Tone.WRONG)
        self.progress = ProgressLine()
        self.print_button = QPushButton(self.tr("Print"))
        self.save_button = QPushButton(self.tr("Save as PDF…"))
        self.several_button = QPushButton(self.tr("Several declarations…"))
        self.setWindowTitle(self.tr("Print {title}").format(title=title or "SAD"))
        self._lay_out()
        self._connect()
        self._place(self.target.name)
        self.fault.say("\n".join(map(translate_error, designs.refused)), Tone.WRONG)
        self._make()

    def is_ready(self) -> bool:
        """Tell whether the paper is made of what is chosen now."""
        return self._made is not None and self._made[0] == self.options.order()

    def _lay_out(self) -> None:
        self.summary.setMinimumWidth(330)
        right = QVBoxLayout()
        right.addWidget(self.target)
        right.addWidget(self.summary)
        right.addWidget(self.warning)
        right.addWidget(self.fault)
        right.addStretch(1)
        right.addWidget(self.progress)
        sides = QHBoxLayout()
        sides.setSpacing(18)
        sides.addWidget(self.options)
        sides.addLayout(right, 1)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.several_button)
        buttons.addStretch(1)
        for button in (self.print_button, self.save_button, close):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(sides, 1)
        layout.addLayout(buttons)
        has_printer = bool(self.target.name)
        self.print_button.setDefault(has_printer)
        self.save_button.setDefault(not has_printer)
        self.print_button.setEnabled(has_printer)
        if not has_printer:
            self.print_button.setToolTip(self.tr("No printer is installed; save a PDF file."))

    def _connect(self) -> None:
        self.options.changed.connect(self._on_changed)
        self.options.calibration_requested.connect(self._calibrate)
        self.target.printer_changed.connect(self._place)
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.several_button.clicked.connect(self._on_several)

    def _place(self, printer: str) -> None:
        self.options.place(self._room.stationery.of(printer))

    def _on_changed(self) -> None:
        self.fault.say("")
        self._delay.start()

    def _make(self) -> None:
        """Have the paper made beside the screen; what was chosen before is given up."""
        self._delay.stop()
        if self._cancel is not None:
            self._cancel()
        order = self.options.order()
        self._made = None
        self.summary.say(self.tr("Laying out the pages…"))
        self.warning.say("", Tone.WARNING)
        subject = self._subject
        try:
            say = sayer(self.options.edition.edition)
        except UserError as error:
            self._on_failed(error)
            return
        self._cancel = self._errands.start(
            lambda _progress, _cancelled: carry_out(subject, order, say),
            partial(self._on_made, order),
            self._on_failed,
        )

    def _on_made(self, order: Order, printed: Printed) -> None:
        self._cancel = None
        self._made = (order, printed)
        self.summary.say(self.tr("Pages: {count}").format(count=printed.page_count))
        self.warning.say(self._overflow_text(printed.overflows), Tone.WARNING)
        then, self._then = self._then, None
        if then is not None:
            then(printed)

    def _overflow_text(self, overflows: tuple[Overflow, ...]) -> str:
        if not overflows:
            return ""
        named = [self._place_text(overflow) for overflow in overflows[:_MOST_NAMED]]
        if len(overflows) > _MOST_NAMED:
            named.append(self.tr("{count} more").format(count=len(overflows) - _MOST_NAMED))
        return self.tr("Too long for its box, whole on the annex: {boxes}.").format(
            boxes=self.tr(", ").join(named)
        )

    def _place_text(self, overflow: Overflow) -> str:
        if not overflow.item:
            return self.tr("box {box}").format(box=isolated(overflow.box))
        return self.tr("box {box} of item {item}").format(
            box=isolated(overflow.box), item=overflow.item
        )

    def _when_made(self, then: Callable[[Printed], None]) -> None:
        """Go on with the paper of what is chosen now; wait for it where it is being made."""
        if self.is_ready() and self._made is not None:
            then(self._made[1])
            return
        self._then = then
        if self._cancel is None or self._delay.isActive():
            self._make()

    def _on_print(self) -> None:
        self._when_made(self._print)

    def _print(self, printed: Printed) -> None:
        name = self.target.name
        try:
            sheets = self.target.sheets(printed.page_count)
            printer = self._room.printers.open(name)
        except UserError as error:
            self._on_failed(error)
            return
        content, title = printed.content, self._title or "SAD"
        self._set_busy(is_busy=True)
        self.progress.begin(self.tr("Printing"), self._stop)
        self._cancel = self._errands.start(
            lambda progress, cancelled: print_on(
                printer, name, content, sheets, title, progress, cancelled
            ),
            lambda _done: self._finish(
                self.tr("Sent to {printer}: {count} pages.").format(
                    printer=isolated(name), count=len(sheets.pages) * sheets.copies
                )
            ),
            self._on_failed,
            self.progress.advance,
        )

    def _on_save(self) -> None:
        self._when_made(self._save)

    def _save(self, printed: Printed) -> None:
        try:
            sheets = self.target.sheets(printed.page_count)
        except UserError as error:
            self._on_failed(error)
            return
        proposed = f"{self._title.replace(' ', '-') or 'declaration'}.pdf"
        path = self._room.save_path(self, proposed)
        if path is None:
            return
        self._set_busy(is_busy=True)
        self._cancel = self._errands.start(
            lambda _progress, _cancelled: save_pdf(_part(printed, sheets), path),
            lambda _done: self._finish(
                self.tr("Printed to {name}.").format(name=isolated(path.name))
            ),
            self._on_failed,
        )

    def _finish(self, sentence: str) -> None:
        self._cancel = None
        self.progress.end()
        self.said.emit(sentence)
        self.accept()

    def _stop(self) -> None:
        """Stop printing; the dialog stays."""
        if self._cancel is not None:
            self._cancel()
        self._cancel = None
        self._set_busy(is_busy=False)

    def _on_failed(self, error: Exception) -> None:
        self._cancel = None
        self._then = None
        self.progress.end()
        self._set_busy(is_busy=False)
        if self._made is None:
            self.summary.say("")
        if isinstance(error, UserError):
            self.fault.say(translate_error(error), Tone.WRONG)

    def _set_busy(self, *, is_busy: bool) -> None:
        self.options.setEnabled(not is_busy)
        self.target.setEnabled(not is_busy)
        self.save_button.setEnabled(not is_busy)
        self.several_button.setEnabled(not is_busy)
        self.print_button.setEnabled(not is_busy and bool(self.target.name))

    def _calibrate(self) -> None:
        dialog = StationeryDialog(
            self.target.name, self._room, self.options.edition.edition, parent=self
        )
        dialog.kept.connect(self.options.place)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_several(self) -> None:
        self.reject()
        self.several_requested.emit()


def _part(printed: Printed, sheets: Sheets) -> bytes:
    """Return the pages that are wanted; the very file where all of them are."""
    if sheets.pages == tuple(range(printed.page_count)):
        return printed.content
    pages = PdfPages(printed.content)
    try:
        return pages.extract(sheets.pages)
    finally:
        pages.close()
