"""Where paper comes out: the printer, which pages, how often, on which sides."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from sad_desktop.forms.printer import Duplex, Printers, Sheets, page_range
from sad_desktop.text import QT_TRANSLATE_NOOP

_MOST_COPIES = 99
_DUPLEX = {
    Duplex.ONE_SIDE: QT_TRANSLATE_NOOP("Paper", "One side"),
    Duplex.LONG_SIDE: QT_TRANSLATE_NOOP("Paper", "Both sides, turned at the long edge"),
    Duplex.SHORT_SIDE: QT_TRANSLATE_NOOP("Paper", "Both sides, turned at the short edge"),
}


class PrintTarget(QWidget):
    """Chooses a printer and how it prints. ``printer_changed`` with the printer's name."""

    printer_changed = Signal(str)

    def __init__(self, printers: Printers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.printer = QComboBox()
        self.printer.setAccessibleName(self.tr("Printer"))
        names = printers.names()
        self.printer.addItems(names)
        if printers.default() in names:
            self.printer.setCurrentIndex(names.index(printers.default()))
        if not names:
            self.printer.setPlaceholderText(self.tr("No printer is installed"))
            self.printer.setEnabled(False)
        self.pages = QLineEdit()
        self.pages.setPlaceholderText(self.tr("All, or such as 1-3, 5"))
        self.copies = QSpinBox()
        self.copies.setRange(1, _MOST_COPIES)
        self.copies.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        self.duplex = QComboBox()
        for way, name in _DUPLEX.items():
            self.duplex.addItem(QCoreApplication.translate("Paper", name), way)
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("P&rinter"), self.printer)
        form.addRow(self.tr("P&ages"), self.pages)
        form.addRow(self.tr("&Number of prints"), self.copies)
        form.addRow(self.tr("S&ides"), self.duplex)
        for editor, name in (
            (self.pages, self.tr("Pages")),
            (self.copies, self.tr("Number of prints")),
            (self.duplex, self.tr("Sides")),
        ):
            editor.setAccessibleName(name)
        self.printer.currentTextChanged.connect(self.printer_changed)

    @property
    def name(self) -> str:
        """The printer chosen; "" when there is none."""
        return self.printer.currentText()

    def sheets(self, count: int) -> Sheets:
        """Return which of so many pages are printed, and how; raises UserError."""
        return Sheets(
            pages=page_range(self.pages.text(), count),
            copies=self.copies.value(),
            duplex=Duplex(self.duplex.currentData()),
        )
