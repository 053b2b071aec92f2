"""Lead a declaration through its life: register, assess, pay, release, cancel, amend."""

import logging
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sad_desktop.brokerage.acknowledgements import Acknowledgement
from sad_desktop.brokerage.goods import Movement, entered, used
from sad_desktop.brokerage.history import Entry, Verdict
from sad_desktop.brokerage.library import Stored
from sad_desktop.brokerage.life import Frozen, Numbered
from sad_desktop.brokerage.prices import cases_of
from sad_desktop.brokerage.register import EarlierCase
from sad_desktop.brokerage.users import Service
from sad_desktop.declaration.draft import Draft
from sad_desktop.errors import UserError
from sad_desktop.services import assessment
from sad_desktop.services.acknowledgements import unacknowledged
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import as_read
from sad_desktop.services.openings import Terms, held_items, opening
from sad_desktop.services.register import ask
from sad_desktop.services.rights import needs
from sad_desktop.services.workspace import Workspace
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.check import REMARKED
from sad_desktop.validation.findings import Finding, Severity
from sad_desktop.valuation.note import AssessmentNote

if TYPE_CHECKING:
    from sad_desktop.database.steps import Order

logger = logging.getLogger(__name__)

# SQLAlchemy is imported inside the methods, where the database is first used: start-up cost.

SERIALS = {"registration": "C", "assessment": "L", "receipt": "R"}
"""Letters of the office's own numbers where the profile's flags name none (S3-079)."""


USUAL = Terms()
"""The usual case of the procedure, and no guarantee yet."""


class NotPassed(UserError):
    """Verification does not let a declaration through; ``findings`` are what stands in the way."""

    def __init__(self, message: str, findings: tuple[Finding, ...]) -> None:
        self.findings = findings
        super().__init__(message, {"count": len(findings)})


class Life:
    """The steps of declarations' lives in one office.

    Each acts on the stored version the user saw and is recorded with user and time; on any
    refusal nothing is written. All raise Conflict when somebody stored a newer version, and
    NotForCompany, StepClosed, NotStored, StorageUnavailable.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Service.REGISTER)
    def register(
        self, declaration_id: str, base_version: int, desk: Desk, number: Numbered
    ) -> Stored:
        """Register a declaration every rule lets through, by the law of the number's day.

        An empty number is the office's own next one. Raises NotPassed while an error stands or a
        warning nobody acknowledged, ReferenceTaken, NumberTaken.
        """
        from sad_desktop.database import life

        stored = self._load(declaration_id)
        self._refuse_faulty(stored, replace(desk, on=number.day).by_law_of(stored.draft))
        done = life.register(self._database(), self._order(declaration_id, base_version), number)
        return self._told(done)

    @needs(Service.REGISTER)
    def assess(
        self,
        declaration_id: str,
        base_version: int,
        desk: Desk,
        number: Numbered,
        terms: Terms = USUAL,
    ) -> Stored:
        """Freeze the note by the law of the registration, and move goods and bills.

        Suspended goods begin their due date, and charge the guarantee of ``terms``. Raises
        NotPassed where an amount cannot be computed any more, NotEnoughGoods, NotCovered,
        NotCoveredByGuarantee.
        """
        from sad_desktop.database import life
        from sad_desktop.database.frozen import Assessed

        stored = self._load(declaration_id)
        desk = desk.by_law_of(stored.draft)
        note = desk.assessor().assess(stored.draft.declaration, stored.draft.declared)
        self._refuse_unknown_amounts(stored.draft, note, desk)
        assessed = Assessed(
            note=assessment.as_json(note, stored.draft.declaration),
            law=law_of(desk, note),
            law_day=desk.on,
            profile=note.profile,
            currency=note.currency,
            total=note.total,
            movements=movements(stored, note, desk),
            prices=cases_of(
                EarlierCase(id=stored.id, title=""), stored.draft.declaration, note, desk.on
            ),
            opening=opening(stored.draft, note, desk, terms),
        )
        order = self._order(declaration_id, base_version)
        return self._told(life.assess(self._database(), order, number, assessed))

    @needs(Service.PAY)
    def pay(self, declaration_id: str, base_version: int, number: Numbered) -> Stored:
        """Record the receipt of an assessed declaration's duties."""
        from sad_desktop.database import life

        order = self._order(declaration_id, base_version)
        return self._told(life.pay(self._database(), order, number))

    @needs(Service.PAY)
    def release(self, declaration_id: str, base_version: int) -> Stored:
        """Record that customs released the goods; what was owed is paid."""
        from sad_desktop.database import life

        return self._told(life.release(self._database(), self._order(declaration_id, base_version)))

    @needs(Service.REVERSE)
    def cancel(self, declaration_id: str, base_version: int, reason: str) -> Stored:
        """Cancel a declaration for a reason, and give back what it took.

        Raises GoodsInUse while another declaration uses what entered by it.
        """
        from sad_desktop.database import life

        order = self._order(declaration_id, base_version, said_reason(reason))
        return self._told(life.cancel(self._database(), order))

    @needs(Service.REVERSE)
    def amend(self, declaration_id: str, base_version: int, reason: str) -> Stored:
        """Open a registered declaration for keying under its number, for a reason.

        Its version is kept, and what it took is given back. Raises GoodsInUse.
        """
        from sad_desktop.database import life

        order = self._order(declaration_id, base_version, said_reason(reason))
        return self._told(life.amend(self._database(), order))

    @needs(Service.REVERSE)
    def restore(self, declaration_id: str, base_version: int) -> Stored:
        """Give an amendment up; raises NotEnoughGoods, NotCovered when others took its goods."""
        from sad_desktop.database import life

        return self._told(life.restore(self._database(), self._order(declaration_id, base_version)))

    def history(self, declaration_id: str) -> tuple[Entry, ...]:
        """Return what was done to a declaration, oldest first."""
        from sad_desktop.database import history

        return history.entries_of(self._database(), declaration_id)

    def verdict(self) -> Verdict:
        """Judge the office's whole history: nothing altered, removed or put in."""
        from sad_desktop.database import history

        return history.verify(self._database())

    def versions(self, declaration_id: str) -> tuple[Frozen, ...]:
        """Return the versions kept of a declaration, oldest first."""
        from sad_desktop.database import frozen

        return frozen.versions_of(self._database(), declaration_id)

    def assessed_note(self, declaration_id: str) -> dict[str, Any] | None:
        """Return the last assessment as it was frozen, as plain values."""
        from sad_desktop.database import frozen

        return frozen.assessed_note(self._database(), declaration_id)

    def assessed_total(self, declaration_id: str) -> Decimal | None:
        """Return the total of the last assessment, None before any."""
        from sad_desktop.database import frozen

        return frozen.assessed_total(self._database(), declaration_id)

    def _refuse_faulty(self, stored: Stored, desk: Desk) -> None:
        answer = ask(
            self._workspace, stored.id, stored.draft, desk.on, profile=desk.book.profile.code
        )
        assert answer is not None  # noqa: S101 - nothing was asked before
        draft = stored.draft
        register = replace(answer.register, as_read=as_read(draft.source))
        note = desk.assessor().assess(draft.declaration, draft.declared)
        findings = desk.check(draft, note, register)
        refused = refusal(findings, answer.acknowledged)
        if refused is not None:
            raise refused

    def _refuse_unknown_amounts(self, draft: Draft, note: AssessmentNote, desk: Desk) -> None:
        unknown = tuple(
            one
            for one in desk.check(draft, note)
            if one.severity is Severity.ERROR and one.code.partition(".")[0] in REMARKED
        )
        if unknown:
            raise NotPassed(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "The declaration is not assessed: {count} amounts cannot be computed by the "
                    "lists as they are now. See the list below.",
                ),
                unknown,
            )

    def _load(self, declaration_id: str) -> Stored:
        from sad_desktop.database import declarations

        return declarations.load(self._database(), declaration_id)

    def _database(self) -> Any:
        return self._workspace.database()

    def _order(self, declaration_id: str, base_version: int, remark: str = "") -> "Order":
        from sad_desktop.database.steps import Order

        rights = self._workspace.rights
        if rights.is_limited:
            rights.demand_company(self._load(declaration_id).draft.declaration)
        return Order(
            declaration_id=declaration_id,
            base_version=base_version,
            by=self._workspace.user,
            at=datetime.now(UTC),
            remark=remark,
        )

    def _told(self, done: Stored) -> Stored:
        self._workspace.forget(done.id)
        logger.info("declaration %s is %s, version %s", done.id, done.draft.status, done.version)
        return done


