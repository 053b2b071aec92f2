"""What every import dialog does: work beside the screen, of which the newest alone counts."""

from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import TypeVar, cast

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QWidget,
)

from sad_desktop.brokerage.list_rows import IsCancelled
from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import translate_error
from sad_desktop.forms.tasks import Pool, Progress, Starter, Work
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.list_imports import ImportStopped

T = TypeVar("T")


class ImportDialog(QDialog):
    """A dialog that reads a file, shows what it would change, and imports it.

    ``choose`` asks for the file, ``file`` names it. ``note`` says how it stands, ``progress`` how
    far it is; what was looked at is forgotten by ``lose`` before anything new begins.
    """

    def __init__(
        self, tasks: Starter, choose: Callable[[QWidget], Path | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._errands = Errands(tasks, self)
        self._stop = Event()
        self._choose = choose
        self.file = QLabel()
        self.file_button = QPushButton(self.tr("Choose the &file…"))
        self.file_button.setAutoDefault(False)
        self.file_button.clicked.connect(self._on_file_clicked)
        self.buttons = QDialogButtonBox()
        self.import_button = self.buttons.addButton(
            self.tr("&Import"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        back = self.buttons.addButton(self.tr("&Return"), QDialogButtonBox.ButtonRole.RejectRole)
        back.setAutoDefault(False)
        back.clicked.connect(self.reject)
        self.note = Sentence(tone=Tone.PLAIN)
        self.progress = ProgressLine()

    def read(self, path: Path) -> None:
        """Read a file and look at what it would change."""
        raise NotImplementedError

    def lose(self) -> None:
        """Forget what was looked at."""
        raise NotImplementedError

    def file_row(self, *further: QPushButton) -> QHBoxLayout:
        """Return the row of where it is read from: the buttons, then the file's name."""
        row = QHBoxLayout()
        for button in (self.file_button, *further):
            row.addWidget(button)
        row.addWidget(self.file, 1)
        return row

    def reject(self) -> None:
        """Stop what runs and close; nothing is written."""
        self._stop.set()
        super().reject()

    def begin(
        self, title: str, work: Work[T], on_done: Callable[[T], None], pool: Pool = Pool.CPU
    ) -> None:
        """Start work beside the dialog; what ran before is given up."""
        self._stop.set()
        stop = self._stop = Event()
        self.lose()
        self.progress.begin(title, self._on_cancelled)

        def run(progress: Progress, is_cancelled: IsCancelled) -> T | None:
            try:
                return work(progress, lambda: stop.is_set() or is_cancelled())
            except ImportStopped:
                return None

        def done(result: T | None) -> None:
            if stop is self._stop and not stop.is_set():
                self.progress.end()
                on_done(cast("T", result))  # None comes from stopped work only

        def failed(error: Exception) -> None:
            if stop is self._stop and isinstance(error, UserError):
                self.fail(error)

        self._errands.start(run, done, failed, self.progress.advance, pool=pool)

    def fail(self, error: UserError) -> None:
        """Say why nothing was imported."""
        self.progress.end()
        self.note.say(translate_error(error), Tone.WRONG)

    def _on_file_clicked(self) -> None:
        path = self._choose(self)
        if path is not None:
            self.read(path)

    def _on_cancelled(self) -> None:
        self._stop.set()
        self.note.say(self.tr("Stopped. Nothing was changed."))
