"""Fields and rows that stand on no sheet and on no note: keyed here, item by item."""

from collections.abc import Callable
from functools import cache

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.fields import FieldDef, Kind, definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.forms.document import Document
from sad_desktop.forms.editors import LinesEdit
from sad_desktop.forms.item_rows import ItemRows
from sad_desktop.forms.widgets.form_edit import FormEdit, dress
from sad_desktop.forms.widgets.view import DocumentView
from sad_desktop.printing.sheet import Subject, sheet

_NOTE = "VN"
_CODE_WIDTH = 180


@cache
def further_fields(owner: type) -> tuple[FieldDef, ...]:
    """Return the fields of a declaration or an item that neither the form nor a note shows."""
    is_item = owner is Item
    shown = {
        cell.name
        for cell in sheet("main").cells
        if cell.subject is Subject.FIELD and bool(cell.slot) is is_item
    }
    mirrored = {"invoice_amount"} if is_item else set()
    return tuple(
        field
        for name, field in definitions(owner).items()
        if name not in shown | mirrored
        and not name.startswith(_COMPOSED)
        and (field.box != _NOTE or name in _ENTERED_BASES)
    )


_COMPOSED = ("assessment_", "receipt_")
"""Official numbers box B shows in one line each; nobody keys them."""

_ENTERED_BASES = frozenset({"retail_price", "sugar_content"})
"""Values some taxes are computed from, keyed with the item rather than in its valuation."""


class FurtherTab(DocumentView):
    """The further fields of the general segment, and of the item chosen above them."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setAccessibleName(self.tr("Further fields"))
        self._editors: dict[tuple[bool, str], FormEdit | LinesEdit] = {}
        self.number = QSpinBox()
        self.number.setAccessibleName(self.tr("Item number"))
        self.number.setMinimum(1)
        self.number.valueChanged.connect(self._on_number_changed)
        QShortcut(QKeySequence("Ctrl+PgDown"), self, self.number.stepUp)
        QShortcut(QKeySequence("Ctrl+PgUp"), self, self.number.stepDown)
        columns = QHBoxLayout()
        columns.addWidget(self._general(), 1, Qt.AlignmentFlag.AlignTop)
        columns.addWidget(self._of_item(), 1, Qt.AlignmentFlag.AlignTop)
        self.rows = {
            Rows.PREVIOUS: ItemRows(document, Rows.PREVIOUS, self.tr("Previous declarations")),
            Rows.TAXES: ItemRows(document, Rows.TAXES, self.tr("Taxes keyed by hand")),
        }
        content = QWidget()
        column = QVBoxLayout(content)
        column.addLayout(columns)
        for part in self.rows.values():
            column.addWidget(_framed(part))
            part.entered.connect(self.entered)
            part.finder_requested.connect(self.finder_requested)
            part.choices_requested.connect(self.choices_requested)
        self._scroll = QScrollArea()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what it holds
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self.refresh()

    def refresh(self) -> None:
        """Show what the document holds now."""
        items = self.document.draft.declaration.items
        self.number.setMaximum(max(len(items), 1))
        index = self.number.value() - 1
        for part in self.rows.values():
            part.show_item(items[index].key if index < len(items) else 0)
        for (is_item, name), editor in self._editors.items():
            place = self._place(name, is_item=is_item)
            if editor.place() != place:
                editor.set_place(place)
            if isinstance(editor, FormEdit):
                editor.show_state()
            elif place is not None and not editor.hasFocus():
                editor.refresh()
                dress(editor, self.document, place)

    def go_to(self, place: Place) -> bool:
        """Show the item of a field and select it; False when the field is not here."""
        if place.item:
            self.number.setValue(self.document.draft.declaration.position(place.item) + 1)
        if place.rows is not None:
            part = self.rows[place.rows]
            part.go_to(place)
            # A part just opened has its places only when the event loop has laid it out.
            QTimer.singleShot(0, part, lambda: self._scroll.ensureWidgetVisible(part))
            return True
        editor = self._editors.get((bool(place.item), place.field))
        if editor is None:
            return False
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _general(self) -> QGroupBox:
        box = QGroupBox(self.tr("General segment"))
        form = _form(box)
        for field in further_fields(Declaration):
            self._add(form, field, is_item=False)
        return box

    def _of_item(self) -> QGroupBox:
        box = QGroupBox(self.tr("Item"))
        form = _form(box)
        form.addRow(QLabel(self.tr("Item number")), self.number)
        for field in further_fields(Item):
            self._add(form, field, is_item=True)
        return box

    def _add(self, form: QFormLayout, field: FieldDef, *, is_item: bool) -> None:
        place = self._place(field.name, is_item=is_item)
        number = "" if field.box == _NOTE else field.box
        title = f"{number}  {field.title(self.document.desk.language)}".strip()
        editor: FormEdit | LinesEdit
        if field.kind is Kind.LINES:
            editor = LinesEdit(self.document, place, self)
            editor.setFixedHeight(editor.fontMetrics().lineSpacing() * 4)
            editor.setAccessibleName(title)
        else:
            editor = FormEdit(self.document, place or Place(field.name), title, self)
            if field.kind is not Kind.TEXT:
                editor.setMaximumWidth(_CODE_WIDTH)
        editor.step.connect(self._stepper(editor))
        self.pass_on(editor)
        label = QLabel(title)
        label.setBuddy(editor)
        label.setWordWrap(True)
        label.setContentsMargins(3, 0, 3, 0)  # a wrapped Arabic line begins a blank too far left
        form.addRow(label, editor)
        self._editors[is_item, field.name] = editor

    def _stepper(self, editor: QWidget) -> Callable[[int], object]:
        return lambda step: self.focusNextPrevChild(step > 0) if editor.hasFocus() else None

    def _place(self, name: str, *, is_item: bool) -> Place | None:
        if not is_item:
            return Place(name)
        items = self.document.draft.declaration.items
        index = self.number.value() - 1
        return Place(name, items[index].key) if index < len(items) else None

    def _on_number_changed(self, _number: int) -> None:
        self.refresh()


def _framed(part: ItemRows) -> QGroupBox:
    box = QGroupBox(part.accessibleName())
    QVBoxLayout(box).addWidget(part)
    return box


def _form(box: QGroupBox) -> QFormLayout:
    form = QFormLayout(box)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setVerticalSpacing(6)
    form.setHorizontalSpacing(12)
    return form
