"""A line that says something where others would open a message box."""

from enum import StrEnum

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from sad_desktop.forms.language import in_desk_direction
from sad_desktop.forms.theme import colours


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
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self.setPalette(QPalette())
            self._colour()

    def _colour(self) -> None:
        ours = colours(self.palette())
        colour = {
            Tone.PLAIN: ours.ink,
            Tone.QUIET: ours.computed,
            Tone.WARNING: ours.warning,
            Tone.WRONG: ours.invalid,
        }[self._tone]
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, QColor(colour))
        self.setPalette(palette)
