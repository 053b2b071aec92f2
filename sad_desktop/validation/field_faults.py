"""The faults one field has by itself, cheap enough to ask whenever a field is left."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from sad_desktop.brokerage.register import EMPTY_REGISTER, Register
from sad_desktop.declaration.draft import Draft, Place, Rows
from sad_desktop.declaration.model import COSTS
from sad_desktop.declaration.values import is_empty
from sad_desktop.tariff.book import TariffBook
from sad_desktop.validation.case import Case
from sad_desktop.validation.check import RULES, in_order, judged
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rejected import converted_digits
from sad_desktop.validation.rule import Rule
from sad_desktop.valuation.note import AssessmentNote, CostAmount

OWN = (
    *("F-01", "F-03", "H-01", "H-02", "H-03", "H-05", "H-06", "H-07", "H-08", "H-11", "H-12"),
    *("H-13", "H-14", "H-15", "H-16", "H-18", "H-19", "H-22", "W-01", "W-02", "W-03", "W-06"),
    *("W-08", "W-10", "W-11", "V-02", "V-12", "V-13", "T-02", "T-03", "T-05", "T-08", "T-09"),
    *("T-10", "P-01", "P-02", "P-03", "P-07", "P-08", "P-10", "M-01", "M-02", "C-01", "C-04"),
    *("D-03", "D-04", "D-08", "X-07"),
)
"""Rules that look at a field and its neighbours, never at all items or the assessment."""

_RULES: Mapping[str, Rule] = MappingProxyType({name: RULES[name] for name in OWN})
_ZERO = Decimal(0)
_NOTHING = CostAmount(foreign=_ZERO, currency="", rate=_ZERO, national=_ZERO)


def field_faults(
    draft: Draft,
    place: Place,
    book: TariffBook,
    on: date,
    *,
    typed: str = "",
    register: Register = EMPTY_REGISTER,
) -> tuple[Finding, ...]:
    """Return what is wrong with one field as it stands; an empty one is not judged yet.

    ``typed`` is what was keyed, for telling that its digits were converted. Other items are
    not looked at, nor is the assessment.
    """
    only = place.item
    if place.rows is Rows.CONTAINERS:
        only = draft.declaration.containers[place.row].item_key
    case = Case(
        draft=draft, note=_no_note(book, on), book=book, on=on, register=register, only=only
    )
    told = list(converted_digits(case, place, typed))
    if place in draft.rejected or not is_empty(draft.value(place)):
        told += (one for one in judged(case, _RULES) if one.place == place)
    return in_order(told)


def _no_note(book: TariffBook, on: date) -> AssessmentNote:
    profile = book.profile
    return AssessmentNote(
        profile=profile.code,
        on=on,
        currency=profile.currency,
        decimals=profile.decimals,
        invoice=_NOTHING,
        costs=dict.fromkeys(COSTS, _NOTHING),
        total_costs=_ZERO,
        cif=_ZERO,
        items=(),
        taxes_by_code={},
        item_taxes=_ZERO,
        global_taxes=(),
        fees=_ZERO,
        guarantee=_ZERO,
        total=_ZERO,
        payment_mode="",
    )
