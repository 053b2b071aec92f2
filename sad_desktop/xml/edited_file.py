"""Bring the text of a file from what was read in it to what its draft says now."""

from collections import deque
from collections.abc import Sequence
from contextlib import suppress

from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import PreviousDeclaration
from sad_desktop.xml import mapping
from sad_desktop.xml.blocks import CONTAINERS, DOCUMENTS, ITEMS, PREVIOUS, TAX_LINES, Pattern
from sad_desktop.xml.layout import layout_of
from sad_desktop.xml.leaves import Leaves
from sad_desktop.xml.moulds import Moulds, NoFit
from sad_desktop.xml.new_file import new_item, new_tax_lines
from sad_desktop.xml.order import HEADER_ORDER, ITEM_ORDER
from sad_desktop.xml.patch import (
    Change,
    File,
    Splice,
    changes_between,
    insertion_place,
    leaf_splices,
    spliced,
)
from sad_desktop.xml.read import item_index
from sad_desktop.xml.rows import Kept, Slots, match_rows, refill, row_splices, slots_of
from sad_desktop.xml.spans import Span
from sad_desktop.xml.statement import Statement

_TAXATION = mapping.TAX_PATH.partition("/")[0]


def edited_file(
    text: str, root: Span, before: Statement, after: Statement, keys: Sequence[int]
) -> str:
    """Return the text of a file with every edit in it; ``keys`` are those of its items."""
    editor = _Editor(File(text, layout_of(text)), root, before, after, keys)
    return spliced(text, 0, len(text), editor.splices())


