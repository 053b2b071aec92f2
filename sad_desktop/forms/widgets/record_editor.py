"""Editors of an office's record: one line, several lines or a choice, each read as a value."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget

from sad_desktop.declaration.fields import NUMBERS, FieldDef, Kind
from sad_desktop.declaration.values import Unreadable, Value, parse, show
from sad_desktop.forms.editors import direction_of
from sad_desktop.forms.language import translate_unreadable
from sad_desktop.forms.theme import colours

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
_FREE = frozenset({Kind.TEXT, Kind.LINES})


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordField:
    """One field of a record: its name, its title in the desk's language, how it is keyed.

    ``choices`` maps the values of a fixed list to what is shown, ``lookup`` names the code list
    F3 searches; ``width`` is a text as wide as the editor wants to be.
    """

    name: str
    title: str
    kind: Kind = Kind.TEXT
    length: int = 350
    decimals: int = 3
    lines: int = 1
    choices: Mapping[str, str] | None = None
    lookup: str = ""
    width: str = ""
    allows_negative: bool = False
    shown_decimals: int = 0

    def definition(self) -> FieldDef:
        """Return what reads and shows the field's values."""
        return FieldDef(
            name=self.name,
            kind=self.kind,
            box="",
            en=self.title,
            ar=self.title,
            length=self.length,
            decimals=self.decimals,
            allows_negative=self.allows_negative,
            shown_decimals=self.shown_decimals,
        )


class RecordEditor:
    """The editor of one field of a record; ``widget`` is what is shown."""

    def __init__(self, field: RecordField, changed: Callable[[], None]) -> None:
        self.field = field
        self._definition = field.definition()
        self._changed = changed
        self._lock = ""
        self.widget: QWidget = self._make()
        self.widget.setAccessibleName(field.title)

    def text(self) -> str:
        """Return what stands in the editor."""
        if isinstance(self.widget, QComboBox):
            return str(self.widget.currentData() or "")
        if isinstance(self.widget, QPlainTextEdit):
            return self.widget.toPlainText()
        assert isinstance(self.widget, QLineEdit)  # noqa: S101 - one of three kinds
        return self.widget.text()

    def load(self, value: Value) -> None:
        """Show a value as the one that is kept."""
        shown = show(self._definition, value)
        if isinstance(self.widget, QComboBox):
            self.widget.setCurrentIndex(max(self.widget.findData(shown), 0))
        elif isinstance(self.widget, QPlainTextEdit):
            self.widget.setPlainText(shown)
        elif isinstance(self.widget, QLineEdit):
            self.widget.setText(shown)
            self.widget.setCursorPosition(0)
        self._mark()

    def value(self) -> Value:
        """Return the value keyed; raises Unreadable."""
        return parse(self._definition, self.text())

    def complaint(self) -> str:
        """Return why what stands here is no value; "" when it is one."""
        try:
            self.value()
        except Unreadable as error:
            return translate_unreadable(str(error))
        return ""

    def lock(self, reason: str) -> None:
        """Let nothing be keyed here and say why; "" opens the field again."""
        self._lock = reason
        self.widget.setAccessibleDescription(reason)
        if isinstance(self.widget, QComboBox):
            self.widget.setEnabled(not reason)
            self.widget.setToolTip(reason)
        elif isinstance(self.widget, QLineEdit | QPlainTextEdit):
            self.widget.setReadOnly(bool(reason))
        self._mark()

    def _make(self) -> QWidget:
        if self.field.choices is not None:
            return self._make_choice(self.field.choices)
        if self.field.kind is Kind.LINES:
            return self._make_lines()
        line = QLineEdit()
        line.setMaxLength(max(self.field.length, 40))
        line.textChanged.connect(self._on_changed)
        if self.field.kind in NUMBERS | {Kind.COUNT}:
            line.setAlignment(_RIGHT)
        elif self.field.kind is not Kind.TEXT:
            line.setAlignment(_LEFT)
        if self.field.kind is not Kind.TEXT:
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        if self.field.width:
            metrics = line.fontMetrics()
            line.setMinimumWidth(metrics.horizontalAdvance(self.field.width) + 16)
        return line

    def _make_choice(self, choices: Mapping[str, str]) -> QComboBox:
        box = QComboBox()
        for value, shown in choices.items():
            box.addItem(shown, value)
        box.currentIndexChanged.connect(lambda _at: self._changed())
        return box

    def _make_lines(self) -> QPlainTextEdit:
        edit = QPlainTextEdit()
        edit.setTabChangesFocus(True)
        height = edit.fontMetrics().lineSpacing() * max(self.field.lines, 2)
        edit.setFixedHeight(height + 14)
        edit.textChanged.connect(self._on_changed)
        return edit

    def _on_changed(self) -> None:
        self._mark()
        self._changed()

    def _mark(self) -> None:
        """Show in red what is no value, and let free text run as its content does."""
        if isinstance(self.widget, QComboBox):
            return
        wrong = self.complaint()
        self.widget.setToolTip(wrong or self._lock)
        palette = QPalette()
        if self._lock and not wrong:
            ink = colours(self.widget.palette())
            palette.setColor(QPalette.ColorRole.Text, QColor(ink.computed))
            palette.setColor(QPalette.ColorRole.Base, QColor(ink.unused))
        if wrong:
            ink = colours(self.widget.palette())
            palette.setColor(QPalette.ColorRole.Text, QColor(ink.invalid))
            palette.setColor(QPalette.ColorRole.Base, QColor(ink.invalid_wash))
        self.widget.setPalette(palette)
        direction = direction_of(self.text())
        if self.field.kind not in _FREE or direction is None:
            return
        if isinstance(self.widget, QLineEdit):
            self.widget.setLayoutDirection(direction)
        elif isinstance(self.widget, QPlainTextEdit):
            option = self.widget.document().defaultTextOption()
            if option.textDirection() != direction:
                is_arabic = direction is Qt.LayoutDirection.RightToLeft
                option.setTextDirection(direction)
                option.setAlignment(_RIGHT if is_arabic else _LEFT)
                self.widget.document().setDefaultTextOption(option)
