"""The workplace: open declarations in tabs, with library, findings and running assessment."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from sad_desktop.brokerage.conflict import Conflict
from sad_desktop.brokerage.library import Stored
from sad_desktop.declaration.draft import Place
from sad_desktop.forms.closed_commands import closed_by_rights, closed_commands
from sad_desktop.forms.commands_bar import enable
from sad_desktop.forms.declaration_commands import DeclarationCommands
from sad_desktop.forms.declaration_tabs import DeclarationTabs
from sad_desktop.forms.digital_document_commands import DigitalDocumentCommands
from sad_desktop.forms.document import Document
from sad_desktop.forms.document_tab import SHEET, DocumentTab
from sad_desktop.forms.due_reminder import DueReminder
from sad_desktop.forms.explain import hint_of
from sad_desktop.forms.findings_panel import FindingsPanel
from sad_desktop.forms.help_commands import HelpCommands
from sad_desktop.forms.library import Library
from sad_desktop.forms.life_commands import LifeCommands
from sad_desktop.forms.main_window import MainWindow
from sad_desktop.forms.office_checks import OfficeChecks
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.preferences import Preferences
from sad_desktop.forms.questions import Questions
from sad_desktop.forms.rooms import Room, Rooms, Surroundings, list_to_import
from sad_desktop.forms.running_assessment import RunningAssessment
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.status_line import Keeping, StatusLine
from sad_desktop.forms.status_of_document import keeping_of, show_law, show_rates
from sad_desktop.forms.successors import SuccessorOffers
from sad_desktop.forms.template_commands import TemplateCommands
from sad_desktop.forms.widgets.caps_lock import CapsLock
from sad_desktop.forms.window_parts import WindowParts

MOST_OPENED = 8
"""Files dropped at once that each get a tab."""

SAID_FOR = 5_000
"""Milliseconds a message stays in the status bar."""
_NATIVE = QKeySequence.SequenceFormat.NativeText


class Workplace(QObject):
    """What is done in a window: shows each open document and runs the commands."""

    def __init__(
        self,
        window: MainWindow,
        opened: OpenedDeclarations,
        library: Library,
        preferences: Preferences,
        questions: Questions,
        application: QApplication,
    ) -> None:
        super().__init__(window)
        self.window = window
        self._opened = opened
        self._preferences = preferences
        self.library = library
        self.tabs = DeclarationTabs()
        self.findings = FindingsPanel(str(preferences.language))
        self.status = StatusLine()
        self._application = application
        self._caps_lock = CapsLock(application)
        self.assessment = QStackedWidget()
        self.assessment.addWidget(QWidget())
        self.commands = DeclarationCommands(self, opened, questions)
        self.templates = TemplateCommands(self, opened, questions)
        self.rooms = Rooms(self.tabs, self._surroundings(questions), self)
        self.due = DueReminder(opened, self.status, self.rooms.open)
        self._checks = OfficeChecks(self, opened)
        self._life = LifeCommands(self, opened, questions)
        self.successors = SuccessorOffers(window, opened, self)
        self.help = HelpCommands(self, opened, preferences)
        self._digital = DigitalDocumentCommands(self, opened, questions)
        self.parts = WindowParts(window, self.enter_centre)
        self._runs = self._commands()
        self._move_in()
        self._connect()
        for document in opened.documents:
            self.show_document(document)
        self._on_tab_changed()
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def actions(self) -> Mapping[str, QAction]:
        """The window's actions by the names of the key table."""
        return self.window.actions_by_key

    @property
    def edition(self) -> Edition:
        """The edition of the sheet that is chosen."""
        return self._preferences.edition

    def names(self) -> frozenset[str]:
        """Return the commands that can be run."""
        return frozenset(self._runs)

    def run(self, name: str) -> None:
        """Run a command by its name in the key table, unless it is closed now."""
        if self.actions[name].isEnabled():
            self._runs[name]()

    def open_path(self, path: Path) -> None:
        """Open a file."""
        self._opened.open_path(path)

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Open a few files that were dropped; many, and folders, are listed to be imported."""
        if len(paths) > MOST_OPENED or any(path.is_dir() for path in paths):
            list_to_import(self.rooms, paths)
            return
        for path in paths:
            self._opened.open_path(path)

    def commit_all(self) -> None:
        """Give what stands in any editor to its document."""
        for tab in self.tabs.declarations():
            tab.commit()

    def abandon_changes(self) -> None:
        """Count every declaration as saved: nobody will ask about them."""
        for document in self._opened.documents:
            document.undo_stack.setClean()

    def close_all(self) -> bool:
        """Settle and close every declaration; False when the clerk goes on working in one."""
        documents = self._opened.documents
        if not all(self.commands.may_close(document) for document in documents):
            return False
        if not all(room.may_close() for room in self.rooms.opened()):
            return False
        for document in documents:
            self._opened.close(document)
        return True

    def _move_in(self) -> None:
        """Take the places the window holds ready."""
        window = self.window
        window.centre.addWidget(self.tabs)
        window.setStatusBar(self.status)
        places = zip(window.docks, (self.library, self.assessment, self.findings), strict=True)
        for dock, widget in places:
            former = dock.widget()
            dock.setWidget(widget)
            former.deleteLater()

    def current_tab(self) -> DocumentTab | None:
        """Return the open declaration that is shown."""
        return self.tabs.current()

    def tab_of(self, document: Document) -> DocumentTab | None:
        """Return the tab of a document."""
        return self.tabs.tab_of(document)

    def resume(self, former: DocumentTab) -> None:
        """Go on where the clerk stood in the tab of a former window."""
        tab = self.tab_of(former.document)
        if tab is not None:
            tab.resume(former)

    def show_part(self, name: str, page: int = 1) -> None:
        """Show a part of the declaration, or the findings; ``page`` is the sheet's, from 1."""
        tab = self.current_tab()
        if tab is None:
            return
        if name == "findings":
            self._verify()
            return
        tab.show_part(name)
        if name == SHEET:
            tab.sheet.show_page(page - 1)
            tab.sheet.enter_first()

    def let_go(self) -> None:
        """Let go of the open declarations: another window shows them."""
        self._opened.disconnect(self)
        self._application.focusChanged.disconnect(self._on_focus_changed)
        self.tabs.currentChanged.disconnect(self._on_tab_changed)
        self._caps_lock.deleteLater()
        self.rooms.let_go()
        for tab in self.tabs.declarations():
            tab.deleteLater()

    def say(self, text: str) -> None:
        """Say something in the status bar for a while."""
        self.status.showMessage(text, SAID_FOR)

    def _surroundings(self, questions: Questions) -> Surroundings:
        return Surroundings(
            office=self._opened.office,
            opened=self._opened,
            desk=self._opened.desk,
            preferences=self._preferences,
            questions=questions,
            fail=self.window.fail,
            say=self.say,
            templates=self.templates,
        )

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.tabs.tabCloseRequested.connect(self._on_close_requested)
        self._opened.opened.connect(self.show_document)
        self._opened.closed.connect(self._drop_document)
        self._opened.stored.connect(self._on_stored)
        self._opened.library_changed.connect(self.library.refresh)
        self._opened.known.connect(self._on_known)
        self._opened.failed.connect(self.window.fail)
        self._opened.conflicted.connect(self._on_conflict)
        self._opened.keeping_changed.connect(self._on_keeping_changed)
        self._opened.office.reception.entered.connect(self.refresh_commands)
        self.library.open_requested.connect(self._opened.open_stored)
        self.library.new_requested.connect(self._opened.new)
        self.library.room_requested.connect(self.rooms.open)
        self.findings.jump_requested.connect(self.jump)
        self.findings.open_requested.connect(self._opened.open_stored)
        self.findings.acknowledge_requested.connect(self.commands.acknowledge)
        self.status.findings_requested.connect(self._verify)
        self._caps_lock.changed.connect(self.status.show_caps_lock)

    def _commands(self) -> dict[str, Callable[[], object]]:
        own: dict[str, Callable[[], object]] = {
            "library": self.library.focus_search,
            "verify": self._verify,
            "next_dock": partial(self.parts.step, 1),
            "previous_dock": partial(self.parts.step, -1),
            "next_declaration": partial(self.tabs.step, 1),
            "previous_declaration": partial(self.tabs.step, -1),
            "close": self._close_shown,
            "lock_desk": self._opened.office.reception.lock,
            "change_password": self._change_password,
        }
        parts = (self.commands, self.templates, self._life, self._checks, self._digital, self.help)
        by_key = {name: run for part in parts for name, run in part.by_key().items()}
        return {**by_key, **own, **self.rooms.commands()}

    def show_document(self, document: Document) -> None:
        """Show a document in its tab; a new one gets a tab."""
        tab = self.tab_of(document)
        if tab is None:
            tab = DocumentTab(
                document,
                self._preferences.edition,
                self._preferences.zoom,
                self.commands.paper.make_preview,
                self._life.make_details,
            )
            tab.name_changed.connect(self._name_tab)
            tab.entered.connect(partial(self._on_entered, tab))
            tab.part_changed.connect(self.refresh_commands)
            tab.finder_requested.connect(self.commands.open_finder)
            tab.choices_requested.connect(self.commands.open_choices)
            tab.print_requested.connect(self.commands.paper.print_previewed)
            tab.digital_document_requested.connect(partial(self._digital.open, tab))
            tab.banner.offences_requested.connect(partial(self.rooms.open_at, "offences"))
            tab.sheet.zoomed.connect(self._preferences.take_zoom)
            tab.sheet.open_requested.connect(self.commands.on_double_click)
            tab.sheet.receipt_requested.connect(partial(self.run, "open_receipt"))
            document.assessed.connect(self._on_assessed)
            document.undo_stack.indexChanged.connect(self.refresh_commands)
            document.typing.connect(self.refresh_commands)
            document.converted.connect(self.commands.say_finding)
            self.assessment.addWidget(RunningAssessment(document))
            self.tabs.addTab(tab, "")
            self._name_tab(tab)
        self.tabs.setCurrentWidget(tab)
        tab.start()

    def _drop_document(self, document: Document) -> None:
        tab = self.tab_of(document)
        if tab is not None:
            self.tabs.removeTab(self.tabs.indexOf(tab))
            tab.deleteLater()
            running = self._running(document)
            self.assessment.removeWidget(running)
            running.deleteLater()
        document.let_go()
        document.deleteLater()

    def _running(self, document: Document) -> QWidget:
        shown = (self.assessment.widget(index) for index in range(self.assessment.count()))
        return next(
            widget
            for widget in shown
            if isinstance(widget, RunningAssessment) and widget.document is document
        )

    def _name_tab(self, tab: DocumentTab) -> None:
        self.tabs.name(tab)
        if tab is self.current_tab():
            self._show_keeping(tab.document)

    def _on_tab_changed(self, _index: int = -1) -> None:
        tab = self.current_tab()
        centre = self.window.centre
        centre.setCurrentWidget(self.tabs if self.tabs.count() else self.window.welcome)
        self.parts.make_room(is_room=self.rooms.shown() is not None)
        self.refresh_commands()
        if tab is None:
            self.findings.show_none_open()
            self.status.show_hint("")
            self.status.show_findings(None)
            self.status.show_keeping(Keeping.NOTHING_OPEN)
            self.assessment.setCurrentIndex(0)
            return
        self.assessment.setCurrentWidget(self._running(tab.document))
        self._show_keeping(tab.document)
        self._on_assessed()

    def _on_assessed(self) -> None:
        tab = self.current_tab()
        if tab is not None:
            self.findings.show_findings(tab.document.findings, tab.document.acknowledged)
            self.status.show_findings(self.findings.counts())
            show_law(self.status, tab.document)
            show_rates(self.status, tab.document)

    def _show_keeping(self, document: Document) -> None:
        self.status.show_keeping(keeping_of(document, self._opened))

    def refresh_commands(self, _cause: object = None) -> None:
        """Close the commands that cannot be used now, and say their keys as they are."""
        tab, is_room = self.current_tab(), self.rooms.shown() is not None
        closed = closed_commands(self.actions, tab, self.tabs.count(), is_room=is_room)
        enable(self.actions, closed | closed_by_rights(self._opened.office.workspace.rights_now))

    def _on_focus_changed(self, _left: QWidget | None, _entered: QWidget | None) -> None:
        """Follow the clerk to another page or part of the declaration."""
        self.refresh_commands()

    def _on_keeping_changed(self) -> None:
        if (tab := self.current_tab()) is not None:
            self._show_keeping(tab.document)

    def _on_entered(self, tab: DocumentTab, place: Place | None) -> None:
        if tab is self.current_tab() and place is not None:  # a tab being closed may get the focus
            key = self.actions["take_offer"].shortcut().toString(_NATIVE)
            self.status.show_hint(hint_of(tab.document, place, key))

    def jump(self, place: Place) -> None:
        """Go to a place of the declaration shown."""
        if (tab := self.current_tab()) is not None:
            tab.go_to(place)

    def _on_close_requested(self, index: int) -> None:
        tab = self.tabs.widget(index)
        if isinstance(tab, DocumentTab):
            self.commands.close(tab.document)
        elif isinstance(tab, Room):
            self.rooms.close(tab)

    def _on_stored(self, document: Document) -> None:
        self.library.refresh()
        self.say(self.tr("Saved."))
        tab = self.tab_of(document)
        if tab is not None:
            self._name_tab(tab)

    def _on_known(self, document: Document, stored: Stored) -> None:
        tab = self.tab_of(document)
        if tab is not None:
            tab.show_stored(stored.stored_by, stored.stored_at)

    def _on_conflict(self, document: Document, conflict: Conflict) -> None:
        self.commands.settle(document, conflict)

    def _verify(self) -> None:
        tab = self.current_tab()
        if tab is None:
            return
        tab.commit()
        self._opened.register.ask_again(tab.document)
        self.window.findings_dock.setVisible(True)
        self.findings.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _change_password(self) -> None:
        self._opened.office.reception.change_password(self.window, self.window.fail)

    def _close_shown(self) -> None:
        if self.tabs.count():
            self._on_close_requested(self.tabs.currentIndex())

    def enter_centre(self) -> bool:
        """Put the cursor into the room or the declaration that is shown; False without one."""
        tab, room = self.current_tab(), self.rooms.shown()
        if room is not None:
            room.enter()
        elif tab is not None:
            tab.start()
        return room is not None or tab is not None
