"""The book over the shipped files: by code, by day, by what is typed."""

from datetime import date
from decimal import Decimal

import pytest

from sad_desktop.errors import ResourceMissing
from sad_desktop.tariff.book import LookupQuery, TariffBook
from sad_desktop.tariff.shipped_book import shipped_book

TODAY = date(2026, 11, 21)
LAST_OF_THE_OLD = date(2024, 12, 31)
FIRST_OF_THE_NEW = date(2025, 1, 1)


@pytest.fixture(scope="module")
def book():
    return shipped_book("bh")


def found(book, list_name, text, on=TODAY, limit=5):
    query = LookupQuery(list_name=list_name, text=text, on=on, limit=limit)
    return [entry.code for entry in book.search(query)]


def test_the_book_is_a_tariff_book(book):
    as_protocol: TariffBook = book
    assert as_protocol.profile.code == "bh"


def test_a_country_that_is_not_shipped_is_missing():
    with pytest.raises(ResourceMissing):
        shipped_book("xx")


@pytest.mark.parametrize(
    ("list_name", "code", "ar"),
    [
        ("countries", "TR", "تركيا"),
        ("models", "IM4", "إدخال للوضع في الاستهلاك"),
        ("packages", "CT", "كرتون"),
        ("offices", "BHKBS", "جمرك ميناء خليفة بن سلمان"),
        ("tariff", "870322700000", "سيّارات صالون، سعتها أكثر من 1000 ولا تزيد عن 1500 سم3"),
    ],
)
def test_an_entry_is_found_by_its_code(book, list_name, code, ar):
    assert book.entry(list_name, code, TODAY).ar == ar


def test_unknown_codes_and_lists_have_no_entry(book):
    assert book.entry("countries", "ZZ", TODAY) is None
    assert book.entry("nothing", "1", TODAY) is None


def test_an_entry_ends_with_its_last_day(book):
    assert book.entry("currencies", "BGN", date(2025, 12, 31)) is not None
    assert book.entry("currencies", "BGN", date(2026, 1, 1)) is None


def test_the_tariff_has_eight_digits_until_its_last_day_and_twelve_from_the_next(book):
    assert book.line("87032270", LAST_OF_THE_OLD) is not None
    assert book.line("870322700000", LAST_OF_THE_OLD) is None
    assert book.line("87032270", FIRST_OF_THE_NEW) is None
    assert book.line("870322700000", FIRST_OF_THE_NEW) is not None


def test_a_line_says_units_rates_specifications_and_demands(book):
    cigarettes = book.line("240220000000", TODAY)
    assert cigarettes.units == ("NMB", "KGM")
    assert cigarettes.rates == {"DTY": "100% min SAR 200 per 1000 NMB", "EXC": "100%"}
    assert cigarettes.documents == ("911",)
    assert "Ministry of Health" in cigarettes.restricted_by
    assert book.line("870322700000", TODAY).specifications[:2] == ("CAR-N1", "CAR-U1")
    assert book.line("401220000000", TODAY).prohibited


def test_a_country_puts_its_own_lines_over_those_of_its_union(book):
    assert not book.line("220300000000", TODAY).prohibited
    assert shipped_book("kw").line("220300000000", TODAY).prohibited


def test_the_rate_of_a_day_is_the_last_one_published(book):
    assert book.exchange_rate("USD", date(2011, 6, 1)).rate == Decimal("0.376")
    assert book.exchange_rate("USD", TODAY).rate == Decimal("0.376081")
    assert book.exchange_rate("AED", TODAY).rate == Decimal("0.102394")
    assert book.exchange_rate("USD", date(1999, 1, 1)) is None
    assert book.exchange_rate("XXX", TODAY) is None


def test_a_rate_for_a_hundred_units_is_given_for_one(book):
    assert book.exchange_rate("JPY", TODAY).for_one == Decimal("0.002381")


@pytest.mark.parametrize(
    ("list_name", "typed", "first"),
    [
        ("tariff", "8703", "870322100000"),
        ("tariff", "8703.22.70", "870322700000"),
        ("tariff", "سيارة", "870210000000"),
        ("tariff", "سيارة صالون", "870322700000"),
        ("tariff", "car saloon", "870322700000"),
        ("tariff", "سجاير", "240220000000"),
        ("countries", "tr", "TR"),
        ("countries", "Turkey", "TR"),
        ("countries", "turkiye", "TR"),
        ("countries", "الامارات", "AE"),
        ("countries", "امريكا", "US"),
        ("incoterms", "ex-work", "EXW"),
        ("incoterms", "c&f", "C&F"),
        ("packages", "كراتين", "CT"),
        ("companies", "58411", "58411-01"),
        ("companies", "لؤلؤة", "18095-04"),
        ("models", "مستودع", "IM7"),
        ("places", "جبل علي", "AEJEA"),
    ],
)
def test_what_a_broker_types_finds_its_entry_first(book, list_name, typed, first):
    assert found(book, list_name, typed)[0] == first


@pytest.mark.parametrize(
    ("list_name", "typed", "meant"),
    [
        ("countries", "germny", "DE"),
        ("countries", "bahrein", "BH"),
        ("tariff", "ciggarettes", "240220000000"),
        ("packages", "crton", "CT"),
    ],
)
def test_a_typing_error_still_finds_what_was_meant(book, list_name, typed, meant):
    assert meant in found(book, list_name, typed)


def test_an_empty_search_shows_the_list_from_its_start_and_the_limit_holds(book):
    assert found(book, "countries", "", limit=3) == ["AD", "AE", "AF"]
    assert len(found(book, "countries", "a", limit=4)) == 4


def test_only_entries_in_force_are_found(book):
    assert "BGN" in found(book, "currencies", "lev", date(2025, 1, 1))
    assert "BGN" not in found(book, "currencies", "BGN")
    assert found(book, "tariff", "8703227", LAST_OF_THE_OLD) == ["87032270"]


def test_a_finder_sees_units_rates_and_demands_of_a_tariff_line(book):
    query = LookupQuery(list_name="tariff", text="240220", on=TODAY)
    facts = book.search(query)[0].facts
    assert facts["units"] == "NMB KGM"
    assert facts["rate:DTY"] == "100% min SAR 200 per 1000 NMB"
    assert facts["documents"] == "911"
    assert "prohibited" not in facts


def test_lists_with_entries_are_binding_and_suggested_ones_are_not(book):
    assert book.has_list("packages")
    assert book.has_list("tariff")
    assert not book.has_list("manifests")
    neutral = shipped_book("asycuda")
    assert neutral.has_list("countries")
    assert not neutral.has_list("packages")
    assert not neutral.has_list("tariff")
    assert neutral.entry("packages", "CT", TODAY) is not None


def test_a_file_is_read_once_and_not_before_it_is_asked_for(monkeypatch):
    read = []
    from sad_desktop.tariff import shipped_book as module

    original = module.read_list
    monkeypatch.setattr(
        module,
        "read_list",
        lambda folder, name: read.append((folder, name)) or original(folder, name),
    )
    book = shipped_book("bh")
    assert read == []
    book.entry("modes", "1", TODAY)
    book.entry("modes", "2", TODAY)
    assert [pair for pair in read if pair[1] == "modes"] == [
        ("world", "modes"),
        ("gcc", "modes"),
        ("bh", "modes"),
    ]
    assert {name for _, name in read} == {"modes"}
