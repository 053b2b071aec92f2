"""Put new figures into items that are all written alike: the place of each leaf is found once.

A mould is learned from one item: its markup, and where each leaf stands in it. Another item that
differs from it in the texts of leaves only is edited by the mould; any other takes the way of
patch.py, which gives the same text.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple

from sad_desktop.declaration.figures import ItemFigures, TaxFigure
from sad_desktop.xml import mapping
from sad_desktop.xml.blocks import TAX_LINES, is_empty_when_blank
from sad_desktop.xml.layout import Layout
from sad_desktop.xml.leaves import (
    Leaves,
    figure_changes,
    is_blank,
    spell_leaf,
    tax_changes,
    tax_leaves,
)
from sad_desktop.xml.spelling import spell

MOST_MOULDS = 40
"""Shapes of items in one file; where there are more, learning them would take longer."""

_DEPTH = 2
_TAXATION = mapping.TAX_PATH.partition("/")[0]
_ROW = f"{mapping.TAX_PATH}/"
_ROW_NAMES = frozenset(mapping.TAX_FIGURE.values())


class NoFit(Exception):
    """The item is to be edited the long way."""


class _Leaf(NamedTuple):
    """A leaf from its opening tag to its closing one; both the same for an empty-element tag.

    ``head`` is the opening tag without its first sign; ``is_text`` says that a text may stand
    between the two tags, and nothing else does. ``before`` and ``behind`` are what stands around
    a text that is put in with nothing else to take out; None where something is.
    """

    opening: int
    closing: int
    head: str
    is_text: bool
    before: str | None
    behind: str


class _Row(NamedTuple):
    """A row of box 47; ``fetch`` gives the parts of its texts, ``blank`` what they are blank."""

    opening: int
    closing: int
    leaves: Mapping[str, _Leaf]
    fetch: Callable[[Sequence[str | None]], object]
    blank: object


class Moulds:
    """The moulds of one file."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._by_length: dict[int, list[_Mould]] = {}
        self._count = 0
        self._has_gaps = False

    def edited(self, item: str, before: ItemFigures, after: ItemFigures) -> str:
        """Return the text of an item with other figures; raises NoFit."""
        parts: list[str | None] = item.split("<")  # type: ignore[assignment] # None comes later
        self._has_gaps = False
        mould = self._mould(parts)
        find = mould.only.get
        for path, content in self._contents(*figure_changes(before, after)):
            leaf = find(path) or mould.leaf(path)
            if leaf is None:
                if content:
                    raise NoFit
            elif content and leaf.before is not None:
                parts[leaf.opening] = f"{leaf.before}{content}{leaf.behind}"
            else:
                self._set(parts, leaf, content, path)
        if before.taxes != after.taxes:
            self._put_taxes(parts, mould.rows, before.taxes, after.taxes)
        if self._has_gaps:
            return "<".join([part for part in parts if part is not None])
        return "<".join(parts)  # type: ignore[arg-type] # none was taken out

    def _contents(self, was: Leaves, now: Leaves) -> Iterable[tuple[str, str]]:
        """Yield what the leaves are to hold, those left out that stay blank."""
        for path, leaf in now.items():
            if type(leaf) is Decimal:
                content = str(leaf)
                yield path, spell(leaf) if "E" in content else content
                continue
            text = spell_leaf(leaf)
            if text or not is_blank(was[path]):
                yield path, self._layout.content(text)

    def _mould(self, parts: Sequence[str | None]) -> "_Mould":
        known = self._by_length.setdefault(len(parts), [])
        for mould in known:
            if mould.fits(parts):
                return mould
        if self._count >= MOST_MOULDS:
            raise NoFit
        self._count += 1
        learned = _Mould([part or "" for part in parts])
        known.append(learned)
        return learned

    def _put_taxes(
        self,
        parts: list[str | None],
        rows: Sequence[_Row],
        before: Sequence[TaxFigure],
        after: Sequence[TaxFigure],
    ) -> None:
        used = [_is_used(parts, row) for row in rows]
        if len(after) > len(rows) or used != [n < len(before) for n in range(len(rows))]:
            raise NoFit
        for number, row in enumerate(rows[: max(len(before), len(after))]):
            if number >= len(before) or number >= len(after):
                leaves = tax_leaves(after[number]) if number < len(after) else {}
                self._replace(parts, row, TAX_LINES.new(leaves, self._layout))
                continue
            for name, content in self._contents(*tax_changes(before[number], after[number])):
                leaf = row.leaves.get(name)
                if leaf is None:
                    raise NoFit
                self._set(parts, leaf, content, f"{_ROW}{name}")

    def _set(self, parts: list[str | None], leaf: _Leaf, content: str, path: str) -> None:
        opening, closing, head = leaf.opening, leaf.closing, leaf.head
        if content and leaf.before is not None:
            parts[opening] = f"{leaf.before}{content}{leaf.behind}"
        elif content:
            parts[opening] = head + content
            self._take_out(parts, opening + 1, closing)
        elif closing == opening:
            return
        elif is_empty_when_blank(path) or not self._layout.has_nulls:
            self._replace(parts, leaf, self._layout.empty_tag(head.rstrip(">").rstrip()))
        else:
            parts[opening] = head + self._layout.null(_DEPTH + path.count("/"))
            self._take_out(parts, opening + 1, closing)

    def _replace(self, parts: list[str | None], element: _Leaf | _Row, block: str) -> None:
        """Put a block in the place of an element; the white space behind it stays."""
        parts[element.opening] = block[1:] + _behind(parts[element.closing])
        self._take_out(parts, element.opening + 1, element.closing + 1)

    def _take_out(self, parts: list[str | None], start: int, end: int) -> None:
        if start < end:
            self._has_gaps = True
            parts[start:end] = [None] * (end - start)


