"""Taxes of the general segment: charged once on the declaration, as fees are."""

from collections.abc import Sequence
from decimal import Decimal

from sad_desktop.declaration.model import Declaration
from sad_desktop.tariff.applicable import LawOfDay, applicable_to_any
from sad_desktop.valuation.duties import rated_line
from sad_desktop.valuation.money import ZERO
from sad_desktop.valuation.note import ItemNote, Payment, Remark, TaxLine
from sad_desktop.valuation.planned import planned_tax
from sad_desktop.valuation.quantities import declaration_quantities
from sad_desktop.valuation.rate_amount import RateWork
from sad_desktop.valuation.value import GeneralValue, Terms


def general_lines(
    declaration: Declaration,
    general: GeneralValue,
    items: Sequence[ItemNote],
    law: LawOfDay,
    terms: Terms,
    remarks: list[Remark],
) -> tuple[TaxLine, ...]:
    """Work out the general taxes; their base may be a total of the declaration."""
    if not law.general_taxes:
        return ()
    amounts = _totals(general, items)
    quantities = declaration_quantities(declaration)
    lines: list[TaxLine] = []
    for cases in law.general_taxes:
        case = applicable_to_any(cases, declaration.items)
        if case is None or case.rule.rate is None:
            continue
        rule = case.rule
        payment = Payment(rule.payment) if rule.payment else Payment.PAID
        reasons = (rule.reason_en, rule.reason_ar)
        planned = planned_tax(case, case.rule.rate, terms, payment, reasons)
        base = ZERO
        for part in rule.base:
            amount = amounts.get(part.name, ZERO)
            base = base - amount if part.is_subtracted else base + amount
        work = RateWork(terms, quantities, None, remarks, rule.source)
        line = rated_line(planned, max(base, ZERO), amounts, work)
        amounts[line.code] = ZERO if payment is Payment.EXEMPT else line.amount
        lines.append(line)
    return tuple(lines)


def _totals(general: GeneralValue, items: Sequence[ItemNote]) -> dict[str, Decimal]:
    totals = {
        "cif": general.cif,
        "invoice": general.invoice.national,
        "costs": general.total_costs,
        "statistical_value": sum((note.value.statistical_value for note in items), ZERO),
        "item_taxes": sum((note.taxes_total for note in items), ZERO),
    }
    for note in items:
        for line in note.taxes:
            if line.mode_of_payment is not Payment.EXEMPT:
                totals[line.code] = totals.get(line.code, ZERO) + line.amount
    return totals
