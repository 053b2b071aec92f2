"""Findings: what is wrong with a declaration, as values that say where and with which figures."""

from dataclasses import dataclass
from enum import StrEnum

from sad_desktop.brokerage.register import EarlierCase
from sad_desktop.declaration.draft import Place


class Severity(StrEnum):
    """How much a finding weighs: errors stop registration, warnings must be acknowledged."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault. ``code`` is a rule id of RULES.md, never used for another rule.

    ``message`` is a text of the translation context ``Finding`` with ``{name}`` placeholders
    that ``values`` fills; ``number`` is the item's number from 1, 0 for the general segment.
    ``cases`` are other declarations the finding rests on, to be opened from it.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    values: tuple[tuple[str, str], ...] = ()
    number: int = 0
    cases: tuple[EarlierCase, ...] = ()

    @property
    def box(self) -> str:
        """The box of the form the finding stands at."""
        return self.place.definition().box
