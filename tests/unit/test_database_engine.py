"""What the disk, the file or the server refuses is told in one sentence, without a password."""

import shutil
import sys
from datetime import UTC, datetime

import pytest

from sad_desktop.database.declarations import load, store
from sad_desktop.database.engine import connect, database_url, reading
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import StorageUnavailable, UserError
from tests.read_only import read_only

pytest_plugins = ["tests.databases"]
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)


@pytest.fixture
def sqlite(sqlite_template, tmp_path):
    path = tmp_path / "declarations.sqlite3"
    shutil.copy(sqlite_template, path)
    engine = connect(database_url(path))
    yield engine
    engine.dispose()


def put(engine, draft, version=0, declaration_id="a"):
    return store(engine, declaration_id, draft, base_version=version, user="Salma", at=NOON)


def test_the_pragmas_hold_on_each_connection(sqlite):
    with sqlite.connect() as first, sqlite.connect() as second:
        for connection in (first, second):
            said = [
                connection.exec_driver_sql(f"PRAGMA {name}").scalar()
                for name in ("foreign_keys", "journal_mode", "synchronous", "busy_timeout")
            ]
            assert said == [1, "wal", 2, 10_000]


def test_a_full_disk_is_told_and_what_was_stored_stays(sqlite):
    stored = put(sqlite, Draft())
    with sqlite.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
    with sqlite.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages + 2}")
    large = Draft(declaration=Declaration(comments="x" * 100_000))
    with pytest.raises(StorageUnavailable, match=r"declarations\.sqlite3 .*disk is full"):
        put(sqlite, large, 1)
    assert load(sqlite, "a") == stored
    with sqlite.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=100000")
    assert put(sqlite, large, 1).version == 2


def test_a_folder_that_is_read_only_is_told(tmp_path):
    folder = tmp_path / "read_only"
    engine = connect(database_url(folder / "declarations.sqlite3"))
    with read_only(folder), pytest.raises(StorageUnavailable, match="unable to open"):
        put(engine, Draft())
    engine.dispose()


def test_a_file_that_is_read_only_is_read_and_storing_is_refused(sqlite, tmp_path):
    stored = put(sqlite, Draft())
    sqlite.dispose()
    path = tmp_path / "declarations.sqlite3"
    engine = connect(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert load(engine, "a") == stored
    with pytest.raises(StorageUnavailable, match="readonly database"):
        put(engine, Draft(), 1)
    engine.dispose()


def test_a_server_that_does_not_answer_is_told_without_the_password():
    engine = connect("postgresql://salma:s3cret@127.0.0.1:1/office")
    with (
        pytest.raises(
            StorageUnavailable, match=r"office's database postgresql://salma:\*\*\*@"
        ) as refusal,
        reading(engine),
    ):
        pass
    assert "s3cret" not in str(refusal.value)


def test_a_server_that_stops_in_between_is_reached_again(postgresql_url):
    import psycopg

    engine = connect(postgresql_url)
    with reading(engine) as connection:
        process = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar()
    with psycopg.connect(postgresql_url, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s)", (process,))
    with reading(engine) as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    engine.dispose()


@pytest.mark.parametrize("url", ["mysql://salma:s3cret@host/x", "no address s3cret", "s3cret"])
def test_another_address_is_refused_without_the_password(url):
    with pytest.raises(UserError, match="must begin with postgresql:") as refusal:
        connect(url)
    if ":" in url:
        assert "s3cret" not in str(refusal.value)


def test_an_installation_without_postgresql_says_what_to_do(monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(UserError, match="Install the program with its PostgreSQL part"):
        connect("postgresql://host/office")
