"""The program as a window: everything is built here and handed on through constructors.

Start-up cost: the window is painted before the declaration, the law and the database are
imported. What needs them is built by ``furnish``, which imports them itself.
"""

import importlib
import logging
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from sad_desktop.errors import ReadOnly, ServerUnreachable, UserError
from sad_desktop.forms.dress import Dress
from sad_desktop.forms.language import use_plain_numbers
from sad_desktop.forms.main_window import MainWindow
from sad_desktop.forms.preferences import Preferences
from sad_desktop.forms.questions import Questions
from sad_desktop.forms.tasks import Pool, Tasks
from sad_desktop.paths import Paths
from sad_desktop.settings import LearnedOffers, Settings, save_settings

if TYPE_CHECKING:
    from sad_desktop.forms.crash import CrashReporter
    from sad_desktop.forms.first_start import Greeting
    from sad_desktop.forms.list_refresh import ListRefresh
    from sad_desktop.forms.opened import OpenedDeclarations
    from sad_desktop.forms.reception import Reception
    from sad_desktop.forms.workplace import Workplace
    from sad_desktop.services.companies import Companies
    from sad_desktop.services.desk import Desk
    from sad_desktop.services.journal import Journal
    from sad_desktop.services.reference_lists import ReferenceLists
    from sad_desktop.services.workspace import Workspace
    from sad_desktop.tariff.book import TariffBook

logger = logging.getLogger(__name__)

RESTART = 75
"""The status of the event loop when the program is to be built anew."""
_AN_HOUR = 3_600_000


