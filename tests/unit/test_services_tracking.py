"""Declarations are found by number and bill, and their stages follow from the history."""

from datetime import UTC, datetime, timedelta

import pytest

from sad_desktop.brokerage.tracking import Stage, StageRefused, read_remark, remark_of, stages
from sad_desktop.brokerage.users import Service
from sad_desktop.database import history, life, tracking
from sad_desktop.declaration.item import Item
from sad_desktop.paths import Paths
from sad_desktop.services.rights import NotAllowed
from sad_desktop.services.tracking import Tracking
from sad_desktop.services.workspace import Workspace
from tests.lives import NOON, OWN, a_draft, an_order, assessed, keep, registered
from tests.signed_in import sign_in

pytest_plugins = ["tests.databases"]

LATER = datetime(2026, 7, 2, 8, 30, tzinfo=UTC)


def reached(engine, name="a"):
    """Return the stages that are done, with what each is known from."""
    return {
        one.stage: (one.at, one.by_hand)
        for one in stages(history.entries_of(engine, name))
        if one.at is not None
    }


def test_steps_and_what_customs_say_complete_the_stages(engine):
    done = registered(engine, "a", a_draft())
    tracking.note(engine, "a", Stage.INSPECTED, LATER, "lane 4", LATER, "Karim")
    assessed(engine, done)
    assert reached(engine) == {
        Stage.REGISTERED: (NOON, False),
        Stage.INSPECTED: (LATER, True),
        Stage.ASSESSED: (NOON, False),
    }
    noted = next(one for one in stages(history.entries_of(engine, "a")) if one.by_hand)
    assert (noted.by, noted.remark) == ("Karim", "lane 4")
    assert history.verify(engine).holds


def test_an_amendment_begins_anew_and_giving_it_up_brings_all_back(engine):
    done = assessed(engine, registered(engine, "a", a_draft()))
    tracking.note(engine, "a", Stage.REVIEWED, NOON, "", NOON, "Karim")
    before = reached(engine)
    amended = life.amend(engine, an_order("a", done.version))
    assert set(reached(engine)) == {Stage.REGISTERED}
    life.restore(engine, an_order("a", amended.version))
    assert reached(engine) == before


def test_what_a_hand_noted_a_hand_takes_back_and_the_history_keeps_both(engine):
    registered(engine, "a", a_draft())
    tracking.note(engine, "a", Stage.LEFT, NOON, "", LATER, "Karim")
    tracking.withdraw(engine, "a", Stage.LEFT, LATER, "Salma")
    assert set(reached(engine)) == {Stage.REGISTERED}
    assert [one.by for one in history.entries_of(engine, "a")][-2:] == ["Karim", "Salma"]
    for stage in (Stage.LEFT, Stage.REGISTERED, Stage.PAID):
        with pytest.raises(StageRefused, match="noted by hand"):
            tracking.withdraw(engine, "a", stage, LATER, "Salma")


def test_nothing_is_noted_of_what_customs_do_not_know_or_before_it_happened(engine):
    keep(engine, "stored", a_draft("A2"))
    with pytest.raises(StageRefused, match="register it first"):
        tracking.note(engine, "stored", Stage.REVIEWED, NOON, "", NOON, "Karim")
    registered(engine, "a", a_draft())
    with pytest.raises(StageRefused, match="still to come"):
        tracking.note(engine, "a", Stage.LEFT, NOON + timedelta(hours=1), "", NOON, "Karim")
    assert len(history.entries_of(engine, "a")) == 2


def test_declarations_are_found_by_number_reference_and_bill(engine):
    bill = Item(key=1, summary_declaration="PHBL-2611/0457")
    registered(engine, "a", a_draft("T12129", items=(bill,)))
    registered(engine, "b", a_draft("T12130"), OWN)
    keep(engine, "c", a_draft("t12131"))

    def found(typed):
        return [one.id for one in tracking.find(engine, typed)]

    assert found("C2") == found("2") == ["b"]
    assert found("T1213") == ["c", "b"]
    assert found("2026T12129") == found("PHBL26110") == ["a"]
    assert found("") == ["c", "b", "a"]
    assert found("%") == found("_") == found("9" * 500) == []
    assert [one.id for one in tracking.find(engine, "", "a")] == ["a"]


def test_the_remark_of_the_history_is_read_back_and_nothing_else_is_taken_for_one():
    at = datetime(2026, 7, 1, 12, 5, tzinfo=UTC)
    for given in ((Stage.PAID, at, ""), (Stage.LEFT, None, ""), (Stage.REVIEWED, at, "ممر 4 - x")):
        assert read_remark(remark_of(*given)) == given
    for other in ("", "paid", "paid tomorrow", "sold 2026-07-01", "C 12"):
        assert read_remark(other) is None


def test_looking_is_open_to_everybody_and_noting_needs_its_service(tmp_path):
    workspace = Workspace(Paths(tmp_path), user="Salma")
    registered(workspace.database(), "a", a_draft("T12129"))
    desk = Tracking(workspace, lambda: LATER)
    sign_in(workspace, ())
    assert [one.id for one in desk.find("٢٠٢٦/t12129")] == ["a"]
    for refused in (
        lambda: desk.note("a", Stage.LEFT, NOON),
        lambda: desk.withdraw("a", Stage.LEFT),
    ):
        with pytest.raises(NotAllowed) as refusal:
            refused()
        assert refusal.value.service is Service.REGISTER
    sign_in(workspace, {Service.REGISTER})
    desk.note("a", Stage.LEFT, NOON, " gate\n 7 ")
    assert desk.stages("a")[-1].remark == "gate 7"
    workspace.close()
