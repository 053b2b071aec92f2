"""The room of files: many declarations in, many out, and a report of what became of each."""

from PySide6.QtWidgets import QTabWidget, QVBoxLayout

from sad_desktop.forms.document_tab import enter_part
from sad_desktop.forms.exchange_export import ExportPage
from sad_desktop.forms.exchange_import import ImportPage
from sad_desktop.forms.rooms import Room, Surroundings


class ExchangeRoom(Room):
    """Two pages: files into the library, and declarations out of it into files."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self.importing = ImportPage(around)
        self.exporting = ExportPage(around)
        self._pages = QTabWidget()
        self._pages.setDocumentMode(True)
        self._pages.addTab(self.importing, self.tr("Import"))
        self._pages.addTab(self.exporting, self.tr("Export"))
        self._pages.setAccessibleName(self.tr("Direction"))
        self._pages.tabBar().setAccessibleName(self._pages.accessibleName())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def enter(self) -> None:
        """Put the cursor where the work of the page shown begins."""
        page = self._pages.currentWidget()
        if page is self.importing:
            self.importing.files_button.setFocus()
        else:
            enter_part(page)

    def show_page(self, page: ImportPage | ExportPage) -> None:
        """Show one of the two pages."""
        self._pages.setCurrentWidget(page)

    def let_go(self) -> None:
        """Stop after the declaration that is worked on."""
        self.importing.stop()
        self.exporting.stop()
