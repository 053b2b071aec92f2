"""The arithmetic of guarantees: nothing beyond the amount, shares exact to the fils."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sad_desktop.brokerage.guarantees import (
    Charge,
    ChargeKind,
    NotCoveredByGuarantee,
    charged,
    check_cover,
    is_usable,
    left_of,
    moved_to,
    parts,
    put_again,
    released,
    settled,
    still_held,
    unreleased,
    withdrawn,
)
from sad_desktop.brokerage.ledgers import Guarantee, GuaranteeKind, Ledger, entry_fault
from sad_desktop.brokerage.register import Balance

FILS = st.integers(min_value=0, max_value=10**9).map(lambda n: Decimal(n).scaleb(-3))
SOME = st.lists(FILS, min_size=1, max_size=8)
PACKAGES = st.integers(min_value=1, max_value=1000)


def charges_of(amounts):
    return [
        Charge(guarantee_id=1, due_id=1, item_number=number, kind=ChargeKind.CHARGED, amount=one)
        for number, one in enumerate(amounts, start=1)
    ]


def goods(entered, left):
    return Balance(packages=Decimal(entered)), Balance(packages=Decimal(left))


@given(FILS, SOME)
def test_the_items_answer_for_the_whole_to_the_last_fils(total, duties):
    found = parts(total, dict(enumerate(duties, start=1)), 3)
    assert sum(found.values()) == total
    assert all(one >= 0 for one in found.values())


@given(SOME, PACKAGES, st.lists(PACKAGES, max_size=6))
def test_portions_that_leave_free_the_whole_and_no_fils_more(amounts, entered, leaving):
    """Whatever leaves in whatever portions: never below zero, never above, nothing at the end."""
    history, left = charges_of(amounts), entered
    for one in (*leaving, entered):
        left = max(left - one, 0)
        now = {number: goods(entered, left) for number in range(1, len(amounts) + 1)}
        history += settled(history, now, 3)
        assert 0 <= charged(history) <= sum(amounts)
        for number, whole in enumerate(amounts, start=1):
            held = charged([one for one in history if one.item_number == number])
            assert held == still_held(whole, *goods(entered, left), 3)
        if left == 0:
            break
    assert charged(history) == 0
    back = {number: goods(entered, entered) for number in range(1, len(amounts) + 1)}
    assert charged([*history, *settled(history, back, 3)]) == sum(amounts)


@given(SOME, st.data())
def test_a_release_by_proof_sums_exactly_and_stops_at_what_stands(amounts, data):
    history = charges_of(amounts)
    whole = sum(amounts)
    wanted = data.draw(FILS.filter(lambda one: one > 0))
    if wanted > whole:
        with pytest.raises(NotCoveredByGuarantee):
            released(history, wanted, 3)
        return
    freed = released(history, wanted, 3)
    assert -charged(freed) == wanted
    history += freed
    for number, one in enumerate(amounts, start=1):
        assert 0 <= charged([c for c in history if c.item_number == number]) <= one


@given(SOME, st.data())
def test_releases_recorded_by_mistake_are_taken_back_to_the_last_fils(amounts, data):
    history = charges_of(amounts)
    for part in data.draw(st.lists(st.integers(2, 9), max_size=3)):
        wanted = (charged(history) / part).quantize(Decimal("0.001"))
        history += released(history, wanted, 3) if wanted else ()
    history += unreleased(history)
    assert charged(history) == sum(amounts)
    assert unreleased(history) == ()


@given(SOME, PACKAGES)
def test_what_is_withdrawn_is_put_again_as_it_stood(amounts, left):
    history = charges_of(amounts)
    history += settled(history, {1: goods(1000, left)}, 3)
    stood = charged(history)
    history += withdrawn(history)
    assert charged(history) == 0
    history += put_again(history)
    assert charged(history) == stood


@given(SOME, PACKAGES, st.integers(1, 1000))
def test_another_guarantee_stands_for_the_same(amounts, left, later):
    history = charges_of(amounts)
    history += settled(history, {1: goods(1000, left)}, 3)
    if charged(history):
        history += released(history, charged(history) / 2, 3)
    stood = charged(history)
    history += moved_to(history, 2)
    assert charged([one for one in history if one.guarantee_id == 1]) == 0
    assert charged([one for one in history if one.guarantee_id == 2]) == stood
    now = {1: goods(1000, min(left, later))}
    assert 0 <= charged([*history, *settled(history, now, 3)]) <= stood


def test_a_second_assessment_counts_from_its_own_amount():
    history = charges_of([Decimal(100)])
    history += withdrawn(history)
    history += charges_of([Decimal(60)])
    history += settled(history, {1: goods(10, 5)}, 3)
    assert charged(history) == Decimal(30)


def test_what_a_hand_released_is_not_charged_again_by_the_goods():
    history = charges_of([Decimal(100)])
    history += released(history, Decimal(70), 3)
    assert settled(history, {1: goods(10, 10)}, 3) == ()
    assert charged([*history, *settled(history, {1: goods(10, 8)}, 3)]) == Decimal(10)
    assert charged([*history, *settled(history, {1: goods(10, 2)}, 3)]) == 0


def test_goods_without_a_measure_hold_the_whole():
    assert still_held(Decimal(5), Balance(), Balance(), 3) == Decimal(5)


def test_no_more_is_charged_than_is_left():
    bank = Guarantee(kind=GuaranteeKind.BANK, number="LG-1", amount=Decimal(100))
    check_cover(bank, Decimal(40), Decimal(60))
    with pytest.raises(NotCoveredByGuarantee, match="LG-1 has 60 left"):
        check_cover(bank, Decimal(40), Decimal("60.001"))
    unlimited = Guarantee(kind=GuaranteeKind.UNDERTAKING, number="U")
    check_cover(unlimited, Decimal(10**9), Decimal(1))
    assert left_of(unlimited, Decimal(1)) is None


def test_a_guarantee_is_used_in_time_by_its_importer_while_it_is_not_returned():
    one = Guarantee(number="1", importer="A", valid_until=date(2026, 7, 1))
    assert is_usable(one, "A", date(2026, 7, 1))
    assert not is_usable(one, "A", date(2026, 7, 2))
    assert not is_usable(one, "B", date(2026, 7, 1))
    assert is_usable(Guarantee(number="1"), "B", date(2030, 1, 1))
    assert not is_usable(Guarantee(number="1", is_returned=True), "B", date(2030, 1, 1))


def test_only_an_undertaking_has_no_amount():
    def fault(**changes):
        return entry_fault(Ledger.GUARANTEES, Guarantee(number="1", **changes))[1]

    assert fault(kind="bank") == "amount"
    assert fault(kind="other", amount=Decimal(1)) == "kind"
    assert fault(kind="undertaking") == ""
    assert fault(kind="cash", amount=Decimal(1)) == ""
