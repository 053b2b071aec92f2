"""The room of advance cargo information: the dossiers, and one of them beside the list."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from sad_desktop.brokerage.advance_cargo import EXPORTERS, Dossier
from sad_desktop.brokerage.advance_cargo_law import AdvanceCargoLaw
from sad_desktop.brokerage.advance_cargo_steps import Event, Step
from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.dossier_buttons import DossierButtons
from sad_desktop.forms.dossier_editor import DossierEditor
from sad_desktop.forms.dossier_head import DossierHead
from sad_desktop.forms.dossier_list import COLUMN_SAMPLES, DossierList, exporters
from sad_desktop.forms.dossier_numbers import DossierNumbers
from sad_desktop.forms.dossier_steps import DossierStepDialog
from sad_desktop.forms.dossier_uses import DossierUses
from sad_desktop.forms.dossier_words import error_words
from sad_desktop.forms.record_finder import open_record_finder
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.widgets.record_editor import RecordEditor
from sad_desktop.forms.widgets.row_list import fit_columns, list_of_rows
from sad_desktop.forms.widgets.search_line import SearchLine, choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.advance_cargo import AdvanceCargo
from sad_desktop.services.advance_cargo_drafts import dossier_of
from sad_desktop.services.advance_cargo_finders import EXPORTER_FIELDS
from sad_desktop.tariff.book import ListEntry

_NAMES = {"importer_code": "importer_name", "declarant_code": "declarant_name"}
"""Names that follow from companies' codes."""


