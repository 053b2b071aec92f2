"""The wording and weight of each rule; ids are those of the rules catalogue (RULES)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Finding, Severity


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
        "V-03": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "No exchange rate for {cur} on {date}."),
        ),
        "V-05": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "{line} cannot be negative."),
        ),
        "V-06": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Calculated customs value is negative."),
        ),
        "V-09": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "No apportionment: item {line} total {v1}, header {v2}."),
        ),
        "V-10": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Apportionment by weight needs a gross mass."),
        ),
        "V-11": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Item {item}: adjustment must be greater than zero."),
        ),
        "T-01": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Item {item}: code {v} is not valid on {date}."),
        ),
        "T-06": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Item {item}: goods under {v} are prohibited."),
        ),
        "P-01": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Item {item}: procedure {v} is not allowed."),
        ),
        "PAY-04": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Account {v} cannot be used: it is not in the list of accounts."
            ),
        ),
        "apportionment_unknown": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding",
                "Apportionment {v} is unknown; choose 0 by value, 1 by weight or 2 none.",
            ),
        ),
        "shares_missing": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "{line} cannot be shared out: key the invoice value of the items."
            ),
        ),
        "number_unusable": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "The number {v} is too large to compute with; correct it."
            ),
        ),
        "rate_unreadable": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding",
                'Item {item}: rate "{v}" of {tax} cannot be read; correct the tariff line.',
            ),
        ),
        "base_missing": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Item {item}: key the value that {tax} is computed from."),
        ),
        "quantity_missing": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: key the quantity in {unit}; the duty depends on it."
            ),
        ),
        "attribute_missing": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Item {item}: key {field}; the duty depends on it."),
        ),
        "tax_stale": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: {tax} is {v1} in the file, its base and rate give {v2}."
            ),
        ),
        "manual_tax_refused": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding",
                "Item {item}: {tax} cannot be keyed by hand in this country; remove the line.",
            ),
        ),
        "manual_tax_without_reason": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: give the reason for the tax {tax} keyed by hand."
            ),
        ),
        "law_unknown": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "The law of {date} is not known; the profile begins on {v}."
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


NAMES_OF_FIELDS = frozenset({"line", "field"})
"""Values that name a field; a reader is given its title."""


def spoken_values(finding: Finding, language: str) -> dict[str, str]:
    """Return a finding's values as a reader is told them: fields by their titles."""
    owner = Item if finding.place.item else Declaration
    return {
        name: definitions(owner)[value].title(language)
        if name in NAMES_OF_FIELDS and value in definitions(owner)
        else value
        for name, value in finding.values
    }
