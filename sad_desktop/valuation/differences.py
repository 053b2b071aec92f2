"""A file's own figures beside the computed ones: where they differ, and why.

Nothing is corrected here: a file may be stale, rounded otherwise, or made by another law.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sad_desktop.declaration.figures import Figures, HeaderFigures, ItemFigures, TaxFigure
from sad_desktop.declaration.model import COSTS
from sad_desktop.valuation.as_declared import file_decimals
from sad_desktop.valuation.money import ZERO, is_sound, unit

_HUNDRED = Decimal(100)
_ADDED, _SUBTRACTED = COSTS[:-1], COSTS[-1]
_HEADER = ("total_costs", "cif", "total_invoice", "total_mass", "package_count")
_HEADER_TAXES = ("guarantee", "fees", "total_taxes")
_ITEM = ("total_costs", "cif", "statistical_value")
_GUARANTEED = "0"


class Why(StrEnum):
    """Why a figure of a file is another one than ours, the first that holds."""

    STALE = "stale"
    BASE_STALE = "base_stale"
    ROUNDING = "rounding"
    LAW = "law"
    EDITED = "edited"
    OTHERWISE = "otherwise"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One figure that differs.

    ``item`` is the item's key, 0 for the general segment, ``number`` its number; ``tax`` the code
    of a line of box 47; ``expected`` what the file's other figures give, where they contradict it.
    None stands for a figure one side does not have.
    """

    item: int
    number: int
    figure: str
    tax: str = ""
    declared: Decimal | None
    own: Decimal | None
    why: Why
    expected: Decimal | None = None


def differences(
    declared: Figures, own: Figures, decimals: int, *, is_edited: bool
) -> tuple[Difference, ...]:
    """Return where a file's figures differ from the computed ones, general segment first.

    ``decimals`` are those of the national currency. Figures a file leaves blank are no
    differences; tax lines only one side has are.
    """
    return tuple(_Comparison(declared, own, decimals, is_edited=is_edited).found())


