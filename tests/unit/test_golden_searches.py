"""What brokers type and the line they mean: within the first five, in both languages."""

from datetime import date

import pytest

from sad_desktop.tariff.book import LookupQuery
from tests.reference_desk import lists_of

TODAY = date(2026, 11, 21)
MEANT = [
    ("tariff", "8703", "870322700000"),
    ("tariff", "8703.22.70", "870322700000"),
    ("tariff", "٨٧٠٣٢٢٧", "870322700000"),
    ("tariff", "cigarettes", "240220000000"),
    ("tariff", "CIGARETTE", "240220000000"),
    ("tariff", "ciggarettes", "240220000000"),
    ("tariff", "سجائر", "240220000000"),
    ("tariff", "السجائر", "240220000000"),
    ("tariff", "smartphone", "851713000000"),
    ("tariff", "smart phones", "851713000000"),
    ("tariff", "smartfone", "851713000000"),
    ("tariff", "هواتف ذكيه", "851713000000"),
    ("tariff", "الهواتف الذكية", "851713000000"),
    ("tariff", "motor car saloon", "870322700000"),
    ("tariff", "saloon car", "870322700000"),
    ("tariff", "سيارة صالون", "870322700000"),
    ("tariff", "سيّارات صالون", "870322700000"),
    ("tariff", "ســـيارات صالون", "870322700000"),
    ("tariff", "8703 saloon", "870322700000"),
    ("tariff", "tyres", "401110000000"),
    ("tariff", "اطارات", "401110000000"),
    ("tariff", "إطارات خارجية", "401110000000"),
    ("tariff", "honey", "040900000000"),
    ("tariff", "عسل", "040900000000"),
    ("tariff", "carpets", "570110000000"),
    ("tariff", "horses arab", "010121100000"),
    ("tariff", "hroses", "010121100000"),
    ("tariff", "خيول اصيله", "010121100000"),
    ("countries", "germany", "DE"),
    ("countries", "germny", "DE"),
    ("countries", "المانيا", "DE"),
    ("countries", "ألمانيا", "DE"),
    ("countries", "فرنصا", "FR"),
    ("countries", "emirates", "AE"),
    ("countries", "الامارات", "AE"),
    ("countries", "uk", "GB"),
    ("countries", "السعوديه", "SA"),
    ("currencies", "dollar", "USD"),
    ("currencies", "دينار بحريني", "BHD"),
    ("packages", "carton", "CT"),
    ("packages", "كرتون", "CT"),
    ("packages", "pallet", "PX"),
    ("units", "kilogram", "KGM"),
    ("units", "كيلوجرام", "KGM"),
    ("units", "kilogramme", "KGM"),
    ("offices", "khalifa", "BHKBS"),
    ("offices", "خليفه", "BHKBS"),
    ("documents", "invoice", "380"),
    ("documents", "فاتورة", "380"),
    ("documents", "certificate origin", "861"),
    ("documents", "شهاده المنشا", "861"),
    ("incoterms", "fob", "FOB"),
    ("headings", "vehicles", "87"),
]


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    lists = lists_of(tmp_path_factory.mktemp("desk") / "one")
    yield lists.book
    lists.close()


@pytest.mark.parametrize(("list_name", "typed", "meant"), MEANT)
def test_what_is_meant_stands_within_the_first_five(book, list_name, typed, meant):
    found = book.search(LookupQuery(list_name=list_name, text=typed, on=TODAY, limit=5))
    assert meant in [entry.code for entry in found]
