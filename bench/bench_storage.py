"""How long storing, opening and searching take against the bare database, in the same run.

Prints ratios: they hold on any machine. Goals for 999 items with 5,994 documents: storing at most
2 times Core executemany of rows made ready, opening at most 3 times reading the raw rows. The
library of 100,000 declarations is searched as a clerk types, letter by letter.

    python bench/bench_storage.py [number of declarations] [postgresql URL of an empty database]
"""

import random
import sqlite3
import sys
import tempfile
import uuid
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import Engine, Table, insert, text

from bench.table import record
from sad_desktop.brokerage.library import LibraryQuery, Stored
from sad_desktop.database import library, schema
from sad_desktop.database.declarations import header_row, load, store
from sad_desktop.database.engine import connect, database_url, writing
from sad_desktop.database.upgrade import upgrade
from sad_desktop.declaration.draft import Draft, Rows
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document
from sad_desktop.declaration.status import Status
from sad_desktop.paths import Paths
from sad_desktop.services.journal import Journal

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
CREATION: dict[str, Any] = {"version": 1, "created_at": NOW, "created_by": "Salma"}
ROUNDS = 9
BATCH = 2_000
choose = random.Random(100_000)


def large(items: int = 999, documents: int = 6) -> Draft:
    """Return a draft as a clerk leaves it: a third of the boxes of each item filled."""
    made = tuple(_item(key, documents) for key in range(1, items + 1))
    return Draft(
        declaration=Declaration(
            reference_year=2026,
            reference_number="BR-1",
            consignee_name="شركة الأمل\nالمنامة",
            invoice_amount=Decimal("1234567.50"),
            items=made,
            containers=tuple(Container(item_key=1, identity=f"MSCU{n:07}") for n in range(20)),
        )
    )


def _item(key: int, documents: int) -> Item:
    return Item(
        key=key,
        marks_1=f"LOT {key}",
        package_count=Decimal(key),
        package_kind="CT",
        package_kind_name="كرتون",
        tariff_description="آلات للمعالجة الذاتية للمعلومات",
        commercial_description=f"حواسيب محمولة laptop model {key}",
        commodity_code=f"8471{key:04}",
        origin_country="CN",
        gross_mass=Decimal(key * 7).scaleb(-2),
        procedure="4000",
        extended_code="000",
        net_mass=Decimal(key * 6).scaleb(-2),
        summary_declaration="MAN2026/881",
        unit_1="NAR",
        unit_1_quantity=Decimal(key),
        invoice_amount=Decimal(key * 7919).scaleb(-2),
        valuation_method="1",
        documents=tuple(
            Document(
                document_code=f"38{number}",
                name="فاتورة",
                reference=f"INV-{key}-{number}",
                issued=date(2026, 6, 1) + timedelta(days=number),
            )
            for number in range(documents)
        ),
    )


