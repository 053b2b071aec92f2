"""The built program (make build) against an empty window: first paint and size.

Goals: first paint at most 2.2 times that of an empty unfrozen window; 150 MB.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.table import record

ROOT = Path(__file__).resolve().parent.parent
BUILT = Path(os.environ.get("BUILT", ROOT / "dist/sad-desktop"))
RUNS = 9
BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1500, 1000)
window.show()
application.exec()
"""
PAINTED = b"qt.widgets.painting: Flushing top level"


def until_painted(command: list[str], folder: str) -> float:
    """Return the seconds until Qt says that a window went to the screen."""
    surroundings = {
        **os.environ,
        "XDG_DATA_HOME": folder,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.widgets.painting=true",
    }
    start = perf_counter()
    process = subprocess.Popen(
        command, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(PAINTED):
            break
    taken = perf_counter() - start
    process.kill()
    process.communicate()
    return taken


def main() -> None:
    program = BUILT / "sad-desktop"
    if not program.exists():
        print("not built: make build")
        return
    with TemporaryDirectory() as folder:
        pairs = [
            (until_painted([sys.executable, "-c", BARE], folder), until_painted([program], folder))
            for _ in range(RUNS + 1)
        ][1:]
    ratio = median(ours / floor for floor, ours in pairs)
    ours = median(ours for _, ours in pairs) * 1000
    size = sum(file.stat().st_size for file in BUILT.rglob("*") if not file.is_symlink())
    print(f"first paint of the built program {ratio:.2f} x a bare window (goal 2.2), {ours:.0f} ms")
    print(f"size {size / 1e6:.0f} MB (goal 150)")
    record("first paint of the built program", "bare window, not built", ratio, 2.2)
    record("size of the built folder", "–", size / 1e6, 150, "MB")


if __name__ == "__main__":
    main()
