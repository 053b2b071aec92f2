"""Who is let to the desk: signing in at the start, and again after it was left or locked."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from sad_desktop.brokerage.users import User
from sad_desktop.errors import UserError
from sad_desktop.forms.idle import IdleWatch
from sad_desktop.forms.sign_in import PasswordDialog, SignInDialog
from sad_desktop.services.users import Users
from sad_desktop.services.workspace import Workspace


class Reception(QObject):
    """Asks who works here where the office signs in.

    Signals: ``entered`` when work may begin or go on, ``left`` when somebody gave signing in up:
    the drafts are in the journal by then.
    """

    entered = Signal()
    left = Signal()

    def __init__(self, workspace: Workspace, users: Users, application: QApplication) -> None:
        super().__init__(application)
        self.users = users
        self._workspace = workspace
        self._application = application
        self._idle = IdleWatch(application)
        self._idle.expired.connect(self.lock)
        self._hidden: list[QWidget] = []
        self._dialog: SignInDialog | None = None

    @property
    def user(self) -> User | None:
        """Who signed in here; None where nobody does."""
        return self._workspace.rights_now.user

    @property
    def is_on(self) -> bool:
        """True where the office signs in."""
        return self._workspace.rights_now.is_on

    def dialog(self) -> SignInDialog | None:
        """Return the dialog that waits for somebody to sign in."""
        return self._dialog

    def enter(self, window: QWidget) -> None:
        """Let somebody in: at once where nobody signs in, else through the dialog."""
        if not self.is_on or self.user is not None:
            self.watch()
            self.entered.emit()
            return
        self._ask(window, "")

    def watch(self) -> None:
        """Count the minutes nobody touches the desk from now on, as the office's rules say."""
        if not self.is_on:
            self._idle.stop()
            return
        try:
            self._idle.watch(self.users.rules().idle_minutes)
        except UserError:
            self._idle.stop()  # the database is away: work goes on locally

    def lock(self) -> None:
        """Hide every window and ask for the password again; open declarations stay open."""
        user = self.user
        if not self.is_on or user is None or self._dialog is not None:
            return
        self._idle.stop()
        self.users.sign_out()
        self._hidden = [one for one in self._application.topLevelWidgets() if one.isVisible()]
        self._ask(None, user.name)
        for widget in self._hidden:
            widget.hide()

    def change_password(self, window: QWidget, fail: Callable[[UserError], None]) -> None:
        """Let the user change the password."""
        user = self.user
        if user is None:
            return
        try:
            dialog = PasswordDialog(self.users, user.name, window)
        except UserError as error:
            fail(error)
            return
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def let_go(self) -> None:
        """Watch no longer: the program ends."""
        self._idle.stop()
        self._idle.deleteLater()
        self._forget_dialog()

    def _ask(self, window: QWidget | None, name: str) -> None:
        dialog = SignInDialog(self.users, window, name=name)
        dialog.signed_in.connect(self._on_signed_in)
        dialog.rejected.connect(self._on_rejected)
        self._dialog = dialog
        dialog.open()

    def _on_signed_in(self) -> None:
        for widget in self._hidden:
            widget.show()
        self._hidden = []
        self._forget_dialog()
        self.watch()
        self.entered.emit()

    def _on_rejected(self) -> None:
        self._forget_dialog()
        self.left.emit()

    def _forget_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
