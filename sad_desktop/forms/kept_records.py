"""From a box to what the office keeps under its number: the bill, the voyage, the company."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from sad_desktop.brokerage.manifests import BillBalance, Manifest
from sad_desktop.declaration.draft import Place
from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.document import Document
from sad_desktop.forms.language import isolated
from sad_desktop.forms.office_lists import BILLS, COMPANIES, MANIFESTS
from sad_desktop.forms.opened import Office
from sad_desktop.services.manifests import Manifests

OPENED_BY_DOUBLE_CLICK = frozenset({BILLS, MANIFESTS})
"""Lists of the boxes whose double click opens what they name; elsewhere it selects a word."""


class KeptRecords(QObject):
    """Opens a room of the office at what a box names.

    ``show`` opens a room by its command at a target, ``say`` says what is not kept, ``fail`` why
    the office cannot be asked.
    """

    def __init__(
        self,
        office: Office,
        show: Callable[[str, str], None],
        say: Callable[[str], None],
        fail: Callable[[UserError], None],
    ) -> None:
        super().__init__()
        self._companies = office.companies
        self._manifests = Manifests(office.workspace)
        self._asking = Asking(office.tasks, fail)
        self._show = show
        self._say = say

    def open(self, document: Document, place: Place) -> None:
        """Open what a box names; what is not kept is said."""
        declaration = document.draft.declaration
        lookup = place.definition().lookup
        number = str(document.draft.value(place) or "")
        if lookup not in (BILLS, MANIFESTS, COMPANIES):
            self._say(self.tr("The office keeps nothing that this box names."))
        elif not number:
            self._say(self.tr("This box is empty: there is nothing to open."))
        elif lookup == BILLS:
            self._asking.ask(
                lambda: self._manifests.bill_of(declaration, number),
                partial(self._on_bill, number),
            )
        elif lookup == MANIFESTS:
            self._asking.ask(
                lambda: self._manifests.meant(declaration), partial(self._on_manifest, number)
            )
        else:
            self._open_company(number)

    def _on_bill(self, number: str, balance: BillBalance | None) -> None:
        if balance is None:
            self._say_not_kept(number)
        else:
            self._show(MANIFESTS, str(balance.bill.id))

    def _on_manifest(self, number: str, manifest: Manifest | None) -> None:
        if manifest is None:
            self._say_not_kept(number)
        else:
            self._show(MANIFESTS, f"manifest:{manifest.id}")

    def _open_company(self, code: str) -> None:
        own = next((one for one in self._companies.all() if one.code == code), None)
        if own is None:
            self._say_not_kept(code)
        else:
            self._show(COMPANIES, str(own.id))

    def _say_not_kept(self, number: str) -> None:
        self._say(self.tr("The office does not keep {number}.").format(number=isolated(number)))
