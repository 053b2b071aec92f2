"""Rounding and sharing out, to the last unit."""

from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sad_desktop.valuation.money import (
    apportion,
    decimals_in,
    is_sound,
    quotient,
    rounded,
    rounded_together,
    unit,
)

amounts = st.decimals(min_value=0, max_value=10**12, places=3)
totals = st.decimals(min_value=-(10**12), max_value=10**12, places=3)
weights = st.lists(amounts, min_size=1, max_size=25)


@pytest.mark.parametrize(
    ("amount", "decimals", "expected"),
    [("0.5655", 3, "0.566"), ("0.5645", 3, "0.565"), ("-0.5", 0, "-1"), ("2.5", 0, "3"),
     ("1", 2, "1.00"), ("1.004", 2, "1.00"), ("1E+5", 3, "100000.000")],
)  # fmt: skip
def test_halves_are_rounded_away_from_zero(amount, decimals, expected):
    assert str(rounded(Decimal(amount), decimals)) == expected


def test_an_absurd_amount_comes_back_instead_of_an_error():
    absurd = Decimal("1E+200")
    assert rounded(absurd, 3) == absurd


@pytest.mark.parametrize("text", ["0", "-5", "999999999999999999", "0.0000000001", "1E+3"])
def test_sound_numbers(text):
    assert is_sound(Decimal(text))


@pytest.mark.parametrize(
    "text", ["NaN", "sNaN", "Infinity", "-Infinity", "1E+18", "1E-41", "1E+999"]
)
def test_numbers_no_declaration_can_mean(text):
    assert not is_sound(Decimal(text))


def test_dividing_by_zero_is_zero():
    assert quotient(Decimal(5), Decimal(0)) == 0


@pytest.mark.parametrize(("text", "count"), [("1.500", 1), ("1", 0), ("1E+3", 0), ("0.001", 3)])
def test_trailing_zeros_are_no_decimals(text, count):
    assert decimals_in(Decimal(text)) == count


@settings(deadline=None)
@given(totals, weights, st.integers(min_value=0, max_value=4))
def test_parts_sum_to_the_total(total, by, decimals):
    parts = apportion(total, by, decimals)
    assert sum(parts) == (total if any(by) else 0)


@settings(deadline=None)
@given(amounts, weights)
def test_each_part_is_within_a_unit_of_its_share(total, by):
    whole = sum(by)
    for part, weight in zip(apportion(total, by, 3), by, strict=True):
        share = total * weight / whole if whole else Decimal(0)
        assert abs(part - share) < unit(3)


@settings(deadline=None)
@given(totals, st.lists(amounts, min_size=1, max_size=5))
def test_the_order_of_the_parts_changes_nothing(total, by):
    keyed = list(enumerate(by, 1))
    expected = dict(zip([k for k, _ in keyed], apportion(total, by, 2, keys=[k for k, _ in keyed]),
                        strict=True))  # fmt: skip
    for order in list(permutations(keyed))[:12]:
        keys = [key for key, _ in order]
        parts = apportion(total, [weight for _, weight in order], 2, keys=keys)
        assert dict(zip(keys, parts, strict=True)) == expected


@settings(deadline=None)
@given(amounts, weights)
def test_a_negative_total_is_the_mirror_of_the_positive_one(total, by):
    assert apportion(-total, by, 3) == [-part for part in apportion(total, by, 3)]


@settings(deadline=None)
@given(totals, st.lists(amounts, min_size=2, max_size=8), amounts)
def test_a_pinned_part_is_kept_and_the_rest_still_sums(total, by, kept):
    parts = apportion(total, by, 3, pinned={1: kept})
    assert parts[1] == kept
    others = [weight for place, weight in enumerate(by) if place != 1]
    assert sum(parts) == (total if any(others) else kept)


@settings(deadline=None)
@given(amounts, weights, st.integers(min_value=2, max_value=50))
def test_weights_count_by_their_proportion_only(total, by, factor):
    assert apportion(total, by, 3) == apportion(total, [weight * factor for weight in by], 3)


signed = st.lists(
    st.decimals(min_value=-(10**9), max_value=10**9, places=5), min_size=0, max_size=20
)


@settings(deadline=None)
@given(signed, st.integers(min_value=0, max_value=3))
def test_numbers_rounded_together_sum_to_their_rounded_sum(values, decimals):
    parts = rounded_together(values, decimals, range(len(values)))
    assert sum(parts, Decimal(0)) == rounded(sum(values, Decimal(0)), decimals)
    for part, value in zip(parts, values, strict=True):
        assert abs(part - value) < unit(decimals)


def test_a_total_finer_than_the_currency_is_shared_out_whole():
    assert sum(apportion(Decimal("100.005"), [Decimal(1)] * 3, 2)) == Decimal("100.005")


def test_a_negative_weight_gets_nothing():
    assert apportion(Decimal(10), [Decimal(-5), Decimal(5)], 2) == [Decimal(0), Decimal("10.00")]


def test_without_any_weight_nobody_gets_anything():
    assert apportion(Decimal(10), [Decimal(0), Decimal(0)], 2) == [Decimal(0), Decimal(0)]


def test_no_parts_at_all():
    assert apportion(Decimal(10), [], 2) == []
