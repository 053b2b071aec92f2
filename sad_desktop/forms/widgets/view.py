"""A view of an open declaration that is fresh whenever somebody looks at it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from sad_desktop.forms.document import Document
from sad_desktop.forms.editors import FieldEdit, LinesEdit
from sad_desktop.forms.widgets.table import KeyTable


class DocumentView(QWidget):
    """A widget that shows a document again after each change, or when it is next seen.

    Signals, each with a field's place: ``entered`` when the cursor comes to it,
    ``finder_requested`` on F3 and ``choices_requested`` on F4; what is being typed there stands
    in ``document.typed_now``.
    """

    entered = Signal(object)
    finder_requested = Signal(object)
    choices_requested = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._is_stale = True
        # A change always ends in ``assessed``: one signal, one refresh.
        document.assessed.connect(self._on_document_assessed)

    def refresh(self) -> None:
        """Show what the document holds now."""
        raise NotImplementedError

    def pass_on(self, editor: FieldEdit | LinesEdit) -> None:
        """Tell of an editor's field what the editor tells."""
        editor.focused.connect(lambda: self.entered.emit(editor.place()))
        editor.finder_requested.connect(lambda: self.finder_requested.emit(editor.place()))
        editor.choices_requested.connect(lambda: self.choices_requested.emit(editor.place()))

    def pass_on_cells(self, table: KeyTable) -> None:
        """Tell of the fields of a table's cells what the table tells."""
        table.came_to.connect(self.entered)
        table.finder_requested.connect(self.finder_requested)
        table.choices_requested.connect(self.choices_requested)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        if self._is_stale:
            self._is_stale = False
            self.refresh()
        super().showEvent(event)

    def _on_document_assessed(self) -> None:
        if not self.isVisible():
            self._is_stale = True
            return
        self.refresh()
