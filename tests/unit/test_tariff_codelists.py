"""The shipped lists: complete, in both languages, one entry of a code at a time."""

import re
import runpy
from collections import Counter
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from sad_desktop.declaration.draft import ROW_TYPES
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import COSTS, Declaration
from sad_desktop.resources import resource
from sad_desktop.tariff.codelists import edition, entries, exchange_rates, read_list, tariff_lines

COUNTRIES = ("bh", "kw", "eg", "asycuda")
KEYED_BY_THE_OFFICE = {"manifests", "bills", "suppliers", "dossiers"}
OF_RECEIPTS = {"receipt_classes"}
ABOVE_THE_TARIFF = {"headings", "sections"}
OF_A_COUNTRY = {
    *("offices", "companies", "banks", "warehouses", "locations", "accounts", "tariff"),
    *("specifications", "preferences", "exchange_rates"),
}
ARABIC = re.compile(r"[\u0621-\u064a]")
FILES = sorted(
    (folder.name, file.name.removesuffix(".csv"))
    for folder in resource("codelists").iterdir()
    if folder.is_dir()
    for file in folder.iterdir()
)
CODE_LISTS = [pair for pair in FILES if pair[1] not in ("tariff", "exchange_rates")]
TARIFFS = [pair for pair in FILES if pair[1] == "tariff"]


def fields():
    for model in (Declaration, Item, *ROW_TYPES.values()):
        yield from definitions(model).values()


LOOKUPS = {field.lookup for field in fields() if field.lookup}


def names_of(country):
    return {name for folder, name in FILES if folder in edition(country).folders}


@pytest.mark.parametrize("country", COUNTRIES[:3])
def test_every_list_the_form_looks_codes_up_in_is_shipped(country):
    assert names_of(country) == (
        (LOOKUPS - KEYED_BY_THE_OFFICE) | {"exchange_rates"} | ABOVE_THE_TARIFF | OF_RECEIPTS
    )


def test_the_neutral_country_has_no_lists_of_a_country():
    everywhere = ABOVE_THE_TARIFF | OF_RECEIPTS
    assert names_of("asycuda") == LOOKUPS - KEYED_BY_THE_OFFICE - OF_A_COUNTRY | everywhere


def test_only_lists_that_exist_are_suggested():
    assert edition("asycuda").suggested <= names_of("asycuda")


def test_a_country_that_is_not_shipped_has_no_lists():
    assert edition("xx").folders == ()


@pytest.mark.parametrize(("folder", "name"), FILES)
def test_every_file_says_where_it_comes_from(folder, name):
    file = read_list(folder, name)
    assert file.source
    assert file.rows
    if "ample" in file.source:
        assert file.notes["sample"] == "yes"


@pytest.mark.parametrize(("folder", "name"), CODE_LISTS)
def test_every_entry_is_named_in_both_languages(folder, name):
    for entry in entries(read_list(folder, name)):
        assert entry.code == entry.code.strip().upper() != ""
        assert entry.en.strip() == entry.en != ""
        assert not ARABIC.search(entry.en)
        assert ARABIC.search(entry.ar), entry


