"""What a rule may look at, indexed once for all rules, and how it states a finding."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from sad_desktop.brokerage.register import EMPTY_REGISTER, EarlierCase, Register
from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container
from sad_desktop.tariff.behaviour_circumstances import (
    PREVIOUS,
    REQUESTED,
    Circumstances,
    Flow,
    circumstances,
)
from sad_desktop.tariff.book import ListEntry, TariffBook, TariffLine
from sad_desktop.tariff.profile import Profile
from sad_desktop.validation.findings import Finding, Severity
from sad_desktop.validation.messages import MESSAGES, rule_id
from sad_desktop.valuation.note import AssessmentNote, ItemNote


class ItemCase(NamedTuple):
    """One item with its number from 1 and what the lists say of it."""

    number: int
    item: Item
    line: TariffLine | None
    is_bulk: bool

    @property
    def key(self) -> int:
        """The key of the item."""
        return self.item.key

    @property
    def requested(self) -> str:
        """The procedure requested in box 37."""
        return self.item.procedure[REQUESTED]

    @property
    def previous(self) -> str:
        """The previous procedure in box 37."""
        return self.item.procedure[PREVIOUS]

    def place(self, name: str) -> Place:
        """Return the place of a field of the item."""
        return Place(name, self.item.key)

    def row(self, rows: Rows, index: int, name: str) -> Place:
        """Return the place of a field of one of the item's rows."""
        return Place(name, self.item.key, rows, index)


class ListedContainer(NamedTuple):
    """A row of the container list with its position from 0."""

    position: int
    row: Container

    def place(self, name: str) -> Place:
        """Return the place of a field of the row."""
        return Place(name, 0, Rows.CONTAINERS, self.position)


