"""Accounts of one item: its customs value, the shares in it, its lines of box 47."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QCoreApplication

from sad_desktop.forms.notes.account import Account, account
from sad_desktop.valuation.duties import TITLES as BASE_TITLES
from sad_desktop.valuation.explain import SUM, UNIT_LEFT_OVER
from sad_desktop.valuation.item_value import TITLES
from sad_desktop.valuation.note import AssessmentNote, ItemNote, ItemValue, Step, TaxLine

translate = QCoreApplication.translate

CIF, STATISTICAL, TOTAL_COSTS = (
    BASE_TITLES["cif"],
    BASE_TITLES["statistical_value"],
    BASE_TITLES["costs"],
)
_SUMS = {"cif": CIF, "statistical_value": STATISTICAL, "total_costs": TOTAL_COSTS}
_TITLES = frozenset({*TITLES.values(), *_SUMS.values()})


def find_item(note: AssessmentNote, key: int) -> ItemNote | None:
    """Return the note of an item; None when the item is gone."""
    return next((item for item in note.items if item.value.key == key), None)


def item_amount(note: AssessmentNote, _language: str, *, key: int, name: str) -> Account | None:
    """Account for an amount of the item valuation note, by the name it has there."""
    item = find_item(note, key)
    if item is None:
        return None
    label = _SUMS.get(name) or TITLES[name]
    amount = _amounts(item.value)[label]
    chapters = _chapters(item.value.steps())
    found = _value_account(note, label, amount, chapters)
    return replace(found, title=of_item(found.title, item.value.number))


def tax(note: AssessmentNote, language: str, *, key: int, code: str) -> Account | None:
    """Account for one line of box 47."""
    item = find_item(note, key)
    if item is None:
        return None
    line = next((line for line in item.taxes if line.code == code), None)
    return tax_account(note, item, line, language) if line is not None else None


def tax_account(note: AssessmentNote, item: ItemNote, line: TaxLine, language: str) -> Account:
    """Return the account of a tax line with what its base is made of."""
    title = f"{line.code} {name_of(line, language)}".strip()
    return account(
        note,
        of_item(title, item.value.number),
        line.amount,
        line.steps,
        parts=partial(_base_parts, note, item, line, language),
        remark=reason_of(line, language),
        stands_for=line.code,
    )


def of_item(title: str, number: int) -> str:
    """Return a title that says whose amount it is."""
    return translate("Account", "{title}, item {number}").format(title=title, number=number)


def name_of(line: TaxLine, language: str) -> str:
    """Return the name of a tax in ``en`` or ``ar``; the other one when it is missing."""
    return (line.ar or line.en) if language == "ar" else (line.en or line.ar)


def reason_of(line: TaxLine, language: str) -> str:
    """Return why a tax is not simply paid, in ``en`` or ``ar``; the other one when missing."""
    own, other = line.reason, line.reason_ar
    return (other or own) if language == "ar" else (own or other)


def summed_names(steps: Iterable[Step]) -> list[str]:
    """Return the names of the amounts that sums among the steps add up."""
    return [name for step in steps if step.formula == SUM for name, _ in step.inputs]


def _base_parts(
    note: AssessmentNote, item: ItemNote, line: TaxLine, language: str
) -> tuple[Account, ...]:
    amounts = _amounts(item.value)
    chapters = _chapters(item.value.steps())
    taxes = {other.code: other for other in item.taxes}
    parts = []
    for name in summed_names(line.steps()):
        if name in amounts:
            parts.append(_value_account(note, name, amounts[name], chapters))
        elif name in taxes and name != line.code:
            parts.append(tax_account(note, item, taxes[name], language))
    return tuple(parts)


def _amounts(value: ItemValue) -> Mapping[str, Decimal]:
    """Return the amounts of an item by the titles its steps carry."""
    costs = {TITLES[name]: cost.national for name, cost in value.costs.items()}
    return {
        **costs,
        TITLES["invoice"]: value.invoice.national,
        TOTAL_COSTS: value.total_costs,
        CIF: value.cif,
        STATISTICAL: value.statistical_value,
    }


def _chapters(steps: tuple[Step, ...]) -> Mapping[str, tuple[Step, ...]]:
    """Return the steps by the title of the amount they lead to."""
    chapters: dict[str, tuple[Step, ...]] = {}
    pending: list[Step] = []
    for position, step in enumerate(steps):
        pending.append(step)
        titled = next((one.label for one in pending if one.label in _TITLES), "")
        following = steps[position + 1].formula if position + 1 < len(steps) else ""
        if titled and following != UNIT_LEFT_OVER:
            chapters[titled] = tuple(pending)
            pending = []
    return chapters


def _value_account(
    note: AssessmentNote, label: str, amount: Decimal, chapters: Mapping[str, tuple[Step, ...]]
) -> Account:
    steps = chapters.get(label, ())
    names = [CIF] if label == STATISTICAL else summed_names(steps)
    inputs = {name: value for step in steps for name, value in step.inputs}
    parts = [
        _value_account(note, name, inputs.get(name, inputs.get("value", Decimal(0))), chapters)
        for name in names
        if name in chapters
    ]
    if label == STATISTICAL:
        parts = [replace(part, stands_for="value") for part in parts]
    return account(
        note,
        translate("Step", label),
        amount,
        lambda: steps,
        parts=lambda: tuple(parts),
        stands_for=label,
    )
