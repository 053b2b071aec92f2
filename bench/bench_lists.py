"""How long a finder takes per keystroke, and an import per line, against their floors.

A keystroke over 20,000 tariff lines is compared with the bare FTS5 query of the same words and
with a LIKE scan of the same rows; the import of 15,000 lines with reading the file alone. Goals:
keystroke at most 2 times FTS5 and 0.4 times LIKE for the slowest text; ratios hold anywhere.
"""

import csv
import random
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sad_desktop.database.search_copy import SearchCopy
from sad_desktop.services.list_imports import ListImports, Wish
from sad_desktop.services.office_book import OfficeBook
from sad_desktop.tariff.book import ListEntry, LookupQuery
from sad_desktop.tariff.lines import TARIFF
from sad_desktop.tariff.lookup import normalise, query_words
from sad_desktop.tariff.profile_file import load_profile
from tests.reference_desk import lists_of

TODAY = date(2026, 11, 21)
LINES, IMPORTED, LIMIT, ROUNDS = 20_000, 15_000, 50, 15
THINGS = ("horses", "tyres", "honey", "carpets", "tobacco", "telephones", "shirts", "pumps")
KINDS = ("fresh", "frozen", "of cotton", "of steel", "electric", "for retail sale", "parts of")
ARABIC = ("خيول", "إطارات", "عسل", "سجاد", "تبغ", "هواتف", "قمصان", "مضخات")
TYPED = (
    *("t", "ty", "tyr", "tyre", "tyres", "tyres s", "tyres st", "tyres ste", "tyres steel"),
    *("ه", "هو", "هوا", "هواتف", "الهواتف", "سجاد", "horses fresh", "pumps electric 7"),
)


def lines(count: int) -> list[ListEntry]:
    """Return so many tariff lines of words that repeat as a tariff's do."""
    chance = random.Random(7)
    rows = []
    for number in range(count):
        at = chance.randrange(len(THINGS))
        kind, other = chance.choice(KINDS), chance.choice(KINDS)
        rows.append(
            ListEntry(
                code=f"{number * 37 % 10**6:06}{number:06}",
                en=f"{THINGS[at].title()}, {kind}, {other}, weighing {number % 900} kg",
                ar=f"{ARABIC[at]} رقم {number % 900} للبيع",
                facts={"units": "KGM", "rate:DTY": "5%"},
            )
        )
    return rows


def slowest(*works: Callable[[str], object]) -> list[float]:
    """Return the milliseconds of the slowest text typed for each work, run in turns.

    A text takes the least of some runs: the machine has other work to do.
    """
    worst = [0.0] * len(works)
    for typed in TYPED:
        least = [float("inf")] * len(works)
        for _ in range(ROUNDS):
            for at, work in enumerate(works):
                start = perf_counter()
                work(typed)
                least[at] = min(least[at], (perf_counter() - start) * 1000)
        worst = [max(pair) for pair in zip(worst, least, strict=True)]
    return worst


def keystrokes() -> None:
    """Compare what a finder asks with the bare queries."""
    entries = lines(LINES)
    copy = SearchCopy()
    copy.rebuild({TARIFF: {one.code: (one,) for one in entries}}, shipped="bench", edition=0)
    book = OfficeBook(load_profile("bh")[0], copy)
    tag = copy.tag(TARIFF) or ""

    def ours(typed: str) -> object:
        return book.search(LookupQuery(list_name=TARIFF, text=typed, on=TODAY, limit=LIMIT))

    def bare(typed: str) -> object:
        match = " ".join(f'"{tag}{word}"*' for word in query_words(typed))
        return copy.rows(
            "SELECT e.code, e.en, e.ar FROM words JOIN entries e ON e.id = words.rowid"
            " WHERE words MATCH ? LIMIT ?",
            [match, LIMIT],
        )

    def scan(typed: str) -> object:
        wanted = [f"%{word}%" for word in normalise(typed).split()]
        likes = " AND ".join("(en || ' ' || ar) LIKE ?" for _ in wanted)
        return copy.rows(
            f"SELECT code, en, ar FROM entries WHERE {likes} ORDER BY code",  # noqa: S608
            wanted,
        )

    own, floor, like = slowest(ours, bare, scan)
    print(f"keystroke over {LINES:,} lines       {own:8.2f} ms")
    print(f"  the bare FTS5 query             {floor:8.2f} ms   {own / floor:5.2f} x   goal 2 x")
    print(f"  a LIKE scan                     {like:8.2f} ms   {own / like:5.2f} x   goal 0.4 x")
    copy.close()


def imports() -> None:
    """Compare reading, comparing and storing a tariff with reading its file alone."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tariff.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(("code", "english", "arabic", "duty"))
            writer.writerows((one.code, one.en, one.ar, "5%") for one in lines(IMPORTED))
        start = perf_counter()
        with path.open(encoding="utf-8", newline="") as file:
            count = sum(1 for _ in csv.reader(file))
        floor = perf_counter() - start
        lists = lists_of(Path(folder) / "desk")
        importing = ListImports(lists._workspace, lists)
        start = perf_counter()
        table = importing.read(TARIFF, path)
        layout = importing.layout(TARIFF, table)
        prepared = importing.prepare(TARIFF, table, layout, Wish(on=TODAY, starts=TODAY))
        looked = perf_counter() - start
        importing.store(prepared)
        whole = perf_counter() - start
        lists.close()
    print(
        f"import of {count - 1:,} lines           {whole:8.2f} s    {whole / floor:5.0f} x reading"
    )
    print(f"  looked at, nothing written      {looked:8.2f} s    {looked / floor:5.0f} x reading")


def main() -> None:
    keystrokes()
    imports()


if __name__ == "__main__":
    main()
