"""The form of one user, and the one that asks for the office's first user."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.users import GRANTABLE, SERVICE_TITLES, SignInRules, User
from sad_desktop.declaration.values import fold_digits
from sad_desktop.forms.language import isolated
from sad_desktop.forms.sign_in import NewPassword, line_of
from sad_desktop.forms.widgets.sentence import Sentence, Tone

_LEFT_TO_RIGHT = ("name", "civil_id", "mobile", "email")
_WIDEST_FORM = 520


class UserForm(QScrollArea):
    """Keys a user. ``name_of`` returns the name of a company's code, "" for none.

    Signals: ``stored`` with the User as keyed, ``reset_requested`` with the User shown,
    ``finder_requested`` on F3 where companies are keyed.
    """

    stored = Signal(object)
    reset_requested = Signal(object)
    finder_requested = Signal()

    def __init__(self, name_of: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._user = User()
        self._name_of = name_of
        self.companies = line_of(self.tr("Acts for (codes of companies)"))
        self.companies.setPlaceholderText(self.tr("all companies"))
        self.companies.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.companies.textChanged.connect(self._name_companies)
        self.named = Sentence()
        self.lines = lines_of_user(self._titles())
        self.general = QCheckBox(self.tr("General user: every service, and the users"))
        self.active = QCheckBox(self.tr("May sign in"))
        self.services = {
            service: QCheckBox(QCoreApplication.translate("Service", SERVICE_TITLES[service]))
            for service in GRANTABLE
        }
        self.granted = QGroupBox(self.tr("Services granted"))
        boxes = QVBoxLayout(self.granted)
        for box in self.services.values():
            boxes.addWidget(box)
        for part in (self.granted, self.companies, self.named):
            self.general.toggled.connect(part.setDisabled)
        self.general.toggled.connect(self.granted.setHidden)
        self.save_button = QPushButton(self.tr("Save the user"))
        self.save_button.clicked.connect(lambda: self.stored.emit(self.user()))
        self.reset_button = QPushButton(self.tr("New one-time password"))
        self.reset_button.clicked.connect(lambda: self.reset_requested.emit(self._user))
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._make_page())

    def enter(self) -> None:
        """Put the cursor into the name."""
        self.lines["name"].setFocus()

    def show_user(self, user: User) -> None:
        """Show a user; one that is not stored yet is new."""
        self._user = user
        for name, line in self.lines.items():
            line.setText(getattr(user, name))
        self.general.setChecked(user.is_general)
        self.active.setChecked(user.is_active)
        for service, box in self.services.items():
            box.setChecked(service in user.services)
        self.companies.setText(" ".join(sorted(user.companies)))
        self.reset_button.setVisible(bool(user.id))

    def user(self) -> User:
        """Return the user as keyed."""
        texts: dict[str, Any] = texts_of(self.lines)
        granted = (service for service, box in self.services.items() if box.isChecked())
        return replace(
            self._user,
            is_general=self.general.isChecked(),
            is_active=self.active.isChecked(),
            services=frozenset(granted),
            companies=frozenset(self._codes()),
            **texts,
        )

    def add_company(self, code: str) -> None:
        """Key a company behind the others, once."""
        self.companies.setText(" ".join(dict.fromkeys((*self._codes(), code))))
        self.companies.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the finder of companies on F3."""
        if event.key() == Qt.Key.Key_F3 and self.companies.hasFocus():
            self.finder_requested.emit()
            return
        super().keyPressEvent(event)

    def _codes(self) -> list[str]:
        return fold_digits(self.companies.text()).replace(",", " ").upper().split()

    def _name_companies(self) -> None:
        """Say whom the codes mean, and which mean nobody."""
        unknown = [code for code in self._codes() if not self._name_of(code)]
        if unknown:
            sentence = self.tr("No company is kept under {codes}.")
            codes = isolated(" ".join(unknown))
            self.named.say(sentence.format(codes=codes), Tone.WARNING)
            return
        names = (isolated(self._name_of(code)) for code in self._codes())
        self.named.say(self.tr(", ", "between parts of a list").join(names))

    def _make_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        form = QFormLayout()
        for line in self.lines.values():
            form.addRow(line.accessibleName(), line)
        form.addRow(self.companies.accessibleName(), self.companies)
        form.addRow("", self.named)
        layout.addLayout(form)
        layout.addWidget(self.general)
        layout.addWidget(self.granted)
        layout.addWidget(self.active)
        buttons = QHBoxLayout()
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.reset_button)
        buttons.addStretch(1)
        layout.addLayout(buttons)
        layout.addStretch(1)
        return page

    def _titles(self) -> dict[str, str]:
        return {
            "name": self.tr("Signs in as"),
            "first_name": self.tr("First name"),
            "last_name": self.tr("Last name"),
            "civil_id": self.tr("Civil ID"),
            "mobile": self.tr("Mobile"),
            "email": self.tr("E-mail"),
        }


class FirstUserForm(QWidget):
    """Turns signing in on. ``begun`` carries the general user and the password."""

    begun = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = lines_of_user(
            {
                "name": self.tr("Signs in as"),
                "first_name": self.tr("First name"),
                "last_name": self.tr("Last name"),
            }
        )
        self._rules = SignInRules()
        self.password = NewPassword()
        self.password.changed.connect(self._enable)
        self.begin_button = QPushButton(self.tr("Turn signing in on"))
        self.begin_button.clicked.connect(self._on_clicked)
        layout = QVBoxLayout(self)
        layout.addWidget(
            Sentence(
                self.tr(
                    "Nobody signs in at this office: whoever starts the program may do "
                    "everything. The first user becomes the general user, who adds the others "
                    "and grants their services."
                )
            )
        )
        for row, line in enumerate(self.lines.values()):
            line.textChanged.connect(self._on_name_changed)
            self.password.form.insertRow(row, line.accessibleName(), line)
        self.password.setMaximumWidth(_WIDEST_FORM)
        layout.addWidget(self.password)
        layout.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addStretch(1)
        stops = [*self.lines.values(), self.password.first, self.password.again, self.begin_button]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def enter(self) -> None:
        """Put the cursor into the name."""
        self.lines["name"].setFocus()

    def begin(self, rules: SignInRules) -> None:
        """Ask for a password by the office's rules."""
        self._rules = rules
        self._on_name_changed()

    def _on_name_changed(self) -> None:
        self.password.begin(self._rules, self.lines["name"].text())
        self._enable()

    def _enable(self) -> None:
        texts = texts_of(self.lines)
        is_named = bool(texts["name"] and (texts["first_name"] or texts["last_name"]))
        self.begin_button.setEnabled(is_named and self.password.is_complete())

    def _on_clicked(self) -> None:
        texts: dict[str, Any] = texts_of(self.lines)
        self.begun.emit(User(is_general=True, **texts), self.password.password())


def texts_of(lines: Mapping[str, QLineEdit]) -> dict[str, str]:
    """Return what was keyed, without blanks around it."""
    return {name: line.text().strip() for name, line in lines.items()}


def lines_of_user(titles: dict[str, str]) -> dict[str, QLineEdit]:
    """Return a line for each text of a user; numbers and addresses run left to right."""
    lines = {name: line_of(title) for name, title in titles.items()}
    for name, line in lines.items():
        if name in _LEFT_TO_RIGHT:
            line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    return lines
