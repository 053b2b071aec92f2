"""Sentences of the general segment, of single fields, and of the check itself."""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Severity
from sad_desktop.validation.wording.message import Message

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

GENERAL: Mapping[str, Message] = MappingProxyType(
    {
        "BUG": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Rule {rule} failed and judged nothing: {reason}. Please report this."
            ),
        ),
        "F-01": Message(
            _E, QT_TRANSLATE_NOOP("Finding", 'Box {box}: "{v}" cannot be read. {reason}')
        ),
        "F-02": Message(_E, QT_TRANSLATE_NOOP("Finding", "Box {box}: {field} must be filled in.")),
        "F-03": Message(
            _W, QT_TRANSLATE_NOOP("Finding", 'Box {box}: "{v}" is not in the list of codes.')
        ),
        "I-01": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding",
                "{field}: code {v} was not checked; this country has no complete list of them.",
            ),
        ),
        "I-02": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "{field} was not checked; the profile says no form for it."
            ),
        ),
        "I-03": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding",
                "Empty boxes were not judged; the neutral profile does not say which are wanted.",
            ),
        ),
        "H-01": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Choose a valid declaration model in box 1.")
        ),
        "H-02": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", 'Box 7: reference "{v}" must be written like {example}.'),
        ),
        "H-03": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Reference {v} was already used in {year} (declaration {id})."
            ),
        ),
        "H-04": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box 2: enter the exporter's full name and address.")
        ),
        "H-05": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Box {box}: company code {v} is not registered. Press F3 to choose."
            ),
        ),
        "H-05.missing": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Box {box}: enter the company code. Press F3 to choose."),
        ),
        "H-06": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Exporter and consignee cannot be the same party.")
        ),
        "H-07": Message(_W, QT_TRANSLATE_NOOP("Finding", "Consignee's licence expired on {date}.")),
        "H-07.paper": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Consignee's {doc} expired on {date}.")
        ),
        "H-08": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Box 14: declarant {v} is unknown or is no customs broker."
            ),
        ),
        "H-08.missing": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box 14: enter the declarant's code.")
        ),
        "H-08.expired": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Box 14: the licence of declarant {v} expired on {date}."),
        ),
        "H-09": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box 9: enter the person responsible for payment.")
        ),
        "H-10": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Box 5 of the file shows {v1} items but the declaration has {v2}."
            ),
        ),
        "H-10.none": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "The declaration has no items; add at least one.")
        ),
        "H-11": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Box {box}: customs office {v} is not in the office list."
            ),
        ),
        "H-11.missing": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box A: choose the customs office.")
        ),
        "H-12": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", 'Box {box}: "{v}" is not a valid two-letter country code.'
            ),
        ),
        "H-12.missing": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box {box}: enter the two-letter country code.")
        ),
        "H-13": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Box {box}: country {v} is unusual for model {model}.")
        ),
        "H-14": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding",
                "Box 20: delivery terms {v} are not in the list; choose them and their place.",
            ),
        ),
        "H-14.missing": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box 20: enter delivery terms and place.")
        ),
        "H-15": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box 25: choose the mode of transport at the border.")
        ),
        "H-16": Message(_W, QT_TRANSLATE_NOOP("Finding", "Office {v1} does not accept mode {v2}.")),
        "H-17": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding",
                "Box {box}: identity or nationality of the means of transport is missing.",
            ),
        ),
        "H-18": Message(
            _W,
            QT_TRANSLATE_NOOP("Finding", "Box 30: location {v} is not valid for office {office}."),
        ),
        "H-18.missing": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Box 30: enter the location of the goods.")
        ),
        "H-19": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Box 28: bank code and name must both be filled and match."
            ),
        ),
        "H-20": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "No certificate of origin: {fee} will be added to the declaration."
            ),
        ),
        "H-21": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Box 13 says {v} but attached documents say otherwise."),
        ),
        "H-22": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "The declaration date {v} is in the future or too old."),
        ),
    }
)
