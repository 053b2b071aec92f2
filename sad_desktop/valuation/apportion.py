"""Shares of the items in the general segment: invoice and costs, by value, by weight or keyed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import partial
from operator import attrgetter
from typing import overload

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.valuation.money import (
    CONTEXT,
    QUOTIENTS,
    ZERO,
    Scale,
    is_sound,
    rounded,
    rounded_together,
    share,
)
from sad_desktop.valuation.note import CostAmount, Remark
from sad_desktop.valuation.value import (
    BY_WEIGHT,
    FREIGHT,
    INVOICE,
    NONE,
    GeneralValue,
    Terms,
    is_usable,
    keyed,
)

FOREIGN_DECIMALS = 2
"""ASYCUDA rounds an item's share in foreign currency to 2 decimals, whatever the currency."""


class Later(Sequence[Decimal]):
    """A column that nothing else is worked out from: made when somebody looks at it."""

    __slots__ = ("_count", "_made", "_make")

    def __init__(self, make: Callable[[], Sequence[Decimal]], count: int) -> None:
        self._make = make
        self._count = count
        self._made: Sequence[Decimal] | None = None

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Decimal: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Decimal]: ...
    def __getitem__(self, place: int | slice) -> Decimal | Sequence[Decimal]:
        if self._made is None:
            with localcontext(CONTEXT):
                self._made = self._make()
        return self._made[place]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """The items' parts, column by column in the order of the items; only blocks with an amount.

    ``wholes`` is what a weight is a share of, ``pinned`` the items whose own figure was keyed.
    """

    prices: Sequence[Decimal]
    invoice: Sequence[Decimal]
    alphas: Sequence[Decimal]
    foreign: Mapping[str, Sequence[Decimal]]
    national: Mapping[str, Sequence[Decimal]]
    weights: Mapping[str, Sequence[Decimal]]
    wholes: Mapping[str, Decimal]
    pinned: Mapping[str, Sequence[int]]


class Sharer:
    """Shares out again and again; what was shared out last time is kept while nothing changed."""

    def __init__(self) -> None:
        self._basis: tuple[object, ...] | None = None
        self._items: Sequence[Item] = ()
        self._shares: Shares | None = None
        self._remarks: tuple[Remark, ...] = ()

    def share_out(
        self,
        declaration: Declaration,
        general: GeneralValue,
        terms: Terms,
        remarks: list[Remark],
    ) -> Shares:
        """Return the shares of a declaration as it stands now."""
        basis = (general, terms, declaration.total_gross_mass)
        items = declaration.items
        if self._shares is None or basis != self._basis or not _share_alike(items, self._items):
            met: list[Remark] = []
            self._shares = share_out(declaration, general, terms, met)
            self._basis, self._remarks = basis, tuple(met)
        self._items = items
        remarks += self._remarks
        return self._shares


_weighed = attrgetter("key", "invoice_amount", "gross_mass", *COSTS)


def _share_alike(items: Sequence[Item], before: Sequence[Item]) -> bool:
    """Tell whether two lists of items are the same in all that shares depend on."""
    if len(items) != len(before):
        return False
    return all(
        new is old or _weighed(new) == _weighed(old) for new, old in zip(items, before, strict=True)
    )


def share_out(
    declaration: Declaration,
    general: GeneralValue,
    terms: Terms,
    remarks: list[Remark],
) -> Shares:
    """Share the general segment out over the items, in the profile's rounding."""
    items = declaration.items
    prices = [_price(item, terms, remarks) for item in items]
    work = _Work(declaration, general, terms, prices, remarks)
    foreign: dict[str, Sequence[Decimal]] = {}
    national: dict[str, Sequence[Decimal]] = {}
    weights: dict[str, Sequence[Decimal]] = {}
    pinned: dict[str, Sequence[int]] = {}
    for name in COSTS:
        kept = work.pinned(name)
        if general.costs[name].foreign or kept:
            weights[name] = work.weights(name)
            foreign[name], national[name] = work.parts(name, weights[name], kept)
            pinned[name] = tuple(kept)
    return Shares(
        prices=prices,
        invoice=work.invoice(),
        alphas=work.alphas(),
        foreign=foreign,
        national=national,
        weights=weights,
        wholes={name: work.whole(name, weights[name]) for name in weights},
        pinned=pinned,
    )


