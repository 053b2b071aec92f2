"""The pages of a digital document, and the frame that says which part of one is to stay."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from sad_desktop.forms.preview_view import PagesView
from sad_desktop.forms.tasks import Starter
from sad_desktop.forms.theme import colours

STEP, FINE_STEP = 0.02, 0.004
"""How far a key moves the frame, as a share of the page; with Ctrl the second."""
_LEAST = 0.02
_MARGIN = 0.05
_SHADE = QColor(0, 0, 0, 110)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


@dataclass(frozen=True, slots=True)
class Frame:
    """A part of a page from 0, its sides as shares of the page's width and height."""

    page: int
    left: float = _MARGIN
    top: float = _MARGIN
    right: float = 1 - _MARGIN
    bottom: float = 1 - _MARGIN

    @property
    def part(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        return self.left, self.top, self.right, self.bottom

    def moved(self, across: float, down: float) -> "Frame":
        """Return the frame elsewhere on the page."""
        across = min(max(across, -self.left), 1 - self.right)
        down = min(max(down, -self.top), 1 - self.bottom)
        return replace(
            self,
            left=self.left + across,
            right=self.right + across,
            top=self.top + down,
            bottom=self.bottom + down,
        )

    def pulled(self, across: float, down: float) -> "Frame":
        """Return the frame with its right and bottom sides elsewhere."""
        return replace(
            self,
            right=min(max(self.right + across, self.left + _LEAST), 1.0),
            bottom=min(max(self.bottom + down, self.top + _LEAST), 1.0),
        )


class DigitalDocumentView(PagesView):
    """Shows pages; while a frame is asked for, arrows and the mouse set it.

    Arrows move the frame, with Shift they pull its right and bottom sides, with Ctrl by small
    steps; Enter takes it (``framed`` with the Frame), Esc gives it up (``frame_left``).
    """

    framed = Signal(object)
    frame_left = Signal()

    def __init__(self, tasks: Starter, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.frame: Frame | None = None
        self._pressed: QPointF | None = None
        self.setAccessibleName(self.tr("Pages of the digital document"))

    def ask_for_frame(self) -> None:
        """Let the clerk set a frame on the page looked at."""
        self.frame = Frame(self.page)
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        self.viewport().update()

    def leave_frame(self) -> None:
        """Show the pages alone again."""
        if self.frame is None:
            return
        self.frame = None
        self._pressed = None
        self.viewport().unsetCursor()
        self.viewport().update()
        self.frame_left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, pull, take or give up the frame; else turn pages."""
        if self.frame is None or not self._take_frame_key(event, self.frame):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a new frame."""
        if self.frame is not None and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the new frame."""
        if self.frame is not None and self._pressed is not None:
            self.frame = self._between(self.frame, self._pressed, event.position())
            self.viewport().update()
            return
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Leave the frame as it was drawn."""
        self._pressed = None
        super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages, and shade what the frame leaves out."""
        super().paintEvent(event)
        page = self._place_of_frame()
        if self.frame is None or page is None:
            return
        left, top, right, bottom = self.frame.part
        kept = QRectF(
            page.x() + left * page.width(),
            page.y() + top * page.height(),
            (right - left) * page.width(),
            (bottom - top) * page.height(),
        )
        painter = QPainter(self.viewport())
        for shaded in _around(page, kept):
            painter.fillRect(shaded, _SHADE)
        painter.setPen(QPen(QColor(colours(self.palette()).focus), 2))
        painter.drawRect(kept)
        painter.end()

    def _take_frame_key(self, event: QKeyEvent, frame: Frame) -> bool:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave_frame()
            self.framed.emit(frame)
            return True
        if key == Qt.Key.Key_Escape:
            self.leave_frame()
            return True
        if key not in _ARROWS:
            return False
        fine = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        across, down = (way * (FINE_STEP if fine else STEP) for way in _ARROWS[key])
        pulls = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self.frame = frame.pulled(across, down) if pulls else frame.moved(across, down)
        self.viewport().update()
        return True

    def _place_of_frame(self) -> QRectF | None:
        if self.frame is None:
            return None
        places = dict(self._in_sight())
        return places.get(self.frame.page)

    def _between(self, frame: Frame, start: QPointF, end: QPointF) -> Frame:
        page = self._place_of_frame()
        if page is None:
            return frame
        across = sorted(_share(point.x() - page.x(), page.width()) for point in (start, end))
        down = sorted(_share(point.y() - page.y(), page.height()) for point in (start, end))
        if across[1] - across[0] < _LEAST or down[1] - down[0] < _LEAST:
            return frame
        return replace(frame, left=across[0], right=across[1], top=down[0], bottom=down[1])


def _share(length: float, whole: float) -> float:
    return min(max(length / whole, 0.0), 1.0)


def _around(page: QRectF, kept: QRectF) -> tuple[QRectF, ...]:
    """Return the four parts of a page beside a part of it."""
    return (
        QRectF(page.left(), page.top(), page.width(), kept.top() - page.top()),
        QRectF(page.left(), kept.bottom(), page.width(), page.bottom() - kept.bottom()),
        QRectF(page.left(), kept.top(), kept.left() - page.left(), kept.height()),
        QRectF(kept.right(), kept.top(), page.right() - kept.right(), kept.height()),
    )
