"""Copies of the database: whole, checked, rotated."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from sad_desktop.database import backup
from sad_desktop.database.declarations import load, store
from sad_desktop.database.engine import connect, database_url
from sad_desktop.declaration.draft import Draft
from sad_desktop.errors import StorageUnavailable

pytest_plugins = ["tests.databases"]


def put(engine, declaration_id):
    noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
    return store(engine, declaration_id, Draft(), base_version=0, user="Salma", at=noon)


@pytest.fixture
def sqlite(sqlite_template, tmp_path):
    path = tmp_path / "declarations.sqlite3"
    path.write_bytes(sqlite_template.read_bytes())
    engine = connect(database_url(path))
    yield engine
    engine.dispose()


def test_the_copy_holds_what_was_stored_and_is_a_database_of_its_own(sqlite, tmp_path):
    stored = put(sqlite, "a")
    copy = tmp_path / "backups" / "copy.sqlite3"
    backup.snapshot(sqlite, copy)
    put(sqlite, "b")
    of_copy = connect(database_url(copy))
    assert load(of_copy, "a") == stored
    with of_copy.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM declarations").scalar() == 1
    of_copy.dispose()


def test_the_oldest_copies_of_upgrades_go_and_other_files_stay(sqlite, tmp_path):
    backups = tmp_path / "backups"
    backups.mkdir()
    (backups / "my own notes.txt").write_text("x")
    first_upgrade = backup.before_upgrade(sqlite, backups, datetime(2026, 6, 1, 8), "0001")  # noqa: DTZ001
    for hour in range(8):
        moment = datetime(2026, 8, 1, hour, tzinfo=UTC)
        backup.before_upgrade(sqlite, backups, moment, "0002")
    assert len(list(backups.glob("*upgrade*"))) == backup.UPGRADES_KEPT
    assert not first_upgrade.exists()
    assert (backups / "my own notes.txt").exists()


def test_progress_is_told_and_cancelling_leaves_no_copy(sqlite, tmp_path):
    told = []
    copy = tmp_path / "copy.sqlite3"
    backup.snapshot(sqlite, copy, lambda done, whole: told.append((done, whole)))
    assert told[-1][0] == told[-1][1] > 0
    copy.unlink()

    class Cancelled(Exception):
        pass

    def cancel(_done, _whole):
        raise Cancelled

    with pytest.raises(Cancelled):
        backup.snapshot(sqlite, copy, cancel)
    assert [path.name for path in tmp_path.iterdir() if "copy" in path.name] == []


def test_a_damaged_database_is_not_backed_up_over_good_copies(sqlite, tmp_path):
    put(sqlite, "a")
    sqlite.dispose()
    path = tmp_path / "declarations.sqlite3"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(path.read_bytes())
    content[4096 : 4096 * 4] = b"\xff" * 4096 * 3
    path.write_bytes(content)
    with pytest.raises(StorageUnavailable, match="No backup could be written"):
        backup.snapshot(sqlite, tmp_path / "backups" / "copy.sqlite3")
    assert list((tmp_path / "backups").iterdir()) == []
    assert not backup.is_sound(sqlite)


def test_a_restored_copy_is_what_is_read_next(sqlite, tmp_path):
    put(sqlite, "a")
    copy = tmp_path / "copy.sqlite3"
    backup.snapshot(sqlite, copy)
    put(sqlite, "b")
    backup.restore(sqlite, copy)
    with sqlite.connect() as connection:
        ids = connection.exec_driver_sql("SELECT id FROM declarations").scalars().all()
    assert ids == ["a"]
