"""How many letters a text has of those it may have: shown beside an editor near the limit."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from sad_desktop.forms.theme import colours

_NEAR = 10
"""It is shown from a tenth of the limit before it, or from five letters."""
_LEAST_LEFT = 5


def is_near(length: int, limit: int) -> bool:
    """Tell whether a text is so long that its limit matters."""
    return length > limit - max(limit // _NEAR, _LEAST_LEFT)


class Counter(QLabel):
    """A small label at the lower end of an editor, over what stands beside it; mice pass it."""

    def __init__(self, editor: QWidget) -> None:
        super().__init__(editor.parentWidget())
        self._editor = editor
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoFillBackground(True)
        self.setContentsMargins(3, 0, 3, 0)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        editor.destroyed.connect(self.deleteLater)
        self.hide()

    def count(self, length: int, limit: int) -> None:
        """Show a length beside its limit while it is near."""
        if not is_near(length, limit):
            self.hide()
            return
        ours = colours(QGuiApplication.palette())
        palette = QPalette(QGuiApplication.palette())
        ink = ours.invalid if length > limit else ours.ink
        palette.setColor(QPalette.ColorRole.WindowText, QColor(ink))
        palette.setColor(QPalette.ColorRole.Window, QColor(ours.focus_wash))
        self.setPalette(palette)
        self.setText(f"{length} / {limit}")
        self.setAccessibleName(
            self.tr("{length} of {limit} characters").format(length=length, limit=limit)
        )
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()

    def _place(self) -> None:
        """Stand below the editor at the end of its lines, or above it where there is no room."""
        editor, around = self._editor, self.parentWidget()
        corner = editor.geometry().bottomRight() + QPoint(1 - self.width(), 1)
        if editor.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            corner.setX(editor.geometry().left())
        if around is not None and corner.y() + self.height() > around.height():
            corner.setY(editor.geometry().top() - self.height())
        self.move(corner)
