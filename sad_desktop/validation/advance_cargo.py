"""Rules of the ACID of an import (RULES, section A); what is wrong with dossiers is judged there.

Silent in countries that ask no advance cargo information.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sad_desktop.brokerage.advance_cargo import Dossier, Mark, plain_acid
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw, load_law
from sad_desktop.brokerage.advance_cargo_terms import standing, valid_until
from sad_desktop.brokerage.companies import name_words
from sad_desktop.declaration.draft import Place
from sad_desktop.tariff.behaviour_circumstances import Flow
from sad_desktop.tariff.lookup import folded_code
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

_ACID = Place("acid")


def acid_digits(case: Case) -> Iterator[Finding]:
    """ACI-01: an import that needs an ACID has one of the right length (S2-001, S2-009)."""
    law = load_law(case.profile.code)
    if law is None or case.flow is not Flow.IMPORT:
        return
    written = case.declaration.acid
    if not written:
        if law.is_asked(case.declaration.border_mode, case.day) and case.is_readable(_ACID):
            yield case.finding("ACI-01.missing", _ACID)
        return
    digits, letter = plain_acid(written)
    count = law.terms_on(case.day).digits
    if len(digits) != count or letter not in list(Mark):
        yield case.finding("ACI-01", _ACID, n=count)


def acid_validity(case: Case) -> Iterator[Finding]:
    """ACI-02: the ACID is good on the day of the declaration (S2-010)."""
    law, dossier = _kept(case)
    if law is None or dossier is None:
        return
    last = valid_until(dossier, law)
    if last is not None and last < case.day:
        digits, _ = plain_acid(case.declaration.acid)
        yield case.finding("ACI-02", _ACID, v=digits, date=last.strftime("%d/%m/%Y"))


def acid_version(case: Case) -> Iterator[Finding]:
    """ACI-03: the version declared is the current one (S2-017)."""
    law = load_law(case.profile.code)
    digits, letter = plain_acid(case.declaration.acid)
    if law is None or not digits:
        return
    _, dossier = _kept(case)
    mark = standing(dossier or Dossier(), case.declaration.acid)
    if mark is Mark.CANCELLED:
        yield case.finding("ACI-03.none", _ACID, v=digits + letter)
    elif mark is Mark.OLD:
        yield case.finding("ACI-03", _ACID, v=digits + letter, s=str(Mark.OLD))


def acid_parties(case: Case) -> Iterator[Finding]:
    """ACI-07: importer and exporter are those the ACID was given to (guide 002, clause 7)."""
    _, dossier = _kept(case)
    if dossier is None:
        return
    kept = case.declaration
    importer = kept.consignee_code
    if importer and folded_code(importer) != folded_code(dossier.importer_code):
        told = f"{dossier.importer_code} {dossier.importer_name}".strip()
        yield case.finding("ACI-07", Place("consignee_code"), v=kept.acid, v2=told)
    if kept.exporter_name and _is_other(kept.exporter_name, dossier.exporter_name):
        name = dossier.exporter_name
        yield case.finding("ACI-07", Place("exporter_name"), v=kept.acid, v2=name)


def _kept(case: Case) -> tuple[AdvanceCargoLaw | None, Dossier | None]:
    """Return the law, and the dossier the ACID declared is of; the one in use comes first."""
    law = load_law(case.profile.code)
    digits, _ = plain_acid(case.declaration.acid)
    if law is None or not digits:
        return law, None
    own = [one for one in case.register.dossiers if any(a.digits == digits for a in one.acids)]
    return law, (own[0] if own else None)


def _is_other(box: str, name: str) -> bool:
    """Tell whether box 2 names another exporter; names in two scripts cannot be compared."""
    declared, wanted = set(name_words(box)), set(name_words(name))
    if not declared or not wanted or _is_arabic(box) != _is_arabic(name):
        return False
    return not wanted <= declared


def _is_arabic(text: str) -> bool:
    return any("\u0600" <= letter <= "\u06ff" for letter in text)


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "ACI-01": acid_digits,
        "ACI-02": acid_validity,
        "ACI-03": acid_version,
        "ACI-07": acid_parties,
    }
)
