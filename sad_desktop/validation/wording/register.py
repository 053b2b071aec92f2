"""Sentences for what the office keeps nothing of, or could not be asked."""

from collections.abc import Mapping
from types import MappingProxyType

from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.findings import Severity
from sad_desktop.validation.wording.message import Message

_W, _I = Severity.WARNING, Severity.INFO

REGISTER: Mapping[str, Message] = MappingProxyType(
    {
        "I-04": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "Papers of the parties were not checked; the office keeps none yet."
            ),
        ),
        "I-04.licences": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "What licences still cover was not checked; the office keeps none yet."
            ),
        ),
        "I-04.manifests": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "The manifest was not checked; the office keeps no manifests yet."
            ),
        ),
        "I-04.bills": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "Bills of lading were not checked; the office keeps none yet."
            ),
        ),
        "I-04.balances": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "Balances of earlier goods were not checked; the office keeps none yet."
            ),
        ),
        "I-04.accounts": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "The balance of the account was not checked; the office keeps none yet."
            ),
        ),
        "I-04.prices": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "Unit values were not compared; the office knows no usual prices yet."
            ),
        ),
        "I-04.guarantees": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "The guarantee was not checked; the office keeps none yet."
            ),
        ),
        "I-04.files": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "Digital copies were not checked; the office keeps none yet."
            ),
        ),
        "I-04.dossiers": Message(
            _I,
            QT_TRANSLATE_NOOP(
                "Finding", "The ACID was not checked; the office keeps no dossiers yet."
            ),
        ),
        "I-05": Message(
            _W,
            QT_TRANSLATE_NOOP(
                "Finding",
                "The office's database cannot be reached: nothing was compared with what it keeps.",
            ),
        ),
    }
)
