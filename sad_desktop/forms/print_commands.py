"""The commands that put declarations on paper: preview, print, print several."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from sad_desktop.forms.document import Document
from sad_desktop.forms.document_tab import PREVIEW, DocumentTab
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.questions import Questions
from sad_desktop.services.paper import Printing
from sad_desktop.services.print_orders import Order

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
        tab = self._committed_tab()
        if tab is None:
            self.print_several()
        else:
            self._print(tab, Order(printing=Printing(edition=tab.edition.value)))

    def print_previewed(self) -> None:
        """Open the print dialog with what is chosen in the preview."""
        from sad_desktop.forms.preview import PreviewTab  # start-up cost: it loads PDFium

        tab = self._committed_tab()
        preview = tab.show_part(PREVIEW) if tab is not None else None
        if tab is not None and isinstance(preview, PreviewTab):
            self._print(tab, preview.order())

    def _print(self, tab: DocumentTab, order: Order) -> None:
        from sad_desktop.forms.preview import subject_of  # start-up cost: it loads PDFium
        from sad_desktop.forms.print_dialog import PrintDialog

        subject, title = subject_of(tab.document), tab.document.title()
        dialog = PrintDialog(subject, title, self._print_room(), order, self._window)
        dialog.said.connect(self._workplace.say)
        dialog.several_requested.connect(self.print_several)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def print_several(self) -> None:
        """Open the dialog that prints many declarations."""
        from sad_desktop.forms.batch_print import BatchPrintDialog  # start-up cost
        from sad_desktop.forms.declaration_pile import Pile
        from sad_desktop.services.print_batch import from_store

        workspace = self._opened.office.workspace
        room = self._print_room()
        pile = Pile(
            shelf=workspace,
            stored=lambda key, name: from_store(workspace, key, name, self._opened.is_open),
            open_paths=room.open_paths,
        )
        edition = self._workplace.edition
        dialog = BatchPrintDialog(pile, self._opened.desk(), room, edition, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def make_preview(self, document: Document) -> QWidget:
        """Build the preview of a declaration."""
        from sad_desktop.forms.preview import PreviewTab  # start-up cost: it loads PDFium

        room = self._print_room()
        return PreviewTab(
            document,
            room.tasks,
            self._workplace.edition,
            room.designs().designs,
            lambda: room.stationery.of(room.printers.default()),
        )

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
