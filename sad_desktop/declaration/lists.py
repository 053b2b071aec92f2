"""Add, remove, move and copy items and rows: each returns one edit."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.edits import Lists, ReplaceLists
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Container, Document, ManualTax, PreviousDeclaration

MOST_ITEMS = 999
ITEMS_PER_PAGE = 3
Row = Container | Document | PreviousDeclaration | ManualTax


def lists(draft: Draft) -> Lists:
    """Return a draft's items and containers as they stand."""
    return Lists(
        draft.declaration.items,
        draft.declaration.containers,
        tuple(draft.rejected.items()),
        draft.filled,
    )


def insert_items(draft: Draft, index: int, items: Iterable[Item]) -> ReplaceLists:
    """Insert items before a place; raises ValueError beyond 999 items."""
    key = draft.next_key()
    fresh = tuple(replace(item, key=key + offset) for offset, item in enumerate(items))
    present = draft.declaration.items
    if len(present) + len(fresh) > MOST_ITEMS:
        raise ValueError(len(present) + len(fresh))
    return _with_items(draft, (*present[:index], *fresh, *present[index:]))


def remove_items(draft: Draft, keys: Iterable[int]) -> ReplaceLists:
    """Remove items with their rows, containers, rejected texts and marks."""
    gone = frozenset(keys)
    before = lists(draft)
    kept_rejected = tuple(pair for pair in before.rejected if pair[0].item not in gone)
    kept, moved = _without(
        before.containers, lambda row: isinstance(row, Container) and row.item_key in gone
    )
    after = Lists(
        tuple(item for item in before.items if item.key not in gone),
        tuple(row for row in kept if isinstance(row, Container)),
        _renumbered(kept_rejected, Rows.CONTAINERS, 0, moved),
        _renumbered_marks(
            frozenset(place for place in before.filled if place.item not in gone),
            Rows.CONTAINERS,
            0,
            moved,
        ),
    )
    return ReplaceLists(before, after)


def move_item(draft: Draft, key: int, index: int) -> ReplaceLists:
    """Move an item to another place among the items."""
    moved = draft.declaration.item(key)
    others = tuple(item for item in draft.declaration.items if item.key != key)
    return _with_items(draft, (*others[:index], moved, *others[index:]))


def replace_item(draft: Draft, item: Item) -> ReplaceLists:
    """Put an item in the place of the one with its key; its rejected texts go."""
    before = lists(draft)
    after = replace(
        before,
        items=tuple(item if other.key == item.key else other for other in before.items),
        rejected=tuple(pair for pair in before.rejected if pair[0].item != item.key),
        filled=frozenset(place for place in before.filled if place.item != item.key),
    )
    return ReplaceLists(before, after)


def page_items(draft: Draft, page: int) -> tuple[Item, ...]:
    """Return the items of a page from 0: the first holds one item, the others three."""
    first = first_item(page)
    return draft.declaration.items[first : first + ITEMS_PER_PAGE if page else 1]


def first_item(page: int) -> int:
    """Return the position, from 0, of the first item of a page from 0."""
    return 1 + (page - 1) * ITEMS_PER_PAGE if page else 0


def page_count(item_count: int) -> int:
    """Return the number of forms: 1 + ceil((items - 1) / 3), at least one (guide 003, box 3)."""
    return 1 + -(-max(item_count - 1, 0) // ITEMS_PER_PAGE)


def page_of(position: int) -> int:
    """Return the page, from 0, on which the item at a position, from 0, stands."""
    return page_count(position + 1) - 1


def set_rows(draft: Draft, item: int, kind: Rows, rows: Iterable[Row]) -> ReplaceLists:
    """Put other rows in; texts rejected in rows that are no longer there are dropped."""
    before = lists(draft)
    new = tuple(rows)
    length = len(new)
    after = replace(
        before,
        rejected=tuple(pair for pair in before.rejected if _stays(pair[0], item, kind, length)),
        filled=frozenset(place for place in before.filled if _stays(place, item, kind, length)),
    )
    return ReplaceLists(before, _with_rows(after, item, kind, new))


def remove_row(draft: Draft, item: int, kind: Rows, index: int) -> ReplaceLists:
    """Remove one row; what was rejected in later rows moves up with them."""
    owner = draft.declaration.item(item) if item else draft.declaration
    rows: tuple[Row, ...] = getattr(owner, kind)
    gone = rows[index]
    kept, moved = _without(rows, lambda row: row is gone)
    before = lists(draft)
    after = replace(
        before,
        rejected=_renumbered(before.rejected, kind, item, moved),
        filled=_renumbered_marks(before.filled, kind, item, moved),
    )
    return ReplaceLists(before, _with_rows(after, item, kind, kept))


def _with_items(draft: Draft, items: tuple[Item, ...]) -> ReplaceLists:
    before = lists(draft)
    return ReplaceLists(before, replace(before, items=items))


def _with_rows(after: Lists, item: int, kind: Rows, rows: tuple[Row, ...]) -> Lists:
    if kind is Rows.CONTAINERS:
        return replace(after, containers=tuple(r for r in rows if isinstance(r, Container)))
    changes: dict[str, Any] = {str(kind): rows}
    changed = tuple(replace(one, **changes) if one.key == item else one for one in after.items)
    return replace(after, items=changed)


def _stays(place: Place, item: int, kind: Rows, length: int) -> bool:
    return place.rows is not kind or place.item != item or place.row < length


def _without(
    rows: tuple[Row, ...], is_gone: Callable[[Row], bool]
) -> tuple[tuple[Row, ...], dict[int, int]]:
    """Return the rows kept, and where each kept row moved: old index to new."""
    kept = [(index, row) for index, row in enumerate(rows) if not is_gone(row)]
    return tuple(row for _, row in kept), {old: new for new, (old, _) in enumerate(kept)}


def _renumbered(
    rejected: tuple[tuple[Place, str], ...], kind: Rows, item: int, moved: dict[int, int]
) -> tuple[tuple[Place, str], ...]:
    pairs = ((_moved(place, kind, item, moved), typed) for place, typed in rejected)
    return tuple((place, typed) for place, typed in pairs if place is not None)


def _renumbered_marks(
    filled: frozenset[Place], kind: Rows, item: int, moved: dict[int, int]
) -> frozenset[Place]:
    places = (_moved(place, kind, item, moved) for place in filled)
    return frozenset(place for place in places if place is not None)


def _moved(place: Place, kind: Rows, item: int, moved: dict[int, int]) -> Place | None:
    if place.rows is not kind or place.item != item:
        return place
    if place.row not in moved:
        return None
    return replace(place, row=moved[place.row])
