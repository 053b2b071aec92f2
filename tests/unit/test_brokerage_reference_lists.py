"""Periods of a code, and what an import makes of a list."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sad_desktop.brokerage.reference_lists import compare, in_force, with_entry, without
from sad_desktop.tariff.book import ListEntry

NEW_YEAR = date(2026, 1, 1)


def entry(code="10", en="Horses", start=None, end=None, **facts):
    return ListEntry(code=code, en=en, ar="", facts=facts, valid_from=start, valid_to=end)


OLD = entry(start=date(2007, 1, 1), rate="5%")


def test_a_new_period_ends_the_one_before_it():
    new = entry(start=NEW_YEAR, rate="10%")
    assert with_entry((OLD,), new, NEW_YEAR) == (replace(OLD, valid_to=NEW_YEAR), new)


def test_a_period_put_in_before_another_ends_where_that_begins():
    later = entry(start=date(2030, 1, 1))
    assert with_entry((later,), OLD, NEW_YEAR) == (replace(OLD, valid_to=date(2030, 1, 1)), later)


def test_the_same_first_day_takes_the_place_of_the_former():
    assert with_entry((OLD,), replace(OLD, en="Mules"), NEW_YEAR) == (replace(OLD, en="Mules"),)


def test_an_undated_entry_corrects_the_one_in_force_and_keeps_its_days():
    mules = entry(en="Mules")
    corrected = (entry(en="Mules", start=date(2007, 1, 1)),)
    assert with_entry((OLD,), mules, NEW_YEAR) == corrected
    announced = entry(start=date(2030, 1, 1), rate="10%")
    periods = with_entry((OLD,), announced, NEW_YEAR)
    now, later = with_entry(periods, mules, NEW_YEAR)
    assert now == replace(mules, valid_from=OLD.valid_from, valid_to=announced.valid_from)
    assert later == announced


def test_an_undated_entry_leaves_the_past_of_an_ended_code_alone_and_begins_anew():
    ended = without((OLD,), date(2020, 1, 1))
    assert with_entry(ended, entry(en="Mules"), NEW_YEAR) == (
        *ended,
        entry(en="Mules", start=NEW_YEAR),
    )
    found = compare({"10": ended}, [entry()], NEW_YEAR, is_complete=False)
    assert in_force(found.periods["10"], NEW_YEAR) is not None
    assert in_force(found.periods["10"], date(2023, 1, 1)) is None


def test_an_undated_file_does_not_undo_an_end_that_is_to_come():
    ending = without((OLD,), date(2030, 1, 1))
    same = entry(rate="5%")
    assert compare({"10": ending}, [same], NEW_YEAR, is_complete=False).is_empty


def test_a_rate_published_again_is_of_its_own_day():
    first, again = entry("USD", "", date(2026, 11, 1), rate="0.376"), date(2026, 11, 21)
    incoming = [replace(first, valid_from=again), replace(first, valid_from=date(2026, 10, 1))]
    found = compare({"USD": (first,)}, incoming, again, is_complete=False, is_daily=True)
    october, november, today = found.periods["USD"]
    assert (october.valid_to, november.valid_to) == (first.valid_from, again)
    assert today.valid_from == again
    assert today.valid_to is None


def test_an_ended_code_is_in_force_the_day_before():
    ended = without((OLD,), NEW_YEAR)
    assert in_force(ended, date(2025, 12, 31)) is not None
    assert in_force(ended, NEW_YEAR) is None
    future = without((entry(start=date(2027, 1, 1)),), NEW_YEAR)
    assert in_force(future, date(2028, 1, 1)) is None


def test_a_file_is_compared_with_the_list_in_force():
    before = {"10": (OLD,), "20": (entry("20"),), "30": (entry("30"),)}
    incoming = [entry(start=NEW_YEAR, rate="5%"), entry("20", "Mules"), entry("40", "Asses")]
    found = compare(before, incoming, NEW_YEAR, is_complete=True)
    assert found.same == 1  # the same words and rate: the old period goes on
    assert [one.code for one in found.added] == ["40"]
    assert [(old.en, new.en) for old, new in found.changed] == [("Horses", "Mules")]
    assert [one.code for one in found.ended] == ["30"]
    assert set(found.periods) == {"20", "30", "40"}
    part = compare(before, incoming, NEW_YEAR, is_complete=False)
    assert part.ended == ()
    assert "30" not in part.periods


days = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@given(st.lists(st.tuples(days, st.sampled_from("abc")), max_size=8), days)
def test_whatever_the_order_at_most_one_entry_is_in_force_and_it_is_the_last_given(given_, on):
    periods = ()
    for start, name in given_:
        periods = with_entry(periods, entry(en=name, start=start), on)
    holding = [one for one in periods if one.is_in_force(on)]
    assert len(holding) <= 1
    begun = {start: name for start, name in given_ if start <= on}
    assert [one.en for one in holding] == ([begun[max(begun)]] if begun else [])