class Program:
    """The running program: its window first, then what the window works with.

    The window is built anew in another language or look; the open drafts stay.
    """

    workspace: "Workspace"
    companies: "Companies"
    journal: "Journal"
    opened: "OpenedDeclarations"
    lists: "ReferenceLists"
    list_refresh: "ListRefresh"
    reception: "Reception"
    _book: "TariffBook"

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
        self.tasks = Tasks()
        self._left_behind: str | None = None
        self._files: list[Path] = []
        self._is_let_in = False
        self._greeting: Greeting | None = None
        self.reporter: CrashReporter | None = None
        self.preferences = Preferences(settings, self._save_settings)
        self.preferences.changed.connect(self._rebuild_later)
        self.preferences.restart_requested.connect(self._restart_later)
        self.dress = Dress(application, self._say)
        self.dress.put_on(self.preferences)
        self.window = MainWindow(self.preferences, questions)

    @property
    def workplace(self) -> "Workplace":
        """What the window holds; furnish it first."""
        workplace = self.window.workplace
        assert workplace is not None  # noqa: S101 - asked for after furnish()
        return workplace

    @property
    def is_furnished(self) -> bool:
        """True once the window has its workplace."""
        return self.window.workplace is not None

    def furnish(self) -> None:
        """Build what the window works with, and put it in."""
        # start-up cost: these import the declaration, the law and the sheet
        from sad_desktop.forms.list_refresh import ListRefresh
        from sad_desktop.forms.opened import Office, OpenedDeclarations
        from sad_desktop.forms.reception import Reception
        from sad_desktop.services.companies import Companies
        from sad_desktop.services.journal import Journal
        from sad_desktop.services.office import office_of
        from sad_desktop.services.reference_lists import ReferenceLists
        from sad_desktop.services.users import Users

        use_plain_numbers()
        self.dress.put_on_further()
        settings = self.preferences.settings
        self.workspace = office_of(self._paths, settings)
        self.journal = Journal(self._paths)
        self.lists = ReferenceLists(
            self.workspace, self._paths.lists(settings.profile), settings.profile
        )
        profile = self.lists.profile
        self.companies = Companies(self.workspace, profile.code, profile.tin_pattern)
        self._book = self._office_book()
        users = Users(self.workspace, lambda: datetime.now(UTC))
        self.reception = Reception(self.workspace, users, self._application)
        self.reception.entered.connect(self._on_entered)
        self.reception.left.connect(self._on_left)
        office = Office(
            workspace=self.workspace,
            companies=self.companies,
            journal=self.journal,
            tasks=self.tasks,
            folder=self._paths.root,
            lists=self.lists,
            lists_changed=self.use_lists,
            reception=self.reception,
            offers=lambda: self.preferences.settings.learned_offers == LearnedOffers.SHOWN,
        )
        self.opened = OpenedDeclarations(office, self.desk)
        self.opened.waiting.answered.connect(self._on_server_back)
        self.list_refresh = ListRefresh(self.lists, self.tasks)
        self.list_refresh.refreshed.connect(self.use_lists)
        self._move_in()

    def use_lists(self) -> None:
        """Work by the reference lists as they are now, in every open declaration."""
        self._book = self._office_book()
        self.opened.use_desk()

    def _office_book(self) -> "TariffBook":
        from sad_desktop.services.company_lists import CompanyBook  # start-up cost
        from sad_desktop.services.similar import similar

        return CompanyBook(self.lists.book, self.companies.lists, similar)

    def desk(self) -> "Desk":
        """Return the law of the day for the declarations on the desk."""
        from sad_desktop.services.desk import Desk  # start-up cost
        from sad_desktop.services.new_declaration import Start

        settings = self.preferences.settings
        return Desk(
            book=self._book,
            on=self._on,
            language=str(self.preferences.language),
            start=Start(
                office=settings.office_code,
                office_name=settings.office_name,
                declarant=settings.declarant_code,
                declarant_name=settings.declarant_name,
                place=settings.declaration_place,
                representative=settings.representative,
            ),
        )

    def start(self, fault: str, *, is_first: bool = False) -> None:
        """Load everything beside the painted window, then open the office.

        ``fault`` is what a crash of the interpreter left behind, "" for none. The first start
        asks what the program cannot know before it goes on.
        """
        self.tasks.start(
            lambda _progress, _cancelled: importlib.import_module("sad_desktop.forms.workplace"),
            lambda _loaded: self._greet() if is_first else self.begin(fault),
            self._on_failure,
        )

    def close(self) -> None:
        """Let everything go in order; drafts that changed stay in the journal."""
        if self.is_furnished:
            self.opened.waiting.stop()
            self.opened.flush()  # before waiting: the wait may be cut short
        self.tasks.finish()
        if self.is_furnished:
            self.list_refresh.stop()
            self.reception.let_go()
            self.opened.flush()  # what waited for its turn was cancelled
            self.workspace.close()
            self.lists.close()
            self.opened.let_go()
            self.workplace.let_go()
            for part in (self.opened, self.reception, self.list_refresh):
                part.deleteLater()
        self.window.hide()
        self.window.deleteLater()
        self.preferences.deleteLater()
        if self.reporter is not None:
            self.reporter.uninstall()

    def take(self, files: Iterable[Path]) -> None:
        """Open files that the system hands over, as soon as somebody is let in."""
        self._files.extend(files)
        if self._is_let_in and self._files:
            files, self._files = tuple(self._files), []
            self.workplace.take_dropped(files)

    def begin(self, fault: str) -> None:
        """Furnish the window and open the office; a missing part of the program is told."""
        try:
            self.furnish()
        except UserError as error:
            self.dress.say_once(error)
            return
        self._install_crash_report()
        self.open_office(fault)

    def _greet(self) -> None:
        """Ask the questions of the first start, then begin."""
        from sad_desktop.forms.first_start import Greeting  # start-up cost

        self._greeting = Greeting(self.preferences, lambda: self.window)
        self._greeting.answered.connect(self._on_greeted)
        self._greeting.ask()

    def _on_greeted(self, wished: tuple[str, ...]) -> None:
        """Begin by what was answered; open what was wished for, and lead round the desk."""
        self._greeting = None
        self.begin("")
        if not self.is_furnished:
            return
        for name in wished:
            self.workplace.run(name)
        self.workplace.run("tour")

    def open_office(self, fault: str = "") -> None:
        """Take the data folder, open the database beside the screen, offer what was left.

        ``fault`` is what a crash of the interpreter left behind, "" for none.
        """
        has_folder = self._has_folder()
        self.tasks.start(
            lambda _progress, _cancelled: self.workspace.open_database(),
            lambda _done: self._on_office_open(),
            self._on_office_closed,
            pool=Pool.DATABASE,
        )
        self._left_behind = fault if has_folder else None

    def _on_office_closed(self, error: Exception) -> None:
        """Say why the office cannot be opened; a server is asked again until it answers."""
        self._let_in()
        self.opened.ask_office_again()  # verification says that nothing answers
        if isinstance(error, ReadOnly):
            return  # said already, with the program that has the folder
        self._on_failure(error)
        if isinstance(error, ServerUnreachable):
            self.opened.waiting.watch()

    def _on_office_open(self) -> None:
        """Let somebody in; back up now, and once on each day the program stays open."""
        self.reception.enter(self.window)
        self.list_refresh.start()
        if self.workspace.only_reads:
            return
        self._back_up()
        self._hourly = QTimer(self.window)
        self._hourly.timeout.connect(self._back_up)
        self._hourly.start(_AN_HOUR)

    def _on_entered(self) -> None:
        """Show what is stored, and what was left when the program ended last."""
        self.workplace.library.refresh()
        self.opened.ask_office_again()
        self._let_in()

    def _on_left(self) -> None:
        """End without a question: nobody signed in to answer it, and drafts are kept."""
        self.opened.flush()
        self._application.quit()

    def _on_server_back(self) -> None:
        self.workplace.library.refresh()
        self.opened.ask_office_again()

    def _let_in(self) -> None:
        """Offer what the last run left, and open what the system asked for."""
        fault, self._left_behind = self._left_behind, None
        if fault is not None:
            from sad_desktop.forms.recovered import offer_recovered  # start-up cost

            offer_recovered(self.opened, self.window, fault)
        self._is_let_in = True
        self.take(())

    def _back_up(self) -> None:
        # Not in the database's thread: a draft's journal must not wait for a large office.
        self.tasks.start(
            lambda _progress, _cancelled: self.workspace.back_up(datetime.now()),  # noqa: DTZ005 - the office's own calendar day
            lambda _done: None,
            self._on_failure,
        )

    def _has_folder(self) -> bool:
        """Take the data folder; a second program on it is told, an unusable one as well."""
        from sad_desktop.services.lock import AlreadyRunning  # start-up cost

        try:
            self.workspace.take_folder()
        except AlreadyRunning as error:
            self.window.fail(error)
            return False
        except UserError as error:
            self.window.fail(error)
        return True

    def _install_crash_report(self) -> None:
        from sad_desktop.forms.crash import CrashReporter, RecentLines  # start-up cost

        self.reporter = CrashReporter(self.opened.flush, RecentLines(), refuse=self._say)
        self.reporter.install()

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.window.fail(error)

    def _move_in(self) -> None:
        """Put a workplace with the open declarations into the window."""
        from sad_desktop.forms.library import Library  # start-up cost
        from sad_desktop.forms.workplace import Workplace

        workplace = Workplace(
            self.window,
            self.opened,
            Library(self.workspace),
            self.preferences,
            self._questions,
            self._application,
        )
        self.window.furnish(workplace)

    def _rebuild_later(self) -> None:
        """Build the window anew once the menu that asked for it has closed."""
        QTimer.singleShot(0, self._rebuild)

    def _restart_later(self) -> None:
        """Start anew with what the settings say now, once the room that asked is done."""
        QTimer.singleShot(0, self._restart)

    def _restart(self) -> None:
        if self.workplace.close_all():
            self._application.exit(RESTART)

    def _rebuild(self) -> None:
        """Build the window anew in another language or look, with the same open drafts."""
        former = self.window
        shown = former.current_tab()
        if self.is_furnished:
            self.workplace.commit_all()
        self.dress.put_on(self.preferences)
        self.window = MainWindow(self.preferences, self._questions)
        self.window.resize(former.size())
        self.window.move(former.pos())
        self.window.setWindowState(former.windowState())
        if former.workplace is not None:
            self.opened.use_desk()
            self._move_in()
            self.workplace.library.refresh()
            self.workplace.rooms.resume(former.workplace.rooms)
            former.workplace.let_go()
        if shown is not None:
            self.workplace.show_document(shown.document)
            self.workplace.resume(shown)
        self.window.show()
        self.window.activateWindow()
        self.dress.say_lacking()
        former.hide()
        former.deleteLater()
        if self._greeting is not None:
            self._greeting.ask()

    def _say(self, error: UserError) -> None:
        self.window.fail(error)

    def _save_settings(self, settings: Settings) -> None:
        try:
            save_settings(self._paths.settings, settings)
        except UserError as error:
            logger.warning("settings not saved: %s", type(error).__name__)
            self.window.fail(error)
