"""Databases of former releases open, keep what was in them, and can be worked on."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from sad_desktop.brokerage.library import LibraryQuery
from sad_desktop.database import library
from sad_desktop.database.declarations import NotEditable, load, store
from sad_desktop.database.engine import connect, database_url
from sad_desktop.database.upgrade import known_revisions, revision_of, scripts, upgrade
from sad_desktop.declaration.draft import Place, Rows
from sad_desktop.declaration.status import Status

FILES = sorted((Path(__file__).parents[1] / "old_databases").glob("*.sqlite3"))
NOW = datetime(2027, 1, 1, 8, tzinfo=UTC)
STORED_AT = datetime(2026, 7, 1, 9, 15, 30, 250_000, tzinfo=UTC)


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def engine(request, tmp_path):
    """A copy of a release's file, upgraded as the program does at its start."""
    path = shutil.copy(request.param, tmp_path / "declarations.sqlite3")
    engine = connect(database_url(path))
    upgrade(engine, tmp_path / "backups", NOW)
    yield engine
    engine.dispose()


def test_the_first_release_has_its_file():
    assert "0.1.0" in [path.stem for path in FILES]


def test_it_becomes_a_database_of_this_version(engine):
    assert revision_of(engine) == known_revisions(scripts())[-1]


def test_a_registered_import_is_all_there(engine):
    stored = load(engine, "import")
    assert (stored.version, stored.created_by, stored.stored_by) == (2, "Salma", "Karim")
    assert stored.stored_at == STORED_AT
    draft = stored.draft
    assert (draft.status, draft.profile) == (Status.REGISTERED, "bh")
    declaration = draft.declaration
    assert declaration.registration_day == date(2026, 6, 30)
    assert declaration.consignee_name == "شركة الأمل للسيّارات\nص.ب. 12، المنامة"
    assert declaration.has_containers is True
    assert declaration.containers[0].identity == "MSCU1234567"
    first, second = declaration.items
    assert str(first.invoice_amount) == "123456789012345678.1234567891"
    assert str(first.gross_mass) == "1540.500"
    assert first.documents[0].issued == date(2026, 6, 20)
    assert first.previous_declarations[0].item_number == 3
    assert first.manual_taxes[0].tax_amount == Decimal("0.001")
    assert (second.key, second.marks_1) == (4, "A/B")
    assert draft.declared.header.cif == Decimal("1300.125")
    assert draft.declared.items[0][1].taxes[0].amount == Decimal("65.006")
    assert (draft.source.content, draft.source.keys) == (b"<declaration/>", (1, 4))


def test_what_was_no_value_is_still_in_its_box(engine):
    draft = load(engine, "draft").draft
    assert draft.rejected == {
        Place("gross_mass", 2): "١٢ صندوق",
        Place("manifest_day"): "31/02/2026",
    }
    assert draft.filled == {Place("exchange_rate")}
    assert [item.key for item in draft.declaration.items] == [2, 1]
    container_mass = Place("gross_mass", 0, Rows.CONTAINERS, 1)
    assert load(engine, "export").draft.rejected == {container_mass: "heavy"}


def test_the_library_lists_counts_and_finds_them(engine):
    lines = library.summaries(engine, LibraryQuery())
    assert [(line.id, line.stored_by) for line in lines] == [
        ("export", "سلمى"),
        ("draft", "Salma"),
        ("import", "Karim"),
    ]
    assert library.counts(engine) == {Status.REGISTERED: 1, Status.DRAFT: 1, Status.PAID: 1}
    for typed, found in (("سيارات 8703", "import"), ("لؤلؤ tghu", "export"), ("t9", "draft")):
        (line,) = library.summaries(engine, LibraryQuery(typed=typed))
        assert line.id == found


def test_they_can_be_worked_on(engine):
    stored = load(engine, "draft")
    changed = replace(stored.draft.declaration, comments="seen in 2027")
    again = store(
        engine,
        "draft",
        replace(stored.draft, declaration=changed),
        base_version=1,
        user="Salma",
        at=NOW,
    )
    assert load(engine, "draft") == again
    assert again.version == 2


def test_what_they_registered_stays_as_it_was(engine):
    stored = load(engine, "import")
    with pytest.raises(NotEditable, match="changed by an amendment"):
        store(engine, "import", stored.draft, base_version=2, user="Salma", at=NOW)
