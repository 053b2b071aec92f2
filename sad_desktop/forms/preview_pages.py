"""A PDF as pictures: opened, drawn and searched by PDFium, which takes one caller at a time."""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import count
from math import ceil
from typing import Protocol

import pypdfium2
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from sad_desktop.errors import FileRefused
from sad_desktop.text import QT_TRANSLATE_NOOP

POINTS_PER_INCH = 72.0
BAND = 1_024
"""Dots: the height of a strip of a page."""

MOST_HITS = 2_000
"""More places of a text are not shown: nobody walks through them."""

_PDFIUM = threading.Lock()
"""PDFium is not made for threads; every call of it is made under this lock."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a text stands: the page from 0, and its rectangles in points from the top left."""

    page: int
    places: tuple[QRectF, ...]


class Pages(Protocol):
    """Pages to be looked at; ``sizes`` are width and height of each in points."""

    @property
    def sizes(self) -> Sequence[tuple[float, float]]:
        """Width and height of each page in points."""
        ...

    def __len__(self) -> int: ...

    def picture(self, index: int, scale: float) -> QImage:
        """Return a page as a picture of ``scale`` dots a point."""
        ...


class PdfPages:
    """The pages of one PDF file; may be asked from any thread, one answers at a time.

    ``sizes`` are width and height of each page in points. Raises FileRefused when PDFium does
    not take the file.
    """

    def __init__(self, content: bytes) -> None:
        self._is_closed = False
        with _PDFIUM:
            try:
                self._file = pypdfium2.PdfDocument(content)
                self.sizes: tuple[tuple[float, float], ...] = tuple(
                    self._file.get_page_size(index) for index in range(len(self._file))
                )
            except pypdfium2.PdfiumError as error:
                raise _unreadable() from error

    def __len__(self) -> int:
        return len(self.sizes)

    def picture(self, index: int, scale: float) -> QImage:
        """Return a page as a picture of ``scale`` dots a point; no picture once it is closed."""
        with _PDFIUM:
            if self._is_closed:
                return QImage()
            return self._raster(index, scale, (0, 0, 0, 0))

    def bands(self, index: int, scale: float) -> Iterator[tuple[int, QImage]]:
        """Yield a page strip by strip, each with its top in dots: a whole one fills the memory."""
        dots = ceil(self.sizes[index][1] * scale)
        for top in range(0, dots, BAND):
            below = max(dots - top - BAND, 0)
            with _PDFIUM:
                if self._is_closed:
                    return
                yield top, self._raster(index, scale, (0, below, 0, top))

    def extract(self, indices: Sequence[int]) -> bytes:
        """Return some of the pages as a PDF file of their own."""
        with _PDFIUM:
            part = pypdfium2.PdfDocument.new()
            part.import_pages(self._file, list(indices))
            file = BytesIO()
            part.save(file)
            part.close()
        return file.getvalue()

    def find(self, text: str, is_cancelled: Callable[[], bool] = lambda: False) -> tuple[Hit, ...]:
        """Return where a text stands, page after page; letters of either case."""
        hits: list[Hit] = []
        for index in range(len(self)):
            if is_cancelled() or len(hits) >= MOST_HITS:
                break
            with _PDFIUM:
                if not self._is_closed:
                    hits += self._on_page(index, text)
        return tuple(hits[:MOST_HITS])

    def close(self) -> None:
        """Let the file go; what is asked later gets nothing."""
        with _PDFIUM:
            if not self._is_closed:
                self._is_closed = True
                self._file.close()

    def _raster(self, index: int, scale: float, cut: tuple[int, int, int, int]) -> QImage:
        """Return a page less so many dots at the left, bottom, right and top."""
        # PDFium rounds up what is cut off: half a dot less gives the dot that is meant.
        crop = tuple(max(dots - 0.5, 0) / scale for dots in cut)
        try:
            page = self._file[index]
            bitmap = page.render(scale=scale, crop=crop, prefer_bgrx=True)
        except pypdfium2.PdfiumError as error:
            raise _unreadable() from error
        picture = QImage(
            bitmap.buffer,
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_RGB32,
        ).copy()
        bitmap.close()
        page.close()
        return picture

    def _on_page(self, index: int, text: str) -> list[Hit]:
        page = self._file[index]
        letters = page.get_textpage()
        search = letters.search(text)
        height = self.sizes[index][1]
        hits: list[Hit] = []
        for _ in count():
            found = search.get_next()
            if found is None:
                break
            rects = letters.count_rects(*found)
            corners = [letters.get_rect(number) for number in range(rects)]
            places = tuple(
                QRectF(left, height - top, right - left, top - bottom)
                for left, bottom, right, top in corners
            )
            hits.append(Hit(index, places))
        search.close()
        letters.close()
        page.close()
        return hits


def _unreadable() -> FileRefused:
    return FileRefused(
        QT_TRANSLATE_NOOP("UserError", "The page cannot be shown: the PDF made of it is damaged.")
    )
