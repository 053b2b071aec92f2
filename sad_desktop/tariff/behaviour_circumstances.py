"""What decides which boxes are keyed: flow, model, status, country, and each item's tariff line."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from operator import attrgetter
from textwrap import shorten

from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.tariff.book import ListEntry, TariffBook, TariffLine
from sad_desktop.tariff.profile import Profile

BY_VALUE, BY_WEIGHT, NO_APPORTIONMENT = "0", "1", "2"
"""Codes of the apportionment method, as ASYCUDA's Calculation_working_mode has them."""

NO_PREVIOUS = "00"


class StateKind(StrEnum):
    """What the law wants of a box; filled and invalid are seen from the draft."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    COMPUTED = "computed"
    NOT_USED = "not_used"


@dataclass(frozen=True, slots=True)
class BoxState:
    """What a box is here and now, and why: a text of the translation context ``Reason``."""

    kind: StateKind
    reason: str = ""

    @property
    def is_keyed(self) -> bool:
        """True when the clerk may type here."""
        return self.kind in (StateKind.REQUIRED, StateKind.OPTIONAL)


class Flow(StrEnum):
    """Which way the goods go; unknown until a model is chosen."""

    IMPORT = "import"
    EXPORT = "export"
    TRANSIT = "transit"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """Everything the rules of behaviour look at; made anew for every state of a declaration.

    Making it costs one look-up; items are looked at when a rule first asks for them.
    """

    declaration: Declaration
    status: Status
    book: TariffBook
    on: date
    flow: Flow
    model: ListEntry | None
    _items: dict[int, "ItemCircumstances"] = field(default_factory=dict, compare=False, repr=False)

    @property
    def profile(self) -> Profile:
        """The country whose form this is."""
        return self.book.profile

    @property
    def suspends(self) -> bool:
        """True when the model suspends duties: warehouse, temporary admission, transit."""
        return self.has_fact("suspends")

    def has_fact(self, name: str) -> bool:
        """Tell whether the model says yes to a fact of its list."""
        return self.model is not None and self.model.facts.get(name) == "yes"

    def flag(self, name: str) -> str:
        """Return a switch of the country, "" when it does not set it."""
        return self.profile.flags.get(name, "")

    def names(self, list_name: str, code: str, name: str) -> bool:
        """Tell whether a name is the one the list gives for a code, in either language."""
        entry = self.book.entry(list_name, code, self.on) if code and name else None
        return entry is not None and name in (entry.en, entry.ar)

    def names_company(self, code: str, name: str) -> bool:
        """Tell whether name and address are the company's of a code, in either language."""
        entry = self.book.entry("companies", code, self.on) if code and name else None
        return entry is not None and name in (company_text(entry, "en"), company_text(entry, "ar"))

    def item(self, key: int) -> "ItemCircumstances":
        """Return what the rules look at for one item; raises KeyError when there is none."""
        if key not in self._items:
            item = self.declaration.item(key)
            self._items[key] = ItemCircumstances(
                around=self, item=item, line=tariff_line(item, self.book, self.on)
            )
        return self._items[key]

    def warehouses(self, part: slice) -> bool:
        """Tell whether any item's requested or previous procedure is a warehouse's."""
        own = self.profile.warehouse_procedures
        different = frozenset(map(_PROCEDURE, self.declaration.items))  # of 999 items a handful
        return any(procedure[part] in own for procedure in different)


_PROCEDURE = attrgetter("procedure")
REQUESTED, PREVIOUS = slice(0, 2), slice(2, 4)
"""The two parts of box 37.1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCircumstances:
    """One item with its tariff line, and the declaration around it."""

    around: Circumstances
    item: Item
    line: TariffLine | None

    @property
    def is_bulk(self) -> bool:
        """True when the kind of packages is a bulk one (S3-052)."""
        kind = self.around.book.entry("packages", self.item.package_kind, self.around.on)
        return kind is not None and kind.facts.get("bulk") == "yes"

    @property
    def has_listed_containers(self) -> bool:
        """True when the container list holds a container of this item."""
        return any(row.item_key == self.item.key for row in self.around.declaration.containers)


HeaderRule = Callable[[Circumstances], BoxState]
ItemRule = Callable[[ItemCircumstances], BoxState]


def circumstances(
    declaration: Declaration, status: Status, book: TariffBook, on: date
) -> Circumstances:
    """Return what decides which boxes of a declaration are keyed on a day."""
    model = declaration_model(declaration, book, on)
    return Circumstances(
        declaration=declaration,
        status=status,
        book=book,
        on=on,
        flow=flow_of(declaration, model),
        model=model,
    )


def declaration_model(declaration: Declaration, book: TariffBook, on: date) -> ListEntry | None:
    """Return the model of box 1: its type and general procedure together (IM 4 is IM4)."""
    code = f"{declaration.declaration_type}{declaration.general_procedure}"
    return book.entry("models", code, on) if code else None


def flow_of(declaration: Declaration, model: ListEntry | None) -> Flow:
    """Return which way the goods go: as the model says, else by the type's first two letters."""
    if model is not None and model.facts.get("flow"):
        return Flow(model.facts["flow"])
    return _FLOWS.get(declaration.declaration_type[:2], Flow.UNKNOWN)


_FLOWS = {
    "IM": Flow.IMPORT,
    "SD": Flow.IMPORT,
    "EX": Flow.EXPORT,
    "TR": Flow.TRANSIT,
    "T1": Flow.TRANSIT,
    "T2": Flow.TRANSIT,
}


def tariff_line(item: Item, book: TariffBook, on: date) -> TariffLine | None:
    """Return the line of an item's commodity code, with its precision when it has one."""
    if not item.commodity_code:
        return None
    if item.commodity_precision:
        line = book.line(item.commodity_code + item.commodity_precision, on)
        if line is not None:
            return line
    return book.line(item.commodity_code, on)


def designation(line: TariffLine, language: str) -> str:
    """Return a tariff line's description as box 31 holds it."""
    return designated(line.description(language))


def designated(description: str) -> str:
    """Return a description cut between words to what box 31 holds."""
    return shorten(description, _DESIGNATION_LENGTH, placeholder="…")


_DESIGNATION_LENGTH = definitions(Item)["tariff_description"].length


def company_text(entry: ListEntry, language: str) -> str:
    """Return a company's name and address, a line each; the address stands in the facts."""
    address = entry.facts.get(f"address_{language}", "")
    return "\n".join((entry.name(language), *(line for line in address.split(" | ") if line)))


def required(reason: str = "") -> BoxState:
    """Return the state of a box that must be keyed."""
    return BoxState(StateKind.REQUIRED, reason)


def optional(reason: str = "") -> BoxState:
    """Return the state of a box that may stay empty."""
    return BoxState(StateKind.OPTIONAL, reason)


def computed(reason: str) -> BoxState:
    """Return the state of a box the program keeps."""
    return BoxState(StateKind.COMPUTED, reason)


def not_used(reason: str) -> BoxState:
    """Return the state of a box that is closed here."""
    return BoxState(StateKind.NOT_USED, reason)
