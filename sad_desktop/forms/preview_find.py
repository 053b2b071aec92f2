"""Find a text on the pages of the preview."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from sad_desktop.forms.preview_pages import Hit, PdfPages
from sad_desktop.forms.tasks import Cancel, Starter


class FindLine(QWidget):
    """Finds a text on the pages. ``found`` with the places and the number of the one shown."""

    found = Signal(object, int)

    def __init__(self, tasks: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._pages: PdfPages | None = None
        self._cancel: Cancel | None = None
        self._hits: tuple[Hit, ...] = ()
        self._current = -1
        self._searched = ""
        self.line = QLineEdit()
        self.line.setPlaceholderText(self.tr("Find on the pages"))
        self.line.setAccessibleName(self.tr("Find on the pages"))
        self.line.setClearButtonEnabled(True)
        self.line.setFixedWidth(190)
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self._on_typed)
        self.count_label = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        layout.addWidget(self.count_label)

    def begin(self) -> None:
        """Put the cursor in."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def search_in(self, pages: PdfPages) -> None:
        """Search in another file; what was sought is sought there again."""
        self._pages = pages
        self._searched = ""
        if self.line.text():
            self._search(keep=self._current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go to the next place on Enter, to the one before on Shift+Enter; Esc empties."""
        if watched is not self.line or event.type() is not QEvent.Type.KeyPress:
            return False
        assert isinstance(event, QKeyEvent)  # noqa: S101 - a key press is one
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._step(-1 if back else 1)
            return True
        if event.key() == Qt.Key.Key_Escape and self.line.text():
            self.line.clear()
            return True
        return False

    def _step(self, step: int) -> None:
        if self.line.text() != self._searched:
            self._search(keep=0)
        elif self._hits:
            self._current = (self._current + step) % len(self._hits)
            self._tell()

    def _on_typed(self, typed: str) -> None:
        if not typed:
            self._searched = ""
            self._take((), 0)

    def _search(self, keep: int) -> None:
        if self._pages is None:
            return
        if self._cancel is not None:
            self._cancel()
        self._searched = typed = self.line.text()
        pages = self._pages
        self._cancel = self._tasks.start(
            lambda _progress, cancelled: pages.find(typed, cancelled),
            lambda hits: self._take(hits, keep),
            lambda _error: self._take((), 0),
        )

    def _take(self, hits: tuple[Hit, ...], keep: int) -> None:
        self._hits = hits
        self._current = min(max(keep, 0), len(hits) - 1)
        self._tell()

    def _tell(self) -> None:
        self.found.emit(self._hits, self._current)
        if not self._searched:
            self.count_label.clear()
        elif self._hits:
            self.count_label.setText(
                self.tr("{number} of {count}").format(
                    number=self._current + 1, count=len(self._hits)
                )
            )
        else:
            self.count_label.setText(self.tr("Not found"))
