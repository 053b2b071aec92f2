"""Tax lines keyed by hand: added to the computed ones, or in the place of one of them."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import ManualTax
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.valuation import explain
from sad_desktop.valuation.money import HUNDRED, ZERO, is_sound, rounded
from sad_desktop.valuation.note import Payment, Remark, Step, TaxHeading, TaxLine
from sad_desktop.valuation.value import Terms

FLAG = "manual_taxes"
"""The profile's switch: ``allowed`` or ``refused``."""


def overridden(
    line: TaxLine, row: ManualTax, item: Item, terms: Terms, remarks: list[Remark]
) -> TaxLine:
    """Return the line with what was keyed for it; the computed one where that is not allowed."""
    if not _is_allowed(row, item, terms, remarks):
        return line
    base = line.base if row.base is None else _sound(row.base, row, item, remarks)
    rate = line.rate if row.tax_rate is None else _sound(row.tax_rate, row, item, remarks)
    if row.tax_amount is None and row.base is None and row.tax_rate is None:
        heading = replace(
            line.heading,
            mode_of_payment=_mode(row, line.mode_of_payment),
            reason=row.reason,
            reason_ar=row.reason,
            is_manual=True,
        )
        return replace(line, heading=heading)
    return _keyed_line(row, base, rate, item, terms, remarks, line)


def added_lines(
    rows: Iterable[ManualTax], item: Item, terms: Terms, remarks: list[Remark]
) -> Iterable[TaxLine]:
    """Return the lines keyed for taxes that the law does not put on the item."""
    for row in rows:
        if not _is_allowed(row, item, terms, remarks):
            continue
        base = ZERO if row.base is None else _sound(row.base, row, item, remarks)
        rate = ZERO if row.tax_rate is None else _sound(row.tax_rate, row, item, remarks)
        yield _keyed_line(row, base, rate, item, terms, remarks, None)


def _keyed_line(
    row: ManualTax,
    base: Decimal,
    rate: Decimal,
    item: Item,
    terms: Terms,
    remarks: list[Remark],
    computed: TaxLine | None,
) -> TaxLine:
    decimals = terms.decimals
    given = row.tax_amount
    if given is None:
        amount = rounded(base * rate / HUNDRED, decimals)
        formula = explain.PERCENT
        inputs: tuple[tuple[str, Decimal], ...] = (("base", base), ("percent", rate))
    else:
        given = _sound(given, row, item, remarks)
        amount = rounded(given, decimals)
        formula, inputs = explain.GIVEN, (("amount", given),)
    step = Step(
        label=QT_TRANSLATE_NOOP("Step", "Keyed by hand"),
        formula=formula,
        inputs=inputs,
        result=amount,
        rounding=explain.to(explain.HALF_UP, decimals),
        source=row.reason,
    )
    heading = TaxHeading(
        code=row.tax_code,
        en=computed.en if computed else row.tax_code,
        ar=computed.ar if computed else row.tax_code,
        rate=rate,
        rate_text=f"{rate:f}%" if given is None else "",
        kind="manual",
        mode_of_payment=_mode(row, computed.mode_of_payment if computed else Payment.PAID),
        reason=row.reason,
        reason_ar=row.reason,
        is_manual=True,
    )
    return TaxLine(heading, base, amount, lambda: (step,))


def _is_allowed(row: ManualTax, item: Item, terms: Terms, remarks: list[Remark]) -> bool:
    place = _place(row, item, "tax_code")
    values = (("tax", row.tax_code),)
    if terms.book.profile.flags.get(FLAG) != "allowed":
        remarks.append(Remark(code="manual_tax_refused", place=place, values=values))
        return False
    if not row.reason:
        remarks.append(
            Remark(
                code="manual_tax_without_reason", place=_place(row, item, "reason"), values=values
            )
        )
    return True


def _mode(row: ManualTax, otherwise: Payment) -> Payment:
    try:
        return Payment(row.mode_of_payment)
    except ValueError:
        return otherwise


def _sound(value: Decimal, row: ManualTax, item: Item, remarks: list[Remark]) -> Decimal:
    if is_sound(value):
        return value
    place = _place(row, item, "tax_amount")
    remarks.append(Remark(code="number_unusable", place=place, values=(("v", str(value)),)))
    return ZERO


def _place(row: ManualTax, item: Item, field: str) -> Place:
    index = next((i for i, own in enumerate(item.manual_taxes) if own is row), 0)
    return Place(field, item.key, Rows.TAXES, index)
