"""Who takes each of the manual's pictures: the rooms and dialogs of an office at work."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QDialog

from sad_desktop.app import Program
from sad_desktop.forms.document import Document
from sad_desktop.forms.document_tab import DocumentTab
from sad_desktop.forms.language import Language
from sad_desktop.forms.questions import dialogs
from sad_desktop.forms.rooms import Room
from sad_desktop.paths import Paths
from sad_desktop.services.life import Life
from sad_desktop.settings import Settings, ThemeChoice
from tools.manual_office import DAY, SEVEN_ITEMS, fill_egyptian_office, fill_office

WINDOW = (1280, 760)
SETTLED_AFTER = 250
"""Milliseconds in which what begins late has begun: searches, previews, thumbnails."""


class Photographer:
    """The program in one language with an office at work, and who takes its pictures."""

    def __init__(
        self,
        application: QApplication,
        folder: Path,
        language: Language,
        theme: ThemeChoice = ThemeChoice.LIGHT,
        profile: str = "bh",
    ) -> None:
        self.application = application
        self.folder = folder
        self.language = language
        self.settings = Settings(
            language=str(language),
            theme=theme,
            profile=profile,
            zoom=0,
            user_name={Language.ARABIC: "سلمى"}.get(language, "Salma"),
        )
        questions = replace(dialogs(), choose_folder=lambda _parent, _title: folder / "files")
        self.program = Program(
            application, Paths(folder / "office"), self.settings, on=DAY, questions=questions
        )
        self.window = self.program.window
        self.window.resize(*WINDOW)
        self.window.show()
        self.program.furnish()
        self.program.open_office()
        self.wait()
        self.workplace = self.program.workplace
        if profile == "bh":
            fill_office(self.program, str(language))
            self.workplace.library.refresh()
            self.workplace.open_path(SEVEN_ITEMS)
        else:
            fill_egyptian_office(self.program)
        self.settle()

    def wait(self) -> None:
        """Wait until nothing runs beside the screen."""
        while self.program.tasks.is_busy():
            self.application.processEvents()
        self.application.processEvents()

    def settle(self) -> None:
        """Let the window lay itself out, look things up, and paint."""
        for _ in range(2):
            loop = QEventLoop()
            QTimer.singleShot(SETTLED_AFTER, loop.quit)
            loop.exec()
            self.wait()

    def tab(self) -> DocumentTab:
        """Return the declaration that is shown."""
        tab = self.workplace.current_tab()
        if tab is None:
            raise TypeError("no declaration is shown")
        return tab

    def document(self) -> Document:
        """Return the document that is shown."""
        return self.tab().document

    def show_stored(self, declaration_id: str) -> None:
        """Open a declaration of the office."""
        self.program.opened.open_stored(declaration_id)
        self.settle()

    def life(self) -> Life:
        """Return what leads the office's declarations through their life."""
        return Life(self.program.workspace)

    @contextmanager
    def without_docks(self) -> Iterator[None]:
        """Give the middle of the window all the room."""
        for dock in self.window.docks:
            dock.hide()
        yield
        for dock in self.window.docks:
            dock.show()

    def whole(self) -> QPixmap:
        """Take the whole window."""
        self.settle()
        return self.window.grab()

    def centre(self, height: int = 0) -> QPixmap:
        """Take the middle of the window, or its upper part so many pixels high."""
        with self.without_docks():
            self.settle()
            picture = self.window.centre.grab()
        return picture.copy(0, 0, picture.width(), height) if height else picture

    def part(self, name: str, height: int = 0) -> QPixmap:
        """Take one part of the declaration."""
        self.workplace.show_part(name)
        return self.centre(height)

    def room(self, name: str, prepare: Callable[[Room], None] | None = None) -> QPixmap:
        """Take a room, and close it."""
        with self.without_docks():
            room = self.workplace.rooms.open(name)
            self.settle()
            if prepare is not None:
                prepare(room)
                self.settle()
            picture = self.window.centre.grab()
            self.workplace.rooms.close(room)
        return picture

    def dialog(self, ask: Callable[[], object]) -> QDialog:
        """Ask for a dialog and return it."""
        before = self._dialogs()
        ask()
        self.settle()
        (dialog,) = (one for one in self._dialogs() if one not in before)
        return dialog

    def _dialogs(self) -> list[QDialog]:
        widgets = self.application.topLevelWidgets()
        return [one for one in widgets if isinstance(one, QDialog) and one.isVisible()]

    def of_dialog(
        self, ask: Callable[[], object], prepare: Callable[[QDialog], object] | None = None
    ) -> QPixmap:
        """Take a dialog, and close it."""
        dialog = self.dialog(ask)
        if prepare is not None:
            prepare(dialog)
            self.settle()
        picture = dialog.grab()
        QDialog.reject(dialog)
        self.settle()
        return picture

    def of_command(self, name: str) -> QPixmap:
        """Take the dialog a command opens."""
        return self.of_dialog(lambda: self.workplace.run(name))

    def close(self) -> None:
        """Close the program and its window."""
        self.workplace.abandon_changes()
        self.program.close()
