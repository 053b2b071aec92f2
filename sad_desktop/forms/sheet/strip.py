"""The page strip under the sheet: which page is shown, and a tab for each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTabBar, QWidget

from sad_desktop.declaration.lists import ITEMS_PER_PAGE, page_count


class PageStrip(QWidget):
    """Tabs for the pages of a declaration; ``page_chosen`` carries the page from 0."""

    page_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = QTabBar(self)
        self._tabs.setShape(QTabBar.Shape.RoundedSouth)
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._tabs.setAccessibleName(self.tr("Pages"))
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self._label = QLabel(self)
        self._items = -1
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 2)
        layout.addWidget(self._tabs, 1)
        layout.addWidget(self._label)

    def show_pages(self, items: int, number: int) -> None:
        """Show the pages of so many items, one of them current."""
        self._tabs.blockSignals(True)
        if items != self._items:
            self._items = items
            self._rebuild(items)
        self._tabs.setCurrentIndex(number)
        self._tabs.blockSignals(False)
        self._label.setText(
            self.tr("Page {page} of {pages}").format(page=number + 1, pages=page_count(items))
        )

    def _rebuild(self, items: int) -> None:
        pages = page_count(items)
        while self._tabs.count() > pages:
            self._tabs.removeTab(self._tabs.count() - 1)
        while self._tabs.count() < pages:
            self._tabs.addTab("")
        for page in range(pages):
            self._tabs.setTabText(page, self._title(page, items))

    def _title(self, page: int, items: int) -> str:
        if not page:
            return self.tr("Item 1")
        first = 2 + (page - 1) * ITEMS_PER_PAGE
        last = min(first + ITEMS_PER_PAGE - 1, items)
        if first == last:
            return self.tr("Item {number}").format(number=first)
        return self.tr("Items {first}-{last}").format(first=first, last=last)

    def _on_tab_changed(self, index: int) -> None:
        self.page_chosen.emit(index)
