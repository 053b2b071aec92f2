"""The commands that hold the declaration shown against what else the office keeps."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.price_check import PriceCheck

if TYPE_CHECKING:
    from sad_desktop.forms.workplace import Workplace


class OfficeChecks(QObject):
    """Price range, importer's offences, and the dossier of the goods' advance information."""

    def __init__(self, workplace: "Workplace", opened: OpenedDeclarations) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._opened = opened

    def by_key(self) -> dict[str, Callable[[], object]]:
        """Return the commands by the names of the key table."""
        return {
            "check_prices": self._check_prices,
            "check_offences": self._check_offences,
            "begin_dossier": self._begin_dossier,
        }

    def _check_prices(self) -> None:
        tab = self._workplace.current_tab()
        if tab is None:
            return
        tab.commit()
        office = self._opened.office
        window = PriceCheck(tab.document, office.workspace, office.tasks, self._workplace.window)
        window.jump_requested.connect(tab.go_to)
        window.open_requested.connect(self._opened.open_stored)
        window.show()

    def _check_offences(self) -> None:
        tab = self._workplace.current_tab()
        if tab is None:
            return
        tab.commit()
        importer = tab.document.draft.declaration.consignee_code
        if importer:
            self._workplace.rooms.open_at("offences", importer)
        else:
            self._workplace.say(self.tr("Key the importer's code in box 8 first."))

    def _begin_dossier(self) -> None:
        tab = self._workplace.current_tab()
        if tab is not None:
            tab.commit()
            self._workplace.rooms.open_at("advance_cargo", f"from:{tab.document.document_id}")
