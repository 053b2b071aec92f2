"""A line that says something where others would open a message box."""

from enum import StrEnum

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from sad_desktop.forms.language import in_desk_direction
from sad_desktop.forms.theme import colours

_THEME_CHANGES = frozenset({QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange})


class Tone(StrEnum):
    """How a sentence is meant; each has its colour in the theme."""

    PLAIN = "plain"
    QUIET = "quiet"
    WARNING = "warning"
    WRONG = "wrong"


class Sentence(QLabel):
    """A label that wraps and follows the theme."""

    def __init__(
        self, text: str = "", tone: Tone = Tone.QUIET, parent: QWidget | None = None
    ) -> None:
        super().__init__(in_desk_direction(text), parent)
        self._tone = tone
        self._is_colouring = False
        self.setWordWrap(True)
        self.setContentsMargins(3, 0, 3, 0)  # a wrapped Arabic line begins a blank too far left
        self._colour()

    def say(self, text: str, tone: Tone = Tone.QUIET) -> None:
        """Show a sentence in a tone; "" empties the line."""
        self._tone = tone
        self.setText(in_desk_direction(text))
        self._colour()

    def tone(self) -> Tone:
        """Return how the sentence is meant."""
        return self._tone

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of a new theme."""
        super().changeEvent(event)
        if event.type() in _THEME_CHANGES and not self._is_colouring:
            self._colour()

    def _colour(self) -> None:
        ours = colours(QGuiApplication.palette())
        colour = {
            Tone.PLAIN: ours.ink,
            Tone.QUIET: ours.computed,
            Tone.WARNING: ours.warning,
            Tone.WRONG: ours.invalid,
        }[self._tone]
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self._is_colouring = True  # setting it tells of a change, too
        self.setPalette(palette)
        self._is_colouring = False
