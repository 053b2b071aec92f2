"""The header of a template as a small picture: the upper part of its first sheet."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from sad_desktop.declaration.draft import Draft
from sad_desktop.forms.sheet.edition import Edition
from sad_desktop.services.assessment import assess_draft
from sad_desktop.services.desk import Desk
from sad_desktop.services.paper import Printing, print_pages

_DOTS_A_POINT = 1.6
_HEADER = 0.358
"""How much of the sheet is above the items."""
_WIDTH = 420


def header_of(draft: Draft, desk: Desk, edition: Edition) -> QImage:
    """Return the picture of a draft's header; to be run beside the screen.

    Raises ResourceMissing, FileRefused.
    """
    from sad_desktop.forms.preview_pages import PdfPages  # start-up cost: it loads PDFium

    note = assess_draft(draft, desk.book, desk.on)
    printing = Printing(what="sad", edition=edition.value)
    figures = desk.figures(draft, note)
    paper = print_pages(draft, note, figures, desk.book.profile, printing, first=1)
    pages = PdfPages(paper.content)
    picture = pages.picture(0, _DOTS_A_POINT)
    pages.close()
    return picture.copy(0, 0, picture.width(), round(picture.height() * _HEADER))


class Thumbnail(QWidget):
    """Shows a picture as wide as there is room, never larger than it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.tr("The header of the template"))

    def show_picture(self, picture: QImage | None) -> None:
        """Show a picture; None for an empty place."""
        self._picture = picture or QImage()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for a header."""
        return QSize(_WIDTH, self.heightForWidth(_WIDTH))

    def heightForWidth(self, width: int) -> int:
        """Return the height of the picture in a width."""
        if self._picture.isNull():
            return round(width * _HEADER * 1.41)
        return round(
            min(width, self._picture.width()) / self._picture.width() * self._picture.height()
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the picture in a thin frame."""
        if self._picture.isNull():
            return
        ratio = self.devicePixelRatioF()
        width = min(self.width(), self._picture.width())
        picture = self._picture.scaledToWidth(
            round(width * ratio), Qt.TransformationMode.SmoothTransformation
        )
        picture.setDevicePixelRatio(ratio)
        painter = QPainter(self)
        painter.drawImage(0, 0, picture)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(0, 0, width - 1, round(picture.height() / ratio) - 1)
