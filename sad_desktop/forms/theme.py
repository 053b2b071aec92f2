"""Light and dark: one explicit palette each, and the colours a field's state is drawn in.

An explicit palette is needed: asking Qt for a dark colour scheme did nothing offscreen
(PySide6 6.11.3). Every text colour has a contrast of at least 4.5 to its background.
"""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from sad_desktop.errors import ResourceMissing
from sad_desktop.resources import resource
from sad_desktop.settings import ThemeChoice

FAMILY = "IBM Plex Sans Arabic"
_REGULAR, _BOLD = "IBMPlexSansArabic-Regular.ttf", "IBMPlexSansArabic-SemiBold.ttf"


class Theme(StrEnum):
    """How the desk looks."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Colours of the sheet, the findings and the field states."""

    desk: str
    paper: str
    rule: str
    frame: str
    caption: str
    ink: str
    computed: str
    filled: str
    required: str
    invalid: str
    invalid_wash: str
    unused: str
    focus: str
    focus_wash: str
    warning: str
    good: str


LIGHT = Colours(
    desk="#dfe3e6",
    paper="#ffffff",
    rule="#a9cdb7",
    frame="#1d6b43",
    caption="#14603a",
    ink="#15191c",
    computed="#5b646b",
    filled="#0b57b0",
    required="#d98a00",
    invalid="#c4262e",
    invalid_wash="#fdeced",
    unused="#e3e7e9",
    focus="#0b6bcb",
    focus_wash="#eaf3fd",
    warning="#8a5a00",
    good="#1d6b43",
)
DARK = Colours(
    desk="#15181b",
    paper="#23282c",
    rule="#3c5b4a",
    frame="#6fb58d",
    caption="#8fcfa9",
    ink="#e9edf0",
    computed="#a3adb5",
    filled="#86bdff",
    required="#f0a92e",
    invalid="#ff6b70",
    invalid_wash="#43262a",
    unused="#2f353a",
    focus="#6db3ff",
    focus_wash="#22354a",
    warning="#f0b95a",
    good="#7fcf9f",
)

_PALETTES = {
    Theme.LIGHT: {
        QPalette.ColorRole.Window: "#f3f5f6",
        QPalette.ColorRole.WindowText: "#15191c",
        QPalette.ColorRole.Base: "#ffffff",
        QPalette.ColorRole.AlternateBase: "#f2f6f4",
        QPalette.ColorRole.Text: "#15191c",
        QPalette.ColorRole.PlaceholderText: "#667077",
        QPalette.ColorRole.Button: "#e9ecee",
        QPalette.ColorRole.ButtonText: "#15191c",
        QPalette.ColorRole.Highlight: "#1d6b43",
        QPalette.ColorRole.HighlightedText: "#ffffff",
        QPalette.ColorRole.ToolTipBase: "#15191c",
        QPalette.ColorRole.ToolTipText: "#ffffff",
        QPalette.ColorRole.Link: "#0b57b0",
        QPalette.ColorRole.BrightText: "#c4262e",
        QPalette.ColorRole.Mid: "#b9c1c6",
        QPalette.ColorRole.Midlight: "#dde2e5",
        QPalette.ColorRole.Dark: "#98a2a8",
        QPalette.ColorRole.Light: "#ffffff",
        QPalette.ColorRole.Shadow: "#7a848a",
    },
    Theme.DARK: {
        QPalette.ColorRole.Window: "#1b1f22",
        QPalette.ColorRole.WindowText: "#e9edf0",
        QPalette.ColorRole.Base: "#23282c",
        QPalette.ColorRole.AlternateBase: "#282e32",
        QPalette.ColorRole.Text: "#e9edf0",
        QPalette.ColorRole.PlaceholderText: "#98a2aa",
        QPalette.ColorRole.Button: "#2d3338",
        QPalette.ColorRole.ButtonText: "#e9edf0",
        QPalette.ColorRole.Highlight: "#2f8f5d",
        QPalette.ColorRole.HighlightedText: "#ffffff",
        QPalette.ColorRole.ToolTipBase: "#e9edf0",
        QPalette.ColorRole.ToolTipText: "#15191c",
        QPalette.ColorRole.Link: "#86bdff",
        QPalette.ColorRole.BrightText: "#ff6b70",
        QPalette.ColorRole.Mid: "#454d54",
        QPalette.ColorRole.Midlight: "#343b41",
        QPalette.ColorRole.Dark: "#59636b",
        QPalette.ColorRole.Light: "#3b434a",
        QPalette.ColorRole.Shadow: "#0c0e10",
    },
}
_FRAMED = (
    *("QLineEdit", "QPlainTextEdit", "QAbstractSpinBox", "QComboBox"),
    *("QCheckBox", "QRadioButton", "QTreeWidget"),
)
_FRAMES = {Theme.DARK: "#74808a"}
"""Fusion's frames of editors and ticks are made of it where the window's colour hides them."""
_DISABLED = {Theme.LIGHT: "#7d868c", Theme.DARK: "#7f8990"}


def load_fonts() -> None:
    """Register the font the first window is painted with; raises ResourceMissing."""
    _register(_REGULAR)


def load_further_fonts() -> None:
    """Register the weights no window needs at once; raises ResourceMissing.

    Without the first weight the system's font stands in for all of them.
    """
    weights = QFontDatabase.styles(FAMILY)
    if weights and "SemiBold" not in weights:
        _register(_BOLD)


def program_icon() -> QIcon:
    """Return the icon of the windows; raises ResourceMissing."""
    return QIcon(str(resource("icons/sad-desktop.png")))


def _register(name: str) -> None:
    file = f"fonts/{name}"
    if QFontDatabase.addApplicationFontFromData(resource(file).read_bytes()) < 0:
        raise ResourceMissing(file)


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Dress the whole application in a theme."""
    application.setStyle("Fusion")
    palette = QPalette()
    for role, colour in _PALETTES[theme].items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DISABLED[theme]))
    application.setPalette(palette)
    framed = QPalette(palette)
    if theme in _FRAMES:
        framed.setColor(QPalette.ColorRole.Window, QColor(_FRAMES[theme]))
    for name in _FRAMED:
        application.setPalette(framed, name)  # type: ignore[arg-type] # 6.11's stubs say bytes
    application.setFont(QFont(FAMILY, 10))


def colours(palette: QPalette) -> Colours:
    """Return the colours that go with a palette."""
    return DARK if palette.color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


def chosen_theme(choice: ThemeChoice) -> Theme:
    """Return the theme of a choice; the system's where it was left to it."""
    if choice is not ThemeChoice.SYSTEM:
        return Theme(choice)
    scheme = QGuiApplication.styleHints().colorScheme()
    return Theme.DARK if scheme is Qt.ColorScheme.Dark else Theme.LIGHT