@pytest.mark.parametrize(("folder", "name"), CODE_LISTS)
def test_a_code_stands_once_in_its_list(folder, name):
    counted = Counter(entry.code for entry in entries(read_list(folder, name)))
    assert [code for code, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(("folder", "name"), CODE_LISTS)
def test_a_code_fits_every_field_that_is_looked_up_in_its_list(folder, name):
    least = min((field.length for field in fields() if field.lookup == name), default=99)
    # the model of box 1 is type and procedure together, IM and 4
    longest = 3 if name == "models" else least
    assert [e.code for e in entries(read_list(folder, name)) if len(e.code) > longest] == []


NAMES = {
    "offices": Declaration,
    "countries": Declaration,
    "places": Declaration,
    "payment_terms": Declaration,
    "banks": Declaration,
    "packages": Item,
    "units": Item,
}
NAME_FIELDS = {
    "offices": "office_name",
    "countries": "export_country_name",
    "places": "loading_place_name",
    "payment_terms": "payment_terms_name",
    "banks": "bank_name",
    "packages": "package_kind_name",
    "units": "unit_1_name",
}


@pytest.mark.parametrize(("folder", "name"), [pair for pair in CODE_LISTS if pair[1] in NAMES])
def test_a_name_that_is_filled_in_fits_its_box(folder, name):
    length = definitions(NAMES[name])[NAME_FIELDS[name]].length
    for entry in entries(read_list(folder, name)):
        assert max(len(entry.en), len(entry.ar)) <= length, entry


@pytest.mark.parametrize(("folder", "name"), TARIFFS)
def test_a_tariff_code_has_one_line_at_a_time_and_the_length_of_its_edition(folder, name):
    by_code = {}
    for line in tariff_lines(read_list(folder, name)):
        assert line.code.isdigit()
        assert ARABIC.search(line.ar)
        assert not ARABIC.search(line.en)
        by_code.setdefault(line.code, []).append(line)
    for lines in by_code.values():
        lines.sort(key=lambda line: line.valid_from)
        assert all(
            a.valid_to is not None and a.valid_to <= b.valid_from for a, b in pairwise(lines)
        )


def test_the_gulf_sample_holds_both_editions_of_the_tariff():
    lines = list(tariff_lines(read_list("gcc", "tariff")))
    new = [line for line in lines if line.valid_to is None]
    old = [line for line in lines if line.valid_to is not None]
    assert 60 <= len(new) <= 100
    assert {len(line.code) for line in new} == {12}
    assert {len(line.code) for line in old} == {8}
    assert {line.valid_to for line in old} == {line.valid_from for line in new}
    assert {line.code + "0000" for line in old} <= {line.code for line in new}


@pytest.mark.parametrize("country", COUNTRIES[:3])
def test_what_a_tariff_line_names_stands_in_the_lists(country):
    def codes(name):
        files = (read_list(folder, name) for folder in edition(country).folders)
        return {e.code for file in files if file is not None for e in entries(file)}

    units, documents, specifications = (
        codes("units"),
        codes("documents"),
        codes("specifications"),
    )
    for folder in edition(country).folders:
        file = read_list(folder, "tariff")
        for line in tariff_lines(file) if file is not None else ():
            assert set(line.units) <= units, line
            assert len(line.units) <= 3
            assert set(line.documents) <= documents, line
            assert set(line.specifications) <= specifications, line


def test_prohibited_lines_say_so_in_their_rate():
    for folder, name in TARIFFS:
        for line in tariff_lines(read_list(folder, name)):
            assert line.prohibited == (line.rates.get("DTY") == "PROHIBITED"), line


def test_a_new_gulf_tariff_line_has_a_known_document_of_a_preference():
    documents = {entry.code for entry in entries(read_list("world", "documents"))}
    countries = {entry.code for entry in entries(read_list("world", "countries"))}
    for folder in ("gcc", "eg"):
        for entry in entries(read_list(folder, "preferences")):
            assert entry.facts["documents"] in documents
            assert set(entry.facts["origins"].split()) <= countries, entry


@pytest.mark.parametrize("name", ["countries", "currencies"])
def test_the_generated_lists_are_what_the_packages_say_today(name):
    tool = Path(__file__).parents[2] / "tools" / "make_codelists.py"
    written = runpy.run_path(str(tool))["texts"]()[name]
    assert resource(f"codelists/world/{name}.csv").read_text(encoding="utf-8") == written


def test_there_are_all_countries_of_the_standard_and_one_more():
    listed = {entry.code: entry for entry in entries(read_list("world", "countries"))}
    assert len(listed) == 250
    assert {code for code, entry in listed.items() if not entry.facts.get("numeric")} == {"XK"}
    assert all(len(entry.facts["alpha3"]) == 3 for entry in listed.values())
    assert listed["BH"].ar == "البحرين"
    assert listed["PS"].en == "Palestine"


@pytest.mark.parametrize(
    ("codes", "decimals"),
    [
        ("BHD KWD OMR JOD IQD TND LYD", "3"),
        ("SAR AED QAR EGP USD EUR LBP YER", "2"),
        ("JPY KRW", "0"),
    ],
)
def test_currencies_have_the_decimals_customs_use(codes, decimals):
    listed = {entry.code: entry for entry in entries(read_list("world", "currencies"))}
    assert {listed[code].facts["decimals"] for code in codes.split()} == {decimals}


def test_a_currency_that_has_gone_is_ended():
    lev = next(e for e in entries(read_list("world", "currencies")) if e.code == "BGN")
    assert lev.is_in_force(date(2025, 12, 31))
    assert not lev.is_in_force(date(2026, 1, 1))


@pytest.mark.parametrize("country", COUNTRIES[:3])
def test_rates_of_exchange_are_positive_dated_and_of_known_currencies(country):
    known = {entry.code for entry in entries(read_list("world", "currencies"))}
    rates = list(exchange_rates(read_list(country, "exchange_rates")))
    assert {rate.currency for rate in rates} <= known
    assert all(rate.rate > 0 and rate.per in (1, 100, 1000) for rate in rates)
    assert len({(rate.currency, rate.valid_from) for rate in rates}) == len(rates)


def test_terms_of_delivery_hold_costs_of_the_valuation_note():
    listed = {entry.code: entry for entry in entries(read_list("world", "incoterms"))}
    for entry in listed.values():
        assert set(entry.facts.get("contains", "").split()) <= {*COSTS, "duties"}
    assert listed["FOB"].facts.get("contains") is None
    assert listed["CIF"].facts["contains"] == "external_freight insurance"
    assert listed["C&F"].facts["same_as"] == "CFR"


def test_units_of_one_kind_have_factors_to_one_unit():
    listed = {entry.code: entry for entry in entries(read_list("world", "units"))}
    for entry in listed.values():
        assert ("of" in entry.facts) == ("factor" in entry.facts), entry
        if "of" in entry.facts:
            target = listed[entry.facts["of"]]
            assert target.facts["factor"] == "1"
            assert target.facts["kind"] == entry.facts["kind"]
            assert Decimal(entry.facts["factor"]) > 0


def test_procedures_belong_to_a_model_and_every_model_has_its_first():
    models = {entry.code: entry for entry in entries(read_list("world", "models"))}
    procedures = {entry.code: entry for entry in entries(read_list("world", "procedures"))}
    for entry in procedures.values():
        assert re.fullmatch(r"\d{4}", entry.code)
        assert set(entry.facts["models"].split()) <= models.keys(), entry
        assert (entry.facts.get("previous") == "yes") == (entry.code[2:] != "00"), entry
    for code, entry in models.items():
        first = procedures[entry.facts["procedure"]]
        assert code in first.facts["models"].split(), entry


def test_bulk_kinds_of_packages_are_marked():
    listed = {entry.code: entry for entry in entries(read_list("world", "packages"))}
    bulk = {code for code, entry in listed.items() if entry.facts.get("bulk") == "yes"}
    assert bulk == {code for code, entry in listed.items() if entry.en.startswith("Bulk,")}
    assert len(bulk) == 7


def test_places_belong_to_a_country_and_offices_of_a_place_have_its_modes():
    countries = {entry.code for entry in entries(read_list("world", "countries"))}
    places = {entry.code for entry in entries(read_list("world", "places"))}
    assert {code[:2] for code in places} <= countries
    modes = {entry.code for entry in entries(read_list("world", "modes"))}
    for country in COUNTRIES[:3]:
        for office in entries(read_list(country, "offices")):
            assert set(office.facts["modes"].split()) <= modes


@pytest.mark.parametrize("country", COUNTRIES[:3])
def test_warehouses_locations_and_accounts_name_what_exists(country):
    offices = {entry.code for entry in entries(read_list(country, "offices"))}
    companies = {entry.code for entry in entries(read_list(country, "companies"))}
    for name in ("warehouses", "locations"):
        assert {e.facts["office"] for e in entries(read_list(country, name))} <= offices
    for account in entries(read_list(country, "accounts")):
        assert account.facts["kind"] in ("prepaid", "credit")
        assert account.facts["company"] in companies


def test_a_missing_list_is_no_list():
    assert read_list("bh", "nothing") is None
