"""Assess a draft, and say the note as JSON: exact amounts as text, never as binary numbers."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.tariff.applicable import full_code
from sad_desktop.tariff.book import TariffBook
from sad_desktop.valuation.assess import PROFILE, assess
from sad_desktop.valuation.note import AssessmentNote, CostAmount, ItemNote, Step, TaxLine

_COST_NAMES = {"other_costs": "other"}


def assess_draft(draft: Draft, book: TariffBook, on: date, taxes: str = PROFILE) -> AssessmentNote:
    """Assess a draft; ``taxes="declared"`` works its file's own tax lines out again."""
    return assess(draft.declaration, book, on, draft.declared, taxes)


def as_json(note: AssessmentNote, declaration: Declaration) -> dict[str, Any]:
    """Return the note as ``assess --json`` prints it; costs in national currency."""
    invoice = note.invoice
    keyed = {item.key: item for item in declaration.items}
    return {
        "profile": note.profile,
        "on": note.on.isoformat(),
        "currency": note.currency,
        "decimals": note.decimals,
        "invoice": {
            "currency": invoice.currency,
            "foreign": plain(invoice.foreign),
            "rate": plain(invoice.rate),
            "national": plain(invoice.national),
        },
        "costs": {**_costs(note.costs.items()), "total": plain(note.total_costs)},
        "cif": plain(note.cif),
        "items": [
            {
                "number": item.value.number,
                "commodity_code": full_code(keyed[item.value.key]),
                "procedure": keyed[item.value.key].procedure,
                **_item(item),
            }
            for item in note.items
        ],
        "taxes_by_code": {code: plain(amount) for code, amount in note.taxes_by_code.items()},
        "item_taxes": plain(note.item_taxes),
        "global_taxes": [
            {"code": line.code, "amount": plain(line.amount)} for line in note.global_taxes
        ],
        "fees": plain(note.fees),
        "guarantee": plain(note.guarantee),
        "total": plain(note.total),
    }


def plain(amount: Decimal) -> str:
    """Return a number in plain decimal notation, such as 1234.500."""
    return f"{amount:f}"


def _costs(costs: Iterable[tuple[str, CostAmount]]) -> dict[str, str]:
    known = dict(costs)
    return {_COST_NAMES.get(name, name): plain(known[name].national) for name in COSTS}


def _item(note: ItemNote) -> dict[str, Any]:
    value = note.value
    return {
        "invoice_foreign": plain(value.invoice.foreign),
        "invoice_national": plain(value.invoice.national),
        **_costs(value.costs.items()),
        "costs": plain(value.total_costs),
        "cif": plain(value.cif),
        "adjustment": plain(value.adjustment),
        "statistical_value": plain(value.statistical_value),
        "taxes": [_tax(line) for line in note.taxes],
        "taxes_total": plain(note.taxes_total),
    }


def _tax(line: TaxLine) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "code": line.code,
        "base": plain(line.base),
        "rate": plain(line.rate),
        "kind": line.kind,
        "amount": plain(line.amount),
    }
    if line.declared is not None:
        shown["declared"] = plain(line.declared)
    shown["mode_of_payment"] = str(line.mode_of_payment)
    shown["steps"] = [_step(step) for step in line.steps()]
    return shown


def _step(step: Step) -> dict[str, Any]:
    return {
        "label": step.label,
        "formula": step.formula,
        "inputs": {name: plain(value) for name, value in step.inputs},
        "result": plain(step.result),
        "rounding": step.rounding,
        "source": step.source,
    }
