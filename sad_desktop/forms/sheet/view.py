"""The sheet's view: pages, zoom, and the keys that move over the whole declaration."""

from functools import cache

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.lists import page_count, page_of
from sad_desktop.forms.document import Document
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.sheet.order import neighbour
from sad_desktop.forms.sheet.page import Editor, SheetPage
from sad_desktop.forms.sheet.strip import PageStrip
from sad_desktop.forms.theme import colours
from sad_desktop.printing.contents import page_view
from sad_desktop.printing.sheet import Subject, sheet
from sad_desktop.tariff.behaviour import StateKind

LEAST_ZOOM, MOST_ZOOM = 0.75, 2.0
_ZOOM_STEP = 1.1
_MARGIN = 24
_SHOWN = (Subject.FIELD, Subject.FIGURE)


@cache
def _shown_fields() -> frozenset[tuple[str, int]]:
    """Return the fields and computed boxes of the first page, with 1 for those of an item."""
    cells = sheet("main").cells
    return frozenset((cell.name, cell.slot) for cell in cells if cell.subject in _SHOWN)


class SheetView(QWidget):
    """A declaration drawn as its form, a page at a time.

    Signals: ``entered`` with the place under the cursor, ``finder_requested``,
    ``choices_requested`` and ``open_requested`` with the place, ``turned`` when another page is
    shown, ``zoomed`` with the zoom chosen, 0 to fit, ``units_requested`` with the item whose
    tariff line asks for a second unit when the first is left, ``receipt_requested`` when the
    receipt's number in box B is pressed.
    """

    entered = Signal(object)
    finder_requested = Signal(object)
    open_requested = Signal(object)
    choices_requested = Signal(object)
    turned = Signal()
    zoomed = Signal(float)
    units_requested = Signal(int)
    receipt_requested = Signal()

    def __init__(
        self, document: Document, edition: Edition, zoom: float = 0.0, parent: QWidget | None = None
    ) -> None:
        """Show a document; ``zoom`` 0 fits the page to the window's width."""
        super().__init__(parent)
        self._document = document
        self._edition = edition
        self._fits = zoom == 0.0
        self._zoom = zoom or 1.0
        self._number = 0
        self._pages: dict[str, SheetPage] = {}
        self._scroll = QScrollArea(self)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.viewport().installEventFilter(self)
        self._strip = PageStrip(self)
        self._strip.page_chosen.connect(self.show_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll)
        layout.addWidget(self._strip)
        document.changed.connect(self._on_changed)
        document.offers.changed.connect(self._on_offered)
        self._dress_desk()
        self._mount("main")
        self.show_page(0)

    @property
    def number(self) -> int:
        """The page shown, from 0."""
        return self._number

    @property
    def page(self) -> SheetPage:
        """The sheet on the screen."""
        page = self._scroll.widget()
        assert isinstance(page, SheetPage)  # noqa: S101 - only sheets are mounted
        return page

    @property
    def zoom(self) -> float:
        """The zoom in use; 1.0 is paper size at 96 dots per inch."""
        return self._zoom

    def page_total(self) -> int:
        """Return how many pages the declaration has."""
        return page_count(len(self._document.draft.declaration.items))

    def show_page(self, number: int) -> None:
        """Turn to a page, from 0."""
        self.commit()
        self._number = max(0, min(number, self.page_total() - 1))
        self._mount("continuation" if self._number else "main")
        self._refresh()
        self.turned.emit()

    def turn(self, step: int) -> None:
        """Turn one page on or back, into its first field."""
        target = self._number + step
        if 0 <= target < self.page_total():
            self.show_page(target)
            self._scroll.verticalScrollBar().setValue(0)
            self._enter_end(1)

    def go_to(self, place: Place) -> bool:
        """Turn to the page of a field and select it; False when the sheet does not show it."""
        declaration = self._document.draft.declaration
        if place.rows is not None:
            return False
        try:
            number = page_of(declaration.position(place.item)) if place.item else 0
        except KeyError:
            return False
        if number != self._number:
            self.show_page(number)
        cell = self.page.cell_of(place)
        if cell is None:
            return False
        self._focus(cell.key)
        return True

    def page_shows(self, place: Place) -> bool:
        """Tell whether the form has a cell for a field or a computed box."""
        return place.rows is None and (place.field, 1 if place.item else 0) in _shown_fields()

    def enter_again(self) -> None:
        """Put the cursor back where it was, or into the first field."""
        editor = self.page.focused_editor()
        if editor is not None and editor.isEnabled():
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._enter_end(1)

    def go_to_item(self, step: int) -> None:
        """Go to the same field of the next or previous item."""
        place = self.current_place()
        items = self._document.draft.declaration.items
        if not items:
            return
        if place is None or not place.item:
            self.go_to(Place("commodity_code", items[0].key))
            return
        target = self._document.draft.declaration.position(place.item) + step
        if 0 <= target < len(items):
            self.go_to(Place(place.field, items[target].key))

    def current_place(self) -> Place | None:
        """Return the field with the focus."""
        editor = self.current_editor()
        return editor.place() if editor else None

    def current_editor(self) -> Editor | None:
        """Return the editor with the focus, or the one that had it last."""
        return self.page.focused_editor()

    def refresh_place(self, place: Place) -> None:
        """Show what the document holds in a field, in place of what was typed."""
        editor = self.page.editor_of(place)
        if editor is not None:
            editor.refresh()

    def commit(self) -> None:
        """Give what stands in the focused editor to the document."""
        if self._scroll.widget() is not None:
            self.page.commit()

    def set_zoom(self, zoom: float) -> None:
        """Zoom to 75-200 %; 0 fits the page to the width."""
        self._fits = zoom == 0.0
        if self._fits:
            self._fit()
        else:
            self._apply_zoom(zoom)
        self.zoomed.emit(0.0 if self._fits else self._zoom)

    def zoom_by(self, steps: int) -> None:
        """Zoom in or out by steps of a tenth."""
        self.set_zoom(self._zoom * _ZOOM_STEP**steps)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Zoom with Ctrl and the wheel, and keep fitting the width."""
        if event.type() == QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
                return True
        elif event.type() == QEvent.Type.Resize and self._fits:
            self._fit()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages with PgUp and PgDn."""
        if event.key() == Qt.Key.Key_PageDown:
            self.turn(1)
        elif event.key() == Qt.Key.Key_PageUp:
            self.turn(-1)
        else:
            super().keyPressEvent(event)

    def enter_first(self) -> None:
        """Put the cursor into the first field of the page."""
        self._enter_end(1)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_scroll"):
            self._dress_desk()

    def _dress_desk(self) -> None:
        """Give the desk around the page its own shade."""
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, QColor(colours(self.palette()).desk))
        self._scroll.viewport().setPalette(palette)
        self._scroll.viewport().setAutoFillBackground(True)

    def _mount(self, name: str) -> None:
        page = self._pages.get(name)
        if page is None:
            page = SheetPage(self._document, sheet(name), self._edition)
            page.entered.connect(self._on_entered)
            page.stepped.connect(self._on_stepped)
            page.finder_requested.connect(self.finder_requested)
            page.open_requested.connect(self.open_requested)
            page.receipt_requested.connect(self.receipt_requested)
            page.choices_requested.connect(self.choices_requested)
            page.set_zoom(self._zoom)
            self._pages[name] = page
        if self._scroll.widget() is not page:
            self._put_away()
            self._scroll.setWidget(page)
            page.set_zoom(self._zoom)
            page.show()

    def _put_away(self) -> None:
        """Take the page shown off the desk; without a parent it would outlive this view."""
        former = self._scroll.takeWidget()
        if former is not None:
            former.setParent(self)

    def _refresh(self) -> None:
        decimals = self._document.note.decimals
        view = page_view(self._document.draft, self._document.figures, self._number, decimals)
        self.page.show_page(view)
        self._strip.show_pages(len(self._document.draft.declaration.items), self._number)

    def _on_changed(self, _places: object) -> None:
        if self._number >= self.page_total():
            self.show_page(self.page_total() - 1)
        self._refresh()

    def _on_offered(self) -> None:
        """Show what is offered now, and say it of the box in focus."""
        self._refresh()
        editor = self.page.focused_editor()
        if editor is not None and editor.hasFocus():
            self.entered.emit(editor.place())

    def _on_entered(self, place: Place | None) -> None:
        editor = self.page.focused_editor()
        if editor is not None:
            self._scroll.ensureWidgetVisible(editor, 40, 60)
        self.entered.emit(place)

    def go_on(self) -> None:
        """Go to the field after the one that had the cursor last."""
        key = self.page.focused_key()
        if key is not None:
            self._step_from(key, 1)

    def _on_stepped(self, key: str, step: int) -> None:
        place = self.current_place()
        if step > 0 and place is not None and place.field == "unit_1_quantity":
            second = Place("unit_2_quantity", place.item)
            if self._document.state_of(second).kind is StateKind.REQUIRED:
                self.units_requested.emit(place.item)
                return
        self._step_from(key, step)

    def _step_from(self, key: str, step: int) -> None:
        target = neighbour(self.page.keys_in_order(key), key, step)
        if target is not None:
            self._focus(target)
            return
        number = (self._number + step) % self.page_total()
        if number != self._number:
            self.show_page(number)
        self._enter_end(step)

    def _enter_end(self, step: int) -> None:
        keys = self.page.keys_in_order()
        if keys:
            self._focus(keys[0] if step > 0 else keys[-1])

    def _focus(self, key: str) -> None:
        self.page.focus_cell(key)

    def _fit(self) -> None:
        width = self._scroll.viewport().width() - _MARGIN
        self._apply_zoom(width / self.page.natural_width())

    def _apply_zoom(self, zoom: float) -> None:
        bounded = max(LEAST_ZOOM, min(zoom, MOST_ZOOM))
        if abs(bounded - self._zoom) < 0.005:
            return
        self._zoom = bounded
        self.page.set_zoom(bounded)
