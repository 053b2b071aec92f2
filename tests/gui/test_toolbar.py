"""Every button of the toolbar: open at its statuses and with its right, else it says why."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QToolBar

from sad_desktop.brokerage.users import GRANTABLE, SERVICE_TITLES, Service, User
from sad_desktop.declaration.status import Status
from sad_desktop.forms.closed_commands import SERVICE_OF_COMMAND
from sad_desktop.forms.commands_bar import MENUS, TOOLBAR, WITHOUT_DECLARATION
from sad_desktop.forms.life_commands import COMMANDS
from sad_desktop.services.rights import Rights
from tests.gui.desk import open_desk
from tests.stored_drafts import put_as_it_is

BUTTONS = tuple(name for name in TOOLBAR if name != "-")
KEYED = (Status.DRAFT, Status.STORED, Status.AMENDED)
AT = {
    "save": KEYED,
    "register": KEYED,
    "assess": (Status.REGISTERED,),
    **dict.fromkeys(("add_items", "delete_page_items", "delete_item_1"), KEYED),
    "delete_item_2": (),
    "delete_item_3": (),
}
"""The statuses at which a button is open on the first page of one item; others always are."""


@pytest.fixture(scope="module")
def clerk(qapp, tmp_path_factory):
    clerk = open_desk(qapp, tmp_path_factory.mktemp("office"))
    clerk.open_office()
    for status in Status:
        put_draft(clerk, status)
    yield clerk
    clerk.program.workspace.use_rights(Rights())
    clerk.program.workplace.abandon_changes()
    clerk.leave()


def put_draft(clerk, status):
    draft = clerk.program.desk().new_draft()
    draft = replace(draft, status=status)
    put_as_it_is(clerk.program.workspace.database(), str(status), draft)


def show(clerk, status):
    """Show a declaration of a status; every right is given."""
    clerk.program.workspace.use_rights(Rights())
    clerk.program.opened.open_stored(str(status))
    clerk.settle()
    clerk.tab.show_part("sad")
    clerk.program.workplace.refresh_commands()


def reason(clerk, name):
    """Return why a command is closed, "" when it is open."""
    action = clerk.window.actions_by_key[name]
    hint = action.toolTip().removeprefix(action.text()).strip(" ()")
    assert action.isEnabled() or hint, f"{name} is closed without a word"
    return "" if action.isEnabled() else hint


def allow(clerk, *services):
    user = User(id=1, name="ali", first_name="Ali", services=frozenset(services))
    clerk.program.workspace.use_rights(Rights(is_on=True, user=user))
    clerk.program.workplace.refresh_commands()


def test_the_toolbar_shows_every_button_once_and_the_menus_have_each(clerk):
    bar = clerk.window.findChild(QToolBar, "toolbar")
    shown = [action for action in bar.actions() if not action.isSeparator()]
    assert shown == [clerk.window.actions_by_key[name] for name in BUTTONS]
    in_menus = {name for _, names in MENUS for name in names}
    assert set(BUTTONS) <= in_menus
    assert {"verify", "register", "assess", "load_xml", "save_xml", "print", "details"} <= set(
        BUTTONS
    )


def test_without_a_declaration_the_others_ask_for_one(clerk):
    assert clerk.window.current_tab() is None
    for name in BUTTONS:
        said = reason(clerk, name)
        assert (said == "") is (name in WITHOUT_DECLARATION)
        assert said in ("", "Open a declaration first.")


@pytest.mark.parametrize("status", list(Status))
def test_each_status_opens_its_buttons(clerk, status):
    show(clerk, status)
    for name, statuses in AT.items():
        assert (reason(clerk, name) == "") is (status in statuses), name
    for name in ("verify", "load_xml", "save_xml", "print", "details", "new"):
        assert reason(clerk, name) == "", name


@pytest.mark.parametrize("missing", GRANTABLE)
def test_a_right_that_is_missing_closes_its_buttons_and_is_named(clerk, missing):
    for status in (Status.STORED, Status.REGISTERED, Status.PAID, Status.AMENDED):
        show(clerk, status)
        before = {name: reason(clerk, name) for name in clerk.window.actions_by_key}
        allow(clerk, *(service for service in Service if service is not missing))
        for name, service in SERVICE_OF_COMMAND.items():
            said = reason(clerk, name)
            if service is missing:
                assert SERVICE_TITLES[missing] in said, name
            else:
                assert said == before[name], name


def test_a_user_who_may_only_look_may_look_print_and_track(clerk):
    show(clerk, Status.ASSESSED)
    allow(clerk)
    for name in ("verify", "print", "preview", "save_xml", "details", "track", "tracking"):
        assert reason(clerk, name) == "", name
    for name in (*COMMANDS, "new", "follow_up"):
        assert reason(clerk, name), name


def test_a_closed_button_does_nothing_even_when_its_command_is_run(clerk):
    show(clerk, Status.RELEASED)
    before = clerk.document.draft
    for name in ("register", "assess", "pay", "release", "restore", "cancel", "add_items"):
        clerk.program.workplace.run(name)
        clerk.settle()
    assert clerk.document.draft == before
    assert clerk.program.workspace.load(str(Status.RELEASED)).version == 1
