"""Everything in one file, and back: whole or not at all, whenever the program is killed."""

import json
import os
import shutil
import sqlite3
import warnings
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as tuned
from hypothesis import strategies as st

from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.status import Status
from sad_desktop.errors import FileRefused, NewerDatabase, StorageUnavailable
from sad_desktop.paths import Paths
from sad_desktop.services import backup
from sad_desktop.services.restore import finish, finish_alone
from sad_desktop.services.workspace import Workspace
from sad_desktop.settings import Settings, load_settings, save_settings
from tests.killed import killed_at_each_step
from tools import make_old_database

pytest_plugins = ["tests.databases"]
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=2)


def imported():
    return replace(make_old_database.imported(), status=Status.STORED)


def exported():
    return replace(make_old_database.exported(), status=Status.STORED)


@pytest.fixture
def paths(tmp_path, sqlite_template):
    """An office: a declaration, settings, a picture of a document, a draft left unsaved."""
    paths = Paths(tmp_path / "المكتب")
    paths.root.mkdir()
    shutil.copy(sqlite_template, paths.database)
    with opened(paths) as workspace:
        workspace.store("a", imported(), 0, NOON)
    save_settings(paths.settings, Settings(office_code="BH01", office_name="مكتب البحرين"))
    put(paths.root / "documents" / "a" / "فاتورة.pdf", b"%PDF-1.7 " + os.urandom(3000))
    put(paths.recovery / "d.json", b'{"format": 1}')
    put(paths.logs / "sad-desktop.log", b"not part of it")
    return paths


@pytest.fixture
def file(paths):
    """A backup of the office, which has changed since."""
    target = paths.backups / "kept.zip"
    with opened(paths) as workspace:
        workspace.back_up_to(target, NOON)
        workspace.store("b", exported(), 0, NOON)
        workspace.store("a", Draft(), 1, NOON)
    save_settings(paths.settings, Settings(office_code="OTHER"))
    put(paths.root / "documents" / "a" / "فاتورة.pdf", b"replaced")
    put(paths.root / "documents" / "b" / "new.pdf", b"came later")
    return target


class opened:  # noqa: N801 - reads as a verb
    def __init__(self, paths):
        self.workspace = Workspace(paths, user="Salma")

    def __enter__(self):
        self.workspace.take_folder()
        return self.workspace

    def __exit__(self, *_):
        self.workspace.close()


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def state(paths):
    """What a clerk would see: the stored versions, the settings, every other file."""
    with opened(paths) as workspace:
        ids = sorted(line.id for line in workspace.summaries(LibraryQuery()))
        stored = {one: workspace.load(one) for one in ids}
    files = {
        path.relative_to(paths.root).as_posix(): path.read_bytes()
        for path in paths.root.rglob("*")
        if path.is_file()
        and path.relative_to(paths.root).parts[0] in {"documents", "recovery", "designs"}
    }
    return stored, load_settings(paths.settings), files


def test_everything_comes_back_as_it_was(paths, tmp_path):
    before = state(paths)
    with opened(paths) as workspace:
        workspace.back_up_to(tmp_path / "office.zip", NOON)
        workspace.store("b", exported(), 0, NOON)
    shutil.rmtree(paths.root / "documents")
    paths.settings.unlink()
    put(paths.root / "designs" / "later.toml", b"x")
    with opened(paths) as workspace:
        workspace.restore(tmp_path / "office.zip", LATER)
        assert workspace.load("a").draft == imported()  # and goes on with it at once
    assert state(paths) == before
    assert sorted(path.name for path in paths.root.iterdir() if "restore" in path.name) == []


def test_what_was_replaced_is_in_a_backup_of_its_own(paths, file):
    before = state(paths)
    with opened(paths) as workspace:
        former = workspace.restore(file, LATER)
    assert former.name == "office-2026-07-01-140000-before-restore.zip"
    assert state(paths) != before
    with opened(paths) as workspace:
        workspace.restore(former, LATER + timedelta(hours=1))
    assert state(paths) == before


