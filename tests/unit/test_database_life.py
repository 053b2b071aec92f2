"""The life of declarations in the database: what each step writes, refuses and gives back."""

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from sad_desktop.brokerage.goods import GoodsInUse, NotEnoughGoods, goods_number
from sad_desktop.brokerage.history import Operation
from sad_desktop.brokerage.life import Numbered, StepClosed
from sad_desktop.database import frozen, history, life
from sad_desktop.database.declarations import NotEditable, load, store
from sad_desktop.database.engine import connect
from sad_desktop.database.numbering import NumberTaken, ReferenceTaken
from sad_desktop.declaration.draft import Place
from sad_desktop.declaration.status import Status
from tests.lives import (
    DAY,
    ENTRY,
    NOON,
    OWN,
    a_draft,
    an_order,
    assessed,
    at_once,
    enter_goods,
    keep,
    left,
    registered,
)

pytest_plugins = ["tests.databases"]


def test_the_whole_life_is_recorded_with_user_time_and_number(engine):
    done = assessed(engine, registered(engine, "a", a_draft()))
    done = life.pay(engine, an_order("a", done.version), OWN)
    done = life.release(engine, an_order("a", done.version, by="Karim"))
    kept = done.draft.declaration
    assert (kept.registration_serial, kept.registration_number) == ("C", "1")
    assert (kept.assessment_number, kept.receipt_number, kept.receipt_day) == ("1", "1", DAY)
    found = [
        (one.operation, one.after, one.by, one.remark) for one in history.entries_of(engine, "a")
    ]
    assert found == [
        (Operation.STORE, Status.STORED, "Salma", ""),
        (Operation.REGISTER, Status.REGISTERED, "Salma", "C 1"),
        (Operation.ASSESS, Status.ASSESSED, "Salma", "C 1"),
        (Operation.PAY, Status.PAID, "Salma", "C 1"),
        (Operation.RELEASE, Status.RELEASED, "Karim", "why"),
    ]
    assert history.verify(engine).holds
    assert frozen.assessed_total(engine, "a") == Decimal("10")


def test_a_storing_says_which_fields_changed(engine):
    first = keep(engine, "a", a_draft())
    item = replace(first.draft.declaration.items[0], commodity_code="22011000")
    second = a_draft(comments="نص", items=(item,))
    store(engine, "a", second, base_version=1, user="Karim", at=NOON, base=first.draft)
    changes = history.entries_of(engine, "a")[-1].changes
    assert [(one.place, one.number, one.before, one.after) for one in changes] == [
        (Place("comments"), 0, "", "نص"),
        (Place("commodity_code", 1), 1, "84713000", "22011000"),
    ]


def test_a_registered_declaration_is_not_stored_over_whatever_its_draft_says(engine):
    done = registered(engine, "a", a_draft())
    for status in Status:
        with pytest.raises(NotEditable):
            keep(engine, "a", replace(done.draft, status=status), base=done.version)
    assert load(engine, "a").draft == done.draft


def test_no_plain_storing_leads_to_another_status(engine):
    for status in set(Status) - {Status.DRAFT, Status.STORED}:
        with pytest.raises(NotEditable):
            keep(engine, "new", replace(a_draft(), status=status))
    amended = life.amend(engine, an_order("a", registered(engine, "a", a_draft()).version))
    with pytest.raises(NotEditable):
        keep(engine, "a", replace(amended.draft, status=Status.STORED), base=amended.version)
    assert keep(engine, "a", amended.draft, base=amended.version).version == amended.version + 1


def test_a_reference_is_used_once_by_a_declarant_in_a_year(engine):
    registered(engine, "a", a_draft("T12129"))
    with pytest.raises(ReferenceTaken, match="T12129 of 2026"):
        registered(engine, "b", a_draft("T12129"))
    registered(engine, "c", a_draft("T12129", reference_year=2027))
    registered(engine, "d", a_draft("T12129", declarant_code="other"))
    with pytest.raises(ReferenceTaken, match="Box 7 has no reference"):
        registered(engine, "e", a_draft(""))


