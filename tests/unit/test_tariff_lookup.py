"""Folding and searching: what a broker types finds the entry whatever letters it is written in."""

import pytest

from sad_desktop.tariff.book import ListEntry
from sad_desktop.tariff.lookup import normalise, searchable


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("سيّــــارَة", "سياره"),
        ("أإآٱا", "ااااا"),
        ("ىيی", "ييي"),
        ("الشركة المتحدة", "الشركه المتحده"),
        ("کویت", "كويت"),
        ("٨٧٠٣ ۸۷۰۳", "8703 8703"),
        ("  Side   CAR ", "side car"),
        ("Türkiye", "turkiye"),
        ("\u200fبحرين\u200e", "بحرين"),
    ],
)
def test_folding_makes_one_form_of_many_spellings(typed, folded):
    assert normalise(typed) == folded


def _cars():
    return searchable(
        [
            ListEntry(code="870310", en="Snow cars; golf carts", ar="سيارات السير على الثلج"),
            ListEntry(code="870322", en="Saloon motor car", ar="سيّارة صالون"),
            ListEntry(code="010121", en="Horses, pure-bred", ar="خيول أصيلة"),
        ]
    )


def codes(found):
    return [entry.code for entry in found]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("8703", ["870310", "870322"]),
        ("8703.22", ["870322"]),
        ("٨٧٠٣", ["870310", "870322"]),
        ("سيارة", ["870310", "870322"]),
        ("السيّارات", ["870310", "870322"]),
        ("سياره صالون", ["870322"]),
        ("cars", ["870310", "870322"]),
        ("motor sal", ["870322"]),
        ("saloon horse", []),
        ("اصيله", ["010121"]),
        ("ars", []),
    ],
)
def test_codes_are_found_by_their_beginning_and_names_by_all_their_words(typed, expected):
    assert codes(_cars().find(typed, 10, lambda *_: ())) == expected


def test_a_blank_search_shows_the_list_from_its_start():
    assert codes(_cars().find(" ", 2)) == ["870310", "870322"]


def test_when_nothing_matches_the_most_similar_comes_first():
    assert codes(_cars().find("hroses", 5))[0] == "010121"
    assert codes(_cars().find("صلون", 5))[0] == "870322"
    assert codes(_cars().find("xqzw", 5)) == []


def test_the_exact_code_comes_before_longer_ones():
    found = searchable(
        [ListEntry(code="AB1", en="x", ar="س"), ListEntry(code="AB", en="y", ar="ص")]
    ).find("ab", 5)
    assert codes(found) == ["AB", "AB1"]
