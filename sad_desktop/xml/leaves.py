"""What each element of a file has to say for a draft: values by path, not yet spelled."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from operator import attrgetter
from typing import Any

from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.figures import HeaderFigures, ItemFigures, TaxFigure
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Container, Document, PreviousDeclaration
from sad_desktop.declaration.values import Value
from sad_desktop.xml import mapping
from sad_desktop.xml.spelling import spell

Formula = tuple[Decimal | None, ...]
Leaf = Value | Formula
"""A value, a text that is none as it was typed, or the national costs of an item."""
Leaves = dict[str, Leaf]

Rejected = Mapping[int, Mapping[tuple[Rows | None, int], Mapping[str, str]]]
"""Texts that are no values: by item key (0: the general segment), by list and row, by field."""

_FLOWS = {"I": "I", "E": "E"}


def rejected_by_holder(rejected: Mapping[Place, str]) -> Rejected:
    """Return the texts that are no values by item, row and field."""
    found: dict[int, dict[tuple[Rows | None, int], dict[str, str]]] = {}
    for place, text in rejected.items():
        of_item = found.setdefault(place.item, {})
        of_item.setdefault((place.rows, place.row), {})[place.field] = text
    return found


def header_leaves(draft: Draft, figures: HeaderFigures, rejected: Mapping[str, str]) -> Leaves:
    """Return what the general segment says; entered fields go before figures."""
    leaves: Leaves = _HEADER_FIGURES.leaves(figures)
    leaves.update(_HEADER.leaves(draft.declaration))
    leaves.update(_as_typed(mapping.HEADER, rejected))
    leaves[mapping.FLOW] = _FLOWS.get(draft.declaration.declaration_type[:1].upper(), "")
    _blank_mirrors(leaves)
    return leaves


def item_leaves(
    item: Item, figures: ItemFigures, rejected: Mapping[str, str], *, is_apportioned: bool
) -> Leaves:
    """Return what an item says, but for its rows.

    Its own costs are entered where nothing is apportioned, else they are figures.
    """
    leaves: Leaves = _ITEM.leaves(item)
    leaves.update(_as_typed(mapping.ITEM, rejected))
    if len(item.commodity_code) > mapping.CODE_LENGTH and not item.commodity_precision:
        _split_code(leaves)
    own = _ITEM_FIGURES if is_apportioned else _ITEM_FIGURES_BUT_COSTS
    leaves.update(own.leaves(figures))
    leaves[mapping.COST_FORMULA] = _FORMULA(figures)
    leaves[mapping.DOCUMENT_CODES] = " ".join(
        document.document_code for document in item.documents if document.document_code
    )
    _blank_mirrors(leaves)
    return leaves


def figure_changes(before: ItemFigures, after: ItemFigures) -> tuple[Leaves, Leaves]:
    """Return the leaves in which figures of an apportioned item differ: before and after."""
    was, now = _ITEM_FIGURES.differing(before, after)
    former, fresh = _FORMULA(before), _FORMULA(after)
    if former != fresh:
        was[mapping.COST_FORMULA], now[mapping.COST_FORMULA] = former, fresh
    return was, now


def tax_changes(before: TaxFigure, after: TaxFigure) -> tuple[Leaves, Leaves]:
    """Return the leaves in which two lines of box 47 differ: before and after."""
    return _TAX.differing(before, after)


def document_leaves(document: Document, rejected: Mapping[str, str]) -> Leaves:
    """Return what a row of attached documents says."""
    leaves = _DOCUMENT.leaves(document)
    leaves[mapping.DOCUMENT["from_rule"]] = "1" if document.from_rule else ""
    leaves.update(_as_typed(mapping.DOCUMENT, rejected))
    return leaves


def container_leaves(
    container: Container, number: int | None, rejected: Mapping[str, str]
) -> Leaves:
    """Return what a container's row says; the number is that of its item, from 1."""
    leaves = _CONTAINER.leaves(container)
    leaves.update(_as_typed(mapping.CONTAINER, rejected))
    leaves[mapping.CONTAINER_ITEM] = number
    return leaves


def previous_leaves(
    previous: PreviousDeclaration, number: int, rejected: Mapping[str, str]
) -> Leaves:
    """Return what a previous declaration's row says; the number is that of its item, from 1."""
    leaves = _PREVIOUS.leaves(previous)
    leaves.update(_as_typed(mapping.PREVIOUS, rejected))
    leaves[mapping.PREVIOUS_ITEM] = number
    return leaves


