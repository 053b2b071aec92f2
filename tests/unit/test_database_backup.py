"""Copies of the database: whole, checked, rotated."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from sad_desktop.database import backup
from sad_desktop.database.declarations import load, store
from sad_desktop.database.engine import connect, database_url
from sad_desktop.declaration.draft import Draft
from sad_desktop.errors import StorageUnavailable

pytest_plugins = ["tests.databases"]
FIRST = date(2026, 7, 1)


def put(engine, declaration_id):
    noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
    return store(engine, declaration_id, Draft(), base_version=0, user="Salma", at=noon)


def test_a_day_has_one_copy_which_holds_what_was_stored(engine, tmp_path):
    stored = put(engine, "a")
    copy = backup.daily(engine, tmp_path / "backups", FIRST)
    if engine.dialect.name != "sqlite":
        assert copy is None  # a server is backed up where it runs
        return
    assert copy.name == "declarations-2026-07-01.sqlite3"
    put(engine, "b")
    assert backup.daily(engine, tmp_path / "backups", FIRST) is None
    of_copy = connect(database_url(copy))
    assert load(of_copy, "a") == stored
    with of_copy.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM declarations").scalar() == 1
    of_copy.dispose()


@pytest.fixture
def sqlite(sqlite_template, tmp_path):
    path = tmp_path / "declarations.sqlite3"
    path.write_bytes(sqlite_template.read_bytes())
    engine = connect(database_url(path))
    yield engine
    engine.dispose()


def test_the_oldest_copies_go_and_those_of_upgrades_stay(sqlite, tmp_path):
    backups = tmp_path / "backups"
    backups.mkdir()
    (backups / "my own notes.txt").write_text("x")
    first_upgrade = backup.before_upgrade(sqlite, backups, datetime(2026, 6, 1, 8), "0001")  # noqa: DTZ001
    for day in range(20):
        backup.daily(sqlite, backups, FIRST + timedelta(days=day))
    names = sorted(path.name for path in backups.iterdir())
    assert [name for name in names if "upgrade" not in name] == [
        *(f"declarations-2026-07-{day:02}.sqlite3" for day in range(7, 21)),
        "my own notes.txt",
    ]
    assert first_upgrade.exists()
    for hour in range(8):
        moment = datetime(2026, 8, 1, hour, tzinfo=UTC)
        backup.before_upgrade(sqlite, backups, moment, "0002")
    assert len(list(backups.glob("*upgrade*"))) == backup.UPGRADES_KEPT
    assert not first_upgrade.exists()


def test_progress_is_told_and_cancelling_leaves_no_copy(sqlite, tmp_path):
    told = []
    backup.daily(
        sqlite, tmp_path / "backups", FIRST, lambda done, whole: told.append((done, whole))
    )
    assert told[-1][0] == told[-1][1] > 0

    class Cancelled(Exception):
        pass

    def cancel(_done, _whole):
        raise Cancelled

    with pytest.raises(Cancelled):
        backup.daily(sqlite, tmp_path / "backups", FIRST + timedelta(days=1), cancel)
    assert [path.name for path in (tmp_path / "backups").iterdir()] == [
        "declarations-2026-07-01.sqlite3"
    ]


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
        backup.daily(sqlite, tmp_path / "backups", FIRST)
    assert list((tmp_path / "backups").iterdir()) == []
    assert not backup.is_sound(sqlite)


def test_a_restored_copy_is_what_is_read_next(sqlite, tmp_path):
    put(sqlite, "a")
    copy = backup.daily(sqlite, tmp_path / "backups", FIRST)
    put(sqlite, "b")
    backup.restore(sqlite, copy)
    with sqlite.connect() as connection:
        ids = connection.exec_driver_sql("SELECT id FROM declarations").scalars().all()
    assert ids == ["a"]
