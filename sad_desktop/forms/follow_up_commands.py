"""The command that begins a declaration of the goods of the one shown."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from sad_desktop.brokerage.follow_up import Portion
from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.follow_up import FollowUpDialog
from sad_desktop.forms.keys import title_of
from sad_desktop.forms.language import isolated
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.tasks import Pool
from sad_desktop.services.follow_up import FollowUps, Offer
from sad_desktop.tariff.book import ListEntry

if TYPE_CHECKING:
    from sad_desktop.forms.workplace import Workplace


class FollowUpCommands(QObject):
    """Asks what leaves of the declaration shown, and opens the follow-up as a new one."""

    def __init__(self, workplace: "Workplace", opened: OpenedDeclarations) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._opened = opened
        self._follow_ups = FollowUps(opened.office.workspace)
        self._errands = Errands(opened.office.tasks, self)

    def by_key(self) -> dict[str, Callable[[], object]]:
        """Return the commands by the names of the key table."""
        return {"follow_up": self._begin}

    def _begin(self) -> None:
        tab = self._workplace.current_tab()
        if tab is None:
            return
        document_id, desk = tab.document.document_id, self._opened.desk()
        self._errands.start(
            lambda _progress, _cancelled: self._follow_ups.offer(document_id, desk),
            partial(self._ask, tab.document.title()),
            self._fail,
            pool=Pool.DATABASE,
        )

    def _ask(self, name: str, offer: Offer) -> None:
        title = title_of("follow_up").replace("&", "")
        language = self._opened.desk().language
        dialog = FollowUpDialog(offer, title, language, self._workplace.window)
        dialog.settled.connect(partial(self._open, name, offer))
        dialog.open()

    def _open(
        self, name: str, offer: Offer, procedure: ListEntry, portions: Sequence[Portion]
    ) -> None:
        try:
            draft = self._follow_ups.begin(offer, procedure, portions, self._opened.desk())
        except UserError as error:
            self._workplace.window.fail(error)
            return
        title = self.tr("{procedure} of {declaration}")
        self._opened.begin(
            draft,
            self._opened.office.workspace.new_id(),
            title.format(procedure=isolated(procedure.code), declaration=isolated(name)),
        )

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._workplace.window.fail(error)