class _Editor:
    def __init__(
        self,
        file: File,
        root: Span,
        before: Statement,
        after: Statement,
        keys: Sequence[int],
    ) -> None:
        self._file = file
        self._root = root
        self._before = before
        self._after = after
        self._keys = keys
        self._moulds = Moulds(file.layout)

    def splices(self) -> list[Splice]:
        changes = changes_between(self._before.header(), self._after.header(), self._file.layout)
        return [
            *leaf_splices(self._file, self._root, 0, HEADER_ORDER, changes),
            *self._containers(),
            *self._previous(),
            *self._items(),
        ]

    def _containers(self) -> list[Splice]:
        before, after = self._before.containers(), self._after.containers()
        matches = match_rows(
            self._before.draft.declaration.containers,
            self._after.draft.declaration.containers,
            before,
            after,
        )
        slots = slots_of(self._file, self._root, CONTAINERS)
        return row_splices(self._file, slots, CONTAINERS, before, after, matches)

    def _previous(self) -> list[Splice]:
        slots = slots_of(self._file, self._root, PREVIOUS)
        if not self._keys:
            slots = Slots(self._root, ())
        before, after = self._previous_in_file_order(slots), self._after.previous()
        matches = match_rows(
            [(key, row) for key, row, _ in before],
            [(key, row) for key, row, _ in after],
            [leaves for _, _, leaves in before],
            [leaves for _, _, leaves in after],
        )
        order = _kept_in_order([key for key, _, _ in before], [key for key, _, _ in after])
        return row_splices(
            self._file,
            slots,
            PREVIOUS,
            [leaves for _, _, leaves in before],
            [after[index][2] for index in order],
            [matches[index] for index in order],
        )

    def _previous_in_file_order(
        self, slots: Slots
    ) -> list[tuple[int, PreviousDeclaration, Leaves]]:
        """Return what was read, row by row of the file; the draft has it item by item."""
        waiting: dict[int, list[tuple[int, PreviousDeclaration, Leaves]]] = {}
        for key, row, leaves in self._before.previous():
            waiting.setdefault(key, []).append((self._keys[key - 1], row, leaves))
        found = []
        for span in slots.used:
            numbers = [
                self._file.text[child.inner : child.close].strip()
                for child in self._file.children(span)
                if child.name == mapping.PREVIOUS_ITEM
            ]
            index = item_index(next(filter(None, numbers), ""), len(self._keys)) or 0
            found.append(waiting[index + 1].pop(0))
        return found

    def _items(self) -> list[Splice]:
        spans = [
            child for child in self._file.children(self._root) if child.name == mapping.ITEM_ELEMENT
        ]
        slots = Slots(self._root, tuple(spans[: len(self._keys)]))
        places = {key: place for place, key in enumerate(self._keys)}
        originals = self._before.draft.declaration.items
        blocks: list[Kept | str] = []
        for item in self._after.draft.declaration.items:
            place = places.get(item.key)
            if place is None:
                blocks.append(new_item(self._after, item, self._file.layout))
            else:
                blocks.append(self._kept_item(slots.used[place], originals[place], item))
        return refill(self._file, slots, ITEMS, blocks)

    def _kept_item(self, span: Span, original: Item, item: Item) -> Kept:
        if self._after.says_the_same_of(item, self._before, original):
            return Kept(span)
        if self._after.differs_in_figures_only(item, self._before, original):
            with suppress(NoFit):
                return self._with_figures(span, original, item)
        if span.is_empty_tag:
            return Kept(span, [Splice(span.start, span.end, self._new_item(item))])
        before, after = self._before.item(original), self._after.item(item)
        changes = changes_between(before, after, self._file.layout)
        splices = self._tax_lines(span, original, item, changes)
        splices += leaf_splices(self._file, span, 1, ITEM_ORDER, changes)
        splices += self._documents(span, original, item)
        return Kept(span, splices)

    def _with_figures(self, span: Span, original: Item, item: Item) -> Kept:
        """Return an item with its new figures put in by its mould; raises NoFit."""
        before = self._before.item_figures(original.key)
        after = self._after.item_figures(item.key)
        edited = self._moulds.edited(self._file.text[span.start : span.end], before, after)
        return Kept(span, [Splice(span.start, span.end, edited)])

    def _new_item(self, item: Item) -> str:
        return new_item(self._after, item, self._file.layout)

    def _documents(self, item_span: Span, original: Item, item: Item) -> list[Splice]:
        before, after = self._before.documents(original), self._after.documents(item)
        if before == after:
            return []
        slots = slots_of(self._file, item_span, DOCUMENTS)
        matches = match_rows(original.documents, item.documents, before, after)
        return row_splices(self._file, slots, DOCUMENTS, before, after, matches)

    def _tax_lines(
        self, item_span: Span, original: Item, item: Item, changes: dict[str, Change]
    ) -> list[Splice]:
        """Return the splices of the tax lines; a missing branch takes its changes with it."""
        before, after = self._before.taxes(original), self._after.taxes(item)
        if before == after:
            return []
        found = [child for child in self._file.children(item_span) if child.name == _TAXATION]
        filled = [child for child in found if not child.is_empty_tag]
        if filled:
            slots = slots_of(self._file, filled[0], TAX_LINES)
            matches = [index if index < len(before) else None for index in range(len(after))]
            return row_splices(self._file, slots, TAX_LINES, before, after, matches)
        layout = self._file.layout
        inside = [path for path in changes if path.startswith(f"{_TAXATION}/")]
        texts = {path: content for path in inside if (content := changes.pop(path).content)}
        block = Pattern(ITEM_ORDER, _TAXATION, 2, layout).filled(
            texts, {mapping.TAX_PATH: new_tax_lines(after, layout)}
        )
        if found:
            return [Splice(found[0].start, found[0].end, block)]
        place = insertion_place(self._file, item_span, ITEM_ORDER[""], _TAXATION)
        return [Splice(place, place, layout.start(2) + block)]


def _kept_in_order(before: Sequence[int], after: Sequence[int]) -> list[int]:
    """Return in which order to write rows that are listed item by item.

    The file's order of items is kept; rows it has no place for come last.
    """
    waiting: dict[int, deque[int]] = {}
    for index, key in enumerate(after):
        waiting.setdefault(key, deque()).append(index)
    kept = [waiting[key].popleft() for key in before if waiting.get(key)]
    return kept + sorted(index for left in waiting.values() for index in left)
