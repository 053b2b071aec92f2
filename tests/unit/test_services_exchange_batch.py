"""Many files at once: the bad one is told of, the rest goes on, nothing is stored twice."""

import csv
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date

import pytest

from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.errors import FileRefused, ServerUnreachable, StorageUnavailable
from sad_desktop.paths import Paths
from sad_desktop.resources import resource
from sad_desktop.services.desk import Desk
from sad_desktop.services.exchange import open_file, save_file
from sad_desktop.services.exchange_batch import (
    IntoFolder,
    Result,
    export_all,
    import_files,
    save_report,
)
from sad_desktop.services.print_batch import Source, from_file, from_store
from sad_desktop.services.reference_lists import load_book
from sad_desktop.services.rights import EVERYTHING as EVERYTHING_ALLOWED
from sad_desktop.services.rights import NotSignedIn, Rights
from sad_desktop.services.workspace import Workspace

pytest_plugins = ["tests.databases"]
SAMPLE = resource("samples/im4-seven-items.xml")
EVERYTHING = LibraryQuery()


@pytest.fixture(scope="module")
def desk():
    return Desk(book=load_book("bh"), on=date(2026, 11, 21))


@pytest.fixture
def workspace(engine, tmp_path):
    url = engine.url.render_as_string(hide_password=False)
    workspace = Workspace(Paths(tmp_path / "own"), user="Salma", database_url=url)
    yield workspace
    workspace.close()


@pytest.fixture
def folder(tmp_path):
    """Two declarations, and between them a file that is none."""
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "a.xml").write_bytes(SAMPLE.read_bytes())
    (folder / "b.xml").write_bytes(b"<ASYCUDA><Item>")
    draft = Draft(declaration=Declaration(reference_year=2026, reference_number="N-1"))
    save_file(draft, None, folder / "c.sad")
    return folder


def test_a_bad_file_does_not_stop_the_rest_and_none_is_stored_twice(workspace, folder):
    files, steps = sorted(folder.iterdir()), []
    report = import_files(workspace, files, lambda *step: steps.append(step))
    assert [outcome.result for outcome in report.outcomes] == [
        Result.DONE,
        Result.REFUSED,
        Result.DONE,
    ]
    assert isinstance(report.outcomes[1].error, FileRefused)
    assert [outcome.reference for outcome in report.outcomes] == ["2026/P26114", "", "2026/N-1"]
    assert report.outcomes[0].item_count == 7
    assert steps == [(1, 3), (2, 3), (3, 3)]
    stored = workspace.load(report.outcomes[0].declaration_id)
    assert stored.draft.declaration == open_file(SAMPLE).declaration
    assert stored.draft.status is Status.STORED
    again = import_files(workspace, files)
    assert again.count(Result.ALREADY_THERE) == 2
    assert workspace.count(EVERYTHING) == 2


def test_a_declaration_that_was_edited_since_stays_as_it_is(workspace, folder):
    path = folder / "a.xml"
    (first,) = import_files(workspace, [path]).outcomes
    stored = workspace.load(first.declaration_id)
    edited = replace(stored.draft, declaration=replace(stored.draft.declaration, comments="mine"))
    workspace.store(stored.id, edited, stored.version)
    assert import_files(workspace, [path]).count(Result.ALREADY_THERE) == 1
    assert workspace.load(stored.id).draft.declaration.comments == "mine"


def test_cancelled_the_rest_is_not_begun(tmp_path, folder):
    workspace = Workspace(Paths(tmp_path / "own"), user="Salma")
    answers = iter([False, True])
    report = import_files(workspace, sorted(folder.iterdir()), is_cancelled=lambda: next(answers))
    assert (len(report.outcomes), report.wanted) == (1, 3)
    workspace.close()


def test_a_storage_that_is_gone_stops_the_batch(tmp_path, folder, monkeypatch):
    workspace = Workspace(Paths(tmp_path / "own"), user="Salma")

    def fail(*_arguments):
        raise StorageUnavailable("The disk is full.")

    monkeypatch.setattr(Workspace, "store", fail)
    report = import_files(workspace, sorted(folder.iterdir()))
    assert (report.outcomes, str(report.stopped_by)) == ((), "The disk is full.")


