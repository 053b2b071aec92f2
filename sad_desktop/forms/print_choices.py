"""What can be printed and in which edition, as the preview, the dialog and a batch offer it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QComboBox, QWidget

from sad_desktop.forms.language import Language, current_language
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.printing.design import Design
from sad_desktop.printing.words import word
from sad_desktop.resources import translation
from sad_desktop.services.paper import Printing, What
from sad_desktop.text import QT_TRANSLATE_NOOP

COPIES = range(1, 9)
"""The numbers of the form's copies."""

_WHAT: dict[What, str] = {
    "sad": QT_TRANSLATE_NOOP("Paper", "The declaration"),
    "valuation": QT_TRANSLATE_NOOP("Paper", "Valuation notes"),
    "general_valuation": QT_TRANSLATE_NOOP("Paper", "Valuation note, general segment"),
    "item_valuation": QT_TRANSLATE_NOOP("Paper", "Valuation note, items"),
    "assessment": QT_TRANSLATE_NOOP("Paper", "Assessment note"),
    "documents": QT_TRANSLATE_NOOP("Paper", "Documents and containers"),
    "containers": QT_TRANSLATE_NOOP("Paper", "Container list"),
    "estimate": QT_TRANSLATE_NOOP("Paper", "Cost estimate for the client"),
    "all": QT_TRANSLATE_NOOP("Paper", "Everything but the estimate"),
}
_EDITIONS = {
    Edition.ENGLISH: QT_TRANSLATE_NOOP("Paper", "English"),
    Edition.ARABIC: QT_TRANSLATE_NOOP("Paper", "Arabic"),
    Edition.BOTH: QT_TRANSLATE_NOOP("Paper", "Both languages"),
}


def language_of(edition: Edition) -> str:
    """Return the one language explanations are said in: the desk's on a sheet in both."""
    return str(current_language()) if edition is Edition.BOTH else edition.value


def sayer(edition: Edition) -> Callable[[str], str]:
    """Return what puts steps of a computation into the language of the paper.

    The paper's may be another language than the desk's; may be called from any thread. Raises
    ResourceMissing.
    """
    if language_of(edition) == "en":
        return str
    translator = QTranslator()
    translator.load(str(translation("sad_ar.qm")))
    return lambda text: translator.translate("Step", text) or text


def copy_title(number: int) -> str:
    """Return a copy of the form by its number, from 1, and what it is for."""
    title = word(str(number), "copies")
    return f"{number}  {title.ar if current_language() is Language.ARABIC else title.en}"


class WhatBox(QComboBox):
    """Chooses what is printed: paper of the declaration, or a print design."""

    def __init__(self, designs: tuple[Design, ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Paper", "What is printed"))
        for what, text in _WHAT.items():
            self.addItem(QCoreApplication.translate("Paper", text), what)
        if designs:
            self.insertSeparator(self.count())
        language = current_language()
        for design in designs:
            title = design.title.ar if language == "ar" else design.title.en
            self.addItem(title, design)

    @property
    def what(self) -> What:
        """What is chosen; the declaration while a design is."""
        chosen = self.currentData()
        if isinstance(chosen, Design):
            return "sad"
        what: What = chosen
        return what

    @property
    def design(self) -> Design | None:
        """The design that is chosen, if one is."""
        chosen = self.currentData()
        return chosen if isinstance(chosen, Design) else None

    def has_sheets(self) -> bool:
        """Tell whether the sheets of the form are among what is chosen."""
        return self.design is None and Printing(what=self.what).has_sheets

    def has_assessment(self) -> bool:
        """Tell whether the assessment note is among what is chosen."""
        return self.design is None and Printing(what=self.what).has_assessment

    def choose(self, what: What, design: Design | None = None) -> None:
        """Choose what is printed."""
        wanted = design or what
        for index in range(self.count()):
            if self.itemData(index) == wanted:
                self.setCurrentIndex(index)


class EditionBox(QComboBox):
    """Chooses the language of the paper."""

    def __init__(self, edition: Edition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Paper", "Language of the paper"))
        for one, name in _EDITIONS.items():
            self.addItem(QCoreApplication.translate("Paper", name), one)
        self.choose(edition)

    @property
    def edition(self) -> Edition:
        """The edition chosen."""
        return Edition(self.currentData())

    def choose(self, edition: Edition) -> None:
        """Choose an edition."""
        self.setCurrentIndex(list(_EDITIONS).index(edition))
