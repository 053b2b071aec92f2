"""Every key of the desk: the one table the menus, the toolbar and Help > Keys are made from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from sad_desktop.text import QT_TRANSLATE_NOOP


class KeyGroup(StrEnum):
    """Under which headline a key is listed; the value is a text of the context ``Key``."""

    FIELDS = QT_TRANSLATE_NOOP("Key", "In a box")
    ITEMS = QT_TRANSLATE_NOOP("Key", "Items and pages")
    DECLARATION = QT_TRANSLATE_NOOP("Key", "The declaration")
    WINDOW = QT_TRANSLATE_NOOP("Key", "The window")
    OFFICE = QT_TRANSLATE_NOOP("Key", "The office")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyDef:
    """What a key does.

    ``shortcut`` is Qt's portable text, "" for a command without a key of its own; ``text`` a
    text of the translation context ``Key``, which menus show too. A fixed key belongs to the
    box itself and cannot be changed.
    """

    id: str
    shortcut: str
    text: str
    group: KeyGroup
    is_fixed: bool = False

    def title(self) -> str:
        """Return what the key does, in the desk's language."""
        return QCoreApplication.translate("Key", self.text)


def _fields() -> Iterator[KeyDef]:
    group = KeyGroup.FIELDS
    yield _fixed("next_field", "Tab", QT_TRANSLATE_NOOP("Key", "Next box (Enter as well)"))
    yield _fixed(
        "previous_field",
        "Shift+Tab",
        QT_TRANSLATE_NOOP("Key", "Previous box (Shift+Enter as well)"),
    )
    yield _fixed(
        "break_line", "Shift+Return", QT_TRANSLATE_NOOP("Key", "New line in a box of several lines")
    )
    yield _fixed("finder", "F3", QT_TRANSLATE_NOOP("Key", "Find a code for the box"))
    yield _fixed("choices", "F4", QT_TRANSLATE_NOOP("Key", "Open the list of the box"))
    yield _fixed("tick", "Space", QT_TRANSLATE_NOOP("Key", "Tick the box"))
    yield _fixed("digital_document", "F8", QT_TRANSLATE_NOOP("Key", "Digital document of the row"))
    yield _fixed("give_up", "Esc", QT_TRANSLATE_NOOP("Key", "Give up what was typed"))
    yield _key("explain", "F1", QT_TRANSLATE_NOOP("Key", "Explain the box"), group)
    yield _key("open_kept", "Shift+F3", QT_TRANSLATE_NOOP("Key", "Open what the box names"), group)
    yield _key("go_to_box", "Ctrl+G", QT_TRANSLATE_NOOP("Key", "Go to a box"), group)
    yield _key(
        "copy_above", "Ctrl+D", QT_TRANSLATE_NOOP("Key", "Copy the box from the item before"), group
    )
    yield _key(
        "take_offer", "Ctrl+Return", QT_TRANSLATE_NOOP("Key", "Take what is offered, go on"), group
    )
    yield _key(
        "take_offers",
        "Ctrl+Shift+Return",
        QT_TRANSLATE_NOOP("Key", "Take all offers of this page"),
        group,
    )
    yield _key("undo", "Ctrl+Z", QT_TRANSLATE_NOOP("Key", "Undo"), group)
    yield _key("redo", "Ctrl+Y", QT_TRANSLATE_NOOP("Key", "Redo"), group)


def _items() -> Iterator[KeyDef]:
    group = KeyGroup.ITEMS
    yield _key(
        "copy_item", "Ctrl+Shift+D", QT_TRANSLATE_NOOP("Key", "Copy the whole item before"), group
    )
    yield _key("next_item", "Ctrl+PgDown", QT_TRANSLATE_NOOP("Key", "Next item"), group)
    yield _key("previous_item", "Ctrl+PgUp", QT_TRANSLATE_NOOP("Key", "Previous item"), group)
    yield _key("next_page", "PgDown", QT_TRANSLATE_NOOP("Key", "Next page"), group)
    yield _key("previous_page", "PgUp", QT_TRANSLATE_NOOP("Key", "Previous page"), group)
    yield _key("next_part", "F7", QT_TRANSLATE_NOOP("Key", "Next part of the declaration"), group)
    yield _key(
        "previous_part",
        "Shift+F7",
        QT_TRANSLATE_NOOP("Key", "Previous part of the declaration"),
        group,
    )
    yield _key("add_items", "", QT_TRANSLATE_NOOP("Key", "Add three items"), group)
    yield _key(
        "delete_page_items", "", QT_TRANSLATE_NOOP("Key", "Delete the items of this page"), group
    )
    yield _key("delete_item_1", "", QT_TRANSLATE_NOOP("Key", "Delete the first item"), group)
    yield _key("delete_item_2", "", QT_TRANSLATE_NOOP("Key", "Delete the second item"), group)
    yield _key("delete_item_3", "", QT_TRANSLATE_NOOP("Key", "Delete the third item"), group)


