"""What the office stored of an importer is what it offers: on SQLite and on PostgreSQL."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sad_desktop.brokerage.harvest import Seen, Shelf, Sighting
from sad_desktop.brokerage.users import Service
from sad_desktop.database import harvest, users
from sad_desktop.database.declarations import put, standing_of
from sad_desktop.database.engine import writing
from sad_desktop.declaration.draft import Draft
from sad_desktop.declaration.item import Item
from sad_desktop.declaration.model import Declaration
from sad_desktop.declaration.rows import Document
from sad_desktop.declaration.status import Status
from sad_desktop.paths import Paths
from sad_desktop.services.habits import habits_of
from sad_desktop.services.workspace import Workspace
from tests.signed_in import MOMENT, sign_in

pytest_plugins = ["tests.databases"]
IMPORTER = 'شركة "%_' + "58411-01"
NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
ON = date(2026, 11, 21)


@pytest.fixture
def workspace(engine, tmp_path):
    url = engine.url.render_as_string(hide_password=False)
    workspace = Workspace(Paths(tmp_path / "data"), user="Salma", database_url=url)
    yield workspace
    workspace.close()


def store(engine, name, status=Status.STORED, importer=IMPORTER, profile="bh", **changes):
    papers = (Document(document_code="380"),)
    declaration = Declaration(
        declaration_type="IM",
        general_procedure="4",
        consignee_code=importer,
        items=(
            Item(key=1, documents=papers),
            Item(key=2, commodity_code="0901", origin_country="BR", documents=papers),
        ),
        **changes,
    )
    draft = Draft(declaration=declaration, status=status, profile=profile)
    with writing(engine) as connection:
        known = standing_of(connection, name)
        put(connection, name, draft, known, version=1, user="Salma", at=NOON)


def test_the_importers_own_living_declarations_are_counted_but_for_the_one_that_asks(
    engine, workspace
):
    store(engine, "a", invoice_currency="USD", declaration_day=date(2026, 11, 1))
    store(engine, "b", Status.RELEASED, invoice_currency="USD")
    store(engine, "asks", invoice_currency="EUR")
    store(engine, "cancelled", Status.CANCELLED, invoice_currency="EUR")
    store(engine, "foreign", profile="eg", invoice_currency="EUR")
    store(engine, "other", importer="40233-02", invoice_currency="EUR")
    known = habits_of(workspace, "bh", IMPORTER, "asks", ON)
    found = known.of_header("invoice_currency", "", "IM4")
    assert (found.value, found.times, found.total, found.last) == ("USD", 2, 2, NOON.date())
    assert known.of_goods("origin_country", "", "0901").value == "BR"
    papers = known.documents("", "IM4", "", "0901", is_first=False)
    assert [(one.value, one.times) for one in papers] == [("380", 2)]
    assert [one.value for one in known.documents("", "IM4", "", "", is_first=True)] == ["380"]


def test_lines_of_files_are_found_by_the_importer_however_its_number_is_written(engine, workspace):
    lines = [
        Seen(shelf=Shelf.HABITS, key=(who, "bank_code"), values=((bank, Sighting(count=2)),))
        for who, bank in ((IMPORTER, "NBOBBHBM"), (IMPORTER.replace("%", "x"), "OTHERBHM"))
    ]
    harvest.store(engine, "bh", lines, {"d": "d.xml"}, user="Salma", at=NOON)
    known = habits_of(workspace, "bh", IMPORTER, "asks", ON)
    assert known.of_header("bank_code", "", "").value == "NBOBBHBM"


def test_a_user_of_other_companies_is_offered_nothing(engine, workspace):
    store(engine, "a", invoice_currency="USD")
    user = sign_in(workspace, [Service.DECLARE])
    known = habits_of(workspace, "bh", IMPORTER, "x", ON)
    assert known.of_header("invoice_currency", "", "").value == "USD"
    elsewhere = replace(user, companies=frozenset({"40233-02"}))
    with writing(engine) as connection:
        users.change(connection, elsewhere, at=MOMENT, changed_by="test")
    known = habits_of(workspace, "bh", IMPORTER, "x", ON)
    assert known.of_header("invoice_currency", "", "") is None
