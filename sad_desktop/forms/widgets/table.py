"""Tables keyed without the mouse: typing edits, Enter goes down, Tab goes to the next field."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.editors import FieldEdit, direction_of
from sad_desktop.forms.widgets.field_model import KIND, FieldModel, Index, alignment_of
from sad_desktop.forms.widgets.text_model import TextModel

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_FREE = frozenset({Kind.TEXT, Kind.LINES})
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_CELL_PADDING = 16
_NARROWEST = 24
_WIDEST = 420


def place_text(option: QStyleOptionViewItem, kind: Kind | None) -> None:
    """Give a cell its alignment and its own direction, whatever the direction of the window.

    The alignment is made absolute first: codes and numbers are written from left to right, but
    a column of codes still begins where its window begins.
    """
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    numeric = bool(alignment_of(kind or Kind.TEXT) & Qt.AlignmentFlag.AlignRight)
    option.displayAlignment = _RIGHT if numeric or mirrored else _LEFT
    direction = Qt.LayoutDirection.LeftToRight
    if kind is None or kind in _FREE:
        text = option.text
        direction = direction_of(text) or direction
    option.direction = direction


class CellDelegate(QStyledItemDelegate):
    """Draws cells in their own direction and keys them with the editor of the form."""

    stepped = Signal(int, int)
    """Columns and rows to go when Tab, Shift+Tab or Enter leaves an editor."""
    copy_requested = Signal()
    finder_requested = Signal(object)
    choices_requested = Signal(object)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Align the cell, and keep codes and numbers from left to right."""
        super().initStyleOption(option, index)
        place_text(option, index.data(KIND))
        view = self.parent()
        if isinstance(view, QWidget) and not view.hasFocus():
            _soften(option)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return an editor on the field of the cell."""
        model = index.model()
        place = model.place(index.row(), index.column()) if isinstance(model, FieldModel) else None
        if not isinstance(model, FieldModel) or place is None:
            return super().createEditor(parent, option, index)
        editor = FieldEdit(model.document, place, parent)
        editor.setFrame(False)
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(_spoken(model, index))
        if place.definition().kind not in _FREE:
            editor.setAlignment(_RIGHT if _is_at_right(option, index) else _LEFT)
        # Queued: the finder's own event loop would delete this editor under its key event.
        queued = Qt.ConnectionType.QueuedConnection
        editor.finder_requested.connect(lambda: self.finder_requested.emit(place), queued)
        editor.choices_requested.connect(lambda: self.choices_requested.emit(place), queued)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the field again, unless something is being typed in it."""
        if not isinstance(editor, FieldEdit):
            super().setEditorData(editor, index)
            return
        model = index.model()
        typing = isinstance(model, FieldModel) and model.document.typed_now is not None
        if not (typing and editor.is_changed()):
            editor.refresh()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Commit what was typed."""
        if isinstance(editor, FieldEdit):
            editor.commit()
            return
        super().setModelData(editor, model, index)

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: Index,  # noqa: ARG002 - Qt's signature
    ) -> None:
        """Let the editor cover its cell."""
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Take the keys that leave a cell, and commit what was typed in it."""
        if not isinstance(event, QKeyEvent):
            return super().eventFilter(editor, event)
        copies = _copies_above(event)
        if copies and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if copies or event.key() == Qt.Key.Key_Escape:
                self._give_up(cast("QWidget", editor))
                if copies:
                    self.copy_requested.emit()
                return True
            step = _step_of(event)
            if step is not None:
                widget = cast("QWidget", editor)
                self.commitData.emit(widget)
                self.closeEditor.emit(widget, QAbstractItemDelegate.EndEditHint.NoHint)
                self.stepped.emit(*step)
                return True
        return super().eventFilter(editor, event)

    def _give_up(self, editor: QWidget) -> None:
        """Close an editor without what was typed: it would be committed when the focus leaves."""
        view = self.parent()
        model = view.model() if isinstance(view, QAbstractItemView) else None
        if isinstance(editor, FieldEdit) and isinstance(model, FieldModel):
            editor.refresh()
            model.document.stop_typing()
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.RevertModelCache)


class KeyTable(QTableView):
    """A table for the keyboard; it says what to do while it is empty.

    Signals: ``finder_requested`` (F3) and ``choices_requested`` (F4) with the cell's place,
    ``opened`` with a computed cell on which Enter was pressed or that was clicked, ``cleared``
    with a keyed cell on which Del was pressed, ``turned`` with +1 or -1 on Ctrl+PgDn, Ctrl+PgUp.
    """

    finder_requested = Signal(object)
    choices_requested = Signal(object)
    opened = Signal(object)
    cleared = Signal(object)
    turned = Signal(int)

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

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean a row here and something else in the rest of the window."""
        claims = isinstance(event, QKeyEvent) and (_copies_above(event) or event.key() in _TURNS)
        if claims and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter and Tab, copy from above with Ctrl+D, look up with F3."""
        if not self._take_key(event):
            super().keyPressEvent(event)

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
        enters = event.key() in _ENTER and not event.modifiers() & _COMMANDS
        if not isinstance(model, FieldModel):
            if enters:
                self.opened.emit(index)
            return enters
        if enters and not model.is_stop(index):
            self.opened.emit(index)
            return True
        step = _step_of(event)
        if step is not None:
            return self._step(*step)
        return self._take_field_key(event, model, index)

    def _take_field_key(self, event: QKeyEvent, model: FieldModel, index: QModelIndex) -> bool:
        if _copies_above(event):
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
        model = cast("FieldModel", self.model())
        index = self.currentIndex()
        if rows:
            row = index.row() + rows
            if not 0 <= row < model.rowCount():
                return True
            self.setCurrentIndex(model.index(row, index.column()))
            return True
        position = index.row() * len(model.columns) + index.column() + columns
        while 0 <= position < model.rowCount() * len(model.columns):
            target = model.index(*divmod(position, len(model.columns)))
            if model.is_stop(target) and not self.isColumnHidden(target.column()):
                self.setCurrentIndex(target)
                return True
            position += columns
        return self.focusNextPrevChild(columns > 0)

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


def _soften(option: QStyleOptionViewItem) -> None:
    """Show the selection of a table that has not the focus quietly."""
    role = QPalette.ColorRole
    option.palette.setColor(role.Highlight, option.palette.color(role.Midlight))
    option.palette.setColor(role.HighlightedText, option.palette.color(role.Text))


def _copies_above(event: QKeyEvent) -> bool:
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() == Qt.Key.Key_D


def _is_at_right(option: QStyleOptionViewItem, index: Index) -> bool:
    kind = index.data(KIND)
    numeric = bool(alignment_of(kind) & Qt.AlignmentFlag.AlignRight)
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    return numeric or mirrored


def _spoken(model: FieldModel, index: Index) -> str:
    title = model.columns[index.column()].title.replace("\n", " ")
    return f"{title} {index.row() + 1}"


def _step_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Return columns and rows to go for Tab and Enter, None for another key."""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.modifiers() & _COMMANDS:
        return None
    if event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and shift):
        return -1, 0
    if event.key() == Qt.Key.Key_Tab:
        return 1, 0
    if event.key() in _ENTER:
        return 0, -1 if shift else 1
    return None
