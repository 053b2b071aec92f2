"""The history of a declaration: who did what and when, each entry sealing the one before it."""

import hashlib
import json
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from sad_desktop.brokerage.conflict import differences
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.status import Status
from sad_desktop.declaration.values import Value

BEGINNING = "0" * 64
"""What the first entry of an office seals."""

MOST_CHANGES = 200
"""Changed fields an entry names; of more it says how many."""


class Operation(StrEnum):
    """What an entry records; the steps of the life have the names they have there."""

    STORE = "store"
    DELETE = "delete"
    REGISTER = "register"
    ASSESS = "assess"
    REQUEST = "request"
    PAY = "pay"
    DEPOSIT = "deposit"
    REJECT = "reject"
    VOID = "void"
    RELEASE = "release"
    CANCEL = "cancel"
    AMEND = "amend"
    RESTORE = "restore"
    TRACK = "track"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One field before and after; both as plain text, "" for empty.

    ``number`` is the item's number from 1 as it was then, 0 for the general segment.
    """

    place: Place
    number: int
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line of the history; ``seal`` covers everything else of it and the line before.

    ``remark`` is what the user said (a reason) or the number that was given; ``content`` is the
    SHA-256 of the declaration as the step froze it, "" where nothing was frozen;
    ``changed`` counts the fields that changed, of which ``changes`` names the first.
    """

    sequence: int
    declaration_id: str
    reference: str
    at: datetime
    by: str
    operation: Operation
    before: Status | None
    after: Status | None
    version: int
    remark: str = ""
    changed: int = 0
    changes: tuple[Change, ...] = ()
    content: str = ""
    previous: str = BEGINNING
    seal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether the chain holds: ``broken_at`` is the first entry that does not, None when all do."""

    count: int
    broken_at: int | None = None

    @property
    def holds(self) -> bool:
        """True when no entry was altered, removed or put in."""
        return self.broken_at is None


def is_sound(entry: Entry) -> bool:
    """Tell whether an entry's own seal is right: nothing of it was altered."""
    return entry.seal == seal_of(entry)


def sealed(entry: Entry) -> Entry:
    """Return an entry with its seal."""
    return replace(entry, seal=seal_of(entry))


def seal_of(entry: Entry) -> str:
    """Return the SHA-256, in hexadecimal, of an entry and the seal before it."""
    return seal_of_plain(as_plain(entry))


def seal_of_plain(plain: Mapping[str, object]) -> str:
    """Return the seal of what ``as_plain`` gave, also after a file carried it."""
    written = json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def verdict(entries: Iterable[Entry], kept: Container[tuple[str, str]] | None = None) -> Verdict:
    """Judge an office's whole history, oldest first: numbers without gap, every seal right.

    ``kept`` are the declarations' ids with the hashes of what is kept of them: given, what an
    entry froze must be there unaltered.
    """
    previous, count = BEGINNING, 0
    for entry in entries:
        count += 1
        fits = entry.sequence == count and entry.previous == previous
        if not fits or not is_sound(entry):
            return Verdict(count=count, broken_at=entry.sequence)
        if kept is not None and entry.content and (entry.declaration_id, entry.content) not in kept:
            return Verdict(count=count, broken_at=entry.sequence)
        previous = entry.seal
    return Verdict(count=count)


def as_plain(entry: Entry) -> dict[str, object]:
    """Return what the seal covers as plain values, moments in UTC."""
    return {
        "sequence": entry.sequence,
        "declaration": entry.declaration_id,
        "reference": entry.reference,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "by": entry.by,
        "operation": str(entry.operation),
        "before": str(entry.before or ""),
        "after": str(entry.after or ""),
        "version": entry.version,
        "remark": entry.remark,
        "changed": entry.changed,
        "changes": [plain_change(one) for one in entry.changes],
        "content": entry.content,
        "previous": entry.previous,
    }


def plain_change(change: Change) -> list[object]:
    """Return a change as field, item key, list, row, item number, before and after."""
    place = change.place
    return [
        place.field,
        place.item,
        str(place.rows or ""),
        place.row,
        change.number,
        change.before,
        change.after,
    ]


def changes(before: Draft | None, after: Draft) -> tuple[int, tuple[Change, ...]]:
    """Return how many fields a storing changed, and the first of them in the form's order.

    Without a former draft nothing is compared: (0, ()).
    """
    if before is None or before is after:
        return 0, ()
    found = compared(before, after)
    return len(found), found[:MOST_CHANGES]


def compared(before: Draft, after: Draft) -> tuple[Change, ...]:
    """Return every field in which two drafts of a declaration differ, in the form's order."""
    left, right = _without_common_items(before, after)
    numbers = {item.key: n for n, item in enumerate(after.declaration.items, start=1)}
    former = {item.key: n for n, item in enumerate(before.declaration.items, start=1)}
    return tuple(
        Change(
            place=one.place,
            number=numbers.get(one.place.item, former.get(one.place.item, 0)),
            before=plain_text(one.theirs),
            after=plain_text(one.mine),
        )
        for one in differences(None, left, right)
    )


def plain_text(value: Value) -> str:
    """Return a value as the history writes it: numbers with a point, days as year-month-day."""
    if value is None or value is False:
        return ""
    return "1" if value is True else str(value)


def _without_common_items(left: Draft, right: Draft) -> tuple[Draft, Draft]:
    """Leave out the items that are the same in both: of 999 items few change."""
    ours = {item.key: item for item in left.declaration.items}
    common = {
        item.key
        for item in right.declaration.items
        if (other := ours.get(item.key)) is not None and (other is item or other == item)
    }
    common -= {place.item for place in (*left.rejected, *right.rejected)}
    return _only(left, common), _only(right, common)


def _only(draft: Draft, but: set[int]) -> Draft:
    items = tuple(item for item in draft.declaration.items if item.key not in but)
    return replace(draft, declaration=replace(draft.declaration, items=items))
