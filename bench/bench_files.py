"""Many files against parsing them alone, and hostile files: how long and how much memory.

Prints files per second and ratios of times measured in the same run. A hostile file is opened in
a process of its own; its memory is the peak above that of a process that opens a small one.
"""

import os
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lxml import etree

from sad_desktop.errors import FileRefused
from sad_desktop.paths import Paths
from sad_desktop.resources import resource as shipped
from sad_desktop.services.exchange import read_content
from sad_desktop.services.exchange_batch import import_files
from sad_desktop.services.harvest import gather
from sad_desktop.services.workspace import Workspace
from sad_desktop.xml.admission import LARGEST_FILE

FILES, ROUNDS = 200, 3
_MEGABYTE = 1024


def best(work: Callable[[], object]) -> float:
    """Return the shortest of some runs, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def hostile() -> dict[str, bytes]:
    """Return files nobody should send."""
    bomb = "".join(f'<!ENTITY e{n + 1} "{f"&e{n};" * 10}">' for n in range(9))
    attributes = b" ".join(b'a%d=""' % number for number in range(1_000_000))
    items = b"<Item><Packages/></Item>"
    return {
        "entity bomb": f"<!DOCTYPE ASYCUDA [{bomb}]><ASYCUDA>&e9;</ASYCUDA>".encode(),
        "one byte too large": b"<ASYCUDA>" + b" " * LARGEST_FILE,
        "too many elements": b"<ASYCUDA>" + b"<a/>" * 4_000_001 + b"</ASYCUDA>",
        "100,000 deep": b"<ASYCUDA>" + b"<a>" * 100_000,
        "100 MB of one text": b"<ASYCUDA>" + b"x" * (LARGEST_FILE - 30) + b"</ASYCUDA>",
        "a million attributes": b"<ASYCUDA " + attributes + b"/>",
        "100,000 items, 2 MB": b"<ASYCUDA>" + items * 100_000 + b"</ASYCUDA>",
    }  # fmt: skip


def opened_apart(content: bytes) -> tuple[float, int, str]:
    """Return how long a file takes in a process of its own, its peak in KB, and the outcome."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        start, said = perf_counter(), "opened"
        try:
            read_content(content, "hostile.xml")
        except FileRefused:
            said = "refused"
        took = perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        os.write(writing, f"{took} {peak} {said}".encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    took, peak, said = os.read(reading, 100).decode().split()
    os.close(reading)
    return float(took), int(peak), said


def main() -> None:
    sample = shipped("samples/im4-seven-items.xml").read_bytes()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = []
        for number in range(FILES):
            path = folder / f"{number}.xml"
            path.write_bytes(sample + b"<!--%d-->" % number)
            paths.append(path)
        parsing = best(lambda: [etree.parse(path) for path in paths])
        size = len(sample) / 1000
        print(f"{FILES} files of {size:.0f} kB: parsed {FILES / parsing:,.0f} a second")

        def tell(what: str, took: float) -> None:
            print(f"{what:8} {FILES / took:7,.0f} files a second, {took / parsing:6.2f} x parsing")

        tell("harvest", best(lambda: gather(paths)))
        workspace = Workspace(Paths(folder / "office"), user="bench")
        workspace.open_database()
        start = perf_counter()
        report = import_files(workspace, paths)
        tell("import", perf_counter() - start)
        assert len(report.outcomes) == FILES
        workspace.close()
    files = hostile()
    _, usual, _ = opened_apart(sample)
    for title, content in files.items():
        took, peak, said = opened_apart(content)
        more = max(peak - usual, 0) / _MEGABYTE
        size = len(content) / 1e6
        print(f"{title:22} {size:6.1f} MB  {said}  {took:6.2f} s  {more:7.1f} MB more")


main()
