"""Importing lists: looked at first, then all of it or nothing; layouts are remembered."""

import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from sad_desktop.brokerage.list_rows import Standing
from sad_desktop.brokerage.reference_lists import Work
from sad_desktop.brokerage.users import Service
from sad_desktop.errors import UserError
from sad_desktop.services.list_imports import ImportStopped, ListImports, Wish
from sad_desktop.services.rights import NotAllowed
from sad_desktop.tariff.book import ListEntry, LookupQuery
from tests.reference_desk import lists_of
from tests.signed_in import sign_in

TODAY = date(2026, 11, 21)
SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "samples"
TARIFF = "رمز البند;الوصف;Description EN;فئة الرسم\n010121100000;خيول;Arab horses;7%\n"
WISH = Wish(on=TODAY, starts=TODAY)


@pytest.fixture(scope="module")
def filled_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk") / "one"
    lists_of(folder).close()
    return folder


@pytest.fixture
def lists(filled_folder, tmp_path):
    shutil.copytree(filled_folder, tmp_path / "desk")
    lists = lists_of(tmp_path / "desk")
    yield lists
    lists.close()


@pytest.fixture
def imports(lists):
    return ListImports(lists._workspace, lists)


@pytest.fixture(scope="module")
def looked_at(filled_folder):
    """Imports that are prepared only."""
    lists = lists_of(filled_folder)
    yield ListImports(lists._workspace, lists)
    lists.close()


