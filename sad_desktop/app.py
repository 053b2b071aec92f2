"""The program as a window: everything is built here and handed on through constructors."""

import faulthandler
import getpass
import logging
import sys
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from sad_desktop.errors import UserError
from sad_desktop.forms.crash import CrashReporter, RecentLines, catch_faults, last_fault
from sad_desktop.forms.language import Language, use_language
from sad_desktop.forms.library import Library
from sad_desktop.forms.main_window import MainWindow
from sad_desktop.forms.opened import Office, OpenedDeclarations
from sad_desktop.forms.preferences import Preferences
from sad_desktop.forms.questions import Questions, dialogs
from sad_desktop.forms.recovered import RecoveredDrafts
from sad_desktop.forms.tasks import Pool, Tasks
from sad_desktop.forms.theme import Theme, apply_theme, load_fonts
from sad_desktop.logs import fault_file, logging_to
from sad_desktop.paths import Paths
from sad_desktop.services.desk import Desk
from sad_desktop.services.journal import Journal
from sad_desktop.services.lock import AlreadyRunning
from sad_desktop.services.new_declaration import Start
from sad_desktop.services.reference_lists import load_book
from sad_desktop.services.workspace import Workspace
from sad_desktop.settings import Settings, ThemeChoice, load_settings, save_settings

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture of the window: of which file, which part of it, and how it looks."""

    file: Path
    output: Path
    tab: str
    page: int
    theme: str
    size: str
    edition: str


class Program:
    """The running program: its parts, and the window that is built anew in another language."""

    def __init__(
        self,
        application: QApplication,
        paths: Paths,
        settings: Settings,
        *,
        on: date,
        questions: Questions,
    ) -> None:
        self._application = application
        self._paths = paths
        self._on = on
        self._questions = questions
        self.preferences = Preferences(settings, self._save_settings)
        self.preferences.changed.connect(self._rebuild_later)
        self.workspace = Workspace(
            paths, user=settings.user_name or user_name(), database_url=settings.database_url
        )
        self.journal = Journal(paths)
        self.tasks = Tasks()
        self._book = load_book(settings.profile)
        self._dress()
        office = Office(workspace=self.workspace, journal=self.journal, tasks=self.tasks)
        self.opened = OpenedDeclarations(office, self.desk)
        self.window = self._build()

    def desk(self) -> Desk:
        """Return the law of the day for the declarations on the desk."""
        settings = self.preferences.settings
        return Desk(
            book=self._book,
            on=self._on,
            language=str(self.preferences.language),
            start=Start(office=settings.office_code, declarant=settings.declarant_code),
        )

    def start(self, fault: str) -> None:
        """Do what can wait until the window is painted: lock, database, recovered drafts.

        ``fault`` is what a crash of the interpreter left behind, "" for none.
        """
        try:
            self.workspace.take_folder()
        except AlreadyRunning as error:
            self.window.fail(error)
            return
        except UserError as error:
            self.window.fail(error)
        self.tasks.start(
            lambda _progress, _cancelled: self._open_database(),
            lambda _done: self.window.library.refresh(),
            self._on_failure,
            pool=Pool.DATABASE,
        )
        self._offer_recovered(fault)

    def _open_database(self) -> None:
        self.workspace.open_database()
        self.workspace.back_up(self._on)

    def _offer_recovered(self, fault: str) -> None:
        found = self.journal.recovered()
        for notice in found.notices:
            self.window.fail(notice)
        if not found.drafts and not fault:
            return
        dialog = RecoveredDrafts(found, fault=fault, parent=self.window)
        dialog.open_requested.connect(self.opened.open_recovered)
        dialog.discard_requested.connect(self.journal.discard)
        dialog.open()

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.window.fail(error)

    def close(self) -> None:
        """Let everything go in order; drafts that changed stay in the journal."""
        self.opened.flush()
        self.tasks.finish()
        self.workspace.close()
        for document in self.opened.documents:
            document.let_go()

    def _build(self) -> MainWindow:
        library = Library(self.workspace)
        return MainWindow(self.opened, library, self.preferences, self._questions)

    def _rebuild_later(self) -> None:
        """Build the window anew once the menu that asked for it has closed."""
        QTimer.singleShot(0, self._rebuild)

    def _rebuild(self) -> None:
        """Build the window anew in another language or look, with the same open drafts."""
        former = self.window
        shown = former.current_tab()
        for document in self.opened.documents:
            tab = former.tab_of(document)
            if tab is not None:
                tab.commit()
        self._dress()
        self.opened.use_desk()
        self.window = self._build()
        self.window.resize(former.size())
        self.window.move(former.pos())
        self.window.setWindowState(former.windowState())
        if shown is not None:
            tab = self.window.tab_of(shown.document)
            if tab is not None:
                self.window.tabs.setCurrentWidget(tab)
        self.window.show()
        former.hide()
        former.let_go()
        former.deleteLater()

    def _dress(self) -> None:
        use_language(self._application, self.preferences.language)
        apply_theme(self._application, chosen_theme(self.preferences.settings.theme))

    def _save_settings(self, settings: Settings) -> None:
        try:
            save_settings(self._paths.settings, settings)
        except UserError as error:
            logger.warning("settings not saved: %s", type(error).__name__)
            self.window.fail(error)


def run_window(paths: Paths, *, profile: str | None, on: date | None) -> int:
    """Open the window and return the program's exit status."""
    application = application_of()
    settings = load_settings(paths.settings)
    if profile:
        settings = replace(settings, profile=profile)
    program = Program(
        application,
        paths,
        settings,
        on=on or date.today(),  # noqa: DTZ011 - the office's own calendar day
        questions=dialogs(),
    )
    recent = RecentLines()
    logging.getLogger().addHandler(recent)
    reporter = CrashReporter(program.opened.flush, recent)
    reporter.install()
    fault = last_fault(fault_file(paths.logs))
    with logging_to(paths.logs) as is_kept, ExitStack() as streams:
        if is_kept:
            streams.callback(faulthandler.disable)
            streams.enter_context(catch_faults(fault_file(paths.logs)))
        program.window.showMaximized()
        QTimer.singleShot(0, partial(program.start, fault))
        status = application.exec()
        program.close()
    reporter.uninstall()
    return status


