"""The rooms of prices, offences, licences and guarantees: one list, one form, CSV in and out."""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.ledgers import CHOICES, Entry, Ledger, fields_of
from sad_desktop.declaration.fields import FieldDef, Kind
from sad_desktop.declaration.values import show
from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.language import translate_error
from sad_desktop.forms.ledger_form import LedgerForm
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.widgets.empty_note import EmptyNote
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import dress_rows, fit_columns, keep_one_line
from sad_desktop.forms.widgets.search_line import SearchLine, choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.split import side_by_side
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.services.ledgers import LedgerFile, Ledgers, read_file, write_file
from sad_desktop.tariff.lookup import normalise

_AFTER = re.compile("[;؛]")  # what a title explains after it stands in the form only
_TOLD = 4  # problems of a file that are spelled out
_STRETCHED = {
    Ledger.PRICES: ("source",),
    Ledger.OFFENCES: ("what",),
    Ledger.LICENCES: ("note",),
    Ledger.GUARANTEES: ("issuer", "note"),
}


class LedgerRoom(Room):
    """One ledger. ``choose_file`` asks for a CSV file; tests put their own in."""

    def __init__(self, around: Surroundings, ledger: Ledger) -> None:
        super().__init__()
        self._around = around
        self._ledger = ledger
        self._ledgers = Ledgers(around.office.workspace, around.desk().book.profile.code)
        self._asking = Asking(around.office.tasks, self._fail)
        self._changing = Asking(around.office.tasks, self._fail)
        self._entries: tuple[Entry, ...] = ()
        self._left: Mapping[int, Decimal | None] = {}
        self._shown: list[Entry] = []
        self._wanted = 0
        self.choose_file: Callable[[QWidget], Path | None] = ask_table
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("Find in the list"))
        self.line.setAccessibleName(self.line.placeholderText())
        self.model = TextModel(self._columns(), self)
        self.view = self._make_view()
        self.empty = EmptyNote(self.view, self._why_empty)
        self.form = LedgerForm(ledger, around.desk().language)
        self.form.stored.connect(self._on_stored)
        self.message = Sentence()
        self.instead = QCheckBox(self.tr("In the place of the whole list"))
        self.line.set_results(self.view)
        self.line.textChanged.connect(lambda _text: self._refresh())
        self.line.taken.connect(self.form.enter)
        layout = QVBoxLayout(self)
        layout.addLayout(self._make_bar())
        layout.addWidget(self._make_split(), 1)
        layout.addWidget(self.message)
        self.refresh()

    def enter(self) -> None:
        """Put the cursor into the search line."""
        self.line.setFocus()

    def show_target(self, target: str) -> None:
        """Show the lines that hold a text."""
        self.line.setText(target)

    def let_go(self) -> None:
        """Want no answers any more."""
        self._asking.give_up()
        self._changing.give_up()

    def refresh(self) -> None:
        """Read the list again."""
        self._asking.ask(self._read, self._on_read)

    def _read(self) -> tuple[tuple[Entry, ...], Mapping[int, Decimal | None]]:
        entries = self._ledgers.entries(self._ledger)
        return entries, self._ledgers.free_amounts() if self._shows_left else {}

    @property
    def _shows_left(self) -> bool:
        """True where a column tells what declarations have not taken yet."""
        return self._ledger is Ledger.GUARANTEES

    def current(self) -> Entry | None:
        """Return the entry under the cursor."""
        row = self.view.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remove with Del, begin a new line with Ins."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
            if event.key() == Qt.Key.Key_Insert:
                self._begin()
                return True
        return super().eventFilter(watched, event)

    def _columns(self) -> tuple[Column, ...]:
        language = self._around.desk().language
        own = tuple(
            Column(
                title=_AFTER.split(field.title(language))[0], kind=_shown_kind(self._ledger, field)
            )
            for field in fields_of(self._ledger).values()
        )
        left = Column(title=self.tr("Not charged yet"), kind=Kind.AMOUNT)
        return (*own, left) if self._shows_left else own

    def _make_bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.addWidget(self.line, 1)
        for text, run in (
            (self.tr("New line (Ins)"), self._begin),
            (self.tr("Remove (Del)"), self._remove),
            (self.tr("Import CSV…"), self._import),
            (self.tr("Export CSV…"), self._export),
        ):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(run)
            bar.addWidget(button)
        bar.addWidget(self.instead)
        self.instead.setToolTip(self.tr("What a file holds replaces every line of this list"))
        return bar

    def _make_view(self) -> QTableView:
        view = QTableView()
        view.setModel(self.model)
        dress_rows(view)
        keep_one_line(view)
        fit_columns(
            view,
            [
                "" if name in _STRETCHED[self._ledger] else _sample(field)
                for name, field in fields_of(self._ledger).items()
            ]
            + [_sample(_AMOUNT)] * self._shows_left,
        )
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setAccessibleName(self.tr("Lines of the list"))
        view.installEventFilter(self)
        view.activated.connect(lambda _index: self.form.enter())
        view.selectionModel().currentRowChanged.connect(lambda *_: self._show_current())
        return view

    def _make_split(self) -> QSplitter:
        split = side_by_side(self.view, self.form)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        return split

    def _on_read(self, read: tuple[tuple[Entry, ...], Mapping[int, Decimal | None]]) -> None:
        self._entries, self._left = read
        self._refresh()

    def _refresh(self) -> None:
        words = normalise(self.line.text()).split()
        rows = [(entry, self._texts(entry)) for entry in self._entries]
        found = [(entry, texts) for entry, texts in rows if _holds(texts, words)]
        self._shown = [entry for entry, _ in found]
        self.model.show_rows([Row(texts) for _, texts in found])
        self.empty.refresh()
        ids = [entry.id for entry in self._shown]
        if self._wanted in ids:
            choose_row(self.view, ids.index(self._wanted))
        elif ids:
            choose_row(self.view, 0)
        self._show_current()

    def _why_empty(self) -> str:
        if self._entries:
            return self.tr("No line of the list holds this. Try fewer letters.")
        return {
            Ledger.PRICES: self.tr(
                "No usual price is kept yet. Press Ins and key the first, or import a table. "
                "Until then the office's own assessed declarations say what is usual."
            ),
            Ledger.OFFENCES: self.tr(
                "No offence is noted yet. Press Ins when customs reproach an importer with "
                "something: every declaration of that importer will say so."
            ),
            Ledger.LICENCES: self.tr(
                "No licence is kept yet. Press Ins and key its number and what it grants: "
                "declarations are then compared with what is left of it."
            ),
            Ledger.GUARANTEES: self.tr(
                "No guarantee is kept yet. Press Ins and key its number, amount and days: "
                "declarations under suspension are then charged to it."
            ),
        }[self._ledger]

    def _texts(self, entry: Entry) -> tuple[str, ...]:
        texts = [self._text(field, getattr(entry, name)) for name, field in self._fields().items()]
        if self._shows_left:
            left = self._left.get(entry.id)
            texts.append(self.tr("no limit") if left is None else show(_AMOUNT, left))
        return tuple(texts)

    def _fields(self) -> Mapping[str, FieldDef]:
        return fields_of(self._ledger)

    def _text(self, field: FieldDef, value: Any) -> str:
        if field.kind is Kind.FLAG:
            return "✓" if value else ""
        titles = CHOICES.get((self._ledger, field.name))
        if titles is None or value not in titles:
            return show(field, value)
        return QCoreApplication.translate("GuaranteeKind", titles[value])

    def _show_current(self) -> None:
        entry = self.current()
        self.form.show_entry(entry)
        if entry is not None:
            self._wanted = entry.id

    def _begin(self) -> None:
        self.view.selectionModel().clear()
        self.form.show_entry(None)
        self.form.enter()

    def _on_stored(self, entry: Entry) -> None:
        self._changing.ask(partial(self._ledgers.store, self._ledger, entry), self._on_kept)

    def _on_kept(self, entry: Entry) -> None:
        self._wanted = entry.id
        self.message.say(self.tr("Saved."))
        self._tell_desk()
        self.view.setFocus()

    def _remove(self) -> None:
        entry = self.current()
        if entry is not None:
            self._changing.ask(
                partial(self._ledgers.remove, self._ledger, entry), lambda _done: self._on_removed()
            )

    def _on_removed(self) -> None:
        self.message.say(self.tr("Removed."))
        self._tell_desk()

    def _import(self) -> None:
        path = self.choose_file(self)
        if path is not None:
            self._changing.ask(partial(read_file, self._ledger, path), self._on_file_read)

    def _on_file_read(self, file: LedgerFile) -> None:
        if file.problems:
            self.message.say(self._problems(file), Tone.WRONG)
            return
        take = partial(
            self._ledgers.take_file, self._ledger, file, instead=self.instead.isChecked()
        )
        self._changing.ask(take, partial(self._on_taken, file))

    def _on_taken(self, file: LedgerFile, count: int) -> None:
        said = [self.tr("%n line(s) taken.", "", count)]
        if file.unknown:
            left = self.tr("Columns left out: {names}.").format(names=", ".join(file.unknown))
            said.append(left)
        self.instead.setChecked(False)
        self.message.say(" ".join(said))
        self._tell_desk()

    def _problems(self, file: LedgerFile) -> str:
        language, fields = self._around.desk().language, fields_of(self._ledger)
        lines = [self.tr("Nothing was taken: %n line(s) have a problem.", "", len(file.problems))]
        for one in file.problems[:_TOLD]:
            title = fields[one.field].title(language)
            spoken = QCoreApplication.translate("Unreadable", one.message)
            if spoken == one.message:
                spoken = QCoreApplication.translate("UserError", one.message).format(field=title)
            text = self.tr("Line {line}, {field}: {reason}")
            lines.append(text.format(line=one.line, field=title, reason=spoken))
        return "\n".join(lines)

    def _export(self) -> None:
        path = self._around.questions.save_path(self, f"{self._ledger}.csv")
        if path is None:
            return
        try:
            write_file(self._ledger, self._entries, path, self._around.desk().language)
        except UserError as error:
            self._fail(error)
            return
        self.message.say(self.tr("Saved as {name}.").format(name=path.name))

    def _tell_desk(self) -> None:
        """Show the list as it is now, and let open declarations be judged by it."""
        self.refresh()
        self._around.opened.register.ask_all_again()

    def _fail(self, error: UserError) -> None:
        self.message.say(translate_error(error), Tone.WRONG)


def ask_table(parent: QWidget) -> Path | None:
    """Ask for a CSV file; None when the clerk gives up."""
    from PySide6.QtWidgets import QFileDialog  # start-up cost

    name, _ = QFileDialog.getOpenFileName(
        parent,
        QCoreApplication.translate("Questions", "Import CSV"),
        "",
        QCoreApplication.translate("Questions", "Tables (*.csv *.txt *.tsv);;All files (*)"),
    )
    return Path(name) if name else None


_AMOUNT = fields_of(Ledger.GUARANTEES)["amount"]


def _shown_kind(ledger: Ledger, field: FieldDef) -> Kind:
    return Kind.TEXT if (ledger, field.name) in CHOICES else field.kind


def _sample(field: FieldDef) -> str:
    samples = {Kind.DAY: "00/00/0000", Kind.AMOUNT: "9,999,999.000", Kind.FLAG: "✓"}
    return samples.get(field.kind, "M" * min(field.length, 10))


def _holds(texts: Sequence[str], words: Sequence[str]) -> bool:
    whole = normalise(" ".join(texts))
    return all(word in whole for word in words)
