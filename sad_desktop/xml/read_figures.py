"""Read what a file says of its own computation: totals, costs, taxes; as given, never corrected."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sad_desktop.declaration.fields import NUMBERS, Kind, definitions
from sad_desktop.declaration.figures import CostFigure, HeaderFigures, ItemFigures, TaxFigure
from sad_desktop.xml import mapping
from sad_desktop.xml.spelling import read_count, read_figure, read_label
from sad_desktop.xml.texts import Block, Texts

_TAX_ROWS = mapping.TAX_PATH.rpartition("/")[2]
_NO_COST = CostFigure()
_CostPaths = tuple[str, str, str, str]


def _cost_paths(blocks: Mapping[str, str]) -> dict[str, _CostPaths]:
    part = mapping.COST_FIGURE
    return {
        name: (
            f"{block}/{part['foreign']}",
            f"{block}/{part['currency']}",
            f"{block}/{part['rate']}",
            f"{block}/{part['national']}",
        )
        for name, block in blocks.items()
    }


_HEADER_COSTS = _cost_paths(mapping.HEADER_COSTS)
_ITEM_COSTS = _cost_paths(mapping.ITEM_COST_FIGURES)

HEADER_FIGURE_PATHS = (
    *mapping.HEADER_FIGURES.values(),
    *(path for paths in _HEADER_COSTS.values() for path in paths),
)
ITEM_FIGURE_PATHS = (
    *mapping.ITEM_FIGURES.values(),
    *(path for paths in _ITEM_COSTS.values() for path in paths),
)


class FigureReader:
    """Reads the figures of one file; most of its numbers repeat and are read once."""

    def __init__(self) -> None:
        self._numbers: dict[str, Decimal | None] = {}
        self._costs: dict[tuple[str, str, str, str], CostFigure] = {}

    def header(self, texts: Texts) -> HeaderFigures:
        """Return the figures of the general segment."""
        return HeaderFigures(
            **self._values(texts, _HEADER_VALUES), **self._all_costs(texts, _HEADER_COSTS)
        )

    def item(self, block: Block, number: int) -> ItemFigures:
        """Return the figures of one item and its tax lines."""
        texts = block.texts
        return ItemFigures(
            item_number=number,
            taxes=tuple(self._tax(row) for row in block.rows.get(_TAX_ROWS, ())),
            **self._values(texts, _ITEM_VALUES),
            **self._all_costs(texts, _ITEM_COSTS),
        )

    def _values(self, texts: Texts, wanted: tuple[tuple[str, str, Kind], ...]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, path, kind in wanted:
            text = texts.get(path)
            if text is None:
                continue
            if kind in NUMBERS:
                values[name] = self._number(text)
            else:
                values[name] = read_count(text) if kind is Kind.COUNT else read_label(text)
        return values

    def _all_costs(self, texts: Texts, wanted: Mapping[str, _CostPaths]) -> dict[str, Any]:
        costs: dict[str, Any] = {}
        for name, paths in wanted.items():
            costs[name] = self._cost(texts, paths)
        return costs

    def _cost(self, texts: Texts, paths: _CostPaths) -> CostFigure:
        foreign, currency, rate, national = paths
        found = (
            texts.get(foreign, ""),
            texts.get(currency, ""),
            texts.get(rate, ""),
            texts.get(national, ""),
        )
        cost = self._costs.get(found)
        if cost is None:
            cost = self._costs[found] = CostFigure(
                foreign=self._number(found[0]),
                currency=found[1],
                rate=self._number(found[2]),
                national=self._number(found[3]),
            )
        return cost

    def _tax(self, row: Texts) -> TaxFigure:
        names = mapping.TAX_FIGURE
        return TaxFigure(
            tax_code=row.get(names["tax_code"], ""),
            base=self._number(row.get(names["base"], "")),
            rate=self._number(row.get(names["rate"], "")),
            amount=self._number(row.get(names["amount"], "")),
            mode_of_payment=row.get(names["mode_of_payment"], ""),
        )

    def _number(self, text: str) -> Decimal | None:
        if text not in self._numbers:
            self._numbers[text] = read_figure(text)
        return self._numbers[text]


def _wanted(model: type, paths: Mapping[str, str]) -> tuple[tuple[str, str, Kind], ...]:
    known = definitions(model)
    return tuple((name, path, known[name].kind) for name, path in paths.items())


_HEADER_VALUES = _wanted(HeaderFigures, mapping.HEADER_FIGURES)
_ITEM_VALUES = _wanted(ItemFigures, mapping.ITEM_FIGURES)
