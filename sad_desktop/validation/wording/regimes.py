"""Sentences about due dates, refunds and parcels."""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Severity
from sad_desktop.validation.wording.message import Message

_E, _W = Severity.ERROR, Severity.WARNING

REGIMES: Mapping[str, Message] = MappingProxyType(
    {
        "R-01": Message(_W, QT_TRANSLATE_NOOP("Finding", "{regime}: due on {date}.")),
        "R-02": Message(
            _E, QT_TRANSLATE_NOOP("Finding", "The extension must be requested before {date}.")
        ),
        "R-03": Message(
            _E,
            QT_TRANSLATE_NOOP("Finding", "Refund not allowed: worth {v}, less than {n}."),
        ),
        "R-03.late": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Refund not allowed: the duties were paid on {date}, over {n} days ago."
            ),
        ),
        "R-03.claim": Message(
            _E,
            QT_TRANSLATE_NOOP(
                "Finding", "Refund not allowed: the re-export is more than {n} days ago."
            ),
        ),
        "R-04": Message(
            _W,
            QT_TRANSLATE_NOOP("Finding", "Threshold {v}: a unified declaration is required."),
        ),
    }
)
