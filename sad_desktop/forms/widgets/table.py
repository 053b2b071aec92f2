"""Tables keyed without the mouse: typing edits, Enter goes down, Tab goes to the next field."""

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.widgets.cells import ENTER, CellDelegate, copies_above, step_of
from sad_desktop.forms.widgets.field_model import FieldModel, Index
from sad_desktop.forms.widgets.text_model import TextModel

_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_CELL_PADDING = 16
_NARROWEST = 24
_WIDEST = 420


class KeyTable(QTableView):
    """A table for the keyboard; it says what to do while it is empty.

    Signals: ``came_to`` with the place of the cell that is now the current one, None for one that
    keys nothing, ``finder_requested`` (F3) and ``choices_requested`` (F4) with the cell's place,
    ``opened`` with a computed cell on which Enter was pressed or that was clicked, ``cleared``
    with a keyed cell on which Del was pressed, ``turned`` with +1 or -1 on Ctrl+PgDn, Ctrl+PgUp,
    ``ended`` when Enter goes on from the last row.
    """

    came_to = Signal(object)
    finder_requested = Signal(object)
    choices_requested = Signal(object)
    opened = Signal(object)
    cleared = Signal(object)
    turned = Signal(int)
    ended = Signal()

    def __init__(self, name: str, empty_text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty_text = empty_text
        self.setAccessibleName(name)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(_NARROWEST)
        self.set_delegate(CellDelegate(self))
        self.clicked.connect(self._on_clicked)

    def set_delegate(self, delegate: CellDelegate) -> None:
        """Draw and key cells by a delegate."""
        delegate.stepped.connect(self._on_delegate_stepped)
        delegate.copy_requested.connect(self._on_delegate_copy_requested)
        delegate.finder_requested.connect(self.finder_requested)
        delegate.choices_requested.connect(self.choices_requested)
        self.setItemDelegate(delegate)

    def fit_columns(self) -> None:
        """Make each column wide enough for its title and its sample."""
        model = self.model()
        if not isinstance(model, FieldModel | TextModel):
            return
        metrics = QFontMetrics(self.font())
        for number, column in enumerate(model.columns):
            lines = (*column.title.split("\n"), column.sample)
            widest = max(metrics.horizontalAdvance(line) for line in lines)
            self.setColumnWidth(number, min(widest + _CELL_PADDING, _WIDEST))

    def make_room(self, column: int, text: str) -> None:
        """Widen a column for a text, set strong: an amount is never cut."""
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        needed = QFontMetrics(font).horizontalAdvance(text) + _CELL_PADDING
        if needed > self.columnWidth(column):
            self.setColumnWidth(column, needed)

    def stand_on(self, row: int, column: int) -> None:
        """Make a cell the current one, the last row when there are fewer."""
        rows = self.model().rowCount()
        if rows:
            self.setCurrentIndex(self.model().index(min(row, rows - 1), column))

    def current_place(self) -> Place | None:
        """Return the field of the current cell; None for a computed one."""
        model, index = self.model(), self.currentIndex()
        if not (isinstance(model, FieldModel) and index.isValid()):
            return None
        return model.place(index.row(), index.column())

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean a row here and something else in the rest of the window."""
        claims = isinstance(event, QKeyEvent) and (copies_above(event) or event.key() in _TURNS)
        if claims and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt
        """Say which field the cursor came to."""
        super().currentChanged(current, previous)
        if self.hasFocus():
            self._tell_place()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say which cell the cursor comes back to."""
        super().focusInEvent(event)
        self._tell_place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter and Tab, copy from above with Ctrl+D, look up with F3."""
        if not self._take_key(event):
            super().keyPressEvent(event)

    def _tell_place(self) -> None:
        model, current = self.model(), self.currentIndex()
        if isinstance(model, FieldModel) and current.isValid():
            self.came_to.emit(model.place(current.row(), current.column()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cells, or what to do while there are none."""
        super().paintEvent(event)
        if not self.empty_text or (self.model() is not None and self.model().rowCount()):
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().placeholderText().color())
        frame: QRect = self.viewport().rect().adjusted(24, 24, -24, -24)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(frame, int(flags) | int(Qt.TextFlag.TextWordWrap), self.empty_text)

    def _take_key(self, event: QKeyEvent) -> bool:
        model, index = self.model(), self.currentIndex()
        turn = _TURNS.get(Qt.Key(event.key()))
        if turn is not None and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.turned.emit(turn)
            return True
        if not index.isValid():
            return False
        step = step_of(event)
        enters = step is not None and event.key() in ENTER
        if enters and not (isinstance(model, FieldModel) and model.is_stop(index)):
            self.opened.emit(index)
            return True
        if step is not None and self.tabKeyNavigation():
            return self._step(*step)
        return isinstance(model, FieldModel) and self._take_field_key(event, model, index)

    def _take_field_key(self, event: QKeyEvent, model: FieldModel, index: QModelIndex) -> bool:
        if copies_above(event):
            model.copy_above(index)
            return True
        asked = {
            Qt.Key.Key_F3: (self.finder_requested, model.place(index.row(), index.column())),
            Qt.Key.Key_F4: (self.choices_requested, model.place(index.row(), index.column())),
            Qt.Key.Key_Delete: (self.cleared, index),
        }.get(Qt.Key(event.key()))
        if asked is None or not model.is_keyed(index):
            return False
        signal, what = asked
        if what is None:
            self.edit(index)
        else:
            signal.emit(what)
        return True

    def _step(self, columns: int, rows: int) -> bool:
        """Go to another cell; False at the end of the table, so that Tab leaves it."""
        model, index = self.model(), self.currentIndex()
        width = model.columnCount()
        if rows:
            row = index.row() + rows
            if row >= model.rowCount():
                self.ended.emit()
            if not 0 <= row < model.rowCount():
                return True
            self.setCurrentIndex(model.index(row, index.column()))
            return True
        position = index.row() * width + index.column() + columns
        while 0 <= position < model.rowCount() * width:
            target = model.index(*divmod(position, width))
            if _is_stop(model, target) and not self.isColumnHidden(target.column()):
                self.setCurrentIndex(target)
                return True
            position += columns
        return self._leave(is_forward=columns > 0)

    def _leave(self, *, is_forward: bool) -> bool:
        # Qt offers Tab to the table again before it leaves it, which would never end.
        self.setTabKeyNavigation(False)
        left = self.focusNextPrevChild(is_forward)
        self.setTabKeyNavigation(True)
        return left

    def _on_delegate_stepped(self, columns: int, rows: int) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._step(columns, rows)

    def _on_delegate_copy_requested(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        model = self.model()
        if isinstance(model, FieldModel):
            model.copy_above(self.currentIndex())

    def _on_clicked(self, index: Index) -> None:
        model = self.model()
        if not isinstance(model, FieldModel) or not model.is_keyed(index):
            self.opened.emit(index)


def _is_stop(model: QAbstractItemModel, index: QModelIndex) -> bool:
    if isinstance(model, FieldModel):
        return model.is_stop(index)
    return bool(model.flags(index) & Qt.ItemFlag.ItemIsEditable)
