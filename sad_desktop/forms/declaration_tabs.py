"""The tabs in the middle of the window: open declarations, and rooms among them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget

from sad_desktop.forms.document import Document
from sad_desktop.forms.document_tab import DocumentTab
from sad_desktop.forms.language import isolated


class DeclarationTabs(QTabWidget):
    """Tabs that can be moved and closed; what does not fit is scrolled to."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabsClosable(True)
        self.setMovable(True)
        self.setDocumentMode(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setUsesScrollButtons(True)
        self.setAccessibleName(self.tr("Open declarations"))
        self.tabBar().setAccessibleName(self.accessibleName())

    def declarations(self) -> list[DocumentTab]:
        """Return the tabs of declarations, in their order."""
        widgets = (self.widget(index) for index in range(self.count()))
        return [widget for widget in widgets if isinstance(widget, DocumentTab)]

    def current(self) -> DocumentTab | None:
        """Return the declaration that is shown."""
        tab = self.currentWidget()
        return tab if isinstance(tab, DocumentTab) else None

    def tab_of(self, document: Document) -> DocumentTab | None:
        """Return the tab of a document."""
        return next((tab for tab in self.declarations() if tab.document is document), None)

    def step(self, step: int) -> None:
        """Show the next or the previous tab, round and round."""
        if self.count():
            self.setCurrentIndex((self.currentIndex() + step) % self.count())

    def name(self, tab: DocumentTab) -> None:
        """Write what a declaration is called on its tab, with a mark while it is not saved."""
        title = isolated(tab.document.title()) or self.tr("New declaration")
        mark = "" if tab.document.undo_stack.isClean() else " •"
        self.setTabText(self.indexOf(tab), f"{title}{mark}")
