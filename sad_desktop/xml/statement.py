"""A draft and its figures as a file states them: the general segment, items and rows."""

from collections.abc import Mapping

from sad_desktop.declaration.draft import Draft, Rows
from sad_desktop.declaration.figures import Figures, ItemFigures
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import PreviousDeclaration
from sad_desktop.xml import mapping
from sad_desktop.xml.leaves import (
    Leaves,
    container_leaves,
    document_leaves,
    header_leaves,
    item_leaves,
    previous_leaves,
    rejected_by_holder,
    tax_leaves,
)


class Statement:
    """Gives the leaves of a draft part by part, with the figures that go with it."""

    def __init__(self, draft: Draft, figures: Figures) -> None:
        self.draft = draft
        self.figures = figures
        self._items = dict(figures.items)
        self._rejected = rejected_by_holder(draft.rejected)
        self._numbers = {item.key: n for n, item in enumerate(draft.declaration.items, 1)}
        self.is_apportioned = draft.declaration.apportionment != mapping.NO_APPORTIONMENT

    def header(self) -> Leaves:
        """Return what the general segment says."""
        return header_leaves(self.draft, self.figures.header, self._typed(0))

    def item(self, item: Item) -> Leaves:
        """Return what an item says, but for its rows."""
        return item_leaves(
            item,
            self.item_figures(item.key),
            self._typed(item.key),
            is_apportioned=self.is_apportioned,
        )

    def item_figures(self, key: int) -> ItemFigures:
        """Return the figures of an item; blank ones where there are none."""
        return self._items.get(key) or _NO_FIGURES

    def documents(self, item: Item) -> list[Leaves]:
        """Return what the rows of attached documents of an item say."""
        return [
            document_leaves(document, self._typed(item.key, Rows.DOCUMENTS, row))
            for row, document in enumerate(item.documents)
        ]

    def taxes(self, item: Item) -> list[Leaves]:
        """Return what the lines of box 47 of an item say."""
        return [tax_leaves(tax) for tax in self.item_figures(item.key).taxes]

    def containers(self) -> list[Leaves]:
        """Return what the rows of containers say."""
        return [
            container_leaves(
                container,
                self._numbers.get(container.item_key),
                self._typed(0, Rows.CONTAINERS, row),
            )
            for row, container in enumerate(self.draft.declaration.containers)
        ]

    def previous(self) -> list[tuple[int, PreviousDeclaration, Leaves]]:
        """Return the previous declarations: the item's key, the row, and what it says."""
        return [
            (
                item.key,
                previous,
                previous_leaves(
                    previous,
                    self._numbers[item.key],
                    self._typed(item.key, Rows.PREVIOUS, row),
                ),
            )
            for item in self.draft.declaration.items
            for row, previous in enumerate(item.previous_declarations)
        ]

    def says_the_same_of(self, item: Item, other: "Statement", original: Item) -> bool:
        """Tell whether an item is stated as another statement states the original."""
        return (
            (item is original or item == original)
            and self.is_apportioned == other.is_apportioned
            and self.item_figures(item.key) == other.item_figures(original.key)
            and self.typed_in(item.key) == other.typed_in(original.key)
        )

    def differs_in_figures_only(self, item: Item, other: "Statement", original: Item) -> bool:
        """Tell whether all but the figures of an apportioned item is stated as before.

        Not so without a price: the elements that repeat it stay blank then, whatever the figures.
        """
        return (
            (item is original or item == original)
            and self.is_apportioned
            and other.is_apportioned
            and item.invoice_amount is not None
            and not self.typed_in(item.key)
            and not other.typed_in(original.key)
        )

    def typed_in(self, key: int) -> Mapping[tuple[Rows | None, int], Mapping[str, str]]:
        """Return the texts of an item that are no values, by row and field."""
        return self._rejected.get(key, {})

    def _typed(self, key: int, rows: Rows | None = None, row: int = 0) -> Mapping[str, str]:
        return self.typed_in(key).get((rows, row), {})


_NO_FIGURES = ItemFigures()
