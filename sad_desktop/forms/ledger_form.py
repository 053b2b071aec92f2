"""The form of one line of a ledger: its fields as they are declared."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.ledgers import Entry, Ledger, fields_of
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show
from sad_desktop.errors import UserError
from sad_desktop.forms.language import translate_error
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.ledgers import entry_from

_NARROWEST = 260
_FREE = frozenset({Kind.TEXT, Kind.LINES})


class LedgerForm(QScrollArea):
    """Keys one entry; ``stored`` carries it as keyed when Save or Enter asks for it."""

    stored = Signal(object)

    def __init__(self, ledger: Ledger, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self._entry: Entry | None = None
        self.lines: dict[str, QLineEdit | QCheckBox] = {}
        page = QWidget()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        for name, field in fields_of(ledger).items():
            title = field.title(language)
            if field.kind is Kind.FLAG:
                box = QCheckBox(title)
                self.lines[name] = box
                form.addRow(box)
                continue
            line = QLineEdit()
            line.setAccessibleName(title)
            if field.kind not in _FREE:
                line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            line.returnPressed.connect(self._on_stored)
            self.lines[name] = line
            form.addRow(title, line)
        self.save_button = QPushButton(self.tr("Save the line"))
        self.save_button.clicked.connect(self._on_stored)
        self.fault = Sentence("", Tone.WRONG)
        self.fault.hide()
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        column = QVBoxLayout(page)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addLayout(buttons)
        column.addStretch(1)
        self.setMinimumWidth(_NARROWEST)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)

    def show_entry(self, entry: Entry | None) -> None:
        """Show an entry; None begins a new one."""
        self._entry = entry
        self.fault.hide()
        for name, field in fields_of(self._ledger).items():
            line = self.lines[name]
            value = getattr(entry, name) if entry is not None else None
            if isinstance(line, QCheckBox):
                line.setChecked(bool(value))
            else:
                line.setText(show(field, value))
                line.setCursorPosition(0)

    def enter(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self.lines.values()))
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    def _on_stored(self) -> None:
        texts = {
            name: ("1" if line.isChecked() else "") if isinstance(line, QCheckBox) else line.text()
            for name, line in self.lines.items()
        }
        try:
            entry = entry_from(self._ledger, texts, self._entry)
        except UserError as error:
            self.fault.setText(translate_error(error))
            self.fault.show()
            return
        self.fault.hide()
        self.stored.emit(entry)
