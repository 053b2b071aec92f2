"""The form of one line of a ledger: its fields as they are declared."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.ledgers import CHOICES, Entry, Ledger, fields_of
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
        self.lines: dict[str, QLineEdit | QCheckBox | QComboBox] = {}
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
            if (ledger, name) in CHOICES:
                self.lines[name] = choice = self._make_choice(name, title)
                form.addRow(title, choice)
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
            elif isinstance(line, QComboBox):
                line.setCurrentIndex(max(line.findData(value), 0))
            else:
                line.setText(show(field, value))
                line.setCursorPosition(0)

    def enter(self) -> None:
        """Put the cursor into the first field."""
        first = next(iter(self.lines.values()))
        first.setFocus()
        if isinstance(first, QLineEdit):
            first.selectAll()

    def _make_choice(self, name: str, title: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(title)
        for value, text in CHOICES[self._ledger, name].items():
            box.addItem(QCoreApplication.translate("GuaranteeKind", text), str(value))
        return box

    def _on_stored(self) -> None:
        texts = {name: _keyed(line) for name, line in self.lines.items()}
        try:
            entry = entry_from(self._ledger, texts, self._entry)
        except UserError as error:
            self.fault.setText(translate_error(error))
            self.fault.show()
            return
        self.fault.hide()
        self.stored.emit(entry)


def _keyed(line: QLineEdit | QCheckBox | QComboBox) -> str:
    if isinstance(line, QCheckBox):
        return "1" if line.isChecked() else ""
    return str(line.currentData()) if isinstance(line, QComboBox) else line.text()
