"""Declarations find each other by their numbers, and goods by their descriptions."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from sad_desktop.brokerage.enquiry import enquiry_of
from sad_desktop.brokerage.numbers import NumberKind, chassis_numbers, numbers_of
from sad_desktop.brokerage.register import EarlierCase
from sad_desktop.database import numbers
from sad_desktop.database.declarations import delete_draft
from sad_desktop.database.engine import connect, database_url
from sad_desktop.database.register_tables import described_goods, kept_numbers
from sad_desktop.database.upgrade import upgrade
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Container, Document
from sad_desktop.declaration.status import Status
from tests.stored_drafts import put_as_it_is

pytest_plugins = ["tests.databases"]
NOW = datetime(2026, 11, 1, 9, tzinfo=UTC)
CHASSIS = "JTDBR32E720012345"


def goods(code="10063010", text="Basmati rice, bags of 5 kg", **changes) -> Item:
    return Item(key=1, commodity_code=code, commercial_description=text, **changes)


def kept(engine, name, *items, at=0, status=Status.STORED, base=0, **header):
    facts = {"consignee_code": "58411-01", "reference_year": 2026, "reference_number": name}
    declaration = Declaration(items=items, **{**facts, **header})
    draft = Draft(declaration=declaration, status=status)
    moment = NOW + timedelta(minutes=at)
    put_as_it_is(engine, f"id-{name}", draft, base_version=base, at=moment)
    return draft


def found(engine, draft, but="mine"):
    return numbers.earlier(engine, numbers_of(draft.declaration), but)


def codes(engine, draft, but="mine"):
    asked = enquiry_of(but, draft, draft.profile)
    return numbers.codes_before(engine, asked.consignee, asked.descriptions, but)


def test_a_reference_is_found_with_its_declarant_and_year(engine):
    kept(engine, "T1", declarant_code="18095-04")
    used = numbers.references(engine, {"T1", "T2"}, "mine")
    assert used == {("18095-04", 2026, "T1"): EarlierCase(id="id-T1", title="2026/T1")}
    assert numbers.references(engine, {"T1"}, "id-T1") == {}


@pytest.mark.parametrize(
    ("field", "own"),
    [
        ("bills", goods(summary_declaration="phbl 26-11")),
        ("invoices", goods(documents=(Document(document_code="380", reference="BH/26-1187"),))),
        ("containers", goods(container_2="CSQU 305438-3")),
        ("chassis", goods(marks_1=f"No. {CHASSIS}")),
    ],
)
def test_a_shared_number_is_found_however_it_is_written(engine, field, own):
    first = kept(engine, "T1", own)
    kept(engine, "T2", goods())
    (other,) = found(engine, first)
    assert (other.case.title, other.is_open, other.consignee) == ("2026/T1", True, "58411-01")
    assert len(getattr(other, field)) == 1
    assert found(engine, first, but="id-T1") == ()


def test_the_container_list_counts_and_cancelled_ones_do_not(engine):
    boxed = {"containers": (Container(item_key=1, identity="CSQU3054383"),)}
    first = kept(engine, "T1", goods(), status=Status.CANCELLED, **boxed)
    kept(engine, "T2", goods(), status=Status.RELEASED, at=1, **boxed)
    kept(engine, "T3", goods(), status=Status.REGISTERED, at=2, **boxed)
    assert [(one.case.title, one.is_open) for one in found(engine, first)] == [
        ("2026/T3", True),
        ("2026/T2", False),
    ]


def test_storing_again_and_deleting_leave_no_number_behind(engine):
    first = kept(engine, "T1", goods(summary_declaration="BL1"))
    kept(engine, "T1", goods(summary_declaration="BL2"), base=1)
    assert found(engine, first) == ()
    delete_draft(engine, "id-T1", user="Salma", at=NOW)
    with engine.connect() as connection:
        assert connection.execute(select(kept_numbers)).all() == []
        assert connection.execute(select(described_goods)).all() == []


def test_the_code_used_most_often_comes_with_its_latest_cases(engine):
    for at, name in enumerate(("T1", "T2", "T3", "T4")):
        kept(engine, name, goods("10063010", "أرز بسمتي"), at=at)
    mine = kept(engine, "T5", goods("10063090", "ارز بسمتى"), at=5)
    kept(engine, "T6", goods("99999999", "أرز بسمتي"), at=6, consignee_code="40233-02")
    (before,) = codes(engine, mine).values()
    assert before.commodity_code == "10063010"
    assert [case.title for case in before.cases] == ["2026/T4", "2026/T3", "2026/T2"]


def test_of_two_codes_used_as_often_the_latest_is_told(engine):
    kept(engine, "T1", goods("10063010"))
    mine = kept(engine, "T2", goods("10063090"), at=1)
    (before,) = codes(engine, mine).values()
    assert before.commodity_code == "10063090"
    assert codes(engine, replace(mine, declaration=Declaration(items=(goods(),)))) == {}


def test_many_numbers_are_asked_for_in_several_questions(engine):
    boxes = tuple(Container(item_key=1, identity=f"CSQU{n:07}") for n in range(1200))
    first = kept(engine, "T1", goods(), containers=boxes)
    (other,) = found(engine, first)
    assert len(other.containers) == 1200


def test_words_are_no_chassis_numbers():
    assert chassis_numbers("UNREFRIGERATEDGXX") == frozenset()
    assert chassis_numbers(f"vin:{CHASSIS.lower()}") == {CHASSIS}


def test_a_number_of_any_length_is_kept(engine):
    text = "9" * 20_000
    first = kept(engine, "T1", goods(summary_declaration=text, commodity_precision=text))
    assert len(found(engine, first)) == 1


def test_an_upgrade_fills_the_numbers_of_what_is_stored(tmp_path):
    """The migration writes what storing writes."""
    import shutil

    source = Path(__file__).parents[1] / "old_databases" / "0.1.0.sqlite3"
    path = shutil.copy(source, tmp_path / "declarations.sqlite3")
    engine = connect(database_url(path))
    upgrade(engine, tmp_path / "backups", NOW)
    with engine.connect() as connection:
        filled = {table: set(connection.execute(select(table))) for table in TABLES}
        ids = [row.id for row in connection.execute(text("SELECT id, version FROM declarations"))]
    assert ("import", NumberKind.CONTAINER, "MSCU1234567") in filled[kept_numbers]
    from sad_desktop.database.declarations import load

    for own in ids:
        stored = load(engine, own)
        put_as_it_is(engine, own, stored.draft, base_version=stored.version, at=NOW)
    with engine.connect() as connection:
        assert filled == {table: set(connection.execute(select(table))) for table in TABLES}
    engine.dispose()


TABLES = (kept_numbers, described_goods)
