"""What the sheets of a declaration have no room for, numbered; the paper's warnings."""

from dataclasses import dataclass, field, replace

from sad_desktop.declaration.draft import Place
from sad_desktop.printing.layout_blocks import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Overflow:
    """A text that its box cannot hold and that continues on the annex, whole.

    ``annex`` is its number there, ``page`` the sheet from 0 that refers to it, ``box`` the
    form's number; ``item`` the item's number from 1, 0 for the general segment. ``place`` is the
    field, None for what is composed of several; a ``table`` then stands for the text.
    ``is_free`` is text in any language, else a code or a number.
    """

    annex: int
    page: int
    box: str
    item: int
    en: str
    ar: str
    text: str = ""
    is_free: bool = True
    table: Table | None = None
    place: Place | None = None


@dataclass(slots=True)
class Annexes:
    """The entries of an annex, numbered as they come."""

    entries: list[Overflow] = field(default_factory=list)

    def add(self, entry: Overflow) -> int:
        """Add an entry and return its number."""
        number = len(self.entries) + 1
        self.entries.append(replace(entry, annex=number))
        return number
