"""Until when goods under a regime must leave, and a guarantee be claimed (guide 004, 03 and 09)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

from sad_desktop.errors import UserError
from sad_desktop.tariff.regime_law import ClaimTerms, Period
from sad_desktop.tariff.working_days import WorkingDays
from sad_desktop.text import QT_TRANSLATE_NOOP


class DueState(StrEnum):
    """Where a due date stands; expired is what is open when its day is over."""

    OPEN = "open"
    EXTENDED = "extended"
    PARTLY = "partly"
    DISCHARGED = "discharged"
    EXPIRED = "expired"
    CLAIMED = "claimed"
    REFUNDED = "refunded"
    DEBITED = "debited"
    WITHDRAWN = "withdrawn"


class DueAct(StrEnum):
    """What is recorded of a due date; the value is kept in its history."""

    OPEN = "open"
    SET = "set"
    EXTEND = "extend"
    LEAVE = "leave"
    RETURN = "return"
    DISCHARGE = "discharge"
    CLAIM = "claim"
    EXTEND_CLAIM = "extend_claim"
    REFUND = "refund"
    DEBIT = "debit"
    COVER = "cover"
    TAKE_BACK = "take_back"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"


_RUNNING = frozenset({DueState.OPEN, DueState.EXTENDED, DueState.PARTLY, DueState.EXPIRED})
_PROVED = frozenset({DueState.DISCHARGED, DueState.CLAIMED, DueState.REFUNDED})
OPEN_TO: Mapping[DueAct, frozenset[DueState]] = MappingProxyType(
    {
        DueAct.SET: _RUNNING,
        DueAct.EXTEND: _RUNNING,
        DueAct.LEAVE: _RUNNING,
        DueAct.RETURN: _RUNNING | _PROVED,
        DueAct.DISCHARGE: _RUNNING,
        DueAct.CLAIM: frozenset({DueState.DISCHARGED}),
        DueAct.EXTEND_CLAIM: frozenset({DueState.DISCHARGED}),
        DueAct.REFUND: frozenset({DueState.DISCHARGED, DueState.CLAIMED}),
        DueAct.DEBIT: frozenset({DueState.EXPIRED}),
        DueAct.COVER: _RUNNING,
        DueAct.TAKE_BACK: _PROVED | {DueState.PARTLY, DueState.DEBITED},
        DueAct.WITHDRAW: frozenset(DueState) - {DueState.WITHDRAWN},
        DueAct.REOPEN: frozenset({DueState.WITHDRAWN}),
    }
)
"""At which states each act is open; the goods' own acts follow from declarations."""

CLOSED = QT_TRANSLATE_NOOP("UserError", "This is not open now: the due date stands at “{state}”.")
TOO_LATE = QT_TRANSLATE_NOOP("UserError", "The extension must be requested before {date}.")
FIXED = QT_TRANSLATE_NOOP("UserError", "The law gives this period no extension. It ends on {date}.")
USED_UP = QT_TRANSLATE_NOOP(
    "UserError", "No extension is left: the law's limit of {limit} days from {first} is reached."
)
CLAIM_OVER = QT_TRANSLATE_NOOP(
    "UserError", "The guarantee had to be claimed by {date}; no claim is accepted afterwards."
)
BEFORE_START = QT_TRANSLATE_NOOP("UserError", "The day is before {date}, when the period began.")
NOTHING_BY_HAND = QT_TRANSLATE_NOOP(
    "UserError", "Nothing here was recorded by hand: cancel or amend the follow-up declaration."
)
IN_FUTURE = QT_TRANSLATE_NOOP("UserError", "The day is still to come: correct it.")