def test_a_backup_is_restored_into_an_empty_folder_of_another_machine(file, tmp_path):
    fresh = Paths(tmp_path / "fresh")
    with opened(fresh) as workspace:
        workspace.restore(file, LATER)
        assert workspace.load("a").draft == imported()
    assert load_settings(fresh.settings).office_name == "مكتب البحرين"
    assert (fresh.root / "documents" / "a" / "فاتورة.pdf").read_bytes().startswith(b"%PDF")


def test_anybody_can_look_into_the_file(file):
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        plain = json.loads(archive.read("backup.json"))
    assert names == {
        "backup.json",
        "declarations.sqlite3",
        "documents/a/فاتورة.pdf",
        "recovery/d.json",
        "settings.json",
    }
    assert plain["files"].keys() == names - {"backup.json"}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="killed by a signal")
def test_killed_at_any_step_of_a_restore_it_is_the_former_or_the_restored_office(
    paths, file, tmp_path
):
    kept = tmp_path / "kept"
    former = state(paths)
    shutil.copytree(paths.root, kept)

    def prepare():
        shutil.rmtree(paths.root)
        shutil.copytree(kept, paths.root)

    def work():
        warnings.simplefilter("ignore")  # what the kill leaves open
        with opened(paths) as workspace:
            workspace.restore(file, LATER)

    with opened(Paths(tmp_path / "other")) as workspace:
        workspace.restore(file, LATER)
    restored = state(Paths(tmp_path / "other"))
    assert former != restored
    seen = []
    for step in killed_at_each_step(prepare, work):
        found = state(paths)
        assert found in (former, restored), f"neither, killed at step {step}"
        seen.append(found == restored)
        assert not [path.name for path in paths.root.iterdir() if path.name.startswith("restore.")]
    assert seen == sorted(seen), "once it counts, it counts"
    assert len(seen) > 25
    assert not seen[0]
    assert seen[-1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="killed by a signal")
def test_killed_while_backing_up_there_is_a_whole_file_or_none(paths):
    target = paths.backups / "office.zip"

    def prepare():
        shutil.rmtree(paths.backups, ignore_errors=True)

    def work():
        with opened(paths) as workspace:
            workspace.back_up_to(target, NOON)

    for _step in killed_at_each_step(prepare, work):
        if target.exists():
            backup.check(target)
        with opened(paths) as workspace:
            assert workspace.load("a").draft == imported()


def test_the_day_has_one_file_and_the_oldest_go(paths):
    with opened(paths) as workspace:
        for day in range(20):
            assert workspace.back_up(NOON + timedelta(days=day))
            assert not workspace.back_up(LATER + timedelta(days=day))
    names = sorted(path.name for path in paths.backups.iterdir())
    assert names == [f"office-2026-07-{day:02}.zip" for day in range(7, 21)]


def test_a_clock_that_was_set_back_costs_no_newer_backup(paths):
    with opened(paths) as workspace:
        for days in (30, 31, 0, 1):
            workspace.back_up(NOON + timedelta(days=days))
    assert len(list(paths.backups.iterdir())) == 4


def spoil(file: Path, where: int) -> None:
    content = bytearray(file.read_bytes())
    content[where] ^= 0xFF
    file.write_bytes(content)


@tuned(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(where=st.floats(0, 1, exclude_max=True))
def test_a_damaged_byte_is_seen_or_does_not_matter(file, where):
    spoilt = file.with_name("spoilt.zip")
    shutil.copy(file, spoilt)
    spoil(spoilt, int(where * spoilt.stat().st_size))
    try:
        contents = backup.check(spoilt)
    except FileRefused:
        return
    assert contents.files == backup.contents_of(file).files  # every byte that counts is the same


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"PDF, no ZIP", b"{}"])
def test_another_file_is_refused_and_nothing_changes(paths, tmp_path, content):
    (tmp_path / "other.zip").write_bytes(content)
    before = state(paths)
    with (
        opened(paths) as workspace,
        pytest.raises(FileRefused, match=r"other\.zip is no backup of this program"),
    ):
        workspace.restore(tmp_path / "other.zip", LATER)
    assert state(paths) == before