# Without slots: the indexes are made when the first rule asks for them and then kept.
@dataclass(frozen=True, kw_only=True)
class Case:
    """A draft with its assessment, the book, the day and what the office keeps.

    ``only`` limits the items to one, or to none when 0, for judging a single field.
    """

    draft: Draft
    note: AssessmentNote
    book: TariffBook
    on: date
    register: Register = EMPTY_REGISTER
    only: int | None = None
    _entries: dict[tuple[str, str], ListEntry | None] = field(default_factory=dict, repr=False)
    _values: dict[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    _known: dict[str, bool] = field(default_factory=dict, repr=False)
    _lines: dict[tuple[str, str], TariffLine | None] = field(default_factory=dict, repr=False)

    @property
    def declaration(self) -> Declaration:
        """The declaration of the draft."""
        return self.draft.declaration

    @property
    def profile(self) -> Profile:
        """The country whose law applies."""
        return self.book.profile

    @property
    def is_neutral(self) -> bool:
        """True for a profile of no country: what it wants keyed is not known."""
        return not self.book.profile.country

    @cached_property
    def around(self) -> Circumstances:
        """What decides which boxes are keyed."""
        return circumstances(self.declaration, self.draft.status, self.book, self.on)

    @cached_property
    def day(self) -> date:
        """The day of the declaration: its registration's, else the one keyed, else the law's."""
        kept = self.declaration
        return kept.registration_day or kept.declaration_day or self.on

    @property
    def flow(self) -> Flow:
        """Which way the goods go."""
        return self.around.flow

    @cached_property
    def items(self) -> tuple[ItemCase, ...]:
        """The items with their numbers, tariff lines and kinds of packages."""
        kept = self.declaration.items
        if self.only is not None:
            positions = [self.declaration.position(self.only)] if self.only else []
            return tuple(self._item_case(at + 1, kept[at]) for at in positions)
        return tuple(self._item_case(number, item) for number, item in enumerate(kept, start=1))

    @cached_property
    def numbers(self) -> dict[int, int]:
        """The items' numbers from 1 by their keys."""
        return {one.item.key: one.number for one in self.items}

    @cached_property
    def notes(self) -> dict[int, ItemNote]:
        """The items' assessments by their keys."""
        return {one.value.key: one for one in self.note.items}

    @cached_property
    def containers(self) -> tuple[ListedContainer, ...]:
        """The container list."""
        return tuple(ListedContainer(i, row) for i, row in enumerate(self.declaration.containers))

    @cached_property
    def containers_of(self) -> dict[int, list[ListedContainer]]:
        """The container list by the items' keys."""
        grouped: dict[int, list[ListedContainer]] = {}
        for one in self.containers:
            grouped.setdefault(one.row.item_key, []).append(one)
        return grouped

    @cached_property
    def documents_of_first(self) -> frozenset[str]:
        """The codes of the documents at item 1, which count for the whole declaration."""
        items = self.declaration.items
        return frozenset(row.document_code for row in items[0].documents) if items else frozenset()

    def has_document(self, one: ItemCase, codes: Iterable[str]) -> bool:
        """Tell whether one of some documents is attached to an item or to the declaration."""
        own = {row.document_code for row in one.item.documents} | self.documents_of_first
        return not own.isdisjoint(codes)

    def values(self, name: str) -> tuple[str, ...]:
        """Return the different codes of a field of the items, in their order."""
        if name not in self._values:
            read = attrgetter(name)
            self._values[name] = tuple(dict.fromkeys([read(one.item) for one in self.items]))
        return self._values[name]

    def unknown_values(self, list_name: str, name: str) -> frozenset[str]:
        """Return the codes of a field of the items that are wrong for not being in their list."""
        return frozenset(code for code in self.values(name) if self.is_unknown(list_name, code))

    def entry(self, list_name: str, code: str) -> ListEntry | None:
        """Return the entry of a list in force; each is looked up once."""
        key = (list_name, code)
        if key not in self._entries:
            self._entries[key] = self.book.entry(list_name, code, self.on) if code else None
        return self._entries[key]

    def knows(self, list_name: str) -> bool:
        """Tell whether a code must be in a list to be right."""
        if list_name not in self._known:
            self._known[list_name] = self.book.has_list(list_name)
        return self._known[list_name]

    def is_unknown(self, list_name: str, code: str) -> bool:
        """Tell whether a code is wrong for not being in its list."""
        return bool(code) and self.knows(list_name) and self.entry(list_name, code) is None

    def fact(self, list_name: str, code: str, name: str) -> str:
        """Return a fact of an entry in force, "" when it has none."""
        entry = self.entry(list_name, code)
        return "" if entry is None else entry.facts.get(name, "")

    def flag(self, name: str, default: str = "") -> str:
        """Return a switch of the country."""
        return self.profile.flags.get(name, default)

    def number_flag(self, name: str, default: str) -> Decimal:
        """Return a switch of the country that is a number."""
        return Decimal(self.profile.flags.get(name, default))

    def is_readable(self, *places: Place) -> bool:
        """Tell whether fields hold values; a rule is silent where a text was rejected."""
        return self.draft.rejected.keys().isdisjoint(places)

    def finding(
        self, code: str, place: Place, *, cases: tuple[EarlierCase, ...] = (), **values: object
    ) -> Finding:
        """Return the finding of a rule at a place; ``values`` fill its message.

        ``cases`` are other declarations it rests on.

        ``code`` may name one of the rule's wordings ("H-05.missing").
        """
        message = MESSAGES[code]
        number = self.numbers.get(place.item, 0) if place.item else 0
        if number:
            values.setdefault("item", number)
        own = rule_id(code)
        return Finding(
            code=own,
            severity=self._severities.get(own, message.severity),
            place=place,
            message=message.text,
            values=tuple((name, str(value)) for name, value in values.items()),
            number=number,
            cases=cases,
        )

    @cached_property
    def _severities(self) -> dict[str, Severity]:
        """The severities the profile sets: its flags ``severity.W-02`` and the like."""
        prefix = "severity."
        return {
            name.removeprefix(prefix): Severity(value)
            for name, value in self.profile.flags.items()
            if name.startswith(prefix) and value in _SEVERITIES
        }

    def _item_case(self, number: int, item: Item) -> ItemCase:
        key = (item.commodity_code, item.commodity_precision)
        if key not in self._lines:
            self._lines[key] = self._found(*key)
        return ItemCase(number, item, self._lines[key], self._is_bulk(item.package_kind))

    def _found(self, code: str, precision: str) -> TariffLine | None:
        if not code:
            return None
        whole = self.book.line(code + precision, self.on)
        return whole if whole is not None or not precision else self.book.line(code, self.on)

    def _is_bulk(self, kind: str) -> bool:
        entry = self.entry("packages", kind)
        return entry is not None and entry.facts.get("bulk") == "yes"


_SEVERITIES = frozenset(Severity)


def joined(texts: Iterable[str]) -> str:
    """Return texts in one line, each once, in their order."""
    return ", ".join(dict.fromkeys(texts))
