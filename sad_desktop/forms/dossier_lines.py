"""The lines of a dossier's invoices: a table, and below it the fields of the line under the cursor.

Lines come out of the electronic invoice (S2-027); what is missing there is keyed here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sad_desktop.brokerage.advance_cargo import FIELDS, InvoiceLine
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.values import show
from sad_desktop.forms.dossier_words import field_title
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.record_editor import RecordField
from sad_desktop.forms.widgets.record_form import RecordForm
from sad_desktop.forms.widgets.row_list import fit_columns, list_of_rows
from sad_desktop.forms.widgets.search_line import choose_row
from sad_desktop.forms.widgets.text_model import Row, TextModel

_SHOWN = {
    "heading": "0000000000",
    "description": "",
    "origin": "CN",
    "gtin": "0000000000000",
    "part_number": "MMMMMM",
    "unit_quantity": "00,000",
    "unit": "NMB",
    "net_mass": "00,000.0",
    "price": "000,000.00",
}
"""The columns, each with a text it must be wide enough for."""
_KEYED: tuple[tuple[str, ...], ...] = (
    ("heading", "origin"),
    ("description",),
    ("gtin", "part_number"),
    ("unit_quantity", "unit"),
    ("gross_mass", "net_mass"),
    ("price", "invoice"),
)


class LinesModel(TextModel):
    """The lines as rows, each made when it is looked at: an invoice may have thousands."""

    _lines: Sequence[InvoiceLine] = ()

    def show_lines(self, lines: Sequence[InvoiceLine]) -> None:
        """Show other lines, or what was keyed into these."""
        self._lines = lines
        self.recount(len(lines))

    def row(self, number: int) -> Row:
        """Return a row."""
        line = self._lines[number]
        cells = (show(FIELDS[f"lines.{name}"], getattr(line, name)) for name in _SHOWN)
        return Row((str(number + 1), *cells))


class DossierLines(QWidget):
    """Keys the lines. ``changed`` when something is keyed, ``import_requested`` by its button."""

    changed = Signal()
    import_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[InvoiceLine] = []
        self._is_loading = False
        self._shown = -1
        self._own_lock = ""
        self._locks: Mapping[str, str] = {}
        numbered = Column(title=self.tr("No."), kind=Kind.COUNT)
        columns = [
            Column(title=field_title(f"lines.{one}"), kind=FIELDS[f"lines.{one}"].kind)
            for one in _SHOWN
        ]
        self.model = LinesModel((numbered, *columns), self)
        self.view = list_of_rows(self.model, self.tr("Lines of the invoices"))
        fit_columns(self.view, ("000", *_SHOWN.values()))
        self.form = RecordForm([[_field(name) for name in row] for row in _KEYED])
        self.add_button = QPushButton(self.tr("New &line (Ins)"))
        self.remove_button = QPushButton(self.tr("Remove the line (Del)"))
        self.import_button = QPushButton(self.tr("I&mport lines…"))
        self._lay_out()
        self.view.installEventFilter(self)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        self.view.activated.connect(lambda _index: self.form.editor("heading").setFocus())
        self.form.changed.connect(self._on_keyed)
        self.add_button.clicked.connect(lambda _checked: self.add())
        self.remove_button.clicked.connect(lambda _checked: self.remove())
        self.import_button.clicked.connect(self.import_requested)
        self.load(())

    def load(self, lines: tuple[InvoiceLine, ...]) -> None:
        """Show other lines."""
        self._lines = list(lines)
        self._refresh(0)

    def take(self, lines: tuple[InvoiceLine, ...]) -> None:
        """Put imported lines in the place of those that stand here, as keyed."""
        self.load(lines)
        self.lock(self._locks, self._own_lock)
        self.changed.emit()

    def lines(self) -> tuple[InvoiceLine, ...]:
        """Return the lines as keyed."""
        return tuple(self._lines)

    def lock(self, reasons: Mapping[str, str], whole: str) -> None:
        """Let nothing be keyed into some fields; ``whole`` is why no line is added or removed."""
        self._locks, self._own_lock = reasons, whole
        for button in (self.add_button, self.remove_button, self.import_button):
            button.setToolTip(whole)
        # An import exchanges every field of every line.
        self.import_button.setToolTip(whole or next(iter(reasons.values()), ""))
        self._enable()

    def complaint(self) -> str:
        """Return what stands in the form and is no value, and go there; "" when all is."""
        return self.form.complaint() if self._lines else ""

    def add(self) -> None:
        """Begin a new line after the others, of the invoice and origin of the last one."""
        if self._own_lock or self.form.complaint():
            return
        last = self._lines[-1] if self._lines else InvoiceLine()
        self._lines.append(InvoiceLine(invoice=last.invoice, origin=last.origin))
        self._refresh(len(self._lines) - 1)
        self.changed.emit()
        self.form.editor("heading").setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self) -> None:
        """Take the line under the cursor out."""
        row = self.view.currentIndex().row()
        if self._own_lock or not 0 <= row < len(self._lines):
            return
        del self._lines[row]
        self._refresh(min(row, len(self._lines) - 1))
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin a line with Ins, take one out with Del."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Insert:
                self.add()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self.remove()
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.import_button, self.add_button, self.remove_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.addLayout(buttons)
        column.addWidget(self.view, 1)
        column.addWidget(self.form)

    def _refresh(self, row: int) -> None:
        self._is_loading = True
        self._shown = -1
        self.model.show_lines(self._lines)
        choose_row(self.view, row)
        self._is_loading = False
        self._show_current()

    def _show_current(self) -> None:
        if self._is_loading:
            return
        row = self.view.currentIndex().row()
        if row != self._shown and 0 <= self._shown < len(self._lines) and self.form.complaint():
            # What is no value stays where it was keyed, until it is one or is taken away.
            QTimer.singleShot(0, self, lambda: choose_row(self.view, self._shown))
            return
        self._shown = row
        line = self._lines[row] if 0 <= row < len(self._lines) else InvoiceLine()
        self._is_loading = True
        self.form.load({name: getattr(line, name) for name in definitions(InvoiceLine)})
        self._is_loading = False
        self._enable()

    def _on_keyed(self) -> None:
        """Take what is keyed over into the line, as far as it is a value of its field."""
        row = self.view.currentIndex().row()
        if self._is_loading or not 0 <= row < len(self._lines):
            return
        self._lines[row] = replace(self._lines[row], **self.form.sound_values())  # type: ignore[arg-type]
        self.model.show_lines(self._lines)
        self.changed.emit()

    def _enable(self) -> None:
        is_open = not self._own_lock
        self.add_button.setEnabled(is_open)
        self.remove_button.setEnabled(is_open and bool(self._lines))
        self.import_button.setEnabled(is_open and not self._locks)
        nothing = self.tr("Begin a line with Ins, or import the invoice.")
        every = definitions(InvoiceLine)
        self.form.lock(self._locks if self._lines else dict.fromkeys(every, nothing))


def _field(name: str) -> RecordField:
    known = FIELDS[f"lines.{name}"]
    return RecordField(
        name=name,
        title=field_title(f"lines.{name}"),
        kind=known.kind,
        length=known.length,
        decimals=known.decimals,
        shown_decimals=known.shown_decimals,
        lookup=known.lookup,
    )
