"""What the office has learned of an importer, offered for the empty boxes of one declaration."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sad_desktop.brokerage.habits import OF_GOODS, Habits, Offer, model_of, supplier_key
from sad_desktop.brokerage.harvest import HABITS
from sad_desktop.brokerage.register import PriceRange
from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Document as Paper
from sad_desktop.declaration.values import is_empty
from sad_desktop.tariff.applicable import full_code

if TYPE_CHECKING:
    from sad_desktop.forms.document import Document

_OF_HEADER = frozenset(HABITS)
_OF_ITEM = frozenset(OF_GOODS)


class Offers(QObject):
    """The usual values of a document's importer; nothing of them is in the draft until taken.

    ``changed`` when others are offered for a reason outside the draft.
    """

    changed = Signal()

    def __init__(self, document: "Document") -> None:
        super().__init__(document)
        self._document = document
        self._habits: Habits | None = None
        self._found: dict[tuple[str, ...], Offer | None] = {}
        self._ended: dict[tuple[str, str], bool] = {}

    @property
    def importer(self) -> str:
        """Whose habits are known; "" for nobody's."""
        return self._habits.importer if self._habits is not None else ""

    def take_habits(self, habits: Habits | None) -> None:
        """Offer by what is known now; None offers nothing."""
        if habits is None and self._habits is None:
            return
        self._habits = habits
        self._found.clear()
        self._ended.clear()
        self.changed.emit()

    def at(self, place: Place) -> Offer | None:
        """Return what is offered for a box: None unless it is keyed here, and empty."""
        habits = self._known()
        if habits is None or place.rows is not None:
            return None
        if place.field not in (_OF_ITEM if place.item else _OF_HEADER):
            return None
        document = self._document
        draft = document.draft
        if not is_empty(draft.value(place)) or place in draft.rejected:
            return None
        found = self._of_item(habits, place) if place.item else self._of_header(habits, place)
        if found is None or not document.takes(place):
            return None
        return None if self._has_ended(place.definition().lookup, found) else found

    def documents(self, key: int) -> tuple[Offer, ...]:
        """Return the codes of documents an item usually has and does not have yet.

        Of an item that is no longer there nothing is offered.
        """
        habits, document = self._known(), self._document
        declaration = document.draft.declaration
        item = next((one for one in declaration.items if one.key == key), None)
        if habits is None or item is None or not document.is_editable:
            return ()
        present = {row.document_code for row in item.documents}
        usual = habits.documents(
            supplier_key(declaration.exporter_code, declaration.exporter_name),
            model_of(declaration),
            item.commercial_description,
            item.commodity_code,
            is_first=declaration.items[0].key == key,
        )
        return tuple(
            one
            for one in usual
            if one.value not in present and not self._has_ended("documents", one)
        )

    def price(self, item: Item) -> PriceRange | None:
        """Return the usual value of a unit of an item: as rule V-14 knows it, else from files."""
        goods = full_code(item), item.origin_country
        known = self._document.register().prices.get(goods)
        if known is not None or self._habits is None:
            return known
        return self._habits.price(*goods)

    def take(self, places: Iterable[Place], title: str) -> int:
        """Put what is offered for some boxes in as one action; return in how many.

        A box that was filled as a consequence of one before it stays as that left it.
        """
        offered = [(place, found.value) for place in places if (found := self.at(place))]
        self._document.put_all(offered, title, only_empty=True)
        return len(offered)

    def take_documents(self, key: int, codes: Iterable[str], title: str) -> None:
        """Add documents to an item as one action."""
        document = self._document
        rows = list(document.draft.declaration.item(key).documents)
        for code in codes:
            entry = document.desk.book.entry("documents", code, document.desk.on)
            name = entry.name(document.desk.language) if entry is not None else ""
            rows.append(Paper(document_code=code, name=name))
        document.set_rows(title, key, Rows.DOCUMENTS, rows)

    def _known(self) -> Habits | None:
        """Return the habits while the declaration is this importer's."""
        habits = self._habits
        own = self._document.draft.declaration.consignee_code
        return habits if habits is not None and own and habits.importer == own else None

    def _of_header(self, habits: Habits, place: Place) -> Offer | None:
        declaration = self._document.draft.declaration
        supplier = supplier_key(declaration.exporter_code, declaration.exporter_name)
        asked = (place.field, supplier, model_of(declaration))
        if asked not in self._found:
            self._found[asked] = habits.of_header(*asked)
        return self._found[asked]

    def _of_item(self, habits: Habits, place: Place) -> Offer | None:
        item = self._document.draft.declaration.item(place.item)
        asked = (place.field, item.commercial_description, item.commodity_code, "")
        if asked not in self._found:
            self._found[asked] = habits.of_goods(*asked[:3])
        return self._found[asked]

    def _has_ended(self, name: str, offer: Offer) -> bool:
        """Tell whether a list had a code when it was last declared, and has it no longer."""
        if not name or offer.last is None:
            return False
        asked = name, offer.value
        if asked not in self._ended:
            desk = self._document.desk
            is_listed = desk.book.entry(name, offer.value, desk.on) is not None
            self._ended[asked] = (
                not is_listed and desk.book.entry(name, offer.value, offer.last) is not None
            )
        return self._ended[asked]
