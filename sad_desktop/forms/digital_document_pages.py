"""The pages of a digital document as pictures: a PDF by PDFium, an image as it is."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from sad_desktop.brokerage.digital_documents import FileKind
from sad_desktop.forms.preview_pages import POINTS_PER_INCH, PdfPages
from sad_desktop.services.digital_documents import Opened

_SCREEN = 96.0
_BYTES_OF_A_DOT = 3


class ImagePages:
    """An image as the one page of a file; at paper size each of its pixels is one of the screen.

    Raises FileRefused when it cannot be read.
    """

    def __init__(self, opened: Opened) -> None:
        seen = opened.picture()
        self._image = QImage(
            seen.content,
            seen.width,
            seen.height,
            seen.width * _BYTES_OF_A_DOT,
            QImage.Format.Format_RGB888,
        ).copy()
        points = POINTS_PER_INCH / _SCREEN
        self.sizes = ((seen.width * points, seen.height * points),)

    def __len__(self) -> int:
        return 1

    def picture(self, _index: int, scale: float) -> QImage:
        """Return the image at ``scale`` dots a point."""
        if self._image.isNull():
            return QImage()
        width, height = (max(round(side * scale), 1) for side in self.sizes[0])
        return self._image.scaled(
            QSize(width, height),
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )

    def close(self) -> None:
        """Let the picture go."""
        self._image = QImage()


def pages_of(opened: Opened) -> PdfPages | ImagePages:
    """Return a file's pages to be looked at; raises FileRefused."""
    if opened.document.kind is FileKind.PDF:
        return PdfPages(opened.content)
    return ImagePages(opened)