def test_customs_own_number_is_taken_once_and_the_office_counts_past_it(engine):
    registered(engine, "a", a_draft("A00001"), Numbered(serial="C", number="2", day=DAY))
    with pytest.raises(NumberTaken, match="C 2 of 2026 at office BHKBS"):
        registered(engine, "b", a_draft("A00002"), Numbered(serial="C", number="2", day=DAY))
    numbers = [
        registered(engine, name, a_draft(f"A0001{name}")).draft.declaration.registration_number
        for name in "1234"
    ]
    assert numbers == ["1", "3", "4", "5"]
    next_year = replace(OWN, day=date(2027, 1, 1))
    done = registered(engine, "later", a_draft("A00003"), next_year)
    assert done.draft.declaration.registration_number == "1"


def test_references_are_numbered_past_those_that_were_keyed(engine):
    keep(engine, "keyed", a_draft("000002"))
    given = [
        store(
            engine, name, a_draft(""), base_version=0, user="S", at=NOON, numbers_reference=True
        ).draft.declaration.reference_number
        for name in "abc"
    ]
    assert given == ["000001", "000003", "000004"]


def test_what_was_recorded_cannot_be_changed_by_the_program(engine):
    enter_goods(engine)
    for table in ("history", "versions", "assessments", "goods_movements"):
        for action in ("DELETE FROM {}", "UPDATE {} SET declaration_id = 'x'"):
            statement = action.format(table)
            with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
                connection.execute(text(statement))
    if engine.dialect.name == "postgresql":
        with pytest.raises(DBAPIError, match="append-only"), engine.begin() as connection:
            connection.execute(text("TRUNCATE history"))


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE history SET done_by = 'Nobody' WHERE sequence = 2",
        "UPDATE history SET changes = '[]', changed = 0 WHERE sequence = 2",
        "DELETE FROM history WHERE sequence = 2",
        "DELETE FROM history WHERE sequence = 1",
        "UPDATE history SET sequence = 9 WHERE sequence = 3",
    ],
)
def test_who_gets_round_the_database_is_found_out(engine, damage):
    first = keep(engine, "a", a_draft())
    store(engine, "a", a_draft(comments="x"), base_version=1, user="S", at=NOON, base=first.draft)
    life.register(engine, an_order("a", 2), OWN)
    assert (history.verify(engine).holds, history.verify(engine).count) == (True, 3)
    with engine.begin() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER history_no_update"))
            connection.execute(text("DROP TRIGGER history_no_delete"))
        else:
            connection.execute(text("ALTER TABLE history DISABLE TRIGGER ALL"))
        connection.execute(text(damage))
    assert not history.verify(engine).holds


def test_no_more_leaves_than_entered_and_cancelling_gives_it_back(engine):
    enter_goods(engine, "10")
    first = assessed(engine, registered(engine, "a", a_draft("A1", taken="6")))
    second = registered(engine, "b", a_draft("A2", taken="5"))
    with pytest.raises(NotEnoughGoods, match=r"Item 1 of declaration BHKBS 2026 C700 has 4 left"):
        assessed(engine, second)
    assert load(engine, "b") == second
    life.cancel(engine, an_order("a", first.version))
    assert left(engine) == 10
    assessed(engine, second)
    assert left(engine) == 5


def test_an_entry_whose_goods_left_is_neither_cancelled_nor_amended(engine):
    entry = enter_goods(engine)
    taker = assessed(engine, registered(engine, "a", a_draft("A1", taken="6")))
    for step in (life.cancel, life.amend):
        with pytest.raises(GoodsInUse, match="item 1 have left"):
            step(engine, an_order("entry", entry.version))
    life.cancel(engine, an_order("a", taker.version))
    life.cancel(engine, an_order("entry", entry.version))
    assert left(engine) == 0
    with pytest.raises(NotEnoughGoods):
        assessed(engine, registered(engine, "b", a_draft("A2", taken="1")))


