"""The library: every word typed begins a word of the declaration, in either script."""

from dataclasses import fields, replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from sad_desktop.brokerage.library import LibraryQuery, Summary
from sad_desktop.database import library
from sad_desktop.database.declarations import store
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.fields import definitions
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document
from sad_desktop.declaration.status import Status
from tests.stored_drafts import put_as_it_is

pytest_plugins = ["tests.databases"]
NOON = datetime(2026, 7, 1, 12, tzinfo=UTC)

CARS = Draft(
    declaration=Declaration(
        declaration_type="IM",
        general_procedure="4",
        office_code="BHKBS",
        reference_year=2026,
        reference_number="BR-0117",
        registration_serial="C",
        registration_number="4711",
        consignee_code="30017-01",
        consignee_name="شركة الأمل للسيّارات\nص.ب. 12، المنامة",
        exporter_name="Müller & Söhne GmbH\nKöln",
        invoice_currency="EUR",
        invoice_amount=Decimal("1234.50"),
        items=(
            Item(
                key=1,
                commodity_code="87032319",
                commercial_description="سيارة ركوب\n2500 cc",
                documents=(Document(document_code="380", reference="INV/2026/88"),),
            ),
            Item(key=2, commodity_code="84713000", tariff_description="آلات محمولة للمعالجة"),
        ),
        containers=(Container(item_key=1, identity="MSCU1234567"),),
    )
)
TEA = Draft(
    declaration=Declaration(
        reference_number="T9",
        consignee_name="Tea House % Co_op",
        items=(Item(key=1, commercial_description='شاي أخضر it\'s "green" 3.5 kg'),),
    ),
    status=Status.REGISTERED,
)


@pytest.fixture
def filled(engine):
    for declaration_id, draft in (("cars", CARS), ("tea", TEA)):
        put_as_it_is(engine, declaration_id, draft)
    return engine


def found(engine, typed="", status=None):
    query = LibraryQuery(typed=typed, status=status)
    lines = [line.id for line in library.summaries(engine, query)]
    assert library.count(engine, query) == len(lines)
    return lines


@pytest.mark.parametrize(
    "typed",
    [
        "2026/BR-0117",
        "br-01",
        "4711",
        "30017",
        "شركة الامل",
        "السيارات",
        "سيارات",
        "سيَّارة",
        "سيـــاره",
        "muller köln",
        "MÜLLER",
        "8703",
        "8703.23",
        "8471.30.00",
        "٨٧٠٣",
        "۸۷۰۳",
        "معالجة",
        "mscu12",
        "inv 88",
        "  gmbh   سيارة ",
        "المنامه",
    ],
)
def test_words_of_reference_parties_codes_and_descriptions_find_it(filled, typed):
    assert found(filled, typed) == ["cars"]


@pytest.mark.parametrize("typed", ["0117x", "uller", "سيارة tea", "8703.24", "18", "36"])
def test_what_begins_no_word_finds_nothing(filled, typed):
    assert found(filled, typed) == []


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("%", ["tea", "cars"]),
        ("_", ["tea", "cars"]),
        ('it\'s "green"', ["tea"]),
        ("co_op", ["tea"]),
        ("house % co", ["tea"]),
        ("tea*", ["tea"]),
        ("te:*", ["tea"]),
        ("(tea", ["tea"]),
        ("NOT tea", []),
        ("tea OR cars", []),
        ("tea & | ! ( ) ' \" * : ^ \\ -", ["tea"]),
    ],
)
def test_signs_of_the_search_languages_are_only_signs(filled, typed, expected):
    assert found(filled, typed) == expected


def test_a_status_narrows_what_is_found_and_is_never_a_word(filled):
    assert found(filled, "", Status.REGISTERED) == ["tea"]
    assert found(filled, "green", Status.REGISTERED) == ["tea"]
    assert found(filled, "green", Status.DRAFT) == []
    assert found(filled, "registered") == []
    assert found(filled, "§registered") == []
    assert library.counts(filled) == {Status.DRAFT: 1, Status.REGISTERED: 1}


def test_a_line_says_what_the_clerk_looks_for(filled):
    (line,) = library.summaries(filled, LibraryQuery(typed="8703"))
    assert line == Summary(
        id="cars",
        version=1,
        status=Status.DRAFT,
        profile="",
        reference="2026/BR-0117",
        registration="C 4711",
        declaration_model="IM 4",
        office_code="BHKBS",
        consignee_code="30017-01",
        consignee_name="شركة الأمل للسيّارات",
        exporter_name="Müller & Söhne GmbH",
        commodity_code="87032319",
        goods="سيارة ركوب",
        item_count=2,
        invoice_currency="EUR",
        invoice_amount=Decimal("1234.50"),
        stored_at=NOON,
        stored_by="Salma",
    )


def test_the_last_stored_stands_first_page_by_page(filled):
    for number in range(5):
        store(filled, f"n{number}", Draft(), base_version=0, user="Salma", at=NOON)
    store(filled, "cars", CARS, base_version=1, user="Salma", at=NOON)
    pages = [library.summaries(filled, LibraryQuery(), offset, 3) for offset in (0, 3, 6)]
    assert [[line.id for line in page] for page in pages] == [
        ["cars", "n4", "n3"],
        ["n2", "n1", "n0"],
        ["tea"],
    ]


def test_storing_again_forgets_the_former_words(filled):
    changed = replace(TEA.declaration, consignee_name="Coffee House")
    put_as_it_is(filled, "tea", replace(TEA, declaration=changed), base_version=1)
    assert found(filled, "tea") == []
    assert found(filled, "coffee") == ["tea"]


def test_a_declaration_of_very_many_words_is_still_found_by_its_first(engine):
    """A tsvector ends at 1 MB: a thousand items of long texts hold more words than it takes."""
    items = tuple(
        Item(
            key=key,
            commercial_description=" ".join(f"{key}و{n:03}صنفبضاعة" for n in range(45)),
            tariff_description=" ".join(f"{key}ز{n:03}نوعبضاعة" for n in range(30)),
            marks_1="x" * 70,
        )
        for key in range(1, 1000)
    )
    draft = Draft(declaration=Declaration(reference_number="HUGE1", items=items))
    store(engine, "huge", draft, base_version=0, user="Salma", at=NOON)
    assert found(engine, "huge1 1و000") == ["huge"]


def test_every_searched_field_exists_and_lines_have_columns():
    for model, names in library.SEARCHED.items():
        assert set(names) <= set(definitions(model))
    assert {field.name for field in fields(Summary)} - {"id"} == set(library._COLUMNS)
