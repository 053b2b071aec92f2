"""The assistant for pre-printed forms: print a page of crosses, measure it, keep what follows."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDoubleSpinBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.print_room import PrintRoom
from sad_desktop.forms.printer import Sheets, print_on
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.paper import Printing, print_calibration, save_pdf
from sad_desktop.services.stationery import (
    ACROSS,
    DOWN,
    FARTHEST,
    LEFT,
    SCALES,
    TOP,
    Measured,
    Placement,
    corrected,
)


class StationeryDialog(QDialog):
    """Two steps, and the numbers that come of them. ``kept`` with the Placement of the printer."""

    kept = Signal(object)

    def __init__(
        self, printer: str, room: PrintRoom, edition: Edition, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._printer = printer
        self._room = room
        self._edition = edition
        self._errands = Errands(room.tasks, self)
        self._printed_with = room.stationery.of(printer)
        self.setWindowTitle(self.tr("Where values fall on pre-printed forms"))
        self.left = _length(LEFT, 0, 2 * FARTHEST, self.tr("mm"))
        self.top = _length(TOP, 0, 2 * FARTHEST, self.tr("mm"))
        self.across = _length(ACROSS, 100, 210, self.tr("mm"))
        self.down = _length(DOWN, 150, 297, self.tr("mm"))
        self.offset_x = _length(0, -FARTHEST, FARTHEST, self.tr("mm"))
        self.offset_y = _length(0, -FARTHEST, FARTHEST, self.tr("mm"))
        self.scale = _length(100, 100 * SCALES[0], 100 * SCALES[1], "%", decimals=3)
        self.message = Sentence()
        self.print_button = QPushButton(self.tr("Print the page"))
        self.save_button = QPushButton(self.tr("Save it as PDF…"))
        self.take_button = QPushButton(self.tr("Work out"))
        self.keep_button = QPushButton(self.tr("Keep"))
        self._lay_out()
        self._connect()
        self._show(self._printed_with)

    def placement(self) -> Placement:
        """Return the numbers as they stand."""
        return Placement(
            offset_x=self.offset_x.value(),
            offset_y=self.offset_y.value(),
            scale=self.scale.value() / 100,
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.addWidget(self._first_step())
        layout.addWidget(self._second_step())
        layout.addWidget(self._result())
        layout.addWidget(self.message)
        close = QPushButton(self.tr("Cancel"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        buttons.addWidget(close)
        layout.addLayout(buttons)
        self.setMinimumWidth(520)
        self.print_button.setEnabled(bool(self._printer))
        self.keep_button.setDefault(True)

    def _first_step(self) -> QGroupBox:
        box = QGroupBox(self.tr("1. Print the calibration page"))
        layout = QVBoxLayout(box)
        layout.addWidget(
            Sentence(
                self.tr(
                    "It goes on plain paper of the size of the forms, at 100 %, fed as the forms "
                    "are. It shows crosses, rulers and the form's boxes."
                )
            )
        )
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        return box

    def _second_step(self) -> QGroupBox:
        box = QGroupBox(self.tr("2. Measure where the crosses are"))
        form = QFormLayout(box)
        form.addRow(self.tr("Left edge of the paper to the left crosses"), self.left)
        form.addRow(self.tr("Upper edge of the paper to the upper crosses"), self.top)
        form.addRow(self.tr("Between the crosses, across"), self.across)
        form.addRow(self.tr("Between the crosses, down"), self.down)
        form.addRow("", self.take_button)
        return box

    def _result(self) -> QGroupBox:
        title = self.tr("Printer {printer}").format(printer=isolated(self._printer or "PDF"))
        box = QGroupBox(title)
        form = QFormLayout(box)
        form.addRow(self.tr("Values further right by"), self.offset_x)
        form.addRow(self.tr("Values further down by"), self.offset_y)
        form.addRow(self.tr("Distances on paper"), self.scale)
        return box

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._on_print)
        self.save_button.clicked.connect(self._on_save)
        self.take_button.clicked.connect(self._on_take)
        self.keep_button.clicked.connect(self._on_keep)

    def _show(self, placement: Placement) -> None:
        self.offset_x.setValue(placement.offset_x)
        self.offset_y.setValue(placement.offset_y)
        self.scale.setValue(placement.scale * 100)

    def _printing(self) -> Printing:
        placement = self.placement()
        return Printing(
            edition=self._edition.value,
            values_only=True,
            offset_x=placement.offset_x,
            offset_y=placement.offset_y,
            scale=placement.scale,
        )

    def _on_print(self) -> None:
        placement, printing = self.placement(), self._printing()
        try:
            printer = self._room.printers.open(self._printer)
        except UserError as error:
            self._on_failed(error)
            return
        name, title = self._printer, self.windowTitle()
        self._errands.start(
            lambda _progress, _cancelled: print_on(
                printer, name, print_calibration(printing), Sheets(pages=(0,)), title
            ),
            partial(self._on_printed, placement),
            self._on_failed,
        )

    def _on_save(self) -> None:
        placement, printing = self.placement(), self._printing()
        path = self._room.save_path(self, "calibration.pdf")
        if path is not None:
            self._errands.start(
                lambda _progress, _cancelled: save_pdf(print_calibration(printing), path),
                partial(self._on_printed, placement),
                self._on_failed,
            )

    def _on_printed(self, placement: Placement, _done: object) -> None:
        """Remember what the page was printed with: the next measures are taken of it."""
        self._printed_with = placement
        self.message.say(self.tr("Printed. Now measure the crosses with a ruler."))
        self.left.setFocus()
        self.left.selectAll()

    def _on_take(self) -> None:
        found = Measured(
            left=self.left.value(),
            top=self.top.value(),
            across=self.across.value(),
            down=self.down.value(),
        )
        self._show(corrected(self._printed_with, found))
        self.message.say(
            self.tr("Worked out. Print the page again to see the crosses where they belong.")
        )

    def _on_keep(self) -> None:
        placement = self.placement()
        self.kept.emit(placement)
        try:
            self._room.stationery.keep(self._printer, placement)
        except UserError as error:
            self._on_failed(error)
            return
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.message.say(translate_error(error), Tone.WRONG)


def _length(
    value: float, least: float, most: float, unit: str, decimals: int = 1
) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(decimals)
    box.setRange(least, most)
    box.setSingleStep(0.5 if decimals == 1 else 0.1)
    box.setSuffix(f" {unit}")
    # A minus sign would else stand behind its number in an Arabic window.
    box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    box.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    box.setValue(value)
    return box
