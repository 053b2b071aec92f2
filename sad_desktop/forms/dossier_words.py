"""The words of advance cargo information, in the desk's language: states, steps, clock, faults."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from sad_desktop.brokerage.advance_cargo import (
    EXPORTER_KINDS,
    FIELDS,
    Dossier,
    Mark,
    Phase,
    State,
    grouped_acid,
)
from sad_desktop.brokerage.advance_cargo_steps import Step
from sad_desktop.brokerage.advance_cargo_terms import Deadline, Due
from sad_desktop.errors import UserError
from sad_desktop.forms.language import current_language, isolated, translate_error
from sad_desktop.services.advance_cargo import ROW_TITLES, FieldsLocked, RequestLacks
from sad_desktop.services.advance_cargo_envelope import InvoiceLacks
from sad_desktop.text import QT_TRANSLATE_NOOP
from sad_desktop.validation.dossiers import Objection
from sad_desktop.validation.findings import Severity
from sad_desktop.validation.messages import MESSAGES

_STATES = {
    State.DRAFT: QT_TRANSLATE_NOOP("AdvanceCargo", "Draft"),
    State.REQUESTED: QT_TRANSLATE_NOOP("AdvanceCargo", "Requested"),
    State.ACCEPTED: QT_TRANSLATE_NOOP("AdvanceCargo", "Accepted"),
    State.REJECTED: QT_TRANSLATE_NOOP("AdvanceCargo", "Rejected"),
    State.CANCELLED: QT_TRANSLATE_NOOP("AdvanceCargo", "Cancelled"),
}
_AMENDMENT = QT_TRANSLATE_NOOP("AdvanceCargo", "Amendment requested")
_SHIPPED = QT_TRANSLATE_NOOP("AdvanceCargo", "Shipped")
_REPLACED = QT_TRANSLATE_NOOP("AdvanceCargo", "Replaced")
_MARKS = {
    Mark.NONE: QT_TRANSLATE_NOOP("AdvanceCargo", "current"),
    Mark.AMENDED: QT_TRANSLATE_NOOP("AdvanceCargo", "current, amended"),
    Mark.OLD: QT_TRANSLATE_NOOP("AdvanceCargo", "old, not to be used"),
    Mark.CANCELLED: QT_TRANSLATE_NOOP("AdvanceCargo", "rejected or cancelled"),
}
_STEPS = {
    Step.REQUEST: QT_TRANSLATE_NOOP("AdvanceCargo", "Re&quested"),
    Step.WITHDRAW: QT_TRANSLATE_NOOP("AdvanceCargo", "Take bac&k"),
    Step.ACCEPT: QT_TRANSLATE_NOOP("AdvanceCargo", "&Accepted…"),
    Step.REJECT: QT_TRANSLATE_NOOP("AdvanceCargo", "Re&jected…"),
    Step.APPEAL: QT_TRANSLATE_NOOP("AdvanceCargo", "A&ppealed…"),
    Step.REVISE: QT_TRANSLATE_NOOP("AdvanceCargo", "&Correct and request anew"),
    Step.SHIP: QT_TRANSLATE_NOOP("AdvanceCargo", "Shi&pped…"),
    Step.EXTEND: QT_TRANSLATE_NOOP("AdvanceCargo", "E&xtended…"),
    Step.CANCEL: QT_TRANSLATE_NOOP("AdvanceCargo", "&Cancelled…"),
}
_EXPLAINED = {
    Step.REQUEST: QT_TRANSLATE_NOOP(
        "AdvanceCargo",
        "Note that the ACID, or the amendment of it, was asked for on Nafeza. Until customs answer "
        "nothing but the office's notes can be changed.",
    ),
    Step.WITHDRAW: QT_TRANSLATE_NOOP(
        "AdvanceCargo", "The request was not filed, or was taken back: the dossier is as before it."
    ),
    Step.ACCEPT: QT_TRANSLATE_NOOP(
        "AdvanceCargo", "Key the ACID customs gave, and the day they gave it."
    ),
    Step.REJECT: QT_TRANSLATE_NOOP(
        "AdvanceCargo",
        "Key the reason customs gave for rejecting the shipment. A number it has already is marked "
        "with C.",
    ),
    Step.APPEAL: QT_TRANSLATE_NOOP(
        "AdvanceCargo", "Note the day of the appeal. Its documents go to customs with it."
    ),
    Step.REVISE: QT_TRANSLATE_NOOP(
        "AdvanceCargo", "Open the rejected dossier again, to correct it and ask anew."
    ),
    Step.SHIP: QT_TRANSLATE_NOOP(
        "AdvanceCargo",
        "Note the day the shipping agent confirmed the shipment. From then on only some data can "
        "be changed.",
    ),
    Step.EXTEND: QT_TRANSLATE_NOOP(
        "AdvanceCargo", "Key the approval by which the ACID is good for the same period once more."
    ),
    Step.CANCEL: QT_TRANSLATE_NOOP(
        "AdvanceCargo", "The shipment will not take place: its ACID is marked with C for good."
    ),
}
_DUES = {
    Due.FILE: QT_TRANSLATE_NOOP("AdvanceCargo", "request until {at}"),
    Due.ANSWER: QT_TRANSLATE_NOOP("AdvanceCargo", "answer until {at}"),
    Due.APPEAL: QT_TRANSLATE_NOOP("AdvanceCargo", "appeal until {day}"),
    Due.EXPIRY: QT_TRANSLATE_NOOP("AdvanceCargo", "valid until {day}"),
}
_LOCKED = {
    Phase.WAITING: QT_TRANSLATE_NOOP(
        "AdvanceCargo", "Customs decide on the request: take it back to change this."
    ),
    Phase.BEFORE: QT_TRANSLATE_NOOP(
        "AdvanceCargo", "The two parties are not changed once an ACID was given; begin a new one."
    ),
    Phase.AFTER: QT_TRANSLATE_NOOP(
        "AdvanceCargo", "The goods are shipped: customs change this at your request only."
    ),
    Phase.CLOSED: QT_TRANSLATE_NOOP(
        "AdvanceCargo", "The dossier is closed: it was cancelled, or another took its place."
    ),
}
_KINDS = {
    "producer": QT_TRANSLATE_NOOP("AdvanceCargo", "Producer"),
    "branch": QT_TRANSLATE_NOOP("AdvanceCargo", "Branch of a company"),
    "other": QT_TRANSLATE_NOOP("AdvanceCargo", "Other"),
}


_MNEMONIC = re.compile(r"\s*\(&.\)")


def _said(text: str) -> str:
    return QCoreApplication.translate("AdvanceCargo", text)


def state_words(dossier: Dossier) -> str:
    """Return how far a dossier has come."""
    if dossier.replaced_by:
        return _said(_REPLACED)
    if dossier.state is State.REQUESTED and dossier.acids:
        return _said(_AMENDMENT)
    if dossier.phase is Phase.AFTER:
        return _said(_SHIPPED)
    return _said(_STATES[dossier.state])


def mark_words(mark: Mark) -> str:
    """Return what a letter behind an ACID means."""
    return _said(_MARKS[mark])


def step_words(step: Step) -> str:
    """Return what a step is called on its button, with its mnemonic."""
    return _said(_STEPS[step])


def step_title(step: Step) -> str:
    """Return what a step is called, without mnemonic."""
    return _MNEMONIC.sub("", step_words(step)).replace("&", "").rstrip("…")


def step_explained(step: Step) -> str:
    """Return what a step does."""
    return _said(_EXPLAINED[step])


def due_words(deadline: Deadline | None) -> str:
    """Return what is due and when, "" for nothing."""
    if deadline is None:
        return ""
    at = deadline.at
    words = _said(_DUES[deadline.due])
    return words.format(at=isolated(moment_words(at)), day=isolated(day_words(at.date())))


def locked_words(phase: Phase) -> str:
    """Return why a locked field is not keyed in a phase."""
    return _said(_LOCKED[phase]) if phase in _LOCKED else ""


def kind_choices() -> dict[str, str]:
    """Return what an exporter may be, by the value that is kept; none is the first."""
    return {"": "", **{kind: _said(_KINDS[kind]) for kind in EXPORTER_KINDS}}


def day_words(day: date | None) -> str:
    """Return a day as it is written everywhere."""
    return "" if day is None else day.strftime("%d/%m/%Y")


def moment_words(at: datetime) -> str:
    """Return a moment in the desk's zone."""
    return at.strftime("%d/%m/%Y %H:%M")


