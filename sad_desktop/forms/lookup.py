"""The finder of every code list (F3): results as one types, Enter takes, Esc returns."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.lookup_criteria import CriteriaRow
from sad_desktop.forms.lookup_entries import CODE, EntriesModel
from sad_desktop.forms.lookup_lists import Searched, list_of_book
from sad_desktop.forms.widgets.row_list import list_of_rows
from sad_desktop.forms.widgets.search_line import SearchLine, choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.tariff.book import ListEntry, LookupQuery, TariffBook
from sad_desktop.tariff.lines import TARIFF
from sad_desktop.tariff.lookup import searchable

MOST_SHOWN = 200


class Finder(QDialog):
    """Finds an entry of a list. ``taken`` carries it; nothing is sent when the user returns.

    ``language`` is that of the names shown first, ``typed`` what stands in the field already.
    A list that is not the tariff book's comes with ``searched``: who answers, its columns, its
    criteria. Open it with ``open()``.
    """

    taken = Signal(ListEntry)

    def __init__(
        self,
        book: TariffBook,
        list_name: str,
        on: date,
        *,
        language: str,
        typed: str = "",
        title: str = "",
        searched: Searched | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._searched = searched or list_of_book(book, list_name, on, language)
        self._book = book
        self._list = list_name
        self._on = on
        self._language = language
        self._takes_first = False
        tasks = self._searched.tasks
        self._asking = Asking(tasks, self._on_failure) if tasks is not None else None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title or self.tr("Find"))
        self.resize(860, 520)
        self.model = EntriesModel(self._searched, language, self)
        self.line = SearchLine(typed)
        self.line.setPlaceholderText(self.tr("Code, or words in Arabic or English"))
        self.line.setAccessibleName(self.tr("Search"))
        self.line.taken.connect(self.take)
        self.line.textChanged.connect(self._search)
        self.criteria = CriteriaRow(self._searched.criteria)
        self.criteria.setVisible(bool(self._searched.criteria))
        self.criteria.changed.connect(lambda: self._search(self.line.text()))
        self.note = Sentence()
        self.view = self._make_view()
        self.line.set_results(self.view)
        self.above = Sentence()
        self.above.setAccessibleName(self.tr("Where the line stands in the tariff"))
        self.detail = Sentence(tone=Tone.PLAIN)
        self.above.setMinimumHeight(self.fontMetrics().lineSpacing() * 2)
        self.detail.setMinimumHeight(self.fontMetrics().lineSpacing() * 3)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.detail.setAccessibleName(self.tr("The entry in full"))
        self._lay_out()
        self._search(typed)
        self.line.selectAll()
        self.line.setFocus()

    def current(self) -> ListEntry | None:
        """Return the entry the cursor is on."""
        index = self.view.currentIndex()
        return self.model.entry(index.row()) if index.isValid() else None

    def take(self) -> None:
        """Take the entry under the cursor and close; nothing to take leaves the finder open.

        What is still being asked for is taken as soon as it is found.
        """
        if self.result() == QDialog.DialogCode.Accepted:
            return  # Enter in the table reaches the default button as well
        if self._asking is not None and self._asking.is_waiting:
            self._takes_first = True
            return
        entry = self.current()
        if entry is None:
            QApplication.beep()
            return
        self.accept()
        self.taken.emit(entry)

    def done(self, result: int) -> None:
        """Want no answer any more."""
        if self._asking is not None:
            self._asking.give_up()
        super().done(result)

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.model, self.tr("Entries found"))
        for column in range(self.model.columnCount()):
            mode = QHeaderView.ResizeMode.Interactive
            if self.model.is_name(column):
                mode = QHeaderView.ResizeMode.Stretch
            view.horizontalHeader().setSectionResizeMode(column, mode)
        view.activated.connect(self.take)
        view.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        return view

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        take = buttons.addButton(self.tr("&Take"), QDialogButtonBox.ButtonRole.AcceptRole)
        back = buttons.addButton(self.tr("&Return"), QDialogButtonBox.ButtonRole.RejectRole)
        take.clicked.connect(self.take)
        back.clicked.connect(self.reject)
        for button in (take, back):
            button.setAutoDefault(False)
        take.setDefault(True)
        self.take_button: QPushButton = take
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.criteria)
        layout.addWidget(self.note)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.above)
        layout.addWidget(self.detail)
        layout.addWidget(buttons)

    def _search(self, typed: str) -> None:
        query = LookupQuery(
            list_name=self._list,
            text=typed,
            on=self._on,
            limit=MOST_SHOWN,
            criteria=self.criteria.values(),
        )
        if self._asking is None:
            self._show(typed, self._searched.search(query))
            return
        self._takes_first = False
        self._asking.ask(partial(self._searched.search, query), partial(self._show, typed))

    def _on_failure(self, error: UserError) -> None:
        self.model.show(())
        self.take_button.setEnabled(False)
        self._show_current()
        self.note.say(translate_error(error), Tone.WRONG)

    def _show(self, typed: str, found: tuple[ListEntry, ...]) -> None:
        self.model.show(found)
        self.view.setColumnWidth(CODE, self._code_width())
        self._note(typed.strip(), found)
        choose_row(self.view, 0)
        self.take_button.setEnabled(bool(found))
        self._show_current()
        if self._takes_first:
            self._takes_first = False
            self.take()

    def _note(self, typed: str, found: tuple[ListEntry, ...]) -> None:
        if not found and not typed:
            self.note.say(self.tr("This list is empty: no file of it is loaded."), Tone.WARNING)
        elif not found:
            sentence = self.tr("Nothing in this list is like {typed}. Try fewer or other words.")
            self.note.say(sentence.format(typed=isolated(typed)), Tone.WARNING)
        elif typed and not _matching(found, typed):
            sentence = self.tr("{typed} is not in this list. These are the most similar entries.")
            self.note.say(sentence.format(typed=isolated(typed)), Tone.WARNING)
        elif len(found) == MOST_SHOWN:
            sentence = self.tr("The first {count} entries are shown: type more to narrow them.")
            self.note.say(sentence.format(count=MOST_SHOWN))
        else:
            self.note.say(self.tr("Entries found: {count}").format(count=len(found)))

    def _show_current(self) -> None:
        entry = self.current()
        self.above.setVisible(self._list == TARIFF)
        if entry is None:
            self.above.say("")
            self.detail.say("")
            return
        names = dict.fromkeys(
            isolated(name) for name in (entry.name(self._language), entry.en, entry.ar) if name
        )
        above = [isolated(one) for one in self._searched.above(entry)]
        self.above.say(self.tr(" › ", "between a heading and what stands below it").join(above))
        parts = [f"{isolated(entry.code)}  " + " · ".join(names)]
        tone = Tone.PLAIN
        if entry.facts.get("prohibited"):
            parts.append(self.tr("Prohibited."))
            tone = Tone.WRONG
        elif restricted := entry.facts.get("restricted_by"):
            parts.append(self.tr("Restricted by {who}.").format(who=isolated(restricted)))
            tone = Tone.WARNING
        if documents := entry.facts.get("documents"):
            named = self.tr(", ", "between parts of a list").join(
                map(self._document, documents.split())
            )
            parts.append(self.tr("Documents: {codes}.").format(codes=named))
        if entry.valid_to is not None:
            last = isolated(entry.valid_to.strftime("%d/%m/%Y"))
            parts.append(self.tr("In force until {day}.").format(day=last))
        if entry.source:
            parts.append(self.tr("Source: {source}").format(source=isolated(entry.source)))
        self.detail.say("\n".join((parts[0], "  ".join(parts[1:]))), tone)

    def _document(self, code: str) -> str:
        """Return a document that is demanded, with its name."""
        entry = self._book.entry("documents", code, self._on)
        return isolated(f"{code} {entry.name(self._language)}" if entry is not None else code)

    def _code_width(self) -> int:
        longest = max(
            (self.model.entry(row).code for row in range(self.model.rowCount())),
            key=len,
            default="",
        )
        return max(72, self.fontMetrics().horizontalAdvance(f"{longest}MM"))


def _matching(found: tuple[ListEntry, ...], typed: str) -> bool:
    """Tell whether any entry found has what was typed, and is not only similar to it."""
    return bool(searchable(found[:1]).find(typed, 1, lambda *_: ()))
