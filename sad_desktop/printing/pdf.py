"""Turn pages of marks into a PDF file: the only canvas of the program."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from io import BytesIO

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from sad_desktop.errors import FileRefused
from sad_desktop.printing import arabic, fonts
from sad_desktop.printing.marks import (
    LINE_ASCENT,
    MM_PER_POINT,
    Barcode,
    Box,
    Line,
    Mark,
    Page,
    Picture,
    Qr,
    Style,
    Text,
)
from sad_desktop.text import QT_TRANSLATE_NOOP

# Binary streams: a fifth smaller, and quicker, than the ASCII ones reportlab writes by default.
rl_config.useA85 = 0

_MM = 1 / MM_PER_POINT
_QUIET_MODULES = 10  # of a Code 128 bar code, on either side
_PLAIN = Style(size_pt=0)


def render(
    pages: Iterable[Page],
    *,
    title: str,
    language: str = "ar",
    outline: Iterable[tuple[int, str]] = (),
) -> bytes:
    """Return the pages as one PDF file; the same pages give the same bytes.

    ``language`` is the main language of the text, for screen readers (``ar``, ``en``);
    ``outline`` lists titles with the pages, from 0, they lead to. Raises
    ResourceMissing when a font is gone, FileRefused when a picture is none, ValueError when there
    is no page.
    """
    return _Paper(title, language).print(pages, dict(outline))


class _Paper:
    """One document being drawn; heights are turned over here, as PDF counts from the bottom."""

    def __init__(self, title: str, language: str) -> None:
        for bold in (False, True):
            fonts.font(bold=bold)
        self._file = BytesIO()
        self._canvas = Canvas(
            self._file,
            invariant=1,
            pageCompression=1,
            lang=language,
            initialFontName=fonts.REGULAR,
        )
        self._canvas.setTitle(title.encode("utf-8", "replace").decode("utf-8"))
        self._canvas.setAuthor("")
        self._canvas.setSubject("")
        self._canvas.setCreator("SAD Desktop")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._page_height = 0.0
        self._backgrounds: dict[tuple[Mark, ...], str] = {}
        # By identity first: hashing hundreds of marks for every page would cost what it saves.
        self._seen: dict[int, tuple[tuple[Mark, ...], str]] = {}
        self._pictures: dict[bytes, ImageReader] = {}
        self._text: fonts.LineWriter | None = None
        self._style = _PLAIN

    def print(self, pages: Iterable[Page], outline: Mapping[int, str]) -> bytes:
        page = None
        for number, page in enumerate(pages):
            if number in outline:
                self._canvas.bookmarkPage(f"page{number}")
                self._canvas.addOutlineEntry(outline[number], f"page{number}")
            self._page_height = page.height
            self._canvas.setPageSize((page.width * _MM, page.height * _MM))
            if page.background:
                self._canvas.doForm(self._background(page))
            self._draw(page.marks)
            self._canvas.showPage()
        if page is None:
            raise ValueError("a document needs a page")
        self._canvas.save()
        return self._file.getvalue()

    def _background(self, page: Page) -> str:
        """Return the name of the page's background, drawn once for all pages that share it."""
        marks = page.background
        if id(marks) in self._seen:
            return self._seen[id(marks)][1]
        name = self._backgrounds.get(marks)
        if name is None:
            name = f"background{len(self._backgrounds) + 1}"
            self._backgrounds[marks] = name
            self._canvas.beginForm(name)
            self._draw(marks)
            self._canvas.endForm()
        self._seen[id(marks)] = (marks, name)
        return name

    def _draw(self, marks: tuple[Mark, ...]) -> None:
        for mark in marks:
            if isinstance(mark, Text):
                self._draw_text(mark)
                continue
            self._end_text()
            match mark:
                case Line():
                    self._draw_line(mark)
                case Box():
                    self._draw_box(mark)
                case Picture():
                    self._draw_picture(mark)
                case Barcode():
                    self._draw_barcode(mark)
                case Qr():
                    self._draw_qr(mark)
        self._end_text()

    def _draw_text(self, mark: Text) -> None:
        style = mark.style
        pen = self._pen(style)
        turned = mark.angle != 0
        width, height = (mark.height, mark.width) if turned else (mark.width, mark.height)
        lines = mark.lines
        down = style.size_pt * LINE_ASCENT * MM_PER_POINT
        if mark.anchor != "top" and height:
            spare = height - len(lines) * style.line_height
            down += spare if mark.anchor == "bottom" else spare / 2
        for line in lines:
            shaped = arabic.shape(line, bold=style.bold, direction=mark.direction)
            right = 0.0
            if mark.align != "left":
                right = width - shaped.width * style.size_pt * MM_PER_POINT / 1000
                if mark.align == "centre":
                    right /= 2
            if shaped.codes:
                self._place(pen, mark, right, down)
                pen.write(shaped)
            down += style.line_height

    def _pen(self, style: Style) -> fonts.LineWriter:
        """Return the open text object, in this style; neighbouring texts share one."""
        if self._text is None:
            self._text = fonts.LineWriter(self._canvas)
            self._style = _PLAIN
        if style is not self._style and style != self._style:
            self._text.use(fonts.font(bold=style.bold), style.size_pt)
            if style.colour != self._style.colour:
                self._text.setFillColor(_colour(style.colour))
            self._style = style
        return self._text

    def _end_text(self) -> None:
        if self._text is None:
            return
        if self._style.colour != _PLAIN.colour:
            self._text.setFillColor(_colour(_PLAIN.colour))
        self._canvas.drawText(self._text)
        self._text = None

    def _place(self, pen: fonts.LineWriter, mark: Text, right: float, down: float) -> None:
        """Move to a point ``right`` and ``down`` of the corner where reading begins."""
        match mark.angle:
            case 0:
                pen.go_to((mark.x + right) * _MM, self._up(mark.y + down))
            case 90:
                x, y = mark.x + down, mark.y + mark.height - right
                pen.setTextTransform(0, 1, -1, 0, x * _MM, self._up(y))
            case 270:
                x, y = mark.x + mark.width - down, mark.y + right
                pen.setTextTransform(0, -1, 1, 0, x * _MM, self._up(y))

    def _draw_line(self, mark: Line) -> None:
        self._canvas.setLineWidth(mark.weight)
        self._canvas.setStrokeColor(_colour(mark.colour))
        self._canvas.line(mark.x1 * _MM, self._up(mark.y1), mark.x2 * _MM, self._up(mark.y2))

    def _draw_box(self, mark: Box) -> None:
        self._canvas.saveState()
        if mark.weight:
            self._canvas.setLineWidth(mark.weight)
            self._canvas.setStrokeColor(_colour(mark.colour))
        if mark.fill:
            self._canvas.setFillColor(_colour(mark.fill))
        self._canvas.rect(
            mark.x * _MM,
            self._up(mark.y + mark.height),
            mark.width * _MM,
            mark.height * _MM,
            stroke=int(mark.weight > 0),
            fill=int(bool(mark.fill)),
        )
        self._canvas.restoreState()

    def _draw_picture(self, mark: Picture) -> None:
        try:
            if mark.png not in self._pictures:
                self._pictures[mark.png] = ImageReader(BytesIO(mark.png))
            self._canvas.drawImage(
                self._pictures[mark.png],
                mark.x * _MM,
                self._up(mark.y + mark.height),
                mark.width * _MM,
                mark.height * _MM,
                mask="auto",
            )
        except (OSError, ValueError, SyntaxError) as error:  # what Pillow raises on foreign bytes
            raise FileRefused(
                QT_TRANSLATE_NOOP(
                    "UserError",
                    "The picture in {place} cannot be printed: it is damaged or no picture.",
                ),
                {"place": mark.key or "-"},
            ) from error

    def _draw_barcode(self, mark: Barcode) -> None:
        # Imported here: it brings reportlab's whole page layout, half of this module's start.
        from reportlab.graphics.barcode.code128 import Code128

        letters = "".join(letter for letter in mark.text if " " <= letter <= "~")
        if not letters:
            return
        modules = Code128(letters, barWidth=1, quiet=0).width + 2 * _QUIET_MODULES
        turned = mark.angle != 0
        length, height = (mark.height, mark.width) if turned else (mark.width, mark.height)
        module = length * _MM / modules
        bars = Code128(letters, barWidth=module, barHeight=height * _MM, quiet=0)
        self._canvas.saveState()
        match mark.angle:
            case 0:
                self._canvas.translate(mark.x * _MM, self._up(mark.y + mark.height))
            case 90:
                right = mark.x + mark.width
                self._canvas.translate(right * _MM, self._up(mark.y + mark.height))
            case 270:
                self._canvas.translate(mark.x * _MM, self._up(mark.y))
        self._canvas.rotate(mark.angle)
        bars.drawOn(self._canvas, _QUIET_MODULES * module, 0)
        self._canvas.restoreState()

    def _draw_qr(self, mark: Qr) -> None:
        rows = _qr_rows(mark.text.encode("utf-8", "replace").decode("utf-8"))
        module = mark.size / len(rows)
        path = self._canvas.beginPath()
        for row, cells in enumerate(rows):
            for column, dark in enumerate(cells):
                if dark:
                    x = (mark.x + column * module) * _MM
                    y = self._up(mark.y + (row + 1) * module)
                    path.rect(x, y, module * _MM, module * _MM)
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _up(self, down: float) -> float:
        """Return the height in points over the lower edge of what lies ``down`` mm from the top."""
        return (self._page_height - down) * _MM


@lru_cache(maxsize=256)
def _colour(name: str) -> Color:
    return HexColor(name)


@lru_cache(maxsize=16)
def _qr_rows(text: str) -> tuple[bytes, ...]:
    """Return the modules of a QR code; kept, for all sheets of a declaration carry the same."""
    # Imported here: start-up, and few sheets carry a QR code.
    import segno

    code = segno.make(text, error="m", micro=False, boost_error=False)
    return tuple(bytes(row) for row in code.matrix_iter(border=4))
