"""What the user can do with stored declarations."""

import os
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import sad_desktop
from sad_desktop.brokerage.conflict import Conflict, Side
from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.declaration.draft import Draft, Place
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.errors import StorageUnavailable
from sad_desktop.paths import Paths
from sad_desktop.services.lock import AlreadyRunning
from sad_desktop.services.workspace import Workspace

pytest_plugins = ["tests.databases"]
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


def a_draft(**changes):
    items = (Item(key=1, commodity_code="84713000", commercial_description="حواسيب محمولة"),)
    header = {"reference_year": 2026, "reference_number": "BR-17", "invoice_currency": "EUR"}
    return Draft(declaration=Declaration(**{**header, "items": items, **changes}))


@pytest.fixture
def workspace(tmp_path):
    workspace = Workspace(Paths(tmp_path), user="Salma")
    yield workspace
    workspace.close()


def test_what_was_stored_is_listed_and_loaded(workspace):
    stored = workspace.store("a", a_draft(), 0, NOON)
    assert stored.version == 1
    (line,) = workspace.summaries(LibraryQuery(typed="محمول"))
    assert (line.reference, line.stored_by, line.version) == ("2026/BR-17", "Salma", 1)
    assert workspace.load("a") == stored
    assert workspace.counts() == {Status.DRAFT: 1}


def test_a_store_over_a_newer_version_says_who_changed_what(workspace, tmp_path):
    other = Workspace(Paths(tmp_path), user="Karim")
    workspace.store("a", a_draft(), 0, NOON)
    mine = workspace.load("a").draft
    theirs = other.load("a").draft
    other.store("a", replace_field(theirs, invoice_currency="USD"), 1, NOON)
    with pytest.raises(Conflict, match="Karim stored this declaration on ") as refusal:
        workspace.store("a", replace_field(mine, reference_number="BR-18"), 1, NOON)
    sides = {found.place: found.side for found in refusal.value.differences}
    expected = {Place("invoice_currency"): Side.THEIRS, Place("reference_number"): Side.MINE}
    assert sides == expected
    assert workspace.load("a").draft.declaration.invoice_currency == "USD"  # to look at it
    with pytest.raises(Conflict) as again:
        workspace.store("a", replace_field(mine, reference_number="BR-18"), 1, NOON)
    assert {found.place: found.side for found in again.value.differences} == expected
    other.close()


def replace_field(draft, **changes):
    return replace(draft, declaration=replace(draft.declaration, **changes))


def test_making_a_workspace_loads_no_database_library():
    """The window is painted before SQLAlchemy is imported: that takes longer than the painting."""
    check = (
        "import sys; from pathlib import Path; from sad_desktop.paths import Paths;"
        "import sad_desktop.services.workspace as w, sad_desktop.services.journal as j;"
        "import sad_desktop.settings, sad_desktop.logs;"
        "w.Workspace(Paths(Path('nowhere')), user='x'); j.Journal(Paths(Path('nowhere')));"
        "print(sorted({'sqlalchemy', 'alembic', 'PySide6', 'lxml'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", check],
        cwd=Path(sad_desktop.__file__).parents[1],
        capture_output=True,
        check=True,
    )
    assert done.stdout.strip() == b"[]"


def test_a_second_program_on_the_folder_is_told_until_the_first_closes(workspace, tmp_path):
    second = Workspace(Paths(tmp_path), user="Karim")
    workspace.take_folder()
    with pytest.raises(AlreadyRunning, match="already running"):
        second.take_folder()
    workspace.close()
    second.take_folder()
    second.close()


@pytest.mark.postgresql
def test_desks_with_folders_of_their_own_share_one_server(postgresql_url, tmp_path):
    desks = [
        Workspace(Paths(tmp_path / name), user=name, database_url=postgresql_url)
        for name in ("Salma", "Karim")
    ]
    desks[0].store("a", a_draft(), 0, NOON)
    assert desks[1].load("a").stored_by == "Salma"
    assert not (tmp_path / "Karim").exists()
    for desk in desks:
        desk.close()


@pytest.mark.skipif(os.name != "posix", reason="rights are told otherwise on Windows")
def test_others_on_the_machine_see_nothing_of_a_new_folder(tmp_path):
    workspace = Workspace(Paths(tmp_path / "data"), user="Salma")
    workspace.store("a", a_draft(), 0, NOON)
    assert (tmp_path / "data").stat().st_mode & 0o077 == 0
    workspace.close()


def test_a_day_is_backed_up_once(workspace, tmp_path):
    workspace.store("a", a_draft(), 0, NOON)
    assert workspace.back_up(NOON)
    assert not workspace.back_up(NOON)
    assert [path.name for path in (tmp_path / "backups").iterdir()] == ["office-2026-07-01.zip"]


def test_a_data_folder_that_cannot_be_made_is_told_and_tried_again(tmp_path):
    (tmp_path / "data").write_text("a file")
    workspace = Workspace(Paths(tmp_path / "data"), user="Salma")
    with pytest.raises(StorageUnavailable, match="cannot be made"):
        workspace.open_database()
    (tmp_path / "data").unlink()
    workspace.open_database()
    assert workspace.count(LibraryQuery()) == 0
    workspace.close()


def test_without_what_was_opened_a_conflict_still_names_the_fields(workspace, tmp_path):
    """After a crash the draft comes from the journal: what it began with is not known."""
    workspace.store("a", a_draft(), 0, NOON)
    workspace.store("a", a_draft(comments="theirs"), 1, NOON)
    fresh = Workspace(Paths(tmp_path), user="Karim")
    with pytest.raises(Conflict) as refusal:
        fresh.store("a", a_draft(comments="mine"), 1, NOON)
    (found,) = refusal.value.differences
    assert (found.place, found.theirs, found.mine) == (Place("comments"), "theirs", "mine")
    assert (found.base, found.side) == (None, Side.BOTH)
    fresh.close()


def test_a_deleted_draft_leaves_the_library(workspace):
    declaration_id = workspace.new_id()
    workspace.store(declaration_id, a_draft(), 0, NOON)
    workspace.delete_draft(declaration_id)
    assert workspace.counts() == {}
    assert workspace.new_id() != declaration_id


def test_the_first_use_from_several_threads_opens_one_database(workspace):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(workspace.count(LibraryQuery())))
        for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [0] * 6
