"""Several desks in the settings: the office's server, tried out, joined, or moved to."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
)

from sad_desktop.errors import UserError
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.rooms import Surroundings
from sad_desktop.forms.settings_choices import DESKS, say
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services import server

_EXAMPLE = "postgresql://user@server/office"


class DesksBox(QGroupBox):
    """An address and a password, kept in the system's keyring; then what can be done with them."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(say(DESKS))
        self._around = around
        self._preferences = around.preferences
        self._errands = Errands(around.office.tasks, self)
        self._tried = ""
        self.address = QLineEdit(self._preferences.settings.database_url)
        self.address.setPlaceholderText(_EXAMPLE)
        self.address.setAccessibleName(self.tr("Address of the server"))
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Kept in the system's keyring, in no file"))
        self.password.setAccessibleName(self.tr("Password"))
        for line in (self.address, self.password):
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            line.textEdited.connect(self._on_edited)
        self.try_button = QPushButton(self.tr("&Try the server"))
        self.join_button = QPushButton(self.tr("&Join the office there"))
        self.move_button = QPushButton(self.tr("&Move this office there"))
        self.leave_button = QPushButton(self.tr("&Leave the server"))
        self.said = Sentence()
        self.progress = ProgressLine()
        self.try_button.clicked.connect(self._on_try)
        self.join_button.clicked.connect(self._on_join)
        self.move_button.clicked.connect(self._on_move)
        self.leave_button.clicked.connect(self._on_leave)
        self._lay_out()
        self._show_present()

    def words(self) -> str:
        """Return everything the section is found by."""
        return f"PostgreSQL TLS {self.state.text()} {self.address.accessibleName()}"

    def _lay_out(self) -> None:
        self.state = Sentence()
        form = QFormLayout()
        for title, line in (
            (self.address.accessibleName(), self.address),
            (self.password.accessibleName(), self.password),
        ):
            label = QLabel(title)
            label.setBuddy(line)
            form.addRow(label, line)
        buttons = QHBoxLayout()
        for button in (self.try_button, self.join_button, self.move_button, self.leave_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        layout.addLayout(form)
        layout.addLayout(buttons)
        layout.addWidget(self.said)
        layout.addWidget(self.progress)

    def _show_present(self) -> None:
        """Tell where the office is kept now."""
        chosen = self._preferences.settings.database_url
        present = server.address(chosen)
        self.join_button.hide()
        self.move_button.hide()
        self.leave_button.setVisible(bool(chosen))
        is_given = present != chosen
        for widget in (self.address, self.password, self.try_button, self.leave_button):
            widget.setEnabled(not is_given)
        if is_given:
            sentence = self.tr("The environment names the office's server ({variable}).")
            self.state.say(sentence.format(variable=isolated(server.ADDRESS)), Tone.WARNING)
        elif present:
            sentence = self.tr("The office is on the server {address}.")
            self.state.say(sentence.format(address=isolated(present)))
        else:
            self.state.say(
                self.tr(
                    "The office is in a file of this desk. To share it between desks, give the "
                    "address of a PostgreSQL server. What goes to another machine is encrypted "
                    "(TLS)."
                )
            )

    def _on_edited(self, _typed: str) -> None:
        self.join_button.hide()
        self.move_button.hide()
        self.said.say("")

    def _url(self) -> str:
        return self.address.text().strip()

    def _on_try(self) -> None:
        url, password = self._url(), self.password.text()
        if not url:
            self.said.say(
                self.tr("Give an address such as {example}.").format(example=isolated(_EXAMPLE)),
                Tone.WARNING,
            )
            return
        self._errands.start(
            lambda _progress, _cancelled: _reached(url, password),
            self._on_reached,
            self._on_failed,
        )
        self._begin(self.tr("Asking the server"))

    def _on_reached(self, found: tuple[str, bool]) -> None:
        self._end()
        self._tried, holds_office = found
        self.address.setText(self._tried)
        self.password.clear()
        here = self._preferences.settings.database_url
        if self._tried == here:
            self.said.say(self.tr("The server answers."))
            return
        self.join_button.setVisible(holds_office)
        self.move_button.setVisible(not holds_office and not here)
        if holds_office:
            sentence = self.tr(
                "The server answers and holds an office. To join it leaves the declarations of "
                "this desk in their file."
            )
        elif here:
            sentence = self.tr(
                "The server answers and is empty. Leave the present server first to move there."
            )
        else:
            sentence = self.tr(
                "The server answers and is empty. To move copies every row there and compares "
                "each; the file of this desk stays as it is, and so do its document folders."
            )
        self.said.say(sentence, Tone.PLAIN)
        (self.join_button if holds_office else self.move_button).setFocus()

    def _on_join(self) -> None:
        self._use(self._tried)

    def _on_move(self) -> None:
        if self._around.opened.documents:
            self.said.say(self.tr("Close the open declarations first."), Tone.WARNING)
            return
        workspace, url = self._around.office.workspace, self._tried
        cancel = self._errands.start(
            lambda progress, _cancelled: workspace.move_to_server(url, datetime.now(UTC), progress),
            partial(self._on_moved, url),
            self._on_failed,
            self.progress.advance,
        )
        self._begin(self.tr("Moving the office"))
        self.progress.begin(self.tr("Moving the office"), cancel)

    def _on_moved(self, url: str, counts: dict[str, int]) -> None:
        self._end()
        sentence = self.tr("{rows} rows were copied and compared. The program starts again.")
        self.said.say(sentence.format(rows=sum(counts.values())))
        self._use(url)

    def _on_leave(self) -> None:
        self._use("")

    def _use(self, url: str) -> None:
        """Work in an office from now on: the program starts again."""
        self._preferences.take("database_url", url)
        self._preferences.restart_requested.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        if isinstance(error, UserError):
            self.said.say(translate_error(error), Tone.WRONG)

    def _begin(self, title: str) -> None:
        self._set_enabled(False)
        self.said.say("")
        self.progress.begin(title, None)

    def _end(self) -> None:
        self._set_enabled(True)
        self.progress.end()

    def _set_enabled(self, is_enabled: bool) -> None:
        for widget in (
            self.address,
            self.password,
            self.try_button,
            self.join_button,
            self.move_button,
            self.leave_button,
        ):
            widget.setEnabled(is_enabled)


def _reached(url: str, password: str) -> tuple[str, bool]:
    """Keep the password, reach the server, and tell whether it holds an office."""
    bare = server.keep_password(server.with_password(url, password) if password else url)
    return bare, server.try_out(bare)
