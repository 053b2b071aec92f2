"""Take what is offered: for the box of the cursor, for a page, for the documents of an item."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sad_desktop.forms.document_tab import DOCUMENTS, SHEET, DocumentTab
from sad_desktop.forms.documents import DocumentsTab

if TYPE_CHECKING:
    from sad_desktop.forms.workplace import Workplace


class OfferCommands(QObject):
    """The commands that take offers of the declaration shown."""

    def __init__(self, workplace: "Workplace") -> None:
        super().__init__(workplace)
        self._workplace = workplace

    def by_key(self) -> dict[str, Callable[[], object]]:
        """Return the commands by the names of the key table."""
        return {
            "take_offer": partial(self._take, is_whole=False),
            "take_offers": partial(self._take, is_whole=True),
        }

    def _take(self, *, is_whole: bool) -> None:
        tab = self._workplace.current_tab()
        if tab is None:
            return
        if tab.current() == DOCUMENTS:
            part = tab.show_part(DOCUMENTS)
            assert isinstance(part, DocumentsTab)  # noqa: S101 - built as one
            if not part.take_offers(is_whole=is_whole):
                self._workplace.say(self.tr("No document is offered for this item."))
        elif tab.current() == SHEET and is_whole:
            self._take_page(tab)
        elif tab.current() == SHEET:
            self._take_box(tab)

    def _take_box(self, tab: DocumentTab) -> None:
        """Put in what is offered for the box, and go on to the next one."""
        tab.commit()
        place = tab.sheet.current_place()
        title = place.definition().title(tab.document.desk.language) if place is not None else ""
        if place is None or not tab.document.offers.take([place], title):
            self._workplace.say(self.tr("Nothing is offered for this box."))
            return
        tab.sheet.go_on()

    def _take_page(self, tab: DocumentTab) -> None:
        tab.commit()
        title = self.tr("Take all offers of this page")
        count = tab.document.offers.take(tab.sheet.page.places_in_order(), title)
        if not count:
            self._workplace.say(self.tr("Nothing is offered on this page."))
            return
        self._workplace.say(
            self.tr("Offers taken: {count}; undo brings them back.").format(count=count)
        )
