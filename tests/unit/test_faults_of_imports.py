"""Lists, declarations and harvests brought in while the program is killed, the disk is full, or
another desk does the same: whole or not at all, nothing twice, and told in one sentence."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event

from sad_desktop.brokerage.harvest import Shelf
from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.database.reference_lists import ListChanged, changed_since
from sad_desktop.errors import StorageUnavailable, UserError
from sad_desktop.paths import Paths
from sad_desktop.resources import resource
from sad_desktop.services.companies import Companies
from sad_desktop.services.exchange import save_file
from sad_desktop.services.exchange_batch import Result, import_files
from sad_desktop.services.harvest import Harvests, gather
from sad_desktop.services.list_imports import ListImports, Wish
from sad_desktop.services.workspace import Workspace
from tests.clean_declaration import clean
from tests.killed import killed_at_statements
from tests.reference_desk import lists_of

pytest_plugins = ["tests.databases"]
DAY = date(2026, 11, 21)
MOMENT = datetime(2026, 11, 21, 9, tzinfo=UTC)
EVERYTHING = LibraryQuery()
FILES = {
    "tariff": "code;description;Description EN;DTY\n"
    + "\n".join(f"{number:012};بضاعة;Good {number};7%" for number in range(1, 520)),
    "exchange_rates": "currency,rate,from\nUSD,0.377,2026-11-21\nEUR,0.421,2026-11-21\n",
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A data folder with its database and the desk's copy of the lists."""
    folder = tmp_path_factory.mktemp("desk") / "office"
    lists_of(folder).close()
    return folder


@pytest.fixture
def files(tmp_path):
    """Declarations of three files."""
    folder = tmp_path / "files"
    folder.mkdir()
    sample = resource("samples/im4-seven-items.xml").read_bytes()
    (folder / "a.xml").write_bytes(sample)
    draft = clean().draft
    items = tuple(replace(draft.declaration.items[0], key=key) for key in range(1, 100))
    for name in ("b", "c"):
        declaration = replace(draft.declaration, reference_number=name, items=items)
        save_file(replace(draft, declaration=declaration), None, folder / f"{name}.sad")
    return sorted(folder.iterdir())


def put_back(filled, folder):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(filled, folder)


@contextmanager
def desk(folder, url="", user="Salma"):
    with closing(lists_of(folder, url, user=user)) as lists, closing(lists._workspace):
        yield lists


def import_list(lists, name, path):
    imports = ListImports(lists._workspace, lists)
    table = imports.read(name, path)
    wish = Wish(on=DAY, starts=DAY)
    return imports, imports.prepare(name, table, imports.layout(name, table), wish)


