"""The book the program works with, and its guess at what was meant."""

from datetime import date

import pytest

from sad_desktop.errors import ResourceMissing
from sad_desktop.services.reference_lists import load_book, similar
from sad_desktop.tariff.book import LookupQuery

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize("country", ["bh", "kw", "eg", "asycuda"])
def test_every_shipped_country_has_its_book(country):
    book = load_book(country)
    assert book.profile.code == country
    assert book.entry("countries", "BH", TODAY).ar == "البحرين"


def test_a_country_that_is_not_shipped_is_missing():
    with pytest.raises(ResourceMissing):
        load_book("xx")


@pytest.mark.parametrize(
    ("typed", "best"),
    [("saloom car", 1), ("hroses", 2), ("سياره", 1), ("xqzwv", None), ("", None)],
)
def test_the_texts_with_the_most_similar_words_come_first(typed, best):
    texts = (" golf cart", " saloon car سيارة ", " horses ")
    found = similar(typed, texts, 3)
    assert (found[0] if found else None) == best


def test_all_words_must_resemble_one_of_the_text():
    assert similar("saloom xqzwv", ("saloon car",), 3) == ()
    assert similar("saloom tobaco", ("saloon car", "tobacco leaf"), 3) == ()


def test_no_more_than_the_limit_comes_and_ties_keep_their_order():
    assert similar("carton", ("cartom a", "cartom b", "cartom c"), 2) == (0, 1)


@pytest.mark.parametrize(
    ("list_name", "typed", "meant"),
    [
        ("tariff", "smartfone", "851713000000"),
        ("tariff", "ciggarettes", "240220000000"),
        ("countries", "germny", "DE"),
        ("countries", "فرنصا", "FR"),
    ],
)
def test_a_finder_offers_what_was_meant(list_name, typed, meant):
    query = LookupQuery(list_name=list_name, text=typed, on=TODAY, limit=5)
    assert load_book("bh").search(query)[0].code == meant
