"""The clock of a dossier: until when its ACID is good, and what has to be done next by when."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from sad_desktop.brokerage.advance_cargo import Acid, Dossier, Mark, State, plain_acid
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw, months_after


class Due(StrEnum):
    """What has a time limit."""

    FILE = "file"
    ANSWER = "answer"
    APPEAL = "appeal"
    EXPIRY = "expiry"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time limit; ``at`` is its last moment, or the end of its last day."""

    due: Due
    at: datetime


def valid_until(dossier: Dossier, law: AdvanceCargoLaw) -> date | None:
    """Return the last day the ACID is good (S2-010); None while there is none.

    Months are reckoned from the day the number was first given, so that an extension begins
    where the first period ends, whatever the lengths of the months between.
    """
    if not dossier.acids:
        return None
    issued = _issued_on(dossier.acids)
    terms = law.terms_on(issued)
    months = terms.validity_months
    if dossier.extended_on is not None:
        months += terms.extension_months
    return months_after(issued, months)


def days_left(dossier: Dossier, law: AdvanceCargoLaw, on: date) -> int | None:
    """Return how many days after a day the ACID is still good; below zero when it expired."""
    last = valid_until(dossier, law)
    return None if last is None else (last - on).days


def file_by(dossier: Dossier, law: AdvanceCargoLaw, now: datetime) -> datetime | None:
    """Return the moment until which data are to be filed before shipment (S2-002).

    The ship may leave as soon as its day begins, where the desk stands: the zone of ``now``.
    """
    if dossier.ships_on is None:
        return None
    hours = law.terms_on(dossier.ships_on).hours_before_shipment
    begins = datetime.combine(dossier.ships_on, time.min, tzinfo=now.tzinfo)
    return begins - timedelta(hours=hours)


def next_deadline(dossier: Dossier, law: AdvanceCargoLaw, now: datetime) -> Deadline | None:
    """Return what is due next, also when it is overdue; None where nothing is."""
    zone = now.tzinfo
    match dossier.state:
        case State.DRAFT:
            at = file_by(dossier, law, now)
            return None if at is None else Deadline(due=Due.FILE, at=at)
        case State.REQUESTED if dossier.requested_at is not None:
            hours = law.terms_on(dossier.requested_at.date()).hours_to_answer
            answer = dossier.requested_at + timedelta(hours=hours)
            return Deadline(due=Due.ANSWER, at=answer.astimezone(zone))
        case State.REJECTED if dossier.answered_on is not None and dossier.appealed_on is None:
            return Deadline(due=Due.APPEAL, at=_end_of(appeal_until(dossier, law), zone))
        case State.ACCEPTED if not dossier.replaced_by:
            return Deadline(due=Due.EXPIRY, at=_end_of(valid_until(dossier, law), zone))
    return None


def appeal_until(dossier: Dossier, law: AdvanceCargoLaw) -> date | None:
    """Return the last day for an appeal against a rejection (S2-040)."""
    if dossier.answered_on is None:
        return None
    days = law.terms_on(dossier.answered_on).appeal_working_days
    return law.working_days.after(dossier.answered_on, days)


def standing(dossier: Dossier, written: str) -> Mark:
    """Return with which letter an ACID as written stands among the versions of a dossier.

    The current number stands as ``NONE``; that of a dossier another one replaced is old. Once it
    was amended, it is the one with M: written without, it is the old one (S2-017).
    """
    digits, letter = plain_acid(written)
    current = dossier.acid
    if letter in (Mark.OLD, Mark.CANCELLED):
        return Mark(letter)
    if current is None:
        return Mark.NONE
    if current.mark is Mark.CANCELLED:
        return Mark.CANCELLED
    if dossier.replaced_by or digits != current.digits or letter != current.mark:
        return Mark.OLD
    return Mark.NONE


def versions_with(acids: tuple[Acid, ...], digits: str, on: date) -> tuple[Acid, ...]:
    """Return the versions after customs gave a number: a first one, or the same one amended."""
    is_amended = bool(acids) and acids[-1].digits == digits
    mark = Mark.AMENDED if is_amended else Mark.NONE
    former = tuple(one if one.mark is Mark.CANCELLED else _marked(one, Mark.OLD) for one in acids)
    return (*former, Acid(digits=digits, mark=mark, noted_on=on))


def versions_cancelled(acids: tuple[Acid, ...]) -> tuple[Acid, ...]:
    """Return the versions after customs rejected the shipment: the last one is marked C."""
    return (*acids[:-1], *(_marked(one, Mark.CANCELLED) for one in acids[-1:]))


def _marked(acid: Acid, mark: Mark) -> Acid:
    return Acid(digits=acid.digits, mark=mark, noted_on=acid.noted_on)


def _issued_on(acids: tuple[Acid, ...]) -> date:
    """Return the day the digits of the current version were first given."""
    return next(one.noted_on for one in acids if one.digits == acids[-1].digits)


def _end_of(day: date | None, zone: tzinfo | None) -> datetime:
    assert day is not None  # noqa: S101 - asked for where there is a day
    return datetime.combine(day, time.max, tzinfo=zone)