def acid_words(dossier: Dossier) -> str:
    """Return the current number in groups for reading, "" while there is none."""
    return grouped_acid(dossier.acid.text) if dossier.acid is not None else ""


def field_title(name: str) -> str:
    """Return the title of a field of a dossier, of its invoices or lines, or of a list of it."""
    if name in ROW_TITLES:
        return _said(ROW_TITLES[name])
    return FIELDS[name].title(current_language()) if name in FIELDS else "ACID"


def field_titles(names: Iterable[str]) -> str:
    """Return titles in one line."""
    comma = "، " if current_language() == "ar" else ", "
    return comma.join(map(field_title, names))


def objection_weight(found: Objection) -> Severity:
    """Return how much a fault of a dossier weighs."""
    return MESSAGES[found.wording].severity


def objection_words(found: Objection) -> str:
    """Return the sentence of what is wrong with a dossier."""
    values = {name: isolated(value) for name, value in found.values}
    values["list"] = field_titles(found.missing)
    text = QCoreApplication.translate("Finding", MESSAGES[found.wording].text)
    return text.format_map(values)


def error_words(error: UserError) -> str:
    """Return the sentence of an error; fields are named by their titles."""
    text = QCoreApplication.translate("UserError", error.message)
    if isinstance(error, FieldsLocked):
        return text.format(field=field_titles(error.names))
    if isinstance(error, RequestLacks):
        return text.format(fields=field_titles(error.names))
    if isinstance(error, InvoiceLacks):
        return text.format(v=isolated(error.values["v"]), fields=field_titles(error.names))
    return translate_error(error)
