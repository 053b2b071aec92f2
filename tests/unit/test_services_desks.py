"""Eight desks on one server: nothing lost, nothing doubled, also when the server dies."""

import time
from decimal import Decimal

import pytest

from sad_desktop.brokerage.conflict import Conflict
from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.database import declarations
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.model import Declaration
from sad_desktop.errors import ServerUnreachable
from sad_desktop.paths import Paths
from sad_desktop.services.workspace import Workspace
from tests.desks import Desk, finish, key_in

pytest_plugins = ["tests.databases"]
pytestmark = pytest.mark.postgresql
DESKS = 8


def open_desks(folder, url, work):
    desks = [Desk(folder, url, f"desk{number}", work) for number in range(DESKS)]
    desks[0].workspace.open_database()
    for desk in desks:
        desk.start()
    return desks


@pytest.fixture
def office(tmp_path, request):
    """Somebody who looks afterwards."""

    def opened(url):
        workspace = Workspace(Paths(tmp_path / "office"), user="office", database_url=url)
        request.addfinalizer(workspace.close)
        return workspace

    return opened


def test_a_server_killed_and_started_again_has_everything_once(mortal_server, tmp_path, office):
    each = 15

    def work(desk):
        for number in range(each):
            key_in(desk, number)

    desks = open_desks(tmp_path, mortal_server.url, work)
    for _ in range(2):
        time.sleep(0.4)
        mortal_server.kill()
        time.sleep(0.2)
        mortal_server.start()
    finish(desks)
    found = office(mortal_server.url)
    lines = found.summaries(LibraryQuery(), limit=1000)
    expected = {f"{desk.name}-{number}" for desk in desks for number in range(each)}
    assert sorted(line.id for line in lines) == sorted(expected)
    assert {line.version for line in lines} == {2}
    for line in lines:
        assert found.load(line.id).draft.declaration.comments == "corrected"
    assert sum(desk.refusals for desk in desks) > 0, "the server never went away"


def test_desks_that_correct_one_declaration_never_overwrite_each_other(
    postgresql_url, tmp_path, office
):
    each = 4
    found = office(postgresql_url)
    found.store("shared", Draft(), 0)

    def work(desk):
        for _ in range(each):
            desk.add_one("shared")

    desks = open_desks(tmp_path, postgresql_url, work)
    finish(desks)
    stored = found.load("shared")
    assert stored.draft.declaration.invoice_amount == Decimal(DESKS * each)
    assert stored.version == 1 + DESKS * each


@pytest.fixture
def deaf(postgresql_url, office, monkeypatch):
    """A desk that hears no answer to its first store: the server has taken it all the same."""
    workspace = office(postgresql_url)
    really = declarations.store
    heard = []

    def store(*arguments, **choices):
        stored = really(*arguments, **choices)
        heard.append(stored)
        if len(heard) == 1:
            from sad_desktop.database.engine import _unavailable

            class Cut(Exception):
                orig = "server closed the connection unexpectedly"

            raise _unavailable(arguments[0], Cut())
        return stored

    monkeypatch.setattr(declarations, "store", store)
    return workspace


@pytest.mark.parametrize("comments", ["first", "keyed on meanwhile"])
def test_a_lost_answer_is_no_conflict_with_oneself(deaf, comments):
    with pytest.raises(ServerUnreachable):
        deaf.store("a", Draft(declaration=Declaration(comments="first")), 0)
    stored = deaf.store("a", Draft(declaration=Declaration(comments=comments)), 0)
    assert deaf.load("a") == stored
    assert stored.draft.declaration.comments == comments
    assert stored.version == (1 if comments == "first" else 2)


def test_a_lost_answer_does_not_overwrite_what_another_stored_since(deaf, postgresql_url, tmp_path):
    with pytest.raises(ServerUnreachable):
        deaf.store("a", Draft(declaration=Declaration(comments="mine")), 0)
    other = Workspace(Paths(tmp_path / "other"), user="Karim", database_url=postgresql_url)
    other.store("a", Draft(declaration=Declaration(comments="theirs")), 1)
    other.close()
    with pytest.raises(Conflict):
        deaf.store("a", Draft(declaration=Declaration(comments="mine")), 0)
