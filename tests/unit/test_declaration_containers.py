import pytest

from sad_desktop.declaration.containers import check_digit, written_digit


@pytest.mark.parametrize(
    ("identity", "digit"),
    [
        ("CSQU3054383", 3),
        ("CSQU305438", 3),
        ("csqu 305438-3", 3),
        ("TOLU4734787", 7),
        ("MSKU9070323", 3),
        ("HLXU2008419", 9),
    ],
)
def test_the_check_digit_follows_iso_6346(identity, digit):
    assert check_digit(identity) == digit


def test_a_remainder_of_ten_is_written_as_zero():
    numbers = (f"CSQU{serial:06}" for serial in range(40))
    assert 0 in {check_digit(number) for number in numbers}
    assert all(0 <= check_digit(f"CSQU{serial:06}") <= 9 for serial in range(400))


@pytest.mark.parametrize("identity", ["", "CSQ3054383", "CSQX3054383", "CSQU30543", "CSQU30543834"])
def test_what_is_not_of_the_form_has_no_check_digit(identity):
    assert check_digit(identity) is None
    assert written_digit(identity) is None


def test_the_written_digit_is_the_last_one_or_none():
    assert written_digit("CSQU3054384") == 4
    assert written_digit("CSQU305438") is None


def test_two_digits_exchanged_are_noticed():
    assert check_digit("CSQU3054383") != check_digit("CSQU3045383")
