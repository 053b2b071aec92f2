"""The commands of the Help menu that need no room: the keys, the quick tour, the sample."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from sad_desktop.forms.commands_bar import apply_shortcuts
from sad_desktop.forms.document_tab import enter_part
from sad_desktop.forms.keys_dialog import KeysDialog
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.preferences import Preferences
from sad_desktop.forms.tour import Tour
from sad_desktop.resources import SAMPLE, resource

if TYPE_CHECKING:
    from sad_desktop.forms.workplace import Workplace


class HelpCommands(QObject):
    """Shows the keys, leads round the desk, and opens a declaration to try things on."""

    def __init__(
        self, workplace: "Workplace", opened: OpenedDeclarations, preferences: Preferences
    ) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._opened = opened
        self._preferences = preferences
        self.tour: Tour | None = None

    def by_key(self) -> dict[str, Callable[[], object]]:
        """Return the commands by their names in the key table."""
        return {"keys": self._show_keys, "tour": self.show_tour, "sample": self.open_sample}

    def show_tour(self) -> None:
        """Lead round the desk, from the first stop."""
        if self.tour is not None:
            self.tour.end()
        window = self._workplace.window
        for dock in window.docks:
            dock.show()
        self.tour = Tour(window, self._part, self._preferences.keys, self._enter_work)
        self.tour.destroyed.connect(self._on_tour_over)

    def open_sample(self) -> None:
        """Open the shipped sample as a new declaration; nothing of it is stored until saved."""
        self._opened.open_path(resource(SAMPLE))

    def _part(self, name: str) -> QWidget:
        window = self._workplace.window
        parts: dict[str, QWidget] = {
            "library": window.library_dock,
            "sheet": window.centre,
            "assessment": window.assessment_dock,
            "findings": window.findings_dock,
            "status": self._workplace.status,
        }
        return parts[name]

    def _enter_work(self) -> None:
        if not self._workplace.enter_centre():
            enter_part(self._workplace.window.welcome)

    def _on_tour_over(self) -> None:
        self.tour = None

    def _show_keys(self) -> None:
        window = self._workplace.window
        dialog = KeysDialog(self._preferences.keys, window, present=self._workplace.actions)
        dialog.changed.connect(self._on_keys_changed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_keys_changed(self, changes: dict[str, str]) -> None:
        self._preferences.take_keys(changes)
        apply_shortcuts(self._workplace.actions, changes)
        self._workplace.refresh_commands()
