"""Rules of delivery, transport, location and bank: boxes 18 to 30 (RULES, section H)."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sad_desktop.declaration.draft import Place
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

WITHOUT_MEANS = frozenset({"5", "7"})
"""Modes of transport that no ship, aircraft or vehicle is named for: mail, pipelines."""


def delivery(case: Case) -> Iterator[Finding]:
    """H-14: the terms of delivery are in the list, and their place is named (S3-034)."""
    terms = case.declaration.delivery_terms
    if case.is_unknown("incoterms", terms):
        yield case.finding("H-14", Place("delivery_terms"), v=terms)
    elif not terms and not case.is_neutral:
        yield case.finding("H-14.missing", Place("delivery_terms"))
    elif not case.declaration.delivery_place and not case.is_neutral:
        yield case.finding("H-14.missing", Place("delivery_place"))


def border_mode(case: Case) -> Iterator[Finding]:
    """H-15: the mode of transport at the border is chosen (S3-039)."""
    mode = case.declaration.border_mode
    if case.is_unknown("modes", mode) or (not mode and not case.is_neutral):
        yield case.finding("H-15", Place("border_mode"))


def office_and_mode(case: Case) -> Iterator[Finding]:
    """H-16: the office of entry or exit takes goods of this mode (ASYCUDA manual, 3.7)."""
    kept = case.declaration
    office = kept.border_office or kept.office_code
    accepted = case.fact("offices", office, "modes").split()
    if accepted and kept.border_mode and kept.border_mode not in accepted:
        yield case.finding("H-16", Place("border_mode"), v1=office, v2=kept.border_mode)


def means_of_transport(case: Case) -> Iterator[Finding]:
    """H-17: boxes 18 and 21 name the means of transport and its nationality (S3-031, S3-035)."""
    if case.is_neutral or case.declaration.border_mode in WITHOUT_MEANS:
        return
    for stem in ("arrival", "border"):
        for part in ("identity", "nationality"):
            name = f"{stem}_{part}"
            if not getattr(case.declaration, name):
                box = "18" if stem == "arrival" else "21"
                yield case.finding("H-17", Place(name), box=box)
                break


def location(case: Case) -> Iterator[Finding]:
    """H-18: the location of the goods is one of the office's (S3-042, CDS12099)."""
    value, place = case.declaration.goods_location, Place("goods_location")
    if not value:
        if not case.is_neutral:
            yield case.finding("H-18.missing", place)
        return
    offices = (case.declaration.office_code, case.declaration.border_office)
    own = case.fact("locations", value, "office")
    if case.is_unknown("locations", value) or (own and own not in offices):
        yield case.finding("H-18", place, v=value, office=offices[0])


def bank(case: Case) -> Iterator[Finding]:
    """H-19: the bank's code and name are both keyed and belong together."""
    code, name = case.declaration.bank_code, case.declaration.bank_name
    if not code and not name:
        return
    wants_both = not case.is_neutral
    entry = case.entry("banks", code)
    is_other_name = entry is not None and name not in (entry.en, entry.ar)
    if case.is_unknown("banks", code) or (wants_both and not code):
        yield case.finding("H-19", Place("bank_code"))
    elif is_other_name or (wants_both and not name):
        yield case.finding("H-19", Place("bank_name"))


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "H-14": delivery,
        "H-15": border_mode,
        "H-16": office_and_mode,
        "H-17": means_of_transport,
        "H-18": location,
        "H-19": bank,
    }
)