class _Comparison:
    def __init__(self, declared: Figures, own: Figures, decimals: int, *, is_edited: bool) -> None:
        self._declared = declared
        self._own = own
        self._unit = unit(min(decimals, file_decimals(declared, decimals)))
        self._is_edited = is_edited
        self._item = self._number = 0
        self._on_value = _taxed_on_value(declared)

    def found(self) -> Iterator[Difference]:
        yield from self._of_header(self._declared.header, self._own.header)
        ours = dict(self._own.items)
        for number, (key, theirs) in enumerate(self._declared.items, 1):
            if key in ours:
                self._item, self._number = key, number
                yield from self._of_item(theirs, ours[key])

    def _of_header(self, theirs: HeaderFigures, ours: HeaderFigures) -> Iterator[Difference]:
        tolerance = self._unit * max(len(self._declared.items), 1)
        expected = {
            "total_costs": _costs(theirs),
            "cif": _sum((theirs.invoice.national, theirs.total_costs)),
            "total_taxes": _sum((self._paid_taxes(), theirs.fees)),
        }
        yield from self._of_costs(theirs, ours, tolerance)
        for name in (*_HEADER, *_HEADER_TAXES):
            why = Why.LAW if name in _HEADER_TAXES else Why.OTHERWISE
            yield from self._of_figure(
                name,
                (getattr(theirs, name), getattr(ours, name)),
                expected.get(name),
                tolerance,
                why,
            )

    def _of_item(self, theirs: ItemFigures, ours: ItemFigures) -> Iterator[Difference]:
        expected = {
            "total_costs": _costs(theirs),
            "cif": _sum((theirs.invoice.national, theirs.total_costs)),
        }
        yield from self._of_costs(theirs, ours, self._unit)
        for name in _ITEM:
            pair = (getattr(theirs, name), getattr(ours, name))
            yield from self._of_figure(name, pair, expected.get(name), self._unit, Why.OTHERWISE)
        lines = [tax for tax in theirs.taxes if tax.tax_code.strip()]
        pair = (theirs.taxes_total, ours.taxes_total)
        told = _sum(tax.amount for tax in lines if tax.mode_of_payment.strip() != _GUARANTEED)
        yield from self._of_figure("taxes_total", pair, told, self._unit, Why.LAW)
        yield from self._of_taxes(lines, list(ours.taxes), theirs.statistical_value)

    def _of_costs(
        self,
        theirs: HeaderFigures | ItemFigures,
        ours: HeaderFigures | ItemFigures,
        tolerance: Decimal,
    ) -> Iterator[Difference]:
        for name in ("invoice", *COSTS):
            pair = (getattr(theirs, name).national, getattr(ours, name).national)
            yield from self._of_figure(name, pair, None, tolerance, Why.OTHERWISE)

    def _of_figure(
        self,
        figure: str,
        pair: tuple[Decimal | None, Decimal | None],
        expected: Decimal | None,
        tolerance: Decimal,
        otherwise: Why,
    ) -> Iterator[Difference]:
        theirs, ours = pair
        if theirs is None or ours is None or theirs == ours:
            return
        contradicts = expected is not None and abs(expected - theirs) > self._unit
        if contradicts:
            why = Why.STALE
        elif abs(theirs - ours) <= tolerance:
            why = Why.ROUNDING
        elif self._is_edited:
            why = Why.EDITED
        else:
            why = otherwise
        yield self._made(figure, pair, why, expected=expected if contradicts else None)

    def _of_taxes(
        self, theirs: list[TaxFigure], ours: list[TaxFigure], value: Decimal | None
    ) -> Iterator[Difference]:
        left = list(ours)
        for line in theirs:
            yield from self._of_base(line, value)
            match = next((one for one in left if one.tax_code == line.tax_code), None)
            if match is None:
                yield self._made("taxes", (line.amount, None), Why.LAW, tax=line.tax_code)
                continue
            left.remove(match)
            if line.amount is not None and line.amount != match.amount:
                why, expected = self._why_tax(line, match)
                pair = (line.amount, match.amount)
                yield self._made("taxes", pair, why, tax=line.tax_code, expected=expected)
        for line in left:
            yield self._made("taxes", (None, line.amount), Why.LAW, tax=line.tax_code)

    def _of_base(self, line: TaxFigure, value: Decimal | None) -> Iterator[Difference]:
        """Yield a base that is not the value of its item although that tax is taken of the value.

        So it stands in files whose values were edited after they were assessed.
        """
        if line.tax_code not in self._on_value or value is None or line.base is None:
            return
        if abs(_sound(line.base) - _sound(value)) > self._unit:
            pair = (line.base, value)
            yield self._made("base", pair, Why.BASE_STALE, tax=line.tax_code, expected=value)

    def _why_tax(self, theirs: TaxFigure, ours: TaxFigure) -> tuple[Why, Decimal | None]:
        """Return why a tax differs, and what the file's own base and rate give."""
        base, rate, amount = (_sound(one) for one in (theirs.base, theirs.rate, theirs.amount))
        worked = (base * rate / _HUNDRED, base * rate)
        if base and rate and all(abs(one - amount) > self._unit for one in worked):
            return Why.STALE, min(worked, key=lambda one: abs(one - amount))
        if ours.amount is not None and abs(amount - ours.amount) <= self._unit:
            return Why.ROUNDING, None
        if self._is_edited:
            return Why.EDITED, None
        is_same_rate = ours.rate is not None and ours.rate in (rate, rate * _HUNDRED)
        return (Why.OTHERWISE if is_same_rate else Why.LAW), None

    def _paid_taxes(self) -> Decimal | None:
        """Return what the file's items say they pay; None unless each says so."""
        totals = [item.taxes_total for _, item in self._declared.items]
        return None if not totals or None in totals else _sum(totals)

    def _made(
        self,
        figure: str,
        pair: tuple[Decimal | None, Decimal | None],
        why: Why,
        *,
        tax: str = "",
        expected: Decimal | None = None,
    ) -> Difference:
        return Difference(
            item=self._item,
            number=self._number,
            figure=figure,
            tax=tax,
            declared=pair[0],
            own=pair[1],
            why=why,
            expected=expected,
        )


def _taxed_on_value(declared: Figures) -> frozenset[str]:
    """Return the taxes that are taken of the value in most items of a file."""
    hits: dict[str, int] = {}
    lines: dict[str, int] = {}
    for _, item in declared.items:
        for tax in item.taxes:
            if tax.base is not None and item.statistical_value is not None:
                lines[tax.tax_code] = lines.get(tax.tax_code, 0) + 1
                is_hit = tax.base == item.statistical_value
                hits[tax.tax_code] = hits.get(tax.tax_code, 0) + is_hit
    return frozenset(code for code, count in lines.items() if 2 * hits[code] > count)


def _costs(figures: HeaderFigures | ItemFigures) -> Decimal | None:
    """Return what the costs of a file come to; None unless each is given."""
    added = _sum(getattr(figures, name).national for name in _ADDED)
    subtracted = getattr(figures, _SUBTRACTED).national
    return None if added is None or subtracted is None else added - _sound(subtracted)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    """Return a sum, None where a part is missing."""
    total = ZERO
    for amount in amounts:
        if amount is None:
            return None
        total += _sound(amount)
    return total


def _sound(amount: Decimal | None) -> Decimal:
    return amount if amount is not None and is_sound(amount) else ZERO
