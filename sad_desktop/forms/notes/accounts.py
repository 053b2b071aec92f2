"""What each amount of the whole declaration is made of."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from sad_desktop.declaration.model import COSTS
from sad_desktop.forms.notes.account import Account, account, added_up
from sad_desktop.forms.notes.item_accounts import (
    CIF,
    TOTAL_COSTS,
    name_of,
    reason_of,
    summed_names,
    tax_account,
)
from sad_desktop.valuation.duties import TITLES as BASE_TITLES
from sad_desktop.valuation.explain import AT_RATE, HALF_UP, to
from sad_desktop.valuation.item_value import TITLES
from sad_desktop.valuation.note import AssessmentNote, CostAmount, ItemNote, Payment, Step, TaxLine
from sad_desktop.valuation.value import DEDUCTIONS, INVOICE

translate = QCoreApplication.translate

_ITEM_TAXES = BASE_TITLES["item_taxes"]


def block(note: AssessmentNote, _language: str, *, name: str) -> Account:
    """Account for the invoice or a cost of the general segment."""
    cost: CostAmount = note.invoice if name == INVOICE else note.costs[name]
    title = translate("Step", TITLES[name])
    step = Step(
        label=title,
        formula=AT_RATE,
        inputs=(("foreign", cost.foreign), ("rate", cost.rate)),
        result=cost.national,
        rounding=to(HALF_UP, note.decimals),
    )
    if cost.currency not in ("", note.currency):
        title = f"{title} ({cost.currency})"
    return account(note, title, cost.national, lambda: (step,), stands_for=TITLES[name])


def total_costs(note: AssessmentNote, language: str) -> Account:
    """Account for the costs of the general segment."""
    parts = [
        part.subtracted() if name == DEDUCTIONS else part
        for name in COSTS
        if note.costs[name].national
        for part in [block(note, language, name=name)]
    ]
    title = translate("Step", TOTAL_COSTS)
    return added_up(note, title, note.total_costs, parts, stands_for=TOTAL_COSTS)


def cif(note: AssessmentNote, language: str) -> Account:
    """Account for the CIF value of the declaration."""
    parts = [block(note, language, name=INVOICE), total_costs(note, language)]
    return added_up(note, translate("Step", CIF), note.cif, parts, stands_for=CIF)


def duty(note: AssessmentNote, language: str, *, code: str) -> Account | None:
    """Account for what all items pay of one duty."""
    if code not in note.taxes_by_code:
        return None
    lines = _lines(note, Payment.PAID, code)
    title = f"{code} {duty_name(note, code, language)}".strip()
    parts = _numbered(tax_account(note, item, line, language) for item, line in lines)
    return added_up(note, title, note.taxes_by_code[code], parts, stands_for=code)


def item_taxes(note: AssessmentNote, language: str) -> Account:
    """Account for the duties of all items."""
    duties = (duty(note, language, code=code) for code in note.taxes_by_code)
    parts = [part for part in duties if part is not None]
    title = translate("Account", "Total item duties")
    return added_up(note, title, note.item_taxes, parts, stands_for=_ITEM_TAXES)


def fees(note: AssessmentNote, language: str) -> Account:
    """Account for the taxes of the general segment."""
    parts = [
        _general(note, line, language)
        for line in note.global_taxes
        if line.mode_of_payment is Payment.PAID
    ]
    return added_up(note, translate("Account", "Total fees"), note.fees, parts)


def fee(note: AssessmentNote, language: str, *, code: str) -> Account | None:
    """Account for one tax of the general segment."""
    line = next((line for line in note.global_taxes if line.code == code), None)
    return _general(note, line, language) if line is not None else None


def guarantee(note: AssessmentNote, language: str) -> Account:
    """Account for what is secured, not paid."""
    secured = _numbered(
        tax_account(note, item, line, language) for item, line in _lines(note, Payment.GUARANTEED)
    )
    general = [
        _general(note, line, language)
        for line in note.global_taxes
        if line.mode_of_payment is Payment.GUARANTEED
    ]
    title = translate("Account", "Guarantee")
    return added_up(note, title, note.guarantee, [*secured, *general])


def total(note: AssessmentNote, language: str) -> Account:
    """Account for what the declaration pays."""
    parts = [item_taxes(note, language), fees(note, language)]
    return added_up(note, translate("Account", "Total assessed amount"), note.total, parts)


def duty_name(note: AssessmentNote, code: str, language: str) -> str:
    """Return the name of a duty as its first line carries it."""
    lines = (line for item in note.items for line in item.taxes if line.code == code)
    first = next(lines, None)
    return name_of(first, language) if first is not None else ""


def _lines(
    note: AssessmentNote, payment: Payment, code: str = ""
) -> list[tuple[ItemNote, TaxLine]]:
    return [
        (item, line)
        for item in note.items
        for line in item.taxes
        if line.mode_of_payment is payment and (not code or line.code == code)
    ]


def _numbered(parts: Iterable[Account]) -> list[Account]:
    """Return the accounts of several items, told apart by their titles."""
    return [replace(part, stands_for=part.title) for part in parts]


def _general(note: AssessmentNote, line: TaxLine, language: str) -> Account:
    return account(
        note,
        f"{line.code} {name_of(line, language)}".strip(),
        line.amount,
        line.steps,
        parts=partial(_general_parts, note, line, language),
        remark=reason_of(line, language),
        stands_for=line.code,
    )


def _general_parts(note: AssessmentNote, line: TaxLine, language: str) -> tuple[Account, ...]:
    known: Mapping[str, Callable[[AssessmentNote, str], Account]] = {
        CIF: cif,
        TOTAL_COSTS: total_costs,
        TITLES[INVOICE]: partial(block, name=INVOICE),
        _ITEM_TAXES: item_taxes,
    }
    parts: list[Account] = []
    for name in summed_names(line.steps()):
        if name in known:
            parts.append(known[name](note, language))
        elif name in note.taxes_by_code and (found := duty(note, language, code=name)):
            parts.append(found)
    return tuple(parts)
