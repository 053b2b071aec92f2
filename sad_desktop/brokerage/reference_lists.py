"""The lists an office keeps over the shipped ones: periods of a code, what an import changes."""

from collections.abc import Collection, Iterable, Mapping
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


def with_entry(periods: Periods, entry: ListEntry, on: date) -> Periods:
    """Return the periods of a code with one more; an open one before it ends where it begins.

    An entry with the first day of another takes that one's place. One without a first day takes
    the place of the one in force on the day, and its days; where none is, it begins that day.
    """
    if not periods:
        return (entry,)
    if entry.valid_from is None:
        entry = _dated(entry, in_force(periods, on), on)
    start = _start(entry)
    earlier = [_ended(one, start) for one in periods if _start(one) < start]
    later = [one for one in periods if _start(one) > start]
    if later and (entry.valid_to is None or entry.valid_to > _start(later[0])):
        entry = replace(entry, valid_to=later[0].valid_from)
    return (*earlier, entry, *later)


def _dated(entry: ListEntry, current: ListEntry | None, on: date) -> ListEntry:
    if current is None:
        return replace(entry, valid_from=on)
    if current.valid_from is None:
        return entry
    return replace(
        entry, valid_from=current.valid_from, valid_to=entry.valid_to or current.valid_to
    )


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
    is_daily: bool = False,
) -> Comparison:
    """Compare entries of a file with a list; what a complete file leaves out ends on the day.

    Entries of a daily list, as exchange rates are, say something new each day they are of, even
    when it is the same as the day before: it was published again.
    """
    periods: dict[str, Periods] = {}
    for code, entries in _by_code(incoming).items():
        own = before.get(code, ())
        if is_daily:
            periods[code] = _by_day(own, entries)
            continue
        for entry in entries:
            own = own if _says_the_same(own, entry, on) else with_entry(own, entry, on)
        periods[code] = own
    left_out = before.keys() - periods.keys() if is_complete else set()
    ended = {code: before[code] for code in left_out if in_force(before[code], on)}
    changes = {
        code: own for code, own in periods.items() if _said(own) != _said(before.get(code, ()))
    }
    new = tuple(own[-1] for code, own in changes.items() if code not in before)
    changed = tuple(
        (_shown(before[code], on), _shown(own, on))
        for code, own in changes.items()
        if code in before
    )
    return Comparison(
        added=new,
        changed=changed,
        ended=tuple(one for own in ended.values() if (one := in_force(own, on)) is not None),
        same=len(periods) - len(changes),
        periods={**changes, **{code: without(own, on) for code, own in ended.items()}},
    )


def overlaid(
    entry: ListEntry, before: Mapping[str, Periods], parts: Collection[str], on: date
) -> ListEntry:
    """Return an entry of a file that says only some parts, the others as the list has them.

    A list of English names does not take the Arabic ones away, nor one of names the facts.
    """
    periods = before.get(entry.code, ())
    if not periods:
        return entry
    former = in_force(periods, entry.valid_from or on) or _shown(periods, on)
    kept = {key: value for key, value in former.facts.items() if key not in parts}
    return replace(
        entry,
        en=entry.en or former.en,
        ar=entry.ar or former.ar,
        facts={**kept, **entry.facts},
    )


def _by_code(entries: Iterable[ListEntry]) -> dict[str, list[ListEntry]]:
    found: dict[str, list[ListEntry]] = {}
    for entry in entries:
        found.setdefault(entry.code, []).append(entry)
    return found


def _by_day(periods: Periods, entries: Iterable[ListEntry]) -> Periods:
    """Return the periods of a daily list: each ends where the next begins."""
    days = {_start(one): one for one in (*periods, *entries)}
    own = [days[day] for day in sorted(days)]
    ends = [*(one.valid_from for one in own[1:]), None]
    return tuple(replace(one, valid_to=end) for one, end in zip(own, ends, strict=True))


def _shown(periods: Periods, on: date) -> ListEntry:
    """Return the entry of a code that stands for it: the one in force, else the last."""
    return in_force(periods, on) or periods[-1]


def _says_the_same(periods: Periods, entry: ListEntry, on: date) -> bool:
    """Tell whether the entry in force says already what the new one says."""
    current = in_force(periods, entry.valid_from or on)
    if current is None or _content(current) != _content(entry):
        return False
    return current.valid_to == entry.valid_to or (
        entry.valid_from is None and entry.valid_to is None and current.valid_from is not None
    )


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
