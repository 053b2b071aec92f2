"""The screen against its floors: first paint, a field committed, a page turned, memory.

Goals: first paint at most 1.5 times that of an empty painted window; memory of an open
declaration of 999 items at most 120 MB above the empty window.
"""

import os
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bench.table import record  # noqa: E402 - after the path

RUNS = 9
NO_BYTECODE = "PYTHONDONTWRITEBYTECODE"
"""Where it is set nothing is compiled beforehand, as it is in the program people install."""
BARE = """
import os
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        os._exit(0)
application = QApplication([])
window = Window()
window.resize(1500, 1000)
window.show()
application.exec()
"""
OURS = """
import gc, os, sys
gc.disable()  # as main() does before these imports
from sad_desktop.__main__ import main
from sad_desktop.forms import main_window
painted = main_window.MainWindow.paintEvent
def leave(self, event):
    painted(self, event)
    os._exit(0)
main_window.MainWindow.paintEvent = leave
sys.exit(main())
"""


def timed(source: str, folder: str) -> float:
    """Return the seconds a process takes from start to end, its modules compiled before."""
    compiled = {key: value for key, value in os.environ.items() if key != NO_BYTECODE}
    compiled["PYTHONPYCACHEPREFIX"] = folder
    compiled["XDG_DATA_HOME"] = folder
    start = perf_counter()
    subprocess.run(
        [sys.executable, "-c", source],
        check=True,
        cwd=ROOT,
        env=compiled,
        stderr=subprocess.DEVNULL,
    )
    return perf_counter() - start


def first_paint() -> None:
    with TemporaryDirectory() as folder:
        for _ in range(2):
            timed(BARE, folder)
            timed(OURS, folder)
        ratios, ours = [], []
        for _ in range(RUNS):
            floor = timed(BARE, folder)
            ours.append(timed(OURS, folder))
            ratios.append(ours[-1] / floor)
    row("first paint / bare window", median(ratios), 1.5, f"{median(ours) * 1000:.0f} ms")


def of_999_items() -> None:
    from PySide6.QtCore import Qt

    from sad_desktop.declaration.draft import Draft, Place
    from sad_desktop.declaration.item import Item
    from sad_desktop.launch import application_of
    from tests.gui.desk import open_desk

    application = application_of()
    with TemporaryDirectory() as folder:
        clerk = open_desk(application, Path(folder))
        empty = resident()
        clerk.ctrl(Qt.Key.Key_N)
        document = clerk.document
        first = document.draft.declaration.items[0]
        items = tuple(
            replace(
                first,
                key=key,
                commodity_code="090111000000",
                origin_country="BR",
                marks_1=f"AL WAHA {key}",
                commercial_description=f"Coffee in bags, lot {key}",
                gross_mass=Decimal("104.5"),
                net_mass=Decimal(100),
                package_count=Decimal(10),
                package_kind="CT",
                invoice_amount=Decimal(1000 + key),
            )
            for key in range(1, 1000)
        )
        declaration = replace(
            document.draft.declaration,
            items=items,
            invoice_currency="USD",
            exchange_rate=Decimal("0.376081"),
            invoice_amount=sum((item.invoice_amount or Decimal(0) for item in items), Decimal(0)),
        )
        document.replace_draft("bench", replace(document.draft, declaration=declaration))
        application.processEvents()
        assert isinstance(document.draft, Draft)
        assert isinstance(items[0], Item)
        repaints, commits, turns = [], [], []
        for number in range(RUNS * 3):
            start = perf_counter()
            clerk.tab.sheet.page.repaint()
            repaints.append(perf_counter() - start)
            start = perf_counter()
            document.enter(Place("gross_mass", 1), str(105 + number))
            clerk.tab.sheet.page.repaint()
            application.processEvents()
            commits.append(perf_counter() - start)
            start = perf_counter()
            clerk.tab.sheet.show_page(1 + number % 300)
            clerk.tab.sheet.page.repaint()
            turns.append(perf_counter() - start)
            clerk.tab.sheet.show_page(0)
        floor = median(repaints)
        row("field committed, 999 items / repaint", median(commits) / floor, None,
            f"{median(commits) * 1000:.0f} ms")  # fmt: skip
        row("page turned, 999 items / repaint", median(turns) / floor, None,
            f"{median(turns) * 1000:.0f} ms")  # fmt: skip
        used = resident() - empty
        print(f"{'memory of 999 items above empty':44} {used:6.0f} MB   goal 120 MB")
        record("memory of 999 open items", "the empty window", used, 120, "MB")
        clerk.leave()


def resident() -> float:
    """Return the memory this process holds, in MB."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def row(what: str, ratio: float, goal: float | None, note: str) -> None:
    work, floor = what.split(" / ")
    record(work, floor, ratio, goal)
    aim = f"goal {goal:.1f}" if goal else ""
    print(f"{what:44} {ratio:6.2f} x   {aim:10} {note}")


if __name__ == "__main__":
    first_paint()
    of_999_items()
