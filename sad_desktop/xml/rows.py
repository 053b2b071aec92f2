"""Repeated elements of a file: which stays in which slot, what is added, what is taken out."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from sad_desktop.xml.blocks import RowKind
from sad_desktop.xml.leaves import Leaves, is_blank
from sad_desktop.xml.order import FIXED_SLOTS, HEADER_ORDER, ROW_ORDER
from sad_desktop.xml.patch import (
    File,
    Splice,
    changes_between,
    insertion_place,
    leaf_splices,
    spliced,
)
from sad_desktop.xml.spans import Span, has_text

_BLANKS = " \t\r\n"
_EDITED = Fraction(1, 2)


@dataclass(slots=True)
class Kept:
    """An element of the file that stays, perhaps in another slot, with what changes in it."""

    span: Span
    splices: list[Splice] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Slots:
    """The elements of one repeated name: those in use, and the blank ones, in the file's order."""

    parent: Span
    used: tuple[Span, ...]
    blank: tuple[Span, ...] = ()


def slots_of(file: File, parent: Span, kind: RowKind) -> Slots:
    """Return the elements of a kind below a parent; in use is what holds any of its leaves."""
    spans = [child for child in file.children(parent) if child.name == kind.name]
    used = [span for span in spans if has_text(file.text, span, kind.leaf_names)]
    return Slots(parent, tuple(used), tuple(span for span in spans if span not in used))


def match_rows(
    before: Sequence[Hashable],
    after: Sequence[Hashable],
    said_before: Sequence[Leaves],
    said_after: Sequence[Leaves],
) -> list[int | None]:
    """Return for each row of ``after`` the row of ``before`` it was, None for a new one.

    Equal rows are the same. Another is an edited one when it says more than half of what the
    row of before said; a new row must not get what a removed one held beside the known fields.
    """
    free: dict[Hashable, list[int]] = {}
    for index, row in enumerate(before):
        free.setdefault(row, []).append(index)
    matches = [free[row].pop(0) if free.get(row) else None for row in after]
    left = [index for index in range(len(before)) if index not in set(matches)]
    for index, match in enumerate(matches):
        if match is None and left:
            leaves = said_after[index]
            best = max(left, key=lambda other: _likeness(said_before[other], leaves))
            if _likeness(said_before[best], leaves) > _EDITED:
                matches[index] = best
                left.remove(best)
    return matches


def _likeness(before: Leaves, after: Leaves) -> Fraction:
    said = [path for path in after if not (is_blank(after[path]) and is_blank(before[path]))]
    return Fraction(sum(before[path] == after[path] for path in said), max(len(said), 1))


def row_splices(
    file: File,
    slots: Slots,
    kind: RowKind,
    before: Sequence[Leaves],
    after: Sequence[Leaves],
    matches: Sequence[int | None],
) -> list[Splice]:
    """Return the splices after which the rows say, in their order, what ``after`` says."""
    if list(before) == list(after) and list(matches) == list(range(len(before))):
        return []
    blocks: list[Kept | str] = []
    for leaves, match in zip(after, matches, strict=True):
        if match is None:
            blocks.append(kind.new(leaves, file.layout))
            continue
        span = slots.used[match]
        changes = changes_between(before[match], leaves, file.layout)
        splices = leaf_splices(file, span, kind.depth, kind.order, changes, kind.path)
        blocks.append(Kept(span, splices))
    return refill(file, slots, kind, blocks)


def refill(file: File, slots: Slots, kind: RowKind, blocks: Sequence[Kept | str]) -> list[Splice]:
    """Return the splices that put blocks into the slots, in order.

    Blocks without a slot are added behind the last; a slot without a block is left blank where
    the file keeps blank ones, else it is taken out with the white space before it.
    """
    surplus = max(len(blocks) - len(slots.used), 0)
    targets = sorted((*slots.used, *slots.blank[:surplus]), key=lambda span: span.start)
    splices: list[Splice] = []
    for slot, block in zip(targets, blocks, strict=False):
        if isinstance(block, Kept) and block.span == slot:
            splices += block.splices
        else:
            splices.append(Splice(slot.start, slot.end, _text_of(file, block)))
    keeps_blanks = bool(slots.blank) or kind.path in FIXED_SLOTS
    for slot in targets[len(blocks) :]:
        if keeps_blanks:
            splices.append(Splice(slot.start, slot.end, kind.new({}, file.layout)))
        else:
            splices.append(Splice(_before_blanks(file.text, slot.start), slot.end, ""))
    added = [_text_of(file, block) for block in blocks[len(targets) :]]
    if added:
        place = _place_behind(file, slots, targets, kind)
        start = file.layout.start(kind.depth)
        splices.append(Splice(place, place, "".join(f"{start}{block}" for block in added)))
    return splices


def _text_of(file: File, block: Kept | str) -> str:
    if isinstance(block, str):
        return block
    return spliced(file.text, block.span.start, block.span.end, block.splices)


def _place_behind(file: File, slots: Slots, targets: Sequence[Span], kind: RowKind) -> int:
    if targets:
        return targets[-1].end
    parent = slots.parent
    above = kind.path.rpartition("/")[0]
    order = kind.order[above] if kind.order is not ROW_ORDER else HEADER_ORDER[""]
    return insertion_place(file, parent, order, kind.name)


def _before_blanks(text: str, place: int) -> int:
    while text[place - 1] in _BLANKS:
        place -= 1
    return place
