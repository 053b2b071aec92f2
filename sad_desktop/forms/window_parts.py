"""The parts of the window: F6 goes round them, and a room takes those it would leave empty."""

from collections.abc import Callable

from PySide6.QtWidgets import QDockWidget, QWidget

from sad_desktop.forms.document_tab import enter_part
from sad_desktop.forms.main_window import MainWindow


class WindowParts:
    """The library, the centre, the running assessment and the findings.

    ``enter_centre`` puts the cursor into what the centre shows; False when that takes none.
    """

    def __init__(self, window: MainWindow, enter_centre: Callable[[], bool]) -> None:
        self._window = window
        self._enter_centre = enter_centre
        self._away: list[QDockWidget] = []

    def make_room(self, *, is_room: bool) -> None:
        """Put away what speaks of a declaration while a room is shown; show it again after.

        What the user closed stays closed.
        """
        if is_room and not self._away:
            of_declaration = (self._window.assessment_dock, self._window.findings_dock)
            self._away = [dock for dock in of_declaration if not dock.isHidden()]
            for dock in self._away:
                dock.hide()
        elif not is_room:
            away, self._away = self._away, []
            for dock in away:
                dock.show()

    def step(self, step: int) -> None:
        """Go to the next or the previous part that can be stood on."""
        library, assessment, findings = self._window.docks
        parts: list[QWidget] = [library, self._window.centre, assessment, findings]
        shown = [part for part in parts if part.isVisible()]
        focus = self._window.focusWidget()
        current = next((i for i, part in enumerate(shown) if focus and part.isAncestorOf(focus)), 0)
        for distance in range(1, len(shown)):
            if self._enter(shown[(current + step * distance) % len(shown)]):
                return

    def _enter(self, part: QWidget) -> bool:
        """Put the cursor into a part; False when it has nothing to stand on."""
        if part is self._window.centre and self._enter_centre():
            return True
        return enter_part(part)
