"""Backups in the settings: the newest, one more now, and a backup in the place of everything."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QPushButton, QVBoxLayout

from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.rooms import Surroundings
from sad_desktop.forms.settings_choices import SAFETY, say
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.paths import Paths
from sad_desktop.services.backup import Contents, contents_of, newest


class SafetyBox(QGroupBox):
    """Back up now, or choose a backup, look at what it holds, and put it in the place of all."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(say(SAFETY))
        self._around = around
        self._errands = Errands(around.office.tasks, self)
        self._paths = Paths(around.office.folder)
        self._chosen: Path | None = None
        self.state = Sentence()
        self.make_button = QPushButton(self.tr("&Back up everything now…"))
        self.choose_button = QPushButton(self.tr("&Restore a backup…"))
        self.replace_button = QPushButton(self.tr("Replace e&verything"))
        self.said = Sentence()
        self.progress = ProgressLine()
        self.make_button.clicked.connect(self._on_make)
        self.choose_button.clicked.connect(self._on_choose)
        self.replace_button.clicked.connect(self._on_replace)
        self._lay_out()
        self.refresh()

    def words(self) -> str:
        """Return everything the section is found by."""
        buttons = (self.make_button, self.choose_button)
        return " ".join([self.state.text(), *(button.text() for button in buttons)])

    def refresh(self) -> None:
        """Tell the newest backup."""
        folder = isolated(str(self._paths.backups))
        file = newest(self._paths)
        if file is None:
            sentence = self.tr("Everything is backed up once a day into {folder}. None is there.")
            self.state.say(sentence.format(folder=folder))
            return
        sentence = self.tr(
            "Everything is backed up once a day into {folder}; 14 days are kept. The newest is "
            "{file}. Copy it to another disk now and then."
        )
        self.state.say(sentence.format(folder=folder, file=isolated(file.name)))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.make_button, self.choose_button, self.replace_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.replace_button.hide()
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        layout.addLayout(buttons)
        layout.addWidget(self.said)
        layout.addWidget(self.progress)

    def _on_make(self) -> None:
        now = datetime.now()  # noqa: DTZ005 - the office's own calendar
        proposed = f"office-{now:%Y-%m-%d-%H%M}.zip"
        file = self._around.questions.save_path(self, proposed)
        if file is None:
            return
        workspace = self._around.office.workspace
        cancel = self._errands.start(
            lambda progress, _cancelled: workspace.back_up_to(file, now, progress),
            lambda _done: self._on_made(file),
            self._on_failed,
            self.progress.advance,
        )
        self.progress.begin(self.tr("Backing up"), cancel)

    def _on_made(self, file: Path) -> None:
        self.progress.end()
        self.said.say(self.tr("Everything is in {file}.").format(file=isolated(file.name)))
        self.refresh()

    def _on_choose(self) -> None:
        self.replace_button.hide()
        if self._around.opened.documents:
            self.said.say(self.tr("Close the open declarations first."), Tone.WARNING)
            return
        file = self._around.questions.backup_path(self, self._paths.backups)
        if file is None:
            return
        self._errands.start(
            lambda _progress, _cancelled: contents_of(file),
            lambda contents: self._on_read(file, contents),
            self._on_failed,
        )

    def _on_read(self, file: Path, contents: Contents) -> None:
        self._chosen = file
        sentence = self.tr(
            "{file} was made on {moment}: {files} files, {megabytes} MB. It replaces every "
            "declaration, document and setting of this desk. What is here now is backed up first."
        )
        self.said.say(
            sentence.format(
                file=isolated(file.name),
                moment=isolated(f"{contents.made_at:%d/%m/%Y %H:%M}"),
                files=len(contents.files),
                megabytes=contents.size // 1_000_000 + 1,
            ),
            Tone.WARNING,
        )
        self.replace_button.show()
        self.replace_button.setFocus()

    def _on_replace(self) -> None:
        file = self._chosen
        if file is None or self._around.opened.documents:
            self._on_choose()
            return
        now = datetime.now()  # noqa: DTZ005 - the office's own calendar
        workspace = self._around.office.workspace
        self._set_enabled(False)
        self._errands.start(
            lambda progress, _cancelled: workspace.restore(file, now, progress),
            lambda _former: self._on_restored(),
            self._on_failed,
            self.progress.advance,
        )
        self.progress.begin(self.tr("Restoring"), None)

    def _on_restored(self) -> None:
        self.progress.end()
        self.said.say(self.tr("Restored. The program starts again."))
        self._around.preferences.restart_requested.emit()

    def _on_failed(self, error: Exception) -> None:
        self.progress.end()
        self._set_enabled(True)
        self.replace_button.hide()
        if isinstance(error, UserError):
            self.said.say(translate_error(error), Tone.WRONG)

    def _set_enabled(self, is_enabled: bool) -> None:
        for button in (self.make_button, self.choose_button, self.replace_button):
            button.setEnabled(is_enabled)
