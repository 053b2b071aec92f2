"""The manual in the words of this window: its language, its keys, its texts."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from sad_desktop.forms.keys import KEYS, shortcuts, shown
from sad_desktop.manual.voice import Key, Voice

_SEVERITY = "severity."


def voice_of(language: str, changes: Mapping[str, str], flags: Mapping[str, str]) -> Voice:
    """Return the voice of the desk; ``changes`` are the user's own keys, ``flags`` the profile's.

    The translators of ``language`` must be installed.
    """
    current = shortcuts(changes)
    keys = tuple(
        Key(
            id=key.id,
            shortcut=shown(current[key.id]),
            title=key.title(),
            group=QCoreApplication.translate("Key", key.group.value),
        )
        for key in KEYS
    )
    severities = {
        name.removeprefix(_SEVERITY): value
        for name, value in flags.items()
        if name.startswith(_SEVERITY)
    }
    return Voice(language=language, keys=keys, say=_say, severities=severities)


def _say(context: str, text: str) -> str:
    return QCoreApplication.translate(context, text)
