"""A field's own faults, told as soon as it is left."""

from decimal import Decimal

import pytest

from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.validation.field_faults import field_faults
from tests.clean_declaration import at, clean, codes
from tests.seeded_faults import FIRES, container


def told(given, place, typed=""):
    return codes(field_faults(given.draft, place, given.book, given.on, typed=typed))


@pytest.mark.parametrize(
    "rule", ["H-02", "H-12", "H-13", "H-14", "H-16", "H-18", "W-01", "W-08", "W-10", "V-12", "T-02",
             "T-05", "T-09", "P-01", "P-03", "P-08", "C-01", "C-04", "D-03", "D-04", "X-07"]
)  # fmt: skip
def test_a_field_tells_the_fault_that_the_check_finds_there(rule):
    given = FIRES[rule](clean())
    (found,) = given.found()
    if rule == "T-05":
        given = given.item(3, specification="CAR-XX")
    assert told(given, found.place) == [rule]


def test_a_field_without_fault_tells_nothing_and_an_empty_one_is_not_judged():
    given = clean()
    assert told(given, at(3, "net_mass")) == []
    assert told(given.header(border_mode=""), Place("border_mode")) == []
    assert told(given.item(3, net_mass=None), at(3, "net_mass")) == []


def test_what_could_not_be_read_is_told_at_its_field_only():
    place = at(3, "net_mass")
    given = clean().drafted(rejected={place: "12 kg", Place("exchange_rate"): "x"})
    assert told(given, place) == ["F-01"]
    assert told(given, Place("invoice_currency")) == []


def test_faults_of_other_fields_and_items_are_not_told():
    given = clean().item(3, net_mass=Decimal(111)).item(4, package_kind="QQ")
    assert told(given, at(4, "package_kind")) == ["F-03"]
    assert told(given, at(4, "net_mass")) == []


def test_converted_digits_are_told_with_both_spellings():
    place = at(3, "net_mass")
    given = clean()
    (found,) = field_faults(given.draft, place, given.book, given.on, typed="١٠٠")
    assert found.code == "X-08"
    assert dict(found.values)["v1"] == "١٠٠"
    assert dict(found.values)["v2"] == "100"


def test_digits_in_a_free_text_stay_and_latin_ones_are_no_finding():
    assert told(clean(), at(3, "commercial_description"), typed="موديل ٢٠٢٦") == []
    assert told(clean(), at(3, "net_mass"), typed="100") == []


def test_a_container_is_judged_at_its_row():
    given = container(clean(), identity="CSQU3054380")
    assert told(given, Place("identity", 0, Rows.CONTAINERS, 0)) == ["C-01"]
    assert told(given, Place("identity", 0, Rows.CONTAINERS, 1)) == []
