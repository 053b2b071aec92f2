"""How long a bill is looked for among a million, and a manifest of 5,000 bills is imported.

The floor of the lookup is what `LIKE` takes in the same table; that of the import parsing the
same file alone.
"""

import random
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from lxml import etree
from sqlalchemy import insert

from bench.table import record
from sad_desktop.brokerage.manifests import Manifest
from sad_desktop.database.engine import reading, writing
from sad_desktop.database.manifest_tables import bills
from sad_desktop.paths import Paths
from sad_desktop.services.manifest_imports import ManifestImports
from sad_desktop.services.manifests import Manifests
from sad_desktop.services.workspace import Workspace
from sad_desktop.xml.dialects import read_manifest

BILLS, VOYAGES, IMPORTED = 1_000_000, 1_000, 5_000
LOOKUPS, SCANS = 300, 5
FEWEST_LETTERS, MOST_LETTERS = 4, 11
SEGMENT = (
    "<Bol_segment><Bol_id><Bol_reference>NEW{0:07}</Bol_reference></Bol_id><Traders_segment>"
    "<Consignee><Consignee_name>Gulf Motors {0}</Consignee_name></Consignee></Traders_segment>"
    "<ctn_segment><Ctn_reference>MSCU{0:07}</Ctn_reference></ctn_segment><Goods_segment>"
    "<Number_of_packages>40</Number_of_packages><Gross_mass>1250.5</Gross_mass>"
    "<Goods_description>Shirts</Goods_description></Goods_segment></Bol_segment>"
)


def number_of(place: int) -> str:
    """Return a number as carriers give them: letters of the line, then digits."""
    return f"{('MEDU', 'MSCU', 'HLCU', 'OOLU')[place % 4]}{place * 7919 % BILLS:07}"


def fill(workspace: Workspace, voyages: list[int]) -> None:
    """Write a million bills of many voyages."""
    blank = dict.fromkeys((column.name for column in bills.c if column.name != "id"), "")
    nothing = {"packages": None, "gross_mass": None}
    each = BILLS // len(voyages)
    for place, voyage in enumerate(voyages):
        numbers = map(number_of, range(place * each, (place + 1) * each))
        own = {**blank, **nothing, "manifest_id": voyage}
        rows = [{**own, "number": number, "plain": number} for number in numbers]
        with writing(workspace.database()) as connection:
            connection.execute(insert(bills), rows)


def slowest(work: Callable[[str], object], typed: list[str]) -> float:
    """Return what 99 of 100 lookups stay below, in milliseconds."""
    times = []
    for text in typed:
        start = perf_counter()
        work(text)
        times.append((perf_counter() - start) * 1000)
    return sorted(times)[len(times) * 99 // 100]


def scan(workspace: Workspace, typed: str) -> None:
    """Look for a number with LIKE."""
    with reading(workspace.database()) as connection:
        query = "SELECT id FROM bills WHERE plain LIKE ? ORDER BY plain LIMIT 200"
        connection.exec_driver_sql(query, (f"{typed}%",)).all()


def look_up(workspace: Workspace, manifests: Manifests) -> None:
    """Compare the finder's lookup with a scan."""
    draw = random.Random(7919)
    typed = [
        number_of(draw.randrange(BILLS))[: draw.randint(FEWEST_LETTERS, MOST_LETTERS)]
        for _ in range(LOOKUPS)
    ]
    own = slowest(lambda text: manifests.find_bills(None, text), typed)
    floor = slowest(lambda text: scan(workspace, text), typed[:SCANS])
    print(f"lookup    p99 {own:7.2f} ms    LIKE {floor:8.2f} ms    {own / floor:6.3f} x")
    record("bill by its beginning among 1,000,000, p99", "LIKE scan", own / floor, 1.0)


def bring_in(workspace: Workspace) -> None:
    """Compare an import with parsing the same file alone."""
    segments = "".join(map(SEGMENT.format, range(IMPORTED)))
    general = "<General_segment_id><Voyage_number>IN 1</Voyage_number></General_segment_id>"
    file = f"<Awmds><General_segment>{general}</General_segment>{segments}</Awmds>".encode()
    start = perf_counter()
    etree.fromstring(file)
    parsing = perf_counter() - start
    start = perf_counter()
    read = read_manifest(file, "awmds.xml")
    reading_it = perf_counter() - start
    imports = ManifestImports(workspace)
    start = perf_counter()
    imports.store(imports.prepare_file(read))
    keeping = perf_counter() - start
    print(
        f"read      {IMPORTED:,} bills {reading_it:6.2f} s  {reading_it / parsing:6.1f} x parsing"
    )
    print(f"keep      {IMPORTED:,} bills {keeping:6.2f} s  {keeping / parsing:6.1f} x parsing")
    record("manifest of 5,000 bills read", "lxml parse", reading_it / parsing)


def main() -> None:
    """Measure both."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Paths(Path(folder)), user="bench")
        workspace.open_database()
        manifests = Manifests(workspace)
        kept = [manifests.store(Manifest(voyage=f"V{number}")) for number in range(VOYAGES)]
        fill(workspace, [one.id for one in kept])
        look_up(workspace, manifests)
        bring_in(workspace)
        workspace.close()


main()