class _Work:
    """Shares one general segment out, block by block."""

    def __init__(
        self,
        declaration: Declaration,
        general: GeneralValue,
        terms: Terms,
        prices: Sequence[Decimal],
        remarks: list[Remark],
    ) -> None:
        self.declaration = declaration
        self.general = general
        self.terms = terms
        self.prices = prices
        self.remarks = remarks
        self._masses: Sequence[Decimal] | None = None
        self._scales: list[tuple[Sequence[Decimal], Scale]] = []

    def invoice(self) -> list[Decimal]:
        """Return the items' invoice values; in ``exact`` they sum to their rounded total."""
        rate, decimals = self.general.invoice.rate, self.terms.decimals
        if not self.terms.is_exact:
            return [rounded(price * rate, decimals) for price in self.prices]
        total = rounded(sum(self.prices, ZERO) * rate, decimals)
        return self._scale(self.prices).apportion(total, decimals)

    def alphas(self) -> Sequence[Decimal]:
        """Return each item's share of the invoice, which is only shown."""
        return Later(self._alphas, len(self.prices))

    def _alphas(self) -> Sequence[Decimal]:
        total = self.general.invoice.foreign
        if self.terms.is_exact:
            total = sum(self.prices, ZERO)
        if not total:
            return [ZERO] * len(self.prices)
        divide = QUOTIENTS.divide
        return [divide(price, total) for price in self.prices]

    def weights(self, name: str) -> Sequence[Decimal]:
        if self.terms.mode == NONE:
            return self._keyed(name)
        if self.terms.mode != BY_WEIGHT or name not in FREIGHT:
            return self.prices
        if self._masses is None:
            masses = [item.gross_mass for item in self.declaration.items]
            self._masses = [mass if is_usable(mass) else ZERO for mass in masses]
        return self._masses

    def pinned(self, name: str) -> dict[int, Decimal]:
        """Return the items, by place, whose own figure was keyed; only ``exact`` keeps them."""
        if not self.terms.is_exact or self.terms.mode == NONE:
            return {}
        keyed_at = [value is not None for value in map(attrgetter(name), self.declaration.items)]
        if not any(keyed_at):
            return {}
        return {
            place: value
            for place, item in enumerate(self.declaration.items)
            if keyed_at[place] and is_usable(value := getattr(item, name))
        }

    def parts(
        self, name: str, weights: Sequence[Decimal], pinned: Mapping[int, Decimal]
    ) -> tuple[Sequence[Decimal], Sequence[Decimal]]:
        cost = self.general.costs[name]
        self._guard(name, cost, weights)
        if self.terms.mode == NONE:
            return weights, self._national(cost, weights)
        if self.terms.is_exact:
            return self._exact(name, cost, weights, pinned)
        return self._as_asycuda(name, cost, weights)

    def _exact(
        self,
        name: str,
        cost: CostAmount,
        weights: Sequence[Decimal],
        pinned: Mapping[int, Decimal],
    ) -> tuple[Sequence[Decimal], Sequence[Decimal]]:
        decimals, scale = self.terms.decimals, self._scale(weights)
        foreign_decimals = self.terms.book.profile.decimals_of(cost.currency)
        if not pinned:
            make = partial(scale.apportion, cost.foreign, foreign_decimals)
            return Later(make, len(weights)), scale.apportion(cost.national, decimals)
        foreign = scale.apportion(cost.foreign, foreign_decimals, pinned)
        if cost.foreign >= ZERO and min(foreign) < ZERO:
            place = Place(name, self.declaration.items[foreign.index(min(foreign))].key)
            self.remarks.append(Remark(code="V-05", place=place, values=(("line", name),)))
        kept = {place: rounded(part * cost.rate, decimals) for place, part in pinned.items()}
        return foreign, scale.apportion(cost.national, decimals, kept)

    def _as_asycuda(
        self, name: str, cost: CostAmount, weights: Sequence[Decimal]
    ) -> tuple[Sequence[Decimal], Sequence[Decimal]]:
        whole = self.whole(name, weights)
        foreign = [
            rounded(share(cost.foreign, weight, whole), FOREIGN_DECIMALS) for weight in weights
        ]
        decimals = self.terms.decimals
        return foreign, [rounded(part * cost.rate, decimals) for part in foreign]

    def _national(self, cost: CostAmount, parts: Sequence[Decimal]) -> Sequence[Decimal]:
        nationals = [part * cost.rate for part in parts]
        if self.terms.is_exact:
            keys = [item.key for item in self.declaration.items]
            return rounded_together(nationals, self.terms.decimals, keys)
        return [rounded(national, self.terms.decimals) for national in nationals]

    def whole(self, name: str, weights: Sequence[Decimal]) -> Decimal:
        """Return what an item's weight is a share of: the header's total where there is one."""
        if self.terms.mode == BY_WEIGHT and name in FREIGHT:
            total = self.declaration.total_gross_mass
            if total is not None and is_sound(total) and total > ZERO:
                return total
            return sum(weights, ZERO)
        return self.general.invoice.foreign

    def _guard(self, name: str, cost: CostAmount, weights: Sequence[Decimal]) -> None:
        if not cost.foreign or not weights or any(weight > ZERO for weight in weights):
            return
        by_weight = self.terms.mode == BY_WEIGHT and name in FREIGHT
        if by_weight:
            self.remarks.append(Remark(code="V-10", place=Place("total_gross_mass")))
            return
        values = (("line", name),)
        self.remarks.append(Remark(code="shares_missing", place=Place(name), values=values))

    def _keyed(self, name: str) -> list[Decimal]:
        return [
            keyed(
                getattr(item, name),
                Place(name, item.key),
                self.remarks,
                negative=name == "other_costs",
            )
            for item in self.declaration.items
        ]

    def _scale(self, weights: Sequence[Decimal]) -> Scale:
        """Return the weights made ready once; equal remainders go by the items' keys."""
        for known, scale in self._scales:
            if known is weights:
                return scale
        scale = Scale(weights, [item.key for item in self.declaration.items])
        self._scales.append((weights, scale))
        return scale


def residuals(general: GeneralValue, shares: Shares, items_cif: Decimal) -> dict[str, Decimal]:
    """Return what rounding left between header and items, by block; nothing where it is zero."""
    left = {INVOICE: general.invoice.national - sum(shares.invoice, ZERO)}
    for name in COSTS:
        left[name] = general.costs[name].national - sum(shares.national.get(name, ()), ZERO)
    left["cif"] = general.cif - items_cif
    return {name: amount for name, amount in left.items() if amount}


def _price(item: Item, terms: Terms, remarks: list[Remark]) -> Decimal:
    """Return the price of an item; a negative one is told, and counts in ``asycuda`` only."""
    value = item.invoice_amount
    if value is not None and is_sound(value) and value >= ZERO:
        return value
    price = keyed(value, Place("invoice_amount", item.key), remarks)
    return max(price, ZERO) if terms.is_exact else price