def time_of(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    return sorted(_timed(work) for _ in range(rounds))[rounds // 2]


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def ready_rows(draft: Draft, declaration_id: str) -> list[tuple[Table, list[dict[str, Any]]]]:
    """Return the rows of a draft as Core takes them, the floor of storing."""
    header = {
        **header_row(draft, "Salma", NOW),
        "id": declaration_id,
        **CREATION,
    }
    declaration = draft.declaration
    hanging = [
        (schema.items, Item, {"key": item.key, "position": place}, item)
        for place, item in enumerate(declaration.items)
    ]
    hanging += [
        (schema.row_tables[Rows.CONTAINERS], Container, {"item_key": 1, "row": place}, row)
        for place, row in enumerate(declaration.containers)
    ]
    hanging += [
        (schema.row_tables[Rows.DOCUMENTS], Document, {"item_key": item.key, "row": place}, row)
        for item in declaration.items
        for place, row in enumerate(item.documents)
    ]
    by_table: dict[Table, list[dict[str, Any]]] = {schema.declarations: [header]}
    for table, model, keys, value in hanging:
        fields = {name: getattr(value, name) for name in definitions(model)}
        row = {"declaration_id": declaration_id, **keys, **fields}
        by_table.setdefault(table, []).append(row)
    return list(by_table.items())


def compare_storing(engine: Engine) -> str:
    """Store and open 999 items with 5,994 documents; print the ratios, return the id."""
    draft = large()
    prepared = iter([ready_rows(draft, str(uuid.uuid4())) for _ in range(ROUNDS)])

    def bare() -> None:
        with writing(engine) as connection:
            for table, parameters in next(prepared):
                connection.execute(insert(table), parameters)

    def first() -> None:
        store(engine, str(uuid.uuid4()), draft, base_version=0, user="Salma", at=NOW)

    known = str(uuid.uuid4())
    versions = iter(range(ROUNDS + 2))

    def again() -> None:
        store(engine, known, draft, base_version=next(versions), user="Salma", at=NOW)

    again()
    floor, stored, stored_again = time_of(bare), time_of(first), time_of(again)
    _say("store 999 items: first time", stored, floor, "executemany", 2)
    _say("store 999 items: again", stored_again, floor, "executemany", 2)
    opened = time_of(lambda: load(engine, known))
    if engine.dialect.name == "sqlite":
        _say("open 999 items", opened, time_of(_raw_rows(engine, known)), "raw rows", 3)
    else:
        _say("open 999 items", opened, time_of(_core_rows(engine, known)), "rows by Core", 3)
    return known


def _raw_rows(engine: Engine, declaration_id: str) -> Callable[[], object]:
    statements = [
        f"SELECT * FROM {table.name} WHERE {_key(table)} = ?"  # noqa: S608 - names of the schema
        for table in (schema.declarations, schema.items, *schema.row_tables.values())
    ]

    def read() -> None:
        with closing(sqlite3.connect(str(engine.url.database))) as connection:
            for statement in statements:
                connection.execute(statement, (declaration_id,)).fetchall()

    return read


def _core_rows(engine: Engine, declaration_id: str) -> Callable[[], object]:
    def read() -> None:
        with engine.connect() as connection:
            for table in (schema.declarations, schema.items, *schema.row_tables.values()):
                connection.execute(
                    table.select().where(table.c[_key(table)] == declaration_id)
                ).all()

    return read


def _key(table: Table) -> str:
    return "id" if table is schema.declarations else "declaration_id"


def compare_journal(folder: Path) -> None:
    """Journal the draft of 999 items against writing as many bytes."""
    journal, draft = Journal(Paths(folder)), large()
    written = time_of(lambda: journal.write("a", draft, 1))
    size = (folder / "recovery" / "a.json").stat().st_size
    print(f"journal of 999 items: {written:.1f} ms, {size / 1e6:.1f} MB")


def fill_library(engine: Engine, number: int) -> None:
    """Put declarations of one to nine items into the library, their words as they are made."""
    consignees = [
        f"{_word()} {_word()} {choose.choice(('شركة', 'Trading', 'مؤسسة'))}" for _ in range(3000)
    ]
    words = [_word() for _ in range(20_000)]
    statuses = list(Status)
    drafts = (
        Draft(
            declaration=Declaration(
                reference_year=2020 + place % 7,
                reference_number=f"BR-{place:06}",
                registration_number=str(choose.randrange(10**5, 10**6)),
                consignee_code=f"{choose.randrange(10**5)}-01",
                consignee_name=choose.choice(consignees),
                exporter_name=f"{_rare(words)} GmbH",
                items=tuple(_small_item(key, words) for key in range(1, choose.randrange(2, 10))),
            ),
            status=statuses[min(int(choose.expovariate(0.7)), len(statuses) - 1)],
        )
        for place in range(number)
    )
    while batch := list(islice(drafts, BATCH)):
        _fill(engine, batch)


def _small_item(key: int, words: list[str]) -> Item:
    return Item(
        key=key,
        commodity_code=f"{choose.randrange(1, 97):02}{choose.randrange(10**6):06}",
        commercial_description=" ".join(_rare(words) for _ in range(4)),
        tariff_description=" ".join(_rare(words) for _ in range(3)),
    )


def _word() -> str:
    letters = choose.choice(("abcdefghiklmnoprstuvw", "ابتثجحدرسشصطعفقكلمنهويةأ"))
    return "".join(choose.choice(letters) for _ in range(choose.randrange(3, 9)))


def _rare(words: list[str]) -> str:
    """Return a word as words are spread in texts: few often, many rarely."""
    return words[min(int(choose.paretovariate(0.6)), len(words)) - 1]


def _fill(engine: Engine, drafts: list[Draft]) -> None:
    stored = [
        Stored(
            id=str(uuid.uuid4()),
            draft=draft,
            stored_at=NOW,
            stored_by="Salma",
            **CREATION,
        )
        for draft in drafts
    ]
    with writing(engine) as connection:
        connection.execute(
            insert(schema.declarations),
            [
                {
                    **header_row(one.draft, "Salma", NOW),
                    "id": one.id,
                    **CREATION,
                }
                for one in stored
            ],
        )
        for one in stored:
            library.add_line(connection, one)


def compare_searching(engine: Engine) -> None:
    """Type search lines letter by letter, as the library dock does; print times and ratios."""
    number = library.count(engine, LibraryQuery())
    lines = _typed_lines(engine)
    found, counted, bare = [], [], []
    for typed in lines:
        query = LibraryQuery(typed=typed)
        found.append(_timed(lambda query=query: library.summaries(engine, query, 0, 60)))
        counted.append(_timed(lambda query=query: library.count(engine, query)))
        bare.append(_timed(lambda query=query: _bare_search(engine, query)))
    print(f"library of {number:,}: {len(lines)} keystrokes")
    _say_spread("  60 lines", found, bare)
    _say_spread("  how many lines", counted, bare)
    _say_spread("  (the bare query of 60 places)", bare, bare)
    paged = [
        _timed(lambda at=at: library.summaries(engine, LibraryQuery(), at, 60))
        for at in range(0, number, max(number // 50, 1))
    ]
    print(f"  a window of 60 anywhere, nothing typed: greatest {max(paged):.1f} ms")
    print(f"  counts of the tree: {time_of(lambda: library.counts(engine)):.1f} ms")
    scan = time_of(lambda: _scan(engine), 3)
    print(f"  for comparison, LIKE over one column of the lines: {scan:.1f} ms")


def _typed_lines(engine: Engine) -> list[str]:
    sample = choose.sample(library.summaries(engine, LibraryQuery(), 0, 5000), 60)
    whole = [line.consignee_name for line in sample[:20]]
    whole += [line.reference for line in sample[20:30]]
    whole += [line.commodity_code for line in sample[30:40]]
    whole += [line.goods for line in sample[40:60]]
    return [one[: length + 1] for one in whole for length in range(len(one))]


def _bare_search(engine: Engine, query: LibraryQuery) -> None:
    wanted = library.places_of(engine, query).limit(60)
    with engine.connect() as connection:
        connection.execute(wanted).all()


def _scan(engine: Engine) -> None:
    statement = "SELECT count(*) FROM library WHERE goods LIKE '%xyz%'"
    with engine.connect() as connection:
        connection.execute(text(statement)).all()


def _say(what: str, taken: float, floor: float, of: str, goal: int) -> None:
    ratio = taken / floor
    record(what, of, ratio, goal)
    verdict = "ok" if ratio <= goal else "MISSED"
    print(f"{what}: {ratio:.2f} x {of} (goal {goal}; {taken:.1f} ms to {floor:.1f} ms) {verdict}")


def _say_spread(what: str, times: list[float], floor: list[float]) -> None:
    def at(part: float) -> str:
        return f"{sorted(times)[int(len(times) * part)]:.1f}"

    ratio = sum(times) / sum(floor)
    if times is not floor:
        record(f"library of 100,000, a key:{what}", "the bare query", ratio)
    print(f"{what}: median {at(0.5)}, p99 {at(0.99)}, greatest {max(times):.1f} ms; {ratio:.2f} x")


def main() -> None:
    """Run all comparisons."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        url = sys.argv[2] if len(sys.argv) > 2 else database_url(folder / "desk.sqlite3")
        engine = connect(url)
        upgrade(engine, folder, NOW)
        compare_storing(engine)
        compare_journal(folder)
        began = perf_counter()
        fill_library(engine, number)
        print(f"(filled in {perf_counter() - began:.0f} s)")
        compare_searching(engine)
        engine.dispose()


if __name__ == "__main__":
    main()
