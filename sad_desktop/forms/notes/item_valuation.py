"""The item valuation notes: every item in a table, with totals below (S3-103 to S3-110)."""

from decimal import Decimal
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.model import COSTS
from sad_desktop.declaration.values import show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.notes.explanation import explain
from sad_desktop.forms.notes.item_accounts import item_amount
from sad_desktop.forms.notes.item_table import (
    ADJUSTMENT,
    CIF,
    CODE,
    DESCRIPTION,
    GROSS,
    NAMES,
    NET,
    STATISTICAL,
    TOTAL_COSTS,
    ItemModel,
)
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.footer import Footer
from sad_desktop.forms.widgets.table import KeyTable
from sad_desktop.forms.widgets.text_model import Row
from sad_desktop.forms.widgets.view import DocumentView
from sad_desktop.valuation.note import CostAmount
from sad_desktop.valuation.value import BY_WEIGHT, INVOICE, NONE

_INVOICE = "invoice_amount"
_KEYED = (_INVOICE, GROSS, NET)
_AT_HOME = (TOTAL_COSTS, CIF, STATISTICAL)
"""Columns of the item's own fields and of amounts in national currency."""
_ZERO = Decimal(0)


class ItemValuationTab(DocumentView):
    """What each item is worth; item values, masses and, where the law lets, costs are keyed."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setAccessibleName(self.tr("Item valuation"))
        self.model = ItemModel(document, self)
        self.table = KeyTable(
            self.tr("Item valuation notes"),
            self.tr(
                "No items yet. Add items on the SAD tab; their values are keyed there or here."
            ),
            self,
        )
        self.table.setModel(self.model)
        self.table.fit_columns()
        heads = self.table.verticalHeader()
        heads.setFixedWidth(self.fontMetrics().horizontalAdvance("99999") + 12)
        heads.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        heads.show()
        self.footer = Footer(self.table, self.model.columns, self.tr("Totals of the items"))
        self._mode = QLabel(self)
        self._mode.setContentsMargins(8, 4, 8, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._mode)
        column.addWidget(self.table, 1)
        column.addLayout(self.footer.line())
        self.table.opened.connect(self._on_table_opened)
        self.table.cleared.connect(self._on_table_cleared)
        self.table.turned.connect(self._on_table_turned)
        self.pass_on_cells(self.table)

    def refresh(self) -> None:
        """Show items, totals and how costs are apportioned."""
        was_empty = not self.model.rowCount()
        self.model.refresh()
        for column in range(len(NAMES)):
            self.table.setColumnHidden(column, self.model.is_hidden(column))
        totals = self._totals()
        for column, name in enumerate(NAMES):
            if name != DESCRIPTION:
                self.table.make_room(column, totals[0].cells[column])
        self.footer.show_lines(totals)
        self._mode.setText(self._mode_text())
        if was_empty:
            self.table.stand_on(0, NAMES.index(_INVOICE))

    def go_to(self, place: Place) -> None:
        """Stand on an item's field, or on the item's first when it is not shown here."""
        row = self.model.row_of(place.item)
        name = place.field if place.field in NAMES else _INVOICE
        if row >= 0:
            self.table.stand_on(row, NAMES.index(name))
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _mode_text(self) -> str:
        mode = self.document.draft.declaration.apportionment
        if mode == NONE:
            return self.tr(
                "No apportionment: key the costs of each item; the valuation note adds them up."
            )
        if mode == BY_WEIGHT:
            return self.tr(
                "Freight is apportioned by gross mass, the other costs by invoice value."
            )
        return self.tr("Costs are apportioned by invoice value.")

    def _totals(self) -> tuple[Row, Row]:
        ours, sums = colours(self.palette()), self._sums()
        totals, differences, inks = [], [], {}
        for column, name in enumerate(NAMES):
            added, header, decimals = sums.get(name), self._header(name), self._decimals(name)
            if name in COSTS and not added and not header:
                added = None
            totals.append(show_number(added, decimals) if added is not None else "")
            difference = added - header if added is not None and header is not None else _ZERO
            differences.append(show_number(difference, decimals) if difference else "")
            inks[column] = ours.invalid if self._is_fault(name) else ours.warning
        titled = NAMES.index(DESCRIPTION)
        totals[titled] = self.tr("Total")
        differences[titled] = self.tr("Difference")
        inks.pop(titled)
        said = self.tr("Difference to the general segment")
        return (
            Row(tuple(totals), strong=True, head="Σ", hint=totals[titled]),
            Row(tuple(differences), strong=True, colours=inks, head="Δ", hint=said),
        )

    def _sums(self) -> dict[str, Decimal]:
        """Return the sums of the columns as they are shown; codes and factors have none."""
        sums = dict.fromkeys((*COSTS, *_AT_HOME, *_KEYED), _ZERO)
        for note in self.document.note.items:
            costs = note.value.costs
            for name in COSTS:
                sums[name] += costs[name].foreign
            for name in _AT_HOME:
                sums[name] += getattr(note.value, name)
        for item in self.document.draft.declaration.items:
            for name in _KEYED:
                sums[name] += getattr(item, name) or _ZERO
        return sums

    def _header(self, name: str) -> Decimal | None:
        """Return what the general segment says of a column; None where it says nothing."""
        note, declaration = self.document.note, self.document.draft.declaration
        if name == _INVOICE:
            return declaration.invoice_amount
        if name in COSTS:
            keyed: Decimal | None = getattr(declaration, name)
            return keyed if declaration.apportionment == NONE else note.costs[name].foreign
        if name in (TOTAL_COSTS, CIF):
            amount: Decimal = getattr(note, name)
            return amount
        if name == GROSS and declaration.apportionment == BY_WEIGHT:
            return declaration.total_gross_mass
        return None

    def _is_fault(self, name: str) -> bool:
        """Tell whether a difference is the clerk's to mend; one of rounding is not."""
        shared = name in (TOTAL_COSTS, CIF, *COSTS)
        return not (shared and self.document.draft.declaration.apportionment != NONE)

    def _decimals(self, name: str) -> int:
        note = self.document.note
        if name in (GROSS, NET):
            return 0
        if name in _AT_HOME:
            return note.decimals
        cost: CostAmount = note.costs[name] if name in COSTS else note.invoice
        return self.document.desk.book.profile.decimals_of(cost.currency)

    def _on_table_opened(self, index: QModelIndex) -> None:
        name = NAMES[index.column()]
        key = self.model.item(index.row()).key
        amounts = {_INVOICE: INVOICE, ADJUSTMENT: STATISTICAL}
        if name not in (CODE, DESCRIPTION, GROSS, NET):
            find = partial(item_amount, key=key, name=amounts.get(name, name))
            explain(self, self.document, find)

    def _on_table_turned(self, step: int) -> None:
        index = self.table.currentIndex()
        if 0 <= index.row() + step < self.model.rowCount():
            self.table.stand_on(index.row() + step, index.column())

    def _on_table_cleared(self, index: QModelIndex) -> None:
        place = self.model.place(index.row(), index.column())
        if place is not None:
            self.document.enter(place, "")
