"""The rooms of the office: tabs beside the declarations, each opened by a command of its own."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QTabWidget, QWidget

from sad_desktop.errors import UserError
from sad_desktop.forms.document_tab import enter_part
from sad_desktop.forms.keys import title_of
from sad_desktop.forms.opened import Office, OpenedDeclarations
from sad_desktop.forms.preferences import Preferences
from sad_desktop.forms.questions import Questions
from sad_desktop.forms.template_commands import TemplateCommands
from sad_desktop.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a room may reach: the office, the law of the day, and the rest of the window.

    ``fail`` says why something could not be done, ``say`` speaks in the status bar for a while.
    ``templates`` begins declarations from templates; ``open_room`` shows another room.
    """

    office: Office
    opened: OpenedDeclarations
    desk: Callable[[], Desk]
    preferences: Preferences
    questions: Questions
    fail: Callable[[UserError], None]
    say: Callable[[str], None]
    templates: TemplateCommands
    open_room: Callable[[str], object] = str


class Room(QWidget):
    """A tab that is no declaration. Its texts are kept as they are keyed, or asked for on leaving.

    ``name`` is the command that opens it.
    """

    name: str

    def enter(self) -> None:
        """Put the cursor where the clerk left it, else where the work begins."""
        enter_part(self)

    def show_target(self, target: str) -> None:
        """Show one thing of what the room holds, by the room's own name for it."""

    def may_close(self) -> bool:
        """Settle what was keyed; False when the clerk stays."""
        return True

    def let_go(self) -> None:
        """Let go of what goes on after the room is closed."""


Make = Callable[[Surroundings], Room]


def _manual(around: Surroundings) -> Room:
    from sad_desktop.forms.manual import make_manual  # start-up cost

    return make_manual(around)


def _companies(around: Surroundings) -> Room:
    from sad_desktop.forms.companies import make_companies  # start-up cost

    return make_companies(around)


def _manifests(around: Surroundings) -> Room:
    from sad_desktop.forms.manifests import ManifestsRoom  # start-up cost

    return ManifestsRoom(around)


def _tracking(around: Surroundings) -> Room:
    from sad_desktop.forms.tracking import TrackingRoom  # start-up cost

    return TrackingRoom(around)


def _payments(around: Surroundings) -> Room:
    from sad_desktop.forms.payments import PaymentsRoom  # start-up cost

    return PaymentsRoom(around)


def _advance_cargo(around: Surroundings) -> Room:
    from sad_desktop.forms.advance_cargo import make_advance_cargo  # start-up cost

    return make_advance_cargo(around)


def _harvest(around: Surroundings) -> Room:
    from sad_desktop.forms.harvest import HarvestRoom  # start-up cost

    return HarvestRoom(around)


def _exchange(around: Surroundings) -> Room:
    from sad_desktop.forms.exchange import ExchangeRoom  # start-up cost

    return ExchangeRoom(around)


def _ledger(ledger: str, around: Surroundings) -> Room:
    from sad_desktop.brokerage.ledgers import Ledger  # start-up cost
    from sad_desktop.forms.ledgers import LedgerRoom

    return LedgerRoom(around, Ledger(ledger))


def _due_dates(around: Surroundings) -> Room:
    from sad_desktop.forms.due_dates import DueDatesRoom  # start-up cost

    return DueDatesRoom(around)


def _lists(around: Surroundings) -> Room:
    from sad_desktop.forms.lists import ListsRoom  # start-up cost

    return ListsRoom(around)


def _users(around: Surroundings) -> Room:
    from sad_desktop.forms.users import UsersRoom  # start-up cost

    return UsersRoom(around)


def _settings(around: Surroundings) -> Room:
    from sad_desktop.forms.settings import SettingsRoom  # start-up cost

    return SettingsRoom(around)


def _templates(around: Surroundings) -> Room:
    from sad_desktop.forms.templates import TemplatesRoom  # start-up cost

    return TemplatesRoom(around)


ROOMS: Mapping[str, Make] = {
    "companies": _companies,
    "manifests": _manifests,
    "templates": _templates,
    "tracking": _tracking,
    "payments": _payments,
    "advance_cargo": _advance_cargo,
    "harvest": _harvest,
    "exchange": _exchange,
    "usual_prices": partial(_ledger, "usual_prices"),
    "offences": partial(_ledger, "offences"),
    "licences": partial(_ledger, "licences"),
    "due_dates": _due_dates,
    "guarantees": partial(_ledger, "guarantees"),
    "lists": _lists,
    "users": _users,
    "settings": _settings,
    "manual": _manual,
}
"""Each room's maker by the command that opens it (``forms.keys``, group Office).

A maker imports its screen itself: that costs start-up time only when the room is first opened.
"""


class Rooms(QObject):
    """Opens the rooms as tabs beside the declarations, each at most once."""

    def __init__(self, tabs: QTabWidget, around: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._tabs = tabs
        self._around = replace(around, open_room=self.open)

    def commands(self) -> dict[str, Callable[[], object]]:
        """Return what opens each room."""
        return {name: partial(self.open, name) for name in ROOMS}

    def open(self, name: str) -> Room:
        """Show a room and put the cursor into it."""
        room = self.room(name)
        if room is None:
            room = ROOMS[name](self._around)
            room.name = name
            room.setAccessibleName(title_of(name))
            self._tabs.addTab(room, title_of(name))
        self._tabs.setCurrentWidget(room)
        room.enter()
        return room

    def open_at(self, name: str, target: str) -> None:
        """Show a room, and one thing in it."""
        self.open(name).show_target(target)

    def room(self, name: str) -> Room | None:
        """Return a room that is open."""
        return next((room for room in self.opened() if room.name == name), None)

    def opened(self) -> list[Room]:
        """Return the rooms that are open, in the order of their tabs."""
        widgets = (self._tabs.widget(index) for index in range(self._tabs.count()))
        return [widget for widget in widgets if isinstance(widget, Room)]

    def shown(self) -> Room | None:
        """Return the room in front."""
        widget = self._tabs.currentWidget()
        return widget if isinstance(widget, Room) else None

    def close(self, room: Room) -> bool:
        """Close a room; False when the clerk stays in it."""
        if not room.may_close():
            return False
        self._tabs.removeTab(self._tabs.indexOf(room))
        room.let_go()
        room.deleteLater()
        return True

    def resume(self, former: "Rooms") -> None:
        """Open what was open in a former window; the tab in front stays."""
        shown = self._tabs.currentWidget()
        for room in former.opened():
            self.open(room.name)
        if shown is not None:
            self._tabs.setCurrentWidget(shown)
        front = former.shown()
        if front is not None:
            self.open(front.name)

    def let_go(self) -> None:
        """Let go of every room: another window shows them."""
        for room in self.opened():
            room.let_go()
            room.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)


def list_to_import(rooms: Rooms, paths: Sequence[Path]) -> None:
    """Show the room of files with these listed to be imported."""
    from sad_desktop.forms.exchange import ExchangeRoom  # start-up cost

    room = rooms.open("exchange")
    assert isinstance(room, ExchangeRoom)  # noqa: S101 - made by ROOMS
    room.show_page(room.importing)
    room.importing.add_paths(paths)
