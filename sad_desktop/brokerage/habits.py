"""What an importer usually declares: values counted over past declarations, recent ones more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from sad_desktop.brokerage.companies import name_key
from sad_desktop.brokerage.harvest import GOODS_HABITS, Seen, Shelf, folded_description
from sad_desktop.brokerage.register import PriceRange, PriceSource
from sad_desktop.declaration.model import Declaration

OF_GOODS = (
    *("commodity_code", "commodity_precision", "commodity_additional_1", "specification"),
    *("commercial_description", "origin_country", "preference", "extended_code"),
    *("package_kind", "unit_1"),
)
"""Boxes of an item that are usually keyed alike for the same goods."""

RECENCY = ((timedelta(days=183), 4), (timedelta(days=366), 2))
"""How much a declaration counts by its age: of the last half year four times, of the year twice."""

FEWEST = 2
"""So many declarations make a habit of their supplier; fewer leave it to the importer's."""

LEARNED = (Shelf.HABITS, Shelf.PRICES, Shelf.DESCRIPTIONS, Shelf.GOODS_HABITS)
"""Shelves of what files taught that habits are made of."""

_TYPE = 2  # letters of box 1 that say which way the goods go


class Scope(StrEnum):
    """What the declarations an offer is counted over have in common."""

    SUPPLIER = "supplier"
    IMPORTER = "importer"
    DESCRIPTION = "description"
    CODE = "code"
    FILES = "files"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A usual value: it stood in ``times`` of ``total`` declarations, on ``last`` last.

    ``model`` is box 1 of all those declarations, "" where they are of several models.
    """

    value: str
    times: int
    total: int
    last: date | None
    scope: Scope
    model: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastDeclaration:
    """A declaration of the importer; ``values`` are its boxes of ``harvest.HABITS``.

    ``supplier`` is as ``supplier_key`` gives it, ``model`` both parts of box 1, ``documents`` the
    codes of those of item 1, which are the whole declaration's.
    """

    on: date | None
    model: str = ""
    supplier: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    documents: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PastItem:
    """An item of such a declaration; ``values`` are its boxes of ``OF_GOODS``.

    The documents of item 1 are the declaration's.
    """

    declaration: PastDeclaration
    values: Mapping[str, str] = field(default_factory=dict)
    documents: frozenset[str] = frozenset()


_Case = tuple[date | None, frozenset[str]]
"""The day of a declaration, and what it has in the box asked for."""


class Habits:
    """What one importer usually declares, asked box by box; ``on`` is the day of asking.

    ``learned`` are lines of ``LEARNED`` shelves that files taught the office.
    """

    def __init__(
        self,
        importer: str,
        declarations: Sequence[PastDeclaration] = (),
        items: Iterable[PastItem] = (),
        learned: Iterable[Seen] = (),
        *,
        on: date,
    ) -> None:
        self.importer = importer
        self._on = on
        self._declarations = declarations
        self._by_description: dict[str, list[PastItem]] = {}
        self._by_code: dict[str, list[PastItem]] = {}
        for item in items:
            described = folded_description(item.values.get("commercial_description", ""))
            self._by_description.setdefault(described, []).append(item)
            self._by_code.setdefault(item.values.get("commodity_code", ""), []).append(item)
        own = [line for line in learned if line.key[0] == importer]
        self._learned = {line.key[1]: line for line in own if line.shelf is Shelf.HABITS}
        self._prices = [line for line in own if line.shelf is Shelf.PRICES]
        of_goods = (Shelf.DESCRIPTIONS, Shelf.GOODS_HABITS)
        self._goods = {(line.shelf, *line.key[1:]): line for line in own if line.shelf in of_goods}

    def of_header(self, name: str, supplier: str, model: str) -> Offer | None:
        """Return what usually stands in a box of the general segment.

        Those of the same supplier and model are asked first, then of the same model, then of the
        same type of declaration. Files that taught more of the importer than the office has
        itself are asked in the place of its own.
        """
        declarations, scope = self._closest(supplier, model)
        if scope is Scope.IMPORTER and self._learned_total() > len(declarations):
            return self._of_files(name, model)
        cases = [(one.on, _held(one.values, name)) for one in declarations]
        return _most_usual(cases, self._on, scope, _model_of(declarations))

    def of_goods(self, name: str, description: str, code: str) -> Offer | None:
        """Return what usually stands in a box of an item of these goods; both as keyed.

        Files are asked about goods the office has not declared for the importer itself.
        """
        items, scope = self._same_goods(description, code)
        if not items:
            return self._of_files_goods(name, description, code)
        cases = _by_declaration((one, _held(one.values, name)) for one in items)
        return _most_usual(cases, self._on, scope)

    def documents(
        self, supplier: str, model: str, description: str, code: str, *, is_first: bool
    ) -> tuple[Offer, ...]:
        """Return the codes of the documents an item usually has, the most frequent first.

        Item 1 has those of the whole declaration, too.
        """
        items, scope = self._same_goods(description, code)
        cases = _by_declaration((one, one.documents) for one in items)
        found = {one.value: one for one in _usual(cases, self._on, scope)}
        if is_first:
            declarations, scope = self._closest(supplier, model)
            of_all = [(one.on, one.documents) for one in declarations]
            shared = _model_of(declarations)
            found |= {one.value: one for one in _usual(of_all, self._on, scope, shared)}
        return tuple(sorted(found.values(), key=lambda one: (-one.times, one.value)))

    def price(self, full_code: str, origin: str) -> PriceRange | None:
        """Return between which national values of a unit files saw the goods of the importer."""
        fitting = [line for line in self._prices if line.key[1:3] == (full_code, origin)]
        if not fitting:
            return None
        best = max(fitting, key=lambda line: (line.count, line.key))
        least, _, most = best.value.partition(" ")
        return PriceRange(
            least=Decimal(least),
            most=Decimal(most),
            unit=best.key[3],
            source=PriceSource.IMPORTER,
            count=best.count,
        )

    def _closest(self, supplier: str, model: str) -> tuple[Sequence[PastDeclaration], Scope]:
        """Return the declarations most like one; never those that go another way (box 1)."""
        way = model[:_TYPE]
        alike = [one for one in self._declarations if not way or one.model[:_TYPE] == way]
        of_model = [one for one in alike if one.model == model]
        for some in (of_model, alike):
            own = [one for one in some if supplier and one.supplier == supplier]
            if len(own) >= FEWEST:
                return own, Scope.SUPPLIER
        return of_model or alike, Scope.IMPORTER

    def _same_goods(self, description: str, code: str) -> tuple[Sequence[PastItem], Scope]:
        """Return the items of the same goods: of the description, else of the code alone.

        Under another code than the one keyed they are other goods.
        """
        folded = folded_description(description)
        described = self._by_description.get(folded, []) if folded else []
        if not code:
            return described, Scope.DESCRIPTION
        own = [one for one in described if one.values.get("commodity_code") == code]
        return (own, Scope.DESCRIPTION) if own else (self._by_code.get(code, []), Scope.CODE)

    def _learned_total(self) -> int:
        """Return how many declarations of the importer the files held: each has some habit."""
        return max((line.count for line in self._learned.values()), default=0)

    def _of_files(self, name: str, model: str) -> Offer | None:
        line, types = self._learned.get(name), self._learned.get("declaration_type")
        if line is None or (types and model and types.value[:_TYPE] != model[:_TYPE]):
            return None
        return self._counted(line, self._learned_total())

    def _of_files_goods(self, name: str, description: str, code: str) -> Offer | None:
        line = self._goods.get((Shelf.DESCRIPTIONS, folded_description(description)))
        described = None if line is None else self._counted(line, line.count)
        if name == "commodity_code":
            return described
        code = code or (described.value if described is not None else "")
        line = self._goods.get((Shelf.GOODS_HABITS, code, name))
        whole = self._goods.get((Shelf.GOODS_HABITS, code, GOODS_HABITS[0]))
        return None if line is None or whole is None else self._counted(line, whole.count)

    def _counted(self, line: Seen, total: int) -> Offer | None:
        """Return what a line of the files says of so many declarations."""
        cases: list[_Case] = [
            (one.last, frozenset({value}))
            for value, one in line.values
            if value
            for _ in range(one.count)
        ]
        cases += [(None, frozenset())] * (total - len(cases))
        return _most_usual(cases, self._on, Scope.FILES)


def model_of(declaration: Declaration) -> str:
    """Return both parts of box 1."""
    return declaration.declaration_type + declaration.general_procedure


def supplier_key(code: str, name: str) -> str:
    """Return what a supplier is known again by: the number in box 2, else the folded name."""
    return code or name_key(name.partition("\n")[0])


def age_weight(day: date | None, on: date) -> int:
    """Return how much a declaration of a day counts on another one (``RECENCY``)."""
    if day is None:
        return 1
    return next((weight for age, weight in RECENCY if on - day <= age), 1)


def _most_usual(cases: Iterable[_Case], on: date, scope: Scope, model: str = "") -> Offer | None:
    """Return the value at least half of the cases have, each counted by its age."""
    return next(iter(_usual(cases, on, scope, model)), None)


def _usual(cases: Iterable[_Case], on: date, scope: Scope, model: str = "") -> tuple[Offer, ...]:
    """Return all such values, the one that weighs most first; empty boxes count against them."""
    weights: dict[str, int] = {}
    times: dict[str, int] = {}
    last: dict[str, date] = {}
    whole = total = 0
    for day, values in cases:
        weight = age_weight(day, on)
        whole, total = whole + weight, total + 1
        for value in values:
            weights[value] = weights.get(value, 0) + weight
            times[value] = times.get(value, 0) + 1
            if day is not None:
                last[value] = max(day, last.get(value, day))
    usual = [value for value, weight in weights.items() if 2 * weight >= whole]
    usual.sort(key=lambda one: (weights[one], last.get(one, date.min), one), reverse=True)
    return tuple(
        Offer(
            value=value,
            times=times[value],
            total=total,
            last=last.get(value),
            scope=scope,
            model=model,
        )
        for value in usual
    )


def _by_declaration(items: Iterable[tuple[PastItem, frozenset[str]]]) -> Iterator[_Case]:
    """Yield a case for each declaration: a hundred lines of one are one case."""
    found: dict[int, tuple[date | None, set[str]]] = {}
    for item, values in items:
        day, seen = found.setdefault(id(item.declaration), (item.declaration.on, set()))
        seen |= values
    for day, seen in found.values():
        yield day, frozenset(seen)


def _held(values: Mapping[str, str], name: str) -> frozenset[str]:
    value = values.get(name, "")
    return frozenset({value} if value else ())


def _model_of(declarations: Iterable[PastDeclaration]) -> str:
    models = {one.model for one in declarations}
    return models.pop() if len(models) == 1 else ""
