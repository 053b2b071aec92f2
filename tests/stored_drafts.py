"""Drafts with anything a draft may hold: what storage and journal must give back unchanged."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from hypothesis import strategies as st

from sad_desktop.database.declarations import put, standing_of
from sad_desktop.database.engine import writing
from sad_desktop.declaration.draft import ROW_TYPES, Draft, Place, Rows, Source
from sad_desktop.declaration.fields import Kind, definitions
from sad_desktop.declaration.figures import (
    CostFigure,
    Figures,
    HeaderFigures,
    ItemFigures,
    TaxFigure,
)
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status

LETTERS = "aZ09 .,-'\"\\%_{}شركةأإٱىـَ\u200f١٢٣é漢😀"
MANY_DIGITS = Decimal("123456789012345678.1234567891")

texts = st.text(alphabet=LETTERS, max_size=12)
numbers = st.one_of(
    st.sampled_from([Decimal("0"), Decimal("1.50"), Decimal("-0.001"), MANY_DIGITS]),
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12
    ),
)
days = st.dates(min_value=date(1, 1, 1))
anything_typed = st.text(st.characters(), max_size=12) | st.just("12\x00\x1b") | st.just("\ud800")


def _value(kind):
    match kind:
        case Kind.TEXT | Kind.CODE:
            return texts
        case Kind.LINES:
            return st.lists(texts, max_size=3).map("\n".join)
        case Kind.COUNT:
            return st.none() | st.integers(0, 99_999)
        case Kind.DAY:
            return st.none() | days
        case Kind.FLAG:
            return st.booleans()
    return st.none() | numbers


def _fields(model):
    """Return a strategy of some of a model's fields with values."""
    kinds = {name: definition.kind for name, definition in definitions(model).items()}
    some = st.lists(st.sampled_from(sorted(kinds)), max_size=8, unique=True)
    return some.flatmap(lambda names: st.fixed_dictionaries({n: _value(kinds[n]) for n in names}))


def rows(kind):
    """Return a strategy of rows of one list."""
    model = ROW_TYPES[kind]
    own = {"item_key": st.integers(0, 5)} if kind is Rows.CONTAINERS else {}
    made = st.tuples(_fields(model), st.fixed_dictionaries(own))
    return st.lists(made.map(lambda parts: model(**parts[0], **parts[1])), max_size=3).map(tuple)


@st.composite
def items(draw):
    keys = draw(st.lists(st.integers(1, 50), max_size=4, unique=True))
    lists = (Rows.DOCUMENTS, Rows.PREVIOUS, Rows.TAXES)
    return tuple(
        Item(key=key, **draw(_fields(Item)), **{str(one): draw(rows(one)) for one in lists})
        for key in keys
    )


costs = st.builds(
    CostFigure,
    foreign=st.none() | numbers,
    currency=texts,
    rate=st.none() | numbers,
    national=st.none() | numbers,
)
taxes = st.builds(TaxFigure, tax_code=texts, amount=st.none() | numbers, mode_of_payment=texts)
figures = st.builds(
    Figures,
    header=st.builds(
        HeaderFigures, item_count=st.none() | st.integers(0, 999), cif=numbers, invoice=costs
    ),
    items=st.lists(
        st.tuples(
            st.integers(1, 50),
            st.builds(
                ItemFigures,
                alpha=numbers,
                insurance=costs,
                taxes=st.lists(taxes, max_size=2).map(tuple),
            ),
        ),
        max_size=2,
    ).map(tuple),
)
sources = st.builds(
    Source,
    dialect=texts,
    name=texts,
    content=st.binary(max_size=64),
    keys=st.lists(st.integers(1, 50), max_size=3).map(tuple),
)


def places(declaration):
    """Return a strategy of places that exist in a declaration."""
    found = [Place(name) for name in definitions(Declaration)]
    found += [Place(n, item.key) for item in declaration.items for n in definitions(Item)]
    for item in declaration.items:
        for kind in (Rows.DOCUMENTS, Rows.PREVIOUS, Rows.TAXES):
            for number in range(len(getattr(item, kind))):
                found += [Place(n, item.key, kind, number) for n in definitions(ROW_TYPES[kind])]
    return st.sampled_from(found)


@st.composite
def stored_drafts(draw, statuses=tuple(Status)):
    """Draw a draft; every field of every model comes up sooner or later."""
    declaration = Declaration(
        **draw(_fields(Declaration)), items=draw(items()), containers=draw(rows(Rows.CONTAINERS))
    )
    somewhere = places(declaration)
    return Draft(
        declaration=declaration,
        rejected=draw(st.dictionaries(somewhere, anything_typed, max_size=3)),
        filled=draw(st.frozensets(somewhere, max_size=3)),
        status=draw(st.sampled_from(statuses)),
        profile=draw(texts),
        source=draw(st.none() | sources),
        declared=draw(st.none() | figures),
    )


def every_field():
    """Return a draft in which every field of every model holds something."""
    rows_by_kind = {kind: model(**_example(model)) for kind, model in ROW_TYPES.items()}
    container = replace(rows_by_kind.pop(Rows.CONTAINERS), item_key=3)
    lists = {str(kind): (row,) for kind, row in rows_by_kind.items()}
    item = Item(key=3, **_example(Item), **lists)
    return Draft(
        declaration=Declaration(**_example(Declaration), items=(item,), containers=(container,))
    )


def _example(model):
    return {
        name: _EXAMPLES.get(definition.kind, f"{name} نص")
        for name, definition in definitions(model).items()
    }


_EXAMPLES = {
    Kind.AMOUNT: MANY_DIGITS,
    Kind.QUANTITY: MANY_DIGITS,
    Kind.RATE: MANY_DIGITS,
    Kind.COUNT: 99_999,
    Kind.DAY: date(2026, 2, 28),
    Kind.FLAG: True,
}


def put_as_it_is(engine, declaration_id, draft, *, base_version=0, user="Salma", at=None):
    """Put a draft of any status into a database, as the steps of its life would leave it."""
    with writing(engine) as connection:
        standing = standing_of(connection, declaration_id)
        return put(
            connection,
            declaration_id,
            draft,
            standing,
            version=base_version + 1,
            user=user,
            at=at or datetime(2026, 7, 1, 12, tzinfo=UTC),
        )