def test_each_declaration_goes_into_a_file_of_its_own(workspace, folder, desk, tmp_path):
    report = import_files(workspace, sorted(folder.iterdir()))
    ids = [outcome.declaration_id for outcome in report.outcomes if outcome.error is None]
    sources = [from_store(workspace, one, "") for one in (*ids, ids[0])]
    sources.insert(1, from_file(folder / "b.xml"))
    out = tmp_path / "out"
    out.mkdir()
    (out / "2026-P26114.xml").write_text("there before")
    exported = export_all(sources, desk, IntoFolder(out))
    assert [one.error is None for one in exported.outcomes] == [True, False, True, True]
    assert (out / "2026-P26114.xml").read_text() == "there before"
    assert (out / "2026-P26114-2.xml").read_bytes() == SAMPLE.read_bytes()
    assert (out / "2026-P26114-3.xml").read_bytes() == SAMPLE.read_bytes()
    assert open_file(out / "2026-N-1.xml").declaration.reference_number == "N-1"


def test_files_are_replaced_only_on_request_and_never_those_of_the_same_batch(desk, tmp_path):
    (tmp_path / "n.xml").write_text("there before")
    draft = Draft(declaration=Declaration(items=(Item(key=1, container_1="MSCU1"),)))
    sources = [Source(name="n", read=lambda: draft)] * 2
    report = export_all(sources, desk, IntoFolder(tmp_path, replaces=True))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["n-2.xml", "n.xml"]
    assert report.outcomes[0].losses[0].place.field == "container_1"
    native = export_all(sources[:1], desk, IntoFolder(tmp_path, ".sad"))
    assert native.outcomes[0].losses == ()
    assert open_file(tmp_path / "n.sad").declaration.items[0].container_1 == "MSCU1"


def test_a_folder_that_is_gone_is_told_for_each_and_a_server_once(desk, tmp_path):
    sources = [from_file(SAMPLE)] * 2
    report = export_all(sources, desk, IntoFolder(tmp_path / "gone"))
    assert report.count(Result.REFUSED) == 2

    def away() -> Draft:
        raise ServerUnreachable("The server is away.")

    report = export_all([Source(name="n", read=away)] * 2, desk, IntoFolder(tmp_path))
    assert (report.outcomes, str(report.stopped_by)) == ((), "The server is away.")


def test_a_report_is_a_table_no_spreadsheet_takes_for_formulas(tmp_path):
    path = tmp_path / "report.csv"
    save_report(["File", "ملاحظة"], [["=1+1", 'a "b", c'], ["ملف.xml", ""]], path)
    rows = list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))
    assert rows == [["File", "ملاحظة"], ["'=1+1", 'a "b", c'], ["ملف.xml", ""]]


def test_the_identity_of_a_file_never_changes(tmp_path):
    """A library filled by one version must not be filled again by the next."""
    workspace = Workspace(Paths(tmp_path / "own"), user="Salma")
    path = tmp_path / "a.xml"
    path.write_bytes(b"<ASYCUDA/>")
    (outcome,) = import_files(workspace, [path]).outcomes
    assert outcome.declaration_id == "e3f39158-e347-5011-a4b5-5372e02ae304"
    workspace.close()


def test_a_stored_declaration_goes_by_its_reference_or_its_former_file(desk, tmp_path):
    named = Declaration(reference_year=2026, reference_number="N-1")
    drafts = (Draft(declaration=named), open_file(SAMPLE))
    anonymous = replace(drafts[1], declaration=replace(named, reference_number=""))
    sources = [Source(name="any", read=lambda one=one: one) for one in (drafts[0], anonymous)]
    report = export_all(sources, desk, IntoFolder(tmp_path))
    assert [one.path.name for one in report.outcomes] == ["2026-N-1.xml", "im4-seven-items.xml"]


def test_two_desks_that_import_the_same_folder_at_once_store_each_file_once(
    engine, folder, tmp_path
):
    url = engine.url.render_as_string(hide_password=False)
    desks = [Workspace(Paths(tmp_path / name), user=name, database_url=url) for name in "ab"]
    for desk in desks:
        desk.open_database()
    files = sorted(folder.iterdir()) * 2
    with ThreadPoolExecutor(2) as threads:
        reports = list(threads.map(lambda desk: import_files(desk, files), desks))
    assert all(report.stopped_by is None for report in reports)
    assert sum(report.count(Result.DONE) for report in reports) == 2
    assert desks[0].count(EVERYTHING) == 2
    for desk in desks:
        desk.close()


def test_nobody_imports_who_may_not_declare(tmp_path, folder):
    workspace = Workspace(Paths(tmp_path / "own"), user="Salma")
    workspace.open_database()
    workspace._rights = Rights(is_on=True)
    with pytest.raises(NotSignedIn):
        import_files(workspace, sorted(folder.iterdir()))
    workspace._rights = EVERYTHING_ALLOWED
    assert workspace.count(EVERYTHING) == 0
    workspace.close()
