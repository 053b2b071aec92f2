"""What the lines add up to: per item, by code, fees, guarantee, the whole declaration."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.model import Declaration
from sad_desktop.valuation.duties import PlainLines
from sad_desktop.valuation.money import ZERO, rounded
from sad_desktop.valuation.note import (
    AssessmentNote,
    ItemNote,
    Payment,
    Remark,
    TaxHeading,
    TaxLine,
)
from sad_desktop.valuation.planned import Plan
from sad_desktop.valuation.value import GeneralValue, Terms


def totalled(
    declaration: Declaration,
    general: GeneralValue,
    items: Sequence[ItemNote],
    global_taxes: tuple[TaxLine, ...],
    terms: Terms,
    residuals: Mapping[str, Decimal],
    remarks: list[Remark],
) -> AssessmentNote:
    """Return the whole note: duties by code, fees, guarantee, total."""
    zero = rounded(ZERO, terms.decimals)
    item_taxes = sum((note.taxes_total for note in items), zero)
    fees = zero + _sum(global_taxes, Payment.PAID)
    guarantee = sum((note.guarantee for note in items), _sum(global_taxes, Payment.GUARANTEED))
    payment_mode = _payment_mode(declaration, terms, remarks)
    origin_en, origin_ar = _origin(declaration, terms)
    return AssessmentNote(
        profile=terms.book.profile.code,
        on=terms.on,
        currency=terms.currency,
        decimals=terms.decimals,
        invoice=general.invoice,
        costs=general.costs,
        total_costs=general.total_costs,
        cif=general.cif,
        items=tuple(items),
        taxes_by_code=_by_code(items, zero),
        item_taxes=item_taxes,
        global_taxes=global_taxes,
        fees=fees,
        guarantee=zero + guarantee,
        total=item_taxes + fees,
        payment_mode=payment_mode,
        residuals=residuals,
        remarks=tuple(remarks),
        origin_en=origin_en,
        origin_ar=origin_ar,
    )


def _sum(lines: Iterable[TaxLine], payment: Payment) -> Decimal:
    return sum((line.amount for line in lines if line.mode_of_payment is payment), ZERO)


def _by_code(items: Iterable[ItemNote], zero: Decimal) -> dict[str, Decimal]:
    """Return what is paid for each tax over all items; a tax only guaranteed stands with zero."""
    totals: dict[TaxHeading, Decimal] = {}
    plain: dict[Plan, list[PlainLines]] = {}
    for note in items:
        if isinstance(note.taxes, PlainLines):
            plain.setdefault(note.taxes.plan, []).append(note.taxes)
            continue
        for line in note.taxes:
            totals[line.heading] = totals.get(line.heading, ZERO) + line.amount
    for plan, rows in plain.items():
        for place, tax in enumerate(plan.taxes):
            amounts = [row.columns[place][row.place] for row in rows]
            totals[tax.heading] = sum(amounts, totals.get(tax.heading, ZERO))
    by_code: dict[str, Decimal] = {}
    for heading, amount in totals.items():
        paid = amount if heading.mode_of_payment is Payment.PAID else zero
        by_code[heading.code] = by_code.get(heading.code, zero) + paid
    return by_code


def _payment_mode(declaration: Declaration, terms: Terms, remarks: list[Remark]) -> str:
    """Return cash, prepaid or credit; "" for an account the list does not know (guide 003, B)."""
    account = declaration.payment_account
    if not account:
        return "cash"
    entry = terms.book.entry("accounts", account, terms.on)
    if entry is not None:
        return entry.facts.get("kind", "credit")
    if terms.book.has_list("accounts"):
        remarks.append(
            Remark(code="PAY-04", place=Place("payment_account"), values=(("v", account),))
        )
    return ""


VARIOUS_EN, VARIOUS_AR = "Various", "مختلف"


def _origin(declaration: Declaration, terms: Terms) -> tuple[str, str]:
    """Return what box 16 says: the one origin of all items, or that they differ (guide 003)."""
    origins = {item.origin_country for item in declaration.items}
    if len(origins) != 1:
        return (VARIOUS_EN, VARIOUS_AR) if origins else ("", "")
    (code,) = origins
    entry = terms.book.entry("countries", code, terms.on) if code else None
    return (entry.name("en"), entry.name("ar")) if entry is not None else (code, code)
