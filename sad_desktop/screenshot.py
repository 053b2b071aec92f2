"""Pictures of the real window, for the manual, the demonstration and the eye."""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from sad_desktop.app import Program
from sad_desktop.errors import UserError
from sad_desktop.forms.questions import dialogs
from sad_desktop.launch import application_of
from sad_desktop.paths import Paths
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import open_file
from sad_desktop.settings import Settings, ThemeChoice
from sad_desktop.text import QT_TRANSLATE_NOOP

_SETTLED_AFTER = 120
"""Milliseconds after which the window has laid itself out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture of the window: of which file, which part of it, and how it looks.

    ``page`` is the sheet's, from 1; ``size`` is "width x height" in pixels; ``edition`` that of
    the sheet: en, ar (with the window in Arabic) or both.
    """

    file: Path
    output: Path
    tab: str = "sad"
    page: int = 1
    theme: str = "light"
    size: str = "1600x1000"
    edition: str = "en"


def take_screenshot(shot: Shot, desk: Desk) -> None:
    """Open the real window offscreen with a declaration and save what it shows.

    Raises UserError where the file cannot be opened, there is no such page or size, or the
    picture cannot be written.
    """
    open_file(shot.file)
    width, height = _size(shot.size)
    application = application_of()
    settings = Settings(
        language="ar" if shot.edition == "ar" else "en",
        theme=ThemeChoice(shot.theme),
        profile=desk.book.profile.code,
        sheet_edition=shot.edition,
        zoom=0,
    )
    with TemporaryDirectory() as folder:
        program = Program(
            application, Paths(Path(folder)), settings, on=desk.on, questions=dialogs()
        )
        program.window.resize(width, height)
        program.window.show()
        program.furnish()
        program.workplace.open_path(shot.file)
        program.workplace.show_part(shot.tab, shot.page)
        _settle(application)
        picture = program.window.grab()
        program.workplace.abandon_changes()
        program.close()
    if not picture.save(str(shot.output)):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError", "The picture {path} cannot be written; choose another folder or name."
            ),
            {"path": shot.output},
        )


def _size(typed: str) -> tuple[int, int]:
    width, _, height = typed.partition("x")
    if not (width.isdecimal() and height.isdecimal() and 100 <= int(width) <= 10_000):
        raise UserError(
            QT_TRANSLATE_NOOP(
                "UserError", "{size} is no size of a window; write it like 1600x1000."
            ),
            {"size": typed},
        )
    return int(width), max(100, min(int(height), 10_000))


def _settle(application: QApplication) -> None:
    """Let the window lay itself out and paint."""
    loop = QEventLoop()
    QTimer.singleShot(_SETTLED_AFTER, loop.quit)
    loop.exec()
    application.processEvents()
