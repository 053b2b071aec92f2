"""Menus and toolbar: one action for each key of the table, enabled by what is open."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar

from sad_desktop.forms.keys import KEYS, OFFICE_KEYS, ROOM_KEYS, shortcuts
from sad_desktop.text import QT_TRANSLATE_NOOP

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Menu", "&Declaration"),
        (
            "new",
            "new_from_template",
            "load_template",
            "-",
            "load_xml",
            "save",
            "save_xml",
            "save_template",
            "kept",
            "-",
            "print",
            "print_several",
            "preview",
            "-",
            "package_zip",
            "package_pdf",
            "-",
            "close",
            "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Edit"),
        (
            *("undo", "redo", "-", "copy_above", "copy_item", "-"),
            *("take_offer", "take_offers", "-", "go_to_box", "open_kept"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Items"),
        (
            "add_items",
            "delete_page_items",
            "delete_item_1",
            "delete_item_2",
            "delete_item_3",
            "-",
            "next_item",
            "previous_item",
            "next_page",
            "previous_page",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Verify"),
        (
            "verify",
            "recompute",
            "differences",
            "check_prices",
            "check_offences",
            "regime_needs",
            "-",
            "register",
            "assess",
            "request_payment",
            "pay",
            "release",
            "-",
            "amend",
            "restore",
            "cancel",
            "follow_up",
            "begin_dossier",
            "-",
            "details",
            "open_receipt",
            "track",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "Vie&w"),
        (
            "zoom_in",
            "zoom_out",
            "zoom_reset",
            "-",
            "library",
            "next_part",
            "previous_part",
            "next_dock",
            "previous_dock",
            "next_declaration",
            "previous_declaration",
        ),
    ),
    (QT_TRANSLATE_NOOP("Menu", "&Office"), (*OFFICE_KEYS, "-", "change_password", "lock_desk")),
    (QT_TRANSLATE_NOOP("Menu", "&Help"), ("explain", "manual", "keys", "-", "tour", "sample")),
)
TOOLBAR = (
    "new",
    "new_from_template",
    "load_template",
    "load_xml",
    "save",
    "save_xml",
    "print",
    "-",
    "verify",
    "register",
    "assess",
    "check_prices",
    "check_offences",
    "-",
    "add_items",
    "delete_page_items",
    "delete_item_1",
    "delete_item_2",
    "delete_item_3",
    "-",
    "details",
)
WITHOUT_DECLARATION = frozenset(
    {
        "new",
        "new_from_template",
        "load_template",
        "load_xml",
        "print",
        "print_several",
        "quit",
        "library",
        "next_dock",
        "previous_dock",
        "keys",
        "tour",
        "sample",
    }
    | {"explain", "change_password", "lock_desk", *ROOM_KEYS}
)
"""Commands that need no open declaration."""
_NATIVE = QKeySequence.SequenceFormat.NativeText


def build_actions(
    owner: QObject, run: Callable[[str], object], changes: Mapping[str, str]
) -> dict[str, QAction]:
    """Return an action for each command of the key table that is not the boxes' own."""
    current = shortcuts(changes)
    actions = {}
    for key in KEYS:
        if key.is_fixed:
            continue
        action = QAction(key.title(), owner)
        action.setShortcuts(_with_either_enter(current[key.id]))
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(partial(_trigger, run, key.id))
        actions[key.id] = action
    return actions


def apply_shortcuts(actions: Mapping[str, QAction], changes: Mapping[str, str]) -> None:
    """Give the actions the shortcuts that hold now."""
    for name, shortcut in shortcuts(changes).items():
        if name in actions:
            actions[name].setShortcuts(_with_either_enter(shortcut))


def fill_menus(bar: QMenuBar, actions: Mapping[str, QAction]) -> dict[str, QMenu]:
    """Put the actions into menus; return the menus by their English title."""
    menus = {}
    for title, names in MENUS:
        if not names:
            continue
        menu = bar.addMenu(QCoreApplication.translate("Menu", title))
        menu.setToolTipsVisible(True)
        for name in names:
            if name == "-":
                menu.addSeparator()
            elif name in actions:
                menu.addAction(actions[name])
        menus[title] = menu
    return menus


def fill_toolbar(bar: QToolBar, actions: Mapping[str, QAction]) -> None:
    """Put the most used actions into the toolbar."""
    for name in TOOLBAR:
        if name == "-":
            bar.addSeparator()
            continue
        action = actions.get(name)
        if action is None:
            continue
        bar.addAction(action)


def _with_either_enter(shortcut: str) -> list[QKeySequence]:
    """Return a shortcut, with the Enter of the number pad beside that of the letters."""
    own = [QKeySequence(shortcut)] if shortcut else []
    if shortcut.endswith("Return"):
        own.append(QKeySequence(f"{shortcut.removesuffix('Return')}Enter"))
    return own


def _trigger(run: Callable[[str], object], name: str, _checked: bool = False) -> None:
    run(name)


def enable(actions: Mapping[str, QAction], closed: Mapping[str, str]) -> None:
    """Enable all but what is closed; a tooltip says why one is, or which key the command has."""
    for name, action in actions.items():
        action.setEnabled(name not in closed)
        hint = closed.get(name) or action.shortcut().toString(_NATIVE)
        action.setToolTip(f"{action.text()} ({hint})" if hint else action.text())