@pytest.fixture
def prepare(imports, tmp_path):
    def prepared(list_name, text, wish=WISH, layout=None, name="file.csv"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        table = imports.read(list_name, tmp_path / name)
        return imports.prepare(list_name, table, layout or imports.layout(list_name, table), wish)

    return prepared


def test_a_new_rate_holds_from_its_day_on_and_the_old_one_before_it(lists, imports, prepare):
    prepared = prepare("tariff", TARIFF)
    (pair,) = prepared.comparisons["tariff"].changed
    assert [one.facts["rate:DTY"] for one in pair] == ["Free", "7%"]
    assert lists.book.line("010121100000", TODAY).rates["DTY"] == "Free"  # nothing is written yet
    imports.store(prepared)
    line = lists.book.line("010121100000", TODAY)
    assert line.rates["DTY"] == "7%"
    assert line.documents == ("853",)  # the file has no column of them
    assert lists.book.line("010121100000", date(2026, 1, 1)).rates["DTY"] == "Free"
    assert lists.editions("tariff")[0].work is Work.IMPORTED
    assert lists.editions("tariff")[0].source == "file.csv"


def test_importing_the_same_file_again_changes_nothing(imports, prepare):
    imports.store(prepare("tariff", TARIFF))
    again = prepare("tariff", TARIFF)
    assert again.is_empty
    assert again.comparisons["tariff"].same == 1
    imports.store(again)


def test_a_list_of_english_names_leaves_arabic_names_and_facts(lists, imports, prepare):
    before = lists.book.entry("units", "KGM", TODAY)
    imports.store(prepare("units", "value,comment\nKGM,kilogramme\nXYZ,new one"))
    after = lists.book.entry("units", "KGM", TODAY)
    assert after.en == "kilogramme"
    assert (after.ar, dict(after.facts)) == (before.ar, dict(before.facts))
    assert lists.book.entry("units", "XYZ", TODAY).en == "new one"


def test_a_complete_file_ends_what_it_leaves_out(lists, imports, prepare):
    wish = replace(WISH, is_complete=True)
    prepared = prepare("offices", "code,name\nBHKBS,Khalifa Port", wish)
    assert "BHPST" in [one.code for one in prepared.comparisons["offices"].ended]
    imports.store(prepared)
    assert lists.book.entry("offices", "BHPST", TODAY) is None
    assert lists.book.entry("offices", "BHPST", date(2026, 11, 20)) is not None


def test_rows_with_faults_stop_everything_until_they_are_left_out_on_purpose(
    lists, imports, prepare
):
    text = TARIFF + "oops;خطأ;Wrong;5%\n"
    prepared = prepare("tariff", text)
    with pytest.raises(UserError, match="rows with faults: 1"):
        imports.store(prepared)
    assert lists.edition == 0
    imports.store(replace(prepared, wish=replace(WISH, leaves_faults_out=True)))
    assert lists.book.line("010121100000", TODAY).rates["DTY"] == "7%"


def test_a_cancelled_import_writes_nothing(lists, imports, prepare):
    rows = "".join(f"0101211{number:05},ox,\n" for number in range(1200))
    prepared = prepare("tariff", f"code,description\n{rows}")
    asked = []
    with pytest.raises(ImportStopped):
        imports.store(prepared, is_cancelled=lambda: asked.append(1) or len(asked) > 2)
    assert lists.edition == 0
    assert lists.book.line("010121100001", TODAY) is None


def test_headings_and_lines_come_in_one_step(lists, imports, prepare):
    imports.store(prepare("tariff", "code,description\n0101,Riding animals\n010121990000,Ponies"))
    assert lists.book.entry("headings", "0101", TODAY).en == "Riding animals"
    found = lists.book.search(LookupQuery(list_name="tariff", text="riding ponies", on=TODAY))
    assert [one.code for one in found] == ["010121990000"]
    assert len(lists.editions()) == 2


def test_the_layout_is_remembered_for_files_of_the_same_shape(imports, tmp_path):
    path = tmp_path / "odd.csv"
    path.write_text("alpha,beta\nZZ1,Zed\nZZ2,Zee\n", encoding="utf-8")
    table = imports.read("offices", path)
    chosen = imports.layout("offices", table).with_column(1, "ar")
    imports.store(imports.prepare("offices", table, chosen, WISH))
    path.write_text("Alpha,BETA\nZZ3,Zeta\n", encoding="utf-8")
    assert imports.layout("offices", imports.read("offices", path)) == chosen


def test_a_file_without_a_needed_column_is_refused_by_name(prepare):
    with pytest.raises(UserError, match=r"“Code”.*goods, rate"):
        prepare("tariff", "goods,rate\nHorses and mules,5%\nCattle and oxen,5%")


def test_only_who_was_granted_the_lists_changes_them(lists, imports, prepare):
    prepared = prepare("tariff", TARIFF)
    sign_in(lists._workspace, {Service.DECLARE})
    for change in (
        lambda: imports.store(prepared),
        lambda: lists.put("offices", ListEntry(code="X", en="X", ar="")),
        lambda: lists.end("offices", "BHPST", TODAY),
        lambda: lists.store_import({}, "x"),
    ):
        with pytest.raises(NotAllowed):
            change()
    assert lists.edition == 0


def test_rates_are_kept_by_their_days_and_the_same_rate_again_is_news(lists, imports, prepare):
    text = "currency,rate\nUSD,0.376081\nJPY,0.0025\n"
    imports.store(prepare("exchange_rates", text))
    assert lists.book.exchange_rate("USD", TODAY).valid_from == TODAY
    assert lists.book.exchange_rate("USD", date(2026, 11, 20)).valid_from == date(2024, 1, 1)
    assert lists.book.exchange_rate("JPY", TODAY).rate == Decimal("0.0025")


@pytest.mark.samples
@pytest.mark.parametrize(
    ("list_name", "file", "least"),
    [
        ("tariff", "tariff/saudi_tariff_part5.csv", 6094),
        ("offices", "tariff/saudi_customs_offices_ar_en.csv", 62),
        ("headings", "tariff/chapters_ar_en.csv", 97),
        ("packages", "codelists/packagetypecodelist.json", 405),
        ("units", "codelists/unitmeasurecode.json", 1827),
        ("documents", "codelists/documentcodelist.json", 803),
        ("modes", "codelists/transportmodecodelist.json", 10),
        ("incoterms", "codelists/deliverytermscodelist.json", 13),
        ("exchange_rates", "rates/eurofxref-hist.csv", 399),
        ("exchange_rates", "rates/hmrc_monthly_2026-11.csv", 135),
        ("tariff", "tariff/us_fta_mixed_rates.csv", 65),
    ],
)
def test_published_files_are_understood_as_they_are(looked_at, list_name, file, least):
    path = SAMPLES / file
    if not path.is_file():
        pytest.skip(str(path))
    table = looked_at.read(list_name, path)
    layout = looked_at.layout(list_name, table)
    reading = looked_at.prepare(list_name, table, layout, WISH).reading
    assert reading.imported == least
    others = len(reading.of(Standing.FAULT)) + len(reading.of(Standing.PASSED))
    assert reading.imported + others == len(table.lines)


@pytest.mark.samples
def test_the_published_tariff_is_stored_and_found(lists, imports):
    path = SAMPLES / "tariff/saudi_tariff_part5.csv"
    if not path.is_file():
        pytest.skip(str(path))
    table = imports.read("tariff", path)
    imports.store(imports.prepare("tariff", table, imports.layout("tariff", table), WISH))
    query = LookupQuery(list_name="tariff", text="arabian oryx", on=TODAY)
    assert "010290110000" in [one.code for one in lists.book.search(query)]
    assert lists.book.line("010190400000", TODAY).en == "Mules"
