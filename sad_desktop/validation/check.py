"""All rules over a draft: every rule always runs, and the findings stand in the form's order."""

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from sad_desktop.brokerage.register import EMPTY_REGISTER, Register
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.tariff.book import TariffBook
from sad_desktop.validation import (
    advance_cargo,
    bills,
    boxes,
    container_list,
    documents,
    earlier,
    header,
    kept_lists,
    parties,
    procedure,
    regimes,
    rejected,
    tariff_line,
    transport,
    value,
    weights,
)
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding, Severity
from sad_desktop.validation.rule import Rule
from sad_desktop.valuation.note import AssessmentNote, Remark

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        **rejected.RULES,
        **boxes.RULES,
        **header.RULES,
        **parties.RULES,
        **transport.RULES,
        **weights.RULES,
        **value.RULES,
        **tariff_line.RULES,
        **procedure.RULES,
        **regimes.RULES,
        **bills.RULES,
        **container_list.RULES,
        **documents.RULES,
        **earlier.RULES,
        **advance_cargo.RULES,
        **kept_lists.RULES,
    }
)
"""Every rule by its id."""

REMARKED = frozenset({"V-03", "V-05", "V-06", "V-09", "V-10", "V-11", "T-01", "T-06"})
"""Rules of the catalogue that the assessment judges on its way; P-01 and PAY-04 in part."""

TOLD_BY = MappingProxyType(
    {
        "T-01": frozenset({"T-02", "T-03"}),
        "T-02": frozenset({"T-03"}),
        "quantity_missing": frozenset({"T-04"}),
        "V-03": frozenset({"V-02"}),
        "P-02": frozenset({"P-01"}),
        "P-03": frozenset({"P-01"}),
    }
)
"""Findings that say less than another of the same block: one fault is told once."""

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_log = logging.getLogger(__name__)


def check(
    draft: Draft,
    note: AssessmentNote,
    book: TariffBook,
    on: date,
    register: Register = EMPTY_REGISTER,
) -> tuple[Finding, ...]:
    """Return what is wrong with a draft: the general segment first, then item by item.

    ``register`` is what the office keeps beyond the draft; see ``brokerage.register``.
    """
    case = Case(draft=draft, note=note, book=book, on=on, register=register)
    return in_order(judged(case, RULES))


def judged(case: Case, rules: Mapping[str, Rule]) -> Iterator[Finding]:
    """Yield the findings of some rules and of the assessment; a rule that fails is a finding."""
    found: list[Finding] = []
    for name, rule in rules.items():
        try:
            found += rule(case)
        except Exception as fault:  # noqa: BLE001 - a rule's own fault is told, not a clean sheet
            _log.exception("Rule %s failed", name)
            reason = f"{type(fault).__name__}: {fault}"
            found.append(case.finding("BUG", Place("declaration_type"), rule=name, reason=reason))
    found += (_of_remark(case, remark) for remark in case.note.remarks)
    told = {(one.code, *_block(one)) for one in found}
    rejected_places = case.draft.rejected.keys()
    seen: set[tuple[str, Place, tuple[tuple[str, str], ...]]] = set()
    for one in found:
        own = (one.code, one.place, one.values)
        if one.code != "F-01" and one.place in rejected_places:
            continue
        block = _block(one)
        if any((code, *block) in told for code in TOLD_BY.get(one.code, ())) or own in seen:
            continue
        seen.add(own)
        yield one


def in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by item, the general segment first, then by the boxes of the form."""
    return tuple(sorted(found, key=_position))


def _position(one: Finding) -> tuple[int, tuple[int, str, str], int, str, int]:
    return one.number, _box(one), _WEIGHT[one.severity], one.code, one.place.row


_BOX = re.compile(r"(\d+)(.*)")
_LETTERS = {"A": 0, "B": 54, "C": 54, "D/J": 54, "VN": 60}


def _box(one: Finding) -> tuple[int, str, str]:
    """Return where a box stands on the form: box A at the top, the valuation note at the end."""
    box = one.box
    match = _BOX.fullmatch(box)
    if match is None:
        return _LETTERS.get(box, 70), box, one.place.field
    return int(match[1]), match[2], one.place.field


def _block(one: Finding) -> tuple[int, str]:
    """Return the item of a finding, and the amount it is about in the general segment."""
    if one.place.item:
        return one.place.item, ""
    name = one.place.field.removesuffix("_currency").removesuffix("_rate")
    return 0, {"exchange": "invoice", "invoice_amount": "invoice"}.get(name, name)


def _of_remark(case: Case, remark: Remark) -> Finding:
    values: dict[str, Any] = dict(remark.values)
    values.setdefault("line", remark.place.field)
    return case.finding(remark.code, remark.place, **values)
