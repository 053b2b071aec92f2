"""The language of the desk: translators, direction, and the wording of texts from below Qt."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication, QLibraryInfo, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sad_desktop.errors import ResourceMissing, UserError
from sad_desktop.resources import translation

if TYPE_CHECKING:
    from sad_desktop.validation.findings import Finding

_OURS = "sad-desktop translator"
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT, _END_OF_ISOLATE = "\u2066", "\u2067", "\u2069"
_MARK = "\u200f"
_STRONG = frozenset({"L", "R", "AL"})


class Language(StrEnum):
    """A language the program speaks."""

    ENGLISH = "en"
    ARABIC = "ar"

    @property
    def direction(self) -> Qt.LayoutDirection:
        """The direction the shell runs in."""
        if self is Language.ARABIC:
            return Qt.LayoutDirection.RightToLeft
        return Qt.LayoutDirection.LeftToRight

    @property
    def own_name(self) -> str:
        """The language's name in itself, for the menu that chooses it."""
        return "العربية" if self is Language.ARABIC else "English"


def use_language(application: QApplication, language: Language) -> None:
    """Speak a language from now on; windows that are already built must be built again.

    Raises ResourceMissing when a translation is absent or damaged: the desk speaks the English
    of its sources then, or Arabic with Qt's own texts in English. The direction is set
    explicitly, because Qt's translator has no say once anybody has set it.
    """
    for former in application.findChildren(QTranslator, _OURS):
        application.removeTranslator(former)
        former.setParent(None)
    try:
        _install(application, translation(f"sad_{language}.qm"))
    except ResourceMissing:
        application.setLayoutDirection(Language.ENGLISH.direction)
        raise
    application.setLayoutDirection(language.direction)
    if language is Language.ARABIC:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _install(application, Path(folder) / "qtbase_ar.qm")


def use_plain_numbers() -> None:
    """Keep numbers in the C locale, because an Arabic one shows ``٩٩٫٩٩``."""
    from PySide6.QtCore import QLocale  # start-up cost: 15 ms for its lists of languages

    QLocale.setDefault(QLocale.c())


def system_language() -> Language:
    """Return the language to begin in where nobody chose: Arabic where the system speaks it."""
    from PySide6.QtCore import QLocale  # start-up cost: 15 ms, on the first start only

    arabic = QLocale.system().language() == QLocale.Language.Arabic
    return Language.ARABIC if arabic else Language.ENGLISH


def current_language() -> Language:
    """Return the language the desk speaks now."""
    if QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        return Language.ARABIC
    return Language.ENGLISH


def translate_error(error: UserError) -> str:
    """Return the sentence of an error in the desk's language."""
    spoken = {
        name: _translate_value(context, error.values[name]) for name, context in error.texts.items()
    }
    sentence = QCoreApplication.translate("UserError", error.message)
    return _fill(sentence, {**error.values, **spoken})


def _translate_value(context: str, text: str) -> str:
    if context == "Service":
        return QCoreApplication.translate("Service", text)
    if context == "Unreadable":
        return QCoreApplication.translate("Unreadable", text)
    if context == "ListPart":
        return QCoreApplication.translate("ListPart", text)
    if context == "DueState":
        return QCoreApplication.translate("DueState", text)
    if context == "Title":
        from sad_desktop.brokerage.ledgers import title_of_field  # start-up cost

        return title_of_field(text, current_language())
    if context == "PaymentField":
        from sad_desktop.brokerage.payments import title_of_keyed  # start-up cost

        return title_of_keyed(text, current_language())
    return QCoreApplication.translate("User", text)


def translate_finding(finding: "Finding") -> str:
    """Return the sentence of a finding in the desk's language."""
    return _worded(finding, current_language())


def finding_in(language: str) -> "Callable[[Finding], str]":
    """Return what words findings in a language without a window; raises ResourceMissing."""
    application = QCoreApplication.instance() or QCoreApplication([])
    _install(application, translation(f"sad_{language}.qm"))
    return lambda finding: _worded(finding, Language(language))


def _worded(finding: "Finding", language: Language) -> str:
    # start-up cost: the window is painted before the rules are loaded
    from sad_desktop.validation.messages import spoken_values

    values = spoken_values(finding, str(language))
    if "reason" in values:
        values["reason"] = translate_unreadable(values["reason"])
    return _fill(QCoreApplication.translate("Finding", finding.message), values)


def translate_reason(text: str) -> str:
    """Return why a box is not keyed, in the desk's language."""
    return QCoreApplication.translate("Reason", text)


def translate_unreadable(text: str) -> str:
    """Return why what was typed is no value, in the desk's language."""
    return QCoreApplication.translate("Unreadable", text)


def translate_step(text: str, inputs: Iterable[tuple[str, str]] = ()) -> str:
    """Return the label or formula of a step of a computation, in the desk's language."""
    return _fill(QCoreApplication.translate("Step", text), dict(inputs))


def isolated(value: str) -> str:
    """Return a value that keeps its own order inside a sentence of the other direction.

    Without it ``-5`` reads ``5-`` in an Arabic sentence, and an Arabic name takes the bracket
    that follows it. Nothing is added where the two directions do not meet.
    """
    if not value or (current_language() is Language.ENGLISH and not _has_right_to_left(value)):
        return value
    first = next((kind for kind in map(bidirectional, value) if kind in _STRONG), "L")
    begin = _LEFT_TO_RIGHT if first == "L" else _RIGHT_TO_LEFT
    return f"{begin}{value}{_END_OF_ISOLATE}"


def in_desk_direction(sentence: str) -> str:
    """Return a sentence that runs as the desk does, also when it begins with a foreign word."""
    if not sentence or current_language() is Language.ENGLISH:
        return sentence
    return "\n".join(f"{_MARK}{line}" for line in sentence.split("\n"))


def _fill(sentence: str, values: Mapping[str, str]) -> str:
    if not values:
        return sentence
    return sentence.format_map({name: isolated(value) for name, value in values.items()})


def _has_right_to_left(text: str) -> bool:
    return any(bidirectional(letter) in _STRONG - {"L"} for letter in text)


def _install(application: QCoreApplication, file: Path) -> None:
    translator = QTranslator(application)
    translator.setObjectName(_OURS)
    if not translator.load(str(file)):
        translator.setParent(None)
        raise ResourceMissing(file.name)
    application.installTranslator(translator)
