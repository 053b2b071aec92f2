"""F1: the full explanation of a box, and the one sentence of the status line."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.forms.document import Document
from sad_desktop.forms.language import translate_reason
from sad_desktop.forms.offer_words import offer_hint
from sad_desktop.forms.widgets.field_state import faults_of
from sad_desktop.manual.boxes import box_target
from sad_desktop.tariff.explanations import Explanation, explanation

_OWNERS = {
    Rows.CONTAINERS: "container",
    Rows.DOCUMENTS: "document",
    Rows.PREVIOUS: "previous_declaration",
    Rows.TAXES: "manual_tax",
}
_WIDTH = 420
_CLOSES = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_F1})
_OPENS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def owner_of(place: Place) -> str:
    """Return under which owner the field at a place is explained."""
    if place.rows:
        return _OWNERS[place.rows]
    is_keyed = place.field in definitions(Item if place.item else Declaration)
    if is_keyed:
        return "item" if place.item else "declaration"
    return "item_figures" if place.item else "header_figures"


def explanation_of(place: Place) -> Explanation:
    """Return the explanation of the field at a place."""
    return explanation(owner_of(place), place.field)


def hint_of(document: Document, place: Place, take_key: str = "") -> str:
    """Return the sentence the status line shows: what is wrong, why closed, else what to key.

    What is offered is said before what to key, with the key that takes it.
    """
    faults = faults_of(document, place)
    if faults and document.text_of(place):
        return faults.partition("\n")[0]
    state = document.state_of(place)
    reason = translate_reason(state.reason)
    if reason and not state.is_keyed:
        return reason
    found = explanation_of(place)
    hint = found.hint_ar if document.desk.language == "ar" else found.hint_en
    return f"{offer_hint(document, place, take_key)} {hint}".strip()


class ExplanationPopup(QFrame):
    """What a box is, its rule, an example, and why it is closed here; Esc closes it.

    ``manual_requested`` with the place in the manual, on Enter.
    """

    manual_requested = Signal(str)

    def __init__(self, document: Document, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._target = box_target(owner_of(place), place.field)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        definition = place.definition()
        language = document.desk.language
        found = explanation_of(place)
        arabic = language == "ar"
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(8)
        title = self._add(layout, f"{definition.box}  {definition.title(language)}")
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self._add(layout, found.hint_ar if arabic else found.hint_en)
        self._add(layout, found.rule_ar if arabic else found.rule_en)
        reason = translate_reason(document.state_of(place).reason)
        if reason:
            self._add(layout, reason)
        if found.example:
            example = self.tr("Example: {value}").format(value=f"\u2066{found.example}\u2069")
            self._add(layout, example)
        layout.addWidget(self._way_to_manual())
        self.setAccessibleName(title.text())

    def popup_over(self, widget: QWidget) -> None:
        """Open beside a widget, within its window."""
        self.adjustSize()
        below = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        room = widget.screen().availableGeometry()
        x = max(room.left(), min(below.x(), room.right() - self.width()))
        y = below.y()
        if y + self.height() > room.bottom():
            y = widget.mapToGlobal(QPoint(0, 0)).y() - self.height() - 4
        self.move(x, max(y, room.top()))
        self.show()

    def event(self, event: QEvent) -> bool:
        """Keep F1 from the window, which would explain the box once more."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() in _CLOSES | _OPENS)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc and on F1; open the manual on Enter."""
        if event.key() in _CLOSES:
            self.close()
        elif event.key() in _OPENS:
            self._ask_for_manual()
        else:
            super().keyPressEvent(event)

    def _ask_for_manual(self, _link: str = "") -> None:
        self.close()
        self.manual_requested.emit(self._target)

    def _way_to_manual(self) -> QLabel:
        said = self.tr("More in the manual (Enter)")
        label = QLabel(f'<a href="manual">{said}</a>')
        label.setTextFormat(Qt.TextFormat.RichText)
        label.linkActivated.connect(self._ask_for_manual)
        return label

    def _add(self, layout: QVBoxLayout, text: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setFixedWidth(_WIDTH)
        label.setTextFormat(Qt.TextFormat.PlainText)
        layout.addWidget(label)
        return label
