"""The companies' room: the list, one company beside it, ending and merging."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.companies import Company, Role
from sad_desktop.errors import UserError
from sad_desktop.forms.companies_model import CompaniesModel
from sad_desktop.forms.company_editor import CompanyEditor, title_of
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.record_finder import open_record_finder
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.tasks import Pool
from sad_desktop.forms.widgets.empty_note import EmptyNote
from sad_desktop.forms.widgets.record_editor import RecordEditor
from sad_desktop.forms.widgets.row_list import dress_rows, fit_columns, keep_one_line
from sad_desktop.forms.widgets.search_line import SearchLine, choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.split import side_by_side


class CompaniesRoom(Room):
    """Keys, finds, ends and merges the office's companies."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._companies = around.office.companies
        self._language = around.desk().language
        self._shown = Company()
        self._is_changed = False
        self._is_loading = False
        self._is_listing = False
        self.model = CompaniesModel(self._language, self)
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("Code, or words in Arabic or English"))
        self.line.setAccessibleName(self.tr("Search companies"))
        self.role = self._make_role()
        self.ended = QCheckBox(self.tr("Ended too"))
        self.alike = QCheckBox(self.tr("Possible duplicates only"))
        self.view = self._make_view()
        self.empty = EmptyNote(self.view, self._why_empty)
        self.line.set_results(self.view)
        self.editor = CompanyEditor()
        self.note = Sentence()
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.start_new()
        self._refresh()

    def enter(self) -> None:
        """Begin in the search line, and see what other desks changed."""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        self._refresh()

    def show_target(self, target: str) -> None:
        """Show a company by its id."""
        company = self._companies.lists().companies.get(int(target))
        if company is not None and self.may_close():
            self.note.say("")
            self._load(company)
            self._select(company.id)
            self._enter_editor()

    def may_close(self) -> bool:
        """Stay while something keyed is neither saved nor given up."""
        if not self._is_changed:
            return True
        self._say_unsaved()
        return False

    def start_new(self) -> None:
        """Key a company that is not kept yet."""
        if not self.may_close():
            return
        self.view.clearSelection()
        self._load(Company(roles=frozenset({Role.CONSIGNEE, Role.PAYER})))
        self.note.say(self.tr("A new company: key it and save."))
        self.editor.form.editor("code").setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> bool:
        """Keep the company shown; what is wrong is said and nothing is kept."""
        complaint = self.editor.complaint()
        if complaint:
            self.note.say(complaint, Tone.WRONG)
            return False
        return self._keep(lambda: self._companies.store(self.editor.company()))

    def give_up(self) -> None:
        """Show the company again as it is kept."""
        self._is_changed = False
        self._on_chosen()

    def end(self) -> None:
        """Offer the company no more from today on, or offer it again."""
        company = self.shown()
        if company.id and self.may_close():
            today = self._around.desk().on
            until: date | None = None if company.ended else today
            self._keep(lambda: self._companies.end(company.id, until))

    def ask_merge(self) -> None:
        """Ask whether the companies selected are to become the one that is shown."""
        chosen = self._chosen()
        if len(chosen) < 2 or not self.may_close():
            return
        sentence = self.tr(
            "Make {count} companies one, {name}? It takes what it lacks from the others; their "
            "codes, accounts and suppliers go with it."
        )
        name = isolated(self.shown().name(self._language))
        self.note.say(sentence.format(count=len(chosen), name=name), Tone.WARNING)
        self._show_merge_buttons(is_asking=True)
        self.merge_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def merge(self) -> None:
        """Make the companies selected the one that is shown."""
        kept, chosen = self.shown(), self._chosen()
        self._show_merge_buttons(is_asking=False)
        gone = [company.id for company in chosen if company.id != kept.id]
        self._keep(lambda: self._companies.merge(kept.id, gone))

    def shown(self) -> Company:
        """Return the company in the editor as it is kept; without id where it is new."""
        return self._shown

    def _keep(self, store: Callable[[], Company]) -> bool:
        try:
            kept = store()
        except UserError as error:
            self.note.say(translate_error(error), Tone.WRONG)
            return False
        self._is_changed = False
        self._list()
        self._load(kept)
        self._select(kept.id)
        self.note.say(self.tr("Saved."))
        self._around.opened.use_desk()
        self._around.opened.register.ask_all_again()
        return True

    def _load(self, company: Company) -> None:
        self._shown = company
        self._is_loading = True
        self.editor.load(company)
        self._is_loading = False
        self._is_changed = False
        again = company.ended is not None
        self.end_button.setText(self.tr("O&ffer again") if again else self.tr("&End"))
        self._enable()

    def _on_keyed(self) -> None:
        if not self._is_loading:
            self._is_changed = True
            self.note.say("")
            self._enable()

    def _on_chosen(self) -> None:
        index = self.view.currentIndex()
        if self._is_listing or not index.isValid() or index.row() >= self.model.rowCount():
            return
        company = self.model.company(index.row())
        if self._is_changed:
            if company.id != self._shown.id:
                self._say_unsaved()
            return
        self._show_merge_buttons(is_asking=False)
        self._load(company)
        self.note.say("")

    def _say_unsaved(self) -> None:
        name = isolated(self._shown.name(self._language)) or self.tr("The new company")
        sentence = self.tr("{name} has changes: save them or give them up first.")
        self.note.say(sentence.format(name=name), Tone.WARNING)
        self._select(self._shown.id)

    def _select(self, company_id: int) -> None:
        row = self.model.row_of(company_id)
        if row >= 0:
            self._is_listing = True
            choose_row(self.view, row)
            self._is_listing = False
        self._enable()

    def _chosen(self) -> list[Company]:
        rows = {index.row() for index in self.view.selectionModel().selectedRows()}
        return [self.model.company(row) for row in sorted(rows)]

    def _refresh(self) -> None:
        """Read beside the screen what other desks changed."""
        self._around.office.tasks.start(
            lambda _progress, _cancelled: self._companies.refresh(),
            lambda _changed: self._list(),
            self._on_failure,
            pool=Pool.DATABASE,
        )

    def _on_failure(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.note.say(translate_error(error), Tone.WRONG)

    def _why_empty(self) -> str:
        if self._companies.all():
            return self.tr("No company is like this. Try fewer letters, or all companies.")
        return self.tr(
            "No company is kept yet. Key the first one beside this list and save it, or learn "
            "from past declarations (menu Office)."
        )

    def _list(self) -> None:
        """List the companies the filters let through, by name; duplicates in their groups."""
        role = self.role.currentData()
        companies: list[Company] = []
        if self.alike.isChecked():
            companies = [one for group in self._companies.duplicates() for one in group]
        else:
            named = (
                one for one in self._companies.all() if self.ended.isChecked() or not one.ended
            )
            companies = sorted(named, key=lambda one: one.name(self._language).casefold())
        own = [one for one in companies if not role or Role(role) in one.roles]
        chosen = self._shown.id
        self._is_listing = True
        self.model.show(own, self.line.text())
        self.empty.refresh()
        self._is_listing = False
        self._select(chosen)

    def _make_role(self) -> QComboBox:
        box = QComboBox()
        box.addItem(self.tr("All companies"), "")
        for role in Role:
            box.addItem(title_of(role), str(role))
        box.setAccessibleName(self.tr("Companies that are"))
        return box

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        dress_rows(view)
        keep_one_line(view)
        view.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        view.setAccessibleName(self.tr("Companies"))
        fit_columns(view, ("00000-00", "", title_of(Role.SUPPLIER), "00/00/0000"))
        return view

    def _make_buttons(self) -> None:
        self.new_button = QPushButton(self.tr("&New company"))
        self.save_button = QPushButton(self.tr("&Save"))
        self.give_up_button = QPushButton(self.tr("&Give up changes"))
        self.end_button = QPushButton(self.tr("&End"))
        self.ask_merge_button = QPushButton(self.tr("&Merge…"))
        self.merge_button = QPushButton(self.tr("Merge for &good"))
        self.no_button = QPushButton(self.tr("N&o"))
        self._show_merge_buttons(is_asking=False)

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        for widget in (self.role, self.ended, self.alike):
            filters.addWidget(widget)
        filters.addStretch(1)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addLayout(filters)
        column.addWidget(self.view, 1)
        buttons = QHBoxLayout()
        for button in (
            self.save_button,
            self.give_up_button,
            self.new_button,
            self.end_button,
            self.ask_merge_button,
            self.merge_button,
            self.no_button,
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        main = QWidget()
        right = QVBoxLayout(main)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.editor, 1)
        right.addWidget(self.note)
        right.addLayout(buttons)
        splitter = side_by_side(side, main)
        splitter.setSizes([500, 560])
        layout = QVBoxLayout(self)
        layout.addWidget(splitter)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._list)
        self.line.taken.connect(self._enter_editor)
        self.role.currentIndexChanged.connect(self._list)
        self.ended.toggled.connect(self._list)
        self.alike.toggled.connect(self._list)
        self.view.activated.connect(self._enter_editor)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._on_chosen())
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._enable())
        self.editor.changed.connect(self._on_keyed)
        self.editor.form.finder_requested.connect(self._on_finder_requested)
        self.new_button.clicked.connect(self.start_new)
        self.save_button.clicked.connect(self.save)
        self.give_up_button.clicked.connect(self.give_up)
        self.end_button.clicked.connect(self.end)
        self.ask_merge_button.clicked.connect(self.ask_merge)
        self.merge_button.clicked.connect(self.merge)
        self.no_button.clicked.connect(self.give_up)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.save)

    def _on_finder_requested(self, editor: RecordEditor) -> None:
        open_record_finder(self._around.desk(), self, editor)

    def _enter_editor(self) -> None:
        self.editor.form.editor("code").setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_merge_buttons(self, *, is_asking: bool) -> None:
        self.ask_merge_button.setVisible(not is_asking)
        self.merge_button.setVisible(is_asking)
        self.no_button.setVisible(is_asking)

    def _enable(self) -> None:
        self.save_button.setEnabled(self._is_changed)
        self.give_up_button.setEnabled(self._is_changed)
        self.end_button.setEnabled(bool(self._shown.id) and not self._is_changed)
        self.ask_merge_button.setEnabled(len(self._chosen()) > 1 and not self._is_changed)


def make_companies(around: Surroundings) -> Room:
    """Return the room."""
    return CompaniesRoom(around)
