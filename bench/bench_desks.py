"""Eight desks of one office on a real server: each keys, stores, corrects and stores again.

`python bench/bench_desks.py 10000` is the number of declarations of all desks together. The floor
is one desk alone. The server is killed and started again in between; afterwards every
declaration must be there once, in its second version.
"""

import os
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from bench.table import record
from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.paths import Paths
from sad_desktop.services.workspace import Workspace
from tests.desks import Desk, finish, key_in
from tests.postgresql_server import newest_binaries, running_server

DESKS = 8
ALONE = 50


def keyed(folder: Path, url: str, names: list[str], each: int) -> tuple[float, int]:
    """Return the seconds that desks of these names take, and how often one was refused."""

    def work(desk: Desk) -> None:
        for number in range(each):
            key_in(desk, number)

    desks = [Desk(folder, url, name, work) for name in names]
    desks[0].workspace.open_database()
    start = time.perf_counter()
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join()
    taken = time.perf_counter() - start
    finish(desks)
    return taken, sum(desk.refusals for desk in desks)


def main() -> None:
    number = int(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("DECLARATIONS", "10000"))
    each = max(number // DESKS, 1)
    binaries = newest_binaries()
    if binaries is None:
        print("no PostgreSQL server is installed")
        return
    with tempfile.TemporaryDirectory() as name, running_server(binaries) as server:
        folder = Path(name)
        alone, _ = keyed(folder, server.url, ["alone"], ALONE)
        floor = alone / ALONE
        threading.Timer(each * DESKS * floor / 4, lambda: (server.kill(), server.start())).start()
        taken, refusals = keyed(folder, server.url, [f"desk{n}" for n in range(DESKS)], each)
        office = Workspace(Paths(folder / "office"), user="office", database_url=server.url)
        lines = office.summaries(LibraryQuery(), limit=each * DESKS + ALONE + 1)
        whole = len(lines) == each * DESKS + ALONE and {line.version for line in lines} == {2}
        office.close()
    ratio = taken / (each * DESKS) / floor
    print(f"{each * DESKS:,} declarations of {DESKS} desks in {taken:.0f} s, server killed once, "
          f"{refusals} stores asked again; nothing lost, nothing doubled: {whole}")  # fmt: skip
    print(f"a declaration keyed and corrected {ratio:.2f} x one desk alone ({floor * 1000:.0f} ms)")
    record(f"a declaration of {DESKS} desks, {each * DESKS:,} in all", "one desk alone", ratio)


if __name__ == "__main__":
    main()