@contextmanager
def full_disk(engine, pages=2):
    """Let the database grow by some pages only, as on a disk without room."""

    def limit(connection, _record):
        (now,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count={now + pages}")

    engine.dispose()
    event.listen(engine, "connect", limit)
    yield
    event.remove(engine, "connect", limit)
    engine.dispose()


def held(lists, name):
    """What the office has of a list over what is shipped."""
    _newest, changes = changed_since(lists._workspace.database(), lists.profile.code, 0)
    return {code: periods for (of, code), periods in changes.items() if of == name}


@pytest.mark.parametrize("name", FILES)
def test_killed_in_an_import_of_a_list_it_is_the_former_or_the_new_one(filled, tmp_path, name):
    path, folder = tmp_path / "file.csv", tmp_path / "office"
    path.write_text(FILES[name], encoding="utf-8")

    def work():
        with desk(folder) as lists:
            imports, prepared = import_list(lists, name, path)
            imports.store(prepared)

    put_back(filled, folder)
    with desk(folder) as lists:
        before = held(lists, name)
        imports, prepared = import_list(lists, name, path)
        imports.store(prepared)
        after = held(lists, name)
    assert before != after
    for _ in killed_at_statements(lambda: put_back(filled, folder), work, 3):
        with desk(folder) as lists:
            found = held(lists, name)
            assert found in (before, after)
            assert bool(lists.editions(name)) is (found == after)
            imports, prepared = import_list(lists, name, path)
            assert prepared.is_empty is (found == after)
            imports.store(prepared)
            assert held(lists, name) == after


def test_on_a_full_disk_an_import_of_a_list_changes_nothing_and_is_done_when_there_is_room(
    filled, tmp_path
):
    path, folder = tmp_path / "file.csv", tmp_path / "office"
    path.write_text(FILES["tariff"], encoding="utf-8")
    put_back(filled, folder)
    with desk(folder) as lists:
        before = held(lists, "tariff")
        imports, prepared = import_list(lists, "tariff", path)
        with full_disk(lists._workspace.database()):
            with pytest.raises(StorageUnavailable, match="full"):
                imports.store(prepared)
            assert held(lists, "tariff") == before
        assert lists.editions("tariff") == ()
        imports.store(prepared)
        assert lists.book.line("000000000519", DAY).rates["DTY"] == "7%"


def test_of_two_desks_that_import_the_same_list_at_once_one_is_told_and_nothing_is_mixed(
    engine, tmp_path
):
    url = engine.url.render_as_string(hide_password=False)
    texts = ("code,name\nBHONE,First\nBHTWO,First\n", "code,name\nBHONE,Second\nBHTWO,Second\n")
    with desk(tmp_path / "one", url) as one, desk(tmp_path / "two", url, user="Yusuf") as two:
        ready = []
        for number, (lists, text) in enumerate(zip((one, two), texts, strict=True)):
            path = tmp_path / f"{number}.csv"
            path.write_text(text, encoding="utf-8")
            ready.append(import_list(lists, "offices", path))

        def store(pair):
            imports, prepared = pair
            try:
                imports.store(prepared)
            except ListChanged as error:
                return error
            return None

        with ThreadPoolExecutor(2) as threads:
            said = list(threads.map(store, ready))
        assert sorted(isinstance(one, ListChanged) for one in said) == [False, True]
        for lists in (one, two):
            lists.refresh()
            names = {lists.book.entry("offices", code, DAY).en for code in ("BHONE", "BHTWO")}
            assert names == {"First" if said[0] is None else "Second"}
            assert len(lists.editions("offices")) == 1


def test_killed_in_a_batch_of_files_each_is_stored_whole_or_not_and_none_twice(files, tmp_path):
    folder = tmp_path / "office"
    kept = tmp_path / "kept"
    with closing(Workspace(Paths(kept), user="Salma")) as workspace:
        workspace.open_database()
    counted = []

    def work():
        with closing(Workspace(Paths(folder), user="Salma")) as workspace:
            workspace.open_database()
            assert import_files(workspace, files).stopped_by is None

    for _ in killed_at_statements(lambda: put_back(kept, folder), work, 6):
        with closing(Workspace(Paths(folder), user="Salma")) as workspace:
            counted.append(workspace.count(EVERYTHING))
            report = import_files(workspace, files)
            assert report.count(Result.ALREADY_THERE) == counted[-1]
            assert workspace.count(EVERYTHING) == len(files)
            items = [len(workspace.load(one.declaration_id).draft.declaration.items)
                     for one in report.outcomes]  # fmt: skip
            assert items == [one.item_count for one in report.outcomes]
    assert min(counted) == 0 < max(counted)


def test_on_a_full_disk_a_batch_of_files_stops_with_a_sentence_and_goes_on_where_it_was(
    files, tmp_path
):
    with closing(Workspace(Paths(tmp_path / "office"), user="Salma")) as workspace:
        workspace.open_database()
        assert import_files(workspace, files[:1]).count(Result.DONE) == 1
        with full_disk(workspace.database()):
            report = import_files(workspace, files)
            assert report.count(Result.ALREADY_THERE) == 1
            assert "full" in str(report.stopped_by)
            assert workspace.count(EVERYTHING) == 1
        report = import_files(workspace, files)
        assert [one.result for one in report.outcomes] == [
            Result.ALREADY_THERE,
            Result.DONE,
            Result.DONE,
        ]


def keep(lists, files, gathered=None):
    workspace = lists._workspace
    harvests = Harvests(workspace, "bh")
    gathered = gathered or gather(files, harvests.known_files())
    return harvests.keep(gathered, Companies(workspace, "bh"), lists, MOMENT)


def learned(lists):
    """What the office knows of companies, suppliers, codes and counts."""
    workspace = lists._workspace
    harvests, companies = Harvests(workspace, "bh"), Companies(workspace, "bh")
    companies.refresh()
    return (
        sorted((one.code, one.en, one.ar) for one in companies.all()),
        harvests.lines(),
        harvests.known_files(),
        [(one.list_name, one.added) for one in lists.editions()],
    )


def test_killed_while_a_harvest_is_kept_it_can_be_kept_again_and_counts_once(
    filled, files, tmp_path
):
    folder = tmp_path / "office"

    def work():
        with desk(folder) as lists:
            keep(lists, files)

    put_back(filled, folder)
    with desk(folder) as lists:
        keep(lists, files)
        whole = learned(lists)
    for _ in killed_at_statements(lambda: put_back(filled, folder), work, 6):
        with desk(folder) as lists:
            assert learned(lists)[1:3] in (((), frozenset()), whole[1:3])
            keep(lists, files)
            assert learned(lists) == whole


def test_on_a_full_disk_a_harvest_is_told_and_counts_once_when_there_is_room(
    filled, files, tmp_path
):
    put_back(filled, tmp_path / "office")
    with desk(tmp_path / "office") as lists:
        with full_disk(lists._workspace.database(), 0), pytest.raises(UserError, match="full"):
            keep(lists, files)
        assert Harvests(lists._workspace, "bh").lines() == ()
        keep(lists, files)
        again = learned(lists)
        assert all(
            sighting.count <= len(files)
            for line in again[1]
            if line.shelf is Shelf.OFFICES
            for _value, sighting in line.values
        )
        assert keep(lists, files).lines == 0
        assert learned(lists) == again


def test_two_desks_that_keep_the_same_files_count_them_once(engine, files, tmp_path):
    url = engine.url.render_as_string(hide_password=False)
    with desk(tmp_path / "one", url) as one, desk(tmp_path / "two", url, user="Yusuf") as two:
        gathered = gather(files)
        keep(one, files, gathered)
        once = Harvests(one._workspace, "bh").lines()
        with pytest.raises(UserError, match="meanwhile"):
            keep(two, files, gathered)
        assert Harvests(two._workspace, "bh").lines() == once
        keep(two, files, replace(gathered, is_again=True))  # unless it is asked for
        assert Harvests(two._workspace, "bh").lines() != once
