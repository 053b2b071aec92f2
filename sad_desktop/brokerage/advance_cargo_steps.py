"""What may happen to a dossier, and what it is afterwards: requests, answers, shipment, extension.

Sources: FEATURES S2-007, S2-010, S2-014 to S2-018, S2-023, S2-040; guide 002.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from sad_desktop.brokerage.advance_cargo import Dossier, Mark, Past, State, plain_acid
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw
from sad_desktop.brokerage.advance_cargo_terms import (
    appeal_until,
    versions_cancelled,
    versions_with,
)
from sad_desktop.text import QT_TRANSLATE_NOOP


class Step(StrEnum):
    """Something that is done with a dossier, or that customs answered."""

    REQUEST = "request"
    WITHDRAW = "withdraw"
    ACCEPT = "accept"
    REJECT = "reject"
    APPEAL = "appeal"
    REVISE = "revise"
    SHIP = "ship"
    EXTEND = "extend"
    CANCEL = "cancel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A step with the moment it was taken at the desk, and what customs said.

    ``on`` is the day customs did it, ``at`` the moment in the desk's zone.
    """

    step: Step
    at: datetime
    on: date
    acid: str = ""
    reason: str = ""


NO_ACID = QT_TRANSLATE_NOOP("UserError", "ACID must contain exactly {count} digits.")
NOT_NOW = QT_TRANSLATE_NOOP(
    "UserError", "This cannot be done with the dossier as it stands. Look at its state again."
)
NO_REASON = QT_TRANSLATE_NOOP("UserError", "Key what customs gave as the reason.")
NO_APPROVAL = QT_TRANSLATE_NOOP(
    "UserError", "Key the approval of the minister: an ACID is extended with it only."
)
AFTER_SHIPMENT = QT_TRANSLATE_NOOP("UserError", "ACID cannot be requested after shipment.")
TOO_LATE = QT_TRANSLATE_NOOP("UserError", "The time limit for an appeal ended on {date}.")
BEFORE_REQUEST = QT_TRANSLATE_NOOP(
    "UserError", "{date} is before the day of the request. Correct the day."
)
LACKING = QT_TRANSLATE_NOOP("UserError", "For the request, key first: {fields}.")
IN_FUTURE = QT_TRANSLATE_NOOP("UserError", "{date} has not come yet. Correct the day.")
NOT_THIS_ACID = QT_TRANSLATE_NOOP(
    "UserError",
    "An amended ACID keeps its digits and gets the letter M. Key {acid}, or begin a new dossier.",
)

NEEDED = (
    *("importer_code", "importer_name"),
    *("exporter_country", "exporter_registration", "exporter_name", "exporter_kind"),
    *("exporter_address", "exporter_email", "export_country", "loading_port"),
)
"""What a request must say of parties and ports (S2-005, S2-006); goods and invoice besides."""


def steps_open(dossier: Dossier) -> frozenset[Step]:
    """Return what may be done with a dossier as it stands (S2-018, S2-023)."""
    if dossier.replaced_by:
        return frozenset()
    own = set(_STEPS[dossier.state])
    if dossier.state is State.ACCEPTED:
        if dossier.shipped_on is not None:
            own -= {Step.REQUEST, Step.SHIP, Step.CANCEL}
        if dossier.extended_on is not None:
            own.discard(Step.EXTEND)
    if dossier.state is State.REJECTED:
        own -= {Step.ACCEPT} if dossier.appealed_on is None else {Step.APPEAL}
    return frozenset(own)


def fault_of(
    dossier: Dossier, event: Event, law: AdvanceCargoLaw
) -> tuple[str, Mapping[str, object]] | None:
    """Return why a step cannot be taken, as a text of ``UserError`` with its values; else None.

    ``NOT_NOW`` for a step that ``steps_open`` does not name. ``LACKING`` has field names, to be
    spoken by their titles.
    """
    if event.step not in steps_open(dossier):
        return NOT_NOW, {}
    if event.on > event.at.date():
        return IN_FUTURE, {"date": _shown(event.on)}
    match event.step:
        case Step.REQUEST:
            return _fault_of_request(dossier, event)
        case Step.ACCEPT:
            return _fault_of_acid(dossier, event, law) or _fault_of_day(dossier, event)
        case Step.REJECT if not event.reason.strip():
            return NO_REASON, {}
        case Step.REJECT:
            return _fault_of_day(dossier, event)
        case Step.EXTEND if not event.reason.strip():
            return NO_APPROVAL, {}
        case Step.APPEAL:
            last = appeal_until(dossier, law)
            if last is not None and event.on > last:
                return TOO_LATE, {"date": _shown(last)}
    return None


