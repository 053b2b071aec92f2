"""Rules of the general segment (RULES, section H)."""

import re
from collections.abc import Iterator

from sad_desktop.declaration.draft import Place
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding


def declaration_model(case: Case) -> Iterator[Finding]:
    """H-01: box 1 holds a model of the reference list in force (CDS12052)."""
    kept = case.draft.declaration
    model = kept.declaration_type + kept.general_procedure
    if not case.book.has_list("models"):
        return
    if not model or case.book.entry("models", model, case.on) is None:
        yield case.finding("H-01", Place("declaration_type"))


def reference_number(case: Case) -> Iterator[Finding]:
    """H-02: the reference follows the profile's pattern (guide 003, box 7)."""
    profile = case.book.profile
    place = Place("reference_number")
    value = case.draft.declaration.reference_number
    if not profile.reference_pattern or not case.is_readable(place):
        return
    if not re.fullmatch(profile.reference_pattern, value):
        yield case.finding("H-02", place, v=value, example=profile.reference_example)
