"""Signing in: a name and a password, and another password where a one-time one was given."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.users import SignInRules, User, password_lacks
from sad_desktop.errors import UserError
from sad_desktop.forms.language import translate_error
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.users import Users

_WIDTH = 420


class SignInDialog(QDialog):
    """Asks who works here. ``signed_in`` carries the User; rejected when somebody gives up."""

    signed_in = Signal(object)

    def __init__(self, users: Users, parent: QWidget | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._users = users
        self.setWindowTitle(self.tr("Sign in"))
        self.setMinimumWidth(_WIDTH)
        self.name = line_of(self.tr("Name"), name)
        self.password = secret_line(self.tr("Password"))
        self.message = Sentence()
        self.new = NewPassword()
        self.new.changed.connect(self._enable)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._make_entry())
        self._pages.addWidget(self.new)
        self.buttons = QDialogButtonBox()
        self.ok_button = self.buttons.addButton(
            self.tr("Sign in"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.addButton(self.tr("Quit"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(self._pages)
        layout.addWidget(self.message)
        layout.addWidget(self.buttons)
        self._enable()
        (self.password if name else self.name).setFocus()

    def _make_entry(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Password"), self.password)
        for line in (self.name, self.password):
            line.textChanged.connect(self._enable)
        return page

    def _enable(self) -> None:
        """Open the button once everything is filled in (S0-006)."""
        if self._pages.currentWidget() is self.new:
            self.ok_button.setEnabled(self.new.is_complete())
            return
        self.ok_button.setEnabled(bool(self.name.text().strip() and self.password.text()))

    def _on_accepted(self) -> None:
        try:
            user = self._signed_in()
        except UserError as error:
            self.message.say(translate_error(error), Tone.WRONG)
            if self._pages.currentWidget() is not self.new:
                self.password.selectAll()
                self.password.setFocus()
            return
        if user.must_change:
            self._ask_for_another(user)
            return
        self.signed_in.emit(user)
        self.accept()

    def _signed_in(self) -> User:
        if self._pages.currentWidget() is self.new:
            return self._users.change_password(
                self.name.text(), self.password.text(), self.new.password()
            )
        return self._users.sign_in(self.name.text(), self.password.text())

    def _ask_for_another(self, user: User) -> None:
        self._users.sign_out()
        self.new.begin(self._users.rules(), user.name)
        self._pages.setCurrentWidget(self.new)
        self.message.say(self.tr("This password was for once. Choose one of your own."))
        self._enable()
        self.new.first.setFocus()


class NewPassword(QWidget):
    """A password keyed twice, with what it still lacks. ``changed`` at every letter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rules = SignInRules()
        self._name = ""
        self.first = secret_line(self.tr("New password"))
        self.again = secret_line(self.tr("New password again"))
        self.lacks = Sentence()
        self.form = QFormLayout(self)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.addRow(self.first.accessibleName(), self.first)
        self.form.addRow(self.again.accessibleName(), self.again)
        self.form.addRow(self.lacks)
        for line in (self.first, self.again):
            line.textChanged.connect(self._on_text_changed)

    def begin(self, rules: SignInRules, name: str) -> None:
        """Ask for a password by these rules for the user of a name."""
        self._rules, self._name = rules, name
        self._on_text_changed()

    def password(self) -> str:
        """Return what was keyed."""
        return self.first.text()

    def is_complete(self) -> bool:
        """Tell whether the password satisfies the rules and was keyed twice the same."""
        lacking = password_lacks(self.first.text(), self._rules, self._name)
        return not lacking and self.first.text() == self.again.text()

    def _on_text_changed(self) -> None:
        lacking = password_lacks(self.first.text(), self._rules, self._name)
        if lacking:
            said = self.tr("The password needs: {parts}.")
            separator = self.tr(", ", "between parts of a list")
            parts = separator.join(map(self._spoken, lacking))
            self.lacks.say(said.format(parts=parts))
        elif self.again.text() and self.again.text() != self.first.text():
            self.lacks.say(self.tr("The two passwords differ."), Tone.WRONG)
        else:
            self.lacks.say("")
        self.changed.emit()

    def _spoken(self, text: str) -> str:
        spoken = QCoreApplication.translate("User", text)
        return spoken.format(length=self._rules.least_length) if "{" in spoken else spoken


class PasswordDialog(QDialog):
    """Changes one's own password."""

    def __init__(self, users: Users, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._users = users
        self._name = name
        self.setWindowTitle(self.tr("Change the password"))
        self.setMinimumWidth(_WIDTH)
        self.present = secret_line(self.tr("Present password"))
        self.new = NewPassword()
        self.new.begin(users.rules(), name)
        self.message = Sentence()
        self.buttons = QDialogButtonBox()
        self.ok_button = self.buttons.addButton(
            self.tr("Change"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._on_accepted)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        form = QFormLayout()
        form.addRow(self.present.accessibleName(), self.present)
        layout.addLayout(form)
        layout.addWidget(self.new)
        layout.addWidget(self.message)
        layout.addWidget(self.buttons)
        self.present.textChanged.connect(self._enable)
        self.new.changed.connect(self._enable)
        self._enable()

    def _enable(self) -> None:
        self.ok_button.setEnabled(bool(self.present.text()) and self.new.is_complete())

    def _on_accepted(self) -> None:
        try:
            self._users.change_password(self._name, self.present.text(), self.new.password())
        except UserError as error:
            self.message.say(translate_error(error), Tone.WRONG)
            return
        self.accept()


def line_of(title: str, text: str = "") -> QLineEdit:
    """Return a line with its accessible name."""
    line = QLineEdit(text)
    line.setAccessibleName(title)
    return line


def secret_line(title: str) -> QLineEdit:
    """Return a line that shows dots, left to right as passwords are keyed."""
    line = line_of(title)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return line