def _declaration() -> Iterator[KeyDef]:
    group = KeyGroup.DECLARATION
    yield _key("new", "Ctrl+N", QT_TRANSLATE_NOOP("Key", "New declaration"), group)
    yield _key(
        "new_from_template", "Ctrl+Shift+N", QT_TRANSLATE_NOOP("Key", "New from a template"), group
    )
    yield _key("load_template", "Ctrl+Shift+O", QT_TRANSLATE_NOOP("Key", "New from XML"), group)
    yield _key("save", "Ctrl+S", QT_TRANSLATE_NOOP("Key", "Save"), group)
    yield _key("load_xml", "Ctrl+O", QT_TRANSLATE_NOOP("Key", "Load XML"), group)
    yield _key("save_xml", "Ctrl+E", QT_TRANSLATE_NOOP("Key", "Save XML"), group)
    yield _key("save_template", "", QT_TRANSLATE_NOOP("Key", "Save as template"), group)
    yield _key("kept", "", QT_TRANSLATE_NOOP("Key", "What the file says beyond the boxes"), group)
    yield _key("print", "Ctrl+P", QT_TRANSLATE_NOOP("Key", "Print"), group)
    yield _key("print_several", "", QT_TRANSLATE_NOOP("Key", "Print several"), group)
    yield _key("preview", "Ctrl+Shift+P", QT_TRANSLATE_NOOP("Key", "Preview"), group)
    yield _key("package_zip", "", QT_TRANSLATE_NOOP("Key", "Save the package (ZIP)"), group)
    yield _key(
        "package_pdf", "", QT_TRANSLATE_NOOP("Key", "Save the package (PDF portfolio)"), group
    )
    yield _key("recompute", "F5", QT_TRANSLATE_NOOP("Key", "Compute again"), group)
    yield _key(
        "differences",
        "",
        QT_TRANSLATE_NOOP("Key", "Compare the figures of the file with ours"),
        group,
    )
    yield _key("verify", "F9", QT_TRANSLATE_NOOP("Key", "Verify and show the findings"), group)
    yield _key("check_prices", "Shift+F9", QT_TRANSLATE_NOOP("Key", "Check price range"), group)
    yield _key("check_offences", "", QT_TRANSLATE_NOOP("Key", "Check importer's offences"), group)
    yield _key(
        "regime_needs", "Ctrl+F9", QT_TRANSLATE_NOOP("Key", "What does this regime need?"), group
    )
    yield _key("register", "Ctrl+F12", QT_TRANSLATE_NOOP("Key", "Register"), group)
    yield _key("assess", "F12", QT_TRANSLATE_NOOP("Key", "Assess"), group)
    yield _key("request_payment", "", QT_TRANSLATE_NOOP("Key", "Request payment"), group)
    yield _key("pay", "", QT_TRANSLATE_NOOP("Key", "Record the payment"), group)
    yield _key("release", "", QT_TRANSLATE_NOOP("Key", "Record the release"), group)
    yield _key("amend", "", QT_TRANSLATE_NOOP("Key", "Amend"), group)
    yield _key("restore", "", QT_TRANSLATE_NOOP("Key", "Give the amendment up"), group)
    yield _key("cancel", "", QT_TRANSLATE_NOOP("Key", "Cancel the declaration"), group)
    yield _key("follow_up", "", QT_TRANSLATE_NOOP("Key", "Begin a follow-up declaration"), group)
    yield _key(
        "begin_dossier",
        "",
        QT_TRANSLATE_NOOP("Key", "Begin a dossier of advance cargo information"),
        group,
    )
    yield _key("details", "", QT_TRANSLATE_NOOP("Key", "Details"), group)
    yield _key("open_receipt", "", QT_TRANSLATE_NOOP("Key", "Show the receipt"), group)
    yield _key("track", "", QT_TRANSLATE_NOOP("Key", "Track this declaration"), group)
    yield _key("close", "Ctrl+W", QT_TRANSLATE_NOOP("Key", "Close the declaration"), group)


