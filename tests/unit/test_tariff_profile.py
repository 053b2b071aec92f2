"""Profile files: all of a file is sound, or none of it is used."""

import re
from datetime import date
from decimal import Decimal

import pytest

from sad_desktop.errors import FileRefused, ResourceMissing
from sad_desktop.resources import resource
from sad_desktop.tariff.profile_file import load_profile, read_profile

SHIPPED = ("bh", "kw", "eg", "asycuda")
SMALLEST = 'code = "x"\nen = "X"\nar = "س"\ndecimals = 2\n'
RULE = '[[taxes.rules]]\nname = "r"\nvalid_from = 2020-01-01\nsource = "s"\n'
TAX = '[[taxes]]\ncode = "T"\nen = "T"\nar = "ت"\nbase = ["cif"]\n'


def read(text):
    return read_profile(text.encode(), "x.toml")


@pytest.mark.parametrize("code", SHIPPED)
def test_the_shipped_profiles_are_sound(code):
    profile, law = load_profile(code)
    assert profile.code == code
    assert profile.tax_law is law
    assert profile.en
    assert profile.ar


@pytest.mark.parametrize("code", SHIPPED)
def test_every_entry_of_a_shipped_law_names_its_source_in_words(code):
    _, law = load_profile(code)
    for tax in law.taxes:
        assert tax.en
        assert tax.ar
        for rule in tax.rules:
            assert len(rule.source) > 5, rule.name
    for regime in law.regimes:
        assert len(regime.source) > 5, regime.name


def test_a_country_that_is_not_shipped():
    with pytest.raises(ResourceMissing):
        load_profile("zz")


def test_the_smallest_profile():
    profile = read(SMALLEST)
    assert profile.rounding == "exact"
    assert profile.code_lengths == (8,)
    assert profile.price_tolerance == Decimal("0.01")


def test_code_lengths_hold_by_their_day():
    profile, _ = load_profile("bh")
    assert profile.code_lengths_on(date(2024, 12, 31)) == (8,)
    assert profile.code_lengths_on(date(2025, 1, 1)) == (12,)
    assert set(profile.code_lengths) == {8, 12}


@pytest.mark.parametrize(
    ("currency", "decimals"),
    [("BHD", 3), ("KWD", 3), ("OMR", 3), ("JOD", 3), ("IQD", 3), ("TND", 3), ("LYD", 3),
     ("SAR", 2), ("USD", 2), ("LBP", 2), ("YER", 2), ("JPY", 0)],
)  # fmt: skip
@pytest.mark.parametrize("code", SHIPPED)
def test_decimals_of_currencies(code, currency, decimals):
    profile, _ = load_profile(code)
    assert profile.decimals_of(currency) == decimals


def test_the_titles_of_bahrain_stand_in_both_languages():
    profile, _ = load_profile("bh")
    assert profile.titles["13"].ar == "شهادة المنشأ"
    assert profile.titles["20"].en == "Invoice type"


def test_the_reference_pattern_of_bahrain_takes_the_examples_of_the_guide():
    profile, _ = load_profile("bh")
    for reference in (profile.reference_example, "T12129", "000001"):
        assert re.fullmatch(profile.reference_pattern, reference)
    assert not re.fullmatch(profile.reference_pattern, "T1212")
    for tin in ("58411-01", "18095-04"):
        assert re.fullmatch(profile.tin_pattern, tin)


