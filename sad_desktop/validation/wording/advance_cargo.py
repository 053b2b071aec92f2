"""Sentences of the advance cargo information of Egypt."""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Severity
from sad_desktop.validation.wording.message import Message

_E, _W = Severity.ERROR, Severity.WARNING

ADVANCE_CARGO: Mapping[str, Message] = MappingProxyType(
    {
        "ACI-01": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "ACID must contain exactly {n} digits.")
        ),
        "ACI-01.missing": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Enter the ACID: imports by this mode of transport need one."
            ),
        ),
        "ACI-02": Message(_E, QT_TRANSLATE_NOOP("Finding", "ACID {v} expired on {date}.")),
        "ACI-03": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "ACID {v} is marked {s}; use the current one.")
        ),
        "ACI-03.none": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "ACID {v} was rejected or cancelled; get a new one.")
        ),
        "ACI-04": Message(_E, QT_TRANSLATE_NOOP("Finding", "Invoice {v}: missing {list}.")),
        "ACI-05": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Less than {n} hours remain before shipment.")
        ),
        "ACI-06": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "ACID cannot be requested after shipment.")
        ),
        "ACI-07": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding",
                "ACID {v} was given to another party: {v2}. The parties are never changed.",
            ),
        ),
        "ACI-08": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Line {n}: enter GS1 code or part number.")
        ),
        "ACI-08.check": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding", "Line {n}: the length or the check digit of GS1 code {v} is wrong."
            ),
        ),
    }
)
