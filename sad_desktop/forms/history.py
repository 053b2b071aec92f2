"""Details: where the declaration stands, and all that was done to it, by whom and when."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.history import Entry, Verdict
from sad_desktop.brokerage.life import Frozen
from sad_desktop.declaration.fields import Kind
from sad_desktop.errors import UserError
from sad_desktop.forms.document import Document
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.history_words import (
    moment_words,
    operation_word,
    remark_words,
    status_after,
)
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.tasks import Pool, Starter
from sad_desktop.forms.versions import VersionsDialog
from sad_desktop.forms.widgets.changes_table import ChangesTable
from sad_desktop.forms.widgets.field_model import Column
from sad_desktop.forms.widgets.row_list import list_of_rows
from sad_desktop.forms.widgets.search_line import choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.status_words import status_word
from sad_desktop.forms.widgets.text_model import Row, TextModel
from sad_desktop.forms.widgets.view import DocumentView
from sad_desktop.services.history import export_history
from sad_desktop.services.life import Life
from sad_desktop.services.workspace import Workspace

_REMARK = 4
"""The column of reasons and numbers, which takes the room that is left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Where the details of a declaration come from, and how a file is asked for."""

    workspace: Workspace
    life: Life
    tasks: Starter
    save_path: Callable[[QWidget, str], Path | None]


class HistoryTab(DocumentView):
    """The facts of a declaration above its operations; below, the fields one of them changed."""

    def __init__(self, document: Document, records: Records, parent: QWidget | None = None) -> None:
        super().__init__(document, parent)
        self.setAccessibleName(self.tr("Details"))
        self._records = records
        self._errands = Errands(records.tasks, self)
        self._stored = ("", "")
        self._read: tuple[str, int] | None = None
        self.entries: tuple[Entry, ...] = ()
        self.facts: dict[str, QLabel] = {}
        self.operations = TextModel(self._columns(), self)
        self.view = self._make_view()
        self.changes = ChangesTable(self.tr("Fields it changed"), document.desk.language, self)
        self.changed = Sentence()
        self.message = Sentence()
        self.check_button = self._button(self.tr("Check the history"), self._check)
        self.export_button = self._button(self.tr("Export the history…"), self._export)
        self.versions_button = self._button(self.tr("Compare versions…"), self._compare)
        self._lay_out()
        document.undo_stack.cleanChanged.connect(self._on_stack_clean_changed)

    def show_stored(self, by: str, at: datetime) -> None:
        """Say who stored this version and when; the moment is shown in local time."""
        self._stored = (by, moment_words(at))
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what was done: a stage is noted without another version."""
        self._read = None
        self._is_stale = True
        super().showEvent(event)

    def refresh(self) -> None:
        """Show the facts again, and the operations when there may be more."""
        document, unknown = self.document, "–"
        source = document.draft.source
        by, at = self._stored
        changed = not document.undo_stack.isClean()
        facts = {
            "status": status_word(document.draft.status),
            "reference": document.title(),
            "profile": self._profile(),
            "law": document.desk.on.strftime("%d/%m/%Y"),
            "version": str(document.version) if document.version else self.tr("not stored yet"),
            "stored_by": by,
            "stored_at": at,
            "modified": self.tr("yes, not stored") if changed else self.tr("none"),
            "id": document.document_id,
            "source": source.name if source is not None else "",
            "dialect": source.dialect if source is not None else "",
        }
        for name, text in facts.items():
            self.facts[name].setText(text or unknown)
        if self.isVisible() and self._read != (document.document_id, document.version):
            self.read_again()

    def read_again(self) -> None:
        """Read what was done to the declaration, beside the screen."""
        document_id = self.document.document_id
        self._read = (document_id, self.document.version)
        self._errands.start(
            lambda _progress, _cancelled: self._records.life.history(document_id),
            self._show_entries,
            self._fail,
            pool=Pool.DATABASE,
        )

    def _show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show the operations, the latest first and chosen."""
        self.entries = tuple(reversed(entries))
        self.operations.show_rows([self._row(entry) for entry in self.entries])
        self.versions_button.setEnabled(any(entry.content for entry in entries))
        self.export_button.setEnabled(bool(entries))
        if self.entries:
            choose_row(self.view, 0)
        self._on_current_changed()

    def _row(self, entry: Entry) -> Row:
        changed = str(entry.changed) if entry.changed else ""
        return Row(
            (
                moment_words(entry.at),
                entry.by,
                operation_word(entry.operation),
                status_after(entry),
                remark_words(entry),
                str(entry.version),
                changed,
            )
        )

    def _on_current_changed(self) -> None:
        row = self.view.currentIndex().row()
        entry = self.entries[row] if 0 <= row < len(self.entries) else None
        self.changes.show_changes(entry.changes if entry else ())
        self.changed.say(self._changed_words(entry))

    def _changed_words(self, entry: Entry | None) -> str:
        if entry is None:
            return self.tr("Nothing is recorded yet: it begins when the declaration is saved.")
        if not entry.changed:
            return self.tr("This operation changed no field.")
        if entry.changed > len(entry.changes):
            said = self.tr("Fields changed: {count}, of which the first {named} are named.")
            return said.format(count=entry.changed, named=len(entry.changes))
        return self.tr("Fields changed: {count}.").format(count=entry.changed)

    def _check(self) -> None:
        """Check every seal of the office's history beside the screen."""
        self.message.say(self.tr("The history is being checked…"))
        self._errands.start(
            lambda _progress, _cancelled: self._records.life.verdict(), self._on_checked, self._fail
        )

    def _on_checked(self, verdict: Verdict) -> None:
        if verdict.holds:
            said = self.tr(
                "The office's history holds. Entries checked: {count}; none was altered, removed "
                "or put in."
            )
            self.message.say(said.format(count=verdict.count), Tone.PLAIN)
            return
        said = self.tr(
            "The office's history was altered at entry {number} or just before it. Compare it "
            "with an exported history or a backup."
        )
        self.message.say(said.format(number=verdict.broken_at), Tone.WRONG)

    def _export(self) -> None:
        name = self.document.title().replace("/", "-").replace(" ", "-") or "declaration"
        path = self._records.save_path(self, f"{name}-history.json")
        if path is None:
            return
        document_id, workspace = self.document.document_id, self._records.workspace
        self._errands.start(
            lambda _progress, _cancelled: export_history(
                workspace, path, datetime.now(UTC), document_id
            ),
            partial(self._on_exported, path),
            self._fail,
        )

    def _on_exported(self, path: Path, count: int) -> None:
        said = self.tr("Written to {name}. Entries: {count}.")
        self.message.say(said.format(name=isolated(path.name), count=count), Tone.PLAIN)

    def _compare(self) -> None:
        document_id = self.document.document_id
        self._errands.start(
            lambda _progress, _cancelled: self._records.life.versions(document_id),
            self._show_versions,
            self._fail,
            pool=Pool.DATABASE,
        )

    def _show_versions(self, kept: tuple[Frozen, ...]) -> None:
        language = self.document.desk.language
        VersionsDialog(kept, self.document.draft, language, self.window()).open()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self.message.say(translate_error(error), Tone.WRONG)

    def _on_stack_clean_changed(self, _clean: bool) -> None:
        self._on_document_assessed()

    def _profile(self) -> str:
        profile = self.document.desk.book.profile
        name = profile.ar if self.document.desk.language == "ar" else profile.en
        return f"{name} ({profile.code})"

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(title=self.tr("When"), kind=Kind.DAY),
            Column(title=self.tr("Who"), kind=Kind.TEXT),
            Column(title=self.tr("Operation"), kind=Kind.TEXT),
            Column(title=self.tr("Status after"), kind=Kind.TEXT),
            Column(title=self.tr("Remark"), kind=Kind.TEXT),
            Column(title=self.tr("Version"), kind=Kind.COUNT),
            Column(title=self.tr("Fields changed"), kind=Kind.COUNT),
        )

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.operations, self.tr("Operations"), self)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_REMARK, QHeaderView.ResizeMode.Stretch)
        view.selectionModel().currentRowChanged.connect(lambda *_: self._on_current_changed())
        return view

    def _button(self, text: str, run: Callable[[], object]) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda _checked: run())
        return button

    def _lay_out(self) -> None:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(self.changed)
        column.addWidget(self.changes, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.view)
        split.addWidget(below)
        split.setChildrenCollapsible(False)
        buttons = QHBoxLayout()
        for button in (self.versions_button, self.export_button, self.check_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 16, 12)
        outer.addLayout(self._made_facts())
        outer.addWidget(split, 1)
        outer.addLayout(buttons)
        outer.addWidget(self.message)

    def _made_facts(self) -> QGridLayout:
        """Lay the facts out in two columns: the declaration, and how it is stored."""
        rows = (
            (("status", self.tr("Status")), ("version", self.tr("Stored version"))),
            (("reference", self.tr("Reference")), ("stored_by", self.tr("Stored by"))),
            (("profile", self.tr("Country profile")), ("stored_at", self.tr("Stored at"))),
            (("law", self.tr("Law and rates of")), ("modified", self.tr("Changes since"))),
            (("source", self.tr("Read from file")), ("dialect", self.tr("Kind of file"))),
            (("id", self.tr("Identifier")),),
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for row, facts in enumerate(rows):
            for place, (name, label) in enumerate(facts):
                grid.addWidget(Sentence(label, parent=self), row, 2 * place)
                fact = self._made_fact(name, label)
                # At its own width: a name of the other script would stand at the far side.
                grid.addWidget(fact, row, 2 * place + 1, Qt.AlignmentFlag.AlignLeading)
        return grid

    def _made_fact(self, name: str, label: str) -> QLabel:
        fact = QLabel(self)
        fact.setAccessibleName(label)
        fact.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.facts[name] = fact
        return fact
