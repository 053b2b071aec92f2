"""Rules of commodity code, units, origin and preference: boxes 33, 34, 36, 41 (section T).

T-01 and T-06 are remarked by the assessment.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from sad_desktop.tariff.applicable import full_code
from sad_desktop.tariff.book import LookupQuery
from sad_desktop.tariff.lookup import normalise
from sad_desktop.validation.case import Case, ItemCase
from sad_desktop.validation.findings import Finding, Severity
from sad_desktop.validation.rule import Rule

SUCCESSORS = "successors"
"""The list of closed codes with the fact ``codes``: what replaced them."""

BARRED_ORIGINS = "barred_origins"
"""The list of countries whose goods are not admitted."""

_UNITS = (1, 2, 3)
_MOST_SUCCESSORS = 6
_YEARS_BACK = 30


def code_length(case: Case) -> Iterator[Finding]:
    """T-02: the code has as many digits as the country's codes have that day (S2)."""
    if not case.profile.dated_code_lengths or case.is_neutral:
        return
    lengths = case.profile.code_lengths_on(case.on)
    for one in case.items:
        code = one.item.commodity_code
        if not code or len(code) in lengths or len(full_code(one.item)) in lengths:
            continue
        shown = " / ".join(str(length) for length in sorted(lengths))
        yield case.finding("T-02", one.place("commodity_code"), v=full_code(one.item), n=shown)


def replaced_code(case: Case) -> Iterator[Finding]:
    """T-03: a code that is no longer in force is replaced by its successors.

    It stands for T-01 and T-02 and so weighs as they do, unless the profile says otherwise.
    """
    severity = None if case.flag("severity.T-03") else Severity.ERROR
    if not case.knows("tariff"):
        return
    for one in case.items:
        if one.line is not None or not one.item.commodity_code:
            continue
        code = full_code(one.item)
        successors = _successors(case, code)
        if successors:
            place = one.place("commodity_code")
            told = case.finding("T-03", place, v=code, list=", ".join(successors))
            yield replace(told, severity=severity or told.severity)


def unit_quantities(case: Case) -> Iterator[Finding]:
    """T-04: the quantities the tariff line asks for are keyed (S3-058)."""
    for one in case.items:
        line = one.line
        if line is None or not line.units:
            continue
        for rank, unit in zip(_UNITS, line.units, strict=False):
            name = f"unit_{rank}_quantity"
            if not getattr(one.item, name):
                yield case.finding("T-04", one.place(name), unit=unit)


def specification(case: Case) -> Iterator[Finding]:
    """T-05: one of the line's specification codes is chosen (S3-063)."""
    for one in case.items:
        line = one.line
        if line is None or not line.specifications:
            continue
        if one.item.specification not in line.specifications:
            yield case.finding("T-05", one.place("specification"), v=full_code(one.item))


def permit(case: Case) -> Iterator[Finding]:
    """T-07: restricted goods need the agency's permit.

    A line that names the documents of the permit is judged by D-01; else a licence number or
    a licence among the documents will do (flag ``permit_documents``, 811 and 911).
    """
    permits = frozenset(case.flag("permit_documents", "811 911").split())
    for one in case.items:
        line = one.line
        if line is None or not line.restricted_by or line.documents or one.item.licence_number:
            continue
        if not any(row.document_code in permits for row in one.item.documents):
            yield case.finding("T-07", one.place("commodity_code"), agency=line.restricted_by)


def other_code_before(case: Case) -> Iterator[Finding]:
    """T-08: goods of the same description were classified the same way before."""
    before = case.register.codes_before
    if not before:
        return
    for one in case.items:
        known = before.get(normalise(one.item.commercial_description))
        code = full_code(one.item)
        if known is not None and code and known.commodity_code != code:
            place, cases = one.place("commodity_code"), known.cases
            named = ", ".join(earlier.title for earlier in cases)
            yield case.finding("T-08", place, cases=cases, v2=known.commodity_code, list=named)


def preference(case: Case) -> Iterator[Finding]:
    """T-09: a preference is claimed for an eligible origin and with its proof (CDS40066)."""
    for one in case.items:
        if one.item.preference and not _is_preferred(case, one):
            yield case.finding("T-09", one.place("preference"), v=one.item.preference)


def barred_origin(case: Case) -> Iterator[Finding]:
    """T-10: goods of this origin are admitted (S4)."""
    barred = {o for o in case.values("origin_country") if case.entry(BARRED_ORIGINS, o) is not None}
    for one in case.items if barred else ():
        origin = one.item.origin_country
        if origin in barred:
            yield case.finding("T-10", one.place("origin_country"), v=origin)


def changed_rate(case: Case) -> Iterator[Finding]:
    """T-11: the rates are those of the day the template was saved."""
    saved = case.register.template_rates
    if not saved:
        return
    for one in case.items:
        if one.line is None:
            continue
        for tax, rate in one.line.rates.items():
            before = saved.get((full_code(one.item), tax), rate)
            if before != rate:
                place = one.place("taxes_total")
                yield case.finding("T-11", place, v1=before, v2=rate)


def _successors(case: Case, code: str) -> tuple[str, ...]:
    listed = case.fact(SUCCESSORS, code, "codes")
    if listed:
        return tuple(listed.split())
    if not _was_in_force(case, code):
        return ()
    found = case.book.search(LookupQuery(list_name="tariff", text=code, on=case.on, limit=20))
    longer = (entry.code for entry in found if entry.code.startswith(code))
    return tuple(other for other in longer if other != code)[:_MOST_SUCCESSORS]


def _was_in_force(case: Case, code: str) -> bool:
    """Tell whether the tariff held the code at the end of one of the years before."""
    ends = (date(case.on.year - back, 12, 31) for back in range(1, _YEARS_BACK))
    return any(case.book.line(code, end) is not None for end in ends)


def _is_preferred(case: Case, one: ItemCase) -> bool:
    entry = case.entry("preferences", one.item.preference)
    if entry is None:
        return not case.knows("preferences")
    origins = entry.facts.get("origins", "").split()
    proofs = entry.facts.get("documents", "").split()
    if origins and one.item.origin_country not in origins:
        return False
    return not proofs or case.has_document(one, proofs)


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "T-02": code_length,
        "T-03": replaced_code,
        "T-04": unit_quantities,
        "T-05": specification,
        "T-07": permit,
        "T-08": other_code_before,
        "T-09": preference,
        "T-10": barred_origin,
        "T-11": changed_rate,
    }
)
