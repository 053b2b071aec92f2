"""What each column of a file is: its heading, some of its cells, the part it is taken for."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QScrollArea, QWidget

from sad_desktop.brokerage.list_layouts import Layout
from sad_desktop.brokerage.list_parts import CURRENCY, Part
from sad_desktop.brokerage.list_tables import Table
from sad_desktop.forms.language import in_desk_direction, isolated
from sad_desktop.forms.list_editor import part_title

_SAMPLES = 3
_LONGEST = 48


class ListColumns(QScrollArea):
    """One row per column of a file. ``changed`` with another layout."""

    changed = Signal()

    def __init__(self, parts: Iterable[Part], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._layout = Layout()
        self.choices: list[QComboBox] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_table(self, table: Table, layout: Layout) -> None:
        """Show the columns of a file and what they are taken for."""
        self.choices = []
        page = QWidget()
        grid = QGridLayout(page)
        grid.setColumnStretch(2, 1)
        for at, title in enumerate((self.tr("Column"), self.tr("Is"), self.tr("Its first cells"))):
            head = QLabel(title)
            font = head.font()
            font.setBold(True)
            head.setFont(font)
            grid.addWidget(head, 0, at)
        for column in range(max(table.width, len(table.headings))):
            self._add(grid, table, column)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(page)
        self.show_layout(layout)

    def show_layout(self, layout: Layout) -> None:
        """Show what the columns are taken for."""
        self._layout = layout
        for column, choice in enumerate(self.choices):
            choice.blockSignals(True)
            choice.setCurrentIndex(max(choice.findData(layout.columns.get(column, "")), 0))
            choice.blockSignals(False)

    def layout_chosen(self) -> Layout:
        """Return the layout as chosen."""
        return self._layout

    def _add(self, grid: QGridLayout, table: Table, column: int) -> None:
        title = table.title(column) or self.tr("Column {number}").format(number=column + 1)
        choice = QComboBox()
        choice.setAccessibleName(title)
        choice.addItem(self.tr("left out"), "")
        for part in self._parts:
            choice.addItem(part_title(part), part.name)
        code = title.strip().upper()
        if any(part.name == "rate" for part in self._parts) and len(code) == len("USD"):
            rate = self.tr("Rate of {currency}").format(currency=isolated(code))
            choice.addItem(rate, f"{CURRENCY}{code}")
        choice.currentIndexChanged.connect(lambda _at: self._on_chosen(column, choice))
        label = QLabel(in_desk_direction(isolated(_short(title))))
        label.setBuddy(choice)
        cells = [cell for line in table.lines[:50] if (cell := line.cell(column))][:_SAMPLES]
        joined = "  ·  ".join(isolated(_short(cell)) for cell in cells)
        sample = QLabel(in_desk_direction(joined))
        sample.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextFormat(Qt.TextFormat.PlainText)
        for at, widget in enumerate((label, choice, sample)):
            grid.addWidget(widget, column + 1, at)
        self.choices.append(choice)

    def _on_chosen(self, column: int, choice: QComboBox) -> None:
        self.show_layout(self._layout.with_column(column, str(choice.currentData() or "")))
        self.changed.emit()


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
