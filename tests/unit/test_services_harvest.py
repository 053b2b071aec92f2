"""Files teach the office: gathered, judged against what is official, kept and never overwriting."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from sad_desktop.brokerage.companies import Company, Role
from sad_desktop.brokerage.harvest import Harvest, Seen, Shelf, Sighting
from sad_desktop.brokerage.users import Service
from sad_desktop.database import harvest as stored_harvest
from sad_desktop.database.harvest import HarvestedMeanwhile
from sad_desktop.paths import Paths
from sad_desktop.resources import resource
from sad_desktop.services.companies import Companies
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import read_content
from sad_desktop.services.files_below import files_below
from sad_desktop.services.harvest import Harvests, Standing, gather, is_proposed, judge
from sad_desktop.services.reference_lists import ReferenceLists
from sad_desktop.services.rights import NotAllowed
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.book import ListEntry
from tests.builders import a_book, a_line
from tests.signed_in import sign_in

pytest_plugins = ["tests.databases"]
ON = date(2026, 11, 2)
MOMENT = datetime(2026, 11, 2, 9, tzinfo=UTC)
SAMPLES = ("im4-assessed.xml", "im4-seven-items.xml")


@pytest.fixture
def folder(tmp_path) -> Path:
    """Return a folder of two declarations, one of them twice, and of files that are none."""
    root = tmp_path / "past"
    (root / "2025").mkdir(parents=True)
    for name in SAMPLES:
        (root / name).write_bytes(resource(f"samples/{name}").read_bytes())
    (root / "2025" / "copy.XML").write_bytes((root / SAMPLES[0]).read_bytes())
    (root / "2025" / "bad.xml").write_bytes(b"<ASYCUDA><Item>")
    (root / "2025" / "page.html").write_bytes(b"<html/>")
    (root / ".hidden.xml").write_bytes(b"")
    (root / "2025" / "loop").symlink_to(root)
    return root


@pytest.fixture
def office(tmp_path):
    workspace = Workspace(Paths(tmp_path / "data"), user="amal")
    yield workspace
    workspace.close()


def test_folders_give_their_declarations_once_and_in_order(folder: Path):
    names = [path.name for path in files_below([folder, folder / SAMPLES[0]])]
    assert names == [*SAMPLES, "bad.xml", "copy.XML"]


def test_a_bad_file_is_told_and_the_same_file_counted_once(folder: Path):
    seen = []
    gathered = gather(
        files_below([folder]), progress=lambda done, total: seen.append((done, total))
    )
    assert gathered.declarations == 2
    assert gathered.repeated == 1
    assert [path.name for path, _ in gathered.refused] == ["bad.xml"]
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert gathered.is_whole
    again = gather(files_below([folder]), gathered.files)
    assert (again.declarations, again.repeated) == (0, 3)


def test_cancelled_it_keeps_what_was_gathered(folder: Path):
    done: list[int] = []
    gathered = gather(
        files_below([folder]),
        progress=lambda number, _total: done.append(number),
        is_cancelled=lambda: len(done) == 1,
    )
    assert not gathered.is_whole
    assert gathered.declarations == 1


def test_what_is_official_is_told_beside_and_stays():
    lines = (
        a_seen(Shelf.OFFICES, ("BHK",), "Khalifa"),
        a_seen(Shelf.OFFICES, ("BHX",), "Nowhere"),
        a_seen(Shelf.OFFICES, ("BHA",), "the airport"),
        a_seen(Shelf.BANKS, ("NBB",), "National Bank"),
        a_seen(Shelf.RATES, ("8703", "DTY", ""), "5"),
        a_seen(Shelf.RATES, ("8704", "DTY", ""), "5"),
        a_seen(Shelf.GOODS, ("8705",), "trucks"),
        a_seen(Shelf.COMPANIES, ("100",), "Gulf Cars WLL\nManama"),
        a_seen(Shelf.COMPANIES, ("200",), "Gulf Boats"),
        a_seen(Shelf.COMPANIES, ("300",), "New"),
    )
    offices = [ListEntry(code=code, en=en, ar="") for code, en in _OFFICES]
    book = a_book(lines=[a_line("8703", DTY="15%"), a_line("8704", DTY="5%")],
                  entries={"offices": offices})  # fmt: skip
    companies = [Company(code="100", en="Gulf Cars"), Company(code="200", en="Gulf Planes")]
    judged = judge(lines, Desk(book=book, on=ON), companies)
    assert [(str(one.standing), one.official) for one in judged] == [
        ("otherwise", "Khalifa port"),
        ("unlisted", ""),
        ("known", "The Airport"),
        ("new", ""),
        ("otherwise", "15%"),
        ("known", "5%"),
        ("unlisted", ""),
        ("known", "Gulf Cars"),
        ("otherwise", "Gulf Planes"),
        ("new", ""),
    ]


def test_two_names_of_one_code_are_disputed():
    lines = (
        Seen(
            shelf=Shelf.BANKS,
            key=("NBB",),
            values=(("National Bank", Sighting(count=2)), ("Bank of Bahrain", Sighting())),
        ),
    )
    (judged,) = judge(lines, Desk(book=a_book(), on=ON), ())
    assert judged.standing is Standing.DISPUTED


def test_a_harvest_is_kept_and_adds_the_companies_nobody_knows(
    folder: Path, office: Workspace, tmp_path: Path
):
    harvests, companies = Harvests(office, "bh"), Companies(office, "bh")
    own = companies.store(
        Company(code=_importer(), en="Our own name", roles=frozenset({Role.PAYER}))
    )
    gathered = gather(files_below([folder]), harvests.known_files())
    lists = ReferenceLists(office, tmp_path / "lists.sqlite3", "bh")
    kept = harvests.keep(gathered, companies, lists, MOMENT)
    assert kept.companies > 0
    assert len(companies.all()) >= 1 + kept.companies
    assert next(one for one in companies.all() if one.id == own.id) == own  # nothing overwritten
    assert {line.key for line in harvests.lines()} == {line.key for line in gathered.lines}
    assert harvests.known_files() == frozenset(gathered.files)
    seen_before = gather(files_below([folder]), harvests.known_files())
    again = harvests.keep(seen_before, companies, lists, MOMENT)
    assert (again.companies, again.codes, again.lines) == (0, 0, 0)
    assert {line.key: line.count for line in harvests.lines(Shelf.OFFICES)} == {
        line.key: line.count for line in gathered.lines if line.shelf is Shelf.OFFICES
    }


def test_a_company_the_country_does_not_admit_is_told(office: Workspace, tmp_path: Path):
    gathered = gather(())
    lines = (a_seen(Shelf.COMPANIES, ("bad code",), "Somebody"),)
    lists = ReferenceLists(office, tmp_path / "lists.sqlite3", "bh")
    lines += (a_seen(Shelf.COMPANIES, ("12",), "Somebody else"),)
    kept = Harvests(office, "bh").keep(
        _with(gathered, lines), Companies(office, "bh", r"\d+"), lists, MOMENT
    )
    assert [name for name, _ in kept.refused] == ["bad code Somebody"]
    assert kept.companies == 1


def test_cancelled_while_keeping_the_files_may_be_harvested_again(
    folder: Path, office: Workspace, tmp_path: Path
):
    harvests, companies = Harvests(office, "bh"), Companies(office, "bh")
    lists = ReferenceLists(office, tmp_path / "lists.sqlite3", "bh")
    gathered = gather(files_below([folder]))
    kept = harvests.keep(gathered, companies, lists, MOMENT, is_cancelled=lambda: True)
    assert not kept.is_whole
    assert harvests.known_files() == frozenset()
    assert harvests.lines() == ()


def test_codes_no_list_has_are_added_and_a_listed_code_stays(office: Workspace, tmp_path: Path):
    lists = ReferenceLists(office, tmp_path / "lists.sqlite3", "bh")
    lists.put("banks", ListEntry(code="NBB", en="National Bank", ar="الوطني"))
    lines = (
        a_seen(Shelf.BANKS, ("NBB",), "Somebody's bank"),
        a_seen(Shelf.BANKS, ("BBK",), "بنك البحرين"),
        a_seen(Shelf.LOCATIONS, ("YARD-99",), ""),
    )
    gathered = _with(gather(()), lines)
    companies = Companies(office, "bh")
    kept = Harvests(office, "bh").keep(gathered, companies, lists, MOMENT)
    assert kept.codes == 2
    banks = {code: (own[0].en, own[0].ar) for code, own in lists.entries("banks").items()}
    assert banks["NBB"] == ("National Bank", "الوطني")
    assert banks["BBK"] == ("", "بنك البحرين")
    assert lists.book.entry("locations", "YARD-99", ON) is not None
    assert [judged.standing for judged in judge(lines, Desk(book=lists.book, on=ON), ())] == [
        *(Standing.OTHERWISE, Standing.KNOWN, Standing.KNOWN)
    ]


def test_whoever_may_not_key_companies_takes_none(office: Workspace, tmp_path: Path):
    lists = ReferenceLists(office, tmp_path / "lists.sqlite3", "bh")
    sign_in(office, {Service.TEMPLATES})
    harvests, companies = Harvests(office, "bh"), Companies(office, "bh")
    lines = (a_seen(Shelf.COMPANIES, ("12",), "Somebody"), a_seen(Shelf.HABITS, ("12", "x"), "y"))
    with pytest.raises(NotAllowed):
        harvests.keep(_with(gather(()), lines), companies, lists, MOMENT)
    assert harvests.lines() == ()
    assert harvests.keep(_with(gather(()), lines[1:]), companies, lists, MOMENT).lines == 1


def test_only_what_a_list_does_not_have_is_left_out_unless_said():
    lines = (a_seen(Shelf.OFFICES, ("XX",), ""), a_seen(Shelf.GOODS, ("1",), ""))
    book = a_book(entries={"offices": [ListEntry(code="BHK", en="", ar="")]}, lines=[a_line("2")])
    judged = judge(lines, Desk(book=book, on=ON), ())
    assert [is_proposed(one) for one in judged] == [False, True]


def test_counts_add_up_on_both_databases(engine):
    first = a_seen(Shelf.RATES, ("8703", "DTY", ""), "5", count=2)
    price = a_seen(Shelf.PRICES, ("1", "8703", "TR", ""), "1.5 2.5")
    for number, line in enumerate((first, first, price)):
        stored_harvest.store(
            engine, "bh", [line], {f"{number:064}": "a.xml"}, user="amal", at=MOMENT
        )
    wider = a_seen(Shelf.PRICES, ("1", "8703", "TR", ""), "0.5 2.0")
    again = {"0" * 64: "a.xml"}
    with pytest.raises(HarvestedMeanwhile, match=r"learned from a\.xml meanwhile"):
        stored_harvest.store(engine, "bh", [wider], again, user="amal", at=MOMENT)
    stored_harvest.store(engine, "bh", [wider], again, user="amal", at=MOMENT, is_again=True)
    (rate,) = stored_harvest.load(engine, "bh", [Shelf.RATES])
    assert rate.values == (("5", Sighting(count=4, first=ON, last=ON)),)
    (prices,) = stored_harvest.load(engine, "bh", [Shelf.PRICES])
    assert prices.value == "0.5 2.5"
    assert len(stored_harvest.known_files(engine, "bh")) == 3
    assert stored_harvest.load(engine, "sa") == ()


_OFFICES = (("BHK", "Khalifa port"), ("BHA", "The Airport"))


def a_seen(shelf: Shelf, key: tuple[str, ...], value: str, count: int = 1) -> Seen:
    sighting = Sighting(count=count, first=ON, last=ON)
    roles = frozenset({Role.CONSIGNEE}) if shelf is Shelf.COMPANIES else frozenset()
    return Seen(shelf=shelf, key=key, values=((value, sighting),), roles=roles)


def _importer() -> str:
    harvest = Harvest()
    harvest.add(read_content(resource("samples/im4-assessed.xml").read_bytes(), "a.xml"))
    return next(
        line.key[0]
        for line in harvest.lines()
        if line.shelf is Shelf.COMPANIES and Role.CONSIGNEE in line.roles
    )


def _with(gathered, lines):
    return replace(gathered, lines=lines)
