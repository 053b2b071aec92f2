"""An office moves between SQLite and PostgreSQL: every row, or nothing."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.database import library, transfer
from sad_desktop.database.declarations import load, store
from sad_desktop.database.engine import connect, database_url
from sad_desktop.database.upgrade import upgrade
from sad_desktop.errors import UserError
from tests.stored_drafts import put_as_it_is
from tools.make_old_database import exported, imported, unfinished

pytest_plugins = ["tests.databases"]
pytestmark = pytest.mark.postgresql
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)
DRAFTS = {"import": imported(), "draft": unfinished(), "export": exported()}


@pytest.fixture
def office(sqlite_template, tmp_path):
    path = tmp_path / "declarations.sqlite3"
    path.write_bytes(sqlite_template.read_bytes())
    engine = connect(database_url(path))
    for name, draft in DRAFTS.items():
        put_as_it_is(engine, name, draft, user="سلمى", at=NOON)
    store(engine, "draft", DRAFTS["draft"], base_version=1, user="Karim", at=NOON)
    yield engine
    engine.dispose()


@pytest.fixture
def server(postgresql_url, tmp_path):
    engine = connect(postgresql_url)
    upgrade(engine, tmp_path, NOON)
    yield engine
    engine.dispose()


def test_every_declaration_is_on_the_server_as_it_was_and_is_found_there(office, server):
    counts = transfer.copy_office(office, server)
    assert counts["declarations"] == 3
    for name in DRAFTS:
        assert load(server, name) == load(office, name)
    assert library.summaries(server, LibraryQuery()) == library.summaries(office, LibraryQuery())
    for typed in ("سيارات 8703", "لؤلؤ tghu", "t9"):
        here = library.summaries(office, LibraryQuery(typed=typed))
        assert library.summaries(server, LibraryQuery(typed=typed)) == here
        assert len(here) == 1


def test_the_server_numbers_on_after_the_copied_lines(office, server):
    transfer.copy_office(office, server)
    store(server, "new", DRAFTS["draft"], base_version=0, user="Salma", at=NOON)
    assert library.summaries(server, LibraryQuery())[0].id == "new"


def test_and_back_again_nothing_has_changed(office, server, tmp_path):
    transfer.copy_office(office, server)
    back = connect(database_url(tmp_path / "back.sqlite3"))
    upgrade(back, tmp_path, NOON)
    transfer.copy_office(server, back)
    for name in DRAFTS:
        assert load(back, name) == load(office, name)
    assert library.summaries(back, LibraryQuery(typed="سيارات"))[0].id == "import"
    back.dispose()


def test_a_database_that_holds_an_office_is_not_written_over(office, server):
    store(server, "theirs", DRAFTS["draft"], base_version=0, user="Salma", at=NOON)
    with pytest.raises(UserError, match="already holds an office"):
        transfer.copy_office(office, server)
    assert library.count(server, LibraryQuery()) == 1


def test_a_row_that_arrives_otherwise_stops_the_move_and_leaves_the_server_empty(office, server):
    with server.begin() as connection:
        connection.execute(
            text(
                "CREATE FUNCTION spoil() RETURNS trigger AS $$ BEGIN "
                "NEW.gross_mass := NEW.gross_mass + 0.001; RETURN NEW; END $$ LANGUAGE plpgsql"
            )
        )
        connection.execute(
            text(
                "CREATE TRIGGER spoil BEFORE INSERT ON items FOR EACH ROW EXECUTE FUNCTION spoil()"
            )
        )
    with pytest.raises(UserError, match=r"table items .* did not arrive as it was"):
        transfer.copy_office(office, server)
    assert transfer.is_empty(server)


def test_cancelling_leaves_the_server_empty(office, server):
    class Cancelled(Exception):
        pass

    def cancel(done, _total):
        if done > 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        transfer.copy_office(office, server, cancel)
    assert transfer.is_empty(server)


def test_progress_ends_where_it_said(office, server):
    told = []
    counts = transfer.copy_office(office, server, lambda done, total: told.append((done, total)))
    in_all = 2 * sum(counts.values())
    assert told[-1] == (in_all, in_all)
