"""What a list without rows says in their place: why it is empty, and what to do next."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView

from sad_desktop.forms.widgets.sentence import Sentence

_MARGIN = 24


class EmptyNote(Sentence):
    """A sentence inside a list, gone with the first row.

    ``why`` returns it by what is searched for; ask it with ``refresh`` whenever the list was
    filled anew. Nothing is said before: the first rows may be on their way.
    """

    def __init__(self, view: QAbstractItemView, why: Callable[[], str]) -> None:
        super().__init__(parent=view.viewport())
        self._view = view
        self._why = why
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        view.viewport().installEventFilter(self)

    def refresh(self) -> None:
        """Say why the list is empty now, or nothing."""
        is_empty = not self._view.model().rowCount()
        if is_empty:
            self.say(self._why())
            self._place()
        self.setVisible(is_empty)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the width of the list."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        width = max(self._view.viewport().width() - 2 * _MARGIN, 0)
        self.setGeometry(_MARGIN, _MARGIN, width, self.heightForWidth(width))
