"""The editor of a form: a field with its state at its edge and in its colours."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.document import Document
from sad_desktop.forms.editors import FieldEdit, LinesEdit
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_state import (
    complaint,
    ink_of,
    is_keyed,
    is_missing,
    reason,
)

_EDGE = 3
_BRIGHT = 128


class FormEdit(FieldEdit):
    """A one-line editor that shows by colour whether its field is missing, odd or filled in."""

    def __init__(self, document: Document, place: Place, name: str, parent: QWidget | None) -> None:
        super().__init__(document, place, parent)
        self.setAccessibleName(name)

    def show_state(self) -> None:
        """Load the field again and dress the editor in its state."""
        place = self.place()
        if place is None or is_being_typed(self._document, self):
            return
        self.refresh()
        dress(self, self._document, place)
        self.setReadOnly(not is_keyed(self._document, place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edge that tells what is missing or not understood."""
        super().paintEvent(event)
        draw_frame(self)
        place = self.place()
        if place is None:
            return
        ours = colours(QApplication.palette())
        if place in self._document.draft.rejected:
            self._draw_edge(ours.invalid)
        elif is_missing(self._document, place):
            self._draw_edge(ours.required)

    def _draw_edge(self, colour: str) -> None:
        QPainter(self).fillRect(0, 0, _EDGE, self.height(), QColor(colour))


def draw_frame(editor: QWidget) -> None:
    """Draw the frame Fusion leaves out in dark colours: it takes it from the window's."""
    if editor.hasFocus() or QApplication.palette().window().color().lightness() >= _BRIGHT:
        return
    painter = QPainter(editor)
    painter.setPen(editor.palette().color(QPalette.ColorRole.Mid))
    painter.drawRoundedRect(editor.rect().adjusted(0, 0, -1, -1), 2, 2)


def is_being_typed(document: Document, editor: FieldEdit | LinesEdit) -> bool:
    """Tell whether text stands in an editor that is not committed yet."""
    typed = document.typed_now
    return typed is not None and typed[0] == editor.place() and editor.is_changed()


def dress(editor: QWidget, document: Document, place: Place) -> None:
    """Give an editor the colours and the tool tip of its field's state."""
    shell = QApplication.palette()
    ours = colours(shell)
    ink = ink_of(document, place, ours)
    keyed = is_keyed(document, place)
    palette = QPalette(shell)
    palette.setColor(QPalette.ColorRole.Text, QColor(ink.text if keyed else ours.computed))
    if ink.paper:
        palette.setColor(QPalette.ColorRole.Base, QColor(ink.paper))
    elif not keyed:
        palette.setColor(QPalette.ColorRole.Base, shell.color(QPalette.ColorRole.Window))
    editor.setPalette(palette)
    said = complaint(document, place) or reason(document, place)
    editor.setToolTip(said)
    editor.setAccessibleDescription(said)
