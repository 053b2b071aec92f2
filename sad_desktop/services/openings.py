"""Which due date begins with an assessment: by the procedure of the items and the law's cases."""

from dataclasses import dataclass, replace
from datetime import date

from sad_desktop.brokerage.due_dates import DueDate, Opening, opened
from sad_desktop.brokerage.guarantees import parts
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.services.desk import Desk
from sad_desktop.tariff.regime_file import regime_law
from sad_desktop.tariff.regime_law import Period, RegimeTerms
from sad_desktop.valuation.note import AssessmentNote


@dataclass(frozen=True, slots=True)
class Terms:
    """What was chosen for goods that are assessed; ``guarantee_id`` 0: none stands for them yet."""

    regime: str = ""
    case: str = ""
    guarantee_id: int = 0


def offered_cases(draft: Draft, desk: Desk) -> tuple[tuple[RegimeTerms, Period], ...]:
    """Return the regimes and cases a declaration's goods may be under, the usual one first.

    None where they are under no regime with a due date, or the country's law names no periods.
    """
    law = regime_law(desk.book.profile)
    if law is None:
        return ()
    day = law_day(draft, desk)
    found: dict[tuple[str, str], tuple[RegimeTerms, Period]] = {}
    for procedure in dict.fromkeys(item.procedure for item in draft.declaration.items):
        for regime, case in law.cases_for(procedure, day) if procedure else ():
            found.setdefault((regime.code, case.code), (regime, case))
    return tuple(found.values())


def held_items(draft: Draft, desk: Desk) -> dict[int, Item]:
    """Return the items whose goods stay under customs, by their number."""
    day = law_day(draft, desk)
    return {
        number: item
        for number, item in enumerate(draft.declaration.items, start=1)
        if is_suspended(desk, item.procedure, day)
    }


def opening(draft: Draft, note: AssessmentNote, desk: Desk, terms: Terms) -> Opening | None:
    """Return the due date that begins with a declaration's assessment; None where none does.

    Suspended goods of a country without a law of regimes have one without a day.
    """
    cases = offered_cases(draft, desk)
    held = held_items(draft, desk)
    if not cases and not held:
        return None
    wanted = next(
        (one for one in cases if (one[0].code, one[1].code) == (terms.regime, terms.case)),
        cases[0] if cases else None,
    )
    period = _keyed_days(wanted[1], draft) if wanted is not None else None
    started = draft.declaration.registration_day or desk.on
    law = regime_law(desk.book.profile)
    due = DueDate(
        profile=desk.book.profile.code,
        regime=wanted[0].code if wanted is not None else "",
        case=period.code if period is not None else "",
        first_on=started,
        started_on=started,
        decimals=note.decimals,
        guarantee_id=terms.guarantee_id,
    )
    duties = {number: note.item(item.key).guarantee for number, item in held.items()}
    return Opening(
        due=opened(due, period, law.claims if law is not None else None),
        period=period,
        parts=parts(note.guarantee, duties, note.decimals) if duties and note.guarantee else {},
    )


def opening_by_hand(desk: Desk, regime: RegimeTerms, case: Period, on: date) -> Opening:
    """Return a due date somebody opens for a declaration, as for missing originals (S4-010)."""
    law = regime_law(desk.book.profile)
    due = DueDate(
        profile=desk.book.profile.code,
        regime=regime.code,
        case=case.code,
        first_on=on,
        started_on=on,
        decimals=desk.book.profile.decimals,
    )
    return Opening(due=opened(due, case, law.claims if law is not None else None), period=case)


def law_day(draft: Draft, desk: Desk) -> date:
    """Return the day whose law of regimes holds for a draft."""
    return draft.declaration.registration_day or desk.on


def _keyed_days(period: Period, draft: Draft) -> Period:
    """Return a period as long as box 49 says, where it is keyed (S3-050)."""
    days = draft.declaration.warehouse_days
    return replace(period, days=days) if days and period.days else period


def is_suspended(desk: Desk, procedure: str, on: date) -> bool:
    """Tell whether goods of a procedure stay under customs until another declaration."""
    entry = desk.book.entry("procedures", procedure, on)
    return entry is not None and entry.facts.get("suspends") == "yes"
