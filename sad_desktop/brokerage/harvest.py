"""What past declarations teach: parties, codes, rates, documents and usual values, counted."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from sad_desktop.brokerage.companies import Role, name_key
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.figures import ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.applicable import full_code
from sad_desktop.tariff.lookup import normalise, words


class Shelf(StrEnum):
    """What is collected; the value is kept in the database."""

    COMPANIES = "companies"
    SUPPLIERS = "suppliers"
    OFFICES = "offices"
    BANKS = "banks"
    LOCATIONS = "locations"
    PLACES = "places"
    PACKAGES = "packages"
    UNITS = "units"
    DOCUMENTS = "documents"
    GOODS = "goods"
    RATES = "rates"
    GOODS_UNITS = "goods_units"
    PROCEDURE_DOCUMENTS = "procedure_documents"
    HABITS = "habits"
    PRICES = "prices"
    DESCRIPTIONS = "descriptions"
    GOODS_HABITS = "goods_habits"


LISTS: Mapping[Shelf, str] = MappingProxyType(
    {
        shelf: str(shelf)
        for shelf in (
            *(Shelf.OFFICES, Shelf.BANKS, Shelf.LOCATIONS, Shelf.PLACES),
            *(Shelf.PACKAGES, Shelf.UNITS, Shelf.DOCUMENTS),
        )
    }
)
"""Shelves of codes and the list of the book each belongs to."""

NAMED = frozenset({Shelf.COMPANIES, *LISTS})
"""Shelves where one key has one right value: several are a conflict."""

HABITS = (
    *("declaration_type", "office_code", "border_office", "goods_location", "warehouse"),
    *("delivery_terms", "delivery_place", "invoice_currency", "payment_terms", "bank_code"),
    *("border_mode", "inland_mode", "loading_place", "export_country", "trading_country"),
    *("transaction_nature_1", "transaction_nature_2", "consignment_country", "bank_branch"),
    *("payer_code", "payment_account", "exporter_code", "exporter_name"),
)
"""Boxes an importer usually keys alike."""

GOODS_HABITS = ("origin_country", "preference", "extended_code", "package_kind", "specification")
"""Boxes of an item that an importer usually keys alike for one commodity code.

The first of them is noted where it is empty, too: it tells how many declarations had the code.
"""

_COMPANIES = (
    (Role.CONSIGNEE, "consignee_code", "consignee_name"),
    (Role.EXPORTER, "exporter_code", "exporter_name"),
    (Role.DECLARANT, "declarant_code", "declarant_name"),
    (Role.PAYER, "payer_code", "payer_name"),
)
_OF_HEADER = (
    (Shelf.OFFICES, "office_code", "office_name"),
    (Shelf.OFFICES, "border_office", "border_office_name"),
    (Shelf.BANKS, "bank_code", "bank_name"),
    (Shelf.PLACES, "loading_place", "loading_place_name"),
)
_OF_ITEM = (
    (Shelf.PACKAGES, "package_kind", "package_kind_name"),
    (Shelf.UNITS, "unit_1", "unit_1_name"),
    (Shelf.UNITS, "unit_2", "unit_2_name"),
    (Shelf.UNITS, "unit_3", "unit_3_name"),
)
_PRICE_DIGITS = Decimal("0.001")
_GREATEST_PRICE = 15  # digits before the point: beyond that somebody mistyped

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """How often a value was seen, and on the days of which declarations; None: undated."""

    count: int = 1
    first: date | None = None
    last: date | None = None

    def joined(self, other: "Sighting") -> "Sighting":
        """Return both together."""
        return Sighting(
            count=self.count + other.count,
            first=_known(min, self.first, other.first),
            last=_known(max, self.last, other.last),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One key of a shelf with every value seen for it, the most frequent first.

    Keys: a code; of SUPPLIERS importer, name and country; of RATES code, tax and preference; of
    PROCEDURE_DOCUMENTS procedure and document; of HABITS importer and field; of PRICES importer,
    code, origin and unit ("" for a kilogram), its one value is the least and the greatest
    national price; of DESCRIPTIONS importer and folded description, with the commodity code as
    value; of GOODS_HABITS importer, commodity code and field. The last two count declarations,
    "" for one that says several things. ``roles`` are those of a company.
    """

    shelf: Shelf
    key: Key
    values: tuple[tuple[str, Sighting], ...]
    roles: frozenset[Role] = frozenset()

    @property
    def value(self) -> str:
        """The value that is most likely right: the most frequent, of those the latest."""
        return self.values[0][0]

    @property
    def is_disputed(self) -> bool:
        """True when a key that has one right value was seen with several names."""
        if self.shelf not in NAMED:
            return False
        names = {_folded(self.shelf, value) for value, _ in self.values if value}
        return len(names) > 1

    @property
    def count(self) -> int:
        """In how many declarations or items it was seen."""
        return sum(sighting.count for _, sighting in self.values)