class AdvanceCargoRoom(Room):
    """Keys dossiers and leads them from step to step. ``clock`` tells the moment at the desk."""

    def __init__(self, around: Surroundings, law: AdvanceCargoLaw) -> None:
        super().__init__()
        self._around = around
        self.law = law
        self._cargo = AdvanceCargo(around.office.workspace, around.desk().book.profile.code)
        self._asking = Asking(around.office.tasks, self._say_fault)
        self._changing = Asking(around.office.tasks, self._fail)
        self.clock: Callable[[], datetime] = lambda: datetime.now().astimezone()
        self._kept: tuple[Dossier, ...] = ()
        self._shown = Dossier()
        self._wanted = 0
        self._is_changed = False
        self._is_new = False
        self._is_loading = False
        self.dialog: DossierStepDialog | None = None
        self.line = SearchLine()
        self.line.setPlaceholderText(self.tr("ACID, importer, exporter, invoice or bill"))
        self.line.setAccessibleName(self.tr("Search dossiers"))
        self.closed = QCheckBox(self.tr("Closed too"))
        self.model = DossierList(self)
        self.view = list_of_rows(self.model, self.tr("Dossiers of advance cargo information"))
        fit_columns(self.view, COLUMN_SAMPLES)
        self.line.set_results(self.view)
        self.head = DossierHead()
        self.editor = DossierEditor()
        self.numbers = DossierNumbers()
        self.editor.addTab(self.numbers, self.tr("&5 Numbers"))
        self.note = Sentence()
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.buttons = DossierButtons()
        self.uses = DossierUses(self, around, self.note)
        self._lay_out()
        self._connect()
        self._load(Dossier())
        self.refresh()

    def enter(self) -> None:
        """Put the cursor into the search line, and see what other desks did."""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        self.refresh()

    def show_target(self, target: str) -> None:
        """Show a dossier by its id; begin one from an open declaration named ``from:`` its id."""
        if target.startswith("from:"):
            self.begin_from(target.removeprefix("from:"))
            return
        self._wanted = int(target)
        self.line.setText("")
        self.refresh()

    def may_close(self) -> bool:
        """Stay while something keyed is neither saved nor given up."""
        if not self._is_changed:
            return True
        self.note.say(self.tr("The dossier has changes: save them or give them up first."),
                      Tone.WARNING)  # fmt: skip
        return False

    def let_go(self) -> None:
        """Want no answers any more."""
        self._asking.give_up()
        self._changing.give_up()

    def refresh(self) -> None:
        """Read the dossiers again."""
        self._asking.ask(self._cargo.dossiers, self._on_read)

    def shown(self) -> Dossier:
        """Return the dossier in the editor as it is kept; without id where it is new."""
        return self._shown

    def start_new(self) -> None:
        """Key a dossier that is not kept yet."""
        if self.may_close():
            self._begin(Dossier())

    def begin_from(self, document_id: str) -> None:
        """Begin a dossier of an open declaration's parties, invoice and goods."""
        documents = {one.document_id: one for one in self._around.opened.documents}
        document = documents.get(document_id)
        if document is not None and self.may_close():
            profile = self._around.desk().book.profile.code
            self._begin(dossier_of(document.draft.declaration, profile))
            self._on_keyed()

    def save(self) -> None:
        """Keep the dossier shown; what is wrong is said and nothing is kept."""
        if not self._is_changed:
            return
        if complaint := self.editor.complaint():
            self.note.say(complaint, Tone.WRONG)
            return
        dossier = self.editor.dossier()
        self._changing.ask(partial(self._cargo.store, dossier), self._on_kept)

    def give_up(self) -> None:
        """Show the dossier again as it is kept now, also by another desk."""
        known = {one.id: one for one in self._kept}
        self._load(known.get(self._shown.id, Dossier()))
        self.note.say("")

    def step(self, step: Step) -> None:
        """Ask for what a step needs, and take it."""
        if self._is_changed or not self._shown.id:
            return
        self.dialog = DossierStepDialog(step, self._shown, self.clock(), self.window())
        self.dialog.settled.connect(self._take)
        self.dialog.open()

    def remove(self) -> None:
        """Take the draft shown out."""
        self.buttons.show_question(is_asking=False)
        gone = self._shown
        self._changing.ask(partial(self._cargo.remove, gone), lambda _done: self._on_removed())

    def replace_it(self) -> None:
        """Begin a new dossier that takes the place of the one shown."""
        self._changing.ask(partial(self._cargo.begin_again, self._shown), self._on_kept)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Copy the ACID of the row under the cursor without blanks on Ctrl+C."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            if event.type() == QEvent.Type.KeyPress:
                self.copy_acid()
            return True
        return super().eventFilter(watched, event)

    def copy_acid(self) -> None:
        """Copy the ACID as it is written on documents."""
        acid = self._shown.acid
        if acid is not None:
            QGuiApplication.clipboard().setText(acid.text)
            self.note.say(self.tr("The ACID is copied, without blanks."))

    def _begin(self, dossier: Dossier) -> None:
        self.view.clearSelection()
        self._load(dossier)
        self._is_new = True
        self.note.say(self.tr("A new dossier: key it and save."))
        self.editor.enter()

    def _take(self, event: Event) -> None:
        self._changing.ask(partial(self._cargo.take, self._shown, event), self._on_taken)

    def _on_taken(self, dossier: Dossier) -> None:
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None
        self._on_kept(dossier)

    def _on_kept(self, dossier: Dossier) -> None:
        self._is_changed = False
        self._wanted = dossier.id
        self._load(dossier)
        self.note.say(self.tr("Saved."))
        self.refresh()
        self._around.opened.register.ask_all_again()

    def _on_removed(self) -> None:
        self._load(Dossier())
        self.note.say(self.tr("Removed."))
        self.refresh()

    def _on_read(self, dossiers: tuple[Dossier, ...]) -> None:
        self._kept = dossiers
        self._list()

    def _list(self) -> None:
        self._is_loading = True
        self.model.show_dossiers(
            self._kept,
            self.line.text(),
            self.law,
            self.clock(),
            closed_too=self.closed.isChecked(),
        )
        wanted = self._wanted or self._shown.id
        row = self.model.row_of(wanted)
        if row >= 0:
            choose_row(self.view, row)
        self._is_loading = False
        if not (self._is_changed or self._is_new) and (row >= 0 or not self._shown.id):
            self._show_row()
        self._wanted = 0

    def _on_chosen(self) -> None:
        """Show the dossier the cursor came to; one with changes stays."""
        dossier = self.model.dossier(self.view.currentIndex().row())
        if self._is_loading or dossier is None:
            return
        if not self._is_changed:
            self.note.say("")
            self._show_row()
        elif dossier.id != self._shown.id and not self.may_close():
            choose_row(self.view, max(self.model.row_of(self._shown.id), 0))

    def _show_row(self) -> None:
        dossier = self.model.dossier(self.view.currentIndex().row())
        if dossier is not None and dossier != self._shown:
            self._load(dossier)

    def _load(self, dossier: Dossier) -> None:
        self._shown = dossier
        self._is_new = False
        self._is_loading = True
        self.editor.load(dossier, self.law)
        self._is_loading = False
        self._is_changed = False
        self.head.show_dossier(dossier, self.law, self.clock())
        self.numbers.show_dossier(dossier, self.law)
        self.buttons.show_question(is_asking=False)
        self.buttons.show_state(dossier, is_changed=False)

    def _on_keyed(self) -> None:
        if not self._is_loading:
            self._is_changed = True
            self.note.say("")
            self.buttons.show_state(self._shown, is_changed=True)

    def _on_finder_requested(self, editor: RecordEditor) -> None:
        searched = exporters(self._kept) if editor.field.lookup == EXPORTERS else None
        open_record_finder(self._around.desk(), self, editor, self._on_found, searched)

    def _on_found(self, editor: RecordEditor, entry: ListEntry) -> None:
        """Key what follows from an exporter, or from a company's code."""
        form = self.editor.parties
        if editor.field.lookup == EXPORTERS:
            for name in EXPORTER_FIELDS:
                form.put(name, entry.facts[name])
            return
        follows = _NAMES.get(editor.field.name)
        if follows is not None:
            form.put(follows, entry.name(self._around.desk().language))

    def _fail(self, error: UserError) -> None:
        """Say why nothing was changed, and look what other desks did: that is often the cause."""
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.refuse_step(error_words(error))
        else:
            self._say_fault(error)
        self.refresh()

    def _say_fault(self, error: UserError) -> None:
        self.note.say(error_words(error), Tone.WRONG)

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        top = QHBoxLayout()
        top.addWidget(self.line, 1)
        top.addWidget(self.closed)
        column.addLayout(top)
        column.addWidget(self.view, 1)
        main = QWidget()
        right = QVBoxLayout(main)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.head)
        right.addWidget(self.editor, 1)
        right.addWidget(self.note)
        right.addWidget(self.buttons)
        splitter = QSplitter()
        splitter.addWidget(side)
        splitter.addWidget(main)
        splitter.setSizes([470, 720])
        splitter.setChildrenCollapsible(False)
        QVBoxLayout(self).addWidget(splitter)

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _text: self._list())
        self.line.taken.connect(self.editor.enter)
        self.closed.toggled.connect(lambda _on: self._list())
        self.view.activated.connect(lambda _index: self.editor.enter())
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._on_chosen())
        self.view.installEventFilter(self)
        self.editor.changed.connect(self._on_keyed)
        self.editor.finder_requested.connect(self._on_finder_requested)
        lines = self.editor.lines
        lines.import_requested.connect(lambda: self.uses.import_lines(lines.take))
        buttons = self.buttons
        for button, run in (
            (buttons.save, self.save),
            (buttons.give_up, self.give_up),
            (buttons.new, self.start_new),
            (buttons.ask_remove, lambda: buttons.show_question(is_asking=True)),
            (buttons.remove, self.remove),
            (buttons.no, lambda: buttons.show_question(is_asking=False)),
        ):
            button.clicked.connect(lambda _checked, run=run: run())
        for step, button in buttons.steps.items():
            button.clicked.connect(lambda _checked, step=step: self.step(step))
        for action, use in (
            (buttons.begin, self.uses.begin_declaration),
            (buttons.copy_acid, self.copy_acid),
            (buttons.copy_notice, self.uses.copy_notice),
            (buttons.mail, self.uses.save_mail),
            (buttons.envelope, self.uses.make_envelope),
            (buttons.again, self.replace_it),
        ):
            action.triggered.connect(lambda _checked, use=use: use())
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.save)


class NoAdvanceCargoRoom(Room):
    """What the room says in a country that asks no advance cargo information."""

    def __init__(self) -> None:
        super().__init__()
        self.said = Sentence(
            self.tr(
                "The country of this desk asks no advance cargo information. Egypt does: "
                "choose its profile in the settings."
            )
        )
        column = QVBoxLayout(self)
        column.addWidget(self.said)
        column.addStretch(1)


def make_advance_cargo(around: Surroundings) -> Room:
    """Return the room by the law of the desk's country."""
    law = AdvanceCargo(around.office.workspace, around.desk().book.profile.code).law
    return NoAdvanceCargoRoom() if law is None else AdvanceCargoRoom(around, law)
