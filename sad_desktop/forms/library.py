"""The document library: every stored declaration, by status and by what one types."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.errors import UserError
from sad_desktop.forms.language import isolated, translate_error
from sad_desktop.forms.library_lines import (
    CONSIGNEE,
    DAY,
    INVOICE,
    REFERENCE,
    STATUS,
    LibraryLines,
    LibrarySource,
)
from sad_desktop.forms.library_shelves import Shelves
from sad_desktop.forms.widgets.row_list import list_of_rows
from sad_desktop.forms.widgets.search_line import SearchLine, choose_row
from sad_desktop.forms.widgets.sentence import Sentence, Tone

_SEARCH_AFTER_MS = 80
_ROOM_FOR = {DAY: 270, STATUS: 380, INVOICE: 480}
"""The width from which a column shows, for a font of 16 pixels."""


class Library(QWidget):
    """The library. Nothing is read before ``refresh``.

    Signals: ``open_requested`` with a declaration's id, ``new_requested`` for an empty one,
    ``room_requested`` with the command of a room of the office.
    """

    open_requested = Signal(str)
    new_requested = Signal()
    room_requested = Signal(str)

    def __init__(self, source: LibrarySource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._failure: UserError | None = None
        self.model = LibraryLines(source, self)
        self.model.failed.connect(self._on_model_failed)
        self.line = self._make_line()
        self.shelves = self._make_shelves()
        self.view = self._make_view()
        self.line.set_results(self.view)
        self.empty = Sentence()
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.new_button = QPushButton(self.tr("New declaration"))
        self.new_button.clicked.connect(self.new_requested)
        self._pages = self._make_pages()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_SEARCH_AFTER_MS)
        self._wait.timeout.connect(self._search)
        self._lay_out()

    def focus_search(self) -> None:
        """Put the cursor on the search line, what is typed there selected."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def refresh(self) -> None:
        """Read counts and lines again: something was stored or deleted."""
        self._failure = None
        try:
            self.shelves.show_counts(self._source.counts())
        except UserError as error:
            self._failure = error
        self._search()

    def query(self) -> LibraryQuery:
        """Return what is asked for: the status chosen and what was typed."""
        return LibraryQuery(typed=self.line.text().strip(), status=self.shelves.status())

    def current_id(self) -> str:
        """Return the id of the declaration under the cursor; "" for none."""
        index = self.view.currentIndex()
        line = self.model.line(index.row()) if index.isValid() else None
        return line.id if line is not None else ""

    def open_current(self) -> None:
        """Ask for the declaration under the cursor."""
        chosen = self.current_id()
        if chosen:
            self.open_requested.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Bring all lines back on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many columns as there is room for."""
        super().resizeEvent(event)
        for column, room in _ROOM_FOR.items():
            wanted = room * self.fontMetrics().height() // 16
            self.view.setColumnHidden(column, self.width() < wanted)

    def _make_line(self) -> SearchLine:
        line = SearchLine()
        line.setPlaceholderText(self.tr("Reference, party, code or goods"))
        line.setAccessibleName(self.tr("Search the document library"))
        line.moving.connect(self._search_now)
        line.taken.connect(self._on_line_taken)
        line.textChanged.connect(lambda _typed: self._wait.start())
        return line

    def _make_shelves(self) -> Shelves:
        shelves = Shelves()
        shelves.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        shelves.customContextMenuRequested.connect(lambda at: self._popup(shelves, at, ""))
        shelves.chosen.connect(self._search)
        shelves.new_requested.connect(self.new_requested)
        shelves.room_requested.connect(self.room_requested)
        return shelves

    def _make_view(self) -> QTableView:
        view = list_of_rows(self.model, self.tr("Declarations found"))
        view.setFrameShape(QTableView.Shape.NoFrame)
        header = view.horizontalHeader()
        header.setSectionResizeMode(CONSIGNEE, QHeaderView.ResizeMode.Stretch)
        for column, sample in (
            (REFERENCE, "2026/123456"),
            (DAY, "00/00/0000"),
            (STATUS, "Registered"),
            (INVOICE, "1,234,567.00 USD"),
        ):
            view.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample) + 16)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(
            lambda at: self._popup(view.viewport(), at, self.current_id())
        )
        view.activated.connect(self.open_current)
        return view

    def _make_pages(self) -> QStackedWidget:
        nothing = QWidget()
        column = QVBoxLayout(nothing)
        column.setContentsMargins(16, 16, 16, 16)
        column.addStretch(1)
        column.addWidget(self.empty)
        column.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        pages = QStackedWidget()
        pages.addWidget(self.view)
        pages.addWidget(nothing)
        return pages

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.shelves)
        split.addWidget(self._pages)
        split.setStretchFactor(0, 0)
        split.setStretchFactor(1, 1)
        split.setCollapsible(1, False)
        split.setSizes([self.shelves.rows_height(), 600])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(split, 1)

    def _on_line_taken(self) -> None:
        self._search_now()
        self.open_current()

    def _search_now(self) -> None:
        if self._wait.isActive():
            self._wait.stop()
            self._search()

    def _search(self) -> None:
        kept = self.current_id()
        row = self.view.currentIndex().row()
        self.model.ask(self.query())
        line = self.model.line(row) if kept and 0 <= row < self.model.rowCount() else None
        stays = line is not None and line.id == kept
        if self.model.rowCount() and (stays or self.line.text()):
            choose_row(self.view, row if stays else 0)
        self._show_page()

    def _show_page(self) -> None:
        is_empty = not self.model.rowCount()
        self._pages.setCurrentIndex(1 if is_empty else 0)
        if not is_empty:
            return
        query = self.query()
        self.new_button.setVisible(not query.typed and self._failure is None)
        if self._failure is not None:
            self.empty.say(translate_error(self._failure), Tone.WARNING)
        elif query.typed:
            sentence = self.tr("No declaration holds {typed}. Try the beginning of a word.")
            self.empty.say(sentence.format(typed=isolated(query.typed)))
        elif query.status is not None:
            self.empty.say(self.tr("No declaration stands here."))
        else:
            self.empty.say(
                self.tr("No declaration is stored yet. Begin a new one, or load one from XML.")
            )

    def _popup(self, over: QWidget, at: QPoint, chosen: str) -> None:
        menu = self.menu(chosen)
        menu.popup(over.mapToGlobal(at))

    def menu(self, chosen: str) -> QMenu:
        """Return the context menu of a declaration, by its id, or of an empty place ("")."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if chosen:
            menu.addAction(self.tr("Open"), self.open_current)
        menu.addAction(self.tr("New declaration"), self.new_requested.emit)
        return menu

    def _on_model_failed(self, error: UserError) -> None:
        self._failure = error
        QTimer.singleShot(0, self, self._show_page)