def tax_leaves(tax: TaxFigure) -> Leaves:
    """Return what a line of box 47 says."""
    return _TAX.leaves(tax)


def spell_leaf(leaf: Leaf) -> str:
    """Return a leaf as a file spells it, with line breaks as line feeds."""
    if type(leaf) is not tuple:
        return spell(leaf)  # type: ignore[arg-type] # the one leaf that is no value is a tuple
    if all(amount is None for amount in leaf):
        return ""
    external, internal, insurance, others, deductions = (
        f"{amount or Decimal(0):,f}" for amount in leaf
    )
    return f"{external}+{internal}+{insurance}+{others}-{deductions}"


def is_blank(leaf: Leaf) -> bool:
    """Tell whether a leaf is written as a blank element."""
    return leaf is None or (type(leaf) is not Decimal and not spell_leaf(leaf))


def _blank_mirrors(leaves: Leaves) -> None:
    """Let a figure say nothing where it repeats a blank field: it would be read as the field."""
    for path, others in mapping.MIRRORS.items():
        if path in leaves and is_blank(leaves[path]):
            leaves.update(dict.fromkeys(leaves.keys() & set(others), None))


def _split_code(leaves: Leaves) -> None:
    """Put the digits of a whole national code where the format has them."""
    code, precision = mapping.ITEM["commodity_code"], mapping.ITEM["commodity_precision"]
    whole = leaves[code]
    if isinstance(whole, str) and is_blank(leaves[precision]):
        leaves[code] = whole[: mapping.CODE_LENGTH]
        leaves[precision] = whole[mapping.CODE_LENGTH :]


class _Fields:
    """The paths of some attributes, by dotted names, and how to fetch all of them at once."""

    def __init__(self, paths: Mapping[str, str]) -> None:
        self._paths = tuple(paths.values())
        self._fetch = attrgetter(*paths)

    def leaves(self, holder: object) -> dict[str, Any]:
        return dict(zip(self._paths, self._fetch(holder), strict=True))

    def differing(self, before: object, after: object) -> tuple[dict[str, Any], dict[str, Any]]:
        was: dict[str, Any] = {}
        now: dict[str, Any] = {}
        values = zip(self._paths, self._fetch(before), self._fetch(after), strict=True)
        for path, value, fresh in values:
            if value is not fresh and (value is None or fresh is None or value != fresh):
                was[path], now[path] = value, fresh
        return was, now


def _as_typed(paths: Mapping[str, str], rejected: Mapping[str, str]) -> Leaves:
    if not rejected:
        return {}
    return {paths[name]: text for name, text in rejected.items() if name in paths}


def _costs(blocks: Mapping[str, str]) -> dict[str, str]:
    """Return the paths of costs by the attributes below figures."""
    return {
        f"{name}.{part}": f"{block}/{element}"
        for name, block in blocks.items()
        for part, element in mapping.COST_FIGURE.items()
    }


_HEADER = _Fields(mapping.HEADER)
_ITEM = _Fields(mapping.ITEM)
_CONTAINER = _Fields(mapping.CONTAINER)
_DOCUMENT = _Fields(mapping.DOCUMENT)
_PREVIOUS = _Fields(mapping.PREVIOUS)
_TAX = _Fields(mapping.TAX_FIGURE)
_HEADER_FIGURES = _Fields({**mapping.HEADER_FIGURES, **_costs(mapping.HEADER_COSTS)})
_ENTERED_COSTS = frozenset(mapping.ITEM[name] for name in mapping.ITEM_COSTS)
_OF_ITEM = {
    **{name: path for name, path in mapping.ITEM_FIGURES.items() if name != "item_price"},
    **_costs(mapping.ITEM_COST_FIGURES),
}
_ITEM_FIGURES = _Fields(_OF_ITEM)
_ITEM_FIGURES_BUT_COSTS = _Fields(
    {name: path for name, path in _OF_ITEM.items() if path not in _ENTERED_COSTS}
)
_FORMULA: Callable[[ItemFigures], Formula] = attrgetter(
    *("external_freight.national", "internal_freight.national", "insurance.national"),
    *("other_costs.national", "deductions.national"),
)
