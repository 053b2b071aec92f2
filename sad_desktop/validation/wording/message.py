"""One sentence of a rule with its weight."""

from dataclasses import dataclass

from sad_desktop.validation.findings import Severity


@dataclass(frozen=True, slots=True)
class Message:
    """What a rule says; ``text`` belongs to the translation context ``Finding``."""

    severity: Severity
    text: str