def test_an_amendment_keeps_the_number_and_can_be_given_up(engine):
    enter_goods(engine)
    before = assessed(engine, registered(engine, "a", a_draft("A1", taken="6")))
    amended = life.amend(engine, an_order("a", before.version))
    assert (amended.draft.status, left(engine)) == (Status.AMENDED, 10)
    assert amended.draft.declaration.assessment_number == ""
    changed = replace(
        amended.draft, declaration=replace(amended.draft.declaration, comments="anders")
    )
    again = keep(engine, "a", changed, base=amended.version)
    back = life.restore(engine, an_order("a", again.version))
    assert (back.draft, left(engine)) == (before.draft, 4)
    amended = life.amend(engine, an_order("a", back.version))
    done = life.register(engine, an_order("a", amended.version), OWN)
    own = done.draft.declaration
    assert own.registration_number == before.draft.declaration.registration_number
    kept = [one.operation for one in frozen.versions_of(engine, "a")]
    assert kept == [Operation.REGISTER, Operation.AMEND, Operation.AMEND, Operation.REGISTER]


def test_an_amendment_whose_goods_another_took_is_not_given_up(engine):
    enter_goods(engine)
    before = assessed(engine, registered(engine, "a", a_draft("A1", taken="6")))
    amended = life.amend(engine, an_order("a", before.version))
    assessed(engine, registered(engine, "b", a_draft("A2", taken="5")))
    with pytest.raises(NotEnoughGoods):
        life.restore(engine, an_order("a", amended.version))
    assert load(engine, "a") == amended


def test_less_than_nothing_is_not_written_off(engine):
    enter_goods(engine)
    with pytest.raises(NotEnoughGoods, match="less than nothing"):
        assessed(engine, registered(engine, "a", a_draft("A1", taken="-5")))


def test_unpaid_goods_are_released_only_where_nothing_is_owed(engine):
    owing = assessed(engine, registered(engine, "a", a_draft("A1")))
    with pytest.raises(StepClosed, match="not paid yet"):
        life.release(engine, an_order("a", owing.version))
    free = assessed(engine, registered(engine, "b", a_draft("A2")), total="0")
    assert life.release(engine, an_order("b", free.version)).draft.status is Status.RELEASED


def test_desks_that_register_at_once_get_numbers_without_gap_or_twin(engine):
    for n in range(8):
        keep(engine, f"d{n}", a_draft(f"A0000{n}"))
    desks = [connect(engine.url.render_as_string(hide_password=False)) for _ in range(2)]
    done = at_once(
        *(lambda n=n: life.register(desks[n % 2], an_order(f"d{n}", 1), OWN) for n in range(8))
    )
    for desk in desks:
        desk.dispose()
    numbers = sorted(int(one.draft.declaration.registration_number) for one in done)
    assert numbers == list(range(1, 9))
    assert history.verify(engine).holds


def test_of_two_desks_that_take_the_last_goods_one_gets_them(engine):
    enter_goods(engine, "10")
    stored = [registered(engine, name, a_draft(f"B{name}", taken="6")) for name in "ab"]
    done = at_once(*(lambda one=one: assessed(engine, one) for one in stored))
    assert Counter(type(one).__name__ for one in done) == {"Stored": 1, "NotEnoughGoods": 1}
    assert left(engine) == 4


def test_of_two_desks_that_take_one_step_one_takes_it(engine):
    stored = registered(engine, "a", a_draft())
    done = at_once(*(lambda: assessed(engine, stored) for _ in range(2)))
    assert Counter(type(one).__name__ for one in done) == {"Stored": 1, "Conflict": 1}
    assert len(frozen.versions_of(engine, "a")) == 1


def test_earlier_declarations_are_named_as_people_say_them():
    assert goods_number(ENTRY) == "BHKBS 2026 C700"
