"""Rates as tariffs print them, in two languages."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sad_desktop.tariff.rate_text import UnreadableRate, read_rate
from sad_desktop.tariff.rates import Limit, Specific


def per(amount, unit="", currency="", per="1"):
    return Specific(amount=Decimal(amount), currency=currency, unit=unit, per=Decimal(per))


@pytest.mark.parametrize(
    "text", ["Free", "free", "FREE", "معفاة", "معفاة من الرسوم", "Exempt", "nil", "0%", "0 %"]
)
def test_free(text):
    rate = read_rate(text)
    assert rate.percent == 0
    assert rate.kind == "free"


@pytest.mark.parametrize(
    ("text", "percent"),
    [("5%", "5"), ("5 %", "5"), ("٥٪", "5"), ("12.5%", "12.5"), ("100 per cent", "100"),
     ("5 percent", "5"), ("5 بالمائة", "5"), ("٥٫٥ ٪", "5.5")],
)  # fmt: skip
def test_percentages(text, percent):
    rate = read_rate(text)
    assert rate.percent == Decimal(percent)
    assert rate.kind == "percent"
    assert rate.is_plain


@pytest.mark.parametrize("text", ["PROHIBITED", "Prohibited", "ممنوع استيراده", "ممنوع"])
def test_prohibited(text):
    assert read_rate(text).is_prohibited


@pytest.mark.parametrize("text", ["RESTRICTED", "مقيد"])
def test_restricted(text):
    rate = read_rate(text)
    assert rate.is_restricted
    assert not rate.is_prohibited


@pytest.mark.parametrize(
    ("text", "specific"),
    [
        ("20/kg", per("20", "KGM")),
        ("1 cents/kg", per("0.01", "KGM")),
        ("68 cents/head", per("0.68", "NMB")),
        ("0.9 cents each", per("0.009", "NMB")),
        ("12 fils per litre", per("0.012", "LTR")),
        ("SAR 200 per 1000 NMB", per("200", "NMB", "SAR", "1000")),
        ("SAR 200 per 1,000 cigarettes", per("200", "NMB", "SAR", "1000")),
        ("2.5 EUR/100 kg", per("2.5", "KGM", "EUR", "100")),
        ("€ 2.5/100 kg", per("2.5", "KGM", "EUR", "100")),
        ("BHD 0.050 each", per("0.050", "NMB", "BHD")),
        ("100 per 1 kg packaging", per("100", "KGM.PACKAGING")),
        ("20 per kg gross", per("20", "KGM.GROSS")),
        ("SAR 20 per KGM net", per("20", "KGM", "SAR")),
        ("USD 20", per("20", "", "USD")),
        ("BHD 10.000", per("10.000", "", "BHD")),
    ],
)
def test_amounts_per_unit(text, specific):
    rate = read_rate(text)
    assert rate.specifics == (specific,)
    assert rate.percent is None
    assert rate.kind == ("specific" if specific.unit else "fixed")


@pytest.mark.parametrize(
    "text",
    [
        "100% min SAR 200 per 1000 NMB",
        "100% but not less than SAR 200 per 1000 NMB",
        "100%, minimum of SAR 200 per 1,000 cigarettes",
        "100% على ألا يقل عن SAR 200 لكل 1000 سيجارة",
        "100% or SAR 200 per 1000 NMB, whichever is higher",
        "SAR 200 per 1000 NMB or 100%, whichever is the greater",
    ],
)
def test_the_minimum_of_cigarettes_however_it_is_written(text):
    rate = read_rate(text)
    assert rate.percent == 100
    assert rate.floor == Limit(specific=per("200", "NMB", "SAR", "1000"))
    assert rate.ceiling is None
    assert rate.kind == "limited"


def test_a_maximum():
    rate = read_rate("5% max 10%")
    assert rate.ceiling == Limit(percent=Decimal(10))
    assert rate.floor is None


def test_the_lower_of_two_is_a_maximum():
    assert read_rate("5% or SAR 3 per kg, whichever is lower").ceiling == Limit(
        specific=per("3", "KGM", "SAR")
    )


@pytest.mark.parametrize(
    "text", ["10% min SAR 1/kg max SAR 5/kg", "10% max SAR 5/kg min SAR 1/kg",
             "10% min SAR 1 per kg and max SAR 5 per kg"],
)  # fmt: skip
def test_minimum_and_maximum_in_any_order(text):
    rate = read_rate(text)
    assert rate.floor == Limit(specific=per("1", "KGM", "SAR"))
    assert rate.ceiling == Limit(specific=per("5", "KGM", "SAR"))


def test_compound_rates_add_up():
    rate = read_rate("5% + BHD 0.100 per LTR + SAR 1 per MTK")
    assert rate.percent == 5
    assert rate.specifics == (per("0.100", "LTR", "BHD"), per("1", "MTK", "SAR"))
    assert rate.kind == "compound"


def test_brackets_on_sugar():
    rate = read_rate("sugar from 0: Free; from 5: SAR 0.79/LTR; from 8: SAR 1.09 per LTR")
    assert rate.attribute == "sugar_content"
    assert [bracket.start for bracket in rate.brackets] == [0, 5, 8]
    assert rate.brackets[0].rate.kind == "free"
    assert rate.brackets[2].rate.specifics == (per("1.09", "LTR", "SAR"),)


@pytest.mark.parametrize(
    "text",
    ["", "5", "abc", "see note 3", "5% 6%", "5% + 6%", "5% min", "10 per 0 kg", "SAR per kg",
     "5% or 6% or 7%, whichever is higher", "sugar from 5: Free; from 5: 5%", "salt from 0: 5%",
     "10 per frobnicate", "%", "5% min 2% + 3 per kg"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_not_guessed(text):
    with pytest.raises(UnreadableRate):
        read_rate(text)


@settings(deadline=None)
@given(st.text(alphabet="0123456789%.,/+ minaxorperkgSAR;:فمعا", max_size=40))
def test_any_text_is_a_rate_or_is_refused(text):
    try:
        rate = read_rate(text)
    except UnreadableRate:
        return
    assert rate.kind
    assert rate.percent is None or rate.percent.is_finite()


@pytest.mark.parametrize(
    ("text", "uses_base"),
    [("5%", True), ("Free", True), ("20/kg", False), ("20/kg min 5%", True), ("USD 20", False),
     ("sugar from 0: Free; from 5: 1/LTR", False), ("sugar from 0: Free; from 5: 10%", True)],
)  # fmt: skip
def test_which_rates_need_a_base(text, uses_base):
    assert read_rate(text).uses_base is uses_base
