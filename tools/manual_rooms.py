"""The manual's pictures of rooms: what somebody did in each before it was taken."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QPixmap

from sad_desktop.brokerage.payments import Answer, PaymentKind, PaymentRequest
from sad_desktop.brokerage.users import Service, User
from sad_desktop.forms.companies import CompaniesRoom
from sad_desktop.forms.language import Language
from sad_desktop.forms.payment_dialogs import ResultDialog
from sad_desktop.forms.rooms import Room
from sad_desktop.forms.sign_in import SignInDialog
from sad_desktop.forms.tracking import TrackingRoom
from sad_desktop.services.payments import Payments, Result
from sad_desktop.services.users import Users
from tools.manual_office import ASSESSED, COMPANIES, SEVEN_ITEMS, now
from tools.manual_pictures import Photographer

Take = Callable[[], QPixmap]
PASSWORD = "Manama-Port-7"  # noqa: S105 - of an office that is thrown away


class RoomScenes:
    """What one photographer takes of the rooms; each leaves the window as it found it."""

    def __init__(self, one: Photographer) -> None:
        self.one = one
        self.workplace = one.workplace
        self.program = one.program
        self.is_arabic = one.language is Language.ARABIC
        self.waiting: PaymentRequest
        (one.folder / "files").mkdir()

    def tracking(self) -> QPixmap:
        """Take the stages of a released declaration."""

        def find(room: Room) -> None:
            assert isinstance(room, TrackingRoom)  # noqa: S101 - made by its name
            room.show_target("t12120")
            self.one.settle()

        return self.one.room("tracking", find)

    def advance_cargo(self) -> QPixmap:
        """Take a dossier in an office of the country that asks for one."""
        other = Photographer(
            self.one.application,
            self.one.folder / "egypt",
            self.one.language,
            self.one.settings.theme,
            "eg",
        )
        picture = other.room("advance_cargo", lambda room: room.show_target("1"))
        other.close()
        self.one.window.activateWindow()
        return picture

    def payments(self) -> QPixmap:
        """Take a paid request, and one that waits."""
        payments, desk = Payments(self.program.workspace), self.program.desk()
        paid, waiting = (
            payments.create(name, kind, payments.due(name, desk).proposal, desk)
            for name, kind in (("t12122", PaymentKind.DUTIES), ("t12119", PaymentKind.DEPOSITS))
        )
        answer = Answer(payment_number="100201920905708612", authorisation="B85727")
        method = payments.methods(paid, desk)[-1]
        result = Result(amount=paid.amount, method=method, paid_at=now(), answer=answer)
        payments.record(paid.id, result, desk)
        self.waiting = waiting
        return self.one.room("payments", lambda room: self._show(room, str(paid.id)))

    def payment_result(self) -> QPixmap:
        """Take the question what the bank answered to the request that waits."""
        payments, desk = Payments(self.program.workspace), self.program.desk()
        methods = payments.methods(self.waiting, desk)
        dialog = ResultDialog(self.waiting, methods, now(), desk.language, self.one.window)
        return self.one.of_dialog(dialog.open)

    def _show(self, room: Room, target: str) -> None:
        room.show_target(target)
        self.one.settle()

    def users(self) -> QPixmap:
        """Take the users of an office in which one signs in."""
        users = self._users()
        first, family = self._said("Huda", "هدى"), self._said("Salem", "سالم")
        users.begin(User(name="huda", first_name=first, last_name=family), PASSWORD)
        users.sign_in("huda", PASSWORD)
        for name, said, services in (
            ("salma", self._said("Salma", "سلمى"), frozenset(Service)),
            ("ali", self._said("Ali", "علي"), frozenset({Service.DECLARE, Service.PAY})),
        ):
            users.add(User(name=name, first_name=said, services=services))
        return self.one.room("users")

    def sign_in(self) -> QPixmap:
        """Take the question who is at the desk."""
        dialog = SignInDialog(self._users(), self.one.window, name="salma")
        return self.one.of_dialog(dialog.open)

    def _opened(self, name: str) -> Room:
        """Open a room that needs all the width there is."""
        for dock in self.one.window.docks:
            dock.hide()
        room = self.workplace.rooms.open(name)
        self.one.settle()
        return room

    def _closed(self, room: Room) -> None:
        self.workplace.rooms.close(room)
        for dock in self.one.window.docks:
            dock.show()

    def _users(self) -> Users:
        return Users(self.program.workspace, now)

    def _ledger(self, name: str) -> Take:
        return lambda: self.one.room(name)

    def _first_company(self, room: Room) -> None:
        assert isinstance(room, CompaniesRoom)  # noqa: S101 - made by its name
        wanted = next(one for one in self.program.companies.all() if one.code == COMPANIES[0].code)
        room.show_target(str(wanted.id))
        self.one.settle()

    def _duplicates(self, room: Room) -> None:
        assert isinstance(room, CompaniesRoom)  # noqa: S101 - made by its name
        room.alike.setChecked(True)
        self.one.settle()

    def _first_voyage(self, room: Room) -> None:
        room.show_target("manifest:1")
        self.one.settle()

    def _first_bill(self, room: Room) -> None:
        room.show_target("4")
        self.one.settle()

    def _a_tariff_line(self, room: Room) -> None:
        room.show_target("tariff:8703")
        self.one.settle()

    def _past(self) -> Path:
        """Return a folder of past declarations, one of them damaged."""
        folder = self.one.folder / "past"
        if not folder.exists():
            folder.mkdir()
            for file in (SEVEN_ITEMS, ASSESSED):
                (folder / file.name).write_bytes(file.read_bytes())
            (folder / "im4-damaged.xml").write_bytes(b"<ASYCUDA><Item>")
        return folder

    def _said(self, english: str, arabic: str) -> str:
        return arabic if self.is_arabic else english
