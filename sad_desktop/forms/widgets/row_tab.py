"""A list that hangs on a declaration: Ins adds a row, Del takes the current one out."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from sad_desktop.declaration.draft import Place
from sad_desktop.forms.document import Document
from sad_desktop.forms.widgets.field_model import FieldModel
from sad_desktop.forms.widgets.table import KeyTable
from sad_desktop.forms.widgets.view import DocumentView


class RowTab(DocumentView):
    """A table of rows with its two actions, by key and by right click."""

    def __init__(self, document: Document, model: FieldModel, parent: QWidget | None) -> None:
        super().__init__(document, parent)
        self.model = model
        model.setParent(self)
        self.table = KeyTable("", parent=self)
        self.table.setModel(model)
        self.table.fit_columns()
        self.table.horizontalHeader().setStretchLastSection(True)
        self.pass_on_cells(self.table)
        self.insert_action = self._made_action(Qt.Key.Key_Insert)
        self.remove_action = self._made_action(Qt.Key.Key_Delete)
        self.insert_action.triggered.connect(self._on_insert_triggered)
        self.remove_action.triggered.connect(self._on_remove_triggered)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def name_actions(self, insert: str, remove: str) -> None:
        """Say in the menu what Ins and Del do here."""
        self.insert_action.setText(insert)
        self.remove_action.setText(remove)

    def refresh(self) -> None:
        """Show the rows, keeping the current cell."""
        index = self.table.currentIndex()
        row, column = (index.row(), index.column()) if index.isValid() else (0, 0)
        self.model.refresh()
        if not self.table.currentIndex().isValid():
            self.table.stand_on(row, column)
        self.insert_action.setEnabled(self.may_insert())
        self.remove_action.setEnabled(self.document.is_editable and self.model.rowCount() > 0)

    def go_to(self, place: Place) -> None:
        """Stand on a field of a row."""
        fields = [column.field for column in self.model.columns]
        if place.field in fields:
            self.table.stand_on(place.row, fields.index(place.field))
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def row_below(self) -> int:
        """Return where a new row goes: below the current one."""
        index = self.table.currentIndex()
        return index.row() + 1 if index.isValid() else self.model.rowCount()

    def may_insert(self) -> bool:
        """Tell whether the list may have another row."""
        raise NotImplementedError

    def insert_row(self) -> None:
        """Add a row below the current one and stand on it."""
        raise NotImplementedError

    def remove_row(self, row: int) -> None:
        """Take a row out."""
        raise NotImplementedError

    def _made_action(self, key: Qt.Key) -> QAction:
        action = QAction(self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.table.addAction(action)
        return action

    def _on_insert_triggered(self) -> None:
        # The focus is taken first: what stands in an editor is committed before rows move.
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.insert_row()

    def _on_remove_triggered(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self.remove_row(index.row())
