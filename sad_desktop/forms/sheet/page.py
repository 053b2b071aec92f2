"""One sheet on the screen: the form drawn, and a native editor at each field's rectangle."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QFrame, QWidget

from sad_desktop.brokerage.habits import Offer
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.fields import Kind
from sad_desktop.declaration.values import is_empty
from sad_desktop.forms.document import Document
from sad_desktop.forms.editors import FieldEdit, LinesEdit
from sad_desktop.forms.language import isolated
from sad_desktop.forms.offer_words import provenance
from sad_desktop.forms.sheet.drawing import (
    draw_form,
    draw_state,
    fitted_font,
    item_areas,
    pixels,
    strike_out,
    text_font,
)
from sad_desktop.forms.sheet.figure_box import FigureBox
from sad_desktop.forms.sheet.link_box import LINKED, LinkBox
from sad_desktop.forms.sheet.order import keyed_cells
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.field_state import faults_of
from sad_desktop.printing.captions import VALUE_POINTS
from sad_desktop.printing.contents import Align, PageView, content, definition_of
from sad_desktop.printing.edition import Edition
from sad_desktop.printing.sheet import PAGE_HEIGHT, PAGE_WIDTH, Cell, Sheet, Subject
from sad_desktop.tariff.behaviour import StateKind
from sad_desktop.validation.findings import Severity

MILLIMETRE = 96 / 25.4
"""Pixels per mm at a zoom of 100 %."""

_INSET = 4
"""Pixels Qt keeps free around the text of a line edit."""

Editor = FieldEdit | LinesEdit


@dataclass(slots=True)
class _Shown:
    """What a cell shows now, so that only what changed is touched."""

    state: str = ""
    text: str = ""
    offer: Offer | None = None
    said: str = ""

    @property
    def offered(self) -> str:
        """The value that is offered, "" for none."""
        return self.offer.value if self.offer is not None else ""


class SheetPage(QWidget):
    """A sheet of the form with the fields of one page.

    Signals: ``entered`` with the place that has the focus, ``stepped`` with the cell key and
    direction when Tab or Enter leaves a field, ``finder_requested``, ``choices_requested``
    on a double click ``open_requested`` with the place, and ``receipt_requested`` when the
    receipt's number is pressed.
    """

    entered = Signal(object)
    stepped = Signal(str, int)
    finder_requested = Signal(object)
    open_requested = Signal(object)
    choices_requested = Signal(object)
    receipt_requested = Signal()

    def __init__(
        self, document: Document, sheet: Sheet, edition: Edition, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._sheet = sheet
        self._edition = edition
        self._zoom = 1.0
        self._form: QPixmap | None = None
        self._view: PageView | None = None
        self._shown = {cell.key: _Shown() for cell in sheet.cells}
        self._focused: str | None = None
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._cells = keyed_cells(sheet)
        self._editors = {cell.key: self._build(cell) for cell in self._cells}
        figures = (c for c in sheet.cells if c.subject is Subject.FIGURE or c.name == LINKED)
        self._figures = {cell.key: (cell, self._build_figure(cell)) for cell in figures}
        self.set_zoom(1.0)

    @property
    def view(self) -> PageView | None:
        """The page shown."""
        return self._view

    def set_zoom(self, zoom: float) -> None:
        """Draw the form larger or smaller; 1.0 is paper size at 96 dots per inch."""
        self._zoom = zoom
        self._form = None
        scale = self._scale()
        self.setFixedSize(QSize(round(PAGE_WIDTH * scale), round(PAGE_HEIGHT * scale)))
        self.setFont(text_font(VALUE_POINTS, scale))
        for cell in self._cells:
            editor = self._editors[cell.key]
            self._lay_out(cell, editor)
            if isinstance(editor, FieldEdit):
                shown = self._shown[cell.key]
                self._fit(editor, shown.text or shown.offered)
        for cell, box in self._figures.values():
            self._lay_out(cell, box)
        self.update()

    def show_page(self, view: PageView) -> None:
        """Show a page: another one, or the same with other values."""
        self._view = view
        for cell in self._cells:
            editor = self._editors[cell.key]
            place = view.place(cell)
            if editor.place() != place:
                editor.set_place(place)
            self._refresh(view, cell, editor)
        for cell, box in self._figures.values():
            box.show_figure(view, cell)
        self.update()

    def keys_in_order(self, and_key: str = "") -> list[str]:
        """Return the cells that can be keyed now, in the order of the form's numbers.

        ``and_key`` stands among them in any case: one may stand in a box that is closed.
        """
        return [
            cell.key
            for cell in self._cells
            if cell.key == and_key or self._can_key(self._editors[cell.key])
        ]

    def places_in_order(self) -> list[Place]:
        """Return the fields that can be keyed now, in the order of the form's numbers."""
        places = (self._editors[key].place() for key in self.keys_in_order())
        return [place for place in places if place is not None]

    def focus_cell(self, key: str) -> bool:
        """Put the cursor into a cell; False when the sheet has none of that name."""
        box = self._editors.get(key) or self._figure(key)
        if box is None:
            return False
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def cell_of(self, place: Place) -> Cell | None:
        """Return the cell that keys a field on the page shown, or shows a computed box."""
        for cell in self._cells:
            if self._editors[cell.key].place() == place:
                return cell
        return next((cell for cell, box in self._figures.values() if box.place() == place), None)

    def _figure(self, key: str) -> FigureBox | LinkBox | None:
        return self._figures[key][1] if key in self._figures else None

    def editor_of(self, place: Place) -> Editor | None:
        """Return the editor of a field on the page shown."""
        cell = self.cell_of(place)
        return self._editors.get(cell.key) if cell else None

    def focused_editor(self) -> Editor | None:
        """Return the editor with the focus, or the one that had it last."""
        return self._editors[self._focused] if self._focused is not None else None

    def focused_key(self) -> str | None:
        """Return the cell that has the focus, or had it last."""
        return self._focused

    def natural_width(self) -> float:
        """Return the form's width in pixels at a zoom of 100 %."""
        return PAGE_WIDTH * MILLIMETRE

    def commit(self) -> None:
        """Give what stands in the focused editor to the document."""
        if self._focused is not None:
            self._editors[self._focused].commit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the form, then each field's state and each computed text."""
        shades = colours(self.palette())
        scale = self._scale()
        if self._form is None:
            profile = self._document.desk.book.profile
            ratio = self.devicePixelRatioF()
            self._form = draw_form(self._sheet, self._edition, profile, shades, scale, ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._form)
        if self._view is None:
            return
        visible = event.rect()
        for cell in self._sheet.cells:
            area = pixels(self._edition.place(cell.rect), scale)
            if not visible.intersects(area.toAlignedRect()):
                continue
            if cell.key in self._editors:
                self._paint_state(painter, cell)
            elif cell.key not in self._figures:
                self._paint_text(painter, cell)
        self._paint_unused(painter)

    def _scale(self) -> float:
        return MILLIMETRE * self._zoom

    def _build(self, cell: Cell) -> Editor:
        definition = definition_of(cell)
        assert definition is not None  # noqa: S101 - keyed cells hold fields
        kind = LinesEdit if definition.kind is Kind.LINES else FieldEdit
        editor = kind(self._document, None, self)
        if isinstance(editor, LinesEdit):
            editor.setFrameShape(QFrame.Shape.NoFrame)
            editor.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            editor.document().setDocumentMargin(1)
        else:
            editor.setFrame(False)
        editor.setAutoFillBackground(False)
        editor.setObjectName(cell.key)
        editor.step.connect(lambda direction, key=cell.key: self.stepped.emit(key, direction))
        editor.focused.connect(lambda key=cell.key: self._on_focused(key))
        editor.finder_requested.connect(
            lambda bound=editor: self.finder_requested.emit(bound.place())
        )
        editor.choices_requested.connect(
            lambda bound=editor: self.choices_requested.emit(bound.place())
        )
        if isinstance(editor, FieldEdit):
            editor.opened.connect(lambda bound=editor: self.open_requested.emit(bound.place()))
        language = self._document.desk.language
        editor.setAccessibleName(f"{definition.box} {definition.title(language)}")
        return editor

    def _build_figure(self, cell: Cell) -> FigureBox | LinkBox:
        if cell.name == LINKED:
            link = LinkBox(self)
            link.clicked.connect(lambda _checked: self.receipt_requested.emit())
            return link
        definition = definition_of(cell)
        assert definition is not None  # noqa: S101 - figures are defined
        box = FigureBox(self)
        box.setAccessibleName(f"{definition.box} {definition.title(self._document.desk.language)}")
        box.setAccessibleDescription(self._words("computed"))
        box.focused.connect(lambda: self.entered.emit(box.place()))
        return box

    def _lay_out(self, cell: Cell, editor: QWidget) -> None:
        area = pixels(self._edition.place(cell.text_rect), self._scale()).toAlignedRect()
        editor.setGeometry(area.adjusted(3, 1, -2, 0))

    def _can_key(self, editor: Editor) -> bool:
        return editor.place() is not None and not editor.isReadOnly()

    def _refresh(self, view: PageView, cell: Cell, editor: Editor) -> None:
        place = editor.place()
        state = self._state(place)
        shown = self._shown[cell.key]
        offer = self._document.offers.at(place) if place is not None else None
        is_offered_anew = shown.offer != offer
        if is_offered_anew:
            shown.offer = offer
            editor.offer(shown.offered)
        if not (editor.hasFocus() and editor.is_changed()):
            text = content(view, cell).text if place is not None else ""
            editor.load(text)
            if isinstance(editor, FieldEdit) and (shown.text != text or is_offered_anew):
                shown.text = text
                self._fit(editor, text or shown.offered)
        said = faults_of(self._document, place) if place is not None else ""
        is_said_anew = is_offered_anew or shown.said != said or shown.state != state
        if shown.state != state:
            shown.state = state
            self._dress(editor, state)
        if is_said_anew:
            shown.said = said
            self._describe(editor, shown)

    def _describe(self, editor: Editor, shown: _Shown) -> None:
        """Tell a screen reader, and who points at the box, how it stands and what is offered."""
        offered = ""
        if shown.offer is not None:
            offered = self.tr("Offered: {value}, {said}").format(
                value=isolated(shown.offer.value), said=provenance(shown.offer)
            )
        editor.setToolTip("\n".join(part for part in (offered, shown.said) if part))
        told = (self._words(shown.state), offered, shown.said)
        editor.setAccessibleDescription(". ".join(part for part in told if part))

    def _fit(self, editor: FieldEdit, text: str) -> None:
        """Write smaller what has no room in its box, down to what paper allows."""
        editor.setFont(fitted_font(text, editor.width() - _INSET, self._scale()))

    def _state(self, place: Place | None) -> str:
        """Return the one word the cell's look follows from."""
        if place is None:
            return "empty"
        if place in self._document.draft.rejected:
            return "invalid"
        kind = self._document.state_of(place).kind
        if kind is StateKind.NOT_USED:
            return "unused"
        if kind is StateKind.COMPUTED:
            return "computed"
        if kind is StateKind.REQUIRED and is_empty(self._document.draft.value(place)):
            return "required"
        gravest = self._document.gravest_at(place)
        if gravest is Severity.ERROR:
            return "invalid"
        if gravest is Severity.WARNING:
            return "doubtful"
        if place in self._document.draft.filled:
            return "filled"
        return "optional"

    def _dress(self, editor: Editor, state: str) -> None:
        shades = colours(self.palette())
        locked = state in ("unused", "computed", "empty") or not self._document.is_editable
        editor.setReadOnly(locked)
        policy = Qt.FocusPolicy.ClickFocus if locked else Qt.FocusPolicy.StrongFocus
        editor.setFocusPolicy(Qt.FocusPolicy.NoFocus if state == "empty" else policy)
        palette = QPalette(self.palette())
        ink = {
            "computed": shades.computed,
            "unused": shades.computed,
            "filled": shades.filled,
            "invalid": shades.invalid,
            "doubtful": shades.warning,
        }.get(state, shades.ink)
        palette.setColor(QPalette.ColorRole.Text, QColor(ink))
        palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
        editor.setPalette(palette)
        editor.setVisible(state != "empty")

    def _words(self, state: str) -> str:
        """Return what a screen reader says of a state."""
        return {
            "invalid": self.tr("Invalid"),
            "doubtful": self.tr("With a warning"),
            "unused": self.tr("Not used here"),
            "computed": self.tr("Computed"),
            "filled": self.tr("Filled by the program"),
            "required": self.tr("Required"),
        }.get(state, self.tr("Optional"))

    def _paint_state(self, painter: QPainter, cell: Cell) -> None:
        area = pixels(self._edition.place(cell.rect), self._scale())
        draw_state(
            painter,
            area,
            colours(self.palette()),
            state=self._shown[cell.key].state,
            focused=self._focused == cell.key,
            offered=self._shown[cell.key].offer is not None,
            mirrored=self._edition.is_mirrored,
        )

    def _paint_text(self, painter: QPainter, cell: Cell) -> None:
        assert self._view is not None  # noqa: S101 - painted only with a page
        shown = content(self._view, cell)
        if not shown.text:
            return
        area = pixels(self._edition.place(cell.text_rect), self._scale()).adjusted(3, 0, -3, 0)
        painter.setFont(self.font())
        painter.setPen(QColor(colours(self.palette()).computed))
        flags = Qt.AlignmentFlag.AlignVCenter | _ALIGN[shown.align]
        wraps = Qt.TextFlag.TextWordWrap if shown.lines > 1 else Qt.TextFlag.TextSingleLine
        painter.drawText(area, int(flags) | int(wraps), shown.text)

    def _paint_unused(self, painter: QPainter) -> None:
        """Strike through the item blocks of the page that hold no item."""
        assert self._view is not None  # noqa: S101 - painted only with a page
        for slot in range(len(self._view.items) + 1, self._sheet.slots + 1):
            for area in item_areas(self._sheet, slot, self._edition, self._scale()):
                strike_out(painter, area, colours(self.palette()))

    def _on_focused(self, key: str) -> None:
        self._focused = key
        self.update()
        self.entered.emit(self._editors[key].place())


_ALIGN = {
    Align.START: Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
    Align.RIGHT: Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
}