def a_backup(target: Path, **changes):
    """A file as a hostile hand would make it."""
    plain = {
        "format": 1,
        "program": "9.9",
        "made_at": NOON.isoformat(),
        "of_server": False,
        "files": {},
        **changes,
    }
    with zipfile.ZipFile(target, "w") as archive:
        for name in plain["files"]:
            archive.writestr(name, b"x")
        archive.writestr("backup.json", json.dumps(plain))
    return target


@pytest.mark.parametrize(
    "name", ["../outside.txt", "/etc/outside", "documents/../../outside", "C:\\outside", "a\\b"]
)
def test_a_file_that_leads_elsewhere_is_refused(paths, tmp_path, name):
    with opened(paths) as workspace, pytest.raises(FileRefused):
        workspace.restore(a_backup(tmp_path / "bad.zip", files={name: [1, "00"]}), LATER)
    assert not (tmp_path / "outside.txt").exists()


def test_a_backup_of_a_newer_program_is_refused_with_a_sentence(paths, tmp_path):
    with opened(paths) as workspace, pytest.raises(FileRefused, match="newer version"):
        workspace.restore(a_backup(tmp_path / "new.zip", format=99), LATER)
    other = Paths(tmp_path / "newer")
    other.root.mkdir()
    shutil.copy(paths.database, other.database)
    with opened(other) as workspace:
        workspace.back_up_to(tmp_path / "newer.zip", NOON)
        with closing(sqlite3.connect(other.database)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = '0999'")
        workspace.back_up_to(tmp_path / "newer.zip", NOON)
    before = state(paths)
    with opened(paths) as workspace, pytest.raises(NewerDatabase, match="0999"):
        workspace.restore(tmp_path / "newer.zip", LATER)
    assert state(paths) == before


def test_a_backup_that_unpacks_without_end_is_refused(paths, tmp_path):
    bomb = tmp_path / "bomb.zip"
    plain = {"format": 1, "program": "1", "made_at": NOON.isoformat(), "of_server": False}
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("settings.json", b"0" * 50_000_000)
        files = {"settings.json": [10, "00"]}
        archive.writestr("backup.json", json.dumps({**plain, "files": files}))
    with opened(paths) as workspace, pytest.raises(FileRefused):
        workspace.restore(bomb, LATER)
    huge = a_backup(tmp_path / "huge.zip", files={"settings.json": [10**15, "00"]})
    with opened(paths) as workspace, pytest.raises(StorageUnavailable, match="no room"):
        workspace.restore(huge, LATER)


def test_a_folder_that_takes_nothing_is_told_and_nothing_changes(paths, tmp_path):
    (tmp_path / "stick").write_text("a file where the folder should be")
    with (
        opened(paths) as workspace,
        pytest.raises(StorageUnavailable, match="No backup could be written"),
    ):
        workspace.back_up_to(tmp_path / "stick" / "office.zip", NOON)


def test_where_nothing_was_restored_nothing_is_finished(paths):
    assert not finish(paths)
    assert not finish(Paths(paths.root / "nowhere"))


def test_a_restore_cut_short_is_finished_before_the_settings_are_read(paths, file, monkeypatch):
    def cut(*_):
        raise OSError(5, "power cut")

    with opened(paths) as workspace:
        monkeypatch.setattr("sad_desktop.services.restore._replace", cut)
        with pytest.raises(StorageUnavailable, match="Nothing is lost"):
            workspace.restore(file, LATER)
        monkeypatch.undo()
        finish_alone(paths)  # somebody has the folder: it is left to them
        assert paths.restoring.exists()
    finish_alone(paths)
    assert load_settings(paths.settings).office_code == "BH01"
    assert not paths.restoring.exists()


@pytest.mark.postgresql
def test_an_office_on_a_server_is_backed_up_whole_and_restored_to_a_file(
    paths, postgresql_url, tmp_path
):
    save_settings(paths.settings, Settings(office_code="BH01", database_url=postgresql_url))
    desk = Workspace(paths, user="Salma", database_url=postgresql_url)
    desk.store("on the server", exported(), 0, NOON)
    desk.back_up_to(tmp_path / "office.zip", NOON)
    desk.restore(tmp_path / "office.zip", LATER)
    desk.close()
    assert load_settings(paths.settings) == Settings(office_code="BH01")
    with opened(paths) as workspace:
        assert workspace.load("on the server").draft == exported()
