"""The commands that hold the declaration shown against what else the office keeps."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sad_desktop.forms.keys import title_of
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.price_check import PriceCheck

if TYPE_CHECKING:
    from sad_desktop.brokerage.due_dates import DueDate
    from sad_desktop.forms.due_date_dialog import Told
    from sad_desktop.forms.workplace import Workplace
    from sad_desktop.tariff.regime_law import Period, RegimeTerms


class OfficeChecks(QObject):
    """Price range, importer's offences, the regime's needs, and the goods' advance information."""

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
            "regime_needs": self._show_needs,
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

    def _show_needs(self) -> None:
        """List what the regime of the declaration demands, and what of it is attached."""
        from sad_desktop.forms.regime_needs import RegimeNeedsDialog  # start-up cost
        from sad_desktop.services.due_dates import DueDates
        from sad_desktop.services.regime_needs import regime_needs

        tab = self._workplace.current_tab()
        if tab is None:
            return
        tab.commit()
        document, desk = tab.document, self._opened.desk().by_law_of(tab.document.draft)
        found = regime_needs(document.draft, desk)
        if not found:
            self._workplace.say(
                self.tr("Key the procedure in box 37 first; the law names no regime for it yet.")
            )
            return
        office = self._opened.office
        dates = DueDates(office.workspace, desk.book.profile)

        def begin(regime: "RegimeTerms", case: "Period", told: "Told") -> "DueDate":
            return dates.open_by_hand(document.document_id, desk, (regime, case), told.day)

        dialog = RegimeNeedsDialog(
            title_of("regime_needs").replace("&", ""),
            found,
            None if document.draft.status.is_unregistered else begin,
            office.tasks,
            self._opened.desk().on,
            self._workplace.window,
        )
        dialog.open()
