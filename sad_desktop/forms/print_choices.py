"""What can be printed and in which edition, as the preview, the dialog and a batch offer it."""

from typing import get_args

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.services.paper import What
from sad_desktop.text import QT_TRANSLATE_NOOP

_WHAT: dict[str, str] = {
    "sad": QT_TRANSLATE_NOOP("Paper", "The declaration"),
    "valuation": QT_TRANSLATE_NOOP("Paper", "Valuation notes"),
    "assessment": QT_TRANSLATE_NOOP("Paper", "Assessment note"),
    "documents": QT_TRANSLATE_NOOP("Paper", "Documents and containers"),
    "estimate": QT_TRANSLATE_NOOP("Paper", "Cost estimate for the client"),
    "all": QT_TRANSLATE_NOOP("Paper", "Everything but the estimate"),
}
_EDITIONS = {
    Edition.ENGLISH: QT_TRANSLATE_NOOP("Paper", "English"),
    Edition.ARABIC: QT_TRANSLATE_NOOP("Paper", "Arabic"),
    Edition.BOTH: QT_TRANSLATE_NOOP("Paper", "Both languages"),
}


def what_name(what: str) -> str:
    """Return the name of a kind of paper in the desk's language."""
    return QCoreApplication.translate("Paper", _WHAT[what])


class WhatBox(QComboBox):
    """Chooses what is printed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Paper", "What is printed"))
        for what in get_args(What):
            if what in _WHAT:
                self.addItem(what_name(what), what)

    @property
    def what(self) -> What:
        """What is chosen."""
        chosen: What = self.currentData()
        return chosen


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
