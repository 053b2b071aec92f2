"""How long the preview of a long declaration takes to show its first page, against PDFium alone.

The floor is PDFium opening and drawing that page when its PDF is there already. What the clerk
waits for is the draft laid out, drawn as a PDF, opened and drawn on the screen's raster. Ratios
are of one run: they hold on any machine. Goal: at most 4 times the floor.
"""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.table import record
from sad_desktop.forms.preview_pages import PdfPages
from sad_desktop.services.paper import Printing
from sad_desktop.services.print_orders import Order, Subject, carry_out
from tests.printed import EDITIONS, a_case, printed_items

ITEMS = 999
ROUNDS = 15
SCALE = 96 / 72
GOAL = 4.0


def main() -> None:
    """Measure each edition: the first page, one that is far in, and the whole file."""
    case = a_case(*printed_items(ITEMS))
    subject = Subject(draft=case.draft, note=case.note, figures=case.figures, profile=case.profile)
    for edition in EDITIONS:
        report(subject, Order(printing=Printing(edition=edition)), edition)


def report(subject: Subject, order: Order, edition: str) -> None:
    """Print how many times PDFium's own time the first page takes."""
    content = carry_out(subject, order, first=1).content

    def show(made: bytes) -> None:
        pages = PdfPages(made)
        pages.picture(0, SCALE)
        pages.close()

    floor, first, two = alternately(
        lambda: show(content),
        lambda: show(carry_out(subject, order, first=1).content),
        lambda: show(carry_out(subject, order, first=2).content),
    )
    print(
        f"{edition}: {ITEMS} items, first page {first / floor:.2f} times PDFium's own "
        f"{floor * 1000:.1f} ms (goal {GOAL:g}), with the second sheet behind it "
        f"{two / floor:.2f} times"
    )
    record(f"first preview page, 999 items, {edition}", "PDFium's own time", first / floor, GOAL)
    start = perf_counter()
    whole = carry_out(subject, order)
    print(f"  all {whole.page_count} pages beside the screen in {perf_counter() - start:.1f} s")


def alternately(*works: Callable[[], None]) -> list[float]:
    """Return the median time of each work, in seconds."""
    times: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for taken, work in zip(times, works, strict=True):
            gc.collect()
            start = perf_counter()
            work()
            taken.append(perf_counter() - start)
    return [median(taken) for taken in times]


if __name__ == "__main__":
    main()
