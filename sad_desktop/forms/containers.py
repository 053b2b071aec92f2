"""The container list: every container of the declaration and the item it belongs to (S3-032)."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QStyleOptionViewItem, QVBoxLayout, QWidget

from sad_desktop.declaration.containers import check_digit, written_digit
from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Container
from sad_desktop.declaration.values import fold_digits, show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.theme import Colours
from sad_desktop.forms.widgets.cells import CellDelegate
from sad_desktop.forms.widgets.field_model import Column, FieldModel, Index
from sad_desktop.forms.widgets.field_state import is_keyed
from sad_desktop.forms.widgets.row_tab import RowTab
from sad_desktop.tariff.behaviour import StateKind

translate = QCoreApplication.translate

ITEM, IDENTITY = 0, 1
"""Columns of the item's number and of the container's."""
_NAMES = tuple(definitions(Container))
_SAMPLES = {"identity": "M" * 13, "goods": "m" * 24, "container_type": "M" * 6}
_FIRST_ITEMS = 40


class ContainerModel(FieldModel):
    """The containers; the first column chooses the item by its number."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(document, _columns(), parent)

    def count(self) -> int:
        """Return the number of containers."""
        return len(self.document.draft.declaration.containers)

    def place(self, row: int, column: int) -> Place | None:
        """Return the field of a container; the item's number is no field."""
        if column == ITEM:
            return None
        return Place(_NAMES[column - 1], rows=Rows.CONTAINERS, row=row)

    def computed(self, row: int, column: int) -> str:
        """Return the number of the container's item."""
        if column != ITEM:
            return ""
        number = self.number_of(self.document.draft.declaration.containers[row].item_key)
        return str(number) if number else ""

    def number_of(self, key: int) -> int:
        """Return the number of an item from 1; 0 when there is none."""
        items = self.document.draft.declaration.items
        return next((number for number, item in enumerate(items, 1) if item.key == key), 0)

    def is_keyed(self, index: Index) -> bool:
        """Tell whether a cell can be typed in or chosen."""
        if index.column() == ITEM:
            place = Place("identity", rows=Rows.CONTAINERS, row=index.row())
            return is_keyed(self.document, place)
        return super().is_keyed(index)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take over what was typed, or the key of the chosen item."""
        if index.column() != ITEM or role != Qt.ItemDataRole.EditRole:
            return super().setData(index, value, role)
        return self._belong(index.row(), int(value))

    def copy_above(self, index: Index) -> bool:
        """Copy a cell from the row above, the item's number too."""
        if index.column() != ITEM:
            return super().copy_above(index)
        containers = self.document.draft.declaration.containers
        return bool(index.row()) and self._belong(index.row(), containers[index.row() - 1].item_key)

    def text_colour(self, row: int, column: int, ours: Colours) -> str:
        """Warn with the colour of a number whose check digit is wrong."""
        if column == ITEM:
            return ours.ink
        if column == IDENTITY and self._digit_fault(row):
            return ours.warning
        return super().text_colour(row, column, ours)

    def hint(self, row: int, column: int) -> str:
        """Return what is wrong with a cell, and what the check digit should be."""
        own = self._digit_fault(row) if column == IDENTITY else ""
        return own or super().hint(row, column)

    def _belong(self, row: int, key: int) -> bool:
        containers = self.document.draft.declaration.containers
        if containers[row].item_key == key:
            return False
        rows = (*containers[:row], replace(containers[row], item_key=key), *containers[row + 1 :])
        title = translate("ContainerModel", "item of the container")
        self.document.set_rows(title, 0, Rows.CONTAINERS, rows)
        return True

    def _digit_fault(self, row: int) -> str:
        identity = self.document.draft.declaration.containers[row].identity
        if not identity:
            return ""
        digit, written = check_digit(identity), written_digit(identity)
        if digit is None:
            return translate(
                "ContainerModel",
                "Not a number of ISO 6346: four letters, six digits and a check digit.",
            )
        if written is None:
            said = translate("ContainerModel", "The check digit is missing; it is {digit}.")
            return said.format(digit=digit)
        if written != digit:
            said = translate("ContainerModel", "The check digit should be {digit}, not {written}.")
            return said.format(digit=digit, written=written)
        return ""


