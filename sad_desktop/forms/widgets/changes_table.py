"""Fields before and after: box, item, field and both values."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from sad_desktop.brokerage.history import Change
from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.history_words import change_texts
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import dress_rows, keep_one_line
from sad_desktop.forms.widgets.text_model import Row, TextModel

_BOX, _ITEM, _FIELD, _BEFORE, _AFTER = range(5)


class ChangesTable(QTableView):
    """A list of changed fields; the whole text of a cell stands in its tool tip."""

    def __init__(self, name: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.rows = TextModel(
            (
                Column(title=self.tr("Box"), kind=Kind.CODE),
                Column(title=self.tr("Item"), kind=Kind.CODE),
                Column(title=self.tr("Field"), kind=Kind.TEXT),
                Column(title=self.tr("Before"), kind=Kind.TEXT),
                Column(title=self.tr("After"), kind=Kind.TEXT),
            ),
            self,
        )
        self.setModel(self.rows)
        self.setAccessibleName(name)
        dress_rows(self)
        keep_one_line(self)
        header = self.horizontalHeader()
        for column, sample in ((_BOX, "44.44 M"), (_ITEM, "9999 M")):
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample) + 16)
        for column in (_FIELD, _BEFORE, _AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def show_changes(self, changes: Iterable[Change]) -> None:
        """Show other changes."""
        self.rows.show_rows([Row(change_texts(one, self._language)) for one in changes])
