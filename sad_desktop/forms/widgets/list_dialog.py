"""A dialog that shows a list under a sentence, and may ask whether to go on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import list_of_rows
from sad_desktop.forms.widgets.search_line import choose_row
from sad_desktop.forms.widgets.sentence import Sentence
from sad_desktop.forms.widgets.text_model import Row, TextModel

_WIDTH, _HEIGHT = 860, 440


class ListDialog(QDialog):
    """Rows to be read; ``question`` names the button that accepts, "" where nothing is asked.

    The column ``stretched`` takes the room the others leave.
    """

    def __init__(
        self,
        title: str,
        sentence: str,
        columns: Sequence[Column],
        stretched: int,
        parent: QWidget | None = None,
        *,
        question: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(_WIDTH, _HEIGHT)
        self.sentence = Sentence(sentence)
        self.model = TextModel(tuple(columns), self)
        self.view = self._make_view(title, stretched)
        buttons = QDialogButtonBox(self)
        if question:
            accept = buttons.addButton(question, QDialogButtonBox.ButtonRole.AcceptRole)
            accept.setDefault(True)
            buttons.addButton(self.tr("Go back"), QDialogButtonBox.ButtonRole.RejectRole)
        else:
            close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
            close.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.sentence)
        layout.addWidget(self.view, 1)
        layout.addWidget(buttons)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show the rows and stand on the first."""
        self.model.show_rows(rows)
        choose_row(self.view, 0)

    def _make_view(self, title: str, stretched: int) -> QTableView:
        view = list_of_rows(self.model, title)
        header = view.horizontalHeader()
        for column in range(self.model.columnCount()):
            mode = QHeaderView.ResizeMode.ResizeToContents
            if column == stretched:
                mode = QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, mode)
        return view
