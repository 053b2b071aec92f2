"""The commands that read and write files of declarations, and show what a file says beyond."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sad_desktop.forms.document import Document
from sad_desktop.forms.document_tab import DocumentTab
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.questions import Questions
from sad_desktop.services.exchange import kept_of, losses_of

if TYPE_CHECKING:
    from sad_desktop.forms.workplace import Workplace


class FileCommands(QObject):
    """What the keys of files do. The dialogs are loaded when they are first asked for."""

    def __init__(
        self, workplace: "Workplace", opened: OpenedDeclarations, questions: Questions
    ) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._window = workplace.window
        self._opened = opened
        self._questions = questions

    def by_key(self) -> dict[str, Callable[[], object]]:
        """Return the commands by the names of the key table."""
        return {
            "load_xml": self.load_xml,
            "save_xml": self.save_xml,
            "kept": self.show_kept,
            "differences": self.show_differences,
        }

    def load_xml(self) -> None:
        """Open XML files, each in a tab of its own."""
        for path in self._questions.open_paths(self._window):
            self._opened.open_path(path)

    def save_xml(self) -> None:
        """Write the declaration that is shown as XML; what does not fit is listed before."""
        tab = self._committed()
        if tab is None:
            return
        proposed = f"{tab.document.title().replace(' ', '-') or 'declaration'}.xml"
        path = self._questions.save_path(self._window, proposed)
        if path is None:
            return
        losses = losses_of(tab.document.draft, path)
        if not losses:
            self._write_xml(tab.document, path)
            return
        from sad_desktop.forms.losses import LossesDialog  # start-up cost

        question, language = self.tr("Save all the same"), tab.document.desk.language
        dialog = LossesDialog(losses, language, self._window, question=question)
        dialog.accepted.connect(partial(self._write_xml, tab.document, path))
        dialog.open()

    def show_kept(self) -> None:
        """List what the file of the declaration shown says beyond its boxes."""
        from sad_desktop.forms.kept import KeptDialog  # start-up cost

        tab = self._workplace.current_tab()
        source = tab.document.draft.source if tab is not None else None
        if source is not None:
            KeptDialog(source.name, kept_of(source), self._window).open()

    def show_differences(self) -> None:
        """List where the figures of the file of the declaration shown are not ours."""
        from sad_desktop.forms.differences import DifferencesDialog  # start-up cost

        tab = self._committed()
        if tab is not None and tab.document.draft.declared is not None:
            DifferencesDialog(tab.document, self._window).open()

    def _write_xml(self, document: Document, path: Path) -> None:
        if self._opened.save_xml(document, path):
            self._workplace.say(self.tr("Saved as {name}.").format(name=path.name))

    def _committed(self) -> DocumentTab | None:
        tab = self._workplace.current_tab()
        if tab is not None:
            tab.commit()
        return tab
