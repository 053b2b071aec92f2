"""Fill a print design with a declaration: a page for each row it is made for, tables continued."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.fields import Kind as FieldKind
from sad_desktop.declaration.figures import Figures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.values import show, show_number
from sad_desktop.printing.annexes import Annexes, Overflow
from sad_desktop.printing.design import Design, DesignColumn, DesignTable, Scope, Shown
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.job import Printing
from sad_desktop.printing.layout_blocks import Kind
from sad_desktop.printing.layout_cells import HEAD, cell_marks, height_of, set_text
from sad_desktop.printing.layout_place import placed
from sad_desktop.printing.layout_values import PADDING, referred
from sad_desktop.printing.marks import Align, Box, Line, Mark, Page, Style
from sad_desktop.printing.overflow import fit, text_marks
from sad_desktop.printing.sheet import Rect

Row: TypeAlias = Mapping[Scope, object]
"""Whose values are shown: the declaration, its figures, and an item, container or document."""

_FREE = frozenset({FieldKind.TEXT, FieldKind.LINES})
_NUMBERS = frozenset({FieldKind.AMOUNT, FieldKind.QUANTITY, FieldKind.RATE, FieldKind.COUNT})
_AIR = 0.6  # mm over the letters of a table's row
_FILL = "#ececec"


def design_pages(
    design: Design, draft: Draft, figures: Figures, decimals: int, printing: Printing
) -> tuple[tuple[Page, ...], tuple[Overflow, ...]]:
    """Return the pages of a design and what had no room in its place.

    ``decimals`` are those of the national currency. Values only leaves frames and texts away.
    """
    filler = _Filler(design, draft, figures, decimals, printing)
    return tuple(filler.pages()), tuple(filler.annexes.entries)


class _Filler:
    """One design being filled."""

    def __init__(
        self, design: Design, draft: Draft, figures: Figures, decimals: int, printing: Printing
    ) -> None:
        self.annexes = Annexes()
        self._design = design
        self._draft = draft
        self._decimals = decimals
        self._printing = printing
        self._edition = Edition(printing.edition)
        self._figures = figures
        self._count = 0

    def pages(self) -> Iterator[Page]:
        ground = () if self._printing.values_only else tuple(self._ground())
        for row in self._rows(self._design.each, {}):
            chunks = self._chunks(row)
            for number, chunk in enumerate(chunks, start=1):
                marks = [*self._fields(row, number, len(chunks)), *self._table(chunk)]
                yield Page(
                    width=self._design.width,
                    height=self._design.height,
                    marks=placed(tuple(marks), self._printing),
                    background=ground,
                )
                self._count += 1

    def _rows(self, scope: Scope, within: Row) -> list[Row]:
        """Return the rows of a kind, of the declaration or of the item they are within."""
        kept = self._draft.declaration
        if scope is Scope.GENERAL:
            return [{}]
        by_key = dict(self._figures.items)
        items = {item.key: item for item in kept.items}
        of_item: dict[int, Row] = {
            key: {Scope.ITEM: item, Scope.ITEM_FIGURES: by_key.get(key, ItemFigures())}
            for key, item in items.items()
        }
        inside = within.get(Scope.ITEM)
        if isinstance(inside, Item):
            of_item = {inside.key: of_item[inside.key]}
        if scope is Scope.ITEM:
            return list(of_item.values())
        if scope is Scope.DOCUMENT:
            return [
                {**row, Scope.DOCUMENT: document}
                for key, row in of_item.items()
                for document in items[key].documents
            ]
        return [
            {**of_item.get(container.item_key, {}), Scope.CONTAINER: container}
            for container in kept.containers
            if not isinstance(inside, Item) or container.item_key == inside.key
        ]

    def _chunks(self, within: Row) -> list[list[Row]]:
        """Return the rows of the table page by page; one page without rows where it has none."""
        table = self._design.table
        if table is None:
            return [[]]
        rows = self._rows(table.rows, within)
        room = table.rect.height - self._head_height(table)
        most = max(int(room / table.row_height + 0.001), 1)
        return [rows[start : start + most] for start in range(0, len(rows), most)] or [[]]

    def _ground(self) -> Iterator[Mark]:
        for frame in self._design.frames:
            rect = self._place(frame.rect)
            yield Box(
                x=rect.x,
                y=rect.y,
                width=rect.width,
                height=rect.height,
                weight=frame.weight,
                fill=frame.fill,
            )
        for text in self._design.texts:
            if text.word is not None:
                rect = self._place(text.rect)
                kind = {"right": Kind.AMOUNT, "centre": Kind.MARK}.get(text.align or "", Kind.TEXT)
                lines = set_text(text.word, rect.width, text.style, kind, self._edition)
                yield from cell_marks(lines, rect.x, rect.y, rect.width, "text")
        if self._design.table is not None:
            yield from self._head(self._design.table)

    def _head(self, table: DesignTable) -> Iterator[Mark]:
        height = self._head_height(table)
        place = self._place(table.rect)
        yield Box(x=place.x, y=place.y, width=place.width, height=height, weight=0, fill=_FILL)
        for column, rect in self._columns(table):
            kind = Kind.AMOUNT if _is_at_right(column) else Kind.TEXT
            lines = set_text(column.title, rect.width, HEAD, kind, self._edition)
            yield from cell_marks(lines, rect.x, rect.y + 0.5, rect.width, "head")

    def _head_height(self, table: DesignTable) -> float:
        heads = (
            set_text(column.title, rect.width, HEAD, Kind.TEXT, self._edition)
            for column, rect in self._columns(table)
        )
        return max(height_of(lines) for lines in heads) + 1.0

    def _columns(self, table: DesignTable) -> list[tuple[DesignColumn, Rect]]:
        """Return the columns with where their texts stand in the table's first row."""
        total = sum(column.share for column in table.columns)
        left, found = table.rect.x, []
        for column in table.columns:
            width = table.rect.width * column.share / total
            place = self._place(Rect(left, table.rect.y, width, table.row_height))
            found.append(
                (column, Rect(place.x + PADDING, place.y, width - 2 * PADDING, table.row_height))
            )
            left += width
        return found

    def _fields(self, row: Row, number: int, total: int) -> Iterator[Mark]:
        for text in self._design.texts:
            if text.shown is None:
                continue
            shown = text.shown
            said = (
                str(number if shown.name == "number" else total)
                if shown.scope is Scope.PAGE
                else self._said(shown, row)
            )
            rect = self._place(text.rect)
            yield from self._value(shown, said, rect, text.style, text.align, row)

    def _table(self, rows: Sequence[Row]) -> Iterator[Mark]:
        table = self._design.table
        if table is None:
            return
        top = table.rect.y + self._head_height(table)
        for index, row in enumerate(rows):
            y = top + index * table.row_height
            for column, rect in self._columns(table):
                place = Rect(rect.x, y + _AIR, rect.width, table.row_height - _AIR)
                said = self._said(column.shown, row)
                yield from self._value(column.shown, said, place, table.style, column.align, row)
            left = self._place(table.rect).x
            foot = y + table.row_height
            yield Line(x1=left, y1=foot, x2=left + table.rect.width, y2=foot, weight=0.25)

    def _value(
        self, shown: Shown, said: str, rect: Rect, style: Style, align: Align | None, row: Row
    ) -> Sequence[Mark]:
        if not said:
            return ()
        kind = shown.definition.kind if shown.definition else FieldKind.COUNT
        is_free = kind in _FREE
        fitted = fit(said, rect.width, rect.height, is_free=is_free, style=style)
        side = align or (None if is_free else "right" if kind in _NUMBERS else "left")
        if fitted.is_whole:
            return text_marks(fitted, rect, key=_key(shown), align=side, is_centred=False)
        number = self._to_annex(shown, said, row, is_free=is_free)
        return referred(fitted, rect, number, _key(shown), side, self._edition)

    def _said(self, shown: Shown, row: Row) -> str:
        """Return a value as it stands on the form; what was rejected, as it was typed."""
        owners: Row = {
            Scope.GENERAL: self._draft.declaration,
            Scope.FIGURES: self._figures.header,
            **row,
        }
        owner, definition = owners.get(shown.scope), shown.definition
        if owner is None or definition is None:
            return ""
        if shown.scope in (Scope.GENERAL, Scope.ITEM):
            place = Place(shown.name, owner.key if isinstance(owner, Item) else 0)
            if place in self._draft.rejected:
                return self._draft.rejected[place]
        value = getattr(owner, shown.name)
        is_national = shown.scope in (Scope.FIGURES, Scope.ITEM_FIGURES)
        if is_national and definition.kind is FieldKind.AMOUNT and shown.name != "item_price":
            return "" if value is None else show_number(value, self._decimals)
        return show(definition, value)

    def _to_annex(self, shown: Shown, said: str, row: Row, *, is_free: bool) -> int:
        item = row.get(Scope.ITEM)
        definition = shown.definition
        position = self._draft.declaration.position(item.key) + 1 if isinstance(item, Item) else 0
        return self.annexes.add(
            Overflow(
                annex=0,
                page=self._count,
                box=definition.box if definition else "",
                item=position,
                en=definition.en if definition else "",
                ar=definition.ar if definition else "",
                text=said,
                is_free=is_free,
            )
        )

    def _place(self, rect: Rect) -> Rect:
        """Return where a rectangle of the design stands in this edition."""
        if not (self._edition.is_mirrored and self._design.is_mirrored):
            return rect
        return Rect(self._design.width - rect.x - rect.width, rect.y, rect.width, rect.height)


def _is_at_right(column: DesignColumn) -> bool:
    kind = column.shown.definition.kind if column.shown.definition else FieldKind.COUNT
    return column.align == "right" if column.align else kind in _NUMBERS


def _key(shown: Shown) -> str:
    return f"{shown.scope}.{shown.name}"
