"""Rules of masses, packages and descriptions: boxes 6, 31, 35, 38 (RULES, section W)."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import show_number
from sad_desktop.tariff.behaviour_circumstances import BY_WEIGHT
from sad_desktop.tariff.lookup import words
from sad_desktop.validation.case import Case, ItemCase
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

ZERO = Decimal(0)
SHORTEST_DESCRIPTION = 5
VAGUE = frozenset(
    words(
        "accessories article articles assorted cargo commodities commodity effects equipment gift "
        "gifts goods item items material materials merchandise miscellaneous mixed other parts "
        "product products sample samples spare sundry things various "
        "أخرى أصناف أغراض أمتعة بضائع بضاعة سلع عينات غيار قطع متنوعة متنوع مختلفة مستلزمات "
        "منتجات منوعة مواد هدايا هدية"
    )
)
"""Words that say nothing of the goods, folded as words are compared (EU guidelines, box 31)."""

_LETTER = re.compile(r"[^\W\d_]")


def net_above_gross(case: Case) -> Iterator[Finding]:
    """W-01: the net mass is not above the gross mass (CDS11006)."""
    for one in case.items:
        gross, net = one.item.gross_mass, one.item.net_mass
        if gross and net and net > gross > ZERO and _is_weighed(case, one):
            place = one.place("net_mass")
            yield case.finding("W-01", place, v1=show_number(gross), v2=show_number(net))


def net_equals_gross(case: Case) -> Iterator[Finding]:
    """W-02: packed goods weigh more than the goods alone (CDS11006, strict)."""
    for one in case.items:
        item = one.item
        if not item.net_mass or item.net_mass != item.gross_mass or one.is_bulk:
            continue
        if item.package_kind and _is_weighed(case, one):
            yield case.finding("W-02", one.place("net_mass"))


def masses(case: Case) -> Iterator[Finding]:
    """W-03: both masses are keyed and above zero (CDS12123)."""
    for one in case.items:
        gross, net = one.item.gross_mass, one.item.net_mass
        if gross and net and gross > ZERO and net > ZERO:
            continue
        if _is_weighed(case, one):
            name = "net_mass" if gross and gross > ZERO else "gross_mass"
            yield case.finding("W-03", one.place(name))


def package_total(case: Case) -> Iterator[Finding]:
    """W-04: the packages of a file's items add up to its box 6 (S3-020).

    Box 6 is added up; only a file whose packages were not changed since can contradict it.
    """
    declared, read = case.draft.declared, case.register.as_read
    if declared is None or read is None or declared.header.package_count is None:
        return
    own = [item.package_count for item in case.declaration.items]
    if own != [item.package_count for item in read.items]:
        return
    total = sum((count for count in own if count is not None), ZERO)
    said = declared.header.package_count
    if total != said:
        yield case.finding(
            "W-04", Place("package_count"), v1=show_number(total), v2=show_number(said)
        )


def no_packages(case: Case) -> Iterator[Finding]:
    """W-05: goods that are not in bulk come in at least one package (CDS12058)."""
    if case.is_neutral:
        return
    for one in case.items:
        if not one.item.package_count and not one.is_bulk:
            yield case.finding("W-05", one.place("package_count"))


def bulk_packages(case: Case) -> Iterator[Finding]:
    """W-06: goods in bulk are not counted in packages (S3-052)."""
    for one in case.items:
        if one.is_bulk and one.item.package_count:
            yield case.finding("W-06", one.place("package_count"))


def mass_of_note(case: Case) -> Iterator[Finding]:
    """W-07: costs are divided by the weight the items have together (S3-097)."""
    said = case.declaration.total_gross_mass
    if case.declaration.apportionment != BY_WEIGHT or said is None:
        return
    total = sum((item.gross_mass or ZERO for item in case.declaration.items), ZERO)
    if total != said:
        yield case.finding(
            "W-07", Place("total_gross_mass"), v1=show_number(total), v2=show_number(said)
        )


def package_fractions(case: Case) -> Iterator[Finding]:
    """W-08: packages are shared by items in steps the country allows (flag ``package_step``)."""
    step = case.number_flag("package_step", "0.01")
    for one in case.items:
        count = one.item.package_count
        if count and count % step:
            yield case.finding("W-08", one.place("package_count"), v=show_number(count))


def marks(case: Case) -> Iterator[Finding]:
    """W-09: packed goods bear marks and numbers (S3-051)."""
    if case.is_neutral:
        return
    for one in case.items:
        if not one.item.marks_1 and not one.item.marks_2 and not one.is_bulk:
            yield case.finding("W-09", one.place("marks_1"))


def vague_description(case: Case) -> Iterator[Finding]:
    """W-10: the description says what the goods are (EU guidelines, box 31)."""
    if case.is_neutral:
        return
    for one in case.items:
        if one.item.commercial_description and is_vague(one.item.commercial_description):
            yield case.finding("W-10", one.place("commercial_description"))


def long_description(case: Case) -> Iterator[Finding]:
    """W-11: the description fits the target system (flag ``description_length``)."""
    limit = int(case.flag("description_length", "0"))
    if not limit:
        return
    for one in case.items:
        length = len(one.item.commercial_description)
        if length > limit:
            place = one.place("commercial_description")
            yield case.finding("W-11", place, v1=length, v2=limit)


def is_vague(description: str) -> bool:
    """Tell whether a description has fewer than five letters, or only words that say nothing."""
    beginning = description.replace(" ", "")[:SHORTEST_DESCRIPTION]
    says_enough = len(beginning) == SHORTEST_DESCRIPTION and beginning.isalpha()
    if not says_enough and len(_LETTER.findall(description)) < SHORTEST_DESCRIPTION:
        return True
    if description.count(" ") >= _MOST_VAGUE_WORDS:
        return False
    return VAGUE.issuperset(words(description))


_MOST_VAGUE_WORDS = 4


def _is_weighed(case: Case, one: ItemCase) -> bool:
    return case.is_readable(one.place("gross_mass"), one.place("net_mass"))


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "W-01": net_above_gross,
        "W-02": net_equals_gross,
        "W-03": masses,
        "W-04": package_total,
        "W-05": no_packages,
        "W-06": bulk_packages,
        "W-07": mass_of_note,
        "W-08": package_fractions,
        "W-09": marks,
        "W-10": vague_description,
        "W-11": long_description,
    }
)
