"""What goes wrong around the program: told in a sentence, and nothing stored is lost or doubled."""

import shutil
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sad_desktop.brokerage.life import Numbered
from sad_desktop.database import engine as database_engine
from sad_desktop.database.upgrade import known_revisions, revision_of, scripts
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.status import Status
from sad_desktop.errors import StorageUnavailable
from sad_desktop.paths import Paths
from sad_desktop.services.desk import Desk
from sad_desktop.services.life import Life
from sad_desktop.services.workspace import Workspace
from tests.clean_declaration import DAY, clean
from tests.killed import killed_at_statements

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
OLD = Path(__file__).parents[1] / "old_databases/0.1.0.sqlite3"
LONG = Draft(declaration=Declaration(comments="keyed"), status=Status.STORED)


def opened(folder):
    workspace = Workspace(Paths(folder), user="Salma")
    workspace.open_database()
    return workspace


def closing_after(folder):
    return closing(opened(folder))


def test_a_database_that_another_program_holds_is_told_and_stores_when_it_is_free(
    tmp_path, monkeypatch
):
    monkeypatch.setattr(database_engine, "WAIT_FOR_LOCK", 50)
    workspace = opened(tmp_path)
    workspace.store("a", LONG, 0, NOON)
    with closing(sqlite3.connect(Paths(tmp_path).database)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageUnavailable, match="locked"):
            workspace.store("b", LONG, 0, NOON)
        assert workspace.load("a").draft == LONG  # reading goes on
        other.rollback()
    assert workspace.store("b", LONG, 0, NOON).version == 1
    workspace.close()


def test_a_damaged_database_is_told_and_left_as_it_is(tmp_path):
    workspace = opened(tmp_path)
    workspace.store("a", LONG, 0, NOON)
    workspace.close()
    path = Paths(tmp_path).database
    content = bytearray(path.read_bytes())
    content[: len(content) // 2] = b"\x07" * (len(content) // 2)
    path.write_bytes(content)
    again = Workspace(Paths(tmp_path), user="Salma")
    with pytest.raises(StorageUnavailable, match="damaged"):
        again.open_database()
    again.close()
    assert path.read_bytes() == content


def test_a_clock_that_was_set_back_stores_and_counts_versions_on(tmp_path):
    workspace = opened(tmp_path)
    workspace.store("a", LONG, 0, NOON)
    changed = replace(LONG, declaration=Declaration(comments="changed"))
    stored = workspace.store("a", changed, 1, NOON - timedelta(days=400))
    assert (stored.version, workspace.load("a").draft) == (2, changed)
    workspace.close()


def test_a_change_of_time_zone_moves_no_moment(tmp_path, monkeypatch):
    workspace = opened(tmp_path)
    workspace.store("a", LONG, 0, NOON)
    for zone in ("Asia/Bahrain", "Pacific/Auckland", "America/Anchorage"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert workspace.load("a").stored_at == NOON
    monkeypatch.undo()
    time.tzset()
    workspace.close()


def test_killed_at_any_statement_of_an_upgrade_the_next_start_ends_it(tmp_path):
    folder = tmp_path / "office"
    with closing(sqlite3.connect(OLD)) as old:
        (before,) = old.execute("SELECT count(*) FROM declarations").fetchone()

    def prepare():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        shutil.copy(OLD, Paths(folder).database)

    for _ in killed_at_statements(prepare, lambda: opened(folder).close(), 6):
        workspace = opened(folder)
        assert revision_of(workspace.database()) == known_revisions(scripts())[-1]
        assert sum(workspace.counts().values()) == before
        workspace.close()


@pytest.mark.parametrize("step", ["store", "register", "assess"])
def test_killed_at_any_statement_it_is_done_whole_or_not_at_all(tmp_path, step):
    given = clean()
    desk, own = Desk(book=given.book, on=DAY), Numbered(serial="C", day=DAY)
    draft = replace(given.draft, status=Status.STORED)
    kept, folder = tmp_path / "kept", tmp_path / "office"
    with closing_after(kept) as workspace:
        if step != "store":
            workspace.store("a", draft, 0, NOON)
        if step == "assess":
            Life(workspace).register("a", 1, desk, own)

    def prepare():
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(kept, folder)

    def work():
        with closing_after(folder) as workspace:
            take(workspace)

    def take(workspace):
        if step == "store":
            return workspace.store("a", draft, 0, NOON)
        if step == "register":
            return Life(workspace).register("a", 1, desk, own)
        return Life(workspace).assess("a", 2, desk, replace(own, serial="L"))

    statuses = {"store": Status.STORED, "register": Status.REGISTERED, "assess": Status.ASSESSED}
    for _ in killed_at_statements(prepare, work, 5):
        with closing_after(folder) as workspace:
            counts = workspace.counts()
            if not counts.get(statuses[step]):
                take(workspace)  # what was not done can be done again, once
            done = workspace.load("a")
            assert done.draft.status is statuses[step]
            assert done.version == ["store", "register", "assess"].index(step) + 1
            assert sum(workspace.counts().values()) == 1
