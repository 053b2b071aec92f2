"""The language and look of the desk; what the program's own files lack for it is told."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QApplication

from sad_desktop.errors import UserError
from sad_desktop.forms.language import use_language
from sad_desktop.forms.preferences import Preferences
from sad_desktop.forms.theme import apply_theme, chosen_theme, load_further_fonts, program_icon
from sad_desktop.resources import demand_whole


class Dress:
    """Dresses the desk; what was missing is said through ``say`` once there is a window."""

    def __init__(self, application: QApplication, say: Callable[[UserError], None]) -> None:
        self._application = application
        self._say = say
        self._lacking: list[UserError] = []
        self._said: set[str] = set()

    def put_on(self, preferences: Preferences) -> None:
        """Take the language and the look; without a translation the desk speaks English."""
        try:
            use_language(self._application, preferences.language)
        except UserError as error:
            self._lacking.append(error)
        apply_theme(self._application, chosen_theme(preferences.settings.theme))

    def put_on_further(self) -> None:
        """Load what only looks; where it is missing, that is said and work goes on.

        So is any other damage to what was shipped, before it is met in the middle of work.
        """
        for step in (load_further_fonts, self._take_icon, demand_whole):
            try:
                step()
            except UserError as error:
                self.say_once(error)

    def say_lacking(self, notices: Iterable[UserError] = ()) -> None:
        """Say what was missing or wrong while there was no window to say it in."""
        lacking, self._lacking = self._lacking, []
        for error in (*lacking, *notices):
            self._said.add(str(error))
            self._say(error)

    def say_once(self, error: UserError) -> None:
        """Say what the start meets: one missing file is met at several places."""
        if str(error) not in self._said:
            self._said.add(str(error))
            self._say(error)

    def _take_icon(self) -> None:
        self._application.setWindowIcon(program_icon())
