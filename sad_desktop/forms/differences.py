"""The figures a file declares beside our own: where they differ, and why."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.figures import HeaderFigures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.language import isolated
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.list_dialog import ListDialog
from sad_desktop.forms.widgets.text_model import Row
from sad_desktop.services.exchange import as_read
from sad_desktop.valuation.differences import Difference, Why, differences

_TAX, _WHY = 2, 6
_GRAVE = frozenset({Why.STALE, Why.BASE_STALE})


class DifferencesDialog(ListDialog):
    """Lists the figures of a declaration's file that are not ours; nothing is corrected."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        draft, note = document.draft, document.note
        assert draft.declared is not None  # noqa: S101 - the command is closed without
        found = differences(
            draft.declared,
            document.figures,
            note.decimals,
            is_edited=draft.declaration != as_read(draft.source),
        )
        columns = (
            Column(title=translate("DifferencesDialog", "Item"), kind=Kind.COUNT),
            Column(title=translate("DifferencesDialog", "Figure"), kind=Kind.TEXT),
            Column(title=translate("DifferencesDialog", "Tax"), kind=Kind.CODE),
            Column(title=translate("DifferencesDialog", "In the file"), kind=Kind.AMOUNT),
            Column(title=translate("DifferencesDialog", "Here"), kind=Kind.AMOUNT),
            Column(title=translate("DifferencesDialog", "Difference"), kind=Kind.AMOUNT),
            Column(title=translate("DifferencesDialog", "Why"), kind=Kind.TEXT),
        )
        if found:
            sentence = translate(
                "DifferencesDialog",
                "The file says these figures, and the law of {day} gives others. They are kept as "
                "the file has them until a change makes them stale.",
            )
        else:
            sentence = translate(
                "DifferencesDialog", "Every figure of the file is as computed here on {day}."
            )
        title = translate("DifferencesDialog", "Figures of the file and ours")
        day = isolated(note.on.strftime("%d/%m/%Y"))
        super().__init__(title, sentence.format(day=day), columns, _WHY, parent)
        self.resize(1000, self.height())
        self._language = document.desk.language
        self._decimals = note.decimals
        self.show_rows([self._row(one) for one in found])

    def _row(self, one: Difference) -> Row:
        declared, own = one.declared, one.own
        difference = declared - own if declared is not None and own is not None else None
        cells = (
            str(one.number or ""),
            self._figure(one),
            one.tax,
            self._shown(declared),
            self._shown(own),
            self._shown(difference, sign="+"),
            self._why(one),
        )
        ours = colours(QGuiApplication.palette())
        return Row(cells, colours={_WHY: ours.warning if one.why in _GRAVE else ours.ink})

    def _shown(self, amount: Decimal | None, sign: str = "") -> str:
        if amount is None:
            return ""
        return (sign if amount > 0 else "") + show_number(amount, self._decimals)

    def _figure(self, one: Difference) -> str:
        own: Mapping[str, str] = {
            "taxes": self.tr("Amount"),
            "base": self.tr("Tax base"),
            "invoice": self.tr("Invoice value"),
        }
        if one.figure in own:
            return own[one.figure]
        models = (ItemFigures, Item, Declaration) if one.item else (HeaderFigures, Declaration)
        for model in models:
            if one.figure in definitions(model):
                return definitions(model)[one.figure].title(self._language)
        return one.figure

    def _why(self, one: Difference) -> str:
        """Return the sentence of a reason."""
        sentences = {
            Why.STALE: self.tr("stale: the file's other figures give {expected}"),
            Why.BASE_STALE: self.tr("stale base: the value of the item is {expected} in the file"),
            Why.ROUNDING: self.tr("rounded otherwise"),
            Why.EDITED: self.tr("the declaration was changed since it was read"),
            Why.OTHERWISE: self.tr("computed otherwise"),
        }
        if one.why is not Why.LAW:
            return sentences[one.why].format(expected=isolated(self._shown(one.expected)))
        if one.own is None:
            return self.tr("other law: not charged here")
        if one.declared is None:
            return self.tr("other law: not in the file")
        return self.tr("other law or rate")