def _window() -> Iterator[KeyDef]:
    group = KeyGroup.WINDOW
    yield _key("library", "Ctrl+L", QT_TRANSLATE_NOOP("Key", "Search the document library"), group)
    yield _key("next_dock", "F6", QT_TRANSLATE_NOOP("Key", "Next part of the window"), group)
    yield _key(
        "previous_dock", "Shift+F6", QT_TRANSLATE_NOOP("Key", "Previous part of the window"), group
    )
    yield _key(
        "next_declaration", "Ctrl+Tab", QT_TRANSLATE_NOOP("Key", "Next open declaration"), group
    )
    yield _key(
        "previous_declaration",
        "Ctrl+Shift+Tab",
        QT_TRANSLATE_NOOP("Key", "Previous open declaration"),
        group,
    )
    yield _key("zoom_in", "Ctrl++", QT_TRANSLATE_NOOP("Key", "Larger (Ctrl+wheel as well)"), group)
    yield _key(
        "zoom_out", "Ctrl+-", QT_TRANSLATE_NOOP("Key", "Smaller (Ctrl+wheel as well)"), group
    )
    yield _key("zoom_reset", "Ctrl+0", QT_TRANSLATE_NOOP("Key", "Normal size"), group)
    yield _key("manual", "Ctrl+F1", QT_TRANSLATE_NOOP("Key", "Manual"), group)
    yield _key("change_password", "", QT_TRANSLATE_NOOP("Key", "Change the password"), group)
    yield _key("lock_desk", "Ctrl+Shift+L", QT_TRANSLATE_NOOP("Key", "Lock the desk"), group)
    yield _key("keys", "", QT_TRANSLATE_NOOP("Key", "Keys"), group)
    yield _key("tour", "", QT_TRANSLATE_NOOP("Key", "Quick tour"), group)
    yield _key("sample", "", QT_TRANSLATE_NOOP("Key", "Open a sample declaration"), group)
    yield _key("quit", "Ctrl+Q", QT_TRANSLATE_NOOP("Key", "Quit"), group)


def _office() -> Iterator[KeyDef]:
    """List the rooms of the office in the order of its menu (``forms.rooms``)."""
    group = KeyGroup.OFFICE
    yield _key("companies", "", QT_TRANSLATE_NOOP("Key", "Companies"), group)
    yield _key("manifests", "", QT_TRANSLATE_NOOP("Key", "Manifests"), group)
    yield _key("templates", "", QT_TRANSLATE_NOOP("Key", "Templates"), group)
    yield _key("tracking", "", QT_TRANSLATE_NOOP("Key", "Declaration tracking"), group)
    yield _key("payments", "", QT_TRANSLATE_NOOP("Key", "Payment requests"), group)
    yield _key("advance_cargo", "", QT_TRANSLATE_NOOP("Key", "Advance cargo information"), group)
    yield _key("harvest", "", QT_TRANSLATE_NOOP("Key", "Learn from past declarations"), group)
    yield _key("exchange", "", QT_TRANSLATE_NOOP("Key", "Import and export files"), group)
    yield _key("usual_prices", "", QT_TRANSLATE_NOOP("Key", "Usual prices"), group)
    yield _key("offences", "", QT_TRANSLATE_NOOP("Key", "Offences of importers"), group)
    yield _key("licences", "", QT_TRANSLATE_NOOP("Key", "Import licences"), group)
    yield _key(
        "due_dates", "Ctrl+Shift+G", QT_TRANSLATE_NOOP("Key", "Guarantees and due dates"), group
    )
    yield _key("guarantees", "", QT_TRANSLATE_NOOP("Key", "Guarantees"), group)
    yield _key(
        "lists", "", QT_TRANSLATE_NOOP("Key", "Tariff, code lists and exchange rates"), group
    )
    yield _key("users", "", QT_TRANSLATE_NOOP("Key", "Users and signing in"), group)
    yield _key("settings", "Ctrl+,", QT_TRANSLATE_NOOP("Key", "Settings"), group)


def _key(key_id: str, shortcut: str, text: str, group: KeyGroup) -> KeyDef:
    return KeyDef(id=key_id, shortcut=shortcut, text=text, group=group)


def _fixed(key_id: str, shortcut: str, text: str) -> KeyDef:
    return KeyDef(id=key_id, shortcut=shortcut, text=text, group=KeyGroup.FIELDS, is_fixed=True)


KEYS: tuple[KeyDef, ...] = (*_fields(), *_items(), *_declaration(), *_window(), *_office())
OFFICE_KEYS: tuple[str, ...] = tuple(key.id for key in _office())
"""The commands that open a room of the office, in the order of its menu."""
ROOM_KEYS: tuple[str, ...] = (*OFFICE_KEYS, "manual")
"""The commands that open a room."""
SHELVED_ROOMS: tuple[str, ...] = ("companies", "manifests", "templates")
"""The rooms that stand in the tree of the document library too."""


def title_of(key_id: str) -> str:
    """Return what a command does, in the desk's language."""
    return next(key.title() for key in KEYS if key.id == key_id)


def shortcuts(changes: Mapping[str, str]) -> dict[str, str]:
    """Return the shortcut of every command with the user's changes, by id.

    Changes of fixed or unknown commands are left out: settings may come from another version.
    """
    return {
        key.id: key.shortcut if key.is_fixed else changes.get(key.id, key.shortcut) for key in KEYS
    }


def holder_of(shortcut: str, changes: Mapping[str, str]) -> KeyDef | None:
    """Return the command a shortcut belongs to now."""
    wanted = QKeySequence(shortcut)
    if wanted.isEmpty():
        return None
    current = shortcuts(changes)
    return next((key for key in KEYS if QKeySequence(current[key.id]) == wanted), None)


def shown(shortcut: str) -> str:
    """Return a shortcut as the platform writes it."""
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
