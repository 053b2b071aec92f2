"""Two desks stored the same declaration: who, when, and which fields differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sad_desktop.brokerage.library import Stored
from sad_desktop.declaration.draft import ROW_TYPES, Draft, Place, Rows
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.values import Value
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP

_MOST_BOXES_NAMED = 12
_ITEM_ROWS = (Rows.DOCUMENTS, Rows.PREVIOUS, Rows.TAXES)


class Side(StrEnum):
    """Whose change a difference is."""

    THEIRS = "theirs"
    MINE = "mine"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that holds another entry on each side; an absent item's fields are None.

    An entry is the text that was no value where there is one, else the value. ``base`` is what
    both began with, None also where that is not known: then the side is BOTH.
    """

    place: Place
    base: Value
    theirs: Value
    mine: Value
    side: Side


class Conflict(UserError):
    """Somebody stored a newer version; nothing was overwritten, both versions are kept.

    ``theirs`` is the version in the database; ``differences`` are in the order of the form.
    """

    def __init__(self, theirs: Stored, differences: tuple[Difference, ...]) -> None:
        self.theirs = theirs
        stored_at = theirs.stored_at.astimezone()  # the time of day on the clerk's wall
        self.differences = differences
        super().__init__(
            QT_TRANSLATE_NOOP(
                "UserError",
                "{who} stored this declaration on {day} at {time}, after you opened it. "
                "Fields that differ: {count} (boxes {boxes}). Yours is still open and was not "
                "stored.",
            ),
            {
                "who": theirs.stored_by,
                "day": stored_at.strftime("%d/%m/%Y"),
                "time": stored_at.strftime("%H:%M"),
                "count": len(differences),
                "boxes": _boxes(differences),
            },
        )


def differences(base: Draft | None, theirs: Draft, mine: Draft) -> tuple[Difference, ...]:
    """Return the fields in which two drafts differ, items compared by their keys."""
    their_entries, my_entries = _entries(theirs), _entries(mine)
    base_entries = _entries(base) if base is not None else None
    return tuple(_compared(base_entries, their_entries, my_entries))


def _compared(
    base: Mapping[Place, Value] | None, theirs: Mapping[Place, Value], mine: Mapping[Place, Value]
) -> Iterator[Difference]:
    for place in dict.fromkeys((*mine, *theirs)):
        their_entry, my_entry = theirs.get(place), mine.get(place)
        if their_entry == my_entry:
            continue
        began = base.get(place) if base is not None else None
        side = Side.BOTH
        if base is not None and began == my_entry:
            side = Side.THEIRS
        elif base is not None and began == their_entry:
            side = Side.MINE
        yield Difference(place=place, base=began, theirs=their_entry, mine=my_entry, side=side)


def _entries(draft: Draft) -> dict[Place, Value]:
    """Return every entry of a draft that is not empty, in the order of the form."""
    declaration = draft.declaration
    entries = dict(_held(declaration, Declaration, 0, None, 0))
    for item in declaration.items:
        entries.update(_held(item, Item, item.key, None, 0))
        for rows in _ITEM_ROWS:
            for number, row in enumerate(getattr(item, rows)):
                entries.update(_held(row, ROW_TYPES[rows], item.key, rows, number))
    for number, container in enumerate(declaration.containers):
        entries.update(_held(container, ROW_TYPES[Rows.CONTAINERS], 0, Rows.CONTAINERS, number))
    entries.update(draft.rejected)
    return entries


def _held(
    holder: object, model: type, item: int, rows: Rows | None, row: int
) -> Iterator[tuple[Place, Value]]:
    for name in definitions(model):
        value = getattr(holder, name)
        if value is not None and value != "" and value is not False:
            yield Place(name, item, rows, row), value


def _boxes(found: tuple[Difference, ...]) -> str:
    boxes = list(dict.fromkeys(difference.place.definition().box for difference in found))
    named = ", ".join(boxes[:_MOST_BOXES_NAMED])
    return f"{named}, …" if len(boxes) > _MOST_BOXES_NAMED else named
