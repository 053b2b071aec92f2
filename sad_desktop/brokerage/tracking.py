"""The stages of a declaration at customs: which are done, when, and who says so (S1-018)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from sad_desktop.brokerage.history import Entry, Operation
from sad_desktop.declaration.status import Status
from sad_desktop.declaration.values import fold_digits
from sad_desktop.errors import UserError
from sad_desktop.text import QT_TRANSLATE_NOOP


class Stage(StrEnum):
    """A stage, in the order in which goods go through; the value is kept in the history."""

    REGISTERED = "registered"
    REVIEWED = "reviewed"
    INSPECTED = "inspected"
    ASSESSED = "assessed"
    PAID = "paid"
    RELEASED = "released"
    LEFT = "left"


BY_STEP: Mapping[Operation, Stage] = MappingProxyType(
    {
        Operation.REGISTER: Stage.REGISTERED,
        Operation.ASSESS: Stage.ASSESSED,
        Operation.PAY: Stage.PAID,
        Operation.RELEASE: Stage.RELEASED,
    }
)
"""The stages that the office's own steps complete."""

_AFTER_REGISTERING = tuple(Stage)[1:]
_OPEN = "-"
_PRECISELY = "minutes"
_AHEAD = timedelta(minutes=5)
"""How far two clocks of one office may differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """A stage as it stands: ``at`` is None while it is not done.

    ``by_hand`` tells that somebody noted it from what customs say, with ``remark``.
    """

    stage: Stage
    at: datetime | None = None
    by: str = ""
    by_hand: bool = False
    remark: str = ""


class StageRefused(UserError):
    """A stage that cannot be noted or taken back now."""


def stages(entries: Iterable[Entry]) -> tuple[Reached, ...]:
    """Return every stage of a declaration by its history, oldest entry first.

    What was said last counts. An amendment begins anew after the registration; giving it up
    brings back what was reached before it.
    """
    reached = {stage: Reached(stage=stage) for stage in Stage}
    before = reached
    for entry in entries:
        if entry.operation in BY_STEP:
            stage = BY_STEP[entry.operation]
            reached = {**reached, stage: Reached(stage=stage, at=entry.at, by=entry.by)}
        elif entry.operation is Operation.TRACK:
            noted = read_remark(entry.remark)
            if noted is not None:
                stage, at, remark = noted
                new = Reached(stage=stage, at=at, by=entry.by, by_hand=True, remark=remark)
                reached = {**reached, stage: new}
        elif entry.operation is Operation.VOID and entry.after is Status.ASSESSED:
            reached = {**reached, Stage.PAID: Reached(stage=Stage.PAID)}
        elif entry.operation is Operation.AMEND:
            before = reached
            reached = {**reached, **{one: Reached(stage=one) for one in _AFTER_REGISTERING}}
        elif entry.operation is Operation.RESTORE:
            reached = before
    return tuple(reached.values())


def remark_of(stage: Stage, at: datetime | None, remark: str = "") -> str:
    """Return what the history keeps of a stage noted by hand, None: it is not done after all."""
    moment = _OPEN if at is None else at.astimezone(UTC).isoformat(timespec=_PRECISELY)
    return f"{stage} {moment} {remark}".strip()


def read_remark(written: str) -> tuple[Stage, datetime | None, str] | None:
    """Return what ``remark_of`` wrote; None for anything else."""
    stage, _, rest = written.partition(" ")
    moment, _, remark = rest.partition(" ")
    try:
        at = None if moment == _OPEN else datetime.fromisoformat(moment)
        return Stage(stage), at, remark
    except ValueError:
        return None


def check_note(status: Status, at: datetime, now: datetime) -> None:
    """Refuse to note a stage of a declaration customs do not know, or in the future.

    Raises StageRefused.
    """
    if status.is_unregistered or status is Status.CANCELLED:
        raise StageRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Customs' stages are noted of a registered declaration only: register it first.",
            )
        )
    if at > now + _AHEAD:
        raise StageRefused(
            QT_TRANSLATE_NOOP(
                "UserError", "This moment is still to come: correct the date or the time."
            )
        )


def check_withdrawal(reached: Reached) -> None:
    """Refuse to take back a stage that no hand noted; raises StageRefused."""
    if reached.at is None or not reached.by_hand:
        raise StageRefused(
            QT_TRANSLATE_NOOP(
                "UserError",
                "Only a stage noted by hand is taken back; a step of the declaration is undone by "
                "an amendment or a cancellation.",
            )
        )


def sought_number(typed: str) -> str:
    """Return a declaration's or bill's number as numbers are compared: capitals and digits."""
    return "".join(sign for sign in fold_digits(typed).upper() if sign.isalnum())
