"""What the file of a declaration says beyond its boxes: shown on request, never changed here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from sad_desktop.declaration.fields import Kind
from sad_desktop.forms.language import isolated
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.list_dialog import ListDialog
from sad_desktop.forms.widgets.text_model import Row

if TYPE_CHECKING:
    from sad_desktop.xml.kept import Kept  # start-up cost: it loads lxml

_ITEMS_NAMED = 6
_TEXT = 5


class KeptDialog(ListDialog):
    """Lists elements and attributes no box shows: where they stand, how often, what they say."""

    def __init__(self, name: str, kept: "Sequence[Kept]", parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        columns = (
            Column(title=translate("KeptDialog", "Element or attribute"), kind=Kind.CODE),
            Column(title=translate("KeptDialog", "Kind"), kind=Kind.TEXT),
            Column(title=translate("KeptDialog", "Where"), kind=Kind.TEXT),
            Column(title=translate("KeptDialog", "Times"), kind=Kind.COUNT),
            Column(title=translate("KeptDialog", "Line"), kind=Kind.COUNT),
            Column(title=translate("KeptDialog", "Text"), kind=Kind.TEXT),
        )
        if kept:
            sentence = translate(
                "KeptDialog",
                "{file} says this beyond the boxes. It is kept, and Save XML writes it back where "
                "it stood.",
            )
        else:
            sentence = translate("KeptDialog", "{file} says nothing beyond the boxes.")
        title = translate("KeptDialog", "Beyond the boxes")
        super().__init__(title, sentence.format(file=isolated(name)), columns, _TEXT, parent)
        self.show_rows([self._row(one) for one in kept])

    def _row(self, one: "Kept") -> Row:
        if one.is_attribute:
            kind = self.tr("attribute")
        else:
            kind = self.tr("without a box here") if one.is_known else self.tr("unknown")
        return Row(
            (one.path, kind, _where(one.items), str(one.count), str(one.line or ""), one.text)
        )


def _where(items: Sequence[int]) -> str:
    translate = QCoreApplication.translate
    parts = [translate("KeptDialog", "general segment")] if 0 in items else []
    numbers = [str(number) for number in items if number]
    if numbers:
        named = ", ".join(numbers[:_ITEMS_NAMED]) + (" …" if len(numbers) > _ITEMS_NAMED else "")
        parts.append(translate("KeptDialog", "item {numbers}").format(numbers=isolated(named)))
    return translate("KeptDialog", ", ", "between parts of a list").join(parts)
