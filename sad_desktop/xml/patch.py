"""Change single elements in the text of a file and leave every other character as it stands."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Union

from sad_desktop.xml import mapping
from sad_desktop.xml.blocks import Pattern, is_empty_when_blank
from sad_desktop.xml.layout import Layout
from sad_desktop.xml.leaves import Leaves, is_blank, spell_leaf
from sad_desktop.xml.order import Order
from sad_desktop.xml.spans import Span, children
from sad_desktop.xml.texts import spellings

_NUMBERED = re.compile(r"(.*)\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Splice:
    """Text to put in the place of a stretch of the file."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class File:
    """The text of a file, how it looks, and where the elements stand that were asked for."""

    text: str
    layout: Layout
    _children: dict[int, list[Span]] = field(default_factory=dict)

    def children(self, parent: Span) -> list[Span]:
        """Return the elements directly below an element, in their order."""
        found = self._children.get(parent.start)
        if found is None:
            found = self._children[parent.start] = list(children(self.text, parent))
        return found


@dataclass(frozen=True, slots=True)
class Change:
    """The new content of a leaf, "" for a blank; ``creates``: also where there is no element."""

    content: str
    creates: bool = True


_Wanted = dict[str, Union[Change, "_Wanted"]]


def changes_between(before: Leaves, after: Leaves, layout: Layout) -> dict[str, Change]:
    """Return what has to change; elements that say the same once more follow where they exist."""
    changes = {
        path: Change(layout.content(spell_leaf(leaf)))
        for path, leaf in after.items()
        if leaf != before.get(path) and not (is_blank(leaf) and is_blank(before.get(path)))
    }
    for path, others in mapping.MIRRORS.items():
        if path in changes:
            for other in others:
                changes.setdefault(other, Change(changes[path].content, creates=False))
    return changes


def leaf_splices(
    file: File,
    parent: Span,
    depth: int,
    order: Order,
    changes: Mapping[str, Change],
    path: str = "",
) -> list[Splice]:
    """Return the splices that bring changes into an element.

    ``depth`` and ``path`` are the element's own; the paths of the changes go on from there.
    """
    wanted: _Wanted = {}
    for leaf_path, change in changes.items():
        branch = wanted
        *above, leaf = leaf_path.split("/")
        for name in above:
            below = branch.setdefault(name, {})
            assert isinstance(below, dict)  # noqa: S101 - no mapped leaf holds other elements
            branch = below
        creates = change.creates and not _stands_elsewhere(file, parent, leaf_path)
        branch[leaf] = Change(change.content, creates=creates)
    splicer = _Splicer(file, order)
    splicer.change_below([parent], depth + 1, path, wanted)
    return splicer.splices


def spliced(text: str, start: int, end: int, splices: Iterable[Splice]) -> str:
    """Return a stretch of text with its splices in place."""
    parts: list[str] = []
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        parts += (text[start : splice.start], splice.text)
        start = splice.end
    parts.append(text[start:end])
    return "".join(parts)


def insertion_place(file: File, parent: Span, names: Sequence[str], name: str) -> int:
    """Return where a new child belongs: behind the last that comes before it in the order."""
    place = parent.inner
    limit = names.index(name) if name in names else len(names)
    for child in file.children(parent):
        usual = mapping.ALIASES.get(child.name, child.name)
        if usual in names and names.index(usual) <= limit:
            place = child.end
    return place


