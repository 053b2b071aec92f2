"""The lists an office keeps over the shipped ones: periods of a code, what an import changes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from sad_desktop.tariff.book import ListEntry

Periods = tuple[ListEntry, ...]
"""The entries of one code, oldest first; each ends where the next begins, or before."""


class Work(StrEnum):
    """What made an edition of a list."""

    ADDED = "added"
    EDITED = "edited"
    ENDED = "ended"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One change of one list: who, when, how many codes, from which file."""

    number: int
    list_name: str
    work: Work
    source: str
    by: str
    at: datetime
    added: int = 0
    changed: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to be written: the codes with all their periods, and how it came about.

    ``seen`` is the office's edition the change was made on; codes changed since are a conflict.
    """

    list_name: str
    work: Work
    periods: Mapping[str, Periods]
    seen: int
    source: str = ""
    added: int = 0
    changed: int = 0
    ended: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The periods of a code as one edition left them; no edition: as shipped."""

    periods: Periods
    edition: Edition | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A file against the list in force: what is new, changed (before and after), ended, equal."""

    added: tuple[ListEntry, ...] = ()
    changed: tuple[tuple[ListEntry, ListEntry], ...] = ()
    ended: tuple[ListEntry, ...] = ()
    same: int = 0
    periods: Mapping[str, Periods]

    @property
    def is_empty(self) -> bool:
        """True when the list would stay as it is."""
        return not (self.added or self.changed or self.ended)


def with_entry(periods: Periods, entry: ListEntry) -> Periods:
    """Return the periods of a code with one more; an open one before it ends where it begins.

    An entry without a first day takes the place of the one in force last, and its days; one
    with the first day of another takes that one's place.
    """
    if not periods:
        return (entry,)
    if entry.valid_from is None:
        last = periods[-1]
        kept = replace(entry, valid_from=last.valid_from, valid_to=entry.valid_to)
        return (*periods[:-1], kept)
    start = entry.valid_from
    earlier = [_ended(one, start) for one in periods if _start(one) < start]
    later = [one for one in periods if _start(one) > start]
    if later and (entry.valid_to is None or entry.valid_to > _start(later[0])):
        entry = replace(entry, valid_to=later[0].valid_from)
    return (*earlier, entry, *later)


def without(periods: Periods, on: date) -> Periods:
    """Return the periods of a code that ends on a day: it is in force until the day before."""
    return tuple(_ended(one, on) for one in periods)


def in_force(periods: Periods, on: date) -> ListEntry | None:
    """Return the entry of a code in force on a day."""
    return next((one for one in periods if one.is_in_force(on)), None)


def compare(
    before: Mapping[str, Periods],
    incoming: Iterable[ListEntry],
    on: date,
    *,
    is_complete: bool,
) -> Comparison:
    """Compare entries of a file with a list; what a complete file leaves out ends on the day."""
    periods: dict[str, Periods] = {}
    same: set[str] = set()
    for entry in incoming:
        own = periods.get(entry.code, before.get(entry.code, ()))
        after = own if _says_the_same(own, entry) else with_entry(own, entry)
        periods[entry.code] = after
        if _said(after) == _said(before.get(entry.code, ())):
            same.add(entry.code)
        else:
            same.discard(entry.code)
    left_out = before.keys() - periods.keys() if is_complete else set()
    ended = {code: before[code] for code in left_out if in_force(before[code], on)}
    changes = {code: own for code, own in periods.items() if code not in same}
    new = tuple(own[-1] for code, own in changes.items() if code not in before)
    changed = tuple((before[code][-1], own[-1]) for code, own in changes.items() if code in before)
    return Comparison(
        added=new,
        changed=changed,
        ended=tuple(one for own in ended.values() if (one := in_force(own, on)) is not None),
        same=len(same),
        periods={**changes, **{code: without(own, on) for code, own in ended.items()}},
    )


def _says_the_same(periods: Periods, entry: ListEntry) -> bool:
    """Tell whether the entry in force says already what the new one says."""
    if entry.valid_from is None:
        current = periods[-1] if periods else None
    else:
        current = in_force(periods, entry.valid_from)
    if current is None:
        return False
    return _content(current) == _content(entry) and current.valid_to == entry.valid_to


def _said(periods: Periods) -> tuple[object, ...]:
    return tuple((_content(one), one.valid_from, one.valid_to) for one in periods)


def _content(entry: ListEntry) -> tuple[object, ...]:
    facts = {key: value for key, value in entry.facts.items() if value}
    return (entry.en, entry.ar, facts)


def _ended(entry: ListEntry, day: date) -> ListEntry:
    if entry.valid_to is not None and entry.valid_to <= day:
        return entry
    if _start(entry) > day:
        return replace(entry, valid_to=entry.valid_from)
    return replace(entry, valid_to=day)


def _start(entry: ListEntry) -> date:
    return entry.valid_from or date.min
