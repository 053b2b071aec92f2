"""The item valuation notes as a table: what is keyed, what each item's shares are."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QObject, Qt

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import FieldDef, Kind, definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS
from sad_desktop.declaration.values import show, show_number
from sad_desktop.forms.document import Document
from sad_desktop.forms.theme import Colours
from sad_desktop.forms.widgets.field_model import Column, FieldModel, Index
from sad_desktop.forms.widgets.field_state import complaint, ink_of, is_keyed, is_used, reason
from sad_desktop.valuation.note import CostAmount, ItemNote

translate = QCoreApplication.translate

CODE, DESCRIPTION = "commodity_code", "commercial_description"
TOTAL_COSTS, CIF, ADJUSTMENT, STATISTICAL = "total_costs", "cif", "adjustment", "statistical_value"
GROSS, NET = "gross_mass", "net_mass"
COST_ORDER = ("external_freight", "insurance", "internal_freight", "other_costs", "deductions")
NAMES = (
    CODE,
    DESCRIPTION,
    "invoice_amount",
    *COST_ORDER,
    TOTAL_COSTS,
    CIF,
    ADJUSTMENT,
    STATISTICAL,
    GROSS,
    NET,
)
"""What stands in the columns, in their order."""

_AT_HOME = frozenset({TOTAL_COSTS, CIF, STATISTICAL})
_KEYED = frozenset({"invoice_amount", *COSTS, ADJUSTMENT, GROSS, NET})
_FIELDS: Mapping[str, FieldDef] = definitions(Item)
_KINDS = {
    CODE: Kind.CODE,
    DESCRIPTION: Kind.TEXT,
    ADJUSTMENT: Kind.RATE,
    GROSS: Kind.QUANTITY,
    NET: Kind.QUANTITY,
}
_SAMPLES = {CODE: "0" * 12, DESCRIPTION: "m" * 15, ADJUSTMENT: "0.0000"}


class ItemModel(FieldModel):
    """Every item of the declaration, one row each."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(document, (), parent)
        self._items: tuple[Item, ...] = ()
        self._notes: dict[int, ItemNote] = {}
        self.columns = self._columns()

    def refresh(self) -> None:
        """Take over items and shares; titles carry the currencies."""
        self._items = self.document.draft.declaration.items
        self._notes = {note.value.key: note for note in self.document.note.items}
        titles = self._columns()
        if titles != self.columns:
            self.columns = titles
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(titles) - 1)
        super().refresh()

    def count(self) -> int:
        """Return the number of items."""
        return len(self._items)

    def item(self, row: int) -> Item:
        """Return the item in a row."""
        return self._items[row]

    def place(self, row: int, column: int) -> Place | None:
        """Return the field of an item a cell keys."""
        name = NAMES[column]
        return Place(name, self._items[row].key) if name in _KEYED else None

    def row_of(self, key: int) -> int:
        """Return the row of an item; -1 when it has none."""
        return next((row for row, item in enumerate(self._items) if item.key == key), -1)

    def is_hidden(self, column: int) -> bool:
        """Tell whether a column has no meaning for this declaration."""
        name = NAMES[column]
        return name in COSTS and not is_used(self.document, Place(name))

    def is_keyed(self, index: Index) -> bool:
        """Tell whether a cell can be typed in: keyed by law, or a share that may be pinned."""
        return self.is_stop(index) or self._may_pin(index)

    def is_stop(self, index: Index) -> bool:
        """Tell whether Tab stops at a cell: shares are pinned on purpose only."""
        return super().is_keyed(index)

    def text(self, row: int, column: int) -> str:
        """Return what was keyed, or the item's share."""
        place = self.place(row, column)
        return (self._typed(row, place) if place else "") or self.computed(row, column)

    def computed(self, row: int, column: int) -> str:
        """Return what the notes say in a cell."""
        item, name = self._items[row], NAMES[column]
        if name == CODE:
            return f"{item.commodity_code} {item.commodity_precision}".strip()
        if name == DESCRIPTION:
            goods = item.commercial_description or item.tariff_description
            return " ".join(goods.split())
        note = self._notes.get(item.key)
        if note is None or name in (GROSS, NET, "invoice_amount"):
            return ""
        if name in COSTS:
            cost = note.value.costs[name]
            return show_number(cost.foreign, self._decimals(cost.currency)) if cost.foreign else ""
        amount: Decimal = getattr(note.value, name)
        if name == ADJUSTMENT:
            return show_number(amount)
        return show_number(amount, self.document.note.decimals)

    def text_colour(self, row: int, column: int, ours: Colours) -> str:
        """Return the colour a cell is written in."""
        place = self.place(row, column)
        if place is None:
            return ours.ink if NAMES[column] in (CODE, DESCRIPTION) else ours.computed
        if not self._typed(row, place):
            return ours.computed
        return ink_of(self.document, place, ours).text

    def hint(self, row: int, column: int) -> str:
        """Return what is wrong, how a share reads at home, or the whole description."""
        place, name = self.place(row, column), NAMES[column]
        if place is None:
            return self.text(row, column) if name == DESCRIPTION else ""
        said = complaint(self.document, place)
        if said or name not in (*COSTS, "invoice_amount"):
            return said or reason(self.document, place)
        cost = self._cost(row, name)
        at_home = self._at_home(cost) if cost is not None else ""
        if self._is_pinned(row, name):
            pinned = translate("ItemModel", "Pinned; the other items share the rest.")
            return f"{at_home}\n{pinned}".strip()
        return at_home or reason(self.document, place)

    def _may_pin(self, index: Index) -> bool:
        name = NAMES[index.column()]
        place = self.place(index.row(), index.column())
        if name not in COSTS or place is None or not self.document.is_editable:
            return False
        is_exact = self.document.desk.book.profile.rounding == "exact"
        return is_exact and is_used(self.document, place)

    def _is_pinned(self, row: int, name: str) -> bool:
        place = Place(name, self._items[row].key)
        return bool(self._typed(row, place)) and not is_keyed(self.document, place)

    def _typed(self, row: int, place: Place) -> str:
        """Return what stands in a field, without looking its item up by key."""
        rejected = self.document.draft.rejected.get(place)
        if rejected is not None:
            return rejected
        return show(_FIELDS[place.field], getattr(self._items[row], place.field))

    def _cost(self, row: int, name: str) -> CostAmount | None:
        note = self._notes.get(self._items[row].key)
        if note is None:
            return None
        return note.value.invoice if name == "invoice_amount" else note.value.costs[name]

    def _at_home(self, cost: CostAmount) -> str:
        home = self.document.note
        if not cost.foreign or cost.currency == home.currency:
            return ""
        amount = show_number(cost.foreign, self._decimals(cost.currency))
        national = show_number(cost.national, home.decimals)
        rate = show_number(cost.rate)
        return f"{amount} {cost.currency} × {rate} = {national} {home.currency}"

    def _decimals(self, currency: str) -> int:
        return self.document.desk.book.profile.decimals_of(currency)

    def _columns(self) -> tuple[Column, ...]:
        titles = {
            CODE: translate("ItemModel", "Commodity code"),
            DESCRIPTION: translate("ItemModel", "Description"),
            "invoice_amount": translate("ItemModel", "Invoice value"),
            "external_freight": translate("ItemModel", "External freight"),
            "insurance": translate("ItemModel", "Insurance"),
            "internal_freight": translate("ItemModel", "Internal freight"),
            "other_costs": translate("ItemModel", "Other costs"),
            "deductions": translate("ItemModel", "Deductions"),
            TOTAL_COSTS: translate("ItemModel", "Total costs"),
            CIF: translate("ItemModel", "CIF value"),
            ADJUSTMENT: translate("ItemModel", "Adjustment"),
            STATISTICAL: translate("ItemModel", "Statistical value"),
            GROSS: translate("ItemModel", "Gross mass"),
            NET: translate("ItemModel", "Net mass"),
        }
        return tuple(self._column(name, titles[name]) for name in NAMES)

    def _column(self, name: str, title: str) -> Column:
        unit = self._unit(name)
        return Column(
            title=f"{title}\n{unit}" if unit else title,
            kind=_KINDS.get(name, Kind.AMOUNT),
            field=name if name in _KEYED else "",
            sample=_SAMPLES.get(name, "000,000.000"),
        )

    def _unit(self, name: str) -> str:
        note = self.document.note
        if name in (GROSS, NET):
            return translate("ItemModel", "kg")
        if name in _AT_HOME:
            return note.currency
        if name == "invoice_amount":
            return note.invoice.currency
        return note.costs[name].currency if name in COSTS else ""
