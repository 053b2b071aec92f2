"""Sentences for what the assessment remarks of its own."""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Severity
from sad_desktop.validation.wording.message import Message

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

ASSESSMENT: Mapping[str, Message] = MappingProxyType(
    {
        "apportionment_unknown": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Apportionment {v} is unknown; choose 0 by value, 1 by weight or 2 none."
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
            _E, QT_TRANSLATE_NOOP("Finding", "Item {item}: key {field}; the duty depends on it.")
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
    }
)
