"""From a declaration to its assessment note."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal, localcontext

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.applicable import law_of
from sad_desktop.tariff.book import TariffBook
from sad_desktop.valuation.apportion import residuals, share_out
from sad_desktop.valuation.duties import item_lines
from sad_desktop.valuation.general_taxes import general_lines
from sad_desktop.valuation.item_value import ItemValuer
from sad_desktop.valuation.money import CONTEXT, ZERO
from sad_desktop.valuation.note import (
    AssessmentNote,
    ItemNote,
    ItemValue,
    Payment,
    Remark,
    TaxLine,
)
from sad_desktop.valuation.plan import Planner
from sad_desktop.valuation.value import GeneralValue, Terms, general_value, terms_of


def assess(declaration: Declaration, book: TariffBook, on: date) -> AssessmentNote:
    """Assess every item at the rates and the law in force on the day."""
    with localcontext(CONTEXT):
        remarks: list[Remark] = []
        terms = terms_of(declaration, book, on, remarks)
        law = law_of(declaration, book.profile, on)
        general = general_value(declaration, terms, remarks)
        shares = share_out(declaration, general, terms, remarks)
        valuer = ItemValuer(general, shares, terms)
        planner = Planner(law, terms)
        items = [
            item_note(item, valuer.value(item, place, remarks), planner, terms, remarks)
            for place, item in enumerate(declaration.items)
        ]
        global_taxes = general_lines(declaration, general, items, law, terms, remarks)
        left = residuals(general, shares, sum((note.value.cif for note in items), ZERO))
        return totalled(declaration, general, items, global_taxes, terms, left, remarks)


def item_note(
    item: Item, value: ItemValue, planner: Planner, terms: Terms, remarks: list[Remark]
) -> ItemNote:
    """Tax one item."""
    return with_totals(value, item_lines(item, value, planner.plan(item, remarks), terms, remarks))


def with_totals(value: ItemValue, taxes: tuple[TaxLine, ...]) -> ItemNote:
    """Return an item's note with what it pays and what it guarantees."""
    return ItemNote(
        value=value,
        taxes=taxes,
        taxes_total=_sum(taxes, Payment.PAID),
        guarantee=_sum(taxes, Payment.GUARANTEED),
    )


def totalled(
    declaration: Declaration,
    general: GeneralValue,
    items: Sequence[ItemNote],
    global_taxes: tuple[TaxLine, ...],
    terms: Terms,
    left: dict[str, Decimal],
    remarks: list[Remark],
) -> AssessmentNote:
    """Return the whole note: duties by code, fees, guarantee, total."""
    item_taxes = sum((note.taxes_total for note in items), ZERO)
    fees = _sum(global_taxes, Payment.PAID)
    guarantee = sum((note.guarantee for note in items), _sum(global_taxes, Payment.GUARANTEED))
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
        taxes_by_code=_by_code(items),
        item_taxes=item_taxes,
        global_taxes=global_taxes,
        fees=fees,
        guarantee=guarantee,
        total=item_taxes + fees,
        payment_mode=_payment_mode(declaration, terms, remarks),
        residuals=left,
        remarks=tuple(remarks),
    )


def _sum(lines: Iterable[TaxLine], payment: Payment) -> Decimal:
    return sum((line.amount for line in lines if line.mode_of_payment is payment), ZERO)


def _by_code(items: Iterable[ItemNote]) -> dict[str, Decimal]:
    """Return what is paid for each tax over all items; a tax only guaranteed stands with zero."""
    totals: dict[str, Decimal] = {}
    for note in items:
        for line in note.taxes:
            paid = line.amount if line.mode_of_payment is Payment.PAID else ZERO
            totals[line.code] = totals.get(line.code, ZERO) + paid
    return totals


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
