"""What verification is told of guarantees, due dates and payments of earlier declarations."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache

from sad_desktop.brokerage.due_dates import DueDate, DueState, can_be_extended
from sad_desktop.brokerage.enquiry import Enquiry
from sad_desktop.brokerage.guarantees import is_usable, left_of
from sad_desktop.brokerage.ledgers import Guarantee, Ledger
from sad_desktop.brokerage.register import DueFact, PreviousGoods
from sad_desktop.services.ledgers import Ledgers
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.profile_file import load_profile
from sad_desktop.tariff.regime_file import regime_law
from sad_desktop.tariff.regime_law import Cover, RegimeLaw

# SQLAlchemy is imported inside the functions, where the database is first used: start-up cost.

_RUNNING = frozenset({DueState.OPEN, DueState.EXTENDED, DueState.PARTLY, DueState.EXPIRED})
_ZERO = Decimal(0)


def guarantee_at_hand(workspace: Workspace, enquiry: Enquiry, today: date) -> Decimal | None:
    """Return the largest guarantee a declaration can use; None where nothing is to be judged.

    That is where its regime asks for none, where one without a limit stands by, and where one is
    charged already: its amount is that of the assessment.
    """
    from sad_desktop.database import due_date_rows

    law = law_of_profile(enquiry.profile)
    if law is None or not _is_demanded(law, enquiry, today):
        return None
    if any(one.guarantee_id for one in _dues(workspace, enquiry)):
        return None
    taken = due_date_rows.standing(workspace.database())
    kept = Ledgers(workspace, enquiry.profile).entries(Ledger.GUARANTEES)
    free = [
        left_of(one, taken.get(one.id, _ZERO))
        for one in kept
        if isinstance(one, Guarantee) and is_usable(one, enquiry.consignee, today)
    ]
    if None in free:
        return None
    return max((one for one in free if one is not None), default=_ZERO)


def due_facts(workspace: Workspace, enquiry: Enquiry, today: date) -> tuple[DueFact, ...]:
    """Return the due dates of a declaration that still run."""
    law = law_of_profile(enquiry.profile)
    facts = []
    for one in _dues(workspace, enquiry):
        if one.due_on is None or one.state(today) not in _RUNNING:
            continue
        regime = law.regime(one.regime, one.started_on) if law is not None else None
        case = regime.case(one.case) if regime is not None else None
        facts.append(
            DueFact(
                due_on=one.due_on,
                en=regime.en if regime is not None else "Suspended procedure",
                ar=regime.ar if regime is not None else "وضع معلّق للرسوم",
                is_extendable=can_be_extended(one, case, one.started_on),
            )
        )
    return tuple(facts)


def payment_days(workspace: Workspace, enquiry: Enquiry) -> Mapping[PreviousGoods, date]:
    """Return when the duties of the earlier goods a declaration names were paid."""
    from sad_desktop.database import refunds

    if not enquiry.previous:
        return {}
    return refunds.payment_days(workspace.database(), enquiry.previous)


@cache
def law_of_profile(code: str) -> RegimeLaw | None:
    """Return what a country's law says of regimes, None for one that says nothing."""
    return regime_law(load_profile(code)[0]) if code else None


def _is_demanded(law: RegimeLaw, enquiry: Enquiry, today: date) -> bool:
    """Tell whether the usual case of a procedure asks for a guarantee, and no carnet is shown."""
    for procedure in enquiry.procedures:
        cases = law.cases_for(procedure, today)
        carnets = {
            code
            for regime, _ in cases
            if regime.cover is Cover.CARNET
            for paper in regime.papers
            for code in paper.codes
        }
        if cases and not carnets & enquiry.papers:
            regime, case = cases[0]
            if regime.cover_of(case) is Cover.DUTIES:
                return True
    return False


def _dues(workspace: Workspace, enquiry: Enquiry) -> tuple[DueDate, ...]:
    from sad_desktop.database import due_date_rows

    return due_date_rows.of_declarations(workspace.database(), [enquiry.declaration_id])
