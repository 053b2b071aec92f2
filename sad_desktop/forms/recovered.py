"""At the start: the drafts the last run left unsaved. None is opened or thrown away unasked."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.forms.language import translate_error
from sad_desktop.forms.main_window import MainWindow
from sad_desktop.forms.opened import OpenedDeclarations
from sad_desktop.forms.widgets.row_list import dress_rows
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.services.journal import Recovered, Recovery

_DOCUMENT = Qt.ItemDataRole.UserRole


class RecoveredDrafts(QDialog):
    """Offers recovered drafts, the newest first and all selected.

    Signals: ``open_requested`` with a draft to open, ``discard_requested`` with the document of
    one to throw away. What is neither opened nor discarded is kept for the next start.
    """

    open_requested = Signal(Recovered)
    discard_requested = Signal(str)

    def __init__(
        self, recovery: Recovery, *, fault: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._drafts = {draft.document: draft for draft in recovery.drafts}
        self._fault = fault
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Recovered drafts"))
        self.resize(760, 420)
        self.notices = Sentence(
            "\n".join(translate_error(notice) for notice in recovery.notices), Tone.WARNING
        )
        self.notices.setVisible(bool(recovery.notices))
        self.table = self._make_table()
        self.question = Sentence(tone=Tone.WRONG)
        self._make_buttons()
        self._lay_out()
        self._fill()
        self._give_up_discard()
        self.open_button.setDefault(True)
        self.table.selectAll()
        if not self._drafts:
            self._show_no_drafts()

    def selected(self) -> tuple[str, ...]:
        """Return the documents selected, in the order shown."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return tuple(self._document(row) for row in rows)

    def open_selected(self) -> None:
        """Ask for the drafts selected to be opened."""
        self._take_away(self.selected(), opened=True)

    def discard_selected(self) -> None:
        """Throw the drafts selected away for good."""
        self._take_away(self.selected(), opened=False)

    def copy_fault(self) -> None:
        """Put what is known of the crash on the clipboard."""
        QGuiApplication.clipboard().setText(self._fault)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 5)
        dress_rows(table)
        table.setAccessibleName(self.tr("Recovered drafts"))
        table.setHorizontalHeaderLabels(
            [
                self.tr("Reference"),
                self.tr("Consignee"),
                self.tr("Items"),
                self.tr("Last kept"),
                self.tr("State"),
            ]
        )
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        for column, sample in enumerate(
            ("2026/123456MM", "", "9999MM", "00/00/0000 00:00MM", "Changed since it was stored")
        ):
            table.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample))
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.activated.connect(self.open_selected)
        return table

    def _make_buttons(self) -> None:
        self.open_button = QPushButton(self.tr("&Open"))
        self.later_button = QPushButton(self.tr("&Keep for later"))
        self.discard_button = QPushButton(self.tr("&Discard…"))
        self.for_good_button = QPushButton(self.tr("Discard for &good"))
        self.keep_button = QPushButton(self.tr("&No, keep"))
        self.fault_button = QPushButton(self.tr("&Copy the report"))
        self.open_button.clicked.connect(self.open_selected)
        self.later_button.clicked.connect(self.reject)
        self.discard_button.clicked.connect(self._ask_discard)
        self.for_good_button.clicked.connect(self.discard_selected)
        self.keep_button.clicked.connect(self._give_up_discard)
        self.fault_button.clicked.connect(self.copy_fault)
        for button in (self.later_button, self.discard_button, self.for_good_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        asking = QHBoxLayout()
        asking.addWidget(self.question, 1)
        asking.addWidget(self.for_good_button)
        asking.addWidget(self.keep_button)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.discard_button, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(self.later_button, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.open_button, QDialogButtonBox.ButtonRole.AcceptRole)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(Sentence(self._headline(), Tone.PLAIN))
        layout.addLayout(self._fault_line())
        layout.addWidget(self.notices)
        layout.addWidget(self.table, 1)
        layout.addLayout(asking)
        layout.addWidget(buttons)

    def _headline(self) -> str:
        if not self._drafts:
            return self.tr("The program ended unexpectedly. No draft was open that was not saved.")
        return self.tr(
            "The program ended before these drafts were saved. They are complete as you keyed "
            "them; opening one stores nothing."
        )

    def _fault_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        said = Sentence(self.tr("The program crashed. A report of it was kept."), Tone.WARNING)
        line.addWidget(said, 1)
        line.addWidget(self.fault_button)
        said.setVisible(bool(self._fault))
        self.fault_button.setVisible(bool(self._fault))
        self.fault_button.setAutoDefault(False)
        return line

    def _fill(self) -> None:
        self.table.setRowCount(len(self._drafts))
        for row, recovered in enumerate(self._drafts.values()):
            for column, text in enumerate(self._texts(recovered)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                cell.setData(_DOCUMENT, recovered.document)
                self.table.setItem(row, column, cell)

    def _texts(self, recovered: Recovered) -> tuple[str, ...]:
        declaration = recovered.draft.declaration
        number = declaration.reference_number  # the year alone is the day's default
        parts = (declaration.reference_year, number) if number else ()
        reference = "/".join(str(part) for part in parts if part)
        consignee = declaration.consignee_name.partition("\n")[0] or declaration.consignee_code
        is_new = not recovered.base_version
        return (
            reference or self.tr("(none)"),
            consignee or "—",
            str(len(declaration.items)),
            recovered.written.astimezone().strftime("%d/%m/%Y %H:%M"),
            self.tr("Never stored") if is_new else self.tr("Changed since it was stored"),
        )

    def _document(self, row: int) -> str:
        cell = self.table.item(row, 0)
        return str(cell.data(_DOCUMENT)) if cell is not None else ""

    def _ask_discard(self) -> None:
        count = len(self.selected())
        if not count:
            return
        sentence = self.tr("Throw away the drafts selected ({count})? They cannot be brought back.")
        self.question.say(sentence.format(count=count), Tone.WRONG)
        self._show_question(is_asked=True)
        self.keep_button.setFocus()

    def _give_up_discard(self) -> None:
        self._show_question(is_asked=False)
        self.table.setFocus()

    def _show_question(self, *, is_asked: bool) -> None:
        for part in (self.question, self.for_good_button, self.keep_button):
            part.setVisible(is_asked)
        for button in (self.open_button, self.discard_button, self.later_button):
            button.setEnabled(not is_asked)
        self.table.setEnabled(not is_asked)

    def _show_no_drafts(self) -> None:
        """Leave only what is known of the crash."""
        for part in (self.table, self.open_button, self.discard_button):
            part.hide()
        self.later_button.setText(self.tr("&Close"))
        self.resize(560, 140)

    def _take_away(self, documents: tuple[str, ...], *, opened: bool) -> None:
        gone = [self._drafts.pop(document) for document in documents]
        self._give_up_discard()
        self._fill()
        for draft in gone:
            if opened:
                self.open_requested.emit(draft)
            else:
                self.discard_requested.emit(draft.document)
        if not self._drafts:
            self.accept()
            return
        self.table.setCurrentCell(
            0,
            0,
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )


def offer_recovered(opened: OpenedDeclarations, window: MainWindow, fault: str) -> None:
    """Ask which of the drafts left behind to open; say only what the journal has to tell without.

    ``fault`` is what a crash of the interpreter left behind, "" for none.
    """
    found = opened.office.journal.recovered()
    if not found.drafts and not fault:
        for notice in found.notices:
            window.fail(notice)
        return
    dialog = RecoveredDrafts(found, fault=fault, parent=window)
    dialog.open_requested.connect(opened.open_recovered)
    dialog.discard_requested.connect(opened.discard_recovered)
    opened.leave_recovered(found.drafts)
    dialog.open()