def take_screenshot(shot: Shot, desk: Desk) -> None:
    """Open the real window offscreen with a declaration and save what it shows.

    Raises UserError where the file cannot be opened or the picture cannot be written.
    """
    from tempfile import TemporaryDirectory

    from sad_desktop.services.exchange import open_file

    open_file(shot.file)
    application = application_of()
    language = Language.ARABIC if shot.edition == "ar" else Language.ENGLISH
    settings = Settings(
        language=str(language),
        theme=ThemeChoice(shot.theme),
        profile=desk.book.profile.code,
        sheet_edition=shot.edition,
        zoom=0,
    )
    with TemporaryDirectory() as folder:
        program = Program(
            application, Paths(Path(folder)), settings, on=desk.on, questions=dialogs()
        )
        window = program.window
        width, _, height = shot.size.partition("x")
        window.resize(int(width), int(height))
        window.show()
        document = program.opened.open_path(shot.file)
        assert document is not None  # noqa: S101 - it was opened above
        window.show_part(shot.tab, shot.page)
        _settle(application)
        picture = window.grab()
        document.undo_stack.setClean()
        program.close()
        window.let_go()
        window.close()
    if not picture.save(str(shot.output)):
        raise UserError("{path} cannot be written.", {"path": shot.output})


def application_of() -> QApplication:
    """Return the one application of this process, with its fonts loaded."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    application = QApplication(sys.argv[:1])
    application.setApplicationName("SAD Desktop")
    load_fonts()
    return application


def chosen_theme(choice: ThemeChoice) -> Theme:
    """Return the theme of a choice; the system's where it was left to it."""
    if choice is not ThemeChoice.SYSTEM:
        return Theme(choice)
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QGuiApplication

    scheme = QGuiApplication.styleHints().colorScheme()
    return Theme.DARK if scheme is Qt.ColorScheme.Dark else Theme.LIGHT


def user_name() -> str:
    """Return the name the operating system knows the user by."""
    try:
        return getpass.getuser()
    except OSError:
        return ""


def _settle(application: QApplication) -> None:
    """Let the window lay itself out and paint."""
    loop = QEventLoop()
    QTimer.singleShot(120, loop.quit)
    loop.exec()
    application.processEvents()
