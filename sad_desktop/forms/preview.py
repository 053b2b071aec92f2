"""The preview: the very PDF of the declaration, made again beside the screen as it changes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.errors import UserError
from sad_desktop.forms.document import Document
from sad_desktop.forms.errands import Errands
from sad_desktop.forms.language import translate_error
from sad_desktop.forms.preview_find import FindLine
from sad_desktop.forms.preview_form import FormButton
from sad_desktop.forms.preview_pages import PdfPages
from sad_desktop.forms.preview_thumbnails import Thumbnails
from sad_desktop.forms.preview_view import PagesView
from sad_desktop.forms.print_choices import EditionBox, WhatBox, sayer
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.tasks import Starter
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.printing.design import Design
from sad_desktop.services.paper import Overflow
from sad_desktop.services.print_orders import Order, Subject, carry_out
from sad_desktop.services.stationery import Placement

DELAY = 300
"""Milliseconds from the last change to the new preview."""

MANY_ITEMS = 24
"""From here on the first sheets are shown before the rest is laid out."""

_FIRST_SHEETS = 2
_FAR = 12  # pages: laying out so many "first" ones takes as long as all of them


def subject_of(document: Document) -> Subject:
    """Return what a document's paper is made of, as it stands now."""
    return Subject(
        draft=document.draft,
        note=document.note,
        figures=document.figures,
        profile=document.desk.book.profile,
    )


class _Made:
    """A file made for the preview, opened by the worker that made it."""

    def __init__(self, content: bytes, overflows: tuple[Overflow, ...]) -> None:
        self.pages = PdfPages(content)
        self.overflows = overflows


