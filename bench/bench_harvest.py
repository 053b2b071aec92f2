"""How long learning from past declarations takes against parsing the same files alone.

Prints ratios of times measured in the same run, and files a second; a harvest also reads each file
from the disk, fingerprints it and builds its declaration.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lxml import etree

from sad_desktop.paths import Paths
from sad_desktop.resources import resource
from sad_desktop.services.companies import Companies
from sad_desktop.services.desk import Desk
from sad_desktop.services.harvest import Harvests, gather, judge
from sad_desktop.services.reference_lists import ReferenceLists
from sad_desktop.services.workspace import Workspace

FILES, IMPORTERS = 500, 170
DAY = date(2026, 11, 21)


def write_files(folder: Path) -> list[Path]:
    """Write declarations of many importers, each with suppliers of its own."""
    content = resource("samples/im4-assessed.xml").read_bytes()
    for number in range(FILES):
        importer = number % IMPORTERS
        own = content.replace(b"58411-01", b"%05d-01" % (58000 + importer))
        own = own.replace(b"Al Waha", b"Al Waha %d" % importer)
        (folder / f"{number}.xml").write_bytes(own.replace(b"Marmara", b"Marmara %d" % number))
    return sorted(folder.glob("*.xml"))


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Return how many seconds work takes, and its result."""
    start = perf_counter()
    result = work()
    return perf_counter() - start, result


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        files = write_files(root)
        parsing, _ = timed(lambda: [etree.fromstring(path.read_bytes()) for path in files])
        print(f"{FILES} files; parsing alone {FILES / parsing:,.0f} files a second")
        gathering, gathered = timed(lambda: gather(files))
        rate = FILES / gathering
        print(f"gather    {rate:7,.0f} files a second  {gathering / parsing:6.2f} x parsing")
        workspace = Workspace(Paths(root / "office"), user="bench")
        workspace.open_database()
        lists = ReferenceLists(workspace, root / "office" / "lists.sqlite3", "bh")
        lists.refresh()
        companies = Companies(workspace, "bh", lists.profile.tin_pattern)
        desk = Desk(book=lists.book, on=DAY)
        judging, _ = timed(lambda: judge(gathered.lines, desk, companies.all()))
        print(
            f"judge     {len(gathered.lines):7,} lines           {judging / parsing:6.2f} x parsing"
        )
        moment = datetime(2026, 11, 21, tzinfo=UTC)
        harvests = Harvests(workspace, "bh")
        keeping, kept = timed(lambda: harvests.keep(gathered, companies, lists, moment))
        new = kept.companies + kept.suppliers
        print(f"keep      {new:7,} companies       {keeping / parsing:6.2f} x parsing")
        lists.close()
        workspace.close()


main()
