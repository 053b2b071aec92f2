"""Rows of an item that stand on no sheet: what it writes off, and taxes keyed by hand."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sad_desktop.declaration.draft import ROW_TYPES, Place, Rows
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.lists import Row
from sad_desktop.forms.document import Document
from sad_desktop.forms.widgets.field_model import Column, FieldModel
from sad_desktop.forms.widgets.row_tab import RowTab

_SAMPLES = {Kind.DAY: "00/00/00000", Kind.TEXT: "m" * 22, Kind.COUNT: "00000"}
_SAMPLE = "0" * 12
_LINES = 5


class ItemRowsModel(FieldModel):
    """The rows of one kind of one item; ``key`` is the item's, 0 none."""

    def __init__(self, document: Document, kind: Rows, parent: QObject | None = None) -> None:
        fields = definitions(ROW_TYPES[kind]).values()
        language = document.desk.language
        columns = (
            Column(
                title=field.title(language),
                kind=field.kind,
                field=field.name,
                sample=_SAMPLES.get(field.kind, _SAMPLE),
            )
            for field in fields
        )
        super().__init__(document, tuple(columns), parent)
        self._kind = kind
        self.key = 0

    def rows(self) -> tuple[Row, ...]:
        """Return the rows of the item."""
        for item in self.document.draft.declaration.items:
            if item.key == self.key:
                rows: tuple[Row, ...] = getattr(item, self._kind)
                return rows
        return ()

    def count(self) -> int:
        """Return the number of rows."""
        return len(self.rows())

    def place(self, row: int, column: int) -> Place | None:
        """Return the field of a row."""
        return Place(self.columns[column].field, self.key, self._kind, row)


class ItemRows(RowTab):
    """A table of an item's rows; Ins adds one, Del takes one out."""

    def __init__(
        self, document: Document, kind: Rows, title: str, parent: QWidget | None = None
    ) -> None:
        self._rows = ItemRowsModel(document, kind)
        super().__init__(document, self._rows, parent)
        self._kind = kind
        self.setAccessibleName(title)
        self.table.setAccessibleName(title)
        self.table.empty_text = self.tr("{title}: none yet. Press Ins to add a row.").format(
            title=title
        )
        self.name_actions(self.tr("Insert row"), self.tr("Remove row"))
        self.table.setMinimumHeight(self.fontMetrics().lineSpacing() * (_LINES + 2))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_item(self, key: int) -> None:
        """Show the rows of an item."""
        self._rows.key = key
        self.refresh()

    def may_insert(self) -> bool:
        """Tell whether the item may have another row."""
        return self.document.is_editable and self._rows.key != 0

    def insert_row(self) -> None:
        """Add a row below the current one and stand on it."""
        at, rows = self.row_below(), self._rows.rows()
        fresh: Row = ROW_TYPES[self._kind]()
        self.document.set_rows(
            self.tr("Insert row"), self._rows.key, self._kind, (*rows[:at], fresh, *rows[at:])
        )
        self.table.stand_on(at, 0)

    def remove_row(self, row: int) -> None:
        """Take a row out."""
        self.document.remove_row(self.tr("Remove row"), self._rows.key, self._kind, row)
