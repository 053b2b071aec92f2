"""The window of the second and third supplementary unit (guide 003, box 41; S3-059)."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QWidget

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.document import Document
from sad_desktop.forms.widgets.form_edit import FormEdit
from sad_desktop.tariff.behaviour import StateKind

RANKS = (2, 3)


def units_asked_for(document: Document, item: int) -> tuple[int, ...]:
    """Return which of the second and third unit the tariff line of an item asks for."""
    return tuple(
        rank
        for rank in RANKS
        if document.state_of(Place(f"unit_{rank}_quantity", item)).kind is StateKind.REQUIRED
    )


class UnitsPopup(QFrame):
    """Quantities in further units. ``left`` when Enter on the last, or Esc, has closed it."""

    left = Signal()

    def __init__(
        self,
        document: Document,
        item: int,
        ranks: tuple[int, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAccessibleName(self.tr("Supplementary units"))
        form = QFormLayout(self)
        form.setContentsMargins(14, 12, 14, 12)
        self.editors: list[FormEdit] = []
        for rank in ranks:
            place = Place(f"unit_{rank}_quantity", item)
            unit = document.text_of(Place(f"unit_{rank}", item))
            name = document.text_of(Place(f"unit_{rank}_name", item))
            editor = FormEdit(
                document, place, place.definition().title(document.desk.language), self
            )
            editor.show_state()
            editor.step.connect(self._on_stepped)
            label = QLabel(" ".join(part for part in (unit, name) if part))
            label.setBuddy(editor)
            form.addRow(label, editor)
            self.editors.append(editor)

    def popup_under(self, widget: QWidget) -> None:
        """Open below a box, ready to type in."""
        self.adjustSize()
        self.move(widget.mapToGlobal(QPoint(0, widget.height() + 2)))
        self.show()
        self.editors[0].setFocus(Qt.FocusReason.PopupFocusReason)
        self.editors[0].selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what was typed."""
        for editor in self.editors:
            editor.commit()
        super().closeEvent(event)

    def _leave(self) -> None:
        self.close()
        parent = self.parentWidget()
        if parent is not None:
            parent.window().activateWindow()  # a closed popup leaves some platforms without one
        self.left.emit()

    def _on_stepped(self, step: int) -> None:
        focused = next((i for i, editor in enumerate(self.editors) if editor.hasFocus()), 0)
        target = focused + step
        if 0 <= target < len(self.editors):
            self.editors[target].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._leave()
