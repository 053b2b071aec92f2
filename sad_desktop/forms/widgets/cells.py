"""Cells of tables: each drawn in its own direction and keyed with the editor of the form."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.editors import FieldEdit, direction_of
from sad_desktop.forms.widgets.field_model import KIND, FieldModel, Index, alignment_of

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_RIGHT = (
    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)
_FREE = frozenset({Kind.TEXT, Kind.LINES})
_LTR = Qt.LayoutDirection.LeftToRight
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def place_text(option: QStyleOptionViewItem, kind: Kind | None, *, composed: bool = False) -> None:
    """Give a cell its alignment and its own direction, whatever the direction of the window.

    The alignment is made absolute first: codes and numbers are written from left to right, but
    a column of codes still begins where its window begins. A composed text is the program's
    own: it runs as the window does where it has a letter that does.
    """
    window = option.direction
    mirrored = window == Qt.LayoutDirection.RightToLeft
    numeric = bool(alignment_of(kind or Kind.TEXT) & Qt.AlignmentFlag.AlignRight)
    option.displayAlignment = _RIGHT if numeric or mirrored else _LEFT
    free = kind is None or kind in _FREE
    option.direction = _LTR
    if free:
        option.direction = (_mixed(option.text, window) if composed else None) or (
            direction_of(option.text) or _LTR
        )


def _mixed(text: str, window: Qt.LayoutDirection) -> Qt.LayoutDirection | None:
    """Return the window's direction when any letter of a text runs that way."""
    return window if any(direction_of(letter) == window for letter in text) else None


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
        composed = not isinstance(index.model(), FieldModel)
        place_text(option, index.data(KIND), composed=composed)
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
        copies = copies_above(event)
        if copies and event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress:
            if copies or event.key() == Qt.Key.Key_Escape:
                self._give_up(cast("QWidget", editor))
                if copies:
                    self.copy_requested.emit()
                return True
            step = step_of(event)
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


def copies_above(event: QKeyEvent) -> bool:
    """Tell whether a key asks for the value of the row above."""
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return control and event.key() == Qt.Key.Key_D


def step_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Return columns and rows to go for Tab and Enter, None for another key."""
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.modifiers() & _COMMANDS:
        return None
    if event.key() == Qt.Key.Key_Backtab or (event.key() == Qt.Key.Key_Tab and shift):
        return -1, 0
    if event.key() == Qt.Key.Key_Tab:
        return 1, 0
    if event.key() in ENTER:
        return 0, -1 if shift else 1
    return None


def _soften(option: QStyleOptionViewItem) -> None:
    """Show the selection of a table that has not the focus quietly."""
    role = QPalette.ColorRole
    option.palette.setColor(role.Highlight, option.palette.color(role.Midlight))
    option.palette.setColor(role.HighlightedText, option.palette.color(role.Text))


def _is_at_right(option: QStyleOptionViewItem, index: Index) -> bool:
    kind = index.data(KIND)
    numeric = bool(alignment_of(kind) & Qt.AlignmentFlag.AlignRight)
    mirrored = option.direction == Qt.LayoutDirection.RightToLeft
    return numeric or mirrored


def _spoken(model: FieldModel, index: Index) -> str:
    title = model.columns[index.column()].title.replace("\n", " ")
    return f"{title} {index.row() + 1}"
