"""Starting the program as a window, and starting it anew when another office or law is chosen."""

import faulthandler
import sys
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from sad_desktop.app import RESTART, Program
from sad_desktop.errors import UserError
from sad_desktop.forms.application import DeskApplication
from sad_desktop.forms.first_paint import FirstPaint
from sad_desktop.forms.language import system_language, translate_error, use_language
from sad_desktop.forms.questions import dialogs
from sad_desktop.forms.theme import load_fonts
from sad_desktop.paths import Paths
from sad_desktop.settings import Notice, load_settings


def run_window(
    paths: Paths, *, profile: str | None, on: date | None, files: Sequence[Path] = ()
) -> int:
    """Open the window, and files in it, and return the program's exit status.

    The program is built anew, in the same process, when another office or law is chosen.
    """
    lacking: list[UserError] = []
    application = application_of(lacking.append)
    status = RESTART
    while status == RESTART:
        if paths.restoring.exists():
            _finish_restore(application, paths)
        notices = list(lacking)
        is_first = not (paths.settings.exists() or paths.database.exists())
        settings = load_settings(paths.settings, notices.append)
        if is_first:
            settings = replace(settings, language=str(system_language()))
        if profile:
            settings = replace(settings, profile=profile)
        day = on or date.today()  # noqa: DTZ011 - the office's own calendar day
        program = Program(application, paths, settings, on=day, questions=dialogs())
        program.take(files)
        files = ()
        painted = FirstPaint(program.window)
        program.window.showMaximized()
        with ExitStack() as kept:
            if isinstance(application, DeskApplication):
                application.files_asked.connect(program.take)
                kept.callback(application.files_asked.disconnect, program.take)
            painted.over.connect(partial(_begin, program, paths, kept, notices, is_first))
            status = application.exec()
            program.close()
    return status


def _finish_restore(application: QApplication, paths: Paths) -> None:
    """End a restore that was cut short; where that cannot be, say so and raise the UserError."""
    from PySide6.QtWidgets import QMessageBox  # start-up cost, as the next

    from sad_desktop.services.restore import finish_alone

    try:
        finish_alone(paths)
    except UserError as error:
        with suppress(UserError):  # the settings are part of what is not there yet
            use_language(application, system_language())
        QMessageBox.critical(None, "SAD Desktop", translate_error(error))
        raise


def _begin(
    program: Program,
    paths: Paths,
    kept: ExitStack,
    notices: Iterable[UserError],
    is_first: bool,
) -> None:
    """Start the log and catch faults, then load the rest: the window is painted."""
    from sad_desktop.forms.crash import catch_faults, last_fault  # start-up cost
    from sad_desktop.logs import fault_file, logging_to

    fault = last_fault(fault_file(paths.logs))
    if kept.enter_context(logging_to(paths.logs)):
        kept.enter_context(catch_faults(fault_file(paths.logs)))
        kept.callback(faulthandler.disable)
    program.start(fault, is_first=is_first)
    program.dress.say_lacking(notices)


def application_of(notice: Notice | None = None) -> QApplication:
    """Return the one application of this process, with its fonts loaded.

    Raises ResourceMissing where they are not there; with ``notice`` that is told, and the
    system's fonts do.
    """
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = DeskApplication(sys.argv[:1])
    application.setApplicationName("SAD Desktop")
    try:
        load_fonts()
    except UserError as error:
        if notice is None:
            raise
        notice(error)
    return application
