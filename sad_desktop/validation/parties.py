"""Rules of exporter, consignee, payer and declarant: boxes 2, 8, 9, 14, 48 (RULES, section H)."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.tariff.behaviour_circumstances import Flow
from sad_desktop.tariff.lookup import normalise
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

COMPANIES, ACCOUNTS = "companies", "accounts"
DECLARANT = "declarant"


def exporter_name(case: Case) -> Iterator[Finding]:
    """H-04: on import the exporter's name and address are keyed (S3-007)."""
    if case.flow is Flow.IMPORT and not case.is_neutral and not case.declaration.exporter_name:
        yield case.finding("H-04", Place("exporter_name"))


def company_codes(case: Case) -> Iterator[Finding]:
    """H-05: the trader of the home side has a registered code (S3-008, S3-009, CDS12005)."""
    own = {Flow.IMPORT: "consignee_code", Flow.EXPORT: "exporter_code"}.get(case.flow, "")
    for name in ("exporter_code", "consignee_code", "payer_code"):
        value = getattr(case.declaration, name)
        place = Place(name)
        box = place.definition().box
        if value and not _is_company(case, value):
            yield case.finding("H-05", place, box=box, v=value)
        elif not value and name == own and not case.is_neutral:
            yield case.finding("H-05.missing", place, box=box)


def same_party(case: Case) -> Iterator[Finding]:
    """H-06: exporter and consignee are two parties (CDS12081, CDS12091)."""
    kept = case.declaration
    same_code = bool(kept.exporter_code) and kept.exporter_code == kept.consignee_code
    names = normalise(kept.exporter_name), normalise(kept.consignee_name)
    if same_code or (names[0] and names[0] == names[1]):
        yield case.finding(
            "H-06", Place("exporter_name" if case.flow is Flow.IMPORT else "consignee_name")
        )


def consignee_papers(case: Case) -> Iterator[Finding]:
    """H-07: the consignee's licence and registrations are in force (S0)."""
    code, place = case.declaration.consignee_code, Place("consignee_code")
    until = _licensed_until(case, code)
    if until is not None and until < case.day:
        yield case.finding("H-07", place, date=_shown(until))
    for paper in case.register.papers.get(code, ()):
        if paper.valid_until < case.day:
            yield case.finding("H-07.paper", place, doc=paper.name, date=_shown(paper.valid_until))


def declarant(case: Case) -> Iterator[Finding]:
    """H-08: the declarant is a customs broker whose licence is in force (S3-027)."""
    code, place = case.declaration.declarant_code, Place("declarant_code")
    if not code:
        if not case.is_neutral:
            yield case.finding("H-08.missing", place)
        return
    roles = case.fact(COMPANIES, code, "roles").split()
    if not _is_company(case, code) or (roles and DECLARANT not in roles):
        yield case.finding("H-08", place, v=code)
        return
    until = _licensed_until(case, code)
    if until is not None and until < case.day:
        yield case.finding("H-08.expired", place, v=code, date=_shown(until))


def payer(case: Case) -> Iterator[Finding]:
    """H-09: where anything is to be paid, somebody is named who pays (S3-023)."""
    kept = case.declaration
    if case.note.total > 0 and not (kept.payer_code or kept.payer_name) and not case.is_neutral:
        yield case.finding("H-09", Place("payer_code"))


def account(case: Case) -> Iterator[Finding]:
    """PAY-04: the account is one of the parties' and covers what is due (S3-043, CDS12125).

    An account the list does not know is remarked by the assessment.
    """
    kept = case.declaration
    code, place = kept.payment_account, Place("payment_account")
    owner = case.fact(ACCOUNTS, code, "company")
    if owner and owner not in (
        kept.consignee_code,
        kept.exporter_code,
        kept.payer_code,
        kept.declarant_code,
    ):
        yield case.finding("PAY-04.owner", place, v=code, v2=owner)
        return
    left = case.register.accounts.get(code) if code else None
    if left is not None and left < case.note.total:
        decimals = case.note.decimals
        due = show_number(case.note.total, decimals)
        yield case.finding("PAY-04.balance", place, v=code, v1=due, v2=show_number(left, decimals))


def _is_company(case: Case, code: str) -> bool:
    """Tell whether a code is in the list; where there is none, whether it has the right form."""
    if case.knows(COMPANIES):
        return case.entry(COMPANIES, code) is not None
    pattern = case.profile.tin_pattern
    return not pattern or re.fullmatch(pattern, code) is not None


def _licensed_until(case: Case, code: str) -> date | None:
    text = case.fact(COMPANIES, code, "licence_until")
    return date.fromisoformat(text) if text else None


def _shown(day: date) -> str:
    return day.strftime("%d/%m/%Y")


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "H-04": exporter_name,
        "H-05": company_codes,
        "H-06": same_party,
        "H-07": consignee_papers,
        "H-08": declarant,
        "H-09": payer,
        "PAY-04": account,
    }
)
