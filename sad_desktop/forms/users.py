"""The room of the users: who signs in, what each may do, and how the office signs in."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.users import SERVICE_TITLES, Service, SignInRules, User
from sad_desktop.declaration.fields import Kind
from sad_desktop.errors import UserError
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.lookup import Finder
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.user_form import FirstUserForm, UserForm
from sad_desktop.forms.users_rules import RulesDialog
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import list_of_rows
from sad_desktop.forms.widgets.search_line import choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.split import side_by_side
from sad_desktop.forms.widgets.text_model import Row, TextModel

_NAME, _OWN_NAME, _SERVICES, _STATE = range(4)


class UsersRoom(Room):
    """Before anybody signs in it asks for the first user; then it keeps the list of them."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._reception = around.office.reception
        self._users = self._reception.users
        self._shown: tuple[User, ...] = ()
        self.first = FirstUserForm()
        self.first.begun.connect(self._on_begun)
        self.form = UserForm(self._company_name)
        self.form.finder_requested.connect(self._find_company)
        self.form.stored.connect(self._on_stored)
        self.form.reset_requested.connect(self._on_reset_requested)
        self.message = Sentence()
        self.model = TextModel(self._columns(), self)
        self.view = self._make_view()
        self.new_button = QPushButton(self.tr("New user"))
        self.new_button.clicked.connect(self._on_new)
        self.rules_button = QPushButton(self.tr("Passwords and locks…"))
        self.rules_button.clicked.connect(self._on_rules)
        self._nobody = Sentence(
            self.tr("Users are looked after by the general user. Sign in as one to change them.")
        )
        self._pages = QStackedWidget()
        for page in (self.first, self._make_list(), self._nobody):
            self._pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.addWidget(self._pages, 1)
        layout.addWidget(self.message)
        self._reception.entered.connect(self.refresh)
        self.refresh()

    def enter(self) -> None:
        """Put the cursor into the list, or into the first user's name."""
        if self._pages.currentWidget() is self.first:
            self.first.enter()
        else:
            self.view.setFocus()

    def refresh(self) -> None:
        """Show who may do what now."""
        try:
            rules = self._users.rules()
            if not rules.is_on:
                self.first.begin(rules)
                self._pages.setCurrentWidget(self.first)
                return
            self._show_users()
        except UserError as error:
            self.message.say(translate_error(error), Tone.WRONG)

    def current(self) -> User | None:
        """Return the user under the cursor."""
        row = self.view.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _company_name(self, code: str) -> str:
        desk = self._around.desk()
        entry = desk.book.entry("companies", code, desk.on)
        return entry.name(desk.language) if entry is not None else ""

    def _find_company(self) -> None:
        desk = self._around.desk()
        title = self.form.companies.accessibleName()
        finder = Finder(
            desk.book, "companies", desk.on, language=desk.language, title=title, parent=self
        )
        finder.taken.connect(lambda entry: self.form.add_company(entry.code))
        finder.open()

    def _show_users(self) -> None:
        if not self._around.office.workspace.rights_now.allows(Service.USERS):
            self._pages.setCurrentWidget(self._nobody)
            return
        kept = self.current()
        self._shown = self._users.all()
        self.model.show_rows([self._row(user) for user in self._shown])
        self._pages.setCurrentIndex(1)
        ids = [user.id for user in self._shown]
        choose_row(self.view, ids.index(kept.id) if kept and kept.id in ids else 0)
        self._show_current()

    def _columns(self) -> tuple[Column, ...]:
        titles = (self.tr("Signs in as"), self.tr("Name"), self.tr("Services"), self.tr("State"))
        return tuple(Column(title=title, kind=Kind.TEXT) for title in titles)

    def _row(self, user: User) -> Row:
        services = self.tr("all: general user")
        if not user.is_general:
            titles = (
                QCoreApplication.translate("Service", SERVICE_TITLES[service])
                for service in Service
                if service in user.services
            )
            services = self.tr(", ", "between parts of a list").join(titles)
        return Row((user.name, user.full_name, services, self._state(user)))

    def _state(self, user: User) -> str:
        if not user.is_active:
            return self.tr("may not sign in")
        if user.must_change:
            return self.tr("one-time password")
        return self.tr("active")

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.model, self.tr("Users"))
        header = view.horizontalHeader()
        header.setSectionResizeMode(_SERVICES, QHeaderView.ResizeMode.Stretch)
        for column in (_NAME, _OWN_NAME, _STATE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        view.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        view.activated.connect(self.form.enter)
        return view

    def _make_list(self) -> QWidget:
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.new_button)
        buttons.addWidget(self.rules_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        split = side_by_side(beside, self.form)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        return split

    def _show_current(self) -> None:
        user = self.current()
        if user is not None:
            self.form.show_user(user)

    def _on_begun(self, user: User, password: str) -> None:
        try:
            self._users.begin(user, password)
        except UserError as error:
            self.message.say(translate_error(error), Tone.WRONG)
            return
        self.message.say(self.tr("You are signed in as the general user."))
        self._reception.entered.emit()
        self._reception.watch()

    def _on_new(self) -> None:
        self.form.show_user(User(services=frozenset({Service.DECLARE})))
        self.form.enter()

    def _on_stored(self, user: User) -> None:
        try:
            if user.id:
                self._users.change(user)
                self.message.say(self.tr("Saved."))
            else:
                self._add(user)
        except UserError as error:
            self.message.say(translate_error(error), Tone.WRONG)
            return
        self._show_users()

    def _add(self, user: User) -> None:
        stored, password = self._users.add(user)
        self._shown = (stored,)  # the new user is the one shown after the list is read again
        self.model.show_rows([self._row(stored)])
        choose_row(self.view, 0)
        self._hand_over(stored, password)

    def _on_reset_requested(self, user: User) -> None:
        try:
            password = self._users.reset(user.id)
        except UserError as error:
            self.message.say(translate_error(error), Tone.WRONG)
            return
        self._hand_over(replace(user, must_change=True), password)
        self._show_users()

    def _hand_over(self, user: User, password: str) -> None:
        said = self.tr(
            "The one-time password of {name} is {password}. Hand it over now: it is shown once, "
            "and changed at the first sign-in."
        )
        values = {"name": isolated(user.name), "password": isolated(password)}
        self.message.say(said.format(**values), Tone.PLAIN)
        self.message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def _on_rules(self) -> None:
        dialog = RulesDialog(self._users.rules(), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self._on_rules_chosen)
        dialog.open()

    def _on_rules_chosen(self, rules: SignInRules) -> None:
        try:
            self._users.set_rules(rules)
        except UserError as error:
            self.message.say(translate_error(error), Tone.WRONG)
            return
        self.message.say(self.tr("Saved."))
        self._reception.entered.emit()
        self._reception.watch()
