"""Editors bound to one field of a document: what is typed goes through Document.enter."""

from collections.abc import Callable
from typing import cast
from unicodedata import bidirectional

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import NUMBERS, Kind
from sad_desktop.forms.document import Document
from sad_desktop.forms.text_limits import longest_at
from sad_desktop.forms.widgets.counter import Counter, is_near

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_STAYS = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""Reasons for which the cursor leaves a field, and comes back to it, in the midst of typing."""
_OTHER_MODIFIER = {
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Control: Qt.KeyboardModifier.ShiftModifier,
}
_FREE = frozenset({Kind.TEXT, Kind.LINES})
_STRONG_RIGHT = frozenset({"R", "AL"})


def direction_of(text: str) -> Qt.LayoutDirection | None:
    """Return the direction of the first strong letter; None for text without one."""
    for letter in text:
        kind = bidirectional(letter)
        if kind == "L":
            return Qt.LayoutDirection.LeftToRight
        if kind in _STRONG_RIGHT:
            return Qt.LayoutDirection.RightToLeft
    return None


class _Bound:
    """What line and text editors share: a document, a place, and what leaving the field does."""

    _document: Document
    _place: Place | None
    _loaded: str
    _is_turning = False
    _counter: Counter | None = None
    _turned: Qt.LayoutDirection | None = None
    takes_newlines = False
    step: SignalInstance
    finder_requested: SignalInstance
    choices_requested: SignalInstance
    focused: SignalInstance
    isReadOnly: Callable[[], bool]  # noqa: N815 - Qt's own, of either editor
    hasFocus: Callable[[], bool]  # noqa: N815 - Qt's own, of either editor
    selectAll: Callable[[], None]  # noqa: N815 - Qt's own, of either editor
    placeholderText: Callable[[], str]  # noqa: N815 - Qt's own, of either editor
    setPlaceholderText: Callable[[str], None]  # noqa: N815 - Qt's own, of either editor
    _follow_content: Callable[[], None]

    def set_place(self, place: Place | None) -> None:
        """Stand on another field, or on none."""
        self._place = place
        self.refresh()

    def refresh(self) -> None:
        """Show what the document holds."""
        text = self._document.text_of(self._place) if self._place is not None else ""
        self.load(text)

    def load(self, text: str) -> None:
        """Show a text as the committed one."""
        raise NotImplementedError

    def offer(self, text: str) -> None:
        """Show a text greyed while nothing stands here; "" for none. It is never committed."""
        if self.placeholderText() != text:
            self.setPlaceholderText(text)
            self._follow_content()

    def place(self) -> Place | None:
        """Return the field this editor keys; None while it stands on an unused block."""
        return self._place

    def is_changed(self) -> bool:
        """Tell whether something was typed that is not committed."""
        return self.typed() != self._loaded

    def typed(self) -> str:
        """Return the text in the editor."""
        raise NotImplementedError

    def commit(self) -> bool:
        """Give what was typed to the document; False when it was not understood."""
        if self._place is None:
            return True
        self._document.stop_typing()
        if not self.is_changed():
            return self._place not in self._document.draft.rejected
        typed = self._loaded = self.typed()
        understood = self._document.enter(self._place, typed)
        self.refresh()
        return understood

    def turn(self) -> None:
        """Let the text run the other way until another one is loaded (Ctrl+Shift)."""
        raise NotImplementedError

    def _watch_turning(self, event: QKeyEvent) -> None:
        """Turn the text when Ctrl and Shift were pressed together and nothing else."""
        is_modifier = event.key() in (Qt.Key.Key_Control, Qt.Key.Key_Shift)
        if event.type() == QEvent.Type.KeyPress:
            other = _OTHER_MODIFIER.get(Qt.Key(event.key()))  # Qt leaves a key's own out
            self._is_turning = other is not None and bool(event.modifiers() & other)
        elif event.type() == QEvent.Type.KeyRelease and is_modifier and self._is_turning:
            self._is_turning = False
            if self._place is not None and self._place.definition().kind in _FREE:
                self.turn()

    def intercept(self, event: QEvent) -> bool | None:
        """Take the keys that are the form's; None leaves the event to the widget."""
        if not isinstance(event, QKeyEvent):
            return None
        self._watch_turning(event)
        if event.type() == QEvent.Type.ShortcutOverride:
            undoes = event.matches(QKeySequence.StandardKey.Undo)
            redoes = event.matches(QKeySequence.StandardKey.Redo)
            if (undoes or redoes) and not self.is_changed():
                event.ignore()
                return False
        if event.type() == QEvent.Type.KeyPress and self.take_key(event):
            return True
        return None

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key of the form asks for; False leaves it to the widget."""
        direction = _step_of(event, takes_newlines=self.takes_newlines)
        if direction:
            self._leave_by_key(direction)
            return True
        if event.key() == Qt.Key.Key_Escape and self.is_changed():
            self.refresh()
            self._document.stop_typing()
            return True
        if event.key() == Qt.Key.Key_F3:
            self.finder_requested.emit()
            return True
        if event.key() == Qt.Key.Key_F4:
            self.choices_requested.emit()
            return True
        if event.key() == Qt.Key.Key_Delete and self.isReadOnly() and self._place is not None:
            self._document.clear_unused(self._place)
            return True
        return False

    def report_typing(self) -> None:
        """Tell the document what stands in the editor, so that the journal has it."""
        if self._place is None:
            return
        self._count()
        if self.is_changed():
            self._document.typing_in(self._place, self.typed())
        else:
            self._document.stop_typing()

    def _count(self) -> None:
        """Show how long the text is while that is near what the box, or customs, takes."""
        place = self._place if self.hasFocus() else None
        limit = longest_at(place) if place is not None else 0
        length = len(self.typed())
        if self._counter is None and limit and is_near(length, limit):
            self._counter = Counter(cast("QWidget", self))
        if self._counter is not None:
            self._counter.count(length, limit)

    def _stop_counting(self) -> None:
        if self._counter is not None:
            self._counter.hide()

    def _on_entered(self, reason: Qt.FocusReason) -> None:
        self._count()
        if reason not in _STAYS | {Qt.FocusReason.MouseFocusReason}:
            self.selectAll()
        self.focused.emit()

    def _on_left(self, reason: Qt.FocusReason) -> None:
        if reason not in _STAYS:
            self._stop_counting()
            self.commit()

    def _leave_by_key(self, direction: int) -> None:
        """Commit and go on; whoever goes on past a value the program filled in has read it."""
        place, is_read = self._place, direction > 0 and not self.is_changed()
        self.commit()
        if place is not None and is_read and not self.isReadOnly():
            self._document.confirm(place)
        self.step.emit(direction)


class FieldEdit(_Bound, QLineEdit):
    """A one-line editor of a field.

    Signals: ``finder_requested`` on F3, ``choices_requested`` on F4, ``step`` with +1 or -1 when
    Enter, Tab or Shift+Tab leaves the field, ``focused`` when the field is entered, ``opened`` on
    a double click.
    """

    finder_requested = Signal()
    choices_requested = Signal()
    step = Signal(int)
    focused = Signal()
    opened = Signal()

    def __init__(self, document: Document, place: Place | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # files are for the window, which opens them
        self._document = document
        self._place = place
        self._loaded = ""
        self.textEdited.connect(self._on_text_edited)
        if place is not None:
            self.set_place(place)

    def set_place(self, place: Place | None) -> None:
        """Stand on another field, or on none."""
        if place is not None:
            definition = place.definition()
            free = definition.kind is Kind.TEXT
            self.setAlignment(_RIGHT if definition.kind in NUMBERS | {Kind.COUNT} else _LEFT)
            if free:
                self.setAlignment(Qt.AlignmentFlag.AlignLeading)
            else:
                self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        super().set_place(place)

    def load(self, text: str) -> None:
        """Show a text as the committed one."""
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self._loaded = text
        self._turned = None
        self.setModified(False)
        self._follow_content()

    def typed(self) -> str:
        """Return the text in the editor."""
        return self.text()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all when entered by key, and say so."""
        super().focusInEvent(event)
        self._on_entered(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when left; a menu or another window does not count as leaving."""
        super().focusOutEvent(event)
        self._on_left(event.reason())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, and say that the field was clicked twice."""
        super().mouseDoubleClickEvent(event)
        self.opened.emit()

    def event(self, event: QEvent) -> bool:
        """Leave Tab to the form's order, and undo to the window when nothing is typed here."""
        taken = self.intercept(event)
        return super().event(event) if taken is None else taken

    def take_key(self, event: QKeyEvent) -> bool:
        """Tick a flag with the space bar; the rest is common to all editors."""
        if event.key() == Qt.Key.Key_Space and self._is_flag():
            self.setText("" if self.text() == "1" else "1")
            self.commit()
            return True
        return super().take_key(event)

    def _is_flag(self) -> bool:
        return self._place is not None and self._place.definition().kind is Kind.FLAG

    def _on_text_edited(self) -> None:
        self._follow_content()
        self.report_typing()

    def _follow_content(self) -> None:
        if self._place is None or self._place.definition().kind is not Kind.TEXT:
            return
        natural = (
            direction_of(self.text() or self.placeholderText()) or Qt.LayoutDirection.LeftToRight
        )
        self.setLayoutDirection(natural if self._turned is None else self._turned)

    def turn(self) -> None:
        """Let the text run the other way until another one is loaded."""
        self._turned = opposite(self.layoutDirection())
        self._follow_content()


class LinesEdit(_Bound, QPlainTextEdit):
    """An editor of several lines; Enter goes on, Shift+Enter breaks the line."""

    takes_newlines = True

    finder_requested = Signal()
    choices_requested = Signal()
    step = Signal(int)
    focused = Signal()

    def __init__(self, document: Document, place: Place | None, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # files are for the window, which opens them
        self._document = document
        self._place = place
        self._loaded = ""
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_text_changed)
        if place is not None:
            self.set_place(place)

    def load(self, text: str) -> None:
        """Show a text as the committed one."""
        self._loaded = text
        self._turned = None
        if text != self.toPlainText():
            self.setPlainText(text)
        self._follow_content()

    def typed(self) -> str:
        """Return the text in the editor."""
        return self.toPlainText()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select all when entered by key, and say so."""
        super().focusInEvent(event)
        self._on_entered(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Commit when left; a menu or another window does not count as leaving."""
        super().focusOutEvent(event)
        self._on_left(event.reason())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave Ctrl and the wheel to the sheet, which zooms."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """Leave Tab to the form's order, and undo to the window when nothing is typed here."""
        taken = self.intercept(event)
        return super().event(event) if taken is None else taken

    def _on_text_changed(self) -> None:
        self._follow_content()
        self.report_typing()

    def _follow_content(self) -> None:
        natural = (
            direction_of(self.toPlainText() or self.placeholderText())
            or Qt.LayoutDirection.LeftToRight
        )
        direction = natural if self._turned is None else self._turned
        option = self.document().defaultTextOption()
        if option.textDirection() != direction:
            option.setTextDirection(direction)
            self.document().setDefaultTextOption(option)

    def turn(self) -> None:
        """Let the text run the other way until another one is loaded."""
        self._turned = opposite(self.document().defaultTextOption().textDirection())
        self._follow_content()


def opposite(direction: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Return the other direction."""
    if direction is Qt.LayoutDirection.RightToLeft:
        return Qt.LayoutDirection.LeftToRight
    return Qt.LayoutDirection.RightToLeft


def _step_of(event: QKeyEvent, *, takes_newlines: bool) -> int:
    """Return +1 for Tab and Enter, -1 for Shift+Tab, 0 for any other key."""
    if event.key() == Qt.Key.Key_Backtab:
        return -1
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    others = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    if others:
        return 0
    if event.key() == Qt.Key.Key_Tab:
        return -1 if shift else 1
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        if shift:
            return 0 if takes_newlines else -1
        return 1
    return 0