class PreviewTab(QWidget):
    """Shows what would be printed now. ``print_requested`` when its button is pressed."""

    print_requested = Signal()

    def __init__(
        self,
        document: Document,
        tasks: Starter,
        edition: Edition,
        designs: tuple[Design, ...] = (),
        placement: Callable[[], Placement] = Placement,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._errands = Errands(tasks, self)
        self._pages: PdfPages | None = None
        self._shown: tuple[Subject, Order] | None = None
        self._is_making = False
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(DELAY)
        self._delay.timeout.connect(self._refresh)
        self.what = WhatBox(designs)
        self.edition = EditionBox(edition)
        self.form = FormButton(self.what, self.edition, placement)
        self.view = PagesView(self._errands)
        self.thumbnails = Thumbnails(self._errands)
        self.finder = FindLine(self._errands)
        self.message = Sentence()
        self._page_label = QLabel()
        self._lay_out()
        self._connect()

    def is_fresh(self) -> bool:
        """Tell whether what is shown, all of it, is the declaration as it stands."""
        return not self._is_making and not self._is_stale()

    def order(self) -> Order:
        """Return what is looked at."""
        return self.form.order()

    def page_text(self) -> str:
        """Return which page of how many is looked at, as it is shown."""
        return self._page_label.text()

    def zoom_by(self, steps: int) -> None:
        """Go to the next larger or smaller zoom."""
        self.view.zoom_by(steps)

    def set_zoom(self, zoom: float) -> None:
        """Zoom; 0 fits the width."""
        self.view.set_zoom(zoom)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while nobody looked."""
        super().showEvent(event)
        if self._is_stale():
            self._refresh()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 6, 6, 2)
        smaller = self._button("−", self.tr("Smaller"))
        smaller.clicked.connect(partial(self.zoom_by, -1))
        larger = self._button("+", self.tr("Larger"))
        larger.clicked.connect(partial(self.zoom_by, 1))
        fitting = self._button(self.tr("Width"), self.tr("Fit the page to the width"))
        fitting.clicked.connect(partial(self.set_zoom, 0.0))
        printing = QPushButton(self.tr("Print…"))
        printing.clicked.connect(self.print_requested)
        for widget in (
            self.what,
            self.edition,
            self.form,
            smaller,
            larger,
            fitting,
            self._page_label,
        ):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.finder)
        bar.addWidget(printing)
        parts = QHBoxLayout()
        parts.setSpacing(0)
        parts.addWidget(self.thumbnails)
        parts.addWidget(self.view, 1)
        self.message.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self.message)
        layout.addLayout(parts, 1)
        self.setFocusProxy(self.view)

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _connect(self) -> None:
        self._document.assessed.connect(self._on_changed)
        self.what.currentIndexChanged.connect(self._on_changed)
        self.edition.currentIndexChanged.connect(self._on_changed)
        self.form.changed.connect(self._on_changed)
        self.view.page_changed.connect(self._on_page)
        self.view.failed.connect(self._on_failed)
        self.thumbnails.page_chosen.connect(self.view.go_to)
        self.finder.found.connect(self.view.show_hits)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.finder.begin)

    def _is_stale(self) -> bool:
        if self._shown is None:
            return True
        subject, order = self._shown
        return not self._is_current(subject, order)

    def _is_current(self, subject: Subject, order: Order) -> bool:
        """Tell whether something was made of the draft and the figures that hold now."""
        document = self._document
        same = subject.draft is document.draft and subject.note is document.note
        return same and order == self.order()

    def _on_changed(self, _choice: int = 0) -> None:
        if self.isVisible():
            self._delay.start()

    def _refresh(self) -> None:
        """Have the PDF made; while one is being made, the next waits for it."""
        self._delay.stop()
        if self._is_making or not self.isVisible():
            return
        items = len(self._document.draft.declaration.items)
        order = self.order()
        near = self.view.page < _FAR
        is_long = items > MANY_ITEMS and order.has_sheets and near
        self._make(max(_FIRST_SHEETS, self.view.page + 2) if is_long else None)

    def _make(self, first: int | None) -> None:
        subject, order = subject_of(self._document), self.order()
        revision = self._document.revision
        try:
            say = sayer(Edition(order.printing.edition))
        except UserError as error:
            self._on_failed(error)
            return
        self._is_making = True

        def work(_progress: object, _cancelled: object) -> _Made:
            printed = carry_out(subject, order, say, first)
            return _Made(printed.content, printed.overflows)

        self._errands.start(
            work, partial(self._on_made, revision, subject, order, first), self._on_failed
        )

    def _on_made(
        self, revision: int, subject: Subject, order: Order, first: int | None, made: _Made
    ) -> None:
        """Show a file, unless the declaration or what is wanted has changed meanwhile."""
        self._is_making = False
        if revision != self._document.revision or not self._is_current(subject, order):
            self._close(made.pages)
            self._on_changed()
            return
        self._show(made, is_whole=first is None)
        if first is None:
            self._shown = (subject, order)
        elif self.isVisible():
            self._make(None)

    def _show(self, made: _Made, *, is_whole: bool) -> None:
        former, self._pages = self._pages, made.pages
        self.view.show_pages(made.pages)
        if is_whole:
            self.thumbnails.show_pages(made.pages)
            self._say_overflows(made.overflows)
        self._on_page(self.view.page)
        self.finder.search_in(made.pages)
        if former is not None:
            self._close(former)

    def _say_overflows(self, overflows: tuple[Overflow, ...]) -> None:
        boxes = ", ".join(dict.fromkeys(overflow.box for overflow in overflows))
        self.message.setVisible(bool(overflows))
        self.message.say(
            self.tr("Too long for their boxes, continued on the annex: {boxes}").format(
                boxes=boxes
            ),
            Tone.WARNING,
        )

    def _close(self, pages: PdfPages) -> None:
        """Let a file go beside the screen: PDFium may just be drawing another page."""
        self._errands.start(
            lambda _progress, _cancelled: pages.close(), lambda _done: None, self._on_failed
        )

    def _on_page(self, page: int) -> None:
        if self._pages is None:
            return
        self.thumbnails.follow(page)
        self._page_label.setText(
            self.tr("Page {page} of {pages}").format(page=page + 1, pages=len(self._pages))
        )

    def _on_failed(self, error: Exception) -> None:
        self._is_making = False
        if isinstance(error, UserError):
            self.message.say(translate_error(error), Tone.WRONG)
            self.message.setVisible(True)
