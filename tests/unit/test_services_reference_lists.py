"""The book the program works with, and its guess at what was meant."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from sad_desktop.brokerage.reference_lists import Work, compare
from sad_desktop.database.reference_lists import ListChanged
from sad_desktop.errors import ResourceMissing, StorageUnavailable
from sad_desktop.paths import Paths
from sad_desktop.services.reference_lists import ReferenceLists, load_book
from sad_desktop.services.similar import similar
from sad_desktop.services.workspace import Workspace
from sad_desktop.tariff.book import ListEntry, LookupQuery
from sad_desktop.tariff.codelists import list_names
from sad_desktop.tariff.lines import RATES, TARIFF
from sad_desktop.tariff.shipped_book import shipped_periods
from tests.reference_desk import lists_of

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
def test_a_finder_offers_what_was_meant(shipped, list_name, typed, meant):
    query = LookupQuery(list_name=list_name, text=typed, on=TODAY, limit=5)
    assert shipped.search(query)[0].code == meant


@pytest.fixture(scope="module")
def filled_folder(tmp_path_factory):
    """A data folder with its database and search copy."""
    folder = tmp_path_factory.mktemp("desk") / "one"
    lists_of(folder).close()
    return folder


@pytest.fixture
def folder(filled_folder, tmp_path):
    shutil.copytree(filled_folder, tmp_path / "desk")
    return tmp_path / "desk"


@pytest.fixture
def lists(folder):
    lists = lists_of(folder)
    yield lists
    lists.close()


@pytest.fixture(scope="module")
def shipped():
    return load_book("bh")


@pytest.fixture(scope="module")
def unchanged(filled_folder, tmp_path_factory):
    """Lists that are only read."""
    folder = tmp_path_factory.mktemp("read") / "desk"
    shutil.copytree(filled_folder, folder)
    lists = lists_of(folder)
    yield lists
    lists.close()


def test_the_copy_answers_as_the_shipped_lists_do(unchanged, shipped):
    own = unchanged.book
    days = [date(2007, 1, 1), date(2024, 12, 31), TODAY]
    for name, periods in shipped_periods("bh"):
        code = periods[0].code
        for day in days:
            if name == RATES:
                assert own.exchange_rate(code, day) == shipped.exchange_rate(code, day)
                continue
            assert own.entry(name, code, day) == shipped.entry(name, code, day)
            if name == TARIFF:
                assert own.line(code, day) == shipped.line(code, day)
    for name in {*list_names(["world", "gcc", "bh"]), "nothing"} - {RATES}:
        assert own.has_list(name) == shipped.has_list(name)


@pytest.mark.parametrize("list_name", ["countries", "incoterms", "offices", "units", "packages"])
@pytest.mark.parametrize("typed", ["", "b", "BH", "بحر", "kg", "ميناء", "fob", "?", "xqzwv"])
def test_the_copy_finds_what_the_shipped_book_finds(unchanged, shipped, list_name, typed):
    query = LookupQuery(list_name=list_name, text=typed, on=TODAY)
    found = [entry.code for entry in unchanged.book.search(query)]
    expected = [entry.code for entry in shipped.search(query)]
    assert set(found) == set(expected)
    if not typed:
        assert found == expected


def test_an_entry_of_the_office_stands_over_the_shipped_one(lists):
    port = lists.book.entry("offices", "BHKBS", TODAY)
    lists.put("offices", replace(port, en="Khalifa Port", valid_from=TODAY))
    assert lists.book.entry("offices", "BHKBS", TODAY).en == "Khalifa Port"
    assert lists.book.entry("offices", "BHKBS", date(2025, 1, 1)).en == port.en
    query = LookupQuery(list_name="offices", text="khalifa", on=TODAY)
    assert [one.en for one in lists.book.search(query)][:1] == ["Khalifa Port"]
    assert [past.edition.work for past in lists.history("offices", "BHKBS")] == [Work.EDITED]


def test_an_ended_entry_is_not_offered_and_stays_for_older_days(lists):
    lists.end("offices", "BHPST", TODAY)
    query = LookupQuery(list_name="offices", text="BHPST", on=TODAY)
    assert "BHPST" not in {one.code for one in lists.book.search(query)}
    assert lists.book.entry("offices", "BHPST", TODAY) is None
    assert lists.book.entry("offices", "BHPST", date(2026, 1, 1)) is not None


def test_a_new_list_of_the_office_is_searched_at_once(lists):
    assert not lists.book.has_list("barred_origins")
    lists.put("barred_origins", ListEntry(code="XX", en="Nowhere", ar="لا مكان"))
    assert lists.book.has_list("barred_origins")
    found = lists.book.search(LookupQuery(list_name="barred_origins", text="مكان", on=TODAY))
    assert [one.code for one in found] == ["XX"]


def test_another_desk_sees_the_change_at_its_refresh_and_a_conflict_before_it(folder, tmp_path):
    url = f"sqlite:///{folder / 'declarations.sqlite3'}"
    one, two = lists_of(folder, url), lists_of(tmp_path / "two", url, user="Yusuf")
    entry = one.book.entry("offices", "BHKBS", TODAY)
    one.put("offices", replace(entry, en="One"))
    with pytest.raises(ListChanged, match="Salma changed BHKBS"):
        two.put("offices", replace(entry, en="Two"))
    assert two.refresh()
    assert two.book.entry("offices", "BHKBS", TODAY).en == "One"
    assert not two.refresh()
    two.put("offices", replace(entry, en="Two"))
    one.close()
    two.close()


def test_a_damaged_copy_is_made_anew(folder, caplog):
    copy = folder / "lists-bh.sqlite3"
    for part in folder.glob("lists-bh.sqlite3-*"):
        part.unlink()
    copy.write_bytes(b"rubbish" * 1000)
    lists = lists_of(folder)
    assert lists.book.entry("countries", "BH", TODAY).en == "Bahrain"
    assert "made anew" in caplog.text
    lists.close()


def test_a_desk_without_its_office_works_with_the_lists_of_the_last_time(folder):
    paths = Paths(folder)
    workspace = Workspace(paths, user="x", database_url="postgresql://nobody@127.0.0.1:1/none")
    lists = ReferenceLists(workspace, paths.lists("bh"), "bh")
    assert lists.book.entry("headings", "8703", TODAY).en.startswith("Motor cars")
    with pytest.raises(StorageUnavailable):
        lists.put("offices", ListEntry(code="X", en="X", ar=""))
    lists.close()


def test_another_database_behind_the_copy_is_noticed(folder):
    lists = lists_of(folder)
    lists.put("offices", ListEntry(code="OURS", en="Ours", ar=""))
    lists.close()
    (folder / "declarations.sqlite3").unlink()
    for part in folder.glob("declarations.sqlite3-*"):
        part.unlink()
    lists = lists_of(folder)
    assert lists.book.entry("offices", "OURS", TODAY) is None
    lists.close()


def test_what_was_meant_is_found_in_the_copy_too(unchanged):
    for name, typed, meant in (
        ("tariff", "smartfone", "851713000000"),
        ("countries", "germny", "DE"),
        ("countries", "فرنصا", "FR"),
        ("tariff", "8703 saloon", "870322700000"),
    ):
        found = unchanged.book.search(LookupQuery(list_name=name, text=typed, on=TODAY, limit=5))
        assert meant in [one.code for one in found], typed


def test_lines_are_found_by_the_words_of_their_headings(unchanged):
    found = unchanged.book.search(LookupQuery(list_name="tariff", text="vehicles spark", on=TODAY))
    assert "870322700000" in [one.code for one in found]


def test_many_changes_at_once_are_searched_too(lists):
    entries = {
        f"{code:012}": (ListEntry(code=f"{code:012}", en=f"Gadget {code}", ar="أداة"),)
        for code in range(620)
    }
    comparison = compare({}, (own[0] for own in entries.values()), TODAY, is_complete=False)
    lists.store_import({"tariff": comparison}, "file.csv")
    query = LookupQuery(list_name="tariff", text="gadget 617", on=TODAY)
    assert [one.code for one in lists.book.search(query)] == ["000000000617"]
    edition = lists.editions("tariff")[0]
    assert (edition.added, edition.source) == (620, "file.csv")
