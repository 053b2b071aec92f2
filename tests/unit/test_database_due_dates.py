"""Due dates and guarantees in the database: written with the steps of declarations, both ways."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from sad_desktop.brokerage.due_dates import (
    DueAct,
    DueDate,
    DueState,
    extended,
)
from sad_desktop.brokerage.guarantees import NotCoveredByGuarantee, charged, released
from sad_desktop.brokerage.life import Numbered
from sad_desktop.database import due_date_rows, due_dates, life
from sad_desktop.database.due_date_rows import Doing, DueDateChanged
from sad_desktop.database.due_dates import Deed
from tests.lives import DAY, NOON, OWN, a_draft, an_assessment, an_order, at_once, registered
from tests.suspended import LAW, a_guarantee, an_opening, enter

pytest_plugins = ["tests.databases"]

CASE = LAW.regime("0301", DAY).case("a")
DOING = Doing(by="Karim", at=NOON, on=DAY)


def leave(engine, name, packages, reference):
    stored = registered(engine, name, a_draft(reference, taken=packages))
    return life.assess(engine, an_order(name, stored.version), OWN, an_assessment(stored))


def the_due(engine, name="entry"):
    (due,) = due_date_rows.of_declarations(engine, [name])
    return due


def held(engine, guarantee_id):
    return due_date_rows.standing(engine).get(guarantee_id, Decimal(0))


def acts(engine, due):
    return [one.act for one in due_date_rows.acts_of(engine, due.id)]


def test_an_assessment_opens_the_due_date_and_charges_the_guarantee(engine):
    guarantee = a_guarantee(engine)
    enter(engine, an_opening(guarantee.id))
    due = the_due(engine)
    assert (due.due_on, due.version, held(engine, guarantee.id)) == (
        date(2026, 12, 28), 1, Decimal(90),
    )  # fmt: skip
    (opened_act,) = due_date_rows.acts_of(engine, due.id)
    assert (opened_act.act, opened_act.by, opened_act.amount) == (DueAct.OPEN, "Salma", 90)


def test_goods_that_leave_write_it_off_in_proportion_and_a_cancellation_charges_it_again(engine):
    guarantee = a_guarantee(engine)
    enter(engine, an_opening(guarantee.id))
    leave(engine, "first", "3", "E1")
    assert (held(engine, guarantee.id), the_due(engine).state(DAY)) == (60, DueState.PARTLY)
    second = leave(engine, "second", "6", "E2")
    due = the_due(engine)
    assert (held(engine, guarantee.id), due.state(DAY)) == (0, DueState.DISCHARGED)
    assert due.claim_due_on == date(2026, 9, 29)
    life.cancel(engine, an_order("second", second.version))
    assert (held(engine, guarantee.id), the_due(engine).state(DAY)) == (60, DueState.PARTLY)
    assert acts(engine, due) == [DueAct.OPEN, DueAct.LEAVE, DueAct.LEAVE, DueAct.RETURN]


def test_an_amendment_frees_it_giving_it_up_charges_it_again_and_assessing_keeps_the_extension(
    engine,
):
    guarantee = a_guarantee(engine)
    done = enter(engine, an_opening(guarantee.id))
    later = extended(the_due(engine), CASE, DAY)
    due_dates.do(engine, Deed(due=later, act=DueAct.EXTEND), DOING)
    amended = life.amend(engine, an_order("entry", done.version))
    assert (held(engine, guarantee.id), the_due(engine).is_withdrawn) == (0, True)
    back = life.restore(engine, an_order("entry", amended.version))
    assert (held(engine, guarantee.id), the_due(engine).due_on) == (90, later.due_on)
    amended = life.amend(engine, an_order("entry", back.version))
    again = life.register(engine, an_order("entry", amended.version), OWN)
    note = replace(an_assessment(again), opening=an_opening(guarantee.id, "70"))
    life.assess(engine, an_order("entry", again.version), OWN, note)
    due = the_due(engine)
    assert (held(engine, guarantee.id), due.due_on, due.extensions) == (70, later.due_on, 1)
    life.cancel(engine, an_order("entry", again.version + 1))
    assert (held(engine, guarantee.id), the_due(engine).state(DAY)) == (0, DueState.WITHDRAWN)


def test_more_than_is_left_refuses_the_assessment_and_nothing_is_written(engine):
    guarantee = a_guarantee(engine, "100")
    enter(engine, an_opening(guarantee.id, "60"))
    with pytest.raises(NotCoveredByGuarantee, match="G-1 has 40 left, and 60 are needed"):
        enter(engine, an_opening(guarantee.id, "60"), "other", "701")
    assert held(engine, guarantee.id) == 60
    assert due_date_rows.of_declarations(engine, ["other"]) == ()


def test_two_desks_at_once_do_not_charge_a_general_guarantee_beyond_its_amount(engine):
    guarantee = a_guarantee(engine, "100")
    ready = {}
    for name, number in (("one", "701"), ("two", "702")):
        given = Numbered(serial="C", number=number, day=DAY)
        ready[name] = registered(engine, name, a_draft(f"W{number}"), given)

    def assess(name):
        note = replace(an_assessment(ready[name]), opening=an_opening(guarantee.id, "60"))
        return life.assess(engine, an_order(name, ready[name].version), OWN, note)

    outcomes = at_once(lambda: assess("one"), lambda: assess("two"))
    assert sum(isinstance(one, NotCoveredByGuarantee) for one in outcomes) == 1
    assert held(engine, guarantee.id) == 60


def test_two_desks_that_act_on_one_due_date_do_not_overwrite_each_other(engine):
    enter(engine, an_opening())
    due = the_due(engine)
    deed = Deed(due=extended(due, CASE, DAY), act=DueAct.EXTEND)
    outcomes = at_once(*[lambda: due_dates.do(engine, deed, DOING)] * 2)
    assert sorted(map(type, outcomes), key=str) == sorted([DueDate, DueDateChanged], key=str)
    assert (the_due(engine).extensions, len(acts(engine, due))) == (1, 2)


def test_goods_do_not_come_back_under_a_guarantee_that_others_used_up(engine):
    guarantee = a_guarantee(engine, "100")
    enter(engine, an_opening(guarantee.id))
    gone = leave(engine, "gone", "9", "E1")
    enter(engine, an_opening(guarantee.id, "50"), "other", "701")
    with pytest.raises(NotCoveredByGuarantee):
        life.cancel(engine, an_order("gone", gone.version))
    assert the_due(engine).state(DAY) is DueState.DISCHARGED


def test_another_guarantee_takes_over_and_none_may_be_noted_first(engine):
    bank = a_guarantee(engine, "90", note="bank")
    enter(engine, an_opening())
    leave(engine, "first", "3", "E1")
    assert held(engine, 0) == 60
    due = due_dates.cover(engine, the_due(engine), bank.id, DOING)
    assert (held(engine, 0), held(engine, bank.id)) == (0, 60)
    freed = released(due_dates.charges_of(engine, due), Decimal(10), 3)
    due_dates.do(engine, Deed(due=due, act=DueAct.LEAVE, charges=freed), DOING)
    leave(engine, "second", "6", "E2")
    assert held(engine, bank.id) == 0


def test_the_limit_of_goods_transferred_counts_from_their_first_deposit(engine):
    enter(engine, an_opening())
    stored = registered(engine, "moved", a_draft("T1", taken="2"))
    later = replace(an_opening().due, started_on=date(2029, 1, 1))
    later = replace(later, first_on=later.started_on, due_on=date(2029, 6, 30))
    opening = replace(an_opening(), due=later)
    note = replace(an_assessment(stored), opening=opening)
    life.assess(engine, an_order("moved", stored.version), OWN, note)
    due = the_due(engine, "moved")
    assert (due.first_on, due.due_on) == (DAY, date(2029, 6, 30))
    assert the_due(engine).state(DAY) is DueState.PARTLY


def test_what_was_recorded_cannot_be_changed(engine):
    guarantee = a_guarantee(engine)
    enter(engine, an_opening(guarantee.id))
    for table in ("due_date_acts", "guarantee_charges"):
        for action in ("DELETE FROM {}", "UPDATE {} SET due_id = due_id"):
            with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
                connection.execute(text(action.format(table)))


def test_charges_sum_to_what_stands(engine):
    guarantee = a_guarantee(engine)
    enter(engine, an_opening(guarantee.id, "33.333"))
    leave(engine, "first", "1", "E1")
    assert charged(due_dates.charges_of(engine, the_due(engine))) == Decimal("29.629")
    assert due_date_rows.acts_of(engine, the_due(engine).id)[-1].at == datetime(
        2026, 7, 1, 12, tzinfo=UTC
    )
