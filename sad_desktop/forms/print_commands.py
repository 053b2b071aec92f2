"""The commands that put declarations on paper: preview, print, print several."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from sad_desktop.forms.document_tab import PREVIEW, DocumentTab
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.questions import Questions
from sad_desktop.printing.design import Design

if TYPE_CHECKING:
    from sad_desktop.forms.print_room import PrintRoom
    from sad_desktop.forms.workplace import Workplace


class PrintCommands(QObject):
    """What the keys of paper do. Everything that prints is loaded when it is first asked for."""

    def __init__(
        self, workplace: "Workplace", opened: OpenedDeclarations, questions: Questions
    ) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._window = workplace.window
        self._opened = opened
        self._questions = questions

    def print_shown(self) -> None:
        """Open the print dialog on the declaration that is shown; without one, on several."""
        from sad_desktop.forms.preview import subject_of  # start-up cost: it loads PDFium
        from sad_desktop.forms.print_dialog import PrintDialog

        tab = self._committed_tab()
        if tab is None:
            self.print_several()
            return
        subject, title = subject_of(tab.document), tab.document.title()
        dialog = PrintDialog(subject, title, self._print_room(), tab.edition, self._window)
        dialog.said.connect(self._workplace.say)
        dialog.several_requested.connect(self.print_several)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def print_several(self) -> None:
        """Open the dialog that prints many declarations."""
        from sad_desktop.forms.batch_print import BatchPrintDialog, Stack  # start-up cost
        from sad_desktop.services.print_batch import from_store

        workspace = self._opened.office.workspace
        stack = Stack(
            shelf=workspace,
            stored=lambda key, name: from_store(workspace, key, name, self._opened.is_open),
            desk=self._opened.desk(),
        )
        edition = self._workplace.edition
        dialog = BatchPrintDialog(stack, self._print_room(), edition, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def designs(self) -> tuple[Design, ...]:
        """Return the print designs, those of the office among them."""
        return self._print_room().designs().designs

    def _print_room(self) -> "PrintRoom":
        from sad_desktop.forms.print_room import print_room  # start-up cost: printers

        office = self._opened.office
        return print_room(
            office.folder,
            office.tasks,
            save_path=self._questions.save_path,
            open_paths=self._questions.open_paths,
        )

    def preview(self) -> None:
        """Show what would be printed."""
        tab = self._committed_tab()
        if tab is not None:
            tab.show_part(PREVIEW).setFocus()

    def _committed_tab(self) -> DocumentTab | None:
        tab = self._workplace.current_tab()
        if tab is not None:
            tab.commit()
        return tab
