"""Which commands cannot be used now, and why: said by the tooltips of menu and toolbar."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from sad_desktop.brokerage.life import HOLDING
from sad_desktop.brokerage.users import SERVICE_TITLES, Service
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.lists import page_items
from sad_desktop.declaration.status import Status
from sad_desktop.forms.commands_bar import WITHOUT_DECLARATION
from sad_desktop.forms.document_tab import DOCUMENTS, PREVIEW, SHEET, DocumentTab
from sad_desktop.forms.language import translate_reason
from sad_desktop.forms.life_commands import COMMANDS, step_closed
from sad_desktop.services.rights import Rights
from sad_desktop.text import QT_TRANSLATE_NOOP

_CHANGING = (
    "copy_above",
    "copy_item",
    "take_offer",
    "take_offers",
    "add_items",
    "delete_page_items",
    "delete_item_1",
    "delete_item_2",
    "delete_item_3",
)
_OF_THE_SHEET = (
    "copy_above",
    "copy_item",
    "delete_page_items",
    "delete_item_1",
    "delete_item_2",
    "delete_item_3",
    "next_item",
    "previous_item",
    "next_page",
    "previous_page",
)
_TAKING = ("take_offer", "take_offers")
_ZOOMING = ("zoom_in", "zoom_out", "zoom_reset")
_OF_TABS = frozenset({"close", "next_declaration", "previous_declaration"})
_SLOTS = ("delete_item_1", "delete_item_2", "delete_item_3")
NOT_EDITABLE = QT_TRANSLATE_NOOP(
    "UserError", "The declaration is registered: it is changed by an amendment only."
)
_NO_DECLARATION = QT_TRANSLATE_NOOP("ClosedCommand", "Open a declaration first.")
_NOT_SHOWN = QT_TRANSLATE_NOOP("ClosedCommand", "Show the SAD of the declaration first.")
_NO_ITEM = QT_TRANSLATE_NOOP("ClosedCommand", "The page has no item there.")
_NOTHING_DONE = QT_TRANSLATE_NOOP("ClosedCommand", "There is nothing to undo.")
_NOTHING_UNDONE = QT_TRANSLATE_NOOP("ClosedCommand", "There is nothing to redo.")
_NOT_STORED = QT_TRANSLATE_NOOP("ClosedCommand", "Save the declaration first.")
_NO_FILE = QT_TRANSLATE_NOOP("ClosedCommand", "The declaration was not read from a file.")
_NOT_ASSESSED = QT_TRANSLATE_NOOP(
    "ClosedCommand", "Only goods of an assessed declaration go on by another one."
)
_NO_OFFERS = QT_TRANSLATE_NOOP(
    "ClosedCommand", "Only the SAD and the attached documents offer something."
)
_NOT_OWING = QT_TRANSLATE_NOOP(
    "UserError", "Payment is requested for an assessed declaration only."
)
_NO_RECEIPT = QT_TRANSLATE_NOOP("ClosedCommand", "The declaration has no receipt yet.")
_NO_ACID = QT_TRANSLATE_NOOP("ClosedCommand", "The country asks no advance cargo information.")
_NO_OTHER = QT_TRANSLATE_NOOP("ClosedCommand", "No other declaration is open.")


_NOT_GRANTED = QT_TRANSLATE_NOOP("ClosedCommand", "You were not granted the service “{service}”.")
_NO_SIGN_IN = QT_TRANSLATE_NOOP(
    "ClosedCommand", "Nobody signs in at this office; Users and signing in turns it on."
)
SERVICE_OF_COMMAND: Mapping[str, Service] = {
    "new": Service.DECLARE,
    "new_from_template": Service.DECLARE,
    "load_template": Service.DECLARE,
    "save_template": Service.TEMPLATES,
    "follow_up": Service.DECLARE,
    "begin_dossier": Service.DECLARE,
    "save": Service.DECLARE,
    "register": Service.REGISTER,
    "assess": Service.REGISTER,
    "request_payment": Service.PAY,
    "pay": Service.PAY,
    "release": Service.PAY,
    "amend": Service.REVERSE,
    "restore": Service.REVERSE,
    "cancel": Service.REVERSE,
}
"""What a command needs; the services refuse it too."""


def closed_commands(
    names: Iterable[str], tab: DocumentTab | None, open_count: int, *, is_room: bool = False
) -> dict[str, str]:
    """Return the commands that cannot be used now, each with the reason in the desk's language.

    ``tab`` is the declaration shown, ``open_count`` how many tabs are open, ``is_room`` whether
    a room of the office is shown.
    """
    if tab is None:
        open_ones = WITHOUT_DECLARATION | (_OF_TABS if is_room else frozenset())
        return {name: _say(_NO_DECLARATION) for name in names if name not in open_ones}
    closed: dict[str, str] = {}
    if open_count < 2:
        closed |= dict.fromkeys(("next_declaration", "previous_declaration"), _say(_NO_OTHER))
    stack = tab.document.undo_stack
    if not stack.canUndo() and tab.document.typed_now is None:
        closed["undo"] = _say(_NOTHING_DONE)
    if not stack.canRedo():
        closed["redo"] = _say(_NOTHING_UNDONE)
    items = page_items(tab.document.draft, tab.sheet.number)
    closed |= dict.fromkeys(_SLOTS[len(items) :], _say(_NO_ITEM))
    if tab.current() != SHEET:
        closed |= dict.fromkeys(_OF_THE_SHEET, _say(_NOT_SHOWN))
    if tab.current() not in (SHEET, DOCUMENTS):
        closed |= dict.fromkeys(_TAKING, _say(_NO_OFFERS))
    if tab.current() not in (SHEET, PREVIEW):
        closed |= dict.fromkeys(_ZOOMING, _say(_NOT_SHOWN))
    if not tab.document.version:
        closed["track"] = _say(_NOT_STORED)
    if not tab.document.desk.book.profile.flags.get("acid"):
        closed["begin_dossier"] = _say(_NO_ACID)
    if tab.document.draft.source is None:
        closed["kept"] = _say(_NO_FILE)
    if tab.document.draft.declared is None:
        closed["differences"] = _say(_NO_FILE)
    status = tab.document.draft.status
    if status not in HOLDING:
        closed["follow_up"] = _say(_NOT_ASSESSED)
    if status not in (Status.ASSESSED, Status.PAID):
        closed["request_payment"] = QCoreApplication.translate("UserError", _NOT_OWING)
    if not tab.document.draft.declaration.receipt_number:
        closed["open_receipt"] = _say(_NO_RECEIPT)
    reasons = {name: step_closed(name, status) for name in COMMANDS}
    closed |= {
        name: QCoreApplication.translate("UserError", reason)
        for name, reason in reasons.items()
        if reason
    }
    if not tab.document.is_editable:
        closed["save"] = QCoreApplication.translate("UserError", NOT_EDITABLE)
        reason = tab.document.state_of(Place("declaration_type")).reason
        closed |= dict.fromkeys(_CHANGING, translate_reason(reason))
    return closed


def closed_by_rights(rights: Rights) -> dict[str, str]:
    """Return the commands the user was not granted, and those of signing in where nobody does."""
    closed = {
        name: not_granted(service)
        for name, service in SERVICE_OF_COMMAND.items()
        if not rights.allows(service)
    }
    if not rights.is_on:
        closed |= dict.fromkeys(("lock_desk", "change_password"), _say(_NO_SIGN_IN))
    return closed


def not_granted(service: Service) -> str:
    """Return that the user was not granted a service."""
    title = QCoreApplication.translate("Service", SERVICE_TITLES[service])
    return _say(_NOT_GRANTED).format(service=title)


def _say(text: str) -> str:
    return QCoreApplication.translate("ClosedCommand", text)
