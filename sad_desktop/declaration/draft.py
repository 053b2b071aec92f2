"""A draft: the declaration, what was typed but not understood, and where it came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from sad_desktop.declaration.fields import FieldDef, definitions
from sad_desktop.declaration.figures import Figures, HeaderFigures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document, ManualTax, PreviousDeclaration
from sad_desktop.declaration.status import Status
from sad_desktop.declaration.values import Value


class Rows(StrEnum):
    """The lists that hang on a declaration or an item."""

    CONTAINERS = "containers"
    DOCUMENTS = "documents"
    PREVIOUS = "previous_declarations"
    TAXES = "manual_taxes"


ROW_TYPES: Mapping[Rows, type] = MappingProxyType(
    {
        Rows.CONTAINERS: Container,
        Rows.DOCUMENTS: Document,
        Rows.PREVIOUS: PreviousDeclaration,
        Rows.TAXES: ManualTax,
    }
)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """One field, or one computed box, of one declaration.

    ``item`` is the item's key, 0 for the general segment; ``rows`` and ``row`` (from 0) name
    a row of a list. Containers hang on the declaration, the other lists on an item.
    """

    field: str
    item: int = 0
    rows: Rows | None = None
    row: int = 0

    def definition(self) -> FieldDef:
        """Return what the field or computed box here is; raises KeyError when there is none."""
        if self.rows is not None:
            return definitions(ROW_TYPES[self.rows])[self.field]
        fields = definitions(Item if self.item else Declaration)
        if self.field in fields:
            return fields[self.field]
        return definitions(ItemFigures if self.item else HeaderFigures)[self.field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The file a draft was read from, kept whole so that it can be written back faithfully.

    ``keys`` are the keys given to the file's items, in the file's order.
    """

    dialect: str
    name: str
    content: bytes
    keys: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is on the desk: never less than what the clerk typed.

    ``rejected`` holds text that is no value of its field, as typed; the field itself then
    keeps its last value. ``filled`` are fields the program put in and nobody confirmed.
    """

    declaration: Declaration = Declaration()
    rejected: Mapping[Place, str] = field(default_factory=dict)
    filled: frozenset[Place] = frozenset()
    status: Status = Status.DRAFT
    profile: str = ""
    source: Source | None = None
    declared: Figures | None = None

    def value(self, place: Place) -> Value:
        """Return the value at a place; raises KeyError or IndexError when there is none."""
        value: Value = getattr(self.holder(place), place.field)
        return value

    def holder(self, place: Place) -> object:
        """Return the declaration, item or row that holds the field."""
        owner: object = self.declaration.item(place.item) if place.item else self.declaration
        if place.rows is None:
            return owner
        return getattr(owner, place.rows)[place.row]

    def next_key(self) -> int:
        """Return a key no item of this draft or its source has had."""
        used = [item.key for item in self.declaration.items]
        if self.source is not None:
            used.extend(self.source.keys)
        return max(used, default=0) + 1
