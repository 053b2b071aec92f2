"""The manifests' room: voyages, their bills of lading, and what declarations have used of them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sad_desktop.brokerage.manifests import (
    BillBalance,
    BillOfLading,
    Manifest,
    ManifestSummary,
    Reconciliation,
    WriteOff,
)
from sad_desktop.errors import UserError
from sad_desktop.forms.asking import Asking
from sad_desktop.forms.bill_page import BillPage
from sad_desktop.forms.bills_list import BillsList
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.manifest_buttons import ManifestButtons
from sad_desktop.forms.manifest_editor import ManifestEditor
from sad_desktop.forms.manifest_import import ManifestImportDialog
from sad_desktop.forms.manifests_list import ManifestsList
from sad_desktop.forms.record_finder import open_record_finder
from sad_desktop.forms.rooms import Room, Surroundings
from sad_desktop.forms.widgets.record_editor import RecordEditor
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.forms.widgets.split import side_by_side
from sad_desktop.services.manifest_imports import ManifestImports
from sad_desktop.services.manifests import Manifests
from sad_desktop.tariff.book import ListEntry

_Known = tuple[BillBalance, tuple[WriteOff, ...]]
VOYAGE, BILL = range(2)


class ManifestsRoom(Room):
    """Keys voyages and bills, and shows what is used, open and over-used."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__()
        self._around = around
        self._manifests = Manifests(around.office.workspace)
        self._voyage = Manifest()
        self._bill = BillOfLading()
        self._is_changed = False
        self._is_loading = False
        tasks = around.office.tasks
        self._listing = Asking(tasks, self._fail)
        self._asking = Asking(tasks, self._fail)
        self.list = ManifestsList(around.desk())
        self.editor = ManifestEditor()
        self.bills = BillsList()
        self.bill_page = BillPage()
        self.pages = QStackedWidget()
        self.note = Sentence()
        self.buttons = ManifestButtons()
        self._lay_out()
        self._connect()
        self._load_voyage(Manifest())

    def enter(self) -> None:
        """Begin in the search line, and see what other desks changed."""
        self.list.line.setFocus(Qt.FocusReason.TabFocusReason)
        self._list_voyages()

    def show_target(self, target: str) -> None:
        """Show a bill by its id; ``manifest:ID`` shows a voyage."""
        if not self.may_close():
            return
        kind, _, number = target.rpartition(":")
        if kind == "manifest":
            self._asking.ask(lambda: self._manifests.load(int(number)), self._on_voyage_asked)
        else:
            self._open_bill(int(number))

    def may_close(self) -> bool:
        """Stay while something keyed is neither saved nor given up."""
        if self._is_changed:
            self._say_unsaved()
        return not self._is_changed

    def let_go(self) -> None:
        """Want no more answers."""
        self._listing.give_up()
        self._asking.give_up()

    def voyage(self) -> Manifest:
        """Return the voyage shown as it is kept; without id where it is new."""
        return self._voyage

    def bill(self) -> BillOfLading:
        """Return the bill shown as it is kept; without id where it is new."""
        return self._bill

    def start_voyage(self) -> None:
        """Key a voyage that is not kept yet."""
        if not self.may_close():
            return
        self._load_voyage(Manifest())
        self.list.select(0)
        self.note.say(self.tr("A new voyage: key it and save."))
        self.editor.editor("voyage").setFocus(Qt.FocusReason.OtherFocusReason)

    def start_bill(self) -> None:
        """Key a bill of the voyage that is not kept yet."""
        if not self._voyage.id or not self.may_close():
            return
        self._bill = BillOfLading(manifest_id=self._voyage.id)
        self._load(lambda: self.bill_page.show_new(self._bill))
        self._turn_to(BILL)
        self.note.say(
            self.tr("A new bill of voyage {voyage}: key it and save.").format(
                voyage=isolated(self._voyage.voyage)
            )
        )
        self.bill_page.editor.enter()

    def save(self) -> bool:
        """Keep what is shown; what is wrong is said and nothing is kept."""
        is_bill = self._is_bill()
        complaint = self.bill_page.editor.complaint() if is_bill else self.editor.complaint()
        if complaint:
            self.note.say(complaint, Tone.WRONG)
            return False
        try:
            if is_bill:
                self._on_bill_kept(self._manifests.store_bill(self.bill_page.editor.bill()))
            else:
                self._on_voyage_kept(self._manifests.store(self.editor.manifest()))
        except UserError as error:
            self._fail(error)
            return False
        return True

    def give_up(self) -> None:
        """Show what is kept again."""
        self._is_changed = False
        self.note.say("")
        if not self._is_bill():
            self._load_voyage(self._voyage)
        elif self._bill.id:
            self._open_bill(self._bill.id)
        else:
            self.back()

    def back(self) -> None:
        """Return from a bill to its voyage."""
        if self._is_bill() and self.may_close():
            self._turn_to(VOYAGE)
            self.note.say("")
            self.bills.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_delete(self) -> None:
        """Ask whether the voyage or bill shown is to go."""
        if not self.may_close():
            return
        sentence = self.tr("Delete voyage {name} with all its bills?")
        name = self._voyage.voyage
        if self._is_bill():
            sentence, name = self.tr("Delete bill {name}?"), self._bill.number
        self.note.say(sentence.format(name=isolated(name)), Tone.WARNING)
        self.buttons.show_question(is_asking=True)
        self.buttons.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def delete(self) -> None:
        """Delete the voyage or bill shown; one that declarations have used stays."""
        is_bill = self._is_bill()
        self.buttons.show_question(is_asking=False)
        try:
            if is_bill:
                self._manifests.delete_bill(self._bill.id)
            else:
                self._manifests.delete(self._voyage.id)
        except UserError as error:
            self._fail(error)
            return
        if is_bill:
            self.back()
            self._reconcile()
        else:
            self._load_voyage(Manifest())
        self.note.say(self.tr("Deleted."))
        self._list_voyages()

    def bring_in(self) -> ManifestImportDialog | None:
        """Import a voyage from a file, or bills into the voyage shown."""
        if not self.may_close():
            return None
        office, choose = self._around.office, self._around.questions.manifest_path
        imports = ManifestImports(office.workspace)
        dialog = ManifestImportDialog(imports, self._voyage, office.tasks, choose, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.imported.connect(self._on_imported)
        dialog.open()
        return dialog

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return from a bill on Esc."""
        if event.key() == Qt.Key.Key_Escape and self._is_bill():
            self.back()
            return
        super().keyPressEvent(event)

    def _is_bill(self) -> bool:
        return self.pages.currentIndex() == BILL

    def _list_voyages(self) -> None:
        typed, query = self.list.query()
        self._listing.ask(lambda: self._manifests.find_typed(typed, query), self._on_found)

    def _on_found(self, found: tuple[ManifestSummary, ...]) -> None:
        self.list.show_voyages(found, self._voyage.id)

    def _on_chosen(self, manifest: Manifest) -> None:
        if manifest.id == self._voyage.id and not self._is_bill():
            return
        if not self.may_close():
            self.list.select(self._voyage.id)
            return
        self._load_voyage(manifest)
        self.note.say("")

    def _on_entered(self) -> None:
        """Go from the list into the bills of the voyage, or into a new voyage's number."""
        manifest = self.list.current()
        if manifest is None:
            return
        self._on_chosen(manifest)
        self.bills.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_voyage_asked(self, manifest: Manifest) -> None:
        self._load_voyage(manifest)
        self.list.select(manifest.id)
        self.bills.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load_voyage(self, manifest: Manifest) -> None:
        self._voyage = manifest
        self._load(lambda: self.editor.show_manifest(manifest))
        self._turn_to(VOYAGE)
        if manifest.id:
            self._reconcile()
        else:
            self._asking.give_up()
            self.bills.show_reconciliation(Reconciliation(balances=()))

    def _reconcile(self) -> None:
        voyage = self._voyage.id
        self._asking.ask(
            lambda: self._manifests.reconciliation(voyage), self.bills.show_reconciliation
        )

    def _open_bill(self, bill_id: int) -> None:
        def known() -> _Known:
            return self._manifests.bill(bill_id), self._manifests.history(bill_id)

        self._asking.ask(known, self._on_bill_asked)

    def _on_bill_asked(self, known: _Known) -> None:
        balance, history = known
        self._bill = balance.bill
        self._load(lambda: self.bill_page.show_bill(balance, history))
        self._turn_to(BILL)
        self.bill_page.editor.enter()
        if self._voyage.id != balance.bill.manifest_id:
            self._asking.ask(
                lambda: self._manifests.load(balance.bill.manifest_id), self._on_voyage_of_bill
            )

    def _on_voyage_of_bill(self, manifest: Manifest) -> None:
        """Put the voyage of a bill that was opened from elsewhere behind it."""
        self._voyage = manifest
        self._load(lambda: self.editor.show_manifest(manifest))
        self.list.select(manifest.id)
        self._reconcile()

    def _on_voyage_kept(self, kept: Manifest) -> None:
        self._load_voyage(kept)
        self._around.opened.register.ask_all_again()
        self.note.say(self.tr("Saved."))
        self._list_voyages()
        self.buttons.new_bill.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_imported(self, kept: Manifest) -> None:
        self._load_voyage(kept)
        self._around.opened.register.ask_all_again()
        self.note.say(self.tr("Imported."))
        self._list_voyages()
        self.bills.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_bill_kept(self, kept: BillOfLading) -> None:
        self._bill = kept
        self._is_changed = False
        self._around.opened.register.ask_all_again()
        self.note.say(self.tr("Saved."))
        self._list_voyages()
        self._turn_to(VOYAGE)
        self._reconcile()
        self.buttons.new_bill.setFocus(Qt.FocusReason.OtherFocusReason)

    def _load(self, show: Callable[[], None]) -> None:
        self._is_loading = True
        show()
        self._is_loading = False
        self._is_changed = False
        self._enable()

    def _turn_to(self, page: int) -> None:
        self.pages.setCurrentIndex(page)
        self.buttons.show_question(is_asking=False)
        self._enable()

    def _on_keyed(self) -> None:
        if not self._is_loading:
            self._is_changed = True
            self.note.say("")
            self._enable()

    def _fail(self, error: UserError) -> None:
        self.note.say(translate_error(error), Tone.WRONG)

    def _say_unsaved(self) -> None:
        name = self._bill.number if self._is_bill() else self._voyage.voyage
        sentence = self.tr("{name} has changes: save them or give them up first.")
        new = self.tr("The new bill") if self._is_bill() else self.tr("The new voyage")
        self.note.say(sentence.format(name=isolated(name) or new), Tone.WARNING)

    def _on_finder_requested(self, editor: RecordEditor) -> None:
        also = self._take_consignee if editor.field.name == "consignee_code" else None
        open_record_finder(self._around.desk(), self, editor, also)

    def _take_consignee(self, _editor: RecordEditor, entry: ListEntry) -> None:
        """Key the consignee's name with its code, where nothing stands yet."""
        form = self.bill_page.editor.form
        if not form.values()["consignee"]:
            form.put("consignee", entry.name(self._around.desk().language))

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.editor)
        column.addWidget(self.bills, 1)
        self.pages.addWidget(page)
        self.pages.addWidget(self.bill_page)
        main = QWidget()
        right = QVBoxLayout(main)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.pages, 1)
        right.addWidget(self.note)
        right.addWidget(self.buttons)
        splitter = side_by_side(self.list, main)
        splitter.setSizes([360, 740])
        QVBoxLayout(self).addWidget(splitter)

    def _connect(self) -> None:
        self.list.asked.connect(self._list_voyages)
        self.list.chosen.connect(self._on_chosen)
        self.list.entered.connect(self._on_entered)
        self.editor.changed.connect(self._on_keyed)
        self.bill_page.changed.connect(self._on_keyed)
        self.bills.opened.connect(self._on_bill_opened)
        self.bill_page.declaration_requested.connect(self._around.opened.open_stored)
        for form in (self.editor, self.bill_page.editor.form):
            form.finder_requested.connect(self._on_finder_requested)
        for button, work in (
            (self.buttons.save, self.save),
            (self.buttons.give_up, self.give_up),
            (self.buttons.new_voyage, self.start_voyage),
            (self.buttons.new_bill, self.start_bill),
            (self.buttons.bring_in, self.bring_in),
            (self.buttons.ask_delete, self.ask_delete),
            (self.buttons.delete, self.delete),
            (self.buttons.no, self.give_up),
            (self.buttons.back, self.back),
        ):
            button.clicked.connect(work)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.save)

    def _on_bill_opened(self, bill_id: int) -> None:
        if self.may_close():
            self._open_bill(bill_id)

    def _enable(self) -> None:
        is_bill = self._is_bill()
        self.buttons.show_state(
            is_changed=self._is_changed,
            is_bill=is_bill,
            is_kept=bool(self._bill.id if is_bill else self._voyage.id),
            has_voyage=bool(self._voyage.id),
        )