class _Mould:
    """The markup of one item; raises NoFit where it is more than plain elements."""

    def __init__(self, parts: Sequence[str]) -> None:
        self._parts = tuple(parts)
        self._leaves: dict[str, list[_Leaf]] = {}
        self.rows: list[_Row] = []
        self._learn()
        found = (leaf for leaves in self._leaves.values() for leaf in leaves)
        texts = {leaf.opening: leaf.head for leaf in found if leaf.is_text}
        self._texts = tuple(texts.items())
        fixed = [place for place in range(len(parts)) if place not in texts]
        self._fetch = itemgetter(*fixed, 0)  # one more, so that there are several
        self._fixed = self._fetch(parts)
        self.only = {path: found[0] for path, found in self._leaves.items() if len(found) == 1}

    def fits(self, parts: Sequence[str | None]) -> bool:
        """Tell whether an item differs in the texts of its leaves only."""
        if self._fetch(parts) != self._fixed:
            return False
        return all((parts[place] or "").startswith(head) for place, head in self._texts)

    def leaf(self, path: str) -> _Leaf | None:
        """Return the one leaf of a path, None where there is none; raises NoFit for several."""
        leaf = self.only.get(path)
        if leaf is None and path in self._leaves:
            raise NoFit
        return leaf

    def _learn(self) -> None:
        """Find every leaf by its path below the item, names as they are usually spelled."""
        above: list[tuple[str, int]] = []
        nulls: set[int] = set()
        branches: set[int] = set()
        for place, part in enumerate(self._parts[1:], 1):
            head = part.partition(">")[0]
            if not head or head[0] in "!?" or '"' in head or "'" in head:
                raise NoFit
            if head[0] == "/":
                name, opening = above.pop()
                if opening not in branches:
                    self._add_leaf(above, name, self._open_leaf(opening, place))
                elif self._path(above, name) == mapping.TAX_PATH:
                    self._add_row(opening, place)
                continue
            name = _usual(head)
            if name == _TAXATION and len(above) == 1 and self.rows:
                raise NoFit  # a second branch of taxes
            if name == mapping.NULL and head.endswith("/"):
                nulls.add(above[-1][1])
                continue
            if above:
                branches.add(above[-1][1])
            if head.endswith("/"):
                self._add_leaf(above, name, self._empty_leaf(place, head))
                continue
            above.append((name, place))
        if nulls & branches or any(self._holds_text(place) for place in nulls):
            raise NoFit

    def _open_leaf(self, opening: int, closing: int) -> _Leaf:
        head = self._parts[opening].partition(">")[0] + ">"
        is_text = closing == opening + 1
        return _Leaf(opening, closing, head, is_text, head if is_text else None, "")

    def _empty_leaf(self, place: int, head: str) -> _Leaf:
        """Return an empty-element tag; filled it is opened and closed, white space behind it."""
        tag = head.rstrip("/").rstrip()
        behind = f"</{tag.split(maxsplit=1)[0]}>{_behind(self._parts[place])}"
        return _Leaf(place, place, f"{head}>", False, f"{tag}>", behind)

    def _holds_text(self, place: int) -> bool:
        return bool(_behind(self._parts[place]).strip())

    def _path(self, above: Sequence[tuple[str, int]], name: str) -> str:
        return "/".join([*(one for one, _ in above[1:]), name])

    def _add_leaf(self, above: Sequence[tuple[str, int]], name: str, leaf: _Leaf) -> None:
        path = self._path(above, name)
        if path == mapping.TAX_PATH:
            raise NoFit  # a row that is an empty element
        self._leaves.setdefault(path, []).append(leaf)

    def _add_row(self, opening: int, closing: int) -> None:
        inside: dict[str, _Leaf] = {}
        for name in _ROW_NAMES:
            leaves = [leaf for leaf in self._leaves.get(_ROW + name, ()) if leaf.opening > opening]
            if len(leaves) > 1:
                raise NoFit
            inside.update((name, leaf) for leaf in leaves)
        texts = [leaf for leaf in inside.values() if leaf.is_text]
        # Doubled, so that a row of one text gives a tuple as well.
        fetch = itemgetter(*(leaf.opening for leaf in (*texts, *texts))) if texts else _nothing
        blank = tuple(leaf.head for leaf in (*texts, *texts))
        self.rows.append(_Row(opening, closing, inside, fetch, blank))


def _usual(head: str) -> str:
    name = head.rstrip("/").split(maxsplit=1)[0].rpartition(":")[2]
    return mapping.ALIASES.get(name, name)


def _is_used(parts: Sequence[str | None], row: _Row) -> bool:
    """Tell whether any figure stands in a row; elements with a null in them hold no text."""
    if row.fetch(parts) == row.blank:
        return False
    return any(
        leaf.is_text and _behind(parts[leaf.opening]).strip() for leaf in row.leaves.values()
    )


def _nothing(_parts: Sequence[str | None]) -> tuple[str, ...]:
    return ()


def _behind(part: str | None) -> str:
    """Return what stands behind a tag."""
    return (part or "").partition(">")[2]
