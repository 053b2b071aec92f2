"""The lists' room: every list of the office at the side, its entries, one of them to be keyed."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableView,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.list_parts import LIST_TITLES
from sad_desktop.brokerage.list_rows import RowFault, checked
from sad_desktop.brokerage.reference_lists import Past
from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.entry_buttons import EntryButtons
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.list_editor import ListEditor, remark_words
from sad_desktop.forms.list_imports import ListImportDialog
from sad_desktop.forms.lists_model import LIST_NAME, ListsModel, PastModel, list_of_lists
from sad_desktop.forms.record_finder import open_record_finder
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.whole_lists import WholeLists
from sad_desktop.forms.widgets.empty_note import EmptyNote
from sad_desktop.forms.widgets.progress import ProgressLine
from sad_desktop.forms.widgets.record_editor import RecordEditor
from sad_desktop.forms.widgets.row_list import dress_rows, fit_columns, keep_one_line, list_of_rows
from sad_desktop.forms.widgets.search_line import SearchLine, choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.split import side_by_side
from sad_desktop.services.list_imports import ListImports
from sad_desktop.tariff.book import ListEntry, LookupQuery
from sad_desktop.tariff.lines import RATES, TARIFF

MOST_SHOWN = 2_000


class ListsRoom(Room):
    """Finds, keys, ends, imports and exports what the office's lists hold."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._lists = around.office.lists
        self.imports = ListImports(around.office.workspace, self._lists)
        self._entry = ListEntry(code="", en="", ar="")
        self._is_changed = False
        self._is_loading = False
        self._storing = Asking(around.office.tasks, self._fail)
        self._remembering = Asking(around.office.tasks, self._fail)
        self.names = list_of_lists()
        self.names.setAccessibleName(self.tr("Lists"))
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("Code, or words in Arabic or English"))
        self.line.setAccessibleName(self.tr("Search the list"))
        self.ended = QCheckBox(self.tr("&Ended too"))
        self.view = QTableView()
        self.line.set_results(self.view)
        self.past_model = PastModel(self)
        self.past = list_of_rows(self.past_model, self.tr("History of the code"))
        self.editors = QScrollArea()
        self.note = Sentence()
        self.buttons = EntryButtons()
        self.import_button = QPushButton(self.tr("&Import…"))
        self.export_button = QPushButton(self.tr("E&xport…"))
        self.found = Sentence()
        self.progress = ProgressLine()
        self._whole = WholeLists(self._lists, around.office.tasks, self._fail, self.progress)
        self._make_tables()
        self.empty = EmptyNote(self.view, self._why_empty)
        self._lay_out()
        self._open(TARIFF)
        self._connect()

    @property
    def list_name(self) -> str:
        """The list that is shown."""
        return self._list

    def enter(self) -> None:
        """Begin in the search line, with the list as it is now."""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        self.refresh()

    def show_target(self, target: str) -> None:
        """Show a list, or a code in it: ``tariff:010121100000``."""
        list_name, _, code = target.partition(":")
        if list_name in LIST_TITLES and self.may_close():
            self.choose(list_name)
            self.line.setText(code)

    def may_close(self) -> bool:
        """Stay while something keyed is neither saved nor given up."""
        if self._is_changed:
            self._say_unsaved()
        return not self._is_changed

    def let_go(self) -> None:
        """Want no more answers."""
        self._storing.give_up()
        self._remembering.give_up()
        self._whole.give_up()

    def choose(self, list_name: str) -> None:
        """Turn to a list at the side."""
        for row in range(self.names.count()):
            if self.names.item(row).data(LIST_NAME) == list_name:
                self.names.setCurrentRow(row)

    def refresh(self) -> None:
        """Show what was searched for, as the list is now; the current code stays current."""
        typed, on = self.line.text(), self._around.desk().on
        if self.ended.isChecked():
            title = self.tr("Searching the list")
            self._whole.find_ended_too(title, self._list, typed, on, MOST_SHOWN, self._show_found)
            return
        self._whole.give_up()
        query = LookupQuery(list_name=self._list, text=typed, on=on, limit=MOST_SHOWN)
        self._show_found(self._lists.book.search(query))

    def _show_found(self, entries: tuple[ListEntry, ...]) -> None:
        code = self._entry.code
        self._is_loading = True
        self.model.show_entries(entries)
        self._is_loading = False
        self._say_found(len(entries))
        self.empty.refresh()
        row = self.model.row_of(code)
        if self._is_changed:
            return
        if row < 0 and not entries:
            self.start_new()
            self.note.say("")
            return
        choose_row(self.view, max(row, 0))
        self._on_chosen()

    def start_new(self) -> None:
        """Key an entry that is not kept yet."""
        if not self.may_close():
            return
        today = self._around.desk().on if self._list in (TARIFF, RATES) else None
        self.view.clearSelection()
        self._load(ListEntry(code="", en="", ar="", valid_from=today))
        self.note.say(self.tr("A new entry: key it and save."))

    def save(self) -> None:
        """Keep the entry shown; what is wrong is said and nothing is kept."""
        complaint = self.editor.complaint()
        if complaint:
            self.note.say(complaint, Tone.WRONG)
            return
        try:
            entry = checked(self._list, self.editor.entry())
        except RowFault as fault:
            self.note.say(remark_words(fault), Tone.WRONG)
            return
        self._store(entry.code, lambda: self._lists.put(self._list, entry))

    def give_up(self) -> None:
        """Show the entry again as it is kept."""
        self._is_changed = False
        self.refresh()

    def end(self) -> None:
        """End the entry today: it is not offered any more, and stays for older declarations."""
        entry, today = self._entry, self._around.desk().on
        if not entry.code or not self.may_close():
            return
        if entry.is_in_force(today):
            self._store(entry.code, lambda: self._lists.end(self._list, entry.code, today))
            return
        again = replace(entry, valid_from=today, valid_to=None)
        self._store(entry.code, lambda: self._lists.put(self._list, again))

    def import_file(self) -> ListImportDialog | None:
        """Open the import of the list that is shown."""
        if not self.may_close():
            return None
        dialog = ListImportDialog(
            self.imports,
            self._list,
            self._around.desk(),
            self._around.office.tasks,
            self._around.questions.table_path,
            self,
        )
        dialog.imported.connect(self._on_imported)
        dialog.open()
        return dialog

    def export_file(self) -> None:
        """Write the list to a CSV file."""
        path = self._around.questions.save_path(self, f"{self._list}.csv")
        if path is not None:
            self._whole.write(self.tr("Writing the list"), self._list, path, self._on_exported)

    def _on_exported(self, path: Path) -> None:
        self.note.say(self.tr("Written: {path}").format(path=isolated(str(path))))

    def _open(self, list_name: str) -> None:
        self._list = list_name
        desk = self._around.desk()
        self.model = ListsModel(list_name, desk.language, self._currency_name, self)
        self.view.setModel(self.model)
        fit_columns(self.view, self.model.samples())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._on_chosen())
        self.editor = ListEditor(list_name, self.imports.parts(list_name))
        self.editor.changed.connect(self._on_keyed)
        self.editor.form.finder_requested.connect(self._on_finder_requested)
        self.editors.setWidget(self.editor)
        self._entry = ListEntry(code="", en="", ar="")
        self._is_changed = False
        self.note.say("")
        self.refresh()

    def _why_empty(self) -> str:
        if self.line.text().strip():
            return self.tr("No entry of this list is like this. Try fewer letters.")
        return self.tr("This list is empty. Key its first entry below, or import a file.")

    def _say_found(self, count: int) -> None:
        if count == MOST_SHOWN:
            sentence = self.tr("The first {count} entries are shown: type more to narrow them.")
        else:
            sentence = self.tr("Entries: {count}")
        self.found.say(sentence.format(count=count))

    def _currency_name(self, code: str) -> str:
        desk = self._around.desk()
        entry = self._lists.book.entry("currencies", code, desk.on)
        return entry.name(desk.language) if entry is not None else ""

    def _load(self, entry: ListEntry) -> None:
        self._entry = entry
        self._is_loading = True
        self.editor.load(entry)
        self._is_loading = False
        self._is_changed = False
        self._enable()
        self.past_model.show_past((), "")
        if entry.code:
            name, code = self._list, entry.code
            self._remembering.ask(lambda: self._lists.history(name, code), self._on_past)

    def _on_past(self, past: tuple[Past, ...]) -> None:
        self.past_model.show_past(past, self._around.desk().language)

    def _store(self, code: str, work: Callable[[], None]) -> None:
        self._is_changed = False
        self._enable()
        kept = self._entry
        self._entry = replace(kept, code=code)

        def failed(error: UserError) -> None:
            self._entry, self._is_changed = kept, True
            self._enable()
            self._fail(error)

        self._storing = Asking(self._around.office.tasks, failed)
        self._storing.ask(work, lambda _nothing: self._on_stored())

    def _on_stored(self) -> None:
        self._around.office.lists_changed()
        self.refresh()
        self.note.say(self.tr("Saved."))

    def _on_imported(self, sentence: str) -> None:
        self._around.office.lists_changed()
        self.refresh()
        self.note.say(sentence)

    def _fail(self, error: UserError) -> None:
        self.note.say(translate_error(error), Tone.WRONG)

    def _on_keyed(self) -> None:
        if not self._is_loading:
            self._is_changed = True
            self.note.say("")
            self._enable()

    def _on_chosen(self) -> None:
        row = self.view.currentIndex().row()
        if self._is_loading or not 0 <= row < len(self.model.entries):
            return
        entry = self.model.entries[row]
        if self._is_changed:
            if entry.code != self._entry.code:
                self._say_unsaved()
            return
        self._load(entry)
        self.note.say("")

    def _on_list_chosen(self) -> None:
        item = self.names.currentItem()
        wanted = str(item.data(LIST_NAME)) if item is not None else self._list
        if wanted == self._list:
            return
        if not self.may_close():
            self.choose(self._list)
            return
        self.line.blockSignals(True)
        self.line.clear()
        self.line.blockSignals(False)
        title = self.tr("Making the lists ready")
        self._whole.when_ready(title, partial(self._on_ready, wanted))

    def _on_ready(self, list_name: str) -> None:
        """Turn to a list, unless something was keyed while it was made ready."""
        if self.may_close():
            self._open(list_name)
        else:
            self.choose(self._list)

    def _say_unsaved(self) -> None:
        name = isolated(self._entry.code) or self.tr("The new entry")
        sentence = self.tr("{name} has changes: save them or give them up first.")
        self.note.say(sentence.format(name=name), Tone.WARNING)

    def _on_finder_requested(self, editor: RecordEditor) -> None:
        open_record_finder(self._around.desk(), self, editor)

    def _make_tables(self) -> None:
        self.view.setAccessibleName(self.tr("Entries"))
        dress_rows(self.view)
        keep_one_line(self.view)
        self.view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        fit_columns(self.past, ("00/00/0000 00:00", "Mohammed Ali", self.tr("imported"), ""))

    def _lay_out(self) -> None:
        above, below = QWidget(), QWidget()
        column = _column(above)
        line = QHBoxLayout()
        line.addWidget(self.line, 1)
        for widget in (self.ended, self.import_button, self.export_button):
            line.addWidget(widget)
        column.addLayout(line)
        column.addWidget(self.found)
        column.addWidget(self.progress)
        column.addWidget(self.view, 1)
        self.editors.setWidgetResizable(True)
        self.editors.setFrameShape(QScrollArea.Shape.NoFrame)
        self.editors.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tabs = QTabWidget()
        tabs.addTab(self.editors, self.tr("Entry"))
        tabs.addTab(self.past, self.tr("History of the code"))
        column = _column(below)
        column.addWidget(tabs, 1)
        column.addWidget(self.note)
        column.addWidget(self.buttons)
        main = QSplitter(Qt.Orientation.Vertical)
        main.addWidget(above)
        main.addWidget(below)
        main.setSizes([260, 330])
        splitter = side_by_side(self.names, main)
        splitter.setSizes([200, 800])
        splitter.setStretchFactor(1, 1)
        main.setChildrenCollapsible(False)
        QVBoxLayout(self).addWidget(splitter)

    def _connect(self) -> None:
        self.names.currentRowChanged.connect(lambda _row: self._on_list_chosen())
        self.line.textChanged.connect(lambda _text: self.refresh())
        self.line.taken.connect(self._enter_editor)
        self.ended.toggled.connect(lambda _on: self.refresh())
        self.view.activated.connect(self._enter_editor)
        self.buttons.new.clicked.connect(self.start_new)
        self.buttons.new.clicked.connect(self._enter_editor)
        self.buttons.save.clicked.connect(self.save)
        self.buttons.give_up.clicked.connect(self.give_up)
        self.buttons.end.clicked.connect(self.end)
        self.import_button.clicked.connect(self.import_file)
        self.export_button.clicked.connect(self.export_file)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.save)

    def _enter_editor(self) -> None:
        self.editor.enter()

    def _enable(self) -> None:
        self.buttons.enable(self._entry, self._around.desk().on, is_changed=self._is_changed)


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    return column