def recorded(dossier: Dossier, event: Event, by: str) -> Dossier:
    """Return a dossier after a step that has no fault, with the step in its history."""
    said = " ".join(event.acid.split()) or event.reason.strip()
    past = Past(step=str(event.step), at=event.at, by=by, on=event.on, said=said)
    return replace(taken(dossier, event), history=(*dossier.history, past))


def taken(dossier: Dossier, event: Event) -> Dossier:
    """Return a dossier after a step that has no fault."""
    match event.step:
        case Step.REQUEST:
            return replace(
                dossier,
                state=State.REQUESTED,
                requested_at=_filed_at(event),
                answered_on=None,
                appealed_on=None,
                reason="",
            )
        case Step.WITHDRAW:
            has_number = dossier.acid is not None and dossier.acid.mark is not Mark.CANCELLED
            return replace(dossier, state=State.ACCEPTED if has_number else State.DRAFT)
        case Step.ACCEPT:
            return _accepted(dossier, event)
        case Step.REJECT:
            return replace(
                dossier,
                state=State.REJECTED,
                acids=versions_cancelled(dossier.acids),
                answered_on=event.on,
                reason=event.reason.strip(),
            )
        case Step.APPEAL:
            return replace(dossier, appealed_on=event.on)
        case Step.REVISE:
            return replace(dossier, state=State.DRAFT, requested_at=None)
        case Step.SHIP:
            return replace(dossier, shipped_on=event.on)
        case Step.EXTEND:
            return replace(dossier, extended_on=event.on, approval=event.reason.strip())
        case Step.CANCEL:
            return replace(
                dossier,
                state=State.CANCELLED,
                acids=versions_cancelled(dossier.acids),
                reason=event.reason.strip(),
            )


def lacking(dossier: Dossier) -> tuple[str, ...]:
    """Return the fields a request still lacks, by their names; goods need a line and a heading."""
    empty = [name for name in NEEDED if not getattr(dossier, name)]
    if not dossier.invoices or not dossier.invoices[0].number:
        empty.append("invoices.number")
    if not dossier.lines or not all(line.heading for line in dossier.lines):
        empty.append("lines.heading")
    return tuple(empty)


def _filed_at(event: Event) -> datetime:
    """Return when a request was filed: one noted later keeps its own day, at the same hour."""
    return datetime.combine(event.on, event.at.timetz())


def _accepted(dossier: Dossier, event: Event) -> Dossier:
    digits, _letter = plain_acid(event.acid)
    former = dossier.acid
    is_same = former is not None and former.digits == digits
    return replace(
        dossier,
        state=State.ACCEPTED,
        acids=versions_with(dossier.acids, digits, event.on),
        answered_on=event.on,
        reason="",
        extended_on=dossier.extended_on if is_same else None,
        approval=dossier.approval if is_same else "",
    )


def _fault_of_request(dossier: Dossier, event: Event) -> tuple[str, Mapping[str, object]] | None:
    """ACI-06 comes first: nothing that could be keyed would help."""
    is_shipped = dossier.ships_on is not None and event.on > dossier.ships_on
    if is_shipped or dossier.shipped_on is not None:
        return AFTER_SHIPMENT, {}
    empty = lacking(dossier)
    return (LACKING, {"fields": empty}) if empty else None


def _fault_of_acid(
    dossier: Dossier, event: Event, law: AdvanceCargoLaw
) -> tuple[str, Mapping[str, object]] | None:
    digits, letter = plain_acid(event.acid)
    count = law.terms_on(event.on).digits
    if len(digits) != count or letter not in ("", Mark.AMENDED):
        return NO_ACID, {"count": count}
    current = dossier.acid
    is_kept = current is not None and current.mark is not Mark.CANCELLED
    if current is not None and is_kept and current.digits != digits:
        return NOT_THIS_ACID, {"acid": current.digits}
    return None


def _fault_of_day(dossier: Dossier, event: Event) -> tuple[str, Mapping[str, object]] | None:
    asked = dossier.requested_at
    if asked is not None and event.on < asked.astimezone(event.at.tzinfo).date():
        return BEFORE_REQUEST, {"date": _shown(event.on)}
    return None


def _shown(day: date) -> str:
    return day.strftime("%d/%m/%Y")


_STEPS: Mapping[State, frozenset[Step]] = MappingProxyType(
    {
        State.DRAFT: frozenset({Step.REQUEST}),
        State.REQUESTED: frozenset({Step.WITHDRAW, Step.ACCEPT, Step.REJECT}),
        State.ACCEPTED: frozenset({Step.REQUEST, Step.SHIP, Step.EXTEND, Step.CANCEL}),
        State.REJECTED: frozenset({Step.APPEAL, Step.ACCEPT, Step.REVISE}),
        State.CANCELLED: frozenset(),
    }
)
