"""Edits: pure values that change a draft, each with its inverse."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Protocol, Self

from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Container
from sad_desktop.declaration.values import Value


class Edit(Protocol):
    """A change of a draft that can be taken back."""

    def apply(self, draft: Draft) -> Draft:
        """Return the draft after the edit."""
        ...

    def inverted(self) -> Self:
        """Return the edit that takes this one back."""
        ...


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in a field: its value, the text that was no value, and who put it there."""

    value: Value
    rejected: str | None = None
    filled: bool = False


@dataclass(frozen=True, slots=True)
class SetField:
    """Put another entry into one field."""

    place: Place
    before: Entry
    after: Entry

    def apply(self, draft: Draft) -> Draft:
        """Return the draft with the entry in its place."""
        return _put(draft, self.place, self.after)

    def inverted(self) -> Self:
        """Return the edit that puts the former entry back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class Lists:
    """All items and containers of a draft with the marks that hang on them."""

    items: tuple[Item, ...]
    containers: tuple[Container, ...]
    rejected: tuple[tuple[Place, str], ...]
    filled: frozenset[Place]


@dataclass(frozen=True, slots=True)
class ReplaceLists:
    """Put other items, rows and containers in: added, removed, moved, copied."""

    before: Lists
    after: Lists

    def apply(self, draft: Draft) -> Draft:
        """Return the draft with the lists exchanged."""
        declaration = replace(
            draft.declaration, items=self.after.items, containers=self.after.containers
        )
        return replace(
            draft,
            declaration=declaration,
            rejected=dict(self.after.rejected),
            filled=self.after.filled,
        )

    def inverted(self) -> Self:
        """Return the edit that puts the former lists back."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class ReplaceDraft:
    """Put a whole draft in the place of another, as an import does."""

    before: Draft
    after: Draft

    def apply(self, draft: Draft) -> Draft:  # noqa: ARG002 - the whole draft is exchanged
        """Return the new draft."""
        return self.after

    def inverted(self) -> Self:
        """Return the edit that brings the former draft back."""
        return replace(self, before=self.after, after=self.before)


def entry(draft: Draft, place: Place) -> Entry:
    """Return what stands in a field."""
    return Entry(draft.value(place), draft.rejected.get(place), place in draft.filled)


def set_field(draft: Draft, place: Place, after: Entry) -> SetField:
    """Return the edit that puts an entry into a field of this draft."""
    return SetField(place, entry(draft, place), after)


def places(edits: Iterable[Edit]) -> frozenset[Place] | None:
    """Return the fields some edits change; None when they change more than fields."""
    changed: set[Place] = set()
    for edit in edits:
        if not isinstance(edit, SetField):
            return None
        changed.add(edit.place)
    return frozenset(changed)


def _put(draft: Draft, place: Place, after: Entry) -> Draft:
    holder = draft.holder(place)
    changed = replace(holder, **{place.field: after.value})  # type: ignore[type-var]
    return replace(
        draft,
        declaration=_with_holder(draft, place, changed),
        rejected=_with_rejected(draft, place, after.rejected),
        filled=draft.filled | {place} if after.filled else draft.filled - {place},
    )


def _with_holder(draft: Draft, place: Place, holder: object) -> Any:
    declaration = draft.declaration
    if place.rows is Rows.CONTAINERS:
        return replace(declaration, containers=_at(declaration.containers, place.row, holder))
    if not place.item:
        return holder
    position = declaration.position(place.item)
    if place.rows is not None:
        item = declaration.items[position]
        changes: dict[str, Any] = {
            str(place.rows): _at(getattr(item, place.rows), place.row, holder)
        }
        holder = replace(item, **changes)
    return replace(declaration, items=_at(declaration.items, position, holder))


def _with_rejected(draft: Draft, place: Place, rejected: str | None) -> dict[Place, str]:
    kept = {other: typed for other, typed in draft.rejected.items() if other != place}
    if rejected is not None:
        kept[place] = rejected
    return kept


def _at(rows: tuple[Any, ...], index: int, row: object) -> tuple[Any, ...]:
    return (*rows[:index], row, *rows[index + 1 :])
