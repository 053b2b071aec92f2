"""Follow what is due: list it, extend, prove, claim, and choose what guarantee stands for it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sad_desktop.brokerage.due_dates import (
    IN_FUTURE,
    NOTHING_BY_HAND,
    DueAct,
    DueDate,
    DueState,
    Recorded,
    alert,
    claim_extended,
    claimed,
    debited,
    discharged,
    extended,
    last_day_to_ask,
    refunded,
    set_by_customs,
    taken_back,
)
from sad_desktop.brokerage.guarantees import (
    Charge,
    charged,
    is_usable,
    left_of,
    released,
    unreleased,
)
from sad_desktop.brokerage.ledgers import Guarantee, Ledger
from sad_desktop.brokerage.library import Summary
from sad_desktop.brokerage.register import Balance
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.draft import Draft
from sad_desktop.errors import UserError
from sad_desktop.services.desk import Desk
from sad_desktop.services.ledgers import Ledgers
from sad_desktop.services.openings import Terms, opening, opening_by_hand
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.profile import Profile
from sad_desktop.tariff.regime_file import regime_law
from sad_desktop.tariff.regime_law import Period, RegimeLaw, RegimeTerms
from sad_desktop.tariff.working_days import working_days
from sad_desktop.text import QT_TRANSLATE_NOOP

logger = logging.getLogger(__name__)
_ZERO = Decimal(0)
_NO_LAW = QT_TRANSLATE_NOOP("UserError", "The law of this country names no such period here.")

# SQLAlchemy is imported inside the methods, where the database is first used: start-up cost.


@dataclass(frozen=True, slots=True, kw_only=True)
class DueLine:
    """A due date as the office reads it.

    ``charged`` is held for it now, ``whole`` was held in the beginning; ``free`` is what its
    guarantee has left, None: no limit. ``alert`` is the narrowest of the
    alerts' days it is within, -1 when it is over; ``ask_by`` the last working day an extension
    may be asked on.
    """

    due: DueDate
    summary: Summary
    state: DueState
    left: Balance
    charged: Decimal
    whole: Decimal
    regime: RegimeTerms | None = None
    case: Period | None = None
    guarantee: Guarantee | None = None
    free: Decimal | None = None
    alert: int | None = None
    ask_by: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuaranteeLine:
    """A guarantee that may be chosen, and what is free of it; None: no limit."""

    guarantee: Guarantee
    free: Decimal | None


def _now() -> datetime:
    return datetime.now(UTC)


class DueDates:
    """The due dates of one country's declarations; looking is open to everybody.

    All may raise StorageUnavailable. What a hand records is refused by DueDateRefused where the
    law or the state does not allow it, and by DueDateChanged when another desk was first.
    """

    def __init__(
        self, workspace: Workspace, profile: Profile, now: Callable[[], datetime] = _now
    ) -> None:
        self._workspace = workspace
        self._profile = profile
        self._now = now

    @property
    def law(self) -> RegimeLaw | None:
        """What the country's law says of regimes."""
        return regime_law(self._profile)

    def lines(self, today: date) -> tuple[DueLine, ...]:
        """Return every due date, what is due next first, what is over last."""
        from sad_desktop.database import due_date_rows

        database = self._workspace.database()
        rows, taken = due_date_rows.followed(database, self._profile.code)
        guarantees = {one.id: one for one in self._guarantees()}
        calendar, law = working_days(self._profile), self.law
        lines = []
        for row in rows:
            due = row.due
            regime, case = self.terms_of(due)
            guarantee = guarantees.get(due.guarantee_id)
            ask_by = last_day_to_ask(due, case, calendar)
            line = DueLine(
                due=due,
                summary=row.summary,
                state=due.state(today),
                left=row.left,
                charged=row.charged,
                whole=row.whole,
                regime=regime,
                case=case,
                guarantee=guarantee,
                free=left_of(guarantee, taken.get(guarantee.id, _ZERO)) if guarantee else None,
                alert=alert(due, today, law.alerts if law is not None else ()),
                ask_by=ask_by if (ask_by or date.min) >= today else None,
            )
            lines.append(line)
        return tuple(sorted(lines, key=_urgency))

    def due_within(self, days: int, today: date) -> tuple[int, int]:
        """Return how many are due within some days, and how many of them are over."""
        near = [
            (end - today).days
            for one in self._all()
            if (end := one.next_day()) is not None and (end - today).days <= days
        ]
        return len(near), sum(left < 0 for left in near)

    def history(self, due: DueDate) -> tuple[Recorded, ...]:
        """Return what was done about a due date, oldest first."""
        from sad_desktop.database import due_date_rows

        return due_date_rows.acts_of(self._workspace.database(), due.id)

    def usable(self, importer: str, on: date) -> tuple[GuaranteeLine, ...]:
        """Return the guarantees that may be charged for an importer, the largest balance first."""
        from sad_desktop.database import due_date_rows

        taken = due_date_rows.standing(self._workspace.database())
        found = [
            GuaranteeLine(guarantee=one, free=left_of(one, taken.get(one.id, _ZERO)))
            for one in self._guarantees()
            if is_usable(one, importer, on)
        ]
        return tuple(sorted(found, key=lambda one: -(one.free or _ZERO)))

    def terms_of(self, due: DueDate) -> tuple[RegimeTerms | None, Period | None]:
        """Return the regime and case of a due date as its law stood when it began."""
        law = self.law
        regime = law.regime(due.regime, due.started_on) if law is not None else None
        return regime, regime.case(due.case) if regime is not None else None

    @needs(Service.REGISTER, Service.PAY)
    def extend(
        self, due: DueDate, asked_on: date, days: int, remark: str, *, is_approved: bool = False
    ) -> DueDate:
        """Record an extension customs granted of goods' time, or of a claim's once they left."""
        self._not_in_future(asked_on)
        if due.discharged_on is not None:
            law = self.law
            if law is None:
                raise UserError(_NO_LAW)
            later = claim_extended(due, law.claims, asked_on, self._today())
            return self._do(later, DueAct.EXTEND_CLAIM, asked_on, remark)
        case = self.terms_of(due)[1]
        later = extended(due, case, asked_on, days, is_approved=is_approved)
        return self._do(later, DueAct.EXTEND, asked_on, remark)

    @needs(Service.REGISTER, Service.PAY)
    def set_day(self, due: DueDate, day: date, remark: str) -> DueDate:
        """Record the day customs themselves wrote on the declaration."""
        today = self._today()
        return self._do(set_by_customs(due, day, today), DueAct.SET, today, remark)

    @needs(Service.REGISTER, Service.PAY)
    def prove(
        self, due: DueDate, proof: tuple[str, str], on: date, amount: Decimal | None, remark: str
    ) -> DueDate:
        """Record by what proof, its number and day, goods left; ``amount`` None frees all.

        A smaller amount writes that much off and leaves the due date open.
        """
        done = discharged(due, proof, on, self._today())
        charges = self._charges(due)
        standing = charged(charges)
        named = " ".join(part for part in (*proof, remark) if part)
        if amount is not None and amount != standing:
            freed = released(charges, amount, due.decimals)  # refuses more than stands charged
            return self._do(replace(due, has_left=True), DueAct.LEAVE, on, named, freed)
        freed = released(charges, standing, due.decimals) if standing else ()
        return self._do(done, DueAct.DISCHARGE, on, named, freed)

    @needs(Service.PAY)
    def claim(self, due: DueDate, on: date, remark: str) -> DueDate:
        """Record that the guarantee was claimed back from customs."""
        return self._do(claimed(due, on, self._today()), DueAct.CLAIM, on, remark)

    @needs(Service.PAY)
    def refund(self, due: DueDate, on: date, remark: str) -> DueDate:
        """Record that customs gave the guarantee back."""
        return self._do(refunded(due, on, self._today()), DueAct.REFUND, on, remark)

    @needs(Service.PAY)
    def debit(self, due: DueDate, on: date, remark: str) -> DueDate:
        """Record that customs took the guarantee of what expired; it stays charged."""
        return self._do(debited(due, on, self._today()), DueAct.DEBIT, on, remark)

    @needs(Service.PAY)
    def take_back(self, due: DueDate, remark: str) -> DueDate:
        """Take back what a hand recorded last by mistake: a debit, release, claim or proof.

        Raises NotCoveredByGuarantee where others used the guarantee up meanwhile.
        """
        earlier = taken_back(due)
        is_proof = due.claimed_on is None and due.refunded_on is None and due.debited_on is None
        freed = unreleased(self._charges(due)) if is_proof else ()
        if earlier == due and not freed:
            raise UserError(NOTHING_BY_HAND)
        return self._do(earlier, DueAct.TAKE_BACK, self._today(), remark, freed)

    @needs(Service.REGISTER, Service.PAY)
    def cover(self, due: DueDate, guarantee_id: int, remark: str) -> DueDate:
        """Let another guarantee stand for the goods; raises NotCoveredByGuarantee."""
        from sad_desktop.database import due_dates

        self._demand_company(due)
        doing = self._doing(self._today(), remark)
        return due_dates.cover(self._workspace.database(), due, guarantee_id, doing)

    @needs(Service.REGISTER)
    def open_by_hand(
        self, declaration_id: str, desk: Desk, chosen: tuple[RegimeTerms, Period], on: date
    ) -> DueDate:
        """Open a due date besides those of the steps, as for originals still to be brought."""
        from sad_desktop.database import due_dates

        draft = self._workspace.load(declaration_id).draft
        self._workspace.rights.demand_company(draft.declaration)
        begun = opening_by_hand(desk, *chosen, on)
        return due_dates.add_by_hand(
            self._workspace.database(), declaration_id, begun, self._doing(on, "")
        )

    def unfollowed(self) -> tuple[str, ...]:
        """Return suspended declarations assessed before due dates were kept."""
        from sad_desktop.database import due_date_rows

        return due_date_rows.unfollowed(self._workspace.database(), self._profile.code)

    @needs(Service.REGISTER)
    def follow(self, desk: Desk) -> int:
        """Open the due dates of suspended declarations nobody follows; returns how many."""
        from sad_desktop.database import due_dates

        count = 0
        for declaration_id in self.unfollowed():
            draft: Draft = self._workspace.load(declaration_id).draft
            own = desk.by_law_of(draft)
            note = own.assessor().assess(draft.declaration, draft.declared)
            begun = opening(draft, note, own, Terms())
            if begun is not None:
                doing = self._doing(begun.due.started_on, "")
                due_dates.add_by_hand(self._workspace.database(), declaration_id, begun, doing)
                count += 1
        return count

    def _all(self) -> tuple[DueDate, ...]:
        from sad_desktop.database import due_date_rows

        return due_date_rows.of_profile(self._workspace.database(), self._profile.code)

    def _guarantees(self) -> tuple[Guarantee, ...]:
        found = Ledgers(self._workspace, self._profile.code).entries(Ledger.GUARANTEES)
        return tuple(one for one in found if isinstance(one, Guarantee))

    def _charges(self, due: DueDate) -> tuple[Charge, ...]:
        from sad_desktop.database import due_dates

        return due_dates.charges_of(self._workspace.database(), due)

    def _do(
        self, due: DueDate, act: DueAct, on: date, remark: str, charges: tuple[Charge, ...] = ()
    ) -> DueDate:
        from sad_desktop.database import due_dates
        from sad_desktop.database.due_dates import Deed

        self._demand_company(due)
        deed = Deed(due=due, act=act, charges=charges)
        done = due_dates.do(self._workspace.database(), deed, self._doing(on, remark))
        logger.info("due date %s: %s", due.id, act)
        return done

    def _demand_company(self, due: DueDate) -> None:
        rights = self._workspace.rights
        if rights.is_limited:
            rights.demand_company(self._workspace.load(due.declaration_id).draft.declaration)

    def _doing(self, on: date, remark: str) -> Any:
        from sad_desktop.database.due_date_rows import Doing

        return Doing(
            by=self._workspace.user, at=self._now(), on=on, remark=" ".join(remark.split())
        )

    def _today(self) -> date:
        return self._now().astimezone().date()

    def _not_in_future(self, day: date) -> None:
        if day > self._today():
            raise UserError(IN_FUTURE)


def _urgency(line: DueLine) -> tuple[bool, date, int]:
    end = line.due.next_day()
    is_running = line.state in {
        DueState.OPEN,
        DueState.EXTENDED,
        DueState.PARTLY,
        DueState.EXPIRED,
        DueState.DISCHARGED,
    }
    return not is_running, end or date.max, line.due.id
