"""What is typed becomes a value, and a value shown is typed again as the same value."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sad_desktop.declaration.fields import FieldDef, Kind
from sad_desktop.declaration.values import Unreadable, fold_digits, is_empty, parse, show


def a_field(kind: Kind, **facts) -> FieldDef:
    given = {"length": 18, "decimals": 3, "allows_negative": False, **facts}
    return FieldDef(name="x", kind=kind, box="0", en="X", ar="س", **given)


AMOUNT = a_field(Kind.AMOUNT, shown_decimals=2)
DAY = a_field(Kind.DAY)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12500", "12500"),
        ("12,500", "12500"),
        ("12 500.25", "12500.25"),
        ("1,234,567.891", "1234567.891"),
        ("١٢٬٥٠٠٫٧٥", "12500.75"),
        ("۱۲۵۰۰", "12500"),
        ("12,5", "12.5"),
        ("1.234.567,89", "1234567.89"),
        ("1.234,50", "1234.50"),
        ("1\u00a0234", "1234"),
        ("1'234.5", "1234.5"),
        (".5", "0.5"),
        ("+7", "7"),
        ("0", "0"),
    ],
)
def test_an_amount_is_understood_however_it_is_written(typed, value):
    assert parse(AMOUNT, typed) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    ["abc", "1,2,3", "12.34.56", "1e5", "NaN", "Infinity", "--5", "-5", "1.2345", "1" * 30, "،"],
)
def test_what_is_no_amount_is_refused_and_never_guessed(typed):
    with pytest.raises(Unreadable):
        parse(AMOUNT, typed)


def test_a_field_that_allows_it_takes_a_negative_amount_with_the_sign_at_either_end():
    field = a_field(Kind.AMOUNT, allows_negative=True)
    assert parse(field, "-5.5") == parse(field, "5.5-") == Decimal("-5.5")


@pytest.mark.parametrize(
    "typed", ["21/11/2026", "21-11-26", "21.11.2026", "2026-11-21", "211126", "٢١/١١/٢٠٢٦"]
)
def test_a_day_is_understood_however_it_is_written(typed):
    assert parse(DAY, typed) == date(2026, 11, 21)


@pytest.mark.parametrize("typed", ["31/02/2026", "tomorrow", "2026", "13/13/2026", "0/0/0"])
def test_what_is_no_day_is_refused(typed):
    with pytest.raises(Unreadable):
        parse(DAY, typed)


def test_codes_are_upper_case_latin_digits_without_blanks_at_the_ends():
    assert parse(a_field(Kind.CODE), " t١٢١٢٩ ") == "T12129"


def test_a_text_that_is_too_long_or_holds_a_control_character_is_refused():
    with pytest.raises(Unreadable):
        parse(a_field(Kind.TEXT, length=3), "four")
    with pytest.raises(Unreadable):
        parse(a_field(Kind.TEXT), "a\x07b")


def test_lines_keep_their_breaks_and_lose_their_margins():
    assert (
        parse(a_field(Kind.LINES, length=70), "\r\n  Gulf Trading \r\n Manama\n")
        == "Gulf Trading\nManama"
    )


@pytest.mark.parametrize(
    ("typed", "ticked"), [("1", True), ("نعم", True), ("0", False), ("", False)]
)
def test_a_flag_takes_one_and_zero_and_the_words(typed, ticked):
    assert parse(a_field(Kind.FLAG), typed) is ticked


def test_an_empty_number_is_no_value_and_zero_is_one():
    assert parse(AMOUNT, "  ") is None
    assert is_empty(None)
    assert is_empty("")
    assert not is_empty(Decimal(0))
    assert not is_empty(False)


def test_amounts_are_shown_with_thousands_commas_and_at_least_two_decimals():
    assert show(AMOUNT, Decimal("1234567.5")) == "1,234,567.50"
    assert show(AMOUNT, Decimal("0.125")) == "0.125"
    assert show(a_field(Kind.AMOUNT, allows_negative=True), Decimal("-1200")) == "-1,200"


def test_digits_of_every_keyboard_are_folded():
    assert fold_digits("٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹") == "0123456789 0123456789"


@given(st.decimals(min_value="-999999999999", max_value="999999999999", places=3, allow_nan=False))
def test_an_amount_shown_is_the_same_amount_typed(amount):
    field = a_field(Kind.AMOUNT, allows_negative=True, shown_decimals=2)
    assert parse(field, show(field, amount)) == amount


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_shown_is_the_same_day_typed(day):
    assert parse(DAY, show(DAY, day)) == day


@given(st.text(max_size=60))
def test_any_text_is_a_value_or_refused_for_every_kind(typed):
    for kind in Kind:
        try:
            value = parse(a_field(kind, allows_negative=True), typed)
        except Unreadable:
            continue
        assert parse(a_field(kind, allows_negative=True), show(a_field(kind), value)) == value
