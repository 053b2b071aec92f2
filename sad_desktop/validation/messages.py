"""The wording and weight of each rule; ids are those of the rules catalogue (RULES)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Severity


@dataclass(frozen=True, slots=True)
class Message:
    """What a rule says; ``text`` belongs to the translation context ``Finding``."""

    severity: Severity
    text: str


_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

MESSAGES: Mapping[str, Message] = MappingProxyType(
    {
        "F-01": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", 'Box {box}: "{v}" cannot be read. {reason}'),
        ),
        "H-01": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Choose a valid declaration model in box 1.")
        ),
        "H-02": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", 'Box 7: reference "{v}" must be written like {example}.'),
        ),
        "V-01": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item prices total {v1}, invoice total {v2}, difference {d}."
            ),
        ),
        "W-01": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding",
                "Item {item}: net mass {v2} kg is greater than gross mass {v1} kg.",
            ),
        ),
        "W-03": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: enter gross and net mass greater than zero."
            ),
        ),
    }
)
