"""The pages of a PDF under each other: zoomed, scrolled, and marked where a text was found."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from sad_desktop.forms.preview_pages import POINTS_PER_INCH, Hit, Pages
from sad_desktop.forms.tasks import Starter
from sad_desktop.forms.theme import colours

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""1.0 is paper size."""
FIT_WIDTH, FIT_PAGE = 0.0, -1.0

_SCREEN = 96.0  # dots an inch at zoom 1, as the sheet has it
_GAP = 14
_KEPT = 10
_FOUND = QColor(255, 196, 0, 90)
_CURRENT = QColor(255, 120, 0, 130)
_TURNS = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ENDS = frozenset({Qt.Key.Key_Home, Qt.Key.Key_End})


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A page as it was drawn: of which file, and how many dots a point."""

    pages: Pages
    scale: float
    image: QImage


class PagesView(QAbstractScrollArea):
    """Shows a PDF; the former pictures stay until the new ones are drawn.

    Signals: ``page_changed`` with the page from 0 that fills most of the view, ``zoomed`` with
    the zoom (0 fits the width), ``failed`` with the error of a page that cannot be drawn.
    """

    page_changed = Signal(int)
    zoomed = Signal(float)
    failed = Signal(object)

    def __init__(self, tasks: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pages: Pages | None = None
        self._zoom = 0.0
        self._drawn: dict[int, _Drawn] = {}
        self._drawing: int | None = None
        self._hits: tuple[Hit, ...] = ()
        self._hit = -1
        self._page = 0
        self.setAccessibleName(self.tr("Pages as they are printed"))
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # paper does not mirror
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)

    @property
    def zoom(self) -> float:
        """The zoom, 1.0 is paper size; 0 fits the width, less than 0 the whole page."""
        return self._zoom

    @property
    def page(self) -> int:
        """The page from 0 that is looked at."""
        return self._page

    def show_pages(self, pages: Pages) -> None:
        """Show another file at the place the former was looked at."""
        self._pages = pages
        self._hits, self._hit = (), -1
        self._measure()
        self._on_scrolled()

    def is_drawn(self) -> bool:
        """Tell whether every page in sight is drawn as it is now."""
        return self._pages is not None and self._next_missing() is None

    def go_to(self, page: int) -> None:
        """Bring the top of a page into view."""
        if self._pages is not None and 0 <= page < len(self._pages):
            tops = list(self._tops())
            self.verticalScrollBar().setValue(round(tops[page]) - _GAP // 2)

    def set_zoom(self, zoom: float) -> None:
        """Zoom, keeping the page looked at; 0 fits the width, FIT_PAGE the whole page."""
        bar = self.verticalScrollBar()
        share = bar.value() / max(self._height(), 1.0)
        self._zoom = zoom
        self._measure()
        bar.setValue(round(share * self._height()))
        self.zoomed.emit(zoom)
        self._on_scrolled()

    def zoom_by(self, steps: int) -> None:
        """Go to the next larger or smaller zoom."""
        now = self._shown_zoom()
        if steps > 0:
            larger = [zoom for zoom in ZOOMS if zoom > now + 0.01]
            self.set_zoom(larger[0] if larger else ZOOMS[-1])
        else:
            smaller = [zoom for zoom in ZOOMS if zoom < now - 0.01]
            self.set_zoom(smaller[-1] if smaller else ZOOMS[0])

    def show_hits(self, hits: tuple[Hit, ...], current: int) -> None:
        """Mark where a text was found and bring one of the places into view."""
        self._hits, self._hit = hits, current
        if 0 <= current < len(hits):
            self._bring_into_view(hits[current])
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Keep the keys that turn pages, which are the window's elsewhere."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and (event.key() in _TURNS or event.key() in _ENDS):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and scroll."""
        bar = self.verticalScrollBar()
        key = Qt.Key(event.key())
        if key in _TURNS:
            bar.setValue(bar.value() + _TURNS[key] * round(self.viewport().height() * 0.9))
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the width again."""
        super().resizeEvent(event)
        self._measure()
        self._on_scrolled()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages in sight."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(colours(self.palette()).desk))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for index, place in self._in_sight():
            painter.fillRect(place, QColor("#ffffff"))
            drawn = self._drawn.get(index)
            if drawn is not None:
                painter.drawImage(place, drawn.image, QRectF(drawn.image.rect()))
            self._mark_hits(painter, index, place)
            painter.setPen(QColor(colours(self.palette()).unused))
            painter.drawRect(place)
        painter.end()

    def _mark_hits(self, painter: QPainter, index: int, place: QRectF) -> None:
        for number, hit in enumerate(self._hits):
            if hit.page == index:
                colour = _CURRENT if number == self._hit else _FOUND
                for found in hit.places:
                    painter.fillRect(self._on_screen(found, place), colour)

    def _on_screen(self, found: QRectF, page: QRectF) -> QRectF:
        dots = self._dots()
        return QRectF(
            page.x() + found.x() * dots,
            page.y() + found.y() * dots,
            found.width() * dots,
            found.height() * dots,
        )

    def _dots(self) -> float:
        """Return how many dots of the screen a point is."""
        return self._shown_zoom() * _SCREEN / POINTS_PER_INCH

    def _shown_zoom(self) -> float:
        if self._zoom > 0 or self._pages is None:
            return self._zoom if self._zoom > 0 else 1.0
        widest = max(width for width, _ in self._pages.sizes)
        fitting = max(self.viewport().width() - 2 * _GAP, 60) / widest
        if self._zoom < 0:
            highest = max(height for _, height in self._pages.sizes)
            fitting = min(fitting, max(self.viewport().height() - 2 * _GAP, 60) / highest)
        return float(min(fitting * POINTS_PER_INCH / _SCREEN, ZOOMS[-1]))

    def _tops(self) -> Iterator[float]:
        """Yield where each page begins, from the top of the first."""
        top = float(_GAP)
        dots = self._dots()
        for _, height in self._pages.sizes if self._pages else ():
            yield top
            top += height * dots + _GAP

    def _height(self) -> float:
        if self._pages is None:
            return 0.0
        dots = self._dots()
        return sum(height * dots + _GAP for _, height in self._pages.sizes) + _GAP

    def _in_sight(self) -> Iterator[tuple[int, QRectF]]:
        if self._pages is None:
            return
        dots, view = self._dots(), self.viewport().rect()
        up, left = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        room = max(view.width(), self._width())
        for index, top in enumerate(self._tops()):
            width, height = (length * dots for length in self._pages.sizes[index])
            if top + height < up:
                continue
            if top > up + view.height():
                return
            yield index, QRectF((room - width) / 2 - left, top - up, width, height)

    def _width(self) -> float:
        if self._pages is None:
            return 0.0
        return max(width for width, _ in self._pages.sizes) * self._dots() + 2 * _GAP

    def _measure(self) -> None:
        view = self.viewport().size()
        down, across = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(round(self._height()) - view.height(), 0))
        down.setPageStep(view.height())
        # Fitted pages never need it; a bar that comes and goes would fit them anew for ever.
        across.setRange(0, max(round(self._width()) - view.width(), 0) if self._zoom > 0 else 0)
        across.setPageStep(view.width())

    def _bring_into_view(self, hit: Hit) -> None:
        if self._pages is None or not hit.places:
            return
        top = list(self._tops())[hit.page] + hit.places[0].y() * self._dots()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() <= top <= bar.value() + height - 40:
            bar.setValue(round(top - height / 3))

    def _on_scrolled(self, _value: int = 0) -> None:
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        tops = [index for index, top in enumerate(self._tops()) if top <= middle]
        page = tops[-1] if tops else 0
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
        self._draw_next()
        self.viewport().update()

    def _next_missing(self) -> int | None:
        wanted = self._wanted_scale()
        for index, _ in self._in_sight():
            drawn = self._drawn.get(index)
            if drawn is None or drawn.pages is not self._pages or drawn.scale != wanted:
                return index
        return None

    def _wanted_scale(self) -> float:
        return round(self._dots() * self.devicePixelRatioF(), 4)

    def _draw_next(self) -> None:
        """Have the next page in sight drawn beside the screen, one at a time."""
        missing = self._next_missing()
        if self._pages is None or missing is None or self._drawing is not None:
            return
        self._drawing = missing
        pages, scale = self._pages, self._wanted_scale()
        self._tasks.start(
            lambda _progress, _cancelled: pages.picture(missing, scale),
            partial(self._on_drawn, missing, pages, scale),
            self._on_failed,
        )

    def _on_drawn(self, index: int, pages: Pages, scale: float, image: QImage) -> None:
        self._drawing = None
        if not image.isNull():
            self._drawn.pop(index, None)
            self._drawn[index] = _Drawn(pages, scale, image)
        for far in list(self._drawn)[: -max(_KEPT, sum(1 for _ in self._in_sight()))]:
            del self._drawn[far]
        self.viewport().update()
        if pages is not self._pages or not image.isNull():
            self._draw_next()

    def _on_failed(self, error: Exception) -> None:
        self._drawing = None
        self.failed.emit(error)
