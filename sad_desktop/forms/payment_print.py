"""A payment request or its receipt on paper: printed, or saved as a PDF file."""

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.payments import PaymentRequest
from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.preview_pages import PdfPages
from sad_desktop.forms.print_choices import EditionBox
from sad_desktop.forms.print_room import PrintRoom
from sad_desktop.forms.print_target import PrintTarget
from sad_desktop.forms.printer import print_on
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.paper import save_pdf
from sad_desktop.services.payment_paper import Paper, payment_pdf
from sad_desktop.tariff.profile import Profile

_UNSAFE = re.compile(r"[^\w.-]+")


class PaymentPrintDialog(QDialog):
    """Prints one request as it stood when the dialog opened; ``said`` tells what was done."""

    said = Signal(str)

    def __init__(
        self,
        request: PaymentRequest,
        profile: Profile,
        edition: Edition,
        room: PrintRoom,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print {number}").format(number=request.number))
        self._request = request
        self._profile = profile
        self._room = room
        self._errands = Errands(room.tasks, self)
        self.paper = QComboBox()
        self.paper.setAccessibleName(self.tr("What is printed"))
        if request.receipt is not None:
            self.paper.addItem(self.tr("The receipt"), "receipt")
        self.paper.addItem(self.tr("The request"), "request")
        self.edition = EditionBox(edition)
        self.target = PrintTarget(room.printers)
        self.fault = Sentence(tone=Tone.WRONG)
        self.print_button = QPushButton(self.tr("Print"))
        self.save_button = QPushButton(self.tr("Save as PDF…"))
        self.print_button.clicked.connect(lambda _checked: self._print())
        self.save_button.clicked.connect(lambda _checked: self._save())
        self._lay_out()
        self.paper.setFocus()

    def _lay_out(self) -> None:
        form = self.target.layout()
        assert isinstance(form, QFormLayout)  # noqa: S101 - all rows stand in one column
        form.insertRow(0, self.tr("Paper"), self.paper)
        form.insertRow(1, self.edition.accessibleName(), self.edition)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.print_button, self.save_button, close):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.addWidget(self.target)
        column.addWidget(self.fault)
        column.addLayout(buttons)
        has_printer = bool(self.target.name)
        self.print_button.setDefault(has_printer)
        self.save_button.setDefault(not has_printer)
        self.print_button.setEnabled(has_printer)
        if not has_printer:
            self.print_button.setToolTip(self.tr("No printer is installed; save a PDF file."))

    def _chosen(self) -> Paper:
        return "receipt" if self.paper.currentData() == "receipt" else "request"

    def _made(self) -> bytes:
        return payment_pdf(self._request, self._chosen(), self.edition.edition, self._profile)

    def _save(self) -> None:
        receipt, request = self._request.receipt, self._request
        is_receipt = receipt is not None and self._chosen() == "receipt"
        number = receipt.number if receipt is not None and is_receipt else request.number
        path = self._room.save_path(self, f"{_UNSAFE.sub('-', number)}.pdf")
        if path is None:
            return
        content = self._made()
        said = self.tr("Printed to {name}.").format(name=isolated(path.name))
        self._errands.start(
            lambda _progress, _cancelled: save_pdf(content, path),
            lambda _done: self._finish(said),
            self._on_failed,
        )

    def _print(self) -> None:
        content, name = self._made(), self.target.name
        pages = PdfPages(content)
        count = len(pages.sizes)
        pages.close()
        try:
            sheets = self.target.sheets(count)
            printer = self._room.printers.open(name)
        except UserError as error:
            self._on_failed(error)
            return
        said = self.tr("Sent to {printer}.").format(printer=isolated(name))
        self.print_button.setEnabled(False)
        self._errands.start(
            lambda progress, cancelled: print_on(
                printer, name, content, sheets, self._request.number, progress, cancelled
            ),
            lambda _done: self._finish(said),
            self._on_failed,
        )

    def _finish(self, said: str) -> None:
        self.said.emit(said)
        self.accept()

    def _on_failed(self, error: Exception) -> None:
        self.print_button.setEnabled(bool(self.target.name))
        if isinstance(error, UserError):
            self.fault.say(translate_error(error), Tone.WRONG)
