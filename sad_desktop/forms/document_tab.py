"""One open declaration: its sheet and the notes, lists and details behind inner tabs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Protocol, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QScrollArea, QTabWidget, QVBoxLayout, QWidget

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.forms.containers import ContainersTab
from sad_desktop.forms.document import Document
from sad_desktop.forms.documents import DocumentsTab
from sad_desktop.forms.further import FurtherTab, further_fields
from sad_desktop.forms.history import HistoryTab
from sad_desktop.forms.importer_banner import ImporterBanner
from sad_desktop.forms.notes.assessment_note import AssessmentNoteTab
from sad_desktop.forms.notes.comparison import ComparisonTab
from sad_desktop.forms.notes.item_valuation import ItemValuationTab
from sad_desktop.forms.notes.valuation_note import ValuationNoteTab
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.forms.sheet.view import SheetView
from sad_desktop.forms.theme import colours
from sad_desktop.forms.units import UnitsPopup, units_asked_for

(
    SHEET,
    VALUATION,
    ITEMS,
    ASSESSMENT,
    CONTAINERS,
    DOCUMENTS,
    FURTHER,
    COMPARISON,
    DETAILS,
    PREVIEW,
) = (
    "sad",
    "valuation",
    "items",
    "assessment",
    "containers",
    "documents",
    "further",
    "comparison",
    "details",
    "preview",
)


_READ_ON = {"taxes_total": ASSESSMENT, "total_taxes": ASSESSMENT, "fees": ASSESSMENT}
"""Computed boxes that are explained on another part than the notes of valuation."""


_PASSED_ON = (
    *("entered", "finder_requested", "choices_requested", "print_requested"),
    "digital_document_requested",
)
"""What parts ask for, by the names of their signals."""


def enter_part(part: QWidget) -> bool:
    """Put the cursor into a part of the window: where it was last, else into the first widget.

    False when nothing in it takes the keyboard now.
    """
    last: QWidget | None = part.focusWidget()
    for inner in chain([last] if last is not None else [], _widgets_in(part)):
        if isinstance(inner, QScrollArea):
            continue  # what it holds takes the keys
        takes_keys = inner.isEnabledTo(part) and inner.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes_keys and inner.isVisibleTo(part):
            inner.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _widgets_in(part: QWidget) -> Iterator[QWidget]:
    """Yield what stands in a part, outer before inner.

    Not ``findChildren``: with it PySide makes the part the owner of all it finds, whatever their
    parents are, and keeps them after they were deleted.
    """
    for child in part.children():
        if isinstance(child, QWidget):
            yield child
            yield from _widgets_in(child)


def _owner(place: Place) -> type:
    return Item if place.item else Declaration


@dataclass(frozen=True, slots=True)
class _Inner:
    """An inner tab: its name, its title, and how it is built when first shown."""

    name: str
    title: str
    build: Callable[[Document], QWidget]


class Zoomed(Protocol):
    """A part that can be looked at larger and smaller."""

    def zoom_by(self, steps: int) -> None:
        """Go to the next larger or smaller zoom."""
        ...

    def set_zoom(self, zoom: float) -> None:
        """Zoom; 0 fits the width."""
        ...


class DocumentTab(QWidget):
    """A declaration on the desk.

    Signals: ``name_changed`` with itself when its reference or modified mark did; ``entered``,
    ``finder_requested`` and ``choices_requested`` with a field's place, from any part;
    ``print_requested`` from the preview; ``digital_document_requested`` with what is Asked of a
    row of documents; ``part_changed`` when another inner tab, or another
    page of the sheet, is shown.
    """

    name_changed = Signal(object)
    entered = Signal(object)
    finder_requested = Signal(object)
    choices_requested = Signal(object)
    print_requested = Signal()
    digital_document_requested = Signal(object)
    part_changed = Signal()

    def __init__(
        self,
        document: Document,
        edition: Edition,
        zoom: float,
        make_preview: Callable[[Document], QWidget],
        make_details: Callable[[Document], HistoryTab],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.edition = edition
        self._make_preview = make_preview
        self._make_details = make_details
        self.sheet = SheetView(document, edition, zoom)
        self._inner = self._inner_tabs()
        self._built: dict[str, QWidget] = {SHEET: self.sheet}
        self._holders: dict[str, QVBoxLayout] = {}
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.setAccessibleName(self.tr("Parts of the declaration"))
        self._tabs.tabBar().setAccessibleName(self._tabs.accessibleName())
        for inner in self._inner:
            self._tabs.addTab(self._holder(inner.name), inner.title)
        self._tabs.currentChanged.connect(self._on_tab_changed)
        self.sheet.units_requested.connect(self._on_units_requested)
        self.sheet.turned.connect(self.part_changed)
        self._pass_on(self.sheet)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.banner = ImporterBanner(document)
        layout.addWidget(self.banner)
        layout.addWidget(self._tabs)
        document.assessed.connect(self._mark_faults)
        document.undo_stack.cleanChanged.connect(self._on_renamed)
        document.changed.connect(self._on_renamed)
        self._mark_faults()

    def current(self) -> str:
        """Return the name of the inner tab shown."""
        return self._inner[self._tabs.currentIndex()].name

    def zoomed_part(self) -> Zoomed | None:
        """Return what zoom keys work on: the sheet or the preview, where one is shown."""
        if self.current() not in (SHEET, PREVIEW):
            return None
        return cast("Zoomed", self._part(self.current()))

    def show_part(self, name: str) -> QWidget:
        """Show an inner tab and return what is in it."""
        index = next(i for i, inner in enumerate(self._inner) if inner.name == name)
        self._tabs.setCurrentIndex(index)
        return self._part(name)

    def step_part(self, step: int) -> None:
        """Go so many parts on, round and round over those that are shown, and into it."""
        shown = [index for index in range(self._tabs.count()) if self._tabs.isTabVisible(index)]
        index = shown[(shown.index(self._tabs.currentIndex()) + step) % len(shown)]
        enter_part(self.show_part(self._inner[index].name))

    def go_to(self, place: Place) -> None:
        """Open the part and page a field stands on, and select it."""
        part = self.show_part(self._part_of(place))
        go_to: Callable[[Place], object] | None = getattr(part, "go_to", None)
        if go_to is not None:
            go_to(place)

    def show_stored(self, by: str, at: datetime) -> None:
        """Say under Details who stored this version and when."""
        details = self._part(DETAILS)
        assert isinstance(details, HistoryTab)  # noqa: S101 - built as one
        details.show_stored(by, at)

    def commit(self) -> None:
        """Give what stands in any editor to the document."""
        self.sheet.commit()
        focus = self.focusWidget()
        if focus is not None and hasattr(focus, "commit") and focus is not self.sheet:
            focus.commit()

    def start(self) -> None:
        """Put the cursor where the clerk goes on."""
        if self.current() == SHEET:
            self.sheet.enter_again()
        elif not enter_part(self._part(self.current())):
            self._tabs.tabBar().setFocus(Qt.FocusReason.TabFocusReason)

    def resume(self, former: "DocumentTab") -> None:
        """Stand where the clerk stood in another window's tab of this declaration."""
        self.sheet.show_page(former.sheet.number)
        place = former.sheet.current_place()
        if place is not None:
            self.sheet.go_to(place)
        self.show_part(former.current())

    def _on_renamed(self, _cause: object) -> None:
        self.name_changed.emit(self)

    def _pass_on(self, part: QWidget) -> None:
        """Pass on what a part asks for."""
        for name in _PASSED_ON:
            if hasattr(part, name):
                getattr(part, name).connect(getattr(self, name))

    def _on_units_requested(self, item: int) -> None:
        """Ask for the quantities in the second and third unit before the form goes on."""
        popup = UnitsPopup(self.document, item, units_asked_for(self.document, item), self.window())
        popup.left.connect(self.sheet.go_on)
        popup.popup_under(self.sheet.current_editor() or self)

    def _inner_tabs(self) -> tuple[_Inner, ...]:
        return (
            _Inner(SHEET, self.tr("SAD"), lambda _document: self.sheet),
            _Inner(VALUATION, self.tr("Valuation note"), ValuationNoteTab),
            _Inner(ITEMS, self.tr("Item valuation"), ItemValuationTab),
            _Inner(ASSESSMENT, self.tr("Assessment note"), AssessmentNoteTab),
            _Inner(CONTAINERS, self.tr("Container list"), ContainersTab),
            _Inner(DOCUMENTS, self.tr("Attached documents"), DocumentsTab),
            _Inner(FURTHER, self.tr("Further fields"), FurtherTab),
            _Inner(COMPARISON, self.tr("What if"), ComparisonTab),
            _Inner(DETAILS, self.tr("Details"), self._make_details),
            _Inner(PREVIEW, self.tr("Preview"), self._make_preview),
        )

    def _holder(self, name: str) -> QWidget:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        if name in self._built:
            layout.addWidget(self._built[name])
        self._holders[name] = layout
        return holder

    def _part(self, name: str) -> QWidget:
        if name not in self._built:
            index = next(i for i, inner in enumerate(self._inner) if inner.name == name)
            part = self._inner[index].build(self.document)
            self._holders[name].addWidget(part)
            part.show()  # now, not with the next events: somebody wants to stand in it at once
            self._built[name] = part
            self._pass_on(part)
        return self._built[name]

    def _on_tab_changed(self, index: int) -> None:
        self.sheet.commit()
        name = self._inner[index].name
        self._part(name)
        if name == SHEET:
            self.sheet.enter_again()
        self.part_changed.emit()

    def _mark_faults(self) -> None:
        """Put a dot on the parts that hold an error, and show containers when box 19 says so."""
        faulty = {self._part_of(place) for place in self.document.places_in_error}
        for index, inner in enumerate(self._inner):
            self._tabs.setTabIcon(index, self._dot() if inner.name in faulty else QIcon())
            if inner.name == CONTAINERS:
                declaration = self.document.draft.declaration
                shown = declaration.has_containers or bool(declaration.containers)
                self._tabs.setTabVisible(index, shown)

    def _part_of(self, place: Place) -> str:
        """Return the part a field is keyed on, or a computed box is read on."""
        if place.rows is not None:
            return {Rows.CONTAINERS: CONTAINERS, Rows.DOCUMENTS: DOCUMENTS}.get(place.rows, FURTHER)
        if self.sheet.page_shows(place):
            return SHEET
        if place.field in _READ_ON:
            return _READ_ON[place.field]
        if any(field.name == place.field for field in further_fields(_owner(place))):
            return FURTHER
        return ITEMS if place.item else VALUATION

    def _dot(self) -> QIcon:
        picture = QPixmap(12, 12)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours(self.palette()).invalid))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(3, 3, 7, 7)
        painter.end()
        return QIcon(picture)