class _Splicer:
    """Collects the splices of one element."""

    def __init__(self, file: File, order: Order) -> None:
        self._file = file
        self._text = file.text
        self._layout = file.layout
        self._order = order
        self.splices: list[Splice] = []

    def change_below(self, parents: list[Span], depth: int, path: str, wanted: _Wanted) -> None:
        """Change children at a depth; several parents are one branch that stands repeated."""
        kids = [child for parent in parents for child in self._file.children(parent)]
        names = self._order.get(_plain(path), ())
        for key in sorted(wanted, key=lambda key: _rank(names, _plain(key))):
            change = wanted[key]
            found = _named(kids, key)
            child_path = f"{path}/{key}".removeprefix("/")
            if isinstance(change, Change):
                for span in found:
                    self._set(span, change.content, depth, child_path)
                if not found and change.creates and change.content:
                    self._insert(parents[0], depth, names, child_path, {"": change})
                continue
            filled = [span for span in found if not span.is_empty_tag]
            if filled:
                self.change_below(filled, depth + 1, child_path, change)
            elif found:
                self._replace(found[0], depth, child_path, change)
            else:
                self._pad(parents[0], kids, depth, names, child_path)
                self._insert(parents[0], depth, names, child_path, change)

    def _set(self, span: Span, content: str, depth: int, path: str) -> None:
        text = self._text
        if content and not span.is_empty_tag:
            self.splices.append(Splice(span.inner, span.close, content))
        elif content:
            tag = text[span.start + 1 : span.inner - 2].rstrip()
            name = tag.split(maxsplit=1)[0]
            self.splices.append(Splice(span.start, span.end, f"<{tag}>{content}</{name}>"))
        elif span.is_empty_tag:
            return
        elif is_empty_when_blank(path) or not self._layout.has_nulls:
            tag = text[span.start + 1 : span.inner - 1].rstrip()
            self.splices.append(Splice(span.start, span.end, self._layout.empty_tag(tag)))
        else:
            self.splices.append(Splice(span.inner, span.close, self._layout.null(depth)))

    def _replace(self, span: Span, depth: int, path: str, wanted: _Wanted) -> None:
        """Fill a branch that stands as an empty element."""
        texts = _flat(wanted, path)
        if texts:
            block = Pattern(self._order, path, depth, self._layout).filled(texts, {})
            self.splices.append(Splice(span.start, span.end, block))

    def _insert(
        self, parent: Span, depth: int, names: Sequence[str], path: str, wanted: _Wanted
    ) -> None:
        texts = _flat(wanted, path)
        if not texts:
            return
        name = _plain(path.rpartition("/")[2])
        block = Pattern(self._order, path, depth, self._layout).filled(texts, {})
        place = insertion_place(self._file, parent, names, name)
        self.splices.append(Splice(place, place, self._layout.start(depth) + block))

    def _pad(
        self, parent: Span, kids: list[Span], depth: int, names: Sequence[str], path: str
    ) -> None:
        """Insert the blank elements that must come before a numbered one."""
        numbered = _NUMBERED.fullmatch(path)
        if numbered is None:
            return
        name = numbered[1].rpartition("/")[2]
        present = sum(kid.name in spellings(name) for kid in kids)
        place = insertion_place(self._file, parent, names, name)
        inserted = sum(
            splice.start == splice.end == place and f"<{name}>" in splice.text
            for splice in self.splices
        )
        blank = Pattern(self._order, numbered[1], depth, self._layout).filled({}, {})
        for _ in range(present + inserted + 1, int(numbered[2])):
            self.splices.append(Splice(place, place, self._layout.start(depth) + blank))


def _stands_elsewhere(file: File, parent: Span, path: str) -> bool:
    """Tell whether an element is missing while another says the same."""
    others = mapping.MIRRORS.get(path)
    if others is None or _stands(file, parent, path):
        return False
    return any(_stands(file, parent, other) for other in others)


def _stands(file: File, parent: Span, path: str) -> bool:
    found = [parent]
    for name in path.split("/"):
        found = [
            child
            for span in found
            for child in file.children(span)
            if child.name in spellings(name)
        ]
    return bool(found)


def _named(kids: list[Span], key: str) -> list[Span]:
    names = spellings(_plain(key))
    found = [kid for kid in kids if kid.name in names]
    numbered = _NUMBERED.fullmatch(key)
    return found if numbered is None else found[int(numbered[2]) - 1 : int(numbered[2])]


def _flat(wanted: _Wanted, path: str) -> dict[str, str]:
    """Return the contents to create by path, those of blanks left out."""
    texts: dict[str, str] = {}
    for key, change in wanted.items():
        below = f"{path}/{key}".removesuffix("/")
        if isinstance(change, dict):
            texts.update(_flat(change, below))
        elif change.creates and change.content:
            texts[below] = change.content
    return texts


@cache
def _plain(path: str) -> str:
    return re.sub(r"\[\d+\]", "", path)


def _rank(names: Sequence[str], name: str) -> int:
    return names.index(name) if name in names else len(names)