def refusal(
    findings: Iterable[Finding], acknowledged: Iterable[Acknowledgement]
) -> NotPassed | None:
    """Return why findings keep a declaration from being registered: errors before warnings."""
    found = tuple(findings)
    errors = tuple(one for one in found if one.severity is Severity.ERROR)
    if errors:
        return NotPassed(
            QT_TRANSLATE_NOOP(
                "UserError",
                "The declaration is not registered: verification finds {count} errors. "
                "Correct what the list below names.",
            ),
            errors,
        )
    waiting = unacknowledged(found, acknowledged)
    if not waiting:
        return None
    return NotPassed(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The declaration is not registered: {count} warnings wait for you. "
            "Acknowledge each in the list below, or correct it.",
        ),
        waiting,
    )


def serial(desk: Desk, kind: str) -> str:
    """Return the letter before a number of the office: registration, assessment or receipt."""
    return desk.book.profile.flags.get(f"{kind}_serial", SERIALS[kind])


def movements(stored: Stored, note: AssessmentNote, desk: Desk) -> tuple[Movement, ...]:
    """Return the goods that enter under suspension and those that leave earlier declarations."""
    declaration = stored.draft.declaration
    suspended = (item.key for item in held_items(stored.draft, desk).values())
    return (
        *used(declaration, stored.id),
        *entered(declaration, note, stored.id, suspended),
    )


def law_of(desk: Desk, note: AssessmentNote) -> dict[str, Any]:
    """Return which law, tariff and rates a note was computed by, as plain values."""
    digits, dated = desk.tariff_edition()
    rates = {note.invoice.currency: f"{note.invoice.rate:f}"}
    rates |= {cost.currency: f"{cost.rate:f}" for cost in note.costs.values() if cost.currency}
    return {
        "profile": note.profile,
        "on": note.on.isoformat(),
        "tariff": {"digits": digits, "valid_from": dated.isoformat() if dated else ""},
        "exchange_rates": rates,
    }


def said_reason(text: str) -> str:
    """Return a reason somebody can read later; raises UserError for an empty one."""
    if not text.strip():
        raise UserError(
            QT_TRANSLATE_NOOP("UserError", "Say why: the reason stands in the history.")
        )
    return text.strip()
