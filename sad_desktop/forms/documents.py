"""The attached documents, item by item; item 1 holds the whole declaration's (S3-116)."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.rows import Document as Paper
from sad_desktop.forms.document import Document
from sad_desktop.forms.incoming_files import Incoming, holds_files, incoming
from sad_desktop.forms.offer_words import document_offers
from sad_desktop.forms.theme import Colours
from sad_desktop.forms.widgets.field_model import Column, FieldModel, Index
from sad_desktop.forms.widgets.row_tab import RowTab
from sad_desktop.forms.widgets.sentence import Sentence

translate = QCoreApplication.translate

CODE, ATTACHED = 0, 5
"""Columns of the code and of the tick, which is set when a digital document is attached."""
TICK = "✓"
_FIELDS = ("document_code", "name", "reference", "issued", "valid_until", "")


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose file is asked for: a row of an item by its key, as it stands, and files for it.

    ``count`` is the number of rows the item has.
    """

    item: int
    row: int
    count: int
    paper: Paper
    given: Incoming = field(default_factory=list)


class DocumentModel(FieldModel):
    """The documents of one item; ``key`` is the item's, 0 none."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(document, _columns(), parent)
        self.key = 0

    def papers(self) -> tuple[Paper, ...]:
        """Return the documents of the item."""
        items = self.document.draft.declaration.items
        return next((item.documents for item in items if item.key == self.key), ())

    def count(self) -> int:
        """Return the number of documents of the item."""
        return len(self.papers())

    def place(self, row: int, column: int) -> Place | None:
        """Return the field of a document."""
        name = _FIELDS[column]
        return Place(name, self.key, Rows.DOCUMENTS, row) if name else None

    def computed(self, row: int, column: int) -> str:
        """Tick the row that has a digital document (S3-118)."""
        return TICK if column == ATTACHED and self.papers()[row].digital_document else ""

    def paper_colour(self, row: int, column: int, ours: Colours) -> str:
        """Redden the row a rule demands until its reference and date are there."""
        return super().paper_colour(row, column, ours) or (
            ours.invalid_wash if self._is_open(row) else ""
        )

    def text_colour(self, row: int, column: int, ours: Colours) -> str:
        """Redden the row a rule demands until its reference and date are there."""
        return ours.invalid if self._is_open(row) else super().text_colour(row, column, ours)

    def hint(self, row: int, column: int) -> str:
        """Return what is wrong with a cell, or what a demanded document still needs."""
        said = super().hint(row, column)
        if column == ATTACHED:
            if self.papers()[row].digital_document:
                return translate("DocumentModel", "A digital document is attached; F8 shows it.")
            return translate("DocumentModel", "No digital document is attached; F8 attaches one.")
        if said or not self._is_open(row):
            return said
        return translate(
            "DocumentModel", "A rule demands this document: key its reference and its date."
        )

    def _is_open(self, row: int) -> bool:
        paper = self.papers()[row]
        return paper.from_rule and not (paper.reference and paper.issued)


class DocumentsTab(RowTab):
    """The documents of an item; Ins adds one, Ctrl+PgDn goes to the next item.

    ``digital_document_requested`` carries what is Asked: F8, Enter or a click on the tick, files
    dropped on a row, or pasted with Ctrl+V.
    """

    digital_document_requested = Signal(object)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        self.papers = DocumentModel(document)
        super().__init__(document, self.papers, parent)
        self.setAccessibleName(self.tr("Attached documents"))
        self.table.setAccessibleName(self.tr("Documents of the item"))
        self.table.empty_text = self.tr(
            "No documents for this item yet. Press Ins or right-click to insert one; F3 finds its "
            "code."
        )
        self.name_actions(self.tr("Insert document"), self.tr("Remove document"))
        self.items = QComboBox(self)
        self.items.setAccessibleName(self.tr("Item whose documents are shown"))
        self.items.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.items.setMinimumContentsLength(36)
        self.items.currentIndexChanged.connect(self._on_item_chosen)
        self.table.turned.connect(self.turn)
        self.hint = QLabel(self)
        self.offered = Sentence("")
        self.offered.setAccessibleName(self.tr("Documents this importer usually attaches"))
        document.offers.changed.connect(self._say_what_is_offered)
        self.digital_action = self._added(self.tr("Digital document…"), "F8", self._on_digital)
        self.paste_action = self._added(self.tr("Attach what is copied"), "Ctrl+V", self._on_paste)
        self.table.opened.connect(self._on_cell_opened)
        self.table.viewport().setAcceptDrops(True)
        self.table.viewport().installEventFilter(self)
        self._lay_out()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dropped on a row; on the space below, they get a row of their own."""
        if event.type() in _DRAGGING and isinstance(event, QDropEvent):
            return self._on_dragged(event)
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Show the items and the documents of the chosen one."""
        self._show_items()
        super().refresh()
        has_row = self.model.rowCount() > 0
        self._say_what_is_offered()
        self.digital_action.setEnabled(has_row)
        self.paste_action.setEnabled(has_row and self.document.is_editable)

    def go_to(self, place: Place) -> None:
        """Choose the item of a document and stand on the field."""
        if place.item:
            self.choose(place.item)
        super().go_to(place)

    def choose(self, key: int) -> None:
        """Show the documents of an item."""
        position = self.items.findData(key)
        if position >= 0:
            self.items.setCurrentIndex(position)

    def turn(self, step: int) -> None:
        """Go to the next or the previous item."""
        position = self.items.currentIndex() + step
        if 0 <= position < self.items.count():
            self.items.setCurrentIndex(position)

    def may_insert(self) -> bool:
        """Tell whether the item may have another document."""
        return self.document.is_editable and self.papers.key != 0

    def insert_row(self) -> None:
        """Add a document below the current one."""
        at, papers = self.row_below(), self.papers.papers()
        rows = (*papers[:at], Paper(), *papers[at:])
        self.document.set_rows(self.tr("insert document"), self.papers.key, Rows.DOCUMENTS, rows)
        self.table.stand_on(at, CODE)

    def remove_row(self, row: int) -> None:
        """Take a document out."""
        self.document.remove_row(self.tr("remove document"), self.papers.key, Rows.DOCUMENTS, row)

    def take_offers(self, *, is_whole: bool) -> bool:
        """Add the first document offered for the item, or all; False where none is."""
        codes = [one.value for one in self.document.offers.documents(self.papers.key)]
        taken = codes if is_whole else codes[:1]
        if taken:
            self.document.offers.take_documents(
                self.papers.key, taken, self.tr("insert usual documents")
            )
            self.table.stand_on(self.model.rowCount() - len(taken), CODE)
        return bool(taken)

    def _say_what_is_offered(self) -> None:
        said = document_offers(self.document, self.papers.key)
        self.offered.say(said)
        self.offered.setVisible(bool(said))

    def _added(self, text: str, key: str, run: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(run)
        self.table.addAction(action)
        return action

    def _ask(self, row: int, given: Incoming) -> None:
        papers = self.papers.papers()
        if 0 <= row < len(papers):
            asked = Asked(self.papers.key, row, len(papers), papers[row], given)
            self.digital_document_requested.emit(asked)

    def _on_digital(self) -> None:
        # The focus is taken first: what stands in an editor is committed before it is shown.
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._ask(self.table.currentIndex().row(), [])

    def _on_paste(self) -> None:
        copied = QGuiApplication.clipboard().mimeData()
        if holds_files(copied):
            self._ask(self.table.currentIndex().row(), incoming(copied))

    def _on_cell_opened(self, index: Index) -> None:
        if index.column() == ATTACHED:
            self._ask(index.row(), [])

    def _on_dragged(self, event: QDropEvent) -> bool:
        if not self.document.is_editable or not holds_files(event.mimeData()):
            return False
        event.acceptProposedAction()
        if event.type() is not QEvent.Type.Drop:
            return True
        index = self.table.indexAt(event.position().toPoint())
        if not index.isValid():
            self.table.stand_on(self.model.rowCount() - 1, CODE)
            self.insert_row()
            index = self.table.currentIndex()
        self.table.setCurrentIndex(index)
        self._ask(index.row(), incoming(event.mimeData()))
        return True

    def _lay_out(self) -> None:
        title = QLabel(self.tr("&Item"), self)
        title.setBuddy(self.items)
        line = QHBoxLayout()
        line.setContentsMargins(8, 6, 8, 6)
        line.setSpacing(8)
        line.addWidget(title)
        line.addWidget(self.items)
        line.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(line)
        column.addWidget(self.table, 1)
        column.addWidget(self.offered)
        self.offered.setContentsMargins(8, 6, 8, 6)

    def _show_items(self) -> None:
        items = self.document.draft.declaration.items
        keys = [item.key for item in items]
        chosen = self.papers.key if self.papers.key in keys else next(iter(keys), 0)
        self.items.blockSignals(True)
        for number, item in enumerate(items):
            if number >= self.items.count():
                self.items.addItem("")
            self.items.setItemText(number, _named(number + 1, item))
            self.items.setItemData(number, item.key)
        while self.items.count() > len(items):
            self.items.removeItem(self.items.count() - 1)
        self.items.setCurrentIndex(keys.index(chosen) if chosen else -1)
        self.items.blockSignals(False)
        self.papers.key = chosen
        self._say_what_item_one_holds()

    def _on_item_chosen(self, _position: int) -> None:
        self.papers.key = self.items.currentData() or 0
        super().refresh()
        self.table.stand_on(0, CODE)
        self._say_what_item_one_holds()
        self._say_what_is_offered()

    def _say_what_item_one_holds(self) -> None:
        first = self.items.currentIndex() == 0
        said = self.tr("Item 1 also holds the documents of the whole declaration.")
        self.hint.setText(said if first else "")


_DRAGGING = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


def _named(number: int, item: Item) -> str:
    goods = item.commercial_description or item.tariff_description
    first = next(iter(goods.splitlines()), "")
    count = len(item.documents)
    mark = f"({count})" if count else ""
    return "  ".join(text for text in (str(number), item.commodity_code, first, mark) if text)


def _columns() -> tuple[Column, ...]:
    titles = {
        "document_code": (translate("DocumentModel", "Document code"), Kind.CODE, "0" * 8),
        "name": (translate("DocumentModel", "Document name"), Kind.TEXT, "m" * 26),
        "reference": (translate("DocumentModel", "Document reference"), Kind.CODE, "m" * 18),
        "issued": (translate("DocumentModel", "Date of creation"), Kind.DAY, "00/00/00000"),
        "valid_until": (translate("DocumentModel", "Valid until"), Kind.DAY, "00/00/00000"),
        "": (translate("DocumentModel", "Attached"), Kind.FLAG, ""),
    }
    return tuple(
        Column(title=titles[name][0], kind=titles[name][1], field=name, sample=titles[name][2])
        for name in _FIELDS
    )
