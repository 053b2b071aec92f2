"""The short form of a declaration begun from a template: what each shipment has of its own."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QVBoxLayout, QWidget

from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import show
from sad_desktop.forms.document import Document
from sad_desktop.forms.template_report import number_of
from sad_desktop.forms.widgets.field_model import Column, FieldModel
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.table import KeyTable
from sad_desktop.services.templates import without_blank_containers

BOX, ITEM, FIELD, FORMER, ANSWER = range(5)
_SIZE = (820, 560)


class AnswersModel(FieldModel):
    """One row for each field that is asked for; only the last column is keyed.

    What the program put in already, as the day's rates, is not asked for.
    """

    def __init__(
        self, document: Document, pattern: Draft, places: Iterable[Place], parent: QObject
    ) -> None:
        super().__init__(document, (), parent)
        self._pattern = pattern
        filled = document.draft.filled
        self._places = tuple(
            place for place in places if place not in filled and document.takes(place)
        )
        self.columns = (
            Column(title=self.tr("Box"), kind=Kind.CODE),
            Column(title=self.tr("Item"), kind=Kind.CODE),
            Column(title=self.tr("Field"), kind=Kind.TEXT),
            Column(title=self.tr("In the template"), kind=Kind.TEXT),
            Column(title=self.tr("This shipment"), kind=Kind.TEXT),
        )
        self.refresh()

    def count(self) -> int:
        """Return the number of fields asked for."""
        return len(self._places)

    def place(self, row: int, column: int) -> Place | None:
        """Return the field a cell of the last column keys."""
        return self._places[row] if column == ANSWER else None

    def computed(self, row: int, column: int) -> str:
        """Return which field the row is, and what the template has there."""
        if column == ANSWER:
            return ""
        place = self._places[row]
        definition = place.definition()
        if column == BOX:
            return definition.box
        if column == ITEM:
            return number_of(self._pattern, place)
        if column == FIELD:
            return definition.title(self.document.desk.language)
        former = self._pattern.rejected.get(place)
        if former is not None:
            return former
        return show(definition, self._pattern.value(place)).replace("\n", " / ")


class AnswersDialog(QDialog):
    """Keys the fields into the open declaration itself: nothing typed here can be lost.

    ``finder_requested`` and ``choices_requested`` carry the field's place, ``left`` comes when
    the form is left, by whichever way.
    """

    finder_requested = Signal(object)
    choices_requested = Signal(object)
    left = Signal()

    def __init__(
        self, document: Document, pattern: Draft, places: Iterable[Place], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("What this shipment has of its own"))
        self.resize(*_SIZE)
        self._document = document
        self.model = AnswersModel(document, pattern, places, self)
        document.changed.connect(self.model.refresh)
        self.table = self._make_table()
        buttons = QDialogButtonBox()
        self.ready_button = buttons.addButton(
            self.tr("To the declaration"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.ready_button.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        said = self.tr(
            "Key what is new; Enter goes on. What you leave empty stays empty in the declaration, "
            "and Esc goes there at any time."
        )
        layout = QVBoxLayout(self)
        layout.addWidget(Sentence(said, Tone.PLAIN))
        layout.addWidget(self.table, 1)
        layout.addWidget(buttons)
        self.finished.connect(self._on_finished)
        self.table.setFocus()
        self.table.stand_on(0, ANSWER)

    def _make_table(self) -> KeyTable:
        table = KeyTable(self.tr("What this shipment has of its own"), parent=self)
        table.setModel(self.model)
        header = table.horizontalHeader()
        for column, sample in ((BOX, "44.4MM"), (ITEM, "9999MM")):
            table.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample))
        for column in (FIELD, FORMER, ANSWER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.finder_requested.connect(self.finder_requested)
        table.choices_requested.connect(self.choices_requested)
        table.ended.connect(self._on_table_ended)
        return table

    def _on_table_ended(self) -> None:
        """Go from the last field to the button."""
        self.ready_button.setFocus()

    def _on_finished(self) -> None:
        self._document.perform(
            self.tr("Leave out containers without a number"),
            without_blank_containers(self._document.draft),
        )
        self.left.emit()
