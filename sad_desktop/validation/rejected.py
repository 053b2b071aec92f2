"""A field's own fault: what was typed is no value of it."""

from collections.abc import Iterator

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import Unreadable, parse
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding

_SHOWN = 40


def rejected_texts(case: Case) -> Iterator[Finding]:
    """F-01: text that could not be read stays in its box and stops registration."""
    for place, typed in case.draft.rejected.items():
        shown = typed if len(typed) <= _SHOWN else typed[:_SHOWN] + "…"
        yield case.finding(
            "F-01", place, box=place.definition().box, v=shown, reason=_reason(place, typed)
        )


def _reason(place: Place, typed: str) -> str:
    try:
        parse(place.definition(), typed)
    except Unreadable as error:
        return str(error)
    return ""
