"""Taxes as an imported file declares them, each worked out again from its own base and rate."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.figures import Figures, ItemFigures, TaxFigure
from sad_desktop.declaration.item import Item
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation import explain
from sad_desktop.valuation.java_rounding import java_factor, java_percent
from sad_desktop.valuation.money import ZERO, decimals_in, is_sound, rounded
from sad_desktop.valuation.note import Payment, Remark, Step, TaxHeading, TaxLine

PERCENT, FACTOR, QUANTITY, GIVEN = "percent", "factor", "quantity", "given"
GENERAL = "GEN"
"""The code of the one line that stands for a file's taxes of the general segment."""

_WORK: dict[str, Callable[[Decimal, Decimal, int], Decimal]] = {
    PERCENT: java_percent,
    FACTOR: java_factor,
}


@dataclass(frozen=True, slots=True)
class DeclaredTaxes:
    """The tax lines of a file: the form its rates have, and its decimals."""

    declared: Figures
    form: str
    decimals: int

    def lines_of(
        self, item: Item, figures: ItemFigures | None, remarks: list[Remark]
    ) -> tuple[TaxLine, ...]:
        """Return the lines of an item's declared taxes; one that comes out otherwise is told."""
        taxes = () if figures is None else figures.taxes
        return tuple(
            self._line(figure, item, remarks) for figure in taxes if figure.tax_code.strip()
        )

    def general_lines(self) -> tuple[TaxLine, ...]:
        """Return what the file says of its general taxes: one sum, nothing to work out again."""
        fees = self.declared.header.fees
        if fees is None or not is_sound(fees) or not fees:
            return ()
        return (
            TaxLine(
                TaxHeading(
                    code=GENERAL,
                    en="Taxes of the general segment, as declared",
                    ar="رسوم الجزء العام كما صُرّح بها",
                    rate=ZERO,
                    rate_text="",
                    kind=GIVEN,
                    mode_of_payment=Payment.PAID,
                ),
                base=ZERO,
                amount=fees,
                declared=fees,
                steps=partial(_given_steps, fees),
            ),
        )

    def _line(self, figure: TaxFigure, item: Item, remarks: list[Remark]) -> TaxLine:
        base, rate, declared = _sound(figure.base), _sound(figure.rate), _sound(figure.amount)
        kind, quantity, amount = self._worked(base, rate, declared, item)
        if amount != declared:
            values = (
                ("tax", figure.tax_code),
                ("v1", f"{declared:f}"),
                ("v2", f"{amount:f}"),
            )
            remarks.append(
                Remark(code="tax_stale", place=Place("taxes_total", item.key), values=values)
            )
        return TaxLine(
            TaxHeading(
                code=figure.tax_code,
                en=figure.tax_code,
                ar=figure.tax_code,
                rate=rate,
                rate_text=f"{rate:f} %" if kind == PERCENT else f"{rate:f}",
                kind=kind,
                mode_of_payment=_mode(figure.mode_of_payment),
            ),
            base=base,
            amount=amount,
            declared=figure.amount,
            steps=partial(_steps, kind, quantity, rate, amount, self.decimals),
        )

    def _worked(
        self, base: Decimal, rate: Decimal, declared: Decimal, item: Item
    ) -> tuple[str, Decimal, Decimal]:
        """Return how a line is worked out, from what, and what it comes to."""
        if not base and not rate:
            return GIVEN, declared, declared
        amount = _WORK[self.form](base, rate, self.decimals)
        if amount == declared:
            return self.form, base, amount
        for quantity in _quantities(item):
            if not _prints_as(quantity, base, self.decimals):
                continue
            if java_factor(quantity, rate, self.decimals) == declared:
                return QUANTITY, quantity, declared
        return self.form, base, amount


def declared_taxes(declared: Figures, decimals: int) -> DeclaredTaxes:
    """Recognise once how a file writes its rates: whichever form reproduces more lines."""
    hits = {PERCENT: 0, FACTOR: 0}
    for figure in _taxes(declared):
        base, rate, amount = _sound(figure.base), _sound(figure.rate), _sound(figure.amount)
        for form, work in _WORK.items():
            hits[form] += work(base, rate, decimals) == amount
    form = FACTOR if hits[FACTOR] > hits[PERCENT] else PERCENT
    return DeclaredTaxes(declared, form, decimals)


def _taxes(declared: Figures) -> Iterator[TaxFigure]:
    for _, item in declared.items:
        yield from (figure for figure in item.taxes if figure.tax_code.strip())


def _quantities(item: Item) -> Iterator[Decimal]:
    """Yield what a tax per unit may count: net, gross, packaging, supplementary quantities."""
    net, gross = item.net_mass, item.gross_mass
    known = [net, gross]
    if net is not None and gross is not None:
        known.append(gross - net)
    known.extend((item.unit_1_quantity, item.unit_2_quantity, item.unit_3_quantity))
    for quantity in known:
        if quantity is not None and is_sound(quantity):
            yield quantity


def _prints_as(quantity: Decimal, base: Decimal, decimals: int) -> bool:
    return base in (rounded(quantity, decimals_in(base)), rounded(quantity, decimals))


def _mode(written: str) -> Payment:
    """Return the mode a file gives; anything but 0 is paid, as ASYCUDA sums it."""
    return Payment.GUARANTEED if written.strip() == "0" else Payment.PAID


def _sound(value: Decimal | None) -> Decimal:
    return value if value is not None and is_sound(value) else ZERO


def _steps(
    kind: str, base: Decimal, rate: Decimal, amount: Decimal, decimals: int
) -> tuple[Step, ...]:
    if kind == GIVEN:
        return _given_steps(amount)
    is_percent = kind == PERCENT
    return (
        Step(
            label=QT_TRANSLATE_NOOP("Step", "Declared tax worked out again"),
            formula=explain.PERCENT if is_percent else explain.FACTOR,
            inputs=(("base", base), ("percent" if is_percent else "factor", rate)),
            result=amount,
            rounding=explain.to(explain.BINARY, decimals),
        ),
    )


def _given_steps(amount: Decimal) -> tuple[Step, ...]:
    return (
        Step(
            label=QT_TRANSLATE_NOOP("Step", "As the file declares it"),
            formula=explain.GIVEN,
            inputs=(("amount", amount),),
            result=amount,
        ),
    )
