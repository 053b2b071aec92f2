"""What does not arrive whole in a file for customs: listed before it is written."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.list_dialog import ListDialog
from sad_desktop.forms.widgets.text_model import Row
from sad_desktop.xml.losses import Loss, Reason

_WHAT, _TEXT, _CUT = 3, 4, 5


class LossesDialog(ListDialog):
    """Lists boxes the format does not have and texts the receiving system may cut.

    With ``question``, the name of a button, it asks whether to write the file all the same.
    """

    def __init__(
        self,
        losses: Sequence[Loss],
        language: str,
        parent: QWidget | None = None,
        *,
        question: str = "",
    ) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column(title=translate("LossesDialog", "Box"), kind=Kind.CODE),
            Column(title=translate("LossesDialog", "Item"), kind=Kind.COUNT),
            Column(title=translate("LossesDialog", "Field"), kind=Kind.TEXT),
            Column(title=translate("LossesDialog", "What happens"), kind=Kind.TEXT),
            Column(title=translate("LossesDialog", "Text"), kind=Kind.TEXT),
            Column(title=translate("LossesDialog", "What may be missing"), kind=Kind.TEXT),
        )
        sentence = translate(
            "LossesDialog",
            "These texts do not arrive whole at customs. Shorten them, or write the file as it is; "
            "the declaration here stays complete either way.",
        )
        title = translate("LossesDialog", "Not everything fits into the file")
        super().__init__(title, sentence, columns, _TEXT, parent, question=question)
        self._language = language
        self.show_rows([self._row(loss) for loss in losses])

    def _row(self, loss: Loss) -> Row:
        definition = loss.place.definition()
        cells = (
            definition.box,
            str(loss.number or ""),
            definition.title(self._language),
            self._what(loss),
            _on_one_line(loss.text),
            _on_one_line(loss.cut),
        )
        ink = colours(QGuiApplication.palette()).warning
        return Row(cells, colours={_WHAT: ink, _CUT: ink}, hint=loss.source)

    def _what(self, loss: Loss) -> str:
        if loss.reason is Reason.TOO_LONG:
            said = self.tr("{count} characters, customs takes {limit}")
            return said.format(count=len(loss.text), limit=loss.length)
        if loss.reason is Reason.NO_ELEMENT:
            return self.tr("the format has no place for it")
        return self.tr("letters no file can hold are left out")


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
