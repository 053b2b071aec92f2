"""How a field of a document stands: keyed or not, and in which colours it is read."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.values import Unreadable, parse
from sad_desktop.forms.document import Document
from sad_desktop.forms.language import translate_finding
from sad_desktop.forms.theme import Colours
from sad_desktop.tariff.behaviour import StateKind
from sad_desktop.validation.findings import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """Colours of a field: text and paper; ``paper`` "" is the widget's own."""

    text: str
    paper: str = ""


def is_keyed(document: Document, place: Place) -> bool:
    """Tell whether the clerk may type in a field now."""
    return document.is_editable and document.state_of(place).is_keyed


def is_used(document: Document, place: Place) -> bool:
    """Tell whether a field has a meaning here at all."""
    return document.state_of(place).kind is not StateKind.NOT_USED


def is_missing(document: Document, place: Place) -> bool:
    """Tell whether a field is required and blank."""
    required = document.state_of(place).kind is StateKind.REQUIRED
    return required and document.is_editable and not document.text_of(place)


def reason(document: Document, place: Place) -> str:
    """Return why a field is as it is; "" when there is nothing to say."""
    return QCoreApplication.translate("Reason", document.state_of(place).reason)


def ink_of(document: Document, place: Place, colours: Colours) -> Ink:
    """Return the colours that tell whether a keyed value is understood and whose it is."""
    if place in document.draft.rejected:
        return Ink(text=colours.invalid, paper=colours.invalid_wash)
    gravest = document.gravest_at(place)
    if gravest is Severity.ERROR and document.text_of(place):
        return Ink(text=colours.invalid, paper=colours.invalid_wash)
    if gravest is Severity.WARNING:
        return Ink(text=colours.warning)
    if place in document.draft.filled:
        return Ink(text=colours.filled)
    return Ink(text=colours.ink)


def complaint(document: Document, place: Place) -> str:
    """Return what is wrong with a field, in sentences; "" when nothing is."""
    typed = document.draft.rejected.get(place)
    if typed is None:
        return faults_of(document, place)
    try:
        parse(place.definition(), typed)
    except Unreadable as error:
        return QCoreApplication.translate("Unreadable", str(error))
    return ""


def faults_of(document: Document, place: Place) -> str:
    """Return the errors and warnings that stand at a field, one a line; "" for none."""
    told = (one for one in document.findings_at(place) if one.severity is not Severity.INFO)
    return "\n".join(translate_finding(one) for one in told)
