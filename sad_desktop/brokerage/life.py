"""The life of a declaration: which step is open at which status, and where it leads."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from sad_desktop.brokerage.history import Operation
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.fields import Level, definitions
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP


class Step(StrEnum):
    """What is done to a stored declaration as a whole; each is recorded in its history."""

    REGISTER = "register"
    ASSESS = "assess"
    PAY = "pay"
    RELEASE = "release"
    CANCEL = "cancel"
    AMEND = "amend"
    RESTORE = "restore"
    """Give an amendment up: the declaration stands again as it stood before."""


MOVES: Mapping[Step, Mapping[Status, Status]] = MappingProxyType(
    {
        Step.REGISTER: {Status.STORED: Status.REGISTERED, Status.AMENDED: Status.REGISTERED},
        Step.ASSESS: {Status.REGISTERED: Status.ASSESSED},
        Step.PAY: {Status.ASSESSED: Status.PAID},
        Step.RELEASE: {Status.PAID: Status.RELEASED, Status.ASSESSED: Status.RELEASED},
        Step.CANCEL: dict.fromkeys(
            (Status.REGISTERED, Status.ASSESSED, Status.PAID, Status.AMENDED), Status.CANCELLED
        ),
        Step.AMEND: dict.fromkeys(
            (Status.REGISTERED, Status.ASSESSED, Status.PAID, Status.RELEASED), Status.AMENDED
        ),
        # Restoring leads back to where the amendment began, which the history knows.
        Step.RESTORE: {Status.AMENDED: Status.REGISTERED},
    }
)
"""Where each step leads from each status it is open at (issue: S3-079, S3-080)."""

HOLDING = frozenset({Status.ASSESSED, Status.PAID, Status.RELEASED})
"""Statuses at which the ledgers hold what the declaration takes and enters."""

_CLOSED: Mapping[Step, str] = MappingProxyType(
    {
        Step.REGISTER: QT_TRANSLATE_NOOP(
            "UserError", "Only a stored declaration is registered: store it first."
        ),
        Step.ASSESS: QT_TRANSLATE_NOOP(
            "UserError", "Only a registered declaration is assessed: register it first."
        ),
        Step.PAY: QT_TRANSLATE_NOOP(
            "UserError", "Only an assessed declaration is paid: assess it first."
        ),
        Step.RELEASE: QT_TRANSLATE_NOOP(
            "UserError", "Only a paid declaration, or one that owes nothing, is released."
        ),
        Step.CANCEL: QT_TRANSLATE_NOOP(
            "UserError", "Only a registered declaration whose goods are not released is cancelled."
        ),
        Step.AMEND: QT_TRANSLATE_NOOP(
            "UserError", "Only a registered declaration is amended; this one may still be keyed."
        ),
        Step.RESTORE: QT_TRANSLATE_NOOP("UserError", "Only an amendment is given up."),
    }
)
_BEHIND: Mapping[Status, str] = MappingProxyType(
    {
        Status.REGISTERED: QT_TRANSLATE_NOOP("UserError", "The declaration is registered already."),
        Status.ASSESSED: QT_TRANSLATE_NOOP("UserError", "The declaration is assessed already."),
        Status.PAID: QT_TRANSLATE_NOOP("UserError", "The declaration is paid already."),
        Status.RELEASED: QT_TRANSLATE_NOOP("UserError", "The goods are released already."),
        Status.CANCELLED: QT_TRANSLATE_NOOP("UserError", "The declaration is cancelled."),
    }
)
_FORWARD = (Step.REGISTER, Step.ASSESS, Step.PAY, Step.RELEASE)
_ORDER = (Status.STORED, Status.REGISTERED, Status.ASSESSED, Status.PAID, Status.RELEASED)


class StepClosed(UserError):
    """A step that is not open at the status where the declaration stands."""


def reason_closed(step: Step, status: Status) -> str:
    """Return why a step is not open, a text of the context ``UserError``; "" when it is open."""
    if status in MOVES[step]:
        return ""
    if status is Status.CANCELLED:
        return _BEHIND[status]
    if step in _FORWARD and status in _ORDER:
        reached = _ORDER[_FORWARD.index(step) + 1]
        if _ORDER.index(status) >= _ORDER.index(reached):
            return _BEHIND[status]
    return _CLOSED[step]


def after(step: Step, status: Status) -> Status:
    """Return where a step leads; raises StepClosed."""
    reason = reason_closed(step, status)
    if reason:
        raise StepClosed(reason)
    return MOVES[step][status]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A number of customs, with its serial and day; "" asks for the office's own next one."""

    serial: str
    day: date
    number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frozen:
    """A declaration as a step left it, or as it stood before it was amended; ``number`` from 1."""

    declaration_id: str
    number: int
    operation: Operation
    at: datetime
    by: str
    draft: Draft


_OFFICE_FIELDS = tuple(
    name for name, field in definitions(Declaration).items() if field.level is Level.OFFICIAL
)


def same_but_for_the_office(registered: Declaration, now: Declaration) -> Declaration:
    """Return a registered declaration with the boxes customs fill as they are filled now.

    Rule X-05 compares it: assessing and paying add numbers and days, and change nothing else.
    """
    names = (*_OFFICE_FIELDS, "registration_serial", "registration_number", "registration_day")
    changed: dict[str, Any] = {name: getattr(now, name) for name in names}
    return replace(registered, **changed)
