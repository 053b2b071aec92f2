"""What the clerk chose: language, theme, edition, zoom and keys; kept in the settings."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QDockWidget, QMenu

from sad_desktop.forms.language import Language
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.settings import Settings, ThemeChoice
from sad_desktop.text import QT_TRANSLATE_NOOP

_Choice = TypeVar("_Choice", bound=StrEnum)

_THEMES = {
    ThemeChoice.SYSTEM: QT_TRANSLATE_NOOP("Preferences", "Like the system"),
    ThemeChoice.LIGHT: QT_TRANSLATE_NOOP("Preferences", "Light"),
    ThemeChoice.DARK: QT_TRANSLATE_NOOP("Preferences", "Dark"),
}
_EDITIONS = {
    Edition.ENGLISH: QT_TRANSLATE_NOOP("Preferences", "English"),
    Edition.ARABIC: QT_TRANSLATE_NOOP("Preferences", "Arabic, mirrored"),
    Edition.BOTH: QT_TRANSLATE_NOOP("Preferences", "Both languages"),
}


class Preferences(QObject):
    """The settings as the window sees them.

    Signals: ``changed`` when the window must be built anew, ``restart_requested`` when the whole
    program must start again, because another office or another law is worked by.
    """

    changed = Signal()
    restart_requested = Signal()

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._save = save

    @property
    def language(self) -> Language:
        """The language of the desk."""
        return Language(self.settings.language or Language.ENGLISH)

    @property
    def edition(self) -> Edition:
        """The edition of the sheet; that of the language where none was chosen."""
        return Edition(self.settings.sheet_edition or str(self.language))

    @property
    def zoom(self) -> float:
        """The sheet's zoom, 1.0 is paper size; 0 fits the page to the width."""
        return self.settings.zoom / 100

    @property
    def keys(self) -> Mapping[str, str]:
        """The shortcuts the user changed, by command."""
        return self.settings.keys

    def take_zoom(self, zoom: float) -> None:
        """Remember the zoom for the next declaration."""
        self._keep(zoom=round(zoom * 100))

    def take_keys(self, changes: Mapping[str, str]) -> None:
        """Remember other shortcuts."""
        self._keep(keys=dict(changes))

    def fill_menu(self, menu: QMenu, docks: Iterable[QDockWidget]) -> None:
        """Add the choices of the view, and the docks, to a menu."""
        menu.addSeparator()
        languages = {language: language.own_name for language in Language}
        self._add_choices(menu.addMenu(self.tr("Language")), languages, self.language, "language")
        names = {edition: self._say(text) for edition, text in _EDITIONS.items()}
        self._add_choices(menu.addMenu(self.tr("Sheet")), names, self.edition, "sheet_edition")
        themes = {theme: self._say(text) for theme, text in _THEMES.items()}
        self._add_choices(menu.addMenu(self.tr("Theme")), themes, self.settings.theme, "theme")
        menu.addSeparator()
        for dock in docks:
            menu.addAction(dock.toggleViewAction())

    def take(self, setting: str, value: str | int) -> None:
        """Keep a choice that changes nothing in the window."""
        self._keep(**{setting: value})

    def take_all(self, answers: Mapping[str, str]) -> None:
        """Keep several answers at once; the program is not built on them yet."""
        self._keep(**answers)

    def _add_choices(
        self, menu: QMenu, names: Mapping[_Choice, str], current: _Choice, setting: str
    ) -> None:
        group = QActionGroup(menu)
        for choice, name in names.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(choice == current)
            action.triggered.connect(partial(self._on_chosen, setting, choice))
            group.addAction(action)

    def choose(self, setting: str, choice: StrEnum | str) -> None:
        """Choose a language, an edition or a theme; the window is built anew."""
        value: StrEnum | str = ThemeChoice(choice) if setting == "theme" else str(choice)
        if getattr(self.settings, setting) == value:
            return
        self._keep(**{setting: value})
        self.changed.emit()

    def _on_chosen(self, setting: str, choice: StrEnum, _checked: bool = False) -> None:
        self.choose(setting, choice)

    def _keep(self, **choices: object) -> None:
        self.settings = replace(self.settings, **choices)  # type: ignore[arg-type]
        self._save(self.settings)

    def _say(self, text: str) -> str:
        return QCoreApplication.translate("Preferences", text)
