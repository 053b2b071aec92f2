"""All rules over a draft: every rule always runs, and the findings stand in the form's order."""

from collections.abc import Callable, Iterator
from datetime import date

from sad_desktop.declaration.draft import Draft
from sad_desktop.tariff.book import TariffBook
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding, Severity
from sad_desktop.validation.header import declaration_model, reference_number
from sad_desktop.validation.items import masses
from sad_desktop.validation.rejected import rejected_texts
from sad_desktop.validation.totals import invoice_total
from sad_desktop.valuation.note import AssessmentNote, Remark

Rule = Callable[[Case], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    rejected_texts,
    declaration_model,
    reference_number,
    invoice_total,
    masses,
)

_WEIGHT = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def check(draft: Draft, note: AssessmentNote, book: TariffBook, on: date) -> tuple[Finding, ...]:
    """Return what is wrong with a draft: the general segment first, then item by item."""
    case = Case(draft=draft, note=note, book=book, on=on)
    found = [finding for rule in RULES for finding in rule(case)]
    found.extend(_of_remark(case, remark) for remark in note.remarks)
    return tuple(sorted(found, key=lambda one: (one.number, _WEIGHT[one.severity])))


def _of_remark(case: Case, remark: Remark) -> Finding:
    return case.finding(remark.code, remark.place, **dict(remark.values))