STATE_TITLES = MappingProxyType(
    {
        DueState.OPEN: QT_TRANSLATE_NOOP("DueState", "Open"),
        DueState.EXTENDED: QT_TRANSLATE_NOOP("DueState", "Extended"),
        DueState.PARTLY: QT_TRANSLATE_NOOP("DueState", "Partly discharged"),
        DueState.DISCHARGED: QT_TRANSLATE_NOOP("DueState", "Discharged"),
        DueState.EXPIRED: QT_TRANSLATE_NOOP("DueState", "Expired"),
        DueState.CLAIMED: QT_TRANSLATE_NOOP("DueState", "Claimed"),
        DueState.REFUNDED: QT_TRANSLATE_NOOP("DueState", "Guarantee released"),
        DueState.DEBITED: QT_TRANSLATE_NOOP("DueState", "Guarantee debited"),
        DueState.WITHDRAWN: QT_TRANSLATE_NOOP("DueState", "Withdrawn"),
    }
)


class DueDateRefused(UserError):
    """An act a due date does not allow now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DueDate:
    """One period of one declaration; days, never moments, in the office's calendar.

    ``first_on`` is the first deposit, of an earlier declaration where goods were transferred;
    ``due_on`` None where the law names no period and nobody keyed customs' own. ``has_left`` tells
    that goods left in part; ``discharged_on`` is the day of the proof, from which ``claim_days``
    run, for documents from the declaration. ``decimals`` are those of the charged amounts.
    """

    id: int = 0
    version: int = 0
    declaration_id: str = ""
    profile: str = ""
    regime: str = ""
    case: str = ""
    first_on: date
    started_on: date
    due_on: date | None = None
    extensions: int = 0
    has_left: bool = False
    is_documents: bool = False
    claim_days: int = 0
    decimals: int = 3
    guarantee_id: int = 0
    proof: str = ""
    proof_number: str = ""
    discharged_on: date | None = None
    claim_due_on: date | None = None
    claim_extensions: int = 0
    claimed_on: date | None = None
    refunded_on: date | None = None
    debited_on: date | None = None
    is_withdrawn: bool = False

    def state(self, today: date) -> DueState:
        """Return where it stands on a day."""
        over = (
            (self.is_withdrawn, DueState.WITHDRAWN),
            (self.debited_on is not None, DueState.DEBITED),
            (self.refunded_on is not None, DueState.REFUNDED),
            (self.claimed_on is not None, DueState.CLAIMED),
            (self.discharged_on is not None, DueState.DISCHARGED),
            (self.due_on is not None and self.due_on < today, DueState.EXPIRED),
            (self.has_left, DueState.PARTLY),
            (self.extensions > 0, DueState.EXTENDED),
        )
        return next((state for holds, state in over if holds), DueState.OPEN)

    def next_day(self) -> date | None:
        """Return the day something is due by: the goods', else the claim's; None when done."""
        if self.is_withdrawn or self.debited_on or self.refunded_on or self.claimed_on:
            return None
        return self.due_on if self.discharged_on is None else self.claim_due_on


def opened(due: DueDate, period: Period | None, claims: ClaimTerms | None = None) -> DueDate:
    """Return a due date with the day its period ends: no later than the limit from the first."""
    is_documents = period is not None and period.is_documents
    if claims is not None:
        days = claims.document_days if is_documents else claims.days
        due = replace(due, claim_days=days)
    due = replace(due, is_documents=is_documents)
    if period is None or period.days is None:
        return due
    end = due.started_on + timedelta(days=period.days)
    return replace(due, due_on=min(end, _limit(due, period) or end))


def extended(
    due: DueDate, period: Period | None, asked_on: date, days: int = 0, *, is_approved: bool = False
) -> DueDate:
    """Return a due date extended by so many days, 0: as many as the law gives (guide 004, 0301).

    ``is_approved`` tells that customs granted more than the limit, where the law lets them.
    Raises DueDateRefused.
    """
    _demand(due, DueAct.EXTEND, asked_on)
    end = due.due_on
    if period is None or end is None or not period.extension:
        raise DueDateRefused(FIXED, {"date": _shown(end)})
    if asked_on >= end:
        raise DueDateRefused(TOO_LATE, {"date": _shown(end)})
    if asked_on < due.started_on:
        raise DueDateRefused(BEFORE_START, {"date": _shown(due.started_on)})
    wanted = end + timedelta(days=days or period.extension)
    if not (is_approved and period.may_exceed):
        wanted = min(wanted, end + timedelta(days=period.extension), _limit(due, period) or wanted)
    if wanted <= end or (period.most is not None and due.extensions >= period.most):
        limit = period.limit or (period.days or 0) + period.extension * (period.most or 0)
        raise DueDateRefused(USED_UP, {"limit": limit, "first": _shown(due.first_on)})
    return replace(due, due_on=wanted, extensions=due.extensions + 1)


def can_be_extended(due: DueDate, period: Period | None, on: date) -> bool:
    """Tell whether an extension asked for on a day would be granted by the law."""
    try:
        extended(due, period, on)
    except DueDateRefused:
        return False
    return True


def set_by_customs(due: DueDate, day: date, on: date) -> DueDate:
    """Return a due date with the day customs wrote on the declaration; raises DueDateRefused."""
    _demand(due, DueAct.SET, on)
    if day < due.started_on:
        raise DueDateRefused(BEFORE_START, {"date": _shown(due.started_on)})
    return replace(due, due_on=day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A due date to be opened, by which period of the law, and what each item answers for."""

    due: DueDate
    period: Period | None = None
    parts: Mapping[int, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """One line of a due date's history; ``amount`` is what its guarantee changed by.

    ``on`` is the day that counts, ``due_on`` what was due afterwards, ``declaration`` the one it
    was done with.
    """

    act: DueAct
    at: datetime
    by: str
    on: date
    due_on: date | None
    amount: Decimal
    declaration: str = ""
    remark: str = ""


def opened_for_transfer(due: DueDate, period: Period | None, sources: Iterable[DueDate]) -> DueDate:
    """Return a due date whose limit counts from the first deposit of goods transferred (S4-051).

    ``sources`` are those of the declarations the goods came out of; another regime begins anew.
    """
    firsts = [one.first_on for one in sources if one.regime == due.regime]
    if not firsts:
        return due
    moved = replace(due, first_on=min(firsts))
    limit = None if period is None else _limit(moved, period)
    if limit is None or moved.due_on is None:
        return moved
    return replace(moved, due_on=min(moved.due_on, limit))


def opened_again(former: DueDate, now: DueDate) -> DueDate:
    """Return a due date assessed anew after an amendment: what customs granted in time stays."""
    kept = replace(now, id=former.id, version=former.version)
    if (former.regime, former.case) != (now.regime, now.case) or not former.extensions:
        return kept
    days = [day for day in (former.due_on, now.due_on) if day is not None]
    return replace(kept, extensions=former.extensions, due_on=max(days, default=None))


def after_goods(due: DueDate, *, has_left: bool, is_all: bool, on: date) -> DueDate:
    """Return a due date as goods left by follow-up declarations, or came back by a cancellation.

    What a hand recorded stays.
    """
    if due.is_withdrawn or due.debited_on is not None or due.proof:
        return replace(due, has_left=has_left)
    if not is_all:
        return replace(
            due, has_left=has_left, discharged_on=None, claim_due_on=None, claimed_on=None
        )
    if due.discharged_on is not None:
        return due
    return _claimable(replace(due, has_left=True, discharged_on=on))


def discharged(due: DueDate, proof: tuple[str, str], on: date, today: date) -> DueDate:
    """Return a due date whose goods are proved to have left on a day, by a proof and its number.

    Raises DueDateRefused.
    """
    _demand(due, DueAct.DISCHARGE, today)
    if on < due.started_on:
        raise DueDateRefused(BEFORE_START, {"date": _shown(due.started_on)})
    _not_after(on, today)
    return _claimable(replace(due, proof=proof[0], proof_number=proof[1], discharged_on=on))


def claimed(due: DueDate, on: date, today: date) -> DueDate:
    """Return a due date whose guarantee is claimed back; raises DueDateRefused when too late."""
    _demand(due, DueAct.CLAIM, today)
    _not_after(on, today)
    if due.claim_due_on is not None and on > due.claim_due_on:
        raise DueDateRefused(CLAIM_OVER, {"date": _shown(due.claim_due_on)})
    return replace(due, claimed_on=on)


def claim_extended(due: DueDate, claims: ClaimTerms, asked_on: date, today: date) -> DueDate:
    """Return a due date with more time to claim, asked for before the first ends (S4-082)."""
    _demand(due, DueAct.EXTEND_CLAIM, today)
    end = due.claim_due_on
    if end is None or due.is_documents or due.claim_extensions >= claims.most:
        raise DueDateRefused(FIXED, {"date": _shown(end)})
    if asked_on >= end:
        raise DueDateRefused(TOO_LATE, {"date": _shown(end)})
    longer = end + timedelta(days=claims.extension)
    return replace(due, claim_due_on=longer, claim_extensions=due.claim_extensions + 1)


def refunded(due: DueDate, on: date, today: date) -> DueDate:
    """Return a due date whose guarantee customs gave back; raises DueDateRefused."""
    _demand(due, DueAct.REFUND, today)
    _not_after(on, today)
    return replace(due, refunded_on=on)


def debited(due: DueDate, on: date, today: date) -> DueDate:
    """Return a due date whose guarantee customs took when it expired; raises DueDateRefused."""
    _demand(due, DueAct.DEBIT, today)
    _not_after(on, today)
    return replace(due, debited_on=on)


def taken_back(due: DueDate) -> DueDate:
    """Return a due date without what a hand recorded last; unchanged where nothing is left of it.

    A debit, a release, a claim and a proof go one after the other.
    """
    if due.debited_on is not None:
        return replace(due, debited_on=None)
    if due.refunded_on is not None:
        return replace(due, refunded_on=None)
    if due.claimed_on is not None:
        return replace(due, claimed_on=None)
    if not due.proof:
        return due
    return replace(
        due,
        proof="",
        proof_number="",
        discharged_on=None,
        claim_due_on=None,
        claim_extensions=0,
    )


def last_day_to_ask(due: DueDate, period: Period | None, calendar: WorkingDays) -> date | None:
    """Return the last working day an extension may be asked on; None where there is none."""
    end = due.next_day()
    if end is None:
        return None
    last = calendar.last_before(end)
    if due.discharged_on is not None:
        return None if due.claim_extensions or due.is_documents else last
    return last if can_be_extended(due, period, min(last, end - timedelta(days=1))) else None


def alert(due: DueDate, today: date, alerts: Sequence[int]) -> int | None:
    """Return the narrowest of the alerts' days a due date is within; -1 when its day is over."""
    end = due.next_day()
    if end is None:
        return None
    left = (end - today).days
    return -1 if left < 0 else min((days for days in alerts if left <= days), default=None)


def _claimable(due: DueDate) -> DueDate:
    start = due.started_on if due.is_documents else due.discharged_on
    if not due.guarantee_id or not due.claim_days or start is None:
        return due
    return replace(due, claim_due_on=start + timedelta(days=due.claim_days))


def _limit(due: DueDate, period: Period) -> date | None:
    return None if period.limit is None else due.first_on + timedelta(days=period.limit)


def _demand(due: DueDate, act: DueAct, today: date) -> None:
    state = due.state(today)
    if state not in OPEN_TO[act]:
        raise DueDateRefused(CLOSED, {"state": STATE_TITLES[state]}, texts={"state": "DueState"})


def _not_after(on: date, today: date) -> None:
    if on > today:
        raise DueDateRefused(IN_FUTURE)


def _shown(day: date | None) -> str:
    return "" if day is None else f"{day:%d/%m/%Y}"
