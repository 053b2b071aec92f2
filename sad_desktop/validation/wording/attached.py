"""Sentences of bills, containers, documents, accounts and other declarations."""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Severity
from sad_desktop.validation.wording.message import Message

_E, _W, _I = Severity.ERROR, Severity.WARNING, Severity.INFO

ATTACHED: Mapping[str, Message] = MappingProxyType(
    {
        "M-01": Message(_E, QT_TRANSLATE_NOOP("Finding", "Manifest {v} was not found.")),
        "M-01.missing": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Box A: enter the manifest; office {office} asks for it."),
        ),
        "M-02": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "BL {v} does not belong to manifest {m}.")
        ),
        "M-03": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "BL {v}: declared {v1} packages, balance {v2}.")
        ),
        "M-04": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "BL {v}: declared {v1} kg, balance {v2} kg.")
        ),
        "M-05": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding", "Consignee differs from {v2}, the consignee of bill of lading {v}."
            ),
        ),
        "M-06": Message(_W, QT_TRANSLATE_NOOP("Finding", "BL {v}: {n} packages remain.")),
        "M-07": Message(_W, QT_TRANSLATE_NOOP("Finding", "BL {v} is also used by {id}.")),
        "C-01": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Container {v}: check digit is wrong (should be {n}).")
        ),
        "C-01.form": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Container {v}: must be four letters and seven digits (CSQU3054383)."
            ),
        ),
        "C-02": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Box 19 and the container list disagree.")
        ),
        "C-03": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Container {v} is not on bill of lading {bl}.")
        ),
        "C-04": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Container {v} is listed twice for item {item}.")
        ),
        "C-05": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: only the first four containers are printed."
            ),
        ),
        "C-06": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding", "Containers of item {item} do not add up: {v1}, item {v2}."
            ),
        ),
        "D-01": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Item {item}: document {v} ({name}) is required by {rule}."
            ),
        ),
        "D-02": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Document {v}: enter reference and date.")
        ),
        "D-03": Message(_W, QT_TRANSLATE_NOOP("Finding", "Document {v}: date {date} is unusual.")),
        "D-04": Message(_E, QT_TRANSLATE_NOOP("Finding", "Document {v} is repeated.")),
        "D-05": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Document {v}: no digital copy attached.")
        ),
        "D-06": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "File {v} has {size} bytes; limit {max}. Resize it.")
        ),
        "D-07": Message(
            _W, QT_TRANSLATE_NOOP("Finding", "Licence {v}: remaining {n} is not enough.")
        ),
        "D-08": Message(_E, QT_TRANSLATE_NOOP("Finding", "Licence {v} expired on {date}.")),
        "D-09": Message(_I, QT_TRANSLATE_NOOP("Finding", "Copy only: undertaking until {date}.")),
        "X-04": Message(_W, QT_TRANSLATE_NOOP("Finding", "Similar declaration {id}: same {list}.")),
        "X-05": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "The declaration is registered and was changed; create an amendment."
            ),
        ),
        "X-06": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "Duties differ from the assessed amount by {v}.")
        ),
        "X-07": Message(_E, QT_TRANSLATE_NOOP("Finding", "Box {box}: remove character {v}.")),
        "X-08": Message(_W, QT_TRANSLATE_NOOP("Finding", "Digits were converted: {v1} to {v2}.")),
        "PAY-04": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Account {v} cannot be used: it is not in the list of accounts."
            ),
        ),
        "PAY-04.owner": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Account {v} cannot be used: it belongs to company {v2}."),
        ),
        "PAY-04.balance": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Account {v} cannot be used: {v2} is left and {v1} is due."
            ),
        ),
    }
)