class Harvest:
    """Collects from declarations, one after the other."""

    def __init__(self) -> None:
        self._seen: dict[Shelf, dict[Key, dict[str, Sighting]]] = {shelf: {} for shelf in Shelf}
        self._roles: dict[Key, set[Role]] = {}
        self._prices: dict[Key, tuple[Decimal, Decimal]] = {}
        self.declarations = 0

    def add(self, draft: Draft) -> None:
        """Collect from a declaration."""
        declaration = draft.declaration
        self.declarations += 1
        day = day_of(declaration)
        self._add_parties(declaration, day)
        for shelf, code, name in _OF_HEADER:
            self._note(shelf, (getattr(declaration, code),), getattr(declaration, name), day)
        self._note(Shelf.LOCATIONS, (declaration.goods_location,), "", day)
        figures = dict(draft.declared.items) if draft.declared is not None else {}
        importer = importer_of(declaration)
        for item in declaration.items:
            self._add_item(item, declaration, importer, day)
            if item.key in figures:
                self._add_rates(item, figures[item.key], day)
        if importer:
            self._add_goods(declaration.items, importer, day)

    def join(self, lines: Iterable[Seen]) -> None:
        """Add what was collected before."""
        for line in lines:
            if line.roles:
                self._roles.setdefault(line.key, set()).update(line.roles)
            for value, sighting in line.values:
                if line.shelf is not Shelf.PRICES:
                    self._count(line.shelf, line.key, value, sighting)
                    continue
                least, _, most = value.partition(" ")
                self._widen(line.key, Decimal(least), Decimal(most))
                self._count(line.shelf, line.key, "", sighting)

    def lines(self) -> tuple[Seen, ...]:
        """Return all that was collected, shelf by shelf."""
        return tuple(
            self._line(shelf, key, values)
            for shelf, keys in self._seen.items()
            for key, values in keys.items()
        )

    def _line(self, shelf: Shelf, key: Key, values: Mapping[str, Sighting]) -> Seen:
        roles = self._roles.get(key, ()) if shelf is Shelf.COMPANIES else ()
        if shelf is Shelf.PRICES:
            least, most = self._prices[key]
            values = {f"{least} {most}": sighting for sighting in values.values()}
        ranked = sorted(values.items(), key=_rank, reverse=True)
        return Seen(shelf=shelf, key=key, values=tuple(ranked), roles=frozenset(roles))

    def _add_parties(self, declaration: Declaration, day: date | None) -> None:
        for role, code_field, name_field in _COMPANIES:
            code, text = getattr(declaration, code_field), getattr(declaration, name_field)
            if code:
                self._note(Shelf.COMPANIES, (code,), text, day)
                self._roles.setdefault((code,), set()).add(role)
        importer = importer_of(declaration)
        supplier = declaration.exporter_name
        if importer and supplier and not declaration.exporter_code:
            name = name_key(supplier.partition("\n")[0])
            self._note(Shelf.SUPPLIERS, (importer, name, declaration.export_country), supplier, day)
        if importer:
            for field in HABITS:
                value = getattr(declaration, field)
                if value:
                    self._note(Shelf.HABITS, (importer, field), value, day)

    def _add_item(
        self, item: Item, declaration: Declaration, importer: str, day: date | None
    ) -> None:
        code = full_code(item)
        for shelf, code_field, name_field in _OF_ITEM:
            self._note(shelf, (getattr(item, code_field),), getattr(item, name_field), day)
        procedure = item.procedure + item.extended_code
        for document in item.documents:
            self._note(Shelf.DOCUMENTS, (document.document_code,), document.name, day)
            if procedure and document.document_code:
                key = (procedure, document.document_code)
                self._note(Shelf.PROCEDURE_DOCUMENTS, key, "", day)
        if not code:
            return
        self._note(Shelf.GOODS, (code,), item.tariff_description.partition("\n")[0], day)
        units = " ".join(filter(None, (item.unit_1, item.unit_2, item.unit_3)))
        if units:
            self._note(Shelf.GOODS_UNITS, (code,), units, day)
        if importer:
            self._add_price(item, declaration, (importer, code, item.origin_country), day)

    def _add_goods(self, items: Iterable[Item], importer: str, day: date | None) -> None:
        """Note once how a declaration describes and classifies its goods."""
        said: dict[tuple[Shelf, Key], set[str]] = {}
        for item in items:
            code, described = item.commodity_code, folded_description(item.commercial_description)
            if not code:
                continue
            if described:
                said.setdefault((Shelf.DESCRIPTIONS, (importer, described)), set()).add(code)
            for name in GOODS_HABITS:
                own = (Shelf.GOODS_HABITS, (importer, code, name))
                said.setdefault(own, set()).add(getattr(item, name))
        for (shelf, key), values in said.items():
            value = values.pop() if len(values) == 1 else ""
            if value or key[-1] == GOODS_HABITS[0] or shelf is Shelf.DESCRIPTIONS:
                self._note(shelf, key, value, day)

    def _add_rates(self, item: Item, figures: ItemFigures, day: date | None) -> None:
        code = full_code(item)
        for tax in figures.taxes:
            if code and tax.tax_code and tax.rate is not None:
                key = (code, tax.tax_code, item.preference)
                self._note(Shelf.RATES, key, f"{tax.rate.normalize():f}", day)

    def _add_price(self, item: Item, declaration: Declaration, key: Key, day: date | None) -> None:
        unit, quantity = item.unit_1, item.unit_1_quantity
        if not unit or not quantity:
            unit, quantity = "", item.net_mass
        amount, rate = item.invoice_amount, declaration.exchange_rate
        if not quantity or not amount or not rate or min(quantity, amount, rate) < 0:
            return
        price = amount * rate / quantity
        if price.adjusted() > _GREATEST_PRICE:
            return
        price = price.quantize(_PRICE_DIGITS)
        self._widen((*key, unit), price, price)
        self._note(Shelf.PRICES, (*key, unit), "", day)

    def _widen(self, key: Key, least: Decimal, most: Decimal) -> None:
        known = self._prices.get(key, (least, most))
        self._prices[key] = min(known[0], least), max(known[1], most)

    def _note(self, shelf: Shelf, key: Key, value: str, day: date | None) -> None:
        if key[0]:
            self._count(shelf, key, value, Sighting(first=day, last=day))

    def _count(self, shelf: Shelf, key: Key, value: str, sighting: Sighting) -> None:
        values = self._seen[shelf].setdefault(key, {})
        known = values.get(value)
        values[value] = sighting if known is None else known.joined(sighting)


def folded_description(description: str) -> str:
    """Return what two spellings of one description of goods share."""
    return " ".join(words(description))


def importer_of(declaration: Declaration) -> str:
    """Return the code of the importer; "" where the consignee has none."""
    return declaration.consignee_code


def day_of(declaration: Declaration) -> date | None:
    """Return the day a declaration speaks of: assessed, registered, else written."""
    return declaration.assessment_day or declaration.registration_day or declaration.declaration_day


def _folded(shelf: Shelf, value: str) -> str:
    if shelf is Shelf.COMPANIES:
        return name_key(value.partition("\n")[0])
    return normalise(value)


def _rank(pair: tuple[str, Sighting]) -> tuple[bool, int, date, str]:
    value, sighting = pair
    return bool(value), sighting.count, sighting.last or date.min, value


def _known(
    choose: Callable[[Iterator[date]], date], one: date | None, other: date | None
) -> date | None:
    known = [day for day in (one, other) if day is not None]
    return choose(iter(known)) if known else None
