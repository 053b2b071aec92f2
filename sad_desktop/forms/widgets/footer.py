"""Lines below a table that stay in sight: totals under their columns."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QWidget

from sad_desktop.forms.widgets.cells import CellDelegate
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.text_model import Row, TextModel


class Footer(QTableView):
    """Totals that scroll sideways with the table above them, and not at all up or down."""

    def __init__(self, table: QTableView, columns: tuple[Column, ...], name: str) -> None:
        super().__init__(table.parentWidget())
        self._table = table
        self.lines = TextModel(columns, self)
        self.setModel(self.lines)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(CellDelegate(self))
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(table.horizontalHeader().minimumSectionSize())
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(table.verticalHeader().defaultSectionSize())
        table.horizontalHeader().sectionResized.connect(self._on_section_resized)
        table.horizontalScrollBar().valueChanged.connect(self.horizontalScrollBar().setValue)
        table.horizontalScrollBar().rangeChanged.connect(self._on_range_changed)
        # Below the table's vertical scroll bar nothing stands: QTableView keeps its viewport's
        # margins for its headers, so the room is given outside of it.
        self._beside_bar = QWidget(table.parentWidget())
        table.verticalScrollBar().installEventFilter(self)

    def line(self) -> QHBoxLayout:
        """Return the footer as it goes below its table: as wide as what the table shows."""
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self)
        line.addWidget(self._beside_bar)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the table's vertical scroll bar as it comes and goes."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize):
            bar = self._table.verticalScrollBar()
            self._beside_bar.setFixedWidth(bar.width() if bar.isVisible() else 0)
        return super().eventFilter(watched, event)

    def show_lines(self, lines: Sequence[Row]) -> None:
        """Show lines, hiding the columns the table hides."""
        self.lines.show_rows(lines)
        for column in range(self.lines.columnCount()):
            self.setColumnHidden(column, self._table.isColumnHidden(column))
            self.setColumnWidth(column, self._table.columnWidth(column))
        self.verticalHeader().setVisible(self._table.verticalHeader().isVisible())
        self.verticalHeader().setFixedWidth(self._table.verticalHeader().width())
        height = self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(height * len(lines) + 2 * self.frameWidth())

    def _on_section_resized(self, column: int, _old: int, width: int) -> None:
        self.setColumnWidth(column, width)

    def _on_range_changed(self, _low: int, _high: int) -> None:
        self.horizontalScrollBar().setValue(self._table.horizontalScrollBar().value())
