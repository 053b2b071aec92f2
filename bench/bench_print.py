"""How long a declaration takes to print against a bare canvas drawing the same shaped strings.

Prints ratios measured in the same run: they hold on any machine. Goals: pages that are laid out
become a PDF in at most 1.3 times the bare canvas; a preview page of 999 items in at most 4 times
what PDFium takes to show it. File sizes are per page.
"""

import gc
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from bench.table import record
from sad_desktop.printing import arabic, fonts
from sad_desktop.printing.job import Printing
from sad_desktop.printing.layout import lay_out
from sad_desktop.printing.marks import LINE_ASCENT, MM_PER_POINT, Line, Page, Text
from sad_desktop.printing.pdf import render
from tests.printed import EDITIONS, Case, a_case, printed_items

ROUNDS = 7
_MM = 1 / MM_PER_POINT


def main() -> None:
    """Measure each edition at 119 items, then the first page and all pages of 999."""
    for edition in EDITIONS:
        report_edition(a_case(*printed_items(119)), edition)
    report_many(a_case(*printed_items(999)))


def report_edition(case: Case, edition: str) -> None:
    """Print what the pages of a declaration cost in one edition."""
    laid_out = case.lay_out(edition)
    floor = Floor(laid_out.pages)
    bare, drawn, whole, content = alternately(
        floor.draw, lambda: render(laid_out.pages, title="SAD"), lambda: case.print(edition).content
    )
    pages = len(laid_out.pages)
    size, bare_size = len(content) / pages, len(floor.draw()) / pages
    print(f"{edition}: {pages} sheets, {pages / whole:.0f} a second, {size:.0f} bytes each")
    print(f"  a bare canvas {pages / bare:.0f} a second, {bare_size:.0f} bytes each")
    print(f"  pages to PDF {drawn / bare:.2f} times the bare canvas (goal 1.30)")
    record(f"pages to PDF, {edition}", "a bare canvas, same shaped strings", drawn / bare, 1.3)
    print(f"  with laying out {whole / bare:.2f} times the bare canvas")


def report_many(case: Case) -> None:
    """Print what a preview needs of a declaration of 999 items."""
    printing = Printing(edition="both")
    pages = lay_out(case.draft, case.figures, case.note, case.profile, printing).pages
    first = render(pages[:1], title="SAD")

    def make_first() -> bytes:
        laid_out = lay_out(case.draft, case.figures, case.note, case.profile, printing, first=1)
        content = render(laid_out.pages, title="SAD")
        pypdfium2.PdfDocument(content)[0].render(scale=96 / 72)
        return content

    shown, made, _ = alternately(
        lambda: pypdfium2.PdfDocument(first)[0].render(scale=96 / 72) and b"", make_first
    )
    print(
        f"999 items: the first page of the preview {made / shown:.2f} times PDFium's own (goal 4)"
    )


class Floor:
    """The same pages with everything shaped and placed beforehand, on reportlab's own canvas."""

    def __init__(self, pages: tuple[Page, ...]) -> None:
        self._grounds: dict[int, tuple[str, list[Step]]] = {}
        self._pages: list[tuple[str, list[Step]]] = []
        for page in pages:
            key = id(page.background)
            if key not in self._grounds:
                name = f"g{len(self._grounds)}"
                self._grounds[key] = (name, prepared(page.background, page.height))
            self._pages.append((self._grounds[key][0], prepared(page.marks, page.height)))

    def draw(self) -> bytes:
        """Draw all pages."""
        file = BytesIO()
        canvas = Canvas(file, pageCompression=1, invariant=1, initialFontName=fonts.REGULAR)
        for name, steps in self._grounds.values():
            canvas.beginForm(name)
            carry_out(canvas, steps)
            canvas.endForm()
        for name, steps in self._pages:
            canvas.doForm(name)
            carry_out(canvas, steps)
            canvas.showPage()
        canvas.save()
        return file.getvalue()


Step = Callable[[Canvas], None]


def prepared(marks: tuple, height: float) -> list[Step]:
    """Return what draws the marks of a page, with texts shaped and points computed."""
    steps: list[Step] = []
    texts: list[Text] = []
    for mark in (*marks, None):
        if isinstance(mark, Text):
            texts.append(mark)
            continue
        if texts:
            steps.append(text_step(texts, height))
            texts = []
        if isinstance(mark, Line):
            steps.append(line_step(mark, height))
    return steps


def text_step(texts: list[Text], height: float) -> Step:
    """Return what writes texts that follow each other in one text object."""
    placed = []
    for mark in texts:
        style = mark.style
        down = style.size_pt * LINE_ASCENT * MM_PER_POINT
        for line in mark.lines:
            shaped = arabic.shape(line, bold=style.bold, direction=mark.direction)
            if shaped.codes:
                spare = mark.width - shaped.width * style.size_pt * MM_PER_POINT / 1000
                right = {"left": 0.0, "right": spare, "centre": spare / 2}[mark.align]
                origin = ((mark.x + right) * _MM, (height - mark.y - down) * _MM)
                placed.append((fonts.font(bold=style.bold), style.size_pt, origin, shaped))
            down += style.line_height

    def write(canvas: Canvas) -> None:
        pen = fonts.LineWriter(canvas)
        last = None
        for used, size, origin, shaped in placed:
            if (used, size) != last:
                pen.use(used, size)
                last = (used, size)
            pen.setTextOrigin(*origin)
            pen.write(shaped)
        canvas.drawText(pen)

    return write


def line_step(mark: Line, height: float) -> Step:
    """Return what draws a line."""
    ends = (mark.x1 * _MM, (height - mark.y1) * _MM, mark.x2 * _MM, (height - mark.y2) * _MM)

    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(mark.weight)
        canvas.line(*ends)

    return draw


def carry_out(canvas: Canvas, steps: list[Step]) -> None:
    """Draw what was prepared."""
    for step in steps:
        step(canvas)


def alternately(*works: Callable[[], bytes]) -> tuple:
    """Return the least time of each work, in seconds, and what the last gave."""
    least = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for number, work in enumerate(works):
            gc.collect()
            start = perf_counter()
            made = work()
            least[number] = min(least[number], perf_counter() - start)
    return (*least, made)


if __name__ == "__main__":
    main()
