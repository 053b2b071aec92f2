"""Go to box (Ctrl+G): type 33, 33.2 or A and be there."""

import re
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from sad_desktop.declaration.fields import FieldDef
from sad_desktop.declaration.values import fold_digits
from sad_desktop.forms.widgets.sentence import Sentence, Tone

_SEPARATORS = re.compile(r"[.٫،,/\s-]+")
_ARABIC_LETTERS = str.maketrans("أابج", "aabc")
_BOX = re.compile(r"(\d{1,2}[a-z]?|[a-z]{1,2})(?:\.(\d{1,2}))?")


def resolve(typed: str, fields: Iterable[FieldDef]) -> FieldDef | None:
    """Return the field a box number names; None when there is no such box.

    The fields stand in the order of the form. ``33.2`` is the box of that number, else the
    second field of box 33; ``33`` and ``33.1`` are its first. Arabic digits are understood.
    """
    present = tuple(fields)
    match = _BOX.fullmatch(_folded(typed))
    if match is None:
        return _of_box(typed.strip(), present)
    whole, part = match[1], match[2]
    if part is not None:
        exact = _of_box(f"{whole}.{part}", present)
        if exact is not None:
            return exact
    same = [field for field in present if field.box.lower().partition(".")[0] == whole]
    position = int(part) - 1 if part is not None else 0
    if not 0 <= position < len(same):
        return None
    return same[position]


def _of_box(box: str, fields: tuple[FieldDef, ...]) -> FieldDef | None:
    return next((field for field in fields if field.box.lower() == box.lower()), None)


def _folded(typed: str) -> str:
    plain = fold_digits(typed.strip()).lower().translate(_ARABIC_LETTERS)
    return _SEPARATORS.sub(".", plain).rstrip(".")


class GoTo(QFrame):
    """A small line over the sheet. ``chosen`` carries the field; Esc closes it."""

    chosen = Signal(object)

    def __init__(
        self, fields: Sequence[FieldDef], language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._fields = tuple(fields)
        self._language = language
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Box, like 33 or 33.2"))
        self.line.setAccessibleName(self.tr("Go to box"))
        self.line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.line.textChanged.connect(self._on_text_changed)
        self.line.returnPressed.connect(self._on_return)
        self.found = Sentence()
        self.found.setMinimumWidth(320)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 10, 10, 8)
        layout.setSpacing(6)
        layout.addWidget(self.line)
        layout.addWidget(self.found)
        self._on_text_changed("")

    def popup_over(self, widget: QWidget) -> None:
        """Open centred near the top of a widget, ready to type in."""
        self.adjustSize()
        x = (widget.width() - self.width()) // 2
        self.move(widget.mapToGlobal(QPoint(x, 24)))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _on_text_changed(self, typed: str) -> None:
        field = resolve(typed, self._fields)
        if field is not None:
            self.found.say(f"{field.box}  {field.title(self._language)}", Tone.PLAIN)
        elif typed.strip():
            self.found.say(self.tr("There is no such box."), Tone.WRONG)
        else:
            self.found.say(self.tr("Enter goes there, Esc returns."))

    def _on_return(self) -> None:
        field = resolve(self.line.text(), self._fields)
        if field is None:
            self.line.selectAll()
            return
        self.close()
        self.chosen.emit(field)
