"""A record keyed field by field: labels and editors in rows, and lists that grow as one keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from sad_desktop.declaration.values import Value
from sad_desktop.forms.widgets.record_editor import RecordEditor, RecordField

Row = Mapping[str, Value]


class RecordForm(QWidget):
    """Fields in rows of one or two; ``changed`` whenever something is keyed.

    ``finder_requested`` carries the editor of a field with a code list when F3 is pressed.
    """

    changed = Signal()
    finder_requested = Signal(RecordEditor)

    def __init__(
        self, rows: Sequence[Sequence[RecordField]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._editors: dict[str, RecordEditor] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        across = max(len(row) for row in rows)
        for number, row in enumerate(rows):
            for place, field in enumerate(row):
                self._add(grid, field, number, place, 1 if len(row) == across else 2 * across - 1)
        for place in range(across):
            grid.setColumnStretch(2 * place + 1, 1)

    def load(self, values: Row) -> None:
        """Show a record."""
        for name, editor in self._editors.items():
            editor.load(values[name])

    def values(self) -> dict[str, Value]:
        """Return the record keyed; raises Unreadable, which ``complaint`` says beforehand."""
        return {name: editor.value() for name, editor in self._editors.items()}

    def sound_values(self) -> dict[str, Value]:
        """Return what is keyed in the fields that hold values of theirs."""
        return {
            name: editor.value() for name, editor in self._editors.items() if not editor.complaint()
        }

    def complaint(self) -> str:
        """Return which field holds no value and why, and go there; "" when all do."""
        for editor in self._editors.values():
            if reason := editor.complaint():
                editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return f"{editor.field.title}: {reason}"
        return ""

    def editor(self, name: str) -> QWidget:
        """Return the widget of a field."""
        return self._editors[name].widget

    def lock(self, reasons: Mapping[str, str]) -> None:
        """Let nothing be keyed into some fields, each with the reason; the others are open."""
        for name, editor in self._editors.items():
            editor.lock(reasons.get(name, ""))

    def put(self, name: str, value: Value) -> None:
        """Key a value into a field as the user would."""
        self._editors[name].load(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the finder of the field under the cursor on F3."""
        asked = next((one for one in self._editors.values() if one.widget.hasFocus()), None)
        if event.key() == Qt.Key.Key_F3 and asked is not None and asked.field.lookup:
            self.finder_requested.emit(asked)
            return
        super().keyPressEvent(event)

    def _add(self, grid: QGridLayout, field: RecordField, row: int, place: int, span: int) -> None:
        editor = RecordEditor(field, self.changed.emit)
        label = QLabel(field.title)
        label.setBuddy(editor.widget)
        top = Qt.AlignmentFlag.AlignTop if field.lines > 1 else Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(label, row, 2 * place, top | Qt.AlignmentFlag.AlignLeading)
        grid.addWidget(editor.widget, row, 2 * place + 1, 1, span)
        self._editors[field.name] = editor


class RecordRows(QWidget):
    """A list within a record: a row of editors each, the last one always blank.

    A row whose fields are emptied is left out when the record is read.
    """

    changed = Signal()

    def __init__(self, fields: Sequence[RecordField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._rows: list[dict[str, RecordEditor]] = []
        self._is_loading = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, field in enumerate(self._fields):
            self._grid.addWidget(QLabel(field.title), 0, column)
            self._grid.setColumnStretch(column, 0 if field.width or field.choices else 1)
        self.load(())

    def load(self, rows: Sequence[Row]) -> None:
        """Show a list, and a blank row after it."""
        while len(self._rows) > len(rows) + 1:
            for editor in self._rows.pop().values():
                self._grid.removeWidget(editor.widget)
                editor.widget.deleteLater()
        while len(self._rows) < len(rows) + 1:
            self._add_row()
        blank: Row = {field.name: "" for field in self._fields if field.choices is not None}
        self._is_loading = True  # a row half loaded is not one somebody keys
        for editors, row in zip(self._rows, (*rows, blank), strict=True):
            for name, editor in editors.items():
                editor.load(row.get(name))
        self._is_loading = False

    def values(self) -> tuple[dict[str, Value], ...]:
        """Return the rows keyed; raises Unreadable, which ``complaint`` says beforehand."""
        return tuple(
            {name: editor.value() for name, editor in row.items()}
            for row in self._rows
            if not self._is_blank(row)
        )

    def complaint(self) -> str:
        """Return which field holds no value and why, and go there; "" when all do."""
        for row in self._rows:
            for editor in row.values():
                if reason := editor.complaint():
                    editor.widget.setFocus(Qt.FocusReason.OtherFocusReason)
                    return f"{editor.field.title}: {reason}"
        return ""

    def lock(self, reasons: Mapping[str, str], blank: str = "") -> None:
        """Let nothing be keyed into some fields of the rows; ``blank`` closes the row after them.

        Each with its reason, "" for none; it holds until another list is loaded.
        """
        for number, row in enumerate(self._rows):
            is_last = number == len(self._rows) - 1
            for name, editor in row.items():
                editor.lock(blank if is_last else reasons.get(name, ""))

    def editor(self, row: int, name: str) -> QWidget:
        """Return the widget of a field of a row from 0."""
        return self._rows[row][name].widget

    def _add_row(self) -> None:
        number = len(self._rows) + 1
        editors = {field.name: RecordEditor(field, self._on_changed) for field in self._fields}
        before = self._last_widget()
        for column, editor in enumerate(editors.values()):
            self._grid.addWidget(editor.widget, number, column)
            if before is not None:
                QWidget.setTabOrder(before, editor.widget)
            if self.isVisible():
                editor.widget.show()  # now: the layout would do so after the next Tab
            before = editor.widget
        self._rows.append(editors)

    def _last_widget(self) -> QWidget | None:
        return list(self._rows[-1].values())[-1].widget if self._rows else None

    def _on_changed(self) -> None:
        if self._is_loading:
            return
        if self._rows and not self._is_blank(self._rows[-1]):
            self._add_row()
        self.changed.emit()

    @staticmethod
    def _is_blank(row: Mapping[str, RecordEditor]) -> bool:
        return not any(
            editor.text().strip() for editor in row.values() if editor.field.choices is None
        )
