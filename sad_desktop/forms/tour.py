"""The quick tour: five stops round the desk, each pointed at; left at any time with Esc."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sad_desktop.forms.keys import shortcuts, shown
from sad_desktop.forms.theme import colours
from sad_desktop.forms.widgets.sentence import Sentence, Tone
from sad_desktop.text import QT_TRANSLATE_NOOP

_WIDTH = 380
_GAP = 14
_RING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One stop: which part of the window, and what is said there, with keys by ``{command}``."""

    part: str
    title: str
    text: str


STOPS = (
    Stop(
        part="library",
        title=QT_TRANSLATE_NOOP("Tour", "Your declarations"),
        text=QT_TRANSLATE_NOOP(
            "Tour",
            "The library holds every declaration by its status. {library} searches it, {new} "
            "begins a new one, {load_xml} loads an XML file.",
        ),
    ),
    Stop(
        part="sheet",
        title=QT_TRANSLATE_NOOP("Tour", "The sheet"),
        text=QT_TRANSLATE_NOOP(
            "Tour",
            "Key as on paper: Tab goes on, {go_to_box} to any box by its number. F3 finds a code, "
            "{explain} explains the box. What the program fills in is blue; you can key over it.",
        ),
    ),
    Stop(
        part="assessment",
        title=QT_TRANSLATE_NOOP("Tour", "What it costs"),
        text=QT_TRANSLATE_NOOP(
            "Tour",
            "CIF value, duties and total are computed as you key. Enter on an amount shows where "
            "it comes from, step by step.",
        ),
    ),
    Stop(
        part="findings",
        title=QT_TRANSLATE_NOOP("Tour", "What is wrong"),
        text=QT_TRANSLATE_NOOP(
            "Tour",
            "{verify} lists what is wrong and what to do about it. Enter goes to the box.",
        ),
    ),
    Stop(
        part="status",
        title=QT_TRANSLATE_NOOP("Tour", "Nothing is lost"),
        text=QT_TRANSLATE_NOOP(
            "Tour",
            "{save} stores, {print} prints. What is not stored yet is kept all the same, also "
            "through a power cut. {manual} opens the manual; this tour is in the menu Help.",
        ),
    ),
)


class Tour(QFrame):
    """A card beside the part it speaks of, with a ring round that part.

    ``go_on`` puts the cursor where the work is when the part of the window it came from is gone.
    """

    def __init__(
        self,
        window: QWidget,
        part: Callable[[str], QWidget],
        keys: Mapping[str, str],
        go_on: Callable[[], object],
    ) -> None:
        super().__init__(window)
        self._part = part
        self._keys = {name: shown(key) for name, key in shortcuts(keys).items()}
        self._go_on = go_on
        former = QApplication.focusWidget()
        # the dialog of the first start has the cursor as it goes, and is deleted under the tour
        self._former = former if former is not None and window.isAncestorOf(former) else None
        if self._former is not None:
            self._former.destroyed.connect(self._on_former_gone)
        self.step = 0
        self.setObjectName("tour")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setFixedWidth(_WIDTH)
        self.count = Sentence()
        self.title = QLabel()
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self.title.setFont(font)
        self.said = Sentence("", Tone.PLAIN)
        self.end_button = QPushButton(self.tr("&End the tour"))
        self.back_button = QPushButton(self.tr("&Back"))
        self.next_button = QPushButton()
        self.end_button.clicked.connect(self.end)
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        self._lay_out()
        self._ring = _Ring(window)
        window.installEventFilter(self)
        self._show_stop()

    def end(self) -> None:
        """End the tour and give the cursor back."""
        self.window().removeEventFilter(self)
        self.hide()
        self._ring.hide()
        self._ring.deleteLater()
        self.deleteLater()
        if self._former is not None and self._former.isVisible():
            self._former.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._go_on()

    def _on_former_gone(self) -> None:
        """Forget the field the cursor came from: its declaration was closed under the tour."""
        self._former = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends it, Enter goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_next()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card's edge, seen on a dark desk as well."""
        painter = QPainter(self)
        painter.setPen(QColor(colours(QGuiApplication.palette()).focus))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab within the card."""
        buttons = [
            b for b in (self.end_button, self.back_button, self.next_button) if b.isEnabled()
        ]
        here = next((i for i, button in enumerate(buttons) if button.hasFocus()), -1)
        buttons[(here + (1 if forward else -1)) % len(buttons)].setFocus(
            Qt.FocusReason.TabFocusReason
        )
        return True

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.end_button)
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.next_button)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self.count)
        layout.addWidget(self.title)
        layout.addWidget(self.said)
        layout.addSpacing(8)
        layout.addLayout(foot)

    def _on_next(self) -> None:
        if self.step == len(STOPS) - 1:
            self.end()
            return
        self.step += 1
        self._show_stop()

    def _on_back(self) -> None:
        self.step = max(self.step - 1, 0)
        self._show_stop()

    def _show_stop(self) -> None:
        stop = STOPS[self.step]
        title = QCoreApplication.translate("Tour", stop.title)
        text = QCoreApplication.translate("Tour", stop.text).format_map(self._keys)
        self.count.say(
            self.tr("Step {step} of {steps}").format(step=self.step + 1, steps=len(STOPS))
        )
        self.title.setText(title)
        self.said.say(text, Tone.PLAIN)
        self.setAccessibleName(title)
        self.next_button.setAccessibleDescription(text)
        self.back_button.setEnabled(self.step > 0)
        is_last = self.step == len(STOPS) - 1
        self.next_button.setText(self.tr("&Done") if is_last else self.tr("&Next"))
        self._place()
        self.show()
        self.raise_()
        self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        """Put the ring round the part, and the card where it hides least of it."""
        window = self.window()
        part = self._part(STOPS[self.step].part)
        around = QRect(part.mapTo(window, QPoint(0, 0)), part.size())
        self._ring.surround(around)
        # a wrapped text's height is known only with its width
        self.setFixedHeight(self._column.heightForWidth(_WIDTH))
        self.move(_beside(around, self.rect(), window.rect()))


def _beside(around: QRect, card: QRect, room: QRect) -> QPoint:
    """Return where the card stands: beside, above or below a part, within the window."""
    middle = around.center() - card.center()
    places = (
        QPoint(around.right() + _GAP, middle.y()),
        QPoint(around.left() - _GAP - card.width(), middle.y()),
        QPoint(middle.x(), around.top() - _GAP - card.height()),
        QPoint(middle.x(), around.bottom() + _GAP),
    )
    kept = [_within(place, card, room) for place in places]
    free = (place for place in kept if not card.translated(place).intersects(around))
    return next(free, _within(middle, card, room))


def _within(place: QPoint, card: QRect, room: QRect) -> QPoint:
    return QPoint(
        min(max(place.x(), _GAP), room.width() - card.width() - _GAP),
        min(max(place.y(), _GAP), room.height() - card.height() - _GAP),
    )


class _Ring(QWidget):
    """A frame that lets every click through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def surround(self, around: QRect) -> None:
        """Stand round a rectangle of the window."""
        self.setGeometry(around)
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame in the colour of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours(QGuiApplication.palette()).focus), _RING))
        inset = _RING // 2 + 1
        painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), 6, 6)