FAULTS = {
    "no TOML at all": ("code = ", "TOML"),
    "a key is missing": ('code = "x"\n', "en is missing"),
    "a key nobody knows": (SMALLEST + 'colour = "red"\n', "colour"),
    "a number where a text must be": (SMALLEST.replace('"X"', "5"), "en must be a text"),
    "a text where a number must be": (SMALLEST.replace("= 2", '= "2"'), "decimals must be"),
    "true is no number": (SMALLEST.replace("= 2", "= true"), "decimals must be"),
    "too many decimals": (SMALLEST.replace("= 2", "= 9"), "decimals"),
    "a rounding nobody knows": (SMALLEST + 'rounding = "up"\n', "rounding"),
    "a pattern that is none": (SMALLEST + 'tin_pattern = "("\n', "tin_pattern"),
    "a tolerance written as a number": (SMALLEST + "price_tolerance = 1\n", "price_tolerance"),
    "a tolerance that is no number": (SMALLEST + 'price_tolerance = "NaN"\n', "price_tolerance"),
    "a title in one language": (SMALLEST + '[titles.13]\nen = "A"\n', "titles.13.ar"),
    "a day that is a time": (SMALLEST + "known_from = 2020-01-01T10:00:00\n", "known_from"),
    "code lengths out of order": (
        SMALLEST
        + '[[code_lengths]]\nvalid_from = 2025-01-01\nlengths = [12]\nsource = "s"\n'
        + '[[code_lengths]]\nvalid_from = 2003-01-01\nlengths = [8]\nsource = "s"\n',
        "code_lengths",
    ),
    "no code length": (
        SMALLEST + '[[code_lengths]]\nvalid_from = 2025-01-01\nlengths = []\nsource = "s"\n',
        "code_lengths[1].lengths",
    ),
    "a list without source": (SMALLEST + '[lists.a]\ncodes = ["1"]\n', "lists.a.source"),
    "a regime without day": (
        SMALLEST + '[[regimes]]\nname = "a"\nsource = "s"\n',
        "regimes[1].valid_from",
    ),
    "a regime with an unknown payment": (
        SMALLEST
        + '[[regimes]]\nname = "a"\nvalid_from = 2020-01-01\nsource = "s"\npayment = "later"\n',
        "regimes[1].payment",
    ),
    "an exemption without reason": (
        SMALLEST
        + '[[regimes]]\nname = "a"\nvalid_from = 2020-01-01\nsource = "s"\npayment = "exempt"\n',
        "regimes[1].reason_en",
    ),
    "a tax without rules": (SMALLEST + TAX, "taxes[1].rules"),
    "the same tax twice": (
        SMALLEST + (TAX + RULE + 'rate = "5%"\n') * 2,
        "taxes[2].code",
    ),
    "a rule without source": (
        SMALLEST + TAX + RULE.replace('source = "s"\n', "") + 'rate = "5%"\n',
        "taxes[1].rules[1].source",
    ),
    "a rule without rate": (SMALLEST + TAX + RULE, "taxes[1].rules[1].rate"),
    "a rate that is none": (SMALLEST + TAX + RULE + 'rate = "much"\n', "taxes[1].rules[1].rate"),
    "a base nobody knows": (
        SMALLEST + TAX.replace('"cif"', '"luck"') + RULE + 'rate = "5%"\n',
        "taxes[1].base",
    ),
    "a base of a tax that comes later": (
        SMALLEST
        + TAX.replace('"cif"', '"U"') + RULE + 'rate = "5%"\n'
        + TAX.replace('"T"', '"U"') + RULE + 'rate = "5%"\n',
        "taxes[1].base",
    ),
    "a percentage without base": (
        SMALLEST + TAX.replace('base = ["cif"]\n', "") + RULE + 'rate = "5%"\n',
        "taxes[1].rules[1].base",
    ),
    "a fact nobody knows": (
        SMALLEST + TAX + RULE + 'rate = "5%"\nwhen = { weather = ["dry"] }\n',
        "taxes[1].rules[1].when.weather",
    ),
    "a list nobody knows": (
        SMALLEST + TAX + RULE + 'rate = "5%"\nwhen = { origin = ["@eu"] }\n',
        "taxes[1].rules[1].when.origin",
    ),
    "an empty condition": (
        SMALLEST + TAX + RULE + 'rate = "5%"\nwhen = { origin = [] }\n',
        "taxes[1].rules[1].when.origin",
    ),
    "a level nobody knows": (
        SMALLEST + TAX + 'level = "moon"\n' + RULE + 'rate = "5%"\n',
        "taxes[1].level",
    ),
    "decimals out of reach": (
        SMALLEST + TAX + RULE + 'rate = "5%"\ndecimals = 12\n',
        "taxes[1].rules[1].decimals",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "named"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_by_file_and_key(text, named):
    with pytest.raises(FileRefused) as refused:
        read(text)
    assert "x.toml" in str(refused.value)
    assert named in str(refused.value)


def test_the_file_may_not_be_text_at_all():
    with pytest.raises(FileRefused):
        read_profile(b"\xff\xfe\x00", "x.toml")


@pytest.mark.parametrize("code", SHIPPED)
def test_any_single_key_taken_out_of_a_law_is_noticed_or_harmless(code):
    """A profile with a line missing is refused with its name, or is still a whole profile."""
    lines = resource(f"profiles/{code}.toml").read_text(encoding="utf-8").splitlines()
    for place, line in enumerate(lines):
        if not line.strip().startswith(
            ("name", "valid_from", "source", "rate", "code", "en", "ar")
        ):
            continue
        text = "\n".join((*lines[:place], *lines[place + 1 :]))
        try:
            profile = read_profile(text.encode(), f"{code}.toml")
        except FileRefused as refused:
            assert f"{code}.toml" in str(refused)  # noqa: PT017 - either way is right
        else:
            assert profile.code == code


@pytest.mark.parametrize(
    ("key", "pattern", "said"),
    [
        ("request", "PR/{number}/{nobody}", "its places are"),
        ("receipt", "CR/{yy}", "no place for the {number}"),
        ("request", "PR/{number", "no pattern"),
    ],
)
def test_a_pattern_of_payment_numbers_that_cannot_be_is_refused(key, pattern, said):
    patterns = {"request": "{number}", "receipt": "{number}"} | {key: pattern}
    lines = "".join(f'{name} = "{value}"\n' for name, value in patterns.items())
    text = f'{SMALLEST}[[payment_numbers]]\nvalid_from = 2020-01-01\n{lines}source = "s"\n'
    with pytest.raises(FileRefused, match=re.escape(said)):
        read(text)
