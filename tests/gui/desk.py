"""A real desk for window tests: the shipped book, a data folder of its own, keys as typed."""

import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

from sad_desktop.app import Program
from sad_desktop.forms.document import Document
from sad_desktop.forms.document_tab import DocumentTab
from sad_desktop.forms.questions import Questions
from sad_desktop.paths import Paths
from sad_desktop.settings import Settings, ThemeChoice

ON = date(2026, 11, 21)


@dataclass
class Answers:
    """What the clerk answers, and what the program said."""

    open_paths: list[Path] = field(default_factory=list)
    documents: list[Path] = field(default_factory=list)
    save_path: Path | None = None
    backup_path: Path | None = None
    folder: Path | None = None
    table_path: Path | None = None
    leave: str = "discard"
    told: list[str] = field(default_factory=list)

    def questions(self) -> Questions:
        return Questions(
            open_paths=lambda _parent: self.open_paths,
            open_documents=lambda _parent: self.documents,
            save_path=lambda _parent, _proposed: self.save_path,
            choose_folder=lambda _parent, _title: self.folder,
            tell=lambda _parent, sentence: self.told.append(sentence),
            backup_path=lambda _parent, _folder: self.backup_path,
            table_path=lambda _parent: self.table_path,
            envelope_files=lambda _parent: self.documents,
            manifest_path=lambda _parent: self.table_path,
            leave=lambda _parent, _title: self.leave,
        )


class Clerk:
    """Somebody at the keyboard: every key goes to whatever has the focus."""

    def __init__(self, application: QApplication, program: Program, answers: Answers) -> None:
        self._application = application
        self.program = program
        self.answers = answers
        self.has_left = False

    @property
    def window(self):
        return self.program.window

    @property
    def language(self) -> str:
        return str(self.program.preferences.language)

    def focus(self) -> QWidget:
        """Where the cursor is."""
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def open_office(self, fault: str = "") -> None:
        """Start as the program does: the folder taken, the library read, drafts offered."""
        self.program.open_office(fault)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing runs beside the screen."""
        while self.program.tasks.is_busy():
            self._application.processEvents()
            time.sleep(0.001)
        self._application.processEvents()

    def take_over(self) -> None:
        """Bring this window to the front, where the keys go."""
        self.window.activateWindow()
        self._application.processEvents()

    def dialog(self) -> QWidget:
        """The dialog that waits for an answer."""
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        return dialog

    def popup(self) -> QWidget:
        """The popup that is open."""
        popup = QApplication.activePopupWidget()
        assert popup is not None
        return popup

    def tab_to(self, widget: QWidget) -> None:
        """Press Tab until a widget of a dialog has the cursor."""
        for _ in range(40):
            if self.focus() is widget:
                return
            self.press(Qt.Key.Key_Tab)
        message = f"Tab never reaches {widget.accessibleName() or widget}"
        raise AssertionError(message)

    def leave(self) -> None:
        """Close the window and everything behind it."""
        self.has_left = True
        self.program.close()
        let_die(self._application)

    def abandon(self) -> None:
        """End as a killed program does: what is not on the disk yet is never written."""
        self.program.opened.flush = lambda: None
        self.leave()

    @property
    def tab(self) -> DocumentTab:
        tab = self.window.current_tab()
        assert tab is not None
        return tab

    @property
    def document(self) -> Document:
        return self.tab.document

    def press(self, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier, text: str = "") -> None:
        """Press a key: a shortcut of the window first, else the widget with the focus."""
        if QApplication.activeWindow() is None:
            self.take_over()  # what a desktop does when a dialog closes
        override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
        override.ignore()
        self._application.sendEvent(self._target(), override)
        if not override.isAccepted() and self._run_shortcut(key, modifiers):
            return
        # asked anew: a list that drops down may be gone between the events of one key
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            self._application.sendEvent(self._target(), QKeyEvent(kind, key, modifiers, text))

    def ctrl(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def type(self, text: str) -> None:
        """Type letters; Arabic ones as the platform sends them."""
        for letter in text:
            key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
            self.press(key, text=letter)

    def key_in(self, *texts: str) -> None:
        """Type each text and leave its box with Tab."""
        for text in texts:
            self.type(text)
            self.press(Qt.Key.Key_Tab)

    def go_to(self, box: str) -> None:
        """Ctrl+G, a box number, Enter."""
        self.ctrl(Qt.Key.Key_G)
        self.type(box)
        self.press(Qt.Key.Key_Return)
        self._application.processEvents()

    def _target(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        modal = QApplication.activeModalWidget()
        if modal is not None:
            return modal.focusWidget() or modal
        return QApplication.focusWidget() or self.window

    def _run_shortcut(self, key: Qt.Key, modifiers) -> bool:
        pressed = QKeySequence(QKeyCombination(modifiers, key))
        for action in self.window.actions_by_key.values():
            if action.shortcut() == pressed and action.isEnabled():
                action.trigger()
                self._application.processEvents()
                return True
        return False


def let_die(application: QApplication) -> None:
    """Do what a running event loop does with everything that was to be deleted later."""
    application.processEvents()
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def open_desk(
    application: QApplication, folder: Path, language: str = "en", **choices: str
) -> Clerk:
    """Open the real window on a data folder; ``choices`` are further settings."""
    answers = Answers()
    settings = Settings(language=language, theme=ThemeChoice.LIGHT, zoom=100, **choices)
    program = Program(application, Paths(folder), settings, on=ON, questions=answers.questions())
    program.window.resize(1500, 1000)
    program.window.show()
    program.furnish()
    program.window.activateWindow()
    application.processEvents()
    return Clerk(application, program, answers)
