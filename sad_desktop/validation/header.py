"""Rules of the general segment: model, reference, office, countries, dates (RULES, section H)."""

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from types import MappingProxyType

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.tariff.behaviour_circumstances import Flow
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

OFFICES = ("office_code", "border_office")
COUNTRIES = (
    "consignment_country",
    "trading_country",
    "export_country",
    "destination_country",
    "arrival_nationality",
    "border_nationality",
    "transit_destination_country",
)
REQUIRED_COUNTRIES = ("export_country", "destination_country")
WITH_CERTIFICATE, WITHOUT_CERTIFICATE = "1", "0"


def declaration_model(case: Case) -> Iterator[Finding]:
    """H-01: box 1 holds a model of the reference list in force (CDS12052)."""
    kept = case.declaration
    model = kept.declaration_type + kept.general_procedure
    if not model or case.is_unknown("models", model):
        yield case.finding("H-01", Place("declaration_type"))


def reference_number(case: Case) -> Iterator[Finding]:
    """H-02: the reference follows the profile's pattern (S3-021)."""
    profile = case.profile
    place = Place("reference_number")
    value = case.declaration.reference_number
    if not profile.reference_pattern:
        return
    if not re.fullmatch(profile.reference_pattern, value):
        yield case.finding("H-02", place, v=value, example=profile.reference_example)


def reference_used(case: Case) -> Iterator[Finding]:
    """H-03: declarant, year and reference number name one declaration only (CDS12003)."""
    kept = case.declaration
    year = kept.reference_year
    if year is None or not kept.reference_number:
        return
    other = case.register.references.get((kept.declarant_code, year, kept.reference_number))
    if other is not None:
        place = Place("reference_number")
        yield case.finding(
            "H-03",
            place,
            cases=(other,),
            v=kept.reference_number,
            year=year,
            id=other.title,
        )


def item_count(case: Case) -> Iterator[Finding]:
    """H-10: there are items, as many as the file that was read says (CDS11003).

    Box 5 is counted; only a file whose items are all still here can contradict it.
    """
    items, place = case.declaration.items, Place("item_count")
    if not items:
        yield case.finding("H-10.none", place)
        return
    declared, source = case.draft.declared, case.draft.source
    if declared is None or source is None:
        return
    said = declared.header.item_count
    if said is None or tuple(item.key for item in items) != source.keys:
        return
    if said != len(items):
        yield case.finding("H-10", place, v1=said, v2=len(items))


def offices(case: Case) -> Iterator[Finding]:
    """H-11: box A names an office, and the offices of A and 29 are in the list."""
    if not case.declaration.office_code and not case.is_neutral:
        yield case.finding("H-11.missing", Place("office_code"))
    for name in OFFICES:
        value = getattr(case.declaration, name)
        if case.is_unknown("offices", value):
            place = Place(name)
            yield case.finding("H-11", place, box=place.definition().box, v=value)


def countries(case: Case) -> Iterator[Finding]:
    """H-12: country codes are those of ISO 3166; dispatch, destination and origin are keyed."""
    for name in COUNTRIES:
        value = getattr(case.declaration, name)
        place = Place(name)
        if case.is_unknown("countries", value):
            yield case.finding("H-12", place, box=place.definition().box, v=value)
        elif not value and name in REQUIRED_COUNTRIES and not case.is_neutral:
            yield case.finding("H-12.missing", place, box=place.definition().box)
    unknown = case.unknown_values("countries", "origin_country")
    for one in case.items:
        value = one.item.origin_country
        if not value and not case.is_neutral:
            yield case.finding("H-12.missing", one.place("origin_country"), box="34")
        elif value in unknown:
            yield case.finding("H-12", one.place("origin_country"), box="34", v=value)


def unusual_countries(case: Case) -> Iterator[Finding]:
    """H-13: imports come from abroad to the home country, exports leave it (CDS12095)."""
    home, kept = case.profile.country, case.declaration
    if not home or case.flow not in (Flow.IMPORT, Flow.EXPORT):
        return
    ends_at_home, comes_from_home = case.flow is Flow.IMPORT, case.flow is Flow.EXPORT
    model = kept.declaration_type + kept.general_procedure
    for name, is_home_usual in (
        ("export_country", comes_from_home),
        ("destination_country", ends_at_home),
    ):
        value = getattr(kept, name)
        if value and (value == home) is not is_home_usual:
            place = Place(name)
            yield case.finding("H-13", place, box=place.definition().box, v=value, model=model)


def no_certificate(case: Case) -> Iterator[Finding]:
    """H-20: without a certificate of origin the profile's fee is charged (S3-026)."""
    if case.declaration.certificate_of_origin != WITHOUT_CERTIFICATE:
        return
    code = case.flag("certificate_of_origin_tax", "COO")
    fee = next((line for line in case.note.global_taxes if line.code == code), None)
    if fee is not None:
        shown = f"{show_number(fee.amount, case.note.decimals)} {case.note.currency}".strip()
        yield case.finding("H-20", Place("certificate_of_origin"), fee=shown)


def certificate_attached(case: Case) -> Iterator[Finding]:
    """H-21: box 13 and the attached documents agree on the certificate of origin (S3-026).

    Judged where the profile's flag ``certificate_of_origin`` is "keyed"; ``origin_documents``
    lists the codes of the certificates.
    """
    if case.flag("certificate_of_origin") != "keyed" or case.flow is not Flow.IMPORT:
        return
    proofs = frozenset(case.flag("origin_documents", "861 862 864 865 954").split())
    attached = any(row.document_code in proofs for one in case.items for row in one.item.documents)
    said = case.declaration.certificate_of_origin
    if said not in (WITH_CERTIFICATE, WITHOUT_CERTIFICATE):
        return
    if (said == WITH_CERTIFICATE) is not attached:
        yield case.finding("H-21", Place("certificate_of_origin"), v=said)


def declaration_date(case: Case) -> Iterator[Finding]:
    """H-22: the day of the declaration is neither to come nor too long ago (CDS12016).

    The flag ``declaration_age_days`` says how old it may be while it is still a draft.
    """
    day = case.declaration.declaration_day
    today = case.register.today or case.on
    if day is None or not case.draft.status.is_editable:
        return
    oldest = case.flag("declaration_age_days")
    is_old = bool(oldest) and day < today - timedelta(days=int(oldest))
    if day > max(today, case.on) or is_old:
        yield case.finding("H-22", Place("declaration_day"), v=day.strftime("%d/%m/%Y"))


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "H-01": declaration_model,
        "H-02": reference_number,
        "H-03": reference_used,
        "H-10": item_count,
        "H-11": offices,
        "H-12": countries,
        "H-13": unusual_countries,
        "H-20": no_certificate,
        "H-21": certificate_attached,
        "H-22": declaration_date,
    }
)
