"""A desk that is killed in the middle of a step loses nothing and doubles nothing."""

import pytest

from sad_desktop.database import goods, history, life
from sad_desktop.database.declarations import load
from sad_desktop.declaration.status import Status
from tests.killed import killed_at_writing
from tests.lives import (
    ENTRY,
    OWN,
    a_draft,
    an_assessment,
    an_order,
    enter_goods,
    keep,
    left,
    registered,
)

pytest_plugins = ["tests.databases"]


def state(engine):
    return load(engine, "a"), history.entries_of(engine, "a"), left(engine)


def step(name):
    """Return the declaration before a step, and the step on it."""

    def register(engine, stored):
        return life.register(engine, an_order("a", stored.version), OWN)

    def assess(engine, stored):
        return life.assess(engine, an_order("a", stored.version), OWN, an_assessment(stored))

    return {"register": register, "assess": assess}[name]


def prepared(engine, name):
    draft = a_draft("A1", taken="6")
    if name == "register":
        return keep(engine, "a", draft)
    return registered(engine, "a", draft)


@pytest.mark.parametrize(
    ("name", "status", "left_after"),
    [
        ("register", Status.REGISTERED, 10),
        ("assess", Status.ASSESSED, 4),
    ],
)
def test_a_killed_step_is_not_taken_and_is_taken_once_afterwards(engine, name, status, left_after):
    enter_goods(engine)
    stored = prepared(engine, name)
    before, work = state(engine), step(name)
    engine.dispose()  # a forked process must not share a connection to the server
    number = 1
    while killed_at_writing(engine, number, lambda own: work(own, stored)):
        assert state(engine) == before, f"killed at {number}"
        engine.dispose()
        number += 1
    assert number > 5  # numbers, ledgers, history: it was killed between all of them
    after, entries, _ = state(engine)
    assert (after.draft.status, after.version) == (status, stored.version + 1)
    assert len(entries) == len(before[1]) + 1
    assert goods.balances(engine, [ENTRY])[ENTRY].packages == left_after
    assert after.draft.declaration.registration_number == "1"  # no killed step used a number up
    assert history.verify(engine).holds
