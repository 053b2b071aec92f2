"""Printers: which there are, and how pages of a PDF come out of one, dot for dot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from sad_desktop.errors import UserError
from sad_desktop.forms.preview_pages import POINTS_PER_INCH, PdfPages
from sad_desktop.text import QT_TRANSLATE_NOOP

MOST_DOTS = 600
"""Dots an inch: a finer raster is not seen on paper and takes four times the memory."""


class Duplex(StrEnum):
    """On which sides of a sheet pages stand."""

    ONE_SIDE = "one"
    LONG_SIDE = "long"
    SHORT_SIDE = "short"


_DUPLEX = {
    Duplex.ONE_SIDE: QPrinter.DuplexMode.DuplexNone,
    Duplex.LONG_SIDE: QPrinter.DuplexMode.DuplexLongSide,
    Duplex.SHORT_SIDE: QPrinter.DuplexMode.DuplexShortSide,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """How pages are put on paper: which of them, from 0, how often, and on which sides."""

    pages: tuple[int, ...]
    copies: int = 1
    duplex: Duplex = Duplex.ONE_SIDE


class Printers(Protocol):
    """Where paper comes out; the system's printers in the program, others in tests."""

    def names(self) -> tuple[str, ...]:
        """Return the printers there are now."""
        ...

    def default(self) -> str:
        """Return the one that is used when nobody says otherwise; "" for none."""
        ...

    def open(self, name: str) -> QPrinter:
        """Return a printer ready to be painted on; raises UserError when it is gone."""
        ...


class SystemPrinters:
    """The printers of the operating system."""

    def names(self) -> tuple[str, ...]:
        """Return the printers there are now."""
        return tuple(QPrinterInfo.availablePrinterNames())

    def default(self) -> str:
        """Return the system's default printer; "" for none."""
        return QPrinterInfo.defaultPrinterName()

    def open(self, name: str) -> QPrinter:
        """Return a printer ready to be painted on; raises UserError when it is gone."""
        info = QPrinterInfo.printerInfo(name)
        if info.isNull():
            raise printer_gone(name)
        return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def printer_gone(name: str) -> UserError:
    """Return the error of a printer that does not take pages."""
    return UserError(
        QT_TRANSLATE_NOOP(
            "UserError",
            "The printer {name} does not answer. Switch it on, choose another, or save a PDF "
            "file; the declaration is as it was.",
        ),
        {"name": name},
    )


def print_on(
    printer: QPrinter,
    name: str,
    content: bytes,
    sheets: Sheets,
    title: str,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Print pages of a PDF; may run beside the screen. Raises UserError when the printer fails.

    Each page comes out in its own size, on the whole sheet, as dots of the printer's resolution.
    """
    pages = PdfPages(content)
    try:
        order = _page_order(printer, sheets)
        _prepare(printer, pages, order, sheets, title)
        painter = QPainter()
        if not painter.begin(printer):
            raise printer_gone(name)
        try:
            _print_all(printer, painter, pages, order, name, progress, is_cancelled)
        finally:
            painter.end()
    finally:
        pages.close()


def _page_order(printer: QPrinter, sheets: Sheets) -> Sequence[int]:
    """Return the pages as they are painted: a printer that cannot repeat is given them again."""
    if printer.supportsMultipleCopies():
        printer.setCopyCount(sheets.copies)
        printer.setCollateCopies(True)
        return sheets.pages
    return sheets.pages * sheets.copies


def _prepare(
    printer: QPrinter, pages: PdfPages, order: Sequence[int], sheets: Sheets, title: str
) -> None:
    if printer.resolution() > MOST_DOTS:
        printer.setResolution(MOST_DOTS)
    printer.setDocName(title)
    printer.setDuplex(_DUPLEX[sheets.duplex])
    printer.setFullPage(True)
    if order:
        _lay_page(printer, pages.sizes[order[0]])


def _lay_page(printer: QPrinter, size: tuple[float, float]) -> None:
    """Take paper of a page's size; a wide page lies on its side."""
    width, height = size
    is_wide = width > height
    paper = QPageSize(
        QSizeF(min(size), max(size)),
        QPageSize.Unit.Point,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch,
    )
    way = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    layout = QPageLayout(paper, way, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)


def _print_all(
    printer: QPrinter,
    painter: QPainter,
    pages: PdfPages,
    order: Sequence[int],
    name: str,
    progress: Callable[[int, int], None],
    is_cancelled: Callable[[], bool],
) -> None:
    for done, index in enumerate(order):
        if is_cancelled():
            printer.abort()
            return
        if done:
            _lay_page(printer, pages.sizes[index])
            if not printer.newPage():
                raise printer_gone(name)
        _print_page(printer, painter, pages, index)
        if printer.printerState() is QPrinter.PrinterState.Error:
            raise printer_gone(name)
        progress(done + 1, len(order))


def _print_page(printer: QPrinter, painter: QPainter, pages: PdfPages, index: int) -> None:
    # Where Qt hands the printer a PDF it would blur letters as it does photographs.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    dots = printer.resolution()
    for top, band in pages.bands(index, dots / POINTS_PER_INCH):
        place = QRectF(0, top, band.width(), band.height())
        painter.drawImage(place, band, QRectF(band.rect()))


def page_range(typed: str, count: int) -> tuple[int, ...]:
    """Return the pages, from 0, of a text such as ``1-3, 5``; all for none.

    Raises UserError for what is no range of these pages.
    """
    if not typed.strip():
        return tuple(range(count))
    pages: dict[int, None] = {}
    for part in typed.replace("،", ",").replace("–", "-").split(","):
        first, dash, last = part.strip().partition("-")
        start, end = _number(first or "1"), _number(last or str(count)) if dash else _number(first)
        if not part.strip() or not 1 <= start <= end <= count:
            raise UserError(
                QT_TRANSLATE_NOOP(
                    "UserError", "{typed} are no pages of this paper; write them like 1-3, 5."
                ),
                {"typed": typed.strip()},
            )
        pages.update(dict.fromkeys(range(start - 1, end)))
    return tuple(pages)


def _number(typed: str) -> int:
    plain = typed.strip()
    return int(plain) if plain.isdecimal() and len(plain) < 5 else 0
