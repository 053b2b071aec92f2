"""What the regime of a declaration demands: papers, guarantee, periods and conditions (S4-002)."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from sad_desktop.declaration.draft import Draft
from sad_desktop.services.desk import Desk
from sad_desktop.services.openings import law_day
from sad_desktop.tariff.regime_file import regime_law
from sad_desktop.tariff.regime_law import Paper, Period, RegimeTerms, Wording


class NeedKind(StrEnum):
    """What a line of the list is."""

    DOCUMENT = "document"
    REQUIREMENT = "requirement"
    GUARANTEE = "guarantee"
    PERIOD = "period"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """One line; ``is_there`` tells whether a document is attached, None where no code says so.

    ``period`` is that of a line of periods.
    """

    kind: NeedKind
    text: Wording
    is_there: bool | None = None
    period: Period | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeNeeds:
    """What one regime demands of the declaration; ``by_hand`` are periods somebody begins."""

    regime: RegimeTerms
    needs: tuple[Need, ...]
    by_hand: tuple[Period, ...] = ()


def regime_needs(draft: Draft, desk: Desk) -> tuple[RegimeNeeds, ...]:
    """Return the regimes of a declaration's items, the most particular first, each once."""
    law = regime_law(desk.book.profile)
    if law is None:
        return ()
    day = law_day(draft, desk)
    found: dict[str, RegimeTerms] = {}
    attached = frozenset(
        row.document_code for item in draft.declaration.items for row in item.documents
    )
    for item in draft.declaration.items:
        for regime in law.for_procedure(item.procedure, item.extended_code, day):
            found.setdefault(regime.code, regime)
    return tuple(
        RegimeNeeds(
            regime=regime,
            needs=tuple(_needs(regime, attached)),
            by_hand=tuple(
                case for case in regime.cases if case.is_documents or regime.extended_codes
            ),
        )
        for regime in found.values()
    )


def _needs(regime: RegimeTerms, attached: frozenset[str]) -> Iterator[Need]:
    for paper in regime.papers:
        yield Need(kind=NeedKind.DOCUMENT, text=paper, is_there=_is_there(paper, attached))
    for paper in regime.requirements:
        yield Need(kind=NeedKind.REQUIREMENT, text=paper, is_there=_is_there(paper, attached))
    yield Need(kind=NeedKind.GUARANTEE, text=regime.guarantee)
    for case in regime.cases:
        yield Need(kind=NeedKind.PERIOD, text=case, period=case)
    for limit in regime.limits:
        yield Need(kind=NeedKind.CONDITION, text=limit)


def _is_there(paper: Paper, attached: frozenset[str]) -> bool | None:
    return bool(paper.codes & attached) if paper.codes else None
