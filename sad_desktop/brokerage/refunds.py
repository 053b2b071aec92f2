"""Duties given back when goods leave again: which declarations still qualify (guide 004, 0400)."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from sad_desktop.tariff.regime_law import RefundTerms


class RefundBar(StrEnum):
    """Why nothing is given back."""

    NO_DUTY = "no duty"
    TOO_LITTLE = "too little"
    TOO_LATE_TO_LEAVE = "too late to leave"
    TOO_LATE_TO_CLAIM = "too late to claim"


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidImport:
    """A paid import for home use; ``value`` and ``duties`` are in national currency.

    ``in_currency`` is the value in the currency of the law, None where its rate is not known;
    ``left_on`` the day of the last re-export of its goods, None while none left.
    """

    paid_on: date
    duties: Decimal
    value: Decimal
    in_currency: Decimal | None = None
    left_on: date | None = None


def leaves_by(one: PaidImport, terms: RefundTerms) -> date:
    """Return the last day goods may be re-exported on."""
    return one.paid_on + timedelta(days=terms.re_export_days)


def claimed_by(one: PaidImport, terms: RefundTerms) -> date | None:
    """Return the last day of a claim, None while the goods have not left."""
    return None if one.left_on is None else one.left_on + timedelta(days=terms.claim_days)


def bars(one: PaidImport, terms: RefundTerms, today: date) -> tuple[RefundBar, ...]:
    """Return why duties are not given back, none where they still can be.

    The law looks at the value of what is re-exported; it is judged here by the whole.
    """
    claim = claimed_by(one, terms)
    faults = (
        (RefundBar.NO_DUTY, one.duties <= 0),
        (RefundBar.TOO_LITTLE, one.in_currency is not None and one.in_currency < terms.least_value),
        (RefundBar.TOO_LATE_TO_LEAVE, (one.left_on or today) > leaves_by(one, terms)),
        (RefundBar.TOO_LATE_TO_CLAIM, claim is not None and today > claim),
    )
    return tuple(bar for bar, holds in faults if holds)
