"""Drafts for property tests: anything the model can hold, made from the fields' definitions."""

import string
from dataclasses import fields
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from sad_desktop.declaration.draft import ROW_TYPES, Draft, Place, Rows, Source
from sad_desktop.declaration.fields import FieldDef, Kind, definitions
from sad_desktop.declaration.figures import (
    CostFigure,
    Figures,
    HeaderFigures,
    ItemFigures,
    TaxFigure,
)
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container
from sad_desktop.declaration.status import Status
from sad_desktop.declaration.values import Unreadable, Value, parse

MOST_FIELDS = 6
"""Fields filled in one holder; the others keep their defaults, or examples grow too large."""

_LETTERS = st.sampled_from(string.ascii_letters + string.digits + " .,-/&<>\"'()]\u00a0\u200f")
_ARABIC = st.characters(min_codepoint=0x0621, max_codepoint=0x0652)
_ANY = st.characters(exclude_categories=("Cs", "Cc"))
_TYPED = st.text(st.one_of(_LETTERS, _ARABIC, _ANY), max_size=20)
_LINES = st.lists(_TYPED, max_size=3).map("\n".join)


@st.composite
def values_of(draw: st.DrawFn, definition: FieldDef) -> Value:
    """Return values the field can hold, as ``parse`` would give them; blank ones, too."""
    if definition.kind is Kind.FLAG:
        return draw(st.booleans())
    if definition.kind is Kind.DAY:
        return draw(st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)))
    if definition.kind is Kind.COUNT:
        return draw(st.none() | st.integers(0, 10**definition.length - 1))
    if definition.kind in (Kind.TEXT, Kind.CODE, Kind.LINES):
        try:
            return parse(definition, draw(_LINES if definition.kind is Kind.LINES else _TYPED))
        except Unreadable:
            assume(False)
    return draw(st.none() | _numbers(definition))


@st.composite
def items(draw: st.DrawFn, key: int = 1) -> Item:
    """Return items with some fields filled, and up to two rows of each list."""
    rows = {
        str(kind): draw(st.lists(_holders(ROW_TYPES[kind]), max_size=2).map(tuple))
        for kind in (Rows.DOCUMENTS, Rows.PREVIOUS, Rows.TAXES)
    }
    return Item(key=key, **draw(_some_values(Item)), **rows)


@st.composite
def declarations(draw: st.DrawFn) -> Declaration:
    """Return declarations of up to three items and two containers."""
    keys = draw(st.lists(st.integers(1, 40), max_size=3, unique=True))
    own_items = tuple(draw(items(key)) for key in keys)
    containers = tuple(
        Container(item_key=draw(st.sampled_from([0, *keys])), **draw(_some_values(Container)))
        for _ in range(draw(st.integers(0, 2)))
    )
    values = draw(_some_values(Declaration))
    return Declaration(**values, items=own_items, containers=containers)


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Return drafts with rejected texts, marks, a source and declared figures."""
    declaration = draw(declarations())
    places = st.sampled_from(_places(declaration))
    return Draft(
        declaration=declaration,
        rejected=draw(st.dictionaries(places, st.text(), max_size=4)),
        filled=draw(st.frozensets(places, max_size=4)),
        status=draw(st.sampled_from(Status)),
        profile=draw(st.sampled_from(["", "bh", "sa"])),
        source=draw(st.none() | _sources()),
        declared=draw(st.none() | _all_figures(declaration)),
    )


def _numbers(definition: FieldDef) -> st.SearchStrategy[Decimal]:
    least = -(10**definition.length) + 1 if definition.allows_negative else 0
    digits = st.integers(least, 10**definition.length - 1)
    return st.builds(
        lambda number, decimals: Decimal(number).scaleb(-decimals),
        digits,
        st.integers(0, definition.decimals),
    )


@st.composite
def _some_values(draw: st.DrawFn, model: type) -> dict[str, Any]:
    known = definitions(model)
    names = draw(st.lists(st.sampled_from(sorted(known)), max_size=MOST_FIELDS, unique=True))
    return {name: draw(values_of(known[name])) for name in names}


@st.composite
def _holders(draw: st.DrawFn, model: type) -> object:
    return model(**draw(_some_values(model)))


def _places(declaration: Declaration) -> list[Place]:
    """Return one place of each kind the declaration has."""
    holders: list[tuple[type, int, Rows | None, int]] = [(Declaration, 0, None, 0)]
    holders.extend(
        (Container, 0, Rows.CONTAINERS, row) for row in range(len(declaration.containers))
    )
    for item in declaration.items:
        holders.append((Item, item.key, None, 0))
        for kind in (Rows.DOCUMENTS, Rows.PREVIOUS, Rows.TAXES):
            holders.extend(
                (ROW_TYPES[kind], item.key, kind, row) for row in range(len(getattr(item, kind)))
            )
    return [
        Place(name, item, kind, row)
        for model, item, kind, row in holders
        for name in list(definitions(model))[:8]
    ]


def _sources() -> st.SearchStrategy[Source]:
    return st.builds(
        Source,
        dialect=st.sampled_from(["asycuda", "sad-desktop"]),
        name=_TYPED,
        content=st.binary(max_size=40),
        keys=st.lists(st.integers(1, 40), max_size=3, unique=True).map(tuple),
    )


_FIGURE = st.none() | st.decimals(allow_nan=False, allow_infinity=False, places=6)
_COSTS = st.builds(CostFigure, foreign=_FIGURE, currency=_TYPED, rate=_FIGURE, national=_FIGURE)
_TAXES = st.builds(
    TaxFigure,
    tax_code=_TYPED,
    base=_FIGURE,
    rate=_FIGURE,
    amount=_FIGURE,
    mode_of_payment=st.sampled_from(["", "0", "1"]),
)


@st.composite
def _figures(draw: st.DrawFn, model: type) -> Any:
    costs = {
        field.name: draw(_COSTS)
        for field in fields(model)
        if isinstance(field.default, CostFigure) and draw(st.booleans())
    }
    taxes = {"taxes": draw(st.lists(_TAXES, max_size=2).map(tuple))} if model is ItemFigures else {}
    return model(**draw(_some_values(model)), **costs, **taxes)


@st.composite
def _all_figures(draw: st.DrawFn, declaration: Declaration) -> Figures:
    return Figures(
        header=draw(_figures(HeaderFigures)),
        items=tuple((item.key, draw(_figures(ItemFigures))) for item in declaration.items),
    )
