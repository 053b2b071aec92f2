"""Shares of the items in the general segment: invoice and costs, by value, by weight or keyed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from operator import attrgetter

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.tariff.profile import Profile
from sad_desktop.valuation.money import ZERO, apportion, is_sound, quotient, rounded
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Shares:
    """The items' parts, column by column in the order of the items; only blocks with an amount."""

    prices: Sequence[Decimal]
    invoice: Sequence[Decimal]
    alphas: Sequence[Decimal]
    foreign: Mapping[str, Sequence[Decimal]]
    national: Mapping[str, Sequence[Decimal]]
    weights: Mapping[str, Sequence[Decimal]]


class Sharer:
    """Shares out again and again; what was shared out last time is kept while nothing changed."""

    def __init__(self) -> None:
        self._basis: tuple[object, ...] | None = None
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
        basis = (general, terms, declaration.total_gross_mass, _basis(declaration.items))
        if self._shares is None or basis != self._basis:
            met: list[Remark] = []
            self._shares = share_out(declaration, general, terms, met)
            self._basis, self._remarks = basis, tuple(met)
        remarks += self._remarks
        return self._shares


_of_items = attrgetter("key", "invoice_amount", "gross_mass", *COSTS)


def _basis(items: Sequence[Item]) -> list[object]:
    """Return all that the shares of the items depend on."""
    return [_of_items(item) for item in items]


def share_out(
    declaration: Declaration,
    general: GeneralValue,
    terms: Terms,
    remarks: list[Remark],
) -> Shares:
    """Share the general segment out over the items, in the profile's rounding."""
    items = declaration.items
    prices = [_price(item, remarks) for item in items]
    work = _Work(declaration, general, terms, prices, remarks)
    foreign: dict[str, Sequence[Decimal]] = {}
    national: dict[str, Sequence[Decimal]] = {}
    weights: dict[str, Sequence[Decimal]] = {}
    for name in COSTS:
        if general.costs[name].foreign or (terms.mode != NONE and work.pinned(name)):
            weights[name] = work.weights(name)
            foreign[name], national[name] = work.parts(name, weights[name])
    return Shares(
        prices=prices,
        invoice=work.invoice(),
        alphas=work.alphas(),
        foreign=foreign,
        national=national,
        weights=weights,
    )


@dataclass(frozen=True, slots=True)
class _Work:
    declaration: Declaration
    general: GeneralValue
    terms: Terms
    prices: Sequence[Decimal]
    remarks: list[Remark]

    def invoice(self) -> list[Decimal]:
        """Return the items' invoice values; in ``exact`` they sum to their rounded total."""
        rate, decimals = self.general.invoice.rate, self.terms.decimals
        if not self.terms.is_exact:
            return [rounded(price * rate, decimals) for price in self.prices]
        total = rounded(sum(self.prices, ZERO) * rate, decimals)
        return apportion(total, self.prices, decimals, keys=self._keys())

    def alphas(self) -> list[Decimal]:
        total = self.general.invoice.foreign
        if self.terms.is_exact:
            total = sum(self.prices, ZERO)
        return [quotient(price, total) for price in self.prices]

    def weights(self, name: str) -> Sequence[Decimal]:
        if self.terms.mode == NONE:
            return self._keyed(name)
        if self.terms.mode != BY_WEIGHT or name not in FREIGHT:
            return self.prices
        masses = [item.gross_mass for item in self.declaration.items]
        return [mass if mass is not None and is_sound(mass) else ZERO for mass in masses]

    def pinned(self, name: str) -> dict[int, Decimal]:
        """Return the items, by place, whose own figure was keyed; only ``exact`` keeps them."""
        if not self.terms.is_exact:
            return {}
        values = ((i, getattr(item, name)) for i, item in enumerate(self.declaration.items))
        return {i: value for i, value in values if value is not None and is_sound(value)}

    def parts(
        self, name: str, weights: Sequence[Decimal]
    ) -> tuple[Sequence[Decimal], Sequence[Decimal]]:
        cost = self.general.costs[name]
        self._guard(name, cost, weights)
        if self.terms.mode == NONE:
            return weights, self._national(cost, weights)
        if self.terms.is_exact:
            return self._exact(name, cost, weights)
        return self._as_asycuda(name, cost, weights)

    def _exact(
        self, name: str, cost: CostAmount, weights: Sequence[Decimal]
    ) -> tuple[Sequence[Decimal], Sequence[Decimal]]:
        pinned = self.pinned(name)
        decimals, keys = self.terms.decimals, self._keys()
        foreign = apportion(
            cost.foreign,
            weights,
            self._profile().decimals_of(cost.currency),
            pinned=pinned,
            keys=keys,
        )
        kept = {place: rounded(part * cost.rate, decimals) for place, part in pinned.items()}
        return foreign, apportion(cost.national, weights, decimals, pinned=kept, keys=keys)

    def _as_asycuda(
        self, name: str, cost: CostAmount, weights: Sequence[Decimal]
    ) -> tuple[Sequence[Decimal], Sequence[Decimal]]:
        whole = self._whole(name, weights)
        foreign = [
            rounded(cost.foreign * quotient(weight, whole), FOREIGN_DECIMALS) for weight in weights
        ]
        decimals = self.terms.decimals
        return foreign, [rounded(part * cost.rate, decimals) for part in foreign]

    def _national(self, cost: CostAmount, parts: Sequence[Decimal]) -> Sequence[Decimal]:
        if self.terms.is_exact:
            return apportion(cost.national, parts, self.terms.decimals, keys=self._keys())
        return [rounded(part * cost.rate, self.terms.decimals) for part in parts]

    def _whole(self, name: str, weights: Sequence[Decimal]) -> Decimal:
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
        code = "V-10" if by_weight else "shares_missing"
        self.remarks.append(Remark(code=code, place=Place(name), values=(("line", name),)))

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

    def _keys(self) -> list[int]:
        return [item.key for item in self.declaration.items]

    def _profile(self) -> Profile:
        return self.terms.book.profile


def residuals(general: GeneralValue, shares: Shares, items_cif: Decimal) -> dict[str, Decimal]:
    """Return what rounding left between header and items, by block; nothing where it is zero."""
    left = {INVOICE: general.invoice.national - sum(shares.invoice, ZERO)}
    for name in COSTS:
        left[name] = general.costs[name].national - sum(shares.national.get(name, ()), ZERO)
    left["cif"] = general.cif - items_cif
    return {name: amount for name, amount in left.items() if amount}


def _price(item: Item, remarks: list[Remark]) -> Decimal:
    value = item.invoice_amount
    if is_usable(value) and value is not None and value >= ZERO:
        return value
    return keyed(value, Place("invoice_amount", item.key), remarks)