class ItemChoice(QComboBox):
    """The items of the declaration by number; digits of either script find one."""

    def __init__(self, items: Iterable[Item], parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.setAccessibleName(translate("ContainerModel", "Item of the container"))
        self.setMaxVisibleItems(_FIRST_ITEMS)
        self.addItem(translate("ContainerModel", "none"), 0)
        for number, item in enumerate(items, 1):
            goods = item.commercial_description or item.tariff_description
            first = next(iter(goods.splitlines()), "")
            self.addItem("  ".join(t for t in (str(number), item.commodity_code, first) if t))
            self.setItemData(number, item.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Search by Latin digits also when Arabic ones are typed."""
        folded = fold_digits(event.text())
        if folded == event.text():
            super().keyPressEvent(event)
            return
        key = QKeyEvent(event.type(), event.key(), event.modifiers(), folded)
        super().keyPressEvent(key)


class ContainerDelegate(CellDelegate):
    """Keys a container; the item is chosen from those of the declaration."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the choice of items, or the editor of the field."""
        model = index.model()
        if index.column() != ITEM or not isinstance(model, ContainerModel):
            return super().createEditor(parent, option, index)
        return ItemChoice(model.document.draft.declaration.items, parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the chosen item."""
        model = index.model()
        if not isinstance(editor, ItemChoice) or not isinstance(model, ContainerModel):
            super().setEditorData(editor, index)
            return
        key = model.document.draft.declaration.containers[index.row()].item_key
        editor.setCurrentIndex(max(editor.findData(key), 0))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        """Commit the chosen item."""
        if not isinstance(editor, ItemChoice):
            super().setModelData(editor, model, index)
            return
        model.setData(index, editor.currentData())


class ContainersTab(RowTab):
    """The container list; Ins adds a container, Del takes one out."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, ContainerModel(document), parent)
        self.setAccessibleName(self.tr("Container list"))
        self.table.setAccessibleName(self.tr("Containers"))
        self.table.empty_text = self.tr(
            "No containers yet. Press Ins to add the first; its item, number and masses are keyed "
            "in the row."
        )
        self.table.set_delegate(ContainerDelegate(self.table))
        self.name_actions(self.tr("Insert container"), self.tr("Remove container"))
        self.total = QLabel(self)
        self.total.setContentsMargins(8, 4, 8, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.total)

    def refresh(self) -> None:
        """Show the containers and their number and mass."""
        super().refresh()
        containers = self.document.draft.declaration.containers
        mass = sum((row.gross_mass for row in containers if row.gross_mass), Decimal(0))
        said = self.tr("Containers: {count}; gross mass: {mass} kg")
        self.total.setText(said.format(count=len(containers), mass=show_number(mass)))

    def may_insert(self) -> bool:
        """Tell whether the list may have another row."""
        place = Place("identity", rows=Rows.CONTAINERS)
        closed = self.document.state_of(place).kind is StateKind.NOT_USED
        return self.document.is_editable and not closed

    def insert_row(self) -> None:
        """Add a container below the current one, of the same item."""
        containers = self.document.draft.declaration.containers
        at = self.row_below()
        items = self.document.draft.declaration.items
        key = containers[at - 1].item_key if at else next((item.key for item in items), 0)
        rows = (*containers[:at], Container(item_key=key), *containers[at:])
        self.document.set_rows(self.tr("insert container"), 0, Rows.CONTAINERS, rows)
        self.table.stand_on(at, IDENTITY)

    def remove_row(self, row: int) -> None:
        """Take a container out."""
        self.document.remove_row(self.tr("remove container"), 0, Rows.CONTAINERS, row)


def _columns() -> tuple[Column, ...]:
    titles = {
        "identity": translate("ContainerModel", "Container number"),
        "container_type": translate("ContainerModel", "Type"),
        "fullness": translate("ContainerModel", "Empty/full"),
        "gross_mass": translate("ContainerModel", "Gross mass (kg)"),
        "goods": translate("ContainerModel", "Goods in it"),
        "package_kind": translate("ContainerModel", "Kind of packages"),
        "package_count": translate("ContainerModel", "Packages in it"),
        "package_mass": translate("ContainerModel", "Mass in it (kg)"),
    }
    fields = definitions(Container)
    item = Column(title=translate("ContainerModel", "Item"), kind=Kind.CODE, sample="999")
    return (
        item,
        *(
            Column(
                title=title,
                kind=fields[name].kind,
                field=name,
                sample=_SAMPLES.get(name, ""),
            )
            for name, title in titles.items()
        ),
    )
