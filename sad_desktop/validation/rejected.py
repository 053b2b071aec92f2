"""A field's own fault: what was typed is no value of it, or was converted."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import Unreadable, fold_digits, parse
from sad_desktop.validation.case import Case
from sad_desktop.validation.findings import Finding
from sad_desktop.validation.rule import Rule

_SHOWN = 40
_FREE_TEXT = frozenset({Kind.TEXT, Kind.LINES})


def rejected_texts(case: Case) -> Iterator[Finding]:
    """F-01: text that could not be read stays in its box and stops registration."""
    for place, typed in case.draft.rejected.items():
        if case.only is not None and place.item not in (0, case.only):
            continue
        shown = typed if len(typed) <= _SHOWN else typed[:_SHOWN] + "…"
        yield case.finding(
            "F-01", place, box=place.definition().box, v=shown, reason=_reason(place, typed)
        )


def converted_digits(case: Case, place: Place, typed: str) -> Iterator[Finding]:
    """X-08: Arabic-Indic digits typed into a number, a code or a day were converted."""
    converted = fold_digits(typed)
    if converted != typed and place.definition().kind not in _FREE_TEXT:
        yield case.finding("X-08", place, v1=typed, v2=converted)


def _reason(place: Place, typed: str) -> str:
    try:
        parse(place.definition(), typed)
    except Unreadable as error:
        return str(error)
    return ""


RULES: Mapping[str, Rule] = MappingProxyType({"F-01": rejected_texts})
